//! The demo's mailbox: what would have been handed to a mail server. It belongs to the installation; a real one has none.

use carport_domain::Timestamp;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::error::Result;
use crate::tx::InstallationTx;

/// A mail in the list.
#[derive(Debug, Clone, sqlx_macros::FromRow)]
pub struct CaughtMail {
    /// Its id.
    pub id: Uuid,
    /// To whom.
    pub recipient: String,
    /// About what.
    pub subject: String,
    /// When.
    pub received_at: Timestamp,
}

impl InstallationTx<'_> {
    /// Keeps a mail; the same Message-ID a second time is the same mail.
    pub async fn catch_mail(
        &mut self,
        message_id: &str,
        recipient: &str,
        subject: &str,
        raw: &[u8],
    ) -> Result<()> {
        let now = self.now();
        let digest = Sha256::digest(message_id.as_bytes());
        let id = Uuid::from_slice(&digest[..16]).unwrap_or_default();
        execute!(
            self.tx,
            "INSERT INTO mailbox (id, company_id, recipient, subject, raw, received_at) VALUES ($1, $2, $3, $4, $5, $6)
             ON CONFLICT (id) DO NOTHING",
            id,
            Uuid::nil(),
            recipient,
            subject,
            raw,
            now
        )?;
        Ok(())
    }

    /// The newest mail, at most `limit`.
    pub async fn caught_mail(&mut self, limit: i64) -> Result<Vec<CaughtMail>> {
        fetch_all!(
            self.tx,
            CaughtMail,
            "SELECT id, recipient, subject, received_at FROM mailbox ORDER BY received_at DESC, id LIMIT $1",
            limit
        )
    }

    /// One mail as it would have been sent.
    pub async fn caught(&mut self, id: Uuid) -> Result<Option<Vec<u8>>> {
        let row: Option<(Vec<u8>,)> =
            fetch_optional!(self.tx, (Vec<u8>,), "SELECT raw FROM mailbox WHERE id = $1", id)?;
        Ok(row.map(|(raw,)| raw))
    }
}
