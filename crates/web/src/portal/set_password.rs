//! Choosing a password by a mailed link: the first one (F28) or a new one (F56).
//!
//! Opening the link uses nothing up: it moves the token into a cookie and leads to a clean address (SEC-ACT-5). The link
//! dies when a good password is sent.

use askama::Template;
use axum::Router;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{StatusCode, header};
use axum::routing::get;
use carport_domain::FieldError;
use carport_domain::passwords::Use;
use carport_domain::secrets::Token;
use carport_outreach::accounts::notify;
use carport_store::accounts::{Account, AddressUse};
use carport_store::links::{Link, LinkPurpose};

use super::limits;
use super::session::{self, Visitor};
use crate::kit::app::AppState;
use crate::kit::cookies;
use crate::kit::prelude::*;

/// Its addresses.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/{company}/set-password/{token}", get(arrive))
        .route("/{company}/set-password", get(show).post(choose))
}

/// How long the cookie keeps the token, seconds.
const COOKIE_SECONDS: i64 = 3_600;

#[derive(Template)]
#[template(path = "portal/set_password.html")]
struct SetPassword {
    page: Page,
    t: Texts,
    errors: Vec<(String, String)>,
    sent: Form,
    lead: String,
    email: String,
    hint: String,
}

#[derive(Template)]
#[template(path = "portal/link_ended.html")]
struct LinkEnded {
    page: Page,
    t: Texts,
    forgot_url: String,
    activate_url: String,
}

fn cookie_name(portal: &Portal) -> String {
    cookies::secret_name(&portal.app, &format!("link-{}", portal.company.company.slug))
}

async fn arrive(visitor: Visitor, Path((_, token)): Path<(String, String)>) -> WebResult<Response> {
    let portal = &visitor.portal;
    Ok(match token.parse::<Token>() {
        Ok(token) => carry(portal, &token.reveal()),
        Err(_) => see_other(&portal.url("/set-password")),
    })
}

/// Leads to the page with the token of a link in a cookie, where no address shows it.
pub(super) fn carry(portal: &Portal, token: &str) -> Response {
    let mut response = see_other(&portal.url("/set-password"));
    let cookie = cookies::set_secret(&portal.app, &cookie_name(portal), token, Some(COOKIE_SECONDS));
    response.headers_mut().append(header::SET_COOKIE, cookie);
    response
}

/// The visitor with the token of the link that was opened.
struct Arrived {
    portal: Portal,
    token: Option<Token>,
}

impl FromRequestParts<AppState> for Arrived {
    type Rejection = WebError;
    async fn from_request_parts(parts: &mut Parts, app: &AppState) -> WebResult<Self> {
        let portal = Visitor::from_request_parts(parts, app).await?.portal;
        let token = cookies::read(&parts.headers, &cookie_name(&portal)).and_then(|token| token.parse().ok());
        Ok(Self { portal, token })
    }
}

impl Arrived {
    /// The open link with its account, in the transaction given.
    async fn open(&self, own: &mut carport_store::CompanyTx<'_>) -> WebResult<Option<(Link, Account)>> {
        let Some(token) = &self.token else { return Ok(None) };
        let now = own.now();
        for purpose in [LinkPurpose::SetPassword, LinkPurpose::ResetPassword] {
            let found = own
                .link(token.hash().as_bytes(), purpose)
                .await?
                .filter(|link| link.is_open(now));
            if let Some(link) = found
                && let Some(id) = link.account_id
                && let Some(account) = own.account(id).await?
            {
                return Ok(Some((link, account)));
            }
        }
        Ok(None)
    }

    fn page(&self, link: &Link, account: &Account, sent: Form, status: StatusCode) -> WebResult<Response> {
        let t = self.portal.t.clone();
        let first = link.purpose == LinkPurpose::SetPassword;
        let template = SetPassword {
            page: self.portal.page(&t.get(if first {
                "set-password-title-first"
            } else {
                "set-password-title-new"
            })),
            errors: sent.summary(&t),
            sent,
            lead: t.get(if first {
                "set-password-lead-first"
            } else {
                "set-password-lead-new"
            }),
            email: account.email.as_str().to_owned(),
            hint: t.with("set-password-hint", &[("min", (Use::Alone.min() as i64).into())]),
            t,
        };
        html_with_status(status, &template)
    }

