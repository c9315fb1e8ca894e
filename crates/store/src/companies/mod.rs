//! Companies: who they are, their legal entities, locations, modules, texts and logos (F2, F3, F198).

mod locations;
mod look;

use std::collections::BTreeSet;

use carport_domain::{CompanyId, Language, Timestamp, text_enum};
use chrono::NaiveDate;
use chrono_tz::Tz;

pub use locations::{LegalEntity, Location};
pub use look::Logo;

use crate::error::{Result, StoreError};
use crate::tx::{CompanyTx, InstallationTx, Tx};

text_enum! {
    /// Whether a company's pages and messages run.
    pub enum CompanyStatus {
        /// They do.
        Active = "active",
        /// Pages run, marketing does not.
        Suspended = "suspended",
        /// Nothing runs.
        Closed = "closed",
    }
}

/// A tenant.
#[derive(Debug, Clone, PartialEq)]
pub struct Company {
    /// Its id.
    pub id: CompanyId,
    /// Its first path word.
    pub slug: String,
    /// Its own host name, if it has one.
    pub own_domain: Option<String>,
    /// Its name.
    pub name: String,
    /// Whether it runs.
    pub status: CompanyStatus,
    /// When it began with Carport (F161 counts from here).
    pub started_on: NaiveDate,
    /// Where its weeks begin and its days end.
    pub time_zone: Tz,
    /// ISO 3166-1 code of the country whose law it is under first.
    pub country: String,
    /// ISO 4217 code.
    pub currency: String,
    /// What is spoken when nothing else is known.
    pub default_language: Language,
    /// What its pages offer.
    pub languages: Vec<Language>,
    /// What customers write to.
    pub email: String,
    /// Where account requests and notices of changes go.
    pub request_email: String,
    /// What customers call.
    pub phone: Option<String>,
    /// Its web site.
    pub website: Option<String>,
    /// Its privacy statement.
    pub privacy_url: Option<String>,
    /// JSON of `domain::company::Look`.
    pub look: String,
    /// JSON of `domain::company::Settings`: what differs from the defaults.
    pub settings: String,
    /// JSON of the company's stricter consent rules.
    pub stricter: String,
    /// The modules it has.
    pub modules: BTreeSet<String>,
    /// When its data last changed.
    pub updated_at: Timestamp,
}

impl Company {
    /// Whether it has a module (F16).
    pub fn has(&self, module: &str) -> bool {
        self.modules.contains(module)
    }
    /// Today, where the company is.
    pub fn today(&self, now: Timestamp) -> NaiveDate {
        now.date_in(self.time_zone)
    }
}

/// What it takes to make a company; the rest has defaults and is edited later.
#[derive(Debug, Clone)]
pub struct NewCompany {
    /// Its first path word.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// When it began with Carport.
    pub started_on: NaiveDate,
    /// IANA time zone.
    pub time_zone: Tz,
    /// ISO 3166-1.
    pub country: String,
    /// ISO 4217.
    pub currency: String,
    /// What is spoken when nothing else is known.
    pub default_language: Language,
    /// What its pages offer; the default is added when missing.
    pub languages: Vec<Language>,
    /// What customers write to.
    pub email: String,
    /// Where requests go.
    pub request_email: String,
    /// Its modules.
    pub modules: Vec<String>,
    /// The legal entity its first location belongs to.
    pub legal_entity: LegalEntity,
}

/// What making a company came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Created {
    /// It is there now.
    Company(CompanyId),
    /// Another company has this address.
    SlugTaken,
}

#[derive(sqlx_macros::FromRow)]
struct Row {
    id: CompanyId,
    slug: String,
    own_domain: Option<String>,
    name: String,
    status: CompanyStatus,
    started_on: NaiveDate,
    time_zone: String,
    country: String,
    currency: String,
    default_language: Language,
    languages: String,
    email: String,
    request_email: String,
    phone: Option<String>,
    website: Option<String>,
    privacy_url: Option<String>,
    look: String,
    settings: String,
    stricter: String,
    updated_at: Timestamp,
}

const SELECT: &str = "SELECT id, slug, own_domain, name, status, started_on, time_zone, country, currency,
    default_language, languages, email, request_email, phone, website, privacy_url, look, settings, stricter, updated_at
    FROM companies";

