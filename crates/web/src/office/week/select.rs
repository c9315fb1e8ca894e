//! Selecting a week again (who has come in since is added, nobody is proposed twice), and sending again after a pause.

use axum::Router;
use axum::routing::post;
use carport_domain::access::Permission;
use carport_outreach::send::{DEDUPE, JOB, pause};
use carport_outreach::week::select_again;
use carport_store::jobs::{Lane, NewJob};

use super::{MODULE, named, week_url};
use crate::kit::app::AppState;
use crate::kit::prelude::*;
use crate::office::said;

/// Its address.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/office/{company}/week/{week}/selection", post(select))
        .route("/office/{company}/week/resume", post(resume))
}

/// Lets sending go on after it came to rest by itself.
async fn resume(office: Office) -> WebResult<Response> {
    office.require(Permission::Send)?;
    office.require_module(MODULE)?;
    let company = office.company.company.id;
    pause(&office.app.store, company, None, &office.actor()).await?;
    let mut tx = office.app.store.begin().await?;
    let mut shop = tx.company(company).await?;
    let job = NewJob {
        kind: JOB,
        lane: Lane::Marketing,
        run_at: shop.now(),
        dedupe_key: Some(DEDUPE),
    };
    shop.enqueue(job, &serde_json::json!({})).await?;
    tx.commit().await?;
    Ok(said(&office, &office.url("/week"), "good", "week-resumed"))
}

async fn select(office: Office, Path((_, week)): Path<(String, String)>) -> WebResult<Response> {
    office.require(Permission::Approve)?;
    office.require_module(MODULE)?;
    let week = named(&week)?;
    let company = office.company.company.id;
    select_again(&office.app.store, company, week, &office.actor()).await?;
    Ok(said(
        &office,
        &week_url(&office, week, ""),
        "good",
        "week-selected",
    ))
}
