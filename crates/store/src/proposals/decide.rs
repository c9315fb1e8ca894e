//! Staff's decisions: set by set, in bounded chunks, and each with who and when.

use std::collections::HashMap;

use carport_domain::clock::IsoWeek;
use carport_domain::consent::{Channel, Outcome};
use carport_domain::proposals::{Decision, OutcomeKind, ProposalStatus};
use carport_domain::{CallId, ContentVersionId, CustomerId, MessageId, ProposalId, Timestamp, VehicleId};
use chrono::NaiveDate;

use super::week::{self, ON, WeekMark};
use super::{CHUNK, COLUMNS, Proposal, channel_of};
use crate::error::Result;
use crate::sql::placeholders;
use crate::tx::{CompanyTx, Conn};

/// A proposal that waits, as far as approving it needs.
#[derive(Debug, Clone, PartialEq, Eq, sqlx_macros::FromRow)]
pub struct Undecided {
    /// The proposal.
    pub id: ProposalId,
    /// Who.
    pub customer_id: CustomerId,
    /// About which car; the nil id where the moment is about none.
    pub vehicle_id: VehicleId,
    /// What was proposed.
    pub outcome: OutcomeKind,
    /// By which channel.
    pub channel: Option<Channel>,
    /// The date behind it.
    pub due_on: Option<NaiveDate>,
}

impl Undecided {
    /// The place after which the next begin.
    pub fn mark(&self) -> WeekMark {
        week::mark(self.due_on, self.id)
    }
}

/// The gate's new answer about a proposal that waits.
#[derive(Debug, Clone, PartialEq)]
pub struct Renewed {
    /// The proposal.
    pub id: ProposalId,
    /// What the answers amount to.
    pub outcome: Outcome,
    /// Why this channel, or why none: a stable code.
    pub reason: &'static str,
    /// The answers, as JSON.
    pub decision: String,
}

/// What approving a set of proposals of one moment needs.
#[derive(Debug, Clone, Copy)]
pub struct Approval<'a> {
    /// The moment's key.
    pub moment: &'a str,
    /// The content, pinned.
    pub content: ContentVersionId,
    /// Until when messages may go out.
    pub expires_at: Timestamp,
    /// Which moment goes first; the smaller number does.
    pub priority: i64,
    /// Who decides.
    pub actor: &'a str,
}

