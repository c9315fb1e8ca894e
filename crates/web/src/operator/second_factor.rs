//! Setting up the operator's code: before the first work, and again by who shows the present one and the password.

use askama::Template;
use axum::Router;
use axum::http::StatusCode;
use axum::routing::get;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use carport_domain::people::EmailAddress;
use carport_domain::{CompanyId, FieldError};
use serde_json::json;
use uuid::Uuid;

use super::frame::HalfSignedIn;
use super::sign_in::CODE;
use crate::kit::app::AppState;
use crate::kit::prelude::*;
use crate::kit::totp;

/// Its address.
pub fn routes() -> Router<AppState> {
    Router::new().route("/operator/second-factor", get(show).post(set))
}

#[derive(Template)]
#[template(path = "operator/second_factor.html")]
struct SecondFactor {
    page: Page,
    t: Texts,
    sent: Form,
    errors: Vec<(String, String)>,
    /// Whether there is a code already, which is asked for together with the password.
    asks_proof: bool,
    qr: String,
    secret: String,
    /// The new secret, sealed for this person, so that the form can bring it back.
    sealed: String,
}

fn place(who: &HalfSignedIn) -> String {
    format!("second factor being set up by operator {}", who.session.id)
}

/// A password alone must not replace a code that is already there.
fn permitted(who: &HalfSignedIn) -> WebResult<()> {
    if who.session.has_second_factor && who.session.second_factor_at.is_none() {
        return Err(WebError::SignIn("/operator/sign-in".into()));
    }
    Ok(())
}

fn page(who: &HalfSignedIn, sent: Form, status: StatusCode) -> WebResult<Response> {
    let keys = who.app.store.keys();
    let again = URL_SAFE_NO_PAD
        .decode(sent.text("sealed"))
        .ok()
        .and_then(|s| keys.open(&place(who), &s).ok());
    let secret = again.unwrap_or_else(|| rand::random::<[u8; 20]>().to_vec());
    let (url, words) = totp::enrolment(&secret, &who.session.email)
        .ok_or_else(|| WebError::Internal("a second factor cannot be set up".into()))?;
    let mut page = who.page(&who.t.get("office-second-factor"), "");
    if who.session.second_factor_at.is_none() {
        // Nothing of the console opens yet, so nothing of it is offered.
        page.nav.clear();
        page.menu.clear();
    }
    let template = SecondFactor {
        qr: carport_documents::qr_svg(&url).map_err(|e| WebError::Internal(e.to_string()))?,
        sealed: URL_SAFE_NO_PAD.encode(keys.seal(&place(who), &secret)),
        secret: words,
        errors: sent.summary(&who.t),
        asks_proof: who.session.has_second_factor,
        t: who.t.clone(),
        page,
        sent,
    };
    html_with_status(status, &template)
}

async fn show(who: HalfSignedIn) -> WebResult<Response> {
    permitted(&who)?;
    page(&who, Form::default(), StatusCode::OK)
}

/// Whether somebody at an open browser knows the operator's password as well.
async fn knows_password(who: &HalfSignedIn, typed: &str) -> WebResult<bool> {
    let folded = who
        .session
        .email
        .parse::<EmailAddress>()
        .map_or_else(|_| who.session.email.to_lowercase(), |email| email.fold());
    let mut tx = who.app.store.read().await?;
    let operator = tx.installation().await?.operator_by_email(&folded).await?;
    drop(tx);
    let stored = operator.as_ref().map(|operator| operator.password_hash.as_str());
    who.app.passwords.verify(typed, stored).await
}

/// Sets the second factor up. Anew, it takes the password and the code in use, and every other session ends.
async fn set(who: HalfSignedIn, mut form: Form) -> WebResult<Response> {
    permitted(&who)?;
    who.app.limit(CODE, &who.session.id.to_string()).await?;
    let sealed = URL_SAFE_NO_PAD.decode(form.text("sealed")).unwrap_or_default();
    let Ok(secret) = who.app.store.keys().open(&place(&who), &sealed) else {
        return Err(WebError::BadRequest("the second factor's secret"));
    };
    let id = who.session.id;
    if who.session.has_second_factor && !knows_password(&who, form.raw("password")).await? {
        form.errors
            .push("password", FieldError::new("error-password-wrong"));
    }
    let mut tx = who.app.store.begin().await?;
    let seconds = u64::try_from(tx.now().0 / 1_000_000).unwrap_or(0);
    let mut installation = tx.installation().await?;
    if let Some((in_use, _)) = installation.operator_totp(id).await? {
        let accepted = match totp::accepted_step(&in_use, form.text("present"), seconds) {
            Some(step) => installation.use_operator_totp_step(id, step).await?,
            None => false,
        };
        if !accepted {
            form.errors.push("present", FieldError::new("error-code"));
        }
    }
    let step = totp::accepted_step(&secret, form.text("code"), seconds);
    if step.is_none() {
        form.errors.push("code", FieldError::new("error-code"));
    }
    let (Some(step), true) = (step, form.errors.is_empty()) else {
        // Dropping the transaction leaves the code in use as it was.
        drop(tx);
        return page(&who, form, StatusCode::UNPROCESSABLE_ENTITY);
    };
    installation.set_operator_totp(id, &secret).await?;
    installation.use_operator_totp_step(id, step).await?;
    installation.confirm_operator_session(&who.token_hash).await?;
    installation
        .end_other_operator_sessions(id, &who.token_hash)
        .await?;
    let installation_itself = CompanyId(Uuid::nil());
    installation
        .audit(
            installation_itself,
            &who.actor(),
            "operator.second-factor",
            &who.actor(),
            &json!({}),
        )
        .await?;
    tx.commit().await?;
    Ok(who.saved("/operator", "second-factor"))
}
