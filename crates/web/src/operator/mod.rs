//! The operator's console (F199): companies, modules, jobs, health. One endpoint is one file. It speaks about the
//! installation and never shows a company's customers.

mod companies;
mod company;
mod frame;
mod health;
mod jobs;
mod new_company;
mod revive;
mod second_factor;
mod sign_in;
mod sign_out;

use axum::Router;

use crate::kit::app::AppState;

/// Its addresses.
pub fn routes() -> Router<AppState> {
    Router::new()
        .merge(sign_in::routes())
        .merge(second_factor::routes())
        .merge(sign_out::routes())
        .merge(companies::routes())
        .merge(new_company::routes())
        .merge(company::routes())
        .merge(jobs::routes())
        .merge(revive::routes())
        .merge(health::routes())
}
