//! «Mijn gegevens» (F63, F67–F70): what the company has on file about the customer, and changing it.

mod address;
pub mod contact;
mod name;

use askama::Template;
use axum::Router;
use axum::http::header;
use axum::routing::get;
use carport_domain::company::Module;
use carport_domain::people::{PhoneNumber, PostalAddress};
use carport_store::customers::ContactPoint;

use super::activate::country;
use super::frame::{self, Here};
use super::session::{self, Reader};
use crate::kit::app::AppState;
use crate::kit::cookies;
use crate::kit::prelude::*;

/// Its addresses.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/{company}/my-data", get(show))
        .merge(name::routes())
        .merge(address::routes())
        .merge(contact::routes())
}

/// Leads on to a page that says, in place, that something was kept: the text `flash-<word>`.
pub fn saved(portal: &Portal, path: &str, word: &str) -> Response {
    let mut response = see_other(&portal.url(path));
    let cookie = cookies::set_secret(&portal.app, cookies::FLASH, &format!("good.{word}"), Some(15));
    response.headers_mut().append(header::SET_COOKIE, cookie);
    response
}

/// The contact point of a kind that counts: the newest that is not known to be wrong, else the newest.
pub fn current<'a>(points: &'a [ContactPoint], kind: &str) -> Option<&'a ContactPoint> {
    let of_kind = || points.iter().filter(|point| point.kind == kind);
    of_kind()
        .filter(|point| point.invalid_since.is_none())
        .max_by_key(|point| (point.created_at, point.id))
        .or_else(|| of_kind().max_by_key(|point| (point.created_at, point.id)))
}

#[derive(Template)]
#[template(path = "portal/details.html")]
struct Details {
    page: Page,
    t: Texts,
    number: String,
    name: String,
    salutation: String,
    business: String,
    address: Vec<String>,
    email: String,
    email_state: (String, &'static str),
    email_unconfirmed: bool,
    mobile: String,
    phone: String,
    sign_in_note: String,
    name_url: String,
    address_url: String,
    contact_url: String,
    verify_url: String,
}

async fn show(Reader { member, mut tx }: Reader) -> WebResult<Response> {
    let portal = &member.portal;
    session::require(portal, Module::MyData)?;
    let t = portal.t.clone();
    let mut own = tx.customer(member.who).await?;
    let cars = own.my_vehicles().await?;
    let complete = frame::completeness(&mut own, &member, &cars).await?;
    let points = own.my_contact_points().await?;
    drop(tx);
    let customer = &member.customer;
    let home = country(portal);
    let phone = |kind: &str| {
        let number = current(&points, kind)
            .map(|point| point.value.clone())
            .unwrap_or_default();
        number
            .parse::<PhoneNumber>()
            .map_or(number, |number| number.formatted(home))
    };
    let address = current(&points, "address")
        .and_then(|point| serde_json::from_str::<PostalAddress>(&point.value).ok());
    let email = current(&points, "email");
    let email_state = match email {
        None => (String::new(), ""),
        Some(point) if point.invalid_since.is_some() => (t.get("details-email-invalid"), "danger"),
        Some(point) if point.verified_at.is_some() => (t.get("details-email-confirmed"), "good"),
        Some(_) => (t.get("details-email-unconfirmed"), "attention"),
    };
    let gender = customer
        .gender
        .as_deref()
        .filter(|gender| *gender != "other")
        .unwrap_or("unspecified");
    let mut page = member.page(&t.get("details-title"), Here::Details);
    page.completeness = frame::hint(&member, &complete);
    html(&Details {
        page,
        number: customer.dms_number.clone().unwrap_or_default(),
        name: customer.display_name(),
        salutation: t.choice("gender", gender),
        business: customer.business_name.clone().unwrap_or_default(),
        address: address.map(|address| address.lines(home, &t)).unwrap_or_default(),
        email_unconfirmed: email.is_some_and(contact::unproved),
        email: email.map(|point| point.value.clone()).unwrap_or_default(),
        email_state,
        mobile: phone("mobile"),
        phone: phone("phone"),
        sign_in_note: t.with(
            "details-sign-in-note",
            &[("email", member.account.email.as_str().to_owned().into())],
        ),
        name_url: portal.url("/my-data/name"),
        address_url: portal.url("/my-data/address"),
        contact_url: portal.url("/my-data/contact"),
        verify_url: portal.url("/my-data/verify-email"),
        t,
    })
}
