//! The books of a run of sending: what begins and what ended, many notes in one transaction.
//!
//! A message leaves only once it is noted that it begins to. Waiting for the disk each time would bound sending to a few messages
//! for each turn of the disk, so these notes do not wait ([`Store::begin_light`](carport_store::Store::begin_light)): a
//! process that is killed loses none of them, and leaves no more messages uncertain than were on their way. A machine that
//! loses its power may lose the last notes, but not the claims, which waited for the disk; started anew, it finds claims of
//! another time, of which no note counts, and all of them are uncertain.

use std::collections::HashSet;

use carport_domain::{CompanyId, MessageId, ProposalId};
use carport_store::Result;
use carport_store::messages::{Brake, Ended, MessageStatus};
use tokio::sync::{mpsc, oneshot};

use super::{BRAKE_AFTER, FRESH_SECONDS, Sent};
use crate::Outreach;

/// Notes taken into one transaction.
const NOTES: usize = 256;

/// What became of one attempt.
#[derive(Debug)]
pub(super) struct End {
    pub message: MessageId,
    pub proposal: ProposalId,
    pub ended: Ended,
    /// The address is gone for good.
    pub bounced: Option<String>,
    /// Refused, and not for the recipient's sake; the server's words.
    pub refused: Option<String>,
}

enum Note {
    Begin(MessageId, oneshot::Sender<bool>),
    End(Box<End>),
    GiveBack(MessageId, oneshot::Sender<()>),
}

/// Where attempts note what they do.
#[derive(Debug)]
pub(super) struct Books(mpsc::UnboundedSender<Note>);

impl std::fmt::Debug for Note {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Note")
    }
}

impl Books {
    /// The books and their keeper, who writes until every holder of the books is gone.
    pub fn open(outreach: &Outreach, company: CompanyId) -> (Self, impl Future<Output = Result<Sent>>) {
        let (notes, taken) = mpsc::unbounded_channel();
        (Self(notes), keep(outreach, company, taken))
    }

    /// Notes that a message is about to leave; true when it may, and only once that is committed.
    pub async fn begin(&self, message: MessageId) -> bool {
        let (answer, granted) = oneshot::channel();
        // A keeper that is gone has failed; nothing leaves then.
        self.0.send(Note::Begin(message, answer)).is_ok() && granted.await.unwrap_or(false)
    }

    /// Notes what became of an attempt.
    pub fn end(&self, end: End) {
        let _ = self.0.send(Note::End(Box::new(end)));
    }

    /// Notes that a claimed message was not attempted; it may be claimed again then.
    pub async fn give_back(&self, message: MessageId) {
        let (answer, noted) = oneshot::channel();
        if self.0.send(Note::GiveBack(message, answer)).is_ok() {
            let _ = noted.await;
        }
    }

    /// Whether the keeper has failed, so that nothing more may leave.
    pub fn are_closed(&self) -> bool {
        self.0.is_closed()
    }
}

async fn keep(
    outreach: &Outreach,
    company: CompanyId,
    mut notes: mpsc::UnboundedReceiver<Note>,
) -> Result<Sent> {
    let mut sums = Sent::default();
    let mut taken = Vec::with_capacity(NOTES);
    while notes.recv_many(&mut taken, NOTES).await > 0 {
        write(outreach, company, taken.drain(..), &mut sums).await?;
    }
    Ok(sums)
}

async fn write(
    outreach: &Outreach,
    company: CompanyId,
    notes: impl Iterator<Item = Note>,
    sums: &mut Sent,
) -> Result<()> {
    let (mut begins, mut ended, mut over, mut back) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let mut bounced: HashSet<String> = HashSet::new();
    // The brake counts in the order of the notes: one that was taken, or refused for the recipient's sake, begins anew.
    let mut row = Row::default();
    for note in notes {
        match note {
            Note::Begin(message, answer) => begins.push((message, answer)),
            Note::GiveBack(message, answer) => back.push((message, answer)),
            Note::End(end) => {
                sums.count(&end.ended);
                if let Some(words) = end.refused {
                    row.refusals += 1;
                    row.words = Some(words);
                } else if matches!(end.ended, Ended::Sent { .. }) || end.bounced.is_some() {
                    row = Row {
                        broken: true,
                        ..Row::default()
                    };
                }
                bounced.extend(end.bounced);
                if !matches!(end.ended, Ended::Later { .. }) {
                    over.push(end.proposal);
                }
                ended.push((end.message, end.ended));
            }
        }
    }
    // An address that is gone, and a server that refuses, are to be remembered whatever happens to the machine.
    let weighty = row.refusals > 0 || !bounced.is_empty();
    let mut tx = if weighty {
        outreach.store.begin().await?
    } else {
        outreach.store.begin_light().await?
    };
    let fresh_since = tx.now().plus_seconds(-FRESH_SECONDS);
    let mut shop = tx.company(company).await?;
    shop.record_messages(&ended).await?;
    let released: Vec<MessageId> = back.iter().map(|(id, _)| *id).collect();
    shop.release_messages(&released).await?;
    shop.finish_proposals(&over).await?;
    for address in &bounced {
        shop.bounced(address, "smtp").await?;
    }
    let rests = brake(&mut shop, row).await?;
    let ids: Vec<MessageId> = begins.iter().map(|(id, _)| *id).collect();
    let granted: HashSet<MessageId> = if rests || ids.is_empty() {
        HashSet::new()
    } else {
        shop.begin_hand_over(&ids, fresh_since)
            .await?
            .into_iter()
            .collect()
    };
    tx.commit().await?;
    for (message, answer) in begins {
        let _ = answer.send(granted.contains(&message));
    }
    for (_, answer) in back {
        let _ = answer.send(());
    }
    Ok(())
}

impl Sent {
    fn count(&mut self, ended: &Ended) {
        match ended {
            Ended::Sent { .. } => self.sent += 1,
            Ended::Final {
                status: MessageStatus::Uncertain,
                ..
            } => self.uncertain += 1,
            Ended::Final {
                status: MessageStatus::Suppressed,
                ..
            } => self.suppressed += 1,
            Ended::Final { .. } => self.failed += 1,
            Ended::Later { .. } => self.later += 1,
        }
    }
}

/// Refusals in a row at the end of some notes.
#[derive(Default)]
struct Row {
    refusals: i64,
    /// Something among them went well, so what was counted before is over.
    broken: bool,
    words: Option<String>,
}

/// Counts refusals, and stops a company's marketing when too many came in a row (MAIL-25). Whether it rests.
async fn brake(shop: &mut carport_store::CompanyTx<'_>, row: Row) -> Result<bool> {
    let now = shop.now();
    let before = shop.brake().await?;
    if row.refusals == 0 && !row.broken {
        return Ok(before.paused_at.is_some());
    }
    let failures = if row.broken {
        row.refusals
    } else {
        before.failures + row.refusals
    };
    if failures == before.failures {
        return Ok(before.paused_at.is_some());
    }
    let stops = failures >= BRAKE_AFTER && before.paused_at.is_none();
    let brake = Brake {
        failures,
        paused_at: before.paused_at.or(stops.then_some(now)),
        reason: row.words.or(before.reason),
    };
    shop.set_brake(&brake, "system").await?;
    if stops {
        let detail = serde_json::json!({ "failures": failures, "reason": brake.reason });
        shop.audit("system", "marketing.paused", "marketing", &detail)
            .await?;
        tracing::error!(company = %shop.id(), failures, "marketing rests: the mail server refuses message after message");
    }
    Ok(brake.paused_at.is_some())
}
