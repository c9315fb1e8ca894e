//! One rule pack: the law of one country from one day on, read from TOML and checked.

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveTime, Weekday};
use serde::Deserialize;
use sha2::{Digest, Sha256};

use super::cell::{Allowed, Cell, Includes};
use super::hours::CallHours;
use crate::consent::words::{Category, Channel, MustInclude, Purpose, RecipientKind};

/// The kinds of recipient a pack has columns for, in the order of its columns.
pub(super) const KINDS: [RecipientKind; 4] = [
    RecipientKind::Prospect,
    RecipientKind::Customer,
    RecipientKind::Former,
    RecipientKind::Business,
];
const PURPOSES: usize = Purpose::ALL.len();
const CHANNELS: usize = Channel::ALL.len();

/// A pack cannot be read. The text names the place and what to write.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("rule pack {pack}: {problem}")]
pub struct PackError {
    /// The file.
    pub pack: String,
    /// What is wrong.
    pub problem: String,
}

/// Everything a pack says, in the form the gate reads.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Table {
    cells: Vec<Cell>,
    pub marketing: [Includes; CHANNELS],
    pub service: [Includes; CHANNELS],
    pub soft: [Includes; CHANNELS],
    pub confirm: [bool; CHANNELS],
    pub hours: CallHours,
    pub customer_months: u16,
    pub prospect_months: u16,
    pub proof_months: u16,
    pub suppression_months: Option<u16>,
    pub calls: Option<CallCap>,
    pub stop_text: String,
    pub open_tracking: bool,
}

/// At most so many calls in so many days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CallCap {
    /// Calls.
    pub calls: u16,
    /// Days.
    pub days: u16,
}

impl Table {
    fn index(kind: RecipientKind, channel: Channel, purpose: Purpose) -> usize {
        let column = match kind {
            RecipientKind::Prospect | RecipientKind::Unknown => 0,
            RecipientKind::Customer => 1,
            RecipientKind::Former => 2,
            RecipientKind::Business => 3,
        };
        (column * CHANNELS + channel as usize) * PURPOSES + purpose as usize
    }
    pub fn cell(&self, kind: RecipientKind, channel: Channel, purpose: Purpose) -> Cell {
        self.cells[Self::index(kind, channel, purpose)]
    }
    /// Replaces each cell by what `change` makes of it.
    pub fn map(&mut self, change: impl Fn(RecipientKind, Channel, Purpose, Cell) -> Cell) {
        for kind in KINDS {
            for &channel in Channel::ALL {
                for &purpose in Purpose::ALL {
                    let at = Self::index(kind, channel, purpose);
                    self.cells[at] = change(kind, channel, purpose, self.cells[at]);
                }
            }
        }
    }
    /// The strictest of two countries.
    pub fn strictest(&self, other: &Table) -> Table {
        let mut both = self.clone();
        both.map(|kind, channel, purpose, cell| cell.strictest(other.cell(kind, channel, purpose)));
        for at in 0..CHANNELS {
            both.marketing[at] = self.marketing[at] | other.marketing[at];
            both.service[at] = self.service[at] | other.service[at];
            both.soft[at] = self.soft[at] | other.soft[at];
            both.confirm[at] |= other.confirm[at];
        }
        both.hours = self.hours.and(&other.hours);
        both.customer_months = self.customer_months.min(other.customer_months);
        both.prospect_months = self.prospect_months.min(other.prospect_months);
        both.proof_months = self.proof_months.max(other.proof_months);
        both.suppression_months = match (self.suppression_months, other.suppression_months) {
            (Some(a), Some(b)) => Some(a.max(b)),
            _ => None,
        };
        both.calls = [self.calls, other.calls]
            .into_iter()
            .flatten()
            .min_by_key(|cap| cap.calls);
        both.open_tracking &= other.open_tracking;
        both
    }
}

/// A checked pack.
#[derive(Debug, Clone)]
pub(super) struct Pack {
    pub country: String,
    pub from: NaiveDate,
    /// SHA-256 of the file's bytes, as hexadecimal text.
    pub hash: String,
    pub table: Table,
}

