//! What customers and staff changed that the dealer management system also holds (F68), and what it makes of that.
//!
//! A change stands until the DMS confirms it (sends the new value) or overtakes it (sends a value that is neither the new
//! one nor the one it sent before). So each open change keeps `imported_value`, what the DMS last said: the third side of
//! the three-way merge. Fields carry the names of the template's columns (`first_name`, `mileage` …); a postal address
//! and an e-mail address or number are changed as a whole and are called by the kind of their contact point (`address`,
//! `email`, `mobile`, `phone`), with the customer as the subject.

mod corrections;
mod edits;
mod vehicle;

pub use corrections::{Correction, NewCorrection};
pub use edits::{ContactEdit, VehicleEdit};
pub use vehicle::VehicleFacts;

use carport_domain::{ChangeId, CustomerId, StaffId, Timestamp, VehicleId, text_enum};
use uuid::Uuid;

use crate::error::Result;
use crate::sql::placeholders;
use crate::tx::CompanyTx;

text_enum! {
    /// What was changed.
    pub enum ChangeSubject {
        /// The customer, with how to reach him or her.
        Customer = "customer",
        /// One contact point.
        ContactPoint = "contact_point",
        /// A car.
        Vehicle = "vehicle",
    }
}

text_enum! {
    /// Where a change stands.
    pub enum ChangeStatus {
        /// The DMS has not answered yet; our value counts.
        Open = "open",
        /// The DMS sent the same value.
        Confirmed = "confirmed",
        /// The DMS sent a newer value, which counts now.
        Overtaken = "overtaken",
        /// A later change of the same field took its place.
        Replaced = "replaced",
    }
}

/// Who made a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChangedBy {
    /// The customer.
    Customer(CustomerId),
    /// A member of staff.
    Staff(StaffId),
}

impl std::fmt::Display for ChangedBy {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            ChangedBy::Customer(id) => write!(f, "customer:{id}"),
            ChangedBy::Staff(id) => write!(f, "staff:{id}"),
        }
    }
}

/// A change to record.
#[derive(Debug, Clone, Copy)]
pub struct NewChange<'a> {
    /// Whose data.
    pub customer: CustomerId,
    /// What.
    pub subject: (ChangeSubject, Uuid),
    /// Which field, by its name in the template.
    pub field: &'a str,
    /// What it was.
    pub old: Option<&'a str>,
    /// What it is now.
    pub new: Option<&'a str>,
    /// Who changed it.
    pub by: ChangedBy,
}

/// A recorded change.
#[derive(Debug, Clone, sqlx_macros::FromRow)]
pub struct Change {
    /// Its id.
    pub id: ChangeId,
    /// Whose data.
    pub customer_id: CustomerId,
    /// What.
    pub subject_kind: ChangeSubject,
    /// Which customer, contact point or car.
    pub subject_id: Uuid,
    /// Which field.
    pub field: String,
    /// What it was.
    pub old_value: Option<String>,
    /// What it is now.
    pub new_value: Option<String>,
    /// Who: `customer:<id>` or `staff:<id>`.
    pub changed_by: String,
    /// When.
    pub changed_at: Timestamp,
    /// Where it stands.
    pub status: ChangeStatus,
}

/// A change with the names by which the company's own system knows customer and car.
#[derive(Debug, Clone, sqlx_macros::FromRow)]
pub struct ChangeForDms {
    /// The change.
    pub id: ChangeId,
    /// When.
    pub changed_at: Timestamp,
    /// Who.
    pub changed_by: String,
    /// Which field.
    pub field: String,
    /// What it was.
    pub old_value: Option<String>,
    /// What it is now.
    pub new_value: Option<String>,
    /// The customer.
    pub customer_id: CustomerId,
    /// The customer number; none: the DMS does not know this customer yet.
    pub customer_number: Option<String>,
    /// First name.
    pub first_name: Option<String>,
    /// Infix.
    pub infix: Option<String>,
    /// Surname.
    pub last_name: String,
    /// The car, for changes of a car.
    pub vehicle_id: Option<VehicleId>,
    /// The car's number in the DMS.
    pub vehicle_number: Option<String>,
    /// The car's plate.
    pub plate: Option<String>,
}

const FOR_DMS: &str = "SELECT h.id, h.changed_at, h.changed_by, h.field, h.old_value, h.new_value, c.id AS customer_id,
        c.dms_number AS customer_number, c.first_name, c.infix, c.last_name,
        v.id AS vehicle_id, v.dms_number AS vehicle_number, v.plate
     FROM changes h
     JOIN customers c ON c.company_id = h.company_id AND c.id = h.customer_id
     LEFT JOIN vehicles v ON h.subject_kind = 'vehicle' AND v.company_id = h.company_id AND v.id = h.subject_id";

