//! One conversation of the sink with a client.

use std::io;
use std::sync::Arc;

use rustls_pki_types::pem::PemObject as _;
use rustls_pki_types::{CertificateDer, PrivateKeyDer};
use tokio::io::{AsyncBufReadExt, AsyncRead, AsyncWrite, AsyncWriteExt, BufReader};
use tokio::net::TcpStream;
use tokio_rustls::TlsAcceptor;

use super::{Reaction, Received, SinkTls, State, Step};

const CERTIFICATE: &str = include_str!("../../fixtures/tls/server.pem");
const KEY: &str = include_str!("../../fixtures/tls/server.key");

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

/// Talks with one client until either side has had enough.
pub(super) async fn serve(tcp: TcpStream, state: Arc<State>, number: u64) -> io::Result<()> {
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
        inner.counts.bytes += bytes.len() as u64;
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
