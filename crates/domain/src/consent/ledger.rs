//! The chain that holds the ledger's entries together, so that one changed byte is found and erasure leaves it whole.
//!
//! An entry has a public header and a private part. The private part is the event as canonical JSON ([`canonical`]) and a
//! random salt; the header holds only their commitment:
//!
//! ```text
//! commitment = SHA-256( salt (32 bytes) ‖ body (UTF-8) )
//! hash       = SHA-256( "carport consent 1" ‖ company (16) ‖ seq (8, big-endian) ‖ event (16) ‖ customer (16)
//!                       ‖ recorded_at (8, big-endian microseconds) ‖ prev_hash (32) ‖ commitment (32) )
//! genesis    = SHA-256( "carport consent 1" ‖ company (16) )
//! ```
//!
//! Erasing body and salt leaves the commitment, from which nothing can be guessed, and the chain verifies as before.
//! Rows cut off at the end, or a chain computed anew, show only against a [`Link`] noted elsewhere: keep the head in another
//! place each day.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use serde_json::Value;
use sha2::{Digest, Sha256};

use super::event::ConsentEvent;
use crate::{CompanyId, ConsentEventId, CustomerId, FieldError, Timestamp};

/// A SHA-256 hash.
pub type Hash = [u8; 32];

mod as_hex {
    //! Bytes as hexadecimal text.
    use serde::Deserialize;

    pub(super) fn serialize<S: serde::Serializer>(bytes: &super::Hash, s: S) -> Result<S::Ok, S::Error> {
        s.serialize_str(&hex::encode(bytes))
    }

    pub(super) fn deserialize<'de, D: serde::Deserializer<'de>>(d: D) -> Result<super::Hash, D::Error> {
        let mut bytes = [0; 32];
        hex::decode_to_slice(String::deserialize(d)?, &mut bytes).map_err(serde::de::Error::custom)?;
        Ok(bytes)
    }
}

const DOMAIN: &[u8] = b"carport consent 1";

/// The end of a chain: what the next entry is joined to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// The last entry's number; 0 before the first.
    pub seq: u64,
    /// Its hash.
    #[serde(with = "as_hex")]
    pub hash: Hash,
}

impl Link {
    /// What a company's first entry is joined to.
    pub fn genesis(company: CompanyId) -> Self {
        let hash = Sha256::new()
            .chain_update(DOMAIN)
            .chain_update(company.0.as_bytes())
            .finalize();
        Self {
            seq: 0,
            hash: hash.into(),
        }
    }
}

/// As people note it down: `120:9f2c…`.
impl fmt::Display for Link {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.seq, hex::encode(self.hash))
    }
}

impl FromStr for Link {
    type Err = FieldError;

    fn from_str(text: &str) -> Result<Self, FieldError> {
        let wrong = || FieldError::new("office-error-chain-end");
        let (seq, digits) = text.split_once(':').ok_or_else(wrong)?;
        let mut hash = [0; 32];
        hex::decode_to_slice(digits.trim(), &mut hash).map_err(|_| wrong())?;
        Ok(Self {
            seq: seq.trim().parse().map_err(|_| wrong())?,
            hash,
        })
    }
}

/// The private part of an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Content {
    /// The event as canonical JSON.
    pub body: String,
    /// The salt of its commitment.
    pub salt: [u8; 32],
}

/// An entry joined to the chain, as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sealed {
    /// The company whose chain it is.
    pub company: CompanyId,
    /// Its number, counting from 1 without gaps.
    pub seq: u64,
    /// The event's id.
    pub event: ConsentEventId,
    /// Whose event it is.
    pub customer: CustomerId,
    /// When it was recorded.
    pub recorded_at: Timestamp,
    /// The commitment to the private part.
    pub commitment: Hash,
    /// The hash of the entry before.
    pub prev_hash: Hash,
    /// The hash of this entry.
    pub hash: Hash,
    /// The private part; `None` once erased.
    pub content: Option<Content>,
}

impl Sealed {
    /// What the next entry is joined to.
    pub const fn link(&self) -> Link {
        Link {
            seq: self.seq,
            hash: self.hash,
        }
    }

