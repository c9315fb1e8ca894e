//! Making a company with its legal entity.

use askama::Template;
use axum::Router;
use axum::http::StatusCode;
use axum::routing::get;
use carport_domain::company::{CountryCode, Module, Modules, Slug};
use carport_domain::people::EmailAddress;
use carport_domain::{FieldError, Language, LegalEntityId, clock};
use carport_store::companies::{Created, LegalEntity, NewCompany};
use chrono_tz::Tz;

use super::frame::Operator;
use crate::kit::app::AppState;
use crate::kit::prelude::*;

/// Its address.
pub fn routes() -> Router<AppState> {
    Router::new().route("/operator/companies/new", get(show).post(make))
}

#[derive(Template)]
#[template(path = "operator/new_company.html")]
struct New {
    page: Page,
    t: Texts,
    sent: Form,
    errors: Vec<(String, String)>,
    countries: Vec<(String, String)>,
    languages: Vec<(String, String)>,
}

fn page(who: &Operator, sent: Form, status: StatusCode) -> WebResult<Response> {
    let t = who.t.clone();
    let template = New {
        page: who.page(&t.get("operator-company-new"), "companies"),
        countries: CountryCode::offered()
            .map(|c| (c.as_str().to_owned(), c.name(&t)))
            .collect(),
        languages: Language::ALL
            .iter()
            .map(|l| (l.to_string(), l.own_name().to_owned()))
            .collect(),
        errors: sent.summary(&t),
        sent,
        t,
    };
    html_with_status(status, &template)
}

async fn show(who: Operator) -> WebResult<Response> {
    let today = who.app.store.clock().now().date_in(chrono_tz::UTC);
    let form = Form::prefilled([
        ("started_on", today.to_string()),
        ("country", "NL".into()),
        ("currency", "EUR".into()),
        ("time_zone", "Europe/Amsterdam".into()),
        ("language", "nl".into()),
    ]);
    page(&who, form, StatusCode::OK)
}

/// A currency by its ISO 4217 form: three capital letters.
fn currency(text: &str) -> Result<String, FieldError> {
    let good = text.len() == 3 && text.bytes().all(|b| b.is_ascii_uppercase());
    if good {
        Ok(text.to_owned())
    } else {
        Err(FieldError::new("error-currency"))
    }
}

async fn make(who: Operator, mut form: Form) -> WebResult<Response> {
    let slug = form.parse("slug", str::parse::<Slug>);
    let name = form.required("name");
    let started_on = form.parse("started_on", |text| {
        clock::day(text).ok_or_else(|| FieldError::new("error-day"))
    });
    let country = form.parse("country", str::parse::<CountryCode>);
    let currency = form.parse("currency", currency);
    let zone = form.parse("time_zone", |text| {
        text.parse::<Tz>().map_err(|_| FieldError::new("error-time-zone"))
    });
    let language = form.parse("language", |text| {
        text.parse::<Language>()
            .map_err(|_| FieldError::new("error-language"))
    });
    let email = form.parse("email", str::parse::<EmailAddress>);
    let entity = form.required("entity");
    let street = form.required("street");
    let postcode = form.required("postcode");
    let city = form.required("city");
    let (Some(slug), Some(name), Some(started_on), Some(country), Some(currency), Some(zone)) =
        (slug, name, started_on, country, currency, zone)
    else {
        return page(&who, form, StatusCode::UNPROCESSABLE_ENTITY);
    };
    let (Some(language), Some(email), Some(entity), Some(street), Some(postcode), Some(city)) =
        (language, email, entity, street, postcode, city)
    else {
        return page(&who, form, StatusCode::UNPROCESSABLE_ENTITY);
    };
    let mut tx = who.app.store.begin().await?;
    let new = NewCompany {
        slug: slug.as_str().to_owned(),
        name,
        started_on,
        time_zone: zone,
        country: country.as_str().to_owned(),
        currency,
        default_language: language,
        languages: vec![language],
        email: email.as_str().to_owned(),
        request_email: email.as_str().to_owned(),
        modules: Modules::standard()
            .switched_on()
            .map(|m: Module| m.as_str().to_owned())
            .collect(),
        legal_entity: LegalEntity {
            id: LegalEntityId::new(tx.now()),
            name: entity,
            country: country.as_str().to_owned(),
            registration_number: None,
            vat_number: None,
            street,
            postcode,
            city,
        },
    };
    match tx
        .installation()
        .await?
        .create_company(&new, &who.actor())
        .await?
    {
        Created::Company(_) => tx.commit().await?,
        Created::SlugTaken => {
            drop(tx);
            form.errors.push("slug", FieldError::new("error-slug-taken"));
            return page(&who, form, StatusCode::UNPROCESSABLE_ENTITY);
        }
    }
    who.app.companies.forget();
    Ok(who.saved(&format!("/operator/companies/{slug}"), "company-made"))
}
