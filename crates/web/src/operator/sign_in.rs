//! Signing in to the console: password, then code. An operator without a code sets one up before anything else.

use askama::Template;
use axum::Router;
use axum::http::{StatusCode, header};
use axum::routing::{get, post};
use carport_domain::FieldError;
use carport_domain::people::EmailAddress;
use carport_domain::secrets::Token;
use carport_store::attempts::Limit;
use carport_store::staff::NewSession;
use sha2::{Digest, Sha256};

use super::frame::HalfSignedIn;
use crate::kit::app::AppState;
use crate::kit::cookies;
use crate::kit::prelude::*;
use crate::kit::staff::token_hash;
use crate::kit::totp;
use crate::office::door::Stranger;

/// Sign-in tries from one network.
const NETWORK: Limit = Limit {
    name: "operator-sign-in-network",
    count: 10,
    seconds: 300,
};
/// Sign-in tries for one account, from anywhere.
const ACCOUNT: Limit = Limit {
    name: "operator-sign-in-account",
    count: 100,
    seconds: 3_600,
};
/// Codes tried for one account.
pub(super) const CODE: Limit = Limit {
    name: "operator-code",
    count: 5,
    seconds: 600,
};

/// Its addresses.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/operator/sign-in", get(show).post(sign_in))
        .route("/operator/sign-in/code", post(code))
}

#[derive(Template)]
#[template(path = "operator/sign_in.html")]
struct SignIn {
    page: Page,
    t: Texts,
    sent: Form,
    errors: Vec<(String, String)>,
    asks_code: bool,
}

fn page(who: &Stranger, sent: Form, asks_code: bool, status: StatusCode) -> WebResult<Response> {
    let title = who.t.get(if asks_code {
        "office-code-title"
    } else {
        "operator-sign-in-title"
    });
    let page = who.page(&title, "/operator");
    html_with_status(
        status,
        &SignIn {
            page,
            errors: sent.summary(&who.t),
            t: who.t.clone(),
            sent,
            asks_code,
        },
    )
}

async fn show(who: Stranger, session: Result<HalfSignedIn, WebError>) -> WebResult<Response> {
    match session {
        Ok(s) if s.session.second_factor_at.is_some() => Ok(see_other("/operator")),
        Ok(s) if s.session.has_second_factor => page(&who, Form::default(), true, StatusCode::OK),
        Ok(_) => Ok(see_other("/operator/second-factor")),
        Err(WebError::SignIn(_)) => page(&who, Form::default(), false, StatusCode::OK),
        Err(fault) => Err(fault),
    }
}

async fn sign_in(who: Stranger, mut form: Form) -> WebResult<Response> {
    let app = &who.app;
    app.limit(NETWORK, &who.client).await?;
    let email = form.required("email");
    if form.raw("password").is_empty() {
        form.errors
            .push("password", FieldError::new("error-password-empty"));
    }
    let (Some(email), true) = (email, form.errors.is_empty()) else {
        return page(&who, form, false, StatusCode::UNPROCESSABLE_ENTITY);
    };
    // What is no address cannot be anybody's; it takes the same road as an unknown one.
    let folded = email
        .parse::<EmailAddress>()
        .map_or_else(|_| email.to_lowercase(), |e| e.fold());
    app.limit(ACCOUNT, &folded).await?;
    let mut tx = app.store.read().await?;
    let operator = tx.installation().await?.operator_by_email(&folded).await?;
    drop(tx);
    let right = app
        .passwords
        .verify(
            form.raw("password"),
            operator.as_ref().map(|o| o.password_hash.as_str()),
        )
        .await?;
    let Some(operator) = operator.filter(|_| right) else {
        form.errors.push("email", FieldError::new("error-sign-in"));
        return page(&who, form, false, StatusCode::UNPROCESSABLE_ENTITY);
    };
    let name = cookies::operator_session(app);
    let token = Token::random().reveal();
    let hash = Sha256::digest(token.as_bytes());
    let mut tx = app.store.begin().await?;
    let mut installation = tx.installation().await?;
    if let Some(old) = token_hash(&who.headers, &name) {
        installation.end_operator_session(&old).await?;
    }
    // The password alone opens nothing but the next step.
    let new = NewSession {
        token_hash: &hash,
        ip: &who.client,
        user_agent: &who.user_agent,
        second_factor: false,
    };
    installation.start_operator_session(operator.id, new).await?;
    tx.commit().await?;
    let mut response = see_other("/operator/sign-in");
    response
        .headers_mut()
        .append(header::SET_COOKIE, cookies::set_secret(app, &name, &token, None));
    Ok(response)
}

async fn code(who: Stranger, session: HalfSignedIn, mut form: Form) -> WebResult<Response> {
    let app = &who.app;
    let id = session.session.id;
    app.limit(CODE, &id.to_string()).await?;
    let mut tx = app.store.begin().await?;
    let seconds = u64::try_from(tx.now().0 / 1_000_000).unwrap_or(0);
    let mut installation = tx.installation().await?;
    let secret = installation.operator_totp(id).await?;
    let step = secret.and_then(|(secret, _)| totp::accepted_step(&secret, form.text("code"), seconds));
    let accepted = match step {
        Some(step) => installation.use_operator_totp_step(id, step).await?,
        None => false,
    };
    if !accepted {
        drop(tx);
        form.errors.push("code", FieldError::new("error-code"));
        return page(&who, form, true, StatusCode::UNPROCESSABLE_ENTITY);
    }
    installation.confirm_operator_session(&session.token_hash).await?;
    tx.commit().await?;
    Ok(see_other("/operator"))
}
