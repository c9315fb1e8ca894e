//! The call list (F166): whom to call and why; a number only where the gate lets the call go this moment (CON-22).

mod list;
mod open;

use axum::Router;

use crate::kit::app::AppState;

/// The module every page of the call list needs.
const MODULE: &str = "call_list";

/// Its addresses.
pub fn routes() -> Router<AppState> {
    Router::new().merge(list::routes()).merge(open::routes())
}
