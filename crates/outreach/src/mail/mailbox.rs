//! The demo's mailbox: mail is kept and shown instead of sent.

use std::fmt;
use std::sync::{Mutex, PoisonError};

use futures::future::BoxFuture;

use super::message::SealedMail;

/// Keeps the mail of a demo or a test.
pub trait MailStore: Send + Sync + fmt::Debug {
    /// Keeps one mail. The same Message-ID a second time is the same mail.
    fn keep<'a>(&'a self, mail: &'a SealedMail) -> BoxFuture<'a, Result<(), MailStoreError>>;
}

/// The mail could not be kept.
#[derive(Debug, thiserror::Error)]
#[error("the mailbox cannot keep the mail: {0}")]
pub struct MailStoreError(pub String);

/// Mail in memory, for tests.
#[derive(Debug, Default)]
pub struct MemoryMailbox(Mutex<Vec<SealedMail>>);

impl MemoryMailbox {
    /// What was caught, the oldest first.
    pub fn caught(&self) -> Vec<SealedMail> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
    /// Takes out what was caught.
    pub fn take(&self) -> Vec<SealedMail> {
        std::mem::take(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl MailStore for MemoryMailbox {
    fn keep<'a>(&'a self, mail: &'a SealedMail) -> BoxFuture<'a, Result<(), MailStoreError>> {
        Box::pin(async move {
            let mut caught = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            if caught.iter().all(|m| m.message_id != mail.message_id) {
                caught.push(mail.clone());
            }
            Ok(())
        })
    }
}
