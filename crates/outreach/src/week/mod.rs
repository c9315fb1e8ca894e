//! The week: what is proposed, what staff decide, and how one proposal will look (F159, B1).

mod approve;
mod approve_all;
mod preview;

use std::collections::BTreeMap;

use carport_domain::clock::IsoWeek;
use carport_domain::consent::Channel;
use carport_domain::proposals::{Decision, MomentTotals, OutcomeKind, ProposalStatus};
use carport_domain::{ActionContactId, CompanyId, ProposalId};
use carport_store::CompanyTx;
use carport_store::Result;
use carport_store::Store;
use carport_store::action_contacts::{ActionSelection, ActionStatus};
use carport_store::jobs::{Lane, NewJob};
use carport_store::proposals::{Counted, Filter, WeekMark, WeekRow};
use serde::Serialize;
use serde_json::json;

pub use approve::{Approved, Missing, Which, approve, expires_at};
pub use approve_all::{APPROVE_JOB, AT_ONCE, approve_all, is_being_approved};
pub use preview::{Preview, PreviewLetter, preview};

use crate::catalogue;
use crate::select;
use crate::worker::SELECT_JOB;

/// Rows on a page.
pub const PAGE: i64 = 50;

/// A page of the week's proposals.
#[derive(Debug, Clone)]
pub struct Page {
    /// The rows.
    pub rows: Vec<WeekRow>,
    /// Where the next page begins; none: this was the last.
    pub next: Option<WeekMark>,
}

/// Where a proposal goes: by a channel, or on the call list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Goes {
    /// What the gate's answers amount to.
    pub outcome: OutcomeKind,
    /// The channel of a message.
    pub channel: Option<Channel>,
}

impl Goes {
    /// Reads the word that [`goes_by`] and [`MomentWeek::by_outcome`] use: a channel's name, or an outcome's.
    pub fn named(word: &str) -> Option<Self> {
        let sent = |channel| Self {
            outcome: OutcomeKind::Send,
            channel: Some(channel),
        };
        let kept = |outcome| Self {
            outcome,
            channel: None,
        };
        let outcome = word.parse::<OutcomeKind>().ok();
        let kept_back = outcome.filter(|outcome| *outcome != OutcomeKind::Send);
        word.parse::<Channel>().ok().map(sent).or(kept_back.map(kept))
    }

    /// The word that [`Goes::named`] reads.
    pub fn word(self) -> &'static str {
        self.channel.map_or(self.outcome.as_str(), Channel::as_str)
    }

    /// Whether a proposal goes this way.
    pub fn is(self, outcome: OutcomeKind, channel: Option<Channel>) -> bool {
        self.outcome == outcome && (outcome != OutcomeKind::Send || self.channel == channel)
    }
}

/// How a moment stands in a week.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct MomentWeek {
    /// What its selection came to; the numbers add up.
    pub selection: MomentTotals,
    /// Proposals that stand in this week now, by state.
    pub by_status: BTreeMap<String, u64>,
    /// The same proposals, by what happens with them: a channel, `call_list`, `call_locked`, `nothing`.
    pub by_outcome: BTreeMap<String, u64>,
    /// Those of them that wait for a decision, by what happens with them.
    pub waiting: BTreeMap<String, u64>,
    /// Selected for this week and moved on to a later one.
    pub moved_on: u64,
    /// Came over from an earlier week.
    pub came_over: u64,
    /// How many stand in this week.
    pub total: u64,
}

impl MomentWeek {
    /// Every number in it is the sum of its parts.
    pub fn adds_up(&self) -> bool {
        self.selection.adds_up()
            && self.total == self.by_status.values().sum::<u64>()
            && self.total == self.by_outcome.values().sum::<u64>()
            && self.selection.proposed + self.came_over == self.total + self.moved_on
    }
}

