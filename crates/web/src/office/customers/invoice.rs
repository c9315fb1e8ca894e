//! The document of an invoice, for staff whom a customer asks about it.

use axum::Router;
use axum::extract::RawQuery;
use axum::routing::get;
use carport_domain::InvoiceId;

use super::{id, reach};
use crate::kit::app::AppState;
use crate::kit::download;
use crate::kit::prelude::*;

/// Its address.
pub fn routes() -> Router<AppState> {
    Router::new().route(
        "/office/{company}/customers/{customer}/invoices/{invoice}",
        get(show),
    )
}

async fn show(
    office: Office,
    Path((_, customer, invoice)): Path<(String, String, String)>,
    RawQuery(query): RawQuery,
) -> WebResult<Response> {
    let customer = id(&customer)?;
    let invoice: InvoiceId = invoice.parse().map_err(|_| WebError::NotFound)?;
    let company = office.company.company.id;
    let mut tx = office.app.store.read().await?;
    let mut shop = tx.company(company).await?;
    reach(&office, &mut shop, customer).await?;
    let invoice = shop
        .invoice_of(customer, invoice)
        .await?
        .ok_or(WebError::NotFound)?;
    drop(tx);
    let key = invoice.document_key.as_deref().ok_or(WebError::NotFound)?;
    let content = office
        .app
        .store
        .files()
        .get(company, key)
        .await?
        .ok_or(WebError::NotFound)?;
    let attachment = query.as_deref() == Some("download");
    let name = format!("{}.pdf", invoice.dms_number);
    Ok(download::file(content, "application/pdf", &name, attachment))
}
