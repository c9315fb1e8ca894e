//! The commands.

pub mod backup;
pub mod company;
pub mod consent;
pub mod demo;
pub mod doctor;
pub mod explain;
pub mod generate;
pub mod import;
pub mod migrate;
pub mod select;
pub mod send;
pub mod serve;
pub mod staff;

use std::sync::Arc;

use anyhow::bail;
use carport_domain::clock::SystemClock;
use carport_domain::{CompanyId, CustomerId};
use carport_store::Store;
use carport_store::companies::{Company, CompanyStatus};

use crate::config::Config;

/// Opens the store of a configuration.
pub async fn open(config: &Config) -> anyhow::Result<Store> {
    Ok(Store::open(&config.store_options(), Arc::new(SystemClock)).await?)
}

/// Opens the store and insists on the schema this program knows.
pub async fn open_migrated(config: &Config) -> anyhow::Result<Store> {
    let store = open(config).await?;
    let (known, applied) = store.migration_state().await?;
    if applied < known {
        anyhow::bail!(
            "the database lacks {} of {known} migrations; run «carport migrate» first",
            known - applied
        );
    }
    Ok(store)
}

/// The company a command names.
pub async fn company(store: &Store, slug: &str) -> anyhow::Result<Company> {
    let found = store
        .read()
        .await?
        .installation()
        .await?
        .company_by_slug(slug)
        .await?;
    match found {
        Some(company) => Ok(company),
        None => bail!("there is no company «{slug}»; «carport company list» shows them"),
    }
}

/// The company a command names, or every active one.
pub async fn companies(store: &Store, slug: Option<&str>) -> anyhow::Result<Vec<Company>> {
    if let Some(slug) = slug {
        return Ok(vec![company(store, slug).await?]);
    }
    let mut all = store.read().await?.installation().await?.companies().await?;
    all.retain(|company| company.status == CompanyStatus::Active);
    Ok(all)
}

/// The customer a command names, by customer number or by id.
pub async fn customer(store: &Store, company: CompanyId, named: &str) -> anyhow::Result<CustomerId> {
    let mut tx = store.read().await?;
    let mut shop = tx.company(company).await?;
    if let Ok(id) = named.parse::<CustomerId>() {
        return match shop.customer(id).await? {
            Some(found) => Ok(found.id),
            None => bail!("there is no customer with the id «{named}»"),
        };
    }
    match shop.customers_by_number(named).await?.as_slice() {
        [] => bail!("there is no customer with the number «{named}»"),
        [one] => Ok(one.id),
        several => {
            let ids: Vec<String> = several.iter().map(|c| format!("\n  {}", c.id)).collect();
            bail!(
                "several customers have the number «{named}»; name one by its id:{}",
                ids.concat()
            )
        }
    }
}

/// A day as commands take it.
fn day(text: &str) -> Result<chrono::NaiveDate, String> {
    carport_domain::clock::day(text).ok_or_else(|| "write a day such as 2026-11-30".to_owned())
}
