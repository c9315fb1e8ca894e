//! The mail sink as a program of its own, for tests that kill the process that sends.
//!
//! `smtp-sink [JOURNAL]` prints `listening ADDRESS`, appends the Message-ID of every message to JOURNAL before it
//! acknowledges it, prints its counts as JSON for every line read, and ends when its input ends.

use carport_testing::smtp_sink::{SinkOptions, SmtpSink};

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let journal = std::env::args_os().nth(1).map(Into::into);
    let sink = SmtpSink::with(SinkOptions {
        journal,
        keep_messages: false,
        ..SinkOptions::default()
    })
    .await;
    println!("listening {}", sink.address());
    let answering = move || -> anyhow::Result<()> {
        for line in std::io::stdin().lines() {
            line?;
            println!("{}", serde_json::to_string(&sink.counts())?);
        }
        Ok(())
    };
    tokio::task::spawn_blocking(answering).await?
}
