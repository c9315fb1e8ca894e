//! Days beside the public holidays on which nobody works; the promise of two working days counts without them (F30).

use askama::Template;
use axum::Router;
use axum::http::StatusCode;
use axum::routing::{get, post};
use carport_domain::{FieldError, clock, format};
use chrono::NaiveDate;
use serde_json::json;

use super::{frame, saved};
use crate::kit::app::AppState;
use crate::kit::page::NavItem;
use crate::kit::prelude::*;

/// Its addresses.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/office/{company}/company/closing-days", get(show).post(add))
        .route("/office/{company}/company/closing-days/remove", post(remove))
}

#[derive(Template)]
#[template(path = "office/company/closing_days.html")]
struct ClosingDays {
    page: Page,
    t: Texts,
    tabs: Vec<NavItem>,
    sent: Form,
    errors: Vec<(String, String)>,
    /// The date as stored, in words, and why.
    days: Vec<(String, String, String)>,
    remove_url: String,
}

async fn page(office: &Office, sent: Form, status: StatusCode) -> WebResult<Response> {
    let (page, tabs) = frame(office, "closing-days")?;
    let mut tx = office.app.store.read().await?;
    let days = tx.company(office.company.company.id).await?.closures().await?;
    let t = office.t.clone();
    let template = ClosingDays {
        days: days
            .into_iter()
            .map(|(day, why)| (day.to_string(), format::date_with_weekday(day, t.language()), why))
            .collect(),
        remove_url: office.url("/company/closing-days/remove"),
        errors: sent.summary(&t),
        page,
        tabs,
        sent,
        t,
    };
    html_with_status(status, &template)
}

async fn show(office: Office) -> WebResult<Response> {
    page(&office, Form::default(), StatusCode::OK).await
}

fn day(text: &str) -> Result<NaiveDate, FieldError> {
    clock::day(text).ok_or_else(|| FieldError::new("error-day"))
}

async fn set(office: &Office, day: NaiveDate, reason: Option<&str>) -> WebResult<()> {
    let mut tx = office.app.store.begin().await?;
    let id = office.company.company.id;
    let mut own = tx.company(id).await?;
    own.set_closure(day, reason).await?;
    let action = if reason.is_some() {
        "closing-day.added"
    } else {
        "closing-day.removed"
    };
    own.audit(
        &office.actor(),
        action,
        &format!("company:{id}"),
        &json!({ "day": day, "reason": reason }),
    )
    .await?;
    Ok(tx.commit().await?)
}

async fn add(office: Office, mut form: Form) -> WebResult<Response> {
    frame(&office, "closing-days")?;
    let on = form.parse("day", day);
    let reason = form.required("reason");
    let (Some(on), Some(reason)) = (on, reason) else {
        return page(&office, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    set(&office, on, Some(&reason)).await?;
    Ok(saved(&office, "/company/closing-days", "company-saved"))
}

async fn remove(office: Office, mut form: Form) -> WebResult<Response> {
    frame(&office, "closing-days")?;
    let Some(on) = form.parse("day", day) else {
        return Err(WebError::BadRequest("day"));
    };
    set(&office, on, None).await?;
    Ok(saved(&office, "/company/closing-days", "company-saved"))
}
