//! Inviting a customer to their page, to the address on file.

use axum::Router;
use axum::routing::post;
use carport_domain::access::Permission;
use carport_domain::company::Module;
use carport_domain::urls;
use carport_outreach::accounts::{Occasion, send_invitation};

use super::{address, id, reach};
use crate::kit::app::AppState;
use crate::kit::prelude::*;
use crate::office::requests::told;

/// Its address.
pub fn routes() -> Router<AppState> {
    Router::new().route("/office/{company}/customers/{customer}/invitation", post(invite))
}

/// Whether this person may invite customers here.
pub fn may_invite(office: &Office) -> bool {
    office.access.may(Permission::HandleRequests) && office.company.company.has(Module::Portal.as_str())
}

/// Whether staff say that the customer asked for it.
pub fn occasion(form: &Form) -> Occasion {
    if form.has("asked") {
        Occasion::Asked
    } else {
        Occasion::Unasked
    }
}

async fn invite(
    office: Office,
    Path((_, customer)): Path<(String, String)>,
    form: Form,
) -> WebResult<Response> {
    if !may_invite(&office) {
        return Err(WebError::NotFound);
    }
    let customer = id(&customer)?;
    let app = &office.app;
    let mut tx = app.store.begin().await?;
    let mut shop = tx.company(office.company.company.id).await?;
    reach(&office, &mut shop, customer).await?;
    let (keys, base) = (app.store.keys(), &app.config.base_url);
    let outcome = send_invitation(&mut shop, keys, base, occasion(&form), customer, office.id()).await?;
    tx.commit().await?;
    told(
        &office,
        outcome,
        &address(&office, urls::Office::Customer(customer)),
    )
}
