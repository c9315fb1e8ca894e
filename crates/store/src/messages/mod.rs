//! The ledger of what was, or will be, handed to a channel (REL-01).
//!
//! Every message is always in exactly one state, and after every run planned = sent + failed + suppressed + uncertain +
//! pending, where a message that is being handed over counts as pending until somebody finds it abandoned.

mod balance;
mod links;
mod marketing;
mod service;

pub use balance::{Brake, MessageRow, RESTORED, Tally};
pub use links::MessageLink;
pub use marketing::{Candidate, Claim, Ended};
pub use service::{NewServiceMessage, ServiceMessage};

use carport_domain::text_enum;

text_enum! {
    /// Whether a message needs permission.
    pub enum Stream {
        /// Marketing: handed over at most once.
        Marketing = "marketing",
        /// Service: handed over at least once, always with the same Message-ID.
        Service = "service",
    }
}

text_enum! {
    /// Where a message stands.
    pub enum MessageStatus {
        /// Waits for its turn.
        Pending = "pending",
        /// Claimed; what became of it is not recorded yet.
        HandingOver = "handing_over",
        /// The channel took it.
        Sent = "sent",
        /// The channel refused it for good.
        Failed = "failed",
        /// The gate, or a person, kept it back.
        Suppressed = "suppressed",
        /// Claimed by a process that ended before it could say what happened. Marketing is never sent again by itself.
        Uncertain = "uncertain",
    }
}
