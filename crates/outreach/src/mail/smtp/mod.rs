//! Handing mail to a mail server, over connections that are kept open between mails.

mod connection;

use std::collections::VecDeque;
use std::fmt;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use rustls::{ClientConfig, RootCertStore};
use rustls_pki_types::CertificateDer;
use rustls_pki_types::pem::PemObject as _;
use tokio::sync::Semaphore;
use tokio::time::Instant;
use tokio_rustls::TlsConnector;

use self::connection::{Connection, Failed};
use super::message::SealedMail;
use super::outcome::Outcome;

/// How the way to the mail server is secured; `tls`, `starttls` or `none` in the configuration.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Security {
    /// Encrypted from the first byte, usually on port 465.
    Tls,
    /// Encrypted after STARTTLS, usually on port 587; refused if the server does not offer it.
    StartTls,
    /// Not at all: only to this machine.
    None,
}

/// Where mail goes out.
#[derive(Clone)]
pub struct SmtpConfig {
    /// Host name or IP address of the mail server.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// How the way there is secured.
    pub security: Security,
    /// User name and password.
    pub credentials: Option<(String, String)>,
    /// The name this machine gives in EHLO; should be its name in the DNS.
    pub hello_name: String,
    /// Most connections at a time.
    pub connections: usize,
    /// After this many mails a connection is replaced; many servers ask for that.
    pub mails_per_connection: u32,
    /// Certificate authorities beside those all browsers trust, in PEM form.
    pub extra_authorities: Option<String>,
    /// For connecting, securing and signing in together.
    pub connect_timeout: Duration,
    /// For each command.
    pub command_timeout: Duration,
    /// For the message and the answer to it.
    pub data_timeout: Duration,
}

/// The password stays out of logs.
impl fmt::Debug for SmtpConfig {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SmtpConfig({:?} {}:{})", self.security, self.host, self.port)
    }
}

impl SmtpConfig {
    /// The usual settings for a server.
    pub fn new(host: &str, port: u16, security: Security) -> Self {
        Self {
            host: host.to_owned(),
            port,
            security,
            credentials: None,
            hello_name: "localhost".to_owned(),
            connections: 4,
            mails_per_connection: 100,
            extra_authorities: None,
            connect_timeout: Duration::from_secs(30),
            command_timeout: Duration::from_secs(120),
            data_timeout: Duration::from_secs(300),
        }
    }

    /// Whether the server is this very machine.
    pub fn is_loopback(&self) -> bool {
        self.host.eq_ignore_ascii_case("localhost")
            || self.host.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback())
    }
}

/// Why a configuration cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ConfigError {
    /// Clear text over a network.
    #[error("mail to another machine must be encrypted: set the mail security to tls or starttls")]
    Unencrypted,
    /// The extra authorities cannot be read.
    #[error("the extra certificate authorities are not certificates in PEM form")]
    Authorities,
    /// A name that cannot stand in EHLO.
    #[error("the mail hello name must be a host name such as mail.example.org")]
    HelloName,
    /// A production installation with the demo's mailbox.
    #[error("a real installation must name a mail server: mail caught in the mailbox never arrives")]
    MailboxInProduction,
    /// A demo with a real mail server.
    #[error("the demo may send mail only to a mail server on this machine")]
    RealServerInDemo,
}

/// Connections to one mail server. Cheap to clone.
#[derive(Clone)]
pub struct SmtpPool(Arc<Inner>);

struct Inner {
    config: SmtpConfig,
    tls: TlsConnector,
    slots: Semaphore,
    idle: Mutex<VecDeque<(Connection, Instant)>>,
}

impl fmt::Debug for SmtpPool {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SmtpPool({:?})", self.0.config)
    }
}

/// An idle connection older than this is not trusted: servers and firewalls drop it without a word.
const IDLE_LIMIT: Duration = Duration::from_secs(20);

