//! What a page can answer instead of itself. The layer in [`super::render`] turns each into a page in the reader's
//! language with a way on; the detail of a fault goes to the log and never to the reader.

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};

/// The result of a handler.
pub type WebResult<T> = Result<T, WebError>;

/// Everything that is not the page that was asked for.
#[derive(Debug)]
pub enum WebError {
    /// Not there, or not for this reader: the two look the same.
    NotFound,
    /// The reader must sign in first; the address of the sign-in page.
    SignIn(String),
    /// The request cannot be understood at all (a form shows its own errors instead).
    BadRequest(&'static str),
    /// Larger than allowed.
    TooLarge,
    /// Too often; wait so many seconds.
    TooMany(i64),
    /// Another site sent the form.
    CrossSite,
    /// A fault of ours.
    Internal(String),
}

impl From<carport_store::StoreError> for WebError {
    fn from(e: carport_store::StoreError) -> Self {
        match e {
            carport_store::StoreError::Missing(_) => WebError::NotFound,
            other => WebError::Internal(other.to_string()),
        }
    }
}

impl From<askama::Error> for WebError {
    fn from(e: askama::Error) -> Self {
        WebError::Internal(format!("template: {e}"))
    }
}

/// What the error page shows; travels in the response's extensions to the layer that draws it.
#[derive(Debug, Clone, Copy)]
pub struct ErrorPage {
    /// The keys `error-page-<word>-title` and `-text`.
    pub word: &'static str,
}

impl WebError {
    fn parts(&self) -> (StatusCode, &'static str) {
        match self {
            WebError::NotFound => (StatusCode::NOT_FOUND, "not-found"),
            WebError::SignIn(_) => (StatusCode::SEE_OTHER, "sign-in"),
            WebError::BadRequest(_) => (StatusCode::BAD_REQUEST, "bad-request"),
            WebError::TooLarge => (StatusCode::PAYLOAD_TOO_LARGE, "too-large"),
            WebError::TooMany(_) => (StatusCode::TOO_MANY_REQUESTS, "too-many"),
            WebError::CrossSite => (StatusCode::FORBIDDEN, "cross-site"),
            WebError::Internal(_) => (StatusCode::INTERNAL_SERVER_ERROR, "internal"),
        }
    }
}

impl IntoResponse for WebError {
    fn into_response(self) -> Response {
        let (status, word) = self.parts();
        match &self {
            WebError::SignIn(url) => return super::render::see_other(url),
            WebError::Internal(detail) => tracing::error!(detail, "a page failed"),
            WebError::BadRequest(what) => tracing::debug!(what, "bad request"),
            _ => {}
        }
        let mut response = status.into_response();
        if let WebError::TooMany(seconds) = self {
            response
                .headers_mut()
                .insert(header::RETRY_AFTER, HeaderValue::from(seconds.max(1)));
        }
        response.extensions_mut().insert(ErrorPage { word });
        response
    }
}
