//! `carport company create|list`

use std::process::ExitCode;

use carport_domain::company::Slug;
use carport_domain::{Language, LegalEntityId};
use carport_store::companies::{Created, LegalEntity, NewCompany};
use chrono_tz::Tz;
use clap::Subcommand;
use serde_json::json;

use crate::config::Config;

/// What to do with companies.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Makes a company with its legal entity.
    #[command(
        after_help = "Example: carport company create --slug jansen --name «Garage Jansen» --country NL --language nl \
        --time-zone Europe/Amsterdam --email info@jansen.example --street «Dorpsstraat 1» --postcode «1234 AB» --city Utrecht"
    )]
    Create(Box<Create>),
    /// Lists the companies.
    List {
        /// As JSON.
        #[arg(long)]
        json: bool,
    },
}

/// A new company.
#[derive(Debug, clap::Args)]
pub struct Create {
    /// First word of its addresses.
    #[arg(long)]
    slug: String,
    /// Its name.
    #[arg(long)]
    name: String,
    /// ISO 3166-1 country code.
    #[arg(long)]
    country: String,
    /// ISO 4217 currency code.
    #[arg(long, default_value = "EUR")]
    currency: String,
    /// The language spoken when nothing else is known: nl, de, ru, en.
    #[arg(long)]
    language: Language,
    /// Further languages of its pages.
    #[arg(long, value_delimiter = ',')]
    languages: Vec<Language>,
    /// IANA time zone.
    #[arg(long, default_value = "Europe/Amsterdam")]
    time_zone: Tz,
    /// What customers write to.
    #[arg(long)]
    email: String,
    /// Where account requests go; without it the same address.
    #[arg(long)]
    request_email: Option<String>,
    /// Registered name of the legal entity; without it the company's.
    #[arg(long)]
    legal_name: Option<String>,
    /// Street and number of the legal entity.
    #[arg(long)]
    street: String,
    /// Its postcode.
    #[arg(long)]
    postcode: String,
    /// Its city.
    #[arg(long)]
    city: String,
}

/// Runs the command.
pub async fn run(config: Config, command: Command) -> anyhow::Result<ExitCode> {
    let store = super::open_migrated(&config).await?;
    match command {
        Command::Create(create) => {
            let slug: Slug = create
                .slug
                .parse()
                .map_err(|e: carport_domain::i18n::FieldError| anyhow::anyhow!("--slug: {e}"))?;
            let mut tx = store.begin().await?;
            let now = tx.now();
            let new = NewCompany {
                slug: slug.to_string(),
                name: create.name.clone(),
                started_on: now.date_in(create.time_zone),
                time_zone: create.time_zone,
                country: create.country.to_uppercase(),
                currency: create.currency.to_uppercase(),
                default_language: create.language,
                languages: create.languages,
                request_email: create.request_email.unwrap_or_else(|| create.email.clone()),
                email: create.email,
                modules: carport_domain::company::Module::ALL
                    .iter()
                    .map(|m| m.as_str().to_owned())
                    .collect(),
                legal_entity: LegalEntity {
                    id: LegalEntityId::new(now),
                    name: create.legal_name.unwrap_or(create.name),
                    country: create.country.to_uppercase(),
                    registration_number: None,
                    vat_number: None,
                    street: create.street,
                    postcode: create.postcode,
                    city: create.city,
                },
            };
            match tx.installation().await?.create_company(&new, "system").await? {
                Created::Company(_) => {
                    tx.commit().await?;
                    println!("{} is at {}/{}", new.name, config.base_url, new.slug);
                    println!(
                        "Next: carport staff create --company {} --email … --name … --role owner",
                        new.slug
                    );
                }
                Created::SlugTaken => anyhow::bail!(
                    "another company has the address «{}»; choose another --slug",
                    new.slug
                ),
            }
        }
        Command::List { json: as_json } => {
            let companies = store.read().await?.installation().await?.companies().await?;
            for c in companies {
                if as_json {
                    println!(
                        "{}",
                        json!({ "slug": c.slug, "name": c.name, "status": c.status, "startedOn": c.started_on })
                    );
                } else {
                    println!("{:<20} {:<10} {}  {}", c.slug, c.status, c.started_on, c.name);
                }
            }
        }
    }
    store.close().await;
    Ok(ExitCode::SUCCESS)
}
