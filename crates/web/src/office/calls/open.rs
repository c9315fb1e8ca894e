//! One entry: script, number where it may be called, and what came of the call.

use askama::Template;
use axum::Router;
use axum::http::StatusCode;
use axum::routing::{get, post};
use carport_domain::access::Permission;
use carport_domain::people::PhoneNumber;
use carport_domain::{CallId, Timestamp, clock, format, urls};
use carport_outreach::calls::{Recorded, assign, open, record};
use carport_outreach::catalogue::MOMENT_OFF;
use carport_store::calls::{Attempt, CallOutcome, CallState};
use chrono::NaiveTime;

use super::MODULE;
use crate::kit::app::AppState;
use crate::kit::prelude::*;
use crate::office::customers::{address, staff_names};
use crate::office::said;
use crate::office::week::why_not;

/// Its address.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/office/{company}/call-list/{call}", get(show).post(save))
        .route("/office/{company}/call-list/{call}/hold", post(hold))
}

/// When somebody is called back on a day without a time.
const MORNING: NaiveTime = match NaiveTime::from_hms_opt(9, 0, 0) {
    Some(time) => time,
    None => NaiveTime::MIN,
};

#[derive(Template)]
#[template(path = "office/calls/open.html")]
struct Open {
    page: Page,
    t: Texts,
    customer_url: String,
    why: String,
    number: String,
    tel: String,
    opening: String,
    script: String,
    objection: String,
    is_open: bool,
    /// A colleague has it.
    held_by: String,
    /// This person has it.
    mine: bool,
    hold_url: String,
    attempts: Vec<(String, String, String)>,
    outcomes: Vec<(String, String, bool)>,
    sent: Form,
    errors: Vec<(String, String)>,
}

async fn page(office: &Office, id: CallId, sent: Form, status: StatusCode) -> WebResult<Response> {
    let company = office.company.company.id;
    let found = open(&office.app.outreach, company, id).await?;
    let mut tx = office.app.store.read().await?;
    let names = staff_names(&mut tx.company(company).await?).await?;
    drop(tx);
    let (t, language) = (&office.t, office.language);
    let zone = office.company.company.time_zone;
    let script = found.script.as_ref();
    let held_by = found.call.assigned_to.filter(|holder| *holder != office.id());
    // Whom a colleague is calling this moment is not called a second time.
    let number = found
        .number
        .as_deref()
        .filter(|_| held_by.is_none())
        .unwrap_or_default();
    let attempts = found.attempts.iter().map(|a| {
        let at = format::date_and_time(a.at, zone, language);
        (
            at,
            t.choice("call-outcome", &a.outcome.to_string()),
            a.note.clone().unwrap_or_default(),
        )
    });
    html_with_status(
        status,
        &Open {
            page: office.page(&found.customer, "calls"),
            customer_url: address(office, urls::Office::Customer(found.call.customer_id)),
            why: if found.is_off && found.why.decision.is_allowed() {
                why_not(MOMENT_OFF, t)
            } else {
                found.why.sentence(t)
            },
            number: number
                .parse::<PhoneNumber>()
                .map_or_else(|_| number.to_owned(), |n| n.to_string()),
            tel: number.to_owned(),
            opening: script.map(|s| s.opening.clone()).unwrap_or_default(),
            script: script.map(|s| s.text.clone()).unwrap_or_default(),
            objection: script.map(|s| s.objection.clone()).unwrap_or_default(),
            is_open: matches!(found.call.state, CallState::Open | CallState::CallBack)
                && found.number.is_some()
                && held_by.is_none(),
            held_by: held_by.map(|holder| names.of(holder, t)).unwrap_or_default(),
            mine: found.call.assigned_to == Some(office.id()),
            hold_url: format!("{}/{id}/hold", office.url("/call-list")),
            attempts: attempts.collect(),
            outcomes: CallOutcome::ALL
                .iter()
                .map(|o| {
                    (
                        o.as_str().to_owned(),
                        t.choice("call-outcome", o.as_str()),
                        sent.text("outcome") == o.as_str(),
                    )
                })
                .collect(),
            errors: sent.summary(t),
            sent,
            t: t.clone(),
        },
    )
}

fn call(text: &str) -> WebResult<CallId> {
    text.parse().map_err(|_| WebError::NotFound)
}

fn allowed(office: &Office) -> WebResult<()> {
    office.require(Permission::Call)?;
    office.require_module(MODULE)
}

async fn show(office: Office, Path((_, id)): Path<(String, String)>) -> WebResult<Response> {
    allowed(&office)?;
    page(&office, call(&id)?, Form::default(), StatusCode::OK).await
}

/// Taking an entry, so that no colleague calls the same customer; or giving it back.
async fn hold(office: Office, Path((_, id)): Path<(String, String)>, form: Form) -> WebResult<Response> {
    allowed(&office)?;
    let id = call(&id)?;
    let back = format!("{}/{id}", office.url("/call-list"));
    let give_back = form.text("hold") == "no";
    let to = (!give_back).then(|| office.id());
    let company = office.company.company.id;
    let assigned = assign(&office.app.outreach, company, id, to, office.id()).await?;
    Ok(match (assigned, give_back) {
        (true, false) => said(&office, &back, "good", "call-held"),
        (true, true) => said(&office, &office.url("/call-list"), "good", "call-given-back"),
        (false, _) => said(&office, &back, "attention", "call-held-by-other"),
    })
}

async fn save(office: Office, Path((_, id)): Path<(String, String)>, mut form: Form) -> WebResult<Response> {
    allowed(&office)?;
    let id = call(&id)?;
    let outcome = form.parse("outcome", |text| {
        text.parse::<CallOutcome>()
            .map_err(|_| carport_domain::FieldError::new("error-choose"))
    });
    let again = form.parse_optional("call_back_at", |text| {
        clock::day(text).ok_or_else(|| carport_domain::FieldError::new("office-error-date"))
    });
    let time = form.parse_optional("call_back_time", |text| {
        clock::time_of_day(text).ok_or_else(|| carport_domain::FieldError::new("office-error-time"))
    });
    if matches!((&again, &time), (Some(None), Some(Some(_)))) {
        // A time without its day would be forgotten.
        form.errors
            .push("call_back_at", carport_domain::FieldError::new("error-required"));
    }
    let note = form.optional("note");
    let (Some(outcome), Some(again), Some(time), Some(note), true) =
        (outcome, again, time, note, form.errors.is_empty())
    else {
        return page(&office, id, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let zone = office.company.company.time_zone;
    let call_back_at = again.map(|day| Timestamp::at(day, time.unwrap_or(MORNING), zone));
    let attempt = Attempt {
        by: office.id(),
        outcome,
        objection_offered: Some(form.has("objection_offered")),
        call_back_at,
        note: note.as_deref(),
    };
    let back = office.url("/call-list");
    match record(&office.app.outreach, office.company.company.id, id, &attempt).await? {
        Recorded::Done => Ok(said(&office, &back, "good", "call-recorded")),
        Recorded::NotOpen => Ok(said(&office, &back, "attention", "call-not-open")),
        Recorded::Wrong(field, error) => {
            form.errors.push(field, error);
            page(&office, id, form, StatusCode::UNPROCESSABLE_ENTITY).await
        }
    }
}
