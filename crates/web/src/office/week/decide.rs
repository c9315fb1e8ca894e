//! Approving, skipping, postponing, taking back: for the rows that were ticked, or for all of a moment that wait.

use axum::Router;
use axum::routing::post;
use carport_domain::ProposalId;
use carport_domain::access::Permission;
use carport_domain::proposals::Decision;
use carport_outreach::week::{AT_ONCE, Which, approve, approve_all, set_all_aside, set_aside};

use super::{MODULE, going, named, week_url};
use crate::kit::app::AppState;
use crate::kit::prelude::*;
use crate::office::said;

/// Its address.
pub fn routes() -> Router<AppState> {
    Router::new().route("/office/{company}/week/{week}/decisions", post(decide))
}

/// The most rows one press decides about.
const MOST: usize = 500;

async fn decide(office: Office, Path((_, week)): Path<(String, String)>, form: Form) -> WebResult<Response> {
    office.require(Permission::Approve)?;
    office.require_module(MODULE)?;
    let week = named(&week)?;
    let decision: Decision = form
        .text("decision")
        .parse()
        .map_err(|_| WebError::BadRequest("decision"))?;
    let moment = form.text("moment");
    let going = going(form.text("by"))?;
    let back = match form.text("by") {
        "" => week_url(&office, week, moment),
        by => format!("{}&by={by}", week_url(&office, week, moment)),
    };
    let all = form.text("which") == "all";
    let ids: Vec<ProposalId> = form
        .all("proposal")
        .take(MOST)
        .filter_map(|id| id.parse().ok())
        .collect();
    if !all && ids.is_empty() {
        return Ok(said(&office, &back, "attention", "week-nothing-selected"));
    }
    let company = office.company.company.id;
    let (store, actor) = (&office.app.store, office.actor());
    match (decision, all) {
        (Decision::Approve, _) => {
            let outreach = &office.app.outreach;
            let done = if all {
                approve_all(outreach, company, week, moment, going, AT_ONCE, &actor).await?
            } else {
                Some(approve(outreach, company, week, moment, Which::These(&ids), &actor).await?)
            };
            let Some(done) = done else {
                return Ok(said(&office, &back, "good", "week-approving"));
            };
            if !done.missing.is_empty() {
                return Ok(said(&office, &back, "attention", "week-approved-some-lack"));
            }
            if done.changed > 0 {
                return Ok(said(&office, &back, "attention", "week-approved-some-changed"));
            }
            Ok(said(&office, &back, "good", "week-approved"))
        }
        (Decision::Undo, _) => {
            let changed = set_aside(store, company, &ids, decision, &actor).await?;
            Ok(if changed > 0 {
                said(&office, &back, "good", "week-undone")
            } else {
                said(&office, &back, "attention", "week-not-undone")
            })
        }
        (_, true) => {
            let changed = set_all_aside(store, company, week, moment, going, decision, &actor).await?;
            Ok(set_aside_said(&office, &back, changed))
        }
        (_, false) => {
            let changed = set_aside(store, company, &ids, decision, &actor).await?;
            Ok(set_aside_said(&office, &back, changed))
        }
    }
}

fn set_aside_said(office: &Office, back: &str, changed: u64) -> Response {
    if changed > 0 {
        said(office, back, "good", "week-set-aside")
    } else {
        said(office, back, "attention", "week-not-set-aside")
    }
}
