//! The books of a run of sending: what begins and what ended, many notes in one transaction.

use std::collections::HashSet;

use carport_domain::{CompanyId, MessageId, ProposalId};
use carport_store::Result;
use carport_store::messages::{Brake, Ended, MessageStatus};
use carport_store::suppressions::SuppressionKind;
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
    GiveBack(MessageId),
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

    /// Notes that a claimed message was not attempted.
    pub fn give_back(&self, message: MessageId) {
        let _ = self.0.send(Note::GiveBack(message));
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
            Note::GiveBack(message) => back.push(message),
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
    let mut tx = outreach.store.begin().await?;
    let fresh_since = tx.now().plus_seconds(-FRESH_SECONDS);
    let mut shop = tx.company(company).await?;
    shop.record_messages(&ended).await?;
    shop.release_messages(&back).await?;
    shop.finish_proposals(&over).await?;
    for address in &bounced {
        shop.suppress(address, SuppressionKind::HardBounce, "smtp")
            .await?;
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
