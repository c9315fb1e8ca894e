//! Asking the company to correct what only the register or its own system can know (F77).

use askama::Template;
use axum::Router;
use axum::http::StatusCode;
use axum::routing::get;
use carport_domain::people::line;
use carport_domain::vehicles::{Plate, Vin};
use carport_domain::{FieldError, text_enum};
use carport_store::changes::NewCorrection;
use carport_store::customers::Vehicle;

use super::view::Car;
use crate::kit::app::AppState;
use crate::kit::prelude::*;
use crate::portal::activate::country;
use crate::portal::details::saved;
use crate::portal::frame::Here;
use crate::portal::session::{Member, Reader};

/// Its addresses.
pub fn routes() -> Router<AppState> {
    Router::new().route("/{company}/my-car/{vehicle}/correction", get(show).post(ask))
}

text_enum! {
    /// What can be wrong on a car's card, by the names of the template's columns.
    enum Wrong {
        /// The plate.
        Plate = "plate",
        /// The chassis number.
        Vin = "vin",
        /// Make or model.
        Model = "model",
        /// The colour.
        Colour = "colour",
        /// The fuel.
        Fuel = "fuel",
        /// The first registration.
        FirstRegistration = "first_registration",
        /// The date of the inspection.
        InspectionDue = "inspection_due",
        /// The car is not theirs any more.
        Owner = "owned_until",
    }
}

impl Wrong {
    fn shown(self, vehicle: &Vehicle) -> Option<String> {
        match self {
            Wrong::Plate => vehicle.plate.clone(),
            Wrong::Vin => vehicle.vin.clone(),
            Wrong::Model => {
                let model: Vec<&str> = [vehicle.make.as_deref(), vehicle.model.as_deref()]
                    .into_iter()
                    .flatten()
                    .collect();
                Some(model.join(" "))
            }
            Wrong::Colour => vehicle.colour.clone(),
            Wrong::Fuel => vehicle.fuel.clone(),
            Wrong::FirstRegistration => vehicle.first_registration.map(|date| date.to_string()),
            Wrong::InspectionDue => vehicle.inspection_due.map(|date| date.to_string()),
            Wrong::Owner => None,
        }
    }
}

#[derive(Template)]
#[template(path = "portal/car_correction.html")]
struct Correction {
    page: Page,
    t: Texts,
    sent: Form,
    errors: Vec<(String, String)>,
    vehicle: Car,
    fields: Vec<(String, String)>,
}

fn page(member: &Member, vehicle: &Vehicle, sent: Form, status: StatusCode) -> WebResult<Response> {
    let portal = &member.portal;
    let t = portal.t.clone();
    let template = Correction {
        page: member.page(&t.get("correction-title"), Here::Cars),
        errors: sent.summary(&t),
        sent,
        vehicle: Car::of(vehicle, portal, portal.company.company.today(portal.now())),
        fields: Wrong::ALL
            .iter()
            .map(|f| (f.as_str().to_owned(), t.choice("change-field", f.as_str())))
            .collect(),
        t,
    };
    html_with_status(status, &template)
}

async fn show(
    Reader { member, mut tx }: Reader,
    Path((_, id)): Path<(String, String)>,
) -> WebResult<Response> {
    let vehicle = super::own_car(&member, &mut tx, &id).await?;
    drop(tx);
    page(&member, &vehicle, Form::default(), StatusCode::OK)
}

async fn ask(
    Reader { member, mut tx }: Reader,
    Path((_, id)): Path<(String, String)>,
    mut form: Form,
) -> WebResult<Response> {
    let vehicle = super::own_car(&member, &mut tx, &id).await?;
    drop(tx);
    let portal = &member.portal;
    let country = country(portal);
    let field = form.parse("field", |text| {
        text.parse::<Wrong>().map_err(|_| FieldError::new("error-choose"))
    });
    let value = match field {
        Some(Wrong::Plate) => form
            .parse("value", |text| Plate::parse(text, country))
            .map(|plate| plate.as_str().to_owned()),
        Some(Wrong::Vin) => form
            .parse("value", |text| text.parse::<Vin>())
            .map(|vin| vin.as_str().to_owned()),
        _ => form.parse("value", |text| line(text, 120)).flatten(),
    };
    let note = form
        .parse_optional("note", |text| line(text, 500))
        .map(Option::flatten);
    let (Some(field), Some(value), Some(note), true) = (field, value, note, form.errors.is_empty()) else {
        return page(&member, &vehicle, form, StatusCode::UNPROCESSABLE_ENTITY);
    };
    let shown = field.shown(&vehicle);
    let wish = NewCorrection {
        vehicle: vehicle.id,
        field: field.as_str(),
        shown: shown.as_deref(),
        asked: &value,
        note: note.as_deref(),
    };
    let mut tx = portal.app.store.begin().await?;
    if !tx.customer(member.who).await?.ask_correction(wish).await? {
        return Err(WebError::NotFound);
    }
    tx.commit().await?;
    Ok(saved(
        portal,
        &format!("/my-car/{}", vehicle.id),
        "correction-asked",
    ))
}
