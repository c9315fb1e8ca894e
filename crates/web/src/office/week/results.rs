//! What came of the contact moments in the last year (F193).

use std::collections::BTreeMap;

use askama::Template;
use axum::Router;
use axum::routing::get;
use carport_domain::Timestamp;
use carport_domain::access::Permission;
use carport_outreach::results::{MomentResult, results};

use super::MODULE;
use super::people::Number;
use crate::kit::app::AppState;
use crate::kit::prelude::*;

/// Its address.
pub fn routes() -> Router<AppState> {
    Router::new().route("/office/{company}/results", get(show))
}

/// A number with the people behind it.
struct Cell {
    label: String,
    value: u64,
    url: String,
}

/// A moment's line.
struct Line {
    name: String,
    url: String,
    cells: Vec<Cell>,
    why: Vec<Cell>,
}

#[derive(Template)]
#[template(path = "office/week/results.html")]
struct Results {
    page: Page,
    t: Texts,
    heads: Vec<String>,
    lines: Vec<Line>,
}

/// The results are of the last year.
pub fn since(office: &Office) -> Timestamp {
    office.now().plus_hours(-24 * 365)
}

fn value(number: Number, result: &MomentResult) -> u64 {
    let messages = &result.messages;
    match number {
        Number::Proposed => result.proposed,
        Number::Approved => result.approved,
        Number::Planned => messages.planned,
        Number::Sent => messages.sent,
        Number::Suppressed => messages.suppressed,
        Number::Failed => messages.failed,
        Number::Uncertain => messages.uncertain,
        Number::Pending => messages.pending,
    }
}

fn line(office: &Office, key: &str, name: String, result: &MomentResult) -> Line {
    let t = &office.t;
    let own = office.url(&format!("/results/{key}"));
    let reasons = |number: Number, why: &BTreeMap<String, u64>| {
        let cell = |(code, n): (&String, &u64)| {
            let asked = form_urlencoded::Serializer::new(String::new())
                .append_pair("number", number.as_str())
                .append_pair("reason", code)
                .finish();
            Cell {
                label: why_not(code, t),
                value: *n,
                url: format!("{own}?{asked}"),
            }
        };
        why.iter().map(cell).collect::<Vec<_>>()
    };
    let mut why = reasons(Number::Suppressed, &result.kept_back);
    why.extend(reasons(Number::Failed, &result.failed));
    Line {
        name,
        url: office.url(&format!("/moments/{key}")),
        cells: Number::ALL
            .iter()
            .map(|number| Cell {
                label: number.label(t),
                value: value(*number, result),
                url: format!("{own}?number={number}"),
            })
            .collect(),
        why,
    }
}

async fn show(office: Office) -> WebResult<Response> {
    office.require(Permission::ViewWeek)?;
    office.require_module(MODULE)?;
    let company = office.company.company.id;
    let all = results(&office.app.store, company, since(&office), office.regions()).await?;
    let mut tx = office.app.store.read().await?;
    let moments = tx.company(company).await?.moments().await?;
    drop(tx);
    let (t, language) = (&office.t, office.language);
    let lines = all
        .iter()
        .filter_map(|(key, result)| {
            let definition = &moments.iter().find(|m| m.definition.key == *key)?.definition;
            Some(line(&office, key, definition.name(language).to_owned(), result))
        })
        .collect();
    html(&Results {
        page: office.page(&t.get("office-results-title"), "results"),
        heads: Number::ALL.iter().map(|number| number.label(t)).collect(),
        t: t.clone(),
        lines,
    })
}

/// Why a message did not go out, in words.
pub fn why_not(code: &str, t: &Texts) -> String {
    let key = format!("message-reason-{}", code.replace('_', "-"));
    if Texts::has(&key) {
        t.get(&key)
    } else {
        super::reason(code, t)
    }
}
