//! What a supervisory authority gets: the entries about one person or of one period, with the words that were shown and the
//! chain that proves nothing was changed (F181, B2).
//!
//! The struct is the export as JSON; [`Proof::to_csv`] is the same as a table, and the PDF is set from it elsewhere.

mod check;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

pub use check::Flaw;

use super::event::ConsentEvent;
use super::ledger::{Broken, Sealed, Summary};
use super::standing::{PermissionRow, Standing};
use crate::{CompanyId, ConsentEventId, CustomerId, Language, Timestamp, WordingId};

/// The proof.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Proof {
    /// The company whose ledger it is.
    pub company: CompanyId,
    /// What it covers.
    pub covers: Covers,
    /// When it was made.
    pub made_at: Timestamp,
    /// The entries in order of number.
    pub entries: Vec<Entry>,
    /// What holds at the end; only for a person.
    pub standing: Vec<PermissionRow>,
    /// Every wording that an entry names, once.
    pub wordings: Vec<Wording>,
    /// The result of verifying the whole chain.
    pub chain: ChainState,
    /// SHA-256 over all of the above as canonical JSON, in hexadecimal digits.
    pub digest: String,
}

/// What a proof covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Covers {
    /// One person.
    Person(CustomerId),
    /// All entries recorded in these days, both included.
    Period {
        /// The first day.
        from: NaiveDate,
        /// The last day.
        to: NaiveDate,
    },
}

/// An entry with its place in the chain.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    /// Its number.
    pub seq: u64,
    /// The id.
    pub id: ConsentEventId,
    /// Whose it is.
    pub customer: CustomerId,
    /// When it was recorded.
    pub recorded_at: Timestamp,
    /// The event; `None` when it was erased.
    pub event: Option<ConsentEvent>,
    /// The private part exactly as it was committed to; with salt and header it lets anybody verify the entry.
    pub body: Option<String>,
    /// The salt, in hexadecimal digits.
    pub salt: Option<String>,
    /// The commitment, in hexadecimal digits.
    pub commitment: String,
    /// The hash of the entry before, in hexadecimal digits.
    pub prev_hash: String,
    /// Its hash, in hexadecimal digits.
    pub hash: String,
}

/// A wording as it was shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wording {
    /// Its id.
    pub id: WordingId,
    /// Its name in the company's archive.
    pub key: String,
    /// Its number, counting from 1.
    pub version: u32,
    /// Its language.
    pub language: Language,
    /// The exact text.
    pub text: String,
    /// SHA-256 of the text, in hexadecimal digits.
    pub sha256: String,
}

/// Whether the whole chain verified.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum ChainState {
    /// It did.
    Intact(Summary),
    /// It did not.
    Broken {
        /// The number of the first entry that is wrong.
        seq: u64,
        /// What is wrong with it, in English.
        what: String,
        /// The key of that text in the translations.
        message: String,
    },
}

impl From<Result<Summary, Broken>> for ChainState {
    fn from(result: Result<Summary, Broken>) -> Self {
        match result {
            Ok(summary) => ChainState::Intact(summary),
            Err(Broken { seq, what }) => ChainState::Broken {
                seq,
                what: what.to_string(),
                message: what.message_key().to_owned(),
            },
        }
    }
}

impl Proof {
    /// Puts a proof together. `sealed` are the entries it covers, `wordings` all that the company may have shown (those that no
    /// entry names are left out), `chain` the result of verifying the whole ledger.
    ///
    /// # Errors
    /// A stored entry is not an event.
    pub fn new(
        company: CompanyId,
        covers: Covers,
        made_at: Timestamp,
        sealed: &[Sealed],
        wordings: impl IntoIterator<Item = Wording>,
        chain: Result<Summary, Broken>,
    ) -> Result<Self, serde_json::Error> {
        let mut entries = sealed.iter().map(Entry::of).collect::<Result<Vec<_>, _>>()?;
        entries.sort_by_key(|entry| entry.seq);
        let events = || entries.iter().filter_map(|entry| entry.event.as_ref());
        let standing = match covers {
            Covers::Person(customer) => Standing::derive(customer, events(), None).rows().to_vec(),
            Covers::Period { .. } => Vec::new(),
        };
        let named: Vec<WordingId> = events()
            .filter_map(|event| event.wording.as_ref().map(|w| w.id))
            .collect();
        let wordings = wordings
            .into_iter()
            .filter(|wording| named.contains(&wording.id))
            .collect();
        let mut proof = Self {
            company,
            covers,
            made_at,
            standing,
            wordings,
            chain: chain.into(),
            entries,
            digest: String::new(),
        };
        proof.digest = proof.computed_digest();
        Ok(proof)
    }

    /// The entries as a table: RFC 4180 with a heading, UTF-8, cells safe for spreadsheets (SEC-CSV-1).
    pub fn to_csv(&self) -> String {
        let mut out = String::new();
        row(&mut out, COLUMNS.iter().map(|name| (*name).to_owned()));
        for entry in &self.entries {
            row(&mut out, self.cells(entry).into_iter());
        }
        out
    }

