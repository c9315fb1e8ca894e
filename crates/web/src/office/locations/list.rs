//! Every location that is open.

use askama::Template;
use axum::Router;
use axum::routing::get;
use carport_domain::access::Permission;
use carport_domain::company::OpeningHours;

use crate::kit::app::AppState;
use crate::kit::prelude::*;

/// Its address.
pub fn routes() -> Router<AppState> {
    Router::new().route("/office/{company}/locations", get(show))
}

/// A location in the table.
struct Row {
    code: String,
    name: String,
    region: String,
    city: String,
    hours: String,
    url: String,
}

#[derive(Template)]
#[template(path = "office/locations/list.html")]
struct Locations {
    page: Page,
    t: Texts,
    rows: Vec<Row>,
    new_url: String,
}

async fn show(office: Office) -> WebResult<Response> {
    office.require(Permission::EditCompany)?;
    let t = office.t.clone();
    let mut tx = office.app.store.read().await?;
    let locations = tx.company(office.company.company.id).await?.locations().await?;
    let row = |l: carport_store::companies::Location| {
        let hours: OpeningHours = serde_json::from_str(&l.opening_hours).unwrap_or_default();
        let spans: Vec<String> = hours
            .spans()
            .iter()
            .map(|s| s.words(&t))
            .map(|(days, hours)| format!("{days} {hours}"))
            .collect();
        Row {
            code: l.code,
            name: l.name,
            region: l.region.unwrap_or_default(),
            city: l.city,
            hours: if hours.is_empty() {
                String::new()
            } else {
                spans.join(" · ")
            },
            url: office.url(&format!("/locations/{}", l.id)),
        }
    };
    html(&Locations {
        rows: locations.into_iter().map(row).collect(),
        new_url: office.url("/locations/new"),
        page: office.page(&t.get("locations-title"), "locations"),
        t,
    })
}
