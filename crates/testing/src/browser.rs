//! A browser without a screen: sends requests to the site in process, keeps cookies, reads the mail that was sent.

use std::collections::BTreeMap;
use std::net::IpAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::body::Body;
use carport_outreach::Outreach;
use carport_outreach::mail::{Installation, Mailer, MemoryMailbox, ReturnAddresses};
use carport_outreach::post::{Identity, Post};
use carport_outreach::worker::Worker;
use carport_web::kit::app::{App, AppState, WebConfig};
use carport_web::router::site;
use http::{HeaderMap, Method, Request, StatusCode, header};
use tower::ServiceExt;

use crate::TestDb;

/// Where the site of tests answers.
pub const BASE: &str = "https://carport.example";

/// The site with its worker and its mailbox.
#[derive(Debug, Clone)]
pub struct TestSite {
    app: AppState,
    outreach: Arc<Outreach>,
    mail: Arc<MemoryMailbox>,
}

/// A mail as it was sent.
#[derive(Debug, Clone)]
pub struct Mail {
    /// To whom.
    pub to: String,
    /// Its subject.
    pub subject: String,
    /// Its text part.
    pub text: String,
}

impl Mail {
    /// The path of the first address in the mail that holds `part`.
    pub fn link(&self, part: &str) -> String {
        let found = self
            .text
            .split_whitespace()
            .find(|word| word.starts_with(BASE) && word.contains(part));
        let url = found.unwrap_or_else(|| panic!("no link to {part} in: {}", self.text));
        url.strip_prefix(BASE).expect("an address of the site").to_owned()
    }
}

impl TestSite {
    /// The site over a store.
    pub fn new(db: &TestDb) -> Self {
        let mail = Arc::new(MemoryMailbox::default());
        let config = WebConfig {
            base_url: BASE.to_owned(),
            demo: false,
            trusted_proxies: vec![IpAddr::from([0, 0, 0, 0])],
            company_cache: Duration::ZERO,
            breached_passwords: None,
            figures: None,
            metrics_token: None,
        };
        let app = App::new(db.store.clone(), config).expect("the application starts");
        let identity = |domain: &str| Identity {
            domain: domain.to_owned(),
            signer: None,
        };
        let post = Post {
            mailer: Mailer::mailbox(Installation::Demo, mail.clone()).expect("a mailbox"),
            service: identity("service.carport.example"),
            news: identity("news.carport.example"),
            connections: 1,
            returns: Arc::new(ReturnAddresses::new(b"secret", "bounce.carport.example")),
        };
        let base = BASE.parse().expect("a base address");
        Self {
            app,
            outreach: Arc::new(Outreach::new(db.store.clone(), base, Some(post))),
            mail,
        }
    }

    /// The house behind the site.
    pub fn outreach(&self) -> &Outreach {
        &self.outreach
    }

    /// Runs the jobs that are due and gives the mail that went out since the last time.
    pub async fn mail(&self) -> Vec<Mail> {
        Worker::new(self.outreach.clone(), "test", 4)
            .run_due()
            .await
            .expect("the jobs run");
        let caught = self.mail.take();
        caught
            .into_iter()
            .map(|sealed| {
                let parsed = mail_parser::MessageParser::default()
                    .parse(&sealed.bytes)
                    .expect("a mail");
                Mail {
                    to: sealed.to.as_str().to_owned(),
                    subject: parsed.subject().unwrap_or_default().to_owned(),
                    text: parsed
                        .body_text(0)
                        .map(|text| text.into_owned())
                        .unwrap_or_default(),
                }
            })
            .collect()
    }

    /// A fresh browser at a network address of its own.
    pub fn browser(&self, ip: &str) -> Browser {
        Browser {
            site: self.clone(),
            ip: ip.to_owned(),
            cookies: BTreeMap::new(),
        }
    }
}

/// A browser with its cookies.
#[derive(Debug, Clone)]
pub struct Browser {
    site: TestSite,
    ip: String,
    cookies: BTreeMap<String, String>,
}

/// What came back.
#[derive(Debug, Clone)]
pub struct Answer {
    /// The status.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
    /// The body, as text.
    pub body: String,
}

impl Answer {
    /// Where a redirect leads.
    pub fn location(&self) -> &str {
        self.headers
            .get(header::LOCATION)
            .and_then(|v| v.to_str().ok())
            .unwrap_or_default()
    }

