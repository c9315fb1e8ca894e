//! «Mijn auto» (F77): the cars, one car with its history, what the customer may change and what the company corrects.

mod card;
mod correction;
mod edit;
mod list;
pub mod view;

use axum::Router;
use carport_domain::VehicleId;
use carport_domain::company::Module;
use carport_store::Tx;
use carport_store::customers::Vehicle;

use super::session::{self, Member};
use crate::kit::app::AppState;
use crate::kit::prelude::*;

/// Its addresses.
pub fn routes() -> Router<AppState> {
    Router::new()
        .merge(list::routes())
        .merge(card::routes())
        .merge(edit::routes())
        .merge(correction::routes())
}

/// The customer's own car with this id; another's is not there, nor is one with a malformed id.
async fn own_car(member: &Member, tx: &mut Tx, id: &str) -> WebResult<Vehicle> {
    session::require(&member.portal, Module::MyCar)?;
    let id: VehicleId = id.parse().map_err(|_| WebError::NotFound)?;
    tx.customer(member.who)
        .await?
        .my_vehicle(id)
        .await?
        .ok_or(WebError::NotFound)
}
