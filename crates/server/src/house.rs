//! Puts the house together: the way out for mail, what outreach works with, and the worker with every job it knows.

use std::sync::Arc;

use anyhow::{Context, bail};
use carport_domain::urls::BaseUrl;
use carport_outreach::Outreach;
use carport_outreach::mail::{
    DkimKey, Installation, MailStore, MailStoreError, Mailer, ReturnAddresses, SealedMail, Security, Signer,
    SmtpConfig,
};
use carport_outreach::post::{Identity, Post};
use carport_outreach::worker::{JobEnd, Worker};
use carport_store::Store;
use futures::future::BoxFuture;
use mail_parser::MessageParser;

use crate::config::{Config, Mail};

/// Jobs a worker runs at once.
const AT_ONCE: usize = 4;

/// What outreach works with under a configuration.
///
/// # Errors
/// The mail server's address or the signing key cannot be used.
pub fn outreach(config: &Config, store: &Store, installation: Installation) -> anyhow::Result<Arc<Outreach>> {
    let base: BaseUrl = config
        .base_url
        .parse()
        .map_err(|e: carport_domain::FieldError| anyhow::anyhow!("{e}"))?;
    let post = match (&config.mail.smtp_url, installation) {
        (Some(url), _) => Some(Mailer::smtp(installation, smtp(url, &config.mail)?)?),
        (None, Installation::Demo) => Some(Mailer::mailbox(installation, Arc::new(Caught(store.clone())))?),
        (None, Installation::Production) => None,
    }
    .map(|mailer| mail_room(config, store, mailer))
    .transpose()?;
    Ok(Arc::new(Outreach::new(store.clone(), base, post)))
}

fn mail_room(config: &Config, store: &Store, mailer: Mailer) -> anyhow::Result<Post> {
    let signer = match (&config.mail.dkim_domain, &config.mail.dkim_key_file) {
        (Some(domain), Some(path)) => {
            let pem = std::fs::read_to_string(path).with_context(|| format!("reading {}", path.display()))?;
            let key = DkimKey::from_pem(&pem).with_context(|| format!("in {}", path.display()))?;
            Some(Arc::new(Signer::new(domain, &config.mail.dkim_selector, key)))
        }
        _ => None,
    };
    let domain = config
        .mail
        .dkim_domain
        .clone()
        .unwrap_or_else(|| config.mail.domain.clone());
    let identity = Identity { domain, signer };
    let secret = store.keys().keyed_hash("return addresses", &[]);
    Ok(Post {
        mailer,
        service: identity.clone(),
        news: identity,
        connections: config.mail.connections,
        returns: Arc::new(ReturnAddresses::new(&secret, &config.mail.domain)),
    })
}

/// Reads `smtp://host:25`, `smtp+starttls://user:password@host:587` or `smtps://user:password@host:465`.
///
/// # Errors
/// It is none of these.
pub fn smtp(text: &str, mail: &Mail) -> anyhow::Result<SmtpConfig> {
    const EXAMPLE: &str = "write for example smtp+starttls://user:password@mail.example:587";
    let url = url::Url::parse(text).map_err(|e| anyhow::anyhow!("CARPORT_SMTP_URL: {e}; {EXAMPLE}"))?;
    let (security, port) = match url.scheme() {
        "smtp" => (Security::None, 25),
        "smtp+starttls" => (Security::StartTls, 587),
        "smtps" => (Security::Tls, 465),
        _ => bail!("CARPORT_SMTP_URL must begin with smtp://, smtp+starttls:// or smtps://; {EXAMPLE}"),
    };
    let Some(host) = url.host_str() else {
        bail!("CARPORT_SMTP_URL names no host; {EXAMPLE}")
    };
    let mut config = SmtpConfig::new(host, url.port().unwrap_or(port), security);
    config.connections = mail.connections;
    config.hello_name = mail.domain.clone();
    if !url.username().is_empty() {
        let decode = |part: &str| {
            percent_encoding::percent_decode_str(part)
                .decode_utf8_lossy()
                .into_owned()
        };
        config.credentials = Some((decode(url.username()), decode(url.password().unwrap_or_default())));
    }
    Ok(config)
}

/// A worker with every job of the house.
pub fn worker(outreach: &Arc<Outreach>) -> Worker {
    let name = format!("{}-{:08x}", std::process::id(), rand::random::<u32>());
    Worker::new(outreach.clone(), &name, AT_ONCE).on(carport_intake::IMPORT_JOB, |task| async move {
        let id = task.field("import")?;
        carport_intake::run(&task.outreach.store, task.job.company_id, id, Arc::new(|_| ())).await?;
        Ok(JobEnd::Done)
    })
}

/// The demo's mailbox, in the database.
#[derive(Debug)]
struct Caught(Store);

impl MailStore for Caught {
    fn keep<'a>(&'a self, mail: &'a SealedMail) -> BoxFuture<'a, Result<(), MailStoreError>> {
        Box::pin(async move {
            let parsed = MessageParser::default().parse_headers(&mail.bytes);
            let subject = parsed
                .as_ref()
                .and_then(|m| m.subject())
                .unwrap_or_default()
                .to_owned();
            let kept = async {
                let mut tx = self.0.begin().await?;
                tx.installation()
                    .await?
                    .catch_mail(&mail.message_id, mail.to.as_str(), &subject, &mail.bytes)
                    .await?;
                tx.commit().await
            };
            kept.await
                .map_err(|e: carport_store::StoreError| MailStoreError(e.to_string()))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mail_servers_address_says_how_the_way_is_secured() {
        let read = |url| smtp(url, &Mail::default());
        let tls = read("smtps://anna%40mail:p%3Aw@mail.example").unwrap();
        assert_eq!((tls.security, tls.port), (Security::Tls, 465));
        assert_eq!(tls.credentials, Some(("anna@mail".into(), "p:w".into())));
        assert_eq!(read("smtp+starttls://mail.example:2525").unwrap().port, 2525);
        assert_eq!(read("smtp://127.0.0.1").unwrap().security, Security::None);
        for wrong in ["mail.example", "http://mail.example", "smtp:"] {
            let error = read(wrong).unwrap_err().to_string();
            assert!(error.contains("CARPORT_SMTP_URL"), "{error}");
        }
    }
}
