//! Contact moments (F158): which the company runs, by which channels, and what they say (F163–F165, B13).

mod channels;
mod draft;
mod edit;
mod list;
pub mod preview;
mod show;
mod switch;
mod versions;

use axum::Router;
use carport_domain::Language;
use carport_domain::access::Permission;
use carport_domain::consent::Channel;
use carport_domain::moments::Definition;
use carport_outreach::catalogue::{Ready, stock};
use carport_store::CompanyTx;
use carport_store::moments::Moment;

use crate::kit::app::AppState;
use crate::kit::page::Link;
use crate::kit::prelude::*;

/// Its addresses.
pub fn routes() -> Router<AppState> {
    Router::new()
        .merge(list::routes())
        .merge(show::routes())
        .merge(switch::routes())
        .merge(channels::routes())
        .merge(edit::routes())
        .merge(preview::routes())
        .merge(versions::routes())
}

/// The module every page of contact moments needs.
const MODULE: &str = "weekly_proposals";

/// Answers 404 unless this person may do it and the company has contact moments.
fn allowed(office: &Office, permission: Permission) -> WebResult<()> {
    office.require(permission)?;
    office.require_module(MODULE)
}

/// The company's moments; a company that has never looked gets the catalogue, switched off.
async fn stocked(office: &Office) -> WebResult<Vec<Moment>> {
    let company = office.company.company.id;
    let mut tx = office.app.store.read().await?;
    let moments = tx.company(company).await?.moments().await?;
    drop(tx);
    if !moments.is_empty() {
        return Ok(moments);
    }
    let mut tx = office.app.store.begin().await?;
    let mut shop = tx.company(company).await?;
    stock(&mut shop).await?;
    let moments = shop.moments().await?;
    tx.commit().await?;
    Ok(moments)
}

/// A moment as the company runs it, with what it says now.
async fn ready(office: &Office, shop: &mut CompanyTx<'_>, key: &str) -> WebResult<Ready> {
    carport_outreach::catalogue::ready(shop, &office.company.settings, key)
        .await?
        .ok_or(WebError::NotFound)
}

/// The address of a moment, and of what lies below it.
fn url(office: &Office, key: &str, rest: &str) -> String {
    office.url(&format!("/moments/{key}{rest}"))
}

/// The way back: all moments, and perhaps this one.
fn trail(office: &Office, moment: Option<&Definition>) -> Vec<Link> {
    let all = Link {
        label: office.t.get("office-moments-title"),
        url: office.url("/moments"),
    };
    let this = moment.map(|moment| Link {
        label: moment.name(office.language).to_owned(),
        url: url(office, &moment.key, ""),
    });
    std::iter::once(all).chain(this).collect()
}

/// A language an address names, among those the company speaks.
fn language(office: &Office, text: &str) -> WebResult<Language> {
    text.parse()
        .ok()
        .filter(|language| office.company.company.languages.contains(language))
        .ok_or(WebError::NotFound)
}

/// The channels a message can take at this company, and the icon of each. There is none without somebody to carry it:
/// SMS are asked of customers, but nothing sends them yet.
fn channels_at(office: &Office) -> Vec<Channel> {
    let company = &office.company.company;
    [
        (Channel::Email, true),
        (Channel::Letter, company.has("letters")),
        (Channel::Phone, company.has("call_list")),
    ]
    .into_iter()
    .filter_map(|(channel, has)| has.then_some(channel))
    .collect()
}

/// The icon of a channel.
fn icon(channel: Channel) -> &'static str {
    match channel {
        Channel::Email => "mail",
        Channel::Letter => "letter",
        Channel::Phone => "phone",
        Channel::Sms => "sms",
        Channel::Push => "bell",
    }
}