impl SmtpPool {
    /// Checks the configuration; connects when the first mail goes.
    pub fn new(config: SmtpConfig) -> Result<Self, ConfigError> {
        if config.security == Security::None && !config.is_loopback() {
            return Err(ConfigError::Unencrypted);
        }
        let fits = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '[' | ']' | ':');
        if config.hello_name.is_empty() || !config.hello_name.chars().all(fits) {
            return Err(ConfigError::HelloName);
        }
        let tls = TlsConnector::from(Arc::new(client_tls(config.extra_authorities.as_deref())?));
        let slots = Semaphore::new(config.connections.max(1));
        Ok(Self(Arc::new(Inner {
            config,
            tls,
            slots,
            idle: Mutex::default(),
        })))
    }

    /// Hands one mail over, waiting for a free connection.
    ///
    /// A connection that was kept open and turns out to be dead is replaced once without a word: nothing had been handed
    /// over on it.
    pub async fn send(&self, mail: &SealedMail) -> Outcome {
        let Ok(_slot) = self.0.slots.acquire().await else {
            return Outcome::unreachable("sending has stopped");
        };
        if let Some(mut kept) = self.kept() {
            match kept.send(mail).await {
                Err(Failed::Broken(_)) => {}
                Ok(outcome) | Err(Failed::Outcome(outcome)) => {
                    self.keep(kept).await;
                    return outcome;
                }
            }
        }
        match Connection::open(&self.0.config, &self.0.tls).await {
            Err(outcome) => outcome,
            Ok(mut connection) => match connection.send(mail).await {
                Err(Failed::Broken(error)) => Outcome::unreachable(error),
                Ok(outcome) | Err(Failed::Outcome(outcome)) => {
                    self.keep(connection).await;
                    outcome
                }
            },
        }
    }

    /// Connects, greets and signs in, without sending anything; for `carport doctor`.
    pub async fn check(&self) -> Result<(), Outcome> {
        Connection::open(&self.0.config, &self.0.tls).await?.quit().await;
        Ok(())
    }

    /// Says goodbye on all idle connections.
    pub async fn close(&self) {
        let idle = std::mem::take(&mut *self.idle());
        for (connection, _) in idle {
            connection.quit().await;
        }
    }

    fn idle(&self) -> std::sync::MutexGuard<'_, VecDeque<(Connection, Instant)>> {
        self.0.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn kept(&self) -> Option<Connection> {
        let mut idle = self.idle();
        while let Some((connection, since)) = idle.pop_back() {
            if since.elapsed() < IDLE_LIMIT {
                return Some(connection);
            }
        }
        None
    }

    async fn keep(&self, connection: Connection) {
        if !connection.is_usable() {
            return;
        }
        if connection.sent >= self.0.config.mails_per_connection {
            connection.quit().await;
        } else {
            self.idle().push_back((connection, Instant::now()));
        }
    }
}

/// TLS with the certificate authorities of browsers and perhaps the operator's own.
fn client_tls(extra_authorities: Option<&str>) -> Result<ClientConfig, ConfigError> {
    let mut roots = RootCertStore {
        roots: webpki_roots::TLS_SERVER_ROOTS.to_vec(),
    };
    if let Some(pem) = extra_authorities {
        let mut read = 0;
        for certificate in CertificateDer::pem_slice_iter(pem.as_bytes()) {
            let certificate = certificate.map_err(|_| ConfigError::Authorities)?;
            roots.add(certificate).map_err(|_| ConfigError::Authorities)?;
            read += 1;
        }
        if read == 0 {
            return Err(ConfigError::Authorities);
        }
    }
    // The provider is named, so that nothing depends on which one the process has installed.
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(|_| ConfigError::Authorities)?;
    Ok(config.with_root_certificates(roots).with_no_client_auth())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mail_leaves_this_machine_encrypted_or_not_at_all() {
        let open = |host, security| SmtpPool::new(SmtpConfig::new(host, 25, security)).map(|_| ());
        assert_eq!(
            open("mail.example.org", Security::None),
            Err(ConfigError::Unencrypted)
        );
        assert_eq!(open("10.0.0.1", Security::None), Err(ConfigError::Unencrypted));
        assert_eq!(open("mail.example.org", Security::StartTls), Ok(()));
        assert_eq!(open("127.0.0.1", Security::None), Ok(()));
        assert_eq!(open("::1", Security::None), Ok(()));
    }

    #[test]
    fn a_password_does_not_reach_a_log() {
        let config = SmtpConfig {
            credentials: Some(("user".into(), "s3cret".into())),
            ..SmtpConfig::new("mail.example.org", 465, Security::Tls)
        };
        assert!(!format!("{config:?} {:?}", SmtpPool::new(config.clone()).unwrap()).contains("s3cret"));
    }

    #[test]
    fn wrong_settings_say_what_to_write() {
        let config = || SmtpConfig::new("mail.example.org", 465, Security::Tls);
        let refused = |config| SmtpPool::new(config).unwrap_err();
        assert_eq!(
            refused(SmtpConfig {
                hello_name: "a\r\nb".into(),
                ..config()
            }),
            ConfigError::HelloName
        );
        assert_eq!(
            refused(SmtpConfig {
                extra_authorities: Some("no pem".into()),
                ..config()
            }),
            ConfigError::Authorities
        );
    }
}
