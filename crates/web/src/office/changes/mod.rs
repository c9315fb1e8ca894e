//! Changes of customers' data on their way back to the dealer's own system (F68), and the corrections that customers ask
//! for where only the register or that system can know (F77).

mod corrections;
mod export;
mod list;

use axum::Router;
use carport_domain::access::Permission;

use crate::kit::app::AppState;
use crate::kit::prelude::*;

/// Its addresses.
pub fn routes() -> Router<AppState> {
    Router::new()
        .merge(list::routes())
        .merge(export::routes())
        .merge(corrections::routes())
}

/// Whether somebody has a part in it: the file is the whole company's.
pub fn is_open_to(office: &Office) -> bool {
    office.access.may(Permission::EditCustomers) && office.access.is_whole()
}

/// Answers 404 to everybody else.
fn require(office: &Office) -> WebResult<()> {
    if is_open_to(office) {
        Ok(())
    } else {
        Err(WebError::NotFound)
    }
}
