//! The start of the back office: what waits for attention, as far as this person has a part in it.

use askama::Template;
use axum::Router;
use axum::routing::get;
use carport_domain::access::Permission;
use carport_domain::clock::IsoWeek;
use carport_domain::company::Module;
use carport_domain::format;
use carport_domain::proposals::{OutcomeKind, ProposalStatus};
use carport_domain::urls;
use carport_store::CompanyTx;
use carport_store::account_requests::RequestStatus;
use carport_store::calls::CallState;
use carport_store::imports::ImportState;

use super::changes;
use super::customers::{address, staff_names};
use super::requests::{self, Due};
use crate::kit::app::AppState;
use crate::kit::prelude::*;

/// Its address.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/office/{company}", get(show))
        .route("/office/{company}/", get(show))
}

/// Requests shown on the start itself.
const FIRST_REQUESTS: i64 = 5;

/// A figure that leads to what is behind it.
struct Stat {
    label: String,
    value: String,
    note: String,
    url: String,
}

/// A request that waits.
struct Waiting {
    name: String,
    url: String,
    due: Due,
}

#[derive(Template)]
#[template(path = "office/home.html")]
struct Home {
    page: Page,
    t: Texts,
    today: String,
    stats: Vec<Stat>,
    waiting: Vec<Waiting>,
    requests_url: String,
    customers_url: String,
}

async fn show(office: Office) -> WebResult<Response> {
    office.require(Permission::ViewCustomers)?;
    let company = &office.company.company;
    let now = office.now();
    let mut tx = office.app.store.read().await?;
    let mut shop = tx.company(company.id).await?;
    let mut stats = Vec::new();
    let mut waiting = Vec::new();
    let requests_url = address(&office, urls::Office::Requests);
    if requests::is_open_to(&office) {
        stats.push(requests_stat(&office, &mut shop, &requests_url).await?);
        for request in shop.account_requests(RequestStatus::Open, FIRST_REQUESTS).await? {
            waiting.push(Waiting {
                name: format!("{} {}", request.first_name, request.last_name),
                url: format!("{requests_url}#request-{}", request.id),
                due: Due::of(&office, request.due_at, now),
            });
        }
    }
    if has(&office, Permission::ViewWeek, Module::WeeklyProposals) {
        stats.push(week_stat(&office, &mut shop).await?);
    }
    if has(&office, Permission::Call, Module::CallList) {
        stats.push(calls_stat(&office, &mut shop).await?);
    }
    if changes::is_open_to(&office) {
        stats.push(changes_stat(&office, &mut shop).await?);
    }
    if office.access.may(Permission::Import) {
        stats.push(import_stat(&office, &mut shop).await?);
    }
    if office.access.is_whole() {
        stats.push(Stat {
            label: office.t.get("office-home-customers"),
            value: format::integer(shop.count_customers().await?, office.language),
            note: String::new(),
            url: address(&office, urls::Office::Customers),
        });
    }
    drop(tx);
    html(&Home {
        page: office.page(&office.t.get("office-nav-home"), "home"),
        t: office.t.clone(),
        today: format::date_with_weekday(company.today(now), office.language),
        stats,
        waiting,
        requests_url,
        customers_url: address(&office, urls::Office::Customers),
    })
}

/// Whether this person has a part in something. Figures of the whole company are for those who reach all of it.
fn has(office: &Office, permission: Permission, module: Module) -> bool {
    office.access.may(permission) && office.access.is_whole() && office.company.company.has(module.as_str())
}

async fn requests_stat(office: &Office, shop: &mut CompanyTx<'_>, url: &str) -> WebResult<Stat> {
    let (open, overdue) = shop.waiting_account_requests().await?;
    let note = match overdue {
        0 => String::new(),
        n => office.t.with("office-home-overdue", &[("count", n.into())]),
    };
    Ok(Stat {
        label: office.t.get("office-nav-requests"),
        value: format::integer(open, office.language),
        note,
        url: url.to_owned(),
    })
}

async fn week_stat(office: &Office, shop: &mut CompanyTx<'_>) -> WebResult<Stat> {
    let week = IsoWeek::of(office.company.company.today(office.now()));
    let counts = shop.week_counts(week, None).await?;
    let waits = |c: &&carport_store::proposals::Counted| {
        c.status == ProposalStatus::Proposed && matches!(c.outcome, OutcomeKind::Send | OutcomeKind::CallList)
    };
    let undecided: i64 = counts.iter().filter(waits).map(|c| c.number).sum();
    Ok(Stat {
        label: office.t.get("office-home-week"),
        value: format::integer(undecided, office.language),
        note: office.t.with(
            "office-home-week-note",
            &[("week", i64::from(week.number()).to_string().into())],
        ),
        url: address(office, urls::Office::ThisWeek),
    })
}

async fn calls_stat(office: &Office, shop: &mut CompanyTx<'_>) -> WebResult<Stat> {
    let counts = shop.call_counts().await?;
    let count = |state: CallState| {
        counts
            .iter()
            .filter(|(s, _)| *s == state)
            .map(|(_, n)| *n)
            .sum::<i64>()
    };
    let again = count(CallState::CallBack);
    let note = match again {
        0 => String::new(),
        n => office.t.with("office-home-call-back", &[("count", n.into())]),
    };
    Ok(Stat {
        label: office.t.get("office-home-calls"),
        value: format::integer(count(CallState::Open) + again, office.language),
        note,
        url: address(office, urls::Office::CallList),
    })
}

async fn changes_stat(office: &Office, shop: &mut CompanyTx<'_>) -> WebResult<Stat> {
    let (waiting, corrections) = shop.count_waiting_changes().await?;
    Ok(Stat {
        label: office.t.get("office-home-changes"),
        value: format::integer(waiting, office.language),
        note: match corrections {
            0 => String::new(),
            n => office.t.with("office-home-corrections", &[("count", n.into())]),
        },
        url: office.url("/changes"),
    })
}

/// The last import: when, by whom, how many rows and how many of them were not taken, or that it waits.
async fn import_stat(office: &Office, shop: &mut CompanyTx<'_>) -> WebResult<Stat> {
    let t = &office.t;
    let stat = |value: String, note: String, url| Stat {
        label: t.get("office-imports-last"),
        value,
        note,
        url,
    };
    let Some(import) = shop.imports(1).await?.pop() else {
        let url = address(office, urls::Office::Imports);
        return Ok(stat(t.get("office-imports-last-none"), String::new(), url));
    };
    let names = staff_names(shop).await?;
    let total = import.total();
    let number = |n: u64| i64::try_from(n).unwrap_or(i64::MAX).into();
    let mut note = vec![names.name(&import.started_by, t)];
    match import.state {
        ImportState::Done => {
            note.push(t.with("office-imports-last-rows", &[("rows", number(total.rows()))]));
            if total.rejected > 0 {
                note.push(t.with(
                    "office-imports-last-rejected",
                    &[("rejected", number(total.rejected))],
                ));
            }
        }
        state => note.push(t.choice("office-imports-state", state.as_str())),
    }
    let zone = office.company.company.time_zone;
    Ok(stat(
        format::date_short(import.created_at.date_in(zone), office.language),
        note.join(" · "),
        address(office, urls::Office::Import(import.id)),
    ))
}
