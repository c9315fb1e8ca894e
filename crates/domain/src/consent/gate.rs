//! The one way to a message: may it go, on what basis, and if not, why not (DESIGN decision 4).
//!
//! A pure function over what is known. Deny overrides: whatever the basis, one block is enough (STANDARDS §1.4). The rules
//! are those in force on the day of the question in the company's time zone.

use chrono::NaiveDate;
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use super::event::Scope;
use super::rules::{Allowed, Cell, Includes, Period, RuleId, Rules, Stamp};
use super::words::{
    AddressOrigin, Basis, Category, Channel, DenyReason, HoldReason, MustInclude, Need, Obstacle, Purpose,
    RecipientKind,
};
use crate::clock::add_months;
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

/// The gate's answer. Its JSON form is stored with proposals and messages and is stable.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "decision", rename_all = "snake_case")]
pub enum Decision {
    /// It may go.
    Allow {
        /// The basis with the evidence for it.
        #[serde(flatten)]
        evidence: Evidence,
        /// What must be in the message.
        must_include: Includes,
        /// The rule that permits it.
        rule: RuleId,
        /// The rule packs in force.
        pack: Stamp,
    },
    /// It may not go.
    Deny {
        /// Why.
        reason: DenyReason,
        /// The ledger's entry that is the cause, where there is one.
        cause: Option<ConsentEventId>,
        /// The rule.
        rule: RuleId,
        /// The rule packs in force.
        pack: Stamp,
    },
    /// A person has to look.
    Hold {
        /// Why.
        reason: HoldReason,
        /// The rule.
        rule: RuleId,
        /// The rule packs in force.
        pack: Stamp,
    },
}

impl Decision {
    /// Whether it may go.
    pub const fn is_allowed(&self) -> bool {
        matches!(self, Decision::Allow { .. })
    }
    /// What keeps it back.
    pub const fn obstacle(&self) -> Option<Obstacle> {
        match self {
            Decision::Allow { .. } => None,
            Decision::Deny { reason, .. } => Some(Obstacle::Denied(*reason)),
            Decision::Hold { reason, .. } => Some(Obstacle::Held(*reason)),
        }
    }
    /// The rule that was applied.
    pub const fn rule(&self) -> RuleId {
        match self {
            Decision::Allow { rule, .. } | Decision::Deny { rule, .. } | Decision::Hold { rule, .. } => *rule,
        }
    }
    /// The rule packs that were in force.
    pub const fn pack(&self) -> &Stamp {
        match self {
            Decision::Allow { pack, .. } | Decision::Deny { pack, .. } | Decision::Hold { pack, .. } => pack,
        }
    }
}

/// A basis together with what proves it; one cannot be had without the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "basis", content = "evidence", rename_all = "snake_case")]
pub enum Evidence {
    /// The person said yes.
    Consent {
        /// The ledger's entry.
        event: ConsentEventId,
        /// When.
        at: Timestamp,
    },
    /// The person switched the service on.
    RequestedService {
        /// The ledger's entry.
        event: ConsentEventId,
        /// When.
        at: Timestamp,
    },
    /// An existing customer who could object.
    SoftOptIn {
        /// What was bought.
        category: Category,
        /// When it was bought.
        bought_on: NaiveDate,
        /// When the address was collected.
        collected_on: NaiveDate,
        /// The notice then in force.
        notice: WordingId,
    },
    /// A legitimate interest.
    LegitimateInterest,
    /// A contract or request.
    Contract,
    /// A legal duty or safety.
    LegalDuty,
    /// A published address.
    PublishedAddress,
    /// An address of nobody in particular.
    ImpersonalAddress,
    /// Presumed consent of a business, reason on record.
    PresumedConsent,
}