async fn complete(tx: &mut Tx, row: Row) -> Result<Company> {
    let modules: Vec<(String,)> = fetch_all!(
        tx,
        (String,),
        "SELECT module FROM company_modules WHERE company_id = $1 ORDER BY module",
        row.id
    )?;
    let time_zone = row
        .time_zone
        .parse()
        .map_err(|_| StoreError::Inconsistent(format!("«{}» is not a time zone", row.time_zone)))?;
    let languages = row
        .languages
        .split(',')
        .filter(|l| !l.is_empty())
        .map(str::parse)
        .collect::<std::result::Result<Vec<Language>, _>>()?;
    Ok(Company {
        id: row.id,
        slug: row.slug,
        own_domain: row.own_domain,
        name: row.name,
        status: row.status,
        started_on: row.started_on,
        time_zone,
        country: row.country,
        currency: row.currency,
        default_language: row.default_language,
        languages,
        email: row.email,
        request_email: row.request_email,
        phone: row.phone,
        website: row.website,
        privacy_url: row.privacy_url,
        look: row.look,
        settings: row.settings,
        stricter: row.stricter,
        modules: modules.into_iter().map(|(m,)| m).collect(),
        updated_at: row.updated_at,
    })
}

fn join(languages: &[Language], default: Language) -> String {
    let mut all = vec![default];
    all.extend(languages.iter().copied().filter(|l| *l != default));
    all.iter().map(|l| l.as_str()).collect::<Vec<_>>().join(",")
}

impl InstallationTx<'_> {
    /// The company at an address.
    pub async fn company_by_slug(&mut self, slug: &str) -> Result<Option<Company>> {
        let sql = sqlx::AssertSqlSafe(format!("{SELECT} WHERE slug = $1"));
        match fetch_optional!(self.tx, Row, sql, slug)? {
            Some(row) => Ok(Some(complete(self.tx, row).await?)),
            None => Ok(None),
        }
    }

    /// The company on a host name of its own.
    pub async fn company_by_domain(&mut self, host: &str) -> Result<Option<Company>> {
        let sql = sqlx::AssertSqlSafe(format!("{SELECT} WHERE own_domain = $1"));
        match fetch_optional!(self.tx, Row, sql, host)? {
            Some(row) => Ok(Some(complete(self.tx, row).await?)),
            None => Ok(None),
        }
    }

    /// Every company, by name.
    pub async fn companies(&mut self) -> Result<Vec<Company>> {
        let rows = fetch_all!(
            self.tx,
            Row,
            sqlx::AssertSqlSafe(format!("{SELECT} ORDER BY name, id"))
        )?;
        let mut companies = Vec::with_capacity(rows.len());
        for row in rows {
            companies.push(complete(self.tx, row).await?);
        }
        Ok(companies)
    }

    /// Makes a company with its legal entity and modules.
    pub async fn create_company(&mut self, new: &NewCompany, actor: &str) -> Result<Created> {
        let now = self.now();
        let id = CompanyId::new(now);
        let made = execute!(
            self.tx,
            "INSERT INTO companies (id, slug, name, status, started_on, time_zone, country, currency, default_language,
                languages, email, request_email, look, settings, stricter, created_at, updated_at)
             VALUES ($1, $2, $3, 'active', $4, $5, $6, $7, $8, $9, $10, $11, '{}', '{}', '{}', $12, $12)
             ON CONFLICT DO NOTHING",
            id,
            &new.slug,
            &new.name,
            new.started_on,
            new.time_zone.name(),
            &new.country,
            &new.currency,
            new.default_language,
            join(&new.languages, new.default_language),
            &new.email,
            &new.request_email,
            now
        )?;
        if made == 0 {
            return Ok(Created::SlugTaken);
        }
        let mut company = self.tx.company(id).await?;
        company.add_legal_entity(&new.legal_entity).await?;
        for module in &new.modules {
            company.set_module(module, true, actor).await?;
        }
        company
            .audit(
                actor,
                "company.created",
                &format!("company:{id}"),
                &serde_json::json!({ "slug": new.slug }),
            )
            .await?;
        self.tx.installation().await?;
        Ok(Created::Company(id))
    }

    /// Every active company's id, for work that goes round all of them.
    pub async fn active_companies(&mut self) -> Result<Vec<CompanyId>> {
        let ids: Vec<(CompanyId,)> = fetch_all!(
            self.tx,
            (CompanyId,),
            "SELECT id FROM companies WHERE status = 'active' ORDER BY id"
        )?;
        Ok(ids.into_iter().map(|(id,)| id).collect())
    }

    /// Sets whether a company runs.
    pub async fn set_company_status(&mut self, id: CompanyId, status: CompanyStatus) -> Result<()> {
        let now = self.now();
        let done = execute!(
            self.tx,
            "UPDATE companies SET status = $2, updated_at = $3 WHERE id = $1",
            id,
            status,
            now
        )?;
        if done == 0 {
            Err(StoreError::Missing("company"))
        } else {
            Ok(())
        }
    }
}

