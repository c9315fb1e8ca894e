//! What a company adds to the law. By its shape it can only forbid.

use serde::{Deserialize, Serialize};

use super::cell::Allowed;
use super::pack::Table;
use crate::consent::words::{Channel, Purpose};
use crate::text_enum;

/// A company's own rules on top of the rule packs. Stored as JSON; the default adds nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Stricter {
    /// Cells of the table that accept less.
    pub restrictions: Vec<Restriction>,
    /// A purchase counts for soft opt-in no longer than this many months.
    pub soft_opt_in_months: Option<u16>,
    /// A customer is a former one after this many months without an invoice (36 by default, never more than the law says).
    pub customer_months: Option<u16>,
    /// Consent not heard of for this many months no longer counts for prospects.
    pub prospect_months: Option<u16>,
    /// Channels on which a yes must be confirmed from the address itself.
    pub confirm: Vec<Channel>,
}

/// Less is accepted for one purpose, one channel, or both; `None` means each of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Restriction {
    /// The purpose.
    pub purpose: Option<Purpose>,
    /// The channel.
    pub channel: Option<Channel>,
    /// How much less.
    pub limit: Limit,
}

text_enum! {
    /// How much less than the law is accepted for marketing.
    pub enum Limit {
        /// No soft opt-in.
        NoSoftOptIn = "no_soft_opt_in",
        /// Only what the person asked for or agreed to.
        ConsentOnly = "consent_only",
        /// Nothing.
        Never = "never",
    }
}

impl Stricter {
    /// Whether it adds nothing.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    pub(super) fn apply(&self, table: &mut Table) {
        table.map(|_, channel, purpose, mut cell| {
            let applies = |r: &&Restriction| {
                purpose.is_marketing()
                    && r.purpose.is_none_or(|p| p == purpose)
                    && r.channel.is_none_or(|c| c == channel)
            };
            for restriction in self.restrictions.iter().filter(applies) {
                cell.allowed = match restriction.limit {
                    Limit::NoSoftOptIn => cell.allowed.without(Allowed::SOFT),
                    Limit::ConsentOnly => cell.allowed.only(Allowed::CONSENT | Allowed::REQUEST),
                    Limit::Never => Allowed::default(),
                };
            }
            if let Some(months) = self.soft_opt_in_months {
                cell.max_age_months = cell.max_age_months.min(months);
            }
            cell
        });
        let shorten = |months: &mut u16, wish: Option<u16>| *months = (*months).min(wish.unwrap_or(*months));
        shorten(&mut table.customer_months, self.customer_months);
        shorten(&mut table.prospect_months, self.prospect_months);
        for &channel in &self.confirm {
            table.confirm[channel as usize] = true;
        }
    }
}
