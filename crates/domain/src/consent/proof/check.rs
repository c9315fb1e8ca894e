//! Checking an exported proof without the database it came from: whoever holds the file can tell whether one byte of what it
//! says was changed (F181).

use serde_json::Value;
use sha2::{Digest, Sha256};

use super::{ChainState, Covers, Entry, Proof};
use crate::CompanyId;
use crate::consent::ledger::{Content, Damage, Hash, Sealed, canonical};
use crate::consent::standing::Standing;

/// Why an exported proof cannot be relied on.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Flaw {
    /// It cannot be read.
    #[error("it is not a proof of consent as exported: {0}")]
    Unreadable(String),
    /// Something was added to it.
    #[error("it says something that was not exported")]
    Added,
    /// An entry is wrong.
    #[error("entry {seq}: {what}")]
    Entry {
        /// The entry's number.
        seq: u64,
        /// What is wrong with it.
        what: Damage,
    },
    /// An entry is in the wrong place, or about somebody the proof is not about.
    #[error("entry {0} does not belong there")]
    Misplaced(u64),
    /// The event that is shown is not the one that was committed to.
    #[error("entry {0} shows another event than was recorded")]
    AnotherEvent(u64),
    /// A wording is not the one the entries name.
    #[error("the text of wording «{0}» was changed")]
    Wording(String),
    /// A wording is missing.
    #[error("the wording that entry {0} names is missing")]
    WordingMissing(u64),
    /// What holds does not follow from the entries.
    #[error("the permissions shown do not follow from the entries")]
    Standing,
    /// The ledger was already broken when the proof was made.
    #[error("the ledger was broken at entry {0} when the proof was made")]
    LedgerBroken(u64),
    /// The end of the chain is not one the entries lead to.
    #[error("the end of the chain does not fit the entries")]
    Head,
    /// The digest is of another text.
    #[error("the digest does not fit: something else in the file was changed")]
    Digest,
}

impl Proof {
    /// Reads an exported proof and checks everything in it.
    ///
    /// # Errors
    /// The first flaw.
    pub fn read(json: &[u8]) -> Result<Self, Flaw> {
        let unreadable = |e: serde_json::Error| Flaw::Unreadable(e.to_string());
        let value: Value = serde_json::from_slice(json).map_err(unreadable)?;
        let proof: Proof = serde_json::from_value(value.clone()).map_err(unreadable)?;
        let again = serde_json::to_value(&proof).map_err(unreadable)?;
        proof.check()?;
        if again == value {
            Ok(proof)
        } else {
            Err(Flaw::Added)
        }
    }

    /// Checks that every entry is as it was recorded, that the words are the ones that were shown, and that the rest of the
    /// file follows from them.
    ///
    /// # Errors
    /// The first flaw.
    pub fn check(&self) -> Result<(), Flaw> {
        let mut before: Option<&Entry> = None;
        for entry in &self.entries {
            entry.check(self.company)?;
            if let Some(before) = before {
                if entry.seq <= before.seq {
                    return Err(Flaw::Misplaced(entry.seq));
                }
                if entry.seq == before.seq + 1 && entry.prev_hash != before.hash {
                    return Err(damaged(entry.seq, Damage::NotJoined));
                }
            }
            if matches!(self.covers, Covers::Person(customer) if customer != entry.customer) {
                return Err(Flaw::Misplaced(entry.seq));
            }
            self.check_wording(entry)?;
            before = Some(entry);
        }
        for wording in &self.wordings {
            if hex::encode(Sha256::digest(&wording.text)) != wording.sha256 {
                return Err(Flaw::Wording(wording.key.clone()));
            }
        }
        let events = self.entries.iter().filter_map(|entry| entry.event.as_ref());
        let standing = match self.covers {
            Covers::Person(customer) => Standing::derive(customer, events, None).rows().to_vec(),
            Covers::Period { .. } => Vec::new(),
        };
        if standing != self.standing {
            return Err(Flaw::Standing);
        }
        self.check_head()?;
        if self.digest == self.computed_digest() {
            Ok(())
        } else {
            Err(Flaw::Digest)
        }
    }

    fn check_wording(&self, entry: &Entry) -> Result<(), Flaw> {
        let Some(named) = entry.event.as_ref().and_then(|event| event.wording.as_ref()) else {
            return Ok(());
        };
        match self.wordings.iter().find(|wording| wording.id == named.id) {
            None => Err(Flaw::WordingMissing(entry.seq)),
            Some(shown) if shown.sha256 == named.sha256 => Ok(()),
            Some(shown) => Err(Flaw::Wording(shown.key.clone())),
        }
    }

    fn check_head(&self) -> Result<(), Flaw> {
        let summary = match &self.chain {
            ChainState::Broken { seq, .. } => return Err(Flaw::LedgerBroken(*seq)),
            ChainState::Intact(summary) => summary,
        };
        let fits = self.entries.last().is_none_or(|last| {
            last.seq < summary.head.seq
                || (last.seq == summary.head.seq && last.hash == hex::encode(summary.head.hash))
        });
        if fits && summary.entries == summary.head.seq {
            Ok(())
        } else {
            Err(Flaw::Head)
        }
    }

    /// SHA-256 of the whole proof but this digest, as canonical JSON.
    pub(super) fn computed_digest(&self) -> String {
        let mut value = serde_json::to_value(self).unwrap_or(Value::Null);
        if let Some(members) = value.as_object_mut() {
            members.remove("digest");
        }
        hex::encode(Sha256::digest(canonical(&value)))
    }
}

impl Entry {
    fn check(&self, company: CompanyId) -> Result<(), Flaw> {
        let bytes = |text: &str, what| -> Result<Hash, Flaw> {
            let mut bytes = [0; 32];
            hex::decode_to_slice(text, &mut bytes).map_err(|_| damaged(self.seq, what))?;
            Ok(bytes)
        };
        let content = match (&self.body, &self.salt) {
            (Some(body), Some(salt)) => Some(Content {
                body: body.clone(),
                salt: bytes(salt, Damage::ContentChanged)?,
            }),
            (None, None) => None,
            _ => return Err(damaged(self.seq, Damage::ContentChanged)),
        };
        let sealed = Sealed {
            company,
            seq: self.seq,
            event: self.id,
            customer: self.customer,
            recorded_at: self.recorded_at,
            commitment: bytes(&self.commitment, Damage::HeaderChanged)?,
            prev_hash: bytes(&self.prev_hash, Damage::HeaderChanged)?,
            hash: bytes(&self.hash, Damage::HeaderChanged)?,
            content,
        };
        sealed.check().map_err(|what| damaged(self.seq, what))?;
        // The salt is in the commitment as bytes; what is shown must be its usual form.
        if *self != Entry::of(&sealed).map_err(|e| Flaw::Unreadable(e.to_string()))? {
            return Err(Flaw::AnotherEvent(self.seq));
        }
        Ok(())
    }
}

fn damaged(seq: u64, what: Damage) -> Flaw {
    Flaw::Entry { seq, what }
}
