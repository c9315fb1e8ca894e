//! Service mail: handed over at least once, with the same Message-ID on every attempt (STANDARDS §6).

use carport_domain::{ContactPointId, CustomerId, MessageId, Timestamp};

use super::MessageStatus;
use crate::error::Result;
use crate::tx::CompanyTx;

/// A service mail to be queued.
#[derive(Debug, Clone)]
pub struct NewServiceMessage<'a> {
    /// Its id; the sealed payload belongs to it.
    pub id: MessageId,
    /// Its stable name, such as `set-password`.
    pub kind: &'a str,
    /// To which customer; none for mail to staff and companies.
    pub customer: Option<CustomerId>,
    /// To which of the customer's addresses, where it is one on file.
    pub contact_point: Option<ContactPointId>,
    /// What it says, sealed.
    pub payload: &'a str,
}

/// A service mail as the sender gets it.
#[derive(Debug, Clone, sqlx_macros::FromRow)]
pub struct ServiceMessage {
    /// Its id.
    pub id: MessageId,
    /// Its stable name.
    pub kind: String,
    /// To which customer.
    pub customer_id: Option<CustomerId>,
    /// What it says, sealed.
    pub payload: String,
    /// The Message-ID it keeps on every attempt.
    pub message_id_header: String,
    /// Attempts begun, this one included.
    pub attempts: i64,
    /// When it was queued.
    pub created_at: Timestamp,
}

impl CompanyTx<'_> {
    /// Queues a service mail.
    pub async fn add_service_message(&mut self, new: &NewServiceMessage<'_>) -> Result<()> {
        let now = self.now();
        execute!(
            self.tx,
            "INSERT INTO messages (company_id, id, stream, kind, customer_id, contact_point_id, channel, payload, status,
                                   attempts, next_attempt_at, created_at)
             VALUES ($1, $2, 'service', $3, $4, $5, 'email', $6, 'pending', 0, $7, $7)",
            self.id,
            new.id,
            new.kind,
            new.customer,
            new.contact_point,
            new.payload,
            now
        )?;
        Ok(())
    }

    /// Begins an attempt: the mail, or none when it has already ended. Its Message-ID is fixed the first time. A mail that an
    /// earlier attempt left in mid-air is taken up again.
    pub async fn begin_service_message(
        &mut self,
        id: MessageId,
        message_id: &str,
    ) -> Result<Option<ServiceMessage>> {
        fetch_optional!(
            self.tx,
            ServiceMessage,
            "UPDATE messages SET status = 'handing_over', attempts = attempts + 1,
                    message_id_header = COALESCE(message_id_header, $3)
             WHERE company_id = $1 AND id = $2 AND stream = 'service' AND status IN ('pending', 'handing_over')
             RETURNING id, kind, customer_id, payload, message_id_header, attempts, created_at",
            self.id,
            id,
            message_id
        )
    }

    /// Ends a service mail. What it said is forgotten with that.
    pub async fn end_service_message(
        &mut self,
        id: MessageId,
        status: MessageStatus,
        reason: Option<&str>,
    ) -> Result<()> {
        let now = self.now();
        let handed_over = (status == MessageStatus::Sent).then_some(now);
        execute!(
            self.tx,
            "UPDATE messages SET status = $3, reason = $4, finished_at = $5, handed_over_at = $6, payload = '{}',
                    next_attempt_at = NULL
             WHERE company_id = $1 AND id = $2 AND stream = 'service'",
            self.id,
            id,
            status,
            reason,
            now,
            handed_over
        )?;
        Ok(())
    }

    /// Puts a service mail back until `at`; the answer that put it off is kept as the reason.
    pub async fn put_off_service_message(
        &mut self,
        id: MessageId,
        at: Timestamp,
        reason: &str,
    ) -> Result<()> {
        execute!(
            self.tx,
            "UPDATE messages SET status = 'pending', next_attempt_at = $3, reason = $4
             WHERE company_id = $1 AND id = $2 AND stream = 'service' AND status = 'handing_over'",
            self.id,
            id,
            at,
            reason
        )?;
        Ok(())
    }
}
