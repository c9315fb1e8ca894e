//! The customer's session: opened by signing in, carried by one cookie per company, renewed while it is used, ended by
//! the customer or by time (F57, SEC-SESS-1).

use std::sync::{Arc, Mutex, PoisonError};

use axum::extract::{FromRequestParts, Request};
use axum::http::request::Parts;
use axum::http::{HeaderValue, Method, header};
use axum::middleware::Next;
use axum::response::Response;
use carport_domain::company::{Module, Setting, Settings, StaySignedIn};
use carport_domain::secrets::Token;
use carport_domain::{AccountId, Timestamp};
use carport_store::account_sessions::{AccountSession, Membership, NewSession};
use carport_store::accounts::Account;
use carport_store::customers::Customer;
use carport_store::tx::{SignedIn, Tx};

use super::limits;
use crate::kit::app::AppState;
use crate::kit::cookies;
use crate::kit::prelude::*;
use crate::kit::render::is_own_path;

/// Browsers keep no cookie longer; «for ever» is renewed before it ends.
const LONGEST_COOKIE: i64 = 400 * 86_400;
/// A session that did not ask to stay ends after this, however busy (SEC-SESS-1).
const LONGEST_VISIT: i64 = 12 * 3_600;
/// A session is written to at most this often for being used.
const RENEW_EVERY: i64 = 120;

/// A signed-in customer's request.
#[derive(Debug, Clone)]
pub struct Member {
    /// The request.
    pub portal: Portal,
    /// The proof that opens the customer's own data.
    pub who: SignedIn,
    /// The session.
    pub session: AccountSession,
    /// The login.
    pub account: Account,
    /// The customer.
    pub customer: Customer,
}

/// Answers 404 unless the portal itself and this part of it are on (F16).
pub fn require(portal: &Portal, module: Module) -> WebResult<()> {
    portal.require(Module::Portal.as_str())?;
    portal.require(module.as_str())
}

/// Until when a session lasts that is used now.
fn lasts(settings: &Settings, stay: bool, opened: Timestamp, now: Timestamp) -> Timestamp {
    match (stay, settings.stay_signed_in()) {
        (true, StaySignedIn::ForEver) => now.plus_seconds(LONGEST_COOKIE),
        (true, StaySignedIn::Hours(hours)) => opened.plus_hours(hours),
        (false, _) => {
            let idle = now.plus_seconds(settings.get(Setting::IdleMinutes) * 60);
            idle.min(opened.plus_seconds(LONGEST_VISIT))
        }
    }
}

fn cookie(portal: &Portal, token: &str, stay: bool, expires_at: Timestamp) -> HeaderValue {
    let name = cookies::customer_session(&portal.app, &portal.company.company.slug);
    let max_age = stay.then(|| expires_at.seconds_since(portal.now()).clamp(0, LONGEST_COOKIE));
    cookies::set_secret(&portal.app, &name, token, max_age)
}

/// Opens a session for an account and gives the cookie that carries it. The session the browser had before ends.
pub async fn open(
    portal: &Portal,
    account: AccountId,
    stay: bool,
    old: Option<&AccountSession>,
) -> WebResult<HeaderValue> {
    let token = Token::random();
    let now = portal.now();
    let expires_at = lasts(&portal.company.settings, stay, now, now);
    let mut tx = portal.app.store.begin().await?;
    let mut own = tx.company(portal.company.company.id).await?;
    if let Some(old) = old {
        own.end_account_session(old.account_id, &old.token_hash).await?;
    }
    own.open_account_session(NewSession {
        token_hash: token.hash().as_bytes(),
        account,
        expires_at,
        stay_signed_in: stay,
        ip: &portal.client,
        user_agent: &portal.user_agent,
    })
    .await?;
    tx.commit().await?;
    Ok(cookie(portal, &token.reveal(), stay, expires_at))
}

