//! The overview: what protects the account, and where it is signed in.

use askama::Template;
use axum::Router;
use axum::routing::get;
use carport_domain::format;

use super::sessions::{SessionLine, line};
use crate::kit::app::AppState;
use crate::kit::prelude::*;
use crate::portal::frame::Here;
use crate::portal::session::Reader;

/// Its addresses.
pub fn routes() -> Router<AppState> {
    Router::new().route("/{company}/account", get(show))
}

#[derive(Template)]
#[template(path = "portal/account.html")]
struct Account {
    page: Page,
    t: Texts,
    email: String,
    since: String,
    sessions: Vec<SessionLine>,
    email_url: String,
    password_url: String,
    end_url: String,
    end_others_url: String,
}

async fn show(Reader { member, mut tx }: Reader) -> WebResult<Response> {
    let portal = &member.portal;
    let t = portal.t.clone();
    let sessions = tx
        .company(member.who.company)
        .await?
        .account_sessions(member.account.id)
        .await?;
    drop(tx);
    let zone = portal.company.company.time_zone;
    let since = member
        .account
        .activated_at
        .map(|at| format::date_long(at.date_in(zone), portal.language))
        .unwrap_or_default();
    html(&Account {
        page: member.page(&t.get("account-title"), Here::Account),
        email: member.account.email.as_str().to_owned(),
        since: t.with("account-since", &[("date", since.into())]),
        sessions: sessions.iter().map(|session| line(&member, session)).collect(),
        email_url: portal.url("/account/email"),
        password_url: portal.url("/account/password"),
        end_url: portal.url("/account/sessions/end"),
        end_others_url: portal.url("/account/sessions/end-others"),
        t,
    })
}
