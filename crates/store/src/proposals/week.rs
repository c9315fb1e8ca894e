//! A week as staff see it: rows by page, and counts that add up.

use carport_domain::clock::IsoWeek;
use carport_domain::consent::Channel;
use carport_domain::proposals::{OutcomeKind, ProposalStatus};
use carport_domain::{CustomerId, ProposalId, VehicleId};
use chrono::NaiveDate;

use crate::error::Result;
use crate::regions::customer_in;
use crate::tx::CompanyTx;

/// Which rows of a week.
#[derive(Debug, Clone, Default)]
pub struct Filter<'a> {
    /// Of one moment.
    pub moment: Option<&'a str>,
    /// In one state.
    pub status: Option<ProposalStatus>,
    /// With one outcome.
    pub outcome: Option<OutcomeKind>,
    /// By one channel.
    pub channel: Option<Channel>,
    /// Of customers in these regions; none: of the whole company (F200).
    pub regions: Option<&'a [String]>,
}

/// One row of the week.
#[derive(Debug, Clone, PartialEq, Eq, sqlx_macros::FromRow)]
pub struct WeekRow {
    /// The proposal.
    pub id: ProposalId,
    /// Its moment.
    pub moment: String,
    /// Who.
    pub customer_id: CustomerId,
    /// Their number.
    pub customer_number: Option<String>,
    /// First name.
    pub first_name: Option<String>,
    /// Infix.
    pub infix: Option<String>,
    /// Surname.
    pub last_name: String,
    /// Firm.
    pub business_name: Option<String>,
    /// About which car; the nil id where the moment is about none.
    pub vehicle_id: VehicleId,
    /// Its plate.
    pub plate: Option<String>,
    /// Its make.
    pub make: Option<String>,
    /// Its model.
    pub model: Option<String>,
    /// The date behind it.
    pub due_on: Option<NaiveDate>,
    /// What the gate's answers amount to.
    pub outcome: OutcomeKind,
    /// The channel a message takes.
    pub channel: Option<Channel>,
    /// Why this channel, or why none: a stable code.
    pub reason: String,
    /// The gate's answers, as JSON.
    pub decision: String,
    /// What became of it.
    pub status: ProposalStatus,
    /// Who decided.
    pub decided_by: Option<String>,
}

impl WeekRow {
    /// The mark of the page that begins after this row.
    pub fn mark(&self) -> WeekMark {
        mark(self.due_on, self.id)
    }
}

/// The place after which the next page begins: date and id of the last row.
pub type WeekMark = (NaiveDate, ProposalId);

/// Before the first row.
pub(super) fn beginning() -> WeekMark {
    (
        NaiveDate::from_ymd_opt(1, 1, 1).unwrap_or_default(),
        ProposalId(uuid::Uuid::nil()),
    )
}

/// The place of a row.
pub(super) fn mark(due_on: Option<NaiveDate>, id: ProposalId) -> WeekMark {
    (due_on.unwrap_or(LAST), id)
}

/// How many proposals of a moment are in one state with one outcome.
#[derive(Debug, Clone, PartialEq, Eq, sqlx_macros::FromRow)]
pub struct Counted {
    /// The moment.
    pub moment: String,
    /// The state.
    pub status: ProposalStatus,
    /// The outcome.
    pub outcome: OutcomeKind,
    /// The channel.
    pub channel: Option<Channel>,
    /// How many.
    pub number: i64,
}

impl CompanyTx<'_> {
    /// A page of a week, the nearest dates first; rows without a date come last.
    pub async fn week_rows(
        &mut self,
        week: IsoWeek,
        filter: &Filter<'_>,
        after: Option<WeekMark>,
        limit: i64,
    ) -> Result<Vec<WeekRow>> {
        let (date, id) = after.unwrap_or_else(beginning);
        // A moment that is asked for leads into the index; the other filters are looked at on the way through it.
        let moment = if filter.moment.is_some() {
            "p.moment = $3"
        } else {
            "CAST($3 AS TEXT) IS NULL"
        };
        let reached = customer_in("p.customer_id", filter.regions, 10);
        let sql = format!(
            "WITH page AS (
                 SELECT p.id, {ON} AS due FROM proposals p
                 WHERE p.company_id = $1 AND p.week = $2 AND {moment}
                   AND (CAST($4 AS TEXT) IS NULL OR p.status = $4) AND (CAST($5 AS TEXT) IS NULL OR p.outcome = $5)
                   AND (CAST($6 AS TEXT) IS NULL OR p.channel = $6) AND {ON} >= $7 AND ({ON}, p.id) > ($7, $8){reached}
                 ORDER BY {ON}, p.id LIMIT $9)
             SELECT p.id, p.moment, p.customer_id, c.dms_number AS customer_number, c.first_name, c.infix, c.last_name,
                c.business_name, p.vehicle_id, v.plate, v.make, v.model, p.due_on, p.outcome, p.channel, p.reason, p.decision,
                p.status, p.decided_by
             FROM page JOIN proposals p ON p.company_id = $1 AND p.id = page.id
             JOIN customers c ON c.company_id = p.company_id AND c.id = p.customer_id
             LEFT JOIN vehicles v ON v.company_id = p.company_id AND v.id = p.vehicle_id
             ORDER BY page.due, p.id"
        );
        fetch_all!(
            self.tx,
            WeekRow,
            sqlx::AssertSqlSafe(sql),
            self.id,
            week.to_string(),
            filter.moment,
            filter.status,
            filter.outcome,
            filter.channel,
            date,
            id,
            limit;
            filter.regions.into_iter().flatten().cloned()
        )
    }

    /// How a week stands, by moment, state, outcome and channel; of customers in some regions, or of the whole company.
    pub async fn week_counts(&mut self, week: IsoWeek, regions: Option<&[String]>) -> Result<Vec<Counted>> {
        let sql = format!(
            "SELECT moment, status, outcome, channel, COUNT(*) AS number FROM proposals
             WHERE company_id = $1 AND week = $2{} GROUP BY moment, status, outcome, channel
             ORDER BY moment, status, outcome, channel",
            customer_in("proposals.customer_id", regions, 3)
        );
        fetch_all!(
            self.tx,
            Counted,
            sqlx::AssertSqlSafe(sql),
            self.id,
            week.to_string();
            regions.into_iter().flatten().cloned()
        )
    }

    /// How many of those first proposed for a week have moved to a later one, by moment.
    pub async fn moved_on(
        &mut self,
        week: IsoWeek,
        regions: Option<&[String]>,
    ) -> Result<Vec<(String, i64)>> {
        let sql = format!(
            "SELECT moment, COUNT(*) FROM proposals WHERE company_id = $1 AND first_week = $2 AND week <> first_week{}
             GROUP BY moment ORDER BY moment",
            customer_in("proposals.customer_id", regions, 3)
        );
        fetch_all!(
            self.tx,
            (String, i64),
            sqlx::AssertSqlSafe(sql),
            self.id,
            week.to_string();
            regions.into_iter().flatten().cloned()
        )
    }
}

/// The date by which rows are ordered, in the words of the indexes.
pub(super) const ON: &str = "COALESCE(p.due_on, '9999-12-31')";
/// Stands for «no date» in the order of rows.
const LAST: NaiveDate = match NaiveDate::from_ymd_opt(9999, 12, 31) {
    Some(day) => day,
    None => NaiveDate::MAX,
};
