//! The weekly selection: one indexed query per moment that touches only the rows that are due, page by page.

use std::ops::RangeInclusive;

use carport_domain::clock::IsoWeek;
use carport_domain::moments::Trigger;
use carport_domain::proposals::MomentTotals;
use carport_domain::{ActionContactId, Timestamp};
use chrono::NaiveDate;
use uuid::Uuid;

use crate::action_contacts::ActionSelection;
use crate::error::Result;
use crate::recipients::{Recipient, Row, address_in, columns};
use crate::sql::placeholders;
use crate::tx::CompanyTx;

/// What to look for.
#[derive(Debug, Clone)]
pub struct DueQuery<'a> {
    /// The moment's key.
    pub moment: &'a str,
    /// Its trigger; says which date is looked at.
    pub trigger: &'a Trigger,
    /// The dates that make it due.
    pub dates: RangeInclusive<NaiveDate>,
    /// Today, where the company is.
    pub today: NaiveDate,
    /// Who was proposed for the same since then is not found again.
    pub spaced_since: Timestamp,
    /// The company's country.
    pub country: &'a str,
    /// Messages handed over since then count as recent.
    pub recent_since: Timestamp,
    /// Set for an action contact: whom it has proposed already is not found again, whatever the date.
    pub action: Option<ActionContactId>,
    /// Of an action contact's people only those at these locations and with these makes.
    pub among: Option<&'a ActionSelection>,
    /// How many at once.
    pub limit: i64,
}

/// The place after which the next page begins: date and id of the last row.
pub type Mark = (NaiveDate, Uuid);

/// Where every page begins.
pub fn beginning() -> Mark {
    (NaiveDate::from_ymd_opt(1, 1, 1).unwrap_or_default(), Uuid::nil())
}

/// A row of the selection log.
#[derive(Debug, Clone, PartialEq)]
pub struct Selection {
    /// The moment's key.
    pub moment: String,
    /// When it was last run.
    pub selected_at: Timestamp,
    /// What it came to.
    pub totals: MomentTotals,
}