    fn ended(&self) -> WebResult<Response> {
        let t = self.portal.t.clone();
        let template = LinkEnded {
            page: self.portal.page(&t.get("link-ended-title")),
            forgot_url: self.portal.url("/forgot-password"),
            activate_url: self.portal.url("/activate"),
            t,
        };
        html_with_status(StatusCode::GONE, &template)
    }
}

async fn show(arrived: Arrived) -> WebResult<Response> {
    let mut tx = arrived.portal.app.store.read().await?;
    let mut own = tx.company(arrived.portal.company.company.id).await?;
    match arrived.open(&mut own).await? {
        Some((link, account)) => arrived.page(&link, &account, Form::default(), StatusCode::OK),
        None => arrived.ended(),
    }
}

async fn choose(arrived: Arrived, mut form: Form) -> WebResult<Response> {
    let portal = &arrived.portal;
    let (app, company) = (&portal.app, &portal.company.company);
    app.limit(limits::SET_PASSWORD_NETWORK, &portal.client).await?;
    let mut tx = app.store.read().await?;
    let mut own = tx.company(company.id).await?;
    let Some((link, account)) = arrived.open(&mut own).await? else {
        return arrived.ended();
    };
    let customer = own
        .customer(account.customer_id)
        .await?
        .ok_or(WebError::NotFound)?;
    let cars = own.vehicles_of(account.customer_id).await?;
    drop(tx);
    let mut context = vec![
        company.name.clone(),
        customer.display_name(),
        account.email.as_str().to_owned(),
    ];
    context.extend(cars.into_iter().filter_map(|car| car.plate));
    check_new(portal, &mut form, &context);
    if !form.errors.is_empty() {
        return arrived.page(&link, &account, form, StatusCode::UNPROCESSABLE_ENTITY);
    }
    let hash = app.passwords.hash(form.raw("password")).await?;

    let mut tx = app.store.begin().await?;
    let mut own = tx.company(company.id).await?;
    let hash_of_token = carport_domain::secrets::TokenHash::from_bytes(
        link.token_hash.as_slice().try_into().unwrap_or_default(),
    );
    if !own.use_link(hash_of_token.as_bytes(), link.purpose).await? {
        return arrived.ended();
    }
    if link.purpose == LinkPurpose::SetPassword {
        if own.activate_account(account.id, &hash).await? == AddressUse::InUse {
            // Dropping the transaction leaves the link as it was.
            form.errors
                .push("password", FieldError::new("error-account-address-in-use"));
            return arrived.page(&link, &account, form, StatusCode::UNPROCESSABLE_ENTITY);
        }
        own.end_activation_letters(account.customer_id).await?;
    } else {
        own.set_password(account.id, &hash).await?;
        own.forget_codes_of(account.id).await?;
    }
    own.verify_email(account.customer_id, &account.email.fold())
        .await?;
    own.end_account_sessions(account.id, None).await?;
    own.revoke_links(account.customer_id, LinkPurpose::ResetPassword)
        .await?;
    let actor = format!("customer:{}", account.customer_id);
    let (action, mail) = match link.purpose {
        LinkPurpose::SetPassword => ("account.activated", "account-activated"),
        _ => ("account.password_reset", "password-changed"),
    };
    own.audit(
        &actor,
        action,
        &format!("account:{}", account.id),
        &serde_json::json!({}),
    )
    .await?;
    let base = &app.config.base_url;
    notify(
        &mut own,
        app.store.keys(),
        base,
        &account,
        (mail, &account.email),
        portal.language,
        None,
    )
    .await?;
    tx.commit().await?;

    let cookie = session::open(portal, account.id, form.has("stay"), None).await?;
    let mut response = see_other(&portal.url("/?welcome"));
    let headers = response.headers_mut();
    headers.append(header::SET_COOKIE, cookie);
    headers.append(header::SET_COOKIE, cookies::remove(app, &cookie_name(portal)));
    Ok(response)
}

/// Checks the two fields of a new password; what is wrong is noted.
pub fn check_new(portal: &Portal, form: &mut Form, context: &[String]) {
    let words: Vec<&str> = context.iter().map(String::as_str).collect();
    if let Err(error) = portal
        .app
        .passwords
        .check(form.raw("password"), Use::Alone, &words)
    {
        form.errors.push("password", error);
    } else if form.raw("password") != form.raw("again") {
        form.errors
            .push("again", FieldError::new("error-password-differs"));
    }
}
