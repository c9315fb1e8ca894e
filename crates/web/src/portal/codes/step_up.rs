//! Proving once more who is there with a code by mail, for whoever does not have the password at hand (SEC-STEP-1).

use askama::Template;
use axum::Router;
use axum::extract::Query;
use axum::http::{HeaderMap, StatusCode, header};
use axum::routing::{get, post};
use carport_domain::FieldError;
use carport_store::codes::CodePurpose;
use serde::Deserialize;

use super::{Holder, ask, forget, tried};
use crate::kit::app::AppState;
use crate::kit::prelude::*;
use crate::portal::frame::Here;
use crate::portal::session::{self, Member};
use crate::portal::step_up;

/// Its addresses.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/{company}/step-up/code", get(show).post(prove))
        .route("/{company}/step-up/code/send", post(send))
}

#[derive(Template)]
#[template(path = "portal/step_up_code.html")]
struct CodePage {
    page: Page,
    t: Texts,
    sent: Form,
    errors: Vec<(String, String)>,
    to: String,
    lead: String,
    password_url: String,
}

#[derive(Debug, Deserialize)]
struct Onward {
    #[serde(default)]
    to: String,
}

fn page(member: &Member, sent: Form, to: &str, status: StatusCode) -> WebResult<Response> {
    let t = member.portal.t.clone();
    let email = member.account.email.as_str().to_owned();
    let template = CodePage {
        page: member.page(&t.get("code-enter-title"), Here::Account),
        errors: sent.summary(&t),
        sent,
        to: session::onward(&member.portal, to).unwrap_or_default(),
        lead: t.with("code-step-up-lead", &[("email", email.into())]),
        password_url: session::with_onward(&member.portal, "/step-up", to),
        t,
    };
    html_with_status(status, &template)
}

async fn show(member: Member, Query(onward): Query<Onward>) -> WebResult<Response> {
    page(&member, Form::default(), &onward.to, StatusCode::OK)
}

async fn send(member: Member, mut form: Form) -> WebResult<Response> {
    let portal = &member.portal;
    let to = form.text("to").to_owned();
    let holder = Holder {
        account: Some(member.account.id),
        letter: None,
    };
    match ask(portal, CodePurpose::StepUp, &member.account.email, holder).await? {
        Ok(cookie) => {
            let mut response = see_other(&session::with_onward(portal, "/step-up/code", &to));
            response.headers_mut().append(header::SET_COOKIE, cookie);
            Ok(response)
        }
        Err(problem) => {
            form.errors.push("password", problem);
            step_up::page(&member, form, &to, StatusCode::UNPROCESSABLE_ENTITY)
        }
    }
}

async fn prove(member: Member, headers: HeaderMap, mut form: Form) -> WebResult<Response> {
    let portal = &member.portal;
    let to = form.text("to").to_owned();
    let used = tried(portal, &headers, CodePurpose::StepUp, &mut form).await?;
    // The browser may have signed in as somebody else since.
    if used.and_then(|used| used.account_id) != Some(member.account.id) {
        if form.errors.is_empty() {
            form.errors.push("code", FieldError::new("error-mail-code-over"));
        }
        return page(&member, form, &to, StatusCode::UNPROCESSABLE_ENTITY);
    }
    let cookie = session::refresh(&member).await?;
    let mut response = see_other(&session::onward(portal, &to).unwrap_or_else(|| portal.url("/account")));
    let set = response.headers_mut();
    set.append(header::SET_COOKIE, cookie);
    set.append(header::SET_COOKIE, forget(portal));
    Ok(response)
}
