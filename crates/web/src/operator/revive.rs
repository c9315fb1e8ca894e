//! Giving a dead job another round of tries.

use axum::Router;
use axum::routing::post;
use carport_domain::{CompanyId, JobId};
use serde_json::json;

use super::frame::Operator;
use crate::kit::app::AppState;
use crate::kit::prelude::*;

/// Its address.
pub fn routes() -> Router<AppState> {
    Router::new().route("/operator/jobs/revive", post(revive))
}

async fn revive(who: Operator, form: Form) -> WebResult<Response> {
    let company: CompanyId = form.text("company").parse().map_err(|_| WebError::NotFound)?;
    let job: JobId = form.text("job").parse().map_err(|_| WebError::NotFound)?;
    let mut tx = who.app.store.begin().await?;
    let mut installation = tx.installation().await?;
    if !installation.revive_job(company, job).await? {
        return Err(WebError::NotFound);
    }
    installation
        .audit(
            company,
            &who.actor(),
            "job.revived",
            &format!("job:{job}"),
            &json!({}),
        )
        .await?;
    tx.commit().await?;
    Ok(who.saved("/operator/jobs", "job-revived"))
}
