//! The proof of consent for a supervisory authority: one person, or a period (F181, B2, CON-).
//!
//! The ledger's entries are shown as they stand, the wordings the person saw in full and once each, and the state of the hash chain with the
//! command that checks it independently.

use carport_domain::{Language, Timestamp, format};
use chrono::NaiveDate;
use chrono_tz::Tz;
use serde::Serialize;
use serde_json::{Value, json};

use crate::pictures::Pictures;
use crate::sender::{at_most, require};
use crate::{Fact, RenderError, Sender, words};

/// The proof of consent of one person, or of all in a period. Texts are in `language`.
#[derive(Debug, Clone, PartialEq)]
pub struct ConsentProof {
    /// The language of its fixed words.
    pub language: Language,
    /// The company and its legal entity, the controller.
    pub sender: Sender,
    /// Whose consent, or which period.
    pub scope: ProofScope,
    /// Who asked for the proof: an authority, the person, the company itself.
    pub asked_by: Option<String>,
    /// The asker's reference.
    pub reference: Option<String>,
    /// When the proof was made.
    pub issued_at: Timestamp,
    /// Who made it.
    pub issued_by: String,
    /// The zone in which instants are written; each shows its distance from UTC.
    pub zone: Tz,
    /// What holds at the time of the proof; empty for a period.
    pub standing: Vec<Standing>,
    /// The ledger's entries, oldest first; at most [`ConsentProof::MAX_EVENTS`].
    pub events: Vec<ProofEvent>,
    /// Every wording that an entry names, once.
    pub wordings: Vec<Wording>,
    /// The state of the chain.
    pub chain: ChainCheck,
    /// The command that checks the chain, ready to type.
    pub command: String,
}

/// What the proof covers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ProofScope {
    /// One person.
    Person {
        /// The name.
        name: String,
        /// What identifies the person: customer number, contact points.
        facts: Vec<Fact>,
    },
    /// All people of the company, from the first day to the last, both included.
    Period {
        /// The first day.
        from: NaiveDate,
        /// The last day.
        to: NaiveDate,
        /// How many people have entries in it.
        people: u64,
    },
}

/// How an entry or a state reads at a glance; shown as a sign beside the words, never instead of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Tone {
    /// Permission.
    Yes,
    /// Refusal, withdrawal, objection.
    No,
    /// Neither: never asked, a notice shown, a correction.
    Neutral,
}

/// What holds for one topic on one channel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// The topic.
    pub topic: String,
    /// The channel, with the contact point if one is meant.
    pub channel: String,
    /// «permitted», «refused», «never asked»
    pub state: String,
    /// The same as a sign.
    pub tone: Tone,
    /// Since when.
    pub since: Option<Timestamp>,
    /// The number of the entry that made it so.
    pub entry: Option<u64>,
}

/// One entry of the ledger.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProofEvent {
    /// Its number in the company's ledger.
    pub number: u64,
    /// When it happened.
    pub at: Timestamp,
    /// Whose it is; needed in a proof of a period.
    pub person: Option<String>,
    /// What happened: «Consent given», «Withdrawn».
    pub action: String,
    /// The same as a sign.
    pub tone: Tone,
    /// For what: topic, channel, contact point; one line each.
    pub subject: Vec<String>,
    /// The key of the wording displayed, as in [`Wording::key`].
    pub wording: Option<String>,
    /// Where and how: «own page, preferences form, nothing ticked beforehand».
    pub how: String,
    /// By whom: «the customer, signed in», «J. de Boer (reception)».
    pub by: String,
    /// Further evidence: entry withdrawn by this one, network address, import file and row.
    pub details: Vec<Fact>,
    /// Its hash in the chain, in hexadecimal digits.
    pub hash: String,
}

/// A wording as it was displayed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wording {
    /// A short name within this proof, such as `W1`.
    pub key: String,
    /// Its name and version in the company's archive.
    pub title: String,
    /// The language it was shown in, by its code.
    pub language: Language,
    /// The exact text.
    pub text: String,
    /// SHA-256 of the exact text, in hexadecimal digits.
    pub sha256: String,
}

/// An entry by its number and hash.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Link {
    /// The entry's number.
    pub number: u64,
    /// The entry's hash, in hexadecimal digits.
    pub hash: String,
}

/// The check of the whole chain, made for this proof.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChainCheck {
    /// The first entry in this proof.
    pub first: Option<Link>,
    /// The last entry in this proof.
    pub last: Option<Link>,
    /// What came out.
    pub result: ChainResult,
}

