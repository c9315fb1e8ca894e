//! Sending personalised, signed messages, beside a bare client that pipelines ready-made ones of the same size.

use std::io::{BufRead, BufReader, Write};
use std::net::SocketAddr;
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::Arc;
use std::time::Instant;

use anyhow::{Context, ensure};
use carport_domain::clock::{Clock, IsoWeek, SystemClock};
use carport_outreach::mail::{DkimKey, Mailer, ReturnAddresses, Security, Signer, SmtpConfig, SmtpPool};
use carport_outreach::post::{Identity, Post};
use carport_outreach::select::select_week;
use carport_outreach::week::{Which, approve};
use carport_outreach::{Outreach, send};
use serde::Deserialize;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufStream};
use tokio::net::TcpStream;

use super::{figure, processor, shop};

/// Connections of both sides.
const CONNECTIONS: usize = 4;

/// Selects, approves and sends the present week of the company in a data folder, at most `count` messages.
pub async fn measure(folder: &Path, count: u64) -> anyhow::Result<()> {
    let (store, company) = shop::open(folder).await?;
    shop::switch_on(&store, company).await?;
    let mut sink = Sink::start()?;
    let (pem, _) = DkimKey::generate_rsa().await?;
    let domain = "news.carport.example";
    let identity = Identity {
        domain: domain.into(),
        signer: Some(Arc::new(Signer::new(domain, "bench", DkimKey::from_pem(&pem)?))),
    };
    let mut smtp = SmtpConfig::new("127.0.0.1", sink.address.port(), Security::None);
    smtp.connections = CONNECTIONS;
    let post = Post {
        mailer: Mailer::Smtp(SmtpPool::new(smtp)?),
        service: identity.clone(),
        news: identity,
        returns: Arc::new(ReturnAddresses::new(
            b"secret of the bench",
            "bounce.carport.example",
        )),
        connections: CONNECTIONS,
    };
    let outreach = Outreach::new(store.clone(), "https://carport.example".parse()?, Some(post));
    select_week(&store, company, None, false).await?;
    let profile = store.read().await?.company(company).await?.profile().await?;
    let week = IsoWeek::of(profile.today(SystemClock.now()));
    let (begun, worked) = (Instant::now(), processor());
    let approved = approve(&outreach, company, week, shop::MOMENT, Which::All, "system").await?;
    figure("approved", approved.approved);
    figure("approval_seconds", begun.elapsed().as_secs_f64());
    figure("approval_processor", processor() - worked);

    let (begun, worked) = (Instant::now(), processor());
    let sent = send::run(&outreach, company, || false).await?;
    let seconds = begun.elapsed().as_secs_f64();
    figure("send_processor", processor() - worked);
    let taken = sink.counts()?;
    ensure!(
        sent.sent == taken.accepted,
        "{sent:?}, but the sink has {taken:?}"
    );
    ensure!(
        sent.sent >= count,
        "{} messages were sent, {count} were wanted: {sent:?}",
        sent.sent
    );
    store.close().await;
    figure("sent", sent.sent);
    figure("send_seconds", seconds);
    figure("send_per_second", sent.sent as f64 / seconds);
    let size = taken.bytes / taken.accepted;
    figure("message_bytes", size);

    let begun = Instant::now();
    pipeline(sink.address, sent.sent, usize::try_from(size)?).await?;
    let bare = begun.elapsed().as_secs_f64();
    let after = sink.counts()?;
    ensure!(
        after.accepted - taken.accepted == sent.sent,
        "the bare client sent all of them"
    );
    figure("bare_seconds", bare);
    figure("bare_per_second", sent.sent as f64 / bare);
    Ok(())
}

/// The bare client: ready-made messages of one size over the same number of connections. The envelope of the next message
/// travels with the end of the one before, so that a message costs one round trip.
async fn pipeline(to: SocketAddr, messages: u64, size: usize) -> anyhow::Result<()> {
    const LINE: &str = "a line of a ready-made message, as long as lines of mail usually are\r\n";
    let head = "Message-ID: <ready@bench.example>\r\nSubject: ready-made\r\n\r\n";
    let text: String = head.chars().chain(LINE.chars().cycle()).take(size).collect();
    let body = Arc::new(format!("{text}\r\n.\r\n"));
    let mut clients = tokio::task::JoinSet::new();
    for n in 0..CONNECTIONS as u64 {
        let share = messages / CONNECTIONS as u64 + u64::from(n < messages % CONNECTIONS as u64);
        let body = body.clone();
        clients.spawn(async move {
            let tcp = TcpStream::connect(to).await?;
            tcp.set_nodelay(true)?;
            let mut stream = BufStream::with_capacity(64 * 1024, 64 * 1024, tcp);
            answer(&mut stream, "220").await?;
            stream.write_all(b"EHLO bench.example\r\n").await?;
            stream.flush().await?;
            answer(&mut stream, "250").await?;
            let envelope = b"MAIL FROM:<a@bench.example>\r\nRCPT TO:<b@bench.example>\r\nDATA\r\n";
            for n in 0..share {
                if n == 0 {
                    stream.write_all(envelope).await?;
                    stream.flush().await?;
                }
                for code in ["250", "250", "354"] {
                    answer(&mut stream, code).await?;
                }
                stream.write_all(body.as_bytes()).await?;
                if n + 1 < share {
                    stream.write_all(envelope).await?;
                }
                stream.flush().await?;
                answer(&mut stream, "250").await?;
            }
            stream.write_all(b"QUIT\r\n").await?;
            stream.flush().await?;
            Ok::<_, anyhow::Error>(())
        });
    }
    while let Some(ended) = clients.join_next().await {
        ended??;
    }
    Ok(())
}

async fn answer(stream: &mut BufStream<TcpStream>, code: &str) -> anyhow::Result<()> {
    let mut line = String::new();
    loop {
        line.clear();
        stream.read_line(&mut line).await?;
        ensure!(
            line.starts_with(code),
            "the sink says «{}», not {code}",
            line.trim_end()
        );
        if line.as_bytes().get(3) != Some(&b'-') {
            return Ok(());
        }
    }
}

/// The sink, in a process of its own for both sides alike.
struct Sink {
    child: Child,
    input: ChildStdin,
    output: BufReader<ChildStdout>,
    address: SocketAddr,
}

#[derive(Debug, Deserialize)]
struct Taken {
    accepted: u64,
    bytes: u64,
}

impl Sink {
    fn start() -> anyhow::Result<Self> {
        let program = std::env::current_exe()?.with_file_name("smtp-sink");
        let mut child = Command::new(&program)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .with_context(|| format!("{} does not start", program.display()))?;
        let input = child.stdin.take().context("its input")?;
        let mut output = BufReader::new(child.stdout.take().context("its output")?);
        let mut line = String::new();
        output.read_line(&mut line)?;
        let address = line
            .trim()
            .strip_prefix("listening ")
            .context("its address")?
            .parse()?;
        Ok(Self {
            child,
            input,
            output,
            address,
        })
    }

    fn counts(&mut self) -> anyhow::Result<Taken> {
        writeln!(self.input)?;
        let mut line = String::new();
        self.output.read_line(&mut line)?;
        Ok(serde_json::from_str(&line)?)
    }
}

impl Drop for Sink {
    fn drop(&mut self) {
        // it ends with its input in any case
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
