//! `carport consent verify|proof`: the ledger's chain, and what a supervisory authority gets (F181, B2).

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, bail};
use carport_documents::{ConsentProof, Document};
use carport_domain::consent::Proof;
use carport_domain::consent::ledger::{Broken, Link, Summary};
use carport_domain::consent::proof::Covers;
use carport_domain::urls::BaseUrl;
use carport_domain::{CompanyId, FieldError, Language, text_enum};
use carport_outreach::proof::{Asked, document, of_period, of_person};
use carport_store::Store;
use carport_store::companies::Company;
use chrono::NaiveDate;
use serde_json::json;

use crate::config::Config;

/// What to do with the proof of consent.
#[derive(Debug, clap::Subcommand)]
pub enum Command {
    /// Checks that nothing in a ledger, or in an exported proof, was changed.
    #[command(after_help = "Examples: carport consent verify --all\n          \
        carport consent verify --company jansen --noted 120:9f2c…\n          \
        carport consent verify proof.json\n          \
        carport consent verify --company jansen proof.json\n\n\
        Exit code 0: whole. 1: broken, and the first broken entry is named.\n\n\
        An exported proof is checked without a database; with --company also against the ledger it came from. Entries cut \
        off at the end of a ledger show only against an end noted elsewhere: note the end this command prints.")]
    Verify(Verify),
    /// Writes the proof about one person, or of a period.
    #[command(
        after_help = "Examples: carport consent proof --company jansen --customer 10023 --format pdf --out proof.pdf\n          \
        carport consent proof --company jansen --from 2026-01-01 --to 2026-06-30 --format csv --out proof.csv"
    )]
    Proof(Prove),
}

/// What to check.
#[derive(Debug, clap::Args)]
#[command(group = clap::ArgGroup::new("what").args(["company", "all", "file"]).required(true).multiple(true))]
pub struct Verify {
    /// The company's slug.
    #[arg(long, conflicts_with = "all")]
    company: Option<String>,
    /// Every company's ledger.
    #[arg(long, conflicts_with = "file")]
    all: bool,
    /// An end noted elsewhere that must be part of the ledger, such as 120:9f2c…
    #[arg(long, value_name = "END", requires = "company", conflicts_with = "file", value_parser = end)]
    noted: Option<Link>,
    /// As JSON, one object a line.
    #[arg(long)]
    json: bool,
    /// A proof exported as JSON.
    #[arg(value_name = "FILE")]
    file: Option<PathBuf>,
}

/// Which proof.
#[derive(Debug, clap::Args)]
#[command(group = clap::ArgGroup::new("covers").args(["customer", "from"]).required(true))]
pub struct Prove {
    /// The company's slug.
    #[arg(long)]
    company: String,
    /// The customer number, or the id.
    #[arg(long)]
    customer: Option<String>,
    /// The first day of the period.
    #[arg(long, value_name = "DATE", value_parser = super::day, requires = "to")]
    from: Option<NaiveDate>,
    /// The last day of the period.
    #[arg(long, value_name = "DATE", value_parser = super::day, requires = "from")]
    to: Option<NaiveDate>,
    /// pdf to read, csv for a spreadsheet, json to check with «carport consent verify».
    #[arg(long)]
    format: Paper,
    /// The language of the PDF: nl, de, ru, en; without it the company's.
    #[arg(long)]
    language: Option<Language>,
    /// Who asked for it, to stand on the PDF and in the log of staff actions.
    #[arg(long)]
    asked_by: Option<String>,
    /// Their reference.
    #[arg(long)]
    reference: Option<String>,
    /// Where to write it.
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
}

text_enum! {
    /// The form of a proof.
    pub enum Paper {
        /// To read and to hand over.
        Pdf = "pdf",
        /// For a spreadsheet.
        Csv = "csv",
        /// For a program.
        Json = "json",
    }
}

