//! How customers find their page: its address to copy, a QR code, and a link or button for the company's own site (F2, F5).

use askama::Template;
use axum::Router;
use axum::http::{HeaderValue, header};
use axum::routing::get;

use super::frame;
use crate::kit::app::AppState;
use crate::kit::company::absolute_url;
use crate::kit::page::NavItem;
use crate::kit::prelude::*;
use crate::portal::look;

/// Its addresses.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/office/{company}/company/share", get(show))
        .route("/office/{company}/company/share/qr.svg", get(download))
}

#[derive(Template)]
#[template(path = "office/company/share.html")]
struct Share {
    page: Page,
    t: Texts,
    tabs: Vec<NavItem>,
    address: String,
    link: String,
    button: String,
    /// The QR code as SVG of our own making.
    qr: String,
    qr_url: String,
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

fn qr(office: &Office) -> WebResult<String> {
    let address = absolute_url(&office.app, &office.company.company, "");
    carport_documents::qr_svg(&address).map_err(|e| WebError::Internal(e.to_string()))
}

async fn show(office: Office) -> WebResult<Response> {
    let (page, tabs) = frame(&office, "share")?;
    let company = &office.company.company;
    let address = absolute_url(&office.app, company, "");
    // The company's visitors read it, so it speaks the company's language and not the staff's.
    let words = Texts::new(company.default_language).with(
        "company-share-label",
        &[("company", company.name.as_str().into())],
    );
    let (href, label) = (escaped(&address), escaped(&words));
    let own = look::of(company);
    let style = format!(
        "display:inline-block;padding:.75em 1.25em;border-radius:.5em;background:{};color:{};font:600 1rem/1.2 sans-serif;text-decoration:none",
        own.brand,
        own.check().on.0
    );
    html(&Share {
        page,
        tabs,
        link: format!("<a href=\"{href}\">{label}</a>"),
        button: format!("<a href=\"{href}\" style=\"{style}\">{label}</a>"),
        qr: qr(&office)?,
        qr_url: office.url("/company/share/qr.svg"),
        address,
        t: office.t.clone(),
    })
}

async fn download(office: Office) -> WebResult<Response> {
    frame(&office, "share")?;
    let name = format!("attachment; filename=\"{}-qr.svg\"", office.company.company.slug);
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static("image/svg+xml")),
        (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
        (
            header::CONTENT_DISPOSITION,
            HeaderValue::from_str(&name).map_err(|e| WebError::Internal(e.to_string()))?,
        ),
    ];
    Ok((headers, qr(&office)?).into_response())
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn a_name_with_signs_of_html_stays_words_on_the_companys_site() {
        assert_eq!(escaped("A&B <\"x\">"), "A&amp;B &lt;&quot;x&quot;&gt;");
    }
}
