//! Companies and customers for tests.
//!
//! ```ignore
//! let shop = TestCompany::new(&db).await;
//! let anna = shop.customer("Anna").email("anna@mail.example").workshop_invoice(date(2026, 3, 9)).save().await;
//! let car = shop.car(&anna, "XX-123-X").inspection_due(date(2026, 12, 30)).save().await;
//! ```

use carport_domain::Clock;
use carport_domain::company::Modules;
use carport_domain::consent::{
    Action, Actor, Basis, Channel, ConsentEvent, ContactRef, Draft, Method, Purpose, Scope, WordingRef,
};
use carport_domain::people::{PostalAddress, fold};
use carport_domain::{
    CompanyId, ContactPointId, CustomerId, InvoiceId, Language, LegalEntityId, LocationId, VehicleId,
    VisitId, WordingId,
};
use carport_store::Store;
use carport_store::companies::{Created, LegalEntity, Location, NewCompany};
use chrono::NaiveDate;
use serde_json::json;
use sha2::{Digest, Sha256};

use crate::TestDb;
use crate::raw::{self, Arg};

/// A day.
pub fn date(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a day of the calendar")
}

/// What the collection notice says.
const NOTICE: &str = "We may write to you about what you bought; you may object.";

/// A company with a legal entity, a location and a collection notice in force since 2020.
#[derive(Debug, Clone)]
pub struct TestCompany {
    /// Its store.
    pub store: Store,
    /// Its id.
    pub id: CompanyId,
    /// Its first path word.
    pub slug: String,
    /// Its only legal entity.
    pub entity: LegalEntityId,
    /// Its only location.
    pub location: LocationId,
    /// The wording of its collection notice.
    pub notice: WordingId,
}

impl TestCompany {
    /// A Dutch dealer, `jansen`, with the modules a new company begins with.
    pub async fn new(db: &TestDb) -> Self {
        Self::named(db, "jansen", "NL").await
    }

    /// A company of another name in a country; Dutch in NL and BE, German in DE and AT, Russian in RU, else English.
    pub async fn named(db: &TestDb, slug: &str, country: &str) -> Self {
        Self::started(db, slug, country, date(2015, 1, 5)).await
    }

