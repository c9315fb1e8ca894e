//! One location, new or known: what it is, when it is open, and closing it for good.

use askama::Template;
use axum::Router;
use axum::http::StatusCode;
use axum::routing::{get, post};
use carport_domain::access::Permission;
use carport_domain::company::{CountryCode, OpeningHours};
use carport_domain::people::{EmailAddress, PhoneNumber};
use carport_domain::{FieldError, LegalEntityId, LocationId, format};
use carport_store::companies::Location;
use chrono::Weekday;
use chrono_tz::Tz;
use serde_json::json;

use crate::kit::app::AppState;
use crate::kit::page::Link;
use crate::kit::prelude::*;
use crate::office::company::saved;

/// Its addresses; `new` stands for one that is still to be made.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/office/{company}/locations/{location}", get(show).post(save))
        .route("/office/{company}/locations/{location}/close", post(close))
}

/// The days with the names of their fields.
const DAYS: [(Weekday, &str); 7] = [
    (Weekday::Mon, "monday"),
    (Weekday::Tue, "tuesday"),
    (Weekday::Wed, "wednesday"),
    (Weekday::Thu, "thursday"),
    (Weekday::Fri, "friday"),
    (Weekday::Sat, "saturday"),
    (Weekday::Sun, "sunday"),
];

