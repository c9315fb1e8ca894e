//! Every address, under its layers. A part of the site adds its own routes in its folder's `mod.rs`.

use axum::Router;
use axum::extract::Request;
use axum::middleware::{Next, from_fn, from_fn_with_state, map_response};
use axum::response::Response;
use tower::Layer;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::csrf::CsrfLayer;
use tower_http::limit::RequestBodyLimitLayer;

use crate::kit::app::AppState;
use crate::kit::{headers, own_domain, render};
use crate::{office, operator, portal, public};

/// The largest upload, bytes.
pub const UPLOAD_LIMIT: usize = 2 * 1024 * 1024 * 1024;

/// The whole site as one service.
///
/// Forms of another site are refused by `Origin` and `Sec-Fetch-Site` (SEC-CSRF-1); exempt is only what
/// [`public::one_click`] lists, where the token in the address is the authority.
pub fn site(app: AppState) -> axum::routing::RouterIntoService<axum::body::Body> {
    let pages = Router::new()
        .merge(office::routes())
        .merge(operator::routes())
        .merge(public::routes())
        .merge(portal::routes())
        .layer(CsrfLayer::new());
    let routes = pages.merge(public::one_click()).fallback(public::not_found);
    // The last is the outermost.
    let inner = routes
        .layer(RequestBodyLimitLayer::new(UPLOAD_LIMIT))
        .layer(CatchPanicLayer::new())
        .layer(CompressionLayer::new())
        .layer(from_fn(readable))
        .layer(map_response(vary))
        .layer(from_fn_with_state(app.clone(), render::error_pages))
        .layer(from_fn_with_state(app.clone(), render::said_once))
        .layer(from_fn_with_state(app.clone(), headers::security));
    // The rewriting must come before routing, so it wraps the finished router.
    let rewritten = from_fn_with_state(app.clone(), own_domain::rewrite).layer(inner.with_state(app));
    Router::new().fallback_service(rewritten).into_service()
}

/// An address with a zero byte names nothing: no text that is stored holds one, and PostgreSQL refuses to look for it.
async fn readable(request: Request, next: Next) -> Response {
    if request.uri().path().contains("%00") {
        return public::not_found().await;
    }
    next.run(request).await
}

async fn vary(mut response: Response) -> Response {
    response.headers_mut().append(
        axum::http::header::VARY,
        axum::http::HeaderValue::from_static("Accept-Language, Cookie"),
    );
    response
}
