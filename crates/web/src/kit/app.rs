//! The application's state.

use std::net::IpAddr;
use std::sync::Arc;
use std::time::Duration;

use carport_outreach::Outreach;
use carport_store::Store;
use carport_store::attempts::Limit;

use super::assets::Assets;
use super::company::Companies;
use super::error::{WebError, WebResult};
use super::passwords::Passwords;

/// How the program is reached and what it trusts.
#[derive(Clone)]
pub struct WebConfig {
    /// Scheme and host of the installation, without a slash at the end: `https://mijn.example`.
    pub base_url: String,
    /// Whether an installation to click through: shows `/dev/mail`.
    pub demo: bool,
    /// Proxies whose `X-Forwarded-For` is believed.
    pub trusted_proxies: Vec<IpAddr>,
    /// How long a company's data may be remembered between requests.
    pub company_cache: Duration,
    /// A bigger list of breached passwords than the shipped one, one per line.
    pub breached_passwords: Option<std::path::PathBuf>,
    /// What `/metrics` asks for; without it only this machine may read it.
    pub metrics_token: Option<String>,
    /// What `/metrics` shows; without it the address is not there.
    pub figures: Option<crate::public::Figures>,
}

impl std::fmt::Debug for WebConfig {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("WebConfig")
            .field("base_url", &self.base_url)
            .field("demo", &self.demo)
            .finish_non_exhaustive()
    }
}

impl Default for WebConfig {
    fn default() -> Self {
        Self {
            base_url: "http://127.0.0.1:8080".into(),
            demo: false,
            trusted_proxies: Vec::new(),
            company_cache: Duration::ZERO,
            breached_passwords: None,
            metrics_token: None,
            figures: None,
        }
    }
}

impl WebConfig {
    /// Whether browsers reach us over HTTPS: decides cookie names and HSTS.
    pub fn secure(&self) -> bool {
        self.base_url.starts_with("https://")
    }
}

/// Everything a handler may reach.
#[derive(Debug)]
pub struct App {
    /// The data.
    pub store: Store,
    /// How we are reached.
    pub config: WebConfig,
    /// Hashing and checking passwords.
    pub passwords: Passwords,
    /// Companies by address, remembered for a moment.
    pub companies: Companies,
    /// Style sheets, scripts, pictures.
    pub assets: Assets,
    /// What previews, explanations and messages are made with.
    pub outreach: Arc<Outreach>,
}

/// The state as handlers get it.
pub type AppState = Arc<App>;

impl App {
    /// The application over an open store, without a way out for mail: what is queued waits for a worker that has one.
    ///
    /// # Errors
    /// The list of breached passwords cannot be read, or the base address is none.
    pub fn new(store: Store, config: WebConfig) -> std::io::Result<AppState> {
        let base = config
            .base_url
            .parse()
            .map_err(|e: carport_domain::FieldError| std::io::Error::other(e.to_string()))?;
        let outreach = Arc::new(Outreach::new(store, base, None));
        Self::over(outreach, config)
    }

    /// The application over what outreach works with.
    ///
    /// # Errors
    /// The list of breached passwords cannot be read.
    pub fn over(outreach: Arc<Outreach>, config: WebConfig) -> std::io::Result<AppState> {
        let passwords = Passwords::new(config.breached_passwords.as_deref())?;
        Ok(Arc::new(Self {
            companies: Companies::new(config.company_cache),
            assets: Assets::bundle(),
            passwords,
            store: outreach.store.clone(),
            outreach,
            config,
        }))
    }

    /// Counts an attempt; too many are answered with 429 and how long to wait.
    pub async fn limit(&self, limit: Limit, who: &str) -> WebResult<()> {
        let mut tx = self.store.begin().await?;
        let answer = tx.installation().await?.attempt(limit, who).await?;
        tx.commit().await?;
        answer.map_err(WebError::TooMany)
    }
}
