//! The legal persons behind the locations; consent names one.

use askama::Template;
use axum::Router;
use axum::routing::get;

use super::frame;
use crate::kit::app::AppState;
use crate::kit::page::NavItem;
use crate::kit::prelude::*;

/// Its address.
pub fn routes() -> Router<AppState> {
    Router::new().route("/office/{company}/company/legal-entities", get(show))
}

#[derive(Template)]
#[template(path = "office/company/legal_entities.html")]
struct LegalEntities {
    page: Page,
    t: Texts,
    tabs: Vec<NavItem>,
    /// Name, address in a line, where it is edited.
    entities: Vec<(String, String, String)>,
    new_url: String,
}

async fn show(office: Office) -> WebResult<Response> {
    let (page, tabs) = frame(&office, "legal")?;
    let mut tx = office.app.store.read().await?;
    let entities = tx
        .company(office.company.company.id)
        .await?
        .legal_entities()
        .await?;
    let row = |e: carport_store::companies::LegalEntity| {
        let address = format!("{}, {} {}, {}", e.street, e.postcode, e.city, e.country);
        (
            e.name,
            address,
            office.url(&format!("/company/legal-entities/{}", e.id)),
        )
    };
    html(&LegalEntities {
        entities: entities.into_iter().map(row).collect(),
        new_url: office.url("/company/legal-entities/new"),
        page,
        tabs,
        t: office.t.clone(),
    })
}