/// Gives a session a new token after its password was given again; it is fresh now.
pub async fn refresh(member: &Member) -> WebResult<HeaderValue> {
    let token = Token::random();
    let portal = &member.portal;
    let mut tx = portal.app.store.begin().await?;
    let mut own = tx.company(member.who.company).await?;
    own.refresh_account_session(&member.session.token_hash, token.hash().as_bytes())
        .await?;
    tx.commit().await?;
    Ok(cookie(
        portal,
        &token.reveal(),
        member.session.stay_signed_in,
        member.session.expires_at,
    ))
}

/// The cookie that removes the session's.
pub fn forget(portal: &Portal) -> HeaderValue {
    cookies::remove(
        &portal.app,
        &cookies::customer_session(&portal.app, &portal.company.company.slug),
    )
}

/// The token a request carries for this company, if it looks like one.
pub fn token(parts: &Parts, portal: &Portal) -> Option<Token> {
    let name = cookies::customer_session(&portal.app, &portal.company.company.slug);
    cookies::read(&parts.headers, &name)?.parse().ok()
}

/// An address of this company's portal to go on to after signing in, when `wanted` is one.
pub fn onward(portal: &Portal, wanted: &str) -> Option<String> {
    let home = portal.url("");
    let inside = portal.asked.own_domain
        || wanted
            .strip_prefix(home.as_str())
            .is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '?']));
    (is_own_path(wanted) && inside).then(|| wanted.to_owned())
}

/// A word in an address' query.
pub fn query(text: &str) -> String {
    form_urlencoded::byte_serialize(text.as_bytes()).collect()
}

/// A page of the portal that leads on to `to` afterwards, where that is an address of this portal.
pub fn with_onward(portal: &Portal, path: &str, to: &str) -> String {
    match onward(portal, to) {
        Some(to) => format!("{}?to={}", portal.url(path), query(&to)),
        None => portal.url(path),
    }
}

impl Member {
    /// Whether the password was given recently enough for a sensitive page (SEC-STEP-1).
    pub fn is_fresh(&self) -> bool {
        let minutes = self.portal.company.settings.get(Setting::StepUpMinutes);
        self.portal.now().seconds_since(self.session.fresh_at) < minutes * 60
    }

    /// Sends the customer to give the password again, and back here afterwards.
    ///
    /// # Errors
    /// Always, unless the session is fresh.
    pub fn require_fresh(&self) -> WebResult<()> {
        if self.is_fresh() {
            return Ok(());
        }
        let back = query(&self.portal.asked.path);
        Err(WebError::SignIn(format!(
            "{}?to={back}",
            self.portal.url("/step-up")
        )))
    }

    /// Whether `password` is the account's; counted, so that a borrowed device does not help guessing.
    ///
    /// # Errors
    /// Too many tries.
    pub async fn proves(&self, password: &str) -> WebResult<bool> {
        self.portal
            .app
            .limit(limits::PROOF, &self.account.id.to_string())
            .await?;
        self.portal
            .app
            .passwords
            .verify(password, self.account.password_hash.as_deref())
            .await
    }

    /// The frame of a signed-in page.
    pub fn page(&self, title: &str, here: super::frame::Here) -> Page {
        super::frame::page(self, title, here)
    }
}

/// Where an extractor leaves the renewed cookie for [`carry_renewal`].
#[derive(Debug, Clone, Default)]
struct Renewal(Arc<Mutex<Option<HeaderValue>>>);

/// Adds the renewed cookie, if there is one, to the response.
pub async fn carry_renewal(mut request: Request, next: Next) -> Response {
    let renewal = Renewal::default();
    request.extensions_mut().insert(renewal.clone());
    let mut response = next.run(request).await;
    let renewed = renewal.0.lock().unwrap_or_else(PoisonError::into_inner).take();
    if let Some(cookie) = renewed {
        // A page that sets the cookie itself (signing out) knows better.
        let name = cookie
            .to_str()
            .ok()
            .and_then(|c| c.split('=').next())
            .unwrap_or_default()
            .to_owned();
        let set = response.headers().get_all(header::SET_COOKIE).iter();
        if !set
            .filter_map(|c| c.to_str().ok())
            .any(|c| c.starts_with(&format!("{name}=")))
        {
            response.headers_mut().append(header::SET_COOKIE, cookie);
        }
    }
    response
}

