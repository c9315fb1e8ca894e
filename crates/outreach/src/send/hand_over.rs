//! Handing written messages over. Right before one leaves it is noted in the books, in the same transaction as what became of
//! those before it; so when the process dies, no more messages are uncertain than were on their way at that moment.

use carport_domain::CompanyId;
use carport_store::Result;
use carport_store::messages::{Ended, MessageStatus};
use futures::StreamExt;
use sha2::{Digest, Sha256};

use super::books::{Books, End};
use super::{Claimed, LANES, MAX_ATTEMPTS, Sent, Written};
use crate::mail::{Blame, Outcome};
use crate::post::Post;
use crate::{Outreach, backoff};

/// Hands written messages over and records the outcome of each.
pub async fn hand_over(
    outreach: &Outreach,
    post: &Post,
    company: CompanyId,
    written: Vec<Written>,
) -> Result<Sent> {
    let (books, keeper) = Books::open(outreach, company);
    let attempts = async move {
        let one = |w: Written| attempt(outreach, post, &books, w);
        let at_once = (post.connections / LANES).max(1);
        futures::stream::iter(written)
            .map(one)
            .buffer_unordered(at_once)
            .collect::<Vec<()>>()
            .await;
        // The books close when nobody holds them any more.
    };
    let ((), sums) = futures::join!(attempts, keeper);
    sums
}

async fn attempt(outreach: &Outreach, post: &Post, books: &Books, written: Written) {
    let Claimed { message, .. } = written.claimed;
    let end = |ended| End {
        message: message.id,
        proposal: message.proposal_id,
        ended,
        bounced: None,
        refused: None,
    };
    let finally = |status, reason| Ended::Final {
        status,
        reason,
        decision: None,
    };
    let mail = match written.mail {
        Ok(mail) => mail,
        Err(reason) => return books.end(end(finally(MessageStatus::Failed, reason))),
    };
    // Not granted: the gate's answer grew too old on the way here, the brake was pulled, or the claim is somebody else's now.
    if !books.begin(message.id).await {
        return books.give_back(message.id);
    }
    let at = outreach.store.clock().now();
    let again = |reason| {
        if message.attempts + 1 >= MAX_ATTEMPTS {
            finally(MessageStatus::Failed, "gave-up")
        } else {
            Ended::Later {
                at: backoff(at, message.attempts, 300, 21_600),
                reason,
            }
        }
    };
    books.end(match post.mailer.send(&mail).await {
        Outcome::Accepted { .. } => end(Ended::Sent {
            at,
            sha256: Sha256::digest(&mail.bytes).into(),
        }),
        Outcome::Temporary { .. } => end(again("later")),
        Outcome::Uncertain { .. } => end(finally(MessageStatus::Uncertain, "no-answer")),
        Outcome::Permanent {
            blame: Blame::Recipient,
            ..
        } => End {
            bounced: Some(mail.to.fold()),
            ..end(finally(MessageStatus::Failed, "recipient-refused"))
        },
        Outcome::Permanent {
            blame: Blame::RecipientForNow,
            ..
        } => end(finally(MessageStatus::Failed, "mailbox-refused")),
        Outcome::Permanent {
            blame: Blame::Policy,
            refusal,
        } => End {
            refused: Some(refusal.text),
            ..end(finally(MessageStatus::Failed, "policy"))
        },
        Outcome::Permanent {
            blame: Blame::Configuration,
            refusal,
        } => End {
            refused: Some(refusal.text),
            ..end(again("configuration"))
        },
    });
}
