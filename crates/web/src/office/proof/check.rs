//! Checking the whole chain, on request against an end noted elsewhere.

use askama::Template;
use axum::Router;
use axum::extract::RawQuery;
use axum::http::StatusCode;
use axum::routing::get;
use carport_domain::consent::ledger::Link as End;
use carport_domain::consent::proof::ChainState;
use carport_domain::format;

use crate::kit::app::AppState;
use crate::kit::forms::decode;
use crate::kit::page::Link;
use crate::kit::prelude::*;

/// Its address.
pub fn routes() -> Router<AppState> {
    Router::new().route("/office/{company}/proof/check", get(show))
}

#[derive(Template)]
#[template(path = "office/proof/check.html")]
struct Check {
    page: Page,
    t: Texts,
    trail: Vec<Link>,
    sent: Form,
    result: String,
    tone: &'static str,
    title: String,
    head: String,
    url: String,
}

async fn show(office: Office, RawQuery(query): RawQuery) -> WebResult<Response> {
    super::require(&office)?;
    let t = &office.t;
    let mut asked = Form::of(decode(query.unwrap_or_default().as_bytes()));
    let noted = asked.parse_optional("noted", str::parse::<End>);
    let mut tx = office.app.store.read().await?;
    let mut shop = tx.company(office.company.company.id).await?;
    let head = shop.consent_head().await?;
    let state = match noted {
        Some(noted) => Some(ChainState::from(shop.verify_consents_and_derived(noted).await?)),
        None => None,
    };
    drop(tx);
    let (tone, title, result) = match &state {
        Some(ChainState::Intact(summary)) => {
            let count = format::integer(
                i64::try_from(summary.entries).unwrap_or(i64::MAX),
                office.language,
            );
            (
                "good",
                "office-check-intact",
                t.with("office-check-entries", &[("count", count.into())]),
            )
        }
        Some(ChainState::Broken { seq, message, .. }) => (
            "danger",
            "office-check-broken",
            t.with(message, &[("number", seq.to_string().into())]),
        ),
        None => ("attention", "office-check-not-done", asked.error("noted", t)),
    };
    let template = Check {
        page: office.page(&t.get("office-check-title"), "proof"),
        trail: vec![Link {
            label: t.get("office-nav-proof"),
            url: office.url("/proof"),
        }],
        tone,
        title: t.get(title),
        result,
        head: head.to_string(),
        url: office.url("/proof/check"),
        t: t.clone(),
        sent: asked,
    };
    html_with_status(
        if state.is_some() {
            StatusCode::OK
        } else {
            StatusCode::UNPROCESSABLE_ENTITY
        },
        &template,
    )
}
