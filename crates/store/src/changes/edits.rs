//! Changing a customer's data and recording the change, in one go (F63, F67, F68, F77).

use carport_domain::consent::Channel;
use carport_domain::people::{ContactPointKind, Gender, Origin, PersonName, fold};
use carport_domain::{ContactPointId, CustomerId, LegalEntityId, VehicleId};
use chrono::NaiveDate;

use super::{ChangeSubject, ChangedBy, NewChange};
use crate::customers::NewContactPoint;
use crate::error::{Result, StoreError};
use crate::tx::{CompanyTx, CustomerTx};

/// A contact point to keep.
#[derive(Debug, Clone, Copy)]
pub struct ContactEdit<'a> {
    /// What it is.
    pub kind: ContactPointKind,
    /// An address as written, a number in E.164, a postal address as JSON.
    pub value: &'a str,
    /// What matching compares.
    pub folded: &'a str,
    /// Today, where the company is.
    pub today: NaiveDate,
}

/// What a customer may say about a car.
#[derive(Debug, Clone, Copy)]
pub struct VehicleEdit<'a> {
    /// The name the family gives it; ours alone, so no change for the DMS.
    pub nickname: Option<&'a str>,
    /// What the odometer shows, kilometres.
    pub mileage: Option<i64>,
    /// Today, where the company is.
    pub today: NaiveDate,
}

#[derive(sqlx_macros::FromRow)]
struct NameRow {
    gender: Option<String>,
    initials: Option<String>,
    first_name: Option<String>,
    infix: Option<String>,
    last_name: String,
    business_name: Option<String>,
}

const fn stored_gender(gender: Gender) -> Option<&'static str> {
    match gender {
        Gender::Male => Some("male"),
        Gender::Female => Some("female"),
        Gender::Unspecified => None,
    }
}

