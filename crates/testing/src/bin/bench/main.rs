//! The measuring half of `scripts/bench`: what Carport does, beside the least that would have to be done, in one run.
//!
//! Each command prints lines `name value`, which the script puts together and sets into relation.

mod mails;
mod page;
mod selection;
mod shop;

use std::path::PathBuf;

use anyhow::{Context, bail};

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let mut args = std::env::args().skip(1);
    let command = args.next().unwrap_or_default();
    let mut next = |what: &str| args.next().with_context(|| format!("{command} lacks {what}"));
    match command.as_str() {
        "selection" => selection::measure(&PathBuf::from(next("the data folder")?)).await,
        "page" => {
            let (head, body) = (next("the file of headers")?, next("the file of the body")?);
            page::serve(&PathBuf::from(head), &PathBuf::from(body)).await
        }
        "mails" => {
            let (folder, count) = (next("a folder")?, next("how many")?.parse()?);
            mails::measure(&PathBuf::from(folder), count).await
        }
        other => bail!("«{other}» is none of selection, page, mails"),
    }
}

/// Prints one figure.
fn figure(name: &str, value: impl std::fmt::Display) {
    println!("{name} {value}");
}

/// Seconds of processor this process has used, all threads together: on a busy machine a better measure than the clock. The
/// kernel counts in hundredths.
fn processor() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    // The second field may hold anything, so count from its end: user and system time are the 14th and 15th.
    let fields = stat.rsplit(')').next().unwrap_or_default().split(' ');
    let ticks: f64 = fields
        .skip(12)
        .take(2)
        .filter_map(|n| n.parse::<f64>().ok())
        .sum();
    ticks / 100.0
}
