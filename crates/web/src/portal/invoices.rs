//! The invoices, and each one's document exactly as the company delivered it (INT-09).

use askama::Template;
use axum::Router;
use axum::extract::RawQuery;
use axum::routing::get;
use carport_domain::company::Module;
use carport_domain::money::Currency;
use carport_domain::{InvoiceId, Money, format};
use carport_store::customers::Invoice;

use super::frame::Here;
use super::session::{self, Reader};
use crate::kit::app::AppState;
use crate::kit::download;
use crate::kit::prelude::*;

/// Its addresses.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/{company}/invoices", get(list))
        .route("/{company}/invoices/{invoice}", get(document))
}

/// An invoice in a list.
#[derive(Debug, Clone)]
pub struct Line {
    /// What it was for.
    pub title: String,
    /// Date, number and amount.
    pub detail: String,
    /// Where its document is; empty where there is none.
    pub url: String,
}

#[derive(Template)]
#[template(path = "portal/invoices.html")]
struct Invoices {
    page: Page,
    t: Texts,
    lines: Vec<Line>,
    help_url: String,
}

/// Puts an invoice into words.
pub fn line(portal: &Portal, invoice: &Invoice) -> Line {
    let (t, language) = (&portal.t, portal.language);
    let amount = match invoice.currency.parse::<Currency>() {
        Ok(currency) => format::money(
            Money {
                cents: invoice.amount_cents,
                currency,
            },
            language,
        ),
        Err(_) => format!(
            "{} {}",
            format::hundredths(invoice.amount_cents, language),
            invoice.currency
        ),
    };
    let url = format!("/invoices/{}", invoice.id);
    Line {
        title: invoice
            .description
            .clone()
            .unwrap_or_else(|| t.choice("invoice-category", &invoice.category)),
        detail: [
            format::date_long(invoice.invoiced_on, language),
            invoice.dms_number.clone(),
            amount,
        ]
        .join(" · "),
        url: if invoice.document_key.is_some() {
            portal.url(&url)
        } else {
            String::new()
        },
    }
}

async fn list(Reader { member, mut tx }: Reader) -> WebResult<Response> {
    let portal = &member.portal;
    session::require(portal, Module::MyCar)?;
    let invoices = tx.customer(member.who).await?.my_invoices(None).await?;
    drop(tx);
    html(&Invoices {
        page: member.page(&portal.t.get("invoices-title"), Here::Cars),
        lines: invoices.iter().map(|invoice| line(portal, invoice)).collect(),
        help_url: portal.url("/help"),
        t: portal.t.clone(),
    })
}

async fn document(
    Reader { member, mut tx }: Reader,
    Path((_, id)): Path<(String, String)>,
    RawQuery(query): RawQuery,
) -> WebResult<Response> {
    let portal = &member.portal;
    session::require(portal, Module::MyCar)?;
    let id: InvoiceId = id.parse().map_err(|_| WebError::NotFound)?;
    let invoice = tx
        .customer(member.who)
        .await?
        .my_invoice(id)
        .await?
        .ok_or(WebError::NotFound)?;
    drop(tx);
    let key = invoice.document_key.as_deref().ok_or(WebError::NotFound)?;
    let content = portal
        .app
        .store
        .files()
        .get(member.who.company, key)
        .await?
        .ok_or(WebError::NotFound)?;
    let attachment = query.as_deref() == Some("download");
    let name = format!("{}.pdf", invoice.dms_number);
    Ok(download::file(content, "application/pdf", &name, attachment))
}
