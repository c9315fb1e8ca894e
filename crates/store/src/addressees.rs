//! What a message says about the people it is for, for many of them at once.

use carport_domain::{CustomerId, Language, LocationId, VehicleId};
use chrono::NaiveDate;
use uuid::Uuid;

use crate::error::Result;
use crate::tx::CompanyTx;

/// One person, perhaps with a car, as messages write to them.
#[derive(Debug, Clone, PartialEq, Eq, sqlx_macros::FromRow)]
pub struct Addressee {
    /// Who.
    pub customer_id: CustomerId,
    /// About which car; the nil id for none.
    pub vehicle_id: VehicleId,
    /// The customer number.
    pub number: Option<String>,
    /// `female`, `male`, `other`, or not known.
    pub gender: Option<String>,
    /// Initials.
    pub initials: Option<String>,
    /// First name.
    pub first_name: Option<String>,
    /// Infix.
    pub infix: Option<String>,
    /// Surname.
    pub last_name: String,
    /// Firm.
    pub business_name: Option<String>,
    /// The language they want.
    pub language: Option<Language>,
    /// Where they usually come.
    pub location_id: Option<LocationId>,
    /// Its name.
    pub location_name: Option<String>,
    /// Its number.
    pub location_phone: Option<String>,
    /// The last visit or invoice.
    pub last_visit_on: Option<NaiveDate>,
    /// Who looked after them at the last visit.
    pub advisor: Option<String>,
    /// The plate as displayed.
    pub plate: Option<String>,
    /// Its country.
    pub plate_country: Option<String>,
    /// Make.
    pub make: Option<String>,
    /// Model.
    pub model: Option<String>,
    /// When the inspection is due.
    pub inspection_due: Option<NaiveDate>,
    /// When maintenance is due.
    pub maintenance_due: Option<NaiveDate>,
    /// Last known mileage, kilometres.
    pub mileage: Option<i64>,
    /// Whether any marketing has gone to them before.
    pub written_before: bool,
}

impl CompanyTx<'_> {
    /// What messages say about these people; who is not there is left out.
    pub async fn addressees(&mut self, who: &[(CustomerId, Option<VehicleId>)]) -> Result<Vec<Addressee>> {
        let mut all = Vec::with_capacity(who.len());
        for chunk in who.chunks(400) {
            let pairs: Vec<String> = (0..chunk.len())
                .map(|n| format!("(${}, ${})", 2 + 2 * n, 3 + 2 * n))
                .collect();
            let sql = format!(
                "WITH t (customer_id, vehicle_id) AS (VALUES {})
                 SELECT c.id AS customer_id, t.vehicle_id, c.dms_number AS number, c.gender, c.initials, c.first_name, c.infix,
                    c.last_name, c.business_name, c.language, c.location_id, l.name AS location_name,
                    l.phone AS location_phone, c.last_visit_on, v.plate, v.plate_country, v.make, v.model, v.inspection_due,
                    v.maintenance_due, v.mileage,
                    (SELECT s.advisor FROM visits s WHERE s.company_id = c.company_id AND s.customer_id = c.id
                        ORDER BY s.visited_on DESC, s.id DESC LIMIT 1) AS advisor,
                    EXISTS (SELECT 1 FROM messages m WHERE m.company_id = c.company_id AND m.customer_id = c.id
                        AND m.stream = 'marketing' AND m.status = 'sent') AS written_before
                 FROM t JOIN customers c ON c.company_id = $1 AND c.id = t.customer_id
                 LEFT JOIN locations l ON l.company_id = c.company_id AND l.id = c.location_id
                 LEFT JOIN vehicles v ON v.company_id = c.company_id AND v.id = t.vehicle_id",
                pairs.join(", ")
            );
            let ids = chunk
                .iter()
                .flat_map(|(customer, vehicle)| [customer.0, vehicle.map_or(Uuid::nil(), |v| v.0)]);
            all.extend(fetch_all!(self.tx, Addressee, sqlx::AssertSqlSafe(sql), self.id; ids)?);
        }
        Ok(all)
    }
}
