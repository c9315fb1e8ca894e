//! Switching a moment on and off.

use axum::Router;
use axum::routing::post;
use carport_domain::access::Permission;
use carport_outreach::catalogue::switch;

use super::{allowed, url};
use crate::kit::app::AppState;
use crate::kit::prelude::*;
use crate::office::said;

/// Its address.
pub fn routes() -> Router<AppState> {
    Router::new().route("/office/{company}/moments/{moment}/switch", post(change))
}

async fn change(
    office: Office,
    Path((_, moment)): Path<(String, String)>,
    form: Form,
) -> WebResult<Response> {
    allowed(&office, Permission::EditMoments)?;
    let on = form.text("on") == "yes";
    let mut tx = office.app.store.begin().await?;
    let mut shop = tx.company(office.company.company.id).await?;
    shop.moment(&moment).await?.ok_or(WebError::NotFound)?;
    switch(&mut shop, &moment, on, &office.actor()).await?;
    tx.commit().await?;
    let word = if on { "moment-on" } else { "moment-off" };
    Ok(said(&office, &url(&office, &moment, ""), "good", word))
}
