//! `carport send [--company SLUG]`

use std::process::ExitCode;

use anyhow::bail;
use carport_domain::proposals::Balance;
use carport_outreach::mail::Installation;
use carport_outreach::send::{self, Sent};
use carport_store::messages::Stream;
use serde_json::json;

use crate::config::Config;
use crate::house;

/// Whose messages.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example: carport send --company jansen\n\n\
        Ends when nothing is due any more. Exit code 0: it came to its end. 1: marketing rests, since the mail server refused \
        message after message, or since a backup was restored. Interrupt it with ctrl-C: what is on its way is finished first.")]
pub struct Args {
    /// The company's slug; without it every active company.
    #[arg(long)]
    company: Option<String>,
    /// As JSON, one object a line for each company.
    #[arg(long)]
    json: bool,
}

/// Hands over what is approved and due.
///
/// # Errors
/// There is no mail server, or the store refuses.
pub async fn run(config: Config, args: Args) -> anyhow::Result<ExitCode> {
    let store = super::open_migrated(&config).await?;
    let outreach = house::outreach(&config, &store, Installation::Production)?;
    if outreach.post.is_none() {
        bail!(
            "there is no mail server: set CARPORT_SMTP_URL, for example smtps://user:password@mail.example:465"
        );
    }
    let stopped = super::serve::stopped();
    let mut rests = false;
    for company in super::companies(&store, args.company.as_deref()).await? {
        let done = send::run(&outreach, company.id, || *stopped.borrow()).await?;
        let mut tx = store.read().await?;
        let mut shop = tx.company(company.id).await?;
        let (balance, brake) = (shop.balance(Stream::Marketing).await?, shop.brake().await?);
        drop(tx);
        if !balance.adds_up() {
            bail!("{}: messages without a state: {balance:?}", company.slug);
        }
        if args.json {
            println!(
                "{}",
                json!({ "company": company.slug, "run": done, "balance": balance, "rests": brake.paused_at.is_some(),
                    "reason": brake.reason })
            );
        } else {
            print!("{}", lines(&company.slug, &done, &balance));
        }
        if brake.paused_at.is_some() {
            rests = true;
            eprintln!(
                "{}: marketing rests: {}",
                company.slug,
                brake.reason.as_deref().unwrap_or("no reason given")
            );
        }
    }
    store.close().await;
    Ok(if rests {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    })
}

fn lines(slug: &str, done: &Sent, all: &Balance) -> String {
    let mut text = format!(
        "{slug}: {} sent, {} failed, {} suppressed, {} uncertain, {} put off\n",
        done.sent, done.failed, done.suppressed, done.uncertain, done.later
    );
    if done.abandoned > 0 {
        text.push_str(&format!(
            "  {} of an earlier run that was broken off are uncertain; staff find them under the week\n",
            done.abandoned
        ));
    }
    text.push_str(&format!(
        "  in all: {} planned = {} sent + {} failed + {} suppressed + {} uncertain + {} pending\n",
        all.planned, all.sent, all.failed, all.suppressed, all.uncertain, all.pending
    ));
    text
}
