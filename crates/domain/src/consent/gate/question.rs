//! What the gate has to know to answer.

use chrono::NaiveDate;
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use crate::consent::reasons::DenyReason;
use crate::consent::rules::Rules;
use crate::consent::statement::Scope;
use crate::consent::words::{AddressOrigin, Basis, Category, Channel, Need, Purpose, RecipientKind};
use crate::{ConsentEventId, LegalEntityId, Timestamp, WordingId};

/// Everything the gate asks about one person, one message and one channel.
#[derive(Debug, Clone)]
pub struct Question<'a> {
    /// Who the recipient is in the eyes of the law.
    pub kind: RecipientKind,
    /// What the message is for.
    pub purpose: Purpose,
    /// How it would travel.
    pub channel: Channel,
    /// What the contact moment brings along.
    pub moment: MomentFacts,
    /// The address or number; `None` when there is none for the channel.
    pub contact: Option<ContactFacts>,
    /// What the person said about this purpose on this channel at this address.
    pub permission: Permission,
    /// What the person paid for, and when.
    pub purchases: Purchases,
    /// The notice in force when the address was collected.
    pub notice: Option<Notice>,
    /// Whether a public list of objections was consulted.
    pub register: Register,
    /// A recorded reason why this business presumably wants the call.
    pub presumed: bool,
    /// The last time the person did something: visited, answered, clicked.
    pub last_active: Option<NaiveDate>,
    /// What stands in the way whatever the basis.
    pub blocks: Blocks,
    /// The legal entity that sends.
    pub entity: LegalEntityId,
    /// Whether the message is being planned or is about to leave.
    pub stage: Stage,
    /// The instant.
    pub at: Timestamp,
    /// The company's time zone.
    pub zone: Tz,
    /// The law of the company's and the recipient's country, with what the company made stricter.
    pub rules: &'a Rules,
}

/// What the contact moment brings along.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct MomentFacts {
    /// What calls for the message apart from marketing.
    pub need: Need,
    /// Whether the content is about the company's own products and services alone (soft opt-in's fifth condition).
    pub own_content: bool,
    /// Whether the message is about a particular car.
    pub vehicle_bound: bool,
    /// For partner offers: the first version of the partner list that names this partner (CON-08).
    pub partner_list: Option<u32>,
}

impl Default for MomentFacts {
    fn default() -> Self {
        Self {
            need: Need::None,
            own_content: true,
            vehicle_bound: false,
            partner_list: None,
        }
    }
}

/// What is known about an address or number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContactFacts {
    /// Where it came from.
    pub origin: AddressOrigin,
    /// When it was collected.
    pub collected_on: Option<NaiveDate>,
    /// The legal entity that collected it.
    pub collected_by: Option<LegalEntityId>,
    /// Whether the person proved to receive messages there.
    pub verified: bool,
    /// Known to be wrong: no such number, undeliverable letter.
    pub invalid: bool,
    /// Mail came back for good.
    pub bounced: bool,
    /// The recipient reported a message as unwanted.
    pub complained: bool,
    /// The recipient answered STOP.
    pub stopped: bool,
    /// A business published it for messages like this.
    pub published: bool,
    /// It belongs to a legal person and to nobody in particular (info@…).
    pub impersonal: bool,
}

impl ContactFacts {
    /// A working address that the customer gave to `entity` on `date`.
    pub fn given(entity: LegalEntityId, date: NaiveDate) -> Self {
        Self {
            origin: AddressOrigin::Customer,
            collected_on: Some(date),
            collected_by: Some(entity),
            verified: false,
            invalid: false,
            bounced: false,
            complained: false,
            stopped: false,
            published: false,
            impersonal: false,
        }
    }
}

/// What the person said, as far as it matters for one purpose on one channel at one address.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Permission {
    /// A yes that stands.
    pub granted: Option<Granted>,
    /// A no that stands; the widest, when there are several.
    pub refused: Option<Refused>,
}