impl CompanyTx<'_> {
    /// Whether a car is a customer's today, as owner, driver or payer.
    pub async fn holds_vehicle(&mut self, customer: CustomerId, vehicle: VehicleId) -> Result<bool> {
        let today = self.now().datetime().date_naive();
        let count = fetch_scalar!(
            self.tx,
            i64,
            "SELECT COUNT(*) FROM vehicle_holdings WHERE company_id = $1 AND customer_id = $2 AND vehicle_id = $3
               AND (until_on IS NULL OR until_on >= $4)",
            self.id,
            customer,
            vehicle,
            today
        )?;
        Ok(count > 0)
    }

    /// Keeps a new name. The number of fields that changed.
    pub async fn change_name(
        &mut self,
        customer: CustomerId,
        name: &PersonName,
        by: ChangedBy,
    ) -> Result<usize> {
        let now = self.now();
        self.tx.hold("customers", self.id, customer.0).await?;
        let before = fetch_optional!(
            self.tx,
            NameRow,
            "SELECT gender, initials, first_name, infix, last_name, business_name FROM customers
             WHERE company_id = $1 AND id = $2 AND erased_at IS NULL",
            self.id,
            customer
        )?
        .ok_or(StoreError::Missing("the customer"))?;
        let gender = stored_gender(name.gender);
        let last_name = name.surname.as_deref().unwrap_or_default();
        let fields: [(&str, Option<&str>, Option<&str>); 6] = [
            ("gender", before.gender.as_deref(), gender),
            ("initials", before.initials.as_deref(), name.initials.as_deref()),
            (
                "first_name",
                before.first_name.as_deref(),
                name.first_name.as_deref(),
            ),
            ("infix", before.infix.as_deref(), name.infix.as_deref()),
            ("last_name", Some(before.last_name.as_str()), Some(last_name)),
            (
                "business_name",
                before.business_name.as_deref(),
                name.company.as_deref(),
            ),
        ];
        let mut changed = 0;
        for (field, old, new) in fields {
            if old.unwrap_or_default() == new.unwrap_or_default() {
                continue;
            }
            changed += 1;
            let subject = (ChangeSubject::Customer, customer.0);
            self.record_change(NewChange {
                customer,
                subject,
                field,
                old,
                new,
                by,
            })
            .await?;
        }
        if changed > 0 {
            // as an import folds it, so that the list keeps its order
            let folded = fold(&name.sorted());
            execute!(
                self.tx,
                "UPDATE customers SET gender = $3, initials = $4, first_name = $5, infix = $6, last_name = $7,
                        business_name = $8, name_folded = $9, updated_at = $10
                 WHERE company_id = $1 AND id = $2",
                self.id,
                customer,
                gender,
                name.initials.as_deref(),
                name.first_name.as_deref(),
                name.infix.as_deref(),
                last_name,
                name.company.as_deref(),
                folded,
                now
            )?;
        }
        Ok(changed)
    }

    /// Puts a contact point in the place of another, adds one, or (with no `new`) ends one. Refusals stay, since they
    /// belong to the customer; grants do not come along, since they belong to the point that ended (CON-12). None when
    /// nothing changed.
    ///
    /// # Errors
    /// `old` is not a contact point of this customer that is in use.
    pub async fn replace_contact_point(
        &mut self,
        customer: CustomerId,
        old: Option<ContactPointId>,
        new: Option<ContactEdit<'_>>,
        by: ChangedBy,
    ) -> Result<Option<ContactPointId>> {
        let now = self.now();
        self.tx.hold("customers", self.id, customer.0).await?;
        let before = match old {
            None => None,
            Some(id) => Some(
                fetch_optional!(
                    self.tx,
                    (ContactPointKind, String),
                    "SELECT kind, value FROM contact_points
                     WHERE company_id = $1 AND customer_id = $2 AND id = $3 AND ended_at IS NULL",
                    self.id,
                    customer,
                    id
                )?
                .ok_or(StoreError::Missing("the contact point"))?,
            ),
        };
        if before.as_ref().map(|(_, value)| value.as_str()) == new.map(|point| point.value) {
            return Ok(None);
        }
        let Some(kind) = new
            .map(|point| point.kind)
            .or(before.as_ref().map(|(kind, _)| *kind))
        else {
            return Ok(None);
        };
        if let Some(id) = old {
            execute!(
                self.tx,
                "UPDATE contact_points SET ended_at = $4 WHERE company_id = $1 AND customer_id = $2 AND id = $3",
                self.id,
                customer,
                id,
                now
            )?;
        }
        let added = match new {
            None => None,
            Some(point) => Some(self.add_edited_point(customer, point, by).await?),
        };
        self.record_change(NewChange {
            customer,
            subject: (ChangeSubject::Customer, customer.0),
            field: kind.as_str(),
            old: before.as_ref().map(|(_, value)| value.as_str()),
            new: new.map(|point| point.value),
            by,
        })
        .await?;
        execute!(
            self.tx,
            "UPDATE customers SET updated_at = $3 WHERE company_id = $1 AND id = $2",
            self.id,
            customer,
            now
        )?;
        Ok(added)
    }

    /// The legal person a customer deals with: that of the customer's location, else of the company's first location, else
    /// the company's first.
    pub async fn legal_entity_of(&mut self, customer: CustomerId) -> Result<Option<LegalEntityId>> {
        let of_location = fetch_optional!(
            self.tx,
            (LegalEntityId,),
            "SELECT l.legal_entity_id FROM locations l
             LEFT JOIN customers c ON c.company_id = l.company_id AND c.id = $2 AND c.location_id = l.id
             WHERE l.company_id = $1 ORDER BY CASE WHEN c.id IS NULL THEN 1 ELSE 0 END, l.position, l.id LIMIT 1",
            self.id,
            customer
        )?;
        if let Some((entity,)) = of_location {
            return Ok(Some(entity));
        }
        let first = fetch_optional!(
            self.tx,
            (LegalEntityId,),
            "SELECT id FROM legal_entities WHERE company_id = $1 ORDER BY id LIMIT 1",
            self.id
        )?;
        Ok(first.map(|(entity,)| entity))
    }

    /// Adds a contact point, collected today by the legal entity of the customer's location, or the company's first.
    async fn add_edited_point(
        &mut self,
        customer: CustomerId,
        point: ContactEdit<'_>,
        by: ChangedBy,
    ) -> Result<ContactPointId> {
        let origin = match by {
            ChangedBy::Customer(_) => Origin::Customer,
            ChangedBy::Staff(_) => Origin::Staff,
        };
        let entity = self.legal_entity_of(customer).await?;
        self.add_contact_point(
            customer,
            NewContactPoint {
                kind: point.kind.as_str(),
                value: point.value,
                value_folded: point.folded,
                origin: origin.as_str(),
                collected_on: Some(point.today),
                legal_entity_id: entity,
                verified_at: None,
            },
        )
        .await
    }

    /// The customer proved that an address is theirs and that mail reaches it, by a link that went there.
    pub async fn verify_email(&mut self, customer: CustomerId, folded: &str) -> Result<()> {
        let now = self.now();
        execute!(
            self.tx,
            "UPDATE contact_points SET verified_at = $4
             WHERE company_id = $1 AND customer_id = $2 AND kind = 'email' AND value_folded = $3
               AND ended_at IS NULL AND verified_at IS NULL",
            self.id,
            customer,
            folded,
            now
        )?;
        self.reached(folded).await
    }

    async fn change_vehicle(
        &mut self,
        customer: CustomerId,
        vehicle: VehicleId,
        edit: VehicleEdit<'_>,
        by: ChangedBy,
    ) -> Result<()> {
        let now = self.now();
        self.tx.hold("vehicles", self.id, vehicle.0).await?;
        let (mileage,) = fetch_one!(
            self.tx,
            (Option<i64>,),
            "SELECT mileage FROM vehicles WHERE company_id = $1 AND id = $2",
            self.id,
            vehicle
        )?;
        execute!(
            self.tx,
            "UPDATE vehicles SET nickname = $3, updated_at = $4 WHERE company_id = $1 AND id = $2",
            self.id,
            vehicle,
            edit.nickname,
            now
        )?;
        let Some(new) = edit.mileage.filter(|new| mileage != Some(*new)) else {
            return Ok(());
        };
        execute!(
            self.tx,
            "UPDATE vehicles SET mileage = $3, mileage_on = $4 WHERE company_id = $1 AND id = $2",
            self.id,
            vehicle,
            new,
            edit.today
        )?;
        self.record_change(NewChange {
            customer,
            subject: (ChangeSubject::Vehicle, vehicle.0),
            field: "mileage",
            old: mileage.map(|km| km.to_string()).as_deref(),
            new: Some(&new.to_string()),
            by,
        })
        .await
    }
}

