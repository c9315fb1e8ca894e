//! Signing out: the session ends on the server, and the browser forgets what it kept of the pages.

use axum::Router;
use axum::http::{HeaderName, HeaderValue, header};
use axum::routing::post;

use super::session::{self, Visitor};
use crate::kit::app::AppState;
use crate::kit::prelude::*;

/// Its addresses.
pub fn routes() -> Router<AppState> {
    Router::new().route("/{company}/sign-out", post(sign_out))
}

async fn sign_out(visitor: Visitor) -> WebResult<Response> {
    let portal = &visitor.portal;
    if let Some(member) = &visitor.member {
        let mut tx = portal.app.store.begin().await?;
        tx.company(member.who.company)
            .await?
            .end_account_session(member.account.id, &member.session.token_hash)
            .await?;
        tx.commit().await?;
    }
    let mut response = see_other(&portal.url("/sign-in"));
    let headers = response.headers_mut();
    headers.append(header::SET_COOKIE, session::forget(portal));
    // Not "cookies": another company's session on the same host is none of this one's business.
    headers.insert(
        HeaderName::from_static("clear-site-data"),
        HeaderValue::from_static("\"cache\", \"storage\""),
    );
    Ok(response)
}
