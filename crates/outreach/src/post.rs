//! The mail room of an installation: the way out, the names it writes under, and the keys it signs with (MAIL-14).

use std::sync::Arc;

use carport_domain::MessageId;
use carport_domain::people::EmailAddress;
use carport_domain::urls::{BaseUrl, Site};
use carport_store::companies::Company;

use crate::mail::{BulkHeaders, HeaderText, Mailbox, Mailer, ReturnAddresses, Signer};

/// One stream's name and key. Service mail and marketing have a domain each, so that the one's reputation does not
/// depend on the other's.
#[derive(Debug, Clone)]
pub struct Identity {
    /// The domain of From and Message-ID.
    pub domain: String,
    /// Signs for that domain.
    pub signer: Option<Arc<Signer>>,
}

/// The mail room.
#[derive(Debug, Clone)]
pub struct Post {
    /// The way out.
    pub mailer: Mailer,
    /// For account links and notices.
    pub service: Identity,
    /// For everything that needs permission.
    pub news: Identity,
    /// Where undeliverable mail comes back to.
    pub returns: Arc<ReturnAddresses>,
    /// Connections the mailer has. No more messages than that are on their way at a time, so that none waits for a
    /// connection while the gate's answer grows old.
    pub connections: usize,
}

impl Post {
    /// From, as customers see it: the company's name at the installation's domain, answers go to the company.
    pub fn from(&self, company: &Company, identity: &Identity) -> Option<Mailbox> {
        let address: EmailAddress = format!("{}@{}", company.slug, identity.domain).parse().ok()?;
        Some(Mailbox::new(&company.name, address))
    }

    /// Where answers go.
    pub fn reply_to(&self, company: &Company) -> Option<Mailbox> {
        Some(Mailbox::new(&company.name, company.email.parse().ok()?))
    }

    /// The headers that marketing mail needs beside the message (MAIL-01, MAIL-12).
    pub fn bulk(
        &self,
        company: &Company,
        site: &Site,
        moment: &str,
        purpose: &str,
        unsubscribe: &str,
    ) -> BulkHeaders {
        BulkHeaders {
            unsubscribe_url: encrypted(unsubscribe, site.base()),
            unsubscribe_address: None,
            list_name: HeaderText::new(&company.name).as_str().to_owned(),
            list_id: format!("{}.{}.{}", moment, company.slug, self.news.domain),
            feedback_id: format!("{moment}:{}:{purpose}:carport", company.slug),
        }
    }

    /// Where a message comes back to when it cannot be delivered.
    pub fn return_to(&self, message: MessageId) -> Option<EmailAddress> {
        self.returns.address(message).ok()
    }
}

/// The one-click address must be encrypted (RFC 8058). Only a demo on the owner's own machine is not, and its mail goes
/// nowhere.
fn encrypted(url: &str, base: &BaseUrl) -> String {
    match url.strip_prefix("http://") {
        Some(rest) if !base.is_https() => format!("https://{rest}"),
        _ => url.to_owned(),
    }
}
