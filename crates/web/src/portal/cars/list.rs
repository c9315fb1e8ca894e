//! All the customer's cars; with one car, that car.

use askama::Template;
use axum::Router;
use axum::routing::get;
use carport_domain::company::Module;

use super::view::Car;
use crate::kit::app::AppState;
use crate::kit::prelude::*;
use crate::portal::frame::Here;
use crate::portal::session::{self, Reader};

/// Its addresses.
pub fn routes() -> Router<AppState> {
    Router::new().route("/{company}/my-car", get(show))
}

#[derive(Template)]
#[template(path = "portal/cars.html")]
struct Cars {
    page: Page,
    t: Texts,
    cars: Vec<Car>,
    help_url: String,
}

async fn show(Reader { member, mut tx }: Reader) -> WebResult<Response> {
    let portal = &member.portal;
    session::require(portal, Module::MyCar)?;
    let vehicles = tx.customer(member.who).await?.my_vehicles().await?;
    drop(tx);
    if let [only] = vehicles.as_slice() {
        return Ok(see_other(&portal.url(&format!("/my-car/{}", only.id))));
    }
    let today = portal.company.company.today(portal.now());
    html(&Cars {
        page: member.page(&portal.t.get("portal-nav-cars"), Here::Cars),
        cars: vehicles
            .iter()
            .map(|vehicle| Car::of(vehicle, portal, today))
            .collect(),
        help_url: portal.url("/help"),
        t: portal.t.clone(),
    })
}
