//! One conversation with a mail server (RFC 5321), pipelined where the server allows it (RFC 2920).
//!
//! Own code because two things are needed that the common client library does not give: commands in one packet, and to
//! know whether a connection died before or after the whole message was handed over.

use std::io;
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use rustls_pki_types::ServerName;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::timeout;
use tokio_rustls::TlsConnector;

use super::{Security, SmtpConfig};
use crate::mail::message::SealedMail;
use crate::mail::outcome::{Outcome, Stage, judge};

/// Longest reply read from a server; a longer one is not a mail server.
const MAX_REPLY: usize = 64 * 1024;

pub(super) trait Stream: AsyncRead + AsyncWrite + Unpin + Send {}
impl<S: AsyncRead + AsyncWrite + Unpin + Send> Stream for S {}

/// An open, greeted and authenticated conversation.
pub(super) struct Connection {
    stream: Box<dyn Stream>,
    received: Vec<u8>,
    extensions: Extensions,
    /// A refused transaction is still open and must be reset before the next.
    unfinished: bool,
    pub(super) sent: u32,
    command_timeout: Duration,
    data_timeout: Duration,
}

/// What the server says it can do.
#[derive(Debug, Default, Clone, Copy)]
struct Extensions {
    pipelining: bool,
    start_tls: bool,
    eight_bit: bool,
    /// The largest message; 0 for no limit given.
    size: Option<u64>,
    auth_plain: bool,
    auth_login: bool,
}

/// A server's answer: its code and its lines.
#[derive(Debug)]
pub(super) struct Reply {
    code: u16,
    lines: Vec<String>,
}

impl Reply {
    fn is(&self, class: u16) -> bool {
        self.code / 100 == class
    }
    fn text(&self) -> String {
        self.lines.join(" ")
    }
    fn judge(&self, stage: Stage) -> Outcome {
        judge(stage, self.code, &self.text())
    }
}

/// Why a mail did not go: with an outcome, or because the connection broke before the mail was handed over.
pub(super) enum Failed {
    /// The conversation came to this end; it can go on.
    Outcome(Outcome),
    /// The connection is useless now; nothing was handed over.
    Broken(io::Error),
}

impl From<io::Error> for Failed {
    fn from(error: io::Error) -> Self {
        Failed::Broken(error)
    }
}

impl Connection {
    /// Connects, greets, secures and authenticates as configured.
    pub(super) async fn open(config: &SmtpConfig, tls: &TlsConnector) -> Result<Self, Outcome> {
        let opening = async {
            let tcp = TcpStream::connect((config.host.as_str(), config.port)).await?;
            tcp.set_nodelay(true)?;
            let stream: Box<dyn Stream> = match config.security {
                Security::Tls => Box::new(tls.connect(server_name(&config.host)?, tcp).await?),
                Security::StartTls | Security::None => Box::new(tcp),
            };
            let mut connection = Self {
                stream,
                received: Vec::with_capacity(1_024),
                extensions: Extensions::default(),
                unfinished: false,
                sent: 0,
                command_timeout: config.command_timeout,
                data_timeout: config.data_timeout,
            };
            let greeting = connection.read_reply().await?;
            if !greeting.is(2) {
                return Err(Failed::Outcome(greeting.judge(Stage::Opening)));
            }
            connection.hello(&config.hello_name).await?;
            if config.security == Security::StartTls {
                connection = connection.secure(config, tls).await?;
            }
            if let Some((user, password)) = &config.credentials {
                connection.authenticate(user, password).await?;
            }
            Ok(connection)
        };
        match timeout(config.connect_timeout, opening).await {
            Ok(Ok(connection)) => Ok(connection),
            Ok(Err(Failed::Outcome(outcome))) => Err(outcome),
            Ok(Err(Failed::Broken(error))) if is_about_certificates(&error) => {
                Err(Outcome::misconfigured(error))
            }
            Ok(Err(Failed::Broken(error))) => Err(Outcome::unreachable(error)),
            Err(_) => Err(Outcome::unreachable("the mail server did not answer in time")),
        }
    }

    async fn hello(&mut self, name: &str) -> Result<(), Failed> {
        let reply = self.command(&format!("EHLO {name}\r\n")).await?;
        if !reply.is(2) {
            return Err(Failed::Outcome(reply.judge(Stage::Opening)));
        }
        let mut found = Extensions::default();
        for line in reply.lines.iter().skip(1) {
            let mut words = line.split_ascii_whitespace();
            match words.next().map(str::to_ascii_uppercase).as_deref() {
                Some("PIPELINING") => found.pipelining = true,
                Some("STARTTLS") => found.start_tls = true,
                Some("8BITMIME") => found.eight_bit = true,
                Some("SIZE") => found.size = Some(words.next().and_then(|n| n.parse().ok()).unwrap_or(0)),
                Some("AUTH") => {
                    for way in words {
                        found.auth_plain |= way.eq_ignore_ascii_case("PLAIN");
                        found.auth_login |= way.eq_ignore_ascii_case("LOGIN");
                    }
                }
                _ => {}
            }
        }
        self.extensions = found;
        Ok(())
    }

