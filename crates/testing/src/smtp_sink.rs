//! A mail server that listens, answers as scripted, and delivers nothing.
//!
//! Real TCP, real TLS, real pipelining: what the sending code meets in the world, at a speed that does not slow a
//! benchmark down. It runs inside a test, or as the program `smtp-sink` beside a process that gets killed.

use std::collections::VecDeque;
use std::io;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use mail_parser::{Message, MessageParser};
use rustls_pki_types::pem::PemObject as _;
use rustls_pki_types::{CertificateDer, PrivateKeyDer};
use tokio::io::{AsyncBufReadExt, AsyncRead, AsyncWrite, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio_rustls::TlsAcceptor;

/// The authority that signed the sink's certificate, for clients that are to trust it.
pub const AUTHORITY: &str = include_str!("../fixtures/tls/ca.pem");
const CERTIFICATE: &str = include_str!("../fixtures/tls/server.pem");
const KEY: &str = include_str!("../fixtures/tls/server.key");

/// How the sink is set up.
#[derive(Debug, Clone)]
pub struct SinkOptions {
    /// Where to listen; port 0 for any free one.
    pub listen: SocketAddr,
    /// Encryption it offers.
    pub tls: SinkTls,
    /// User name and password it insists on.
    pub login: Option<(String, String)>,
    /// Whether it takes several commands at once.
    pub pipelining: bool,
    /// The largest message it takes, in bytes.
    pub size: usize,
    /// Whether it keeps whole messages, or only Message-IDs and counts.
    pub keep_messages: bool,
    /// A file to which every accepted Message-ID is appended before it is acknowledged.
    pub journal: Option<PathBuf>,
}

impl Default for SinkOptions {
    fn default() -> Self {
        Self {
            listen: SocketAddr::from(([127, 0, 0, 1], 0)),
            tls: SinkTls::No,
            login: None,
            pipelining: true,
            size: 1_000_000,
            keep_messages: true,
            journal: None,
        }
    }
}

/// Encryption the sink offers; its certificate is for `localhost` and 127.0.0.1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SinkTls {
    /// None.
    No,
    /// After STARTTLS.
    StartTls,
    /// From the first byte.
    Implicit,
}

/// Where in the conversation a scripted reaction happens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// On connecting.
    Greeting,
    /// After MAIL.
    Mail,
    /// After RCPT.
    Rcpt,
    /// After DATA.
    Data,
    /// After the final dot.
    Dot,
}

/// What the sink does instead of saying yes.
#[derive(Debug, Clone)]
pub enum Reaction {
    /// Says this, such as `451 4.7.1 try later`. A reply that starts with 421 also closes the connection.
    Say(String),
    /// Waits before it goes on as usual.
    Wait(Duration),
    /// Closes the connection without a word.
    Drop,
    /// After the final dot: takes the message and then closes the connection without a word.
    TakeAndDrop,
}

/// A message as it came.
#[derive(Debug, Clone)]
pub struct Received {
    /// The envelope's sender.
    pub from: String,
    /// The envelope's recipients.
    pub to: Vec<String>,
    /// Headers and body, dots unstuffed.
    pub bytes: Vec<u8>,
    /// Whether it came over TLS.
    pub encrypted: bool,
    /// On which connection, counted from 1.
    pub connection: u64,
}

impl Received {
    /// The message read by an independent parser.
    pub fn parsed(&self) -> Message<'_> {
        MessageParser::default()
            .parse(&self.bytes)
            .expect("a message that was sent can be parsed")
    }
    /// The subject, decoded.
    pub fn subject(&self) -> String {
        self.parsed().subject().unwrap_or_default().to_owned()
    }
    /// The text part, decoded.
    pub fn text(&self) -> String {
        self.parsed().body_text(0).unwrap_or_default().into_owned()
    }
    /// The HTML part, decoded.
    pub fn html(&self) -> String {
        self.parsed().body_html(0).unwrap_or_default().into_owned()
    }
    /// A header's value as it stands, unfolded.
    pub fn header(&self, name: &str) -> Option<String> {
        let value = self.parsed().header_raw(name)?.to_owned();
        Some(value.replace("\r\n", "").trim().to_owned())
    }
}

/// How much the sink took.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, serde::Serialize)]
pub struct Counts {
    /// Connections opened.
    pub connections: u64,
    /// Messages accepted.
    pub accepted: u64,
    /// Commands or messages answered with 4xx or 5xx.
    pub refused: u64,
}

/// A running sink; it stops when dropped.
#[derive(Debug)]
pub struct SmtpSink {
    address: SocketAddr,
    state: Arc<State>,
    task: tokio::task::JoinHandle<()>,
}

#[derive(Debug)]
struct State {
    options: SinkOptions,
    inner: Mutex<Inner>,
}

