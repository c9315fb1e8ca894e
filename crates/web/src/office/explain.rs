//! «Why does this customer get this, or not?»: the gate's decision for every channel in words, on any day, on the screen and
//! as PDF (CON-13, B1).

use askama::Template;
use axum::Router;
use axum::extract::RawQuery;
use axum::http::header;
use axum::routing::get;
use carport_documents::{ChannelDecision, Document, Fact};
use carport_domain::consent::{Decision, Explanation};
use carport_domain::i18n::{Named, Texts};
use carport_domain::moments::Definition;
use carport_domain::proposals::OutcomeKind;
use carport_domain::urls::BaseUrl;
use carport_domain::{CustomerId, VehicleId, clock, format, urls};
use carport_outreach::explain::{Case, WhyOrWhyNot, explain};
use carport_outreach::letterhead::Letterhead;
use carport_outreach::proof::paper_sender;
use carport_store::customers::{Customer, Vehicle};
use chrono::NaiveDate;

use super::customers::{address, id, reach};
use crate::kit::app::AppState;
use crate::kit::forms::decode;
use crate::kit::page::Link;
use crate::kit::prelude::*;

/// Its addresses.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route(
            "/office/{company}/customers/{customer}/explain/{moment}",
            get(show),
        )
        .route(
            "/office/{company}/customers/{customer}/explain/{moment}/pdf",
            get(pdf),
        )
}

/// A channel's decision in words.
struct Line {
    channel: String,
    tone: &'static str,
    icon: &'static str,
    verdict: String,
    sentence: String,
    basis: String,
    rule: String,
    evidence: Vec<(String, String)>,
    must: String,
}

/// The answer for one car, or for the customer.
struct Answer {
    title: String,
    outcome: String,
    tone: &'static str,
    due: String,
    lines: Vec<Line>,
    pack: String,
    pdf_url: String,
}

#[derive(Template)]
#[template(path = "office/explain.html")]
struct Explain {
    page: Page,
    t: Texts,
    trail: Vec<Link>,
    customer: String,
    about: String,
    is_off: bool,
    on: String,
    on_error: String,
    url: String,
    answers: Vec<Answer>,
    earlier: Vec<String>,
}

/// What both the page and the document are made of.
struct Found {
    why: WhyOrWhyNot,
    customer: Customer,
    moment: Definition,
    vehicles: Vec<Vehicle>,
}

async fn find(
    office: &Office,
    customer: CustomerId,
    moment: &str,
    on: Option<NaiveDate>,
) -> WebResult<Found> {
    let company = office.company.company.id;
    let mut tx = office.app.store.read().await?;
    let mut shop = tx.company(company).await?;
    let customer = reach(office, &mut shop, customer).await?;
    let vehicles = shop.vehicles_of(customer.id).await?;
    let definition = shop.moment(moment).await?.ok_or(WebError::NotFound)?.definition;
    drop(tx);
    let why = explain(&office.app.store, company, customer.id, moment, on).await?;
    Ok(Found {
        why,
        customer,
        moment: definition,
        vehicles,
    })
}

/// The day asked about; an empty text is today, one that is no day an error.
fn day(asked: &Form) -> Result<Option<NaiveDate>, ()> {
    match asked.text("on") {
        "" => Ok(None),
        text => clock::day(text).map(Some).ok_or(()),
    }
}

async fn show(
    office: Office,
    Path((_, customer, moment)): Path<(String, String, String)>,
    RawQuery(query): RawQuery,
) -> WebResult<Response> {
    let asked = Form::of(decode(query.unwrap_or_default().as_bytes()));
    let on = day(&asked);
    let found = find(&office, id(&customer)?, &moment, on.unwrap_or_default()).await?;
    let (t, language) = (&office.t, office.language);
    let why = &found.why;
    let url = address(&office, urls::Office::Explain(found.customer.id, &why.moment));
    let title = t.with(
        "office-explain-title",
        &[("moment", found.moment.name(language).to_owned().into())],
    );
    let earlier = why.proposals.iter().map(|p| {
        let outcome = p.channel.map_or_else(
            || t.choice("office-outcome", p.outcome.as_str()),
            |c| t.choice("consent-outcome-send", c.as_str()),
        );
        format!(
            "{}: {outcome} ({})",
            p.week,
            t.choice("office-proposal", p.status.as_str())
        )
    });
    html(&Explain {
        page: office.page(&title, "customers"),
        trail: vec![
            Link {
                label: t.get("office-nav-customers"),
                url: address(&office, urls::Office::Customers),
            },
            Link {
                label: found.customer.display_name(),
                url: address(&office, urls::Office::Customer(found.customer.id)),
            },
        ],
        customer: why.customer.clone(),
        about: found.moment.about(language).to_owned(),
        is_off: !why.enabled,
        on: if on.is_err() {
            asked.text("on").to_owned()
        } else {
            why.on.to_string()
        },
        on_error: if on.is_err() {
            t.get("office-error-date")
        } else {
            String::new()
        },
        answers: why
            .cases
            .iter()
            .map(|case| answer(&office, &found, case, &url))
            .collect(),
        earlier: earlier.collect(),
        url,
        t: t.clone(),
    })
}