/// How a week stands, by moment; for customers in some regions, or for the whole company. What a selection found and left out was
/// counted for the whole company, so that whoever sees a part of it (F200) gets the proposals alone.
pub async fn overview(
    tx: &mut CompanyTx<'_>,
    week: IsoWeek,
    regions: Option<&[String]>,
) -> Result<BTreeMap<String, MomentWeek>> {
    let mut moments: BTreeMap<String, MomentWeek> = BTreeMap::new();
    if regions.is_none() {
        for selection in tx.selections(week).await? {
            moments.entry(selection.moment).or_default().selection = selection.totals;
        }
    }
    for (moment, number) in tx.moved_on(week, regions).await? {
        moments.entry(moment).or_default().moved_on = u64::try_from(number).unwrap_or(0);
    }
    for Counted {
        moment,
        status,
        outcome,
        channel,
        number,
    } in tx.week_counts(week, regions).await?
    {
        let number = u64::try_from(number).unwrap_or(0);
        let entry = moments.entry(moment).or_default();
        entry.total += number;
        *entry.by_status.entry(status.as_str().to_owned()).or_default() += number;
        let goes = channel.map_or(outcome.as_str(), |channel| channel.as_str());
        *entry.by_outcome.entry(goes.to_owned()).or_default() += number;
        if status == ProposalStatus::Proposed {
            *entry.waiting.entry(goes.to_owned()).or_default() += number;
        }
    }
    for entry in moments.values_mut() {
        entry.came_over = (entry.total + entry.moved_on).saturating_sub(entry.selection.proposed);
    }
    Ok(moments)
}

/// Queues a week's selection: who has come in since is added, nobody is proposed twice. False when it is queued already.
pub async fn select_again(store: &Store, company: CompanyId, week: IsoWeek, actor: &str) -> Result<bool> {
    let mut tx = store.begin().await?;
    let mut shop = tx.company(company).await?;
    let (run_at, key) = (shop.now(), week.to_string());
    let job = NewJob {
        kind: SELECT_JOB,
        lane: Lane::Urgent,
        run_at,
        dedupe_key: Some(&key),
    };
    let queued = shop.enqueue(job, &json!({ "week": key })).await?;
    if queued {
        shop.audit(actor, "week.selected", &format!("week:{week}"), &json!({}))
            .await?;
    }
    tx.commit().await?;
    Ok(queued)
}

/// Whether a week's selection is queued or being made.
pub async fn is_being_selected(tx: &mut CompanyTx<'_>, week: IsoWeek) -> Result<bool> {
    tx.is_at_work(SELECT_JOB, &week.to_string()).await
}

/// A page of the week.
pub async fn page(
    tx: &mut CompanyTx<'_>,
    week: IsoWeek,
    filter: &Filter<'_>,
    after: Option<WeekMark>,
) -> Result<Page> {
    let mut rows = tx.week_rows(week, filter, after, PAGE + 1).await?;
    let more = i64::try_from(rows.len()).unwrap_or(0) > PAGE;
    rows.truncate(usize::try_from(PAGE).unwrap_or(usize::MAX));
    let next = rows.last().filter(|_| more).map(WeekRow::mark);
    Ok(Page { rows, next })
}

/// Skips or postpones proposals that wait. The number changed.
pub async fn set_aside(
    store: &Store,
    company: CompanyId,
    ids: &[ProposalId],
    decision: Decision,
    actor: &str,
) -> Result<u64> {
    let mut tx = store.begin().await?;
    let mut shop = tx.company(company).await?;
    let changed = match decision {
        Decision::Skip | Decision::Postpone => shop.set_aside(ids, decision, actor).await?,
        Decision::Undo => shop.undo_decisions(ids).await?,
        Decision::Approve => 0,
    };
    if changed > 0 {
        let action = format!("proposals.{decision}");
        shop.audit(
            actor,
            &action,
            &subject(ids),
            &json!({ "asked": ids.len(), "changed": changed }),
        )
        .await?;
    }
    tx.commit().await?;
    Ok(changed)
}

/// Takes decisions back, as long as nothing was handed over and nobody called. The number taken back.
pub async fn undo(store: &Store, company: CompanyId, ids: &[ProposalId], actor: &str) -> Result<u64> {
    set_aside(store, company, ids, Decision::Undo, actor).await
}

