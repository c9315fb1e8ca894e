//! The proof of consent, put together from the store: for one person or a period, as data and as a document (F181, B2).
//!
//! The office and the command line call the same functions, so that what an authority gets does not depend on who asks.

mod document;

use std::collections::BTreeSet;

use carport_domain::consent::Proof;
use carport_domain::consent::ledger::Sealed;
use carport_domain::consent::proof::{Covers, Wording};
use carport_domain::{CustomerId, Timestamp, WordingId};
use carport_store::{CompanyTx, Result, StoreError};
use chrono::NaiveDate;

pub use document::{Asked, document, paper_sender};

/// The proof about one person: every entry, what holds now, every wording that was shown, and the state of the chain.
///
/// # Errors
/// The person is not there.
pub async fn of_person(tx: &mut CompanyTx<'_>, customer: CustomerId) -> Result<Proof> {
    tx.customer(customer)
        .await?
        .ok_or(StoreError::Missing("customer"))?;
    let entries = tx.consent_history(customer).await?;
    assemble(tx, Covers::Person(customer), &entries).await
}

/// The proof of everything recorded from one day to another, both included, in the company's time zone.
pub async fn of_period(tx: &mut CompanyTx<'_>, from: NaiveDate, to: NaiveDate) -> Result<Proof> {
    let zone = tx.profile().await?.time_zone;
    let begin = Timestamp::start_of(from, zone);
    let end = Timestamp::start_of(to.succ_opt().unwrap_or(to), zone);
    let mut entries: Vec<Sealed> = Vec::new();
    loop {
        let page = tx
            .consent_entries(begin, end, entries.last().map_or(0, |last| last.seq))
            .await?;
        if page.is_empty() {
            break;
        }
        entries.extend(page);
    }
    assemble(tx, Covers::Period { from, to }, &entries).await
}

async fn assemble(tx: &mut CompanyTx<'_>, covers: Covers, entries: &[Sealed]) -> Result<Proof> {
    let mut named: BTreeSet<WordingId> = BTreeSet::new();
    for entry in entries {
        named.extend(
            entry
                .read()?
                .and_then(|event| event.wording.as_ref().map(|w| w.id)),
        );
    }
    let named: Vec<WordingId> = named.into_iter().collect();
    let wordings = tx.wordings(&named).await?.into_iter().map(|w| Wording {
        id: w.id,
        version: u32::try_from(w.version).unwrap_or(u32::MAX),
        language: w.language,
        sha256: hex(&w.sha256),
        text: w.text,
        key: w.key,
    });
    let chain = tx.verify_consents(None).await?;
    Ok(Proof::new(tx.id(), covers, tx.now(), entries, wordings, chain)?)
}

fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes
        .iter()
        .fold(String::with_capacity(bytes.len() * 2), |mut out, byte| {
            let _ = write!(out, "{byte:02x}");
            out
        })
}
