//! Letters that are printed together (F165, B14).

use carport_domain::{
    ContactPointId, ContentVersionId, CustomerId, LetterBatchId, MessageId, ProposalId, Timestamp, VehicleId,
};

use crate::error::Result;
use crate::tx::CompanyTx;

/// Letters in one file.
#[derive(Debug, Clone, PartialEq, Eq, sqlx_macros::FromRow)]
pub struct LetterBatch {
    /// Its id.
    pub id: LetterBatchId,
    /// How many letters it was made with.
    pub letters: i64,
    /// The print-ready PDF in the object store, once made.
    pub object_key: Option<String>,
    /// When it was made.
    pub created_at: Timestamp,
    /// By whom.
    pub created_by: String,
    /// When staff said it was printed.
    pub printed_at: Option<Timestamp>,
}

/// A letter in a batch.
#[derive(Debug, Clone, PartialEq, Eq, sqlx_macros::FromRow)]
pub struct BatchLetter {
    /// The message.
    pub id: MessageId,
    /// The moment's key.
    pub kind: String,
    /// The proposal behind it.
    pub proposal_id: ProposalId,
    /// To whom.
    pub customer_id: CustomerId,
    /// About which car; the nil id where it is about none.
    pub vehicle_id: VehicleId,
    /// To which address.
    pub contact_point_id: Option<ContactPointId>,
    /// What it says.
    pub content_version_id: ContentVersionId,
    /// The gate's answer, as JSON.
    pub decision: Option<String>,
    /// Where it stands.
    pub status: super::messages::MessageStatus,
}

impl CompanyTx<'_> {
    /// Begins a batch.
    pub async fn add_letter_batch(&mut self, id: LetterBatchId, letters: i64, actor: &str) -> Result<()> {
        let now = self.now();
        execute!(
            self.tx,
            "INSERT INTO letter_batches (company_id, id, letters, created_at, created_by) VALUES ($1, $2, $3, $4, $5)",
            self.id,
            id,
            letters,
            now,
            actor
        )?;
        Ok(())
    }

    /// Batches, the newest first.
    pub async fn letter_batches(&mut self, limit: i64) -> Result<Vec<LetterBatch>> {
        fetch_all!(
            self.tx,
            LetterBatch,
            "SELECT id, letters, object_key, created_at, created_by, printed_at FROM letter_batches
             WHERE company_id = $1 ORDER BY id DESC LIMIT $2",
            self.id,
            limit
        )
    }

    /// One batch.
    pub async fn letter_batch(&mut self, id: LetterBatchId) -> Result<Option<LetterBatch>> {
        fetch_optional!(
            self.tx,
            LetterBatch,
            "SELECT id, letters, object_key, created_at, created_by, printed_at FROM letter_batches
             WHERE company_id = $1 AND id = $2",
            self.id,
            id
        )
    }

    /// How many approved letters wait for a batch.
    pub async fn letters_waiting(&mut self) -> Result<i64> {
        fetch_scalar!(
            self.tx,
            i64,
            "SELECT COUNT(*) FROM messages
             WHERE company_id = $1 AND channel = 'letter' AND status = 'pending' AND stream = 'marketing'",
            self.id
        )
    }

    /// The letters of a batch, in the order they lie in the file.
    pub async fn letters_of(&mut self, batch: LetterBatchId) -> Result<Vec<BatchLetter>> {
        fetch_all!(
            self.tx,
            BatchLetter,
            "SELECT m.id, m.kind, m.proposal_id, m.customer_id, p.vehicle_id, m.contact_point_id, m.content_version_id, m.decision,
                m.status
             FROM messages m JOIN proposals p ON p.company_id = m.company_id AND p.id = m.proposal_id
             WHERE m.company_id = $1 AND m.letter_batch_id = $2 ORDER BY m.id",
            self.id,
            batch
        )
    }

    /// Keeps where the batch's PDF is (none: no letter could be written), and how many letters are in it.
    pub async fn set_letter_file(
        &mut self,
        id: LetterBatchId,
        object_key: Option<&str>,
        letters: i64,
    ) -> Result<()> {
        execute!(
            self.tx,
            "UPDATE letter_batches SET object_key = $3, letters = $4 WHERE company_id = $1 AND id = $2",
            self.id,
            id,
            object_key,
            letters
        )?;
        Ok(())
    }

    /// Notes that a batch was printed; false when it was noted before or has no file.
    pub async fn mark_batch_printed(&mut self, id: LetterBatchId) -> Result<bool> {
        let now = self.now();
        Ok(execute!(
            self.tx,
            "UPDATE letter_batches SET printed_at = $3
             WHERE company_id = $1 AND id = $2 AND printed_at IS NULL AND object_key IS NOT NULL",
            self.id,
            id,
            now
        )? > 0)
    }

    /// Renews the gate's answer of a letter that is about to leave the house.
    pub async fn renew_letter_decision(&mut self, id: MessageId, decision: &str) -> Result<()> {
        let now = self.now();
        execute!(
            self.tx,
            "UPDATE messages SET decision = $3, decided_at = $4
             WHERE company_id = $1 AND id = $2 AND status = 'handing_over'",
            self.id,
            id,
            decision,
            now
        )?;
        Ok(())
    }
}
