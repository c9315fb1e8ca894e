//! E-mail addresses, numbers and postal addresses.

use carport_domain::consent::ContactRef;
use carport_domain::{CompanyId, ContactPointId, CustomerId, LegalEntityId, Timestamp};
use chrono::NaiveDate;

use crate::error::Result;
use crate::keys::Keys;
use crate::tx::{CompanyTx, CustomerTx, Tx};

/// One way to reach a customer.
#[derive(Debug, Clone, PartialEq, Eq, sqlx_macros::FromRow)]
pub struct ContactPoint {
    /// Its id.
    pub id: ContactPointId,
    /// `email`, `mobile`, `phone`, `address`.
    pub kind: String,
    /// E-mail as written, number in E.164, address as JSON of `domain::people::PostalAddress`.
    pub value: String,
    /// What matching compares.
    pub value_folded: String,
    /// `dms`, `customer`, `staff`, `request`, `import`.
    pub origin: String,
    /// When the company got it.
    pub collected_on: Option<NaiveDate>,
    /// Which legal person got it.
    pub legal_entity_id: Option<LegalEntityId>,
    /// When the customer proved it is theirs.
    pub verified_at: Option<Timestamp>,
    /// Since when it is known not to work.
    pub invalid_since: Option<Timestamp>,
    /// When it was noted.
    pub created_at: Timestamp,
}

/// A contact point to add.
#[derive(Debug, Clone, Copy)]
pub struct NewContactPoint<'a> {
    /// `email`, `mobile`, `phone`, `address`.
    pub kind: &'a str,
    /// As displayed, or JSON for an address.
    pub value: &'a str,
    /// What matching compares.
    pub value_folded: &'a str,
    /// `dms`, `customer`, `staff`, `request`, `import`.
    pub origin: &'a str,
    /// When the company got it.
    pub collected_on: Option<NaiveDate>,
    /// Which legal person got it.
    pub legal_entity_id: Option<LegalEntityId>,
    /// When the customer proved it is theirs.
    pub verified_at: Option<Timestamp>,
}

impl ContactPoint {
    /// As the consent ledger names it: its id and a keyed hash of its value.
    pub fn reference(&self, keys: &Keys) -> ContactRef {
        ContactRef {
            id: self.id,
            hash: consent_hash(keys, &self.kind, &self.value_folded),
        }
    }
}

/// How the consent ledger names an address or number without saying it; the same wherever an entry is made, so that entries
/// about one address can be told to be about one.
pub(crate) fn consent_hash(keys: &Keys, kind: &str, folded: &str) -> String {
    hex::encode(keys.keyed_hash("consent-contact", &[kind.as_bytes(), folded.as_bytes()]))
}

async fn of_customer(tx: &mut Tx, company: CompanyId, customer: CustomerId) -> Result<Vec<ContactPoint>> {
    fetch_all!(
        tx,
        ContactPoint,
        "SELECT id, kind, value, value_folded, origin, collected_on, legal_entity_id, verified_at, invalid_since, created_at
         FROM contact_points WHERE company_id = $1 AND customer_id = $2 AND ended_at IS NULL ORDER BY kind, id",
        company,
        customer
    )
}

impl CompanyTx<'_> {
    /// How a customer can be reached now.
    pub async fn contact_points(&mut self, customer: CustomerId) -> Result<Vec<ContactPoint>> {
        of_customer(self.tx, self.id, customer).await
    }

    /// Adds a contact point. Refusals belong to the customer and so hold for it; grants do not pass to it (CON-12).
    pub async fn add_contact_point(
        &mut self,
        customer: CustomerId,
        new: NewContactPoint<'_>,
    ) -> Result<ContactPointId> {
        let now = self.now();
        let id = ContactPointId::new(now);
        execute!(
            self.tx,
            "INSERT INTO contact_points (company_id, customer_id, id, kind, value, value_folded, origin, collected_on,
                legal_entity_id, verified_at, created_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
            self.id,
            customer,
            id,
            new.kind,
            new.value,
            new.value_folded,
            new.origin,
            new.collected_on,
            new.legal_entity_id,
            new.verified_at,
            now
        )?;
        Ok(id)
    }

    /// Ends a contact point: it is kept for the proof, and used no more.
    pub async fn end_contact_point(&mut self, customer: CustomerId, id: ContactPointId) -> Result<bool> {
        let now = self.now();
        Ok(execute!(
            self.tx,
            "UPDATE contact_points SET ended_at = $4
             WHERE company_id = $1 AND customer_id = $2 AND id = $3 AND ended_at IS NULL",
            self.id,
            customer,
            id,
            now
        )? > 0)
    }

    /// Notes that a contact point does not work (hard bounce, returned letter, wrong number).
    pub async fn invalidate_contact_point(&mut self, customer: CustomerId, id: ContactPointId) -> Result<()> {
        let now = self.now();
        execute!(
            self.tx,
            "UPDATE contact_points SET invalid_since = $4
             WHERE company_id = $1 AND customer_id = $2 AND id = $3 AND invalid_since IS NULL",
            self.id,
            customer,
            id,
            now
        )?;
        Ok(())
    }

    /// A contact point of a customer, also one that is used no more.
    pub async fn contact_point(
        &mut self,
        customer: CustomerId,
        id: ContactPointId,
    ) -> Result<Option<ContactPoint>> {
        fetch_optional!(
            self.tx,
            ContactPoint,
            "SELECT id, kind, value, value_folded, origin, collected_on, legal_entity_id, verified_at, invalid_since, created_at
             FROM contact_points WHERE company_id = $1 AND customer_id = $2 AND id = $3",
            self.id,
            customer,
            id
        )
    }

    /// Customers who have an e-mail address or number now, by its folded value: one person recorded twice, or several who
    /// share it. Never a proof. A postal address names nobody, for a household shares it.
    pub async fn customers_with_contact_point(
        &mut self,
        kind: &str,
        value_folded: &str,
    ) -> Result<Vec<CustomerId>> {
        let ids: Vec<(CustomerId,)> = fetch_all!(
            self.tx,
            (CustomerId,),
            "SELECT DISTINCT customer_id FROM contact_points
             WHERE company_id = $1 AND value_folded = $2 AND kind = $3 AND kind <> 'address' AND ended_at IS NULL
             ORDER BY customer_id",
            self.id,
            value_folded,
            kind
        )?;
        Ok(ids.into_iter().map(|(id,)| id).collect())
    }
}

impl CustomerTx<'_> {
    /// How the customer can be reached now.
    pub async fn my_contact_points(&mut self) -> Result<Vec<ContactPoint>> {
        of_customer(self.tx, self.who.company, self.who.customer).await
    }
}
