//! Home (F15): how is my car, and what can I do here.

use askama::Template;
use axum::Router;
use axum::extract::RawQuery;
use axum::routing::get;
use carport_domain::company::Module;

use super::cars::view::Car;
use super::frame::{self, Here};
use super::session::Reader;
use crate::kit::app::AppState;
use crate::kit::prelude::*;

/// Its addresses.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/{company}", get(show))
        .route("/{company}/", get(show))
}

struct Tile {
    title: String,
    text: String,
    link: String,
    url: String,
    icon: &'static str,
}

#[derive(Template)]
#[template(path = "portal/home.html")]
struct Home {
    page: Page,
    t: Texts,
    greeting: String,
    lead: String,
    welcome: bool,
    preferences_url: String,
    has_cars_page: bool,
    help_url: String,
    cars: Vec<Car>,
    tiles: Vec<Tile>,
}

async fn show(Reader { member, mut tx }: Reader, RawQuery(query): RawQuery) -> WebResult<Response> {
    let portal = &member.portal;
    let t = portal.t.clone();
    let modules = &portal.company.modules;
    let today = portal.company.company.today(portal.now());
    let mut own = tx.customer(member.who).await?;
    let vehicles = own.my_vehicles().await?;
    let complete = frame::completeness(&mut own, &member, &vehicles).await?;
    drop(tx);
    let cars = if modules.has(Module::MyCar) {
        vehicles
            .iter()
            .map(|vehicle| Car::of(vehicle, portal, today))
            .collect()
    } else {
        Vec::new()
    };
    let tile = |key: &str, path: &str, icon: &'static str| Tile {
        title: t.get(&format!("home-tile-{key}-title")),
        text: t.get(&format!("home-tile-{key}-text")),
        link: t.get(&format!("home-tile-{key}-link")),
        url: portal.url(path),
        icon,
    };
    let mut tiles = Vec::new();
    for (module, key, path, icon) in [
        (Module::MyData, "details", "/my-data", "user"),
        (Module::MyPreferences, "preferences", "/my-preferences", "sliders"),
        (Module::MyCar, "cars", "/my-car", "car"),
        (Module::MyCar, "invoices", "/invoices", "document"),
    ] {
        if modules.has(module) {
            tiles.push(tile(key, path, icon));
        }
    }
    let first_name = member
        .customer
        .first_name
        .clone()
        .unwrap_or_else(|| member.customer.display_name());
    let mut page = member.page(&t.get("portal-nav-home"), Here::Home);
    page.completeness = frame::hint(&member, &complete);
    html(&Home {
        page,
        greeting: t.with("greeting", &[("name", first_name.into())]),
        lead: t.with(
            "home-lead",
            &[("company", portal.company.company.name.clone().into())],
        ),
        welcome: query.as_deref() == Some("welcome"),
        preferences_url: portal.url("/my-preferences"),
        has_cars_page: modules.has(Module::MyCar),
        help_url: portal.url("/help"),
        cars,
        tiles,
        t,
    })
}
