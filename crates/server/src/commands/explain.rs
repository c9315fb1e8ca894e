//! `carport explain --company SLUG --customer NUMBER --moment KEY [--on DATE] [--json]`: what the office shows (CON-13).

use std::process::ExitCode;

use anyhow::{Context, bail};
use carport_domain::consent::{Decision, Explanation};
use carport_domain::i18n::Named;
use carport_domain::{Language, Texts, format};
use carport_outreach::explain::{Case, WhyOrWhyNot, explain};
use carport_store::StoreError;
use carport_store::customers::Vehicle;
use chrono::NaiveDate;
use chrono_tz::Tz;
use serde_json::Value;

use crate::config::Config;

/// Whom, and what about.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example: carport explain --company jansen --customer 10023 --moment inspection-due --json"
)]
pub struct Args {
    /// The company's slug.
    #[arg(long)]
    company: String,
    /// The customer number, or the id.
    #[arg(long)]
    customer: String,
    /// The contact moment's key, such as inspection-due.
    #[arg(long)]
    moment: String,
    /// On this day instead of today.
    #[arg(long, value_name = "DATE", value_parser = super::day)]
    on: Option<NaiveDate>,
    /// The language of the sentences: nl, de, ru, en.
    #[arg(long, default_value = "en")]
    language: Language,
    /// As JSON.
    #[arg(long)]
    json: bool,
}

/// Explains.
///
/// # Errors
/// The company, the customer or the moment is not there.
pub async fn run(config: Config, args: Args) -> anyhow::Result<ExitCode> {
    let store = super::open_migrated(&config).await?;
    let company = super::company(&store, &args.company).await?;
    let customer = super::customer(&store, company.id, &args.customer).await?;
    let why = match explain(&store, company.id, customer, &args.moment, args.on).await {
        Err(StoreError::Missing("contact moment")) => {
            let moments = store.read().await?.company(company.id).await?.moments().await?;
            let keys: Vec<&str> = moments.iter().map(|m| m.definition.key.as_str()).collect();
            bail!(
                "there is no moment «{}»; there are: {}",
                args.moment,
                keys.join(", ")
            )
        }
        other => other?,
    };
    let vehicles = store
        .read()
        .await?
        .company(company.id)
        .await?
        .vehicles_of(customer)
        .await?;
    store.close().await;
    let t = Texts::new(args.language);
    if args.json {
        let json = as_json(&why, &t).context("writing the answer")?;
        println!("{}", serde_json::to_string_pretty(&json)?);
    } else {
        print!("{}", in_words(&why, &vehicles, company.time_zone, &t));
    }
    Ok(ExitCode::SUCCESS)
}

/// The answer as it is, with the sentences staff read in the office beside the codes.
fn as_json(why: &WhyOrWhyNot, t: &Texts) -> serde_json::Result<Value> {
    let mut json = serde_json::to_value(why)?;
    for (at, case) in why.cases.iter().enumerate() {
        json["cases"][at]["sentence"] = case.outcome_text(t).into();
        for (n, channel) in case.channels.iter().enumerate() {
            json["cases"][at]["channels"][n]["sentence"] = channel.sentence(t).into();
        }
    }
    Ok(json)
}

fn in_words(why: &WhyOrWhyNot, vehicles: &[Vehicle], zone: Tz, t: &Texts) -> String {
    let mut text = format!("{} · {} · {}\n", why.customer, why.moment, why.on);
    if !why.enabled {
        text.push_str("The moment is switched off: nothing is proposed.\n");
    }
    if why.cases.is_empty() {
        text.push_str("The customer has no car this could be about.\n");
    }
    for case in &why.cases {
        text.push_str(&format!("\n{}{}\n", car(case, vehicles), case.outcome_text(t)));
        text.push_str(&due(case, t));
        for channel in &case.channels {
            text.push_str(&line(channel, zone, t));
        }
        if let Some(first) = case.channels.first() {
            text.push_str(&format!("  rules: {}\n", first.pack.as_str()));
        }
    }
    for earlier in &why.proposals {
        text.push_str(&format!(
            "\n{}: {} ({}), {}",
            earlier.week, earlier.outcome, earlier.status, earlier.reason
        ));
    }
    if !why.proposals.is_empty() {
        text.push('\n');
    }
    text
}

fn car(case: &Case, vehicles: &[Vehicle]) -> String {
    let car = vehicles.iter().find(|car| Some(car.id) == case.vehicle);
    let name = car.map(|car| {
        let parts = [&car.make, &car.model, &car.plate];
        let known: Vec<&str> = parts.iter().filter_map(|part| part.as_deref()).collect();
        format!("{}: ", known.join(" "))
    });
    name.unwrap_or_default()
}

fn due(case: &Case, t: &Texts) -> String {
    let now = t.get(if case.due {
        "office-explain-due"
    } else {
        "office-explain-not-due"
    });
    let day = |on| format::date_long(on, t.language());
    match (case.date, case.proposed_between) {
        (Some(date), Some((from, to))) => {
            let args = [
                ("date", day(date).into()),
                ("from", day(from).into()),
                ("to", day(to).into()),
            ];
            format!("  {now} {}\n", t.with("office-explain-window", &args))
        }
        _ => format!("  {now} {}\n", t.get("office-explain-no-date")),
    }
}

fn line(channel: &Explanation, zone: Tz, t: &Texts) -> String {
    let verdict = t.get(match channel.decision {
        Decision::Allow { .. } => "office-explain-allowed",
        Decision::Deny { .. } => "office-explain-denied",
        Decision::Hold { .. } => "office-explain-held",
    });
    let mut text = format!(
        "  {}: {verdict}. {} [{}]\n",
        channel.channel.name(t),
        channel.sentence(t),
        channel.rule
    );
    for item in &channel.evidence {
        let entry = item.event.map(|id| format!(" ({id})")).unwrap_or_default();
        text.push_str(&format!("    {}{entry}\n", item.text(t, zone)));
    }
    text
}
