//! `/dev/mail`: the demo's mailbox. In a real installation these addresses are not there.

use askama::Template;
use axum::Router;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderValue, header};
use axum::routing::get;
use carport_store::mailbox::CaughtMail;
use mail_parser::MessageParser;
use uuid::Uuid;

use crate::kit::prelude::*;
use crate::office::door::Stranger;

/// Its addresses.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/dev/mail", get(list))
        .route("/dev/mail/{id}", get(show))
        .route("/dev/mail/{id}/html", get(show_html))
        .route("/dev/mail/{id}/raw", get(show_raw))
}

/// Somebody who may look into the mailbox: anybody, where it is a demo.
struct Demo(Stranger);

impl FromRequestParts<AppState> for Demo {
    type Rejection = WebError;

    async fn from_request_parts(parts: &mut Parts, app: &AppState) -> WebResult<Self> {
        if !app.config.demo {
            return Err(WebError::NotFound);
        }
        Stranger::from_request_parts(parts, app).await.map(Self)
    }
}

#[derive(Template)]
#[template(path = "dev/mail_list.html")]
struct List {
    page: Page,
    t: Texts,
    mails: Vec<(CaughtMail, String)>,
}

#[derive(Template)]
#[template(path = "dev/mail.html")]
struct Mail {
    page: Page,
    t: Texts,
    id: Uuid,
    from: String,
    to: String,
    headers: Vec<(String, String)>,
    text: String,
    has_html: bool,
}

async fn list(Demo(who): Demo) -> WebResult<Response> {
    let mut tx = who.app.store.read().await?;
    let mails = tx.installation().await?.caught_mail(200).await?;
    let mails = mails
        .into_iter()
        .map(|m| {
            let at = m.received_at.datetime().format("%d-%m %H:%M:%S").to_string();
            (m, at)
        })
        .collect();
    html(&List {
        page: who.page(&who.t.get("dev-mail-title"), "/dev/mail"),
        t: who.t.clone(),
        mails,
    })
}

async fn raw(who: &Stranger, id: &str) -> WebResult<(Uuid, Vec<u8>)> {
    let id: Uuid = id.parse().map_err(|_| WebError::NotFound)?;
    let mut tx = who.app.store.read().await?;
    let raw = tx
        .installation()
        .await?
        .caught(id)
        .await?
        .ok_or(WebError::NotFound)?;
    Ok((id, raw))
}

async fn show(Demo(who): Demo, Path(id): Path<String>) -> WebResult<Response> {
    let (id, raw) = raw(&who, &id).await?;
    let message = MessageParser::default().parse(&raw).ok_or(WebError::NotFound)?;
    let address = |a: Option<&mail_parser::Address<'_>>| {
        a.and_then(|a| a.first())
            .map(|a| {
                [a.name(), a.address()]
                    .into_iter()
                    .flatten()
                    .collect::<Vec<_>>()
                    .join(" · ")
            })
            .unwrap_or_default()
    };
    let shown = [
        "List-Unsubscribe",
        "List-Unsubscribe-Post",
        "List-Id",
        "Message-ID",
        "Feedback-ID",
        "DKIM-Signature",
    ];
    let headers = message
        .headers_raw()
        .filter(|(name, _)| shown.iter().any(|s| s.eq_ignore_ascii_case(name)))
        .map(|(name, value)| (name.to_owned(), value.trim().to_owned()))
        .collect();
    html(&Mail {
        page: who.page(message.subject().unwrap_or_default(), "/dev/mail"),
        t: who.t.clone(),
        id,
        from: address(message.from()),
        to: address(message.to()),
        headers,
        text: message.body_text(0).unwrap_or_default().into_owned(),
        has_html: message.html_body_count() > 0,
    })
}

async fn show_html(Demo(who): Demo, Path(id): Path<String>) -> WebResult<Response> {
    let (_, raw) = raw(&who, &id).await?;
    let message = MessageParser::default().parse(&raw).ok_or(WebError::NotFound)?;
    let body = message
        .body_html(0)
        .unwrap_or_default()
        .replacen("<head>", "<head><base target=\"_top\">", 1);
    let mut response = axum::response::Html(body).into_response();
    let headers = response.headers_mut();
    // A mail brings its own styles, as mail does; it may do nothing else.
    headers.insert(
        header::CONTENT_SECURITY_POLICY,
        HeaderValue::from_static(
            "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'self'; \
             sandbox allow-top-navigation-by-user-activation",
        ),
    );
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(response)
}

async fn show_raw(Demo(who): Demo, Path(id): Path<String>) -> WebResult<Response> {
    let (_, raw) = raw(&who, &id).await?;
    Ok((
        [
            (header::CONTENT_TYPE, "text/plain; charset=utf-8"),
            (header::CACHE_CONTROL, "no-store"),
        ],
        raw,
    )
        .into_response())
}
