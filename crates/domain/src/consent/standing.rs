//! What a person's word is at an instant, derived from the ledger.
//!
//! Three rules make it (CON-10, CON-11, CON-12):
//!
//! 1. A no belongs to the customer. It ends every yes within its scope that is not younger, and stands until a later yes of
//!    exactly its scope; a tie goes to the no.
//! 2. A yes for one purpose on one channel belongs to a contact point and a legal entity, and holds there when it is younger than
//!    every no over it. So it is an exception to an older, wider no, at this address alone.
//! 3. A yes that came by import or merge ends no refusal.
//!
//! A yes for a whole purpose or a whole channel is the answer shown on the page (F143, F144): it ends the no of its own scope
//! and permits nothing by itself.

use std::collections::{BTreeMap, HashMap};

use serde::{Deserialize, Serialize};

use super::event::ConsentEvent;
use super::gate::{Granted, Permission, Refused};
use super::statement::{Action, Actor, ActorKind, Method, Scope};
use super::words::{Basis, Channel, Choice, Purpose};
use crate::{ConsentEventId, ContactPointId, CustomerId, LegalEntityId, Timestamp};

/// One line of a person's standing, in the form the store keeps beside the ledger and renews in the same transaction.
///
/// A yes on one purpose and channel has contact point and legal entity; all other lines have neither. The state of such a
/// cell is the yes with its contact point, else any no whose scope covers it, else «never asked».
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PermissionRow {
    /// The person.
    pub customer: CustomerId,
    /// The address or number of a yes.
    pub contact_point: Option<ContactPointId>,
    /// The legal entity a yes was said to.
    pub legal_entity: Option<LegalEntityId>,
    /// The purpose; `None` for all.
    pub purpose: Option<Purpose>,
    /// The channel; `None` for all.
    pub channel: Option<Channel>,
    /// Yes or no; never «unset», which is the absence of a row.
    pub state: Choice,
    /// The ledger's entry.
    pub event: ConsentEventId,
    /// When it was said.
    pub since: Timestamp,
    /// Who entered it (CON-09).
    pub set_by: ActorKind,
    /// The basis of a yes.
    pub basis: Option<Basis>,
    /// Whether a yes was confirmed from the address itself.
    pub confirmed: bool,
    /// The version of the partner list shown with a yes.
    pub partner_list: Option<u32>,
}

impl PermissionRow {
    /// What it is about.
    pub const fn scope(&self) -> Scope {
        Scope {
            purpose: self.purpose,
            channel: self.channel,
        }
    }
}

/// A person's standing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Standing {
    rows: Vec<PermissionRow>,
}

#[derive(Clone, Copy)]
struct Said<'a> {
    event: &'a ConsentEvent,
    at: Timestamp,
}

impl<'a> Said<'a> {
    /// Later is greater; of two said at the same time, the one recorded later.
    fn age(&self) -> (Timestamp, Timestamp, ConsentEventId) {
        (self.at, self.event.recorded_at, self.event.id)
    }

    fn later(self, other: Option<Self>) -> Self {
        other.filter(|other| other.age() > self.age()).unwrap_or(self)
    }

    fn row(self, customer: CustomerId, state: Choice) -> PermissionRow {
        let event = self.event;
        let cell_yes = state == Choice::Yes && event.scope.is_cell();
        PermissionRow {
            customer,
            contact_point: event
                .contact_point
                .as_ref()
                .filter(|_| cell_yes)
                .map(|contact| contact.id),
            legal_entity: cell_yes.then_some(event.legal_entity),
            purpose: event.scope.purpose,
            channel: event.scope.channel,
            state,
            event: event.id,
            since: self.at,
            set_by: event.actor.kind(),
            basis: event.basis.filter(|_| cell_yes),
            confirmed: cell_yes && event.action == Action::Confirm,
            partner_list: event.partner_list.filter(|_| cell_yes),
        }
    }
}

