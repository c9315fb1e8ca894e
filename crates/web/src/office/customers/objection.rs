//! Noting that a customer objects to all marketing (GDPR art. 21(2)): one press, with where and why it was said.

use axum::Router;
use axum::http::StatusCode;
use axum::routing::post;
use carport_domain::access::Permission;
use carport_domain::consent::Scope;
use carport_domain::consent::matrix::refuse;
use carport_domain::urls;
use serde_json::json;

use super::{address, consents, id, preferences, reach};
use crate::kit::app::AppState;
use crate::kit::prelude::*;
use crate::office::said;

/// Its address.
pub fn routes() -> Router<AppState> {
    Router::new().route("/office/{company}/customers/{customer}/objection", post(object))
}

async fn object(
    office: Office,
    Path((_, customer)): Path<(String, String)>,
    mut form: Form,
) -> WebResult<Response> {
    office.require(Permission::EditCustomers)?;
    let mut tx = office.app.store.begin().await?;
    let mut shop = tx.company(office.company.company.id).await?;
    let customer = reach(&office, &mut shop, id(&customer)?).await?;
    let of = consents::load(&office, &mut shop, customer.id).await?;
    let Some(said_so) = preferences::statement(&office, &mut form) else {
        drop(tx);
        return preferences::page(&office, &customer, &of, form, StatusCode::UNPROCESSABLE_ENTITY);
    };
    let back = address(&office, urls::Office::Customer(customer.id));
    if of.matrix.objection.is_some() {
        return Ok(said(&office, &back, "attention", "preferences-unchanged"));
    }
    let now = shop.now();
    let draft = preferences::template(&office, customer.id, &of, &said_so, None, now);
    let event = refuse(Scope::ALL, &draft).map_err(|e| WebError::Internal(e.to_string()))?;
    let detail = json!({ "source": said_so.source, "reason": said_so.reason, "entries": [event.id] });
    let events = said_so.dated(vec![event], office.company.company.time_zone);
    shop.record_consents(&events).await?;
    shop.audit(
        &office.actor(),
        "customer.objected",
        &format!("customer:{}", customer.id),
        &detail,
    )
    .await?;
    tx.commit().await?;
    Ok(said(&office, &back, "good", "office-objection"))
}
