//! To be written.

use axum::Router;

use crate::kit::app::AppState;

/// Its addresses.
pub fn routes() -> Router<AppState> {
    Router::new()
}
