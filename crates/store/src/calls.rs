//! The call list (F166, B14, CON-22).
//!
//! No query here gives a number out: the list shows who and why, and [`CompanyTx::call_numbers`] is called only after the
//! gate has said yes for that call at that moment.

use carport_domain::{
    CallId, ContactPointId, CustomerId, ProposalId, StaffId, Timestamp, VehicleId, text_enum,
};
use chrono::NaiveDate;

use crate::error::Result;
use crate::tx::CompanyTx;

text_enum! {
    /// Where an entry stands.
    pub enum CallState {
        /// To be called.
        Open = "open",
        /// Must not be called.
        Locked = "locked",
        /// To be called again at a time.
        CallBack = "call_back",
        /// Ended.
        Done = "done",
    }
}

text_enum! {
    /// What came of a call.
    pub enum CallOutcome {
        /// Spoken to.
        Reached = "reached",
        /// An appointment was made.
        Appointment = "appointment",
        /// Nobody answered.
        NoAnswer = "no_answer",
        /// The number is somebody else's.
        WrongNumber = "wrong_number",
        /// Not interested.
        NotInterested = "not_interested",
        /// Does not want to be called any more.
        NoMoreCalls = "no_more_calls",
    }
}

impl CallOutcome {
    /// Whether somebody was spoken to, so that the right to object had to be offered (CON-22).
    pub const fn spoke(self) -> bool {
        !matches!(self, CallOutcome::NoAnswer | CallOutcome::WrongNumber)
    }
}

/// An entry of the call list, without any number.
#[derive(Debug, Clone, PartialEq, Eq, sqlx_macros::FromRow)]
pub struct CallRow {
    /// Its id.
    pub id: CallId,
    /// The proposal behind it.
    pub proposal_id: ProposalId,
    /// The moment's key.
    pub moment: String,
    /// Whom.
    pub customer_id: CustomerId,
    /// Their number at the company.
    pub customer_number: Option<String>,
    /// First name.
    pub first_name: Option<String>,
    /// Infix.
    pub infix: Option<String>,
    /// Surname.
    pub last_name: String,
    /// Firm.
    pub business_name: Option<String>,
    /// About which car; the nil id where it is about none.
    pub vehicle_id: VehicleId,
    /// The date behind it.
    pub due_on: Option<NaiveDate>,
    /// Where it stands.
    pub state: CallState,
    /// Why nobody may call.
    pub lock_reason: Option<String>,
    /// Why it is on the list.
    pub reason: String,
    /// Who looks after it.
    pub assigned_to: Option<StaffId>,
    /// When to call again.
    pub call_back_at: Option<Timestamp>,
    /// What came of it.
    pub outcome: Option<CallOutcome>,
    /// Whether the right to object was offered.
    pub objection_offered: Option<bool>,
    /// A note.
    pub note: Option<String>,
    /// When it came on the list.
    pub created_at: Timestamp,
}

/// One attempt to call.
#[derive(Debug, Clone, PartialEq, Eq, sqlx_macros::FromRow)]
pub struct CallAttempt {
    /// When.
    pub at: Timestamp,
    /// Who called.
    pub by_staff: StaffId,
    /// What came of it.
    pub outcome: CallOutcome,
    /// A note.
    pub note: Option<String>,
}

/// What to record about an attempt.
#[derive(Debug, Clone, Copy)]
pub struct Attempt<'a> {
    /// Who called.
    pub by: StaffId,
    /// What came of it.
    pub outcome: CallOutcome,
    /// Whether the right to object was offered.
    pub objection_offered: Option<bool>,
    /// When to call again; the entry ends without.
    pub call_back_at: Option<Timestamp>,
    /// A note.
    pub note: Option<&'a str>,
}

const SELECT: &str = "SELECT k.id, k.proposal_id, p.moment, k.customer_id, c.dms_number AS customer_number, c.first_name, c.infix,
    c.last_name, c.business_name, p.vehicle_id, p.due_on, k.state, k.lock_reason, k.reason, k.assigned_to, k.call_back_at,
    k.outcome, k.objection_offered, k.note, k.created_at
    FROM calls k
    JOIN proposals p ON p.company_id = k.company_id AND p.id = k.proposal_id
    JOIN customers c ON c.company_id = k.company_id AND c.id = k.customer_id
    WHERE k.company_id = $1";

