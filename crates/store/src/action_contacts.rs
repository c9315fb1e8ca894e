//! Action contacts: one-off campaigns laid before the company, which it runs or not (F160, F161).

use carport_domain::{ActionContactId, LocationId, Timestamp, text_enum};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::error::Result;
use crate::tx::CompanyTx;

text_enum! {
    /// What became of an action contact.
    pub enum ActionStatus {
        /// Waits for the company's decision.
        Proposed = "proposed",
        /// The company runs it.
        Activated = "activated",
        /// The company does not.
        Declined = "declined",
    }
}

/// What the company may change about whom an action contact is for.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ActionSelection {
    /// A visit in the last so many calendar months.
    pub months: u32,
    /// Only customers without a login.
    pub without_account: bool,
    /// Only customers of these locations; none: of all.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub locations: Vec<LocationId>,
    /// Only customers who have a car of one of these makes now; none: of any, or no car.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub makes: Vec<String>,
}

/// An action contact.
#[derive(Debug, Clone, PartialEq)]
pub struct ActionContact {
    /// Its id.
    pub id: ActionContactId,
    /// Its moment's key.
    pub moment: String,
    /// The day it was laid before the company.
    pub proposed_on: NaiveDate,
    /// For whom.
    pub selection: ActionSelection,
    /// What became of it.
    pub status: ActionStatus,
    /// Who decided.
    pub decided_by: Option<String>,
    /// When.
    pub decided_at: Option<Timestamp>,
}

#[derive(sqlx_macros::FromRow)]
struct Row {
    id: ActionContactId,
    moment: String,
    proposed_on: NaiveDate,
    selection: String,
    status: ActionStatus,
    decided_by: Option<String>,
    decided_at: Option<Timestamp>,
}

impl Row {
    fn action(self) -> Result<ActionContact> {
        Ok(ActionContact {
            id: self.id,
            moment: self.moment,
            proposed_on: self.proposed_on,
            selection: serde_json::from_str(&self.selection)?,
            status: self.status,
            decided_by: self.decided_by,
            decided_at: self.decided_at,
        })
    }
}

const SELECT: &str =
    "SELECT id, moment, proposed_on, selection, status, decided_by, decided_at FROM action_contacts
    WHERE company_id = $1";

impl CompanyTx<'_> {
    /// Lays an action contact before the company; false when it was on that day already.
    pub async fn add_action_contact(
        &mut self,
        moment: &str,
        on: NaiveDate,
        selection: &ActionSelection,
    ) -> Result<bool> {
        let now = self.now();
        Ok(execute!(
            self.tx,
            "INSERT INTO action_contacts (company_id, id, moment, proposed_on, selection, status)
             VALUES ($1, $2, $3, $4, $5, 'proposed') ON CONFLICT DO NOTHING",
            self.id,
            ActionContactId::new(now),
            moment,
            on,
            serde_json::to_string(selection)?
        )? > 0)
    }

    /// Every action contact, the newest first.
    pub async fn action_contacts(&mut self) -> Result<Vec<ActionContact>> {
        let sql = sqlx::AssertSqlSafe(format!("{SELECT} ORDER BY proposed_on DESC, id DESC"));
        fetch_all!(self.tx, Row, sql, self.id)?
            .into_iter()
            .map(Row::action)
            .collect()
    }

    /// One action contact.
    pub async fn action_contact(&mut self, id: ActionContactId) -> Result<Option<ActionContact>> {
        let sql = sqlx::AssertSqlSafe(format!("{SELECT} AND id = $2"));
        fetch_optional!(self.tx, Row, sql, self.id, id)?
            .map(Row::action)
            .transpose()
    }

    /// Whether a moment was ever laid before the company.
    pub async fn was_offered(&mut self, moment: &str) -> Result<bool> {
        let sql = "SELECT COUNT(*) FROM action_contacts WHERE company_id = $1 AND moment = $2";
        Ok(fetch_scalar!(self.tx, i64, sql, self.id, moment)? > 0)
    }

    /// Changes for whom an action contact is, as long as it waits; false when it does not.
    pub async fn set_action_selection(
        &mut self,
        id: ActionContactId,
        selection: &ActionSelection,
    ) -> Result<bool> {
        Ok(execute!(
            self.tx,
            "UPDATE action_contacts SET selection = $3 WHERE company_id = $1 AND id = $2 AND status = 'proposed'",
            self.id,
            id,
            serde_json::to_string(selection)?
        )? > 0)
    }

    /// Notes the company's decision; false when there is one already.
    pub async fn decide_action(
        &mut self,
        id: ActionContactId,
        status: ActionStatus,
        actor: &str,
    ) -> Result<bool> {
        let now = self.now();
        Ok(execute!(
            self.tx,
            "UPDATE action_contacts SET status = $3, decided_by = $4, decided_at = $5
             WHERE company_id = $1 AND id = $2 AND status = 'proposed'",
            self.id,
            id,
            status,
            actor,
            now
        )? > 0)
    }

    /// How many proposals an action contact has made, in which week they stand.
    pub async fn action_proposals(&mut self, id: ActionContactId) -> Result<Vec<(String, i64)>> {
        fetch_all!(
            self.tx,
            (String, i64),
            "SELECT week, COUNT(*) FROM proposals WHERE company_id = $1 AND action_contact_id = $2 GROUP BY week ORDER BY week",
            self.id,
            id
        )
    }
}