impl Pack {
    pub fn stamp(&self) -> String {
        format!("{}/{}@{}", self.country, self.from, self.hash)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    country: String,
    from: NaiveDate,
    /// For readers of the file.
    #[serde(rename = "sources")]
    _sources: Vec<String>,
    customer_months: u16,
    prospect_months: u16,
    proof_months: u16,
    /// Months; absent means for ever.
    suppression_months: Option<u16>,
    stop_text: String,
    open_tracking: bool,
    confirm: Vec<Channel>,
    calls: Option<CallCap>,
    call_hours: BTreeMap<String, Vec<String>>,
    soft_opt_in: SoftOptIn,
    must_include: MustIncludes,
    rules: Vec<Block>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SoftOptIn {
    max_age_months: u16,
    similar: BTreeMap<Purpose, Vec<Category>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct MustIncludes {
    marketing: BTreeMap<Channel, Vec<MustInclude>>,
    service: BTreeMap<Channel, Vec<MustInclude>>,
    #[serde(default)]
    soft_opt_in: BTreeMap<Channel, Vec<MustInclude>>,
}

#[derive(Deserialize)]
struct Block {
    channels: Vec<Channel>,
    #[serde(flatten)]
    rows: BTreeMap<Purpose, [String; 4]>,
}

/// Reads and checks a pack.
pub(super) fn read(name: &str, text: &str) -> Result<Pack, PackError> {
    let fail = |problem: String| PackError {
        pack: name.to_owned(),
        problem,
    };
    let file: File = toml::from_str(text).map_err(|e| fail(e.to_string()))?;
    let mut cells: Vec<Option<Cell>> = vec![None; KINDS.len() * CHANNELS * PURPOSES];
    for block in &file.rules {
        for &channel in &block.channels {
            for (&purpose, row) in &block.rows {
                for (kind, words) in KINDS.into_iter().zip(row) {
                    let place = format!("{kind}, {channel}, {purpose}");
                    let cell =
                        cell(words, purpose, &file.soft_opt_in).map_err(|e| fail(format!("{place}: {e}")))?;
                    let slot = &mut cells[Table::index(kind, channel, purpose)];
                    if slot.replace(cell).is_some() {
                        return Err(fail(format!("{place} is ruled twice")));
                    }
                }
            }
        }
    }
    let missing = || {
        let all = Channel::ALL
            .iter()
            .flat_map(|&c| Purpose::ALL.iter().map(move |&p| (c, p)));
        let gap = all
            .into_iter()
            .find(|&(c, p)| cells[Table::index(RecipientKind::Prospect, c, p)].is_none());
        gap.map_or_else(String::new, |(channel, purpose)| {
            format!("no rule for {purpose} by {channel}")
        })
    };
    let cells = cells
        .iter()
        .copied()
        .collect::<Option<Vec<Cell>>>()
        .ok_or_else(|| fail(missing()))?;
    let hours = call_hours(&file.call_hours).map_err(fail)?;
    if file.customer_months == 0 || file.customer_months > 36 {
        return Err(fail("customer_months must be 1 to 36".into()));
    }
    let table = Table {
        cells,
        marketing: per_channel(&file.must_include.marketing),
        service: per_channel(&file.must_include.service),
        soft: per_channel(&file.must_include.soft_opt_in),
        confirm: std::array::from_fn(|at| file.confirm.contains(&Channel::ALL[at])),
        hours,
        customer_months: file.customer_months,
        prospect_months: file.prospect_months,
        proof_months: file.proof_months,
        suppression_months: file.suppression_months,
        calls: file.calls,
        stop_text: file.stop_text,
        open_tracking: file.open_tracking,
    };
    Ok(Pack {
        country: file.country,
        from: file.from,
        hash: hex::encode(Sha256::digest(text.as_bytes())),
        table,
    })
}

fn cell(words: &str, purpose: Purpose, soft: &SoftOptIn) -> Result<Cell, String> {
    let mut allowed = Allowed::default();
    let mut register = false;
    for word in words.split_whitespace().filter(|word| *word != "never") {
        if word == "register" {
            register = true;
            continue;
        }
        let found = Allowed::NAMES.iter().find(|(name, _)| *name == word);
        let (_, ground) = found.ok_or_else(|| format!("«{word}» is not a ground"))?;
        allowed = allowed | *ground;
    }
    if words.trim().is_empty() {
        return Err("say «never» where nothing is allowed".into());
    }
    let similar = soft.similar.get(&purpose).map_or(&[][..], Vec::as_slice);
    if allowed.has(Allowed::SOFT) && similar.is_empty() {
        return Err("soft opt-in needs to know which purchases are similar".into());
    }
    let similar = similar
        .iter()
        .fold(0, |bits, category| bits | 1 << *category as u8);
    Ok(Cell {
        allowed,
        similar,
        max_age_months: soft.max_age_months,
        register,
    })
}

fn per_channel(lists: &BTreeMap<Channel, Vec<MustInclude>>) -> [Includes; CHANNELS] {
    std::array::from_fn(|at| {
        lists
            .get(&Channel::ALL[at])
            .into_iter()
            .flatten()
            .copied()
            .collect()
    })
}

fn call_hours(days: &BTreeMap<String, Vec<String>>) -> Result<CallHours, String> {
    let mut hours = CallHours::closed();
    for (day, spans) in days {
        let weekday: Weekday = day
            .parse()
            .map_err(|_| format!("«{day}» is not a day of the week"))?;
        for span in spans {
            let bad = || format!("«{span}» is not a span such as 09:00-20:00 in quarters of an hour");
            let (from, to) = span.split_once('-').ok_or_else(bad)?;
            let parse = |text: &str| NaiveTime::parse_from_str(text, "%H:%M").map_err(|_| bad());
            if !hours.open(weekday, parse(from)?, parse(to)?) {
                return Err(bad());
            }
        }
    }
    Ok(hours)
}
