//! By which channels a moment may go, the best first (F146), and how long it may wait.

use axum::Router;
use axum::http::StatusCode;
use axum::routing::post;
use carport_domain::access::Permission;
use carport_domain::consent::Channel;
use carport_domain::i18n::FieldError;
use serde_json::json;

use super::{allowed, channels_at, show, url};
use crate::kit::app::AppState;
use crate::kit::prelude::*;
use crate::office::said;

/// Its address.
pub fn routes() -> Router<AppState> {
    Router::new().route("/office/{company}/moments/{moment}/channels", post(save))
}

/// The channels of a form, `channel_1` the best. One that is named twice, or that the company does not have, is wrong.
fn chosen(form: &mut Form, can: &[Channel]) -> Vec<Channel> {
    let mut chosen: Vec<Channel> = Vec::new();
    for n in 1..=can.len() {
        let field = format!("channel_{n}");
        let text = form.text(&field).to_owned();
        if text.is_empty() {
            continue;
        }
        match text.parse().ok().filter(|channel| can.contains(channel)) {
            None => form.errors.push(field, FieldError::new("error-choose")),
            Some(channel) if chosen.contains(&channel) => {
                form.errors
                    .push(field, FieldError::new("moment-error-channel-twice"));
            }
            Some(channel) => chosen.push(channel),
        }
    }
    chosen
}

fn days(form: &mut Form, name: &'static str) -> Option<u32> {
    form.parse(name, |text| {
        text.parse::<u32>()
            .map_err(|_| FieldError::new("error-whole-number"))
    })
}

async fn save(office: Office, Path((_, key)): Path<(String, String)>, mut form: Form) -> WebResult<Response> {
    allowed(&office, Permission::EditMoments)?;
    let mut tx = office.app.store.begin().await?;
    let mut shop = tx.company(office.company.company.id).await?;
    let before = shop.moment(&key).await?.ok_or(WebError::NotFound)?.definition;
    let mut after = before.clone();
    after.channels = chosen(&mut form, &channels_at(&office));
    after.fallback_letter = form.has("fallback_letter");
    after.deadline_days = days(&mut form, "deadline_days").unwrap_or(after.deadline_days);
    after.spacing_days = days(&mut form, "spacing_days").unwrap_or(after.spacing_days);
    if form.errors.is_empty()
        && let Err(wrong) = after.clone().check()
    {
        for (field, error) in wrong.iter() {
            // Channels are several fields; the first is where to begin.
            let field = if field == "channels" { "channel_1" } else { field };
            form.errors.push(field.to_owned(), error.clone());
        }
    }
    if !form.errors.is_empty() {
        drop(tx);
        form.set("channel_1", form.text("channel_1").to_owned());
        return show::page(&office, &key, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    if after != before {
        shop.save_moment(&after).await?;
        let words = |channels: Vec<Channel>| {
            let names: Vec<_> = channels.iter().map(|c| c.as_str()).collect();
            names.join(", ")
        };
        let detail = json!({
            "channels": [words(before.channels_in_order()), words(after.channels_in_order())],
            "deadline_days": [before.deadline_days, after.deadline_days],
            "spacing_days": [before.spacing_days, after.spacing_days],
        });
        shop.audit(
            &office.actor(),
            "moment.changed",
            &format!("moment:{key}"),
            &detail,
        )
        .await?;
        tx.commit().await?;
    }
    Ok(said(&office, &url(&office, &key, ""), "good", "moment-changed"))
}
