//! The weekly selection: who is due, what the gate says, what is proposed (F159–F162, F171).
//!
//! Reading happens on a connection that does not keep writers waiting; each page of people is decided and then written
//! in one short transaction. Uniqueness by occurrence makes a run safe to repeat and to break off: what is there is not
//! found again.

use std::collections::BTreeMap;

use carport_domain::clock::IsoWeek;
use carport_domain::consent::{Outcome, Stage};
use carport_domain::moments::{Cadence, Definition};
use carport_domain::proposals::{MomentTotals, OutcomeKind};
use carport_domain::{ActionContactId, CompanyId};
use carport_store::action_contacts::{ActionSelection, ActionStatus};
use carport_store::proposals::{NewProposal, ProposedFor};
use carport_store::recipients::Recipient;
use carport_store::selections::{DueQuery, Mark, beginning};
use carport_store::{Result, Store, StoreError};
use serde::Serialize;
use serde_json::json;

use crate::catalogue::{self, Ready};
use crate::gate::{Desk, People};

/// The job that runs an action contact.
pub const ACTION_JOB: &str = "actions.select";
/// People looked at between two writes.
const PAGE: i64 = 1_000;
/// Pages looked at to say what an action contact would come to.
const PREVIEW_PAGES: usize = 20;

/// What a selection is for.
#[derive(Debug, Clone)]
struct Job<'a> {
    moment: &'a Ready,
    definition: Definition,
    week: IsoWeek,
    action: Option<(ActionContactId, ActionSelection)>,
    dry_run: bool,
}

/// What a selection came to, by moment.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Selected {
    /// The week.
    pub week: String,
    /// By moment.
    pub moments: BTreeMap<String, MomentTotals>,
}

/// Selects a company's weekly moments for a week; none for the week that contains today. With `dry_run` nothing is
/// written and the totals are what a run would come to.
pub async fn select_week(
    store: &Store,
    company: CompanyId,
    week: Option<IsoWeek>,
    dry_run: bool,
) -> Result<Selected> {
    let mut tx = store.read().await?;
    let mut shop = tx.company(company).await?;
    let desk = Desk::open(&mut shop).await?;
    let week = week.unwrap_or_else(|| IsoWeek::of(desk.today));
    let moments = catalogue::running(&mut shop, &desk.settings).await?;
    drop(tx);
    let mut selected = Selected {
        week: week.to_string(),
        ..Selected::default()
    };
    for moment in moments.iter().filter(|m| m.definition.cadence == Cadence::Weekly) {
        let definition = moment.definition.clone();
        let job = Job {
            moment,
            definition,
            week,
            action: None,
            dry_run,
        };
        let totals = run(store, company, &job).await?;
        selected.moments.insert(moment.definition.key.clone(), totals);
    }
    Ok(selected)
}

/// Runs an action contact the company decided to run (F160): everybody it is for is proposed in the present week.
///
/// # Errors
/// The action contact is not there, or was declined.
pub async fn select_action(store: &Store, company: CompanyId, id: ActionContactId) -> Result<MomentTotals> {
    let (moment, definition, week, selection) = action(store, company, id, None).await?;
    let job = Job {
        moment: &moment,
        definition,
        week,
        action: Some((id, selection)),
        dry_run: false,
    };
    run(store, company, &job).await
}

/// What running an action contact would come to.
#[derive(Debug, Clone, Default)]
pub struct ActionPreview {
    /// How many it is for, how many would be proposed, and why not the others.
    pub totals: MomentTotals,
    /// Those proposed, by where they would go: a channel, `call_list`, `call_locked`.
    pub goes: BTreeMap<String, u64>,
    /// The first of those proposed.
    pub first: Vec<NewProposal>,
    /// Not everybody was looked at: the numbers are of the first so many.
    pub more: bool,
}

/// What running an action contact would come to, perhaps for other people than it is for now; `shown` of them by name. Looks at
/// a bounded number of people, so that a page can wait for it.
pub async fn preview_action(
    store: &Store,
    company: CompanyId,
    id: ActionContactId,
    selection: Option<&ActionSelection>,
    shown: usize,
) -> Result<ActionPreview> {
    let (moment, definition, week, selection) = action(store, company, id, selection).await?;
    let job = Job {
        moment: &moment,
        definition,
        week,
        action: Some((id, selection)),
        dry_run: true,
    };
    let mut preview = ActionPreview::default();
    let mut next = Some(beginning());
    for _ in 0..PREVIEW_PAGES {
        let Some(mark) = next else { break };
        let (page, after) = decide_page(store, company, &job, mark).await?;
        next = after;
        for decided in page {
            match decided {
                Decided::LeftOut(reason) => preview.totals.leave_out(reason),
                Decided::Proposed(new) => {
                    preview.totals.proposed += 1;
                    let goes = match new.outcome {
                        Outcome::Send { channel } => channel.as_str(),
                        ref other => OutcomeKind::of(other).as_str(),
                    };
                    *preview.goes.entry(goes.to_owned()).or_default() += 1;
                    if preview.first.len() < shown {
                        preview.first.push(*new);
                    }
                }
            }
        }
    }
    preview.more = next.is_some();
    preview.totals.found = preview.totals.proposed + preview.totals.not_proposed.values().sum::<u64>();
    Ok(preview)
}

