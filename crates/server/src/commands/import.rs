//! `carport import --company SLUG [--full|--daily] [--dry-run] [--report FILE] PATH…`

use std::fs::File;
use std::io::{BufWriter, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::{Arc, Mutex, PoisonError};

use anyhow::{Context, bail};
use carport_domain::{CompanyId, ImportId, Language, Texts};
use carport_intake::{ImportError, Order, report};
use carport_store::Store;
use carport_store::imports::layout::FileKind;
use carport_store::imports::{DoubtReason, Import, ImportState, Mode, Progress};
use clap::Args;
use indicatif::{ProgressBar, ProgressStyle};
use serde_json::json;

use crate::config::Config;

/// Exit code when some rows were rejected.
const SOME_REJECTED: u8 = 2;
/// Remarks read at a time.
const PAGE: i64 = 2_000;

/// What to import.
#[derive(Debug, Args)]
#[command(
    after_help = "Example: carport import --company jansen --full --report errors.csv export/\n\n\
        Exit code 0: every row was taken. 2: some rows were rejected. 1: nothing was changed."
)]
pub struct ImportArgs {
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

/// Imports a delivery.
///
/// # Errors
/// The company, a path or a file is not there or cannot be used; nothing was changed.
pub async fn run(config: Config, args: ImportArgs) -> anyhow::Result<ExitCode> {
    let store = super::open_migrated(&config).await?;
    let result = import(&store, &config, &args).await;
    store.close().await;
    result
}

async fn import(store: &Store, config: &Config, args: &ImportArgs) -> anyhow::Result<ExitCode> {
    let found = store
        .read()
        .await?
        .installation()
        .await?
        .company_by_slug(&args.company)
        .await?;
    let Some(company) = found else {
        bail!(
            "there is no company «{}»; «carport company list» shows them",
            args.company
        );
    };
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
    let bar = Arc::new(Shown::new(!args.json));
    let watch = bar.clone();
    let import = carport_intake::run(
        store,
        company.id,
        id,
        Arc::new(move |progress| watch.show(progress)),
    )
    .await?;
    bar.end();
    if let Some(mut file) = file {
        write_report(
            store,
            company.id,
            &import,
            &Texts::new(company.default_language),
            &mut file,
        )
        .await?;
    }
    if args.json {
        println!("{}", as_json(&import));
    } else {
        print!("{}", table(&import));
    }
    if import.state == ImportState::Held {
        let t = Texts::new(Language::En);
        for doubt in &import.doubts {
            eprintln!("{}", report::doubt(doubt, &t));
        }
        eprintln!(
            "Nothing was changed. Run it again with --accept, or decide at {}/office/{}/imports/{id}",
            config.base_url, args.company
        );
    }
    Ok(code(&import))
}

fn code(import: &Import) -> ExitCode {
    match import.state {
        ImportState::Done if import.total().rejected == 0 => ExitCode::SUCCESS,
        ImportState::Done if import.total().rejected < import.total().rows() => ExitCode::from(SOME_REJECTED),
        _ => ExitCode::FAILURE,
    }
}

fn create(path: &Path) -> anyhow::Result<BufWriter<File>> {
    Ok(BufWriter::new(
        File::create(path).with_context(|| format!("--report {}", path.display()))?,
    ))
}

async fn begin(store: &Store, company: CompanyId, args: &ImportArgs) -> anyhow::Result<ImportId> {
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

async fn write_report(
    store: &Store,
    company: CompanyId,
    import: &Import,
    t: &Texts,
    out: &mut impl Write,
) -> anyhow::Result<()> {
    out.write_all(report::head(t).as_bytes())?;
    let mut last = None;
    loop {
        let mut tx = store.read().await?;
        let page = tx
            .company(company)
            .await?
            .import_remarks(import.id, last.as_ref(), PAGE)
            .await?;
        for remark in &page {
            out.write_all(report::line(import, remark, t).as_bytes())?;
        }
        match page.into_iter().next_back() {
            Some(end) => last = Some(end),
            None => return Ok(out.flush()?),
        }
    }
}

/// What came of it, a line for each kind of file.
fn table(import: &Import) -> String {
    const HEAD: [&str; 7] = [
        "rows",
        "new",
        "changed",
        "unchanged",
        "rejected",
        "left out",
        "missing",
    ];
    let mut text = format!("{:<12}", "");
    HEAD.iter().for_each(|word| text.push_str(&format!("{word:>11}")));
    for kind in FileKind::ALL {
        let Some(c) = import.counts.get(kind) else {
            continue;
        };
        text.push_str(&format!("\n{:<12}", kind.as_str()));
        for number in [
            c.rows(),
            c.created,
            c.changed,
            c.unchanged,
            c.rejected,
            c.left_out,
            c.missing,
        ] {
            text.push_str(&format!("{number:>11}"));
        }
    }
    let end = match (import.state, import.dry_run) {
        (ImportState::Done, true) => "Dry run: nothing was changed.",
        (ImportState::Done, false) => "Done.",
        (ImportState::Held, _) => "Stopped to ask.",
        _ => "Given up; nothing was changed.",
    };
    text.push_str(&format!("\n{end}\n"));
    text
}

fn as_json(import: &Import) -> serde_json::Value {
    json!({
        "import": import.id, "state": import.state, "mode": import.mode, "dryRun": import.dry_run,
        "counts": import.counts, "doubts": import.doubts, "failure": import.failure,
    })
}

/// How far it is: a bar on a terminal, elsewhere a line for every tenth.
struct Shown {
    bar: Option<ProgressBar>,
    lines: bool,
    last: Mutex<(Option<(ImportState, Option<FileKind>)>, u64)>,
}

impl Shown {
    fn new(wanted: bool) -> Self {
        let terminal = std::io::stderr().is_terminal();
        let bar = (wanted && terminal).then(|| {
            let style = ProgressStyle::with_template("{msg:<24} {wide_bar} {human_pos}/{human_len} {eta}");
            ProgressBar::new(0).with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
        });
        Self {
            bar,
            lines: wanted && !terminal,
            last: Mutex::default(),
        }
    }

    fn show(&self, progress: Progress) {
        let part = (progress.state, progress.kind);
        let name = match progress.kind {
            Some(kind) => format!("{} {kind}", progress.state),
            None => progress.state.to_string(),
        };
        if let Some(bar) = &self.bar {
            bar.set_length(progress.of);
            bar.set_position(progress.done);
            bar.set_message(name);
        } else if self.lines {
            let tenth = progress
                .done
                .saturating_mul(10)
                .checked_div(progress.of)
                .unwrap_or(10);
            let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
            if *last != (Some(part), tenth) {
                *last = (Some(part), tenth);
                eprintln!("{name}: {} of {}", progress.done, progress.of);
            }
        }
    }

    fn end(&self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}
