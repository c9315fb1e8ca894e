//! Service mail: account links, notices, acknowledgements. Handed over at least once, always with the same Message-ID.
//!
//! What such a mail says is sealed in the database until it was sent and forgotten afterwards, since it can hold a
//! link that opens somebody's account.

mod deliver;

use std::collections::BTreeMap;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use carport_domain::{ContactPointId, CustomerId, Language, MessageId};
use carport_store::jobs::{Lane, NewJob};
use carport_store::messages::NewServiceMessage;
use carport_store::{CompanyTx, Keys, Result, StoreError};
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::compose::ServiceKind;

pub use deliver::deliver;

/// The job that hands one service mail over.
pub const SEND_JOB: &str = "service.send";

/// A mail somebody expects because of what they did, or must get. It carries no advertising.
///
/// Its texts are in `translations/<language>/` under `mail-<kind>-subject`, `mail-<kind>-text` (paragraphs, separated
/// by a blank line), and, where there is a button, `mail-<kind>-button`; `values` are their variables.
#[derive(Clone, Serialize, Deserialize)]
pub struct ServiceMail {
    /// Its stable name, with hyphens, such as `set-password`.
    pub kind: String,
    /// The address.
    pub to: String,
    /// The recipient's name, where known.
    pub to_name: Option<String>,
    /// The language it is written in.
    pub language: Language,
    /// The customer it is about, where it is to one.
    pub customer: Option<CustomerId>,
    /// The address on file it goes to, where it is one.
    pub contact_point: Option<ContactPointId>,
    /// The variables of its texts.
    #[serde(default)]
    pub values: BTreeMap<String, String>,
    /// Where the button leads; may hold a secret.
    pub button: Option<String>,
}

impl std::fmt::Debug for ServiceMail {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ServiceMail")
            .field("kind", &self.kind)
            .finish_non_exhaustive()
    }
}

impl ServiceMail {
    /// A mail of a kind to an address; the rest is filled in by the methods below.
    pub fn new(kind: &str, to: &str, language: Language) -> Self {
        Self {
            kind: kind.to_owned(),
            to: to.to_owned(),
            to_name: None,
            language,
            customer: None,
            contact_point: None,
            values: BTreeMap::new(),
            button: None,
        }
    }
    /// With the recipient's name.
    #[must_use]
    pub fn named(mut self, name: &str) -> Self {
        self.to_name = Some(name.to_owned());
        self
    }
    /// About this customer, and to this address on file.
    #[must_use]
    pub fn about(mut self, customer: CustomerId, contact_point: Option<ContactPointId>) -> Self {
        self.customer = Some(customer);
        self.contact_point = contact_point;
        self
    }
    /// With a variable of its texts.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<String>) -> Self {
        self.values.insert(name.to_owned(), value.into());
        self
    }
    /// With a button that leads to `url`.
    #[must_use]
    pub fn button(mut self, url: impl Into<String>) -> Self {
        self.button = Some(url.into());
        self
    }
}

impl ServiceMail {
    /// Whether it goes even to an address that mail came back from: what it carries shows whether the address works after all,
    /// or it is for the company and its staff, who see to their addresses themselves.
    fn tries_again(&self) -> bool {
        use ServiceKind as K;
        match self.kind.parse::<ServiceKind>() {
            Ok(K::EmailConfirm | K::EmailVerify) => true,
            // Somebody without an account confirms the address that they will sign in with.
            Ok(K::Code) => self.customer.is_none(),
            Ok(K::StaffInvitation | K::StaffSecondFactor) => true,
            Ok(kind) => kind.is_internal(),
            Err(_) => false,
        }
    }
}

fn place(id: MessageId) -> String {
    format!("messages.payload.{id}")
}

/// The stored form: nothing of it can be read without the installation's key.
pub(crate) fn seal(keys: &Keys, id: MessageId, mail: &ServiceMail) -> Result<String> {
    let sealed = keys.seal(&place(id), serde_json::to_string(mail)?.as_bytes());
    Ok(json!({ "sealed": STANDARD.encode(sealed) }).to_string())
}

/// The mail behind its stored form.
pub(crate) fn unseal(keys: &Keys, id: MessageId, payload: &str) -> Result<ServiceMail> {
    #[derive(Deserialize)]
    struct Sealed {
        sealed: String,
    }
    let stored: Sealed = serde_json::from_str(payload)?;
    let sealed = STANDARD
        .decode(stored.sealed)
        .map_err(|_| StoreError::Inconsistent(format!("the payload of message {id} is not Base64")))?;
    Ok(serde_json::from_slice(&keys.open(&place(id), &sealed)?)?)
}

/// Queues a service mail in the caller's transaction; it goes out once that is committed, and not at all otherwise.
pub async fn queue_service_mail(
    tx: &mut CompanyTx<'_>,
    keys: &Keys,
    mail: &ServiceMail,
) -> Result<MessageId> {
    let now = tx.now();
    let id = MessageId::new(now);
    let payload = seal(keys, id, mail)?;
    tx.add_service_message(&NewServiceMessage {
        id,
        kind: &mail.kind,
        customer: mail.customer,
        contact_point: mail.contact_point,
        payload: &payload,
    })
    .await?;
    let key = id.to_string();
    let job = NewJob {
        kind: SEND_JOB,
        lane: Lane::Service,
        run_at: now,
        dedupe_key: Some(&key),
    };
    tx.enqueue(job, &json!({ "message": id })).await?;
    Ok(id)
}
