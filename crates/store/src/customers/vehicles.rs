//! Cars and their people.

use carport_domain::{CompanyId, CustomerId, Timestamp, VehicleId};
use chrono::NaiveDate;

use crate::error::Result;
use crate::tx::{CompanyTx, CustomerTx, Tx};

/// A car as stored.
#[derive(Debug, Clone, PartialEq, sqlx_macros::FromRow)]
pub struct Vehicle {
    /// Its id.
    pub id: VehicleId,
    /// Its number in the dealer management system; none for a car the customer added.
    pub dms_number: Option<String>,
    /// As displayed.
    pub plate: Option<String>,
    /// ISO 3166-1 code of the plate's country.
    pub plate_country: Option<String>,
    /// Vehicle identification number.
    pub vin: Option<String>,
    /// Engine number.
    pub engine_number: Option<String>,
    /// Make.
    pub make: Option<String>,
    /// Model.
    pub model: Option<String>,
    /// Version.
    pub version: Option<String>,
    /// Body type.
    pub body: Option<String>,
    /// Fuel.
    pub fuel: Option<String>,
    /// Colour.
    pub colour: Option<String>,
    /// What its owner calls it.
    pub nickname: Option<String>,
    /// First registration anywhere.
    pub first_registration: Option<NaiveDate>,
    /// Until when the periodic inspection holds.
    pub inspection_due: Option<NaiveDate>,
    /// When maintenance is due.
    pub maintenance_due: Option<NaiveDate>,
    /// Last known mileage, kilometres.
    pub mileage: Option<i64>,
    /// When it was read.
    pub mileage_on: Option<NaiveDate>,
    /// Sold or scrapped.
    pub archived_at: Option<Timestamp>,
}

/// One person's relation to a car.
#[derive(Debug, Clone, PartialEq, Eq, sqlx_macros::FromRow)]
pub struct Holding {
    /// Which car.
    pub vehicle_id: VehicleId,
    /// Who.
    pub customer_id: CustomerId,
    /// `owner`, `driver`, `payer`.
    pub role: String,
    /// Since when.
    pub from_on: Option<NaiveDate>,
    /// Until when; none: still.
    pub until_on: Option<NaiveDate>,
}

// The car's columns, for a query that names it v.
const COLUMNS: &str = "v.id, v.dms_number, v.plate, v.plate_country, v.vin, v.engine_number, v.make, v.model, v.version,
    v.body, v.fuel, v.colour, v.nickname, v.first_registration, v.inspection_due, v.maintenance_due, v.mileage,
    v.mileage_on, v.archived_at";

async fn of_customer(tx: &mut Tx, company: CompanyId, customer: CustomerId) -> Result<Vec<Vehicle>> {
    let sql = sqlx::AssertSqlSafe(format!(
        "SELECT {COLUMNS} FROM vehicles v
         WHERE v.company_id = $1 AND v.archived_at IS NULL AND v.id IN (
             SELECT h.vehicle_id FROM vehicle_holdings h
             WHERE h.company_id = $1 AND h.customer_id = $2 AND h.until_on IS NULL)
         ORDER BY v.created_at, v.id"
    ));
    fetch_all!(tx, Vehicle, sql, company, customer)
}

async fn one_of_customer(
    tx: &mut Tx,
    company: CompanyId,
    customer: CustomerId,
    id: VehicleId,
) -> Result<Option<Vehicle>> {
    let sql = sqlx::AssertSqlSafe(format!(
        "SELECT {COLUMNS} FROM vehicles v
         WHERE v.company_id = $1 AND v.id = $2 AND EXISTS (
             SELECT 1 FROM vehicle_holdings h
             WHERE h.company_id = $1 AND h.vehicle_id = $2 AND h.customer_id = $3 AND h.until_on IS NULL)"
    ));
    fetch_optional!(tx, Vehicle, sql, company, id, customer)
}

impl CompanyTx<'_> {
    /// The makes of the company's cars, the most frequent first, at most so many.
    pub async fn makes(&mut self, limit: i64) -> Result<Vec<String>> {
        let makes = fetch_all!(
            self.tx,
            (String,),
            "SELECT make FROM vehicles WHERE company_id = $1 AND make IS NOT NULL AND make <> '' AND archived_at IS NULL
             GROUP BY make ORDER BY COUNT(*) DESC, make LIMIT $2",
            self.id,
            limit
        )?;
        Ok(makes.into_iter().map(|(make,)| make).collect())
    }

    /// A car.
    pub async fn vehicle(&mut self, id: VehicleId) -> Result<Option<Vehicle>> {
        let sql = sqlx::AssertSqlSafe(format!(
            "SELECT {COLUMNS} FROM vehicles v WHERE v.company_id = $1 AND v.id = $2"
        ));
        fetch_optional!(self.tx, Vehicle, sql, self.id, id)
    }

    /// The cars a customer has now.
    pub async fn vehicles_of(&mut self, customer: CustomerId) -> Result<Vec<Vehicle>> {
        of_customer(self.tx, self.id, customer).await
    }

    /// Everybody who has, or had, a car.
    pub async fn holdings_of(&mut self, vehicle: VehicleId) -> Result<Vec<Holding>> {
        fetch_all!(
            self.tx,
            Holding,
            "SELECT vehicle_id, customer_id, role, from_on, until_on FROM vehicle_holdings
             WHERE company_id = $1 AND vehicle_id = $2 ORDER BY from_on, customer_id, role",
            self.id,
            vehicle
        )
    }

    /// Customers who have a car with this plate (letters and digits only) now; matching only, never proof.
    pub async fn customers_with_plate(&mut self, plate_folded: &str) -> Result<Vec<CustomerId>> {
        let ids: Vec<(CustomerId,)> = fetch_all!(
            self.tx,
            (CustomerId,),
            "SELECT DISTINCT h.customer_id FROM vehicles v
             JOIN vehicle_holdings h ON h.company_id = v.company_id AND h.vehicle_id = v.id AND h.until_on IS NULL
             WHERE v.company_id = $1 AND v.plate_folded = $2 ORDER BY h.customer_id LIMIT 50",
            self.id,
            plate_folded
        )?;
        Ok(ids.into_iter().map(|(id,)| id).collect())
    }
}

impl CustomerTx<'_> {
    /// The customer's cars.
    pub async fn my_vehicles(&mut self) -> Result<Vec<Vehicle>> {
        of_customer(self.tx, self.who.company, self.who.customer).await
    }

    /// One of the customer's cars; another's is not there.
    pub async fn my_vehicle(&mut self, id: VehicleId) -> Result<Option<Vehicle>> {
        one_of_customer(self.tx, self.who.company, self.who.customer, id).await
    }
}
