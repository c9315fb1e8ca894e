//! Whether the books are right, what became of a moment's messages, and the brake.

use carport_domain::consent::Channel;
use carport_domain::proposals::Balance;
use carport_domain::{CustomerId, MessageId, Timestamp};

use super::{MessageStatus, Stream};
use crate::error::Result;
use crate::regions::customer_in;
use crate::tx::CompanyTx;

/// How many messages of one moment are in one state for one reason.
#[derive(Debug, Clone, PartialEq, Eq, sqlx_macros::FromRow)]
pub struct Tally {
    /// The moment's key.
    pub kind: String,
    /// The channel.
    pub channel: Channel,
    /// The state.
    pub status: MessageStatus,
    /// The reason.
    pub reason: Option<String>,
    /// How many.
    pub number: i64,
}

/// A message in a list.
#[derive(Debug, Clone, PartialEq, Eq, sqlx_macros::FromRow)]
pub struct MessageRow {
    /// Its id.
    pub id: MessageId,
    /// Whether it needs permission.
    pub stream: Stream,
    /// The moment's key, or the service mail's name.
    pub kind: String,
    /// To whom.
    pub customer_id: Option<CustomerId>,
    /// How it travels.
    pub channel: Channel,
    /// Where it stands.
    pub status: MessageStatus,
    /// Why.
    pub reason: Option<String>,
    /// The gate's answer when it was claimed, as JSON.
    pub decision: Option<String>,
    /// When the gate answered.
    pub decided_at: Option<Timestamp>,
    /// Attempts begun.
    pub attempts: i64,
    /// When it was planned.
    pub created_at: Timestamp,
    /// When it was handed over.
    pub handed_over_at: Option<Timestamp>,
}

/// The brake on a company's marketing.
#[derive(Debug, Clone, Default, PartialEq, Eq, sqlx_macros::FromRow)]
pub struct Brake {
    /// Refusals for good in a row that were not the recipient's fault.
    pub failures: i64,
    /// Since when marketing rests.
    pub paused_at: Option<Timestamp>,
    /// Why, as the mail server said it or as staff wrote.
    pub reason: Option<String>,
}

/// Why marketing rests, and messages are uncertain, after a restore; whoever reads it is told more by the page.
pub const RESTORED: &str = "restored";

const COLUMNS: &str = "id, stream, kind, customer_id, channel, status, reason, decision, decided_at, attempts, created_at, handed_over_at";

impl CompanyTx<'_> {
    /// The equation over a company's messages of a stream (REL-01). `planned` is counted apart from the states.
    pub async fn balance(&mut self, stream: Stream) -> Result<Balance> {
        let (planned, sent, failed, suppressed, uncertain, pending): (i64, i64, i64, i64, i64, i64) = fetch_one!(
            self.tx,
            (i64, i64, i64, i64, i64, i64),
            "SELECT COUNT(*), COUNT(CASE WHEN status = 'sent' THEN 1 END), COUNT(CASE WHEN status = 'failed' THEN 1 END),
                COUNT(CASE WHEN status = 'suppressed' THEN 1 END), COUNT(CASE WHEN status = 'uncertain' THEN 1 END),
                COUNT(CASE WHEN status IN ('pending', 'handing_over') THEN 1 END)
             FROM messages WHERE company_id = $1 AND stream = $2",
            self.id,
            stream
        )?;
        let n = |n: i64| u64::try_from(n).unwrap_or(0);
        Ok(Balance {
            planned: n(planned),
            sent: n(sent),
            failed: n(failed),
            suppressed: n(suppressed),
            uncertain: n(uncertain),
            pending: n(pending),
        })
    }

    /// What became of marketing messages planned since an instant, by moment; to customers in some regions or all (F200).
    pub async fn tallies(&mut self, since: Timestamp, regions: Option<&[String]>) -> Result<Vec<Tally>> {
        let sql = format!(
            "SELECT kind, channel, status, reason, COUNT(*) AS number FROM messages
             WHERE company_id = $1 AND stream = 'marketing' AND created_at >= $2{}
             GROUP BY kind, channel, status, reason ORDER BY kind, channel, status, reason",
            customer_in("messages.customer_id", regions, 3)
        );
        fetch_all!(
            self.tx,
            Tally,
            sqlx::AssertSqlSafe(sql),
            self.id,
            since;
            regions.into_iter().flatten().cloned()
        )
    }

    /// Messages in one state, the newest first: for the list of uncertain ones above all.
    pub async fn messages_in(&mut self, status: MessageStatus, limit: i64) -> Result<Vec<MessageRow>> {
        let sql = sqlx::AssertSqlSafe(format!(
            "SELECT {COLUMNS} FROM messages WHERE company_id = $1 AND status = $2 ORDER BY created_at DESC, id DESC LIMIT $3"
        ));
        fetch_all!(self.tx, MessageRow, sql, self.id, status, limit)
    }

    /// A customer's messages, the newest first.
    pub async fn messages_of(&mut self, customer: CustomerId, limit: i64) -> Result<Vec<MessageRow>> {
        let sql = sqlx::AssertSqlSafe(format!(
            "SELECT {COLUMNS} FROM messages WHERE company_id = $1 AND customer_id = $2
             ORDER BY created_at DESC, id DESC LIMIT $3"
        ));
        fetch_all!(self.tx, MessageRow, sql, self.id, customer, limit)
    }

    /// One message.
    pub async fn message(&mut self, id: MessageId) -> Result<Option<MessageRow>> {
        let sql = sqlx::AssertSqlSafe(format!(
            "SELECT {COLUMNS} FROM messages WHERE company_id = $1 AND id = $2"
        ));
        fetch_optional!(self.tx, MessageRow, sql, self.id, id)
    }

    /// The brake.
    pub async fn brake(&mut self) -> Result<Brake> {
        Ok(fetch_optional!(
            self.tx,
            Brake,
            "SELECT failures, paused_at, reason FROM marketing_brakes WHERE company_id = $1",
            self.id
        )?
        .unwrap_or_default())
    }

    /// Sets the brake as it stands now.
    pub async fn set_brake(&mut self, brake: &Brake, actor: &str) -> Result<()> {
        execute!(
            self.tx,
            "INSERT INTO marketing_brakes (company_id, failures, paused_at, reason, paused_by) VALUES ($1, $2, $3, $4, $5)
             ON CONFLICT (company_id) DO UPDATE SET failures = excluded.failures, paused_at = excluded.paused_at,
                reason = excluded.reason, paused_by = excluded.paused_by",
            self.id,
            brake.failures,
            brake.paused_at,
            &brake.reason,
            actor
        )?;
        Ok(())
    }
}