impl Standing {
    /// Derives the standing from a person's entries, in any order. With `known_at` it is the standing as it was known at that
    /// instant; without, as it is now. After a merge the entries of both customers count for the one that remains.
    pub fn derive<'a>(
        customer: CustomerId,
        events: impl IntoIterator<Item = &'a ConsentEvent>,
        known_at: Option<Timestamp>,
    ) -> Self {
        let events: Vec<&ConsentEvent> = events
            .into_iter()
            .filter(|event| known_at.is_none_or(|instant| event.recorded_at <= instant))
            .collect();
        let annulled = annulled(&events);

        let mut refusals: BTreeMap<Scope, Said<'_>> = BTreeMap::new();
        let mut answers: BTreeMap<Scope, Said<'_>> = BTreeMap::new();
        let mut expired: HashMap<(Scope, ContactPointId), Timestamp> = HashMap::new();
        let mut yeses: Vec<Said<'_>> = Vec::new();
        for event in events.into_iter().filter(|event| !annulled.contains(&event.id)) {
            let said = Said {
                event,
                at: event.occurred_at(),
            };
            if event.action.is_no() {
                let latest = said.later(refusals.get(&event.scope).copied());
                refusals.insert(event.scope, latest);
            } else if event.action.is_yes() && event.scope.is_cell() {
                yeses.push(said);
            } else if event.action.is_yes() {
                // One that can end a refusal goes before one that cannot.
                let rank = |said: &Said<'_>| (said.event.method.ends_refusals(), said.age());
                let best = answers
                    .get(&event.scope)
                    .copied()
                    .filter(|old| rank(old) > rank(&said))
                    .unwrap_or(said);
                answers.insert(event.scope, best);
            } else if let (Action::Expire, Some(contact)) = (event.action, &event.contact_point) {
                let end = expired.entry((event.scope, contact.id)).or_insert(said.at);
                *end = said.at.max(*end);
            }
        }
        // Rule 1: a wide no ends with a later yes of its own scope.
        let ended = |scope: Scope| {
            let no = refusals.get(&scope);
            no.is_none_or(|no| {
                answers
                    .get(&scope)
                    .is_some_and(|yes| yes.event.method.ends_refusals() && yes.at > no.at)
            })
        };

        let mut cells: BTreeMap<(Scope, ContactPointId, LegalEntityId), Said<'_>> = BTreeMap::new();
        for said in yeses {
            let (scope, Some(contact)) = (said.event.scope, &said.event.contact_point) else {
                continue;
            };
            let over = || refusals.iter().filter(|(no, _)| no.covers(scope));
            let younger = over().all(|(_, no)| said.at > no.at)
                && expired.get(&(scope, contact.id)).is_none_or(|end| said.at > *end);
            // Rule 3: an imported yes counts only where no refusal is in its way any more.
            if younger && (said.event.method.ends_refusals() || over().all(|(no, _)| ended(*no))) {
                let key = (scope, contact.id, said.event.legal_entity);
                let latest = said.later(cells.get(&key).copied());
                cells.insert(key, latest);
            }
        }

        let standing_refusals = refusals
            .iter()
            .filter(|(scope, _)| !ended(**scope))
            .map(|(_, no)| (*no, Choice::No));
        let standing_answers = answers
            .iter()
            .filter(|(scope, _)| ended(**scope))
            .map(|(_, yes)| (*yes, Choice::Yes));
        let grants = cells.values().map(|yes| (*yes, Choice::Yes));
        let rows = standing_refusals.chain(standing_answers).chain(grants);
        Self {
            rows: rows.map(|(said, state)| said.row(customer, state)).collect(),
        }
    }

    /// The standing from the rows the store keeps.
    pub fn from_rows(rows: Vec<PermissionRow>) -> Self {
        Self { rows }
    }

    /// The rows to keep beside the ledger.
    pub fn rows(&self) -> &[PermissionRow] {
        &self.rows
    }

    /// What the person said about a purpose on a channel at a contact point, to a legal entity; what the gate asks for.
    pub fn permission(
        &self,
        contact_point: Option<ContactPointId>,
        entity: LegalEntityId,
        purpose: Purpose,
        channel: Channel,
    ) -> Permission {
        let Some(asked) = purpose.asked_as() else {
            return Permission::default();
        };
        let cell = Scope::cell(asked, channel);
        let yes = |row: &&PermissionRow| {
            row.state == Choice::Yes
                && row.scope() == cell
                && contact_point.is_some()
                && row.contact_point == contact_point
        };
        let grants = || self.rows.iter().filter(yes);
        let ours = grants().find(|row| row.legal_entity == Some(entity));
        let granted = ours.or_else(|| grants().next()).and_then(|row| {
            Some(Granted {
                event: row.event,
                at: row.since,
                basis: row.basis?,
                entity: row.legal_entity?,
                confirmed: row.confirmed,
                partner_list: row.partner_list,
            })
        });
        let refused = if ours.is_some() { None } else { self.refusal(cell) };
        Permission { granted, refused }
    }

    /// The widest no over a purpose on a channel, whatever the address.
    pub fn refusal(&self, cell: Scope) -> Option<Refused> {
        let widths = [
            Scope::ALL,
            Scope {
                channel: None,
                ..cell
            },
            Scope {
                purpose: None,
                ..cell
            },
            cell,
        ];
        widths.into_iter().find_map(|scope| self.no(scope))
    }

    /// The no of exactly this scope.
    pub fn no(&self, scope: Scope) -> Option<Refused> {
        let row = self
            .rows
            .iter()
            .find(|row| row.state == Choice::No && row.scope() == scope)?;
        Some(Refused {
            event: row.event,
            at: row.since,
            scope,
        })
    }

    /// The three-state answer for a purpose on a channel at a contact point, to a legal entity.
    pub fn choice(
        &self,
        contact_point: Option<ContactPointId>,
        entity: LegalEntityId,
        purpose: Purpose,
        channel: Channel,
    ) -> Choice {
        let permission = self.permission(contact_point, entity, purpose, channel);
        match (permission.refused, permission.granted) {
            (Some(_), _) => Choice::No,
            (None, Some(_)) => Choice::Yes,
            (None, None) => Choice::Unset,
        }
    }
}

/// Entries that a correction took back. What customers said themselves stands; an import corrects only imports, staff also what
/// staff entered.
fn annulled(events: &[&ConsentEvent]) -> Vec<ConsentEventId> {
    let corrections = events.iter().filter(|event| event.action == Action::Correct);
    let may = |correction: &ConsentEvent, target: &ConsentEvent| match target.method {
        Method::Dms | Method::Import => correction.recorded_at >= target.recorded_at,
        Method::Counter | Method::Paper | Method::Phone | Method::Letter => {
            matches!(correction.actor, Actor::Staff(_)) && correction.recorded_at >= target.recorded_at
        }
        _ => false,
    };
    corrections
        .filter_map(|correction| {
            let target = events
                .iter()
                .find(|event| Some(event.id) == correction.supersedes)?;
            may(correction, target).then_some(target.id)
        })
        .collect()
}
