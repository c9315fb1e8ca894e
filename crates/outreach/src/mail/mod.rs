//! How a mail leaves: written to bytes, signed, and handed to a mail server or, in the demo, caught in a mailbox.
//!
//! The caller decides what is sent and keeps the books. This module makes the bytes ([`OutgoingMail::seal`]), hands them
//! over ([`Mailer::send`]) and says exactly what became of them ([`Outcome`]).

mod dkim;
mod header;
mod identity;
mod mailbox;
mod message;
mod outcome;
mod smtp;
mod verp;

use std::sync::Arc;

pub use dkim::{DkimKey, KeyError, Signer};
pub use header::{HeaderText, Mailbox};
pub use identity::Identity;
pub use mailbox::{MailStore, MailStoreError, MemoryMailbox};
pub use message::{BulkHeaders, MAX_BYTES, MessageError, OutgoingMail, SealedMail, Stream, message_id};
pub use outcome::{Blame, Enhanced, Outcome, Refusal, Stage, judge};
pub use smtp::{ConfigError, Security, SmtpConfig, SmtpPool};
pub use verp::ReturnAddresses;

/// The way out for mail. Cheap to clone.
#[derive(Debug, Clone)]
pub enum Mailer {
    /// To a mail server.
    Smtp(SmtpPool),
    /// Into a mailbox that people can look into (the demo) or that tests read.
    Mailbox(Arc<dyn MailStore>),
}

/// What the installation is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Installation {
    /// Real customers: mail must arrive.
    Production,
    /// A demo: mail must not arrive anywhere.
    Demo,
}

impl Mailer {
    /// Mail through a server. A demo may only use one on the same machine (MAIL-26).
    pub fn smtp(installation: Installation, config: SmtpConfig) -> Result<Self, ConfigError> {
        if installation == Installation::Demo && !config.is_loopback() {
            return Err(ConfigError::RealServerInDemo);
        }
        SmtpPool::new(config).map(Mailer::Smtp)
    }

    /// Mail into a mailbox; not for a real installation, where it would never arrive.
    pub fn mailbox(installation: Installation, store: Arc<dyn MailStore>) -> Result<Self, ConfigError> {
        match installation {
            Installation::Production => Err(ConfigError::MailboxInProduction),
            Installation::Demo => Ok(Mailer::Mailbox(store)),
        }
    }

    /// Hands one mail over. Never fails: what went wrong is in the outcome.
    pub async fn send(&self, mail: &SealedMail) -> Outcome {
        match self {
            Mailer::Smtp(pool) => pool.send(mail).await,
            Mailer::Mailbox(store) => match store.keep(mail).await {
                Ok(()) => Outcome::Accepted {
                    response: "kept in the mailbox".to_owned(),
                },
                Err(error) => Outcome::unreachable(error),
            },
        }
    }

    /// Whether mail can leave: connects and signs in. For `carport doctor`.
    pub async fn check(&self) -> Result<(), Outcome> {
        match self {
            Mailer::Smtp(pool) => pool.check().await,
            Mailer::Mailbox(_) => Ok(()),
        }
    }
}

/// Writes and signs many mails on a thread for busy work, in order.
pub async fn seal_all(
    mails: Vec<OutgoingMail>,
    signer: Option<Arc<Signer>>,
) -> Vec<Result<SealedMail, MessageError>> {
    let number = mails.len();
    let work = move || mails.iter().map(|mail| mail.seal(signer.as_deref())).collect();
    tokio::task::spawn_blocking(work)
        .await
        .unwrap_or_else(|_| vec![Err(MessageError::Signature); number])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_demo_never_mails_real_people_and_a_real_installation_never_swallows_mail() {
        let real = SmtpConfig::new("mail.example.org", 465, Security::Tls);
        let local = SmtpConfig::new("localhost", 1025, Security::None);
        assert_eq!(
            Mailer::smtp(Installation::Demo, real.clone()).unwrap_err(),
            ConfigError::RealServerInDemo
        );
        assert!(Mailer::smtp(Installation::Demo, local).is_ok());
        assert!(Mailer::smtp(Installation::Production, real).is_ok());
        let mailbox = Arc::new(MemoryMailbox::default());
        assert_eq!(
            Mailer::mailbox(Installation::Production, mailbox.clone()).unwrap_err(),
            ConfigError::MailboxInProduction
        );
        assert!(Mailer::mailbox(Installation::Demo, mailbox).is_ok());
    }

    #[tokio::test]
    async fn the_mailbox_keeps_a_repeated_mail_once() {
        let mailbox = Arc::new(MemoryMailbox::default());
        let mailer = Mailer::mailbox(Installation::Demo, mailbox.clone()).unwrap();
        let mail = message::tests::sample().seal(None).unwrap();
        assert!(matches!(mailer.send(&mail).await, Outcome::Accepted { .. }));
        assert!(matches!(mailer.send(&mail).await, Outcome::Accepted { .. }));
        assert_eq!(mailbox.caught().len(), 1);
    }
}