impl CompanyTx<'_> {
    /// Proposals of a moment that wait in a week: all, or those with one outcome by one channel. After a given place, the nearest
    /// dates first.
    pub async fn undecided(
        &mut self,
        week: IsoWeek,
        moment: &str,
        going: Option<(OutcomeKind, Option<Channel>)>,
        after: Option<WeekMark>,
        limit: i64,
    ) -> Result<Vec<Undecided>> {
        let (date, id) = after.unwrap_or_else(week::beginning);
        let (outcome, channel) = going.unzip();
        let sql = format!(
            "SELECT p.id, p.customer_id, p.vehicle_id, p.outcome, p.channel, p.due_on FROM proposals p
             WHERE p.company_id = $1 AND p.week = $2 AND p.moment = $3 AND p.status = 'proposed'
               AND (CAST($4 AS TEXT) IS NULL OR p.outcome = $4) AND (CAST($5 AS TEXT) IS NULL OR p.channel = $5)
               AND {ON} >= $6 AND ({ON}, p.id) > ($6, $7)
             ORDER BY {ON}, p.id LIMIT $8"
        );
        fetch_all!(
            self.tx,
            Undecided,
            sqlx::AssertSqlSafe(sql),
            self.id,
            week.to_string(),
            moment,
            outcome,
            channel.flatten(),
            date,
            id,
            limit
        )
    }

    /// Proposals by id.
    pub async fn proposals_by_id(&mut self, ids: &[ProposalId]) -> Result<Vec<Proposal>> {
        let mut all = Vec::with_capacity(ids.len());
        for chunk in ids.chunks(CHUNK) {
            let sql = format!(
                "SELECT {COLUMNS} FROM proposals WHERE company_id = $1 AND id IN ({}) ORDER BY id",
                placeholders(2, chunk.len())
            );
            all.extend(
                fetch_all!(self.tx, Proposal, sqlx::AssertSqlSafe(sql), self.id; chunk.iter().copied())?,
            );
        }
        Ok(all)
    }

    /// Approves proposals that still wait: a message for those that are sent, an entry on the call list for the others, with
    /// the given reasons. The number approved.
    pub async fn approve(
        &mut self,
        approval: &Approval<'_>,
        proposals: &HashMap<ProposalId, (CustomerId, Outcome, &'static str)>,
    ) -> Result<u64> {
        let ids: Vec<ProposalId> = proposals.keys().copied().collect();
        let now = self.now();
        let mut approved = 0;
        for chunk in ids.chunks(CHUNK) {
            let sql = format!(
                "UPDATE proposals SET status = 'approved', content_version_id = $2, decided_by = $3, decided_at = $4
                 WHERE company_id = $1 AND status = 'proposed' AND id IN ({}) RETURNING id",
                placeholders(5, chunk.len())
            );
            let won: Vec<(ProposalId,)> = fetch_all!(
                self.tx,
                (ProposalId,),
                sqlx::AssertSqlSafe(sql),
                self.id,
                approval.content,
                approval.actor,
                now;
                chunk.iter().copied()
            )?;
            approved += won.len() as u64;
            let won: Vec<_> = won
                .into_iter()
                .filter_map(|(id,)| {
                    proposals
                        .get(&id)
                        .map(|(customer, outcome, why)| (id, *customer, *outcome, *why))
                })
                .collect();
            self.add_messages(approval, &won).await?;
            self.add_calls(&won).await?;
        }
        Ok(approved)
    }

    async fn add_messages(
        &mut self,
        approval: &Approval<'_>,
        won: &[(ProposalId, CustomerId, Outcome, &'static str)],
    ) -> Result<()> {
        let rows: Vec<_> = won
            .iter()
            .filter_map(|(id, customer, o, _)| channel_of(o).map(|c| (*id, *customer, c)))
            .collect();
        if rows.is_empty() {
            return Ok(());
        }
        let (company, now) = (self.id, self.now());
        macro_rules! insert {
            ($conn:expr, $db:ty) => {{
                let mut q = sqlx::QueryBuilder::<$db>::new(
                    "INSERT INTO messages (company_id, id, stream, kind, proposal_id, customer_id, channel, content_version_id,
                        payload, status, attempts, next_attempt_at, created_at, expires_at, priority) ",
                );
                q.push_values(&rows, |mut row, (proposal, customer, channel)| {
                    row.push_bind(company)
                        .push_bind(MessageId::new(now))
                        .push_bind("marketing")
                        .push_bind(approval.moment)
                        .push_bind(*proposal)
                        .push_bind(*customer)
                        .push_bind(*channel)
                        .push_bind(approval.content)
                        .push_bind("{}")
                        .push_bind("pending")
                        .push_bind(0_i64)
                        .push_bind(now)
                        .push_bind(now)
                        .push_bind(approval.expires_at)
                        .push_bind(approval.priority);
                });
                q.build().execute(&mut **$conn).await?;
            }};
        }
        match &mut self.tx.conn {
            Conn::Sqlite(c) => insert!(c, sqlx::Sqlite),
            Conn::Postgres(c) => insert!(c, sqlx::Postgres),
        }
        Ok(())
    }

    async fn add_calls(&mut self, won: &[(ProposalId, CustomerId, Outcome, &'static str)]) -> Result<()> {
        let rows: Vec<_> = won
            .iter()
            .filter_map(|(id, customer, outcome, why)| match outcome {
                Outcome::CallList { locked } => Some((*id, *customer, locked.map(|l| l.as_str()), *why)),
                _ => None,
            })
            .collect();
        if rows.is_empty() {
            return Ok(());
        }
        let (company, now) = (self.id, self.now());
        macro_rules! insert {
            ($conn:expr, $db:ty) => {{
                let mut q = sqlx::QueryBuilder::<$db>::new(
                    "INSERT INTO calls (company_id, id, proposal_id, customer_id, state, lock_reason, reason, created_at) ",
                );
                q.push_values(&rows, |mut row, (proposal, customer, locked, why)| {
                    row.push_bind(company)
                        .push_bind(CallId::new(now))
                        .push_bind(*proposal)
                        .push_bind(*customer)
                        .push_bind(if locked.is_some() { "locked" } else { "open" })
                        .push_bind(*locked)
                        .push_bind(*why)
                        .push_bind(now);
                });
                q.push(" ON CONFLICT DO NOTHING");
                q.build().execute(&mut **$conn).await?;
            }};
        }
        match &mut self.tx.conn {
            Conn::Sqlite(c) => insert!(c, sqlx::Sqlite),
            Conn::Postgres(c) => insert!(c, sqlx::Postgres),
        }
        Ok(())
    }

    /// Puts the gate's new answers in the place of old ones, for proposals that still wait.
    pub async fn renew_proposals(&mut self, renewed: &[Renewed]) -> Result<()> {
        let company = self.id;
        macro_rules! update {
            ($conn:expr, $db:ty, $rows:expr) => {{
                let mut q = sqlx::QueryBuilder::<$db>::new("WITH v (id, outcome, channel, reason, decision) AS (");
                q.push_values($rows, |mut row, r: &Renewed| {
                    row.push_bind(r.id)
                        .push_bind(OutcomeKind::of(&r.outcome))
                        .push_bind(channel_of(&r.outcome))
                        .push_bind(r.reason)
                        .push_bind(r.decision.as_str());
                });
                q.push(
                    ") UPDATE proposals SET outcome = v.outcome, channel = v.channel, reason = v.reason, decision = v.decision
                     FROM v WHERE proposals.company_id = ",
                );
                q.push_bind(company);
                q.push(" AND proposals.id = v.id AND proposals.status = 'proposed'");
                q.build().execute(&mut **$conn).await?;
            }};
        }
        for rows in renewed.chunks(CHUNK) {
            match &mut self.tx.conn {
                Conn::Sqlite(c) => update!(c, sqlx::Sqlite, rows),
                Conn::Postgres(c) => update!(c, sqlx::Postgres, rows),
            }
        }
        Ok(())
    }

    /// Skips or postpones proposals that wait. The number changed.
    pub async fn set_aside(&mut self, ids: &[ProposalId], decision: Decision, actor: &str) -> Result<u64> {
        let now = self.now();
        let mut changed = 0;
        for chunk in ids.chunks(CHUNK) {
            let sql = format!(
                "UPDATE proposals SET status = $2, decided_by = $3, decided_at = $4
                 WHERE company_id = $1 AND status = 'proposed' AND id IN ({})",
                placeholders(5, chunk.len())
            );
            changed += execute!(
                self.tx,
                sqlx::AssertSqlSafe(sql),
                self.id,
                decision.to(),
                actor,
                now;
                chunk.iter().copied()
            )?;
        }
        Ok(changed)
    }

    /// Takes decisions back as long as nothing went out and nobody called: the messages and entries they made go too. The
    /// number taken back.
    pub async fn undo_decisions(&mut self, ids: &[ProposalId]) -> Result<u64> {
        let mut changed = 0;
        for chunk in ids.chunks(CHUNK) {
            let list = placeholders(2, chunk.len());
            let run = |sql: String| sqlx::AssertSqlSafe(sql);
            execute!(
                self.tx,
                run(format!(
                    "DELETE FROM messages WHERE company_id = $1 AND proposal_id IN ({list}) AND status = 'pending' AND attempts = 0"
                )),
                self.id;
                chunk.iter().copied()
            )?;
            execute!(
                self.tx,
                run(format!(
                    "DELETE FROM calls WHERE company_id = $1 AND proposal_id IN ({list}) AND state IN ('open', 'locked')
                       AND NOT EXISTS (SELECT 1 FROM call_attempts a WHERE a.company_id = calls.company_id AND a.call_id = calls.id)"
                )),
                self.id;
                chunk.iter().copied()
            )?;
            changed += execute!(
                self.tx,
                run(format!(
                    "UPDATE proposals SET status = 'proposed', content_version_id = NULL, decided_by = NULL, decided_at = NULL
                     WHERE company_id = $1 AND id IN ({list}) AND status IN ('approved', 'skipped', 'postponed')
                       AND NOT EXISTS (SELECT 1 FROM messages m WHERE m.company_id = proposals.company_id
                                       AND m.proposal_id = proposals.id)
                       AND NOT EXISTS (SELECT 1 FROM calls k WHERE k.company_id = proposals.company_id
                                       AND k.proposal_id = proposals.id)"
                )),
                self.id;
                chunk.iter().copied()
            )?;
        }
        Ok(changed)
    }

    /// Brings what was postponed before a week into it, so many at once. What they were about is asked again before anything
    /// happens. The number brought.
    pub async fn bring_back_postponed(&mut self, moment: &str, week: IsoWeek, limit: i64) -> Result<u64> {
        execute!(
            self.tx,
            "UPDATE proposals SET week = $3, status = 'proposed', decided_by = NULL, decided_at = NULL
             WHERE company_id = $1 AND id IN (
                 SELECT id FROM proposals WHERE company_id = $1 AND moment = $2 AND status = 'postponed' AND week < $3
                 ORDER BY week, id LIMIT $4)",
            self.id,
            moment,
            week.to_string(),
            limit
        )
    }

    /// Ends proposals that nobody decided on in time, those of weeks before `week`, so many at once. The number ended.
    pub async fn expire_proposals(&mut self, moment: &str, week: IsoWeek, limit: i64) -> Result<u64> {
        let now = self.now();
        execute!(
            self.tx,
            "UPDATE proposals SET status = 'expired', decided_by = 'system', decided_at = $4
             WHERE company_id = $1 AND id IN (
                 SELECT id FROM proposals WHERE company_id = $1 AND moment = $2 AND status = 'proposed' AND week < $3
                 ORDER BY week, id LIMIT $5)",
            self.id,
            moment,
            week.to_string(),
            now,
            limit
        )
    }

    /// Marks proposals ended.
    pub async fn finish_proposals(&mut self, ids: &[ProposalId]) -> Result<()> {
        for chunk in ids.chunks(CHUNK) {
            let sql = format!(
                "UPDATE proposals SET status = '{}' WHERE company_id = $1 AND id IN ({}) AND status = 'approved'",
                ProposalStatus::Done,
                placeholders(2, chunk.len())
            );
            execute!(self.tx, sqlx::AssertSqlSafe(sql), self.id; chunk.iter().copied())?;
        }
        Ok(())
    }
}