impl CompanyTx<'_> {
    /// Records a change in the transaction that makes it. An open change of the same field is replaced, and what the DMS
    /// last said is carried over from it.
    pub async fn record_change(&mut self, change: NewChange<'_>) -> Result<()> {
        let now = self.now();
        let (kind, subject) = change.subject;
        let imported = fetch_optional!(
            self.tx,
            (Option<String>,),
            "SELECT imported_value FROM changes
             WHERE company_id = $1 AND subject_id = $2 AND field = $3 AND status = 'open' ORDER BY changed_at DESC, id LIMIT 1",
            self.id,
            subject,
            change.field
        )?
        .map_or(change.old.map(str::to_owned), |(imported,)| imported);
        execute!(
            self.tx,
            "UPDATE changes SET status = 'replaced', closed_at = $4
             WHERE company_id = $1 AND subject_id = $2 AND field = $3 AND status = 'open'",
            self.id,
            subject,
            change.field,
            now
        )?;
        execute!(
            self.tx,
            "INSERT INTO changes (company_id, id, customer_id, subject_kind, subject_id, field, old_value, new_value,
                                  imported_value, changed_by, changed_at, status)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'open')",
            self.id,
            ChangeId::new(now),
            change.customer,
            kind,
            subject,
            change.field,
            change.old,
            change.new,
            imported,
            change.by.to_string(),
            now
        )?;
        Ok(())
    }

    /// A customer's changes, newest first.
    pub async fn changes_of(&mut self, customer: CustomerId, limit: i64) -> Result<Vec<Change>> {
        fetch_all!(
            self.tx,
            Change,
            "SELECT id, customer_id, subject_kind, subject_id, field, old_value, new_value, changed_by, changed_at, status
             FROM changes WHERE company_id = $1 AND customer_id = $2 ORDER BY changed_at DESC, id DESC LIMIT $3",
            self.id,
            customer,
            limit
        )
    }

    /// Changes by customers that no digest has told the company of, oldest first. What staff changed they know.
    pub async fn unnoticed_changes(&mut self, limit: i64) -> Result<Vec<ChangeForDms>> {
        fetch_all!(
            self.tx,
            ChangeForDms,
            sqlx::AssertSqlSafe(format!(
                "{FOR_DMS} WHERE h.company_id = $1 AND h.noticed_at IS NULL AND h.changed_by LIKE 'customer:%'
                 ORDER BY h.changed_at, h.id LIMIT $2"
            )),
            self.id,
            limit
        )
    }

    /// Changes that stand and were not yet in an export to the DMS, oldest first.
    pub async fn unexported_changes(&mut self, limit: i64) -> Result<Vec<ChangeForDms>> {
        self.changes_for_dms("AND h.exported_at IS NULL", limit).await
    }

    /// Changes that the DMS has not confirmed yet, exported or not, oldest first.
    pub async fn unconfirmed_changes(&mut self, limit: i64) -> Result<Vec<ChangeForDms>> {
        self.changes_for_dms("", limit).await
    }

    async fn changes_for_dms(&mut self, which: &'static str, limit: i64) -> Result<Vec<ChangeForDms>> {
        fetch_all!(
            self.tx,
            ChangeForDms,
            sqlx::AssertSqlSafe(format!(
                "{FOR_DMS} WHERE h.company_id = $1 {which} AND h.status = 'open' ORDER BY h.changed_at, h.id LIMIT $2"
            )),
            self.id,
            limit
        )
    }

    /// The changes of one export that was handed over before, oldest first.
    pub async fn exported_changes(&mut self, at: Timestamp) -> Result<Vec<ChangeForDms>> {
        fetch_all!(
            self.tx,
            ChangeForDms,
            sqlx::AssertSqlSafe(format!(
                "{FOR_DMS} WHERE h.company_id = $1 AND h.exported_at = $2 ORDER BY h.changed_at, h.id"
            )),
            self.id,
            at
        )
    }

    /// When changes were handed over lately, the newest first, and how many.
    pub async fn change_exports(&mut self, limit: i64) -> Result<Vec<(Timestamp, i64)>> {
        fetch_all!(
            self.tx,
            (Timestamp, i64),
            "SELECT exported_at, COUNT(*) FROM changes WHERE company_id = $1 AND exported_at IS NOT NULL
             GROUP BY exported_at ORDER BY exported_at DESC LIMIT $2",
            self.id,
            limit
        )
    }

    /// How much waits for the company: changes for its own system, and corrections that customers asked for.
    pub async fn count_waiting_changes(&mut self) -> Result<(i64, i64)> {
        let changes = fetch_scalar!(
            self.tx,
            i64,
            "SELECT COUNT(*) FROM changes WHERE company_id = $1 AND exported_at IS NULL AND status = 'open'",
            self.id
        )?;
        let corrections = fetch_scalar!(
            self.tx,
            i64,
            "SELECT COUNT(*) FROM correction_requests WHERE company_id = $1 AND settled_at IS NULL",
            self.id
        )?;
        Ok((changes, corrections))
    }

    /// Notes that a digest told the company of these changes.
    pub async fn mark_changes_noticed(&mut self, changes: &[ChangeId]) -> Result<()> {
        self.mark_changes("noticed_at", changes).await
    }

    /// Notes that these changes were handed to the DMS.
    pub async fn mark_changes_exported(&mut self, changes: &[ChangeId]) -> Result<()> {
        self.mark_changes("exported_at", changes).await
    }

    async fn mark_changes(&mut self, column: &'static str, changes: &[ChangeId]) -> Result<()> {
        let now = self.now();
        for chunk in changes.chunks(500) {
            let list = placeholders(3, chunk.len());
            execute!(
                self.tx,
                sqlx::AssertSqlSafe(format!(
                    "UPDATE changes SET {column} = $2 WHERE company_id = $1 AND {column} IS NULL AND id IN ({list})"
                )),
                self.id,
                now;
                chunk
            )?;
        }
        Ok(())
    }
}
