//! Configuration: a TOML file, then `CARPORT_…` variables over it. Everything is checked at the start, and what is wrong
//! is said with what to write instead. docs/DEPLOYMENT.md lists every setting; nothing needs setting for the demo.

use std::net::{IpAddr, SocketAddr};
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use serde::Deserialize;

/// How the program runs.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Config {
    /// The folder for everything that has no place of its own (`CARPORT_DATA`).
    pub data: PathBuf,
    /// `sqlite:path` or `postgres://…` (`CARPORT_DATABASE_URL`); without it a SQLite file in the data folder.
    pub database_url: Option<String>,
    /// PostgreSQL connections, or SQLite readers (`CARPORT_CONNECTIONS`).
    pub connections: u32,
    /// The folder of documents and uploads (`CARPORT_FILES`).
    pub files: Option<PathBuf>,
    /// The installation's key (`CARPORT_KEY_FILE`); made when missing.
    pub key_file: Option<PathBuf>,
    /// Where to listen (`CARPORT_LISTEN`).
    pub listen: SocketAddr,
    /// How browsers reach us (`CARPORT_BASE_URL`).
    pub base_url: String,
    /// Proxies whose `X-Forwarded-For` is believed (`CARPORT_TRUSTED_PROXIES`, comma separated).
    pub trusted_proxies: Vec<IpAddr>,
    /// A bigger list of breached passwords (`CARPORT_BREACHED_PASSWORDS`).
    pub breached_passwords: Option<PathBuf>,
    /// A token that `/metrics` asks for as a bearer (`CARPORT_METRICS_TOKEN`); without it only this machine may read it.
    pub metrics_token: Option<String>,
    /// How mail leaves.
    pub mail: Mail,
}

/// How mail leaves.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Mail {
    /// `smtp://host:25`, `smtp+starttls://user:password@host:587`, `smtps://…:465` (`CARPORT_SMTP_URL`); without it
    /// messages wait.
    pub smtp_url: Option<String>,
    /// The domain of bounce and list addresses (`CARPORT_MAIL_DOMAIN`).
    pub domain: String,
    /// The domain that signs; the From address is under it (`CARPORT_DKIM_DOMAIN`).
    pub dkim_domain: Option<String>,
    /// Its selector (`CARPORT_DKIM_SELECTOR`).
    pub dkim_selector: String,
    /// The RSA key in PKCS#8 PEM (`CARPORT_DKIM_KEY_FILE`).
    pub dkim_key_file: Option<PathBuf>,
    /// SMTP connections at once (`CARPORT_SMTP_CONNECTIONS`).
    pub connections: usize,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            data: PathBuf::from("data"),
            database_url: None,
            connections: 8,
            files: None,
            key_file: None,
            listen: SocketAddr::from(([127, 0, 0, 1], 8080)),
            base_url: "http://127.0.0.1:8080".into(),
            trusted_proxies: Vec::new(),
            breached_passwords: None,
            metrics_token: None,
            mail: Mail::default(),
        }
    }
}

impl Default for Mail {
    fn default() -> Self {
        Self {
            smtp_url: None,
            domain: String::new(),
            dkim_domain: None,
            dkim_selector: "carport".into(),
            dkim_key_file: None,
            connections: 4,
        }
    }
}

impl Config {
    /// Reads the file (or `carport.toml` in the working folder, if there is one) and the environment.
    ///
    /// # Errors
    /// The file cannot be read, a setting is unknown or has a wrong value.
    pub fn load(file: Option<&Path>) -> anyhow::Result<Self> {
        let default = Path::new("carport.toml");
        let file = file.or_else(|| default.exists().then_some(default));
        let mut config = match file {
            Some(path) => {
                let text =
                    std::fs::read_to_string(path).with_context(|| format!("reading {}", path.display()))?;
                toml::from_str(&text).with_context(|| format!("in {}", path.display()))?
            }
            None => Self::default(),
        };
        config.overlay(|name| std::env::var(name).ok().filter(|v| !v.is_empty()))?;
        config.check()?;
        Ok(config)
    }

