//! Taking an invitation back before it was accepted.

use axum::Router;
use axum::routing::post;
use carport_domain::InvitationId;
use carport_domain::access::Permission;
use serde_json::json;

use crate::kit::app::AppState;
use crate::kit::prelude::*;
use crate::office::company::saved;

/// Its address.
pub fn routes() -> Router<AppState> {
    Router::new().route(
        "/office/{company}/staff/invitations/{invitation}/withdraw",
        post(withdraw),
    )
}

async fn withdraw(office: Office, Path((_, word)): Path<(String, String)>) -> WebResult<Response> {
    office.require(Permission::ManageStaff)?;
    let id: InvitationId = word.parse().map_err(|_| WebError::NotFound)?;
    let mut tx = office.app.store.begin().await?;
    let mut own = tx.company(office.company.company.id).await?;
    if !own.withdraw_invitation(id).await? {
        return Err(WebError::NotFound);
    }
    own.audit(
        &office.actor(),
        "staff.withdrawn",
        &format!("invitation:{id}"),
        &json!({}),
    )
    .await?;
    tx.commit().await?;
    Ok(saved(&office, "/staff", "invitation-withdrawn"))
}
