//! Running a campaign, or not (F160): its proposals come into the present week.

use axum::Router;
use axum::routing::post;
use carport_domain::access::Permission;
use carport_outreach::catalogue::decline_action;
use carport_outreach::week::begin_action;

use super::{allowed, id};
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
    allowed(&office, Permission::Approve)?;
    let id = id(&action)?;
    let company = office.company.company.id;
    let back = office.url(&format!("/actions/{id}"));
    let actor = office.actor();
    let (decided, word) = match form.text("answer") {
        "activate" => {
            let begun = begin_action(&office.app.store, company, id, &actor).await?;
            (begun, "action-activated")
        }
        "decline" => {
            let mut tx = office.app.store.begin().await?;
            let declined = decline_action(&mut tx.company(company).await?, id, &actor).await?;
            tx.commit().await?;
            (declined, "action-declined")
        }
        _ => return Err(WebError::BadRequest("answer")),
    };
    Ok(if decided {
        said(&office, &back, "good", word)
    } else {
        said(&office, &back, "attention", "action-decided")
    })
}
