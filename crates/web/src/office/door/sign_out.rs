//! Signing out: the session ends on the server, and the browser forgets what it kept.

use axum::Router;
use axum::http::{HeaderName, HeaderValue, header};
use axum::routing::post;

use super::Stranger;
use crate::kit::app::AppState;
use crate::kit::cookies;
use crate::kit::prelude::*;
use crate::kit::staff::token_hash;

/// Its address.
pub fn routes() -> Router<AppState> {
    Router::new().route("/office/sign-out", post(sign_out))
}

async fn sign_out(who: Stranger) -> WebResult<Response> {
    let name = cookies::staff_session(&who.app);
    if let Some(hash) = token_hash(&who.headers, &name) {
        let mut tx = who.app.store.begin().await?;
        tx.installation().await?.end_staff_session(&hash).await?;
        tx.commit().await?;
    }
    let mut response = see_other("/office/sign-in");
    let headers = response.headers_mut();
    headers.append(header::SET_COOKIE, cookies::remove(&who.app, &name));
    headers.insert(
        HeaderName::from_static("clear-site-data"),
        HeaderValue::from_static("\"cache\", \"storage\""),
    );
    Ok(response)
}
