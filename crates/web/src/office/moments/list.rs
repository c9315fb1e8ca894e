//! The catalogue of contact moments, as the company runs it.

use askama::Template;
use axum::Router;
use axum::routing::get;
use carport_domain::access::Permission;
use carport_domain::moments::Cadence;

use super::{allowed, channels_at, icon, stocked, url};
use crate::kit::app::AppState;
use crate::kit::prelude::*;

/// Its address.
pub fn routes() -> Router<AppState> {
    Router::new().route("/office/{company}/moments", get(show))
}

struct Row {
    url: String,
    name: String,
    about: String,
    when: String,
    on: bool,
    is_action: bool,
    /// Icon and name of each channel, in order.
    channels: Vec<(&'static str, String)>,
}

#[derive(Template)]
#[template(path = "office/moments/list.html")]
struct Moments {
    page: Page,
    t: Texts,
    rows: Vec<Row>,
    may_switch: bool,
    add_url: String,
}

async fn show(office: Office) -> WebResult<Response> {
    allowed(&office, Permission::ViewWeek)?;
    let moments = stocked(&office).await?;
    let (t, language) = (&office.t, office.language);
    let can = channels_at(&office);
    let rows = moments.into_iter().map(|m| {
        let definition = m.definition.with_settings(&office.company.settings);
        let channels = definition
            .channels_in_order()
            .into_iter()
            .filter(|c| can.contains(c));
        Row {
            url: url(&office, &definition.key, ""),
            name: definition.name(language).to_owned(),
            about: definition.about(language).to_owned(),
            when: super::show::when(&definition, t),
            on: m.enabled_at.is_some(),
            is_action: definition.cadence == Cadence::Action,
            channels: channels
                .map(|c| (icon(c), t.choice("consent-channel", c.as_str())))
                .collect(),
        }
    });
    html(&Moments {
        rows: rows.collect(),
        page: office.page(&t.get("office-moments-title"), "moments"),
        may_switch: office.access.may(Permission::EditMoments),
        add_url: office.url("/actions/new"),
        t: t.clone(),
    })
}
