//! Changing what is known of a car, on the word of staff who looked at it or its papers (F77).

use carport_domain::{CustomerId, VehicleId};
use chrono::NaiveDate;

use super::{ChangeSubject, ChangedBy, NewChange};
use crate::customers::Vehicle;
use crate::error::{Result, StoreError};
use crate::tx::CompanyTx;

/// Everything about a car that staff may change, as it shall be.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct VehicleFacts {
    /// The plate as displayed.
    pub plate: Option<String>,
    /// The plate as compared.
    pub plate_folded: Option<String>,
    /// ISO 3166-1 code of the plate's country.
    pub plate_country: Option<String>,
    /// Vehicle identification number.
    pub vin: Option<String>,
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
    /// First registration anywhere.
    pub first_registration: Option<NaiveDate>,
    /// Until when the periodic inspection holds.
    pub inspection_due: Option<NaiveDate>,
    /// When maintenance is due.
    pub maintenance_due: Option<NaiveDate>,
    /// What the odometer shows, kilometres.
    pub mileage: Option<i64>,
}

impl VehicleFacts {
    /// Every field with a name of the template, as a change writes it: dates as 2026-11-22.
    fn fields(&self) -> [(&'static str, Option<String>); 13] {
        let date = |date: Option<NaiveDate>| date.map(|date| date.to_string());
        [
            ("plate", self.plate.clone()),
            ("plate_country", self.plate_country.clone()),
            ("vin", self.vin.clone()),
            ("make", self.make.clone()),
            ("model", self.model.clone()),
            ("version", self.version.clone()),
            ("body", self.body.clone()),
            ("fuel", self.fuel.clone()),
            ("colour", self.colour.clone()),
            ("first_registration", date(self.first_registration)),
            ("inspection_due", date(self.inspection_due)),
            ("maintenance_due", date(self.maintenance_due)),
            ("mileage", self.mileage.map(|km| km.to_string())),
        ]
    }
}

impl From<&Vehicle> for VehicleFacts {
    fn from(vehicle: &Vehicle) -> Self {
        Self {
            plate: vehicle.plate.clone(),
            plate_folded: None,
            plate_country: vehicle.plate_country.clone(),
            vin: vehicle.vin.clone(),
            make: vehicle.make.clone(),
            model: vehicle.model.clone(),
            version: vehicle.version.clone(),
            body: vehicle.body.clone(),
            fuel: vehicle.fuel.clone(),
            colour: vehicle.colour.clone(),
            first_registration: vehicle.first_registration,
            inspection_due: vehicle.inspection_due,
            maintenance_due: vehicle.maintenance_due,
            mileage: vehicle.mileage,
        }
    }
}

impl CompanyTx<'_> {
    /// Keeps what is known of a customer's car, each field that differs as a change of its own (F68); `today` is the day of a new
    /// reading of the odometer. The names of the fields that changed.
    ///
    /// # Errors
    /// There is no such car.
    pub async fn change_vehicle_facts(
        &mut self,
        customer: CustomerId,
        vehicle: VehicleId,
        facts: &VehicleFacts,
        today: NaiveDate,
        by: ChangedBy,
    ) -> Result<Vec<&'static str>> {
        self.tx.hold("vehicles", self.id, vehicle.0).await?;
        let before = self
            .vehicle(vehicle)
            .await?
            .ok_or(StoreError::Missing("the car"))?;
        let mut changed = Vec::new();
        let pairs = VehicleFacts::from(&before)
            .fields()
            .into_iter()
            .zip(facts.fields());
        for ((field, old), (_, new)) in pairs {
            if old == new {
                continue;
            }
            changed.push(field);
            self.record_change(NewChange {
                customer,
                subject: (ChangeSubject::Vehicle, vehicle.0),
                field,
                old: old.as_deref(),
                new: new.as_deref(),
                by,
            })
            .await?;
        }
        if changed.is_empty() {
            return Ok(changed);
        }
        let read_on = if changed.contains(&"mileage") {
            facts.mileage.map(|_| today)
        } else {
            before.mileage_on
        };
        let now = self.now();
        execute!(
            self.tx,
            "UPDATE vehicles SET plate = $3, plate_folded = $4, plate_country = $5, vin = $6, make = $7, model = $8,
                    version = $9, body = $10, fuel = $11, colour = $12, first_registration = $13, inspection_due = $14,
                    maintenance_due = $15, mileage = $16, mileage_on = $17, updated_at = $18
             WHERE company_id = $1 AND id = $2",
            self.id,
            vehicle,
            facts.plate.as_deref(),
            facts.plate_folded.as_deref(),
            facts.plate_country.as_deref(),
            facts.vin.as_deref(),
            facts.make.as_deref(),
            facts.model.as_deref(),
            facts.version.as_deref(),
            facts.body.as_deref(),
            facts.fuel.as_deref(),
            facts.colour.as_deref(),
            facts.first_registration,
            facts.inspection_due,
            facts.maintenance_due,
            facts.mileage,
            read_on,
            now
        )?;
        Ok(changed)
    }
}
