//! «Maak een nieuw account aan» (F26–F28): three fields that only look a customer up. The page writes down what was typed
//! and answers the same to everybody; a job does the rest (SEC-ACT-1, SEC-ACT-2).

use askama::Template;
use axum::Router;
use axum::http::StatusCode;
use axum::routing::get;
use carport_domain::CountryCode;
use carport_domain::company::Module;
use carport_domain::people::{CustomerNumber, EmailAddress};
use carport_domain::vehicles::Plate;
use carport_outreach::accounts::queue_activation;

use super::limits;
use super::session::Visitor;
use crate::kit::app::AppState;
use crate::kit::prelude::*;

/// Its addresses.
pub fn routes() -> Router<AppState> {
    Router::new().route("/{company}/activate", get(show).post(activate))
}

#[derive(Template)]
#[template(path = "portal/activate.html")]
struct Activate {
    page: Page,
    t: Texts,
    sent: Form,
    errors: Vec<(String, String)>,
    letter_url: String,
    request_url: String,
    sign_in_url: String,
}

/// What everybody reads after sending a form that looks somebody up.
#[derive(Template)]
#[template(path = "portal/check_your_mail.html")]
pub struct CheckYourMail {
    /// The frame.
    pub page: Page,
    /// What happens now.
    pub text: String,
    /// What to do when nothing comes.
    pub otherwise: String,
    /// Where that is done; empty for nowhere.
    pub otherwise_url: String,
    /// What the link there says.
    pub otherwise_label: String,
    /// Back to signing in.
    pub sign_in_url: String,
    /// What that link says.
    pub sign_in_label: String,
}

/// The country whose plates and postcodes a company's forms expect first.
pub fn country(portal: &Portal) -> CountryCode {
    CountryCode::recognise(&portal.company.company.country).unwrap_or(CountryCode::NL)
}

fn page(portal: &Portal, sent: Form, status: StatusCode) -> WebResult<Response> {
    let t = portal.t.clone();
    let can_request = portal.company.modules.has(Module::AccountRequest);
    html_with_status(
        status,
        &Activate {
            page: portal.page(&t.get("activate-title")),
            errors: sent.summary(&t),
            sent,
            letter_url: portal.url("/activate/letter"),
            request_url: if can_request {
                portal.url("/request-account")
            } else {
                String::new()
            },
            sign_in_url: portal.url("/sign-in"),
            t,
        },
    )
}

async fn show(visitor: Visitor) -> WebResult<Response> {
    page(&visitor.portal, Form::default(), StatusCode::OK)
}

async fn activate(visitor: Visitor, mut form: Form) -> WebResult<Response> {
    let portal = &visitor.portal;
    let app = &portal.app;
    let country = country(portal);
    let number = form.parse("number", |text| text.parse::<CustomerNumber>());
    let email = form.parse("email", |text| text.parse::<EmailAddress>());
    let plate = form.parse("plate", |text| Plate::parse(text, country));
    let (Some(number), Some(email), Some(plate)) = (number, email, plate) else {
        return page(portal, form, StatusCode::UNPROCESSABLE_ENTITY);
    };
    let company = portal.company.company.id;
    app.limit(limits::ACTIVATION_HOUR, &portal.client).await?;
    app.limit(limits::ACTIVATION_DAY, &portal.client).await?;
    app.limit(limits::ACTIVATION_COMPANY, &company.to_string())
        .await?;
    let mut tx = app.store.begin().await?;
    let mut own = tx.company(company).await?;
    let typed = (number.as_str(), email.as_str(), plate.as_str());
    queue_activation(&mut own, typed, portal.language, &portal.client).await?;
    tx.commit().await?;
    let t = &portal.t;
    let can_request = portal.company.modules.has(Module::AccountRequest);
    html_with_status(
        StatusCode::ACCEPTED,
        &CheckYourMail {
            page: portal.page(&t.get("check-mail-title")),
            text: t.get("activate-sent"),
            otherwise: t.get("activate-sent-otherwise"),
            otherwise_url: if can_request {
                portal.url("/request-account")
            } else {
                String::new()
            },
            otherwise_label: t.get("activate-request-link"),
            sign_in_url: portal.url("/sign-in"),
            sign_in_label: t.get("check-mail-sign-in"),
        },
    )
}
