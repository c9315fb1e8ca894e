//! The back office: what staff see of their company. One endpoint is one file; `door/` is before a company is chosen.

pub mod door;
mod rail;

use axum::Router;

pub use rail::navigation;

use crate::kit::app::AppState;

/// Its addresses.
pub fn routes() -> Router<AppState> {
    Router::new().merge(door::routes())
}
