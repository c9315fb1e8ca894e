//! A decision in words that the owner of a garage and a data protection officer both accept (B1, CON-13, CON-20).

use chrono::NaiveDate;
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use super::gate::{Decision, Evidence};
use super::plan::Outcome;
use super::reasons::Obstacle;
use super::rules::{RuleId, Stamp};
use super::words::{Basis, Channel, MustInclude, Purpose};
use crate::{ConsentEventId, MessageKey, Texts, Timestamp, WordingId, format};

/// Why somebody gets a message on a channel, or does not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Explanation {
    /// The channel.
    pub channel: Channel,
    /// The decision itself.
    pub decision: Decision,
    /// The block of STANDARDS §1.4 (`B1` to `B12`), for a denial.
    pub code: Option<String>,
    /// The basis, for a permission.
    pub basis: Option<Basis>,
    /// The sentence that says it.
    pub message: MessageKey,
    /// The records behind it.
    pub evidence: Vec<Item>,
    /// What must be in the message.
    pub must_include: Vec<MustInclude>,
    /// The rule.
    pub rule: RuleId,
    /// The rule packs with their hashes.
    pub pack: Stamp,
}

/// One record that a decision rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// The text that names it; its only variable is `date`.
    pub key: MessageKey,
    /// The instant of a statement.
    pub at: Option<Timestamp>,
    /// The day of a purchase or of the collection of an address.
    pub on: Option<NaiveDate>,
    /// The ledger's entry.
    pub event: Option<ConsentEventId>,
    /// The wording that was shown.
    pub wording: Option<WordingId>,
}

impl Item {
    fn said(key: &'static str, event: ConsentEventId, at: Timestamp) -> Self {
        Self {
            key: MessageKey::new(key),
            at: Some(at),
            on: None,
            event: Some(event),
            wording: None,
        }
    }
    fn day(key: MessageKey, on: NaiveDate) -> Self {
        Self {
            key,
            at: None,
            on: Some(on),
            event: None,
            wording: None,
        }
    }

    /// In words, with the date in the zone's local time.
    pub fn text(&self, texts: &Texts, zone: Tz) -> String {
        let on = self.on.or_else(|| self.at.map(|at| at.date_in(zone)));
        let date = on.map_or_else(String::new, |on| format::date_long(on, texts.language()));
        texts.with(self.key.as_str(), &[("date", date.into())])
    }
}

impl Explanation {
    /// Explains a decision.
    pub fn of(decision: Decision) -> Self {
        let rule = decision.rule();
        let pack = decision.pack().clone();
        let (mut evidence, mut must_include, mut code, mut basis) = (Vec::new(), Vec::new(), None, None);
        match &decision {
            Decision::Allow {
                evidence: proof,
                must_include: items,
                ..
            } => {
                evidence = records(proof);
                must_include = items.iter().collect();
                basis = Some(proof.basis());
            }
            Decision::Deny { reason, cause, .. } => {
                code = Some(reason.code().to_owned());
                evidence.extend(cause.map(|cause| Item::said("consent-item-refused", cause.event, cause.at)));
            }
            Decision::Hold { .. } => {}
        }
        let message = match (&decision, decision.obstacle()) {
            (Decision::Allow { evidence, .. }, _) => key("consent-allow", evidence.basis().as_str()),
            (_, Some(obstacle)) => obstacle_key(obstacle),
            (_, None) => MessageKey::new("unknown"),
        };
        Self {
            channel: rule.channel,
            decision,
            code,
            basis,
            message,
            evidence,
            must_include,
            rule,
            pack,
        }
    }

    /// The sentence.
    pub fn sentence(&self, texts: &Texts) -> String {
        texts.key(&self.message)
    }
}

/// The sentence for what keeps a message back.
pub fn obstacle_key(obstacle: Obstacle) -> MessageKey {
    match obstacle {
        Obstacle::Denied(reason) => key("consent-deny", reason.as_str()),
        Obstacle::Held(reason) => key("consent-hold", reason.as_str()),
    }
}

/// What happens with a proposal, in one sentence: «Goes by letter.», «On the call list, locked: …».
pub fn outcome(outcome: &Outcome, texts: &Texts) -> String {
    let why = |obstacle: Obstacle| texts.key(&obstacle_key(obstacle));
    match *outcome {
        Outcome::Send { channel } => texts.choice("consent-outcome-send", channel.as_str()),
        Outcome::CallList { locked: None } => texts.get("consent-outcome-call"),
        Outcome::CallList {
            locked: Some(obstacle),
        } => texts.with("consent-outcome-call-locked", &[("reason", why(obstacle).into())]),
        Outcome::Nothing { reason } => {
            texts.with("consent-outcome-nothing", &[("reason", why(reason).into())])
        }
    }
}

