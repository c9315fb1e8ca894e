//! Customers, how to reach them, and what happened: cars, visits, invoices.

mod contact_points;
mod history;
mod search;
mod vehicles;

use carport_domain::{CompanyId, CustomerId, Language, LegalEntityId, LocationId, Timestamp};
use chrono::NaiveDate;

pub(crate) use contact_points::consent_hash;
pub use contact_points::{ContactPoint, NewContactPoint};
pub use history::{Invoice, Visit};
pub use search::{Found, Page};
pub use vehicles::{Holding, Vehicle};

use crate::error::Result;
use crate::tx::{CompanyTx, CustomerTx, Tx};

/// A customer as stored.
#[derive(Debug, Clone, PartialEq, sqlx_macros::FromRow)]
pub struct Customer {
    /// Their id.
    pub id: CustomerId,
    /// The customer number of the dealer management system.
    pub dms_number: Option<String>,
    /// `person`, `business` or `unknown`.
    pub kind: String,
    /// `female`, `male`, `other`, or not known.
    pub gender: Option<String>,
    /// Initials.
    pub initials: Option<String>,
    /// First name.
    pub first_name: Option<String>,
    /// «van der» and the like.
    pub infix: Option<String>,
    /// Surname; for a business without a contact, empty.
    pub last_name: String,
    /// The firm's name.
    pub business_name: Option<String>,
    /// Date of birth.
    pub birth_date: Option<NaiveDate>,
    /// The language they want, if known.
    pub language: Option<Language>,
    /// Their stage in the life cycle.
    pub stage: String,
    /// Where they usually come.
    pub location_id: Option<LocationId>,
    /// The channel they like best among those they permit (F147).
    pub preferred_channel: Option<String>,
    /// First workshop visit ever here.
    pub first_workshop_on: Option<NaiveDate>,
    /// Last workshop visit or invoice.
    pub last_visit_on: Option<NaiveDate>,
    /// Last paid invoice.
    pub last_invoice_on: Option<NaiveDate>,
    /// By which legal entity it was.
    pub last_invoice_entity_id: Option<LegalEntityId>,
    /// Since when known as deceased.
    pub deceased_at: Option<Timestamp>,
    /// Since when processing is restricted (art. 18 GDPR).
    pub restricted_at: Option<Timestamp>,
    /// Since when erased.
    pub erased_at: Option<Timestamp>,
    /// Since when no longer in the full export.
    pub missing_since: Option<Timestamp>,
    /// When they came in.
    pub created_at: Timestamp,
    /// When anything of theirs last changed.
    pub updated_at: Timestamp,
}

impl Customer {
    /// The name in reading order: firm, or first name, infix, surname.
    pub fn display_name(&self) -> String {
        let person = [
            self.first_name.as_deref().or(self.initials.as_deref()),
            self.infix.as_deref(),
            Some(&self.last_name),
        ]
        .into_iter()
        .flatten()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" ");
        match &self.business_name {
            Some(firm) if person.is_empty() => firm.clone(),
            Some(firm) => format!("{firm} · {person}"),
            None => person,
        }
    }
}

pub(crate) const SELECT_CUSTOMER: &str = "SELECT id, dms_number, kind, gender, initials, first_name, infix, last_name,
    business_name, birth_date, language, stage, location_id, preferred_channel, first_workshop_on, last_visit_on,
    last_invoice_on, last_invoice_entity_id, deceased_at, restricted_at, erased_at, missing_since, created_at, updated_at
    FROM customers WHERE company_id = $1";

async fn by_id(tx: &mut Tx, company: CompanyId, id: CustomerId) -> Result<Option<Customer>> {
    let sql = sqlx::AssertSqlSafe(format!("{SELECT_CUSTOMER} AND id = $2"));
    fetch_optional!(tx, Customer, sql, company, id)
}

impl CompanyTx<'_> {
    /// A customer of this company.
    pub async fn customer(&mut self, id: CustomerId) -> Result<Option<Customer>> {
        by_id(self.tx, self.id, id).await
    }

    /// Customers with a customer number; more than one when several systems deliver.
    pub async fn customers_by_number(&mut self, number: &str) -> Result<Vec<Customer>> {
        let sql = sqlx::AssertSqlSafe(format!(
            "{SELECT_CUSTOMER} AND dms_number = $2 ORDER BY dms_source, id LIMIT 10"
        ));
        fetch_all!(self.tx, Customer, sql, self.id, number)
    }

    /// How many customers the company has, those erased left out.
    pub async fn count_customers(&mut self) -> Result<i64> {
        fetch_scalar!(
            self.tx,
            i64,
            "SELECT COUNT(*) FROM customers WHERE company_id = $1 AND erased_at IS NULL",
            self.id
        )
    }

    /// Sets the language a customer wants.
    pub async fn set_customer_language(&mut self, id: CustomerId, language: Language) -> Result<()> {
        let now = self.now();
        execute!(
            self.tx,
            "UPDATE customers SET language = $3, updated_at = $4 WHERE company_id = $1 AND id = $2",
            self.id,
            id,
            language,
            now
        )?;
        Ok(())
    }
}

impl CustomerTx<'_> {
    /// The customer's own data.
    pub async fn me(&mut self) -> Result<Customer> {
        by_id(self.tx, self.who.company, self.who.customer)
            .await?
            .ok_or(crate::StoreError::Missing("customer"))
    }
}
