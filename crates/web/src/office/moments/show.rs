//! One contact moment: when it comes, by which channels, what it says in which language, and its versions.

use askama::Template;
use axum::Router;
use axum::http::StatusCode;
use axum::routing::get;
use carport_domain::access::Permission;
use carport_domain::consent::Channel;
use carport_domain::content::{Nature, Part, lint};
use carport_domain::moments::{Cadence, Definition, Trigger, VehicleDate};
use carport_domain::{Language, format};
use carport_store::content::ContentVersion;

use super::{MODULE, allowed, channels_at, ready, trail, url};
use crate::kit::app::AppState;
use crate::kit::page::Link;
use crate::kit::prelude::*;
use crate::office::customers::{StaffNames, staff_names};

/// Its address.
pub fn routes() -> Router<AppState> {
    Router::new().route("/office/{company}/moments/{moment}", get(show))
}

/// A language of the company and how far its text is.
struct Wording {
    name: String,
    code: &'static str,
    subject: String,
    written: bool,
    /// The channels it lacks words for.
    lacks: Vec<String>,
    advice: usize,
    edit_url: String,
    read_url: String,
}

struct Version {
    number: i64,
    when: String,
    who: String,
    url: String,
    current: bool,
}

/// One place in the order of channels: its field, label, and the channels to choose from.
struct Place {
    field: String,
    label: String,
    options: Vec<(String, String, bool)>,
    error: String,
}

#[derive(Template)]
#[template(path = "office/moments/show.html")]
struct MomentPage {
    page: Page,
    t: Texts,
    trail: Vec<Link>,
    about: String,
    on: bool,
    is_action: bool,
    when: String,
    facts: Vec<(String, String)>,
    numbers_url: String,
    switch_url: String,
    channels_url: String,
    actions_url: String,
    places: Vec<Place>,
    warnings: Vec<String>,
    wordings: Vec<Wording>,
    versions: Vec<Version>,
    may_edit: bool,
    may_write: bool,
    sent: Form,
    errors: Vec<(String, String)>,
}

/// When a moment comes, in a sentence.
pub fn when(definition: &Definition, t: &Texts) -> String {
    let number = |n: u32| i64::from(n).into();
    match definition.trigger {
        Trigger::Ahead {
            date,
            days,
            until_days,
        } => t.with(
            match date {
                VehicleDate::InspectionDue => "moment-when-inspection",
                VehicleDate::MaintenanceDue => "moment-when-maintenance",
            },
            &[("days", number(days)), ("until", number(until_days))],
        ),
        Trigger::After {
            date, months, days, ..
        } => {
            let date = t.choice("moment-date", date.as_str());
            let span = match (months, days) {
                (0, days) => t.with("moment-days", &[("count", number(days))]),
                (months, 0) => t.with("moment-months", &[("count", number(months))]),
                (months, days) => format!(
                    "{} + {}",
                    t.with("moment-months", &[("count", number(months))]),
                    t.with("moment-days", &[("count", number(days))])
                ),
            };
            t.with(
                "moment-when-after",
                &[("span", span.into()), ("date", date.into())],
            )
        }
        Trigger::Within {
            date,
            months,
            without_account,
        } => {
            let date = t.choice("moment-date", date.as_str());
            let key = if without_account {
                "moment-when-within-without-account"
            } else {
                "moment-when-within"
            };
            t.with(key, &[("months", number(months)), ("date", date.into())])
        }
    }
}

/// The numbers of a moment with their names.
fn facts(definition: &Definition, t: &Texts) -> Vec<(String, String)> {
    let days = |n: u32| t.with("moment-days", &[("count", i64::from(n).into())]);
    let mut facts = vec![(
        t.get("moment-purpose"),
        t.choice("consent-purpose", definition.purpose.as_str()),
    )];
    if definition.cadence == Cadence::Weekly {
        facts.push((t.get("moment-deadline"), days(definition.deadline_days)));
    }
    facts.push((t.get("moment-spacing"), days(definition.spacing_days)));
    if let Some(offer) = definition.offer {
        let months = t.with(
            "moment-months",
            &[("count", i64::from(offer.months_after_start).into())],
        );
        facts.push((t.get("moment-offer-after"), months));
        let after = format::date_long(offer.only_if_started_after, t.language());
        facts.push((t.get("moment-offer-only"), after));
    }
    facts
}

/// What staff should know about the channels of a moment: one that nothing is written for, or that is switched off.
fn warnings(office: &Office, definition: &Definition, content: &ContentVersion) -> Vec<String> {
    let t = &office.t;
    let can = channels_at(office);
    let named = |channel: Channel| t.choice("consent-channel", channel.as_str());
    let mut warnings = Vec::new();
    // A channel that nobody can use yet is not spoken of; one that the company switched off is.
    for channel in definition.channels_in_order() {
        if !can.contains(&channel) && matches!(channel, Channel::Letter | Channel::Phone) {
            warnings.push(t.with("moment-channel-off", &[("channel", named(channel).into())]));
        }
    }
    let scripts = content
        .content
        .languages
        .values()
        .filter(|w| w.script.is_some())
        .count();
    if definition.channels.contains(&Channel::Phone) && scripts == 0 {
        warnings.push(t.get("moment-channel-no-script"));
    }
    warnings
}

