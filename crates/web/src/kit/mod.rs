//! What every page stands on: the application's state, who asks for what at which company, forms, sessions, errors,
//! security headers, assets. A page imports `kit::prelude`.

pub mod app;
pub mod assets;
pub mod company;
pub mod cookies;
pub mod download;
pub mod error;
pub mod forms;
#[cfg(test)]
mod gallery;
pub mod headers;
pub mod own_domain;
pub mod page;
pub mod passwords;
pub mod render;
pub mod request;
pub mod staff;
pub mod totp;

/// What nearly every page needs.
pub mod prelude {
    pub use super::app::{App, AppState};
    pub use super::company::Portal;
    pub use super::error::{WebError, WebResult};
    pub use super::forms::Form;
    pub use super::page::{Flash, Page, Tone};
    pub use super::render::{html, html_with_status, see_other};
    pub use super::staff::Office;
    pub use axum::extract::{Path, State};
    pub use axum::response::{IntoResponse, Response};
    pub use carport_domain::i18n::{FieldErrors, Texts};
}