impl Evidence {
    /// The basis.
    pub const fn basis(&self) -> Basis {
        match self {
            Evidence::Consent { .. } => Basis::Consent,
            Evidence::RequestedService { .. } => Basis::RequestedService,
            Evidence::SoftOptIn { .. } => Basis::SoftOptIn,
            Evidence::LegitimateInterest => Basis::LegitimateInterest,
            Evidence::Contract => Basis::Contract,
            Evidence::LegalDuty => Basis::LegalDuty,
            Evidence::PublishedAddress => Basis::PublishedAddress,
            Evidence::ImpersonalAddress => Basis::ImpersonalAddress,
            Evidence::PresumedConsent => Basis::PresumedConsent,
        }
    }
}

/// Decides. Everything that reaches a person passes here, on every channel, by hand or not.
pub fn decide(question: &Question<'_>) -> Decision {
    let today = question.at.date_in(question.zone);
    let period = question.rules.on(today);
    let rule = RuleId {
        kind: question.kind,
        channel: question.channel,
        purpose: question.purpose,
    };
    let deny = |reason, cause| Decision::Deny {
        reason,
        cause,
        rule,
        pack: period.stamp().clone(),
    };

    if let Some((reason, cause)) = blocked(question) {
        return deny(reason, cause);
    }
    let evidence = match basis(question, period, question.kind, today) {
        Ok(evidence) => evidence,
        Err(_) if question.kind == RecipientKind::Unknown && depends_on_kind(question, period, today) => {
            return Decision::Hold {
                reason: HoldReason::KindUnknown,
                rule,
                pack: period.stamp().clone(),
            };
        }
        Err(Obstacle::Denied(reason)) => return deny(reason, None),
        Err(Obstacle::Held(reason)) => {
            return Decision::Hold {
                reason,
                rule,
                pack: period.stamp().clone(),
            };
        }
    };
    if question.purpose.is_marketing() && question.blocks.frequency_cap {
        return deny(DenyReason::FrequencyCap, None);
    }
    if question.purpose.is_marketing() && outside_hours(question, period) {
        return deny(DenyReason::QuietHours, None);
    }
    let must_include = must_include(question, period, &evidence);
    Decision::Allow {
        evidence,
        must_include,
        rule,
        pack: period.stamp().clone(),
    }
}

/// The first block that applies; what concerns the person or the purpose comes before what concerns the channel.
fn blocked(q: &Question<'_>) -> Option<(DenyReason, Option<ConsentEventId>)> {
    let marketing = q.purpose.is_marketing();
    let recall = q.purpose == Purpose::Recall;
    let refused = q.permission.refused.filter(|_| marketing);
    let refusal = |wanted: DenyReason| {
        refused
            .filter(|r| r.reason() == wanted)
            .map(|r| (wanted, Some(r.event)))
    };
    let block = |applies: bool, reason| applies.then_some((reason, None));
    let blocks = &q.blocks;

    let person = block(blocks.erased, DenyReason::Erased)
        .or(block(blocks.deceased, DenyReason::Deceased))
        .or(block(blocks.restricted && !recall, DenyReason::Restricted))
        .or(block(blocks.minor && !recall, DenyReason::Minor))
        .or(refusal(DenyReason::Objected))
        .or(block(blocks.objected && marketing, DenyReason::Objected))
        .or(refusal(DenyReason::PurposeRefused))
        .or(block(
            blocks.vehicle_gone && q.moment.vehicle_bound,
            DenyReason::VehicleGone,
        ))
        .or(block(
            blocks.company_suspended && marketing,
            DenyReason::CompanySuspended,
        ))
        .or(block(blocks.content_unfit, DenyReason::ContentUnfit));
    if person.is_some() {
        return person;
    }
    if let Some(refusal) = refusal(DenyReason::ChannelRefused).or(refusal(DenyReason::RefusedOnChannel)) {
        return Some(refusal);
    }
    let Some(contact) = &q.contact else {
        return Some((DenyReason::NoContactPoint, None));
    };
    // After a complaint or STOP only what the contract or the law cannot do without still goes (B5).
    let unwanted_counts = marketing || (q.purpose == Purpose::Service && q.moment.need != Need::Duty);
    // A yes given to this entity for this very address says where the address is from.
    let strange = marketing
        && q.permission
            .granted
            .is_none_or(|granted| granted.entity != q.entity);
    block(contact.invalid, DenyReason::ContactPointInvalid)
        .or(block(contact.bounced, DenyReason::Bounced))
        .or(block(
            contact.complained && unwanted_counts,
            DenyReason::Complained,
        ))
        .or(block(contact.stopped && unwanted_counts, DenyReason::Stopped))
        .or(block(
            strange && contact.origin == AddressOrigin::ImportWithoutOrigin && !contact.verified,
            DenyReason::OriginUnknown,
        ))
        .or(block(
            strange && contact.collected_by.is_some_and(|entity| entity != q.entity),
            DenyReason::OtherEntity,
        ))
}

