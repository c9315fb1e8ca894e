//! One legal person, new or known.

use askama::Template;
use axum::Router;
use axum::http::StatusCode;
use axum::routing::get;
use carport_domain::LegalEntityId;
use carport_domain::company::CountryCode;
use carport_store::companies::LegalEntity;
use serde_json::json;

use super::{frame, saved};
use crate::kit::app::AppState;
use crate::kit::page::NavItem;
use crate::kit::prelude::*;

/// Its address; `new` stands for one that is still to be made.
pub fn routes() -> Router<AppState> {
    Router::new().route(
        "/office/{company}/company/legal-entities/{entity}",
        get(show).post(save),
    )
}

#[derive(Template)]
#[template(path = "office/company/legal_entity.html")]
struct Entity {
    page: Page,
    t: Texts,
    tabs: Vec<NavItem>,
    sent: Form,
    errors: Vec<(String, String)>,
    countries: Vec<(String, String)>,
    back_url: String,
}

fn page(office: &Office, sent: Form, status: StatusCode) -> WebResult<Response> {
    let (page, tabs) = frame(office, "legal")?;
    let t = office.t.clone();
    let countries = CountryCode::offered()
        .map(|c| (c.as_str().to_owned(), c.name(&t)))
        .collect();
    let back_url = office.url("/company/legal-entities");
    html_with_status(
        status,
        &Entity {
            page,
            tabs,
            errors: sent.summary(&t),
            sent,
            countries,
            back_url,
            t,
        },
    )
}

/// The entity an address names; none for `new`, 404 for one of nobody or of another company.
async fn find(office: &Office, word: &str) -> WebResult<Option<LegalEntity>> {
    if word == "new" {
        return Ok(None);
    }
    let id: LegalEntityId = word.parse().map_err(|_| WebError::NotFound)?;
    let mut tx = office.app.store.read().await?;
    let all = tx
        .company(office.company.company.id)
        .await?
        .legal_entities()
        .await?;
    all.into_iter()
        .find(|e| e.id == id)
        .map(Some)
        .ok_or(WebError::NotFound)
}

async fn show(office: Office, Path((_, word)): Path<(String, String)>) -> WebResult<Response> {
    frame(&office, "legal")?;
    let form = match find(&office, &word).await? {
        None => Form::prefilled([("country", office.company.company.country.clone())]),
        Some(e) => Form::prefilled([
            ("name", e.name),
            ("registration_number", e.registration_number.unwrap_or_default()),
            ("vat_number", e.vat_number.unwrap_or_default()),
            ("street", e.street),
            ("postcode", e.postcode),
            ("city", e.city),
            ("country", e.country),
        ]),
    };
    page(&office, form, StatusCode::OK)
}

async fn save(
    office: Office,
    Path((_, word)): Path<(String, String)>,
    mut form: Form,
) -> WebResult<Response> {
    frame(&office, "legal")?;
    let known = find(&office, &word).await?;
    let name = form.required("name");
    let registration_number = form.optional("registration_number");
    let vat_number = form.optional("vat_number");
    let street = form.required("street");
    let postcode = form.required("postcode");
    let city = form.required("city");
    let country = form.parse("country", str::parse::<CountryCode>);
    let (
        Some(name),
        Some(registration_number),
        Some(vat_number),
        Some(street),
        Some(postcode),
        Some(city),
        Some(country),
    ) = (
        name,
        registration_number,
        vat_number,
        street,
        postcode,
        city,
        country,
    )
    else {
        return page(&office, form, StatusCode::UNPROCESSABLE_ENTITY);
    };
    let mut tx = office.app.store.begin().await?;
    let id = known
        .as_ref()
        .map_or_else(|| LegalEntityId::new(tx.now()), |e| e.id);
    let country = country.as_str().to_owned();
    let entity = LegalEntity {
        id,
        name,
        country,
        registration_number,
        vat_number,
        street,
        postcode,
        city,
    };
    let mut own = tx.company(office.company.company.id).await?;
    own.add_legal_entity(&entity).await?;
    let action = if known.is_some() {
        "legal-entity.changed"
    } else {
        "legal-entity.added"
    };
    let detail = json!({ "name": [known.map(|e| e.name), &entity.name] });
    own.audit(&office.actor(), action, &format!("legal_entity:{id}"), &detail)
        .await?;
    tx.commit().await?;
    Ok(saved(&office, "/company/legal-entities", "company-saved"))
}
