//! One proposal as that customer will get it: the same facts, the same gate and the same words as sending uses (B1).

use askama::Template;
use axum::Router;
use axum::http::{HeaderValue, header};
use axum::routing::get;
use carport_domain::access::Permission;
use carport_domain::consent::explain;
use carport_domain::{ProposalId, urls};
use carport_outreach::week::preview;

use super::{MODULE, named, week_url};
use crate::kit::app::AppState;
use crate::kit::page::Link;
use crate::kit::prelude::*;
use crate::office::customers::address;

/// Its addresses.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/office/{company}/week/{week}/proposal/{proposal}", get(show))
        .route(
            "/office/{company}/week/{week}/proposal/{proposal}/html",
            get(show_html),
        )
}

#[derive(Template)]
#[template(path = "office/week/preview.html")]
struct PreviewPage {
    page: Page,
    t: Texts,
    trail: Vec<Link>,
    outcome: String,
    problem: String,
    explain_url: String,
    subject: String,
    html_url: String,
    text: String,
    letter_address: Vec<String>,
    letter: String,
    sms: String,
    script: String,
}

fn proposal(text: &str) -> WebResult<ProposalId> {
    text.parse().map_err(|_| WebError::NotFound)
}

async fn show(office: Office, Path((_, week, id)): Path<(String, String, String)>) -> WebResult<Response> {
    office.require(Permission::ViewWeek)?;
    office.require_module(MODULE)?;
    let week = named(&week)?;
    let id = proposal(&id)?;
    let found = preview(&office.app.outreach, office.company.company.id, id).await?;
    let t = &office.t;
    let email = found.email.as_ref();

    html(&PreviewPage {
        page: office.page(&found.customer, "week"),
        trail: vec![Link {
            label: t.with("office-week-title", &[("week", week.number().to_string().into())]),
            url: week_url(&office, week, &found.proposal.moment),
        }],
        outcome: explain::outcome(&found.answers.outcome, t),
        problem: found
            .problem
            .as_ref()
            .map(ToString::to_string)
            .unwrap_or_default(),
        explain_url: address(
            &office,
            urls::Office::Explain(found.proposal.customer_id, &found.proposal.moment),
        ),
        subject: email.map(|e| e.subject.clone()).unwrap_or_default(),
        html_url: if email.is_some() {
            format!("{}/proposal/{id}/html", week_url(&office, week, ""))
        } else {
            String::new()
        },
        text: email.map(|e| e.text.clone()).unwrap_or_default(),
        letter_address: found
            .letter
            .as_ref()
            .map(|l| l.address.clone())
            .unwrap_or_default(),
        letter: found
            .letter
            .as_ref()
            .map(|l| l.letter.plain())
            .unwrap_or_default(),
        sms: found.sms.as_ref().map(|s| s.text.clone()).unwrap_or_default(),
        script: found
            .script
            .as_ref()
            .map(|s| format!("{}\n\n{}\n\n{}", s.opening, s.text, s.objection))
            .unwrap_or_default(),
        t: t.clone(),
    })
}

async fn show_html(
    office: Office,
    Path((_, week, id)): Path<(String, String, String)>,
) -> WebResult<Response> {
    office.require(Permission::ViewWeek)?;
    office.require_module(MODULE)?;
    named(&week)?;
    let found = preview(&office.app.outreach, office.company.company.id, proposal(&id)?).await?;
    let email = found.email.ok_or(WebError::NotFound)?;
    let mut response = axum::response::Html(email.html).into_response();
    let headers = response.headers_mut();
    // A mail brings its own styles, as mail does; it may do nothing else.
    headers.insert(
        header::CONTENT_SECURITY_POLICY,
        HeaderValue::from_static("default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'self'; sandbox"),
    );
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(response)
}
