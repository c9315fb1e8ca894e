//! Answering a request with no, and noting why.

use axum::Router;
use axum::http::StatusCode;
use axum::routing::post;
use carport_domain::{AccountRequestId, urls};
use carport_outreach::accounts::decline_request;

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
    let app = &office.app;
    let mut tx = app.store.begin().await?;
    let mut shop = tx.company(office.company.company.id).await?;
    shop.account_request(request).await?.ok_or(WebError::NotFound)?;
    let (keys, base) = (app.store.keys(), &app.config.base_url);
    if !decline_request(&mut shop, keys, base, request, &note, office.id()).await? {
        return Ok(said(&office, &back, "attention", "request-answered"));
    }
    tx.commit().await?;
    Ok(said(&office, &back, "good", "request-declined"))
}
