//! Signing in to the back office: password, then the code of the second factor where one is set up.

use askama::Template;
use axum::Router;
use axum::extract::Query;
use axum::http::{HeaderValue, StatusCode, header};
use axum::routing::{get, post};
use carport_domain::FieldError;
use carport_domain::people::EmailAddress;
use carport_domain::secrets::Token;
use carport_store::staff::{NewSession, StaffSession};
use serde::Deserialize;
use sha2::{Digest, Sha256};

use super::{Stranger, limits, onward};
use crate::kit::app::AppState;
use crate::kit::cookies;
use crate::kit::prelude::*;
use crate::kit::staff::token_hash;
use crate::kit::totp;

/// Its addresses.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/office/sign-in", get(show).post(sign_in))
        .route("/office/sign-in/code", post(second_factor))
}

#[derive(Template)]
#[template(path = "office/door/sign_in.html")]
struct SignIn {
    page: Page,
    t: Texts,
    sent: Form,
    errors: Vec<(String, String)>,
    back: String,
    /// Whether the password was right and the code is asked.
    asks_code: bool,
}

#[derive(Debug, Deserialize)]
struct Back {
    #[serde(default)]
    back: String,
}

fn page(who: &Stranger, sent: Form, back: &str, asks_code: bool, status: StatusCode) -> WebResult<Response> {
    let title = who.t.get(if asks_code {
        "office-code-title"
    } else {
        "office-sign-in-title"
    });
    html_with_status(
        status,
        &SignIn {
            page: who.page(&title, "/office"),
            errors: sent.summary(&who.t),
            t: who.t.clone(),
            sent,
            back: onward(back, "/office"),
            asks_code,
        },
    )
}

/// The running session of whoever asks, second factor shown or not.
async fn session(who: &Stranger) -> WebResult<Option<(StaffSession, Vec<u8>)>> {
    let Some(hash) = token_hash(&who.headers, &cookies::staff_session(&who.app)) else {
        return Ok(None);
    };
    let mut tx = who.app.store.read().await?;
    Ok(tx
        .installation()
        .await?
        .staff_session(&hash)
        .await?
        .map(|session| (session, hash)))
}

async fn show(who: Stranger, Query(query): Query<Back>) -> WebResult<Response> {
    match session(&who).await? {
        Some((s, _)) if s.second_factor_at.is_some() => Ok(see_other(&onward(&query.back, "/office"))),
        Some(_) => page(&who, Form::default(), &query.back, true, StatusCode::OK),
        None => page(&who, Form::default(), &query.back, false, StatusCode::OK),
    }
}

async fn sign_in(who: Stranger, mut form: Form) -> WebResult<Response> {
    let app = &who.app;
    app.limit(limits::NETWORK, &who.client).await?;
    let back = form.text("back").to_owned();
    let email = form.required("email");
    if form.raw("password").is_empty() {
        form.errors
            .push("password", FieldError::new("error-password-empty"));
    }
    let (Some(email), true) = (email, form.errors.is_empty()) else {
        return page(&who, form, &back, false, StatusCode::UNPROCESSABLE_ENTITY);
    };
    // What is no address cannot be anybody's; it takes the same road as an unknown one.
    let folded = email
        .parse::<EmailAddress>()
        .map_or_else(|_| email.to_lowercase(), |e| e.fold());
    app.limit(limits::ACCOUNT, &folded).await?;
    let mut tx = app.store.read().await?;
    let user = tx.installation().await?.staff_by_email(&folded).await?;
    drop(tx);
    let stored = user.as_ref().and_then(|u| u.password_hash.as_deref());
    let right = app.passwords.verify(form.raw("password"), stored).await?;
    let Some(user) = user.filter(|u| right && u.disabled_at.is_none()) else {
        form.errors.push("email", FieldError::new("error-sign-in"));
        return page(&who, form, &back, false, StatusCode::UNPROCESSABLE_ENTITY);
    };
    let token = Token::random().reveal();
    let hash = Sha256::digest(token.as_bytes());
    let mut tx = app.store.begin().await?;
    let mut installation = tx.installation().await?;
    if let Some(old) = token_hash(&who.headers, &cookies::staff_session(app)) {
        installation.end_staff_session(&old).await?;
    }
    let new = NewSession {
        token_hash: &hash,
        ip: &who.client,
        user_agent: &who.user_agent,
        second_factor: !user.has_second_factor,
    };
    installation.start_staff_session(user.id, new).await?;
    tx.commit().await?;
    let to = if user.has_second_factor {
        let back: String = form_urlencoded::byte_serialize(onward(&back, "/office").as_bytes()).collect();
        format!("/office/sign-in?back={back}")
    } else {
        onward(&back, "/office")
    };
    let mut response = see_other(&to);
    let cookie: HeaderValue = cookies::set_secret(app, &cookies::staff_session(app), &token, None);
    response.headers_mut().append(header::SET_COOKIE, cookie);
    Ok(response)
}

async fn second_factor(who: Stranger, mut form: Form) -> WebResult<Response> {
    let app = &who.app;
    let back = form.text("back").to_owned();
    let Some((session, hash)) = session(&who).await? else {
        return Ok(see_other("/office/sign-in"));
    };
    app.limit(limits::CODE, &session.id.to_string()).await?;
    let code = form.text("code").to_owned();
    let mut tx = app.store.begin().await?;
    let now = tx.now();
    let mut installation = tx.installation().await?;
    let secret = installation.staff_totp(session.id).await?;
    let step = secret.and_then(|(secret, _)| {
        totp::accepted_step(&secret, &code, u64::try_from(now.0 / 1_000_000).unwrap_or(0))
    });
    let accepted = match step {
        Some(step) => installation.use_staff_totp_step(session.id, step).await?,
        None => false,
    };
    if !accepted {
        form.errors.push("code", FieldError::new("error-code"));
        return page(&who, form, &back, true, StatusCode::UNPROCESSABLE_ENTITY);
    }
    installation.confirm_staff_session(&hash).await?;
    tx.commit().await?;
    Ok(see_other(&onward(&back, "/office")))
}