/// A request that may or may not come with a session.
#[derive(Debug, Clone)]
pub struct Visitor {
    /// The request.
    pub portal: Portal,
    /// The signed-in customer.
    pub member: Option<Member>,
}

/// A signed-in customer who looks at something: who it is and what the page shows are read on one connection.
#[derive(Debug)]
pub struct Reader {
    /// Who looks.
    pub member: Member,
    /// Reads for the page, each statement what is there at its moment ([`carport_store::Store::look`]); drop it before the page
    /// is drawn.
    pub tx: Tx,
}

/// Who asks, and the connection on which that was found out.
async fn arrive(parts: &mut Parts, app: &AppState) -> WebResult<(Portal, Option<(Member, Tx)>)> {
    let portal = Portal::from_request_parts(parts, app).await?;
    portal.require(Module::Portal.as_str())?;
    let Some(token) = token(parts, &portal) else {
        return Ok((portal, None));
    };
    let mut tx = app.store.look().await?;
    let found = tx
        .company(portal.company.company.id)
        .await?
        .membership(token.hash().as_bytes())
        .await?;
    let Some(found) = found else {
        return Ok((portal, None));
    };
    let Membership {
        session,
        who,
        account,
        customer,
    } = found;
    let portal = portal.in_language(account.language);
    if portal.now().seconds_since(session.seen_at) >= RENEW_EVERY {
        // one connection at a time: two for one request could keep each other waiting
        drop(tx);
        renew(parts, &portal, &token, &session).await?;
        tx = app.store.look().await?;
    }
    let member = Member {
        portal: portal.clone(),
        who,
        session,
        account,
        customer,
    };
    Ok((portal, Some((member, tx))))
}

/// Where somebody who is not signed in is sent.
fn to_sign_in(parts: &Parts, portal: &Portal) -> WebError {
    let sign_in = portal.url("/sign-in");
    // A form cannot be sent again after signing in; a page can be opened.
    if parts.method == Method::GET && portal.asked.path != portal.url("") {
        WebError::SignIn(format!("{sign_in}?to={}", query(&portal.asked.path)))
    } else {
        WebError::SignIn(sign_in)
    }
}

impl FromRequestParts<AppState> for Visitor {
    type Rejection = WebError;

    async fn from_request_parts(parts: &mut Parts, app: &AppState) -> WebResult<Self> {
        let (portal, found) = arrive(parts, app).await?;
        let member = found.map(|(member, _)| member);
        Ok(Self { portal, member })
    }
}

impl FromRequestParts<AppState> for Reader {
    type Rejection = WebError;

    async fn from_request_parts(parts: &mut Parts, app: &AppState) -> WebResult<Self> {
        let (portal, found) = arrive(parts, app).await?;
        let (member, tx) = found.ok_or_else(|| to_sign_in(parts, &portal))?;
        Ok(Self { member, tx })
    }
}

async fn renew(parts: &Parts, portal: &Portal, token: &Token, session: &AccountSession) -> WebResult<()> {
    let now = portal.now();
    let expires_at = lasts(
        &portal.company.settings,
        session.stay_signed_in,
        session.created_at,
        now,
    );
    let mut tx = portal.app.store.begin().await?;
    tx.company(portal.company.company.id)
        .await?
        .renew_account_session(&session.token_hash, expires_at)
        .await?;
    tx.commit().await?;
    if let Some(renewal) = parts.extensions.get::<Renewal>() {
        let cookie = cookie(portal, &token.reveal(), session.stay_signed_in, expires_at);
        *renewal.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(cookie);
    }
    Ok(())
}

impl FromRequestParts<AppState> for Member {
    type Rejection = WebError;

    async fn from_request_parts(parts: &mut Parts, app: &AppState) -> WebResult<Self> {
        let (portal, found) = arrive(parts, app).await?;
        let (member, _) = found.ok_or_else(|| to_sign_in(parts, &portal))?;
        Ok(member)
    }
}