fn places(definition: &Definition, can: &[Channel], sent: &Form, t: &Texts) -> Vec<Place> {
    // What cannot be used leaves no gap in the order.
    let usable = definition.channels.iter().filter(|channel| can.contains(channel));
    let in_order: Vec<&str> = usable.map(|channel| channel.as_str()).collect();
    let place = |n: usize| {
        let field = format!("channel_{n}");
        let now = if sent.has("channel_1") {
            sent.text(&field).to_owned()
        } else {
            in_order.get(n - 1).copied().unwrap_or_default().to_owned()
        };
        let option = |channel: &Channel| {
            let value = channel.as_str().to_owned();
            let chosen = value == now;
            (value, t.choice("consent-channel", channel.as_str()), chosen)
        };
        Place {
            label: t.with(
                "moment-channel-place",
                &[("place", i64::try_from(n).unwrap_or(0).into())],
            ),
            options: can.iter().map(option).collect(),
            error: sent.error(&field, t),
            field,
        }
    };
    (1..=can.len()).map(place).collect()
}

fn wording(
    office: &Office,
    definition: &Definition,
    content: &ContentVersion,
    language: Language,
) -> Wording {
    let t = &office.t;
    let found = content.content.languages.get(&language);
    let lacks = |part: Part, channel: Channel| {
        let missing = found.is_some_and(|w| match part {
            Part::Script => w.script.is_none(),
            _ => false,
        });
        let used = definition.channels.contains(&channel);
        (missing && used).then(|| t.choice("consent-channel", channel.as_str()))
    };
    let nature = nature(definition);
    let prefix = format!("{language}.");
    let advice = lint(&content.content, nature)
        .iter()
        .filter(|finding| finding.at.starts_with(&prefix))
        .count();
    Wording {
        name: language.own_name().to_owned(),
        code: language.as_str(),
        subject: found.map(|w| w.subject.source().to_owned()).unwrap_or_default(),
        written: found.is_some(),
        lacks: lacks(Part::Script, Channel::Phone).into_iter().collect(),
        advice,
        edit_url: url(office, &definition.key, &format!("/content/{language}")),
        read_url: url(
            office,
            &definition.key,
            &format!("/versions/{}?language={language}", content.id),
        ),
    }
}

/// Advertising or service, which decides what is asked of the text.
pub fn nature(definition: &Definition) -> Nature {
    if definition.purpose.is_marketing() {
        Nature::Marketing
    } else {
        Nature::Service
    }
}

/// The page, perhaps with the channels as they were sent and what is wrong with them.
pub async fn page(office: &Office, key: &str, sent: Form, status: StatusCode) -> WebResult<Response> {
    let mut tx = office.app.store.read().await?;
    let mut shop = tx.company(office.company.company.id).await?;
    let ready = ready(office, &mut shop, key).await?;
    let versions = shop.content_versions(key).await?;
    let names: StaffNames = staff_names(&mut shop).await?;
    drop(tx);
    let (t, definition) = (office.t.clone(), &ready.definition);
    let zone = office.company.company.time_zone;
    let can = channels_at(office);
    let languages = office.company.company.languages.iter();
    html_with_status(
        status,
        &MomentPage {
            page: office.page(definition.name(office.language), "moments"),
            trail: trail(office, None),
            about: definition.about(office.language).to_owned(),
            on: ready.enabled,
            is_action: definition.cadence == Cadence::Action,
            when: when(definition, &t),
            facts: facts(definition, &t),
            numbers_url: if office.access.may(Permission::EditCompany) && !definition.settings.is_empty() {
                office.url("/company/numbers")
            } else {
                String::new()
            },
            switch_url: url(office, key, "/switch"),
            channels_url: url(office, key, "/channels"),
            actions_url: office.url("/actions"),
            places: places(definition, &can, &sent, &t),
            warnings: warnings(office, definition, &ready.content),
            wordings: languages
                .map(|l| wording(office, definition, &ready.content, *l))
                .collect(),
            versions: versions
                .iter()
                .map(|v| Version {
                    number: v.version,
                    when: format::date_and_time(v.created_at, zone, office.language),
                    who: names.name(&v.created_by, &t),
                    url: url(office, key, &format!("/versions/{}", v.id)),
                    current: v.id == ready.content.id,
                })
                .collect(),
            may_edit: office.access.may(Permission::EditMoments),
            may_write: office.access.may(Permission::EditContent),
            errors: sent.summary(&t),
            sent: if sent.has("channel_1") {
                sent
            } else {
                prefilled(definition)
            },
            t,
        },
    )
}

fn prefilled(definition: &Definition) -> Form {
    let mut form = Form::prefilled([
        ("deadline_days", definition.deadline_days.to_string()),
        ("spacing_days", definition.spacing_days.to_string()),
    ]);
    if definition.fallback_letter {
        form.set("fallback_letter", "yes");
    }
    form
}

async fn show(office: Office, Path((_, key)): Path<(String, String)>) -> WebResult<Response> {
    allowed(&office, Permission::ViewWeek)?;
    office.require_module(MODULE)?;
    page(&office, &key, Form::default(), StatusCode::OK).await
}
