//! «Request your account here» in the office (F31, F201): who asks, until when, whom it may be, and one click to answer.

mod decline;
mod invite;
mod letter;
mod list;

use axum::Router;
use carport_domain::access::Permission;
use carport_domain::company::Module;
use carport_domain::{Timestamp, format};

use crate::kit::app::AppState;
use crate::kit::prelude::*;

pub use invite::told;

/// Its addresses.
pub fn routes() -> Router<AppState> {
    Router::new()
        .merge(list::routes())
        .merge(invite::routes())
        .merge(letter::routes())
        .merge(decline::routes())
}

/// Whether somebody has a part in the queue. It is the whole company's: who asks belongs to no location yet.
pub fn is_open_to(office: &Office) -> bool {
    let company = &office.company.company;
    office.access.may(Permission::HandleRequests)
        && office.access.is_whole()
        && company.has(Module::AccountRequest.as_str())
}

/// Answers 404 to everybody else.
fn require(office: &Office) -> WebResult<()> {
    if is_open_to(office) {
        Ok(())
    } else {
        Err(WebError::NotFound)
    }
}

/// How much time is left to answer (F30).
#[derive(Debug, Clone)]
pub struct Due {
    /// «Answer by Tuesday 24 November, 17:00.»
    pub text: String,
    /// `danger` when it is overdue, `attention` on the last day.
    pub tone: &'static str,
}

impl Due {
    /// At an instant.
    pub fn of(office: &Office, due: Timestamp, now: Timestamp) -> Self {
        let company = &office.company.company;
        let when = format::date_and_time(due, company.time_zone, office.language);
        if due < now {
            return Self {
                text: office.t.with("office-requests-overdue", &[("when", when.into())]),
                tone: "danger",
            };
        }
        let last_day = due.date_in(company.time_zone) == company.today(now);
        Self {
            text: office.t.with("office-requests-due", &[("when", when.into())]),
            tone: if last_day { "attention" } else { "info" },
        }
    }
}