/// What the check of the chain found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ChainResult {
    /// Every hash follows from the entry and the hash before it.
    Intact {
        /// How many entries were checked.
        entries: u64,
        /// How many of them had their personal part erased; their hashes stay and still join.
        erased: u64,
        /// The end of the chain.
        head: Link,
    },
    /// An entry was changed after it was written.
    Broken {
        /// The first entry that is wrong.
        number: u64,
        /// What is wrong with it, in one sentence.
        what: String,
    },
}

const WORDS: &[&str] = &[
    "proof-controller",
    "proof-address",
    "proof-registration",
    "proof-person",
    "proof-period",
    "proof-people",
    "proof-asked-by",
    "proof-reference",
    "proof-issued",
    "proof-issued-by",
    "proof-standing",
    "proof-standing-intro",
    "proof-topic",
    "proof-channel",
    "proof-state",
    "proof-since",
    "proof-entry",
    "proof-events",
    "proof-events-intro",
    "proof-no-events",
    "proof-when",
    "proof-what",
    "proof-how",
    "proof-by",
    "proof-wording",
    "proof-wordings",
    "proof-wordings-intro",
    "proof-hash",
    "proof-chain",
    "proof-chain-intro",
    "proof-chain-first",
    "proof-chain-last",
    "proof-chain-head",
    "proof-chain-count",
    "proof-chain-erased",
    "proof-verify",
    "proof-verify-intro",
    "proof-verify-outcome",
];

impl ConsentProof {
    /// The most entries of one proof; a longer period is printed in parts, or handed over as CSV or JSON, which hold any number.
    pub const MAX_EVENTS: usize = 1_000;

    /// What the template is told.
    pub(crate) fn data(&self, pictures: &mut Pictures) -> Result<Value, RenderError> {
        self.sender.check()?;
        at_most("events", self.events.len(), Self::MAX_EVENTS)?;
        at_most("standing", self.standing.len(), 500)?;
        at_most("wordings", self.wordings.len(), 500)?;
        require("command", &self.command)?;
        let instant = |at: Timestamp| words::instant(at, self.zone);
        let day = |date| format::date_long(date, self.language);
        let scope = match &self.scope {
            ProofScope::Person { name, facts } => {
                require("scope.name", name)?;
                json!({ "name": name, "facts": facts })
            }
            ProofScope::Period { from, to, people } => {
                json!({ "from": day(*from), "to": day(*to), "people": format::integer(i64::try_from(*people).unwrap_or(i64::MAX), self.language) })
            }
        };
        let title = match &self.scope {
            ProofScope::Person { name, .. } => {
                words::word(self.language, "proof-title-person", &[("name", name.into())])
            }
            ProofScope::Period { from, to, .. } => {
                let args = [("from", day(*from).into()), ("to", day(*to).into())];
                words::word(self.language, "proof-title-period", &args)
            }
        };
        let count = |n: u64| format::integer(i64::try_from(n).unwrap_or(i64::MAX), self.language);
        let chain = match &self.chain.result {
            ChainResult::Intact {
                entries,
                erased,
                head,
            } => json!({
                "intact": true, "result": words::word(self.language, "proof-chain-intact", &[]), "what": null,
                "entries": count(*entries), "erased": count(*erased), "head": head,
            }),
            ChainResult::Broken { number, what } => json!({
                "intact": false, "result": words::word(self.language, "proof-chain-broken", &[("number", number.to_string().into())]),
                "what": what, "entries": null, "erased": null, "head": null,
            }),
        };
        let intro = words::word(
            self.language,
            "proof-intro",
            &[("company", (&self.sender.legal_name).into())],
        );
        Ok(json!({
            "language": self.language,
            "words": words::words(self.language, WORDS),
            "sender": self.sender.data(pictures),
            "title": title,
            "intro": intro,
            "scope": scope,
            "asked_by": self.asked_by,
            "reference": self.reference,
            "issued": words::day(self.issued_at.date_in(self.zone)),
            "issued_at": instant(self.issued_at),
            "issued_by": self.issued_by,
            "standing": self.standing.iter().map(|s| json!({
                "topic": s.topic, "channel": s.channel, "state": s.state, "tone": s.tone, "since": s.since.map(instant), "entry": s.entry,
            })).collect::<Vec<_>>(),
            "events": self.events.iter().map(|e| json!({
                "number": e.number, "at": instant(e.at), "person": e.person, "action": e.action, "tone": e.tone, "subject": e.subject,
                "wording": e.wording, "how": e.how, "by": e.by, "details": e.details, "hash": e.hash,
            })).collect::<Vec<_>>(),
            "wordings": self.wordings.iter().map(|w| json!({
                "key": w.key, "title": w.title, "language": w.language, "text": w.text, "sha256": w.sha256,
            })).collect::<Vec<_>>(),
            "chain": chain,
            "first": self.chain.first,
            "last": self.chain.last,
            "command": self.command,
        }))
    }
}
