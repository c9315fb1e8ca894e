//! Activation by a letter to the postal address on file, for customers without an e-mail address (SEC-ACT-3).
//!
//! The code is printed once and kept as a keyed hash. A newer letter ends the older ones; the one that is used ends when the
//! customer has chosen a password.

use carport_domain::people::CustomerNumber;
use carport_domain::secrets::LetterCode;
use carport_domain::{CustomerId, Timestamp, uuid_v7};
use uuid::Uuid;

use crate::error::Result;
use crate::tx::CompanyTx;

/// A letter that was printed; its code still works.
#[derive(Debug, Clone, PartialEq, Eq, sqlx_macros::FromRow)]
pub struct ActivationLetter {
    /// Its id.
    pub id: Uuid,
    /// To whom.
    pub customer_id: CustomerId,
    /// When it was printed.
    pub created_at: Timestamp,
    /// Until when its code works.
    pub expires_at: Timestamp,
}

#[derive(sqlx_macros::FromRow)]
struct TriedRow {
    code_hash: Vec<u8>,
    #[sqlx(flatten)]
    letter: ActivationLetter,
}

impl CompanyTx<'_> {
    fn letter_code_hash(&self, code: &LetterCode) -> [u8; 32] {
        let parts: [&[u8]; 2] = [self.id.0.as_bytes(), code.reveal().as_bytes()];
        self.tx.store.keys().keyed_hash("activation-letter", &parts)
    }

    /// Keeps a letter that is about to be printed; the customer's older ones end.
    pub async fn add_activation_letter(
        &mut self,
        customer: CustomerId,
        number: &CustomerNumber,
        code: &LetterCode,
        by: &str,
        expires_at: Timestamp,
    ) -> Result<Uuid> {
        let now = self.now();
        let hash = self.letter_code_hash(code);
        execute!(
            self.tx,
            "UPDATE activation_letters SET revoked_at = $3
             WHERE company_id = $1 AND customer_id = $2 AND used_at IS NULL AND revoked_at IS NULL",
            self.id,
            customer,
            now
        )?;
        let id = uuid_v7(now);
        execute!(
            self.tx,
            "INSERT INTO activation_letters (company_id, id, customer_id, number_key, code_hash, tries, created_by,
                                             created_at, expires_at)
             VALUES ($1, $2, $3, $4, $5, 0, $6, $7, $8)",
            self.id,
            id,
            customer,
            number.key(),
            &hash[..],
            by,
            now,
            expires_at
        )?;
        Ok(id)
    }

    /// Tries the code on a letter. None when it is wrong, over, tried too often, or nobody has the number: whoever asks
    /// learns nothing of the difference. A right code is not used up; see [`CompanyTx::end_activation_letters`].
    pub async fn try_activation_letter(
        &mut self,
        number: &CustomerNumber,
        code: &LetterCode,
        most_tries: i64,
    ) -> Result<Option<ActivationLetter>> {
        let now = self.now();
        let hash = self.letter_code_hash(code);
        let key = number.key();
        let tried = fetch_all!(
            self.tx,
            TriedRow,
            "UPDATE activation_letters SET tries = tries + 1
             WHERE company_id = $1 AND number_key = $2 AND used_at IS NULL AND revoked_at IS NULL
               AND expires_at > $3 AND tries < $4
             RETURNING id, customer_id, created_at, expires_at, code_hash",
            self.id,
            &key,
            now,
            most_tries
        )?;
        // Keyed hashes: how long comparing two of them takes says nothing about the code.
        Ok(tried
            .into_iter()
            .find(|row| row.code_hash == hash)
            .map(|row| row.letter))
    }

    /// A letter whose code still works.
    pub async fn activation_letter(&mut self, id: Uuid) -> Result<Option<ActivationLetter>> {
        let now = self.now();
        fetch_optional!(
            self.tx,
            ActivationLetter,
            "SELECT id, customer_id, created_at, expires_at FROM activation_letters
             WHERE company_id = $1 AND id = $2 AND used_at IS NULL AND revoked_at IS NULL AND expires_at > $3",
            self.id,
            id,
            now
        )
    }

    /// The letter a customer can still use.
    pub async fn activation_letter_of(&mut self, customer: CustomerId) -> Result<Option<ActivationLetter>> {
        let now = self.now();
        fetch_optional!(
            self.tx,
            ActivationLetter,
            "SELECT id, customer_id, created_at, expires_at FROM activation_letters
             WHERE company_id = $1 AND customer_id = $2 AND used_at IS NULL AND revoked_at IS NULL AND expires_at > $3
             ORDER BY created_at DESC, id LIMIT 1",
            self.id,
            customer,
            now
        )
    }

    /// Uses up a customer's letters: the account is active now, by whichever road.
    pub async fn end_activation_letters(&mut self, customer: CustomerId) -> Result<u64> {
        let now = self.now();
        execute!(
            self.tx,
            "UPDATE activation_letters SET used_at = $3
             WHERE company_id = $1 AND customer_id = $2 AND used_at IS NULL AND revoked_at IS NULL",
            self.id,
            customer,
            now
        )
    }
}
