//! What staff decide about an import: go on in spite of doubts, stop, take up again, take back.

use axum::Router;
use axum::routing::post;
use carport_domain::access::Permission;
use carport_store::imports::{Import, Staging, Undo};
use serde_json::json;

use super::{enqueue, reach, url};
use crate::kit::app::AppState;
use crate::kit::prelude::*;
use crate::office::said;

/// Its addresses.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/office/{company}/imports/{import}/accept", post(accept))
        .route("/office/{company}/imports/{import}/refuse", post(refuse))
        .route("/office/{company}/imports/{import}/continue", post(take_up))
        .route("/office/{company}/imports/{import}/undo", post(undo))
}

async fn accept(office: Office, Path((_, id)): Path<(String, String)>) -> WebResult<Response> {
    let mut tx = office.app.store.begin().await?;
    let now = tx.now();
    let mut shop = tx.company(office.company.company.id).await?;
    let import = reach(&office, &mut shop, &id).await?;
    let back = url(&office, import.id);
    let busy = shop.imports(100).await?.iter().any(Import::is_under_way);
    if busy || !shop.accept_import(import.id).await? {
        return Ok(said(
            &office,
            &back,
            "attention",
            if busy { "import-busy" } else { "import-not-held" },
        ));
    }
    let waved: Vec<&str> = import.doubts.iter().map(|doubt| doubt.reason.as_str()).collect();
    shop.audit(
        &office.actor(),
        "import.accepted",
        &format!("import:{}", import.id),
        &json!({ "doubts": waved }),
    )
    .await?;
    enqueue(&mut shop, import.id, "accepted", now).await?;
    tx.commit().await?;
    Ok(said(&office, &back, "good", "import-accepted"))
}

async fn refuse(office: Office, Path((_, id)): Path<(String, String)>) -> WebResult<Response> {
    let store = &office.app.store;
    let mut tx = store.begin().await?;
    let mut shop = tx.company(office.company.company.id).await?;
    let import = reach(&office, &mut shop, &id).await?;
    let back = url(&office, import.id);
    if !shop.refuse_import(import.id).await? {
        return Ok(said(&office, &back, "attention", "import-not-held"));
    }
    shop.audit(
        &office.actor(),
        "import.refused",
        &format!("import:{}", import.id),
        &json!({}),
    )
    .await?;
    tx.commit().await?;
    Staging::of(store, import.id).clear().await?;
    carport_intake::tidy(store, &import);
    Ok(said(&office, &back, "good", "import-refused"))
}

/// Has the worker take up an import of which nothing was heard; while its work waits or runs this adds none.
async fn take_up(office: Office, Path((_, id)): Path<(String, String)>) -> WebResult<Response> {
    let mut tx = office.app.store.begin().await?;
    let now = tx.now();
    let mut shop = tx.company(office.company.company.id).await?;
    let import = reach(&office, &mut shop, &id).await?;
    let back = url(&office, import.id);
    if import.is_under_way() && now.seconds_since(import.seen_at) > super::show::QUIET_SECONDS {
        enqueue(&mut shop, import.id, "run", now).await?;
        tx.commit().await?;
        return Ok(said(&office, &back, "good", "import-accepted"));
    }
    Ok(see_other(&back))
}

async fn undo(office: Office, Path((_, id)): Path<(String, String)>) -> WebResult<Response> {
    office.require(Permission::Import)?;
    let (store, company) = (&office.app.store, office.company.company.id);
    let mut tx = store.read().await?;
    let import = reach(&office, &mut tx.company(company).await?, &id).await?;
    drop(tx);
    let back = url(&office, import.id);
    match store.undo_import(company, import.id, &office.actor()).await? {
        Undo::Undone(kept) => {
            let mut tx = store.begin().await?;
            let detail =
                json!({ "restored": kept.restored, "removed": kept.removed, "kept": kept.fields.len() });
            let subject = format!("import:{}", import.id);
            tx.company(company)
                .await?
                .audit(&office.actor(), "import.undone", &subject, &detail)
                .await?;
            tx.commit().await?;
            Ok(said(&office, &back, "good", "import-undone"))
        }
        Undo::NotLast(later) => Ok(said(
            &office,
            &url(&office, later),
            "attention",
            "import-not-last",
        )),
        Undo::NothingToUndo => Ok(said(&office, &back, "attention", "import-nothing-to-undo")),
    }
}
