//! One entry of the consent ledger: who said what, when, where, shown which words (STANDARDS §1.6).

use std::ops::Deref;

use chrono::NaiveDate;
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use super::statement::{
    Action, Actor, Circumstances, ContactRef, Control, DefaultState, Document, Method, Scope, WordingRef,
};
use super::words::{Basis, Purpose};
use crate::{CompanyId, ConsentEventId, CustomerId, FieldError, LegalEntityId, Timestamp};

/// What is to be recorded. [`ConsentEvent::new`] checks it; only then is it an entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// Its id.
    pub id: ConsentEventId,
    /// The company.
    pub company: CompanyId,
    /// The legal entity the statement was made to.
    pub legal_entity: LegalEntityId,
    /// The person.
    pub customer: CustomerId,
    /// The address or number; a yes for one purpose on one channel needs it, a no belongs to the customer (CON-12).
    pub contact_point: Option<ContactRef>,
    /// What happened.
    pub action: Action,
    /// What it is about.
    pub scope: Scope,
    /// The basis a yes gives: consent, or a service the person switched on.
    pub basis: Option<Basis>,
    /// For partner offers: the version of the list of partners the person saw (CON-08).
    pub partner_list: Option<u32>,
    /// The wording shown.
    pub wording: Option<WordingRef>,
    /// The control used.
    pub control: Option<Control>,
    /// By which road.
    pub method: Method,
    /// Who entered it.
    pub actor: Actor,
    /// Where the statement was made, in words: page, form, desk, supplier of a file.
    pub origin: Option<String>,
    /// Why staff changed it (CON-09).
    pub reason: Option<String>,
    /// When the person said it.
    pub occurred_at: Option<Timestamp>,
    /// When it was entered.
    pub recorded_at: Timestamp,
    /// The technical circumstances.
    pub circumstances: Option<Circumstances>,
    /// Paper, recording or file.
    pub document: Option<Document>,
    /// The rule packs in force, as stamped on decisions.
    pub rule_pack: Option<String>,
    /// The entry this one confirms, corrects or replaces.
    pub supersedes: Option<ConsentEventId>,
}

impl Draft {
    /// The least every entry needs; the rest is filled in by struct update.
    pub fn new(
        (company, legal_entity, customer): (CompanyId, LegalEntityId, CustomerId),
        action: Action,
        scope: Scope,
        (method, actor): (Method, Actor),
        recorded_at: Timestamp,
    ) -> Self {
        Draft {
            id: ConsentEventId::new(recorded_at),
            company,
            legal_entity,
            customer,
            contact_point: None,
            action,
            scope,
            basis: None,
            partner_list: None,
            wording: None,
            control: None,
            method,
            actor,
            origin: None,
            reason: None,
            occurred_at: Some(recorded_at),
            recorded_at,
            circumstances: None,
            document: None,
            rule_pack: None,
            supersedes: None,
        }
    }
}

/// Why a draft is not an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum InvalidEvent {
    /// A yes needs the wording that was shown.
    #[error("a yes needs the wording that was shown")]
    WordingMissing,
    /// A yes needs its origin.
    #[error("a yes needs its origin: where it was given")]
    OriginMissing,
    /// The time is missing.
    #[error("the time at which it was said is missing")]
    TimeMissing,
    /// It says it happened after it was recorded.
    #[error("it cannot have been said after it was recorded")]
    InTheFuture,
    /// A yes for one purpose on one channel belongs to an address or number.
    #[error("a yes needs the address or number it was given for")]
    ContactPointMissing,
    /// Yes was filled in beforehand (CON-04).
    #[error("yes was filled in beforehand, so nobody gave it")]
    PreTicked,
    /// A link in a message can take consent back but not give it.
    #[error("consent cannot be given by this road")]
    RoadCannotGrant,
    /// Staff must say why (CON-09).
    #[error("staff must give the reason for the change")]
    ReasonMissing,
    /// Consent is not asked for this purpose.
    #[error("consent is not asked for this purpose")]
    NotAsked,
    /// A yes rests on consent or on a service the person asked for.
    #[error("a yes rests on consent or a requested service")]
    BasisUnfit,
    /// A yes to partner offers names the list of partners (CON-08).
    #[error("a yes to partner offers needs the version of the list of partners")]
    PartnerListMissing,
    /// An objection is about everything.
    #[error("an objection is about all marketing")]
    ObjectionIsPartial,
    /// A correction or confirmation names the entry it is about.
    #[error("the entry it confirms or corrects is missing")]
    SupersedesMissing,
    /// Only one purpose on one channel at one address can run out.
    #[error("only a yes for one purpose on one channel can run out")]
    NotACell,
}

