//! The demo's companies, as `demo/companies.toml` describes them.

use carport_documents::{Fact, Sender};
use carport_domain::access::Role;
use carport_domain::company::Look;
use carport_domain::country::CountryCode;
use carport_domain::money::Currency;
use carport_domain::{CompanyId, Language, LegalEntityId, Timestamp};
use carport_store::companies::{Created, LegalEntity, NewCompany};
use carport_store::{Result, Store, StoreError};
use carport_web::kit::app::AppState;
use chrono::Days;
use chrono_tz::Tz;
use serde::Deserialize;

/// The whole file.
#[derive(Debug, Deserialize)]
pub struct Demo {
    /// The companies.
    pub company: Vec<DemoCompany>,
}

/// One company.
#[derive(Debug, Deserialize)]
pub struct DemoCompany {
    /// Its address word, and the folder of its exports.
    pub slug: String,
    /// Its name.
    pub name: String,
    country: String,
    currency: String,
    /// Its first language.
    pub language: Language,
    languages: Vec<Language>,
    /// Its zone.
    pub time_zone: Tz,
    email: String,
    request_email: String,
    phone: String,
    website: String,
    privacy_url: String,
    started_days_ago: u64,
    /// The encoding its exports arrive in.
    pub encoding: String,
    /// How its exports write dates.
    pub dates: String,
    brand: String,
    /// What its logos say; the drawings are `demo/logos/<slug>-<n>.svg`.
    logos: Vec<String>,
    modules: Vec<String>,
    /// The contact moments it has switched on.
    pub moments: Vec<String>,
    #[serde(default)]
    notice: String,
    legal: Legal,
    /// Who works there.
    pub staff: Vec<DemoStaff>,
    /// Customer numbers of those who have found their page already.
    pub accounts: Vec<String>,
    /// Who asks for an account: the fields of the form as typed.
    #[serde(default)]
    pub requests: Vec<std::collections::BTreeMap<String, String>>,
}

#[derive(Debug, Deserialize)]
struct Legal {
    name: String,
    registration: String,
    vat: String,
    street: String,
    postcode: String,
    city: String,
}

/// Somebody who works there.
#[derive(Debug, Deserialize)]
pub struct DemoStaff {
    /// With which address they sign in.
    pub email: String,
    /// Their name.
    pub name: String,
    /// As what.
    pub role: Role,
    #[serde(default)]
    regions: Vec<String>,
}

impl DemoCompany {
    /// Its country.
    pub fn country(&self) -> CountryCode {
        self.country.parse().unwrap_or(CountryCode::NL)
    }

    /// Its currency.
    ///
    /// # Errors
    /// The description names none.
    pub fn currency(&self) -> anyhow::Result<Currency> {
        Ok(self.currency.parse()?)
    }

    /// The company as its own paper shows it.
    ///
    /// # Errors
    /// Its colour cannot be read.
    pub fn sender(&self) -> anyhow::Result<Sender> {
        let registration = [("KvK", &self.legal.registration), ("Btw", &self.legal.vat)];
        Ok(Sender {
            name: self.name.clone(),
            legal_name: self.legal.name.clone(),
            address: vec![
                self.legal.street.clone(),
                format!("{}  {}", self.legal.postcode, self.legal.city.to_uppercase()),
            ],
            registration: registration
                .into_iter()
                .filter(|(_, value)| !value.is_empty())
                .map(|(label, value)| Fact::new(label, value))
                .collect(),
            phone: Some(self.phone.clone()),
            email: Some(self.email.clone()),
            website: self.website.strip_prefix("https://").map(str::to_owned),
            accent: self.brand.parse()?,
            logo: None,
        })
    }
}

/// Makes a company with its legal entity, look, notice and staff, as the operator's console would.
pub async fn create(
    store: &Store,
    app: &AppState,
    new: &DemoCompany,
    staff_hash: &str,
) -> anyhow::Result<CompanyId> {
    let now = store.clock().now();
    let entity = LegalEntityId::new(now);
    let mut tx = store.begin().await?;
    let created = tx
        .installation()
        .await?
        .create_company(&record(new, entity, now), "system")
        .await?;
    let Created::Company(id) = created else {
        anyhow::bail!("the demo has two companies at {}", new.slug);
    };
    let mut company = tx.company(id).await?;
    let mut profile = company.profile().await?;
    profile.phone = Some(new.phone.clone());
    profile.website = Some(new.website.clone());
    profile.privacy_url = Some(new.privacy_url.clone());
    let brand = new
        .brand
        .parse()
        .map_err(|e: carport_domain::FieldError| anyhow::anyhow!("{}: {e}", new.brand))?;
    profile.look = serde_json::to_string(&Look {
        brand,
        ..Look::default()
    })?;
    company.save_profile(&profile).await?;
    if !new.notice.is_empty() {
        let wording = company
            .wording("collection-notice", new.language, &new.notice)
            .await?;
        let from = profile
            .today(now)
            .checked_sub_days(Days::new(3_650))
            .unwrap_or_default();
        company
            .add_notice(entity, wording.id, true, from, "system")
            .await?;
    }
    for (place, alt) in (1_i64..).zip(&new.logos) {
        let drawing = super::files::logo(&new.slug, place)?;
        company
            .set_logo(place, "image/svg+xml", alt, drawing.into())
            .await?;
    }
    add_staff(&mut tx, id, new, staff_hash).await?;
    tx.commit().await?;
    app.companies.forget();
    Ok(id)
}

fn record(new: &DemoCompany, entity: LegalEntityId, now: Timestamp) -> NewCompany {
    let filled = |text: &String| (!text.is_empty()).then(|| text.clone());
    NewCompany {
        slug: new.slug.clone(),
        name: new.name.clone(),
        started_on: now
            .date_in(new.time_zone)
            .checked_sub_days(Days::new(new.started_days_ago))
            .unwrap_or_default(),
        time_zone: new.time_zone,
        country: new.country.clone(),
        currency: new.currency.clone(),
        default_language: new.language,
        languages: new.languages.clone(),
        email: new.email.clone(),
        request_email: new.request_email.clone(),
        modules: new.modules.clone(),
        legal_entity: LegalEntity {
            id: entity,
            name: new.legal.name.clone(),
            country: new.country.clone(),
            registration_number: filled(&new.legal.registration),
            vat_number: filled(&new.legal.vat),
            street: new.legal.street.clone(),
            postcode: new.legal.postcode.clone(),
            city: new.legal.city.clone(),
        },
    }
}

async fn add_staff(tx: &mut carport_store::Tx, id: CompanyId, new: &DemoCompany, hash: &str) -> Result<()> {
    for person in &new.staff {
        let folded = person.email.to_lowercase();
        let mut installation = tx.installation().await?;
        let staff = installation
            .find_or_add_staff(&person.email, &folded, &person.name, new.language)
            .await?;
        installation.set_staff_password(staff, hash).await?;
        let regions = serde_json::to_string(&person.regions).map_err(StoreError::from)?;
        tx.company(id)
            .await?
            .set_member(staff, person.role, &regions, "system")
            .await?;
    }
    Ok(())
}
