//! The week's page: moments with totals that add up, and the proposals of one of them.

use std::collections::BTreeMap;

use askama::Template;
use axum::Router;
use axum::extract::RawQuery;
use axum::routing::get;
use carport_domain::access::Permission;
use carport_domain::clock::IsoWeek;
use carport_domain::moments::Definition;
use carport_domain::proposals::ProposalStatus;
use carport_domain::{ProposalId, clock, format, urls};
use carport_outreach::week::{MomentWeek, is_being_approved, is_being_selected, overview, page};
use carport_store::action_contacts::ActionStatus;
use carport_store::messages::RESTORED;
use carport_store::proposals::{Filter, WeekMark, WeekRow};

use super::{MODULE, goes, going, named, reason, way, week_url};
use crate::kit::app::AppState;
use crate::kit::forms::decode;
use crate::kit::prelude::*;
use crate::office::customers::address;

/// Its addresses.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/office/{company}/week", get(this_week))
        .route("/office/{company}/week/{week}", get(show))
}

/// A moment of the week with its numbers.
struct Moment {
    name: String,
    url: String,
    current: bool,
    total: u64,
    waiting: u64,
    /// Each way with its number and its address.
    parts: Vec<(String, u64, String)>,
    found: u64,
    left_out: Vec<(String, u64)>,
    left_out_total: u64,
}

/// One proposal.
struct Row {
    id: String,
    customer: String,
    customer_url: String,
    car: String,
    due: String,
    goes: String,
    tone: &'static str,
    reason: String,
    explain_url: String,
    preview_url: String,
    status: String,
}

/// A campaign the company may run (F160).
struct Action {
    id: String,
    name: String,
    about: String,
    url: String,
}

#[derive(Template)]
#[template(path = "office/week/show.html")]
struct Week {
    page: Page,
    t: Texts,
    url: String,
    dates: String,
    previous_url: String,
    next_week_url: String,
    moments: Vec<Moment>,
    /// Whether this person sees the whole company, for which a selection's own numbers were counted (F200).
    is_whole: bool,
    actions: Vec<Action>,
    actions_url: String,
    current: String,
    current_name: String,
    waiting: u64,
    rows: Vec<Row>,
    next_url: String,
    may_approve: bool,
    statuses: Vec<(String, String, bool)>,
    ways: Vec<(String, String, bool)>,
    by: String,
    by_name: String,
    paused: String,
    resume_url: String,
    results_url: String,
    /// What is being done with the week; the page renews itself until it is.
    at_work: Option<String>,
    this_url: String,
}

async fn this_week(office: Office) -> WebResult<Response> {
    office.require(Permission::ViewWeek)?;
    let today = office.company.company.today(office.now());
    Ok(see_other(&week_url(&office, IsoWeek::of(today), "")))
}