    async fn secure(mut self, config: &SmtpConfig, tls: &TlsConnector) -> Result<Self, Failed> {
        if !self.extensions.start_tls {
            return Err(Failed::Outcome(Outcome::misconfigured(
                "the mail server does not offer STARTTLS",
            )));
        }
        let reply = self.command("STARTTLS\r\n").await?;
        if !reply.is(2) {
            return Err(Failed::Outcome(reply.judge(Stage::Opening)));
        }
        // Anything that came in clear text behind the answer was put there by somebody else.
        if !self.received.is_empty() {
            return Err(io::Error::new(io::ErrorKind::InvalidData, "text before the secure channel").into());
        }
        self.stream = Box::new(tls.connect(server_name(&config.host)?, self.stream).await?);
        self.hello(&config.hello_name).await?;
        Ok(self)
    }

    async fn authenticate(&mut self, user: &str, password: &str) -> Result<(), Failed> {
        let reply = if self.extensions.auth_plain {
            let secret = BASE64.encode(format!("\0{user}\0{password}"));
            self.command(&format!("AUTH PLAIN {secret}\r\n")).await?
        } else if self.extensions.auth_login {
            self.command("AUTH LOGIN\r\n").await?;
            self.command(&format!("{}\r\n", BASE64.encode(user))).await?;
            self.command(&format!("{}\r\n", BASE64.encode(password))).await?
        } else {
            return Err(Failed::Outcome(Outcome::misconfigured(
                "the mail server offers neither AUTH PLAIN nor LOGIN",
            )));
        };
        if reply.is(2) {
            Ok(())
        } else {
            Err(Failed::Outcome(reply.judge(Stage::Opening)))
        }
    }

    /// Hands one mail over. After [`Failed::Broken`] the connection must be dropped; otherwise [`Connection::is_usable`] tells.
    pub(super) async fn send(&mut self, mail: &SealedMail) -> Result<Outcome, Failed> {
        let size = mail.bytes.len() as u64;
        if self
            .extensions
            .size
            .is_some_and(|limit| limit > 0 && size > limit)
        {
            return Err(Failed::Outcome(judge(
                Stage::Message,
                552,
                "5.3.4 larger than the mail server takes",
            )));
        }
        let mut commands = String::with_capacity(200);
        let reset = std::mem::take(&mut self.unfinished);
        if reset {
            commands.push_str("RSET\r\n");
        }
        commands.push_str(&format!("MAIL FROM:<{}>", mail.return_to.as_str()));
        if self.extensions.size.is_some() {
            commands.push_str(&format!(" SIZE={size}"));
        }
        if self.extensions.eight_bit && !mail.bytes.is_ascii() {
            commands.push_str(" BODY=8BITMIME");
        }
        commands.push_str(&format!("\r\nRCPT TO:<{}>\r\nDATA\r\n", mail.to.as_str()));
        let (reset, sender, recipient, data) = self.open_transaction(&commands, reset).await?;
        if reset.is_some_and(|r| !r.is(2)) {
            return Err(io::Error::new(io::ErrorKind::InvalidData, "the mail server does not reset").into());
        }
        let refused = [(&sender, Stage::Sender), (&recipient, Stage::Recipient)]
            .into_iter()
            .find_map(|(reply, stage)| {
                reply
                    .as_ref()
                    .filter(|r| !r.is(2))
                    .map(|r| (r.code, r.judge(stage)))
            });
        match (refused, data) {
            (None, Some(data)) if data.code == 354 => self.hand_over(&mail.bytes).await,
            (refused, data) => {
                self.unfinished = true;
                if data.as_ref().is_some_and(|d| d.code == 354) {
                    // RFC 2920 section 3.1: the server waits for a message to nobody; a lone dot ends it, whatever it answers.
                    self.write(b".\r\n").await?;
                    self.read_reply().await?;
                }
                let (code, outcome) = match (refused, data) {
                    (Some(refused), _) => refused,
                    (None, Some(data)) => (data.code, data.judge(Stage::Message)),
                    (None, None) => return Err(io::Error::from(io::ErrorKind::InvalidData).into()),
                };
                if code == 421 {
                    self.close();
                }
                Ok(outcome)
            }
        }
    }

    /// RSET (if asked), MAIL, RCPT and DATA: in one packet, or one by one until something is refused.
    async fn open_transaction(
        &mut self,
        commands: &str,
        reset: bool,
    ) -> Result<(Option<Reply>, Option<Reply>, Option<Reply>, Option<Reply>), io::Error> {
        let mut replies = Vec::with_capacity(4);
        let number = commands.matches("\r\n").count();
        if self.extensions.pipelining {
            self.write(commands.as_bytes()).await?;
            for _ in 0..number {
                let reply = self.read_reply().await?;
                let closing = reply.code == 421;
                replies.push(reply);
                if closing {
                    break;
                }
            }
        } else {
            for command in commands.split_inclusive("\r\n") {
                let reply = self.command(command).await?;
                let go_on = matches!(reply.code, 200..400);
                replies.push(reply);
                if !go_on {
                    break;
                }
            }
        }
        let mut replies = replies.into_iter();
        let reset = if reset { replies.next() } else { None };
        Ok((reset, replies.next(), replies.next(), replies.next()))
    }

