//! Ticking off a correction, and taking that back.

use axum::Router;
use axum::routing::post;
use serde_json::json;
use uuid::Uuid;

use crate::kit::app::AppState;
use crate::kit::prelude::*;
use crate::office::{said, said_with_undo};

/// Its addresses.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route(
            "/office/{company}/changes/corrections/{correction}/settle",
            post(settle),
        )
        .route(
            "/office/{company}/changes/corrections/{correction}/reopen",
            post(reopen),
        )
}

async fn settle(office: Office, Path((_, word)): Path<(String, String)>) -> WebResult<Response> {
    let undo = office.url(&format!("/changes/corrections/{word}/reopen"));
    let done = mark(&office, &word, true).await?;
    let back = office.url("/changes");
    Ok(if done {
        said_with_undo(&office, &back, "correction-settled", &undo)
    } else {
        said(&office, &back, "attention", "correction-settled")
    })
}

async fn reopen(office: Office, Path((_, word)): Path<(String, String)>) -> WebResult<Response> {
    mark(&office, &word, false).await?;
    Ok(said(
        &office,
        &office.url("/changes"),
        "good",
        "correction-reopened",
    ))
}

/// Settles or reopens; false when it stood so already.
async fn mark(office: &Office, word: &str, settled: bool) -> WebResult<bool> {
    super::require(office)?;
    let id: Uuid = word.parse().map_err(|_| WebError::NotFound)?;
    let actor = office.actor();
    let mut tx = office.app.store.begin().await?;
    let mut shop = tx.company(office.company.company.id).await?;
    let done = if settled {
        shop.settle_correction(id, &actor).await?
    } else {
        shop.reopen_correction(id).await?
    };
    if done {
        let subject = format!("correction:{id}");
        if settled {
            shop.audit(&actor, "correction.settled", &subject, &json!({}))
                .await?;
        } else {
            shop.audit(&actor, "correction.reopened", &subject, &json!({}))
                .await?;
        }
    }
    tx.commit().await?;
    Ok(done)
}