#[derive(Debug, Default)]
struct Inner {
    counts: Counts,
    received: Vec<Received>,
    message_ids: Vec<String>,
    script: VecDeque<(Step, Reaction)>,
    always: Vec<(String, String)>,
}

impl State {
    fn lock(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The next scripted reaction for a step, if it is this step's turn.
    fn next(&self, step: Step) -> Option<Reaction> {
        let mut inner = self.lock();
        let at = inner.script.iter().position(|(s, _)| *s == step)?;
        inner.script.remove(at).map(|(_, reaction)| reaction)
    }
}

impl SmtpSink {
    /// A sink with the usual settings.
    pub async fn start() -> Self {
        Self::with(SinkOptions::default()).await
    }

    /// A sink as wanted.
    pub async fn with(options: SinkOptions) -> Self {
        let listener = TcpListener::bind(options.listen)
            .await
            .expect("the sink can listen");
        let address = listener.local_addr().expect("a listener has an address");
        let state = Arc::new(State {
            options,
            inner: Mutex::default(),
        });
        let task = tokio::spawn(listen(listener, state.clone()));
        Self { address, state, task }
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The next time a conversation comes to `step`, react like this. Reactions of one step happen in the order given.
    pub fn script(&self, step: Step, reaction: Reaction) {
        self.state.lock().script.push_back((step, reaction));
    }

    /// Always answer RCPT for an address that contains `part` with `reply`.
    pub fn refuse_recipient(&self, part: &str, reply: &str) {
        self.state.lock().always.push((part.to_owned(), reply.to_owned()));
    }

    /// The messages taken so far.
    pub fn received(&self) -> Vec<Received> {
        self.state.lock().received.clone()
    }

    /// The Message-IDs taken so far, without angle brackets, one for every time a message was taken.
    pub fn message_ids(&self) -> Vec<String> {
        self.state.lock().message_ids.clone()
    }

    /// How much was taken so far.
    pub fn counts(&self) -> Counts {
        self.state.lock().counts
    }
}

impl Drop for SmtpSink {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn listen(listener: TcpListener, state: Arc<State>) {
    let mut conversations = tokio::task::JoinSet::new();
    loop {
        tokio::select! {
            Ok((tcp, _)) = listener.accept() => {
                let number = {
                    let mut inner = state.lock();
                    inner.counts.connections += 1;
                    inner.counts.connections
                };
                // A client that goes away in the middle is what many tests are about.
                conversations.spawn(serve(tcp, state.clone(), number));
            }
            Some(_) = conversations.join_next(), if !conversations.is_empty() => {}
        }
    }
}

trait Stream: AsyncRead + AsyncWrite + Unpin + Send {}
impl<S: AsyncRead + AsyncWrite + Unpin + Send> Stream for S {}

fn acceptor() -> TlsAcceptor {
    let chain = CertificateDer::pem_slice_iter(CERTIFICATE.as_bytes())
        .map(|c| c.expect("the test certificate"))
        .collect();
    let key = PrivateKeyDer::from_pem_slice(KEY.as_bytes()).expect("the test key");
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = rustls::ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .expect("the usual protocol versions")
        .with_no_client_auth()
        .with_single_cert(chain, key)
        .expect("the test certificate fits its key");
    TlsAcceptor::from(Arc::new(config))
}

async fn serve(tcp: TcpStream, state: Arc<State>, number: u64) -> io::Result<()> {
    tcp.set_nodelay(true)?;
    let implicit = state.options.tls == SinkTls::Implicit;
    let stream: Box<dyn Stream> = if implicit {
        Box::new(acceptor().accept(tcp).await?)
    } else {
        Box::new(tcp)
    };
    let mut talk = Conversation {
        stream: BufReader::with_capacity(64 * 1024, stream),
        answers: Vec::new(),
        state,
        number,
        encrypted: implicit,
        signed_in: false,
        from: None,
        to: Vec::new(),
    };
    talk.run().await
}

struct Conversation {
    stream: BufReader<Box<dyn Stream>>,
    answers: Vec<u8>,
    state: Arc<State>,
    number: u64,
    encrypted: bool,
    signed_in: bool,
    from: Option<String>,
    to: Vec<String>,
}

/// Whether the conversation goes on.
type GoesOn = io::Result<bool>;

impl Conversation {
    async fn run(&mut self) -> io::Result<()> {
        if !self.answer_at(Step::Greeting, "220 sink.example ESMTP").await? {
            return self.flush().await;
        }
        let mut line = Vec::new();
        loop {
            // Answers to commands that came together go back together.
            if self.stream.buffer().is_empty() {
                self.flush().await?;
            }
            line.clear();
            if self.stream.read_until(b'\n', &mut line).await? == 0 {
                return Ok(());
            }
            let text = String::from_utf8_lossy(&line).trim_end().to_owned();
            if !self.command(&text).await? {
                return self.flush().await;
            }
        }
    }