impl CompanyTx<'_> {
    /// The company itself.
    pub async fn profile(&mut self) -> Result<Company> {
        let sql = sqlx::AssertSqlSafe(format!("{SELECT} WHERE id = $1"));
        let row = fetch_optional!(self.tx, Row, sql, self.id)?.ok_or(StoreError::Missing("company"))?;
        complete(self.tx, row).await
    }

    /// Saves the company's data: everything but its id, address, status and modules.
    pub async fn save_profile(&mut self, company: &Company) -> Result<()> {
        let now = self.now();
        let done = execute!(
            self.tx,
            "UPDATE companies SET own_domain = $2, name = $3, started_on = $4, time_zone = $5, country = $6,
                currency = $7, default_language = $8, languages = $9, email = $10, request_email = $11, phone = $12,
                website = $13, privacy_url = $14, look = $15, settings = $16, stricter = $17, updated_at = $18
             WHERE id = $1",
            self.id,
            &company.own_domain,
            &company.name,
            company.started_on,
            company.time_zone.name(),
            &company.country,
            &company.currency,
            company.default_language,
            join(&company.languages, company.default_language),
            &company.email,
            &company.request_email,
            &company.phone,
            &company.website,
            &company.privacy_url,
            &company.look,
            &company.settings,
            &company.stricter,
            now
        )?;
        if done == 0 {
            Err(StoreError::Missing("company"))
        } else {
            Ok(())
        }
    }

    /// Switches a module on or off (F16).
    pub async fn set_module(&mut self, module: &str, on: bool, actor: &str) -> Result<()> {
        let now = self.now();
        if on {
            execute!(
                self.tx,
                "INSERT INTO company_modules (company_id, module, enabled_at, enabled_by) VALUES ($1, $2, $3, $4)
                 ON CONFLICT DO NOTHING",
                self.id,
                module,
                now,
                actor
            )?;
        } else {
            execute!(
                self.tx,
                "DELETE FROM company_modules WHERE company_id = $1 AND module = $2",
                self.id,
                module
            )?;
        }
        execute!(
            self.tx,
            "UPDATE companies SET updated_at = $2 WHERE id = $1",
            self.id,
            now
        )?;
        Ok(())
    }

    /// The company's own wording of texts in one language (F4), key to text.
    pub async fn texts(&mut self, language: Language) -> Result<Vec<(String, String)>> {
        fetch_all!(
            self.tx,
            (String, String),
            "SELECT key, text FROM company_texts WHERE company_id = $1 AND language = $2 ORDER BY key",
            self.id,
            language
        )
    }

    /// Sets the company's own wording; an empty text goes back to the shipped one.
    pub async fn set_text(&mut self, language: Language, key: &str, text: &str, actor: &str) -> Result<()> {
        let now = self.now();
        if text.is_empty() {
            execute!(
                self.tx,
                "DELETE FROM company_texts WHERE company_id = $1 AND language = $2 AND key = $3",
                self.id,
                language,
                key
            )?;
        } else {
            execute!(
                self.tx,
                "INSERT INTO company_texts (company_id, language, key, text, updated_at, updated_by)
                 VALUES ($1, $2, $3, $4, $5, $6)
                 ON CONFLICT (company_id, language, key) DO UPDATE
                 SET text = excluded.text, updated_at = excluded.updated_at, updated_by = excluded.updated_by",
                self.id,
                language,
                key,
                text,
                now,
                actor
            )?;
        }
        execute!(
            self.tx,
            "UPDATE companies SET updated_at = $2 WHERE id = $1",
            self.id,
            now
        )?;
        Ok(())
    }

    /// Days beside the public holidays on which nobody works (F30).
    pub async fn closures(&mut self) -> Result<Vec<(NaiveDate, String)>> {
        fetch_all!(
            self.tx,
            (NaiveDate, String),
            "SELECT closed_on, reason FROM company_closures WHERE company_id = $1 ORDER BY closed_on",
            self.id
        )
    }

    /// Adds or, without a reason, removes a day on which nobody works.
    pub async fn set_closure(&mut self, day: NaiveDate, reason: Option<&str>) -> Result<()> {
        match reason {
            Some(reason) => execute!(
                self.tx,
                "INSERT INTO company_closures (company_id, closed_on, reason) VALUES ($1, $2, $3)
                 ON CONFLICT (company_id, closed_on) DO UPDATE SET reason = excluded.reason",
                self.id,
                day,
                reason
            )?,
            None => execute!(
                self.tx,
                "DELETE FROM company_closures WHERE company_id = $1 AND closed_on = $2",
                self.id,
                day
            )?,
        };
        Ok(())
    }
}
