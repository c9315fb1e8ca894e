//! Every company of the installation.

use askama::Template;
use axum::Router;
use axum::routing::get;
use carport_domain::company::Module;
use carport_domain::format;

use super::frame::Operator;
use crate::kit::app::AppState;
use crate::kit::prelude::*;

/// Its address.
pub fn routes() -> Router<AppState> {
    Router::new().route("/operator", get(show))
}

/// A company in the table.
struct Row {
    name: String,
    slug: String,
    started: String,
    modules: String,
    status: String,
    tone: &'static str,
    url: String,
}

#[derive(Template)]
#[template(path = "operator/companies.html")]
struct Companies {
    page: Page,
    t: Texts,
    rows: Vec<Row>,
}

/// The tone of a company's status.
pub(super) fn tone(status: carport_store::companies::CompanyStatus) -> &'static str {
    use carport_store::companies::CompanyStatus as S;
    match status {
        S::Active => "good",
        S::Suspended => "attention",
        S::Closed => "",
    }
}

async fn show(who: Operator) -> WebResult<Response> {
    let t = who.t.clone();
    let mut tx = who.app.store.read().await?;
    let companies = tx.installation().await?.companies().await?;
    let row = |c: carport_store::companies::Company| Row {
        started: format::date_short(c.started_on, t.language()),
        modules: format!("{} / {}", c.modules.len(), Module::ALL.len()),
        status: t.choice("company-status", c.status.as_str()),
        tone: tone(c.status),
        url: format!("/operator/companies/{}", c.slug),
        name: c.name,
        slug: c.slug,
    };
    html(&Companies {
        rows: companies.into_iter().map(row).collect(),
        page: who.page(&t.get("operator-nav-companies"), "companies"),
        t,
    })
}
