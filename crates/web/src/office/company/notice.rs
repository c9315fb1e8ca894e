//! The collection notice: what the company tells people when it writes down their address, and since when. Together with an
//! invoice it is the ground on which a customer may be written to without having said yes (DESIGN decision 7).

use askama::Template;
use axum::Router;
use axum::http::StatusCode;
use axum::routing::get;
use carport_domain::{FieldError, Language, LegalEntityId, clock, format};
use chrono::NaiveDate;
use serde_json::json;

use super::{frame, saved};
use crate::kit::app::AppState;
use crate::kit::page::NavItem;
use crate::kit::prelude::*;

/// The longest notice, characters.
const LONGEST: usize = 2_000;

/// Its address.
pub fn routes() -> Router<AppState> {
    Router::new().route("/office/{company}/company/notice", get(show).post(add))
}

/// A notice that is or was given.
struct Row {
    entity: String,
    text: String,
    period: String,
    opt_out: bool,
    current: bool,
}

#[derive(Template)]
#[template(path = "office/company/notice.html")]
struct Notice {
    page: Page,
    t: Texts,
    tabs: Vec<NavItem>,
    sent: Form,
    errors: Vec<(String, String)>,
    entities: Vec<(String, String)>,
    languages: Vec<(String, String)>,
    notices: Vec<Row>,
}

async fn page(office: &Office, sent: Form, status: StatusCode) -> WebResult<Response> {
    let (page, tabs) = frame(office, "notice")?;
    let t = office.t.clone();
    let company = &office.company.company;
    let today = company.today(office.now());
    let mut tx = office.app.store.read().await?;
    let mut own = tx.company(company.id).await?;
    let entities = own.legal_entities().await?;
    let notices = own.notices().await?;
    let day = |d: NaiveDate| format::date_long(d, t.language());
    let rows = notices.into_iter().rev().map(|n| Row {
        entity: entities
            .iter()
            .find(|e| e.id == n.legal_entity_id)
            .map(|e| e.name.clone())
            .unwrap_or_default(),
        period: match n.until_on {
            None => t.with("company-notice-since", &[("from", day(n.from_on).into())]),
            Some(until) => t.with(
                "company-notice-period",
                &[("from", day(n.from_on).into()), ("until", day(until).into())],
            ),
        },
        current: n.from_on <= today && n.until_on.is_none_or(|until| until >= today),
        opt_out: n.opt_out_offered,
        text: n.text,
    });
    let template = Notice {
        notices: rows.collect(),
        entities: entities
            .iter()
            .map(|e| (e.id.to_string(), e.name.clone()))
            .collect(),
        languages: company
            .languages
            .iter()
            .map(|l| (l.to_string(), l.own_name().to_owned()))
            .collect(),
        errors: sent.summary(&t),
        page,
        tabs,
        sent,
        t,
    };
    html_with_status(status, &template)
}

async fn show(office: Office) -> WebResult<Response> {
    let today = office.company.company.today(office.now());
    page(
        &office,
        Form::prefilled([("from", today.to_string())]),
        StatusCode::OK,
    )
    .await
}

async fn add(office: Office, mut form: Form) -> WebResult<Response> {
    frame(&office, "notice")?;
    let entity = form.parse("entity", |text| {
        text.parse::<LegalEntityId>()
            .map_err(|_| FieldError::new("error-choice"))
    });
    let language = form.parse("language", |text| {
        text.parse::<Language>()
            .map_err(|_| FieldError::new("error-language"))
    });
    let from = form.parse("from", |text| {
        clock::day(text).ok_or_else(|| FieldError::new("error-day"))
    });
    let text = form.text("text").replace("\r\n", "\n");
    if text.is_empty() {
        form.errors.push("text", FieldError::new("error-required"));
    } else if text.chars().count() > LONGEST {
        form.errors.push(
            "text",
            FieldError::new("error-too-long").with("max", LONGEST as i64),
        );
    }
    let offered = form.has("opt_out");
    let mut tx = office.app.store.begin().await?;
    let mut own = tx.company(office.company.company.id).await?;
    if let Some(entity) = entity
        && !own.legal_entities().await?.iter().any(|e| e.id == entity)
    {
        form.errors.push("entity", FieldError::new("error-choice"));
    }
    // A notice follows the one before; what was given in the past is never rewritten.
    if let (Some(entity), Some(from)) = (entity, from)
        && own
            .notices()
            .await?
            .iter()
            .any(|n| n.legal_entity_id == entity && n.from_on >= from)
    {
        form.errors.push("from", FieldError::new("error-notice-date"));
    }
    let (Some(entity), Some(language), Some(from), true) = (entity, language, from, form.errors.is_empty())
    else {
        drop(tx);
        return page(&office, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let wording = own.wording("collection-notice", language, &text).await?;
    own.add_notice(entity, wording.id, offered, from, &office.actor())
        .await?;
    let detail = json!({ "wording": wording.id, "opt_out_offered": offered, "from": from });
    own.audit(
        &office.actor(),
        "notice.added",
        &format!("legal_entity:{entity}"),
        &detail,
    )
    .await?;
    tx.commit().await?;
    Ok(saved(&office, "/company/notice", "company-saved"))
}
