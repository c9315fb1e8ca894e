//! `carport import --company SLUG [--full|--daily] [--dry-run] [--report FILE] PATH…`, and what somebody decides afterwards.

mod columns;
mod decide;
mod progress;
mod result;

use std::fs::File;
use std::io::BufWriter;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::{Context, bail};
use carport_domain::{CompanyId, ImportId, Language, Texts};
use carport_intake::{ImportError, Order, report};
use carport_outreach::accounts::{export_changes, export_unconfirmed};
use carport_store::Store;
use carport_store::companies::Company;
use carport_store::imports::{DoubtReason, Import, ImportState, Mode};
use clap::{Args, Subcommand};
use serde_json::json;

use crate::config::Config;
use progress::Shown;

/// A delivery, or what to do about one.
#[derive(Debug, Args)]
#[command(
    args_conflicts_with_subcommands = true,
    subcommand_negates_reqs = true,
    after_help = "Example: carport import --company jansen --full --report errors.csv export/\n\n\
        Exit code 0: every row was taken. 2: rows were rejected, or the import waits for a decision. 1: nothing was changed."
)]
pub struct ImportArgs {
    #[command(subcommand)]
    about: Option<About>,
    #[command(flatten)]
    delivery: Option<Delivery>,
}

/// What to do about deliveries.
#[derive(Debug, Subcommand)]
enum About {
    /// Decides about an import that stopped to ask.
    #[command(after_help = "Example: carport import decide --company jansen go-on")]
    Decide {
        /// The company's slug.
        #[arg(long)]
        company: String,
        /// Print the result as JSON.
        #[arg(long)]
        json: bool,
        /// What to do.
        decision: decide::Decision,
    },
    /// Takes the last import back; what people changed since stays, and is named.
    #[command(after_help = "Example: carport import undo --company jansen")]
    Undo {
        /// The company's slug.
        #[arg(long)]
        company: String,
        /// Print the result as JSON.
        #[arg(long)]
        json: bool,
    },
    /// Shows and says which header of the company's files is which column.
    #[command(
        after_help = "Example: carport import columns --company jansen --set 'customers:Extern nr.=number'"
    )]
    Columns {
        /// The company's slug.
        #[arg(long)]
        company: String,
        /// A header and its column; without a column the header is left out. May come several times.
        #[arg(long, value_name = "FILE:HEADER=COLUMN")]
        set: Vec<columns::Meaning>,
        /// A header to forget what was said about. May come several times.
        #[arg(long, value_name = "FILE:HEADER")]
        forget: Vec<columns::Header>,
    },
    /// Writes what customers and staff changed, as files for the dealer management system to read.
    #[command(after_help = "Example: carport import changes --company jansen --out changes/")]
    Changes {
        /// The company's slug.
        #[arg(long)]
        company: String,
        /// Everything that no export has confirmed, not only what is new.
        #[arg(long)]
        all: bool,
        /// The folder for the files; made when missing.
        #[arg(long, value_name = "DIR")]
        out: PathBuf,
    },
}

/// A delivery.
#[derive(Debug, Args)]
struct Delivery {
    /// The company's slug.
    #[arg(long)]
    company: String,
    /// Everything the dealer management system has; who is not in it is missing.
    #[arg(long, conflicts_with = "daily")]
    full: bool,
    /// What changed since the last export; this is assumed when neither is given.
    #[arg(long)]
    daily: bool,
    /// Show what would change, and change nothing.
    #[arg(long)]
    dry_run: bool,
    /// Write rejected rows and values that were left out to this file, as CSV.
    #[arg(long, value_name = "FILE")]
    report: Option<PathBuf>,
    /// Go on in spite of doubts, such as a full export that lacks many customers.
    #[arg(long)]
    accept: bool,
    /// Go on with an import that was interrupted.
    #[arg(long, conflicts_with_all = ["paths", "full", "daily", "dry_run", "accept"])]
    resume: bool,
    /// Print the result as JSON.
    #[arg(long)]
    json: bool,
    /// Files, folders and zip archives.
    #[arg(required_unless_present = "resume", value_name = "PATH")]
    paths: Vec<PathBuf>,
}

/// Imports a delivery, or does what is asked about one.
///
/// # Errors
/// The company, a path or a file is not there or cannot be used; nothing was changed.
pub async fn run(config: Config, args: ImportArgs) -> anyhow::Result<ExitCode> {
    let store = super::open_migrated(&config).await?;
    let done = obey(&store, &config, args).await;
    store.close().await;
    done
}

async fn obey(store: &Store, config: &Config, args: ImportArgs) -> anyhow::Result<ExitCode> {
    match (args.about, args.delivery) {
        (
            Some(About::Decide {
                company,
                json,
                decision,
            }),
            _,
        ) => {
            let company = find(store, &company).await?;
            let id = decide::decide(store, company.id, decision).await?;
            if decision == decide::Decision::Stop {
                println!("Given up; nothing was changed.");
                return Ok(ExitCode::SUCCESS);
            }
            finish(store, config, &company, id, None, json).await
        }
        (Some(About::Undo { company, json }), _) => {
            decide::undo(store, find(store, &company).await?.id, json).await
        }
        (Some(About::Columns { company, set, forget }), _) => {
            columns::run(store, find(store, &company).await?.id, &set, &forget).await
        }
        (Some(About::Changes { company, all, out }), _) => {
            changes(store, find(store, &company).await?.id, all, &out).await
        }
        (None, Some(delivery)) => import(store, config, &delivery).await,
        (None, None) => bail!("say which company and which files; «carport import --help» shows how"),
    }
}

