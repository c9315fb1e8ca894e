//! What a request says about its reader: language, theme, address, where it came from.

use std::net::{IpAddr, Ipv6Addr, SocketAddr};

use axum::extract::ConnectInfo;
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use carport_domain::Language;

use super::app::App;
use super::company::CompanyView;
use super::cookies;
use super::headers::Nonce;
use super::own_domain::OwnDomain;

/// The parts of a request that pages need after its body was taken.
#[derive(Debug, Clone)]
pub struct Asked {
    /// Path and query, as the browser shows them.
    pub path: String,
    /// Path as routed, with the company's slug even on its own domain.
    pub routed: String,
    /// Whether the request came to a company's own domain, where addresses have no slug.
    pub own_domain: bool,
    /// For the one script element.
    pub nonce: String,
    /// `light`, `dark` or empty.
    pub theme: String,
    /// The language cookie.
    pub language_cookie: Option<Language>,
    /// `Accept-Language`.
    pub accept_language: String,
}

impl Asked {
    /// Reads them from a request.
    pub fn of<B>(request: &axum::http::Request<B>) -> Self {
        Self::read(
            request.uri().path(),
            request.uri().query(),
            request.headers(),
            request.extensions(),
        )
    }

    /// Reads them from a request's head.
    pub fn of_parts(parts: &Parts) -> Self {
        Self::read(
            parts.uri.path(),
            parts.uri.query(),
            &parts.headers,
            &parts.extensions,
        )
    }

    fn read(
        path: &str,
        query: Option<&str>,
        headers: &HeaderMap,
        extensions: &axum::http::Extensions,
    ) -> Self {
        let own = extensions.get::<OwnDomain>();
        let shown = own.map_or(path, |own| own.path.as_str());
        Self {
            path: query.map_or_else(|| shown.to_owned(), |q| format!("{shown}?{q}")),
            routed: path.to_owned(),
            own_domain: own.is_some(),
            nonce: extensions.get::<Nonce>().map(|n| n.0.clone()).unwrap_or_default(),
            theme: cookies::read(headers, cookies::THEME)
                .filter(|t| ["light", "dark"].contains(&t.as_str()))
                .unwrap_or_default(),
            language_cookie: cookies::read(headers, cookies::LANGUAGE).and_then(|l| l.parse().ok()),
            accept_language: headers
                .get(header::ACCEPT_LANGUAGE)
                .and_then(|v| v.to_str().ok())
                .unwrap_or_default()
                .to_owned(),
        }
    }

    /// The slug the address names, in the portal or the back office.
    pub fn company_slug(&self) -> Option<String> {
        let mut words = self.routed.trim_start_matches('/').split('/');
        let first = words.next()?;
        let slug = if first == "office" { words.next()? } else { first };
        (!slug.is_empty()).then(|| slug.to_owned())
    }

    /// Where «back to the start» leads from here.
    pub fn home(&self) -> String {
        let mut words = self.routed.trim_start_matches('/').split('/');
        match (words.next(), words.next()) {
            (Some("office"), Some(slug)) if !slug.is_empty() => format!("/office/{slug}"),
            (Some("office"), _) => "/office".into(),
            (Some("operator"), _) => "/operator".into(),
            _ if self.own_domain => "/".into(),
            (Some(slug), _) if !slug.is_empty() => format!("/{slug}"),
            _ => "/".into(),
        }
    }
}

/// The reader's language (DESIGN decision 12): the account's, else the cookie's, else the browser's among the
/// company's, else its default.
pub fn language(asked: &Asked, account: Option<Language>, company: Option<&CompanyView>) -> Language {
    let offered: &[Language] = company.map_or(Language::ALL, |c| &c.company.languages);
    let default = company.map_or(Language::En, |c| c.company.default_language);
    account
        .or(asked.language_cookie)
        .filter(|l| offered.contains(l))
        .or_else(|| Language::negotiate(&asked.accept_language, offered))
        .unwrap_or(default)
}

/// The reader's network, for limits and session lists: an IPv4 address or an IPv6 /64. `X-Forwarded-For` counts only
/// from a trusted proxy, and there its last untrusted entry.
pub fn client(app: &App, parts: &Parts) -> String {
    let peer = parts
        .extensions
        .get::<ConnectInfo<SocketAddr>>()
        .map(|c| c.0.ip());
    let mut client = peer.unwrap_or(IpAddr::from([0, 0, 0, 0]));
    if app.config.trusted_proxies.contains(&client) {
        let forwarded = parts
            .headers
            .get_all("x-forwarded-for")
            .iter()
            .filter_map(|v| v.to_str().ok());
        let hops: Vec<IpAddr> = forwarded
            .flat_map(|v| v.split(','))
            .filter_map(|v| v.trim().parse().ok())
            .collect();
        if let Some(ip) = hops
            .iter()
            .rev()
            .find(|ip| !app.config.trusted_proxies.contains(ip))
        {
            client = *ip;
        }
    }
    network(client)
}

fn network(ip: IpAddr) -> String {
    match ip.to_canonical() {
        IpAddr::V4(v4) => v4.to_string(),
        IpAddr::V6(v6) => {
            let [a, b, c, d, ..] = v6.segments();
            format!("{}/64", Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0))
        }
    }
}

/// What the browser says it is, cut to a length worth keeping.
pub fn user_agent(parts: &Parts) -> String {
    let text = parts
        .headers
        .get(header::USER_AGENT)
        .and_then(|v| v.to_str().ok())
        .unwrap_or_default();
    text.chars().take(200).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_ipv6_reader_is_known_by_the_first_64_bits_and_a_mapped_ipv4_by_the_ipv4() {
        assert_eq!(
            network("2001:db8:1:2:3:4:5:6".parse().unwrap()),
            "2001:db8:1:2::/64"
        );
        assert_eq!(network("::ffff:192.0.2.7".parse().unwrap()), "192.0.2.7");
    }
}
