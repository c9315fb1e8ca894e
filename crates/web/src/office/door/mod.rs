//! Before a company is chosen: signing in with password and code, choosing, one's own account.

mod account;
mod choose;
mod invitation;
mod language;
mod limits;
mod sign_in;
mod sign_out;

use axum::Router;
use axum::http::HeaderMap;
use axum::http::request::Parts;
use carport_domain::Language;
use carport_domain::i18n::Texts;
use carport_domain::passwords::Use;

use crate::kit::app::AppState;
use crate::kit::company;
use crate::kit::page::{CompanyHead, LanguageChoice, LayoutTexts, Page};
use crate::kit::prelude::*;
use crate::kit::request::{self, Asked};

/// Its addresses.
pub fn routes() -> Router<AppState> {
    Router::new()
        .merge(sign_in::routes())
        .merge(sign_out::routes())
        .merge(choose::routes())
        .merge(account::routes())
        .merge(invitation::routes())
        .merge(language::routes())
}

/// Somebody at the door of the back office who has not signed in.
#[derive(Debug, Clone)]
pub struct Stranger {
    /// The application.
    pub app: AppState,
    /// Their language.
    pub language: Language,
    /// Their texts.
    pub t: Texts,
    /// What the request said.
    pub asked: Asked,
    /// Their network.
    pub client: String,
    /// What the browser says it is.
    pub user_agent: String,
    /// The headers, for cookies.
    pub headers: HeaderMap,
    flash: Option<Flash>,
}

impl axum::extract::FromRequestParts<AppState> for Stranger {
    type Rejection = WebError;

    async fn from_request_parts(parts: &mut Parts, app: &AppState) -> WebResult<Self> {
        let asked = Asked::of_parts(parts);
        let language = request::language(&asked, None, None);
        let t = Texts::new(language);
        Ok(Self {
            flash: company::flash(parts, &t),
            client: request::client(app, parts),
            user_agent: request::user_agent(parts),
            headers: parts.headers.clone(),
            app: app.clone(),
            language,
            t,
            asked,
        })
    }
}

impl Stranger {
    /// The frame of a page at the door; `home` is the door's own start.
    pub fn page(&self, title: &str, home: &str) -> Page {
        Page {
            lang: self.language.as_str().into(),
            title: title.to_owned(),
            path: self.asked.path.clone(),
            nonce: self.asked.nonce.clone(),
            assets: self.app.assets.version().into(),
            theme: self.asked.theme.clone(),
            company: CompanyHead {
                name: "Carport".into(),
                home_url: home.to_owned(),
                ..CompanyHead::default()
            },
            flash: self.flash.clone(),
            languages: Language::ALL
                .iter()
                .map(|l| LanguageChoice {
                    code: l.as_str().into(),
                    name: l.own_name().into(),
                    current: *l == self.language,
                })
                .collect(),
            language_url: "/office/language".into(),
            t: LayoutTexts::from_lookup(|key| self.t.get(key)).into(),
            ..Page::default()
        }
    }
}

/// How long a password must be that is used so, in words.
fn password_hint(used: Use, t: &Texts) -> String {
    t.with(
        "office-password-hint",
        &[("min", i64::try_from(used.min()).unwrap_or_default().into())],
    )
}

/// Where to go after signing in: an own path under `prefix`, else the prefix itself.
pub fn onward(back: &str, prefix: &str) -> String {
    let good = crate::kit::render::is_own_path(back)
        && (back == prefix || back.starts_with(&format!("{prefix}/")))
        && !back.starts_with(&format!("{prefix}/sign-"));
    if good { back.to_owned() } else { prefix.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::onward;

    #[test]
    fn after_signing_in_one_stays_in_the_back_office() {
        assert_eq!(onward("/office/jansen/week", "/office"), "/office/jansen/week");
        for elsewhere in ["/jansen", "//evil.example", "/office/sign-out", "/officex", ""] {
            assert_eq!(onward(elsewhere, "/office"), "/office", "{elsewhere}");
        }
    }
}
