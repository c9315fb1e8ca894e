//! A forgotten password (F56): the address is written down, everybody reads the same, a job sends the link.

use askama::Template;
use axum::Router;
use axum::http::StatusCode;
use axum::routing::get;
use carport_domain::people::EmailAddress;
use carport_outreach::accounts::queue_reset;

use super::activate::CheckYourMail;
use super::limits;
use super::session::Visitor;
use crate::kit::app::AppState;
use crate::kit::prelude::*;

/// Its addresses.
pub fn routes() -> Router<AppState> {
    Router::new().route("/{company}/forgot-password", get(show).post(ask))
}

#[derive(Template)]
#[template(path = "portal/forgot_password.html")]
struct ForgotPassword {
    page: Page,
    t: Texts,
    sent: Form,
    errors: Vec<(String, String)>,
    sign_in_url: String,
}

fn page(portal: &Portal, sent: Form, status: StatusCode) -> WebResult<Response> {
    let t = portal.t.clone();
    let template = ForgotPassword {
        page: portal.page(&t.get("forgot-title")),
        errors: sent.summary(&t),
        sent,
        sign_in_url: portal.url("/sign-in"),
        t,
    };
    html_with_status(status, &template)
}

async fn show(visitor: Visitor) -> WebResult<Response> {
    page(&visitor.portal, Form::default(), StatusCode::OK)
}

async fn ask(visitor: Visitor, mut form: Form) -> WebResult<Response> {
    let portal = &visitor.portal;
    let app = &portal.app;
    let Some(email) = form.parse("email", |text| text.parse::<EmailAddress>()) else {
        return page(portal, form, StatusCode::UNPROCESSABLE_ENTITY);
    };
    app.limit(limits::FORGOT_NETWORK, &portal.client).await?;
    let mut tx = app.store.begin().await?;
    queue_reset(
        &mut tx.company(portal.company.company.id).await?,
        email.as_str(),
        portal.language,
    )
    .await?;
    tx.commit().await?;
    let t = &portal.t;
    html_with_status(
        StatusCode::ACCEPTED,
        &CheckYourMail {
            page: portal.page(&t.get("check-mail-title")),
            text: t.get("forgot-sent"),
            otherwise: t.get("forgot-sent-otherwise"),
            otherwise_url: portal.url("/activate"),
            otherwise_label: t.get("sign-in-new-account"),
            sign_in_url: portal.url("/sign-in"),
            sign_in_label: t.get("check-mail-sign-in"),
        },
    )
}
