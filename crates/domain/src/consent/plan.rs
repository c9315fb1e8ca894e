//! From the decisions per channel to what happens with one proposal (F145 to F147, DESIGN decision 5, CON-17).

use serde::{Deserialize, Serialize};

use super::gate::Decision;
use super::reasons::{DenyReason, Obstacle, Reach};
use super::words::Channel;

/// What happens with a proposal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "outcome", rename_all = "snake_case")]
pub enum Outcome {
    /// A message goes by this channel.
    Send {
        /// The channel; never the telephone.
        channel: Channel,
    },
    /// A person may call, or, when `locked`, sees the entry with its reason and no number.
    CallList {
        /// Why nobody may call.
        locked: Option<Obstacle>,
    },
    /// Nothing happens.
    Nothing {
        /// Why.
        reason: Obstacle,
    },
}

/// Chooses among the moment's channels.
///
/// `allowed` are the channels the company set for the moment, in its order of preference (F146); `preferred` is the customer's
/// own preference (F147), which chooses among those that are permitted; `decide` answers with the gate's decision for a channel.
///
/// The first permitted channel carries the message. A telephone among them leads to the call list, unlocked. Where none is
/// permitted:
/// a reason that concerns the person or the purpose means nothing at all; a channel that does not fit means the call list,
/// always, locked with the reason when the telephone has no basis of its own (CON-17); and where only the law is in the
/// way, the call list when it permits a call, else nothing.
pub fn choose(
    allowed: &[Channel],
    preferred: Option<Channel>,
    mut decide: impl FnMut(Channel) -> Decision,
) -> Outcome {
    let first = preferred.filter(|channel| allowed.contains(channel));
    let rest = allowed.iter().copied().filter(|&channel| Some(channel) != first);
    let (mut person, mut mismatch, mut law, mut held) = (None, None, None, None);
    for channel in first.into_iter().chain(rest) {
        match decide(channel).obstacle() {
            None if channel == Channel::Phone => return Outcome::CallList { locked: None },
            None => return Outcome::Send { channel },
            Some(reason @ Obstacle::Held(_)) => held = held.or(Some(reason)),
            Some(reason @ Obstacle::Denied(why)) => match why.reach() {
                Reach::Person => person = person.or(Some(reason)),
                Reach::Channel => mismatch = mismatch.or(Some(reason)),
                Reach::Law => law = law.or(Some(reason)),
            },
        }
    }
    if let Some(reason) = person {
        return Outcome::Nothing { reason };
    }
    let phone = decide(Channel::Phone).obstacle();
    match (phone, mismatch, held.or(law)) {
        (None, ..) => Outcome::CallList { locked: None },
        (Some(reason), Some(_), _) => Outcome::CallList { locked: Some(reason) },
        (Some(_), None, Some(reason)) => Outcome::Nothing { reason },
        // A moment without channels has nothing to fit.
        (Some(_), None, None) => Outcome::Nothing {
            reason: Obstacle::Denied(DenyReason::NotForChannel),
        },
    }
}
