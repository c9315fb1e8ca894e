//! The people behind a number of the results, and what to do about messages nobody knows the end of.

use askama::Template;
use axum::Router;
use axum::extract::RawQuery;
use axum::routing::{get, post};
use carport_domain::access::Permission;
use carport_domain::proposals::ProposalStatus;
use carport_domain::{MessageId, format, text_enum, urls};
use carport_outreach::send::settle;
use carport_store::messages::MessageStatus;
use carport_store::results::{Behind, Counted};
use uuid::Uuid;

use super::{MODULE, results};
use crate::kit::app::AppState;
use crate::kit::forms::decode;
use crate::kit::page::Link;
use crate::kit::prelude::*;
use crate::office::customers::address;
use crate::office::said;

/// Its addresses.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/office/{company}/results/{moment}", get(show))
        .route("/office/{company}/results/{moment}/settle", post(end))
}

text_enum! {
    /// A number of the results.
    pub enum Number {
        /// Everybody proposed.
        Proposed = "proposed",
        /// Those staff said yes to.
        Approved = "approved",
        /// Every message.
        Planned = "planned",
        /// Sent.
        Sent = "sent",
        /// Held back.
        Suppressed = "suppressed",
        /// Failed.
        Failed = "failed",
        /// Nobody knows.
        Uncertain = "uncertain",
        /// Not yet.
        Pending = "pending",
    }
}

impl Number {
    fn behind(self, reason: Option<&str>) -> Behind<'_> {
        use MessageStatus as M;
        match self {
            Number::Proposed => Behind::Proposals(ProposalStatus::ALL),
            Number::Approved => Behind::Proposals(&[ProposalStatus::Approved, ProposalStatus::Done]),
            Number::Planned => Behind::Messages(M::ALL, reason),
            Number::Sent => Behind::Messages(&[M::Sent], reason),
            Number::Suppressed => Behind::Messages(&[M::Suppressed], reason),
            Number::Failed => Behind::Messages(&[M::Failed], reason),
            Number::Uncertain => Behind::Messages(&[M::Uncertain], reason),
            Number::Pending => Behind::Messages(&[M::Pending, M::HandingOver], reason),
        }
    }

    /// What it is called.
    pub fn label(self, t: &Texts) -> String {
        match self {
            Number::Proposed => t.get("office-week-proposed"),
            Number::Approved => t.get("office-results-approved"),
            Number::Planned => t.get("office-results-planned"),
            status => t.choice("message-status", status.as_str()),
        }
    }
}

/// People on a page.
const ROWS: i64 = 100;

struct Row {
    id: String,
    name: String,
    url: String,
    explain_url: String,
    channel: String,
    status: String,
    why: String,
    when: String,
}

#[derive(Template)]
#[template(path = "office/week/people.html")]
struct People {
    page: Page,
    t: Texts,
    trail: Vec<Link>,
    lead: String,
    rows: Vec<Row>,
    next_url: String,
    settle_url: String,
}

async fn show(
    office: Office,
    Path((_, key)): Path<(String, String)>,
    RawQuery(query): RawQuery,
) -> WebResult<Response> {
    office.require(Permission::ViewWeek)?;
    office.require_module(MODULE)?;
    let asked = Form::of(decode(query.unwrap_or_default().as_bytes()));
    let number: Number = asked.text("number").parse().unwrap_or(Number::Proposed);
    let reason = Some(asked.text("reason")).filter(|reason| !reason.is_empty());
    let after: Option<Uuid> = asked.text("after").parse().ok();
    let since = results::since(&office);
    let mut tx = office.app.store.read().await?;
    let mut shop = tx.company(office.company.company.id).await?;
    let moment = shop.moment(&key).await?.ok_or(WebError::NotFound)?;
    let mut people = shop
        .people_behind(
            &key,
            since,
            number.behind(reason),
            office.regions(),
            after,
            ROWS + 1,
        )
        .await?;
    drop(tx);
    let rows_per_page = usize::try_from(ROWS).unwrap_or(0);
    let more = people.len() > rows_per_page;
    people.truncate(rows_per_page);
    let (t, language) = (&office.t, office.language);
    let own = office.url(&format!("/results/{key}"));
    let next_url = people.last().filter(|_| more).map(|last| {
        let mut query = form_urlencoded::Serializer::new(String::new());
        query
            .append_pair("number", number.as_str())
            .append_pair("after", &last.id.to_string());
        if let Some(reason) = reason {
            query.append_pair("reason", reason);
        }
        format!("{own}?{}", query.finish())
    });
    let row = |person: &Counted| Row {
        id: person.id.to_string(),
        name: name(person),
        url: address(&office, urls::Office::Customer(person.customer_id)),
        explain_url: address(&office, urls::Office::Explain(person.customer_id, &key)),
        channel: person
            .channel
            .map(|c| t.choice("consent-channel", c.as_str()))
            .unwrap_or_default(),
        status: match number.behind(None) {
            Behind::Proposals(_) => t.choice("proposal-status", &person.status),
            Behind::Messages(..) => status(&person.status, t),
        },
        why: person
            .reason
            .as_deref()
            .map(|code| results::why_not(code, t))
            .unwrap_or_default(),
        when: format::date_and_time(person.created_at, office.company.company.time_zone, language),
    };
    let label = number.label(t);
    let lead = match reason {
        Some(reason) => format!("{label}: {}", results::why_not(reason, t)),
        None => label,
    };
    html(&People {
        page: office.page(moment.definition.name(language), "results"),
        trail: vec![Link {
            label: t.get("office-results-title"),
            url: office.url("/results"),
        }],
        lead,
        rows: people.iter().map(row).collect(),
        next_url: next_url.unwrap_or_default(),
        settle_url: if number == Number::Uncertain && office.access.may(Permission::Send) {
            format!("{own}/settle")
        } else {
            String::new()
        },
        t: t.clone(),
    })
}

/// A message on its way counts as waiting.
fn status(stored: &str, t: &Texts) -> String {
    let shown = if stored == MessageStatus::HandingOver.as_str() {
        MessageStatus::Pending.as_str()
    } else {
        stored
    };
    t.choice("message-status", shown)
}

fn name(person: &Counted) -> String {
    let parts = [
        person.first_name.as_deref(),
        person.infix.as_deref(),
        Some(person.last_name.as_str()),
    ];
    let words: Vec<&str> = parts.into_iter().flatten().filter(|p| !p.is_empty()).collect();
    let name = match (&person.business_name, words.join(" ")) {
        (Some(firm), person) if person.is_empty() => firm.clone(),
        (Some(firm), person) => format!("{firm} · {person}"),
        (None, person) => person,
    };
    match &person.customer_number {
        Some(number) => format!("{number} {name}"),
        None => name,
    }
}

async fn end(office: Office, Path((_, key)): Path<(String, String)>, form: Form) -> WebResult<Response> {
    office.require(Permission::Send)?;
    office.require_module(MODULE)?;
    let id: MessageId = form
        .text("message")
        .parse()
        .map_err(|_| WebError::BadRequest("message"))?;
    let arrived = form.text("arrived") == "yes";
    let settled = settle(
        &office.app.store,
        office.company.company.id,
        id,
        arrived,
        &office.actor(),
    )
    .await?;
    let back = office.url(&format!("/results/{key}?number=uncertain"));
    Ok(if settled {
        said(&office, &back, "good", "message-settled")
    } else {
        said(&office, &back, "attention", "message-not-uncertain")
    })
}
