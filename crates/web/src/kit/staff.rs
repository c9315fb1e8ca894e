//! Who asks in the back office, and what they may do there.

use std::sync::Arc;

use axum::extract::{FromRequestParts, RawPathParams};
use axum::http::request::Parts;
use carport_domain::access::{Access, Permission, Role};
use carport_domain::i18n::Texts;
use carport_domain::{Language, StaffId, Timestamp};
use carport_store::staff::StaffSession;
use sha2::{Digest, Sha256};

use super::app::AppState;
use super::company::{self, CompanyView};
use super::cookies;
use super::error::{WebError, WebResult};
use super::page::{CompanyChoice, Flash, LanguageChoice, LayoutTexts, NavItem, Page, SearchBox, UserHead};
use super::request::{self, Asked};

/// A staff member's running session, second factor shown or not needed.
#[derive(Debug, Clone)]
pub struct Staff {
    /// The application.
    pub app: AppState,
    /// The session.
    pub session: StaffSession,
    /// SHA-256 of its token.
    pub token_hash: Vec<u8>,
    /// The companies they work for: slug, name, role.
    pub companies: Vec<(String, String, Role)>,
    /// Their language.
    pub language: Language,
    /// Their texts.
    pub t: Texts,
    /// What the request said.
    pub asked: Asked,
    /// The reader's network.
    pub client: String,
    /// A message of the request before.
    pub flash: Option<Flash>,
}

/// The token behind a secret cookie, hashed as it is stored.
pub fn token_hash(headers: &axum::http::HeaderMap, cookie: &str) -> Option<Vec<u8>> {
    let token = cookies::read(headers, cookie)?;
    (token.len() <= 100).then(|| Sha256::digest(token.as_bytes()).to_vec())
}

fn sign_in(asked: &Asked) -> WebError {
    let back: String = form_urlencoded::byte_serialize(asked.path.as_bytes()).collect();
    WebError::SignIn(format!("/office/sign-in?back={back}"))
}

impl Staff {
    /// The present.
    pub fn now(&self) -> Timestamp {
        self.app.store.clock().now()
    }
    /// How the audit log names this person.
    pub fn actor(&self) -> String {
        format!("staff:{}", self.session.id)
    }
    /// Their id.
    pub fn id(&self) -> StaffId {
        self.session.id
    }

