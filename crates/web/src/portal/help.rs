//! Help (F23): whom to call or write to, where they are and when they are open.

use askama::Template;
use axum::Router;
use axum::routing::get;
use carport_domain::company::{OpenState, OpeningHours, WorkingDays};
use carport_domain::people::PhoneNumber;
use carport_domain::{CountryCode, format};
use carport_store::companies::Location;

use super::activate::country;
use super::frame::Here;
use super::session::Visitor;
use crate::kit::app::AppState;
use crate::kit::prelude::*;

/// Its addresses.
pub fn routes() -> Router<AppState> {
    Router::new().route("/{company}/help", get(show))
}

struct Place {
    name: String,
    address: String,
    state: String,
    tone: &'static str,
    phone: Option<Phone>,
    email: String,
    hours: Vec<(String, String)>,
}

struct Phone {
    shown: String,
    dial: String,
}

#[derive(Template)]
#[template(path = "portal/help.html")]
struct Help {
    page: Page,
    t: Texts,
    company: String,
    phone: Option<Phone>,
    email: String,
    website: String,
    places: Vec<Place>,
}

fn phone(text: Option<&str>, country: CountryCode) -> Option<Phone> {
    let text = text?;
    Some(match PhoneNumber::parse(text, country) {
        Ok(number) => Phone {
            shown: number.formatted(country),
            dial: number.as_str().to_owned(),
        },
        Err(_) => Phone {
            shown: text.to_owned(),
            dial: text.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect(),
        },
    })
}

fn place(portal: &Portal, location: &Location, days: &WorkingDays) -> Place {
    let (t, language) = (&portal.t, portal.language);
    let zone = location
        .time_zone
        .as_deref()
        .and_then(|zone| zone.parse().ok())
        .unwrap_or(portal.company.company.time_zone);
    let hours: OpeningHours = serde_json::from_str(&location.opening_hours).unwrap_or_default();
    let today = portal.now().date_in(zone);
    let (state, tone) = if hours.is_empty() {
        (String::new(), "")
    } else {
        match hours.state(portal.now(), zone, |day| days.is_holiday(day)) {
            OpenState::Open { until } => (
                t.with(
                    "help-open-until",
                    &[("time", format::minute_of_day(until).into())],
                ),
                "good",
            ),
            OpenState::Closed {
                next: Some((day, minute)),
            } => {
                let when = if day == today {
                    t.get("today")
                } else {
                    format::weekday(chrono::Datelike::weekday(&day), language)
                };
                (
                    t.with(
                        "help-opens",
                        &[
                            ("day", when.into()),
                            ("time", format::minute_of_day(minute).into()),
                        ],
                    ),
                    "",
                )
            }
            OpenState::Closed { next: None } => (t.get("help-closed"), ""),
        }
    };
    Place {
        name: location.name.clone(),
        address: format!("{}, {} {}", location.street, location.postcode, location.city),
        state,
        tone,
        phone: phone(location.phone.as_deref(), country(portal)),
        email: location.email.clone().unwrap_or_default(),
        hours: if hours.is_empty() {
            Vec::new()
        } else {
            hours.spans().iter().map(|span| span.words(t)).collect()
        },
    }
}

async fn show(visitor: Visitor) -> WebResult<Response> {
    let portal = &visitor.portal;
    let company = &portal.company.company;
    let mut tx = portal.app.store.read().await?;
    let mut own = tx.company(company.id).await?;
    let locations = own.locations().await?;
    let closures = own.closures().await?.into_iter().map(|(day, _)| day);
    let days = WorkingDays::new(country(portal), closures);
    drop(tx);
    let t = portal.t.clone();
    let title = t.get("help-title");
    let page = visitor
        .member
        .as_ref()
        .map_or_else(|| portal.page(&title), |member| member.page(&title, Here::Help));
    html(&Help {
        page,
        company: company.name.clone(),
        phone: phone(company.phone.as_deref(), country(portal)),
        email: company.email.clone(),
        website: company
            .website
            .clone()
            .filter(|url| url.starts_with("https://") || url.starts_with("http://"))
            .unwrap_or_default(),
        places: locations
            .iter()
            .filter(|l| l.closed_at.is_none())
            .map(|l| place(portal, l, &days))
            .collect(),
        t,
    })
}