async fn show(
    office: Office,
    Path((_, week)): Path<(String, String)>,
    RawQuery(query): RawQuery,
) -> WebResult<Response> {
    office.require(Permission::ViewWeek)?;
    office.require_module(MODULE)?;
    let week = named(&week)?;
    let query = query.unwrap_or_default();
    let asked = Form::of(decode(query.as_bytes()));
    let mut tx = office.app.store.read().await?;
    let mut shop = tx.company(office.company.company.id).await?;
    let definitions: BTreeMap<String, Definition> = shop
        .moments()
        .await?
        .into_iter()
        .map(|m| (m.definition.key.clone(), m.definition))
        .collect();
    let overview = overview(&mut shop, week, office.regions()).await?;
    let current = match asked.text("moment") {
        "" => overview
            .iter()
            .find(|(_, m)| m.total > 0)
            .map(|(key, _)| key.clone())
            .unwrap_or_default(),
        key => key.to_owned(),
    };
    let status = asked.text("status").parse::<ProposalStatus>().ok();
    let by = asked.text("by").to_owned();
    let going = going(&by)?;
    let filter = Filter {
        moment: Some(&current),
        status,
        outcome: going.map(|goes| goes.outcome),
        channel: going.and_then(|goes| goes.channel),
        regions: office.regions(),
    };
    let shown = page(&mut shop, week, &filter, mark(&asked)).await?;
    let brake = shop.brake().await?;
    let at_work = if is_being_selected(&mut shop, week).await? {
        Some("office-week-selecting")
    } else if is_being_approved(&mut shop, week, &current).await? {
        Some("office-week-approving")
    } else {
        None
    };
    let waiting = overview.get(&current).map_or(0, |m| match by.as_str() {
        "" => waiting(m),
        by => m.waiting.get(by).copied().unwrap_or(0),
    });
    let actions = if office.access.may(Permission::Approve) {
        shop.action_contacts().await?
    } else {
        Vec::new()
    };
    drop(tx);
    let (t, language) = (&office.t, office.language);
    let name = |key: &str| {
        definitions
            .get(key)
            .map_or_else(|| key.to_owned(), |d| d.name(language).to_owned())
    };
    let url = week_url(&office, week, "");
    let next_url = shown.next.map(|(on, id)| {
        let mut next = form_urlencoded::Serializer::new(String::new());
        next.append_pair("moment", &current)
            .append_pair("after-on", &on.to_string())
            .append_pair("after", &id.to_string());
        if let Some(status) = status {
            next.append_pair("status", status.as_str());
        }
        if !by.is_empty() {
            next.append_pair("by", &by);
        }
        format!("{url}?{}", next.finish())
    });
    let statuses = ProposalStatus::ALL
        .iter()
        .map(|s| {
            (
                s.as_str().to_owned(),
                t.choice("proposal-status", s.as_str()),
                status == Some(*s),
            )
        })
        .collect();
    html(&Week {
        page: office.page(
            &t.with("office-week-title", &[("week", week.number().to_string().into())]),
            "week",
        ),
        dates: format!(
            "{} – {}",
            format::day_and_month(week.monday(), language),
            format::date_long(week.sunday(), language)
        ),
        previous_url: week_url(&office, week.plus(-1), ""),
        next_week_url: week_url(&office, week.plus(1), ""),
        moments: overview
            .iter()
            .map(|(key, m)| moment(&office, week, key, name(key), m, *key == current))
            .collect(),
        is_whole: office.access.is_whole(),
        actions: actions
            .into_iter()
            .filter(|a| a.status == ActionStatus::Proposed)
            .map(|a| Action {
                id: a.id.to_string(),
                url: office.url(&format!("/actions/{}", a.id)),
                name: name(&a.moment),
                about: definitions
                    .get(&a.moment)
                    .map_or_else(String::new, |d| d.about(language).to_owned()),
            })
            .collect(),
        actions_url: format!("{}/actions", office.url("/week")),
        current_name: name(&current),
        waiting,
        rows: shown.rows.iter().map(|row| line(&office, week, row)).collect(),
        next_url: next_url.unwrap_or_default(),
        may_approve: office.access.may(Permission::Approve),
        ways: overview
            .get(&current)
            .into_iter()
            .flat_map(|m| m.by_outcome.keys())
            .map(|word| (word.clone(), way(word, t), *word == by))
            .collect(),
        by_name: if by.is_empty() { String::new() } else { way(&by, t) },
        by,
        paused: brake
            .paused_at
            .map(|at| {
                let when = format::date_and_time(at, office.company.company.time_zone, language);
                let key = if brake.reason.as_deref() == Some(RESTORED) {
                    "office-week-restored"
                } else {
                    "office-week-paused"
                };
                t.with(key, &[("when", when.into())])
            })
            .unwrap_or_default(),
        resume_url: if office.access.may(Permission::Send) {
            office.url("/week/resume")
        } else {
            String::new()
        },
        results_url: office.url("/results"),
        at_work: at_work.map(|key| t.get(key)),
        this_url: if query.is_empty() {
            url.clone()
        } else {
            format!("{url}?{query}")
        },
        statuses,
        current,
        url,
        t: t.clone(),
    })
}

fn mark(asked: &Form) -> Option<WeekMark> {
    let on = clock::day(asked.text("after-on"))?;
    let id: ProposalId = asked.text("after").parse().ok()?;
    Some((on, id))
}

fn waiting(m: &MomentWeek) -> u64 {
    m.waiting.values().sum()
}

fn moment(office: &Office, week: IsoWeek, key: &str, name: String, m: &MomentWeek, current: bool) -> Moment {
    let t = &office.t;
    Moment {
        url: week_url(office, week, key),
        name,
        current,
        total: m.total,
        waiting: waiting(m),
        parts: m
            .by_outcome
            .iter()
            .map(|(word, n)| {
                (
                    way(word, t),
                    *n,
                    format!("{}&by={word}", week_url(office, week, key)),
                )
            })
            .collect(),
        found: m.selection.found,
        left_out_total: m.selection.not_proposed.values().sum(),
        left_out: m
            .selection
            .not_proposed
            .iter()
            .map(|(code, n)| (reason(code, t), *n))
            .collect(),
    }
}

fn line(office: &Office, week: IsoWeek, row: &WeekRow) -> Row {
    let t = &office.t;
    let (goes, tone) = goes(row, t);
    let person = [
        row.first_name.as_deref(),
        row.infix.as_deref(),
        Some(&row.last_name),
    ];
    let person = person
        .into_iter()
        .flatten()
        .filter(|p| !p.is_empty())
        .collect::<Vec<_>>()
        .join(" ");
    let customer = match &row.business_name {
        Some(firm) if person.is_empty() => firm.clone(),
        Some(firm) => format!("{firm} · {person}"),
        None => person,
    };
    let car = [row.plate.as_deref(), row.make.as_deref(), row.model.as_deref()];
    Row {
        id: row.id.to_string(),
        customer_url: address(office, urls::Office::Customer(row.customer_id)),
        customer,
        car: car.into_iter().flatten().collect::<Vec<_>>().join(" · "),
        due: row
            .due_on
            .map(|on| format::date_short(on, office.language))
            .unwrap_or_default(),
        goes,
        tone,
        reason: reason(&row.reason, t),
        explain_url: address(office, urls::Office::Explain(row.customer_id, &row.moment)),
        preview_url: format!("{}/proposal/{}", week_url(office, week, ""), row.id),
        status: t.choice("proposal-status", row.status.as_str()),
    }
}
