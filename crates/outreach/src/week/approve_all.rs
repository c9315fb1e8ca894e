//! Approving all of a moment that wait: at once, or by a job where they are more than a browser should wait for.

use carport_domain::CompanyId;
use carport_domain::clock::IsoWeek;
use carport_store::jobs::{Lane, NewJob};
use carport_store::{CompanyTx, Result};
use serde_json::json;

use super::{Approved, Goes, Which, approve, overview};
use crate::Outreach;

/// The job.
pub const APPROVE_JOB: &str = "week.approve";
/// So many at most are approved while somebody waits; a proposal takes a quarter of a millisecond.
pub const AT_ONCE: u64 = 1_000;

/// Approves all of a moment that wait in a week, or all that go one way. None: they are more than `at_once`, and a job does it.
///
/// # Errors
/// The moment is not there.
pub async fn approve_all(
    outreach: &Outreach,
    company: CompanyId,
    week: IsoWeek,
    moment: &str,
    going: Option<Goes>,
    at_once: u64,
    actor: &str,
) -> Result<Option<Approved>> {
    let mut tx = outreach.store.read().await?;
    let overview = overview(&mut tx.company(company).await?, week, None).await?;
    drop(tx);
    let word = going.map_or("", Goes::word);
    let ways = overview.get(moment).map(|m| &m.waiting).into_iter().flatten();
    let waiting: u64 = ways
        .filter(|(way, _)| going.is_none() || way.as_str() == word)
        .map(|(_, number)| number)
        .sum();
    if waiting <= at_once {
        let which = going.map_or(Which::All, Which::Going);
        let approved = approve(outreach, company, week, moment, which, actor).await?;
        return Ok(Some(approved));
    }
    let mut tx = outreach.store.begin().await?;
    let mut shop = tx.company(company).await?;
    let run_at = shop.now();
    let job = NewJob {
        kind: APPROVE_JOB,
        lane: Lane::Urgent,
        run_at,
        dedupe_key: Some(&format!("{}{word}", of_moment(week, moment))),
    };
    let order = json!({ "week": week.to_string(), "moment": moment, "by": word, "actor": actor });
    shop.enqueue(job, &order).await?;
    tx.commit().await?;
    Ok(None)
}

/// Whether a moment's proposals are queued for approval, or being approved.
pub async fn is_being_approved(tx: &mut CompanyTx<'_>, week: IsoWeek, moment: &str) -> Result<bool> {
    tx.is_at_work(APPROVE_JOB, &of_moment(week, moment)).await
}

/// How the dedupe keys of a moment's approvals begin; the way they go follows.
fn of_moment(week: IsoWeek, moment: &str) -> String {
    format!("{week}/{moment}/")
}