impl InvalidEvent {
    /// The key of the message for users in the translations.
    pub const fn message_key(self) -> &'static str {
        match self {
            InvalidEvent::WordingMissing => "consent-invalid-wording-missing",
            InvalidEvent::OriginMissing => "consent-invalid-origin-missing",
            InvalidEvent::TimeMissing => "consent-invalid-time-missing",
            InvalidEvent::InTheFuture => "consent-invalid-in-the-future",
            InvalidEvent::ContactPointMissing => "consent-invalid-contact-point-missing",
            InvalidEvent::PreTicked => "consent-invalid-pre-ticked",
            InvalidEvent::RoadCannotGrant => "consent-invalid-road-cannot-grant",
            InvalidEvent::ReasonMissing => "consent-invalid-reason-missing",
            InvalidEvent::NotAsked => "consent-invalid-not-asked",
            InvalidEvent::BasisUnfit => "consent-invalid-basis-unfit",
            InvalidEvent::PartnerListMissing => "consent-invalid-partner-list-missing",
            InvalidEvent::ObjectionIsPartial => "consent-invalid-objection-is-partial",
            InvalidEvent::SupersedesMissing => "consent-invalid-supersedes-missing",
            InvalidEvent::NotACell => "consent-invalid-not-a-cell",
        }
    }
}

impl From<InvalidEvent> for FieldError {
    fn from(invalid: InvalidEvent) -> Self {
        FieldError::new(invalid.message_key())
    }
}

/// A checked entry. There is no other way to one than [`ConsentEvent::new`]; reading from storage checks again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Draft", into = "Draft")]
pub struct ConsentEvent(Draft);

impl ConsentEvent {
    /// Checks a draft.
    ///
    /// # Errors
    /// What is missing or contradictory; above all, a yes without wording, origin or time is none (DESIGN decision 7).
    pub fn new(draft: Draft) -> Result<Self, InvalidEvent> {
        let occurred = draft.occurred_at.ok_or(InvalidEvent::TimeMissing)?;
        if occurred > draft.recorded_at {
            return Err(InvalidEvent::InTheFuture);
        }
        if draft
            .scope
            .purpose
            .is_some_and(|purpose| purpose.asked_as() != Some(purpose))
        {
            return Err(InvalidEvent::NotAsked);
        }
        let named = |text: &Option<String>| text.as_deref().is_some_and(|t| !t.trim().is_empty());
        if matches!(draft.actor, Actor::Staff(_)) && !named(&draft.reason) {
            return Err(InvalidEvent::ReasonMissing);
        }
        if matches!(draft.action, Action::Confirm | Action::Correct) && draft.supersedes.is_none() {
            return Err(InvalidEvent::SupersedesMissing);
        }
        if draft.action == Action::Object && draft.scope != Scope::ALL {
            return Err(InvalidEvent::ObjectionIsPartial);
        }
        if draft.action == Action::Expire && (!draft.scope.is_cell() || draft.contact_point.is_none()) {
            return Err(InvalidEvent::NotACell);
        }
        if draft.action.is_yes() {
            if draft.wording.is_none() {
                return Err(InvalidEvent::WordingMissing);
            }
            if !named(&draft.origin) {
                return Err(InvalidEvent::OriginMissing);
            }
            // A confirmation comes from a link in the confirmation mail; that is its point.
            if draft.action == Action::Grant && !draft.method.can_grant() {
                return Err(InvalidEvent::RoadCannotGrant);
            }
            if draft
                .control
                .as_ref()
                .is_some_and(|c| c.default_state == DefaultState::Set)
            {
                return Err(InvalidEvent::PreTicked);
            }
            if draft.scope.is_cell() && draft.contact_point.is_none() {
                return Err(InvalidEvent::ContactPointMissing);
            }
            if !matches!(draft.basis, Some(Basis::Consent | Basis::RequestedService)) {
                return Err(InvalidEvent::BasisUnfit);
            }
            if draft.scope.purpose == Some(Purpose::PartnerOffer) && draft.partner_list.is_none() {
                return Err(InvalidEvent::PartnerListMissing);
            }
        }
        Ok(Self(draft))
    }

    /// When the person said it.
    pub fn occurred_at(&self) -> Timestamp {
        self.0.occurred_at.unwrap_or(self.0.recorded_at)
    }

    /// The same statement where the day alone is known on which it was made ([`Action::said_on`]).
    #[must_use]
    pub fn said_on(mut self, day: NaiveDate, zone: Tz) -> Self {
        let at = self.0.action.said_on(day, zone, self.0.recorded_at);
        self.0.occurred_at = Some(at);
        self
    }

    /// The content, to build another entry from.
    pub fn into_draft(self) -> Draft {
        self.0
    }
}

impl Deref for ConsentEvent {
    type Target = Draft;
    fn deref(&self) -> &Draft {
        &self.0
    }
}

impl TryFrom<Draft> for ConsentEvent {
    type Error = InvalidEvent;
    fn try_from(draft: Draft) -> Result<Self, Self::Error> {
        Self::new(draft)
    }
}

impl From<ConsentEvent> for Draft {
    fn from(event: ConsentEvent) -> Draft {
        event.0
    }
}
