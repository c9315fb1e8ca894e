//! Why a customer gets a message, or does not: the gate's decision for every channel, on paper (CON-13).

use carport_domain::{Language, Timestamp};
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
    /// The records that the decision rests on, each with its date.
    pub evidence: Vec<Fact>,
}

const WORDS: &[&str] = &[
    "explanation-title", "explanation-customer", "explanation-moment", "explanation-purpose", "explanation-decided", "explanation-rule-pack",
    "explanation-allow", "explanation-deny", "explanation-hold", "explanation-basis", "explanation-rule", "explanation-evidence",
    "explanation-no-evidence", "explanation-foot",
];

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
