//! What is said, to whom, when and by which channel: the weekly selection, the week's proposals, sending, letters, calls.

pub mod accounts;
pub mod calls;
pub mod catalogue;
pub mod compose;
pub mod explain;
pub mod gate;
pub mod letterhead;
pub mod letters;
pub mod links;
pub mod mail;
pub mod post;
pub mod proof;
pub mod results;
pub mod select;
pub mod send;
pub mod service;
pub mod trial;
pub mod week;
pub mod worker;

use std::sync::Arc;

use carport_domain::Timestamp;
use carport_domain::urls::BaseUrl;
use carport_store::Store;

use compose::Composer;
use post::Post;

/// What outreach works with, one for the whole process.
#[derive(Debug, Clone)]
pub struct Outreach {
    /// The store.
    pub store: Store,
    /// The installation's own address, for links in messages.
    pub base: BaseUrl,
    /// Writes mails.
    pub composer: Arc<Composer>,
    /// The mail room; without one, mail waits.
    pub post: Option<Post>,
}

impl Outreach {
    /// With a mail room, or without.
    pub fn new(store: Store, base: BaseUrl, post: Option<Post>) -> Self {
        Self {
            store,
            base,
            composer: Arc::new(Composer::default()),
            post,
        }
    }
}

/// When to try again after so many attempts: `first` seconds later, then twice as long each time, at most `most`.
pub(crate) fn backoff(now: Timestamp, attempts: i64, first: i64, most: i64) -> Timestamp {
    let doublings = u32::try_from(attempts.clamp(0, 20)).unwrap_or(20);
    now.plus_seconds(first.saturating_mul(1_i64 << doublings).min(most))
}
