//! Staff's decisions: set by set, in bounded chunks, and each with who and when.

use std::collections::HashMap;

use carport_domain::clock::IsoWeek;
use carport_domain::consent::{Channel, Outcome};
use carport_domain::proposals::{Decision, OutcomeKind, ProposalStatus};
use carport_domain::{CallId, ContentVersionId, CustomerId, MessageId, ProposalId, Timestamp, VehicleId};

use super::{CHUNK, COLUMNS, Proposal, channel_of};
use crate::error::Result;
use crate::sql::placeholders;
use crate::tx::{CompanyTx, Conn};

/// A proposal that waits, as far as approving it needs.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
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
    /// Proposals of a moment that wait in a week, after a given one, in the order of their ids.
    pub async fn undecided(
        &mut self,
        week: IsoWeek,
        moment: &str,
        after: Option<ProposalId>,
        limit: i64,
    ) -> Result<Vec<Undecided>> {
        fetch_all!(
            self.tx,
            Undecided,
            "SELECT id, customer_id, vehicle_id, outcome, channel FROM proposals
             WHERE company_id = $1 AND week = $2 AND moment = $3 AND status = 'proposed' AND outcome <> 'nothing' AND id > $4
             ORDER BY id LIMIT $5",
            self.id,
            week.to_string(),
            moment,
            after.unwrap_or(ProposalId(uuid::Uuid::nil())),
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
        let now = self.now();
        for (proposal, customer, outcome, why) in won {
            let Outcome::CallList { locked } = outcome else {
                continue;
            };
            execute!(
                self.tx,
                "INSERT INTO calls (company_id, id, proposal_id, customer_id, state, lock_reason, reason, created_at)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING",
                self.id,
                CallId::new(now),
                *proposal,
                *customer,
                if locked.is_some() { "locked" } else { "open" },
                locked.map(|why| why.as_str()),
                *why,
                now
            )?;
        }
        Ok(())
    }

    /// Puts the gate's new answer in the place of an old one, for a proposal that still waits.
    pub async fn renew_proposal(
        &mut self,
        id: ProposalId,
        outcome: &Outcome,
        reason: &str,
        decision: &str,
    ) -> Result<()> {
        execute!(
            self.tx,
            "UPDATE proposals SET outcome = $3, channel = $4, reason = $5, decision = $6
             WHERE company_id = $1 AND id = $2 AND status = 'proposed'",
            self.id,
            id,
            OutcomeKind::of(outcome),
            channel_of(outcome),
            reason,
            decision
        )?;
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

    /// Brings what was postponed before a week into it. What they were about is asked again before anything happens.
    pub async fn bring_back_postponed(&mut self, moment: &str, week: IsoWeek) -> Result<u64> {
        execute!(
            self.tx,
            "UPDATE proposals SET week = $3, status = 'proposed', decided_by = NULL, decided_at = NULL
             WHERE company_id = $1 AND moment = $2 AND status = 'postponed' AND week < $3",
            self.id,
            moment,
            week.to_string()
        )
    }

    /// Ends proposals that nobody decided on in time: those of weeks before `week`.
    pub async fn expire_proposals(&mut self, moment: &str, week: IsoWeek) -> Result<u64> {
        let now = self.now();
        execute!(
            self.tx,
            "UPDATE proposals SET status = 'expired', decided_by = 'system', decided_at = $4
             WHERE company_id = $1 AND moment = $2 AND status = 'proposed' AND week < $3",
            self.id,
            moment,
            week.to_string(),
            now
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
