//! Giving the password once more before a sensitive page (DESIGN decision 3, SEC-STEP-1).

use askama::Template;
use axum::Router;
use axum::extract::Query;
use axum::http::{StatusCode, header};
use axum::routing::get;
use carport_domain::FieldError;
use serde::Deserialize;

use super::frame::Here;
use super::session::{self, Member};
use crate::kit::app::AppState;
use crate::kit::prelude::*;

/// Its addresses.
pub fn routes() -> Router<AppState> {
    Router::new().route("/{company}/step-up", get(show).post(prove))
}

#[derive(Template)]
#[template(path = "portal/step_up.html")]
struct StepUp {
    page: Page,
    t: Texts,
    sent: Form,
    errors: Vec<(String, String)>,
    to: String,
    email: String,
    back_url: String,
    code_url: String,
}

#[derive(Debug, Deserialize)]
struct Onward {
    #[serde(default)]
    to: String,
}

/// The page, with a form that came back.
pub(super) fn page(member: &Member, sent: Form, to: &str, status: StatusCode) -> WebResult<Response> {
    let t = member.portal.t.clone();
    let template = StepUp {
        page: member.page(&t.get("step-up-title"), Here::Account),
        errors: sent.summary(&t),
        sent,
        to: session::onward(&member.portal, to).unwrap_or_default(),
        email: member.account.email.as_str().to_owned(),
        back_url: member.portal.url("/account"),
        code_url: member.portal.url("/step-up/code/send"),
        t,
    };
    html_with_status(status, &template)
}

async fn show(member: Member, Query(onward): Query<Onward>) -> WebResult<Response> {
    page(&member, Form::default(), &onward.to, StatusCode::OK)
}

async fn prove(member: Member, mut form: Form) -> WebResult<Response> {
    let to = form.text("to").to_owned();
    if !member.proves(form.raw("password")).await? {
        form.errors
            .push("password", FieldError::new("error-password-wrong"));
        return page(&member, form, &to, StatusCode::UNPROCESSABLE_ENTITY);
    }
    let cookie = session::refresh(&member).await?;
    let mut response =
        see_other(&session::onward(&member.portal, &to).unwrap_or_else(|| member.portal.url("/account")));
    response.headers_mut().append(header::SET_COOKIE, cookie);
    Ok(response)
}
