//! Logos: taken in as PNG or SVG, shown above every page (F3).

use axum::Router;
use axum::extract::Multipart;
use axum::extract::multipart::MultipartRejection;
use axum::http::StatusCode;
use axum::routing::post;
use carport_domain::FieldError;
use carport_domain::i18n::FieldErrors;
use serde_json::json;

use super::{frame, look, picture, saved};
use crate::kit::app::AppState;
use crate::kit::prelude::*;

/// The most logos above a page.
const PLACES: i64 = 6;

/// Its addresses.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/office/{company}/company/logos", post(add))
        .route("/office/{company}/company/logos/{place}/remove", post(remove))
}

async fn read(mut upload: Multipart) -> WebResult<(Option<bytes::Bytes>, String)> {
    let (mut file, mut alt) = (None, String::new());
    let broken = |_| WebError::BadRequest("the upload");
    while let Some(part) = upload.next_field().await.map_err(broken)? {
        match part.name() {
            Some("logo") => {
                let content = part.bytes().await.map_err(|_| WebError::TooLarge)?;
                file = (!content.is_empty()).then_some(content);
            }
            Some("alt") => {
                alt = part
                    .text()
                    .await
                    .map_err(broken)?
                    .trim()
                    .chars()
                    .take(120)
                    .collect()
            }
            _ => {}
        }
    }
    Ok((file, alt))
}

async fn add(office: Office, upload: Result<Multipart, MultipartRejection>) -> WebResult<Response> {
    frame(&office, "look")?;
    let (file, alt) = read(upload.map_err(|_| WebError::BadRequest("the upload"))?).await?;
    let mut errors = FieldErrors::none();
    let content = errors.take("logo", file.ok_or(FieldError::new("error-required")));
    let media_type = content
        .as_ref()
        .and_then(|content| errors.take("logo", picture::check(content)));
    if alt.is_empty() {
        errors.push("alt", FieldError::new("error-required"));
    }
    let taken: Vec<i64> = office.company.logos.iter().map(|l| l.position).collect();
    let place = (1..=PLACES).find(|place| !taken.contains(place));
    if place.is_none() {
        errors.push("logo", FieldError::new("error-logo-count").with("max", PLACES));
    }
    let (Some(content), Some(media_type), Some(place), true) =
        (content, media_type, place, errors.is_empty())
    else {
        let (mut form, stored) = look::stored(&office);
        form.set("alt", alt);
        let words = errors
            .iter()
            .map(|(field, e)| (field.to_owned(), office.t.error(e)))
            .collect();
        return look::page(&office, form, &stored, words, StatusCode::UNPROCESSABLE_ENTITY);
    };
    let mut tx = office.app.store.begin().await?;
    let id = office.company.company.id;
    let mut own = tx.company(id).await?;
    own.set_logo(place, media_type, &alt, content).await?;
    own.audit(
        &office.actor(),
        "logo.added",
        &format!("company:{id}"),
        &json!({ "place": place, "alt": alt }),
    )
    .await?;
    tx.commit().await?;
    office.app.companies.forget();
    Ok(saved(&office, "/company/look", "company-saved"))
}

async fn remove(office: Office, Path((_, word)): Path<(String, String)>) -> WebResult<Response> {
    frame(&office, "look")?;
    let place: i64 = word.parse().map_err(|_| WebError::NotFound)?;
    if !office.company.logos.iter().any(|l| l.position == place) {
        return Err(WebError::NotFound);
    }
    let mut tx = office.app.store.begin().await?;
    let id = office.company.company.id;
    let mut own = tx.company(id).await?;
    own.remove_logo(place).await?;
    own.audit(
        &office.actor(),
        "logo.removed",
        &format!("company:{id}"),
        &json!({ "place": place }),
    )
    .await?;
    tx.commit().await?;
    office.app.companies.forget();
    Ok(saved(&office, "/company/look", "company-saved"))
}
