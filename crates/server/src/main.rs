//! `carport`: the one binary. Each command is a file under `commands/`.

mod commands;
mod config;
mod house;
mod telemetry;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Where car owners and the company that looks after their car meet.
#[derive(Debug, Parser)]
#[command(name = "carport", version, arg_required_else_help = true)]
struct Cli {
    /// Configuration file; without it carport.toml in this folder, if there is one.
    #[arg(long, global = true, value_name = "FILE")]
    config: Option<PathBuf>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// A seeded installation to click through; mail is caught in /dev/mail.
    Demo(commands::demo::Args),
    /// Web and worker.
    Serve(commands::serve::Args),
    /// The worker alone.
    #[command(after_help = "Example: CARPORT_DATABASE_URL=postgres://carport@db/carport carport work")]
    Work,
    /// Brings the database's schema up to date.
    #[command(after_help = "Example: carport migrate")]
    Migrate,
    /// Looks whether everything this installation needs is there.
    Doctor(commands::doctor::Args),
    /// Writes database and files into one archive; the key is not in it.
    Backup(commands::backup::BackupArgs),
    /// Unpacks an archive into an empty installation.
    Restore(commands::backup::RestoreArgs),
    /// Imports files of the dealer management system.
    Import(commands::import::ImportArgs),
    /// Proposes who is to hear something in a week.
    Select(commands::select::Args),
    /// Hands approved messages over until nothing is due.
    Send(commands::send::Args),
    /// Why a customer gets something, or does not: every channel, rule and record.
    Explain(commands::explain::Args),
    /// The proof of consent, and the check that nothing in it was changed.
    #[command(subcommand)]
    Consent(commands::consent::Command),
    /// Makes files to try out and to measure with.
    #[command(subcommand)]
    Generate(commands::generate::Command),
    /// Companies.
    #[command(subcommand)]
    Company(commands::company::Command),
    /// Staff of a company.
    #[command(subcommand)]
    Staff(commands::staff::StaffCommand),
    /// Operators of this installation.
    #[command(subcommand)]
    Operator(commands::staff::OperatorCommand),
}

fn main() -> ExitCode {
    let cli = Cli::parse();
    // One provider of cryptography for every TLS connection, before the first.
    if rustls::crypto::ring::default_provider()
        .install_default()
        .is_err()
    {
        eprintln!("carport: another TLS provider was there first");
    }
    let serves = matches!(cli.command, Command::Demo(_) | Command::Serve(_) | Command::Work);
    telemetry::start(serves);
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(e) => {
            eprintln!("carport: {e}");
            return ExitCode::FAILURE;
        }
    };
    match runtime.block_on(run(cli)) {
        Ok(code) => code,
        Err(e) => {
            eprintln!("carport: {e:#}");
            ExitCode::FAILURE
        }
    }
}

async fn run(cli: Cli) -> anyhow::Result<ExitCode> {
    let file = cli.config.as_deref();
    let load = || config::Config::load(file);
    match cli.command {
        Command::Demo(args) => commands::demo::run(args).await,
        Command::Serve(args) => commands::serve::run(load()?, args).await,
        Command::Work => commands::serve::work(load()?).await,
        Command::Migrate => commands::migrate::run(load()?).await,
        Command::Doctor(args) => commands::doctor::run(load()?, args).await,
        Command::Backup(args) => commands::backup::backup(load()?, args).await,
        Command::Restore(args) => commands::backup::restore(load()?, args).await,
        Command::Import(args) => commands::import::run(load()?, args).await,
        Command::Select(args) => commands::select::run(load()?, args).await,
        Command::Send(args) => commands::send::run(load()?, args).await,
        Command::Explain(args) => commands::explain::run(load()?, args).await,
        Command::Consent(command) => commands::consent::run(load, command).await,
        Command::Generate(command) => commands::generate::run(command).await,
        Command::Company(command) => commands::company::run(load()?, command).await,
        Command::Staff(command) => commands::staff::staff(load()?, command).await,
        Command::Operator(command) => commands::staff::operator(load()?, command).await,
    }
}
