//! Whom to call.

use askama::Template;
use axum::Router;
use axum::routing::get;
use carport_domain::access::Permission;
use carport_domain::format;
use carport_store::calls::{CallRow, CallState};

use super::MODULE;
use crate::kit::app::AppState;
use crate::kit::prelude::*;
use crate::office::customers::staff_names;
use crate::office::week::why_not;

/// Its address.
pub fn routes() -> Router<AppState> {
    Router::new().route("/office/{company}/call-list", get(show))
}

/// Entries on a page.
const ROWS: i64 = 200;

struct Row {
    url: String,
    customer: String,
    moment: String,
    due: String,
    state: String,
    tone: &'static str,
    why: String,
    /// Who has it; when to call again.
    who: String,
    back: String,
}

#[derive(Template)]
#[template(path = "office/calls/list.html")]
struct List {
    page: Page,
    t: Texts,
    rows: Vec<Row>,
}

async fn show(office: Office) -> WebResult<Response> {
    office.require(Permission::Call)?;
    office.require_module(MODULE)?;
    let mut tx = office.app.store.read().await?;
    let mut shop = tx.company(office.company.company.id).await?;
    let calls = shop.calls(None, None, 0, ROWS).await?;
    let moments = shop.moments().await?;
    let names = staff_names(&mut shop).await?;
    drop(tx);
    let zone = office.company.company.time_zone;
    let (t, language) = (&office.t, office.language);
    let row = |call: &CallRow| Row {
        url: format!("{}/{}", office.url("/call-list"), call.id),
        customer: who(call),
        moment: moments
            .iter()
            .find(|m| m.definition.key == call.moment)
            .map_or_else(|| call.moment.clone(), |m| m.definition.name(language).to_owned()),
        due: call
            .due_on
            .map(|on| format::date_short(on, language))
            .unwrap_or_default(),
        state: t.choice("call-state", call.state.as_str()),
        tone: match call.state {
            CallState::Locked => "attention",
            CallState::Done => "",
            _ => "info",
        },
        who: call
            .assigned_to
            .map(|holder| names.of(holder, t))
            .unwrap_or_default(),
        back: call
            .call_back_at
            .map(|at| format::date_and_time(at, zone, language))
            .unwrap_or_default(),
        why: why_not(call.lock_reason.as_deref().unwrap_or(&call.reason), t),
    };
    let rows = calls.iter().map(row).collect();
    html(&List {
        page: office.page(&t.get("office-calls-title"), "calls"),
        t: t.clone(),
        rows,
    })
}

/// The customer as staff know them.
pub fn who(call: &CallRow) -> String {
    let person = [
        call.first_name.as_deref(),
        call.infix.as_deref(),
        Some(call.last_name.as_str()),
    ];
    let person = person
        .into_iter()
        .flatten()
        .filter(|p| !p.is_empty())
        .collect::<Vec<_>>()
        .join(" ");
    match &call.business_name {
        Some(firm) if person.is_empty() => firm.clone(),
        Some(firm) => format!("{firm} · {person}"),
        None => person,
    }
}
