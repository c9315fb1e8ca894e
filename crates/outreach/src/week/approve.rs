//! Approval: the gate is asked again, the content is pinned, and only what can be written and still goes as shown is let
//! through.

use std::collections::HashMap;

use carport_domain::clock::IsoWeek;
use carport_domain::company::Settings;
use carport_domain::consent::{Channel, Outcome, Stage};
use carport_domain::content::{Part, Variable};
use carport_domain::moments::Definition;
use carport_domain::proposals::{OutcomeKind, ProposalStatus};
use carport_domain::{CompanyId, CustomerId, ProposalId, Timestamp};
use carport_store::companies::Company;
use carport_store::jobs::{Lane, NewJob};
use carport_store::proposals::{Approval, Proposal, Renewed, Undecided, WeekMark};
use carport_store::recipients::Recipient;
use carport_store::{Result, Store, StoreError};
use chrono::Days;
use serde::Serialize;
use serde_json::json;

use super::Goes;
use crate::catalogue::{self, Ready};
use crate::gate::Desk;
use crate::letterhead::{Letterhead, known_as};
use crate::{Outreach, send};

/// Proposals approved by one transaction.
const PAGE: i64 = 500;

/// Which proposals.
#[derive(Debug, Clone, Copy)]
pub enum Which<'a> {
    /// Every one of the moment that waits in the week.
    All,
    /// Every one of them that goes this way.
    Going(Goes),
    /// These.
    These(&'a [ProposalId]),
}

/// A message that cannot be written, because something it must say is not known (F164).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Missing {
    /// The proposal.
    pub proposal: ProposalId,
    /// The customer as staff know them: number and name.
    pub customer: String,
    /// What is not known.
    pub variables: Vec<Variable>,
}

/// What an approval came to.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Approved {
    /// Approved.
    pub approved: u64,
    /// The gate's answer is another than the one shown: they wait with the new one.
    pub changed: u64,
    /// Cannot be written; they wait.
    pub missing: Vec<Missing>,
}

/// Until when a message of a week may go out: the end of the moment's last day, where the company is.
pub fn expires_at(company: &Company, definition: &Definition, week: IsoWeek) -> Timestamp {
    let last = week
        .monday()
        .checked_add_days(Days::new(definition.deadline_days.into()));
    Timestamp::start_of(last.unwrap_or(chrono::NaiveDate::MAX), company.time_zone)
}

/// Approves proposals of one moment in one week, in bounded batches.
///
/// # Errors
/// The moment is not there.
pub async fn approve(
    outreach: &Outreach,
    company: CompanyId,
    week: IsoWeek,
    moment: &str,
    which: Which<'_>,
    actor: &str,
) -> Result<Approved> {
    let mut all = Approved::default();
    let batch = Batch {
        company,
        week,
        moment,
        actor,
    };
    match which {
        Which::These(ids) => {
            for ids in ids.chunks(usize::try_from(PAGE).unwrap_or(500)) {
                let waiting = batch.these(&outreach.store, ids).await?;
                batch.approve(outreach, waiting, &mut all).await?;
            }
        }
        Which::All | Which::Going(_) => {
            let going = match which {
                Which::Going(goes) => Some(goes),
                _ => None,
            };
            let mut after = None;
            loop {
                let waiting = batch.next(&outreach.store, going, after).await?;
                after = waiting.last().map(Undecided::mark);
                if after.is_none() {
                    break;
                }
                batch.approve(outreach, waiting, &mut all).await?;
            }
        }
    }
    Ok(all)
}

struct Batch<'a> {
    company: CompanyId,
    week: IsoWeek,
    moment: &'a str,
    actor: &'a str,
}

