//! Proposals: who is to hear something in a week, and what staff decided (F159).

mod decide;
mod week;

use carport_domain::clock::IsoWeek;
use carport_domain::consent::{Channel, Outcome};
use carport_domain::proposals::{OutcomeKind, ProposalStatus};
use carport_domain::{ActionContactId, ContentVersionId, CustomerId, ProposalId, Timestamp, VehicleId};
use chrono::NaiveDate;
use uuid::Uuid;

pub use decide::{Approval, Renewed, Undecided};
pub use week::{Counted, Filter, WeekMark, WeekRow};

use crate::error::Result;
use crate::tx::{CompanyTx, Conn};

/// Rows inserted by one statement.
const CHUNK: usize = 250;

/// A proposal to be kept.
#[derive(Debug, Clone)]
pub struct NewProposal {
    /// Who.
    pub customer: CustomerId,
    /// About which car.
    pub vehicle: Option<VehicleId>,
    /// What makes next year's a new one.
    pub occurrence: String,
    /// The date behind it.
    pub due_on: Option<NaiveDate>,
    /// What the gate's answers amount to.
    pub outcome: Outcome,
    /// Why this channel, or why none: a stable code.
    pub reason: &'static str,
    /// The gate's answers, as JSON.
    pub decision: String,
}

/// What all proposals of one insertion share.
#[derive(Debug, Clone, Copy)]
pub struct ProposedFor<'a> {
    /// The moment's key.
    pub moment: &'a str,
    /// The week.
    pub week: IsoWeek,
    /// The action contact, where it is one.
    pub action: Option<ActionContactId>,
}

/// A proposal.
#[derive(Debug, Clone, PartialEq, Eq, sqlx_macros::FromRow)]
pub struct Proposal {
    /// Its id.
    pub id: ProposalId,
    /// Of which moment.
    pub moment: String,
    /// Who.
    pub customer_id: CustomerId,
    /// About which car; the nil id where the moment is about none.
    pub vehicle_id: VehicleId,
    /// In which week it stands, such as `2026-W48`.
    pub week: String,
    /// The action contact it belongs to.
    pub action_contact_id: Option<ActionContactId>,
    /// The date behind it.
    pub due_on: Option<NaiveDate>,
    /// What the gate's answers amount to.
    pub outcome: OutcomeKind,
    /// The channel a message takes.
    pub channel: Option<Channel>,
    /// Why this channel, or why none.
    pub reason: String,
    /// The gate's answers, as JSON.
    pub decision: String,
    /// What became of it.
    pub status: ProposalStatus,
    /// The content that approval pinned.
    pub content_version_id: Option<ContentVersionId>,
    /// Who decided.
    pub decided_by: Option<String>,
    /// When.
    pub decided_at: Option<Timestamp>,
    /// When it was proposed.
    pub created_at: Timestamp,
}

impl Proposal {
    /// The car, where the moment is about one.
    pub fn vehicle(&self) -> Option<VehicleId> {
        (!self.vehicle_id.0.is_nil()).then_some(self.vehicle_id)
    }
}

pub(crate) const COLUMNS: &str =
    "id, moment, customer_id, vehicle_id, week, action_contact_id, due_on, outcome, channel,
    reason, decision, status, content_version_id, decided_by, decided_at, created_at";

/// The channel of an outcome, where a message goes.
pub(crate) const fn channel_of(outcome: &Outcome) -> Option<Channel> {
    match outcome {
        Outcome::Send { channel } => Some(*channel),
        _ => None,
    }
}

impl CompanyTx<'_> {
    /// Keeps proposals; what was proposed before stays as it is. The number of new ones.
    pub async fn add_proposals(&mut self, shared: ProposedFor<'_>, new: &[NewProposal]) -> Result<u64> {
        let (company, now) = (self.id, self.now());
        let week = shared.week.to_string();
        let mut added = 0;
        macro_rules! insert {
            ($conn:expr, $db:ty, $rows:expr) => {{
                let mut q = sqlx::QueryBuilder::<$db>::new(
                    "INSERT INTO proposals (company_id, id, moment, customer_id, vehicle_id, occurrence, week, first_week,
                        action_contact_id, due_on, outcome, channel, reason, decision, status, created_at) ",
                );
                q.push_values($rows, |mut row, p| {
                    row.push_bind(company)
                        .push_bind(ProposalId::new(now))
                        .push_bind(shared.moment)
                        .push_bind(p.customer)
                        .push_bind(p.vehicle.map_or(Uuid::nil(), |v| v.0))
                        .push_bind(p.occurrence.as_str())
                        .push_bind(week.as_str())
                        .push_bind(week.as_str())
                        .push_bind(shared.action)
                        .push_bind(p.due_on)
                        .push_bind(OutcomeKind::of(&p.outcome))
                        .push_bind(channel_of(&p.outcome))
                        .push_bind(p.reason)
                        .push_bind(p.decision.as_str())
                        .push_bind(ProposalStatus::Proposed)
                        .push_bind(now);
                });
                q.push(" ON CONFLICT DO NOTHING");
                added += q.build().execute(&mut **$conn).await?.rows_affected();
            }};
        }
        for rows in new.chunks(CHUNK) {
            match &mut self.tx.conn {
                Conn::Sqlite(c) => insert!(c, sqlx::Sqlite, rows),
                Conn::Postgres(c) => insert!(c, sqlx::Postgres, rows),
            }
        }
        Ok(added)
    }

    /// One proposal.
    pub async fn proposal(&mut self, id: ProposalId) -> Result<Option<Proposal>> {
        let sql = sqlx::AssertSqlSafe(format!(
            "SELECT {COLUMNS} FROM proposals WHERE company_id = $1 AND id = $2"
        ));
        fetch_optional!(self.tx, Proposal, sql, self.id, id)
    }

    /// A customer's proposals, the newest first.
    pub async fn proposals_of(&mut self, customer: CustomerId, limit: i64) -> Result<Vec<Proposal>> {
        let sql = sqlx::AssertSqlSafe(format!(
            "SELECT {COLUMNS} FROM proposals WHERE company_id = $1 AND customer_id = $2
             ORDER BY created_at DESC, id DESC LIMIT $3"
        ));
        fetch_all!(self.tx, Proposal, sql, self.id, customer, limit)
    }
}
