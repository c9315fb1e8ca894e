//! What the customer may say about a car: what the family calls it, and what the odometer shows (F77).

use askama::Template;
use axum::Router;
use axum::http::StatusCode;
use axum::routing::get;
use carport_domain::FieldError;
use carport_domain::people::line;
use carport_domain::vehicles::Mileage;
use carport_store::changes::VehicleEdit;
use carport_store::customers::Vehicle;

use super::view::Car;
use crate::kit::app::AppState;
use crate::kit::prelude::*;
use crate::portal::details::saved;
use crate::portal::frame::Here;
use crate::portal::session::{Member, Reader};

/// Its addresses.
pub fn routes() -> Router<AppState> {
    Router::new().route("/{company}/my-car/{vehicle}/edit", get(show).post(save))
}

#[derive(Template)]
#[template(path = "portal/car_edit.html")]
struct Edit {
    page: Page,
    t: Texts,
    sent: Form,
    errors: Vec<(String, String)>,
    vehicle: Car,
}

fn page(member: &Member, vehicle: &Vehicle, sent: Form, status: StatusCode) -> WebResult<Response> {
    let portal = &member.portal;
    let t = portal.t.clone();
    let template = Edit {
        page: member.page(&t.get("car-edit-title"), Here::Cars),
        errors: sent.summary(&t),
        sent,
        vehicle: Car::of(vehicle, portal, portal.company.company.today(portal.now())),
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
    let form = Form::prefilled([
        ("nickname", vehicle.nickname.clone().unwrap_or_default()),
        (
            "mileage",
            vehicle.mileage.map(|km| km.to_string()).unwrap_or_default(),
        ),
    ]);
    page(&member, &vehicle, form, StatusCode::OK)
}

async fn save(
    Reader { member, mut tx }: Reader,
    Path((_, id)): Path<(String, String)>,
    mut form: Form,
) -> WebResult<Response> {
    let vehicle = super::own_car(&member, &mut tx, &id).await?;
    drop(tx);
    let portal = &member.portal;
    let nickname = form
        .parse_optional("nickname", |text| line(text, 40))
        .map(Option::flatten);
    let mileage = form
        .parse_optional("mileage", |text| text.parse::<Mileage>())
        .map(|km| km.map(|km| i64::from(km.kilometres())));
    if let (Some(Some(new)), Some(old)) = (mileage, vehicle.mileage)
        && new < old
        && form.text("sure") != "yes"
    {
        form.errors
            .push("mileage", FieldError::new("error-mileage-lower").with("old", old));
    }
    let (Some(nickname), Some(mileage), true) = (nickname, mileage, form.errors.is_empty()) else {
        return page(&member, &vehicle, form, StatusCode::UNPROCESSABLE_ENTITY);
    };
    let edit = VehicleEdit {
        nickname: nickname.as_deref(),
        mileage,
        today: portal.company.company.today(portal.now()),
    };
    let mut tx = portal.app.store.begin().await?;
    if !tx
        .customer(member.who)
        .await?
        .change_my_vehicle(vehicle.id, edit)
        .await?
    {
        return Err(WebError::NotFound);
    }
    tx.commit().await?;
    Ok(saved(portal, &format!("/my-car/{}", vehicle.id), "car-saved"))
}
