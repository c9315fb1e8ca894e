//! Action contacts: one-off campaigns laid before the company, to run or not (F160).

use axum::Router;
use axum::routing::post;
use carport_domain::ActionContactId;
use carport_domain::access::Permission;
use carport_domain::clock::IsoWeek;
use carport_outreach::catalogue::decline_action;
use carport_outreach::week::activate_action;

use super::{MODULE, week_url};
use crate::kit::app::AppState;
use crate::kit::prelude::*;
use crate::office::said;

/// Its address.
pub fn routes() -> Router<AppState> {
    Router::new().route("/office/{company}/week/actions/{action}", post(decide))
}

async fn decide(
    office: Office,
    Path((_, action)): Path<(String, String)>,
    form: Form,
) -> WebResult<Response> {
    office.require(Permission::Approve)?;
    office.require_module(MODULE)?;
    let id: ActionContactId = action.parse().map_err(|_| WebError::NotFound)?;
    let company = office.company.company.id;
    let back = week_url(
        &office,
        IsoWeek::of(office.company.company.today(office.now())),
        "",
    );
    let actor = office.actor();
    if form.text("answer") == "activate" {
        let ran = activate_action(&office.app.store, company, id, None, &actor).await?;
        return Ok(match ran {
            Some(_) => said(&office, &back, "good", "action-activated"),
            None => said(&office, &back, "attention", "action-decided"),
        });
    }
    let mut tx = office.app.store.begin().await?;
    let declined = decline_action(&mut tx.company(company).await?, id, &actor).await?;
    tx.commit().await?;
    Ok(if declined {
        said(&office, &back, "good", "action-declined")
    } else {
        said(&office, &back, "attention", "action-decided")
    })
}
