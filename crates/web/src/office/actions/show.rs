//! One campaign: for whom it is, what running it would come to and why not for the others, and where it stands now.

use std::collections::HashMap;

use askama::Template;
use axum::Router;
use axum::http::StatusCode;
use axum::routing::get;
use carport_domain::access::Permission;
use carport_domain::consent::Outcome;
use carport_domain::proposals::OutcomeKind;
use carport_domain::{CustomerId, format, urls};
use carport_outreach::letterhead;
use carport_outreach::select::{ActionPreview, preview_action};
use carport_store::action_contacts::{ActionContact, ActionStatus};
use serde_json::json;

use super::criteria::{Offer, Tick, prefilled};
use super::{allowed, id};
use crate::kit::app::AppState;
use crate::kit::page::Link;
use crate::kit::prelude::*;
use crate::office::customers::address;
use crate::office::said;
use crate::office::week::reason;

/// Its address.
pub fn routes() -> Router<AppState> {
    Router::new().route("/office/{company}/actions/{action}", get(show).post(change))
}

/// People shown by name.
const SHOWN: usize = 20;

struct Person {
    name: String,
    url: String,
    due: String,
    goes: String,
    why: String,
    explain_url: String,
}

#[derive(Template)]
#[template(path = "office/actions/show.html")]
struct ActionPage {
    page: Page,
    t: Texts,
    trail: Vec<Link>,
    about: String,
    status_name: String,
    tone: &'static str,
    found: String,
    proposed: String,
    left_out: String,
    more: bool,
    goes: Vec<(String, u64)>,
    not: Vec<(String, u64)>,
    people: Vec<Person>,
    weeks: Vec<(String, String, i64)>,
    is_put_together: bool,
    decide_url: String,
    moment_url: String,
    may_change: bool,
    locations: Vec<Tick>,
    makes: Vec<Tick>,
    sent: Form,
    errors: Vec<(String, String)>,
}

async fn page(
    office: &Office,
    action: &ActionContact,
    sent: Form,
    status: StatusCode,
) -> WebResult<Response> {
    let company = office.company.company.id;
    let open = action.status == ActionStatus::Proposed;
    let preview = if open {
        preview_action(&office.app.store, company, action.id, None, SHOWN).await?
    } else {
        ActionPreview::default()
    };
    let mut tx = office.app.store.read().await?;
    let mut shop = tx.company(company).await?;
    let moment = shop.moment(&action.moment).await?.ok_or(WebError::NotFound)?;
    let offer = Offer::load(&mut shop, &action.selection).await?;
    let weeks = shop.action_proposals(action.id).await?;
    let who: Vec<_> = preview
        .first
        .iter()
        .map(|new| (new.customer, new.vehicle))
        .collect();
    let names: HashMap<CustomerId, String> = shop
        .addressees(&who)
        .await?
        .iter()
        .map(|a| (a.customer_id, letterhead::known_as(a)))
        .collect();
    drop(tx);
    let (t, language) = (office.t.clone(), office.language);
    let number = |n: u64| format::integer(i64::try_from(n).unwrap_or(i64::MAX), language);
    let goes = |word: &str| match word {
        "call_list" | "call_locked" | "nothing" => t.choice("proposal-outcome", word),
        channel => t.choice("consent-channel", channel),
    };
    let person = |new: &carport_store::proposals::NewProposal| Person {
        name: names.get(&new.customer).cloned().unwrap_or_default(),
        url: address(office, urls::Office::Customer(new.customer)),
        due: new
            .due_on
            .map(|on| format::date_short(on, language))
            .unwrap_or_default(),
        goes: match new.outcome {
            Outcome::Send { channel } => goes(channel.as_str()),
            ref other => goes(OutcomeKind::of(other).as_str()),
        },
        why: reason(new.reason, &t),
        explain_url: address(office, urls::Office::Explain(new.customer, &action.moment)),
    };
    html_with_status(
        status,
        &ActionPage {
            page: office.page(moment.definition.name(language), "actions"),
            trail: vec![Link {
                label: t.get("office-actions-title"),
                url: office.url("/actions"),
            }],
            about: moment.definition.about(language).to_owned(),
            tone: if action.status == ActionStatus::Activated {
                "good"
            } else {
                ""
            },
            status_name: t.choice("action-status", action.status.as_str()),
            found: number(preview.totals.found),
            proposed: number(preview.totals.proposed),
            left_out: number(preview.totals.found.saturating_sub(preview.totals.proposed)),
            more: preview.more,
            goes: preview.goes.iter().map(|(word, n)| (goes(word), *n)).collect(),
            not: preview
                .totals
                .not_proposed
                .iter()
                .map(|(code, n)| (reason(code, &t), *n))
                .collect(),
            people: preview.first.iter().map(person).collect(),
            is_put_together: action.status == ActionStatus::Activated && weeks.is_empty(),
            weeks: weeks
                .into_iter()
                .map(|(week, n)| {
                    let url = office.url(&format!("/week/{week}?moment={}", action.moment));
                    (week, url, n)
                })
                .collect(),
            decide_url: office.url(&format!("/week/actions/{}", action.id)),
            moment_url: office.url(&format!("/moments/{}", action.moment)),
            may_change: open,
            locations: offer.locations(&sent),
            makes: offer.makes(&sent),
            errors: sent.summary(&t),
            sent,
            t,
        },
    )
}

async fn find(office: &Office, text: &str) -> WebResult<ActionContact> {
    let mut tx = office.app.store.read().await?;
    let mut shop = tx.company(office.company.company.id).await?;
    shop.action_contact(id(text)?).await?.ok_or(WebError::NotFound)
}

async fn show(office: Office, Path((_, action)): Path<(String, String)>) -> WebResult<Response> {
    allowed(&office, Permission::Approve)?;
    let action = find(&office, &action).await?;
    page(&office, &action, prefilled(&action.selection), StatusCode::OK).await
}

async fn change(
    office: Office,
    Path((_, action)): Path<(String, String)>,
    mut form: Form,
) -> WebResult<Response> {
    allowed(&office, Permission::Approve)?;
    let action = find(&office, &action).await?;
    let mut tx = office.app.store.begin().await?;
    let mut shop = tx.company(office.company.company.id).await?;
    let offer = Offer::load(&mut shop, &action.selection).await?;
    let Some(selection) = offer.read(&mut form) else {
        drop(tx);
        return page(&office, &action, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let changed = shop.set_action_selection(action.id, &selection).await?;
    if changed {
        let detail = json!({ "before": action.selection, "after": selection });
        shop.audit(
            &office.actor(),
            "action.changed",
            &format!("action:{}", action.id),
            &detail,
        )
        .await?;
        tx.commit().await?;
    }
    let back = office.url(&format!("/actions/{}", action.id));
    Ok(if changed {
        said(&office, &back, "good", "action-changed")
    } else {
        said(&office, &back, "attention", "action-decided")
    })
}
