//! The company's locations: code, region, legal entity, opening hours (F2, F200).

mod edit;
mod list;

use axum::Router;

use crate::kit::app::AppState;

/// Its addresses.
pub fn routes() -> Router<AppState> {
    Router::new().merge(list::routes()).merge(edit::routes())
}