impl CustomerTx<'_> {
    /// Keeps the customer's own new name. The number of fields that changed.
    pub async fn change_my_name(&mut self, name: &PersonName) -> Result<usize> {
        let customer = self.who.customer;
        self.company()
            .change_name(customer, name, ChangedBy::Customer(customer))
            .await
    }

    /// Puts one of the customer's own contact points in the place of another; see [`CompanyTx::replace_contact_point`].
    pub async fn replace_my_contact_point(
        &mut self,
        old: Option<ContactPointId>,
        new: Option<ContactEdit<'_>>,
    ) -> Result<Option<ContactPointId>> {
        let customer = self.who.customer;
        self.company()
            .replace_contact_point(customer, old, new, ChangedBy::Customer(customer))
            .await
    }

    /// Keeps what the customer says about a car; false when the car is not this customer's.
    pub async fn change_my_vehicle(&mut self, vehicle: VehicleId, edit: VehicleEdit<'_>) -> Result<bool> {
        let customer = self.who.customer;
        let mut company = self.company();
        if !company.holds_vehicle(customer, vehicle).await? {
            return Ok(false);
        }
        company
            .change_vehicle(customer, vehicle, edit, ChangedBy::Customer(customer))
            .await?;
        Ok(true)
    }

    /// The legal person the customer deals with.
    pub async fn my_legal_entity(&mut self) -> Result<Option<LegalEntityId>> {
        let customer = self.who.customer;
        self.company().legal_entity_of(customer).await
    }

    /// Keeps which of the permitted channels the customer likes best (F147); none: no preference.
    pub async fn prefer_channel(&mut self, channel: Option<Channel>) -> Result<()> {
        let now = self.now();
        let who = self.who;
        execute!(
            self.tx,
            "UPDATE customers SET preferred_channel = $3, updated_at = $4 WHERE company_id = $1 AND id = $2",
            who.company,
            who.customer,
            channel.map(Channel::as_str),
            now
        )?;
        Ok(())
    }
}