    /// The frame of a back-office page outside any company.
    pub fn page(&self, title: &str) -> Page {
        let company = super::page::CompanyHead {
            name: "Carport".into(),
            home_url: "/office".into(),
            ..Default::default()
        };
        Page {
            lang: self.language.as_str().into(),
            title: title.to_owned(),
            path: self.asked.path.clone(),
            nonce: self.asked.nonce.clone(),
            assets: self.app.assets.version().into(),
            theme: self.asked.theme.clone(),
            company,
            user: Some(UserHead {
                name: self.session.name.clone(),
                initials: initials(&self.session.name),
                detail: self.session.email.clone(),
                sign_out_url: "/office/sign-out".into(),
            }),
            menu: vec![NavItem {
                label: self.t.get("office-nav-me"),
                url: "/office/account".into(),
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
            companies: self
                .companies
                .iter()
                .map(|(slug, name, _)| CompanyChoice {
                    name: name.clone(),
                    url: format!("/office/{slug}"),
                    current: false,
                })
                .collect(),
            t: LayoutTexts::from_lookup(|key| self.t.get(key)).into(),
            ..Page::default()
        }
    }
}

/// One or two letters for the round mark beside a name.
pub fn initials(name: &str) -> String {
    let mut words = name.split_whitespace().filter_map(|w| w.chars().next());
    let first = words.next();
    let last = words.next_back();
    first
        .into_iter()
        .chain(last)
        .flat_map(char::to_uppercase)
        .collect()
}

impl FromRequestParts<AppState> for Staff {
    type Rejection = WebError;

    async fn from_request_parts(parts: &mut Parts, app: &AppState) -> WebResult<Self> {
        let asked = Asked::of_parts(parts);
        let hash = token_hash(&parts.headers, &cookies::staff_session(app)).ok_or_else(|| sign_in(&asked))?;
        let mut tx = app.store.read().await?;
        let mut installation = tx.installation().await?;
        let session = installation
            .staff_session(&hash)
            .await?
            .ok_or_else(|| sign_in(&asked))?;
        if session.second_factor_at.is_none() {
            return Err(sign_in(&asked));
        }
        let companies = installation.memberships(session.id).await?;
        let now = installation.now();
        drop(tx);
        // Once a minute is often enough to know that somebody is still there.
        if now.seconds_since(session.seen_at) > 60 {
            let mut tx = app.store.begin().await?;
            tx.installation().await?.touch_staff_session(&hash).await?;
            tx.commit().await?;
        }
        let language = asked.language_cookie.unwrap_or(session.language);
        let t = Texts::new(language);
        Ok(Self {
            flash: company::flash(parts, &t),
            client: request::client(app, parts),
            app: app.clone(),
            token_hash: hash,
            companies: companies
                .into_iter()
                .map(|(_, slug, name, role)| (slug, name, role))
                .collect(),
            language,
            t,
            asked,
            session,
        })
    }
}

/// A staff member at one company. Answers 404 where they have no place, or there is no such company.
#[derive(Debug, Clone)]
pub struct Office {
    /// Who.
    pub staff: Staff,
    /// Where.
    pub company: Arc<CompanyView>,
    /// What they may do, and for which regions.
    pub access: Access,
}

impl std::ops::Deref for Office {
    type Target = Staff;
    fn deref(&self) -> &Staff {
        &self.staff
    }
}

impl FromRequestParts<AppState> for Office {
    type Rejection = WebError;

    async fn from_request_parts(parts: &mut Parts, app: &AppState) -> WebResult<Self> {
        let params = RawPathParams::from_request_parts(parts, app)
            .await
            .map_err(|_| WebError::NotFound)?;
        let slug = params
            .iter()
            .find(|(name, _)| *name == "company")
            .map(|(_, value)| value.to_owned());
        let staff = Staff::from_request_parts(parts, app).await?;
        let slug = slug
            .filter(|slug| staff.companies.iter().any(|(s, _, _)| s == slug))
            .ok_or(WebError::NotFound)?;
        let company = app
            .companies
            .by_slug(app, &slug)
            .await?
            .ok_or(WebError::NotFound)?;
        let mut tx = app.store.read().await?;
        let member = tx
            .company(company.company.id)
            .await?
            .member(staff.session.id)
            .await?
            .ok_or(WebError::NotFound)?;
        let regions = serde_json::from_str(&member.regions).unwrap_or_default();
        let access = Access {
            role: member.role,
            regions,
            locations: Vec::new(),
        };
        Ok(Self {
            staff,
            company,
            access,
        })
    }
}

impl Office {
    /// Answers 404 unless the role has the permission: what one may not do is not there.
    pub fn require(&self, permission: Permission) -> WebResult<()> {
        if self.access.may(permission) {
            Ok(())
        } else {
            Err(WebError::NotFound)
        }
    }

    /// Answers 404 unless the company has the module (F16).
    pub fn require_module(&self, module: &str) -> WebResult<()> {
        if self.company.company.has(module) {
            Ok(())
        } else {
            Err(WebError::NotFound)
        }
    }

    /// An address of this company's back office: `rest` begins with a slash, or is empty for its home.
    pub fn url(&self, rest: &str) -> String {
        format!("/office/{}{rest}", self.company.company.slug)
    }

    /// The regions this person is limited to; none: the whole company (F200).
    pub fn regions(&self) -> Option<&[String]> {
        self.access
            .role
            .is_regional()
            .then_some(self.access.regions.as_slice())
    }

    /// The frame of a page; `current` is the part of the rail it belongs to.
    pub fn page(&self, title: &str, current: &str) -> Page {
        let mut page = self.staff.page(title);
        page.company = self.company.head(&self.url(""));
        page.nav = crate::office::navigation(self, current);
        page.search = self.access.may(Permission::ViewCustomers).then(|| SearchBox {
            url: self.url("/customers"),
            query: String::new(),
        });
        if let Some(user) = &mut page.user {
            user.detail = self.t.choice("role", self.access.role.as_str());
        }
        for choice in &mut page.companies {
            choice.current = choice.url == self.url("");
        }
        page
    }
}
