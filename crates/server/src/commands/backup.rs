//! `carport backup FILE` and `carport restore FILE`

use std::path::PathBuf;
use std::process::ExitCode;

use carport_domain::Clock;
use carport_domain::clock::SystemClock;
use clap::Args;

use crate::config::Config;

/// Where the archive goes.
#[derive(Debug, Args)]
#[command(after_help = "Example: carport backup /var/backups/carport-2026-11-22.tar")]
pub struct BackupArgs {
    /// The archive to write.
    file: PathBuf,
}

/// Where the archive is.
#[derive(Debug, Args)]
#[command(
    after_help = "Example: CARPORT_DATA=/var/lib/carport carport restore /var/backups/carport-2026-11-22.tar"
)]
pub struct RestoreArgs {
    /// The archive to read.
    file: PathBuf,
}

/// Writes the archive.
pub async fn backup(config: Config, args: BackupArgs) -> anyhow::Result<ExitCode> {
    let store = super::open(&config).await?;
    let options = config.store_options();
    store.backup(&options.files, &args.file).await?;
    store.close().await;
    println!("{} holds the database and the files.", args.file.display());
    println!(
        "The key is NOT in it. Keep {} in another place: without it second factors and sealed messages cannot be opened.",
        options.key_file.display()
    );
    Ok(ExitCode::SUCCESS)
}

/// Unpacks the archive.
pub async fn restore(config: Config, args: RestoreArgs) -> anyhow::Result<ExitCode> {
    let options = config.store_options();
    carport_store::backup::restore(&options, &args.file, SystemClock.now()).await?;
    println!("Restored from {}.", args.file.display());
    println!(
        "Put the key file back at {} before you start, then run «carport doctor».",
        options.key_file.display()
    );
    println!(
        "Every company's marketing rests, and messages that waited are uncertain: what was refused or sent after the backup is \
         not in it. Enter the refusals again; staff who may send then go on under the week."
    );
    Ok(ExitCode::SUCCESS)
}
