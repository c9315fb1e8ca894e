//! The one-click unsubscribe of RFC 8058 (MAIL-03, MAIL-04, MAIL-05): a POST by a mail program, without cookies, without a
//! redirect, the same answer for every token, as often as it likes.

use axum::Router;
use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, Request};
use axum::http::{StatusCode, header};
use axum::routing::post;
use carport_domain::consent::matrix::refuse;
use carport_domain::consent::{
    Action, Actor, Choice, Circumstances, Draft, Method, Purpose, Scope, Standing,
};
use carport_domain::secrets::Token;
use carport_store::links::{Link, LinkPurpose};
use carport_store::{Store, StoreError};

use super::address::Refusing;
use crate::kit::app::AppState;
use crate::kit::prelude::*;

/// Its addresses.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/u/{token}", post(unsubscribe))
        .layer(DefaultBodyLimit::max(16 * 1024))
}

/// The open link behind a token of `/u/…`, whichever company's it is.
pub async fn find(store: &Store, token: &str) -> Result<Option<Link>, StoreError> {
    let Ok(token) = token.parse::<Token>() else {
        return Ok(None);
    };
    let mut tx = store.read().await?;
    let mut installation = tx.installation().await?;
    let now = installation.now();
    let found = installation.find_link(token.hash().as_bytes()).await?;
    Ok(found.filter(|link| {
        link.is_open(now) && matches!(link.purpose, LinkPurpose::Unsubscribe | LinkPurpose::Preferences)
    }))
}

/// What one press of a link refuses: the topic of its message on its channel (MAIL-05). Messages that follow another topic
/// (a request for a review follows the newsletter) are refused under that.
///
/// # Errors
/// The link's scope is of another purpose.
pub fn scope(link: &Link) -> Result<Scope, StoreError> {
    let scope: Scope = link.scope()?;
    Ok(Scope {
        purpose: scope.purpose.and_then(Purpose::asked_as),
        channel: scope.channel,
    })
}

/// Refuses what a link's scope names, for everybody who has the address it went to; who refused it already says nothing new.
pub async fn apply(store: &Store, link: &Link, method: Method, user_agent: Option<String>) -> WebResult<()> {
    let scope = scope(link)?;
    let mut tx = store.begin().await?;
    let mut own = tx.company(link.company_id).await?;
    let refusing = Refusing::of(&mut own, link).await?;
    let circumstances = Circumstances {
        user_agent: user_agent.filter(|agent| !agent.is_empty()),
        assurance: Some("link".to_owned()),
        message_id: link.message_id.map(|id| id.to_string()),
        ..Circumstances::default()
    };
    let mut events = Vec::new();
    for &customer in &refusing.customers {
        let standing = own.standing(customer).await?;
        if is_refused(&standing, scope) {
            continue;
        }
        let Some(entity) = own.legal_entity_of(customer).await? else {
            continue;
        };
        let who = (link.company_id, entity, customer);
        let draft = Draft {
            origin: Some("unsubscribe".to_owned()),
            circumstances: Some(circumstances.clone()),
            ..Draft::new(who, Action::Withdraw, scope, (method, Actor::Customer), own.now())
        };
        events.push(refuse(scope, &draft).map_err(|e| WebError::Internal(e.to_string()))?);
    }
    if events.is_empty() {
        return Ok(());
    }
    own.record_consents(&events).await?;
    let token_hash: [u8; 32] = link.token_hash.as_slice().try_into().unwrap_or_default();
    own.use_link(&token_hash, link.purpose).await?;
    tx.commit().await?;
    Ok(())
}

/// Whether nothing within a scope is permitted any more, and it was refused or something wider was.
pub fn is_refused(standing: &Standing, scope: Scope) -> bool {
    let wider = [
        Scope::ALL,
        Scope {
            channel: None,
            ..scope
        },
        Scope {
            purpose: None,
            ..scope
        },
        scope,
    ];
    let still_permitted = standing
        .rows()
        .iter()
        .any(|row| row.state == Choice::Yes && row.scope().is_cell() && scope.covers(row.scope()));
    !still_permitted && wider.into_iter().any(|wider| standing.no(wider).is_some())
}

async fn unsubscribe(
    State(app): State<AppState>,
    Path(token): Path<String>,
    request: Request,
) -> WebResult<Response> {
    let (parts, body) = request.into_parts();
    let user_agent = crate::kit::request::user_agent(&parts);
    // Both encodings of the one field are accepted; the token in the address is what counts. The body is read so that the
    // connection can be used again.
    let _: Bytes = axum::body::to_bytes(body, 16 * 1024).await.unwrap_or_default();
    if let Some(link) = find(&app.store, &token).await? {
        apply(&app.store, &link, Method::OneClick, Some(user_agent)).await?;
    }
    let headers = [
        (header::CONTENT_TYPE, "text/plain; charset=utf-8"),
        (header::CACHE_CONTROL, "no-store"),
    ];
    Ok((StatusCode::OK, headers, "OK").into_response())
}
