//! Printing an activation letter for a customer without a working e-mail address (SEC-ACT-3).

use axum::Router;
use axum::routing::post;
use carport_domain::{CustomerId, urls};
use carport_outreach::accounts::{LetterObstacle, NoLetter, Occasion, print_activation_letter};

use super::invitation::{may_invite, occasion};
use super::{address, id, reach};
use crate::kit::app::AppState;
use crate::kit::download;
use crate::kit::prelude::*;
use crate::office::{said, said_why};

/// Its address.
pub fn routes() -> Router<AppState> {
    Router::new().route(
        "/office/{company}/customers/{customer}/activation-letter",
        post(print),
    )
}

async fn print(
    office: Office,
    Path((_, customer)): Path<(String, String)>,
    form: Form,
) -> WebResult<Response> {
    if !may_invite(&office) {
        return Err(WebError::NotFound);
    }
    let customer = id(&customer)?;
    let back = address(&office, urls::Office::Customer(customer));
    hand_over(&office, customer, occasion(&form), &back).await
}

/// Prints the letter of a customer and hands it over, which answers the request where that is the occasion; or says at `back`
/// what stands in the way.
pub async fn hand_over(
    office: &Office,
    customer: CustomerId,
    occasion: Occasion,
    back: &str,
) -> WebResult<Response> {
    let company = office.company.company.id;
    let mut tx = office.app.store.read().await?;
    let found = reach(office, &mut tx.company(company).await?, customer).await?;
    drop(tx);
    let actor = office.actor();
    let printed = print_activation_letter(&office.app.outreach, company, customer, occasion, &actor).await?;
    let obstacle = match printed {
        Ok(pdf) => {
            let name = format!("activation-{}.pdf", found.dms_number.unwrap_or_default());
            return Ok(download::file(pdf, "application/pdf", &name, true));
        }
        Err(NoLetter::Obstacle(obstacle)) => obstacle,
        Err(NoLetter::KeptBack(obstacle)) => {
            return Ok(said_why(office, back, "invitation-kept-back", obstacle));
        }
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