impl CompanyTx<'_> {
    /// The list: what is to be called now first, then what is to be called later, then what is locked; ended entries only
    /// when asked for.
    pub async fn calls(
        &mut self,
        state: Option<CallState>,
        moment: Option<&str>,
        offset: i64,
        limit: i64,
    ) -> Result<Vec<CallRow>> {
        let sql = sqlx::AssertSqlSafe(format!(
            "{SELECT} AND ((CAST($2 AS TEXT) IS NULL AND k.state <> 'done') OR k.state = $2)
               AND (CAST($3 AS TEXT) IS NULL OR p.moment = $3)
             ORDER BY CASE k.state WHEN 'open' THEN 0 WHEN 'call_back' THEN 1 WHEN 'locked' THEN 2 ELSE 3 END,
                COALESCE(k.call_back_at, k.created_at), k.id LIMIT $4 OFFSET $5"
        ));
        fetch_all!(self.tx, CallRow, sql, self.id, state, moment, limit, offset)
    }

    /// How many entries are in each state.
    pub async fn call_counts(&mut self) -> Result<Vec<(CallState, i64)>> {
        fetch_all!(
            self.tx,
            (CallState, i64),
            "SELECT state, COUNT(*) FROM calls WHERE company_id = $1 GROUP BY state ORDER BY state",
            self.id
        )
    }

    /// One entry.
    pub async fn call(&mut self, id: CallId) -> Result<Option<CallRow>> {
        fetch_optional!(
            self.tx,
            CallRow,
            sqlx::AssertSqlSafe(format!("{SELECT} AND k.id = $2")),
            self.id,
            id
        )
    }

    /// The attempts of an entry, the oldest first.
    pub async fn call_attempts(&mut self, id: CallId) -> Result<Vec<CallAttempt>> {
        fetch_all!(
            self.tx,
            CallAttempt,
            "SELECT at, by_staff, outcome, note FROM call_attempts WHERE company_id = $1 AND call_id = $2 ORDER BY at",
            self.id,
            id
        )
    }

    /// The number behind a contact point of a customer. Only for what the gate has just let through.
    pub async fn call_numbers(
        &mut self,
        customer: CustomerId,
        point: ContactPointId,
    ) -> Result<Option<String>> {
        let found: Option<(String,)> = fetch_optional!(
            self.tx,
            (String,),
            "SELECT value FROM contact_points
             WHERE company_id = $1 AND customer_id = $2 AND id = $3 AND ended_at IS NULL AND kind IN ('mobile', 'phone')",
            self.id,
            customer,
            point
        )?;
        Ok(found.map(|(value,)| value))
    }

    /// Locks an open entry, or opens a locked one: the gate's answer changed. False when it ended meanwhile.
    pub async fn lock_call(&mut self, id: CallId, reason: Option<&str>) -> Result<bool> {
        Ok(execute!(
            self.tx,
            "UPDATE calls SET lock_reason = $3,
                state = CASE WHEN $4 THEN 'locked' WHEN call_back_at IS NULL THEN 'open' ELSE 'call_back' END
             WHERE company_id = $1 AND id = $2 AND state <> 'done'",
            self.id,
            id,
            reason,
            reason.is_some()
        )? > 0)
    }

    /// Gives an entry to a member of staff, or back to all; false when somebody else has it, or it is locked or has ended.
    pub async fn assign_call(&mut self, id: CallId, to: Option<StaffId>, by: StaffId) -> Result<bool> {
        Ok(execute!(
            self.tx,
            "UPDATE calls SET assigned_to = $3 WHERE company_id = $1 AND id = $2 AND state IN ('open', 'call_back')
               AND (assigned_to IS NULL OR assigned_to = $4)",
            self.id,
            id,
            to,
            by
        )? > 0)
    }

    /// Records an attempt; the entry ends, or comes back at its time. False when it is locked or has ended.
    pub async fn record_call(&mut self, id: CallId, attempt: &Attempt<'_>) -> Result<bool> {
        let now = self.now();
        let done = attempt.call_back_at.is_none();
        let changed = execute!(
            self.tx,
            "UPDATE calls SET state = CASE WHEN $3 THEN 'done' ELSE 'call_back' END, call_back_at = $4, outcome = $5,
                objection_offered = $6, note = COALESCE($7, note), assigned_to = NULL,
                closed_at = CASE WHEN $3 THEN CAST($8 AS BIGINT) ELSE NULL END,
                closed_by = CASE WHEN $3 THEN CAST($9 AS TEXT) ELSE NULL END
             WHERE company_id = $1 AND id = $2 AND state IN ('open', 'call_back')
               AND (assigned_to IS NULL OR assigned_to = $10)",
            self.id,
            id,
            done,
            attempt.call_back_at,
            attempt.outcome,
            attempt.objection_offered,
            attempt.note,
            now,
            format!("staff:{}", attempt.by),
            attempt.by
        )?;
        if changed == 0 {
            return Ok(false);
        }
        execute!(
            self.tx,
            "INSERT INTO call_attempts (company_id, call_id, at, by_staff, outcome, note) VALUES ($1, $2, $3, $4, $5, $6)
             ON CONFLICT DO NOTHING",
            self.id,
            id,
            now,
            attempt.by,
            attempt.outcome,
            attempt.note
        )?;
        if done {
            execute!(
                self.tx,
                "UPDATE proposals SET status = 'done' WHERE company_id = $1 AND status = 'approved'
                   AND id = (SELECT proposal_id FROM calls WHERE company_id = $1 AND id = $2)",
                self.id,
                id
            )?;
        }
        Ok(true)
    }

    /// A customer's entries, the newest first.
    pub async fn calls_of(&mut self, customer: CustomerId) -> Result<Vec<CallRow>> {
        let sql = sqlx::AssertSqlSafe(format!(
            "{SELECT} AND k.customer_id = $2 ORDER BY k.created_at DESC, k.id DESC LIMIT 100"
        ));
        fetch_all!(self.tx, CallRow, sql, self.id, customer)
    }
}
