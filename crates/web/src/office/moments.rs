//! The catalogue of contact moments, switched on per company (F158).

use askama::Template;
use axum::Router;
use axum::routing::{get, post};
use carport_domain::access::Permission;
use carport_outreach::catalogue::{stock, switch};

use crate::kit::app::AppState;
use crate::kit::prelude::*;
use crate::office::said;

/// Its addresses.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/office/{company}/moments", get(show))
        .route("/office/{company}/moments/{moment}/switch", post(change))
}

const MODULE: &str = "weekly_proposals";

struct Row {
    key: String,
    name: String,
    about: String,
    on: bool,
    channels: String,
}

#[derive(Template)]
#[template(path = "office/moments.html")]
struct Moments {
    page: Page,
    t: Texts,
    rows: Vec<Row>,
    url: String,
}

async fn show(office: Office) -> WebResult<Response> {
    office.require(Permission::EditMoments)?;
    office.require_module(MODULE)?;
    let mut tx = office.app.store.begin().await?;
    let mut shop = tx.company(office.company.company.id).await?;
    // A company that has never looked gets the shipped catalogue, switched off.
    if shop.moments().await?.is_empty() {
        stock(&mut shop).await?;
    }
    let moments = shop.moments().await?;
    tx.commit().await?;
    let (t, language) = (&office.t, office.language);
    let rows = moments
        .iter()
        .map(|m| Row {
            key: m.definition.key.clone(),
            name: m.definition.name(language).to_owned(),
            about: m.definition.about(language).to_owned(),
            on: m.enabled_at.is_some(),
            channels: m
                .definition
                .channels
                .iter()
                .map(|c| t.choice("consent-channel", c.as_str()))
                .collect::<Vec<_>>()
                .join(", "),
        })
        .collect();
    html(&Moments {
        page: office.page(&t.get("office-moments-title"), "moments"),
        t: t.clone(),
        rows,
        url: office.url("/moments"),
    })
}

async fn change(
    office: Office,
    Path((_, moment)): Path<(String, String)>,
    form: Form,
) -> WebResult<Response> {
    office.require(Permission::EditMoments)?;
    office.require_module(MODULE)?;
    let mut tx = office.app.store.begin().await?;
    let mut shop = tx.company(office.company.company.id).await?;
    shop.moment(&moment).await?.ok_or(WebError::NotFound)?;
    switch(&mut shop, &moment, form.text("on") == "yes", &office.actor()).await?;
    tx.commit().await?;
    Ok(said(&office, &office.url("/moments"), "good", "moment-switched"))
}
