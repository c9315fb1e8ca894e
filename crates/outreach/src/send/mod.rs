//! Sending marketing: at most once, and never without asking (STANDARDS §6, CON-01, CON-02).
//!
//! A batch of messages is claimed in one transaction, in which the gate is asked again with the facts of that moment. They are
//! written and signed outside of any transaction; each is noted as about to leave, handed over, and recorded. A process that
//! ends after that note leaves a message of which nobody knows whether it left: the next run calls it `uncertain`, and it is
//! never sent again by itself; somebody looks ([`settle`]). Nothing leaves later than [`FRESH_SECONDS`] after the gate's answer.

mod books;
pub(crate) mod claim;
mod hand_over;
mod write;

use carport_domain::consent::Channel;
use carport_domain::proposals::Balance;
use carport_domain::{CompanyId, MessageId, Timestamp};
use carport_store::messages::{Brake, Stream};
use carport_store::{Result, Store};
use serde::Serialize;
use serde_json::json;

use books::Books;
use hand_over::Counter;

use crate::Outreach;
use crate::post::Post;
use crate::worker::JobEnd;

pub use claim::{Claimed, claim};
pub use hand_over::hand_over;
pub use write::{Written, write};

/// The job that hands a company's approved messages over.
pub const JOB: &str = "marketing.send";
/// Its dedupe key: one at a time for each company.
pub const DEDUPE: &str = "send";

/// Messages claimed by one transaction.
pub const BATCH: i64 = 200;
/// The gate's answer is good for so long; the law of the house says a minute (CON-01), and this leaves room for the
/// hand-over itself.
pub const FRESH_SECONDS: i64 = 45;
/// A claim of which nothing was heard for so long is abandoned. Longer than a mail server may take to answer.
pub const ABANDONED_SECONDS: i64 = 900;
/// Refusals for good in a row, none of them the recipient's fault, after which a company's marketing rests (MAIL-25).
pub const BRAKE_AFTER: i64 = 5;
/// Attempts before a message that is always put off is given up.
const MAX_ATTEMPTS: i64 = 10;

/// What a run of sending did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Sent {
    /// Taken by the mail server.
    pub sent: u64,
    /// Refused for good.
    pub failed: u64,
    /// Kept back by the gate, or too late.
    pub suppressed: u64,
    /// Nobody knows.
    pub uncertain: u64,
    /// Put off.
    pub later: u64,
    /// Found abandoned by an earlier process.
    pub abandoned: u64,
}

impl std::ops::AddAssign for Sent {
    fn add_assign(&mut self, other: Self) {
        self.sent += other.sent;
        self.failed += other.failed;
        self.suppressed += other.suppressed;
        self.uncertain += other.uncertain;
        self.later += other.later;
        self.abandoned += other.abandoned;
    }
}

impl Sent {
    /// Whether anything happened.
    pub fn is_idle(&self) -> bool {
        *self == Self::default()
    }
}

/// Hands over everything of a company that is due, batch after batch, two batches at a time so that one is written while
/// the other travels. Stops when nothing is due, when marketing rests, or when `stop` says so.
pub async fn run(outreach: &Outreach, company: CompanyId, stop: impl Fn() -> bool + Sync) -> Result<Sent> {
    let mut total = Sent {
        abandoned: find_abandoned(&outreach.store, company).await?,
        ..Sent::default()
    };
    let Some(post) = &outreach.post else {
        return Ok(total);
    };
    let (books, keeper) = Books::open(outreach, company);
    let lanes = async move {
        let counter = Counter::open(outreach, post, books);
        let lane = async || -> Result<Sent> {
            let mut sum = Sent::default();
            while !stop() && !counter.is_closed() {
                match batch(outreach, post, company, &counter).await? {
                    Some(done) => sum += done,
                    None => break,
                }
            }
            Ok(sum)
        };
        futures::join!(lane(), lane())
        // The books close with the counter, and their keeper comes to an end.
    };
    let ((one, other), recorded) = futures::join!(lanes, keeper);
    total += recorded?;
    total += one?;
    total += other?;
    Ok(total)
}

