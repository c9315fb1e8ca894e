//! Legal entities, and the sites that belong to them.

use carport_domain::{LegalEntityId, LocationId, Timestamp};

use crate::error::{Result, StoreError};
use crate::tx::CompanyTx;

/// The legal person behind one or more locations; consent names one.
#[derive(Debug, Clone, PartialEq, sqlx_macros::FromRow)]
pub struct LegalEntity {
    /// Its id.
    pub id: LegalEntityId,
    /// Its registered name.
    pub name: String,
    /// ISO 3166-1.
    pub country: String,
    /// Chamber of commerce number or the like.
    pub registration_number: Option<String>,
    /// VAT number.
    pub vat_number: Option<String>,
    /// Street and number.
    pub street: String,
    /// Postcode.
    pub postcode: String,
    /// City.
    pub city: String,
}

/// One site.
#[derive(Debug, Clone, PartialEq, sqlx_macros::FromRow)]
pub struct Location {
    /// Its id.
    pub id: LocationId,
    /// The dealer code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Its region, for brands with regional managers (F200).
    pub region: Option<String>,
    /// Whose it is.
    pub legal_entity_id: LegalEntityId,
    /// Street and number.
    pub street: String,
    /// Postcode.
    pub postcode: String,
    /// City.
    pub city: String,
    /// ISO 3166-1.
    pub country: String,
    /// Its own number.
    pub phone: Option<String>,
    /// Its own address.
    pub email: Option<String>,
    /// IANA zone where it differs from the company's.
    pub time_zone: Option<String>,
    /// JSON of `domain::company::OpeningHours`.
    pub opening_hours: String,
    /// Place in lists.
    pub position: i64,
    /// Since when it is closed for good.
    pub closed_at: Option<Timestamp>,
}

impl CompanyTx<'_> {
    /// Every legal entity, the oldest first.
    pub async fn legal_entities(&mut self) -> Result<Vec<LegalEntity>> {
        fetch_all!(
            self.tx,
            LegalEntity,
            "SELECT id, name, country, registration_number, vat_number, street, postcode, city
             FROM legal_entities WHERE company_id = $1 ORDER BY id",
            self.id
        )
    }

    /// Adds a legal entity, or saves it where it is known.
    pub async fn add_legal_entity(&mut self, entity: &LegalEntity) -> Result<()> {
        let now = self.now();
        execute!(
            self.tx,
            "INSERT INTO legal_entities (company_id, id, name, country, registration_number, vat_number, street,
                postcode, city, created_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
             ON CONFLICT (company_id, id) DO UPDATE SET name = excluded.name, country = excluded.country,
                registration_number = excluded.registration_number, vat_number = excluded.vat_number,
                street = excluded.street, postcode = excluded.postcode, city = excluded.city",
            self.id,
            entity.id,
            &entity.name,
            &entity.country,
            &entity.registration_number,
            &entity.vat_number,
            &entity.street,
            &entity.postcode,
            &entity.city,
            now
        )?;
        Ok(())
    }

    /// Every location that is not closed for good, in the order staff gave them.
    pub async fn locations(&mut self) -> Result<Vec<Location>> {
        fetch_all!(
            self.tx,
            Location,
            "SELECT id, code, name, region, legal_entity_id, street, postcode, city, country, phone, email, time_zone,
                opening_hours, position, closed_at
             FROM locations WHERE company_id = $1 AND closed_at IS NULL ORDER BY position, code, id",
            self.id
        )
    }

    /// One location, closed or not.
    pub async fn location(&mut self, id: LocationId) -> Result<Option<Location>> {
        fetch_optional!(
            self.tx,
            Location,
            "SELECT id, code, name, region, legal_entity_id, street, postcode, city, country, phone, email, time_zone,
                opening_hours, position, closed_at
             FROM locations WHERE company_id = $1 AND id = $2",
            self.id,
            id
        )
    }

    /// Adds a location, or saves it where it is known. False when another location has its code.
    pub async fn save_location(&mut self, location: &Location) -> Result<bool> {
        let other: i64 = fetch_scalar!(
            self.tx,
            i64,
            "SELECT COUNT(*) FROM locations WHERE company_id = $1 AND code = $2 AND id <> $3",
            self.id,
            &location.code,
            location.id
        )?;
        if other > 0 {
            return Ok(false);
        }
        let saved = execute!(
            self.tx,
            "INSERT INTO locations (company_id, id, code, name, region, legal_entity_id, street, postcode, city, country,
                phone, email, time_zone, opening_hours, position, closed_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
             ON CONFLICT (company_id, id) DO UPDATE SET code = excluded.code, name = excluded.name,
                region = excluded.region, legal_entity_id = excluded.legal_entity_id, street = excluded.street,
                postcode = excluded.postcode, city = excluded.city, country = excluded.country, phone = excluded.phone,
                email = excluded.email, time_zone = excluded.time_zone, opening_hours = excluded.opening_hours,
                position = excluded.position, closed_at = excluded.closed_at",
            self.id,
            location.id,
            &location.code,
            &location.name,
            &location.region,
            location.legal_entity_id,
            &location.street,
            &location.postcode,
            &location.city,
            &location.country,
            &location.phone,
            &location.email,
            &location.time_zone,
            &location.opening_hours,
            location.position,
            location.closed_at
        )?;
        if saved == 0 {
            Err(StoreError::Missing("location"))
        } else {
            Ok(true)
        }
    }
}
