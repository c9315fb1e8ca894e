//! Numbers that must add up.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// What one moment's selection came to in one week (F159, F193).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MomentTotals {
    /// Whose date made the moment due.
    pub found: u64,
    /// Proposed for the week.
    pub proposed: u64,
    /// Not proposed, by the stable reason.
    pub not_proposed: BTreeMap<String, u64>,
}

impl MomentTotals {
    /// Everybody found is proposed or has a reason.
    pub fn adds_up(&self) -> bool {
        self.found == self.proposed + self.not_proposed.values().sum::<u64>()
    }

    /// Counts somebody who is not proposed.
    pub fn leave_out(&mut self, reason: &str) {
        *self.not_proposed.entry(reason.to_owned()).or_default() += 1;
    }
}

/// What became of messages: planned = sent + failed + suppressed + uncertain + pending (REL-01).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Balance {
    /// Every message there is.
    pub planned: u64,
    /// The channel took it.
    pub sent: u64,
    /// The channel refused it for good.
    pub failed: u64,
    /// The gate, or a person, kept it back.
    pub suppressed: u64,
    /// Nobody knows whether it left.
    pub uncertain: u64,
    /// Waits, or is on its way to the channel this moment.
    pub pending: u64,
}

impl Balance {
    /// Whether no message is without a state.
    pub const fn adds_up(&self) -> bool {
        self.planned == self.sent + self.failed + self.suppressed + self.uncertain + self.pending
    }
}
