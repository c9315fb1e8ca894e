//! Background work: how much is waiting, and what was given up.

use askama::Template;
use axum::Router;
use axum::routing::get;
use carport_domain::format;
use carport_store::jobs::JobState;

use super::frame::Operator;
use crate::kit::app::AppState;
use crate::kit::prelude::*;

/// Dead jobs shown.
const ROWS: i64 = 200;

/// Its address.
pub fn routes() -> Router<AppState> {
    Router::new().route("/operator/jobs", get(show))
}

/// A job that was given up.
struct Row {
    company: String,
    company_id: String,
    id: String,
    kind: String,
    attempts: i64,
    when: String,
    error: String,
}

#[derive(Template)]
#[template(path = "operator/jobs.html")]
struct Jobs {
    page: Page,
    t: Texts,
    counts: Vec<(String, String)>,
    rows: Vec<Row>,
}

async fn show(who: Operator) -> WebResult<Response> {
    let t = who.t.clone();
    let mut tx = who.app.store.read().await?;
    let mut installation = tx.installation().await?;
    let counts = installation.job_counts().await?;
    let dead = installation.jobs_in(JobState::Dead, ROWS).await?;
    let companies = installation.companies().await?;
    let count = |state: &JobState| counts.iter().find(|(s, _)| s == state).map_or(0, |(_, n)| *n);
    let row = |j: carport_store::jobs::JobRow| Row {
        company: companies
            .iter()
            .find(|c| c.id == j.company_id)
            .map_or_else(|| t.get("operator-installation"), |c| c.name.clone()),
        company_id: j.company_id.to_string(),
        id: j.id.to_string(),
        kind: j.kind,
        attempts: j.attempts,
        when: format::date_and_time(j.run_at, chrono_tz::UTC, t.language()),
        error: j.last_error.unwrap_or_default(),
    };
    html(&Jobs {
        counts: JobState::ALL
            .iter()
            .map(|state| {
                (
                    t.choice("job-state", state.as_str()),
                    format::integer(count(state), t.language()),
                )
            })
            .collect(),
        rows: dead.into_iter().map(row).collect(),
        page: who.page(&t.get("operator-nav-jobs"), "jobs"),
        t,
    })
}
