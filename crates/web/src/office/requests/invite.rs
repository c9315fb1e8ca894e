//! One click that answers a request with an invitation to the address on file (F31).

use axum::Router;
use axum::routing::post;
use carport_domain::{AccountRequestId, CustomerId, urls};
use carport_outreach::accounts::{InviteOutcome, Occasion, send_invitation};
use carport_store::customers::Customer;

use crate::kit::app::AppState;
use crate::kit::prelude::*;
use crate::office::customers::{address, reach};
use crate::office::{said, said_why};

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
    let back = address(&office, urls::Office::Requests);
    let app = &office.app;
    let mut tx = app.store.begin().await?;
    let mut shop = tx.company(office.company.company.id).await?;
    let customer = match form.text("number") {
        "" => form.text("customer").parse::<CustomerId>().ok(),
        number => only(shop.customers_by_number(number).await?),
    };
    let Some(customer) = customer else {
        return Ok(said(&office, &back, "attention", "request-no-customer"));
    };
    reach(&office, &mut shop, customer).await?;
    let (keys, base) = (app.store.keys(), &app.config.base_url);
    let occasion = Occasion::Request(request);
    let outcome = send_invitation(&mut shop, keys, base, occasion, customer, office.id()).await?;
    tx.commit().await?;
    told(&office, outcome, &back)
}

/// A number that two systems gave to two people is nobody's here.
fn only(customers: Vec<Customer>) -> Option<CustomerId> {
    match customers.as_slice() {
        [one] => Some(one.id),
        _ => None,
    }
}

/// Says what became of an invitation.
pub fn told(office: &Office, outcome: InviteOutcome, back: &str) -> WebResult<Response> {
    let (tone, word) = match outcome {
        InviteOutcome::Sent => ("good", "invitation-sent"),
        InviteOutcome::HasAccount => ("attention", "invitation-has-account"),
        InviteOutcome::NoAddress => ("attention", "invitation-no-address"),
        InviteOutcome::AlreadyAnswered => ("attention", "request-answered"),
        InviteOutcome::NoCustomer => return Err(WebError::NotFound),
        InviteOutcome::KeptBack(obstacle) => {
            return Ok(said_why(office, back, "invitation-kept-back", obstacle));
        }
    };
    Ok(said(office, back, tone, word))
}
