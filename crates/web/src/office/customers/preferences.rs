//! Changing a customer's preferences on request. The reason and where it was said are part of the entry, and the customer
//! sees on their own page that the company changed it (CON-09).

use askama::Template;
use axum::Router;
use axum::http::StatusCode;
use axum::routing::get;
use carport_domain::access::Permission;
use carport_domain::consent::{
    Action, Actor, Channel, Choice, ConsentEvent, Control, DefaultState, Draft, InvalidEvent, Method,
    Purpose, Scope, Wish, WordingRef,
};
use carport_domain::i18n::Named;
use carport_domain::{CustomerId, FieldError, Language, Timestamp, clock, urls};
use carport_store::customers::Customer;
use chrono::NaiveDate;
use chrono_tz::Tz;
use serde_json::json;

use super::consents;
use super::{address, id, reach};
use crate::consents::{Consents, TOPICS, WORDS, icon, mark};
use crate::kit::app::AppState;
use crate::kit::page::Link;
use crate::kit::prelude::*;
use crate::office::said;

/// Its address.
pub fn routes() -> Router<AppState> {
    Router::new().route(
        "/office/{company}/customers/{customer}/preferences",
        get(show).post(save),
    )
}

/// Where a customer can have said it to staff.
const SOURCES: [Method; 4] = [Method::Counter, Method::Phone, Method::Paper, Method::Letter];

/// A topic or channel.
struct Line {
    name: String,
    title: String,
    text: String,
    answer: String,
    meta: String,
    icon: &'static str,
}

/// A pair that can be refused by itself.
struct Pair {
    name: String,
    label: String,
    refused: bool,
}

/// Where it was said.
struct Source {
    value: &'static str,
    label: String,
    chosen: bool,
}

#[derive(Template)]
#[template(path = "office/customers/preferences.html")]
struct Preferences {
    page: Page,
    t: Texts,
    trail: Vec<Link>,
    errors: Vec<(String, String)>,
    sent: Form,
    topics: Vec<Line>,
    channels: Vec<Line>,
    pairs: Vec<Pair>,
    pairs_open: bool,
    sources: Vec<Source>,
    objection: String,
    wording: String,
    /// Marks these words.
    words: String,
    wording_lang: &'static str,
    back_url: String,
    save_url: String,
    objection_url: String,
}

/// The words that staff read out, or that the customer reads on the desk's screen: what a yes here is a yes to. They are
/// in the customer's language, and each version is kept.
pub fn wording(t: &Texts, company: &str, channels: &[Channel]) -> String {
    let mut lines = vec![t.with("office-wording-lead", &[("company", company.into())])];
    for topic in TOPICS {
        let meaning = carport_domain::consent::explain::meaning(topic, t).unwrap_or_default();
        lines.push(format!("{}: {meaning}", topic.name(t)));
    }
    let by = channels.iter().map(|c| c.name(t)).collect::<Vec<_>>().join(", ");
    lines.push(t.with("office-wording-channels", &[("channels", by.into())]));
    lines.push(t.with("office-wording-object", &[("company", company.into())]));
    lines.join("\n")
}

/// The language in which a customer is spoken to.
pub fn language_of(office: &Office, customer: &Customer) -> Language {
    let company = &office.company.company;
    customer
        .language
        .filter(|l| company.languages.contains(l))
        .unwrap_or(company.default_language)
}

fn pair_name(topic: Purpose, channel: Channel) -> String {
    format!("pair-{topic}-{channel}")
}

