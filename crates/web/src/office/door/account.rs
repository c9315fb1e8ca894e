//! A staff member's own account: password, second factor.

use askama::Template;
use axum::Router;
use axum::http::{StatusCode, header};
use axum::routing::{get, post};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use carport_domain::FieldError;
use carport_domain::passwords::Use;
use carport_outreach::service::{ServiceMail, queue_service_mail};
use carport_store::staff::StaffUser;

use super::{limits, password_hint};
use crate::kit::app::AppState;
use crate::kit::cookies;
use crate::kit::prelude::*;
use crate::kit::staff::Staff;
use crate::kit::totp;

/// Its addresses.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/office/account", get(show))
        .route("/office/account/password", post(change_password))
        .route("/office/account/second-factor", post(set_second_factor))
}

#[derive(Template)]
#[template(path = "office/door/account.html")]
struct Account {
    page: Page,
    t: Texts,
    sent: Form,
    errors: Vec<(String, String)>,
    has_second_factor: bool,
    /// How long a new password must be.
    hint: String,
    /// The QR code of a new second factor, as SVG of our own making.
    qr: String,
    secret: String,
    /// The new secret, sealed for this person, so that the form can bring it back.
    sealed: String,
}

/// A password beside a second factor may be shorter than one that is the only proof (SEC-PW-1).
const fn used(has_second_factor: bool) -> Use {
    if has_second_factor {
        Use::WithSecondFactor
    } else {
        Use::Alone
    }
}

async fn user(staff: &Staff) -> WebResult<StaffUser> {
    let mut tx = staff.app.store.read().await?;
    let user = tx.installation().await?.staff_user(staff.id()).await?;
    user.ok_or(WebError::NotFound)
}

fn place(staff: &Staff) -> String {
    format!("second factor being set up by {}", staff.id())
}

fn page(staff: &Staff, sent: Form, status: StatusCode) -> WebResult<Response> {
    // A secret that came back with a wrong code is shown again, so that the app need not be set up twice.
    let again = URL_SAFE_NO_PAD
        .decode(sent.text("sealed"))
        .ok()
        .and_then(|s| staff.app.store.keys().open(&place(staff), &s).ok());
    let secret = again.unwrap_or_else(|| rand::random::<[u8; 20]>().to_vec());
    let (url, words) = totp::enrolment(&secret, &staff.session.email)
        .ok_or_else(|| WebError::Internal("a second factor cannot be set up".into()))?;
    let sealed = staff.app.store.keys().seal(&place(staff), &secret);
    html_with_status(
        status,
        &Account {
            page: staff.page(&staff.t.get("office-account-title")),
            errors: sent.summary(&staff.t),
            t: staff.t.clone(),
            has_second_factor: staff.session.has_second_factor,
            hint: password_hint(used(staff.session.has_second_factor), &staff.t),
            qr: carport_documents::qr_svg(&url).map_err(|e| WebError::Internal(e.to_string()))?,
            secret: words,
            sealed: URL_SAFE_NO_PAD.encode(sealed),
            sent,
        },
    )
}

async fn show(staff: Staff) -> WebResult<Response> {
    page(&staff, Form::default(), StatusCode::OK)
}

async fn change_password(staff: Staff, mut form: Form) -> WebResult<Response> {
    let app = &staff.app;
    app.limit(limits::NETWORK, &staff.client).await?;
    let user = user(&staff).await?;
    if !app
        .passwords
        .verify(form.raw("current"), user.password_hash.as_deref())
        .await?
    {
        form.errors
            .push("current", FieldError::new("error-password-wrong"));
    }
    let context = [user.name.as_str(), user.email.as_str()];
    if let Err(e) = app
        .passwords
        .check(form.raw("new"), used(user.has_second_factor), &context)
    {
        form.errors.push("new", e);
    }
    if !form.errors.is_empty() {
        return page(&staff, form, StatusCode::UNPROCESSABLE_ENTITY);
    }
    let hash = app.passwords.hash(form.raw("new")).await?;
    let mut tx = app.store.begin().await?;
    tx.installation()
        .await?
        .set_staff_password(staff.id(), &hash)
        .await?;
    tx.commit().await?;
    let mut response = see_other("/office/sign-in");
    response.headers_mut().append(
        header::SET_COOKIE,
        cookies::set_secret(app, cookies::FLASH, "good.staff-password", Some(20)),
    );
    Ok(response)
}

/// Sets the second factor up, or anew. An open browser alone must not be enough for it: the password is asked, and the code that
/// is in use; every other session ends, and a mail tells.
async fn set_second_factor(staff: Staff, mut form: Form) -> WebResult<Response> {
    let app = &staff.app;
    let id = staff.id();
    app.limit(limits::CODE, &id.to_string()).await?;
    let sealed = URL_SAFE_NO_PAD.decode(form.text("sealed")).unwrap_or_default();
    let Ok(secret) = app.store.keys().open(&place(&staff), &sealed) else {
        return Err(WebError::BadRequest("the second factor's secret"));
    };
    let user = user(&staff).await?;
    if !app
        .passwords
        .verify(form.raw("password"), user.password_hash.as_deref())
        .await?
    {
        form.errors
            .push("password", FieldError::new("error-password-wrong"));
    }
    let mut tx = app.store.begin().await?;
    let seconds = u64::try_from(tx.now().0 / 1_000_000).unwrap_or(0);
    let mut installation = tx.installation().await?;
    if let Some((in_use, _)) = installation.staff_totp(id).await? {
        let accepted = match totp::accepted_step(&in_use, form.text("present"), seconds) {
            Some(step) => installation.use_staff_totp_step(id, step).await?,
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
        return page(&staff, form, StatusCode::UNPROCESSABLE_ENTITY);
    };
    installation.set_staff_totp(id, Some(&secret)).await?;
    installation.use_staff_totp_step(id, step).await?;
    installation.confirm_staff_session(&staff.token_hash).await?;
    installation
        .end_other_staff_sessions(id, &staff.token_hash)
        .await?;
    // Mail is a company's; who works for several hears it from the first.
    if let Some((company, _, name, _)) = installation.memberships(id).await?.into_iter().next() {
        let mail = ServiceMail::new("staff-second-factor", &user.email, staff.language)
            .named(&user.name)
            .with("company", name)
            .button(format!("{}/office/account", app.config.base_url));
        queue_service_mail(&mut tx.company(company).await?, app.store.keys(), &mail).await?;
    }
    tx.commit().await?;
    let mut response = see_other("/office/account");
    response.headers_mut().append(
        header::SET_COOKIE,
        cookies::set_secret(app, cookies::FLASH, "good.second-factor", Some(20)),
    );
    Ok(response)
}
