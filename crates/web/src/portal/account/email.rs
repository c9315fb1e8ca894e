//! Changing the address to sign in with (F60): asked with a fresh proof, confirmed by a link to the new address, told to
//! the old one, which can take it back for seven days.

use askama::Template;
use axum::Router;
use axum::http::StatusCode;
use axum::routing::get;
use carport_domain::FieldError;
use carport_domain::people::EmailAddress;
use carport_outreach::accounts::confirm_new_address;

use crate::kit::app::AppState;
use crate::kit::prelude::*;
use crate::portal::details::saved;
use crate::portal::frame::Here;
use crate::portal::limits;
use crate::portal::session::Member;

/// Its addresses.
pub fn routes() -> Router<AppState> {
    Router::new().route("/{company}/account/email", get(show).post(change))
}

#[derive(Template)]
#[template(path = "portal/account_email.html")]
struct Email {
    page: Page,
    t: Texts,
    sent: Form,
    errors: Vec<(String, String)>,
    email: String,
    ask_password: bool,
    back_url: String,
}

fn page(member: &Member, sent: Form, status: StatusCode) -> WebResult<Response> {
    let t = member.portal.t.clone();
    let template = Email {
        page: member.page(&t.get("account-email-title"), Here::Account),
        errors: sent.summary(&t),
        sent,
        email: member.account.email.as_str().to_owned(),
        ask_password: !member.is_fresh(),
        back_url: member.portal.url("/account"),
        t,
    };
    html_with_status(status, &template)
}

async fn show(member: Member) -> WebResult<Response> {
    member.require_fresh()?;
    page(&member, Form::default(), StatusCode::OK)
}

async fn change(member: Member, mut form: Form) -> WebResult<Response> {
    let portal = &member.portal;
    let app = &portal.app;
    let Some(new) = form.parse("email", |text| text.parse::<EmailAddress>()) else {
        return page(&member, form, StatusCode::UNPROCESSABLE_ENTITY);
    };
    if new.fold() == member.account.email.fold() {
        form.errors.push("email", FieldError::new("error-email-same"));
        return page(&member, form, StatusCode::UNPROCESSABLE_ENTITY);
    }
    // The proof may have grown old while the address was being typed; then it is asked here, and nothing typed is lost.
    if !member.is_fresh() && !member.proves(form.raw("password")).await? {
        form.errors
            .push("password", FieldError::new("error-password-wrong"));
        return page(&member, form, StatusCode::UNPROCESSABLE_ENTITY);
    }
    app.limit(limits::EMAIL_CHANGE, &member.account.id.to_string())
        .await?;
    let mut tx = app.store.begin().await?;
    let mut own = tx.company(member.who.company).await?;
    confirm_new_address(
        &mut own,
        app.store.keys(),
        &app.config.base_url,
        &member.account,
        (&new, None),
        portal.language,
    )
    .await?;
    tx.commit().await?;
    Ok(saved(portal, "/account", "email-change-sent"))
}
