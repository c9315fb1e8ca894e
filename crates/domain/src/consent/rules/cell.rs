//! The smallest pieces of a rule: what one cell of the table accepts, what a message must include, and how both are named.

use std::fmt;
use std::ops::BitOr;
use std::str::FromStr;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::consent::words::{Category, Channel, MustInclude, Purpose, RecipientKind};
use crate::text_enum::UnknownValue;

/// A set of grounds that a rule accepts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Allowed(u16);

impl Allowed {
    /// Consent.
    pub const CONSENT: Self = Self(1);
    /// A service the person switched on.
    pub const REQUEST: Self = Self(1 << 1);
    /// Soft opt-in.
    pub const SOFT: Self = Self(1 << 2);
    /// Legitimate interest.
    pub const INTEREST: Self = Self(1 << 3);
    /// A contract or request the message serves.
    pub const CONTRACT: Self = Self(1 << 4);
    /// A legal duty or safety.
    pub const DUTY: Self = Self(1 << 5);
    /// An address a business published for it.
    pub const PUBLISHED: Self = Self(1 << 6);
    /// An address of nobody in particular.
    pub const IMPERSONAL: Self = Self(1 << 7);
    /// Presumed consent of a business.
    pub const PRESUMED: Self = Self(1 << 8);

    /// The words by which rule packs name the grounds.
    pub const NAMES: [(&'static str, Self); 9] = [
        ("consent", Self::CONSENT),
        ("request", Self::REQUEST),
        ("soft", Self::SOFT),
        ("interest", Self::INTEREST),
        ("contract", Self::CONTRACT),
        ("duty", Self::DUTY),
        ("published", Self::PUBLISHED),
        ("impersonal", Self::IMPERSONAL),
        ("presumed", Self::PRESUMED),
    ];

    /// Whether any of `other` is accepted.
    pub const fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
    /// Without the grounds in `other`.
    pub const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }
    /// Only the grounds in `other`.
    pub const fn only(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }
    /// What both accept. Whoever accepts a mere interest accepts any stronger ground of the other as well.
    pub const fn strictest(self, other: Self) -> Self {
        Self(self.with_stronger().0 & other.with_stronger().0 & (self.0 | other.0))
    }
    const fn with_stronger(self) -> Self {
        const STRONGER: u16 = Allowed::CONSENT.0
            | Allowed::REQUEST.0
            | Allowed::SOFT.0
            | Allowed::PUBLISHED.0
            | Allowed::IMPERSONAL.0
            | Allowed::PRESUMED.0;
        if self.has(Self::INTEREST) {
            Self(self.0 | STRONGER)
        } else {
            self
        }
    }
}

impl BitOr for Allowed {
    type Output = Self;
    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// One cell of the table: for one kind of recipient, channel and purpose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cell {
    pub(super) allowed: Allowed,
    pub(super) similar: u8,
    pub(super) max_age_months: u16,
    pub(super) register: bool,
}

impl Cell {
    /// Whether a ground is accepted.
    pub const fn allows(self, ground: Allowed) -> bool {
        self.allowed.has(ground)
    }
    /// Whether nothing is accepted: the law leaves no way.
    pub fn is_closed(self) -> bool {
        self.allowed == Allowed::default()
    }
    /// Whether having bought this makes the offer similar.
    pub const fn similar(self, category: Category) -> bool {
        self.similar & (1 << category as u8) != 0
    }
    /// How old the purchase may be, in months.
    pub fn max_age_months(self) -> i32 {
        i32::from(self.max_age_months)
    }
    /// Whether soft opt-in and interest count only after consulting a public list of objections.
    pub const fn needs_register(self) -> bool {
        self.register
    }
    pub(super) fn strictest(self, other: Self) -> Self {
        Self {
            register: self.register || other.register,
            allowed: self.allowed.strictest(other.allowed),
            // A table without soft opt-in says nothing about similarity or age.
            similar: match (self.allowed.has(Allowed::SOFT), other.allowed.has(Allowed::SOFT)) {
                (true, false) => self.similar,
                (false, true) => other.similar,
                _ => self.similar & other.similar,
            },
            max_age_months: self.max_age_months.min(other.max_age_months),
        }
    }
}

/// A set of things a message must include.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Includes(u32);

impl Includes {
    /// Only this item.
    pub const fn of(item: MustInclude) -> Self {
        Self(1 << item as u32)
    }
    /// Whether the item is among them.
    pub const fn contains(self, item: MustInclude) -> bool {
        self.0 & Self::of(item).0 != 0
    }
    /// The items, in the order of declaration.
    pub fn iter(self) -> impl Iterator<Item = MustInclude> {
        MustInclude::ALL
            .iter()
            .copied()
            .filter(move |item| self.contains(*item))
    }
}

impl BitOr for Includes {
    type Output = Self;
    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl FromIterator<MustInclude> for Includes {
    fn from_iter<I: IntoIterator<Item = MustInclude>>(items: I) -> Self {
        items
            .into_iter()
            .fold(Self::default(), |all, item| all | Self::of(item))
    }
}

impl Serialize for Includes {
    fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_seq(self.iter())
    }
}

impl<'de> Deserialize<'de> for Includes {
    fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        Ok(Vec::<MustInclude>::deserialize(d)?.into_iter().collect())
    }
}

/// The name of a rule: `customer.email.newsletter`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct RuleId {
    /// The kind of recipient it was asked for.
    pub kind: RecipientKind,
    /// The channel.
    pub channel: Channel,
    /// The purpose.
    pub purpose: Purpose,
}

impl fmt::Display for RuleId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}.{}", self.kind, self.channel, self.purpose)
    }
}

impl FromStr for RuleId {
    type Err = UnknownValue;
    fn from_str(s: &str) -> Result<Self, Self::Err> {
        let mut parts = s.splitn(3, '.');
        let mut next = || {
            parts.next().ok_or_else(|| UnknownValue {
                kind: "rule",
                value: s.to_owned(),
            })
        };
        Ok(Self {
            kind: next()?.parse()?,
            channel: next()?.parse()?,
            purpose: next()?.parse()?,
        })
    }
}

impl Serialize for RuleId {
    fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for RuleId {
    fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        let text = <std::borrow::Cow<'de, str> as Deserialize>::deserialize(d)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

/// The rule packs in force with the hash of each, as one text: `nl/2026-07-01@3b1f…`, joined by `+` where two countries or the
/// company's own stricter rules take part. Cheap to clone.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Stamp(pub(super) Arc<str>);

impl Stamp {
    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
    /// The packs without their hashes, for people: `nl/2026-07-01`.
    pub fn short(&self) -> String {
        self.0
            .split('+')
            .filter_map(|part| part.split('@').next())
            .collect::<Vec<_>>()
            .join(" + ")
    }
}

impl fmt::Display for Stamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl Serialize for Stamp {
    fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Stamp {
    fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        Ok(Self(String::deserialize(d)?.into()))
    }
}