    /// The body without what differs between any two answers: the nonce of the one script.
    pub fn without_nonce(&self) -> String {
        let mut rest = self.body.as_str();
        let mut out = String::new();
        while let Some(at) = rest.find("nonce=\"") {
            let (before, after) = rest.split_at(at + 7);
            out.push_str(before);
            rest = after
                .find('"')
                .and_then(|end| after.get(end..))
                .unwrap_or_default();
        }
        out + rest
    }

    /// The cookies it sets, by name.
    pub fn cookie_names(&self) -> Vec<String> {
        let set = self
            .headers
            .get_all(header::SET_COOKIE)
            .iter()
            .filter_map(|v| v.to_str().ok());
        set.filter_map(|cookie| cookie.split('=').next())
            .map(str::to_owned)
            .collect()
    }
}

impl Browser {
    /// Opens an address.
    pub async fn get(&mut self, path: &str) -> Answer {
        self.send(Method::GET, path, None).await
    }

    /// Sends a form.
    pub async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let body = fields
            .iter()
            .map(|(k, v)| format!("{}={}", escape(k), escape(v)))
            .collect::<Vec<_>>()
            .join("&");
        self.send(Method::POST, path, Some(body)).await
    }

    /// Opens an address and follows redirects on this site.
    pub async fn open(&mut self, path: &str) -> Answer {
        let mut answer = self.get(path).await;
        for _ in 0..5 {
            if !answer.status.is_redirection() {
                break;
            }
            let next = answer.location().to_owned();
            answer = self.get(&next).await;
        }
        answer
    }

    /// The same browser at another network address.
    #[must_use]
    pub fn at(mut self, ip: &str) -> Self {
        self.ip = ip.to_owned();
        self
    }

    /// Whether it holds a cookie of this name.
    pub fn has_cookie(&self, name: &str) -> bool {
        self.cookies.contains_key(name)
    }

    /// Holds a cookie as if the site had set it.
    pub fn keep_cookie(&mut self, name: &str, value: &str) {
        self.cookies.insert(name.to_owned(), value.to_owned());
    }

    /// Throws a cookie away.
    pub fn drop_cookie(&mut self, name: &str) {
        self.cookies.remove(name);
    }

    /// Sends any request.
    pub async fn send(&mut self, method: Method, path: &str, form: Option<String>) -> Answer {
        let kind = form.is_some().then_some("application/x-www-form-urlencoded");
        self.send_bytes(method, path, kind, form.unwrap_or_default().into_bytes())
            .await
    }

    /// Sends any request with any body.
    pub async fn send_bytes(
        &mut self,
        method: Method,
        path: &str,
        kind: Option<&str>,
        body: Vec<u8>,
    ) -> Answer {
        let mut request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::HOST, "carport.example")
            .header("x-forwarded-for", &self.ip)
            .header("sec-fetch-site", "same-origin")
            .header(
                header::USER_AGENT,
                "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0",
            );
        if !self.cookies.is_empty() {
            let cookies = self
                .cookies
                .iter()
                .map(|(k, v)| format!("{k}={v}"))
                .collect::<Vec<_>>()
                .join("; ");
            request = request.header(header::COOKIE, cookies);
        }
        if let Some(kind) = kind {
            request = request.header(header::CONTENT_TYPE, kind);
        }
        self.raw(request.body(Body::from(body)).expect("a request")).await
    }

    /// Sends a request as it is and keeps the cookies that come back.
    pub async fn raw(&mut self, request: Request<Body>) -> Answer {
        let response = site(self.site.app.clone())
            .oneshot(request)
            .await
            .expect("the site answers");
        let (parts, body) = response.into_parts();
        for cookie in parts
            .headers
            .get_all(header::SET_COOKIE)
            .iter()
            .filter_map(|v| v.to_str().ok())
        {
            let (pair, rest) = cookie.split_once(';').unwrap_or((cookie, ""));
            let (name, value) = pair.split_once('=').expect("a cookie has a value");
            if rest.contains("Max-Age=0") || value.is_empty() {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
        let body = axum::body::to_bytes(body, usize::MAX).await.expect("a body");
        Answer {
            status: parts.status,
            headers: parts.headers,
            body: String::from_utf8_lossy(&body).into_owned(),
        }
    }
}

fn escape(text: &str) -> String {
    text.bytes()
        .map(|b| {
            if b.is_ascii_alphanumeric() || b"-_.~".contains(&b) {
                char::from(b).to_string()
            } else {
                format!("%{b:02X}")
            }
        })
        .collect()
}
