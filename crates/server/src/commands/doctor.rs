//! `carport doctor`: looks whether everything this installation needs is there, and says what to do about what is not.

use std::process::ExitCode;

use carport_store::jobs::JobState;
use carport_store::{Db, Store};
use serde_json::json;

use crate::config::Config;

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
        mail(&config),
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

fn mail(config: &Config) -> Finding {
    match (&config.mail.smtp_url, &config.mail.dkim_domain) {
        (None, _) => finding(
            "mail",
            false,
            "no mail server: set CARPORT_SMTP_URL, else messages wait",
        ),
        (Some(_), None) => finding(
            "mail",
            false,
            "mail is not signed: set CARPORT_DKIM_DOMAIN and CARPORT_DKIM_KEY_FILE",
        ),
        (Some(_), Some(domain)) => finding("mail", true, format!("signed for {domain}")),
    }
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
    findings
}
