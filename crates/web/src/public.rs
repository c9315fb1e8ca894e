//! Addresses that belong to no company: assets, health, and the links in messages.

use axum::Router;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get;

use crate::kit::app::AppState;
use crate::kit::assets;
use crate::kit::error::WebError;

/// Pages under the protection against forms of other sites.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/assets/{file}", get(assets::show))
        .route("/healthz", get(async || StatusCode::OK))
}

/// What a mail program posts to without any browser (RFC 8058): exempt from the protection, listed in a test.
pub fn one_click() -> Router<AppState> {
    Router::new()
}

/// No such address.
pub async fn not_found() -> Response {
    WebError::NotFound.into_response()
}