/// A yes that stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Granted {
    /// The ledger's entry.
    pub event: ConsentEventId,
    /// When it was said.
    pub at: Timestamp,
    /// Consent, or a service the person switched on.
    pub basis: Basis,
    /// The legal entity it was said to.
    pub entity: LegalEntityId,
    /// Whether it was confirmed from the address itself.
    pub confirmed: bool,
    /// The version of the partner list that was shown.
    pub partner_list: Option<u32>,
}

/// A no that stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refused {
    /// The ledger's entry.
    pub event: ConsentEventId,
    /// When it was said.
    pub at: Timestamp,
    /// What was refused: everything, a purpose, a channel, or one purpose on one channel.
    pub scope: Scope,
}

impl Refused {
    /// The reason it gives.
    pub const fn reason(&self) -> DenyReason {
        match (self.scope.purpose, self.scope.channel) {
            (None, None) => DenyReason::Objected,
            (Some(_), None) => DenyReason::PurposeRefused,
            (None, Some(_)) => DenyReason::ChannelRefused,
            (Some(_), Some(_)) => DenyReason::RefusedOnChannel,
        }
    }
}

/// A paid transaction: an invoice or order with an amount above nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Purchase {
    /// Its date.
    pub on: NaiveDate,
    /// The legal entity that was paid.
    pub entity: LegalEntityId,
}

/// The last paid transaction of each category with the legal entity that sends.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Purchases {
    /// Work in the workshop.
    pub workshop: Option<Purchase>,
    /// Parts and accessories.
    pub parts: Option<Purchase>,
    /// A car.
    pub vehicle: Option<Purchase>,
}

impl Purchases {
    /// The last purchase of a category.
    pub const fn of(&self, category: Category) -> Option<Purchase> {
        match category {
            Category::Workshop => self.workshop,
            Category::Parts => self.parts,
            Category::Vehicle => self.vehicle,
        }
    }
    /// The date of the last purchase of any category.
    pub fn last(&self) -> Option<NaiveDate> {
        [self.workshop, self.parts, self.vehicle]
            .into_iter()
            .flatten()
            .map(|p| p.on)
            .max()
    }
}

/// A legal entity's notice at the collection of addresses (DESIGN decision 7).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notice {
    /// The wording.
    pub wording: WordingId,
    /// Whose notice.
    pub entity: LegalEntityId,
    /// The first day it was in force.
    pub from: NaiveDate,
    /// The last day it was in force, if it is no longer.
    pub until: Option<NaiveDate>,
    /// Whether it offered to object.
    pub opt_out_offered: bool,
}

/// Whether a public list of objections was consulted, where a country keeps one.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Register {
    /// Not consulted.
    #[default]
    Unchecked,
    /// Consulted; the person is not on it.
    Clear,
    /// The person is on it.
    Listed,
}

/// What stands in the way whatever the basis (STANDARDS §1.4).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Blocks {
    /// B1: the data were erased.
    pub erased: bool,
    /// B1: the use of the data is restricted.
    pub restricted: bool,
    /// B1: the person has died.
    pub deceased: bool,
    /// B1: the person is a minor.
    pub minor: bool,
    /// B2: an objection known from the suppression list, which outlives the ledger's personal part.
    pub objected: bool,
    /// B8: the car is no longer theirs.
    pub vehicle_gone: bool,
    /// B9: the person had enough messages.
    pub frequency_cap: bool,
    /// B9: not at this hour or day, by the company's own setting.
    pub quiet_hours: bool,
    /// B10: the content lacks something or is not approved.
    pub content_unfit: bool,
    /// B12: the company may not send marketing at the moment.
    pub company_suspended: bool,
}

/// Whether the message is being planned or is about to leave. Hours of the day matter only to the latter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// Planned.
    Planning,
    /// Handed over to the channel, or the call is about to be made.
    HandOver,
}
