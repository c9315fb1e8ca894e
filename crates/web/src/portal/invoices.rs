//! The invoices, and each one's document exactly as the company delivered it (INT-09).

use askama::Template;
use axum::Router;
use axum::body::Body;
use axum::extract::RawQuery;
use axum::http::{HeaderName, HeaderValue, header};
use axum::routing::get;
use carport_domain::company::Module;
use carport_domain::money::Currency;
use carport_domain::{InvoiceId, Money, format};
use carport_store::customers::Invoice;

use super::frame::Here;
use super::session::{self, Member};
use crate::kit::app::AppState;
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

async fn list(member: Member) -> WebResult<Response> {
    let portal = &member.portal;
    session::require(portal, Module::MyCar)?;
    let mut tx = portal.app.store.read().await?;
    let invoices = tx.customer(member.who).await?.my_invoices(None).await?;
    html(&Invoices {
        page: member.page(&portal.t.get("invoices-title"), Here::Cars),
        lines: invoices.iter().map(|invoice| line(portal, invoice)).collect(),
        help_url: portal.url("/help"),
        t: portal.t.clone(),
    })
}

async fn document(
    member: Member,
    Path((_, id)): Path<(String, String)>,
    RawQuery(query): RawQuery,
) -> WebResult<Response> {
    let portal = &member.portal;
    session::require(portal, Module::MyCar)?;
    let id: InvoiceId = id.parse().map_err(|_| WebError::NotFound)?;
    let mut tx = portal.app.store.read().await?;
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
    let kind = if query.as_deref() == Some("download") {
        "attachment"
    } else {
        "inline"
    };
    let mut response = Response::new(Body::from(content));
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/pdf"));
    headers.insert(
        header::CACHE_CONTROL,
        HeaderValue::from_static("private, no-store"),
    );
    // The document is somebody else's file: it may be looked at, and do nothing.
    headers.insert(
        header::CONTENT_SECURITY_POLICY,
        HeaderValue::from_static("default-src 'none'; frame-ancestors 'none'; sandbox"),
    );
    headers.insert(
        HeaderName::from_static("x-content-type-options"),
        HeaderValue::from_static("nosniff"),
    );
    let disposition = format!("{kind}; filename=\"{}\"", file_name(&invoice.dms_number));
    headers.insert(
        header::CONTENT_DISPOSITION,
        HeaderValue::from_str(&disposition).unwrap_or(HeaderValue::from_static("attachment")),
    );
    Ok(response)
}

/// A name of our own making: the invoice's number without anything a header or a file system could take for something else.
fn file_name(number: &str) -> String {
    let safe: String = number
        .chars()
        .map(|c| {
            if c.is_ascii_alphanumeric() || c == '-' {
                c
            } else {
                '-'
            }
        })
        .take(60)
        .collect();
    format!("{safe}.pdf")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_name_says_nothing_to_a_header_or_a_file_system() {
        assert_eq!(file_name("F2026/0012\r\n\"x"), "F2026-0012---x.pdf");
        assert_eq!(file_name("../../etc"), "------etc.pdf");
    }
}