/// The sentence for [`MustInclude::ObjectionSentence`].
pub const OBJECTION_SENTENCE: MessageKey = MessageKey::new("consent-objection-sentence");

/// What a yes to this purpose brings the customer, in one sentence; nothing for purposes that are not asked.
pub fn meaning(purpose: Purpose, texts: &Texts) -> Option<String> {
    let asked = purpose.asked_as()?;
    Some(texts.choice("consent-purpose-meaning", asked.as_str()))
}

fn key(family: &str, value: &str) -> MessageKey {
    MessageKey::from_data(format!("{family}-{}", value.replace('_', "-")))
}

fn records(evidence: &Evidence) -> Vec<Item> {
    match *evidence {
        Evidence::Consent { event, at } => vec![Item::said("consent-item-granted", event, at)],
        Evidence::RequestedService { event, at } => vec![Item::said("consent-item-requested", event, at)],
        Evidence::SoftOptIn {
            category,
            bought_on,
            collected_on,
            notice,
        } => vec![
            Item::day(key("consent-item-bought", category.as_str()), bought_on),
            Item::day(MessageKey::new("consent-item-collected"), collected_on),
            Item {
                wording: Some(notice),
                ..Item::day(MessageKey::new("consent-item-notice"), collected_on)
            },
        ],
        Evidence::LegitimateInterest
        | Evidence::Contract
        | Evidence::LegalDuty
        | Evidence::PublishedAddress
        | Evidence::ImpersonalAddress
        | Evidence::PresumedConsent => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::ledger::Damage;
    use super::super::*;
    use super::*;

    const INVALID: [InvalidEvent; 14] = [
        InvalidEvent::WordingMissing,
        InvalidEvent::OriginMissing,
        InvalidEvent::TimeMissing,
        InvalidEvent::InTheFuture,
        InvalidEvent::ContactPointMissing,
        InvalidEvent::PreTicked,
        InvalidEvent::RoadCannotGrant,
        InvalidEvent::ReasonMissing,
        InvalidEvent::NotAsked,
        InvalidEvent::BasisUnfit,
        InvalidEvent::PartnerListMissing,
        InvalidEvent::ObjectionIsPartial,
        InvalidEvent::SupersedesMissing,
        InvalidEvent::NotACell,
    ];
    const DAMAGE: [Damage; 6] = [
        Damage::WrongNumber,
        Damage::WrongCompany,
        Damage::NotJoined,
        Damage::HeaderChanged,
        Damage::ContentChanged,
        Damage::HeadMissing,
    ];

    #[test]
    fn every_reason_basis_and_name_has_a_text() {
        let mut keys = vec![
            "consent-item-refused".to_owned(),
            "consent-item-granted".into(),
            "consent-item-requested".into(),
            "consent-item-collected".into(),
            "consent-item-notice".into(),
            "consent-outcome-call".into(),
            "consent-outcome-call-locked".into(),
            "consent-outcome-nothing".into(),
        ];
        let mut family = |name: &str, values: Vec<&str>| {
            keys.extend(
                values
                    .into_iter()
                    .map(|value| format!("{name}-{}", value.replace('_', "-"))),
            );
        };
        family("consent-allow", Basis::ALL.iter().map(|v| v.as_str()).collect());
        family(
            "consent-outcome-send",
            Channel::ALL
                .iter()
                .filter(|c| **c != Channel::Phone)
                .map(|v| v.as_str())
                .collect(),
        );
        family(
            "consent-purpose-meaning",
            Purpose::ALL
                .iter()
                .filter(|p| p.asked_as() == Some(**p))
                .map(|v| v.as_str())
                .collect(),
        );
        family(
            "consent-item-bought",
            Category::ALL.iter().map(|v| v.as_str()).collect(),
        );
        keys.extend(RuleBook::shipped().stop_texts().map(str::to_owned));
        keys.extend(INVALID.iter().map(|invalid| invalid.message_key().to_owned()));
        keys.extend(DAMAGE.iter().map(|damage| damage.message_key().to_owned()));
        let missing: Vec<_> = keys.iter().filter(|key| !Texts::has(key)).collect();
        assert!(missing.is_empty(), "{missing:?}");
    }
}
