//! Who asks in the console, and the frame of its pages.

use axum::extract::FromRequestParts;
use axum::http::header;
use axum::http::request::Parts;
use carport_domain::i18n::Texts;
use carport_domain::{Language, OperatorId};
use carport_store::staff::SessionRow;

use crate::kit::app::AppState;
use crate::kit::cookies;
use crate::kit::error::{WebError, WebResult};
use crate::kit::page::{CompanyHead, Flash, LanguageChoice, LayoutTexts, NavItem, Page, UserHead};
use crate::kit::prelude::{Response, see_other};
use crate::kit::request::Asked;
use crate::kit::staff::{initials, token_hash};
use crate::kit::{company, render};

/// Somebody with an operator's session. Without a second factor it opens one page only: the one that sets it up.
#[derive(Debug, Clone)]
pub struct HalfSignedIn {
    /// The application.
    pub app: AppState,
    /// The session.
    pub session: SessionRow<OperatorId>,
    /// SHA-256 of its token.
    pub token_hash: Vec<u8>,
    /// Their language.
    pub language: Language,
    /// Their texts.
    pub t: Texts,
    asked: Asked,
    flash: Option<Flash>,
}

/// An operator who showed password and code.
#[derive(Debug, Clone)]
pub struct Operator(HalfSignedIn);

impl std::ops::Deref for Operator {
    type Target = HalfSignedIn;
    fn deref(&self) -> &HalfSignedIn {
        &self.0
    }
}

impl FromRequestParts<AppState> for HalfSignedIn {
    type Rejection = WebError;

    async fn from_request_parts(parts: &mut Parts, app: &AppState) -> WebResult<Self> {
        let asked = Asked::of_parts(parts);
        let sign_in = || WebError::SignIn("/operator/sign-in".into());
        let hash = token_hash(&parts.headers, &cookies::operator_session(app)).ok_or_else(sign_in)?;
        let mut tx = app.store.read().await?;
        let mut installation = tx.installation().await?;
        let session = installation.operator_session(&hash).await?.ok_or_else(sign_in)?;
        let now = installation.now();
        drop(tx);
        if now.seconds_since(session.seen_at) > 60 {
            let mut tx = app.store.begin().await?;
            tx.installation().await?.touch_operator_session(&hash).await?;
            tx.commit().await?;
        }
        let language = asked.language_cookie.unwrap_or(session.language);
        let t = Texts::new(language);
        Ok(Self {
            flash: company::flash(parts, &t),
            app: app.clone(),
            token_hash: hash,
            language,
            t,
            asked,
            session,
        })
    }
}

impl FromRequestParts<AppState> for Operator {
    type Rejection = WebError;

    async fn from_request_parts(parts: &mut Parts, app: &AppState) -> WebResult<Self> {
        let who = HalfSignedIn::from_request_parts(parts, app).await?;
        if who.session.second_factor_at.is_some() {
            return Ok(Self(who));
        }
        let next = if who.session.has_second_factor {
            "/operator/sign-in"
        } else {
            "/operator/second-factor"
        };
        Err(WebError::SignIn(next.into()))
    }
}

/// The rail: word of the key `operator-nav-<word>`, path, icon.
const NAV: [(&str, &str, &str); 3] = [
    ("companies", "/operator", "building"),
    ("jobs", "/operator/jobs", "bolt"),
    ("health", "/operator/health", "gauge"),
];

impl HalfSignedIn {
    /// How the audit log names this person.
    pub fn actor(&self) -> String {
        format!("operator:{}", self.session.id)
    }

    /// The frame of a page; `current` is the word of the rail it belongs to.
    pub fn page(&self, title: &str, current: &str) -> Page {
        let nav = |(word, path, icon): &(&str, &str, &str)| NavItem {
            label: self.t.get(&format!("operator-nav-{word}")),
            url: (*path).into(),
            icon: (*icon).into(),
            current: *word == current,
            ..NavItem::default()
        };
        Page {
            lang: self.language.as_str().into(),
            title: title.to_owned(),
            path: self.asked.path.clone(),
            nonce: self.asked.nonce.clone(),
            assets: self.app.assets.version().into(),
            theme: self.asked.theme.clone(),
            company: CompanyHead {
                name: self.t.get("operator-console"),
                home_url: "/operator".into(),
                ..CompanyHead::default()
            },
            nav: NAV.iter().map(nav).collect(),
            user: Some(UserHead {
                name: self.session.name.clone(),
                initials: initials(&self.session.name),
                detail: self.session.email.clone(),
                sign_out_url: "/operator/sign-out".into(),
            }),
            menu: vec![NavItem {
                label: self.t.get("operator-nav-second-factor"),
                url: "/operator/second-factor".into(),
                icon: "lock".into(),
                ..NavItem::default()
            }],
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

    /// Leads on to a page that says in place what was done: the text `flash-<word>`.
    pub fn saved(&self, url: &str, word: &str) -> Response {
        debug_assert!(render::is_own_path(url));
        let mut response = see_other(url);
        let cookie = cookies::set_secret(&self.app, cookies::FLASH, &format!("good.{word}"), Some(15));
        response.headers_mut().append(header::SET_COOKIE, cookie);
        response
    }
}
