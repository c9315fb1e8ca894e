//! What somebody decides about an import afterwards: go on in spite of doubts, stop, take back.

use std::process::ExitCode;

use anyhow::{Context, bail};
use carport_domain::{CompanyId, ImportId, Language, Texts};
use carport_intake::report;
use carport_store::Store;
use carport_store::imports::{ImportState, Staging, Undo};
use clap::ValueEnum;
use serde_json::json;

/// What to do with an import that stopped to ask.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Decision {
    /// Import it in spite of the doubts.
    GoOn,
    /// Give it up; nothing is changed.
    Stop,
}

/// Notes the decision about the import that waits for one; its id.
///
/// # Errors
/// No import waits, or another one is under way.
pub async fn decide(store: &Store, company: CompanyId, decision: Decision) -> anyhow::Result<ImportId> {
    let mut tx = store.begin().await?;
    let mut shop = tx.company(company).await?;
    let imports = shop.imports(100).await?;
    let held = imports
        .iter()
        .find(|import| import.state == ImportState::Held)
        .context("no import waits for a decision")?;
    let action = if decision == Decision::GoOn {
        if !shop.accept_import(held.id).await? {
            bail!("another import of this company is under way; decide once it is done");
        }
        "import.accepted"
    } else {
        shop.refuse_import(held.id).await?;
        "import.refused"
    };
    let doubts: Vec<&str> = held.doubts.iter().map(|doubt| doubt.reason.as_str()).collect();
    let subject = format!("import:{}", held.id);
    shop.audit("system", action, &subject, &json!({ "doubts": doubts }))
        .await?;
    let held = held.clone();
    tx.commit().await?;
    if decision == Decision::Stop {
        Staging::of(store, held.id).clear().await?;
        carport_intake::tidy(store, &held);
    }
    Ok(held.id)
}

/// Takes the last import back, and prints what stayed.
///
/// # Errors
/// There is nothing to take back.
pub async fn undo(store: &Store, company: CompanyId, as_json: bool) -> anyhow::Result<ExitCode> {
    let imports = store.read().await?.company(company).await?.imports(100).await?;
    let last = imports
        .iter()
        .find(|import| import.state == ImportState::Done && !import.dry_run)
        .context("there is no import to take back")?;
    let kept = match store.undo_import(company, last.id, "system").await? {
        Undo::Undone(kept) => kept,
        Undo::NotLast(later) => bail!("import {later} stands on this one; take that one back first"),
        Undo::NothingToUndo => bail!("there is nothing to take back"),
    };
    let mut tx = store.begin().await?;
    let detail = json!({ "restored": kept.restored, "removed": kept.removed, "kept": kept.fields.len() });
    tx.company(company)
        .await?
        .audit("system", "import.undone", &format!("import:{}", last.id), &detail)
        .await?;
    tx.commit().await?;
    if as_json {
        println!("{}", json!({ "import": last.id, "kept": kept }));
        return Ok(ExitCode::SUCCESS);
    }
    let t = Texts::new(Language::En);
    println!(
        "Taken back: {} fields put back, {} records removed.",
        kept.restored, kept.removed
    );
    for field in &kept.fields {
        println!(
            "Kept, changed since: {} {}: {}",
            field.kind,
            field.number,
            report::column(&field.kind, &field.field, &t)
        );
    }
    for thing in &kept.things {
        println!("Kept, in use: {} {}", thing.kind, thing.number);
    }
    let unnamed = kept
        .things_count
        .saturating_sub(u64::try_from(kept.things.len()).unwrap_or(u64::MAX));
    if unnamed > 0 {
        println!("Kept, in use: {unnamed} more");
    }
    if kept.refusals > 0 {
        println!("Kept: {} refusals; a no is not taken back.", kept.refusals);
    }
    Ok(ExitCode::SUCCESS)
}
