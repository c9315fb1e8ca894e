//! The list of sessions, and ending one or all others (ASVS 7.5.2).

use axum::Router;
use axum::routing::post;
use carport_domain::format;
use carport_store::account_sessions::AccountSession;

use crate::kit::app::AppState;
use crate::kit::prelude::*;
use crate::portal::details::saved;
use crate::portal::session::Member;

/// Its addresses.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/{company}/account/sessions/end", post(end))
        .route("/{company}/account/sessions/end-others", post(end_others))
}

/// A session in the list.
#[derive(Debug, Clone)]
pub struct SessionLine {
    /// Browser and system.
    pub title: String,
    /// When it was last used, from where.
    pub detail: String,
    /// Whether it is this one.
    pub here: bool,
    /// How forms name it.
    pub handle: String,
}

/// Puts a session into words.
pub fn line(member: &Member, session: &AccountSession) -> SessionLine {
    let (t, company) = (&member.portal.t, &member.portal.company.company);
    let seen = format::date_and_time(session.seen_at, company.time_zone, member.portal.language);
    SessionLine {
        title: device(&session.user_agent).unwrap_or_else(|| t.get("account-session-unknown")),
        detail: t.with(
            "account-session-seen",
            &[("when", seen.into()), ("ip", session.ip.clone().into())],
        ),
        here: session.token_hash == member.session.token_hash,
        handle: session.handle(),
    }
}

/// Browser and system by the words every browser's name for itself carries; none when it carries none of them.
fn device(user_agent: &str) -> Option<String> {
    let find = |words: &[(&str, &str)]| {
        words
            .iter()
            .find(|(word, _)| user_agent.contains(word))
            .map(|(_, name)| (*name).to_owned())
    };
    let browser = find(&[
        ("Edg/", "Edge"),
        ("OPR/", "Opera"),
        ("SamsungBrowser", "Samsung Internet"),
        ("YaBrowser", "Yandex"),
        ("Firefox/", "Firefox"),
        ("Chrome/", "Chrome"),
        ("Safari/", "Safari"),
    ]);
    let system = find(&[
        ("Android", "Android"),
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Windows", "Windows"),
        ("Mac OS X", "Mac"),
        ("Linux", "Linux"),
    ]);
    match (browser, system) {
        (Some(browser), Some(system)) => Some(format!("{browser}, {system}")),
        (one, other) => one.or(other),
    }
}

async fn end(member: Member, form: Form) -> WebResult<Response> {
    let portal = &member.portal;
    let handle = form.text("session").to_owned();
    let mut tx = portal.app.store.begin().await?;
    let mut own = tx.company(member.who.company).await?;
    let sessions = own.account_sessions(member.account.id).await?;
    let session = sessions
        .iter()
        .find(|session| session.handle() == handle)
        .ok_or(WebError::NotFound)?;
    own.end_account_session(member.account.id, &session.token_hash)
        .await?;
    tx.commit().await?;
    Ok(saved(portal, "/account", "session-ended"))
}

async fn end_others(member: Member) -> WebResult<Response> {
    let portal = &member.portal;
    let mut tx = portal.app.store.begin().await?;
    tx.company(member.who.company)
        .await?
        .end_account_sessions(member.account.id, Some(&member.session.token_hash))
        .await?;
    tx.commit().await?;
    Ok(saved(portal, "/account", "sessions-ended"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_browser_is_called_by_the_name_people_know() {
        let edge = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0";
        assert_eq!(device(edge).as_deref(), Some("Edge, Windows"));
        assert_eq!(
            device("Mozilla/5.0 (iPhone) Safari/604.1").as_deref(),
            Some("Safari, iPhone")
        );
        assert_eq!(device("curl/8"), None);
    }
}
