//! What came of an import, for the terminal, for programs and as the error file.

use std::io::Write;
use std::process::ExitCode;

use carport_domain::{CompanyId, Language, Texts};
use carport_intake::report;
use carport_store::Store;
use carport_store::imports::layout::FileKind;
use carport_store::imports::{Import, ImportState, StoredRemark};
use serde_json::json;

/// Exit code when rows were rejected, or the import waits for a decision.
const NOT_ALL: u8 = 2;
/// Remarks read at a time.
const PAGE: i64 = 2_000;
/// Remarks shown on the terminal.
const SHOWN: i64 = 5;

/// 0: every row was taken. 2: rows were rejected, or it waits for a decision. 1: nothing was taken.
pub fn code(import: &Import) -> ExitCode {
    let total = import.total();
    match import.state {
        ImportState::Held => ExitCode::from(NOT_ALL),
        ImportState::Done if import.dry_run && !import.doubts.is_empty() => ExitCode::from(NOT_ALL),
        ImportState::Done if total.rejected == 0 => ExitCode::SUCCESS,
        ImportState::Done if total.rejected < total.rows() => ExitCode::from(NOT_ALL),
        _ => ExitCode::FAILURE,
    }
}

/// For programs.
pub fn json(import: &Import) -> serde_json::Value {
    json!({
        "import": import.id, "state": import.state, "mode": import.mode, "dryRun": import.dry_run,
        "counts": import.counts, "doubts": import.doubts, "failure": import.failure,
    })
}

/// What came of it, a line for each kind of file.
pub fn table(import: &Import) -> String {
    const HEAD: [&str; 7] = [
        "rows",
        "new",
        "changed",
        "unchanged",
        "rejected",
        "left out",
        "missing",
    ];
    if import.counts.is_empty() {
        return String::new();
    }
    let mut text = format!("{:<12}", "");
    HEAD.iter().for_each(|word| text.push_str(&format!("{word:>11}")));
    for kind in FileKind::ALL {
        let Some(c) = import.counts.get(kind) else {
            continue;
        };
        text.push_str(&format!("\n{:<12}", kind.as_str()));
        for number in [
            c.rows(),
            c.created,
            c.changed,
            c.unchanged,
            c.rejected,
            c.left_out,
            c.missing,
        ] {
            text.push_str(&format!("{number:>11}"));
        }
    }
    text.push('\n');
    text
}

/// The last line, in one sentence.
pub fn end(import: &Import) -> &'static str {
    match (import.state, import.dry_run) {
        (ImportState::Done, true) => "Dry run: nothing was changed.",
        (ImportState::Done, false) => "Done.",
        (ImportState::Held, _) => "Stopped to ask; nothing was changed.",
        _ => "Given up; nothing was changed.",
    }
}

/// Columns that were not used, and the first remarks on rows: what somebody has to correct.
///
/// # Errors
/// The database refuses.
pub async fn faults(store: &Store, company: CompanyId, import: &Import) -> anyhow::Result<String> {
    let t = Texts::new(Language::En);
    let mut text = String::new();
    for file in &import.files {
        for (header, near) in &file.unknown_headers {
            text.push_str(&format!("{}: column «{header}» is not used", file.name));
            if let Some(near) = near {
                text.push_str(&format!("; do you mean «{near}»?"));
            }
            text.push('\n');
        }
    }
    let mut tx = store.read().await?;
    let mut remarks = tx
        .company(company)
        .await?
        .import_remarks(import.id, None, SHOWN + 1)
        .await?;
    let more = i64::try_from(remarks.len()).unwrap_or(i64::MAX) > SHOWN;
    remarks.truncate(usize::try_from(SHOWN).unwrap_or(usize::MAX));
    for remark in &remarks {
        text.push_str(&line(import, remark, &t));
    }
    if more {
        text.push_str("… and more; --report FILE writes them all.\n");
    }
    Ok(text)
}

fn line(import: &Import, remark: &StoredRemark, t: &Texts) -> String {
    let file = import
        .file(remark.kind)
        .map_or(remark.kind.as_str(), |file| file.name.as_str());
    let column = report::column(remark.kind.as_str(), &remark.column_name, t);
    let mut place = format!("{file}, line {}", remark.line);
    if !column.is_empty() {
        place.push_str(&format!(", {column}"));
    }
    if !remark.value.is_empty() {
        place.push_str(&format!(" «{}»", remark.value.escape_debug()));
    }
    format!(
        "{place}: {} ({})\n",
        t.choice("intake-reason", remark.reason.as_str()),
        report::outcome(remark, t).to_lowercase(),
    )
}

/// Writes every remark as a line of the error file, in the company's language.
///
/// # Errors
/// The file cannot be written, or the database refuses.
pub async fn write_report(
    store: &Store,
    company: CompanyId,
    import: &Import,
    t: &Texts,
    out: &mut impl Write,
) -> anyhow::Result<()> {
    out.write_all(report::head(t).as_bytes())?;
    let mut last = None;
    loop {
        let mut tx = store.read().await?;
        let page = tx
            .company(company)
            .await?
            .import_remarks(import.id, last.as_ref(), PAGE)
            .await?;
        for remark in &page {
            out.write_all(report::line(import, remark, t).as_bytes())?;
        }
        match page.into_iter().next_back() {
            Some(end) => last = Some(end),
            None => return Ok(out.flush()?),
        }
    }
}
