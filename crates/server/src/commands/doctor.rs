//! `carport doctor`: looks whether everything this installation needs is there, and says what to do about what is not.

use std::path::Path;
use std::process::ExitCode;

use carport_outreach::mail::{DkimKey, Outcome, SmtpPool};
use carport_store::jobs::JobState;
use carport_store::messages::Stream;
use carport_store::{Db, Store, StoreError};
use serde_json::json;

use crate::config::Config;
use crate::house;

/// How to answer.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example: carport doctor")]
pub struct Args {
    /// As JSON, one object a line.
    #[arg(long)]
    json: bool,
}

/// One thing looked at.
struct Finding {
    what: &'static str,
    good: bool,
    detail: String,
}

fn finding(what: &'static str, good: bool, detail: impl Into<String>) -> Finding {
    Finding {
        what,
        good,
        detail: detail.into(),
    }
}

/// Looks at everything; exit code 1 when something needs a hand.
pub async fn run(config: Config, args: Args) -> anyhow::Result<ExitCode> {
    let mut findings = vec![
        finding(
            "address",
            config.base_url.starts_with("https://") || config.listen.ip().is_loopback(),
            format!(
                "{} (listening on {}); customers need https",
                config.base_url, config.listen
            ),
        ),
        mail_server(&config).await,
        signature(&config),
    ];
    match super::open(&config).await {
        Err(e) => findings.push(finding(
            "database",
            false,
            format!("{e}; check CARPORT_DATABASE_URL"),
        )),
        Ok(store) => {
            findings.push(finding("database", true, store.db().kind()));
            findings.extend(database(&store).await);
            store.close().await;
        }
    }
    let bad = findings.iter().any(|f| !f.good);
    for f in &findings {
        if args.json {
            println!(
                "{}",
                json!({ "what": f.what, "good": f.good, "detail": f.detail })
            );
        } else {
            println!(
                "{} {:<12} {}",
                if f.good { "ok " } else { "NO " },
                f.what,
                f.detail
            );
        }
    }
    Ok(if bad { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

/// Greets the mail server, secures the way and signs in, and sends nothing.
async fn mail_server(config: &Config) -> Finding {
    const WHAT: &str = "mail";
    let Some(url) = &config.mail.smtp_url else {
        return finding(
            WHAT,
            false,
            "no mail server: set CARPORT_SMTP_URL, else messages wait",
        );
    };
    let pool = match house::smtp(url, &config.mail) {
        Ok(smtp) => match SmtpPool::new(smtp) {
            Ok(pool) => pool,
            Err(e) => return finding(WHAT, false, e.to_string()),
        },
        Err(e) => return finding(WHAT, false, e.to_string()),
    };
    match pool.check().await {
        Ok(()) => finding(WHAT, true, "the mail server answers and lets us in"),
        Err(outcome) => {
            let why = match outcome {
                Outcome::Temporary { refusal, .. } | Outcome::Permanent { refusal, .. } => refusal.text,
                Outcome::Uncertain { reason: text } | Outcome::Accepted { response: text } => text,
            };
            finding(WHAT, false, format!("{why}; check CARPORT_SMTP_URL"))
        }
    }
}

/// Whether mail can be signed, and with what the DNS must say for it to be believed (MAIL-02).
fn signature(config: &Config) -> Finding {
    const WHAT: &str = "signature";
    let (Some(domain), Some(path)) = (&config.mail.dkim_domain, &config.mail.dkim_key_file) else {
        return finding(
            WHAT,
            false,
            "mail is not signed: set CARPORT_DKIM_DOMAIN and CARPORT_DKIM_KEY_FILE",
        );
    };
    match dkim_key(path) {
        Err(e) => finding(WHAT, false, format!("{e:#}; check CARPORT_DKIM_KEY_FILE")),
        Ok(key) => {
            let name = format!("{}._domainkey.{domain}", config.mail.dkim_selector);
            let aligned =
                config.mail.domain == *domain || config.mail.domain.ends_with(&format!(".{domain}"));
            let detail = format!("the DNS must have TXT {name} = {}", key.dns_text());
            if aligned {
                finding(WHAT, true, detail)
            } else {
                let away = format!("CARPORT_MAIL_DOMAIN {} is not under {domain}", config.mail.domain);
                finding(WHAT, false, format!("{away}, so mail is not aligned; {detail}"))
            }
        }
    }
}

fn dkim_key(path: &Path) -> anyhow::Result<DkimKey> {
    Ok(DkimKey::from_pem(&std::fs::read_to_string(path)?)?)
}

/// Whether every message of every company is in a state: planned = sent + failed + suppressed + uncertain + pending (REL-01).
async fn balance(store: &Store) -> Result<Finding, StoreError> {
    const WHAT: &str = "balance";
    let mut tx = store.read().await?;
    let companies = tx.installation().await?.companies().await?;
    let (mut uncertain, mut planned) = (0, 0);
    for company in companies {
        let mut shop = tx.company(company.id).await?;
        for stream in Stream::ALL {
            let b = shop.balance(*stream).await?;
            if !b.adds_up() {
                let detail = format!("{}: messages without a state: {b:?}", company.slug);
                return Ok(finding(WHAT, false, detail));
            }
            uncertain += b.uncertain;
            planned += b.planned;
        }
    }
    let detail = format!("{planned} messages, each in one state; {uncertain} uncertain");
    Ok(finding(WHAT, true, detail))
}

/// Whether every company's ledger of consent is whole.
async fn ledgers(store: &Store) -> Result<Finding, StoreError> {
    const WHAT: &str = "consent";
    let mut tx = store.read().await?;
    let companies = tx.installation().await?.companies().await?;
    let mut entries = 0;
    for company in companies {
        let mut shop = tx.company(company.id).await?;
        match shop.verify_consents_and_derived(None).await? {
            Ok(summary) => entries += summary.entries,
            Err(broken) => return Ok(finding(WHAT, false, format!("{}: {broken}", company.slug))),
        }
    }
    Ok(finding(
        WHAT,
        true,
        format!("{entries} entries, every chain whole"),
    ))
}

async fn database(store: &Store) -> Vec<Finding> {
    let mut findings = Vec::new();
    match store.migration_state().await {
        Ok((known, applied)) => findings.push(finding(
            "schema",
            known == applied,
            format!(
                "{applied} of {known} migrations{}",
                if applied < known {
                    "; run «carport migrate»"
                } else {
                    ""
                }
            ),
        )),
        Err(e) => findings.push(finding("schema", false, e.to_string())),
    }
    if let Db::Postgres { pool, .. } = store.db() {
        const MAY_BYPASS: &str = "SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user";
        let bypass: bool = sqlx::query_scalar(MAY_BYPASS)
            .fetch_one(pool)
            .await
            .unwrap_or(true);
        findings.push(finding(
            "fence",
            !bypass,
            if bypass {
                "the database role can bypass row-level security; use one that cannot"
            } else {
                "row-level security holds"
            },
        ));
    }
    let dead = async {
        let mut tx = store.read().await?;
        let counts = tx.installation().await?.job_counts().await?;
        Ok::<_, carport_store::StoreError>(
            counts
                .iter()
                .find(|(state, _)| *state == JobState::Dead)
                .map_or(0, |(_, n)| *n),
        )
    };
    match dead.await {
        Ok(n) => findings.push(finding(
            "jobs",
            n == 0,
            format!("{n} given up{}", if n > 0 { "; see /operator" } else { "" }),
        )),
        Err(e) => findings.push(finding("jobs", false, e.to_string())),
    }
    for (what, looked) in [
        ("balance", balance(store).await),
        ("consent", ledgers(store).await),
    ] {
        findings.push(looked.unwrap_or_else(|e| finding(what, false, e.to_string())));
    }
    findings
}
