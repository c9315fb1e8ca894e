//! `carport migrate`

use std::process::ExitCode;

use crate::config::Config;

/// Brings the schema up to date.
pub async fn run(config: Config) -> anyhow::Result<ExitCode> {
    let store = super::open(&config).await?;
    let (_, before) = store.migration_state().await?;
    store.migrate().await?;
    let (known, after) = store.migration_state().await?;
    println!(
        "{}: {after} of {known} migrations, {} of them new",
        store.db().kind(),
        after - before
    );
    store.close().await;
    Ok(ExitCode::SUCCESS)
}
