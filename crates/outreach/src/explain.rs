//! «Why does this customer get this, or not?» — the same data for the office and for `carport explain` (CON-13, B1).

use carport_domain::clock::IsoWeek;
use carport_domain::consent::{Channel, Explanation, Outcome, Stage};
use carport_domain::moments::{Trigger, VehicleDate};
use carport_domain::proposals::{OutcomeKind, ProposalStatus};
use carport_domain::{CompanyId, CustomerId, ProposalId, Texts, Timestamp, VehicleId};
use carport_store::recipients::Recipient;
use carport_store::{CompanyTx, Result, Store, StoreError};
use chrono::NaiveDate;
use serde::Serialize;

use crate::catalogue;
use crate::gate::Desk;
use crate::letterhead::known_as;

/// Everything there is to say about one customer and one moment.
#[derive(Debug, Clone, Serialize)]
pub struct WhyOrWhyNot {
    /// The customer as staff know them.
    pub customer: String,
    /// The customer's id.
    pub customer_id: CustomerId,
    /// The moment's key.
    pub moment: String,
    /// Whether the company has it switched on.
    pub enabled: bool,
    /// The day asked about.
    pub on: NaiveDate,
    /// The instant the answer holds for.
    pub at: Timestamp,
    /// For each car, or once where the moment is about none.
    pub cases: Vec<Case>,
    /// What was proposed to them under this moment before, the newest first.
    pub proposals: Vec<Earlier>,
}

/// The answer for one car, or for the customer.
#[derive(Debug, Clone, Serialize)]
pub struct Case {
    /// The car.
    pub vehicle: Option<VehicleId>,
    /// The date the moment goes by.
    pub date: Option<NaiveDate>,
    /// The first and last day on which it is proposed for that date.
    pub proposed_between: Option<(NaiveDate, NaiveDate)>,
    /// Whether it is due in the week asked about.
    pub due: bool,
    /// What would happen if it is due.
    pub outcome: OutcomeKind,
    /// By which channel.
    pub channel: Option<Channel>,
    /// Why this channel, or why none: a stable code.
    pub reason: &'static str,
    /// The gate's decision for every channel, with rule, evidence and dates.
    pub channels: Vec<Explanation>,
}

impl Case {
    /// What would happen, in one sentence.
    pub fn outcome_text(&self, t: &Texts) -> String {
        match (self.outcome, self.channel) {
            (OutcomeKind::Send, Some(channel)) => t.choice("consent-outcome-send", channel.as_str()),
            (OutcomeKind::CallList, _) | (OutcomeKind::Send, None) => t.get("consent-outcome-call"),
            (OutcomeKind::CallLocked, _) => {
                let phone = self.channels.iter().find(|e| e.channel == Channel::Phone);
                let why = phone.map(|e| e.sentence(t)).unwrap_or_default();
                t.with("consent-outcome-call-locked", &[("reason", why.into())])
            }
            (OutcomeKind::Nothing, _) => {
                let code = self.reason.replace('_', "-");
                let denied = format!("consent-deny-{code}");
                let key = if Texts::has(&denied) {
                    denied
                } else {
                    format!("consent-hold-{code}")
                };
                t.with("consent-outcome-nothing", &[("reason", t.get(&key).into())])
            }
        }
    }
}

/// An earlier proposal.
#[derive(Debug, Clone, Serialize)]
pub struct Earlier {
    /// Its id.
    pub id: ProposalId,
    /// In which week it stands.
    pub week: String,
    /// About which car.
    pub vehicle: Option<VehicleId>,
    /// What became of it.
    pub status: ProposalStatus,
    /// What the gate said then.
    pub outcome: OutcomeKind,
    /// By which channel.
    pub channel: Option<Channel>,
    /// Why.
    pub reason: String,
}

