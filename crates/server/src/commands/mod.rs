//! The commands.

pub mod backup;
pub mod company;
pub mod demo;
pub mod doctor;
pub mod generate;
pub mod import;
pub mod migrate;
pub mod serve;
pub mod staff;

use std::sync::Arc;

use carport_domain::clock::SystemClock;
use carport_store::Store;

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
