//! One car: its card, its visits, its invoices.

use askama::Template;
use axum::Router;
use axum::routing::get;
use carport_domain::format;
use carport_domain::vehicles::VisitKind;
use carport_store::customers::Visit;

use super::view::Car;
use crate::kit::app::AppState;
use crate::kit::prelude::*;
use crate::portal::frame::Here;
use crate::portal::invoices::{self, Line};
use crate::portal::session::Reader;

/// Its addresses.
pub fn routes() -> Router<AppState> {
    Router::new().route("/{company}/my-car/{vehicle}", get(show))
}

struct Event {
    title: String,
    date: String,
    when: String,
    text: String,
    icon: &'static str,
}

#[derive(Template)]
#[template(path = "portal/car.html")]
struct Card {
    page: Page,
    t: Texts,
    card: Car,
    vin: String,
    engine_number: String,
    visits: Vec<Event>,
    invoices: Vec<Line>,
    corrections: Vec<String>,
    edit_url: String,
    correction_url: String,
    invoices_url: String,
}

fn event(visit: &Visit, t: &Texts) -> Event {
    let language = t.language();
    let mut text: Vec<String> = visit.description.iter().cloned().collect();
    if let Some(km) = visit.mileage {
        let number = format::integer(km, language);
        text.push(t.with("car-visit-mileage", &[("number", number.into())]));
    }
    if let Some(place) = &visit.location_name {
        text.push(place.clone());
    }
    Event {
        title: t.choice("visit-kind", VisitKind::recognise(&visit.kind).as_str()),
        date: visit.visited_on.to_string(),
        when: format::date_long(visit.visited_on, language),
        text: text.join(" · "),
        icon: if visit.kind == "showroom" {
            "building"
        } else {
            "wrench"
        },
    }
}

async fn show(
    Reader { member, mut tx }: Reader,
    Path((_, id)): Path<(String, String)>,
) -> WebResult<Response> {
    let vehicle = super::own_car(&member, &mut tx, &id).await?;
    let portal = &member.portal;
    let t = portal.t.clone();
    let today = portal.company.company.today(portal.now());
    let mut own = tx.customer(member.who).await?;
    let visits = own.my_visits(Some(vehicle.id)).await?;
    let bills = own.my_invoices(Some(vehicle.id)).await?;
    let asked = own.open_corrections(vehicle.id).await?;
    drop(tx);
    let car = Car::of(&vehicle, portal, today);
    let corrections = asked.iter().map(|wish| {
        let field = t.choice("change-field", &wish.field);
        let on = format::date_long(
            wish.asked_at.date_in(portal.company.company.time_zone),
            portal.language,
        );
        t.with(
            "car-correction-waiting",
            &[
                ("field", field.into()),
                ("value", wish.asked_value.clone().into()),
                ("date", on.into()),
            ],
        )
    });
    html(&Card {
        page: member.page(&car.name, Here::Cars),
        vin: vehicle.vin.clone().unwrap_or_default(),
        engine_number: vehicle.engine_number.clone().unwrap_or_default(),
        visits: visits.iter().map(|visit| event(visit, &t)).collect(),
        invoices: bills
            .iter()
            .take(5)
            .map(|invoice| invoices::line(portal, invoice))
            .collect(),
        corrections: corrections.collect(),
        edit_url: format!("{}/edit", car.url),
        correction_url: format!("{}/correction", car.url),
        invoices_url: portal.url("/invoices"),
        card: car,
        t,
    })
}