/// Skips or postpones every proposal of a moment that waits in a week, or those of them that go one way, in bounded chunks.
pub async fn set_all_aside(
    store: &Store,
    company: CompanyId,
    week: IsoWeek,
    moment: &str,
    going: Option<Goes>,
    decision: Decision,
    actor: &str,
) -> Result<u64> {
    let mut changed = 0;
    loop {
        let mut tx = store.begin().await?;
        let mut shop = tx.company(company).await?;
        let going = going.map(|goes| (goes.outcome, goes.channel));
        let waiting = shop.undecided(week, moment, going, None, 1_000).await?;
        let ids: Vec<ProposalId> = waiting.iter().map(|p| p.id).collect();
        let now = shop.set_aside(&ids, decision, actor).await?;
        if now > 0 {
            let action = format!("proposals.{decision}");
            let detail = json!({ "week": week.to_string(), "changed": now });
            shop.audit(actor, &action, &format!("moment:{moment}"), &detail)
                .await?;
        }
        tx.commit().await?;
        changed += now;
        if now == 0 {
            return Ok(changed);
        }
    }
}

fn subject(ids: &[ProposalId]) -> String {
    match ids {
        [one] => format!("proposal:{one}"),
        many => format!("proposals:{}", many.len()),
    }
}

/// Decides to run an action contact, and queues its selection: its proposals come into the present week (F160). False when it
/// was decided already.
pub async fn begin_action(
    store: &Store,
    company: CompanyId,
    id: ActionContactId,
    actor: &str,
) -> Result<bool> {
    let mut tx = store.begin().await?;
    let mut shop = tx.company(company).await?;
    let decided = shop.decide_action(id, ActionStatus::Activated, actor).await?;
    if decided {
        switch_on_for(&mut shop, id, actor).await?;
        shop.audit(actor, "action.activated", &format!("action:{id}"), &json!({}))
            .await?;
        let (run_at, key) = (shop.now(), id.to_string());
        let job = NewJob {
            kind: select::ACTION_JOB,
            lane: Lane::Urgent,
            run_at,
            dedupe_key: Some(&key),
        };
        shop.enqueue(job, &json!({ "action": id })).await?;
    }
    tx.commit().await?;
    Ok(decided)
}

/// Runs an action contact for the people it is for, perhaps changed (F160): its proposals stand in the present week from then on.
/// None when it was decided already. When the selection is broken off, activating again picks it up.
pub async fn activate_action(
    store: &Store,
    company: CompanyId,
    id: ActionContactId,
    selection: Option<&ActionSelection>,
    actor: &str,
) -> Result<Option<MomentTotals>> {
    let mut tx = store.begin().await?;
    let mut shop = tx.company(company).await?;
    if let Some(selection) = selection {
        shop.set_action_selection(id, selection).await?;
    }
    let decided = shop.decide_action(id, ActionStatus::Activated, actor).await?;
    if decided {
        switch_on_for(&mut shop, id, actor).await?;
        let detail = json!({ "selection": selection });
        shop.audit(actor, "action.activated", &format!("action:{id}"), &detail)
            .await?;
    }
    let running = shop
        .action_contact(id)
        .await?
        .is_some_and(|a| a.status == ActionStatus::Activated);
    tx.commit().await?;
    if !decided && !running {
        return Ok(None);
    }
    select::select_action(store, company, id).await.map(Some)
}

/// Who runs an action contact wants its moment: nothing leaves of a moment that is off.
async fn switch_on_for(shop: &mut CompanyTx<'_>, id: ActionContactId, actor: &str) -> Result<()> {
    if let Some(action) = shop.action_contact(id).await? {
        catalogue::switch(shop, &action.moment, true, actor).await?;
    }
    Ok(())
}

/// What a row's outcome means in the list: the channel, or the outcome itself.
pub fn goes_by(row: &WeekRow) -> &'static str {
    match (row.outcome, row.channel) {
        (OutcomeKind::Send, Some(channel)) => channel.as_str(),
        (outcome, _) => outcome.as_str(),
    }
}
