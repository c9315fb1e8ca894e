//! Style sheets, scripts and pictures, inside the program. Their addresses carry a version, so browsers keep them for
//! a year.

use axum::extract::{Path, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use rust_embed::RustEmbed;
use sha2::{Digest, Sha256};

use super::app::AppState;

#[derive(RustEmbed)]
#[folder = "../../assets"]
struct Embedded;

/// The bundled assets.
#[derive(Debug)]
pub struct Assets {
    version: String,
    stylesheet: Bytes,
    script: Bytes,
}

fn embedded(path: &str) -> Vec<u8> {
    Embedded::get(path)
        .map(|f| f.data.into_owned())
        .unwrap_or_default()
}

impl Assets {
    /// Joins the style sheets in the order that `assets/css/ORDER` gives.
    pub fn bundle() -> Self {
        let order = String::from_utf8(embedded("css/ORDER")).unwrap_or_default();
        let mut stylesheet = Vec::new();
        for file in order
            .lines()
            .map(str::trim)
            .filter(|l| !l.is_empty() && !l.starts_with('#'))
        {
            stylesheet.extend(embedded(&format!("css/{file}")));
            stylesheet.push(b'\n');
        }
        let script = embedded("js/carport.js");
        let mut hash = Sha256::new();
        for part in [
            &stylesheet,
            &script,
            &embedded("icons/icons.svg"),
            &embedded("cars/cars.svg"),
        ] {
            hash.update(part);
        }
        Self {
            version: hex::encode(&hash.finalize()[..6]),
            stylesheet: Bytes::from(stylesheet),
            script: Bytes::from(script),
        }
    }

    /// Changes whenever an asset changes.
    pub fn version(&self) -> &str {
        &self.version
    }
}

/// `GET /assets/{file}`: kept for a year where the address carries the version, else for some minutes.
pub async fn show(
    State(app): State<AppState>,
    Path(file): Path<String>,
    axum::extract::RawQuery(query): axum::extract::RawQuery,
) -> Response {
    let keep = if query.is_some_and(|q| q.starts_with("v=")) {
        "public, max-age=31536000, immutable"
    } else {
        "public, max-age=600"
    };
    let (media_type, body) = match file.as_str() {
        "carport.css" => ("text/css; charset=utf-8", app.assets.stylesheet.clone()),
        "carport.js" => ("text/javascript; charset=utf-8", app.assets.script.clone()),
        "icons.svg" => ("image/svg+xml", Bytes::from(embedded("icons/icons.svg"))),
        "cars.svg" => ("image/svg+xml", Bytes::from(embedded("cars/cars.svg"))),
        _ => return StatusCode::NOT_FOUND.into_response(),
    };
    (
        [
            (header::CONTENT_TYPE, HeaderValue::from_static(media_type)),
            (header::CACHE_CONTROL, HeaderValue::from_static(keep)),
        ],
        body,
    )
        .into_response()
}