async fn find(store: &Store, slug: &str) -> anyhow::Result<Company> {
    let found = store
        .read()
        .await?
        .installation()
        .await?
        .company_by_slug(slug)
        .await?;
    found.with_context(|| format!("there is no company «{slug}»; «carport company list» shows them"))
}

async fn import(store: &Store, config: &Config, args: &Delivery) -> anyhow::Result<ExitCode> {
    let company = find(store, &args.company).await?;
    if let Some(path) = args.paths.iter().find(|path| !path.exists()) {
        bail!("there is no file or folder «{}»", path.display());
    }
    // made before the import, so that nothing was changed when it cannot be written
    let file = args.report.as_deref().map(create).transpose()?;
    let id = if args.resume {
        interrupted(store, company.id).await?
    } else {
        begin(store, company.id, args).await?
    };
    finish(store, config, &company, id, file, args.json).await
}

/// Runs an import to its end or to where somebody must decide, and says what came of it.
async fn finish(
    store: &Store,
    config: &Config,
    company: &Company,
    id: ImportId,
    file: Option<BufWriter<File>>,
    as_json: bool,
) -> anyhow::Result<ExitCode> {
    let shown = Arc::new(Shown::new(!as_json));
    let watch = shown.clone();
    let watch = Arc::new(move |progress| watch.show(progress));
    let import = carport_intake::run(store, company.id, id, watch).await?;
    shown.end();
    if let Some(mut file) = file {
        let t = Texts::new(company.default_language);
        result::write_report(store, company.id, &import, &t, &mut file).await?;
    }
    if as_json {
        println!("{}", result::json(&import));
        return Ok(result::code(&import));
    }
    print!("{}", result::table(&import));
    print!("{}", result::faults(store, company.id, &import).await?);
    println!("{}", result::end(&import));
    let t = Texts::new(Language::En);
    for doubt in &import.doubts {
        eprintln!("{}", report::doubt(doubt, &t));
    }
    if import.state == ImportState::Held {
        eprintln!(
            "To go on: carport import decide --company {slug} go-on\nTo give it up: carport import decide --company {slug} stop\n\
             Or decide at {}/office/{slug}/imports/{id}",
            config.base_url.trim_end_matches('/'),
            slug = company.slug,
        );
    } else if import.dry_run && !import.doubts.is_empty() {
        eprintln!("A real import would stop here and ask.");
    }
    Ok(result::code(&import))
}

fn create(path: &Path) -> anyhow::Result<BufWriter<File>> {
    Ok(BufWriter::new(
        File::create(path).with_context(|| format!("--report {}", path.display()))?,
    ))
}

async fn begin(store: &Store, company: CompanyId, args: &Delivery) -> anyhow::Result<ImportId> {
    let mode = if args.full { Mode::Full } else { Mode::Daily };
    let order = Order {
        paths: &args.paths,
        source: "dms",
        mode,
        dry_run: args.dry_run,
        started_by: "system",
        accepted: if args.accept { DoubtReason::ALL } else { &[] },
    };
    let id = match carport_intake::begin(store, company, &order).await {
        Err(ImportError::Busy(_)) => bail!(
            "another import of this company is under way; if it was interrupted, run: carport import --company {} --resume",
            args.company
        ),
        Err(ImportError::Files(problems)) => {
            let t = Texts::new(Language::En);
            let lines = problems
                .iter()
                .map(|(name, problem)| format!("\n  {name}: {}", report::problem(problem, &t)));
            bail!("nothing was changed{}", lines.collect::<String>());
        }
        other => other?,
    };
    let mut tx = store.begin().await?;
    let detail = json!({ "mode": mode, "dry_run": args.dry_run });
    tx.company(company)
        .await?
        .audit("system", "import.begun", &format!("import:{id}"), &detail)
        .await?;
    tx.commit().await?;
    Ok(id)
}

async fn interrupted(store: &Store, company: CompanyId) -> anyhow::Result<ImportId> {
    let imports = store.read().await?.company(company).await?.imports(20).await?;
    match imports.into_iter().find(Import::is_under_way) {
        Some(import) => Ok(import.id),
        None => bail!("no import was interrupted"),
    }
}

/// Writes the files of changes; they count as handed over once they are on the disk.
async fn changes(store: &Store, company: CompanyId, all: bool, out: &Path) -> anyhow::Result<ExitCode> {
    /// Changes in one export; what is more comes with the next.
    const CHANGES: i64 = 50_000;
    let mut tx = store.begin().await?;
    let mut shop = tx.company(company).await?;
    let export = if all {
        export_unconfirmed(&mut shop, CHANGES).await?
    } else {
        export_changes(&mut shop, CHANGES).await?
    };
    if export.changes.is_empty() {
        println!("There are no changes to hand over.");
        return Ok(ExitCode::SUCCESS);
    }
    let failed = || format!("--out {}", out.display());
    std::fs::create_dir_all(out).with_context(failed)?;
    for (name, file) in export.files() {
        std::fs::write(out.join(name), file).with_context(failed)?;
        println!("{}", out.join(name).display());
    }
    shop.mark_changes_exported(&export.changes).await?;
    let detail = json!({ "changes": export.changes.len() });
    shop.audit("system", "changes.exported", "changes", &detail)
        .await?;
    tx.commit().await?;
    Ok(ExitCode::SUCCESS)
}
