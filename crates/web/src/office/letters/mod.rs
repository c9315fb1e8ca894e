//! Letters: approved ones go together into one print-ready PDF (F165, B14).

mod batch;
mod list;

use axum::Router;

use crate::kit::app::AppState;

/// The module every page of letters needs.
const MODULE: &str = "letters";

/// Its addresses.
pub fn routes() -> Router<AppState> {
    Router::new().merge(list::routes()).merge(batch::routes())
}
