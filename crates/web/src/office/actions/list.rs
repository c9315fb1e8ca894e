//! Every campaign: those that wait for a decision, and what became of the others.

use askama::Template;
use axum::Router;
use axum::routing::get;
use carport_domain::access::Permission;
use carport_domain::format;
use carport_store::action_contacts::ActionStatus;

use super::allowed;
use crate::kit::app::AppState;
use crate::kit::prelude::*;
use crate::office::customers::staff_names;

/// Its address.
pub fn routes() -> Router<AppState> {
    Router::new().route("/office/{company}/actions", get(show))
}

struct Row {
    url: String,
    name: String,
    on: String,
    status: String,
    tone: &'static str,
    decided: String,
}

#[derive(Template)]
#[template(path = "office/actions/list.html")]
struct List {
    page: Page,
    t: Texts,
    rows: Vec<Row>,
    new_url: String,
    may_make: bool,
}

async fn show(office: Office) -> WebResult<Response> {
    allowed(&office, Permission::Approve)?;
    let mut tx = office.app.store.read().await?;
    let mut shop = tx.company(office.company.company.id).await?;
    let actions = shop.action_contacts().await?;
    let moments = shop.moments().await?;
    let names = staff_names(&mut shop).await?;
    drop(tx);
    let (t, language) = (&office.t, office.language);
    let zone = office.company.company.time_zone;
    let rows = actions.into_iter().map(|action| Row {
        url: office.url(&format!("/actions/{}", action.id)),
        name: moments
            .iter()
            .find(|m| m.definition.key == action.moment)
            .map_or_else(
                || action.moment.clone(),
                |m| m.definition.name(language).to_owned(),
            ),
        on: format::date_short(action.proposed_on, language),
        status: t.choice("action-status", action.status.as_str()),
        tone: match action.status {
            ActionStatus::Proposed => "attention",
            ActionStatus::Activated => "good",
            ActionStatus::Declined => "",
        },
        decided: match (&action.decided_by, action.decided_at) {
            (Some(by), Some(at)) => format!(
                "{} · {}",
                names.name(by, t),
                format::date_and_time(at, zone, language)
            ),
            _ => String::new(),
        },
    });
    html(&List {
        rows: rows.collect(),
        page: office.page(&t.get("office-actions-title"), "actions"),
        new_url: office.url("/actions/new"),
        may_make: office.access.may(Permission::EditMoments),
        t: t.clone(),
    })
}
