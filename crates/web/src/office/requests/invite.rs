//! One click that answers a request with an invitation to the address on file (F31).

use axum::Router;
use axum::routing::post;
use carport_domain::{AccountRequestId, CustomerId, urls};
use carport_outreach::accounts::{InviteOutcome, answer_request_with_invitation};

use crate::kit::app::AppState;
use crate::kit::prelude::*;
use crate::office::customers::{address, reach};
use crate::office::said;

/// Its address.
pub fn routes() -> Router<AppState> {
    Router::new().route("/office/{company}/requests/{request}/invitation", post(invite))
}

async fn invite(
    office: Office,
    Path((_, request)): Path<(String, String)>,
    form: Form,
) -> WebResult<Response> {
    super::require(&office)?;
    let request: AccountRequestId = request.parse().map_err(|_| WebError::NotFound)?;
    let customer: CustomerId = form.text("customer").parse().map_err(|_| WebError::NotFound)?;
    let app = &office.app;
    let mut tx = app.store.begin().await?;
    let mut shop = tx.company(office.company.company.id).await?;
    reach(&office, &mut shop, customer).await?;
    let (keys, base) = (app.store.keys(), &app.config.base_url);
    let outcome =
        answer_request_with_invitation(&mut shop, keys, base, Some(request), customer, office.id()).await?;
    tx.commit().await?;
    told(&office, outcome, &address(&office, urls::Office::Requests))
}

/// Says what became of an invitation.
pub fn told(office: &Office, outcome: InviteOutcome, back: &str) -> WebResult<Response> {
    let (tone, word) = match outcome {
        InviteOutcome::Sent => ("good", "invitation-sent"),
        InviteOutcome::HasAccount => ("attention", "invitation-has-account"),
        InviteOutcome::NoAddress => ("attention", "invitation-no-address"),
        InviteOutcome::AlreadyAnswered => ("attention", "request-answered"),
        InviteOutcome::NoCustomer => return Err(WebError::NotFound),
    };
    Ok(said(office, back, tone, word))
}
