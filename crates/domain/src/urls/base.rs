//! Where pages stand: schemes, hosts, and a company's word or domain.

use std::fmt;
use std::str::FromStr;

use crate::FieldError;
use crate::company::Slug;

/// Where an installation, or a company with its own domain, answers: scheme, host and perhaps a port, without a path.
#[derive(Debug, Clone, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct BaseUrl(String);

impl BaseUrl {
    /// The base as text, without a slash at the end: `https://www.example.com`.
    pub fn as_str(&self) -> &str {
        &self.0
    }
    /// Whether it is encrypted; cookies ask (DESIGN decision 10).
    pub fn is_https(&self) -> bool {
        self.0.starts_with("https://")
    }
    /// Host, and the port if there is one, as the header `Host` carries it.
    pub fn host(&self) -> &str {
        self.0.split_once("://").map_or("", |(_, host)| host)
    }
}

impl FromStr for BaseUrl {
    type Err = FieldError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let wrong = || FieldError::new("error-base-url");
        let text = text.trim().trim_end_matches('/').to_ascii_lowercase();
        let (scheme, authority) = text.split_once("://").ok_or_else(wrong)?;
        let (host, port) = match authority.rsplit_once(':') {
            Some((host, port)) => (host, Some(port)),
            None => (authority, None),
        };
        let is_label = |label: &str| {
            !label.is_empty()
                && label.len() <= 63
                && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
        };
        let good = matches!(scheme, "http" | "https")
            && host.len() <= 253
            && host.split('.').all(is_label)
            && port.is_none_or(|port| port.parse::<u16>().is_ok_and(|port| port > 0));
        if good { Ok(Self(text)) } else { Err(wrong()) }
    }
}

impl TryFrom<String> for BaseUrl {
    type Error = FieldError;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<BaseUrl> for String {
    fn from(base: BaseUrl) -> Self {
        base.0
    }
}

impl fmt::Display for BaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

/// Where a company's pages stand: under its word on the installation's address, or on a domain of its own (F2).
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Site {
    pub(super) base: BaseUrl,
    pub(super) slug: Option<Slug>,
}

impl Site {
    /// Under the installation's address.
    pub const fn shared(base: BaseUrl, slug: Slug) -> Self {
        Self {
            base,
            slug: Some(slug),
        }
    }
    /// On a domain of the company's own.
    pub const fn own(base: BaseUrl) -> Self {
        Self { base, slug: None }
    }
    /// The address the site stands on.
    pub const fn base(&self) -> &BaseUrl {
        &self.base
    }
}