fn end(text: &str) -> Result<Link, String> {
    text.parse()
        .map_err(|_: FieldError| "write number and hash as printed, such as 120:9f2c…".to_owned())
}

/// Runs the command. `load` gives the configuration; a proof is checked without one.
///
/// # Errors
/// A company, a customer or a file is not there, or the store refuses.
pub async fn run(
    load: impl FnOnce() -> anyhow::Result<Config>,
    command: Command,
) -> anyhow::Result<ExitCode> {
    match command {
        Command::Verify(Verify {
            file: Some(file),
            company,
            json,
            ..
        }) => match company {
            None => verify_file(&file, json),
            Some(slug) => {
                let store = super::open_migrated(&load()?).await?;
                let result = verify_against_ledger(&store, &file, &slug, json).await;
                store.close().await;
                result
            }
        },
        Command::Verify(verify) => {
            let store = super::open_migrated(&load()?).await?;
            let result = verify_ledgers(&store, &verify).await;
            store.close().await;
            result
        }
        Command::Proof(prove) => {
            let config = load()?;
            let store = super::open_migrated(&config).await?;
            let result = prove_consent(&store, &config, prove).await;
            store.close().await;
            result
        }
    }
}

async fn verify_ledgers(store: &Store, verify: &Verify) -> anyhow::Result<ExitCode> {
    let companies: Vec<Company> = match &verify.company {
        Some(slug) => vec![super::company(store, slug).await?],
        None => store.read().await?.installation().await?.companies().await?,
    };
    let mut broken = false;
    for company in companies {
        let mut tx = store.read().await?;
        let mut shop = tx.company(company.id).await?;
        let result = shop.verify_consents_and_derived(verify.noted).await?;
        broken |= result.is_err();
        say(&company.slug, &result, verify.json);
    }
    Ok(if broken {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    })
}

fn say(slug: &str, result: &Result<Summary, Broken>, as_json: bool) {
    match result {
        Ok(summary) if as_json => println!(
            "{}",
            json!({ "company": slug, "whole": true, "entries": summary.entries, "erased": summary.erased,
                "end": summary.head.to_string() })
        ),
        Ok(summary) => println!(
            "{slug}: whole, {} entries ({} erased), end {}",
            summary.entries, summary.erased, summary.head
        ),
        Err(Broken { seq, what }) if as_json => println!(
            "{}",
            json!({ "company": slug, "whole": false, "entry": seq, "what": what.to_string() })
        ),
        Err(Broken { seq, what }) => println!("{slug}: BROKEN at entry {seq}: {what}"),
    }
}

fn read(file: &Path) -> anyhow::Result<Result<Proof, String>> {
    let bytes = std::fs::read(file).with_context(|| format!("reading {}", file.display()))?;
    Ok(Proof::read(&bytes).map_err(|flaw| flaw.to_string()))
}

fn verify_file(file: &Path, as_json: bool) -> anyhow::Result<ExitCode> {
    Ok(say_file(
        file,
        read(file)?.map(|proof| proof.entries.len()),
        as_json,
    ))
}

