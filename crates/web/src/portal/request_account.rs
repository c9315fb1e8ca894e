//! «MijnVoertuig account aanvragen» (F29, F30): for those who have no activation data. The company answers within two
//! working days; nobody learns here whether the company knows them.

use askama::Template;
use axum::Router;
use axum::http::StatusCode;
use axum::routing::get;
use carport_domain::company::{Module, Setting, WorkingDays};
use carport_domain::people::{AddressInput, EmailAddress, NameInput, PersonName, PostalAddress};
use carport_domain::vehicles::Plate;
use carport_domain::{Language, Timestamp, format};
use carport_outreach::accounts::receive_request;
use carport_store::account_requests::NewAccountRequest;
use chrono::NaiveDate;

use super::activate::{CheckYourMail, country};
use super::limits;
use super::session::{self, Visitor};
use crate::kit::app::AppState;
use crate::kit::prelude::*;

/// Its addresses.
pub fn routes() -> Router<AppState> {
    Router::new().route("/{company}/request-account", get(show).post(request))
}

#[derive(Template)]
#[template(path = "portal/request_account.html")]
struct RequestAccount {
    page: Page,
    t: Texts,
    sent: Form,
    errors: Vec<(String, String)>,
    promise: String,
    sign_in_url: String,
}

fn page(portal: &Portal, sent: Form, status: StatusCode) -> WebResult<Response> {
    let t = portal.t.clone();
    let days = portal.company.settings.get(Setting::RequestWorkingDays);
    html_with_status(
        status,
        &RequestAccount {
            page: portal.page(&t.get("request-title")),
            errors: sent.summary(&t),
            sent,
            promise: t.with("request-promise", &[("count", days.into())]),
            sign_in_url: portal.url("/sign-in"),
            t,
        },
    )
}

async fn show(visitor: Visitor) -> WebResult<Response> {
    session::require(&visitor.portal, Module::AccountRequest)?;
    page(&visitor.portal, Form::default(), StatusCode::OK)
}

/// Reads the form; what is wrong is noted field by field.
fn read(portal: &Portal, form: &mut Form) -> Option<NewAccountRequest> {
    let country = country(portal);
    let first_name = form.required("first_name");
    let last_name = form.required("last_name");
    let email = form.parse("email", |text| text.parse::<EmailAddress>());
    let plate = form.parse("plate", |text| Plate::parse(text, country));
    let address = PostalAddress::parse(AddressInput {
        street: form.text("street"),
        house_number: form.text("house_number"),
        postcode: form.text("postcode"),
        city: form.text("city"),
        ..AddressInput::empty(country)
    });
    let address = keep(form, address);
    let (first_name, last_name) = (first_name?, last_name?);
    let name = PersonName::parse(NameInput {
        first_name: &first_name,
        surname: &last_name,
        ..NameInput::default()
    });
    let name = match name {
        Ok(name) => Some(name),
        Err(errors) => {
            for (field, error) in errors.iter() {
                form.errors.push(
                    if field == "surname" {
                        "last_name"
                    } else {
                        "first_name"
                    },
                    error.clone(),
                );
            }
            None
        }
    };
    let (name, email, plate, address) = (name?, email?, plate?, address?);
    let postcode_key = address.key().split('|').take(2).collect::<Vec<_>>().join("|") + "|";
    Some(NewAccountRequest {
        first_name: name.first_name.clone().unwrap_or_default(),
        last_name: name.family().unwrap_or_default(),
        surname_folded: carport_domain::people::fold(name.surname.as_deref().unwrap_or_default()),
        street: address.street.clone(),
        house_number: [address.house_number.clone(), address.addition.clone()]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" "),
        postcode: address.postcode.clone(),
        city: address.city.clone(),
        plate: plate.as_str().to_owned(),
        plate_folded: plate.key(),
        email_folded: email.fold(),
        email: email.as_str().to_owned(),
        language: portal.language,
        due_at: Timestamp(0),
        postcode_key,
    })
}

/// Takes the value, or notes the errors of several fields.
pub fn keep<T>(form: &mut Form, read: Result<T, FieldErrors>) -> Option<T> {
    match read {
        Ok(value) => Some(value),
        Err(errors) => {
            for (field, error) in errors.iter() {
                form.errors.push(field.to_owned(), error.clone());
            }
            None
        }
    }
}

async fn request(visitor: Visitor, mut form: Form) -> WebResult<Response> {
    let portal = &visitor.portal;
    session::require(portal, Module::AccountRequest)?;
    let read = read(portal, &mut form);
    let Some(mut request) = read.filter(|_| form.errors.is_empty()) else {
        return page(portal, form, StatusCode::UNPROCESSABLE_ENTITY);
    };
    let (app, company) = (&portal.app, &portal.company.company);
    app.limit(limits::REQUEST_NETWORK, &portal.client).await?;
    app.limit(limits::REQUEST_COMPANY, &company.id.to_string())
        .await?;
    let days = portal.company.settings.number(Setting::RequestWorkingDays);
    let mut tx = app.store.begin().await?;
    let mut own = tx.company(company.id).await?;
    let closures = own.closures().await?.into_iter().map(|(day, _)| day);
    let today = company.today(own.now());
    let due = WorkingDays::new(country(portal), closures).after(today, u32::try_from(days).unwrap_or(2));
    request.due_at = Timestamp::end_of(due, company.time_zone);
    let words = (words(due, portal.language), words(due, company.default_language));
    receive_request(
        &mut own,
        app.store.keys(),
        &app.config.base_url,
        &request,
        (&words.0, &words.1),
    )
    .await?;
    tx.commit().await?;
    let t = &portal.t;
    html_with_status(
        StatusCode::ACCEPTED,
        &CheckYourMail {
            page: portal.page(&t.get("request-sent-title")),
            text: t.with("request-sent", &[("due", words.0.into())]),
            otherwise: String::new(),
            otherwise_url: String::new(),
            otherwise_label: String::new(),
            sign_in_url: portal.url("/sign-in"),
            sign_in_label: t.get("check-mail-sign-in"),
        },
    )
}

fn words(day: NaiveDate, language: Language) -> String {
    format::date_with_weekday(day, language)
}