impl Batch<'_> {
    /// Those of the given proposals that wait.
    async fn these(&self, store: &Store, ids: &[ProposalId]) -> Result<Vec<Undecided>> {
        let mut tx = store.read().await?;
        let week = self.week.to_string();
        let waits =
            |p: &Proposal| p.moment == self.moment && p.week == week && p.status == ProposalStatus::Proposed;
        let found = tx.company(self.company).await?.proposals_by_id(ids).await?;
        Ok(found
            .into_iter()
            .filter(waits)
            .map(|p| Undecided {
                id: p.id,
                customer_id: p.customer_id,
                vehicle_id: p.vehicle_id,
                outcome: p.outcome,
                channel: p.channel,
                due_on: p.due_on,
            })
            .collect())
    }

    /// The next of those that wait.
    async fn next(
        &self,
        store: &Store,
        going: Option<Goes>,
        after: Option<WeekMark>,
    ) -> Result<Vec<Undecided>> {
        let mut tx = store.read().await?;
        let mut shop = tx.company(self.company).await?;
        let going = going.map(|goes| (goes.outcome, goes.channel));
        shop.undecided(self.week, self.moment, going, after, PAGE).await
    }

    /// Approves those of a batch that may go as they are shown.
    async fn approve(
        &self,
        outreach: &Outreach,
        mut waiting: Vec<Undecided>,
        all: &mut Approved,
    ) -> Result<()> {
        waiting.retain(|p| p.outcome != OutcomeKind::Nothing);
        if waiting.is_empty() {
            return Ok(());
        }
        let mut tx = outreach.store.read().await?;
        let mut shop = tx.company(self.company).await?;
        let mut desk = Desk::open(&mut shop).await?;
        let ready = ready(&mut shop, &desk.settings, self.moment).await?;
        let who: Vec<_> = waiting
            .iter()
            .map(|p| (p.customer_id, (!p.vehicle_id.0.is_nil()).then_some(p.vehicle_id)))
            .collect();
        let people = desk.look_up(&mut shop, &who).await?;
        let letterhead = Letterhead::load(&mut shop, &outreach.base).await?;
        let addressees = shop.addressees(&who).await?;
        let channels = desk.channels(&ready.definition, &ready.content.content);
        drop(tx);

        let by_pair: HashMap<_, &Recipient> = people
            .recipients
            .iter()
            .map(|r| ((r.customer, r.vehicle), r))
            .collect();
        let words: HashMap<_, _> = addressees
            .iter()
            .map(|a| ((a.customer_id, a.vehicle_id), a))
            .collect();
        let mut go: HashMap<ProposalId, (CustomerId, Outcome, &'static str)> = HashMap::new();
        let mut changed: Vec<Renewed> = Vec::new();
        for (proposal, pair) in waiting.iter().zip(&who) {
            let Some(person) = by_pair.get(pair) else { continue };
            let answers = desk.ask(&people, person, &ready.definition, &channels, Stage::Planning);
            let channel = match answers.outcome {
                Outcome::Send { channel } => Some(channel),
                _ => None,
            };
            if OutcomeKind::of(&answers.outcome) != proposal.outcome || channel != proposal.channel {
                changed.push(Renewed {
                    id: proposal.id,
                    outcome: answers.outcome,
                    reason: answers.reason,
                    decision: answers.to_json(),
                });
                continue;
            }
            if let Some(addressee) = words.get(&(proposal.customer_id, proposal.vehicle_id)) {
                let language = letterhead.language(addressee);
                let values = letterhead.values(addressee, language, "https://voorbeeld.example/");
                let known_as = known_as(addressee);
                let wording = ready
                    .content
                    .content
                    .wording(language, letterhead.company.default_language);
                let check = wording.map(|(_, w)| w.ensure_known(part(channel), &values, &known_as));
                if let Some(Err(missing)) = check {
                    all.missing.push(Missing {
                        proposal: proposal.id,
                        customer: missing.customer,
                        variables: missing.variables.into_iter().collect(),
                    });
                    continue;
                }
            }
            go.insert(
                proposal.id,
                (proposal.customer_id, answers.outcome, answers.reason),
            );
        }
        self.write(outreach, &desk, &ready, go, &changed, all).await
    }

    async fn write(
        &self,
        outreach: &Outreach,
        desk: &Desk,
        ready: &Ready,
        go: HashMap<ProposalId, (CustomerId, Outcome, &'static str)>,
        changed: &[Renewed],
        all: &mut Approved,
    ) -> Result<()> {
        let mut tx = outreach.store.begin().await?;
        let mut shop = tx.company(self.company).await?;
        let approval = Approval {
            moment: self.moment,
            content: ready.content.id,
            expires_at: expires_at(&desk.company, &ready.definition, self.week),
            priority: ready.definition.priority,
            actor: self.actor,
        };
        let approved = shop.approve(&approval, &go).await?;
        shop.renew_proposals(changed).await?;
        if approved > 0 {
            let detail = json!({
                "week": self.week.to_string(), "approved": approved, "changed": changed.len(), "content": ready.content.id,
            });
            shop.audit(
                self.actor,
                "proposals.approve",
                &format!("moment:{}", self.moment),
                &detail,
            )
            .await?;
            let run_at = shop.now();
            let job = NewJob {
                kind: send::JOB,
                lane: Lane::Marketing,
                run_at,
                dedupe_key: Some(send::DEDUPE),
            };
            shop.enqueue(job, &json!({})).await?;
        }
        tx.commit().await?;
        all.approved += approved;
        all.changed += changed.len() as u64;
        Ok(())
    }
}

/// The part of a wording a channel needs.
pub(super) const fn part(channel: Option<Channel>) -> Part {
    match channel {
        Some(Channel::Email | Channel::Push) => Part::Email,
        Some(Channel::Letter) => Part::Letter,
        Some(Channel::Sms) => Part::Sms,
        Some(Channel::Phone) | None => Part::Script,
    }
}

pub(super) async fn ready(
    tx: &mut carport_store::CompanyTx<'_>,
    settings: &Settings,
    key: &str,
) -> Result<Ready> {
    catalogue::ready(tx, settings, key)
        .await?
        .ok_or(StoreError::Missing("contact moment"))
}
