//! Operators: they run the installation and belong to no company.

use carport_domain::{Language, OperatorId};

use crate::error::Result;
use crate::tx::InstallationTx;

/// An operator.
#[derive(Debug, Clone, sqlx_macros::FromRow)]
pub struct Operator {
    /// Their id.
    pub id: OperatorId,
    /// Their address.
    pub email: String,
    /// Their name.
    pub name: String,
    /// The language of their pages.
    pub language: Language,
    /// PHC string.
    pub password_hash: String,
    /// Whether a second factor is set up.
    pub has_second_factor: bool,
}

impl InstallationTx<'_> {
    /// The operator with an address (folded).
    pub async fn operator_by_email(&mut self, email_folded: &str) -> Result<Option<Operator>> {
        fetch_optional!(
            self.tx,
            Operator,
            "SELECT id, email, name, language, password_hash, totp_secret IS NOT NULL AS has_second_factor
             FROM operators WHERE email_folded = $1",
            email_folded
        )
    }

    /// Adds an operator; false when the address is taken.
    pub async fn add_operator(
        &mut self,
        email: &str,
        email_folded: &str,
        name: &str,
        language: Language,
        password_hash: &str,
    ) -> Result<bool> {
        let now = self.now();
        Ok(execute!(
            self.tx,
            "INSERT INTO operators (id, email, email_folded, name, language, password_hash, created_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING",
            OperatorId::new(now),
            email,
            email_folded,
            name,
            language,
            password_hash,
            now
        )? > 0)
    }

    /// Sets the TOTP secret; it is sealed here.
    pub async fn set_operator_totp(&mut self, id: OperatorId, secret: &[u8]) -> Result<()> {
        let sealed = self
            .tx
            .store
            .keys()
            .seal(&format!("operators.totp_secret.{id}"), secret);
        execute!(
            self.tx,
            "UPDATE operators SET totp_secret = $2, totp_last_step = NULL WHERE id = $1",
            id,
            sealed
        )?;
        Ok(())
    }

    /// The opened TOTP secret and the last step that was accepted.
    pub async fn operator_totp(&mut self, id: OperatorId) -> Result<Option<(Vec<u8>, Option<i64>)>> {
        let row: Option<(Option<Vec<u8>>, Option<i64>)> = fetch_optional!(
            self.tx,
            (Option<Vec<u8>>, Option<i64>),
            "SELECT totp_secret, totp_last_step FROM operators WHERE id = $1",
            id
        )?;
        let Some((Some(sealed), last)) = row else {
            return Ok(None);
        };
        Ok(Some((
            self.tx
                .store
                .keys()
                .open(&format!("operators.totp_secret.{id}"), &sealed)?,
            last,
        )))
    }

    /// Uses up a TOTP step; false when this or a later one was used before (replay).
    pub async fn use_operator_totp_step(&mut self, id: OperatorId, step: i64) -> Result<bool> {
        Ok(execute!(
            self.tx,
            "UPDATE operators SET totp_last_step = $2 WHERE id = $1 AND (totp_last_step IS NULL OR totp_last_step < $2)",
            id,
            step
        )? > 0)
    }
}
