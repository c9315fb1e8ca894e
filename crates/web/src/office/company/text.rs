//! One text in one language, in the company's own words or in ours again (F4).

use askama::Template;
use axum::Router;
use axum::http::StatusCode;
use axum::routing::get;
use carport_domain::Language;
use carport_domain::i18n::Overrides;
use serde_json::json;

use super::texts::AREAS;
use super::{frame, saved};
use crate::kit::app::AppState;
use crate::kit::page::NavItem;
use crate::kit::prelude::*;

/// Its address.
pub fn routes() -> Router<AppState> {
    Router::new().route(
        "/office/{company}/company/texts/{language}/{key}",
        get(show).post(save),
    )
}

#[derive(Template)]
#[template(path = "office/company/text.html")]
struct OneText {
    page: Page,
    t: Texts,
    tabs: Vec<NavItem>,
    sent: Form,
    errors: Vec<(String, String)>,
    ours: String,
    language: String,
    back_url: String,
}

/// The text an address names, with its area; 404 for one that is not free to word.
fn find(office: &Office, language: &str, key: &str) -> WebResult<(Language, &'static str)> {
    let language: Language = language.parse().map_err(|_| WebError::NotFound)?;
    let area = AREAS
        .into_iter()
        .find(|area| Overrides::keys(area).iter().any(|k| k == key))
        .ok_or(WebError::NotFound)?;
    if office.company.company.languages.contains(&language) {
        Ok((language, area))
    } else {
        Err(WebError::NotFound)
    }
}

fn list(language: Language, area: &str) -> String {
    format!("/company/texts?language={language}&area={area}")
}

fn page(
    office: &Office,
    (language, area, key): (Language, &str, &str),
    sent: Form,
    status: StatusCode,
) -> WebResult<Response> {
    let (page, tabs) = frame(office, "texts")?;
    let t = office.t.clone();
    let template = OneText {
        ours: Overrides::template(language, key).ok_or(WebError::NotFound)?,
        language: language.own_name().to_owned(),
        back_url: office.url(&list(language, area)),
        errors: sent.summary(&t),
        page,
        tabs,
        sent,
        t,
    };
    html_with_status(status, &template)
}

async fn show(
    office: Office,
    Path((_, language, key)): Path<(String, String, String)>,
) -> WebResult<Response> {
    let (language, area) = find(&office, &language, &key)?;
    let own = office
        .company
        .overrides
        .get(language, &key)
        .unwrap_or_default()
        .to_owned();
    page(
        &office,
        (language, area, &key),
        Form::prefilled([("text", own)]),
        StatusCode::OK,
    )
}

async fn save(
    office: Office,
    Path((_, language, key)): Path<(String, String, String)>,
    mut form: Form,
) -> WebResult<Response> {
    frame(&office, "texts")?;
    let (language, area) = find(&office, &language, &key)?;
    let text = form.text("text").replace("\r\n", "\n");
    if let Err(e) = Overrides::check(language, &key, &text) {
        form.errors.push("text", e);
        return page(
            &office,
            (language, area, &key),
            form,
            StatusCode::UNPROCESSABLE_ENTITY,
        );
    }
    let before = office.company.overrides.get(language, &key).unwrap_or_default();
    if before != text {
        let mut tx = office.app.store.begin().await?;
        let mut own = tx.company(office.company.company.id).await?;
        own.set_text(language, &key, &text, &office.actor()).await?;
        let subject = format!("text:{language}/{key}");
        own.audit(
            &office.actor(),
            "text.changed",
            &subject,
            &json!({ "text": [before, text] }),
        )
        .await?;
        tx.commit().await?;
        office.app.companies.forget();
    }
    Ok(saved(&office, &list(language, area), "company-saved"))
}
