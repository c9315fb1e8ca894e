//! The call list (F166, CON-17, CON-22): who may be called is decided again whenever somebody opens an entry, and only
//! then a number is shown.

use carport_domain::consent::event::{ConsentEvent, Draft};
use carport_domain::consent::statement::{Action, Actor, Method, Scope};
use carport_domain::consent::{Channel, Explanation, Stage};
use carport_domain::{CallId, CompanyId, FieldError, StaffId, Timestamp};
use carport_store::calls::{Attempt, CallAttempt, CallOutcome, CallRow, CallState};
use carport_store::{CompanyTx, Result, StoreError};
use serde_json::json;

use crate::Outreach;
use crate::catalogue;
use crate::compose::{Message, RenderedCallScript};
use crate::gate::{Answer, Desk};
use crate::letterhead::{Letterhead, known_as};
use crate::links;

/// An export is of no use after so many hours (CON-22).
pub const EXPORT_HOURS: i64 = 24;
/// The most rows in one export.
const EXPORT_MOST: i64 = 5_000;

/// An entry as somebody who is about to call sees it.
#[derive(Debug, Clone)]
pub struct OpenCall {
    /// The entry.
    pub call: CallRow,
    /// The customer as staff know them.
    pub customer: String,
    /// What was tried before.
    pub attempts: Vec<CallAttempt>,
    /// The gate's answer for the telephone, this moment.
    pub why: Explanation,
    /// The moment was switched off since; nobody is called about it, whatever the gate says.
    pub is_off: bool,
    /// The number, in E.164; only when the gate lets the call go this moment.
    pub number: Option<String>,
    /// What to say; only then, too.
    pub script: Option<RenderedCallScript>,
}

/// What recording a call came to.
#[derive(Debug, Clone, PartialEq)]
pub enum Recorded {
    /// It is noted.
    Done,
    /// The entry is locked, has ended, or a colleague has it.
    NotOpen,
    /// A field is missing or wrong: its name and what to do.
    Wrong(&'static str, FieldError),
}

/// Opens an entry: asks the gate, locks or unlocks the entry accordingly, and shows the number only if it may be called.
///
/// # Errors
/// There is no such entry.
pub async fn open(outreach: &Outreach, company: CompanyId, id: CallId) -> Result<OpenCall> {
    let mut tx = outreach.store.begin().await?;
    let mut shop = tx.company(company).await?;
    let mut call = shop.call(id).await?.ok_or(StoreError::Missing("call"))?;
    let mut desk = Desk::open(&mut shop).await?;
    let ready = catalogue::ready(&mut shop, &desk.settings, &call.moment).await?;
    let ready = ready.ok_or(StoreError::Missing("contact moment"))?;
    let vehicle = (!call.vehicle_id.0.is_nil()).then_some(call.vehicle_id);
    let answer = answer(&mut shop, &mut desk, &call, &ready.definition).await?;
    let obstacle = answer.decision.obstacle();
    let is_off = !ready.enabled;
    // Quiet hours pass; they are no lock.
    let lock = obstacle
        .filter(|o| !matches!(o, carport_domain::consent::Obstacle::Denied(why) if why.is_temporary()))
        .map(|o| o.as_str())
        .or(is_off.then_some(catalogue::MOMENT_OFF));
    if call.state != CallState::Done {
        shop.lock_call(id, lock).await?;
        call = shop.call(id).await?.ok_or(StoreError::Missing("call"))?;
    }
    let may_call =
        obstacle.is_none() && !is_off && matches!(call.state, CallState::Open | CallState::CallBack);
    let who = [(call.customer_id, vehicle)];
    let addressee = shop
        .addressees(&who)
        .await?
        .pop()
        .ok_or(StoreError::Missing("customer"))?;
    let number = match answer.contact_point {
        Some(point) if may_call => shop.call_numbers(call.customer_id, point).await?,
        _ => None,
    };
    let letterhead = Letterhead::load(&mut shop, &outreach.base).await?;
    let attempts = shop.call_attempts(id).await?;
    tx.commit().await?;

    let customer = known_as(&addressee);
    let script = if number.is_some() {
        let language = letterhead.language(&addressee);
        let page = links::addresses(
            outreach.store.keys(),
            &letterhead.site,
            carport_domain::MessageId(id.0),
        );
        let values = letterhead.values(&addressee, language, &page.page);
        let sender = letterhead.sender(desk.entity(addressee.location_id), language);
        let foot = letterhead.foot(&ready.definition, &answer.decision, &addressee, language, &page);
        let message = Message {
            content: &ready.content.content,
            hash: "",
            language,
            company_language: letterhead.company.default_language,
            sender: &sender,
            customer: &customer,
            values: &values,
            foot: &foot,
        };
        message.script().ok()
    } else {
        None
    };
    Ok(OpenCall {
        call,
        customer,
        attempts,
        why: Explanation::of(answer.decision),
        is_off,
        number,
        script,
    })
}

async fn answer(
    shop: &mut CompanyTx<'_>,
    desk: &mut Desk,
    call: &CallRow,
    moment: &carport_domain::moments::Definition,
) -> Result<Answer> {
    let vehicle = (!call.vehicle_id.0.is_nil()).then_some(call.vehicle_id);
    let people = desk.look_up(shop, &[(call.customer_id, vehicle)]).await?;
    let person = people.recipients.first().ok_or(StoreError::Missing("customer"))?;
    let answers = desk.ask(&people, person, moment, &[Channel::Phone], Stage::HandOver);
    answers
        .of(Channel::Phone)
        .cloned()
        .ok_or(StoreError::Missing("answer"))
}

/// Gives an entry to a member of staff (or, with none, back to all). False when somebody else has it, or it is not open.
pub async fn assign(
    outreach: &Outreach,
    company: CompanyId,
    id: CallId,
    to: Option<StaffId>,
    by: StaffId,
) -> Result<bool> {
    let mut tx = outreach.store.begin().await?;
    let assigned = tx.company(company).await?.assign_call(id, to, by).await?;
    tx.commit().await?;
    Ok(assigned)
}

/// Records an attempt to call. Where somebody was spoken to, the right to object must have been offered, and it is said so;
/// who does not want to be called any more is refused the telephone in the ledger, in the same transaction.
pub async fn record(
    outreach: &Outreach,
    company: CompanyId,
    id: CallId,
    attempt: &Attempt<'_>,
) -> Result<Recorded> {
    let now: Timestamp = outreach.store.clock().now();
    if attempt.outcome.spoke() && attempt.objection_offered != Some(true) {
        return Ok(Recorded::Wrong(
            "objection_offered",
            FieldError::new("call-error-objection"),
        ));
    }
    if attempt.call_back_at.is_some_and(|at| at <= now) {
        return Ok(Recorded::Wrong(
            "call_back_at",
            FieldError::new("call-error-call-back"),
        ));
    }
    let final_word = matches!(
        attempt.outcome,
        CallOutcome::NoMoreCalls | CallOutcome::WrongNumber
    );
    let attempt = Attempt {
        call_back_at: attempt.call_back_at.filter(|_| !final_word),
        ..*attempt
    };
    let mut tx = outreach.store.begin().await?;
    let mut shop = tx.company(company).await?;
    let Some(call) = shop.call(id).await? else {
        return Ok(Recorded::NotOpen);
    };
    if !shop.record_call(id, &attempt).await? {
        return Ok(Recorded::NotOpen);
    }
    let actor = format!("staff:{}", attempt.by);
    match attempt.outcome {
        CallOutcome::NoMoreCalls => {
            let desk = Desk::open(&mut shop).await?;
            let location = shop.customer(call.customer_id).await?.and_then(|c| c.location_id);
            let who = (company, desk.entity(location), call.customer_id);
            let draft = Draft {
                origin: Some(format!("call:{id}")),
                reason: Some("said so on the telephone".into()),
                ..Draft::new(
                    who,
                    Action::Deny,
                    Scope::channel(Channel::Phone),
                    (Method::Phone, Actor::Staff(attempt.by)),
                    shop.now(),
                )
            };
            let event = ConsentEvent::new(draft).map_err(|e| StoreError::Inconsistent(e.to_string()))?;
            shop.record_consents(&[event]).await?;
        }
        CallOutcome::WrongNumber => {
            let mut desk = Desk::open(&mut shop).await?;
            if let Some(ready) = catalogue::ready(&mut shop, &desk.settings, &call.moment).await? {
                let answer = answer(&mut shop, &mut desk, &call, &ready.definition).await?;
                if let Some(point) = answer.contact_point {
                    shop.invalidate_contact_point(call.customer_id, point).await?;
                }
            }
        }
        _ => {}
    }
    let detail = json!({ "outcome": attempt.outcome, "objection_offered": attempt.objection_offered });
    shop.audit(&actor, "call.recorded", &format!("call:{id}"), &detail)
        .await?;
    tx.commit().await?;
    Ok(Recorded::Done)
}

/// A row of an export: somebody who may be called this moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExportRow {
    /// The entry.
    pub call: CallRow,
    /// The number in E.164.
    pub number: String,
}

