//! Signing in with a code by mail instead of a password (F62, SEC-OTP-2).

use askama::Template;
use axum::Router;
use axum::extract::Query;
use axum::http::{HeaderMap, StatusCode, header};
use axum::routing::get;
use carport_domain::FieldError;
use carport_domain::people::EmailAddress;
use carport_store::accounts::AccountState;
use carport_store::codes::CodePurpose;
use serde::Deserialize;

use super::{Holder, ask, forget, tried};
use crate::kit::app::AppState;
use crate::kit::prelude::*;
use crate::portal::session::{self, Visitor};
use crate::portal::sign_in::stay_hint;

/// Its addresses.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/{company}/sign-in/code", get(show).post(send))
        .route("/{company}/sign-in/code/enter", get(enter).post(sign_in))
}

#[derive(Template)]
#[template(path = "portal/sign_in_code.html")]
struct AskPage {
    page: Page,
    t: Texts,
    sent: Form,
    errors: Vec<(String, String)>,
    to: String,
    password_url: String,
}

#[derive(Template)]
#[template(path = "portal/sign_in_code_enter.html")]
struct EnterPage {
    page: Page,
    t: Texts,
    sent: Form,
    errors: Vec<(String, String)>,
    to: String,
    stay_hint: String,
    again_url: String,
    password_url: String,
}

#[derive(Debug, Deserialize)]
struct Onward {
    #[serde(default)]
    to: String,
}

fn ask_page(portal: &Portal, sent: Form, to: &str, status: StatusCode) -> WebResult<Response> {
    let t = portal.t.clone();
    let template = AskPage {
        page: portal.page(&t.get("code-sign-in-title")),
        errors: sent.summary(&t),
        sent,
        to: session::onward(portal, to).unwrap_or_default(),
        password_url: session::with_onward(portal, "/sign-in", to),
        t,
    };
    html_with_status(status, &template)
}

fn enter_page(portal: &Portal, sent: Form, to: &str, status: StatusCode) -> WebResult<Response> {
    let t = portal.t.clone();
    let template = EnterPage {
        page: portal.page(&t.get("code-enter-title")),
        errors: sent.summary(&t),
        sent,
        to: session::onward(portal, to).unwrap_or_default(),
        stay_hint: stay_hint(portal),
        again_url: session::with_onward(portal, "/sign-in/code", to),
        password_url: session::with_onward(portal, "/sign-in", to),
        t,
    };
    html_with_status(status, &template)
}

async fn show(visitor: Visitor, Query(onward): Query<Onward>) -> WebResult<Response> {
    ask_page(&visitor.portal, Form::default(), &onward.to, StatusCode::OK)
}

async fn send(visitor: Visitor, mut form: Form) -> WebResult<Response> {
    let portal = &visitor.portal;
    let to = form.text("to").to_owned();
    let Some(email) = form.parse("email", |text| text.parse::<EmailAddress>()) else {
        return ask_page(portal, form, &to, StatusCode::UNPROCESSABLE_ENTITY);
    };
    let cookie = match ask(portal, CodePurpose::SignIn, &email, Holder::default()).await? {
        Ok(cookie) => cookie,
        Err(problem) => {
            form.errors.push("email", problem);
            return ask_page(portal, form, &to, StatusCode::UNPROCESSABLE_ENTITY);
        }
    };
    let mut response = see_other(&session::with_onward(portal, "/sign-in/code/enter", &to));
    response.headers_mut().append(header::SET_COOKIE, cookie);
    Ok(response)
}

async fn enter(visitor: Visitor, Query(onward): Query<Onward>) -> WebResult<Response> {
    enter_page(&visitor.portal, Form::default(), &onward.to, StatusCode::OK)
}

async fn sign_in(visitor: Visitor, headers: HeaderMap, mut form: Form) -> WebResult<Response> {
    let portal = &visitor.portal;
    let to = form.text("to").to_owned();
    let Some(used) = tried(portal, &headers, CodePurpose::SignIn, &mut form).await? else {
        return enter_page(portal, form, &to, StatusCode::UNPROCESSABLE_ENTITY);
    };
    let mut tx = portal.app.store.read().await?;
    let mut own = tx.company(portal.company.company.id).await?;
    let account = match used.account_id {
        Some(id) => own.account(id).await?,
        None => None,
    };
    drop(tx);
    // Closed while the code was on its way.
    let Some(account) = account.filter(|account| account.state == AccountState::Active) else {
        form.errors.push("code", FieldError::new("error-mail-code-over"));
        return enter_page(portal, form, &to, StatusCode::UNPROCESSABLE_ENTITY);
    };
    let old = visitor.member.as_ref().map(|member| &member.session);
    let cookie = session::open(portal, account.id, form.has("stay"), old).await?;
    let mut response = see_other(&session::onward(portal, &to).unwrap_or_else(|| portal.url("")));
    let set = response.headers_mut();
    set.append(header::SET_COOKIE, cookie);
    set.append(header::SET_COOKIE, forget(portal));
    Ok(response)
}
