//! A mail server that listens, answers as scripted, and delivers nothing.
//!
//! Real TCP, real TLS, real pipelining: what the sending code meets in the world, at a speed that does not slow a
//! benchmark down. It runs inside a test, or as the program `smtp-sink` beside a process that gets killed.

mod conversation;

use std::collections::VecDeque;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use mail_parser::{Message, MessageParser};
use tokio::net::TcpListener;

/// The authority that signed the sink's certificate, for clients that are to trust it.
pub const AUTHORITY: &str = include_str!("../fixtures/tls/ca.pem");

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
    /// Bytes of the messages accepted.
    pub bytes: u64,
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
                conversations.spawn(conversation::serve(tcp, state.clone(), number));
            }
            Some(_) = conversations.join_next(), if !conversations.is_empty() => {}
        }
    }
}
