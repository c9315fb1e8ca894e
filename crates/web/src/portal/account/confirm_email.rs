//! The links of an address: confirming a new one, and taking a change back. The page shows what will happen; the button
//! does it, so that a scanner that opens links changes nothing (SEC-ACT-5).

use askama::Template;
use axum::Router;
use axum::http::StatusCode;
use axum::routing::get;
use carport_domain::secrets::Token;
use carport_outreach::accounts::notify;
use carport_store::accounts::AddressUse;
use carport_store::links::{EmailScope, Link, LinkPurpose};

use crate::kit::app::AppState;
use crate::kit::prelude::*;
use crate::portal::session::Visitor;

/// Its addresses.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route(
            "/{company}/confirm-email/{token}",
            get(show_confirm).post(confirm),
        )
        .route("/{company}/undo-email/{token}", get(show_undo).post(undo))
}

/// For how long the old address can take a change back, hours.
const UNDO_HOURS: i64 = 7 * 24;

#[derive(Template)]
#[template(path = "portal/confirm_email.html")]
struct Ask {
    page: Page,
    text: String,
    button: String,
}

#[derive(Template)]
#[template(path = "portal/check_your_mail.html")]
struct Done {
    page: Page,
    text: String,
    otherwise: String,
    otherwise_url: String,
    otherwise_label: String,
    sign_in_url: String,
    sign_in_label: String,
}

async fn find(
    portal: &Portal,
    token: &str,
    purpose: LinkPurpose,
) -> WebResult<Option<(Link, EmailScope, Token)>> {
    let Ok(token) = token.parse::<Token>() else {
        return Ok(None);
    };
    let mut tx = portal.app.store.read().await?;
    let mut own = tx.company(portal.company.company.id).await?;
    let now = own.now();
    let found = own
        .link(token.hash().as_bytes(), purpose)
        .await?
        .filter(|link| link.is_open(now));
    let Some(link) = found else { return Ok(None) };
    let scope = link.scope()?;
    Ok(Some((link, scope, token)))
}

fn ask(portal: &Portal, key: &str, email: &str) -> WebResult<Response> {
    let t = &portal.t;
    html(&Ask {
        page: portal.page(&t.get(&format!("email-link-{key}-title"))),
        text: t.with(
            &format!("email-link-{key}-text"),
            &[("email", email.to_owned().into())],
        ),
        button: t.get(&format!("email-link-{key}-button")),
    })
}

fn done(portal: &Portal, key: &str, status: StatusCode) -> WebResult<Response> {
    let t = &portal.t;
    let template = Done {
        page: portal.page(&t.get(&format!("email-link-{key}-title"))),
        text: t.get(&format!("email-link-{key}-text")),
        otherwise: String::new(),
        otherwise_url: String::new(),
        otherwise_label: String::new(),
        sign_in_url: portal.url(""),
        sign_in_label: t.get("done-home"),
    };
    html_with_status(status, &template)
}

async fn show_confirm(visitor: Visitor, Path((_, token)): Path<(String, String)>) -> WebResult<Response> {
    let portal = &visitor.portal;
    match find(portal, &token, LinkPurpose::ConfirmEmail).await? {
        Some((_, scope, _)) => {
            let key = if scope.contact_point.is_some() {
                "verify"
            } else {
                "confirm"
            };
            ask(portal, key, scope.email.as_str())
        }
        None => done(portal, "ended", StatusCode::GONE),
    }
}

async fn confirm(visitor: Visitor, Path((_, token)): Path<(String, String)>) -> WebResult<Response> {
    let portal = &visitor.portal;
    let Some((link, scope, token)) = find(portal, &token, LinkPurpose::ConfirmEmail).await? else {
        return done(portal, "ended", StatusCode::GONE);
    };
    let app = &portal.app;
    let mut tx = app.store.begin().await?;
    let mut own = tx.company(link.company_id).await?;
    if !own
        .use_link(token.hash().as_bytes(), LinkPurpose::ConfirmEmail)
        .await?
    {
        return done(portal, "ended", StatusCode::GONE);
    }
    if scope.contact_point.is_some() {
        own.verify_email(link.customer_id, &scope.email.fold()).await?;
        tx.commit().await?;
        return done(portal, "verify-done", StatusCode::OK);
    }
    let account = match link.account_id {
        Some(id) => own.account(id).await?,
        None => None,
    };
    let account = account.ok_or(WebError::NotFound)?;
    if own.set_account_email(account.id, &scope.email).await? == AddressUse::InUse {
        // Dropping the transaction leaves the link as it was.
        return done(portal, "confirm-in-use", StatusCode::CONFLICT);
    }
    let until = own.now().plus_hours(UNDO_HOURS);
    let to = ("email-changed", &account.email);
    notify(
        &mut own,
        app.store.keys(),
        &app.config.base_url,
        &account,
        to,
        portal.language,
        Some(until),
    )
    .await?;
    own.verify_email(link.customer_id, &scope.email.fold()).await?;
    let actor = format!("customer:{}", link.customer_id);
    own.audit(
        &actor,
        "account.email_changed",
        &format!("account:{}", account.id),
        &serde_json::json!({}),
    )
    .await?;
    tx.commit().await?;
    done(portal, "confirm-done", StatusCode::OK)
}

async fn show_undo(visitor: Visitor, Path((_, token)): Path<(String, String)>) -> WebResult<Response> {
    let portal = &visitor.portal;
    match find(portal, &token, LinkPurpose::UndoEmail).await? {
        Some((_, scope, _)) => ask(portal, "undo", scope.email.as_str()),
        None => done(portal, "ended", StatusCode::GONE),
    }
}

/// Takes a change of address back. Whoever made it may know the password, so it opens nothing any more, nor does any session or
/// code; a new one is chosen by a link to the old address alone.
async fn undo(visitor: Visitor, Path((_, token)): Path<(String, String)>) -> WebResult<Response> {
    let portal = &visitor.portal;
    let Some((link, scope, token)) = find(portal, &token, LinkPurpose::UndoEmail).await? else {
        return done(portal, "ended", StatusCode::GONE);
    };
    let app = &portal.app;
    let mut tx = app.store.begin().await?;
    let mut own = tx.company(link.company_id).await?;
    if !own
        .use_link(token.hash().as_bytes(), LinkPurpose::UndoEmail)
        .await?
    {
        return done(portal, "ended", StatusCode::GONE);
    }
    let account = match link.account_id {
        Some(id) => own.account(id).await?,
        None => None,
    };
    let account = account.ok_or(WebError::NotFound)?;
    if own.set_account_email(account.id, &scope.email).await? == AddressUse::InUse {
        return done(portal, "confirm-in-use", StatusCode::CONFLICT);
    }
    own.forget_password(account.id).await?;
    own.end_account_sessions(account.id, None).await?;
    own.forget_codes_of(account.id).await?;
    own.revoke_links(link.customer_id, LinkPurpose::ConfirmEmail)
        .await?;
    let account = own.account(account.id).await?.ok_or(WebError::NotFound)?;
    carport_outreach::accounts::offer_reset(
        &mut own,
        app.store.keys(),
        &app.config.base_url,
        &account,
        portal.language,
    )
    .await?;
    let actor = format!("customer:{}", link.customer_id);
    own.audit(
        &actor,
        "account.email_restored",
        &format!("account:{}", account.id),
        &serde_json::json!({}),
    )
    .await?;
    tx.commit().await?;
    done(portal, "undo-done", StatusCode::OK)
}
