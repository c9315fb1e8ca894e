//! One entry of the consent ledger: who said what, when, where, shown which words (STANDARDS §1.6).

use std::ops::Deref;

use serde::{Deserialize, Serialize};

use super::words::{Basis, Channel, Purpose};
use crate::{
    CompanyId, ConsentEventId, ContactPointId, CustomerId, ImportId, Language, LegalEntityId, StaffId,
    Timestamp, WordingId, text_enum,
};

text_enum! {
    /// What happened.
    pub enum Action {
        /// The person said yes. Needs wording, origin and time.
        Grant = "grant",
        /// The person confirmed a yes from the address itself (double opt-in).
        Confirm = "confirm",
        /// The person said no.
        Deny = "deny",
        /// The person took a yes back.
        Withdraw = "withdraw",
        /// The person objected to all marketing (GDPR art. 21(2)).
        Object = "object",
        /// The person was told about soft opt-in and could object.
        SoftOptInNotice = "soi_notice",
        /// Somebody else's record of a yes that lacks wording, origin or time. It is kept and permits nothing.
        Import = "import",
        /// A yes ran out.
        Expire = "expire",
        /// An earlier entry, named in `supersedes`, was wrong: the undo of an import or of a slip of staff.
        Correct = "correct",
    }
}

impl Action {
    /// Whether it says yes.
    pub const fn is_yes(self) -> bool {
        matches!(self, Action::Grant | Action::Confirm)
    }
    /// Whether it says no.
    pub const fn is_no(self) -> bool {
        matches!(self, Action::Deny | Action::Withdraw | Action::Object)
    }
}

text_enum! {
    /// By which road the statement reached the company.
    pub enum Method {
        /// The customer's own page, signed in.
        Portal = "portal",
        /// A link in a message, without signing in. It can withdraw, not grant (DESIGN decision 7).
        Link = "link",
        /// A form on a web site.
        WebForm = "web_form",
        /// The unsubscribe header of a mail (RFC 8058).
        OneClick = "one_click",
        /// STOP by SMS.
        Stop = "stop",
        /// A spam report of a mail provider.
        SpamReport = "arf",
        /// A form on paper.
        Paper = "paper",
        /// At the counter, entered by staff.
        Counter = "counter",
        /// In a telephone call, entered by staff.
        Phone = "phone",
        /// A letter to the company.
        Letter = "letter",
        /// The dealer management system.
        Dms = "dms",
        /// Another file that was imported.
        Import = "import",
        /// Another program.
        Api = "api",
        /// Two customers became one, or one became two (CON-11).
        Merge = "merge",
        /// Carport itself, as when a yes runs out.
        System = "system",
    }
}

impl Method {
    /// Whether a yes by this road can end a no. An import or a merge never weakens a refusal (CON-10, CON-11).
    pub const fn ends_refusals(self) -> bool {
        !matches!(
            self,
            Method::Dms | Method::Import | Method::Merge | Method::System
        )
    }

    /// Whether a yes by this road is possible at all.
    pub const fn can_grant(self) -> bool {
        !matches!(
            self,
            Method::Link | Method::OneClick | Method::Stop | Method::SpamReport | Method::System
        )
    }
}

/// Who made the entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(tag = "kind", content = "id", rename_all = "snake_case")]
pub enum Actor {
    /// The customer.
    Customer,
    /// A member of staff.
    Staff(StaffId),
    /// An import.
    Import(ImportId),
    /// A partner's program, through the API.
    Partner,
    /// Carport.
    System,
}

impl Actor {
    /// The kind of actor as stable text.
    pub const fn kind(self) -> ActorKind {
        match self {
            Actor::Customer => ActorKind::Customer,
            Actor::Staff(_) => ActorKind::Staff,
            Actor::Import(_) => ActorKind::Import,
            Actor::Partner => ActorKind::Partner,
            Actor::System => ActorKind::System,
        }
    }
}

text_enum! {
    /// The kind of actor, as the customer sees it beside a choice (CON-09).
    pub enum ActorKind {
        /// The customer.
        Customer = "customer",
        /// A member of staff.
        Staff = "staff",
        /// An import.
        Import = "import",
        /// A partner's program.
        Partner = "partner",
        /// Carport.
        System = "system",
    }
}

