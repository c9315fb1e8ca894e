//! Changing a car's data on the word of its papers (F77): each field that differs is a change record that the dealer's own system
//! hears of (F68), and the log names who did it.

use askama::Template;
use axum::Router;
use axum::http::StatusCode;
use axum::routing::get;
use carport_domain::access::Permission;
use carport_domain::i18n::Named;
use carport_domain::people::line;
use carport_domain::vehicles::{BodyType, Fuel, Mileage, Plate, Vin};
use carport_domain::{CountryCode, FieldError, VehicleId, clock, urls};
use carport_store::CompanyTx;
use carport_store::changes::{ChangedBy, VehicleFacts};
use carport_store::customers::{Customer, Vehicle};
use serde_json::json;

use super::{address, id, reach};
use crate::kit::app::AppState;
use crate::kit::page::Link;
use crate::kit::prelude::*;
use crate::office::said;

/// Its address.
pub fn routes() -> Router<AppState> {
    Router::new().route(
        "/office/{company}/customers/{customer}/cars/{vehicle}/edit",
        get(show).post(save),
    )
}

#[derive(Template)]
#[template(path = "office/customers/car.html")]
struct Edit {
    page: Page,
    t: Texts,
    trail: Vec<Link>,
    sent: Form,
    errors: Vec<(String, String)>,
    countries: Vec<(String, String)>,
    bodies: Vec<(String, String)>,
    fuels: Vec<(String, String)>,
    back_url: String,
}

fn page(office: &Office, customer: &Customer, sent: Form, status: StatusCode) -> WebResult<Response> {
    let t = office.t.clone();
    let back_url = address(office, urls::Office::Customer(customer.id));
    let mut countries: Vec<(String, String)> = CountryCode::offered()
        .map(|country| (country.as_str().to_owned(), country.name(&t)))
        .collect();
    countries.sort_by(|a, b| a.1.cmp(&b.1));
    let known = |value: &str| value != "unknown";
    let template = Edit {
        page: office.page(&t.get("office-car-title"), "customers"),
        trail: vec![
            Link {
                label: t.get("office-nav-customers"),
                url: address(office, urls::Office::Customers),
            },
            Link {
                label: customer.display_name(),
                url: back_url.clone(),
            },
        ],
        errors: sent.summary(&t),
        countries,
        bodies: BodyType::ALL
            .iter()
            .filter(|body| known(body.as_str()))
            .map(|body| (body.as_str().to_owned(), body.name(&t)))
            .collect(),
        fuels: Fuel::ALL
            .iter()
            .filter(|fuel| known(fuel.as_str()))
            .map(|fuel| (fuel.as_str().to_owned(), fuel.name(&t)))
            .collect(),
        back_url,
        sent,
        t,
    };
    html_with_status(status, &template)
}

fn home(office: &Office) -> CountryCode {
    CountryCode::recognise(&office.company.company.country).unwrap_or(CountryCode::NL)
}

fn on_file(office: &Office, car: &Vehicle) -> Form {
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    let date = |value: Option<chrono::NaiveDate>| value.map(|date| date.to_string()).unwrap_or_default();
    let country = car
        .plate_country
        .clone()
        .unwrap_or_else(|| home(office).as_str().to_owned());
    Form::prefilled([
        ("plate", text(&car.plate)),
        ("plate_country", country),
        ("vin", text(&car.vin)),
        ("make", text(&car.make)),
        ("model", text(&car.model)),
        ("version", text(&car.version)),
        ("body", text(&car.body)),
        ("fuel", text(&car.fuel)),
        ("colour", text(&car.colour)),
        ("first_registration", date(car.first_registration)),
        ("inspection_due", date(car.inspection_due)),
        ("maintenance_due", date(car.maintenance_due)),
        (
            "mileage",
            car.mileage.map(|km| km.to_string()).unwrap_or_default(),
        ),
    ])
}

