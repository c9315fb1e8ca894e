//! Why a customer gets a message, or does not: the gate's decision for every channel, on paper (CON-13).

use carport_domain::{Language, Texts, Timestamp, consent};
use chrono_tz::Tz;
use serde::Serialize;
use serde_json::{Value, json};

use crate::pictures::Pictures;
use crate::sender::{at_most, require};
use crate::{Fact, RenderError, Sender, words};

/// The gate's decision about one customer and one contact moment. Texts are in `language`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explanation {
    /// The language of its fixed words.
    pub language: Language,
    /// The company that asked the gate.
    pub sender: Sender,
    /// The customer's name.
    pub customer: String,
    /// What identifies the customer: number, car, contact points.
    pub facts: Vec<Fact>,
    /// The contact moment.
    pub moment: String,
    /// The purpose that the moment serves.
    pub purpose: String,
    /// What follows, in one sentence: «Mrs Bakker gets this by letter.»
    pub outcome: String,
    /// When the gate decided.
    pub decided_at: Timestamp,
    /// The zone in which instants are written.
    pub zone: Tz,
    /// The rule pack and its date: «NL, from 1 July 2026».
    pub rule_pack: String,
    /// What was decided for each channel; at most twelve.
    pub channels: Vec<ChannelDecision>,
}

/// What the gate said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    /// The message may go.
    Allow,
    /// It may not.
    Deny,
    /// Not yet.
    Hold,
}

/// The decision for one channel.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ChannelDecision {
    /// The channel, with the contact point.
    pub channel: String,
    /// What the gate said.
    pub verdict: Verdict,
    /// Why, in one or two sentences.
    pub reason: String,
    /// The legal basis, if there is one.
    pub basis: Option<String>,
    /// The rule: its id and name.
    pub rule: String,
    /// The records that the decision rests on, each a sentence with its date.
    pub evidence: Vec<String>,
}

const WORDS: &[&str] = &[
    "explanation-title",
    "explanation-customer",
    "explanation-moment",
    "explanation-purpose",
    "explanation-decided",
    "explanation-rule-pack",
    "explanation-allow",
    "explanation-deny",
    "explanation-hold",
    "explanation-basis",
    "explanation-rule",
    "explanation-evidence",
    "explanation-no-evidence",
    "explanation-foot",
];

impl ChannelDecision {
    /// The gate's decision about a channel in words, the dates in the zone's local time.
    pub fn of(explained: &consent::Explanation, texts: &Texts, zone: Tz) -> Self {
        Self {
            channel: sentence_case(&texts.choice("consent-channel", explained.channel.as_str())),
            verdict: match explained.decision {
                consent::Decision::Allow { .. } => Verdict::Allow,
                consent::Decision::Deny { .. } => Verdict::Deny,
                consent::Decision::Hold { .. } => Verdict::Hold,
            },
            reason: explained.sentence(texts),
            basis: explained
                .basis
                .map(|basis| texts.choice("consent-basis", basis.as_str())),
            rule: format!("{} ({})", explained.rule, explained.pack.short()),
            evidence: explained
                .evidence
                .iter()
                .map(|item| item.text(texts, zone))
                .collect(),
        }
    }
}

fn sentence_case(text: &str) -> String {
    let mut letters = text.chars();
    letters
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

impl Explanation {
    /// What the template is told.
    pub(crate) fn data(&self, pictures: &mut Pictures) -> Result<Value, RenderError> {
        self.sender.check()?;
        require("customer", &self.customer)?;
        at_most("channels", self.channels.len(), 12)?;
        Ok(json!({
            "language": self.language,
            "words": words::words(self.language, WORDS),
            "sender": self.sender.data(pictures),
            "title": words::word(self.language, "explanation-title", &[]),
            "customer": self.customer,
            "facts": self.facts,
            "moment": self.moment,
            "purpose": self.purpose,
            "outcome": self.outcome,
            "issued": words::day(self.decided_at.date_in(self.zone)),
            "decided_at": words::instant(self.decided_at, self.zone),
            "rule_pack": self.rule_pack,
            "channels": self.channels,
        }))
    }
}

#[cfg(test)]
mod tests {
    use carport_domain::ConsentEventId;
    use carport_domain::consent::{Cause, Channel, Decision, DenyReason, Purpose, RecipientKind, RuleId};

    use super::*;

    #[test]
    fn a_refusal_is_told_with_the_rule_and_the_day_it_was_said() {
        let at = Timestamp(1_768_210_215_000_000);
        let decision = Decision::Deny {
            reason: DenyReason::PurposeRefused,
            cause: Some(Cause {
                event: ConsentEventId::new(at),
                at,
            }),
            rule: RuleId {
                kind: RecipientKind::Customer,
                channel: Channel::Email,
                purpose: Purpose::Reminder,
            },
            pack: serde_json::from_str("\"nl/2026-07-01@0a1b2c\"").unwrap(),
        };
        let texts = Texts::new(Language::Nl);
        let told = ChannelDecision::of(
            &consent::Explanation::of(decision),
            &texts,
            chrono_tz::Europe::Amsterdam,
        );
        assert_eq!(
            (told.channel.as_str(), told.verdict, told.basis),
            ("E-mail", Verdict::Deny, None)
        );
        assert_eq!(told.rule, "customer.email.reminder (nl/2026-07-01)");
        assert_eq!(told.evidence.len(), 1);
        assert!(
            told.evidence[0].contains("12 januari 2026"),
            "{:?}",
            told.evidence
        );
        assert_eq!(told.reason, texts.choice("consent-deny", "purpose_refused"));
    }
}