/// The strongest basis the rules accept and the evidence supports.
fn basis(
    q: &Question<'_>,
    period: &Period,
    kind: RecipientKind,
    today: NaiveDate,
) -> Result<Evidence, Obstacle> {
    let cell = period.cell(kind, q.channel, q.purpose);
    let denied = |reason| Err(Obstacle::Denied(reason));
    if cell.allows(Allowed::DUTY) {
        return Ok(Evidence::LegalDuty);
    }
    if cell.allows(Allowed::CONTRACT) {
        match q.moment.need {
            Need::Duty => return Ok(Evidence::LegalDuty),
            Need::Contract => return Ok(Evidence::Contract),
            Need::None if q.purpose == Purpose::Service => return denied(DenyReason::NoNeed),
            Need::None => {}
        }
    }
    let mut reason = if cell.is_closed() {
        DenyReason::NotForChannel
    } else {
        DenyReason::NoConsent
    };
    if let Some(granted) = q.permission.granted {
        match consent(q, period, kind, cell, &granted, today) {
            Ok(evidence) => return Ok(evidence),
            Err(why) if !cell.is_closed() => reason = why,
            Err(_) => {}
        }
    }
    if let Some(contact) = &q.contact {
        if cell.allows(Allowed::PUBLISHED) && contact.published {
            return Ok(Evidence::PublishedAddress);
        }
        if cell.allows(Allowed::IMPERSONAL) && contact.impersonal {
            return Ok(Evidence::ImpersonalAddress);
        }
    }
    if cell.allows(Allowed::PRESUMED) && q.presumed {
        return Ok(Evidence::PresumedConsent);
    }
    if cell.allows(Allowed::SOFT) {
        match soft_opt_in(q, cell, today) {
            Ok(evidence) => return against_register(q, cell, evidence),
            Err(why) if reason == DenyReason::NoConsent => reason = why,
            Err(_) => {}
        }
    }
    if cell.allows(Allowed::INTEREST) {
        return against_register(q, cell, Evidence::LegitimateInterest);
    }
    denied(reason)
}

/// A basis that an entry in a public list of objections defeats.
fn against_register(q: &Question<'_>, cell: Cell, evidence: Evidence) -> Result<Evidence, Obstacle> {
    match q.register {
        _ if !cell.needs_register() => Ok(evidence),
        Register::Clear => Ok(evidence),
        Register::Listed => Err(Obstacle::Denied(DenyReason::OnRegister)),
        Register::Unchecked => Err(Obstacle::Held(HoldReason::RegisterUnchecked)),
    }
}

/// Whether a yes counts for this message.
fn consent(
    q: &Question<'_>,
    period: &Period,
    kind: RecipientKind,
    cell: Cell,
    granted: &Granted,
    today: NaiveDate,
) -> Result<Evidence, DenyReason> {
    if granted.entity != q.entity {
        return Err(DenyReason::OtherEntity);
    }
    let named = match (q.purpose, q.moment.partner_list, granted.partner_list) {
        (Purpose::PartnerOffer, Some(first), Some(shown)) => shown >= first,
        (Purpose::PartnerOffer, ..) => false,
        _ => true,
    };
    if !named {
        return Err(DenyReason::PartnerNotNamed);
    }
    let verified = q.contact.as_ref().is_some_and(|contact| contact.verified);
    if period.needs_confirmation(q.channel) && !granted.confirmed && !verified {
        return Err(DenyReason::Unconfirmed);
    }
    if matches!(kind, RecipientKind::Prospect | RecipientKind::Unknown) {
        let heard = q.last_active.max(Some(granted.at.date_in(q.zone)));
        if heard.is_some_and(|heard| add_months(heard, period.prospect_months()) < today) {
            return Err(DenyReason::Inactive);
        }
    }
    let (event, at) = (granted.event, granted.at);
    match granted.basis {
        Basis::Consent if cell.allows(Allowed::CONSENT) => Ok(Evidence::Consent { event, at }),
        Basis::RequestedService if cell.allows(Allowed::REQUEST) => {
            Ok(Evidence::RequestedService { event, at })
        }
        _ => Err(DenyReason::NoConsent),
    }
}

