//! The law as data: dated rule packs per country, and the strictest of those that apply (DESIGN decision 4).

mod cell;
mod hours;
mod pack;
mod stricter;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use chrono::{NaiveDate, NaiveDateTime};
use sha2::{Digest, Sha256};

pub use cell::{Allowed, Cell, Includes, RuleId, Stamp};
pub use hours::CallHours;
pub use pack::{CallCap, PackError};
pub use stricter::{Limit, Restriction, Stricter};

use super::words::{Channel, Purpose, RecipientKind};
use crate::country::CountryCode;
use pack::{Pack, Table};

/// The pack that applies in countries without one of their own.
const FALLBACK: &str = "eu-strict";

#[derive(rust_embed::RustEmbed)]
#[folder = "../../rulepacks/"]
#[include = "*/*.toml"]
struct Shipped;

/// All rule packs, by country and day.
#[derive(Debug, Clone)]
pub struct RuleBook {
    packs: BTreeMap<String, Vec<Pack>>,
}

impl RuleBook {
    /// The packs that are part of the program.
    pub fn shipped() -> &'static RuleBook {
        static SHIPPED: LazyLock<RuleBook> = LazyLock::new(|| {
            let files = Shipped::iter().filter_map(|name| {
                let text = String::from_utf8(Shipped::get(&name)?.data.into_owned()).ok()?;
                Some((name.into_owned(), text))
            });
            // They are part of the program and a test reads them all.
            RuleBook::read(files).unwrap_or_else(|error| panic!("{error}"))
        });
        &SHIPPED
    }

    /// Reads packs from files named `<country>/<from>.toml`.
    ///
    /// # Errors
    /// A file that cannot be read or whose name does not match its content; a missing fallback.
    pub fn read(files: impl IntoIterator<Item = (String, String)>) -> Result<Self, PackError> {
        let mut packs: BTreeMap<String, Vec<Pack>> = BTreeMap::new();
        for (name, text) in files {
            let pack = pack::read(&name, &text)?;
            let expected = format!("{}/{}.toml", pack.country, pack.from);
            if name != expected {
                return Err(PackError {
                    pack: name,
                    problem: format!("its content belongs in {expected}"),
                });
            }
            packs.entry(pack.country.clone()).or_default().push(pack);
        }
        for dated in packs.values_mut() {
            dated.sort_by_key(|pack| pack.from);
        }
        if !packs.contains_key(FALLBACK) {
            return Err(PackError {
                pack: FALLBACK.into(),
                problem: "the fallback is missing".into(),
            });
        }
        Ok(Self { packs })
    }

    /// The packs with their first days and hashes, for the documentation and the health page.
    pub fn list(&self) -> impl Iterator<Item = (&str, NaiveDate, &str)> {
        self.packs
            .values()
            .flatten()
            .map(|pack| (pack.country.as_str(), pack.from, pack.hash.as_str()))
    }

    /// The keys of all texts that tell how to stop SMS.
    pub fn stop_texts(&self) -> impl Iterator<Item = &str> {
        self.packs
            .values()
            .flatten()
            .map(|pack| pack.table.stop_text.as_str())
    }

    /// The rules for a legal entity's country and a recipient's country (the entity's where unknown), with what the company
    /// made stricter. Worth keeping: one of these serves all recipients of the same country.
    pub fn rules(&self, entity: CountryCode, recipient: Option<CountryCode>, stricter: &Stricter) -> Rules {
        let sender = self.of(entity);
        let receiver = recipient.map_or(sender, |country| self.of(country));
        let same = sender[0].country == receiver[0].country;
        let mut days: Vec<NaiveDate> = sender.iter().chain(receiver).map(|pack| pack.from).collect();
        days.sort_unstable();
        days.dedup();
        let periods = days.into_iter().map(|from| {
            let (a, b) = (in_force(sender, from), in_force(receiver, from));
            let (mut table, mut stamp) = if same {
                (a.table.clone(), a.stamp())
            } else {
                (
                    a.table.strictest(&b.table),
                    format!("{}+{}", a.stamp(), b.stamp()),
                )
            };
            if !stricter.is_empty() {
                stricter.apply(&mut table);
                let text = serde_json::to_string(stricter).unwrap_or_default();
                stamp = format!("{stamp}+company@{}", hex::encode(Sha256::digest(text)));
            }
            Period {
                from,
                table,
                stamp: Stamp(stamp.into()),
            }
        });
        Rules {
            periods: periods.collect(),
        }
    }

    fn of(&self, country: CountryCode) -> &[Pack] {
        self.packs
            .get(&country.as_str().to_ascii_lowercase())
            .unwrap_or_else(|| &self.packs[FALLBACK])
    }
}