    /// The message with dots doubled, and the final dot. The last part goes out on its own, so that a failure before it is
    /// known to be one before the message was complete.
    async fn hand_over(&mut self, message: &[u8]) -> Result<Outcome, Failed> {
        let stuffed = dot_stuffed(message);
        let (start, end) = stuffed.split_at(stuffed.len().saturating_sub(512));
        timeout(self.data_timeout, self.stream.write_all(start))
            .await
            .map_err(io::Error::from)??;
        let answered = timeout(self.data_timeout, async {
            self.stream.write_all(end).await?;
            self.stream.flush().await?;
            self.read_reply_unhurried().await
        })
        .await
        .map_err(io::Error::from)
        .flatten();
        self.sent += 1;
        match answered {
            Ok(reply) if reply.is(2) => Ok(Outcome::Accepted {
                response: reply.text(),
            }),
            Ok(reply) => {
                if reply.code == 421 {
                    self.close();
                }
                Ok(reply.judge(Stage::Message))
            }
            Err(error) => {
                self.close();
                Ok(Outcome::Uncertain {
                    reason: error.to_string(),
                })
            }
        }
    }

    /// Whether another mail can be sent on it.
    pub(super) fn is_usable(&self) -> bool {
        self.sent < u32::MAX
    }

    fn close(&mut self) {
        self.sent = u32::MAX;
    }

    /// Says goodbye, without waiting long for an answer.
    pub(super) async fn quit(mut self) {
        let goodbye = async {
            self.write(b"QUIT\r\n").await?;
            self.read_reply().await
        };
        let _ = timeout(Duration::from_secs(1), goodbye).await;
    }

    async fn command(&mut self, line: &str) -> io::Result<Reply> {
        self.write(line.as_bytes()).await?;
        self.read_reply().await
    }

    async fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        let writing = async {
            self.stream.write_all(bytes).await?;
            self.stream.flush().await
        };
        timeout(self.command_timeout, writing).await?
    }

    async fn read_reply(&mut self) -> io::Result<Reply> {
        timeout(self.command_timeout, self.read_reply_unhurried()).await?
    }

    async fn read_reply_unhurried(&mut self) -> io::Result<Reply> {
        let mut lines = Vec::with_capacity(1);
        let mut at = 0;
        loop {
            let Some(end) = self.received[at..]
                .iter()
                .position(|b| *b == b'\n')
                .map(|n| at + n)
            else {
                if self.received.len() > MAX_REPLY {
                    return Err(io::Error::new(
                        io::ErrorKind::InvalidData,
                        "the mail server's answer does not end",
                    ));
                }
                if self.stream.read_buf(&mut self.received).await? == 0 {
                    return Err(io::Error::new(
                        io::ErrorKind::UnexpectedEof,
                        "the mail server closed the connection",
                    ));
                }
                continue;
            };
            let line = String::from_utf8_lossy(&self.received[at..end]);
            let line = line.trim_end_matches('\r');
            let invalid = || io::Error::new(io::ErrorKind::InvalidData, "this is not a mail server");
            let code: u16 = line.get(..3).and_then(|c| c.parse().ok()).ok_or_else(invalid)?;
            lines.push(line.get(4..).unwrap_or("").to_owned());
            let more = line.as_bytes().get(3) == Some(&b'-');
            at = end + 1;
            if !more {
                self.received.drain(..at);
                return Ok(Reply { code, lines });
            }
        }
    }
}

fn server_name(host: &str) -> io::Result<ServerName<'static>> {
    ServerName::try_from(host.to_owned()).map_err(|e| io::Error::new(io::ErrorKind::InvalidInput, e))
}

fn is_about_certificates(error: &io::Error) -> bool {
    let inner = error.get_ref().and_then(|e| e.downcast_ref::<rustls::Error>());
    matches!(inner, Some(rustls::Error::InvalidCertificate(_)))
}

/// RFC 5321 section 4.5.2: a dot at the start of a line is doubled; the message ends with a line of one dot.
fn dot_stuffed(message: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(message.len() + message.len() / 64 + 8);
    for line in message.split_inclusive(|b| *b == b'\n') {
        if line.first() == Some(&b'.') {
            out.push(b'.');
        }
        out.extend_from_slice(line);
    }
    if !out.ends_with(b"\r\n") {
        out.extend_from_slice(b"\r\n");
    }
    out.extend_from_slice(b".\r\n");
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dot_at_the_start_of_a_line_does_not_end_the_message() {
        assert_eq!(dot_stuffed(b".a\r\nb.\r\n.\r\n"), b"..a\r\nb.\r\n..\r\n.\r\n");
        assert_eq!(dot_stuffed(b"a"), b"a\r\n.\r\n");
    }
}
