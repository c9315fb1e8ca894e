//! Visits and invoices.

use carport_domain::{CompanyId, CustomerId, InvoiceId, VehicleId, VisitId};
use chrono::NaiveDate;

use crate::error::Result;
use crate::tx::{CompanyTx, CustomerTx, Tx};

/// A visit.
#[derive(Debug, Clone, PartialEq, Eq, sqlx_macros::FromRow)]
pub struct Visit {
    /// Its id.
    pub id: VisitId,
    /// Work order number.
    pub dms_number: String,
    /// With which car.
    pub vehicle_id: Option<VehicleId>,
    /// `workshop`, `showroom`, `bodyshop`, `tyres`, `other`.
    pub kind: String,
    /// When.
    pub visited_on: NaiveDate,
    /// Mileage then, kilometres.
    pub mileage: Option<i64>,
    /// What was done.
    pub description: Option<String>,
    /// Who looked after it.
    pub advisor: Option<String>,
    /// Where, by name.
    pub location_name: Option<String>,
}

/// An invoice.
#[derive(Debug, Clone, PartialEq, Eq, sqlx_macros::FromRow)]
pub struct Invoice {
    /// Its id.
    pub id: InvoiceId,
    /// Invoice number.
    pub dms_number: String,
    /// For which car.
    pub vehicle_id: Option<VehicleId>,
    /// `workshop`, `parts`, `vehicle`, `other`.
    pub category: String,
    /// When.
    pub invoiced_on: NaiveDate,
    /// The total, cents.
    pub amount_cents: i64,
    /// ISO 4217.
    pub currency: String,
    /// For what.
    pub description: Option<String>,
    /// Where its document is in the object store; none: there is none.
    pub document_key: Option<String>,
}

async fn visits(
    tx: &mut Tx,
    company: CompanyId,
    customer: CustomerId,
    vehicle: Option<VehicleId>,
) -> Result<Vec<Visit>> {
    fetch_all!(
        tx,
        Visit,
        "SELECT v.id, v.dms_number, v.vehicle_id, v.kind, v.visited_on, v.mileage, v.description, v.advisor,
            l.name AS location_name
         FROM visits v LEFT JOIN locations l ON l.company_id = v.company_id AND l.id = v.location_id
         WHERE v.company_id = $1 AND v.customer_id = $2 AND (CAST($3 AS UUID) IS NULL OR v.vehicle_id = $3)
         ORDER BY v.visited_on DESC, v.id DESC LIMIT 500",
        company,
        customer,
        vehicle
    )
}

async fn invoices(
    tx: &mut Tx,
    company: CompanyId,
    customer: CustomerId,
    vehicle: Option<VehicleId>,
) -> Result<Vec<Invoice>> {
    fetch_all!(
        tx,
        Invoice,
        "SELECT id, dms_number, vehicle_id, category, invoiced_on, amount_cents, currency, description, document_key
         FROM invoices
         WHERE company_id = $1 AND customer_id = $2 AND (CAST($3 AS UUID) IS NULL OR vehicle_id = $3)
         ORDER BY invoiced_on DESC, id DESC LIMIT 500",
        company,
        customer,
        vehicle
    )
}

async fn invoice(
    tx: &mut Tx,
    company: CompanyId,
    customer: CustomerId,
    id: InvoiceId,
) -> Result<Option<Invoice>> {
    fetch_optional!(
        tx,
        Invoice,
        "SELECT id, dms_number, vehicle_id, category, invoiced_on, amount_cents, currency, description, document_key
         FROM invoices WHERE company_id = $1 AND customer_id = $2 AND id = $3",
        company,
        customer,
        id
    )
}

impl CompanyTx<'_> {
    /// A customer's visits, the newest first; of one car where given.
    pub async fn visits_of(
        &mut self,
        customer: CustomerId,
        vehicle: Option<VehicleId>,
    ) -> Result<Vec<Visit>> {
        visits(self.tx, self.id, customer, vehicle).await
    }
    /// A customer's invoices, the newest first; of one car where given.
    pub async fn invoices_of(
        &mut self,
        customer: CustomerId,
        vehicle: Option<VehicleId>,
    ) -> Result<Vec<Invoice>> {
        invoices(self.tx, self.id, customer, vehicle).await
    }
    /// One invoice of a customer.
    pub async fn invoice_of(&mut self, customer: CustomerId, id: InvoiceId) -> Result<Option<Invoice>> {
        invoice(self.tx, self.id, customer, id).await
    }
}

impl CustomerTx<'_> {
    /// The customer's own visits, the newest first.
    pub async fn my_visits(&mut self, vehicle: Option<VehicleId>) -> Result<Vec<Visit>> {
        visits(self.tx, self.who.company, self.who.customer, vehicle).await
    }
    /// The customer's own invoices, the newest first.
    pub async fn my_invoices(&mut self, vehicle: Option<VehicleId>) -> Result<Vec<Invoice>> {
        invoices(self.tx, self.who.company, self.who.customer, vehicle).await
    }
    /// One of the customer's own invoices; another's is not there.
    pub async fn my_invoice(&mut self, id: InvoiceId) -> Result<Option<Invoice>> {
        invoice(self.tx, self.who.company, self.who.customer, id).await
    }
}
