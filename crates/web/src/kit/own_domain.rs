//! A company on its own host name has no slug in its addresses. This layer, before routing, puts the slug in front, so
//! that one set of routes serves both.

use axum::extract::{Request, State};
use axum::http::Uri;
use axum::http::header;
use axum::middleware::Next;
use axum::response::Response;

use super::app::AppState;

/// Present on requests that came to a company's own domain.
#[derive(Debug, Clone)]
pub struct OwnDomain {
    /// The path as the browser shows it.
    pub path: String,
}

/// Addresses that are the installation's on every host.
const SHARED: [&str; 7] = ["assets", "u", "l", "healthz", "readyz", "metrics", "favicon.ico"];

/// Puts the slug of the host's company in front of the path.
pub async fn rewrite(State(app): State<AppState>, mut request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    let first = path.trim_start_matches('/').split('/').next().unwrap_or_default();
    if SHARED.contains(&first) {
        return next.run(request).await;
    }
    let host = request
        .headers()
        .get(header::HOST)
        .and_then(|h| h.to_str().ok())
        .map(|h| {
            h.rsplit_once(':')
                .map_or(h, |(name, _)| name)
                .to_ascii_lowercase()
        })
        .unwrap_or_default();
    if let Ok(Some(company)) = app.companies.by_domain(&app, &host).await {
        let slug = &company.company.slug;
        let target = match request.uri().query() {
            Some(query) => format!("/{slug}{path}?{query}"),
            None => format!("/{slug}{path}"),
        };
        let target = if path == "/" {
            target.replacen(&format!("/{slug}/"), &format!("/{slug}"), 1)
        } else {
            target
        };
        if let Ok(uri) = target.parse::<Uri>() {
            request.extensions_mut().insert(OwnDomain { path });
            *request.uri_mut() = uri;
        }
    }
    next.run(request).await
}
