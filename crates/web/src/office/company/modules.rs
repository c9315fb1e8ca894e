//! Which parts of Carport the company uses (F16); a part that is off answers 404 everywhere.

use askama::Template;
use axum::Router;
use axum::routing::get;
use carport_domain::company::Module;
use carport_domain::i18n::Named;
use serde_json::{Map, json};

use super::{frame, saved};
use crate::kit::app::AppState;
use crate::kit::page::NavItem;
use crate::kit::prelude::*;

/// Its address.
pub fn routes() -> Router<AppState> {
    Router::new().route("/office/{company}/company/modules", get(show).post(save))
}

/// One part with its switch.
struct Row {
    key: String,
    name: String,
    about: String,
    on: bool,
}

#[derive(Template)]
#[template(path = "office/company/modules.html")]
struct Modules {
    page: Page,
    t: Texts,
    tabs: Vec<NavItem>,
    modules: Vec<Row>,
}

async fn show(office: Office) -> WebResult<Response> {
    let (page, tabs) = frame(&office, "modules")?;
    let t = office.t.clone();
    let row = |module: &Module| {
        let needs = module
            .needs()
            .map(|m| t.with("company-module-needs", &[("module", m.name(&t).into())]));
        Row {
            key: module.as_str().to_owned(),
            name: module.name(&t),
            about: [Some(module.about(&t)), needs]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join(" "),
            on: office.company.company.has(module.as_str()),
        }
    };
    html(&Modules {
        modules: Module::ALL.iter().map(row).collect(),
        page,
        tabs,
        t,
    })
}

async fn save(office: Office, form: Form) -> WebResult<Response> {
    frame(&office, "modules")?;
    let mut tx = office.app.store.begin().await?;
    let mut own = tx.company(office.company.company.id).await?;
    let company = own.profile().await?;
    let mut changed = Map::new();
    for module in Module::ALL {
        let (was, is) = (
            company.has(module.as_str()),
            form.all("module").any(|m| m == module.as_str()),
        );
        if was != is {
            own.set_module(module.as_str(), is, &office.actor()).await?;
            changed.insert(module.as_str().to_owned(), json!([was, is]));
        }
    }
    if !changed.is_empty() {
        own.audit(
            &office.actor(),
            "company.modules",
            &format!("company:{}", company.id),
            &changed.into(),
        )
        .await?;
        tx.commit().await?;
        office.app.companies.forget();
    }
    Ok(saved(&office, "/company/modules", "company-saved"))
}