/// One batch: claimed, written, handed over. What the claim alone came to; none when nothing is due or marketing rests.
async fn batch(
    outreach: &Outreach,
    post: &Post,
    company: CompanyId,
    counter: &Counter<'_>,
) -> Result<Option<Sent>> {
    let Some((claimed, done)) = claim(outreach, company, Channel::Email, BATCH).await? else {
        return Ok(None);
    };
    if claimed.is_empty() {
        return Ok((!done.is_idle()).then_some(done));
    }
    counter
        .hand_over(write(outreach, post, company, &claimed).await?)
        .await;
    Ok(Some(done))
}

/// Claims left behind by processes that ended: nobody knows whether they left.
pub async fn find_abandoned(store: &Store, company: CompanyId) -> Result<u64> {
    let mut tx = store.begin().await?;
    let before = tx.now().plus_seconds(-ABANDONED_SECONDS);
    let mut shop = tx.company(company).await?;
    let found = shop.abandon_claims(before).await?;
    if found > 0 {
        shop.audit(
            "system",
            "messages.abandoned",
            "messages",
            &json!({ "uncertain": found }),
        )
        .await?;
    }
    tx.commit().await?;
    Ok(found)
}

/// Says what became of a message of which nobody knew, after somebody looked. False when it is not such a one.
pub async fn settle(
    store: &Store,
    company: CompanyId,
    id: MessageId,
    arrived: bool,
    actor: &str,
) -> Result<bool> {
    let mut tx = store.begin().await?;
    let mut shop = tx.company(company).await?;
    let settled = shop.settle_uncertain(id, arrived).await?;
    if settled {
        shop.audit(
            actor,
            "message.settled",
            &format!("message:{id}"),
            &json!({ "arrived": arrived }),
        )
        .await?;
    }
    tx.commit().await?;
    Ok(settled)
}

/// Lets a company's marketing go on, or rest, at somebody's word.
pub async fn pause(store: &Store, company: CompanyId, why: Option<&str>, actor: &str) -> Result<()> {
    let mut tx = store.begin().await?;
    let now = tx.now();
    let mut shop = tx.company(company).await?;
    let brake = Brake {
        failures: 0,
        paused_at: why.map(|_| now),
        reason: why.map(str::to_owned),
    };
    shop.set_brake(&brake, actor).await?;
    let action = if why.is_some() {
        "marketing.paused"
    } else {
        "marketing.resumed"
    };
    shop.audit(actor, action, "marketing", &json!({ "reason": why }))
        .await?;
    tx.commit().await
}

/// The equation over a company's messages (REL-01), for doctor, metrics and the end of every run.
pub async fn balance(store: &Store, company: CompanyId, stream: Stream) -> Result<Balance> {
    let mut tx = store.read().await?;
    let mut shop = tx.company(company).await?;
    shop.balance(stream).await
}

/// The job: sends what is due, then waits for what is due later.
pub async fn job(outreach: &Outreach, company: CompanyId, stop: impl Fn() -> bool + Sync) -> Result<JobEnd> {
    let done = run(outreach, company, &stop).await?;
    let balance = balance(&outreach.store, company, Stream::Marketing).await?;
    if !done.is_idle() {
        tracing::info!(%company, sent = done.sent, failed = done.failed, suppressed = done.suppressed,
            uncertain = done.uncertain, later = done.later, "sending ended");
    }
    if !balance.adds_up() {
        tracing::error!(%company, ?balance, "messages without a state");
    }
    metrics::counter!("carport_messages_sent_total").increment(done.sent);
    metrics::counter!("carport_messages_failed_total").increment(done.failed);
    metrics::counter!("carport_messages_suppressed_total").increment(done.suppressed);
    metrics::counter!("carport_messages_uncertain_total").increment(done.uncertain + done.abandoned);
    if stop() {
        return Ok(JobEnd::Again);
    }
    let mut tx = outreach.store.read().await?;
    let mut shop = tx.company(company).await?;
    if outreach.post.is_none() || shop.brake().await?.paused_at.is_some() {
        return Ok(JobEnd::Done);
    }
    let next: Option<Timestamp> = shop.next_message_at(Channel::Email).await?;
    Ok(next.map_or(JobEnd::Done, JobEnd::Later))
}