async fn action(
    store: &Store,
    company: CompanyId,
    id: ActionContactId,
    selection: Option<&ActionSelection>,
) -> Result<(Ready, Definition, IsoWeek, ActionSelection)> {
    let mut tx = store.read().await?;
    let mut shop = tx.company(company).await?;
    let desk = Desk::open(&mut shop).await?;
    let action = shop
        .action_contact(id)
        .await?
        .filter(|a| a.status != ActionStatus::Declined);
    let action = action.ok_or(StoreError::Missing("action contact"))?;
    let moment = catalogue::ready(&mut shop, &desk.settings, &action.moment).await?;
    let moment = moment.ok_or(StoreError::Missing("contact moment"))?;
    let selection = selection.cloned().unwrap_or(action.selection);
    let definition = catalogue::with_selection(moment.definition.clone(), &selection);
    Ok((moment, definition, IsoWeek::of(desk.today), selection))
}

async fn run(store: &Store, company: CompanyId, job: &Job<'_>) -> Result<MomentTotals> {
    let key = job.definition.key.as_str();
    if !job.dry_run {
        let mut tx = store.begin().await?;
        let mut shop = tx.company(company).await?;
        if job.action.is_none() {
            shop.bring_back_postponed(key, job.week).await?;
            expire(&mut shop, job).await?;
        }
        tx.commit().await?;
    }
    let mut totals = MomentTotals::default();
    let mut page = Some(decide_page(store, company, job, beginning()).await?);
    while let Some((decided, mark)) = page {
        // The next page is read and decided while this one is written: they are about different people.
        let next = async {
            match mark {
                Some(mark) => decide_page(store, company, job, mark).await.map(Some),
                None => Ok(None),
            }
        };
        let written = keep(store, company, job, decided, &mut totals);
        (page, ()) = futures::try_join!(next, written)?;
    }
    if job.dry_run {
        totals.found = totals.proposed + totals.not_proposed.values().sum::<u64>();
        return Ok(totals);
    }
    let mut tx = store.begin().await?;
    let mut shop = tx.company(company).await?;
    let totals = shop.save_selection(key, job.week, &totals.not_proposed).await?;
    let detail = json!({ "week": job.week.to_string(), "found": totals.found, "proposed": totals.proposed });
    shop.audit("system", "moment.selected", &format!("moment:{key}"), &detail)
        .await?;
    tx.commit().await?;
    Ok(totals)
}

/// Counts a page, and writes its proposals in a transaction of their own: reading must not wait for writing, nor the other
/// way round.
async fn keep(
    store: &Store,
    company: CompanyId,
    job: &Job<'_>,
    page: Vec<Decided>,
    totals: &mut MomentTotals,
) -> Result<()> {
    let mut new = Vec::with_capacity(page.len());
    for decided in page {
        match decided {
            Decided::Proposed(proposal) => new.push(*proposal),
            Decided::LeftOut(reason) => totals.leave_out(reason),
        }
    }
    if job.dry_run {
        totals.proposed += new.len() as u64;
    } else if !new.is_empty() {
        let mut tx = store.begin().await?;
        let shared = ProposedFor {
            moment: &job.definition.key,
            week: job.week,
            action: job.action.as_ref().map(|(id, _)| *id),
        };
        tx.company(company).await?.add_proposals(shared, &new).await?;
        tx.commit().await?;
    }
    Ok(())
}

/// Proposals of weeks so long ago that their time to decide is over.
async fn expire(shop: &mut carport_store::CompanyTx<'_>, job: &Job<'_>) -> Result<u64> {
    let weeks = i64::from(job.definition.deadline_days.div_ceil(7)).max(1);
    shop.expire_proposals(&job.definition.key, job.week.plus(1 - weeks))
        .await
}

enum Decided {
    Proposed(Box<NewProposal>),
    LeftOut(&'static str),
}

async fn decide_page(
    store: &Store,
    company: CompanyId,
    job: &Job<'_>,
    mark: Mark,
) -> Result<(Vec<Decided>, Option<Mark>)> {
    let mut tx = store.read().await?;
    let mut shop = tx.company(company).await?;
    let mut desk = Desk::open(&mut shop).await?;
    let dates = match &job.action {
        Some(_) => job.definition.trigger.dates_due_on(desk.today),
        None => job.definition.trigger.dates_due_in(job.week),
    };
    let query = DueQuery {
        moment: &job.definition.key,
        trigger: &job.definition.trigger,
        dates,
        today: desk.today,
        spaced_since: desk.now.plus_hours(-24 * i64::from(job.definition.spacing_days)),
        country: &desk.company.country.clone(),
        recent_since: desk.recent_since(),
        action: job.action.as_ref().map(|(id, _)| *id),
        among: job.action.as_ref().map(|(_, selection)| selection),
        limit: PAGE,
    };
    let (recipients, next) = shop.due(&query, mark).await?;
    let people = desk.people(&mut shop, recipients).await?;
    drop(tx);
    let channels = desk.channels(&job.definition, &job.moment.content.content);
    let decided = people
        .recipients
        .iter()
        .map(|person| decide(&desk, &people, person, job, &channels))
        .collect();
    Ok((decided, next))
}

fn decide(
    desk: &Desk,
    people: &People,
    person: &Recipient,
    job: &Job<'_>,
    channels: &[carport_domain::consent::Channel],
) -> Decided {
    let answers = desk.ask(people, person, &job.definition, channels, Stage::Planning);
    if let Outcome::Nothing { reason } = answers.outcome {
        return Decided::LeftOut(reason.as_str());
    }
    let occurrence = match (&job.action, person.due) {
        (Some((action, _)), _) => action.to_string(),
        (None, Some(due)) => due.to_string(),
        (None, None) => String::new(),
    };
    Decided::Proposed(Box::new(NewProposal {
        customer: person.customer,
        vehicle: person.vehicle,
        occurrence,
        due_on: person.due,
        outcome: answers.outcome,
        reason: answers.reason,
        decision: answers.to_json(),
    }))
}
