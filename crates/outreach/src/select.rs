//! The weekly selection: who is due, what the gate says, what is proposed (F159–F162, F171).
//!
//! Reading happens on a connection that does not keep writers waiting; each page of people is decided and then written
//! in one short transaction. Uniqueness by occurrence makes a run safe to repeat and to break off: what is there is not
//! found again.

use std::collections::BTreeMap;

use carport_domain::clock::IsoWeek;
use carport_domain::consent::{Channel, Outcome, Stage};
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
use tokio::sync::mpsc;

use crate::catalogue::{self, Ready};
use crate::gate::{Desk, People};

/// The job that runs an action contact.
pub const ACTION_JOB: &str = "actions.select";
/// People looked at between two writes.
const PAGE: i64 = 500;
/// Pages looked at to say what an action contact would come to.
const PREVIEW_PAGES: usize = 40;

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
        let (page, after) = read_page(store, company, &job, mark).await?;
        next = after;
        for decided in decide_page(page).await? {
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
    if !job.dry_run && job.action.is_none() {
        tidy(store, company, job).await?;
    }
    let mut totals = MomentTotals::default();
    // One page is read while the one before it is decided and the one before that is written: they are about different people.
    let (read, mut to_decide) = mpsc::channel(1);
    let (decided, mut to_keep) = mpsc::channel(1);
    let reading = async move {
        let mut next = Some(beginning());
        while let Some(mark) = next {
            let (page, after) = read_page(store, company, job, mark).await?;
            next = after;
            if read.send(page).await.is_err() {
                break;
            }
        }
        Ok(())
    };
    let deciding = async move {
        while let Some(page) = to_decide.recv().await {
            if decided.send(decide_page(page).await?).await.is_err() {
                break;
            }
        }
        Ok(())
    };
    let keeping = async {
        while let Some(page) = to_keep.recv().await {
            keep(store, company, job, page, &mut totals).await?;
        }
        Ok::<_, StoreError>(())
    };
    futures::try_join!(reading, deciding, keeping)?;
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
        // Lost pages are found again; what is saved at the end is on the disk, and so are they then.
        let mut tx = store.begin_light().await?;
        let mut shop = tx.company(company).await?;
        let shared = ProposedFor {
            moment: &job.definition.key,
            week: job.week,
            action: job.action.as_ref().map(|(id, _)| *id),
        };
        let added = shop.add_proposals(shared, &new).await?;
        shop.count_selected(shared.moment, shared.week, added).await?;
        tx.commit().await?;
    }
    Ok(())
}

/// Brings in what was postponed, and ends what nobody decided on before the moment's time was over: in chunks, so that nobody
/// else waits long for the writer.
async fn tidy(store: &Store, company: CompanyId, job: &Job<'_>) -> Result<()> {
    let key = job.definition.key.as_str();
    let weeks = i64::from(job.definition.deadline_days.div_ceil(7)).max(1);
    loop {
        let mut tx = store.begin().await?;
        let mut shop = tx.company(company).await?;
        let changed = shop.bring_back_postponed(key, job.week, PAGE).await?
            + shop.expire_proposals(key, job.week.plus(1 - weeks), PAGE).await?;
        tx.commit().await?;
        if changed == 0 {
            return Ok(());
        }
    }
}

enum Decided {
    Proposed(Box<NewProposal>),
    LeftOut(&'static str),
}

/// People who are due, with all that the gate asks about them.
struct Page {
    desk: Desk,
    people: People,
    channels: Vec<Channel>,
    definition: Definition,
    action: Option<ActionContactId>,
}

async fn read_page(
    store: &Store,
    company: CompanyId,
    job: &Job<'_>,
    mark: Mark,
) -> Result<(Page, Option<Mark>)> {
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
    let page = Page {
        channels: desk.channels(&job.definition, &job.moment.content.content),
        definition: job.definition.clone(),
        action: job.action.as_ref().map(|(id, _)| *id),
        desk,
        people,
    };
    Ok((page, next))
}

/// Asks the gate about a page of people, on a thread for busy work.
async fn decide_page(page: Page) -> Result<Vec<Decided>> {
    let work = move || {
        let people = &page.people.recipients;
        people.iter().map(|person| page.decide(person)).collect()
    };
    tokio::task::spawn_blocking(work)
        .await
        .map_err(|e| StoreError::Inconsistent(format!("deciding broke off: {e}")))
}

impl Page {
    fn decide(&self, person: &Recipient) -> Decided {
        let answers = self.desk.ask(
            &self.people,
            person,
            &self.definition,
            &self.channels,
            Stage::Planning,
        );
        if let Outcome::Nothing { reason } = answers.outcome {
            return Decided::LeftOut(reason.as_str());
        }
        let occurrence = match (self.action, person.due) {
            (Some(action), _) => action.to_string(),
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
}