/// The five conditions of soft opt-in, each with its own reason (CON-05).
fn soft_opt_in(q: &Question<'_>, cell: Cell, today: NaiveDate) -> Result<Evidence, DenyReason> {
    // 1: a paid transaction. 2: with the entity that sends.
    let bought = |category: &Category| q.purchases.of(*category).map(|purchase| (*category, purchase));
    let purchases = || Category::ALL.iter().filter_map(bought);
    if purchases().next().is_none() {
        return Err(DenyReason::SoftNoPurchase);
    }
    let ours = || purchases().filter(|(_, purchase)| purchase.entity == q.entity);
    if ours().next().is_none() {
        return Err(DenyReason::SoftOtherEntity);
    }
    // 5: own and similar.
    let similar = ours()
        .filter(|(category, _)| cell.similar(*category))
        .max_by_key(|(_, purchase)| purchase.on);
    let Some((category, purchase)) = similar.filter(|_| q.moment.own_content) else {
        return Err(DenyReason::SoftNotSimilar);
    };
    if add_months(purchase.on, cell.max_age_months()) < today {
        return Err(DenyReason::SoftAged);
    }
    // The address came from the customer, at a known time, to this entity.
    let collected = q
        .contact
        .as_ref()
        .filter(|contact| contact.origin != AddressOrigin::ImportWithoutOrigin);
    let Some((collected_on, collected_by)) = collected.and_then(|c| Some((c.collected_on?, c.collected_by?)))
    else {
        return Err(DenyReason::SoftAddressNotTheirs);
    };
    if collected_by != q.entity {
        return Err(DenyReason::SoftOtherEntity);
    }
    // 3: told when the address was collected. 4: and offered to object.
    let in_force = |notice: &Notice| {
        notice.entity == q.entity
            && notice.from <= collected_on
            && notice.until.is_none_or(|until| collected_on <= until)
    };
    let Some(notice) = q.notice.filter(in_force) else {
        return Err(DenyReason::SoftNoNotice);
    };
    if !notice.opt_out_offered {
        return Err(DenyReason::SoftNoOptOut);
    }
    Ok(Evidence::SoftOptIn {
        category,
        bought_on: purchase.on,
        collected_on,
        notice: notice.wording,
    })
}

/// Whether somebody who knew the kind of recipient could get another answer.
fn depends_on_kind(q: &Question<'_>, period: &Period, today: NaiveDate) -> bool {
    [
        RecipientKind::Customer,
        RecipientKind::Former,
        RecipientKind::Business,
    ]
    .into_iter()
    .any(|kind| basis(q, period, kind, today).is_ok())
}

fn outside_hours(q: &Question<'_>, period: &Period) -> bool {
    q.blocks.quiet_hours
        || (q.stage == Stage::HandOver
            && q.channel == Channel::Phone
            && !period.may_call_at(q.at.datetime().with_timezone(&q.zone).naive_local()))
}

fn must_include(q: &Question<'_>, period: &Period, evidence: &Evidence) -> Includes {
    let items = period.must_include(q.channel, q.purpose.is_marketing());
    match evidence {
        Evidence::SoftOptIn { .. } => items | period.must_include_with_soft_opt_in(q.channel),
        Evidence::PublishedAddress => items | Includes::of(MustInclude::AddressSource),
        Evidence::PresumedConsent => items | Includes::of(MustInclude::PresumedReason),
        _ => items,
    }
}
