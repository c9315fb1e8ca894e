//! Imports of dealer management files (F194–F196, B8): uploading a delivery, watching it, deciding about doubts, the error
//! file, taking an import back, and the names of columns.

mod columns;
mod decide;
mod list;
mod remarks;
mod show;
mod upload;

use axum::Router;
use carport_domain::access::Permission;
use carport_domain::i18n::Texts;
use carport_domain::{ImportId, Timestamp, urls};
use carport_intake::IMPORT_JOB;
use carport_store::CompanyTx;
use carport_store::imports::{Import, ImportState};
use carport_store::jobs::{Lane, NewJob};
use serde_json::json;

use super::customers::address;
use crate::kit::app::AppState;
use crate::kit::prelude::*;

/// Its addresses.
pub fn routes() -> Router<AppState> {
    Router::new()
        .merge(list::routes())
        .merge(upload::routes())
        .merge(show::routes())
        .merge(remarks::routes())
        .merge(decide::routes())
        .merge(columns::routes())
}

/// An import of this company that this person may see.
async fn reach(office: &Office, shop: &mut CompanyTx<'_>, id: &str) -> WebResult<Import> {
    office.require(Permission::Import)?;
    let id: ImportId = id.parse().map_err(|_| WebError::NotFound)?;
    shop.import(id).await?.ok_or(WebError::NotFound)
}

/// The page of an import.
fn url(office: &Office, id: ImportId) -> String {
    address(office, urls::Office::Import(id))
}

/// Has the worker run an import. While the same work waits or runs it is not added again.
async fn enqueue(shop: &mut CompanyTx<'_>, id: ImportId, why: &str, now: Timestamp) -> WebResult<()> {
    let key = format!("{id}:{why}");
    let job = NewJob {
        kind: IMPORT_JOB,
        lane: Lane::Bulk,
        run_at: now,
        dedupe_key: Some(&key),
    };
    shop.enqueue(job, &json!({ "import": id })).await?;
    Ok(())
}

/// Where an import stands, in words and tone.
fn state(import: &Import, t: &Texts) -> (String, &'static str) {
    let tone = match import.state {
        ImportState::Done => "good",
        ImportState::Held => "attention",
        ImportState::Failed => "danger",
        ImportState::Waiting | ImportState::Reading | ImportState::Merging => "info",
        ImportState::Undone => "",
    };
    (t.choice("office-imports-state", import.state.as_str()), tone)
}
