//! Changing the password (F59): the current one is asked, every other session ends, the address hears of it.

use askama::Template;
use axum::Router;
use axum::http::{StatusCode, header};
use axum::routing::get;
use carport_domain::FieldError;
use carport_outreach::accounts::notify;

use crate::kit::app::AppState;
use crate::kit::prelude::*;
use crate::portal::details::saved;
use crate::portal::frame::Here;
use crate::portal::session::{self, Member};
use crate::portal::set_password::check_new;
use carport_domain::passwords::Use;

/// Its addresses.
pub fn routes() -> Router<AppState> {
    Router::new().route("/{company}/account/password", get(show).post(change))
}

#[derive(Template)]
#[template(path = "portal/account_password.html")]
struct Password {
    page: Page,
    t: Texts,
    sent: Form,
    errors: Vec<(String, String)>,
    email: String,
    hint: String,
    back_url: String,
}

fn page(member: &Member, sent: Form, status: StatusCode) -> WebResult<Response> {
    let t = member.portal.t.clone();
    let template = Password {
        page: member.page(&t.get("account-password-title"), Here::Account),
        errors: sent.summary(&t),
        sent,
        email: member.account.email.as_str().to_owned(),
        hint: t.with("set-password-hint", &[("min", (Use::Alone.min() as i64).into())]),
        back_url: member.portal.url("/account"),
        t,
    };
    html_with_status(status, &template)
}

async fn show(member: Member) -> WebResult<Response> {
    page(&member, Form::default(), StatusCode::OK)
}

async fn change(member: Member, mut form: Form) -> WebResult<Response> {
    let portal = &member.portal;
    let app = &portal.app;
    if !member.proves(form.raw("current")).await? {
        form.errors
            .push("current", FieldError::new("error-password-wrong"));
        return page(&member, form, StatusCode::UNPROCESSABLE_ENTITY);
    }
    let mut tx = app.store.read().await?;
    let cars = tx.customer(member.who).await?.my_vehicles().await?;
    drop(tx);
    let mut context = vec![
        portal.company.company.name.clone(),
        member.customer.display_name(),
        member.account.email.as_str().to_owned(),
    ];
    context.extend(cars.into_iter().filter_map(|car| car.plate));
    check_new(portal, &mut form, &context);
    if form.errors.is_empty() && form.raw("password") == form.raw("current") {
        form.errors
            .push("password", FieldError::new("error-password-same"));
    }
    if !form.errors.is_empty() {
        return page(&member, form, StatusCode::UNPROCESSABLE_ENTITY);
    }
    let hash = app.passwords.hash(form.raw("password")).await?;
    let mut tx = app.store.begin().await?;
    let mut own = tx.company(member.who.company).await?;
    own.set_password(member.account.id, &hash).await?;
    own.end_account_sessions(member.account.id, Some(&member.session.token_hash))
        .await?;
    let actor = format!("customer:{}", member.who.customer);
    own.audit(
        &actor,
        "account.password_changed",
        &format!("account:{}", member.account.id),
        &serde_json::json!({}),
    )
    .await?;
    let to = ("password-changed", &member.account.email);
    notify(
        &mut own,
        app.store.keys(),
        &app.config.base_url,
        &member.account,
        to,
        portal.language,
        None,
    )
    .await?;
    tx.commit().await?;
    let cookie = session::refresh(&member).await?;
    let mut response = saved(portal, "/account", "password-changed");
    response.headers_mut().append(header::SET_COOKIE, cookie);
    Ok(response)
}
