//! Which company a page belongs to, and what every page of the portal knows.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::time::{Duration, Instant};

use axum::extract::{FromRequestParts, RawPathParams};
use axum::http::request::Parts;
use carport_domain::company::{Module, Modules, Settings};
use carport_domain::consent::explain::obstacle_key;
use carport_domain::i18n::{Overrides, Texts};
use carport_domain::{Language, Timestamp};
use carport_store::companies::{Company, CompanyStatus, Logo};

use super::app::{App, AppState};
use super::cookies;
use super::error::{WebError, WebResult};
use super::page::{self, CompanyHead, Flash, LanguageChoice, LayoutTexts, Page, Tone};
use super::render::is_own_path;
use super::request::{self, Asked};

/// A company with what its pages show.
#[derive(Debug)]
pub struct CompanyView {
    /// The company.
    pub company: Company,
    /// Its own wording (F4).
    pub overrides: Arc<Overrides>,
    /// Its logos (F3).
    pub logos: Vec<Logo>,
    /// Its settings; stored ones that cannot be read are the defaults.
    pub settings: Settings,
    /// Its modules (F16); stored words that are none count as none.
    pub modules: Modules,
    /// The words of its frame by language, once a page needed them.
    frame: [OnceLock<Arc<LayoutTexts>>; Language::ALL.len()],
}

impl CompanyView {
    fn new(company: Company, overrides: Overrides, logos: Vec<Logo>) -> Self {
        let is_on = |module: &Module| company.modules.contains(module.as_str());
        Self {
            settings: serde_json::from_str(&company.settings).unwrap_or_default(),
            modules: Module::ALL.iter().copied().filter(is_on).collect(),
            overrides: Arc::new(overrides),
            frame: Default::default(),
            logos,
            company,
        }
    }

    /// The words of the frame in the company's wording.
    pub fn frame_texts(&self, language: Language) -> Arc<LayoutTexts> {
        let of_language = Language::ALL.iter().position(|l| *l == language);
        let make = || {
            let t = Texts::of_company(language, self.overrides.clone());
            Arc::new(LayoutTexts::from_lookup(|key| t.get(key)))
        };
        match of_language.and_then(|n| self.frame.get(n)) {
            Some(kept) => kept.get_or_init(make).clone(),
            None => make(),
        }
    }

    /// The head above its pages; `home` is where it links to.
    pub fn head(&self, home: &str) -> CompanyHead {
        // On the company's own domain, addresses have no slug.
        let base = if home == "/" {
            String::new()
        } else {
            format!("/{}", self.company.slug)
        };
        let version = self.company.updated_at.0;
        CompanyHead {
            name: self.company.name.clone(),
            home_url: home.to_owned(),
            logos: self
                .logos
                .iter()
                .map(|l| page::Logo {
                    url: format!("{base}/logo/{}?v={version}", l.position),
                    alt: l.alt.clone(),
                })
                .collect(),
            look_url: format!("{base}/look.css?v={version}"),
        }
    }
}

/// Companies by address, remembered for a moment; saving a company forgets them all.
#[derive(Debug)]
pub struct Companies {
    keep: Duration,
    known: Mutex<HashMap<String, (Instant, Option<Arc<CompanyView>>)>>,
}

impl Companies {
    /// Remembers each look-up for `keep`; zero never remembers.
    pub fn new(keep: Duration) -> Self {
        Self {
            keep,
            known: Mutex::default(),
        }
    }

    /// Forgets everything.
    pub fn forget(&self) {
        self.known.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }

    /// The company at a slug; a closed one is not there.
    pub async fn by_slug(&self, app: &App, slug: &str) -> WebResult<Option<Arc<CompanyView>>> {
        self.find(app, slug, false).await
    }

    /// The company on a host name of its own.
    pub async fn by_domain(&self, app: &App, host: &str) -> WebResult<Option<Arc<CompanyView>>> {
        self.find(app, host, true).await
    }

    async fn find(&self, app: &App, name: &str, domain: bool) -> WebResult<Option<Arc<CompanyView>>> {
        let key = if domain {
            format!("host {name}")
        } else {
            name.to_owned()
        };
        if !self.keep.is_zero()
            && let Some((at, view)) = self
                .known
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
                .get(&key)
            && at.elapsed() < self.keep
        {
            return Ok(view.clone());
        }
        let view = load(app, name, domain).await?.map(Arc::new);
        if !self.keep.is_zero() {
            let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
            if known.len() > 10_000 {
                known.clear();
            }
            known.insert(key, (Instant::now(), view.clone()));
        }
        Ok(view)
    }
}

async fn load(app: &App, name: &str, domain: bool) -> WebResult<Option<CompanyView>> {
    let mut tx = app.store.read().await?;
    let mut installation = tx.installation().await?;
    let found = if domain {
        installation.company_by_domain(name).await?
    } else {
        installation.company_by_slug(name).await?
    };
    let Some(company) = found.filter(|c| c.status != CompanyStatus::Closed) else {
        return Ok(None);
    };
    let mut own = tx.company(company.id).await?;
    let mut texts = Vec::new();
    for &language in &company.languages {
        texts.extend(
            own.texts(language)
                .await?
                .into_iter()
                .map(|(key, text)| (language, key, text)),
        );
    }
    let logos = own.logos().await?;
    Ok(Some(CompanyView::new(company, Overrides::new(texts), logos)))
}

