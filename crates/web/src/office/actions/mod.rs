//! Action contacts (F160): one-off campaigns that the company runs or not; for whom they are, and what running them would
//! come to.

mod criteria;
mod decide;
mod list;
mod new;
mod show;

use axum::Router;
use carport_domain::ActionContactId;
use carport_domain::access::Permission;
use carport_domain::i18n::FieldError;
use carport_domain::moments::MAX_DAYS;

use crate::kit::app::AppState;
use crate::kit::prelude::*;

/// The module every page of action contacts needs.
const MODULE: &str = "weekly_proposals";

/// Its addresses.
pub fn routes() -> Router<AppState> {
    Router::new()
        .merge(list::routes())
        .merge(new::routes())
        .merge(show::routes())
        .merge(decide::routes())
}

fn allowed(office: &Office, permission: Permission) -> WebResult<()> {
    office.require(permission)?;
    office.require_module(MODULE)
}

/// The action contact an address names.
fn id(text: &str) -> WebResult<ActionContactId> {
    text.parse().map_err(|_| WebError::NotFound)
}

/// Calendar months of a selection.
fn months(text: &str) -> Result<u32, FieldError> {
    let months = text
        .parse::<u32>()
        .map_err(|_| FieldError::new("error-whole-number"))?;
    if (1..=MAX_DAYS).contains(&months) {
        Ok(months)
    } else {
        Err(FieldError::new("moment-error-too-many-days").with("max", i64::from(MAX_DAYS)))
    }
}
