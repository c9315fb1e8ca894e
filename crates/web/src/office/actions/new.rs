//! Making a campaign of the company's own.

use askama::Template;
use axum::Router;
use axum::http::StatusCode;
use axum::routing::get;
use carport_domain::access::Permission;
use carport_domain::consent::Purpose;
use carport_domain::i18n::FieldError;
use carport_domain::moments::CustomerDate;
use carport_outreach::catalogue::{Campaign, add_campaign, stock};
use carport_store::action_contacts::ActionSelection;

use super::allowed;
use super::criteria::{Offer, Tick};
use crate::kit::app::AppState;
use crate::kit::page::Link;
use crate::kit::prelude::*;
use crate::office::said;

/// Its address.
pub fn routes() -> Router<AppState> {
    Router::new().route("/office/{company}/actions/new", get(show).post(make))
}

/// A value, what it is called, and whether it is chosen.
type Choice = (String, String, bool);

#[derive(Template)]
#[template(path = "office/actions/new.html")]
struct New {
    page: Page,
    t: Texts,
    trail: Vec<Link>,
    purposes: Vec<Choice>,
    dates: Vec<Choice>,
    words: Vec<Choice>,
    locations: Vec<Tick>,
    makes: Vec<Tick>,
    sent: Form,
    errors: Vec<(String, String)>,
}

/// What a campaign can be for: advertising; the gate decides who may get it.
fn purposes() -> impl Iterator<Item = Purpose> {
    Purpose::ALL
        .iter()
        .copied()
        .filter(|purpose| purpose.is_marketing())
}

async fn page(office: &Office, sent: Form, status: StatusCode) -> WebResult<Response> {
    let mut tx = office.app.store.begin().await?;
    let mut shop = tx.company(office.company.company.id).await?;
    if shop.moments().await?.is_empty() {
        stock(&mut shop).await?;
    }
    let moments = shop.moments().await?;
    let offer = Offer::load(&mut shop, &ActionSelection::default()).await?;
    tx.commit().await?;
    let t = office.t.clone();
    let choice =
        |field: &str, value: &str, label: String| (value.to_owned(), label, sent.text(field) == value);
    html_with_status(
        status,
        &New {
            page: office.page(&t.get("office-actions-new"), "actions"),
            trail: vec![Link {
                label: t.get("office-actions-title"),
                url: office.url("/actions"),
            }],
            purposes: purposes()
                .map(|p| choice("purpose", p.as_str(), t.choice("consent-purpose", p.as_str())))
                .collect(),
            dates: [CustomerDate::LastVisit, CustomerDate::LastInvoice]
                .iter()
                .map(|d| choice("date", d.as_str(), t.choice("action-date", d.as_str())))
                .collect(),
            words: moments
                .iter()
                .map(|m| {
                    choice(
                        "words",
                        &m.definition.key,
                        m.definition.name(office.language).to_owned(),
                    )
                })
                .collect(),
            locations: offer.locations(&sent),
            makes: offer.makes(&sent),
            errors: sent.summary(&t),
            sent,
            t,
        },
    )
}

async fn show(office: Office) -> WebResult<Response> {
    allowed(&office, Permission::EditMoments)?;
    let form = Form::prefilled([("months", "12".to_owned())]);
    page(&office, form, StatusCode::OK).await
}

async fn make(office: Office, mut form: Form) -> WebResult<Response> {
    allowed(&office, Permission::EditMoments)?;
    let name = form.parse("name", |text| {
        if text.chars().count() > 80 {
            Err(FieldError::new("error-too-long").with("max", 80))
        } else {
            Ok(text.to_owned())
        }
    });
    let purpose = form.parse("purpose", |text| {
        purposes()
            .find(|purpose| purpose.as_str() == text)
            .ok_or(FieldError::new("error-choose"))
    });
    let date = form.parse("date", |text| {
        text.parse::<CustomerDate>()
            .map_err(|_| FieldError::new("error-choose"))
    });
    let mut tx = office.app.store.read().await?;
    let mut shop = tx.company(office.company.company.id).await?;
    let offer = Offer::load(&mut shop, &ActionSelection::default()).await?;
    drop(tx);
    let selection = offer.read(&mut form);
    let words = form.required("words");
    let (Some(name), Some(purpose), Some(date), Some(selection), Some(words)) =
        (name, purpose, date, selection, words)
    else {
        return page(&office, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let campaign = Campaign {
        name: &name,
        language: office.language,
        purpose,
        date,
        selection,
        words_of: &words,
    };
    let mut tx = office.app.store.begin().await?;
    let mut shop = tx.company(office.company.company.id).await?;
    let Some(id) = add_campaign(&mut shop, &campaign, &office.actor()).await? else {
        drop(tx);
        form.errors.push("words", FieldError::new("error-choose"));
        return page(&office, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    tx.commit().await?;
    Ok(said(
        &office,
        &office.url(&format!("/actions/{id}")),
        "good",
        "action-made",
    ))
}