/// A request to a company's portal, before anybody signed in. Answers 404 where there is no such company.
#[derive(Debug, Clone)]
pub struct Portal {
    /// The application.
    pub app: AppState,
    /// The company.
    pub company: Arc<CompanyView>,
    /// The reader's language.
    pub language: Language,
    /// Its texts, in the company's wording.
    pub t: Texts,
    /// What the request said.
    pub asked: Asked,
    /// The reader's network, for limits and session lists.
    pub client: String,
    /// What the browser says it is.
    pub user_agent: String,
    flash: Option<Flash>,
}

impl Portal {
    /// The present.
    pub fn now(&self) -> Timestamp {
        self.app.store.clock().now()
    }

    /// An address of this company's portal: `rest` begins with a slash, or is empty for its home.
    pub fn url(&self, rest: &str) -> String {
        match (self.asked.own_domain, rest) {
            (true, "") => "/".into(),
            (true, rest) => rest.to_owned(),
            (false, rest) => format!("/{}{rest}", self.company.company.slug),
        }
    }

    /// The same address with scheme and host, for messages.
    pub fn absolute_url(&self, rest: &str) -> String {
        absolute_url(&self.app, &self.company.company, rest)
    }

    /// Answers 404 unless the company has the module (F16).
    pub fn require(&self, module: &str) -> WebResult<()> {
        if self.company.company.has(module) {
            Ok(())
        } else {
            Err(WebError::NotFound)
        }
    }

    /// The frame of a page with this title, for somebody who has not signed in.
    pub fn page(&self, title: &str) -> Page {
        let company = &self.company.company;
        Page {
            lang: self.language.as_str().into(),
            title: title.to_owned(),
            path: self.asked.path.clone(),
            nonce: self.asked.nonce.clone(),
            assets: self.app.assets.version().into(),
            theme: self.asked.theme.clone(),
            company: self.company.head(&self.url("")),
            flash: self.flash.clone(),
            languages: company
                .languages
                .iter()
                .map(|l| LanguageChoice {
                    code: l.as_str().into(),
                    name: l.own_name().into(),
                    current: *l == self.language,
                })
                .collect(),
            language_url: self.url("/language"),
            // Help stands at the same place of every page, signed in or not (WCAG 3.2.6).
            legal: std::iter::once(page::Link {
                label: self.t.get("portal-nav-help"),
                url: self.url("/help"),
            })
            .chain(company.privacy_url.iter().map(|url| page::Link {
                label: self.t.get("layout-privacy"),
                url: url.clone(),
            }))
            .collect(),
            t: self.company.frame_texts(self.language),
            ..Page::default()
        }
    }

    /// The same request in the language of the account that turned out to be signed in.
    #[must_use]
    pub fn in_language(mut self, language: Option<Language>) -> Self {
        self.language = request::language(&self.asked, language, Some(&self.company));
        self.t = Texts::of_company(self.language, self.company.overrides.clone());
        self
    }
}

/// An address of a company's portal with scheme and host.
pub fn absolute_url(app: &App, company: &Company, rest: &str) -> String {
    match &company.own_domain {
        Some(host) => format!("https://{host}{}", if rest.is_empty() { "/" } else { rest }),
        None => format!("{}/{}{rest}", app.config.base_url, company.slug),
    }
}

/// The message a previous request left for this one: a word that names a text, so that a forged cookie can show only
/// what Carport says anyway. After a colon it may name what the gate has against something, and after a bar where the action is
/// undone, a page of this site.
pub fn flash(parts: &Parts, t: &Texts) -> Option<Flash> {
    let word = cookies::read(&parts.headers, cookies::FLASH)?;
    let (word, undo_url) = word.split_once('|').unwrap_or((&word, ""));
    let (tone, word) = match word.split_once('.') {
        Some(("attention", word)) => (Tone::Attention, word),
        Some(("danger", word)) => (Tone::Danger, word),
        Some(("good", word)) => (Tone::Good, word),
        _ => return None,
    };
    let (word, why) = word.split_once(':').unwrap_or((word, ""));
    let key = format!("flash-{word}");
    let reason = why
        .parse()
        .map(|why| t.key(&obstacle_key(why)))
        .unwrap_or_default();
    Texts::has(&key).then(|| Flash {
        tone,
        text: t.with(&key, &[("reason", reason.into())]),
        undo_url: if is_own_path(undo_url) {
            undo_url.to_owned()
        } else {
            String::new()
        },
    })
}

impl FromRequestParts<AppState> for Portal {
    type Rejection = WebError;

    async fn from_request_parts(parts: &mut Parts, app: &AppState) -> WebResult<Self> {
        let params = RawPathParams::from_request_parts(parts, app)
            .await
            .map_err(|_| WebError::NotFound)?;
        let slug = params
            .iter()
            .find(|(name, _)| *name == "company")
            .map(|(_, value)| value.to_owned());
        let slug = slug.ok_or(WebError::NotFound)?;
        let company = app
            .companies
            .by_slug(app, &slug)
            .await?
            .ok_or(WebError::NotFound)?;
        let asked = Asked::of_parts(parts);
        let language = request::language(&asked, None, Some(&company));
        let t = Texts::of_company(language, company.overrides.clone());
        Ok(Self {
            flash: flash(parts, &t),
            client: request::client(app, parts),
            user_agent: request::user_agent(parts),
            app: app.clone(),
            company,
            language,
            t,
            asked,
        })
    }
}
