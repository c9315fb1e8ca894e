//! Refusals that come from elsewhere than the preference page: unsubscribe links, merging and splitting customers.

use super::event::{ConsentEvent, Draft, InvalidEvent};
use super::standing::{PermissionRow, Standing};
use super::statement::{Action, Scope};
use super::words::Choice;
use crate::{ConsentEventId, Timestamp};

/// The entry for an unsubscribe link, a STOP or a spam report: one scope taken back, or, for [`Scope::ALL`], the objection to all
/// marketing (F155).
///
/// # Errors
/// The template lacks something every entry needs.
pub fn refuse(scope: Scope, template: &Draft) -> Result<ConsentEvent, InvalidEvent> {
    no(Action::Withdraw, scope, template)
}

/// The refusals to append when two customers become one, so that the strictest of both holds (CON-11). Derive the standing of the
/// one that remains from the entries of both and these.
///
/// # Errors
/// The template lacks something every entry needs.
pub fn merge(a: &Standing, b: &Standing, template: &Draft) -> Result<Vec<ConsentEvent>, InvalidEvent> {
    let refusals = |of: &Standing| -> Vec<(Scope, Timestamp)> {
        of.rows()
            .iter()
            .filter(|row| row.state == Choice::No)
            .map(|row| (row.scope(), row.since))
            .collect()
    };
    // Where the other side later said yes within the refusal's scope, the refusal has to be said again to stand.
    let weakened = |(scope, since): (Scope, Timestamp), other: &Standing| {
        other
            .rows()
            .iter()
            .any(|row| row.state == Choice::Yes && scope.covers(row.scope()) && row.since > since)
    };
    let from_a = refusals(a).into_iter().filter(|no| weakened(*no, b));
    let from_b = refusals(b).into_iter().filter(|no| weakened(*no, a));
    let mut scopes: Vec<Scope> = from_a.chain(from_b).map(|(scope, _)| scope).collect();
    scopes.sort_unstable();
    scopes.dedup();
    repeat(scopes, template)
}

/// The refusals to append to each part when one customer turns out to be two: all of them (CON-11).
///
/// # Errors
/// The template lacks something every entry needs.
pub fn split(whole: &Standing, template: &Draft) -> Result<Vec<ConsentEvent>, InvalidEvent> {
    let scopes = whole
        .rows()
        .iter()
        .filter(|row| row.state == Choice::No)
        .map(PermissionRow::scope)
        .collect();
    repeat(scopes, template)
}

fn repeat(scopes: Vec<Scope>, template: &Draft) -> Result<Vec<ConsentEvent>, InvalidEvent> {
    scopes
        .into_iter()
        .map(|scope| no(Action::Deny, scope, template))
        .collect()
}

/// A no; to everything it is the objection of GDPR art. 21(2).
fn no(action: Action, scope: Scope, template: &Draft) -> Result<ConsentEvent, InvalidEvent> {
    let action = if scope == Scope::ALL {
        Action::Object
    } else {
        action
    };
    let id = ConsentEventId::new(template.recorded_at);
    ConsentEvent::new(Draft {
        id,
        action,
        scope,
        contact_point: None,
        basis: None,
        ..template.clone()
    })
}
