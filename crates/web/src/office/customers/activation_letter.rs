//! Printing an activation letter for a customer without a working e-mail address (SEC-ACT-3).

use axum::Router;
use axum::routing::post;
use carport_domain::{AccountRequestId, CustomerId, urls};
use carport_outreach::accounts::{LetterObstacle, print_activation_letter};

use super::invitation::may_invite;
use super::{address, id, reach};
use crate::kit::app::AppState;
use crate::kit::download;
use crate::kit::prelude::*;
use crate::office::said;

/// Its address.
pub fn routes() -> Router<AppState> {
    Router::new().route(
        "/office/{company}/customers/{customer}/activation-letter",
        post(print),
    )
}

async fn print(office: Office, Path((_, customer)): Path<(String, String)>) -> WebResult<Response> {
    if !may_invite(&office) {
        return Err(WebError::NotFound);
    }
    let customer = id(&customer)?;
    let back = address(&office, urls::Office::Customer(customer));
    hand_over(&office, customer, None, &back).await
}

/// Prints the letter of a customer and hands it over, which answers `request` where there is one; or says at `back` what stands
/// in the way.
pub async fn hand_over(
    office: &Office,
    customer: CustomerId,
    request: Option<AccountRequestId>,
    back: &str,
) -> WebResult<Response> {
    let company = office.company.company.id;
    let mut tx = office.app.store.read().await?;
    let found = reach(office, &mut tx.company(company).await?, customer).await?;
    drop(tx);
    let actor = office.actor();
    let printed = print_activation_letter(&office.app.outreach, company, customer, request, &actor).await?;
    let obstacle = match printed {
        Ok(pdf) => {
            let name = format!("activation-{}.pdf", found.dms_number.unwrap_or_default());
            return Ok(download::file(pdf, "application/pdf", &name, true));
        }
        Err(obstacle) => obstacle,
    };
    let word = match obstacle {
        LetterObstacle::HasAccount => "invitation-has-account",
        LetterObstacle::HasEmail => "letter-has-email",
        LetterObstacle::NoNumber => "letter-no-number",
        LetterObstacle::NoAddress => "letter-no-address",
        LetterObstacle::UnprintableAddress => "letter-unprintable",
        LetterObstacle::RequestAnswered => "request-answered",
    };
    Ok(said(office, back, "attention", word))
}
