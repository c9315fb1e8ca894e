//! Addresses that belong to no company: the front door, assets, health, figures for monitoring, and the links in messages.

use std::sync::Arc;

use axum::Router;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;

use crate::kit::app::AppState;
use crate::kit::assets;
use crate::kit::error::{WebError, WebResult};
use crate::kit::render::see_other;

/// Pages under the protection against forms of other sites.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/", get(front_door))
        .route("/assets/{file}", get(assets::show))
        .route("/favicon.ico", get(async || StatusCode::NO_CONTENT))
        .route("/healthz", get(async || "ok\n"))
        .route("/readyz", get(ready))
        .route("/metrics", get(metrics))
        .merge(crate::dev_mail::routes())
}

/// What a mail program posts to without any browser (RFC 8058): exempt from the protection, listed in a test.
pub fn one_click() -> Router<AppState> {
    crate::portal::one_click()
}

/// No such address.
pub async fn not_found() -> Response {
    WebError::NotFound.into_response()
}

/// An installation with one company leads there; with several, nobody is sent to somebody else's.
async fn front_door(State(app): State<AppState>) -> WebResult<Response> {
    let mut tx = app.store.read().await?;
    let companies = tx.installation().await?.companies().await?;
    match companies.as_slice() {
        [only] => Ok(see_other(&format!("/{}", only.slug))),
        _ => Ok(see_other("/office")),
    }
}

/// Whether this process can serve: the database answers and has the schema this program knows.
async fn ready(State(app): State<AppState>) -> Response {
    match app.store.migration_state().await {
        Ok((known, applied)) if known == applied => "ready\n".into_response(),
        Ok(_) => (StatusCode::SERVICE_UNAVAILABLE, "the schema is another\n").into_response(),
        Err(e) => {
            tracing::error!(detail = %e, "not ready");
            (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer\n").into_response()
        }
    }
}

/// Renders the figures in the text form of Prometheus.
pub type Figures = Arc<dyn Fn() -> String + Send + Sync>;

/// Figures for monitoring, for whoever knows the token; without a token only for this machine.
async fn metrics(State(app): State<AppState>, request: axum::extract::Request) -> WebResult<Response> {
    let peer = request
        .extensions()
        .get::<axum::extract::ConnectInfo<std::net::SocketAddr>>()
        .map(|c| c.0.ip());
    let bearer = request
        .headers()
        .get(header::AUTHORIZATION)
        .and_then(|v| v.to_str().ok())
        .and_then(|v| v.strip_prefix("Bearer "))
        .unwrap_or_default();
    let permitted = match &app.config.metrics_token {
        Some(token) => bool::from(subtle::ConstantTimeEq::ct_eq(token.as_bytes(), bearer.as_bytes())),
        // Behind a proxy on this machine everybody comes from this machine.
        None => peer.is_some_and(|ip| ip.is_loopback()) && request.headers().get("x-forwarded-for").is_none(),
    };
    let Some(figures) = app.config.figures.as_ref().filter(|_| permitted) else {
        return Err(WebError::NotFound);
    };
    let mut tx = app.store.read().await?;
    for (state, count) in tx.installation().await?.job_counts().await? {
        metrics::gauge!("carport_jobs", "state" => state.as_str()).set(count as f64);
    }
    Ok(([(header::CONTENT_TYPE, "text/plain; version=0.0.4")], figures()).into_response())
}