    /// As [`TestCompany::named`], begun with Carport on a given day (F161).
    pub async fn started(db: &TestDb, slug: &str, country: &str, started_on: NaiveDate) -> Self {
        let now = db.clock.now();
        let (language, zone) = match country {
            "NL" => (Language::Nl, chrono_tz::Europe::Amsterdam),
            "BE" => (Language::Nl, chrono_tz::Europe::Brussels),
            "DE" => (Language::De, chrono_tz::Europe::Berlin),
            "AT" => (Language::De, chrono_tz::Europe::Vienna),
            "RU" => (Language::Ru, chrono_tz::Europe::Moscow),
            _ => (Language::En, chrono_tz::Europe::Paris),
        };
        let entity = LegalEntityId::new(now);
        let new = NewCompany {
            slug: slug.to_owned(),
            name: format!("Garage {slug}"),
            started_on,
            time_zone: zone,
            country: country.to_owned(),
            currency: if country == "RU" { "RUB" } else { "EUR" }.to_owned(),
            default_language: language,
            languages: Language::ALL.to_vec(),
            email: format!("info@{slug}.example"),
            request_email: format!("balie@{slug}.example"),
            modules: Modules::standard()
                .switched_on()
                .map(|m| m.as_str().to_owned())
                .collect(),
            legal_entity: LegalEntity {
                id: entity,
                name: format!("Garage {slug} B.V."),
                country: country.to_owned(),
                registration_number: Some("00000000".into()),
                vat_number: None,
                street: "Voorbeeldweg 1".into(),
                postcode: "1000 AA".into(),
                city: "Voorbeeldstad".into(),
            },
        };
        let mut tx = db.store.begin().await.expect("a transaction");
        let made = tx
            .installation()
            .await
            .expect("the installation")
            .create_company(&new, "system")
            .await;
        let Created::Company(id) = made.expect("the company is made") else {
            panic!("{slug} is taken")
        };
        let location = LocationId::new(now);
        let mut company = tx.company(id).await.expect("the company");
        let site = Location {
            id: location,
            code: "01".into(),
            name: format!("{slug} centrum"),
            region: Some("West".into()),
            legal_entity_id: entity,
            street: "Voorbeeldweg 1".into(),
            postcode: "1000 AA".into(),
            city: "Voorbeeldstad".into(),
            country: country.to_owned(),
            phone: Some("+31200000000".into()),
            email: None,
            time_zone: None,
            opening_hours: "{}".into(),
            position: 1,
            closed_at: None,
        };
        assert!(company.save_location(&site).await.expect("the location is saved"));
        tx.commit().await.expect("it is kept");

        let this = Self {
            store: db.store.clone(),
            id,
            slug: slug.to_owned(),
            entity,
            location,
            notice: WordingId::new(now),
        };
        this.sql(
            "INSERT INTO consent_wordings (company_id, id, key, version, language, text, sha256, created_at)
             VALUES ($1, $2, 'collection-notice', 1, $3, $4, $5, $6)",
            vec![
                id.0.into(),
                this.notice.0.into(),
                language.as_str().into(),
                NOTICE.into(),
                Sha256::digest(NOTICE).to_vec().into(),
                now.0.into(),
            ],
        )
        .await;
        this.sql(
            "INSERT INTO collection_notices (company_id, id, legal_entity_id, wording_id, opt_out_offered, from_on, created_at,
                created_by) VALUES ($1, $2, $3, $4, $5, $6, $7, 'system')",
            vec![
                id.0.into(),
                carport_domain::ids::uuid_v7(now).into(),
                entity.0.into(),
                this.notice.0.into(),
                true.into(),
                date(2020, 1, 1).into(),
                now.0.into(),
            ],
        )
        .await;
        this
    }

    /// Runs a statement on this company's data.
    pub async fn sql(&self, sql: &str, args: Vec<Arg>) -> u64 {
        raw::execute(&self.store, self.id, sql, args).await
    }

    /// A whole number out of this company's data.
    pub async fn number(&self, sql: &str, args: Vec<Arg>) -> i64 {
        raw::number(&self.store, self.id, sql, args).await
    }

    /// The customer says no: to a purpose, a channel, both, or (with the scope of everything) objects to all marketing.
    pub async fn says_no(&self, customer: &TestCustomer, scope: Scope) {
        let now = self.store.clock().now();
        let action = if scope == Scope::ALL {
            Action::Object
        } else {
            Action::Withdraw
        };
        let who = (self.id, self.entity, customer.id);
        let draft = Draft::new(who, action, scope, (Method::Portal, Actor::Customer), now);
        self.record(ConsentEvent::new(draft).expect("a valid no")).await;
    }

    /// The customer says yes to a purpose on a channel at one contact point, on the portal's page.
    pub async fn says_yes(
        &self,
        customer: &TestCustomer,
        at: ContactPointId,
        purpose: Purpose,
        channel: Channel,
    ) {
        let now = self.store.clock().now();
        let who = (self.id, self.entity, customer.id);
        let draft = Draft {
            contact_point: Some(ContactRef {
                id: at,
                hash: "00".repeat(32),
            }),
            basis: Some(Basis::Consent),
            wording: Some(WordingRef {
                id: self.notice,
                version: 1,
                language: Language::Nl,
                sha256: hex::encode(Sha256::digest(NOTICE)),
            }),
            origin: Some("preferences".into()),
            ..Draft::new(
                who,
                Action::Grant,
                Scope::cell(purpose, channel),
                (Method::Portal, Actor::Customer),
                now,
            )
        };
        self.record(ConsentEvent::new(draft).expect("a valid yes")).await;
    }

    async fn record(&self, event: ConsentEvent) {
        let mut tx = self.store.begin().await.expect("a transaction");
        let mut company = tx.company(self.id).await.expect("the company");
        company.record_consents(&[event]).await.expect("it is recorded");
        tx.commit().await.expect("it is kept");
    }

    /// A customer, a person by default, named `first_name` and of the surname «Voorbeeld».
    pub fn customer(&self, first_name: &str) -> CustomerBuilder<'_> {
        CustomerBuilder {
            shop: self,
            first_name: first_name.to_owned(),
            kind: "person",
            number: None,
            language: None,
            preferred: None,
            birth_date: None,
            collected_on: Some(date(2025, 1, 10)),
            contacts: Vec::new(),
            invoices: Vec::new(),
            visits: Vec::new(),
            first_workshop_on: None,
            last_visit_on: None,
        }
    }

    /// A car of a customer, who owns it.
    pub fn car(&self, customer: &TestCustomer, plate: &str) -> CarBuilder<'_> {
        CarBuilder {
            shop: self,
            holders: vec![(customer.id, "owner", None)],
            plate: plate.to_owned(),
            inspection_due: None,
            maintenance_due: None,
        }
    }
}

