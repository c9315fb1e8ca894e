//! Leaving the console.

use axum::Router;
use axum::http::{HeaderName, HeaderValue, header};
use axum::routing::post;

use crate::kit::app::AppState;
use crate::kit::cookies;
use crate::kit::prelude::*;
use crate::kit::staff::token_hash;
use crate::office::door::Stranger;

/// Its address.
pub fn routes() -> Router<AppState> {
    Router::new().route("/operator/sign-out", post(sign_out))
}

async fn sign_out(who: Stranger) -> WebResult<Response> {
    let name = cookies::operator_session(&who.app);
    if let Some(hash) = token_hash(&who.headers, &name) {
        let mut tx = who.app.store.begin().await?;
        tx.installation().await?.end_operator_session(&hash).await?;
        tx.commit().await?;
    }
    let mut response = see_other("/operator/sign-in");
    let headers = response.headers_mut();
    headers.append(header::SET_COOKIE, cookies::remove(&who.app, &name));
    headers.insert(
        HeaderName::from_static("clear-site-data"),
        HeaderValue::from_static("\"cache\", \"storage\""),
    );
    Ok(response)
}
