//! Selecting a week again: who has come in since is added, nobody is proposed twice.

use axum::Router;
use axum::routing::post;
use carport_domain::access::Permission;
use carport_outreach::select::select_week;

use super::{MODULE, named, week_url};
use crate::kit::app::AppState;
use crate::kit::prelude::*;
use crate::office::said;

/// Its address.
pub fn routes() -> Router<AppState> {
    Router::new().route("/office/{company}/week/{week}/selection", post(select))
}

async fn select(office: Office, Path((_, week)): Path<(String, String)>) -> WebResult<Response> {
    office.require(Permission::Approve)?;
    office.require_module(MODULE)?;
    let week = named(&week)?;
    let company = office.company.company.id;
    select_week(&office.app.store, company, Some(week), false).await?;
    let mut tx = office.app.store.begin().await?;
    let mut shop = tx.company(company).await?;
    shop.audit(
        &office.actor(),
        "week.selected",
        &format!("week:{week}"),
        &serde_json::json!({}),
    )
    .await?;
    tx.commit().await?;
    Ok(said(
        &office,
        &week_url(&office, week, ""),
        "good",
        "week-selected",
    ))
}
