//! Customers in the back office: finding them, their page, and what staff change there on request.

pub mod activation_letter;
mod car;
mod consents;
mod edit;
pub mod history;
mod invitation;
mod invoice;
mod list;
mod objection;
mod preferences;
mod view;

use std::collections::HashMap;

use axum::Router;
use carport_domain::access::Permission;
use carport_domain::company::Slug;
use carport_domain::i18n::Texts;
use carport_domain::{CustomerId, StaffId, urls};
use carport_store::CompanyTx;
use carport_store::customers::Customer;

use crate::kit::app::AppState;
use crate::kit::prelude::*;

/// Its addresses.
pub fn routes() -> Router<AppState> {
    Router::new()
        .merge(list::routes())
        .merge(view::routes())
        .merge(edit::routes())
        .merge(car::routes())
        .merge(invoice::routes())
        .merge(preferences::routes())
        .merge(objection::routes())
        .merge(invitation::routes())
        .merge(activation_letter::routes())
}

/// The typed address of a page of this company's back office.
pub fn address(office: &Office, page: urls::Office<'_>) -> String {
    match office.company.company.slug.parse::<Slug>() {
        Ok(slug) => page.path(&slug),
        Err(_) => office.url(""),
    }
}

/// The customer an address names.
pub fn id(text: &str) -> WebResult<CustomerId> {
    text.parse().map_err(|_| WebError::NotFound)
}

/// A customer whom this person may see; anybody else is not there (F200).
pub async fn reach(office: &Office, shop: &mut CompanyTx<'_>, id: CustomerId) -> WebResult<Customer> {
    office.require(Permission::ViewCustomers)?;
    let customer = shop.customer(id).await?.ok_or(WebError::NotFound)?;
    let region = match customer.location_id {
        Some(location) => shop.location(location).await?.and_then(|l| l.region),
        None => None,
    };
    if office.access.reaches(customer.location_id, region.as_deref()) {
        Ok(customer)
    } else {
        Err(WebError::NotFound)
    }
}

/// The names of the company's staff.
#[derive(Debug, Clone, Default)]
pub struct StaffNames(HashMap<StaffId, String>);

impl StaffNames {
    /// The name behind `staff:<id>`; others by what they are.
    pub fn name(&self, actor: &str, t: &Texts) -> String {
        match actor.split_once(':') {
            Some(("staff", id)) => id
                .parse()
                .map_or_else(|_| t.get("office-actor-staff"), |id| self.of(id, t)),
            Some(("customer", _)) => t.get("office-actor-customer"),
            _ => t.get("office-actor-system"),
        }
    }

    /// The name of a member of staff; of one who left, only that it was staff.
    pub fn of(&self, id: StaffId, t: &Texts) -> String {
        self.0
            .get(&id)
            .cloned()
            .unwrap_or_else(|| t.get("office-actor-staff"))
    }
}

/// Loads the names of the company's staff.
pub async fn staff_names(shop: &mut CompanyTx<'_>) -> WebResult<StaffNames> {
    Ok(StaffNames(
        shop.members()
            .await?
            .into_iter()
            .map(|m| (m.staff_id, m.name))
            .collect(),
    ))
}