impl CompanyTx<'_> {
    /// The next page of people for whom a moment is due, with what the gate asks about them, in the order of their dates;
    /// and the mark of the page after, none when this was the last. Whoever has been proposed is not among them.
    pub async fn due(&mut self, query: &DueQuery<'_>, after: Mark) -> Result<(Vec<Recipient>, Option<Mark>)> {
        let facts = columns(&self.tx.conn);
        // $1 company, $2 recent since, $3 address pattern, $4 today, $5 last date, $6 and $9 mark, $7 moment, $8 spaced since,
        // $10 limit, $11 nil, $12 action contact or none
        let proposed = |customer: &str, vehicle: &str, occurrence: &str| {
            format!(
                "NOT EXISTS (SELECT 1 FROM proposals o WHERE o.company_id = $1 AND o.moment = $7 AND o.customer_id = {customer}
                     AND o.vehicle_id = {vehicle} AND (o.occurrence = {occurrence} OR o.created_at >= $8))"
            )
        };
        let (from, date, id, vehicle, conditions) = match query.trigger {
            Trigger::Ahead { date, .. } => {
                // The driver comes before the owner, the owner before who pays; one person per car.
                let lasts = |h: &str| format!("({h}.until_on IS NULL OR {h}.until_on >= $4)");
                let rank =
                    |h: &str| format!("CASE {h}.role WHEN 'driver' THEN 0 WHEN 'owner' THEN 1 ELSE 2 END");
                (
                    "vehicles v JOIN vehicle_holdings h ON h.company_id = v.company_id AND h.vehicle_id = v.id
                     JOIN customers c ON c.company_id = h.company_id AND c.id = h.customer_id"
                        .to_owned(),
                    format!("v.{date}"),
                    "v.id".to_owned(),
                    "v.id".to_owned(),
                    format!(
                        "v.company_id = $1 AND v.archived_at IS NULL AND {} AND NOT EXISTS (
                             SELECT 1 FROM vehicle_holdings b WHERE b.company_id = $1 AND b.vehicle_id = v.id AND {}
                               AND ({}, b.customer_id) < ({}, h.customer_id))
                         AND {}",
                        lasts("h"),
                        lasts("b"),
                        rank("b"),
                        rank("h"),
                        proposed("h.customer_id", "v.id", &format!("CAST(v.{date} AS TEXT)"))
                    ),
                )
            }
            Trigger::After { date, .. } | Trigger::Within { date, .. } => {
                let occurrence = match query.action {
                    Some(_) => "CAST($12 AS TEXT)".to_owned(),
                    None => format!("CAST(c.{date} AS TEXT)"),
                };
                let without_account = match query.trigger {
                    Trigger::Within { without_account: true, .. } => {
                        " AND NOT EXISTS (SELECT 1 FROM accounts a WHERE a.company_id = $1 AND a.customer_id = c.id
                             AND a.state = 'active')"
                    }
                    _ => "",
                };
                (
                    "customers c".to_owned(),
                    format!("c.{date}"),
                    "c.id".to_owned(),
                    "$11".to_owned(),
                    format!(
                        "c.company_id = $1 AND {}{without_account}",
                        proposed("c.id", "$11", &occurrence)
                    ),
                )
            }
        };
        // $13 the makes, each between bars; from $14 the locations
        let locations: Vec<Uuid> = query
            .among
            .map(|among| among.locations.iter().map(|id| id.0).collect())
            .unwrap_or_default();
        let makes = query
            .among
            .map(|among| among.makes.join("|"))
            .filter(|makes| !makes.is_empty())
            .map(|makes| format!("|{makes}|"));
        let among = [
            match makes {
                None => " AND CAST($13 AS TEXT) IS NULL",
                Some(_) => {
                    " AND EXISTS (SELECT 1 FROM vehicle_holdings g
                          JOIN vehicles w ON w.company_id = g.company_id AND w.id = g.vehicle_id
                          WHERE g.company_id = $1 AND g.customer_id = c.id AND g.until_on IS NULL AND w.archived_at IS NULL
                            AND REPLACE(CAST($13 AS TEXT), '|' || w.make || '|', '') <> CAST($13 AS TEXT))"
                }
            }
            .to_owned(),
            if locations.is_empty() {
                String::new()
            } else {
                format!(" AND c.location_id IN ({})", placeholders(14, locations.len()))
            },
        ]
        .concat();
        // A parameter that is bound has to be used.
        let once = if query.action.is_none() {
            " AND CAST($12 AS TEXT) IS NULL"
        } else {
            ""
        };
        // The mark alone is the lower end: with a second one beside it SQLite would begin every page where the first began.
        let after = after.max((*query.dates.start(), Uuid::nil()));
        let sql = format!(
            "SELECT {facts}, {vehicle} AS vehicle_id, {date} AS due_on, FALSE AS vehicle_gone, {id} AS mark_id
             FROM {from}
             WHERE {conditions} AND c.erased_at IS NULL
               AND {date} <= $5 AND ({date}, {id}) > ($6, $9)
               AND {id} <> $11{once}{among}
             ORDER BY {date}, {id} LIMIT $10"
        );
        #[derive(sqlx_macros::FromRow)]
        struct Due {
            #[sqlx(flatten)]
            facts: Row,
            mark_id: Uuid,
        }
        let rows = fetch_all!(
            self.tx,
            Due,
            sqlx::AssertSqlSafe(sql),
            self.id,
            query.recent_since,
            address_in(query.country),
            query.today,
            *query.dates.end(),
            after.0,
            query.moment,
            query.spaced_since,
            after.1,
            query.limit,
            Uuid::nil(),
            query.action.map(|id| id.to_string()),
            makes;
            locations
        )?;
        let full = i64::try_from(rows.len()).unwrap_or(i64::MAX) >= query.limit;
        let mut mark = None;
        let mut people = Vec::with_capacity(rows.len());
        for row in rows {
            let id = row.mark_id;
            let recipient = row.facts.recipient()?;
            mark = recipient.due.map(|due| (due, id));
            people.push(recipient);
        }
        Ok((people, mark.filter(|_| full)))
    }

    /// Adds to the number of those selected for a moment and a week; in the transaction that writes their proposals.
    pub async fn count_selected(&mut self, moment: &str, week: IsoWeek, more: u64) -> Result<()> {
        let now = self.now();
        execute!(
            self.tx,
            "INSERT INTO selections (company_id, moment, week, selected_at, found, proposed, not_proposed)
             VALUES ($1, $2, $3, $4, $5, $5, '{}')
             ON CONFLICT (company_id, moment, week) DO UPDATE SET found = selections.found + excluded.found,
                proposed = selections.proposed + excluded.proposed",
            self.id,
            moment,
            week.to_string(),
            now,
            i64::try_from(more).unwrap_or(i64::MAX)
        )?;
        Ok(())
    }

    /// Keeps what a moment's selection came to; `proposed` is what was counted while its proposals were written.
    pub async fn save_selection(
        &mut self,
        moment: &str,
        week: IsoWeek,
        not_proposed: &std::collections::BTreeMap<String, u64>,
    ) -> Result<MomentTotals> {
        let now = self.now();
        let proposed = fetch_optional!(
            self.tx,
            (i64,),
            "SELECT proposed FROM selections WHERE company_id = $1 AND moment = $2 AND week = $3",
            self.id,
            moment,
            week.to_string()
        )?;
        let proposed = proposed.map_or(0, |(number,)| number);
        let left_out: u64 = not_proposed.values().sum();
        let proposed = u64::try_from(proposed).unwrap_or(0);
        let totals = MomentTotals {
            found: proposed + left_out,
            proposed,
            not_proposed: not_proposed.clone(),
        };
        execute!(
            self.tx,
            "INSERT INTO selections (company_id, moment, week, selected_at, found, proposed, not_proposed)
             VALUES ($1, $2, $3, $4, $5, $6, $7)
             ON CONFLICT (company_id, moment, week) DO UPDATE SET selected_at = excluded.selected_at, found = excluded.found,
                proposed = excluded.proposed, not_proposed = excluded.not_proposed",
            self.id,
            moment,
            week.to_string(),
            now,
            i64::try_from(totals.found).unwrap_or(i64::MAX),
            i64::try_from(totals.proposed).unwrap_or(i64::MAX),
            serde_json::to_string(&totals.not_proposed)?
        )?;
        Ok(totals)
    }

    /// What the selections of a week came to.
    pub async fn selections(&mut self, week: IsoWeek) -> Result<Vec<Selection>> {
        let rows: Vec<(String, Timestamp, i64, i64, String)> = fetch_all!(
            self.tx,
            (String, Timestamp, i64, i64, String),
            "SELECT moment, selected_at, found, proposed, not_proposed FROM selections
             WHERE company_id = $1 AND week = $2 ORDER BY moment",
            self.id,
            week.to_string()
        )?;
        rows.into_iter()
            .map(|(moment, selected_at, found, proposed, not_proposed)| {
                Ok(Selection {
                    moment,
                    selected_at,
                    totals: MomentTotals {
                        found: u64::try_from(found).unwrap_or(0),
                        proposed: u64::try_from(proposed).unwrap_or(0),
                        not_proposed: serde_json::from_str(&not_proposed)?,
                    },
                })
            })
            .collect()
    }
}