    /// The event, unless it was erased.
    ///
    /// # Errors
    /// The stored text is not an event.
    pub fn read(&self) -> Result<Option<ConsentEvent>, serde_json::Error> {
        self.content
            .as_ref()
            .map(|content| serde_json::from_str(&content.body))
            .transpose()
    }

    /// Erases the private part (GDPR art. 17); the chain stays as it is.
    pub fn erase(&mut self) {
        self.content = None;
    }

    /// Checks the entry by itself: its hash, and its private part as long as it is there.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn check(&self) -> Result<(), Damage> {
        if self.hash != self.chained() {
            return Err(Damage::HeaderChanged);
        }
        match &self.content {
            Some(content) if content.commitment() != self.commitment => Err(Damage::ContentChanged),
            _ => Ok(()),
        }
    }

    fn chained(&self) -> Hash {
        Sha256::new()
            .chain_update(DOMAIN)
            .chain_update(self.company.0.as_bytes())
            .chain_update(self.seq.to_be_bytes())
            .chain_update(self.event.0.as_bytes())
            .chain_update(self.customer.0.as_bytes())
            .chain_update(self.recorded_at.0.to_be_bytes())
            .chain_update(self.prev_hash)
            .chain_update(self.commitment)
            .finalize()
            .into()
    }
}

impl Content {
    fn commitment(&self) -> Hash {
        Sha256::new()
            .chain_update(self.salt)
            .chain_update(&self.body)
            .finalize()
            .into()
    }
}

/// Joins an event to the end of its company's chain. `salt` is 32 fresh random bytes.
pub fn append(end: &Link, event: &ConsentEvent, salt: [u8; 32]) -> Sealed {
    let content = Content {
        body: canonical(event),
        salt,
    };
    let mut sealed = Sealed {
        company: event.company,
        seq: end.seq + 1,
        event: event.id,
        customer: event.customer,
        recorded_at: event.recorded_at,
        commitment: content.commitment(),
        prev_hash: end.hash,
        hash: [0; 32],
        content: Some(content),
    };
    sealed.hash = sealed.chained();
    sealed
}

/// A value as canonical JSON: members sorted by the bytes of their names, none that is null, no white space, whole numbers
/// only. The same value always gives the same bytes.
pub fn canonical(value: &impl Serialize) -> String {
    let mut out = String::with_capacity(640);
    // Types of this crate have string keys and no floating-point numbers, so they always become JSON.
    write(&serde_json::to_value(value).unwrap_or(Value::Null), &mut out);
    out
}

fn write(value: &Value, out: &mut String) {
    match value {
        Value::Object(members) => {
            let mut members: Vec<_> = members.iter().filter(|(_, value)| !value.is_null()).collect();
            members.sort_unstable_by_key(|(name, _)| name.as_bytes());
            out.push('{');
            for (at, (name, value)) in members.into_iter().enumerate() {
                if at > 0 {
                    out.push(',');
                }
                out.push_str(&Value::from(name.as_str()).to_string());
                out.push(':');
                write(value, out);
            }
            out.push('}');
        }
        Value::Array(items) => {
            out.push('[');
            for (at, item) in items.iter().enumerate() {
                if at > 0 {
                    out.push(',');
                }
                write(item, out);
            }
            out.push(']');
        }
        scalar => out.push_str(&scalar.to_string()),
    }
}

/// What a chain that verifies consists of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Summary {
    /// Entries.
    pub entries: u64,
    /// Entries whose private part was erased.
    pub erased: u64,
    /// The end of the chain; note it elsewhere.
    pub head: Link,
}

/// The first place where a chain is broken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("entry {seq}: {what}")]
pub struct Broken {
    /// The number the entry should have.
    pub seq: u64,
    /// What is wrong with it.
    pub what: Damage,
}

