//! Choosing a company; somebody who has one goes straight on.

use askama::Template;
use axum::Router;
use axum::routing::get;

use crate::kit::app::AppState;
use crate::kit::page::Link;
use crate::kit::prelude::*;
use crate::kit::staff::Staff;

/// Its address.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/office", get(show))
        .route("/office/", get(show))
}

#[derive(Template)]
#[template(path = "office/door/choose.html")]
struct Choose {
    page: Page,
    t: Texts,
    companies: Vec<(Link, String)>,
}

async fn show(staff: Staff) -> WebResult<Response> {
    if let [(slug, _, _)] = staff.companies.as_slice() {
        return Ok(see_other(&format!("/office/{slug}")));
    }
    let companies = staff
        .companies
        .iter()
        .map(|(slug, name, role)| {
            let link = Link {
                label: name.clone(),
                url: format!("/office/{slug}"),
            };
            (link, staff.t.choice("role", role.as_str()))
        })
        .collect();
    html(&Choose {
        page: staff.page(&staff.t.get("office-choose-title")),
        t: staff.t.clone(),
        companies,
    })
}
