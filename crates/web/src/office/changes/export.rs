//! The file for the dealer's own system: the changed customers and cars as the import template writes them, in one zip.

use std::io::Write;

use axum::Router;
use axum::routing::post;
use carport_domain::Timestamp;
use carport_domain::access::Permission;
use carport_outreach::accounts::{ChangeExport, export_changes, export_changes_again};
use serde_json::json;
use zip::write::SimpleFileOptions;

use crate::kit::app::AppState;
use crate::kit::download;
use crate::kit::prelude::*;
use crate::office::said;

/// Changes in one file at most; the rest comes with the next.
pub const MOST: i64 = 5_000;

/// Its address.
pub fn routes() -> Router<AppState> {
    Router::new().route("/office/{company}/changes/export", post(export))
}

/// Hands the changes over and notes that it did. With `at` it hands an earlier file over again.
async fn export(office: Office, form: Form) -> WebResult<Response> {
    super::require(&office)?;
    office.require(Permission::Export)?;
    let mut tx = office.app.store.begin().await?;
    let mut shop = tx.company(office.company.company.id).await?;
    let made = match form.text("at") {
        "" => export_changes(&mut shop, MOST).await?,
        at => {
            let at: i64 = at.parse().map_err(|_| WebError::NotFound)?;
            export_changes_again(&mut shop, Timestamp(at)).await?
        }
    };
    if made.changes.is_empty() {
        return Ok(said(
            &office,
            &office.url("/changes"),
            "attention",
            "changes-none",
        ));
    }
    let archive = zipped(&made).map_err(|e| WebError::Internal(e.to_string()))?;
    shop.mark_changes_exported(&made.changes).await?;
    shop.audit(
        &office.actor(),
        "changes.exported",
        &format!("company:{}", office.company.company.id),
        &json!({ "changes": made.changes.len() }),
    )
    .await?;
    tx.commit().await?;
    let day = office.company.company.today(office.now());
    let name = format!("{}-changes-{day}.zip", office.company.company.slug);
    Ok(download::file(archive, "application/zip", &name, true))
}

fn zipped(made: &ChangeExport) -> zip::result::ZipResult<Vec<u8>> {
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, content) in [
        ("customers.csv", &made.customers),
        ("vehicles.csv", &made.vehicles),
    ] {
        if let Some(content) = content {
            archive.start_file(name, SimpleFileOptions::default())?;
            archive.write_all(content)?;
        }
    }
    Ok(archive.finish()?.into_inner())
}
