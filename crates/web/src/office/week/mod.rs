//! The week, the centre of the back office: what is proposed, for whom, by which channel, and why not for the others (F159).

mod decide;
mod people;
mod preview;
mod results;
mod select;
mod show;

pub use results::why_not;

use axum::Router;
use carport_domain::Texts;
use carport_domain::clock::IsoWeek;
use carport_domain::proposals::OutcomeKind;
use carport_domain::urls;
use carport_outreach::week::Goes;
use carport_store::proposals::WeekRow;

use super::customers::address;
use crate::kit::app::AppState;
use crate::kit::prelude::*;

/// Its addresses.
pub fn routes() -> Router<AppState> {
    Router::new()
        .merge(show::routes())
        .merge(decide::routes())
        .merge(preview::routes())
        .merge(select::routes())
        .merge(results::routes())
        .merge(people::routes())
}

/// The module every page of the week needs.
const MODULE: &str = "weekly_proposals";

/// The week an address names; another text is no page.
fn named(week: &str) -> WebResult<IsoWeek> {
    week.parse().map_err(|_| WebError::NotFound)
}

/// The address of a week, with the moment that is being looked at.
fn week_url(office: &Office, week: IsoWeek, moment: &str) -> String {
    let url = address(office, urls::Office::Week(week));
    if moment.is_empty() {
        url
    } else {
        format!(
            "{url}?moment={}",
            form_urlencoded::byte_serialize(moment.as_bytes()).collect::<String>()
        )
    }
}

/// The way a filter names; none: every way.
fn going(word: &str) -> WebResult<Option<Goes>> {
    match word {
        "" => Ok(None),
        word => Goes::named(word).map(Some).ok_or(WebError::BadRequest("by")),
    }
}

/// A way in words: a channel, the call list.
fn way(word: &str, t: &Texts) -> String {
    match word {
        "call_list" | "call_locked" | "nothing" => t.choice("proposal-outcome", word),
        channel => t.choice("consent-channel", channel),
    }
}

/// Why a proposal goes the way it goes: the company's and customer's choice, or what stands in the way.
pub fn reason(code: &str, t: &Texts) -> String {
    let key = format!("channel-reason-{}", code.replace('_', "-"));
    if Texts::has(&key) {
        return t.get(&key);
    }
    match code.parse() {
        Ok(obstacle) => t.key(&carport_domain::consent::explain::obstacle_key(obstacle)),
        Err(_) => code.to_owned(),
    }
}

/// Where a proposal goes, in a word, with the tone of its badge.
fn goes(row: &WeekRow, t: &Texts) -> (String, &'static str) {
    match (row.outcome, row.channel) {
        (OutcomeKind::Send, Some(channel)) => (t.choice("consent-channel", channel.as_str()), "accent"),
        (OutcomeKind::CallList, _) => (t.get("proposal-outcome-call-list"), "info"),
        (OutcomeKind::CallLocked, _) => (t.get("proposal-outcome-call-locked"), "attention"),
        _ => (t.get("proposal-outcome-nothing"), ""),
    }
}
