//! The back office: what staff see of their company.

use axum::Router;

use crate::kit::app::AppState;
use crate::kit::page::NavItem;
use crate::kit::staff::Office;

/// Its addresses.
pub fn routes() -> Router<AppState> {
    Router::new()
}

/// The left rail: what this person may do at this company, and nothing else.
pub fn navigation(_office: &Office, _current: &str) -> Vec<NavItem> {
    Vec::new()
}
