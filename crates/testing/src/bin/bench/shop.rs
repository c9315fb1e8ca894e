//! The company that is measured.

use std::path::Path;
use std::sync::Arc;

use anyhow::Context;
use carport_domain::clock::SystemClock;
use carport_domain::{CompanyId, Language};
use carport_outreach::catalogue;
use carport_store::{Store, StoreOptions};
use chrono::NaiveDate;

/// The moment that is measured: a reminder of the inspection, weekly.
pub const MOMENT: &str = "inspection-due";

/// The store in a data folder, or the database `CARPORT_DATABASE_URL` names, and its only company.
pub async fn open(folder: &Path) -> anyhow::Result<(Store, CompanyId)> {
    let mut options = StoreOptions::in_folder(folder);
    if let Ok(url) = std::env::var("CARPORT_DATABASE_URL") {
        options.database_url = url;
    }
    let store = Store::open(&options, Arc::new(SystemClock)).await?;
    store.migrate().await?;
    let companies = store.read().await?.installation().await?.companies().await?;
    let company = companies.first().context("there is no company")?.id;
    Ok((store, company))
}

/// Gives the company the catalogue, switches the measured moment on and all others off, and notes that customers have
/// always been told that they are written to, and how to say no: without that the law lets no mail go.
pub async fn switch_on(store: &Store, company: CompanyId) -> anyhow::Result<()> {
    let mut tx = store.begin().await?;
    let mut shop = tx.company(company).await?;
    let entity = shop
        .legal_entities()
        .await?
        .first()
        .context("no legal entity")?
        .id;
    let told = "We write to you about the car you bought or had serviced here; you may say no at any time.";
    let wording = shop.wording("collection-notice", Language::Nl, told).await?;
    let since = NaiveDate::from_ymd_opt(2000, 1, 1).unwrap_or_default();
    shop.add_notice(entity, wording.id, true, since, "system").await?;
    catalogue::stock(&mut shop).await?;
    for moment in [
        "welcome-existing",
        "welcome-new-workshop-customer",
        "maintenance-due",
    ] {
        catalogue::switch(&mut shop, moment, false, "system").await?;
    }
    catalogue::switch(&mut shop, MOMENT, true, "system").await?;
    tx.commit().await?;
    Ok(())
}