/// An export of the call list (CON-22).
#[derive(Debug, Clone)]
pub struct Export {
    /// The rows: only those the gate lets go this moment.
    pub rows: Vec<ExportRow>,
    /// Entries left out, since they may not be called.
    pub left_out: u64,
    /// After this instant the export must not be used.
    pub expires_at: Timestamp,
}

/// Exports what may be called now; every row has passed the gate in this very transaction.
pub async fn export(
    outreach: &Outreach,
    company: CompanyId,
    moment: Option<&str>,
    actor: &str,
) -> Result<Export> {
    let mut tx = outreach.store.begin().await?;
    let mut shop = tx.company(company).await?;
    let mut desk = Desk::open(&mut shop).await?;
    let calls = shop.calls(None, moment, 0, EXPORT_MOST).await?;
    let mut rows = Vec::new();
    let mut left_out = 0;
    for call in calls {
        let ready = catalogue::ready(&mut shop, &desk.settings, &call.moment).await?;
        let answer = match ready.filter(|ready| ready.enabled) {
            Some(ready) => Some(answer(&mut shop, &mut desk, &call, &ready.definition).await?),
            None => None,
        };
        let point = answer
            .filter(|a| a.decision.is_allowed())
            .and_then(|a| a.contact_point);
        let number = match point {
            Some(point) => shop.call_numbers(call.customer_id, point).await?,
            None => None,
        };
        match number {
            Some(number) => rows.push(ExportRow { call, number }),
            None => left_out += 1,
        }
    }
    let expires_at = shop.now().plus_hours(EXPORT_HOURS);
    shop.audit(
        actor,
        "calls.exported",
        "calls",
        &json!({ "rows": rows.len(), "left_out": left_out }),
    )
    .await?;
    tx.commit().await?;
    Ok(Export {
        rows,
        left_out,
        expires_at,
    })
}