/// Explains. Works for moments that are off and for customers who are not due, and says so. `on` is a day in the company's
/// zone; the present by default.
///
/// # Errors
/// There is no such customer or moment.
pub async fn explain(
    store: &Store,
    company: CompanyId,
    customer: CustomerId,
    moment: &str,
    on: Option<NaiveDate>,
) -> Result<WhyOrWhyNot> {
    let mut tx = store.read().await?;
    let mut shop = tx.company(company).await?;
    let mut desk = Desk::open(&mut shop).await?;
    if let Some(day) = on.filter(|day| *day != desk.today) {
        // Noon of that day: inside every calling window there is, and far from midnight.
        desk.today = day;
        desk.now = Timestamp::start_of(day, desk.company.time_zone).plus_hours(12);
    }
    let ready = match catalogue::ready(&mut shop, &desk.settings, moment).await? {
        Some(ready) => ready,
        None => return Err(StoreError::Missing("contact moment")),
    };
    let cars = cars(&mut shop, customer, &ready.definition.trigger).await?;
    let who: Vec<_> = match &cars {
        Some(cars) => cars
            .iter()
            .map(|(vehicle, _)| (customer, Some(*vehicle)))
            .collect(),
        None => vec![(customer, None)],
    };
    let people = desk.look_up(&mut shop, &who).await?;
    let known = shop
        .addressees(&[(customer, None)])
        .await?
        .pop()
        .ok_or(StoreError::Missing("customer"))?;
    let file = shop
        .customer(customer)
        .await?
        .ok_or(StoreError::Missing("customer"))?;
    let channels = desk.channels(&ready.definition, &ready.content.content);
    let week = IsoWeek::of(desk.today);
    let case = |person: &Recipient| {
        let date = match (&ready.definition.trigger, &cars) {
            (Trigger::Ahead { .. }, Some(cars)) => cars
                .iter()
                .find(|(vehicle, _)| Some(*vehicle) == person.vehicle)
                .and_then(|(_, date)| *date),
            (Trigger::After { date, .. } | Trigger::Within { date, .. }, _) => {
                use carport_domain::moments::CustomerDate;
                match date {
                    CustomerDate::FirstWorkshop => file.first_workshop_on,
                    CustomerDate::LastVisit => file.last_visit_on,
                    CustomerDate::LastInvoice => file.last_invoice_on,
                }
            }
            _ => None,
        };
        let days = date.map(|date| ready.definition.trigger.days_for(date));
        let due = days
            .as_ref()
            .is_some_and(|d| *d.start() <= week.sunday() && *d.end() >= week.monday());
        let answers = desk.ask(&people, person, &ready.definition, &channels, Stage::Planning);
        Case {
            vehicle: person.vehicle,
            date,
            proposed_between: days.map(|d| (*d.start(), *d.end())),
            due,
            outcome: OutcomeKind::of(&answers.outcome),
            channel: match answers.outcome {
                Outcome::Send { channel } => Some(channel),
                _ => None,
            },
            reason: answers.reason,
            channels: answers
                .channels
                .into_iter()
                .map(|a| Explanation::of(a.decision))
                .collect(),
        }
    };
    let cases = people.recipients.iter().map(case).collect();
    let proposals = shop
        .proposals_of(customer, 100)
        .await?
        .into_iter()
        .filter(|p| p.moment == moment);
    Ok(WhyOrWhyNot {
        customer: known_as(&known),
        customer_id: customer,
        moment: moment.to_owned(),
        enabled: ready.enabled,
        on: desk.today,
        at: desk.now,
        cases,
        proposals: proposals
            .map(|p| Earlier {
                id: p.id,
                vehicle: p.vehicle(),
                week: p.week,
                status: p.status,
                outcome: p.outcome,
                channel: p.channel,
                reason: p.reason,
            })
            .collect(),
    })
}

/// The customer's cars with the date the moment goes by; none where the moment is about no car.
async fn cars(
    shop: &mut CompanyTx<'_>,
    customer: CustomerId,
    trigger: &Trigger,
) -> Result<Option<Vec<(VehicleId, Option<NaiveDate>)>>> {
    let Trigger::Ahead { date, .. } = trigger else {
        return Ok(None);
    };
    let due = |car: &carport_store::customers::Vehicle| match date {
        VehicleDate::InspectionDue => car.inspection_due,
        VehicleDate::MaintenanceDue => car.maintenance_due,
    };
    Ok(Some(
        shop.vehicles_of(customer)
            .await?
            .iter()
            .map(|car| (car.id, due(car)))
            .collect(),
    ))
}