fn answer(office: &Office, found: &Found, case: &Case, url: &str) -> Answer {
    let t = &office.t;
    let mut query = form_urlencoded::Serializer::new(String::new());
    query.append_pair("on", &found.why.on.to_string());
    if let Some(vehicle) = case.vehicle {
        query.append_pair("vehicle", &vehicle.to_string());
    }
    Answer {
        title: car(&found.vehicles, case.vehicle),
        outcome: case.outcome_text(t),
        tone: match case.outcome {
            OutcomeKind::Send | OutcomeKind::CallList => "good",
            OutcomeKind::CallLocked => "attention",
            OutcomeKind::Nothing => "danger",
        },
        due: due(office, case),
        lines: case
            .channels
            .iter()
            .map(|explanation| line(office, explanation))
            .collect(),
        pack: case
            .channels
            .first()
            .map(|e| e.pack.as_str().to_owned())
            .unwrap_or_default(),
        pdf_url: format!("{url}/pdf?{}", query.finish()),
    }
}

fn car(vehicles: &[Vehicle], id: Option<VehicleId>) -> String {
    let Some(car) = id.and_then(|id| vehicles.iter().find(|v| v.id == id)) else {
        return String::new();
    };
    [&car.make, &car.model, &car.plate]
        .into_iter()
        .flatten()
        .cloned()
        .collect::<Vec<_>>()
        .join(" ")
}

/// Whether the moment comes now, and between which days it is proposed.
fn due(office: &Office, case: &Case) -> String {
    let t = &office.t;
    let day = |on: NaiveDate| format::date_long(on, office.language);
    let now = t.get(if case.due {
        "office-explain-due"
    } else {
        "office-explain-not-due"
    });
    match (case.date, case.proposed_between) {
        (Some(date), Some((from, to))) => {
            let args = [
                ("date", day(date).into()),
                ("from", day(from).into()),
                ("to", day(to).into()),
            ];
            format!("{now} {}", t.with("office-explain-window", &args))
        }
        _ => format!("{now} {}", t.get("office-explain-no-date")),
    }
}

fn line(office: &Office, explanation: &Explanation) -> Line {
    let t = &office.t;
    let zone = office.company.company.time_zone;
    let (tone, icon, verdict) = match explanation.decision {
        Decision::Allow { .. } => ("good", "check", "office-explain-allowed"),
        Decision::Deny { .. } => ("danger", "cross", "office-explain-denied"),
        Decision::Hold { .. } => ("attention", "pause", "office-explain-held"),
    };
    Line {
        channel: explanation.channel.name(t),
        tone,
        icon,
        verdict: t.get(verdict),
        sentence: explanation.sentence(t),
        basis: explanation.basis.map(|basis| basis.name(t)).unwrap_or_default(),
        rule: explanation.rule.to_string(),
        evidence: explanation
            .evidence
            .iter()
            .map(|item| {
                (
                    item.text(t, zone),
                    item.event.map(|e| e.to_string()).unwrap_or_default(),
                )
            })
            .collect(),
        must: explanation
            .must_include
            .iter()
            .map(|m| m.name(t))
            .collect::<Vec<_>>()
            .join(", "),
    }
}

async fn pdf(
    office: Office,
    Path((_, customer, moment)): Path<(String, String, String)>,
    RawQuery(query): RawQuery,
) -> WebResult<Response> {
    let asked = Form::of(decode(query.unwrap_or_default().as_bytes()));
    let on = day(&asked).map_err(|()| WebError::BadRequest("the day"))?;
    let vehicle = asked.text("vehicle").parse::<VehicleId>().ok();
    let found = find(&office, id(&customer)?, &moment, on).await?;
    let case = found
        .why
        .cases
        .iter()
        .find(|case| case.vehicle == vehicle)
        .ok_or(WebError::NotFound)?;
    let mut tx = office.app.store.read().await?;
    let mut shop = tx.company(office.company.company.id).await?;
    let base: BaseUrl = office
        .app
        .config
        .base_url
        .parse()
        .map_err(|_| WebError::Internal("base_url".into()))?;
    let head = Letterhead::load(&mut shop, &base).await?;
    let entity = shop.legal_entity_of(found.customer.id).await?;
    drop(tx);
    let entity = entity.ok_or_else(|| WebError::Internal("a company without a legal entity".into()))?;
    let document = document(
        &office,
        &found,
        case,
        paper_sender(&head.sender(entity, office.language)),
    );
    let bytes =
        tokio::task::spawn_blocking(move || carport_documents::render(&Document::Explanation(document)))
            .await
            .map_err(|e| WebError::Internal(e.to_string()))?
            .map_err(|e| WebError::Internal(e.to_string()))?;
    let headers = [
        (header::CONTENT_TYPE, "application/pdf"),
        (
            header::CONTENT_DISPOSITION,
            "inline; filename=\"explanation.pdf\"",
        ),
        (header::CACHE_CONTROL, "no-store"),
    ];
    Ok((headers, bytes).into_response())
}

fn document(
    office: &Office,
    found: &Found,
    case: &Case,
    sender: carport_documents::Sender,
) -> carport_documents::Explanation {
    let (t, zone) = (&office.t, office.company.company.time_zone);
    let mut facts = Vec::new();
    let mut add = |key: &str, value: String| {
        if !value.is_empty() {
            facts.push(Fact::new(t.get(key), value));
        }
    };
    add(
        "office-customers-number",
        found.customer.dms_number.clone().unwrap_or_default(),
    );
    add("office-explain-car", car(&found.vehicles, case.vehicle));
    add("office-explain-timing", due(office, case));
    carport_documents::Explanation {
        language: office.language,
        sender,
        customer: found.customer.display_name(),
        facts,
        moment: found.moment.name(office.language).to_owned(),
        purpose: found.moment.purpose.name(t),
        outcome: case.outcome_text(t),
        decided_at: found.why.at,
        zone,
        rule_pack: case
            .channels
            .first()
            .map(|e| e.pack.as_str().to_owned())
            .unwrap_or_default(),
        channels: case
            .channels
            .iter()
            .map(|e| ChannelDecision::of(e, t, zone))
            .collect(),
    }
}
