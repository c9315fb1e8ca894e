//! Signing in (F4, F32, F57): e-mail address and password, and the question whether to stay signed in.

use askama::Template;
use axum::Router;
use axum::extract::Query;
use axum::http::{StatusCode, header};
use axum::routing::get;
use carport_domain::FieldError;
use carport_domain::company::StaySignedIn;
use carport_domain::people::EmailAddress;
use serde::Deserialize;

use super::limits;
use super::session::{self, Visitor};
use crate::kit::app::AppState;
use crate::kit::prelude::*;

/// Its addresses.
pub fn routes() -> Router<AppState> {
    Router::new().route("/{company}/sign-in", get(show).post(sign_in))
}

#[derive(Template)]
#[template(path = "portal/sign_in.html")]
struct SignIn {
    page: Page,
    t: Texts,
    sent: Form,
    errors: Vec<(String, String)>,
    to: String,
    stay_hint: String,
    code_url: String,
    activate_url: String,
    forgot_url: String,
}

/// Where to go afterwards.
#[derive(Debug, Deserialize)]
struct Onward {
    #[serde(default)]
    to: String,
}

/// How long «stay signed in» lasts here, in words (F57).
pub(super) fn stay_hint(portal: &Portal) -> String {
    let t = &portal.t;
    match portal.company.settings.stay_signed_in() {
        StaySignedIn::ForEver => t.get("sign-in-stay-for-ever"),
        StaySignedIn::Hours(hours) if hours % 24 == 0 => {
            t.with("sign-in-stay-days", &[("count", (hours / 24).into())])
        }
        StaySignedIn::Hours(hours) => t.with("sign-in-stay-hours", &[("count", hours.into())]),
    }
}

fn page(portal: &Portal, sent: Form, to: &str, status: StatusCode) -> WebResult<Response> {
    let t = portal.t.clone();
    let template = SignIn {
        page: portal.page(&t.get("sign-in-title")),
        errors: sent.summary(&t),
        sent,
        to: session::onward(portal, to).unwrap_or_default(),
        stay_hint: stay_hint(portal),
        code_url: session::with_onward(portal, "/sign-in/code", to),
        activate_url: portal.url("/activate"),
        forgot_url: portal.url("/forgot-password"),
        t,
    };
    html_with_status(status, &template)
}

async fn show(visitor: Visitor, Query(onward): Query<Onward>) -> WebResult<Response> {
    let portal = &visitor.portal;
    if visitor.member.is_some() {
        return Ok(see_other(
            &session::onward(portal, &onward.to).unwrap_or_else(|| portal.url("")),
        ));
    }
    page(portal, Form::default(), &onward.to, StatusCode::OK)
}

async fn sign_in(visitor: Visitor, mut form: Form) -> WebResult<Response> {
    let portal = &visitor.portal;
    let app = &portal.app;
    app.limit(limits::SIGN_IN_NETWORK, &portal.client).await?;
    let email = form.required("email");
    if form.raw("password").is_empty() {
        form.errors
            .push("password", FieldError::new("error-password-empty"));
    }
    let to = form.text("to").to_owned();
    let (Some(email), true) = (email, form.errors.is_empty()) else {
        return page(portal, form, &to, StatusCode::UNPROCESSABLE_ENTITY);
    };
    // What is no address cannot be anybody's; it takes the same road as an unknown one.
    let folded = email
        .parse::<EmailAddress>()
        .map_or_else(|_| email.to_lowercase(), |email| email.fold());
    let company = portal.company.company.id;
    app.limit(limits::SIGN_IN_ACCOUNT, &format!("{company} {folded}"))
        .await?;
    let mut tx = app.store.read().await?;
    let account = tx.company(company).await?.account_by_email(&folded).await?;
    drop(tx);
    let stored = account
        .as_ref()
        .and_then(|account| account.password_hash.as_deref());
    let right = app.passwords.verify(form.raw("password"), stored).await?;
    let Some(account) = account.filter(|_| right) else {
        form.errors.push("email", FieldError::new("error-sign-in"));
        return page(portal, form, &to, StatusCode::UNPROCESSABLE_ENTITY);
    };
    let old = visitor.member.as_ref().map(|member| &member.session);
    let cookie = session::open(portal, account.id, form.has("stay"), old).await?;
    let mut response = see_other(&session::onward(portal, &to).unwrap_or_else(|| portal.url("")));
    response.headers_mut().append(header::SET_COOKIE, cookie);
    Ok(response)
}
