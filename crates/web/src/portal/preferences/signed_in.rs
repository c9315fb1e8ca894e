//! The page of a signed-in customer. Nothing is stored before the button is pressed (F70); one press says no to everything
//! (CON-06).

use askama::Template;
use axum::Router;
use axum::http::StatusCode;
use axum::routing::get;
use carport_domain::company::Module;
use carport_domain::consent::matrix::refuse;
use carport_domain::consent::{Channel, Choice, InvalidEvent, Method, Purpose, Scope, Wish};

use super::view::{self, Row, Statement};
use crate::consents::{Consents, TOPICS, WORDS, channels, icon, mark};
use crate::kit::app::AppState;
use crate::kit::prelude::*;
use crate::portal::details::saved;
use crate::portal::frame::Here;
use crate::portal::session::{self, Member, Reader};

/// Its addresses.
pub fn routes() -> Router<AppState> {
    Router::new().route("/{company}/my-preferences", get(show).post(save))
}

/// One pair of the finer choice.
struct Cell {
    name: String,
    label: String,
    channel: String,
    icon: &'static str,
    refused: bool,
}

struct FinerRow {
    title: String,
    cells: Vec<Cell>,
}

#[derive(Template)]
#[template(path = "portal/preferences.html")]
struct Preferences {
    page: Page,
    t: Texts,
    topics: Vec<Row>,
    channels: Vec<Row>,
    finer: Vec<FinerRow>,
    finer_open: bool,
    preferred: Vec<(String, String, bool)>,
    objection: String,
    lead: String,
    notice: String,
    /// Marks the words of this page.
    words: String,
    /// The words changed while the customer looked at them.
    changed: bool,
}

/// What the company gets from a cell's control.
fn cell_name(topic: Purpose, channel: Channel) -> String {
    format!("cell-{topic}-{channel}")
}

fn page(member: &Member, of: &Consents, status: StatusCode) -> WebResult<Response> {
    let portal = &member.portal;
    let t = portal.t.clone();
    let company = portal.company.company.name.clone();
    let finer = TOPICS.iter().map(|topic| FinerRow {
        title: t.choice("preferences-topic", topic.as_str()),
        cells: of
            .channels
            .iter()
            .map(|channel| {
                let word = t.choice("preferences-channel", channel.as_str());
                Cell {
                    name: cell_name(*topic, *channel),
                    label: format!("{} – {word}", t.choice("preferences-topic", topic.as_str())),
                    channel: word,
                    icon: icon(*channel),
                    refused: of.matrix.finer_refusals.contains(&(*topic, *channel)),
                }
            })
            .collect(),
    });
    let preferred = member.customer.preferred_channel.as_deref();
    let mut choices = vec![(
        String::new(),
        t.get("preferences-prefer-none"),
        preferred.is_none(),
    )];
    choices.extend(of.channels.iter().map(|channel| {
        (
            channel.as_str().to_owned(),
            t.choice("preferences-channel", channel.as_str()),
            preferred == Some(channel.as_str()),
        )
    }));
    let template = Preferences {
        page: member.page(&t.get("portal-nav-preferences"), Here::Preferences),
        topics: of
            .matrix
            .topics
            .iter()
            .map(|line| view::topic_row(portal, line))
            .collect(),
        channels: of
            .matrix
            .channels
            .iter()
            .map(|line| view::channel_row(portal, of, line))
            .collect(),
        finer: finer.collect(),
        finer_open: !of.matrix.finer_refusals.is_empty(),
        preferred: choices,
        objection: of
            .matrix
            .objection
            .map(|changed| view::changed(portal, Some(changed)))
            .unwrap_or_default(),
        lead: t.with("preferences-lead", &[("company", company.clone().into())]),
        notice: t.with("preferences-object-notice", &[("company", company.into())]),
        words: mark(&view::wording(portal, &of.channels)),
        changed: status != StatusCode::OK,
        t,
    };
    html_with_status(status, &template)
}

async fn show(Reader { member, mut tx }: Reader) -> WebResult<Response> {
    session::require(&member.portal, Module::MyPreferences)?;
    let of = view::matrix_of(&mut tx.customer(member.who).await?, &member.portal).await?;
    drop(tx);
    page(&member, &of, StatusCode::OK)
}

fn choice(form: &Form, name: &str) -> Choice {
    match form.text(name) {
        "yes" => Choice::Yes,
        "no" => Choice::No,
        _ => Choice::Unset,
    }
}

fn wish(form: &Form, of: &Consents) -> Wish {
    let mut cells = Vec::new();
    for topic in TOPICS {
        for channel in &of.channels {
            let refused = of.matrix.finer_refusals.contains(&(topic, *channel));
            let name = cell_name(topic, *channel);
            let wanted = match (form.has(&name), form.text(&name)) {
                (true, "no") => Choice::No,
                (true, _) if refused => Choice::Yes,
                _ => Choice::Unset,
            };
            cells.push(((topic, *channel), wanted));
        }
    }
    Wish {
        topics: TOPICS
            .iter()
            .map(|topic| (*topic, choice(form, &format!("topic-{topic}"))))
            .collect(),
        channels: of
            .channels
            .iter()
            .map(|channel| (*channel, choice(form, &format!("channel-{channel}"))))
            .collect(),
        cells,
    }
}

async fn save(member: Member, form: Form) -> WebResult<Response> {
    let portal = &member.portal;
    session::require(portal, Module::MyPreferences)?;
    let mut tx = portal.app.store.begin().await?;
    let text = view::wording(portal, &channels(&portal.company.company));
    let wording = if form.text(WORDS) == mark(&text) {
        let mut company = tx.company(member.who.company).await?;
        let kept = company.wording("preferences", portal.language, &text).await?;
        Some(kept.reference())
    } else {
        None
    };
    let mut own = tx.customer(member.who).await?;
    let of = view::matrix_of(&mut own, portal).await?;
    let answered = |choice: Choice| choice != Choice::Unset;
    let said = Statement {
        customer: member.who.customer,
        entity: of.entity,
        method: Method::Portal,
        wording,
        form: "portal-preferences",
        had_answers: of.matrix.topics.iter().any(|l| answered(l.choice))
            || of.matrix.channels.iter().any(|l| answered(l.choice)),
        assurance: if member.is_fresh() { "step_up" } else { "session" },
    };
    let template = view::template(portal, own.now(), said);
    let invalid = |e: InvalidEvent| WebError::Internal(e.to_string());
    let all_off = form.has("everything-off");
    let events = if all_off {
        match of.matrix.objection {
            Some(_) => Vec::new(),
            None => vec![refuse(Scope::ALL, &template).map_err(invalid)?],
        }
    } else {
        match of.matrix.changes(&wish(&form, &of), &template, &of.contacts) {
            // A yes to words that are not the page's any more is none.
            Err(InvalidEvent::WordingMissing) => {
                drop(tx);
                return page(&member, &of, StatusCode::CONFLICT);
            }
            events => events.map_err(invalid)?,
        }
    };
    own.record_my_consents(&events).await?;
    if !all_off && form.has("preferred") {
        let preferred = form
            .text("preferred")
            .parse::<Channel>()
            .ok()
            .filter(|channel| of.channels.contains(channel));
        own.prefer_channel(preferred).await?;
    }
    tx.commit().await?;
    Ok(saved(
        portal,
        "/my-preferences",
        if all_off {
            "preferences-off"
        } else {
            "preferences-saved"
        },
    ))
}
