//! What came of the contact moments: proposed, approved, sent, kept back and why (F193).

use std::collections::BTreeMap;

use carport_domain::proposals::Balance;
use carport_domain::{CompanyId, Timestamp};
use carport_store::messages::MessageStatus;
use carport_store::{Result, Store};
use serde::Serialize;

/// What came of one moment.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct MomentResult {
    /// Proposals, by what became of them.
    pub proposals: BTreeMap<String, u64>,
    /// Proposals there were.
    pub proposed: u64,
    /// Proposals staff said yes to.
    pub approved: u64,
    /// The equation over its messages.
    pub messages: Balance,
    /// Messages that did not go out, by reason.
    pub kept_back: BTreeMap<String, u64>,
    /// Messages that failed, by reason.
    pub failed: BTreeMap<String, u64>,
    /// Messages sent, by channel.
    pub sent_by_channel: BTreeMap<String, u64>,
    /// Entries on the call list, by outcome; those without one by their state.
    pub calls: BTreeMap<String, u64>,
}

/// What came of a company's moments since an instant, by moment; for customers in some regions or all (F200).
pub async fn results(
    store: &Store,
    company: CompanyId,
    since: Timestamp,
    regions: Option<&[String]>,
) -> Result<BTreeMap<String, MomentResult>> {
    let mut tx = store.read().await?;
    let mut shop = tx.company(company).await?;
    let mut all: BTreeMap<String, MomentResult> = BTreeMap::new();
    let n = |number: i64| u64::try_from(number).unwrap_or(0);
    for (moment, status, number) in shop.proposal_results(since, regions).await? {
        let result = all.entry(moment).or_default();
        result.proposed += n(number);
        if matches!(status.as_str(), "approved" | "done") {
            result.approved += n(number);
        }
        *result.proposals.entry(status).or_default() += n(number);
    }
    for tally in shop.tallies(since, regions).await? {
        let result = all.entry(tally.kind).or_default();
        let number = n(tally.number);
        result.messages.planned += number;
        let reason = tally.reason.unwrap_or_default();
        match tally.status {
            MessageStatus::Pending | MessageStatus::HandingOver => result.messages.pending += number,
            MessageStatus::Sent => {
                result.messages.sent += number;
                *result
                    .sent_by_channel
                    .entry(tally.channel.as_str().to_owned())
                    .or_default() += number;
            }
            MessageStatus::Failed => {
                result.messages.failed += number;
                *result.failed.entry(reason).or_default() += number;
            }
            MessageStatus::Suppressed => {
                result.messages.suppressed += number;
                *result.kept_back.entry(reason).or_default() += number;
            }
            MessageStatus::Uncertain => result.messages.uncertain += number,
        }
    }
    for (moment, word, number) in shop.call_results(since, regions).await? {
        *all.entry(moment).or_default().calls.entry(word).or_default() += n(number);
    }
    Ok(all)
}
