//! The print files there are, and making the next.

use askama::Template;
use axum::Router;
use axum::routing::get;
use carport_domain::access::Permission;
use carport_domain::format;
use carport_outreach::letters::begin_batch;

use super::MODULE;
use crate::kit::app::AppState;
use crate::kit::prelude::*;
use crate::office::said;

/// Its address.
pub fn routes() -> Router<AppState> {
    Router::new().route("/office/{company}/letters", get(show).post(make))
}

struct Row {
    url: String,
    made: String,
    letters: i64,
    ready: bool,
    printed: String,
}

#[derive(Template)]
#[template(path = "office/letters/list.html")]
struct List {
    page: Page,
    t: Texts,
    url: String,
    waiting: i64,
    waiting_text: String,
    being_made: bool,
    rows: Vec<Row>,
}

/// So many batches are listed.
const LISTED: i64 = 50;

async fn show(office: Office) -> WebResult<Response> {
    office.require(Permission::Send)?;
    office.require_module(MODULE)?;
    let mut tx = office.app.store.read().await?;
    let mut shop = tx.company(office.company.company.id).await?;
    let batches = shop.letter_batches(LISTED).await?;
    let waiting = shop.letters_waiting().await?;
    drop(tx);
    let being_made = batches.iter().any(|b| b.object_key.is_none() && b.letters > 0);
    let when = |at| format::date_and_time(at, office.company.company.time_zone, office.language);
    let rows = batches
        .into_iter()
        .map(|b| Row {
            url: format!("{}/{}", office.url("/letters"), b.id),
            made: when(b.created_at),
            letters: b.letters,
            ready: b.object_key.is_some(),
            printed: b.printed_at.map(when).unwrap_or_default(),
        })
        .collect();
    html(&List {
        page: office.page(&office.t.get("office-letters-title"), "letters"),
        t: office.t.clone(),
        url: office.url("/letters"),
        waiting,
        waiting_text: office
            .t
            .with("office-letters-waiting", &[("count", waiting.into())]),
        being_made,
        rows,
    })
}

async fn make(office: Office) -> WebResult<Response> {
    office.require(Permission::Send)?;
    office.require_module(MODULE)?;
    let made = begin_batch(&office.app.outreach, office.company.company.id, &office.actor()).await?;
    let (tone, word) = if made.is_some() {
        ("good", "letters-making")
    } else {
        ("attention", "letters-none")
    };
    Ok(said(&office, &office.url("/letters"), tone, word))
}
