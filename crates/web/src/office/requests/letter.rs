//! One click that answers a request with an activation letter, where no e-mail address is on file (F31, SEC-ACT-3).

use axum::Router;
use axum::routing::post;
use carport_domain::{AccountRequestId, CustomerId, urls};
use carport_outreach::accounts::Occasion;

use crate::kit::app::AppState;
use crate::kit::prelude::*;
use crate::office::customers::{activation_letter, address};

/// Its address.
pub fn routes() -> Router<AppState> {
    Router::new().route("/office/{company}/requests/{request}/letter", post(print))
}

async fn print(
    office: Office,
    Path((_, request)): Path<(String, String)>,
    form: Form,
) -> WebResult<Response> {
    super::require(&office)?;
    let request: AccountRequestId = request.parse().map_err(|_| WebError::NotFound)?;
    let customer: CustomerId = form.text("customer").parse().map_err(|_| WebError::NotFound)?;
    let back = address(&office, urls::Office::Requests);
    activation_letter::hand_over(&office, customer, Occasion::Request(request), &back).await
}
