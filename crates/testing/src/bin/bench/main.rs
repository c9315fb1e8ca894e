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
