//! The back office: what staff see of their company. One endpoint is one file; `door/` is before a company is chosen.

pub mod actions;
pub mod audit;
pub mod calls;
pub mod changes;
pub mod company;
pub mod customers;
pub mod door;
pub mod explain;
pub mod home;
pub mod imports;
pub mod letters;
pub mod locations;
pub mod moments;
pub mod proof;
mod rail;
pub mod requests;
pub mod staff;
pub mod week;

use axum::Router;
use axum::http::header;
use axum::response::Response;
use carport_domain::consent::Obstacle;

pub use rail::navigation;

use crate::kit::app::AppState;
use crate::kit::cookies;
use crate::kit::render::see_other;
use crate::kit::staff::Office;

/// Its addresses.
pub fn routes() -> Router<AppState> {
    Router::new()
        .merge(company::routes())
        .merge(locations::routes())
        .merge(staff::routes())
        .merge(audit::routes())
        .merge(door::routes())
        .merge(week::routes())
        .merge(actions::routes())
        .merge(calls::routes())
        .merge(letters::routes())
        .merge(moments::routes())
        .merge(home::routes())
        .merge(customers::routes())
        .merge(changes::routes())
        .merge(requests::routes())
        .merge(explain::routes())
        .merge(proof::routes())
        .merge(imports::routes())
}

/// Leads on to a page that says in place what happened: the text `flash-<word>`, in the tone `good`, `attention` or `danger`.
pub fn said(office: &Office, url: &str, tone: &str, word: &str) -> Response {
    let mut response = see_other(url);
    let cookie = cookies::set_secret(&office.app, cookies::FLASH, &format!("{tone}.{word}"), Some(15));
    response.headers_mut().append(header::SET_COOKIE, cookie);
    response
}

/// Leads on to a page that says in place what the gate kept back, and why: the text `flash-<word>` with the gate's sentence.
pub fn said_why(office: &Office, url: &str, word: &str, obstacle: Obstacle) -> Response {
    said(office, url, "attention", &format!("{word}:{obstacle}"))
}

/// The same, with a button beside it that undoes what happened: it posts to `undo_url`.
pub fn said_with_undo(office: &Office, url: &str, word: &str, undo_url: &str) -> Response {
    said(office, url, "good", &format!("{word}|{undo_url}"))
}
