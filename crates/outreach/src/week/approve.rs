//! Approval: the gate is asked again, the content is pinned, and only what can be written and still goes as shown is let
//! through.

use std::collections::HashMap;

use carport_domain::clock::IsoWeek;
use carport_domain::company::Settings;
use carport_domain::consent::{Channel, Outcome, Stage};
use carport_domain::content::{Part, Variable};
use carport_domain::moments::Definition;
use carport_domain::proposals::OutcomeKind;
use carport_domain::{CompanyId, CustomerId, ProposalId, Timestamp};
use carport_store::companies::Company;
use carport_store::jobs::{Lane, NewJob};
use carport_store::proposals::{Approval, Undecided};
use carport_store::recipients::Recipient;
use carport_store::{Result, StoreError};
use chrono::Days;
use serde::Serialize;
use serde_json::json;

use super::Goes;
use crate::catalogue::{self, Ready};
use crate::gate::{Answers, Desk};
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
    match which {
        Which::These(ids) => {
            for ids in ids.chunks(usize::try_from(PAGE).unwrap_or(500)) {
                let batch = Batch {
                    company,
                    week,
                    moment,
                    actor,
                };
                batch.approve(outreach, Some(ids), None, None, &mut all).await?;
            }
        }
        Which::All | Which::Going(_) => {
            let mut after = None;
            loop {
                let batch = Batch {
                    company,
                    week,
                    moment,
                    actor,
                };
                let going = match which {
                    Which::Going(goes) => Some(goes),
                    _ => None,
                };
                after = batch.approve(outreach, None, going, after, &mut all).await?;
                if after.is_none() {
                    break;
                }
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
    /// One batch; the id after which the next begins.
    async fn approve(
        &self,
        outreach: &Outreach,
        ids: Option<&[ProposalId]>,
        going: Option<Goes>,
        after: Option<ProposalId>,
        all: &mut Approved,
    ) -> Result<Option<ProposalId>> {
        let mut tx = outreach.store.read().await?;
        let mut shop = tx.company(self.company).await?;
        let mut desk = Desk::open(&mut shop).await?;
        let ready = ready(&mut shop, &desk.settings, self.moment).await?;
        let mut waiting: Vec<Undecided> = match ids {
            None => shop.undecided(self.week, self.moment, after, PAGE).await?,
            Some(ids) => {
                let of_week = |p: &carport_store::proposals::Proposal| {
                    p.moment == self.moment
                        && p.week == self.week.to_string()
                        && p.outcome != OutcomeKind::Nothing
                };
                let found = shop.proposals_by_id(ids).await?.into_iter().filter(of_week);
                let waits = carport_domain::proposals::ProposalStatus::Proposed;
                found
                    .filter(|p| p.status == waits)
                    .map(|p| Undecided {
                        id: p.id,
                        customer_id: p.customer_id,
                        vehicle_id: p.vehicle_id,
                        outcome: p.outcome,
                        channel: p.channel,
                    })
                    .collect()
            }
        };
        let Some(last) = waiting.last().map(|p| p.id) else {
            return Ok(None);
        };
        let full = i64::try_from(waiting.len()).unwrap_or(0) == PAGE;
        let next = (ids.is_none() && full).then_some(last);
        waiting.retain(|p| going.is_none_or(|goes| goes.is(p.outcome, p.channel)));
        if waiting.is_empty() {
            return Ok(next);
        }
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
        let mut changed: Vec<(ProposalId, Answers)> = Vec::new();
        for (proposal, pair) in waiting.iter().zip(&who) {
            let Some(person) = by_pair.get(pair) else { continue };
            let answers = desk.ask(&people, person, &ready.definition, &channels, Stage::Planning);
            let channel = match answers.outcome {
                Outcome::Send { channel } => Some(channel),
                _ => None,
            };
            if OutcomeKind::of(&answers.outcome) != proposal.outcome || channel != proposal.channel {
                changed.push((proposal.id, answers));
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
        self.write(outreach, &desk, &ready, go, &changed, all).await?;
        Ok(next)
    }

    async fn write(
        &self,
        outreach: &Outreach,
        desk: &Desk,
        ready: &Ready,
        go: HashMap<ProposalId, (CustomerId, Outcome, &'static str)>,
        changed: &[(ProposalId, Answers)],
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
        for (id, answers) in changed {
            shop.renew_proposal(*id, &answers.outcome, answers.reason, &answers.to_json())
                .await?;
        }
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
