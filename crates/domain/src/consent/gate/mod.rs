//! The one way to a message: may it go, on what basis, and if not, why not (DESIGN decision 4).
//!
//! A pure function over what is known. Deny overrides: whatever the basis, one block is enough (STANDARDS §1.4). The rules
//! are those in force on the day of the question in the company's time zone.

mod basis;
mod decision;
mod question;

use chrono::NaiveDate;

pub use decision::{Cause, Decision, Evidence};
pub use question::{
    Blocks, ContactFacts, Granted, MomentFacts, Notice, Permission, Purchase, Purchases, Question, Refused,
    Register, Stage,
};

use super::reasons::{DenyReason, HoldReason, Obstacle};
use super::rules::{Includes, Period, RuleId};
use super::words::{AddressOrigin, Channel, MustInclude, Need, Purpose, RecipientKind};
use basis::basis;

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
fn blocked(q: &Question<'_>) -> Option<(DenyReason, Option<Cause>)> {
    let marketing = q.purpose.is_marketing();
    let recall = q.purpose == Purpose::Recall;
    let refused = q.permission.refused.filter(|_| marketing);
    let refusal = |wanted: DenyReason| {
        refused.filter(|r| r.reason() == wanted).map(|r| {
            (
                wanted,
                Some(Cause {
                    event: r.event,
                    at: r.at,
                }),
            )
        })
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
