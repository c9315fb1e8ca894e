//! Activation with the code on a letter (SEC-ACT-3): number and code are the proof; a code by mail then proves the address the
//! customer will sign in with, in the same browser; and the customer chooses a password.

use askama::Template;
use axum::Router;
use axum::http::{HeaderMap, StatusCode, header};
use axum::routing::get;
use carport_domain::FieldError;
use carport_domain::company::Setting;
use carport_domain::people::{CustomerNumber, EmailAddress};
use carport_domain::secrets::LetterCode;
use carport_outreach::accounts::redeem_letter;
use carport_store::codes::CodePurpose;

use super::{Holder, ask, forget, tried};
use crate::kit::app::AppState;
use crate::kit::prelude::*;
use crate::portal::session::Visitor;
use crate::portal::{limits, set_password};

/// Its addresses.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/{company}/activate/letter", get(show).post(check))
        .route("/{company}/activate/letter/code", get(enter).post(prove))
}

#[derive(Template)]
#[template(path = "portal/activate_letter.html")]
struct LetterPage {
    page: Page,
    t: Texts,
    sent: Form,
    errors: Vec<(String, String)>,
    activate_url: String,
}

#[derive(Template)]
#[template(path = "portal/activate_letter_code.html")]
struct CodePage {
    page: Page,
    t: Texts,
    sent: Form,
    errors: Vec<(String, String)>,
    again_url: String,
}

fn letter_page(portal: &Portal, sent: Form, status: StatusCode) -> WebResult<Response> {
    let t = portal.t.clone();
    let template = LetterPage {
        page: portal.page(&t.get("activate-letter-title")),
        errors: sent.summary(&t),
        sent,
        activate_url: portal.url("/activate"),
        t,
    };
    html_with_status(status, &template)
}

fn code_page(portal: &Portal, sent: Form, status: StatusCode) -> WebResult<Response> {
    let t = portal.t.clone();
    let template = CodePage {
        page: portal.page(&t.get("code-enter-title")),
        errors: sent.summary(&t),
        sent,
        again_url: portal.url("/activate/letter"),
        t,
    };
    html_with_status(status, &template)
}

async fn show(visitor: Visitor) -> WebResult<Response> {
    letter_page(&visitor.portal, Form::default(), StatusCode::OK)
}

async fn check(visitor: Visitor, mut form: Form) -> WebResult<Response> {
    let portal = &visitor.portal;
    let app = &portal.app;
    let number = form.parse("number", |text| text.parse::<CustomerNumber>());
    let code = form.parse("letter", LetterCode::parse);
    let email = form.parse("email", |text| text.parse::<EmailAddress>());
    let (Some(number), Some(code), Some(email)) = (number, code, email) else {
        return letter_page(portal, form, StatusCode::UNPROCESSABLE_ENTITY);
    };
    let company = portal.company.company.id;
    app.limit(limits::ACTIVATION_HOUR, &portal.client).await?;
    app.limit(limits::ACTIVATION_DAY, &portal.client).await?;
    app.limit(limits::ACTIVATION_COMPANY, &company.to_string())
        .await?;
    let most = portal.company.settings.get(Setting::LetterCodeTries);
    let mut tx = app.store.begin().await?;
    let letter = tx
        .company(company)
        .await?
        .try_activation_letter(&number, &code, most)
        .await?;
    tx.commit().await?;
    let problem = match letter {
        None => ("letter", FieldError::new("error-letter-code-wrong")),
        Some(letter) => {
            let holder = Holder {
                account: None,
                letter: Some(letter.id),
            };
            match ask(portal, CodePurpose::Activation, &email, holder).await? {
                Ok(cookie) => {
                    let mut response = see_other(&portal.url("/activate/letter/code"));
                    response.headers_mut().append(header::SET_COOKIE, cookie);
                    return Ok(response);
                }
                Err(problem) => ("email", problem),
            }
        }
    };
    form.errors.push(problem.0, problem.1);
    letter_page(portal, form, StatusCode::UNPROCESSABLE_ENTITY)
}

async fn enter(visitor: Visitor) -> WebResult<Response> {
    code_page(&visitor.portal, Form::default(), StatusCode::OK)
}

async fn prove(visitor: Visitor, headers: HeaderMap, mut form: Form) -> WebResult<Response> {
    let portal = &visitor.portal;
    let used = tried(portal, &headers, CodePurpose::Activation, &mut form).await?;
    if let Some(used) = used
        && let (Some(letter), Ok(email)) = (used.letter_id, used.email.parse::<EmailAddress>())
    {
        let mut tx = portal.app.store.begin().await?;
        let mut own = tx.company(portal.company.company.id).await?;
        let token = redeem_letter(&mut own, letter, &email).await?;
        tx.commit().await?;
        if let Some(token) = token {
            let mut response = set_password::carry(portal, &token.reveal());
            response.headers_mut().append(header::SET_COOKIE, forget(portal));
            return Ok(response);
        }
        // The letter ended meanwhile: a newer one was printed, or the account is active already.
        form.errors
            .push("code", FieldError::new("error-letter-code-wrong"));
    }
    code_page(portal, form, StatusCode::UNPROCESSABLE_ENTITY)
}
