//! Preferences by the link in a message, without signing in: saying no only; saying yes asks for the sign-in (DESIGN
//! decision 7). Opening the page changes nothing.

use askama::Template;
use axum::Router;
use axum::http::{HeaderMap, header};
use axum::routing::get;
use carport_domain::consent::matrix::refuse;
use carport_domain::consent::{Choice, ConsentEvent, Draft, InvalidEvent, Method, Scope, Wish};
use carport_domain::people::EmailAddress;
use carport_store::links::Link;

use super::address::Refusing;
use super::one_click::{apply, find, is_refused, scope};
use super::view::{self, Row, Statement};
use crate::consents::{Consents, TOPICS};
use crate::kit::app::AppState;
use crate::kit::prelude::*;
use crate::portal::details::{current, saved};
use crate::portal::limits;

/// Its addresses; `/u/{token}` names no company and leads to the company's own page.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/{company}/preferences/{token}", get(show).post(refuse_some))
        .route("/u/{token}", get(lead))
}

struct Stop {
    row: Row,
    stopped: bool,
}

#[derive(Template)]
#[template(path = "portal/preferences_by_link.html")]
struct ByLink {
    page: Page,
    t: Texts,
    lead: String,
    about: String,
    this_label: String,
    this_stopped: bool,
    topics: Vec<Stop>,
    channels: Vec<Stop>,
    everything_stopped: bool,
    sign_in_url: String,
    notice: String,
}

/// The open link, when it is this company's.
async fn own_link(portal: &Portal, token: &str) -> WebResult<Link> {
    let link = find(&portal.app.store, token).await?;
    link.filter(|link| link.company_id == portal.company.company.id)
        .ok_or(WebError::NotFound)
}

async fn lead(
    State(app): State<AppState>,
    Path(token): Path<String>,
    headers: HeaderMap,
) -> WebResult<Response> {
    let link = find(&app.store, &token).await?.ok_or(WebError::NotFound)?;
    let mut tx = app.store.read().await?;
    let company = tx.company(link.company_id).await?.profile().await?;
    let host = headers
        .get(header::HOST)
        .and_then(|host| host.to_str().ok())
        .unwrap_or_default();
    let host = host.rsplit_once(':').map_or(host, |(name, _)| name);
    let own = company
        .own_domain
        .as_deref()
        .is_some_and(|own| own.eq_ignore_ascii_case(host));
    let path = if own {
        format!("/preferences/{token}")
    } else {
        format!("/{}/preferences/{token}", company.slug)
    };
    Ok(see_other(&path))
}

/// What one press refuses, in words.
fn scope_words(t: &Texts, scope: Scope) -> String {
    match (scope.purpose, scope.channel) {
        (Some(purpose), Some(channel)) => t.with(
            "link-scope-both",
            &[
                ("topic", t.choice("preferences-topic", purpose.as_str()).into()),
                (
                    "channel",
                    t.choice("preferences-channel", channel.as_str()).into(),
                ),
            ],
        ),
        (Some(purpose), None) => t.choice("preferences-topic", purpose.as_str()),
        (None, Some(channel)) => t.choice("preferences-channel", channel.as_str()),
        (None, None) => t.get("link-scope-all"),
    }
}

async fn show(portal: Portal, Path((_, token)): Path<(String, String)>) -> WebResult<Response> {
    let link = own_link(&portal, &token).await?;
    let scope = scope(&link)?;
    let mut tx = portal.app.store.read().await?;
    let mut own = tx.company(link.company_id).await?;
    let of = view::matrix_of_link(&mut own, link.customer_id, &portal).await?;
    let standing = own.standing(link.customer_id).await?;
    let points = own.contact_points(link.customer_id).await?;
    drop(tx);
    let t = portal.t.clone();
    let masked = current(&points, "email")
        .and_then(|point| point.value.parse::<EmailAddress>().ok())
        .map(|email| email.mask());
    let stop = |row: Row| Stop {
        stopped: row.answer == "no",
        row,
    };
    let topics: Vec<Stop> = of
        .matrix
        .topics
        .iter()
        .map(|line| stop(view::topic_row(&portal, line)))
        .collect();
    let channels: Vec<Stop> = of
        .matrix
        .channels
        .iter()
        .map(|line| stop(view::channel_row(&portal, &of, line)))
        .collect();
    let company = portal.company.company.name.clone();
    html(&ByLink {
        page: portal.page(&t.get("link-preferences-title")),
        lead: t.with("link-preferences-lead", &[("company", company.clone().into())]),
        about: masked
            .map(|mask| t.with("link-preferences-for", &[("email", mask.into())]))
            .unwrap_or_default(),
        this_label: t.with("link-stop-this", &[("what", scope_words(&t, scope).into())]),
        this_stopped: is_refused(&standing, scope),
        topics,
        channels,
        everything_stopped: of.matrix.objection.is_some(),
        sign_in_url: portal.url("/my-preferences"),
        notice: t.with("preferences-object-notice", &[("company", company.into())]),
        t,
    })
}

/// The objection to all marketing, unless it stands.
fn objection(of: &Consents, template: &Draft) -> Result<Vec<ConsentEvent>, InvalidEvent> {
    match of.matrix.objection {
        Some(_) => Ok(Vec::new()),
        None => refuse(Scope::ALL, template).map(|event| vec![event]),
    }
}

/// What the form says no to; it says yes to nothing.
fn wish(form: &Form, of: &Consents) -> Wish {
    let no = |name: String| {
        if form.has(&name) {
            Choice::No
        } else {
            Choice::Unset
        }
    };
    Wish {
        topics: TOPICS
            .iter()
            .map(|topic| (*topic, no(format!("topic-{topic}"))))
            .collect(),
        channels: of
            .channels
            .iter()
            .map(|channel| (*channel, no(format!("channel-{channel}"))))
            .collect(),
        cells: Vec::new(),
    }
}

async fn refuse_some(
    portal: Portal,
    Path((_, token)): Path<(String, String)>,
    form: Form,
) -> WebResult<Response> {
    let app = &portal.app;
    app.limit(limits::LINK_NETWORK, &portal.client).await?;
    let link = own_link(&portal, &token).await?;
    let back = format!("/preferences/{token}");
    match form.text("action") {
        "this" => apply(&app.store, &link, Method::Link, Some(portal.user_agent.clone())).await?,
        "all" | "some" => {
            let everything = form.text("action") == "all";
            let mut tx = app.store.begin().await?;
            let mut own = tx.company(link.company_id).await?;
            let refusing = Refusing::of(&mut own, &link).await?;
            for &customer in &refusing.customers {
                let of = view::matrix_of_link(&mut own, customer, &portal).await?;
                let said = Statement {
                    customer,
                    entity: of.entity,
                    method: Method::Link,
                    wording: None,
                    form: "link-preferences",
                    had_answers: true,
                    assurance: "link",
                };
                let template = view::template(&portal, own.now(), said);
                let events = if everything {
                    objection(&of, &template)
                } else {
                    of.matrix.changes(&wish(&form, &of), &template, &of.contacts)
                };
                own.record_consents(&events.map_err(|e| WebError::Internal(e.to_string()))?)
                    .await?;
            }
            if everything {
                refusing.suppress(&mut own).await?;
            }
            tx.commit().await?;
        }
        _ => return Err(WebError::BadRequest("no such action")),
    }
    Ok(saved(&portal, &back, "link-preferences-saved"))
}