    async fn command(&mut self, line: &str) -> GoesOn {
        let (verb, rest) = line.split_once(' ').unwrap_or((line, ""));
        match verb.to_ascii_uppercase().as_str() {
            "EHLO" => self.hello(),
            "STARTTLS" if self.state.options.tls == SinkTls::StartTls && !self.encrypted => {
                return self.secure().await;
            }
            "AUTH" => return self.sign_in(rest).await,
            "MAIL" if self.state.options.login.is_some() && !self.signed_in => {
                self.say("530 5.7.0 authentication required")
            }
            "MAIL" if self.from.is_some() => self.say("503 5.5.1 a message is already open"),
            "MAIL" => {
                let goes_on = self.answer_at(Step::Mail, "250 2.1.0 ok").await?;
                if self.agreed() {
                    self.from = Some(address(rest));
                }
                return Ok(goes_on);
            }
            "RCPT" if self.from.is_none() => self.say("503 5.5.1 MAIL first"),
            "RCPT" => {
                let to = address(rest);
                let refusal = self
                    .state
                    .lock()
                    .always
                    .iter()
                    .find(|(part, _)| to.contains(part.as_str()))
                    .map(|(_, r)| r.clone());
                if let Some(reply) = refusal {
                    self.say(&reply);
                    return Ok(true);
                }
                let goes_on = self.answer_at(Step::Rcpt, "250 2.1.5 ok").await?;
                if self.agreed() {
                    self.to.push(to);
                }
                return Ok(goes_on);
            }
            "DATA" if self.to.is_empty() => self.say("503 5.5.1 RCPT first"),
            "DATA" => {
                let goes_on = self.answer_at(Step::Data, "354 go on").await?;
                if !goes_on || !self.answers.ends_with(b"354 go on\r\n") {
                    return Ok(goes_on);
                }
                return self.message().await;
            }
            "RSET" => {
                self.reset();
                self.say("250 2.0.0 ok");
            }
            "NOOP" => self.say("250 2.0.0 ok"),
            "QUIT" => {
                self.say("221 2.0.0 bye");
                return Ok(false);
            }
            _ => self.say("500 5.5.2 what?"),
        }
        Ok(true)
    }

    fn hello(&mut self) {
        let options = &self.state.options;
        let mut lines = vec![
            "sink.example".to_owned(),
            "8BITMIME".to_owned(),
            format!("SIZE {}", options.size),
        ];
        if options.pipelining {
            lines.push("PIPELINING".to_owned());
        }
        if options.tls == SinkTls::StartTls && !self.encrypted {
            lines.push("STARTTLS".to_owned());
        }
        if options.login.is_some() {
            lines.push("AUTH PLAIN LOGIN".to_owned());
        }
        lines.push("ENHANCEDSTATUSCODES".to_owned());
        let last = lines.len() - 1;
        for (n, line) in lines.iter().enumerate() {
            self.say(&format!("250{}{line}", if n == last { ' ' } else { '-' }));
        }
    }

    async fn secure(&mut self) -> GoesOn {
        self.say("220 2.0.0 go on");
        self.flush().await?;
        let (empty, _) = tokio::io::duplex(1);
        let plain = std::mem::replace(
            &mut self.stream,
            BufReader::new(Box::new(empty) as Box<dyn Stream>),
        )
        .into_inner();
        let secured: Box<dyn Stream> = Box::new(acceptor().accept(plain).await?);
        self.stream = BufReader::with_capacity(64 * 1024, secured);
        self.encrypted = true;
        self.reset();
        Ok(true)
    }

    async fn sign_in(&mut self, rest: &str) -> GoesOn {
        use std::io::Error;
        let Some((user, password)) = self.state.options.login.clone() else {
            self.say("503 5.5.1 not offered");
            return Ok(true);
        };
        let given = match rest.split_once(' ') {
            Some(("PLAIN", secret)) => decode(secret),
            _ if rest == "LOGIN" => {
                let mut parts = Vec::new();
                for question in ["334 VXNlcm5hbWU6", "334 UGFzc3dvcmQ6"] {
                    self.say(question);
                    self.flush().await?;
                    let mut line = String::new();
                    if self.stream.read_line(&mut line).await? == 0 {
                        return Err(Error::from(io::ErrorKind::UnexpectedEof));
                    }
                    parts.push(decode(line.trim()));
                }
                format!("\0{}", parts.join("\0"))
            }
            _ => String::new(),
        };
        self.signed_in = given == format!("\0{user}\0{password}");
        self.say(if self.signed_in {
            "235 2.7.0 welcome"
        } else {
            "535 5.7.8 wrong name or password"
        });
        Ok(true)
    }

