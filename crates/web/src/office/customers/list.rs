//! The list of customers and the search over it; the command menu shows its element `results`.

use askama::Template;
use axum::Router;
use axum::extract::RawQuery;
use axum::routing::get;
use carport_domain::access::Permission;
use carport_domain::people::fold;
use carport_domain::{CustomerId, format, urls};
use carport_store::customers::{Found, Page as Slice};

use super::address;
use crate::kit::app::AppState;
use crate::kit::forms::decode;
use crate::kit::prelude::*;

/// Its address.
pub fn routes() -> Router<AppState> {
    Router::new().route("/office/{company}/customers", get(show))
}

/// Rows of a page.
const ROWS: i64 = 50;
/// The longest search that is looked for, characters.
const LONGEST: usize = 100;

struct Row {
    url: String,
    name: String,
    number: String,
    location: String,
    last_visit: String,
    has_account: bool,
}

#[derive(Template)]
#[template(path = "office/customers/list.html")]
struct List {
    page: Page,
    t: Texts,
    query: String,
    rows: Vec<Row>,
    url: String,
    first_url: String,
    next_url: String,
    shown: String,
}

async fn show(office: Office, RawQuery(query): RawQuery) -> WebResult<Response> {
    office.require(Permission::ViewCustomers)?;
    let asked = Form::of(decode(query.unwrap_or_default().as_bytes()));
    let typed: String = asked.text("q").chars().take(LONGEST).collect();
    let after = asked
        .text("after-id")
        .parse::<CustomerId>()
        .ok()
        .map(|id| (asked.raw("after").to_owned(), id));
    let is_first = after.is_none();
    // One row more than shown tells whether there is a next page.
    let slice = Slice {
        after,
        regions: office.regions().map(<[String]>::to_vec),
        limit: ROWS + 1,
    };
    let mut tx = office.app.store.read().await?;
    let mut shop = tx.company(office.company.company.id).await?;
    let folded = fold(&typed);
    let mut found = if folded.is_empty() {
        shop.list_customers(&slice).await?
    } else {
        let compact: String = typed.chars().filter(|c| c.is_alphanumeric()).collect();
        shop.search_customers(&folded, &compact, &slice).await?
    };
    let locations = shop.locations().await?;
    drop(tx);
    let rows_per_page = usize::try_from(ROWS).unwrap_or(0);
    let more = found.len() > rows_per_page;
    found.truncate(rows_per_page);
    let url = address(&office, urls::Office::Customers);
    let next_url = found
        .last()
        .filter(|_| more)
        .map(|last| next(&url, &typed, last))
        .unwrap_or_default();
    let name_of = |found: &Found| {
        let location = found
            .location_id
            .and_then(|id| locations.iter().find(|l| l.id == id));
        location.map(|l| l.name.clone()).unwrap_or_default()
    };
    let rows: Vec<Row> = found
        .iter()
        .map(|found| Row {
            url: address(&office, urls::Office::Customer(found.id)),
            name: name(found),
            number: found.dms_number.clone().unwrap_or_default(),
            location: name_of(found),
            last_visit: found
                .last_visit_on
                .map(|on| format::date_short(on, office.language))
                .unwrap_or_default(),
            has_account: found.has_account,
        })
        .collect();
    let mut page = office.page(&office.t.get("office-nav-customers"), "customers");
    if let Some(search) = &mut page.search {
        search.query = typed.clone();
    }
    let count = i64::try_from(rows.len()).unwrap_or(0);
    html(&List {
        page,
        t: office.t.clone(),
        first_url: if is_first {
            String::new()
        } else {
            with_query(&url, &typed)
        },
        shown: office
            .t
            .with("office-customers-shown", &[("count", count.into())]),
        query: typed,
        rows,
        url,
        next_url,
    })
}

/// The name in the order of the list: surname first.
fn name(found: &Found) -> String {
    let given = found.first_name.as_deref().or(found.initials.as_deref());
    let rest = [given, found.infix.as_deref()]
        .into_iter()
        .flatten()
        .filter(|p| !p.is_empty())
        .collect::<Vec<_>>()
        .join(" ");
    let person = match (found.last_name.is_empty(), rest.is_empty()) {
        (false, false) => format!("{}, {rest}", found.last_name),
        (false, true) => found.last_name.clone(),
        (true, _) => rest,
    };
    match &found.business_name {
        Some(firm) if person.is_empty() => firm.clone(),
        Some(firm) => format!("{firm} · {person}"),
        None => person,
    }
}

fn with_query(url: &str, typed: &str) -> String {
    if typed.is_empty() {
        return url.to_owned();
    }
    let query = form_urlencoded::Serializer::new(String::new())
        .append_pair("q", typed)
        .finish();
    format!("{url}?{query}")
}

fn next(url: &str, typed: &str, last: &Found) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    if !typed.is_empty() {
        query.append_pair("q", typed);
    }
    query
        .append_pair("after", &last.name_folded)
        .append_pair("after-id", &last.id.to_string());
    format!("{url}?{}", query.finish())
}
