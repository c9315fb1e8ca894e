//! The company's imports, the newest first.

use askama::Template;
use axum::Router;
use axum::routing::get;
use carport_domain::access::Permission;
use carport_domain::format;

use super::{state, url};
use crate::kit::app::AppState;
use crate::kit::prelude::*;
use crate::office::customers::staff_names;

/// Imports shown.
const ROWS: i64 = 100;

/// Its address.
pub fn routes() -> Router<AppState> {
    Router::new().route("/office/{company}/imports", get(show))
}

struct Row {
    url: String,
    when: String,
    who: String,
    contents: String,
    dry: bool,
    state: String,
    tone: &'static str,
    rows: String,
    rejected: String,
}

#[derive(Template)]
#[template(path = "office/imports/list.html")]
struct List {
    page: Page,
    t: Texts,
    rows: Vec<Row>,
    new_url: String,
    columns_url: String,
}

async fn show(office: Office) -> WebResult<Response> {
    office.require(Permission::Import)?;
    let (t, zone) = (office.t.clone(), office.company.company.time_zone);
    let mut tx = office.app.store.read().await?;
    let mut shop = tx.company(office.company.company.id).await?;
    let imports = shop.imports(ROWS).await?;
    let names = staff_names(&mut shop).await?;
    drop(tx);
    let number = |n: u64| format::integer(i64::try_from(n).unwrap_or(i64::MAX), office.language);
    let rows = imports.iter().map(|import| {
        let (state, tone) = state(import, &t);
        let total = import.total();
        Row {
            url: url(&office, import.id),
            when: format::date_and_time(import.created_at, zone, office.language),
            who: names.name(&import.started_by, &t),
            contents: t.choice("office-imports-mode", import.mode.as_str()),
            dry: import.dry_run,
            state,
            tone,
            rows: number(total.rows()),
            rejected: number(total.rejected),
        }
    });
    let rows = rows.collect();
    html(&List {
        page: office.page(&t.get("office-imports-title"), "imports"),
        new_url: office.url("/imports/new"),
        columns_url: office.url("/imports/columns"),
        t,
        rows,
    })
}