    fn cells(&self, entry: &Entry) -> Vec<String> {
        let event = entry.event.as_ref();
        let text = |get: &dyn Fn(&ConsentEvent) -> Option<String>| event.and_then(get).unwrap_or_default();
        let wording = event.and_then(|event| event.wording.as_ref());
        let shown = wording.and_then(|w| self.wordings.iter().find(|known| known.id == w.id));
        vec![
            entry.seq.to_string(),
            entry.id.to_string(),
            entry.customer.to_string(),
            text(&|e| Some(e.occurred_at().rfc3339())),
            entry.recorded_at.rfc3339(),
            text(&|e| Some(e.action.to_string())),
            text(&|e| Some(e.scope.purpose.map_or("*", |p| p.as_str()).to_owned())),
            text(&|e| Some(e.scope.channel.map_or("*", |c| c.as_str()).to_owned())),
            text(&|e| Some(e.contact_point.as_ref()?.id.to_string())),
            text(&|e| Some(e.contact_point.as_ref()?.hash.clone())),
            text(&|e| Some(e.legal_entity.to_string())),
            text(&|e| Some(e.basis?.to_string())),
            text(&|e| Some(e.method.to_string())),
            text(&|e| Some(e.actor.kind().to_string())),
            text(&|e| e.origin.clone()),
            text(&|e| e.reason.clone()),
            wording.map(|w| w.id.to_string()).unwrap_or_default(),
            wording.map(|w| w.version.to_string()).unwrap_or_default(),
            wording.map(|w| w.language.to_string()).unwrap_or_default(),
            wording.map(|w| w.sha256.clone()).unwrap_or_default(),
            shown.map(|known| known.text.clone()).unwrap_or_default(),
            text(&|e| Some(e.control.as_ref()?.form.clone())),
            text(&|e| Some(e.control.as_ref()?.default_state.to_string())),
            text(&|e| e.circumstances.as_ref()?.ip.clone()),
            text(&|e| e.circumstances.as_ref()?.user_agent.clone()),
            text(&|e| Some(e.document.as_ref()?.sha256.clone())),
            text(&|e| e.document.as_ref()?.line.map(|line| line.to_string())),
            text(&|e| e.rule_pack.clone()),
            text(&|e| Some(e.supersedes?.to_string())),
            entry.commitment.clone(),
            entry.prev_hash.clone(),
            entry.hash.clone(),
        ]
    }
}

const COLUMNS: [&str; 32] = [
    "seq",
    "event",
    "customer",
    "occurred_at",
    "recorded_at",
    "action",
    "purpose",
    "channel",
    "contact_point",
    "contact_hash",
    "legal_entity",
    "basis",
    "method",
    "actor",
    "origin",
    "reason",
    "wording",
    "wording_version",
    "wording_language",
    "wording_sha256",
    "wording_text",
    "form",
    "default_state",
    "ip",
    "user_agent",
    "document_sha256",
    "document_line",
    "rule_pack",
    "supersedes",
    "commitment",
    "prev_hash",
    "hash",
];

impl Entry {
    fn of(sealed: &Sealed) -> Result<Self, serde_json::Error> {
        Ok(Self {
            seq: sealed.seq,
            id: sealed.event,
            customer: sealed.customer,
            recorded_at: sealed.recorded_at,
            event: sealed.read()?,
            body: sealed.content.as_ref().map(|content| content.body.clone()),
            salt: sealed.content.as_ref().map(|content| hex::encode(content.salt)),
            commitment: hex::encode(sealed.commitment),
            prev_hash: hex::encode(sealed.prev_hash),
            hash: hex::encode(sealed.hash),
        })
    }
}

fn row(out: &mut String, cells: impl Iterator<Item = String>) {
    for (at, text) in cells.enumerate() {
        if at > 0 {
            out.push(',');
        }
        out.push_str(&csv_cell(&text));
    }
    out.push_str("\r\n");
}

/// What a formula begins with, in spreadsheets of every language.
pub const FORMULA: [char; 8] = ['=', '+', '-', '@', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}'];

/// One cell of a CSV file. A spreadsheet would run a cell that starts like a formula, so such a cell gets an apostrophe before it,
/// also behind leading spaces; and cells with a separator, quote or line break are quoted (RFC 4180, SEC-CSV-1).
pub fn csv_cell(text: &str) -> String {
    let starts_formula = text.starts_with(['\t', '\r', '\n', '\0']) || text.trim_start().starts_with(FORMULA);
    let text = if starts_formula {
        format!("'{text}")
    } else {
        text.to_owned()
    };
    if text.contains([',', ';', '"', '\r', '\n', '\t']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_that_a_spreadsheet_would_run_is_made_harmless() {
        assert_eq!(csv_cell("=1+1"), "'=1+1");
        assert_eq!(csv_cell("  @SUM(A1)"), "'  @SUM(A1)");
        assert_eq!(csv_cell("\t=1"), "\"'\t=1\"");
        assert_eq!(csv_cell("+31 6 12345678"), "'+31 6 12345678");
        assert_eq!(csv_cell("-2,5"), "\"'-2,5\"");
        assert_eq!(csv_cell("a \"b\"\r\nc"), "\"a \"\"b\"\"\r\nc\"");
        assert_eq!(csv_cell("2026-07-01T10:00:00Z"), "2026-07-01T10:00:00Z");
        assert_eq!(csv_cell(""), "");
    }
}
