//! `carport demo`

use std::process::ExitCode;

/// Where.
#[derive(Debug, clap::Args)]
pub struct Args {}

/// To be written.
pub async fn run(_args: Args) -> anyhow::Result<ExitCode> {
    anyhow::bail!("not yet")
}
