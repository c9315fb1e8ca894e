//! Proposals: who is to hear something this week, by which channel or not, and what staff decided (F159).

mod totals;

pub use totals::{Balance, MomentTotals};

use crate::consent::Outcome;
use crate::text_enum;

text_enum! {
    /// What the gate's answers amount to, as stored with a proposal.
    pub enum OutcomeKind {
        /// A message goes by the proposal's channel.
        Send = "send",
        /// Somebody may call (F145).
        CallList = "call_list",
        /// It stands on the call list, and nobody may call.
        CallLocked = "call_locked",
        /// Nothing happens.
        Nothing = "nothing",
    }
}

impl OutcomeKind {
    /// The kind of an outcome.
    pub const fn of(outcome: &Outcome) -> Self {
        match outcome {
            Outcome::Send { .. } => OutcomeKind::Send,
            Outcome::CallList { locked: None } => OutcomeKind::CallList,
            Outcome::CallList { locked: Some(_) } => OutcomeKind::CallLocked,
            Outcome::Nothing { .. } => OutcomeKind::Nothing,
        }
    }
}

text_enum! {
    /// What became of a proposal.
    pub enum ProposalStatus {
        /// Waits for staff.
        Proposed = "proposed",
        /// Staff said yes: there is a message or an entry on the call list.
        Approved = "approved",
        /// Staff said not this one.
        Skipped = "skipped",
        /// Staff said next week.
        Postponed = "postponed",
        /// It has ended: sent, refused, or called.
        Done = "done",
        /// Nobody decided in time.
        Expired = "expired",
    }
}

text_enum! {
    /// What staff can do with a proposal.
    pub enum Decision {
        /// Let it go out, or put it on the call list.
        Approve = "approve",
        /// Leave it out; it does not come back.
        Skip = "skip",
        /// Propose it again next week.
        Postpone = "postpone",
        /// Take the last decision back, as long as nothing went out.
        Undo = "undo",
    }
}

impl Decision {
    /// The states a decision can be taken in.
    pub const fn from(self) -> &'static [ProposalStatus] {
        match self {
            Decision::Approve | Decision::Skip | Decision::Postpone => &[ProposalStatus::Proposed],
            Decision::Undo => &[
                ProposalStatus::Approved,
                ProposalStatus::Skipped,
                ProposalStatus::Postponed,
            ],
        }
    }

    /// The state it leads to.
    pub const fn to(self) -> ProposalStatus {
        match self {
            Decision::Approve => ProposalStatus::Approved,
            Decision::Skip => ProposalStatus::Skipped,
            Decision::Postpone => ProposalStatus::Postponed,
            Decision::Undo => ProposalStatus::Proposed,
        }
    }
}

text_enum! {
    /// Why a message takes the channel it takes (F146, F147).
    pub enum ChannelReason {
        /// The company's first choice for the moment.
        FirstChoice = "first_choice",
        /// The customer likes it best.
        CustomerPrefers = "customer_prefers",
        /// The next in the company's order that is permitted.
        NextPermitted = "next_permitted",
        /// A letter, since the moment's own channels are not permitted.
        FallbackLetter = "fallback_letter",
    }
}