    fn overlay(&mut self, env: impl Fn(&str) -> Option<String>) -> anyhow::Result<()> {
        fn set<T: std::str::FromStr>(
            name: &str,
            value: Option<String>,
            target: &mut T,
            example: &str,
        ) -> anyhow::Result<()> {
            if let Some(value) = value {
                let Ok(parsed) = value.parse() else {
                    bail!("{name} is «{value}»; write for example {name}={example}");
                };
                *target = parsed;
            }
            Ok(())
        }
        let path = |name: &str| env(name).map(PathBuf::from);
        set(
            "CARPORT_DATA",
            env("CARPORT_DATA"),
            &mut self.data,
            "/var/lib/carport",
        )?;
        self.database_url = env("CARPORT_DATABASE_URL").or(self.database_url.take());
        set(
            "CARPORT_CONNECTIONS",
            env("CARPORT_CONNECTIONS"),
            &mut self.connections,
            "8",
        )?;
        self.files = path("CARPORT_FILES").or(self.files.take());
        self.key_file = path("CARPORT_KEY_FILE").or(self.key_file.take());
        set(
            "CARPORT_LISTEN",
            env("CARPORT_LISTEN"),
            &mut self.listen,
            "0.0.0.0:8080",
        )?;
        set(
            "CARPORT_BASE_URL",
            env("CARPORT_BASE_URL"),
            &mut self.base_url,
            "https://mijn.example",
        )?;
        if let Some(list) = env("CARPORT_TRUSTED_PROXIES") {
            self.trusted_proxies = list
                .split(',')
                .map(|ip| ip.trim().parse())
                .collect::<Result<_, _>>()
                .map_err(|_| {
                    anyhow::anyhow!(
                        "CARPORT_TRUSTED_PROXIES is «{list}»; write addresses such as 10.0.0.1,10.0.0.2"
                    )
                })?;
        }
        self.breached_passwords = path("CARPORT_BREACHED_PASSWORDS").or(self.breached_passwords.take());
        self.metrics_token = env("CARPORT_METRICS_TOKEN").or(self.metrics_token.take());
        self.mail.smtp_url = env("CARPORT_SMTP_URL").or(self.mail.smtp_url.take());
        set(
            "CARPORT_MAIL_DOMAIN",
            env("CARPORT_MAIL_DOMAIN"),
            &mut self.mail.domain,
            "mail.example",
        )?;
        self.mail.dkim_domain = env("CARPORT_DKIM_DOMAIN").or(self.mail.dkim_domain.take());
        set(
            "CARPORT_DKIM_SELECTOR",
            env("CARPORT_DKIM_SELECTOR"),
            &mut self.mail.dkim_selector,
            "carport",
        )?;
        self.mail.dkim_key_file = path("CARPORT_DKIM_KEY_FILE").or(self.mail.dkim_key_file.take());
        set(
            "CARPORT_SMTP_CONNECTIONS",
            env("CARPORT_SMTP_CONNECTIONS"),
            &mut self.mail.connections,
            "4",
        )?;
        Ok(())
    }

    fn check(&mut self) -> anyhow::Result<()> {
        let url = self.base_url.trim_end_matches('/').to_owned();
        let host = url
            .strip_prefix("https://")
            .or_else(|| url.strip_prefix("http://"));
        if host.is_none_or(|h| h.is_empty() || h.contains('/')) {
            bail!(
                "CARPORT_BASE_URL is «{url}»; write scheme and host without a path, for example https://mijn.example"
            );
        }
        if self.mail.dkim_domain.is_some() != self.mail.dkim_key_file.is_some() {
            bail!("CARPORT_DKIM_DOMAIN and CARPORT_DKIM_KEY_FILE go together: set both or neither");
        }
        let address = format!("post@{}", self.mail.domain).parse::<carport_domain::people::EmailAddress>();
        if self.mail.smtp_url.is_some() && address.is_err() {
            bail!(
                "CARPORT_MAIL_DOMAIN is «{}»; write the domain mail is sent from, for example mail.example.com",
                self.mail.domain
            );
        }
        if self.connections == 0 || self.mail.connections == 0 {
            bail!("CARPORT_CONNECTIONS and CARPORT_SMTP_CONNECTIONS are at least 1");
        }
        self.base_url = url;
        Ok(())
    }

    /// What the store opens with.
    pub fn store_options(&self) -> carport_store::StoreOptions {
        let inside = carport_store::StoreOptions::in_folder(&self.data);
        carport_store::StoreOptions {
            database_url: self.database_url.clone().unwrap_or(inside.database_url),
            files: self.files.clone().unwrap_or(inside.files),
            key_file: self.key_file.clone().unwrap_or(inside.key_file),
            connections: self.connections,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_variable_wins_over_the_file_and_a_wrong_one_says_what_to_write() {
        let mut config: Config =
            toml::from_str("listen = \"127.0.0.1:1\"\n[mail]\ndomain = \"a.example\"").unwrap();
        config
            .overlay(|name| (name == "CARPORT_LISTEN").then(|| "0.0.0.0:80".into()))
            .unwrap();
        assert_eq!(config.listen.port(), 80);
        assert_eq!(config.mail.domain, "a.example");
        let error = config
            .overlay(|name| (name == "CARPORT_LISTEN").then(|| "everywhere".into()))
            .unwrap_err();
        assert!(
            error.to_string().contains("CARPORT_LISTEN=0.0.0.0:8080"),
            "{error}"
        );
        assert!(
            toml::from_str::<Config>("listn = 1").is_err(),
            "an unknown setting is a mistake"
        );
    }

    #[test]
    fn a_base_address_with_a_path_or_half_a_signature_is_refused() {
        let check = |change: &dyn Fn(&mut Config)| {
            let mut config = Config::default();
            change(&mut config);
            config.check().is_ok()
        };
        assert!(check(&|_| ()));
        assert!(check(&|c| c.base_url = "https://mijn.example/".into()));
        assert!(!check(&|c| c.base_url = "https://mijn.example/portal".into()));
        assert!(!check(&|c| c.base_url = "mijn.example".into()));
        assert!(
            !check(&|c| c.mail.smtp_url = Some("smtp://127.0.0.1".into())),
            "mail needs a domain to come from"
        );
        assert!(!check(&|c| c.mail.dkim_domain = Some("a.example".into())));
    }
}
