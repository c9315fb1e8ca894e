//! The customer's own pages: getting in, staying in, and what is theirs. One endpoint is one file.

pub mod account;
pub mod activate;
pub mod cars;
pub mod codes;
pub mod details;
pub mod forgot_password;
pub mod frame;
pub mod help;
pub mod home;
pub mod invoices;
pub mod language;
pub mod limits;
pub mod look;
pub mod personal_link;
pub mod preferences;
pub mod request_account;
pub mod session;
pub mod set_password;
pub mod sign_in;
pub mod sign_out;
pub mod step_up;

use axum::Router;
use axum::middleware::from_fn;

use crate::kit::app::AppState;

/// Its addresses.
pub fn routes() -> Router<AppState> {
    Router::new()
        .merge(sign_in::routes())
        .merge(sign_out::routes())
        .merge(activate::routes())
        .merge(request_account::routes())
        .merge(forgot_password::routes())
        .merge(set_password::routes())
        .merge(step_up::routes())
        .merge(codes::routes())
        .merge(home::routes())
        .merge(details::routes())
        .merge(cars::routes())
        .merge(invoices::routes())
        .merge(preferences::routes())
        .merge(help::routes())
        .merge(account::routes())
        .merge(language::routes())
        .merge(look::routes())
        .merge(personal_link::routes())
        .layer(from_fn(session::carry_renewal))
}

/// The addresses a mail program posts to by itself (RFC 8058); no protection against other sites' forms, since the token
/// in the address is the authority.
pub fn one_click() -> Router<AppState> {
    preferences::one_click::routes()
}
