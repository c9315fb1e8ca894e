//! Sign-in and security (F59, F60): password, address to sign in with, sessions, language.

mod confirm_email;
mod email;
mod overview;
mod password;
mod sessions;

use axum::Router;

use crate::kit::app::AppState;

/// Its addresses.
pub fn routes() -> Router<AppState> {
    Router::new()
        .merge(overview::routes())
        .merge(password::routes())
        .merge(email::routes())
        .merge(confirm_email::routes())
        .merge(sessions::routes())
}