/// The last pack whose first day is not after `date`; before the first pack, the first.
fn in_force(packs: &[Pack], date: NaiveDate) -> &Pack {
    packs
        .iter()
        .rev()
        .find(|pack| pack.from <= date)
        .unwrap_or(&packs[0])
}

/// The rules for one pair of countries, day by day.
#[derive(Debug, Clone)]
pub struct Rules {
    periods: Vec<Period>,
}

impl Rules {
    /// The rules in force on a day.
    pub fn on(&self, date: NaiveDate) -> &Period {
        self.periods
            .iter()
            .rev()
            .find(|period| period.from <= date)
            .unwrap_or(&self.periods[0])
    }
}

/// The rules in force for a time.
#[derive(Debug, Clone)]
pub struct Period {
    from: NaiveDate,
    table: Table,
    stamp: Stamp,
}

impl Period {
    /// The first day.
    pub fn from(&self) -> NaiveDate {
        self.from
    }
    /// The packs and their hashes.
    pub fn stamp(&self) -> &Stamp {
        &self.stamp
    }
    /// What is accepted for a kind of recipient, a channel and a purpose.
    pub fn cell(&self, kind: RecipientKind, channel: Channel, purpose: Purpose) -> Cell {
        self.table.cell(kind, channel, purpose)
    }
    /// What a message must include.
    pub fn must_include(&self, channel: Channel, marketing: bool) -> Includes {
        if marketing {
            self.table.marketing[channel as usize]
        } else {
            self.table.service[channel as usize]
        }
    }
    /// What it must include besides when it rests on soft opt-in.
    pub fn must_include_with_soft_opt_in(&self, channel: Channel) -> Includes {
        self.table.soft[channel as usize]
    }
    /// Whether a yes must be confirmed from the address itself.
    pub fn needs_confirmation(&self, channel: Channel) -> bool {
        self.table.confirm[channel as usize]
    }
    /// Whether people may be called at a local time.
    pub fn may_call_at(&self, local: NaiveDateTime) -> bool {
        self.table.hours.contains(local)
    }
    /// How many calls in how many days, where the law says so.
    pub fn call_cap(&self) -> Option<CallCap> {
        self.table.calls
    }
    /// After how many months without an invoice a customer is a former one.
    pub fn customer_months(&self) -> i32 {
        i32::from(self.table.customer_months)
    }
    /// After how many months of silence a prospect's consent no longer counts.
    pub fn prospect_months(&self) -> i32 {
        i32::from(self.table.prospect_months)
    }
    /// How many months proof is kept after it was last relied on.
    pub fn proof_months(&self) -> i32 {
        i32::from(self.table.proof_months)
    }
    /// How many months a suppressed address stays known by its keyed hash; `None` means for ever.
    pub fn suppression_months(&self) -> Option<i32> {
        self.table.suppression_months.map(i32::from)
    }
    /// Key of the text that tells how to stop SMS.
    pub fn stop_text(&self) -> &str {
        &self.table.stop_text
    }
    /// Whether opening may be measured per person without consent (CON-19).
    pub fn open_tracking(&self) -> bool {
        self.table.open_tracking
    }

    /// Who a recipient is in the eyes of the law on a day: `last_paid` is the date of the last invoice with an amount.
    pub fn kind(
        &self,
        legal_person: bool,
        last_paid: Option<NaiveDate>,
        running_contract: bool,
        today: NaiveDate,
    ) -> RecipientKind {
        match last_paid {
            _ if legal_person => RecipientKind::Business,
            _ if running_contract => RecipientKind::Customer,
            None => RecipientKind::Prospect,
            Some(paid) if crate::clock::add_months(paid, self.customer_months()) < today => {
                RecipientKind::Former
            }
            Some(_) => RecipientKind::Customer,
        }
    }
}
