//! What a customer asks the company to correct, because only the register or the DMS can know it (F77).

use carport_domain::{CustomerId, Timestamp, VehicleId, uuid_v7};
use uuid::Uuid;

use crate::error::Result;
use crate::sql::placeholders;
use crate::tx::{CompanyTx, CustomerTx};

/// A correction to ask for.
#[derive(Debug, Clone, Copy)]
pub struct NewCorrection<'a> {
    /// Of which car.
    pub vehicle: VehicleId,
    /// Which field, by its name in the template.
    pub field: &'a str,
    /// What the page shows.
    pub shown: Option<&'a str>,
    /// What it should be.
    pub asked: &'a str,
    /// What the customer adds.
    pub note: Option<&'a str>,
}

/// A correction that was asked for.
#[derive(Debug, Clone, sqlx_macros::FromRow)]
pub struct Correction {
    /// Its id.
    pub id: Uuid,
    /// By whom.
    pub customer_id: CustomerId,
    /// The customer's number.
    pub customer_number: Option<String>,
    /// First name.
    pub first_name: Option<String>,
    /// Infix.
    pub infix: Option<String>,
    /// Surname.
    pub last_name: String,
    /// Of which car.
    pub vehicle_id: VehicleId,
    /// Its plate.
    pub plate: Option<String>,
    /// Which field.
    pub field: String,
    /// What the page showed.
    pub shown_value: Option<String>,
    /// What it should be.
    pub asked_value: String,
    /// What the customer added.
    pub note: Option<String>,
    /// When.
    pub asked_at: Timestamp,
    /// When staff dealt with it.
    pub settled_at: Option<Timestamp>,
}

const COLUMNS: &str =
    "SELECT r.id, r.customer_id, c.dms_number AS customer_number, c.first_name, c.infix, c.last_name,
        r.vehicle_id, v.plate, r.field, r.shown_value, r.asked_value, r.note, r.asked_at, r.settled_at
     FROM correction_requests r
     JOIN customers c ON c.company_id = r.company_id AND c.id = r.customer_id
     JOIN vehicles v ON v.company_id = r.company_id AND v.id = r.vehicle_id";

impl CustomerTx<'_> {
    /// Asks for a correction; false when the car is not this customer's. The same wish is kept once while it waits.
    pub async fn ask_correction(&mut self, wish: NewCorrection<'_>) -> Result<bool> {
        let who = self.who;
        let mut company = self.company();
        if !company.holds_vehicle(who.customer, wish.vehicle).await? {
            return Ok(false);
        }
        let now = company.now();
        execute!(
            company.tx,
            "INSERT INTO correction_requests (company_id, id, customer_id, vehicle_id, field, shown_value, asked_value, note, asked_at)
             SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9 WHERE NOT EXISTS (
                 SELECT 1 FROM correction_requests WHERE company_id = $1 AND customer_id = $3 AND vehicle_id = $4
                    AND field = $5 AND asked_value = $7 AND settled_at IS NULL)",
            who.company,
            uuid_v7(now),
            who.customer,
            wish.vehicle,
            wish.field,
            wish.shown,
            wish.asked,
            wish.note,
            now
        )?;
        Ok(true)
    }

    /// What the customer asked for on one car and still waits for.
    pub async fn open_corrections(&mut self, vehicle: VehicleId) -> Result<Vec<Correction>> {
        let who = self.who;
        fetch_all!(
            self.tx,
            Correction,
            sqlx::AssertSqlSafe(format!(
                "{COLUMNS} WHERE r.company_id = $1 AND r.customer_id = $2 AND r.vehicle_id = $3 AND r.settled_at IS NULL
                 ORDER BY r.asked_at, r.id"
            )),
            who.company,
            who.customer,
            vehicle
        )
    }
}

impl CompanyTx<'_> {
    /// Corrections that wait for staff, oldest first.
    pub async fn waiting_corrections(&mut self, limit: i64) -> Result<Vec<Correction>> {
        fetch_all!(
            self.tx,
            Correction,
            sqlx::AssertSqlSafe(format!(
                "{COLUMNS} WHERE r.company_id = $1 AND r.settled_at IS NULL ORDER BY r.asked_at, r.id LIMIT $2"
            )),
            self.id,
            limit
        )
    }

    /// Corrections that no digest has told the company of.
    pub async fn unnoticed_corrections(&mut self, limit: i64) -> Result<Vec<Correction>> {
        fetch_all!(
            self.tx,
            Correction,
            sqlx::AssertSqlSafe(format!(
                "{COLUMNS} WHERE r.company_id = $1 AND r.noticed_at IS NULL ORDER BY r.asked_at, r.id LIMIT $2"
            )),
            self.id,
            limit
        )
    }

    /// Notes that a digest told the company of these corrections.
    pub async fn mark_corrections_noticed(&mut self, ids: &[Uuid]) -> Result<()> {
        let now = self.now();
        for chunk in ids.chunks(500) {
            let list = placeholders(3, chunk.len());
            execute!(
                self.tx,
                sqlx::AssertSqlSafe(format!(
                    "UPDATE correction_requests SET noticed_at = $2
                     WHERE company_id = $1 AND noticed_at IS NULL AND id IN ({list})"
                )),
                self.id,
                now;
                chunk
            )?;
        }
        Ok(())
    }

    /// Staff dealt with a correction; false when it was settled already.
    pub async fn settle_correction(&mut self, id: Uuid, by: &str) -> Result<bool> {
        let now = self.now();
        let rows = execute!(
            self.tx,
            "UPDATE correction_requests SET settled_at = $3, settled_by = $4
             WHERE company_id = $1 AND id = $2 AND settled_at IS NULL",
            self.id,
            id,
            now,
            by
        )?;
        Ok(rows == 1)
    }

    /// Takes back that a correction was dealt with; false when it waits already.
    pub async fn reopen_correction(&mut self, id: Uuid) -> Result<bool> {
        let rows = execute!(
            self.tx,
            "UPDATE correction_requests SET settled_at = NULL, settled_by = NULL
             WHERE company_id = $1 AND id = $2 AND settled_at IS NOT NULL",
            self.id,
            id
        )?;
        Ok(rows == 1)
    }
}
