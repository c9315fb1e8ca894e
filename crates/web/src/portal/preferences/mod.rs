//! «Mijn voorkeuren» (F143, F144): topics and channels, what each choice means, when it was last changed and by whom.

mod address;
mod by_link;
pub mod one_click;
mod signed_in;
mod view;

pub use view::all_answered;

use axum::Router;

use crate::kit::app::AppState;

/// Its addresses.
pub fn routes() -> Router<AppState> {
    Router::new().merge(signed_in::routes()).merge(by_link::routes())
}
