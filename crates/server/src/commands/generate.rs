//! `carport generate dms --customers N --seed S --out DIR`

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Context;
use carport_domain::clock::{Clock, SystemClock};
use carport_intake::generate::{Country, Options, generate};
use chrono::NaiveDate;
use clap::Subcommand;

/// What to make.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// An export of a dealer management system, of invented people. The same options give the same files.
    #[command(after_help = "Example: carport generate dms --customers 1000 --seed 1 --dirty --out export/")]
    Dms(Dms),
}

/// An export to make.
#[derive(Debug, clap::Args)]
pub struct Dms {
    /// How many customers.
    #[arg(long)]
    customers: u64,
    /// Where chance begins.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// The folder for the files; made when missing.
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// Whose names, places and plates: NL, DE, RU or GB.
    #[arg(long, default_value = "NL")]
    country: Country,
    /// With headers, encoding and faults as real exports have them.
    #[arg(long)]
    dirty: bool,
    /// How many of 1000 customers have a car due for inspection six weeks on.
    #[arg(long, value_name = "PER_MILLE", default_value_t = 20, value_parser = clap::value_parser!(u64).range(..=1000))]
    due: u64,
    /// The date of the export (2026-11-22); without it today.
    #[arg(long)]
    date: Option<NaiveDate>,
}

/// Makes it.
///
/// # Errors
/// A file cannot be written.
pub async fn run(command: Command) -> anyhow::Result<ExitCode> {
    let Command::Dms(args) = command;
    let today = args
        .date
        .unwrap_or_else(|| SystemClock.now().date_in(chrono_tz::UTC));
    let options = if args.dirty {
        Options::dirty(args.customers, args.seed, today, args.country)
    } else {
        Options::clean(args.customers, args.seed, today)
    };
    let options = Options {
        country: args.country,
        due_per_mille: args.due,
        ..options
    };
    let out = args.out.clone();
    let made = tokio::task::spawn_blocking(move || generate(&options, &out)).await?;
    let made = made.with_context(|| format!("--out {}", args.out.display()))?;
    println!("{}", args.out.display());
    for (name, rows) in [
        ("customers", made.customers),
        ("vehicles", made.vehicles),
        ("visits", made.visits),
        ("invoices", made.invoices),
        ("consents", made.consents),
    ] {
        println!("{name:<12}{rows:>11}");
    }
    Ok(ExitCode::SUCCESS)
}
