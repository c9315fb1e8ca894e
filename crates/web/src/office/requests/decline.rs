//! Answering a request with no, and noting why.

use axum::Router;
use axum::http::StatusCode;
use axum::routing::post;
use carport_domain::{AccountRequestId, urls};
use carport_store::account_requests::RequestStatus;
use serde_json::json;

use super::list;
use crate::kit::app::AppState;
use crate::kit::prelude::*;
use crate::office::customers::address;
use crate::office::said;

/// Its address.
pub fn routes() -> Router<AppState> {
    Router::new().route("/office/{company}/requests/{request}/decline", post(decline))
}

async fn decline(
    office: Office,
    Path((_, request)): Path<(String, String)>,
    mut form: Form,
) -> WebResult<Response> {
    super::require(&office)?;
    let request: AccountRequestId = request.parse().map_err(|_| WebError::NotFound)?;
    let Some(note) = form.required("note") else {
        return list::page(&office, Some((request, &form)), StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let back = address(&office, urls::Office::Requests);
    let actor = office.actor();
    let mut tx = office.app.store.begin().await?;
    let mut shop = tx.company(office.company.company.id).await?;
    shop.account_request(request).await?.ok_or(WebError::NotFound)?;
    if !shop
        .settle_account_request(request, RequestStatus::Declined, None, &actor, Some(&note))
        .await?
    {
        return Ok(said(&office, &back, "attention", "request-answered"));
    }
    shop.audit(
        &actor,
        "account_request.declined",
        &format!("account_request:{request}"),
        &json!({ "note": note }),
    )
    .await?;
    tx.commit().await?;
    Ok(said(&office, &back, "good", "request-declined"))
}
