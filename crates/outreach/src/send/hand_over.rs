//! Handing written messages over. Right before one leaves it is noted in the books, in the same transaction as what became of
//! those before it; so when the process dies, no more messages are uncertain than were on their way at that moment: one on
//! each connection.

use carport_domain::CompanyId;
use carport_store::Result;
use carport_store::messages::{Ended, MessageStatus};
use futures::StreamExt;
use sha2::{Digest, Sha256};
use tokio::sync::Semaphore;

use super::books::{Books, End};
use super::{Claimed, MAX_ATTEMPTS, Sent, Written};
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
    let handing = async move {
        // The books close when nobody holds them any more.
        Counter::open(outreach, post, books).hand_over(written).await;
    };
    let ((), sums) = futures::join!(handing, keeper);
    sums
}

/// Where the batches of a run are handed over: they share the books and the connections.
#[derive(Debug)]
pub(super) struct Counter<'a> {
    outreach: &'a Outreach,
    post: &'a Post,
    books: Books,
    /// No more messages are on their way than there are connections, so that none waits for one while the gate's answer grows
    /// old.
    slots: Semaphore,
}

impl<'a> Counter<'a> {
    pub fn open(outreach: &'a Outreach, post: &'a Post, books: Books) -> Self {
        Self {
            outreach,
            post,
            books,
            slots: Semaphore::new(post.connections.max(1)),
        }
    }

    /// Whether nothing more may leave, since nobody notes it.
    pub fn is_closed(&self) -> bool {
        self.books.are_closed()
    }

    /// Hands a batch over; at its end every message of it was attempted, or given back.
    pub async fn hand_over(&self, written: Vec<Written>) {
        futures::stream::iter(written)
            .for_each_concurrent(self.post.connections.max(1), async |written| {
                if let Ok(_slot) = self.slots.acquire().await {
                    attempt(self.outreach, self.post, &self.books, written).await;
                }
            })
            .await;
    }
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
        return books.give_back(message.id).await;
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