pub(super) fn page(
    office: &Office,
    customer: &Customer,
    of: &Consents,
    sent: Form,
    status: StatusCode,
) -> WebResult<Response> {
    let t = &office.t;
    let word = |choice: Choice| match choice {
        Choice::Unset => String::new(),
        other => other.as_str().to_owned(),
    };
    // A form that came back shows what was chosen; a fresh one what stands.
    let shown = |name: &str, choice: Choice| {
        if sent.has(name) {
            sent.text(name).to_owned()
        } else {
            word(choice)
        }
    };
    let topics = of.matrix.topics.iter().map(|line| {
        let name = format!("topic-{}", line.about);
        Line {
            answer: shown(&name, line.choice),
            title: line.about.name(t),
            text: carport_domain::consent::explain::meaning(line.about, t).unwrap_or_default(),
            meta: consents::changed(office, line.changed),
            icon: "",
            name,
        }
    });
    let channels = of.matrix.channels.iter().map(|line| {
        let name = format!("channel-{}", line.about);
        let reachable = of.contacts.iter().any(|(channel, _)| *channel == line.about);
        Line {
            answer: shown(&name, line.choice),
            title: line.about.name(t),
            text: if reachable {
                String::new()
            } else {
                t.get("office-preferences-unreachable")
            },
            meta: consents::changed(office, line.changed),
            icon: icon(line.about),
            name,
        }
    });
    let pairs = TOPICS
        .iter()
        .flat_map(|topic| of.channels.iter().map(move |channel| (*topic, *channel)));
    let pairs: Vec<Pair> = pairs
        .map(|(topic, channel)| Pair {
            name: pair_name(topic, channel),
            label: format!("{} – {}", topic.name(t), channel.name(t)),
            refused: of.matrix.finer_refusals.contains(&(topic, channel))
                || sent.has(&pair_name(topic, channel)),
        })
        .collect();
    let words = t.in_language(language_of(office, customer));
    let wording = wording(&words, &office.company.company.name, &of.channels);
    let customer_url = address(office, urls::Office::Customer(customer.id));
    let template = Preferences {
        page: office.page(&t.get("office-preferences-title"), "customers"),
        trail: vec![
            Link {
                label: t.get("office-nav-customers"),
                url: address(office, urls::Office::Customers),
            },
            Link {
                label: customer.display_name(),
                url: customer_url.clone(),
            },
        ],
        errors: sent.summary(t),
        topics: topics.collect(),
        channels: channels.collect(),
        pairs_open: pairs.iter().any(|pair| pair.refused),
        pairs,
        sources: SOURCES
            .iter()
            .map(|m| Source {
                value: m.as_str(),
                label: m.name(t),
                chosen: sent.text("source") == m.as_str(),
            })
            .collect(),
        objection: of
            .matrix
            .objection
            .map(|c| consents::changed(office, Some(c)))
            .unwrap_or_default(),
        words: mark(&wording),
        wording,
        wording_lang: words.language().as_str(),
        save_url: format!("{customer_url}/preferences"),
        objection_url: format!("{customer_url}/objection"),
        back_url: customer_url,
        t: t.clone(),
        sent,
    };
    html_with_status(status, &template)
}

async fn show(office: Office, Path((_, customer)): Path<(String, String)>) -> WebResult<Response> {
    office.require(Permission::EditCustomers)?;
    let mut tx = office.app.store.read().await?;
    let mut shop = tx.company(office.company.company.id).await?;
    let customer = reach(&office, &mut shop, id(&customer)?).await?;
    let of = consents::load(&office, &mut shop, customer.id).await?;
    drop(tx);
    page(&office, &customer, &of, Form::default(), StatusCode::OK)
}

/// How and when the customer said it to staff, and why staff change it.
#[derive(Debug, Clone)]
pub struct Statement {
    /// Where it was said.
    pub source: Method,
    /// Why.
    pub reason: String,
    /// The day, when it was not today.
    pub day: Option<NaiveDate>,
}

impl Statement {
    /// The entries, dated by the day on which it was said.
    pub fn dated(&self, events: Vec<ConsentEvent>, zone: Tz) -> Vec<ConsentEvent> {
        let Some(day) = self.day else { return events };
        events.into_iter().map(|event| event.said_on(day, zone)).collect()
    }
}

/// Reads source, reason and day from a form; notes what is missing.
pub fn statement(office: &Office, form: &mut Form) -> Option<Statement> {
    let reason = form.required("reason");
    let source = form.parse("source", |text| {
        let known = text.parse::<Method>().ok().filter(|m| SOURCES.contains(m));
        known.ok_or_else(|| FieldError::new("office-error-source"))
    });
    let company = &office.company.company;
    let today = company.today(office.now());
    let day = match form.parse_optional("said-on", |text| {
        clock::day(text).ok_or_else(|| FieldError::new("office-error-date"))
    }) {
        Some(Some(day)) if day > today => {
            form.errors
                .push("said-on", FieldError::new("consent-invalid-in-the-future"));
            None
        }
        Some(day) => Some(day.filter(|day| *day < today)),
        None => None,
    };
    Some(Statement {
        source: source?,
        reason: reason?,
        day: day?,
    })
}

