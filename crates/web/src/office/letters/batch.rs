//! One print file: downloading it, and noting that it went to the post.

use askama::Template;
use axum::Router;
use axum::http::{HeaderValue, header};
use axum::routing::{get, post};
use carport_domain::LetterBatchId;
use carport_domain::access::Permission;
use carport_outreach::letters::{file, mark_printed};

use super::MODULE;
use crate::kit::app::AppState;
use crate::kit::prelude::*;
use crate::office::said;
use crate::office::week::why_not;

/// Its addresses.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/office/{company}/letters/{batch}", get(download))
        .route("/office/{company}/letters/{batch}/posted", post(posted))
}

/// Letters that may no longer go: said once, right after the pile was printed.
#[derive(Template)]
#[template(path = "office/letters/take_out.html")]
struct TakeOutPage {
    page: Page,
    t: Texts,
    letters: Vec<(String, String)>,
    back: String,
}

fn named(office: &Office, batch: &str) -> WebResult<LetterBatchId> {
    office.require(Permission::Send)?;
    office.require_module(MODULE)?;
    batch.parse().map_err(|_| WebError::NotFound)
}

async fn download(office: Office, Path((_, batch)): Path<(String, String)>) -> WebResult<Response> {
    let id = named(&office, &batch)?;
    let pdf = file(&office.app.outreach, office.company.company.id, id)
        .await?
        .ok_or(WebError::NotFound)?;
    let name = HeaderValue::from_str(&format!("attachment; filename=\"letters-{id}.pdf\""))
        .unwrap_or(HeaderValue::from_static("attachment"));
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static("application/pdf")),
        (header::CONTENT_DISPOSITION, name),
        (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
    ];
    Ok((headers, pdf).into_response())
}

async fn posted(office: Office, Path((_, batch)): Path<(String, String)>) -> WebResult<Response> {
    let id = named(&office, &batch)?;
    let back = office.url("/letters");
    let out = mark_printed(
        &office.app.outreach,
        office.company.company.id,
        id,
        &office.actor(),
    )
    .await?;
    Ok(match out {
        None => see_other(&back),
        Some(letters) if letters.is_empty() => said(&office, &back, "good", "letters-posted"),
        Some(letters) => html(&TakeOutPage {
            page: office.page(&office.t.get("office-letters-take-out"), "letters"),
            letters: letters
                .into_iter()
                .map(|letter| (letter.customer, why_not(&letter.reason, &office.t)))
                .collect(),
            back,
            t: office.t.clone(),
        })?,
    })
}
