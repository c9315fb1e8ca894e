//! The proof of everything recorded in a period.

use askama::Template;
use axum::Router;
use axum::http::StatusCode;
use axum::routing::get;
use carport_documents::ConsentProof;
use carport_domain::{FieldError, clock};
use carport_outreach::proof::of_period;
use chrono::{Datelike, NaiveDate};
use serde_json::json;

use super::{Paper, asked, download, prepare};
use crate::kit::app::AppState;
use crate::kit::prelude::*;

/// Its address.
pub fn routes() -> Router<AppState> {
    Router::new().route("/office/{company}/proof", get(show).post(take))
}

#[derive(Template)]
#[template(path = "office/proof/period.html")]
struct Period {
    page: Page,
    t: Texts,
    errors: Vec<(String, String)>,
    sent: Form,
    url: String,
    check_url: String,
    head: String,
}

/// A period is the whole company's.
fn require(office: &Office) -> WebResult<()> {
    super::require(office)?;
    if office.access.is_whole() {
        Ok(())
    } else {
        Err(WebError::NotFound)
    }
}

async fn page(office: &Office, sent: Form, status: StatusCode) -> WebResult<Response> {
    let mut tx = office.app.store.read().await?;
    let head = tx
        .company(office.company.company.id)
        .await?
        .consent_head()
        .await?;
    drop(tx);
    let template = Period {
        page: office.page(&office.t.get("office-nav-proof"), "proof"),
        t: office.t.clone(),
        errors: sent.summary(&office.t),
        sent,
        url: office.url("/proof"),
        check_url: office.url("/proof/check"),
        head: head.to_string(),
    };
    html_with_status(status, &template)
}

async fn show(office: Office) -> WebResult<Response> {
    require(&office)?;
    let today = office.company.company.today(office.now());
    let first = today.with_day(1).unwrap_or(today);
    page(
        &office,
        Form::prefilled([("from", first.to_string()), ("to", today.to_string())]),
        StatusCode::OK,
    )
    .await
}

fn day(text: &str) -> Result<NaiveDate, FieldError> {
    clock::day(text).ok_or_else(|| FieldError::new("office-error-date"))
}

async fn take(office: Office, mut form: Form) -> WebResult<Response> {
    require(&office)?;
    let (from, to) = (form.parse("from", day), form.parse("to", day));
    if let (Some(from), Some(to)) = (from, to)
        && to < from
    {
        form.errors.push("to", FieldError::new("office-error-period"));
    }
    let asked = asked(&office, &mut form);
    let (Some(from), Some(to), Some((paper, asked)), true) = (from, to, asked, form.errors.is_empty()) else {
        return page(&office, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let detail = json!({ "from": from, "to": to, "format": paper, "asked_by": asked.asked_by, "reference": asked.reference });
    let mut tx = office.app.store.read().await?;
    let mut shop = tx.company(office.company.company.id).await?;
    let proof = of_period(&mut shop, from, to).await?;
    if paper == Paper::Pdf && proof.entries.len() > ConsentProof::MAX_EVENTS {
        drop(tx);
        let most = i64::try_from(ConsentProof::MAX_EVENTS).unwrap_or(i64::MAX);
        form.errors
            .push("to", FieldError::new("office-error-proof-long").with("max", most));
        return page(&office, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    let ready = prepare(&office, &mut shop, &proof, paper, asked).await?;
    drop(tx);
    let mut tx = office.app.store.begin().await?;
    let mut shop = tx.company(office.company.company.id).await?;
    shop.audit(&office.actor(), "consent.proof_taken", "period", &detail)
        .await?;
    tx.commit().await?;
    download(ready, &format!("consent-proof-{from}-{to}"), paper).await
}
