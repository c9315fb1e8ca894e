//! Changing one's postal address, by the rules of its country.

use askama::Template;
use axum::Router;
use axum::http::StatusCode;
use axum::routing::get;
use carport_domain::CountryCode;
use carport_domain::company::Module;
use carport_domain::people::{AddressInput, ContactPointKind, PostalAddress};
use carport_store::changes::ContactEdit;

use super::{current, saved};
use crate::kit::app::AppState;
use crate::kit::prelude::*;
use crate::portal::activate::country;
use crate::portal::frame::Here;
use crate::portal::request_account::keep;
use crate::portal::session::{self, Member};

/// Its addresses.
pub fn routes() -> Router<AppState> {
    Router::new().route("/{company}/my-data/address", get(show).post(save))
}

#[derive(Template)]
#[template(path = "portal/details_address.html")]
struct Address {
    page: Page,
    t: Texts,
    sent: Form,
    errors: Vec<(String, String)>,
    countries: Vec<(String, String)>,
    with_region: bool,
    back_url: String,
}

fn page(member: &Member, sent: Form, status: StatusCode) -> WebResult<Response> {
    let t = member.portal.t.clone();
    let mut countries: Vec<(String, String)> = CountryCode::offered()
        .map(|country| (country.as_str().to_owned(), country.name(&t)))
        .collect();
    countries.sort_by(|a, b| a.1.cmp(&b.1));
    let template = Address {
        page: member.page(&t.get("details-address-title"), Here::Details),
        errors: sent.summary(&t),
        countries,
        with_region: sent.text("country") == "RU" || !sent.text("region").is_empty(),
        back_url: member.portal.url("/my-data"),
        sent,
        t,
    };
    html_with_status(status, &template)
}

async fn show(member: Member) -> WebResult<Response> {
    session::require(&member.portal, Module::MyData)?;
    let mut tx = member.portal.app.store.read().await?;
    let points = tx.customer(member.who).await?.my_contact_points().await?;
    let on_file = current(&points, "address")
        .and_then(|point| serde_json::from_str::<PostalAddress>(&point.value).ok());
    let form = match on_file {
        Some(address) => Form::prefilled([
            ("street", address.street),
            ("house_number", address.house_number.unwrap_or_default()),
            ("addition", address.addition.unwrap_or_default()),
            ("postcode", address.postcode),
            ("city", address.city),
            ("region", address.region.unwrap_or_default()),
            ("country", address.country.as_str().to_owned()),
        ]),
        None => Form::prefilled([("country", country(&member.portal).as_str().to_owned())]),
    };
    page(&member, form, StatusCode::OK)
}

async fn save(member: Member, mut form: Form) -> WebResult<Response> {
    let portal = &member.portal;
    session::require(portal, Module::MyData)?;
    let country = form.parse("country", CountryCode::recognise);
    let Some(country) = country else {
        return page(&member, form, StatusCode::UNPROCESSABLE_ENTITY);
    };
    let read = PostalAddress::parse(AddressInput {
        street: form.text("street"),
        house_number: form.text("house_number"),
        addition: form.text("addition"),
        postcode: form.text("postcode"),
        city: form.text("city"),
        region: form.text("region"),
        country,
    });
    let Some(address) = keep(&mut form, read) else {
        return page(&member, form, StatusCode::UNPROCESSABLE_ENTITY);
    };
    let value = serde_json::to_string(&address).map_err(|e| WebError::Internal(e.to_string()))?;
    let key = address.key();
    let mut tx = portal.app.store.begin().await?;
    let mut own = tx.customer(member.who).await?;
    let points = own.my_contact_points().await?;
    let old = current(&points, "address");
    let new = ContactEdit {
        kind: ContactPointKind::Address,
        value: &value,
        folded: &key,
        today: portal.company.company.today(own.now()),
    };
    // The same house, typed alike, is no change.
    if old.is_none_or(|old| serde_json::from_str::<PostalAddress>(&old.value).ok().as_ref() != Some(&address))
    {
        own.replace_my_contact_point(old.map(|point| point.id), Some(new))
            .await?;
    }
    tx.commit().await?;
    Ok(saved(portal, "/my-data", "details-saved"))
}
