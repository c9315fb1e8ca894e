//! Marketing messages: claimed, asked about again, handed over at most once (STANDARDS §6, CON-01, CON-02).
//!
//! `pending → handing_over` is the claim, and `begun_at` the last word before a message leaves. One that had begun when its
//! process was gone becomes `uncertain` and is never sent again by itself; one that had not waits again.
//!
//! A claim is on the disk when it is committed. What is noted about it after that need not be (`Store::begin_light`): so once
//! the machine was started anew since the claim, all of its messages count as begun.

use carport_domain::consent::Channel;
use carport_domain::{
    ContactPointId, ContentVersionId, CustomerId, LetterBatchId, MessageId, ProposalId, Timestamp, VehicleId,
};
use chrono::NaiveDate;

use super::MessageStatus;
use crate::error::Result;
use crate::sql::placeholders;
use crate::tx::{CompanyTx, Conn};

/// Rows changed by one statement.
const CHUNK: usize = 250;

/// A message that could go out now.
#[derive(Debug, Clone, PartialEq, Eq, sqlx_macros::FromRow)]
pub struct Candidate {
    /// Its id.
    pub id: MessageId,
    /// The moment's key.
    pub kind: String,
    /// The proposal behind it.
    pub proposal_id: ProposalId,
    /// To whom.
    pub customer_id: CustomerId,
    /// About which car; the nil id where it is about none.
    pub vehicle_id: VehicleId,
    /// The date behind it.
    pub due_on: Option<NaiveDate>,
    /// What it says.
    pub content_version_id: ContentVersionId,
    /// Attempts begun before.
    pub attempts: i64,
    /// Until when it may go out.
    pub expires_at: Option<Timestamp>,
}

/// A candidate that the gate lets go.
#[derive(Debug, Clone)]
pub struct Claim {
    /// The message.
    pub id: MessageId,
    /// The Message-ID it keeps on every attempt; none for what is not mail.
    pub message_id: Option<String>,
    /// Where it goes.
    pub contact_point: ContactPointId,
    /// The gate's answer, as JSON.
    pub decision: String,
}

/// How an attempt ended, or why there was none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ended {
    /// The channel took it: at this instant, and this was its content.
    Sent {
        /// When it was handed over.
        at: Timestamp,
        /// SHA-256 of what was handed over.
        sha256: [u8; 32],
    },
    /// It ended otherwise, for this reason.
    Final {
        /// `failed`, `suppressed` or `uncertain`.
        status: MessageStatus,
        /// A stable code.
        reason: &'static str,
        /// The gate's answer, where that is the reason.
        decision: Option<String>,
    },
    /// It was answered, not taken, and goes again later.
    Later {
        /// When.
        at: Timestamp,
        /// A stable code.
        reason: &'static str,
    },
}