/// What a statement is about. `None` means every purpose, or every channel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Scope {
    /// The purpose under which consent is asked ([`Purpose::asked_as`]).
    pub purpose: Option<Purpose>,
    /// The channel.
    pub channel: Option<Channel>,
}

impl Scope {
    /// All marketing on all channels.
    pub const ALL: Scope = Scope {
        purpose: None,
        channel: None,
    };

    /// One purpose on every channel.
    pub const fn purpose(purpose: Purpose) -> Self {
        Scope {
            purpose: Some(purpose),
            channel: None,
        }
    }
    /// One channel for every purpose.
    pub const fn channel(channel: Channel) -> Self {
        Scope {
            purpose: None,
            channel: Some(channel),
        }
    }
    /// One purpose on one channel.
    pub const fn cell(purpose: Purpose, channel: Channel) -> Self {
        Scope {
            purpose: Some(purpose),
            channel: Some(channel),
        }
    }
    /// Whether it is one purpose on one channel.
    pub const fn is_cell(self) -> bool {
        self.purpose.is_some() && self.channel.is_some()
    }
    /// Whether it includes all of `other`.
    pub fn covers(self, other: Scope) -> bool {
        (self.purpose.is_none() || self.purpose == other.purpose)
            && (self.channel.is_none() || self.channel == other.channel)
    }
}

/// The address or number a statement belongs to, without showing it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContactRef {
    /// The contact point.
    pub id: ContactPointId,
    /// Keyed hash of the normalised value at the time, as hexadecimal text ([`crate::secrets::HmacKey`]).
    pub hash: String,
}

/// The wording that was shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WordingRef {
    /// The wording's version as stored.
    pub id: WordingId,
    /// Its number, counting from 1.
    pub version: u32,
    /// The language it was shown in.
    pub language: Language,
    /// SHA-256 of the exact text, as hexadecimal text.
    pub sha256: String,
}

/// The control by which the person answered, and how it stood before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Control {
    /// The form, such as `portal-preferences`.
    pub form: String,
    /// The form's version.
    pub version: u32,
    /// What kind of control, such as `radio` or `checkbox`.
    pub kind: String,
    /// How it stood before the person touched it.
    pub default_state: DefaultState,
}

text_enum! {
    /// How a control stood before the person touched it (CON-04).
    pub enum DefaultState {
        /// No answer was filled in.
        Unset = "unset",
        /// The person's own earlier answer was shown.
        Earlier = "earlier",
        /// Yes was filled in. A yes from such a control is not one.
        Set = "set",
    }
}

/// The technical circumstances of a statement made online.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Circumstances {
    /// Network address without its last part ([`Circumstances::network`]).
    pub ip: Option<String>,
    /// The browser's name for itself.
    pub user_agent: Option<String>,
    /// How sure it was that it is the person: `session`, `step_up`, `link`.
    pub assurance: Option<String>,
    /// Message that carried the link or the confirmation, by its Message-ID.
    pub message_id: Option<String>,
}

impl Circumstances {
    /// A network address cut to what proof needs: the first 24 bits, or 48 of IPv6. It cannot be cut later, inside the chain.
    pub fn network(address: std::net::IpAddr) -> String {
        match address {
            std::net::IpAddr::V4(v4) => {
                let [a, b, c, _] = v4.octets();
                format!("{a}.{b}.{c}.0/24")
            }
            std::net::IpAddr::V6(v6) => {
                let [a, b, c, ..] = v6.segments();
                format!("{}/48", std::net::Ipv6Addr::new(a, b, c, 0, 0, 0, 0, 0))
            }
        }
    }
}

/// The paper, recording or file that proves a statement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// What it is: `scan`, `recording`, `file`.
    pub kind: String,
    /// Where it is kept, or its name.
    pub reference: String,
    /// SHA-256 of its bytes, as hexadecimal text.
    pub sha256: String,
    /// Line in the file, counting from 1.
    pub line: Option<u64>,
}

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