fn say_file(file: &Path, result: Result<usize, String>, as_json: bool) -> ExitCode {
    let name = file.display();
    match &result {
        Ok(entries) if as_json => {
            println!(
                "{}",
                json!({ "file": name.to_string(), "whole": true, "entries": entries })
            );
        }
        Ok(entries) => println!("{name}: whole, {entries} entries"),
        Err(what) if as_json => {
            println!(
                "{}",
                json!({ "file": name.to_string(), "whole": false, "what": what })
            );
        }
        Err(what) => println!("{name}: BROKEN: {what}"),
    }
    if result.is_ok() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

/// Whether the ledger holds exactly the entries of the file, as far as they were there when it was made.
async fn verify_against_ledger(
    store: &Store,
    file: &Path,
    slug: &str,
    as_json: bool,
) -> anyhow::Result<ExitCode> {
    let company = super::company(store, slug).await?;
    let result = match read(file)? {
        Err(what) => Err(what),
        Ok(proof) if proof.company != company.id => Err(format!("it is not of {slug}")),
        Ok(proof) => compare(store, company.id, &proof).await?,
    };
    Ok(say_file(file, result, as_json))
}

async fn compare(store: &Store, company: CompanyId, proof: &Proof) -> anyhow::Result<Result<usize, String>> {
    let mut tx = store.read().await?;
    let mut shop = tx.company(company).await?;
    let now = match proof.covers {
        Covers::Person(customer) => of_person(&mut shop, customer).await?,
        Covers::Period { from, to } => of_period(&mut shop, from, to).await?,
    };
    let mut kept = now
        .entries
        .iter()
        .filter(|entry| entry.recorded_at <= proof.made_at)
        .map(|entry| (entry.seq, &entry.hash));
    for entry in &proof.entries {
        if kept.next() != Some((entry.seq, &entry.hash)) {
            return Ok(Err(format!("the ledger has another entry {}", entry.seq)));
        }
    }
    Ok(match kept.next() {
        Some((seq, _)) => Err(format!("entry {seq} of the ledger is missing in it")),
        None => Ok(proof.entries.len()),
    })
}

async fn prove_consent(store: &Store, config: &Config, prove: Prove) -> anyhow::Result<ExitCode> {
    let company = super::company(store, &prove.company).await?;
    let customer = match &prove.customer {
        Some(named) => Some(super::customer(store, company.id, named).await?),
        None => None,
    };
    if let (Some(from), Some(to)) = (prove.from, prove.to)
        && to < from
    {
        bail!("--to is before --from");
    }
    let mut tx = store.read().await?;
    let mut shop = tx.company(company.id).await?;
    let (proof, about, period) = match (customer, prove.from, prove.to) {
        (Some(customer), ..) => (
            of_person(&mut shop, customer).await?,
            format!("customer:{customer}"),
            None,
        ),
        (None, Some(from), Some(to)) => (
            of_period(&mut shop, from, to).await?,
            "period".to_owned(),
            Some((from, to)),
        ),
        _ => bail!("name a --customer, or --from and --to"),
    };
    if prove.format == Paper::Pdf && proof.entries.len() > ConsentProof::MAX_EVENTS {
        bail!(
            "{} entries are too many for a PDF, which takes {}; choose a shorter period, or csv or json",
            proof.entries.len(),
            ConsentProof::MAX_EVENTS
        );
    }
    let asked = Asked {
        issued_by: "carport consent proof".into(),
        asked_by: prove.asked_by,
        reference: prove.reference,
    };
    let detail = json!({ "from": period.map(|p| p.0), "to": period.map(|p| p.1), "format": prove.format,
        "asked_by": asked.asked_by, "reference": asked.reference });
    let bytes = match prove.format {
        Paper::Csv => proof.to_csv().into_bytes(),
        Paper::Json => serde_json::to_vec_pretty(&proof)?,
        Paper::Pdf => {
            let base: BaseUrl = config
                .base_url
                .parse()
                .map_err(|e: FieldError| anyhow::anyhow!("{e}"))?;
            let language = prove.language.unwrap_or(company.default_language);
            let paper = document(&mut shop, &proof, language, &base, asked).await?;
            tokio::task::spawn_blocking(move || carport_documents::render(&Document::ConsentProof(paper)))
                .await??
        }
    };
    drop(tx);
    std::fs::write(&prove.out, bytes).with_context(|| format!("--out {}", prove.out.display()))?;
    let mut tx = store.begin().await?;
    tx.company(company.id)
        .await?
        .audit("system", "consent.proof_taken", &about, &detail)
        .await?;
    tx.commit().await?;
    eprintln!("{}: {} entries", prove.out.display(), proof.entries.len());
    Ok(ExitCode::SUCCESS)
}