/// What was typed, as it shall be kept; none when something is wrong.
fn read(office: &Office, car: &Vehicle, form: &mut Form) -> Option<VehicleFacts> {
    let day = |text: &str| clock::day(text).ok_or_else(|| FieldError::new("office-error-date"));
    let country = form.parse("plate_country", CountryCode::recognise)?;
    let plate = form.parse_optional("plate", |text| Plate::parse(text, country));
    let vin = form.parse_optional("vin", |text| text.parse::<Vin>());
    let make = form.parse_optional("make", |text| line(text, 60));
    let model = form.parse_optional("model", |text| line(text, 80));
    let version = form.parse_optional("version", |text| line(text, 120));
    let colour = form.parse_optional("colour", |text| line(text, 60));
    let choose = |_| FieldError::new("error-choose");
    let body = form.parse_optional("body", |text| text.parse::<BodyType>().map_err(choose));
    let fuel = form.parse_optional("fuel", |text| text.parse::<Fuel>().map_err(choose));
    let first_registration = form.parse_optional("first_registration", day);
    let inspection_due = form.parse_optional("inspection_due", day);
    let maintenance_due = form.parse_optional("maintenance_due", day);
    let mileage = form
        .parse_optional("mileage", |text| text.parse::<Mileage>())
        .map(|km| km.map(|km| i64::from(km.kilometres())));
    let today = office.company.company.today(office.now());
    if first_registration.flatten().is_some_and(|date| date > today) {
        form.errors
            .push("first_registration", FieldError::new("error-date-future"));
    }
    if let (Some(Some(new)), Some(old)) = (mileage, car.mileage)
        && new < old
        && form.text("sure") != "yes"
    {
        form.errors
            .push("mileage", FieldError::new("error-mileage-lower").with("old", old));
    }
    if !form.errors.is_empty() {
        return None;
    }
    // «Not known» is what an empty choice says, in the words the car was stored with.
    let chosen = |new: Option<String>, old: &Option<String>| {
        new.or_else(|| old.clone().filter(|old| old == "unknown"))
    };
    let plate = plate?;
    Some(VehicleFacts {
        plate_folded: plate.as_ref().map(Plate::key),
        plate_country: match &plate {
            Some(plate) => Some(plate.country().as_str().to_owned()),
            None => car.plate_country.clone(),
        },
        plate: plate.map(|plate| plate.as_str().to_owned()),
        vin: vin?.map(|vin| vin.as_str().to_owned()),
        make: make?.flatten(),
        model: model?.flatten(),
        version: version?.flatten(),
        body: chosen(body?.map(|body| body.as_str().to_owned()), &car.body),
        fuel: chosen(fuel?.map(|fuel| fuel.as_str().to_owned()), &car.fuel),
        colour: colour?.flatten(),
        first_registration: first_registration?,
        inspection_due: inspection_due?,
        maintenance_due: maintenance_due?,
        mileage: mileage?,
    })
}

/// The customer and the car, where this person may change them and the car is the customer's.
async fn named(
    office: &Office,
    shop: &mut CompanyTx<'_>,
    customer: &str,
    vehicle: &str,
) -> WebResult<(Customer, Vehicle)> {
    let customer = reach(office, shop, id(customer)?).await?;
    let vehicle: VehicleId = vehicle.parse().map_err(|_| WebError::NotFound)?;
    if customer.erased_at.is_some() || !shop.holds_vehicle(customer.id, vehicle).await? {
        return Err(WebError::NotFound);
    }
    let car = shop.vehicle(vehicle).await?.ok_or(WebError::NotFound)?;
    Ok((customer, car))
}

async fn show(
    office: Office,
    Path((_, customer, vehicle)): Path<(String, String, String)>,
) -> WebResult<Response> {
    office.require(Permission::EditCustomers)?;
    let mut tx = office.app.store.read().await?;
    let mut shop = tx.company(office.company.company.id).await?;
    let (customer, car) = named(&office, &mut shop, &customer, &vehicle).await?;
    drop(tx);
    page(&office, &customer, on_file(&office, &car), StatusCode::OK)
}

async fn save(
    office: Office,
    Path((_, customer, vehicle)): Path<(String, String, String)>,
    mut form: Form,
) -> WebResult<Response> {
    office.require(Permission::EditCustomers)?;
    let mut tx = office.app.store.begin().await?;
    let mut shop = tx.company(office.company.company.id).await?;
    let (customer, car) = named(&office, &mut shop, &customer, &vehicle).await?;
    let Some(facts) = read(&office, &car, &mut form) else {
        drop(tx);
        return page(&office, &customer, form, StatusCode::UNPROCESSABLE_ENTITY);
    };
    let today = office.company.company.today(shop.now());
    let by = ChangedBy::Staff(office.id());
    let changed = shop
        .change_vehicle_facts(customer.id, car.id, &facts, today, by)
        .await?;
    let back = address(&office, urls::Office::Customer(customer.id));
    if changed.is_empty() {
        return Ok(said(&office, &back, "attention", "customer-unchanged"));
    }
    shop.audit(
        &office.actor(),
        "vehicle.changed",
        &format!("vehicle:{}", car.id),
        &json!({ "customer": customer.id, "fields": changed }),
    )
    .await?;
    tx.commit().await?;
    Ok(said(&office, &back, "good", "car-changed"))
}