    async fn message(&mut self) -> GoesOn {
        self.flush().await?;
        let mut bytes = Vec::with_capacity(32 * 1024);
        loop {
            let start = bytes.len();
            if self.stream.read_until(b'\n', &mut bytes).await? == 0 {
                return Ok(false);
            }
            if &bytes[start..] == b".\r\n" {
                bytes.truncate(start);
                break;
            }
            if bytes[start] == b'.' {
                bytes.remove(start);
            }
        }
        let reaction = self.state.next(Step::Dot);
        match &reaction {
            Some(Reaction::Drop) => return Ok(false),
            Some(Reaction::Say(reply)) => {
                self.say(reply);
                self.reset();
                return Ok(!reply.starts_with("421"));
            }
            Some(Reaction::Wait(time)) => tokio::time::sleep(*time).await,
            Some(Reaction::TakeAndDrop) | None => {}
        }
        if bytes.len() > self.state.options.size {
            self.say("552 5.3.4 too large");
            self.reset();
            return Ok(true);
        }
        self.take(bytes)?;
        if matches!(reaction, Some(Reaction::TakeAndDrop)) {
            self.answers.clear();
            return Ok(false);
        }
        self.say("250 2.0.0 taken");
        Ok(true)
    }

    fn take(&mut self, bytes: Vec<u8>) -> io::Result<()> {
        let id = message_id(&bytes);
        if let Some(path) = &self.state.options.journal {
            use std::io::Write as _;
            let mut file = std::fs::OpenOptions::new().create(true).append(true).open(path)?;
            file.write_all(format!("{id}\n").as_bytes())?;
        }
        let from = self.from.take().unwrap_or_default();
        let to = std::mem::take(&mut self.to);
        let mut inner = self.state.lock();
        inner.counts.accepted += 1;
        inner.message_ids.push(id);
        if self.state.options.keep_messages {
            let received = Received {
                from,
                to,
                bytes,
                encrypted: self.encrypted,
                connection: self.number,
            };
            inner.received.push(received);
        }
        Ok(())
    }

    fn reset(&mut self) {
        self.from = None;
        self.to.clear();
    }

    /// Answers `usual`, or as scripted for this step.
    async fn answer_at(&mut self, step: Step, usual: &str) -> GoesOn {
        match self.state.next(step) {
            Some(Reaction::Say(reply)) => {
                self.say(&reply);
                return Ok(!reply.starts_with("421"));
            }
            Some(Reaction::Drop | Reaction::TakeAndDrop) => {
                self.answers.clear();
                return Ok(false);
            }
            Some(Reaction::Wait(time)) => tokio::time::sleep(time).await,
            None => {}
        }
        self.say(usual);
        Ok(true)
    }

    fn say(&mut self, line: &str) {
        if line.starts_with(['4', '5']) {
            self.state.lock().counts.refused += 1;
        }
        self.answers.extend_from_slice(line.as_bytes());
        self.answers.extend_from_slice(b"\r\n");
    }

    /// Whether the last answer was a yes.
    fn agreed(&self) -> bool {
        let lines = self.answers.strip_suffix(b"\r\n").unwrap_or_default();
        let last = lines.rsplit(|b| *b == b'\n').next().unwrap_or_default();
        last.first() == Some(&b'2')
    }

    async fn flush(&mut self) -> io::Result<()> {
        let answers = std::mem::take(&mut self.answers);
        if !answers.is_empty() {
            self.stream.get_mut().write_all(&answers).await?;
            self.stream.get_mut().flush().await?;
        }
        Ok(())
    }
}

/// The address between angle brackets.
fn address(text: &str) -> String {
    let inside = text.split_once('<').and_then(|(_, rest)| rest.split_once('>'));
    inside.map_or("", |(address, _)| address).to_owned()
}

fn decode(base64: &str) -> String {
    use base64::Engine as _;
    let bytes = base64::engine::general_purpose::STANDARD
        .decode(base64)
        .unwrap_or_default();
    String::from_utf8_lossy(&bytes).into_owned()
}

/// The Message-ID, without angle brackets, read from the head alone: a benchmark cannot wait for a whole parse.
fn message_id(bytes: &[u8]) -> String {
    let head_ends = bytes
        .windows(4)
        .position(|w| w == b"\r\n\r\n")
        .unwrap_or(bytes.len());
    let head = String::from_utf8_lossy(&bytes[..head_ends]);
    let mut lines = head.split("\r\n");
    let value = lines.find_map(|l| {
        l.get(..11)
            .filter(|n| n.eq_ignore_ascii_case("message-id:"))
            .map(|_| &l[11..])
    });
    value.unwrap_or("").trim().trim_matches(['<', '>']).to_owned()
}