/// The template of the entries staff append.
pub fn template(
    office: &Office,
    customer: CustomerId,
    of: &Consents,
    said: &Statement,
    wording: Option<WordingRef>,
    now: Timestamp,
) -> Draft {
    let answered = |choice: Choice| choice != Choice::Unset;
    let earlier = of.matrix.topics.iter().any(|l| answered(l.choice))
        || of.matrix.channels.iter().any(|l| answered(l.choice));
    Draft {
        wording,
        control: Some(Control {
            form: "office-preferences".to_owned(),
            version: 1,
            kind: "radio".to_owned(),
            default_state: if earlier {
                DefaultState::Earlier
            } else {
                DefaultState::Unset
            },
        }),
        origin: Some(format!("office-preferences: {}", said.source)),
        reason: Some(said.reason.clone()),
        ..Draft::new(
            (office.company.company.id, of.entity, customer),
            Action::Grant,
            Scope::ALL,
            (said.source, Actor::Staff(office.id())),
            now,
        )
    }
}

fn wish(form: &Form, of: &Consents) -> Wish {
    let choice = |name: &str| match form.text(name) {
        "yes" => Choice::Yes,
        "no" => Choice::No,
        _ => Choice::Unset,
    };
    let mut cells = Vec::new();
    for topic in TOPICS {
        for channel in &of.channels {
            let refused = of.matrix.finer_refusals.contains(&(topic, *channel));
            let wanted = match (form.has(&pair_name(topic, *channel)), refused) {
                (true, _) => Choice::No,
                (false, true) => Choice::Yes,
                (false, false) => Choice::Unset,
            };
            cells.push(((topic, *channel), wanted));
        }
    }
    Wish {
        topics: TOPICS
            .iter()
            .map(|topic| (*topic, choice(&format!("topic-{topic}"))))
            .collect(),
        channels: of
            .channels
            .iter()
            .map(|channel| (*channel, choice(&format!("channel-{channel}"))))
            .collect(),
        cells,
    }
}

async fn save(
    office: Office,
    Path((_, customer)): Path<(String, String)>,
    mut form: Form,
) -> WebResult<Response> {
    office.require(Permission::EditCustomers)?;
    let mut tx = office.app.store.begin().await?;
    let mut shop = tx.company(office.company.company.id).await?;
    let customer = reach(&office, &mut shop, id(&customer)?).await?;
    let of = consents::load(&office, &mut shop, customer.id).await?;
    let Some(said_so) = statement(&office, &mut form) else {
        drop(tx);
        return page(&office, &customer, &of, form, StatusCode::UNPROCESSABLE_ENTITY);
    };
    let language = language_of(&office, &customer);
    let text = wording(
        &office.t.in_language(language),
        &office.company.company.name,
        &of.channels,
    );
    let shown = if form.text(WORDS) == mark(&text) {
        Some(
            shop.wording("office-preferences", language, &text)
                .await?
                .reference(),
        )
    } else {
        None
    };
    let now = shop.now();
    let draft = template(&office, customer.id, &of, &said_so, shown, now);
    let events = match of.matrix.changes(&wish(&form, &of), &draft, &of.contacts) {
        Ok(events) => said_so.dated(events, office.company.company.time_zone),
        Err(invalid) => {
            drop(tx);
            // A yes to words that are not the page's any more is none.
            if invalid == InvalidEvent::WordingMissing {
                form.errors.push("wording", FieldError::new("office-error-words"));
                return page(&office, &customer, &of, form, StatusCode::CONFLICT);
            }
            form.errors.push("reason", invalid.into());
            return page(&office, &customer, &of, form, StatusCode::UNPROCESSABLE_ENTITY);
        }
    };
    let back = address(&office, urls::Office::Customer(customer.id));
    if events.is_empty() {
        return Ok(said(&office, &back, "attention", "preferences-unchanged"));
    }
    shop.record_consents(&events).await?;
    let detail = json!({ "source": said_so.source, "reason": said_so.reason, "entries": events.iter().map(|e| e.id).collect::<Vec<_>>() });
    shop.audit(
        &office.actor(),
        "customer.preferences_changed",
        &format!("customer:{}", customer.id),
        &detail,
    )
    .await?;
    tx.commit().await?;
    Ok(said(&office, &back, "good", "office-preferences"))
}