#[derive(Template)]
#[template(path = "office/locations/edit.html")]
struct Edit {
    page: Page,
    trail: Vec<Link>,
    t: Texts,
    sent: Form,
    errors: Vec<(String, String)>,
    countries: Vec<(String, String)>,
    entities: Vec<(String, String)>,
    /// Field and name of each day.
    days: Vec<(&'static str, String)>,
    back_url: String,
    /// Where closing is posted; empty for a new location.
    close_url: String,
}

async fn page(office: &Office, word: &str, sent: Form, status: StatusCode) -> WebResult<Response> {
    let t = office.t.clone();
    let mut tx = office.app.store.read().await?;
    let entities = tx
        .company(office.company.company.id)
        .await?
        .legal_entities()
        .await?;
    let is_new = word == "new";
    let template = Edit {
        page: office.page(
            &match sent.text("name") {
                name if is_new || name.is_empty() => t.get("location-new-title"),
                name => name.to_owned(),
            },
            "locations",
        ),
        trail: vec![Link {
            label: t.get("office-nav-locations"),
            url: office.url("/locations"),
        }],
        countries: CountryCode::offered()
            .map(|c| (c.as_str().to_owned(), c.name(&t)))
            .collect(),
        entities: entities.into_iter().map(|e| (e.id.to_string(), e.name)).collect(),
        days: DAYS
            .iter()
            .map(|(day, field)| (*field, format::weekday(*day, t.language())))
            .collect(),
        back_url: office.url("/locations"),
        close_url: if is_new {
            String::new()
        } else {
            office.url(&format!("/locations/{word}/close"))
        },
        errors: sent.summary(&t),
        sent,
        t,
    };
    html_with_status(status, &template)
}

/// The location an address names; none for `new`, 404 for a closed one and one of another company.
async fn find(office: &Office, word: &str) -> WebResult<Option<Location>> {
    office.require(Permission::EditCompany)?;
    if word == "new" {
        return Ok(None);
    }
    let id: LocationId = word.parse().map_err(|_| WebError::NotFound)?;
    let mut tx = office.app.store.read().await?;
    let found = tx.company(office.company.company.id).await?.location(id).await?;
    found
        .filter(|l| l.closed_at.is_none())
        .map(Some)
        .ok_or(WebError::NotFound)
}

async fn show(office: Office, Path((_, word)): Path<(String, String)>) -> WebResult<Response> {
    let Some(l) = find(&office, &word).await? else {
        let form = Form::prefilled([("country", office.company.company.country.clone())]);
        return page(&office, &word, form, StatusCode::OK).await;
    };
    let mut form = Form::prefilled([
        ("code", l.code),
        ("name", l.name),
        ("region", l.region.unwrap_or_default()),
        ("entity", l.legal_entity_id.to_string()),
        ("street", l.street),
        ("postcode", l.postcode),
        ("city", l.city),
        ("country", l.country),
        (
            "phone",
            l.phone
                .map(|text| {
                    let home = CountryCode::recognise(&office.company.company.country);
                    match (text.parse::<PhoneNumber>(), home) {
                        (Ok(number), Ok(home)) => number.formatted(home),
                        _ => text,
                    }
                })
                .unwrap_or_default(),
        ),
        ("email", l.email.unwrap_or_default()),
        ("time_zone", l.time_zone.unwrap_or_default()),
    ]);
    let hours: OpeningHours = serde_json::from_str(&l.opening_hours).unwrap_or_default();
    for (day, field) in DAYS {
        let text: Vec<String> = hours.on(day).iter().map(ToString::to_string).collect();
        form.set(field, text.join(", "));
    }
    page(&office, &word, form, StatusCode::OK).await
}

/// The week as typed; an empty day is a closed one.
fn hours(form: &mut Form) -> OpeningHours {
    let days = DAYS.map(|(_, field)| {
        let read = OpeningHours::parse_day(form.text(field));
        form.errors.take(field, read).unwrap_or_default()
    });
    OpeningHours::new(days).unwrap_or_default()
}

/// The location as typed, with what is wrong noted in the form.
fn read(form: &mut Form, id: LocationId, position: i64) -> WebResult<Option<Location>> {
    let code = form.required("code");
    let name = form.required("name");
    let region = form.optional("region");
    let entity = form.parse("entity", |text| {
        text.parse::<LegalEntityId>()
            .map_err(|_| FieldError::new("error-choice"))
    });
    let street = form.required("street");
    let postcode = form.required("postcode");
    let city = form.required("city");
    let country = form.parse("country", str::parse::<CountryCode>);
    let phone = form.parse_optional("phone", |text| {
        PhoneNumber::parse(text, country.unwrap_or(CountryCode::NL))
    });
    let email = form.parse_optional("email", str::parse::<EmailAddress>);
    let zone = form.parse_optional("time_zone", |text| {
        text.parse::<Tz>().map_err(|_| FieldError::new("error-time-zone"))
    });
    let hours = hours(form);
    if !form.errors.is_empty() {
        return Ok(None);
    }
    let opening_hours = serde_json::to_string(&hours).map_err(|e| WebError::Internal(e.to_string()))?;
    let (
        Some(code),
        Some(name),
        Some(legal_entity_id),
        Some(street),
        Some(postcode),
        Some(city),
        Some(country),
    ) = (code, name, entity, street, postcode, city, country)
    else {
        return Ok(None);
    };
    Ok(Some(Location {
        id,
        code,
        name,
        region: region.flatten(),
        legal_entity_id,
        street,
        postcode,
        city,
        country: country.as_str().to_owned(),
        phone: phone.flatten().map(|p| p.as_str().to_owned()),
        email: email.flatten().map(|e| e.as_str().to_owned()),
        time_zone: zone.flatten().map(|z| z.name().to_owned()),
        opening_hours,
        position,
        closed_at: None,
    }))
}

async fn save(
    office: Office,
    Path((_, word)): Path<(String, String)>,
    mut form: Form,
) -> WebResult<Response> {
    let known = find(&office, &word).await?;
    let mut tx = office.app.store.begin().await?;
    let id = known.as_ref().map_or_else(|| LocationId::new(tx.now()), |l| l.id);
    let mut own = tx.company(office.company.company.id).await?;
    let last = own
        .locations()
        .await?
        .iter()
        .map(|l| l.position)
        .max()
        .unwrap_or(0);
    let location = read(&mut form, id, known.as_ref().map_or(last + 1, |l| l.position))?;
    if let Some(location) = &location
        && !own
            .legal_entities()
            .await?
            .iter()
            .any(|e| e.id == location.legal_entity_id)
    {
        form.errors.push("entity", FieldError::new("error-choice"));
    } else if let Some(location) = &location
        && !own.save_location(location).await?
    {
        form.errors.push("code", FieldError::new("error-location-code"));
    }
    let (Some(location), true) = (location, form.errors.is_empty()) else {
        drop(tx);
        return page(&office, &word, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let action = if known.is_some() {
        "location.changed"
    } else {
        "location.added"
    };
    let before = known.unwrap_or_else(|| Location {
        code: String::new(),
        name: String::new(),
        region: None,
        ..location.clone()
    });
    let detail = json!({
        "code": [before.code, location.code],
        "name": [before.name, location.name],
        "region": [before.region, location.region],
        "opening_hours": [before.opening_hours, location.opening_hours],
    });
    own.audit(&office.actor(), action, &format!("location:{id}"), &detail)
        .await?;
    tx.commit().await?;
    Ok(saved(&office, "/locations", "location-saved"))
}

async fn close(office: Office, Path((_, word)): Path<(String, String)>) -> WebResult<Response> {
    let Some(location) = find(&office, &word).await? else {
        return Err(WebError::NotFound);
    };
    let mut tx = office.app.store.begin().await?;
    let now = tx.now();
    let mut own = tx.company(office.company.company.id).await?;
    own.save_location(&Location {
        closed_at: Some(now),
        ..location.clone()
    })
    .await?;
    let detail = json!({ "code": location.code, "name": location.name });
    own.audit(
        &office.actor(),
        "location.closed",
        &format!("location:{}", location.id),
        &detail,
    )
    .await?;
    tx.commit().await?;
    Ok(saved(&office, "/locations", "location-closed"))
}