impl CompanyTx<'_> {
    /// Messages of a channel that are due, the most important first; on PostgreSQL they are locked for this transaction, and
    /// only one transaction at a time claims for a company, so that nobody gets more than the pace allows.
    pub async fn message_candidates(&mut self, channel: Channel, limit: i64) -> Result<Vec<Candidate>> {
        let now = self.now();
        self.tx.take_turn("claim", self.id).await?;
        fetch_all!(
            self.tx,
            Candidate,
            "SELECT m.id, m.kind, m.proposal_id, m.customer_id, p.vehicle_id, p.due_on, m.content_version_id, m.attempts,
                m.expires_at
             FROM messages m JOIN proposals p ON p.company_id = m.company_id AND p.id = m.proposal_id
             WHERE m.company_id = $1 AND m.channel = $2 AND m.status = 'pending' AND m.stream = 'marketing'
               AND m.next_attempt_at <= $3
             ORDER BY m.priority, m.next_attempt_at, m.id LIMIT $4",
            self.id,
            channel,
            now,
            limit
        )
    }

    /// Claims messages the gate lets go: from here on they count as handed over until something else is recorded.
    pub async fn claim_messages(&mut self, claims: &[Claim], batch: Option<LetterBatchId>) -> Result<()> {
        let (company, now) = (self.id, self.now());
        let claimed_in = self.tx.store.lasts_for().map(str::to_owned);
        macro_rules! update {
            ($conn:expr, $db:ty, $rows:expr) => {{
                let mut q = sqlx::QueryBuilder::<$db>::new("WITH v (id, header, contact_point, decision) AS (");
                q.push_values($rows, |mut row, c: &Claim| {
                    row.push_bind(c.id)
                        .push_bind(c.message_id.as_deref())
                        .push_bind(c.contact_point)
                        .push_bind(c.decision.as_str());
                });
                q.push(
                    ") UPDATE messages SET status = 'handing_over', attempts = attempts + 1,
                        message_id_header = COALESCE(message_id_header, v.header), contact_point_id = v.contact_point,
                        decision = v.decision, reason = NULL, begun_at = NULL, decided_at = ",
                );
                q.push_bind(now);
                q.push(", letter_batch_id = ");
                q.push_bind(batch);
                q.push(", claimed_in = ");
                q.push_bind(claimed_in.as_deref());
                q.push(" FROM v WHERE messages.company_id = ");
                q.push_bind(company);
                q.push(" AND messages.id = v.id AND messages.status = 'pending'");
                q.build().execute(&mut **$conn).await?;
            }};
        }
        for rows in claims.chunks(CHUNK) {
            match &mut self.tx.conn {
                Conn::Sqlite(c) => update!(c, sqlx::Sqlite, rows),
                Conn::Postgres(c) => update!(c, sqlx::Postgres, rows),
            }
        }
        Ok(())
    }

    /// Records how attempts ended. A message that was found abandoned meanwhile takes what its process has to say after all.
    pub async fn record_messages(&mut self, ended: &[(MessageId, Ended)]) -> Result<()> {
        let (company, now) = (self.id, self.now());
        macro_rules! update {
            ($conn:expr, $db:ty, $rows:expr) => {{
                let mut q = sqlx::QueryBuilder::<$db>::new(
                    "WITH v (id, status, reason, decision, handed, finished, again, sha) AS (",
                );
                q.push_values($rows, |mut row, (id, ended): &(MessageId, Ended)| {
                    row.push_bind(*id);
                    match ended {
                        Ended::Sent { at, sha256 } => row
                            .push_bind(MessageStatus::Sent)
                            .push_bind(None::<&str>)
                            .push_bind(None::<String>)
                            .push_bind(Some(*at))
                            .push_bind(Some(now))
                            .push_bind(None::<Timestamp>)
                            .push_bind(Some(sha256.to_vec())),
                        Ended::Final {
                            status,
                            reason,
                            decision,
                        } => row
                            .push_bind(*status)
                            .push_bind(Some(*reason))
                            .push_bind(decision.clone())
                            .push_bind(None::<Timestamp>)
                            .push_bind(Some(now))
                            .push_bind(None::<Timestamp>)
                            .push_bind(None::<Vec<u8>>),
                        Ended::Later { at, reason } => row
                            .push_bind(MessageStatus::Pending)
                            .push_bind(Some(*reason))
                            .push_bind(None::<String>)
                            .push_bind(None::<Timestamp>)
                            .push_bind(None::<Timestamp>)
                            .push_bind(Some(*at))
                            .push_bind(None::<Vec<u8>>),
                    };
                });
                q.push(
                    ") UPDATE messages SET status = v.status, reason = v.reason,
                        decision = COALESCE(v.decision, messages.decision), handed_over_at = v.handed,
                        finished_at = v.finished, next_attempt_at = v.again, content_sha256 = v.sha,
                        decided_at = CASE WHEN v.decision IS NULL THEN messages.decided_at ELSE ",
                );
                q.push_bind(now);
                q.push(" END FROM v WHERE messages.company_id = ");
                q.push_bind(company);
                q.push(
                    " AND messages.id = v.id AND messages.stream = 'marketing'
                      AND (messages.status IN ('pending', 'handing_over')
                           OR (messages.status = 'uncertain' AND messages.reason = 'interrupted'))",
                );
                q.build().execute(&mut **$conn).await?;
            }};
        }
        for rows in ended.chunks(CHUNK) {
            match &mut self.tx.conn {
                Conn::Sqlite(c) => update!(c, sqlx::Sqlite, rows),
                Conn::Postgres(c) => update!(c, sqlx::Postgres, rows),
            }
        }
        Ok(())
    }

    /// Gives claims back that were not attempted after all, as when the gate's answer grew too old on the way.
    pub async fn release_messages(&mut self, ids: &[MessageId]) -> Result<()> {
        let now = self.now();
        for chunk in ids.chunks(CHUNK) {
            let sql = format!(
                "UPDATE messages SET status = 'pending', attempts = attempts - 1, next_attempt_at = $2, decision = NULL,
                    decided_at = NULL, letter_batch_id = NULL
                 WHERE company_id = $1 AND status = 'handing_over' AND stream = 'marketing' AND begun_at IS NULL
                   AND id IN ({})",
                placeholders(3, chunk.len())
            );
            execute!(self.tx, sqlx::AssertSqlSafe(sql), self.id, now; chunk.iter().copied())?;
        }
        Ok(())
    }

    /// Notes that claimed messages are about to be handed over; only those that are returned may be. The others are no longer
    /// this process's, or the gate's answer is older than `fresh_since`.
    pub async fn begin_hand_over(
        &mut self,
        ids: &[MessageId],
        fresh_since: Timestamp,
    ) -> Result<Vec<MessageId>> {
        let now = self.now();
        let mut begun = Vec::with_capacity(ids.len());
        for chunk in ids.chunks(CHUNK) {
            let sql = format!(
                "UPDATE messages SET begun_at = $2
                 WHERE company_id = $1 AND status = 'handing_over' AND begun_at IS NULL AND decided_at >= $3 AND id IN ({})
                 RETURNING id",
                placeholders(4, chunk.len())
            );
            let rows: Vec<(MessageId,)> = fetch_all!(
                self.tx,
                (MessageId,),
                sqlx::AssertSqlSafe(sql),
                self.id,
                now,
                fresh_since;
                chunk.iter().copied()
            )?;
            begun.extend(rows.into_iter().map(|(id,)| id));
        }
        Ok(begun)
    }

    /// Claims made before `before` whose process has not been heard of. Of those whose hand-over had begun, or may have, nobody
    /// knows whether they left: they are uncertain, and counted. The others never left and wait again. Letters are not
    /// among them; nothing of a letter leaves before it is printed.
    pub async fn abandon_claims(&mut self, before: Timestamp) -> Result<u64> {
        let now = self.now();
        let lasts_for = self.tx.store.lasts_for().unwrap_or_default().to_owned();
        let uncertain = execute!(
            self.tx,
            "UPDATE messages SET status = 'uncertain', reason = 'interrupted', finished_at = $3
             WHERE company_id = $1 AND status = 'handing_over' AND stream = 'marketing' AND channel <> 'letter'
               AND (begun_at IS NOT NULL OR claimed_in <> $4) AND decided_at < $2",
            self.id,
            before,
            now,
            lasts_for
        )?;
        execute!(
            self.tx,
            "UPDATE messages SET status = 'pending', attempts = attempts - 1, next_attempt_at = $3, decision = NULL,
                decided_at = NULL
             WHERE company_id = $1 AND status = 'handing_over' AND stream = 'marketing' AND channel <> 'letter'
               AND decided_at < $2",
            self.id,
            before,
            now
        )?;
        Ok(uncertain)
    }

    /// Keeps back what waited until its time was over, on whatever channel. The number of messages.
    pub async fn expire_messages(&mut self) -> Result<u64> {
        let now = self.now();
        let expired = execute!(
            self.tx,
            "UPDATE messages SET status = 'suppressed', reason = 'expired', finished_at = $2
             WHERE company_id = $1 AND status = 'pending' AND stream = 'marketing' AND expires_at <= $2",
            self.id,
            now
        )?;
        if expired > 0 {
            execute!(
                self.tx,
                "UPDATE proposals SET status = 'done' WHERE company_id = $1 AND status = 'approved' AND id IN (
                     SELECT proposal_id FROM messages WHERE company_id = $1 AND status = 'suppressed' AND finished_at = $2)",
                self.id,
                now
            )?;
        }
        Ok(expired)
    }

    /// Settles a message of which nobody knew whether it left, after somebody looked. False when it is not such a one.
    pub async fn settle_uncertain(&mut self, id: MessageId, arrived: bool) -> Result<bool> {
        let now = self.now();
        // CON-01 speaks of the hand-over: it happened, if at all, right after the claim. Of one that left after the backup that was
        // restored, the gate's answer is lost: it counts as kept back here, for that reason.
        let (status, reason) = if arrived {
            (MessageStatus::Sent, "reviewed-sent")
        } else {
            (MessageStatus::Failed, "reviewed-failed")
        };
        Ok(execute!(
            self.tx,
            "UPDATE messages SET finished_at = $5,
                status = CASE WHEN $3 = 'sent' AND stream = 'marketing' AND decision IS NULL THEN 'suppressed' ELSE $3 END,
                reason = CASE WHEN $3 = 'sent' AND stream = 'marketing' AND decision IS NULL THEN 'sent-before-restore' ELSE $4 END,
                handed_over_at = CASE WHEN $3 = 'sent' THEN decided_at ELSE NULL END
             WHERE company_id = $1 AND id = $2 AND status = 'uncertain'",
            self.id,
            id,
            status,
            reason,
            now
        )? > 0)
    }

    /// Keeps a message back that has not gone out. False when it has, or ended otherwise.
    pub async fn cancel_message(&mut self, id: MessageId) -> Result<bool> {
        let now = self.now();
        Ok(execute!(
            self.tx,
            "UPDATE messages SET status = 'suppressed', reason = 'cancelled', finished_at = $3
             WHERE company_id = $1 AND id = $2 AND status = 'pending'",
            self.id,
            id,
            now
        )? > 0)
    }

    /// When the next message of a channel is due; none when none waits.
    pub async fn next_message_at(&mut self, channel: Channel) -> Result<Option<Timestamp>> {
        fetch_scalar!(
            self.tx,
            Option<Timestamp>,
            "SELECT MIN(next_attempt_at) FROM messages
             WHERE company_id = $1 AND channel = $2 AND status = 'pending' AND stream = 'marketing'",
            self.id,
            channel
        )
    }
}