/// A customer as saved.
#[derive(Debug, Clone)]
pub struct TestCustomer {
    /// The id.
    pub id: CustomerId,
    /// The customer number.
    pub number: String,
    /// The e-mail address's contact point.
    pub email: Option<ContactPointId>,
    /// The mobile number's.
    pub mobile: Option<ContactPointId>,
    /// The fixed number's.
    pub phone: Option<ContactPointId>,
    /// The postal address's.
    pub address: Option<ContactPointId>,
}

/// A customer about to be saved.
#[derive(Debug)]
#[must_use]
pub struct CustomerBuilder<'a> {
    shop: &'a TestCompany,
    first_name: String,
    kind: &'static str,
    number: Option<String>,
    language: Option<Language>,
    preferred: Option<&'static str>,
    birth_date: Option<NaiveDate>,
    collected_on: Option<NaiveDate>,
    contacts: Vec<(&'static str, String, String)>,
    invoices: Vec<(NaiveDate, &'static str, i64)>,
    visits: Vec<(NaiveDate, &'static str)>,
    first_workshop_on: Option<NaiveDate>,
    last_visit_on: Option<NaiveDate>,
}

impl CustomerBuilder<'_> {
    /// `person`, `business` or `unknown`.
    pub fn kind(mut self, kind: &'static str) -> Self {
        self.kind = kind;
        self
    }
    /// The customer number; one is made up otherwise.
    pub fn number(mut self, number: &str) -> Self {
        self.number = Some(number.to_owned());
        self
    }
    /// The language they want.
    pub fn language(mut self, language: Language) -> Self {
        self.language = Some(language);
        self
    }
    /// The channel they like best (F147).
    pub fn prefers(mut self, channel: &'static str) -> Self {
        self.preferred = Some(channel);
        self
    }
    /// Date of birth.
    pub fn born(mut self, on: NaiveDate) -> Self {
        self.birth_date = Some(on);
        self
    }
    /// When the company got their addresses; 10 January 2025 otherwise.
    pub fn collected(mut self, on: Option<NaiveDate>) -> Self {
        self.collected_on = on;
        self
    }
    /// An e-mail address.
    pub fn email(mut self, address: &str) -> Self {
        self.contacts
            .push(("email", address.to_owned(), address.to_lowercase()));
        self
    }
    /// A mobile number in E.164.
    pub fn mobile(mut self, number: &str) -> Self {
        self.contacts
            .push(("mobile", number.to_owned(), number.to_owned()));
        self
    }
    /// A fixed number in E.164.
    pub fn phone(mut self, number: &str) -> Self {
        self.contacts
            .push(("phone", number.to_owned(), number.to_owned()));
        self
    }
    /// A postal address in the Netherlands.
    pub fn address(mut self, street: &str, house_number: &str, postcode: &str, city: &str) -> Self {
        let value = json!({ "street": street, "house_number": house_number, "addition": null, "postcode": postcode,
            "city": city, "region": null, "country": "NL" });
        let address: PostalAddress = serde_json::from_value(value.clone()).expect("a postal address");
        self.contacts.push(("address", value.to_string(), address.key()));
        self
    }
    /// A paid invoice of the workshop, which is a visit too.
    pub fn workshop_invoice(mut self, on: NaiveDate) -> Self {
        self.invoices.push((on, "workshop", 25_000));
        self.visits.push((on, "workshop"));
        self
    }
    /// A paid invoice of another kind: `parts`, `vehicle`, `other`.
    pub fn invoice(mut self, on: NaiveDate, category: &'static str, cents: i64) -> Self {
        self.invoices.push((on, category, cents));
        self
    }
    /// A visit without an invoice: `workshop`, `showroom`, `bodyshop`, `tyres`, `other`.
    pub fn visit(mut self, on: NaiveDate, kind: &'static str) -> Self {
        self.visits.push((on, kind));
        self
    }

    /// Saves the customer.
    pub async fn save(self) -> TestCustomer {
        let Self { shop, .. } = &self;
        let now = shop.store.clock().now();
        let id = CustomerId::new(now);
        let number = self
            .number
            .clone()
            .unwrap_or_else(|| (100_000_000 + id.0.as_u128() % 900_000_000).to_string());
        let workshop = || {
            self.visits
                .iter()
                .filter(|(_, kind)| *kind == "workshop")
                .map(|(on, _)| *on)
        };
        let paid = || {
            self.invoices
                .iter()
                .filter(|(_, _, cents)| *cents > 0)
                .map(|(on, ..)| *on)
        };
        let first_workshop = self.first_workshop_on.or(workshop().min());
        let last_visit = self.last_visit_on.or(workshop().chain(paid()).max());
        let folded = fold(&format!("Voorbeeld {}", self.first_name));
        shop.sql(
            "INSERT INTO customers (company_id, id, dms_source, dms_number, kind, first_name, last_name, name_folded, birth_date,
                language, stage, location_id, preferred_channel, first_workshop_on, last_visit_on, last_invoice_on,
                last_invoice_entity_id, created_at, updated_at)
             VALUES ($1, $2, 'test', $3, $4, $5, 'Voorbeeld', $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $16)",
            vec![
                shop.id.0.into(),
                id.0.into(),
                number.as_str().into(),
                self.kind.into(),
                self.first_name.as_str().into(),
                folded.into(),
                self.birth_date.into(),
                Arg::Text(self.language.map(|l| l.as_str().to_owned())),
                if paid().next().is_some() { "customer" } else { "prospect" }.into(),
                shop.location.0.into(),
                Arg::Text(self.preferred.map(str::to_owned)),
                first_workshop.into(),
                last_visit.into(),
                paid().max().into(),
                paid().max().map(|_| shop.entity.0).into(),
                now.0.into(),
            ],
        )
        .await;
        let mut saved = TestCustomer {
            id,
            number,
            email: None,
            mobile: None,
            phone: None,
            address: None,
        };
        for (kind, value, value_folded) in &self.contacts {
            let point = ContactPointId::new(now);
            match *kind {
                "email" => saved.email = Some(point),
                "mobile" => saved.mobile = Some(point),
                "phone" => saved.phone = Some(point),
                _ => saved.address = Some(point),
            }
            shop.sql(
                "INSERT INTO contact_points (company_id, customer_id, id, kind, value, value_folded, origin, collected_on,
                    legal_entity_id, created_at) VALUES ($1, $2, $3, $4, $5, $6, 'dms', $7, $8, $9)",
                vec![
                    shop.id.0.into(),
                    id.0.into(),
                    point.0.into(),
                    (*kind).into(),
                    value.as_str().into(),
                    value_folded.as_str().into(),
                    self.collected_on.into(),
                    shop.entity.0.into(),
                    now.0.into(),
                ],
            )
            .await;
        }
        for (on, kind) in &self.visits {
            let visit = VisitId::new(now);
            shop.sql(
                "INSERT INTO visits (company_id, id, dms_source, dms_number, dms_hash, customer_id, location_id, kind, visited_on,
                    created_at) VALUES ($1, $2, 'test', $3, 0, $4, $5, $6, $7, $8)",
                vec![
                    shop.id.0.into(),
                    visit.0.into(),
                    visit.to_string().into(),
                    id.0.into(),
                    shop.location.0.into(),
                    (*kind).into(),
                    (*on).into(),
                    now.0.into(),
                ],
            )
            .await;
        }
        for (on, category, cents) in &self.invoices {
            let invoice = InvoiceId::new(now);
            shop.sql(
                "INSERT INTO invoices (company_id, id, dms_source, dms_number, dms_hash, customer_id, legal_entity_id, category,
                    invoiced_on, amount_cents, currency, created_at)
                 VALUES ($1, $2, 'test', $3, 0, $4, $5, $6, $7, $8, 'EUR', $9)",
                vec![
                    shop.id.0.into(),
                    invoice.0.into(),
                    invoice.to_string().into(),
                    id.0.into(),
                    shop.entity.0.into(),
                    (*category).into(),
                    (*on).into(),
                    (*cents).into(),
                    now.0.into(),
                ],
            )
            .await;
        }
        saved
    }
}

