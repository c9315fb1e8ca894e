//! A company's colours, letters and corners as a style sheet, and its logos (F3, F11). The back office wears them too, so
//! they are there without the module for customers' pages.

use axum::Router;
use axum::extract::Query;
use axum::http::{HeaderValue, header};
use axum::routing::get;
use carport_domain::company::{Look, Theme};
use carport_store::companies::Company;
use serde::Deserialize;

use crate::kit::app::AppState;
use crate::kit::prelude::*;

/// Its addresses.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/{company}/look.css", get(style))
        .route("/{company}/logo/{place}", get(logo))
}

/// The version in the address; pages write the one that is in force.
#[derive(Debug, Deserialize)]
struct Version {
    v: Option<i64>,
}

impl Version {
    /// What is in force under its own version never changes; any other answer is asked again within a minute.
    fn cache(&self, company: &Company) -> HeaderValue {
        HeaderValue::from_static(if self.v == Some(company.updated_at.0) {
            "public, max-age=31536000, immutable"
        } else {
            "public, max-age=60"
        })
    }
}

/// The look a company stored; a stored one that cannot be read is the shipped one.
pub fn of(company: &Company) -> Look {
    serde_json::from_str(&company.look).unwrap_or_default()
}

/// The style sheet of a look. A reader's own choice of light or dark goes before the company's.
fn sheet(look: &Look) -> String {
    let scheme = match look.theme {
        Theme::Device => "",
        Theme::Light => ":root:not([data-theme]){color-scheme:light}",
        Theme::Dark => ":root:not([data-theme]){color-scheme:dark}",
    };
    format!(":root{{{}}}{scheme}\n", look.css())
}

async fn style(portal: Portal, Query(version): Query<Version>) -> Response {
    let company = &portal.company.company;
    let headers = [
        (
            header::CONTENT_TYPE,
            HeaderValue::from_static("text/css; charset=utf-8"),
        ),
        (header::CACHE_CONTROL, version.cache(company)),
    ];
    (headers, sheet(&of(company))).into_response()
}

async fn logo(
    portal: Portal,
    Path((_, place)): Path<(String, String)>,
    Query(version): Query<Version>,
) -> WebResult<Response> {
    let place: i64 = place.parse().map_err(|_| WebError::NotFound)?;
    let company = &portal.company.company;
    let logo = portal
        .company
        .logos
        .iter()
        .find(|logo| logo.position == place)
        .ok_or(WebError::NotFound)?;
    let picture = portal
        .app
        .store
        .files()
        .get(company.id, &logo.object_key)
        .await?
        .ok_or(WebError::NotFound)?;
    let media_type = match logo.media_type.as_str() {
        "image/svg+xml" => "image/svg+xml",
        _ => "image/png",
    };
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static(media_type)),
        (header::CACHE_CONTROL, version.cache(company)),
        // Opened by itself, a drawing has no more rights than as a picture.
        (
            header::CONTENT_SECURITY_POLICY,
            HeaderValue::from_static("default-src 'none'; style-src 'unsafe-inline'; sandbox"),
        ),
    ];
    Ok((headers, picture).into_response())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_readers_choice_of_dark_goes_before_the_companys_light() {
        let look = Look {
            theme: Theme::Light,
            ..Look::default()
        };
        assert!(sheet(&look).contains(":root:not([data-theme]){color-scheme:light}"));
        assert!(!sheet(&Look::default()).contains("color-scheme"));
        assert!(sheet(&look).starts_with(":root{--brand:#35506b;"));
    }
}
