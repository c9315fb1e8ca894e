//! The queue: what waits, the most urgent first, and what was answered lately.

use std::collections::HashMap;

use askama::Template;
use axum::Router;
use axum::http::StatusCode;
use axum::routing::get;
use carport_domain::{AccountRequestId, format, urls};
use carport_store::account_requests::{AccountRequest, RequestMatch, RequestStatus};

use super::Due;
use crate::kit::app::AppState;
use crate::kit::prelude::*;
use crate::office::customers::{self, address};

/// Its address.
pub fn routes() -> Router<AppState> {
    Router::new().route("/office/{company}/requests", get(show))
}

/// Requests shown at once.
const OPEN: i64 = 100;
/// Answered ones shown.
const ANSWERED: i64 = 20;
/// Suggestions shown for each.
const SUGGESTIONS: usize = 5;

/// A customer who may have asked.
struct Suggestion {
    customer: String,
    name: String,
    number: String,
    url: String,
    reasons: Vec<String>,
    /// Where the invitation goes; empty: nowhere.
    email: String,
    has_account: bool,
}

/// A request that waits.
struct Open {
    id: String,
    name: String,
    address: String,
    plate: String,
    email: String,
    received: String,
    due: Due,
    suggestions: Vec<Suggestion>,
    invite_url: String,
    letter_url: String,
    decline_url: String,
    search_url: String,
    note: String,
    error: String,
}

impl Open {
    /// The id of its note's field, of which the page has one per request.
    fn note_id(&self) -> String {
        format!("note-{}", self.id)
    }

    /// The id of the field for somebody else's number.
    fn number_id(&self) -> String {
        format!("number-{}", self.id)
    }
}

/// A request that was answered.
struct Answered {
    name: String,
    status: String,
    tone: &'static str,
    when: String,
    by: String,
    note: String,
    customer_url: String,
}

#[derive(Template)]
#[template(path = "office/requests.html")]
struct Requests {
    page: Page,
    t: Texts,
    open: Vec<Open>,
    answered: Vec<Answered>,
}

async fn show(office: Office) -> WebResult<Response> {
    super::require(&office)?;
    page(&office, None, StatusCode::OK).await
}

/// The page, with the form of one request that came back.
pub(super) async fn page(
    office: &Office,
    back: Option<(AccountRequestId, &Form)>,
    status: StatusCode,
) -> WebResult<Response> {
    let mut tx = office.app.store.read().await?;
    let mut shop = tx.company(office.company.company.id).await?;
    let open = shop.account_requests(RequestStatus::Open, OPEN).await?;
    let ids: Vec<AccountRequestId> = open.iter().map(|request| request.id).collect();
    let mut matches: HashMap<AccountRequestId, Vec<RequestMatch>> = HashMap::new();
    for found in shop.account_request_matches(&ids).await? {
        matches.entry(found.request_id).or_default().push(found);
    }
    let mut answered = shop.account_requests(RequestStatus::Invited, ANSWERED).await?;
    answered.extend(shop.account_requests(RequestStatus::Declined, ANSWERED).await?);
    answered.sort_by_key(|request| (std::cmp::Reverse(request.handled_at), request.id));
    let staff = customers::staff_names(&mut shop).await?;
    drop(tx);
    let open = open.into_iter().map(|request| {
        let back = back.filter(|(id, _)| *id == request.id).map(|(_, form)| form);
        let found = matches.remove(&request.id).unwrap_or_default();
        row(office, request, found, back)
    });
    let answered = answered
        .into_iter()
        .take(usize::try_from(ANSWERED).unwrap_or(0))
        .map(|request| {
            let zone = office.company.company.time_zone;
            Answered {
                name: format!("{} {}", request.first_name, request.last_name),
                status: office.t.choice("office-requests-status", request.status.as_str()),
                tone: if request.status == RequestStatus::Invited {
                    "good"
                } else {
                    ""
                },
                when: request
                    .handled_at
                    .map(|at| format::date_and_time(at, zone, office.language))
                    .unwrap_or_default(),
                by: request
                    .handled_by
                    .as_deref()
                    .map(|by| staff.name(by, &office.t))
                    .unwrap_or_default(),
                note: request.note.unwrap_or_default(),
                customer_url: request
                    .customer_id
                    .map(|id| address(office, urls::Office::Customer(id)))
                    .unwrap_or_default(),
            }
        });
    let template = Requests {
        page: office.page(&office.t.get("office-nav-requests"), "requests"),
        t: office.t.clone(),
        open: open.collect(),
        answered: answered.collect(),
    };
    html_with_status(status, &template)
}

fn row(office: &Office, request: AccountRequest, found: Vec<RequestMatch>, back: Option<&Form>) -> Open {
    let base = format!("{}/{}", address(office, urls::Office::Requests), request.id);
    let zone = office.company.company.time_zone;
    let search: String = form_urlencoded::byte_serialize(request.last_name.as_bytes()).collect();
    Open {
        id: request.id.to_string(),
        name: format!("{} {}", request.first_name, request.last_name),
        address: format!(
            "{}, {} {}",
            format!("{} {}", request.street, request.house_number).trim(),
            request.postcode,
            request.city
        ),
        plate: request.plate,
        email: request.email,
        received: format::date_and_time(request.received_at, zone, office.language),
        due: Due::of(office, request.due_at, office.now()),
        suggestions: found
            .into_iter()
            .take(SUGGESTIONS)
            .map(|m| suggestion(office, m))
            .collect(),
        invite_url: format!("{base}/invitation"),
        letter_url: format!("{base}/letter"),
        decline_url: format!("{base}/decline"),
        search_url: format!("{}?q={search}", address(office, urls::Office::Customers)),
        note: back.map(|form| form.text("note").to_owned()).unwrap_or_default(),
        error: back.map(|form| form.error("note", &office.t)).unwrap_or_default(),
    }
}

fn suggestion(office: &Office, found: RequestMatch) -> Suggestion {
    let reasons = [
        (found.email, "office-requests-match-email"),
        (found.plate, "office-requests-match-plate"),
        (found.name_and_postcode, "office-requests-match-name"),
    ];
    let name = [
        found.first_name.as_deref(),
        found.infix.as_deref(),
        Some(found.last_name.as_str()),
    ];
    Suggestion {
        customer: found.customer_id.to_string(),
        name: name
            .into_iter()
            .flatten()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(" "),
        number: found.dms_number.unwrap_or_default(),
        url: address(office, urls::Office::Customer(found.customer_id)),
        reasons: reasons
            .iter()
            .filter(|(holds, _)| *holds)
            .map(|(_, key)| office.t.get(key))
            .collect(),
        email: found.email_on_file.unwrap_or_default(),
        has_account: found.has_account,
    }
}