/// A car about to be saved.
#[derive(Debug)]
#[must_use]
pub struct CarBuilder<'a> {
    shop: &'a TestCompany,
    holders: Vec<(CustomerId, &'static str, Option<NaiveDate>)>,
    plate: String,
    inspection_due: Option<NaiveDate>,
    maintenance_due: Option<NaiveDate>,
}

impl CarBuilder<'_> {
    /// When the inspection is due.
    pub fn inspection_due(mut self, on: NaiveDate) -> Self {
        self.inspection_due = Some(on);
        self
    }
    /// When maintenance is due.
    pub fn maintenance_due(mut self, on: NaiveDate) -> Self {
        self.maintenance_due = Some(on);
        self
    }
    /// Somebody else's relation to the car: `owner`, `driver`, `payer`; until a day where it ended.
    pub fn held_by(mut self, customer: &TestCustomer, role: &'static str, until: Option<NaiveDate>) -> Self {
        self.holders.push((customer.id, role, until));
        self
    }
    /// The owner's relation ended on a day.
    pub fn owned_until(mut self, on: NaiveDate) -> Self {
        if let Some(first) = self.holders.first_mut() {
            first.2 = Some(on);
        }
        self
    }

    /// Saves the car.
    pub async fn save(self) -> VehicleId {
        let now = self.shop.store.clock().now();
        let id = VehicleId::new(now);
        let folded: String = self.plate.chars().filter(|c| c.is_alphanumeric()).collect();
        self.shop
            .sql(
                "INSERT INTO vehicles (company_id, id, dms_source, dms_number, plate, plate_folded, plate_country, make, model,
                    inspection_due, maintenance_due, created_at, updated_at)
                 VALUES ($1, $2, 'test', $3, $4, $5, 'NL', 'Meridiaan', 'Tourer', $6, $7, $8, $8)",
                vec![
                    self.shop.id.0.into(),
                    id.0.into(),
                    id.to_string().into(),
                    self.plate.as_str().into(),
                    folded.into(),
                    self.inspection_due.into(),
                    self.maintenance_due.into(),
                    now.0.into(),
                ],
            )
            .await;
        for (customer, role, until) in &self.holders {
            self.shop
                .sql(
                    "INSERT INTO vehicle_holdings (company_id, vehicle_id, customer_id, role, until_on, origin, created_at)
                     VALUES ($1, $2, $3, $4, $5, 'dms', $6)",
                    vec![
                        self.shop.id.0.into(),
                        id.0.into(),
                        customer.0.into(),
                        (*role).into(),
                        (*until).into(),
                        now.0.into(),
                    ],
                )
                .await;
        }
        id
    }
}
