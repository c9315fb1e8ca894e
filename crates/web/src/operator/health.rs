//! Whether the installation is well: database, migrations, version, work given up.

use askama::Template;
use axum::Router;
use axum::routing::get;
use carport_domain::format;
use carport_store::jobs::JobState;

use super::frame::Operator;
use crate::kit::app::AppState;
use crate::kit::prelude::*;

/// Its address.
pub fn routes() -> Router<AppState> {
    Router::new().route("/operator/health", get(show))
}

/// One thing that is well or is not.
struct Check {
    label: String,
    value: String,
    good: bool,
}

#[derive(Template)]
#[template(path = "operator/health.html")]
struct Health {
    page: Page,
    t: Texts,
    checks: Vec<Check>,
}

async fn show(who: Operator) -> WebResult<Response> {
    let t = who.t.clone();
    let (known, applied) = who.app.store.migration_state().await?;
    let mut tx = who.app.store.read().await?;
    let counts = tx.installation().await?.job_counts().await?;
    let dead = counts
        .iter()
        .find(|(state, _)| *state == JobState::Dead)
        .map_or(0, |(_, n)| *n);
    let check = |key: &str, value: String, good: bool| Check {
        label: t.get(key),
        value,
        good,
    };
    html(&Health {
        checks: vec![
            check(
                "operator-health-database",
                who.app.store.db().kind().to_owned(),
                true,
            ),
            check(
                "operator-health-migrations",
                format!("{applied} / {known}"),
                applied == known,
            ),
            check(
                "operator-health-version",
                env!("CARGO_PKG_VERSION").to_owned(),
                true,
            ),
            check(
                "operator-health-address",
                who.app.config.base_url.clone(),
                who.app.config.secure() || who.app.config.demo,
            ),
            check(
                "operator-health-dead",
                format::integer(dead, t.language()),
                dead == 0,
            ),
        ],
        page: who.page(&t.get("operator-nav-health"), "health"),
        t,
    })
}
