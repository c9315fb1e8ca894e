//! The company's staff: who may do what, invitations by mail, leaving (F198, F200).

mod invite;
mod list;
mod member;
mod place;
mod withdraw;

use axum::Router;

use crate::kit::app::AppState;

/// Its addresses.
pub fn routes() -> Router<AppState> {
    Router::new()
        .merge(list::routes())
        .merge(invite::routes())
        .merge(member::routes())
        .merge(withdraw::routes())
}
