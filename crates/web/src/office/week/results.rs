//! What came of the contact moments in the last year (F193).

use askama::Template;
use axum::Router;
use axum::routing::get;
use carport_domain::access::Permission;
use carport_outreach::results::results;

use super::MODULE;
use crate::kit::app::AppState;
use crate::kit::prelude::*;

/// Its address.
pub fn routes() -> Router<AppState> {
    Router::new().route("/office/{company}/results", get(show))
}

/// A moment's line.
struct Line {
    name: String,
    proposed: u64,
    approved: u64,
    planned: u64,
    sent: u64,
    suppressed: u64,
    failed: u64,
    uncertain: u64,
    pending: u64,
    why: Vec<(String, u64)>,
}

#[derive(Template)]
#[template(path = "office/week/results.html")]
struct Results {
    page: Page,
    t: Texts,
    lines: Vec<Line>,
}

async fn show(office: Office) -> WebResult<Response> {
    office.require(Permission::ViewWeek)?;
    office.require_module(MODULE)?;
    let company = office.company.company.id;
    let all = results(&office.app.store, company, office.now().plus_hours(-24 * 365)).await?;
    let mut tx = office.app.store.read().await?;
    let moments = tx.company(company).await?.moments().await?;
    drop(tx);
    let (t, language) = (&office.t, office.language);
    let lines = all
        .iter()
        .filter_map(|(key, r)| {
            let definition = &moments.iter().find(|m| m.definition.key == *key)?.definition;
            let why = r.kept_back.iter().chain(&r.failed);
            Some(Line {
                name: definition.name(language).to_owned(),
                proposed: r.proposed,
                approved: r.approved,
                planned: r.messages.planned,
                sent: r.messages.sent,
                suppressed: r.messages.suppressed,
                failed: r.messages.failed,
                uncertain: r.messages.uncertain,
                pending: r.messages.pending,
                why: why.map(|(code, n)| (why_not(code, t), *n)).collect(),
            })
        })
        .collect();
    html(&Results {
        page: office.page(&t.get("office-results-title"), "results"),
        t: t.clone(),
        lines,
    })
}

fn why_not(code: &str, t: &Texts) -> String {
    let key = format!("message-reason-{}", code.replace('_', "-"));
    if Texts::has(&key) {
        t.get(&key)
    } else {
        super::reason(code, t)
    }
}