/// What is wrong with an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Damage {
    /// Another number was expected: an entry was removed, inserted, repeated or moved.
    #[error("it has another number; an entry was removed, inserted or moved")]
    WrongNumber,
    /// It belongs to another company.
    #[error("it belongs to another company")]
    WrongCompany,
    /// It does not join the entry before.
    #[error("it does not join the entry before it")]
    NotJoined,
    /// Number, ids, time or commitment were changed.
    #[error("its number, ids, time, commitment or hash were changed")]
    HeaderChanged,
    /// The event or its salt was changed.
    #[error("the event or its salt was changed")]
    ContentChanged,
    /// The chain ends before the entry that was noted elsewhere, or that entry is another.
    #[error("the chain does not lead to the entry noted elsewhere")]
    HeadMissing,
    /// The event and its salt are gone, though the person was not erased.
    #[error("the event is gone, though the person was not erased")]
    Emptied,
    /// The words that the event names are not stored any more as they were shown.
    #[error("the words that were shown are stored otherwise now")]
    WordingChanged,
    /// What the gate reads about this entry's person is not what the ledger says.
    #[error("the permissions kept of this person are not what the ledger says")]
    StandingChanged,
}

impl Damage {
    /// The key of the message for users in the translations.
    pub const fn message_key(self) -> &'static str {
        match self {
            Damage::WrongNumber => "consent-damage-wrong-number",
            Damage::WrongCompany => "consent-damage-wrong-company",
            Damage::NotJoined => "consent-damage-not-joined",
            Damage::HeaderChanged => "consent-damage-header-changed",
            Damage::ContentChanged => "consent-damage-content-changed",
            Damage::HeadMissing => "consent-damage-head-missing",
            Damage::Emptied => "consent-damage-emptied",
            Damage::WordingChanged => "consent-damage-wording-changed",
            Damage::StandingChanged => "consent-damage-standing-changed",
        }
    }
}

/// Verifies a chain entry by entry, so that a long one need not be in memory.
#[derive(Debug, Clone)]
pub struct Verifier {
    company: CompanyId,
    summary: Summary,
    noted: Option<Link>,
}

impl Verifier {
    /// For a company's whole chain. `noted` is an entry noted elsewhere that must be part of it.
    pub fn new(company: CompanyId, noted: Option<Link>) -> Self {
        let head = Link::genesis(company);
        let noted = noted.filter(|noted| *noted != head);
        Self {
            company,
            summary: Summary {
                entries: 0,
                erased: 0,
                head,
            },
            noted,
        }
    }

    /// Checks the next entry in order of number.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn check(&mut self, entry: &Sealed) -> Result<(), Broken> {
        let seq = self.summary.head.seq + 1;
        let broken = |what| Err(Broken { seq, what });
        if entry.company != self.company {
            return broken(Damage::WrongCompany);
        }
        if entry.seq != seq {
            return broken(Damage::WrongNumber);
        }
        if entry.prev_hash != self.summary.head.hash {
            return broken(Damage::NotJoined);
        }
        entry.check().map_err(|what| Broken { seq, what })?;
        self.summary.erased += u64::from(entry.content.is_none());
        self.summary.entries += 1;
        self.summary.head = entry.link();
        match self.noted {
            Some(noted) if noted.seq == seq && noted.hash != entry.hash => broken(Damage::HeadMissing),
            Some(noted) if noted.seq == seq => {
                self.noted = None;
                Ok(())
            }
            _ => Ok(()),
        }
    }

    /// The summary after the last entry.
    ///
    /// # Errors
    /// The entry noted elsewhere was not among them.
    pub fn finish(self) -> Result<Summary, Broken> {
        match self.noted {
            None => Ok(self.summary),
            Some(noted) => Err(Broken {
                seq: noted.seq,
                what: Damage::HeadMissing,
            }),
        }
    }
}

/// Verifies a company's whole chain.
///
/// # Errors
/// The first place where it is broken.
pub fn verify<'a>(
    company: CompanyId,
    entries: impl IntoIterator<Item = &'a Sealed>,
    noted: Option<Link>,
) -> Result<Summary, Broken> {
    let mut verifier = Verifier::new(company, noted);
    entries.into_iter().try_for_each(|entry| verifier.check(entry))?;
    verifier.finish()
}
