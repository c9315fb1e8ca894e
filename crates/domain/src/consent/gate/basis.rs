//! The strongest basis that the rules accept and the evidence supports.

use chrono::NaiveDate;

use super::{Evidence, Granted, Notice, Question, Register};
use crate::clock::add_months;
use crate::consent::reasons::{DenyReason, HoldReason, Obstacle};
use crate::consent::rules::{Allowed, Cell, Period};
use crate::consent::words::{AddressOrigin, Basis, Category, Need, Purpose, RecipientKind};

/// Looks for it; what keeps the message back otherwise is the reason nearest to a way out.
pub(super) fn basis(
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
