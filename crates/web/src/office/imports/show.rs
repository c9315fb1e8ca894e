//! One import: how far it is, what became of the rows, what somebody must decide, what is wrong in the files.

use askama::Template;
use axum::Router;
use axum::routing::get;
use carport_domain::people::PostalAddress;
use carport_domain::{CustomerId, format, urls};
use carport_intake::report;
use carport_store::imports::layout::FileKind;
use carport_store::imports::{Import, ImportChange, ImportState, Kept};

use super::{reach, state, url};
use crate::kit::app::AppState;
use crate::kit::page::Link;
use crate::kit::prelude::*;
use crate::office::customers::{address, staff_names};

/// Remarks and changes shown on the page.
const SHOWN: i64 = 100;
/// After so long without a sign of life an import can be taken up by hand.
pub(super) const QUIET_SECONDS: i64 = 300;

/// Its address.
pub fn routes() -> Router<AppState> {
    Router::new().route("/office/{company}/imports/{import}", get(show))
}

/// One number in a row of counts, with its column's name.
type Cells = Vec<(String, String)>;

struct Remark {
    file: String,
    line: i64,
    column: String,
    value: String,
    reason: String,
    outcome: String,
    rejected: bool,
}

struct Change {
    url: String,
    kind: String,
    line: i64,
    field: String,
    before: String,
    after: String,
}

/// What an import that was taken back left.
struct Left {
    counts: String,
    refusals: String,
    fields: Vec<(String, String)>,
    things: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "office/imports/show.html")]
struct Show {
    page: Page,
    t: Texts,
    url: String,
    errors_url: String,
    trail: Vec<Link>,
    lead: String,
    dry: bool,
    state: (String, &'static str),
    running: bool,
    quiet: bool,
    progress: (String, u64, u64),
    held: bool,
    doubts: Vec<String>,
    failure: String,
    heads: Vec<String>,
    counts: Vec<(String, Cells)>,
    unknown: Vec<String>,
    columns_url: String,
    ended: bool,
    remarks: Vec<Remark>,
    more_remarks: String,
    changes: Vec<Change>,
    more_changes: String,
    undoable: bool,
    left: Option<Left>,
}

async fn show(office: Office, Path((_, id)): Path<(String, String)>) -> WebResult<Response> {
    let (t, language) = (office.t.clone(), office.language);
    let mut tx = office.app.store.read().await?;
    let now = tx.now();
    let mut shop = tx.company(office.company.company.id).await?;
    let import = reach(&office, &mut shop, &id).await?;
    let running = import.is_under_way();
    let (mut remarks, mut changes) = (Vec::new(), Vec::new());
    if !running {
        remarks = shop.import_remarks(import.id, None, SHOWN + 1).await?;
        changes = shop.import_changes(import.id, None, SHOWN + 1).await?;
    }
    let left = shop
        .import_kept(import.id)
        .await?
        .map(|kept| left(&office, &kept));
    let names = staff_names(&mut shop).await?;
    drop(tx);
    let when = format::date_and_time(import.created_at, office.company.company.time_zone, language);
    let lead = [
        names.name(&import.started_by, &t),
        t.choice("office-imports-mode", import.mode.as_str()),
    ]
    .join(" · ");
    let number = |n: u64| format::integer(i64::try_from(n).unwrap_or(i64::MAX), language);
    let first = |key: &str, count: usize| {
        let shown = usize::try_from(SHOWN).unwrap_or(usize::MAX);
        if count > shown {
            t.with(key, &[("count", SHOWN.into())])
        } else {
            String::new()
        }
    };
    let (done, of) = progress(&import);
    let title = t.with("office-imports-of", &[("when", when.into())]);
    let page = Show {
        page: office.page(&title, "imports"),
        errors_url: format!("{}/errors.csv", url(&office, import.id)),
        url: url(&office, import.id),
        trail: vec![Link {
            label: t.get("office-imports-title"),
            url: office.url("/imports"),
        }],
        lead,
        dry: import.dry_run,
        state: state(&import, &t),
        running,
        quiet: running && now.seconds_since(import.seen_at) > QUIET_SECONDS,
        progress: (
            t.with(
                "office-imports-progress",
                &[("done", number(done).into()), ("of", number(of).into())],
            ),
            done,
            of.max(1),
        ),
        held: import.state == ImportState::Held,
        doubts: import
            .doubts
            .iter()
            .map(|doubt| report::doubt(doubt, &t))
            .collect(),
        failure: import
            .failure
            .as_deref()
            .map(|key| t.get(key))
            .unwrap_or_default(),
        heads: HEADS
            .iter()
            .map(|word| t.get(&format!("office-imports-{word}")))
            .collect(),
        counts: counts(&import, &t, number),
        unknown: unknown(&import, &t),
        columns_url: office.url("/imports/columns"),
        ended: matches!(import.state, ImportState::Done | ImportState::Undone),
        more_remarks: first("office-imports-remarks-first", remarks.len()),
        remarks: remarks
            .iter()
            .take(usize::try_from(SHOWN).unwrap_or(0))
            .map(|r| remark(&import, r, &t))
            .collect(),
        more_changes: first("office-imports-changes-first", changes.len()),
        changes: shown_changes(&office, &changes),
        undoable: import.state == ImportState::Done && !import.dry_run,
        left,
        t,
    };
    html(&page)
}

/// How far it is: lines done and all lines.
fn progress(import: &Import) -> (u64, u64) {
    let of = import.lines();
    let done = match import.state {
        ImportState::Waiting => 0,
        ImportState::Reading => u64::try_from(import.cursor.1).unwrap_or(0),
        _ => import.total().rows(),
    };
    (done.min(of), of)
}

const HEADS: [&str; 7] = [
    "rows",
    "created",
    "changed",
    "unchanged",
    "rejected",
    "left-out",
    "missing",
];

fn counts(import: &Import, t: &Texts, number: impl Fn(u64) -> String) -> Vec<(String, Cells)> {
    let row = |kind: &FileKind| {
        let c = import.counts.get(kind)?;
        let numbers = [
            c.rows(),
            c.created,
            c.changed,
            c.unchanged,
            c.rejected,
            c.left_out,
            c.missing,
        ];
        let cells = HEADS
            .iter()
            .zip(numbers)
            .map(|(word, n)| (t.get(&format!("office-imports-{word}")), number(n)));
        Some((t.choice("intake-kind", kind.as_str()), cells.collect()))
    };
    FileKind::ALL.iter().filter_map(row).collect()
}

fn unknown(import: &Import, t: &Texts) -> Vec<String> {
    let of_file = |file: &carport_store::imports::SourceFile| {
        file.unknown_headers
            .iter()
            .map(|(header, near)| {
                let mut words = vec![
                    ("file", file.name.clone().into()),
                    ("header", header.clone().into()),
                ];
                match near {
                    Some(near) => {
                        let near = report::column(file.kind.as_str(), near, t);
                        words.push(("near", near.into()));
                        t.with("office-imports-unknown-header-near", &words)
                    }
                    None => t.with("office-imports-unknown-header", &words),
                }
            })
            .collect::<Vec<_>>()
    };
    import.files.iter().flat_map(of_file).collect()
}

fn remark(import: &Import, remark: &carport_store::imports::StoredRemark, t: &Texts) -> Remark {
    Remark {
        file: import
            .file(remark.kind)
            .map_or_else(|| remark.kind.to_string(), |file| file.name.clone()),
        line: remark.line,
        column: report::column(remark.kind.as_str(), &remark.column_name, t),
        value: remark.value.clone(),
        reason: t.choice("intake-reason", remark.reason.as_str()),
        outcome: report::outcome(remark, t),
        rejected: remark.rejected,
    }
}

fn shown_changes(office: &Office, changes: &[ImportChange]) -> Vec<Change> {
    let shown = usize::try_from(SHOWN).unwrap_or(0);
    // which row another one points to says nothing to a reader
    let told = changes
        .iter()
        .take(shown)
        .filter(|change| !change.field.ends_with("_id"));
    told.map(|change| Change {
        url: match change.kind.as_str() {
            "customers" => address(office, urls::Office::Customer(CustomerId(change.entity_id))),
            _ => String::new(),
        },
        kind: office.t.choice("intake-kind", &change.kind),
        line: change.line,
        field: report::column(&change.kind, &change.field, &office.t),
        before: plain(change.old_value.as_deref()),
        after: plain(change.new_value.as_deref()),
    })
    .collect()
}

/// A value as one line, an address as on an envelope.
fn plain(value: Option<&str>) -> String {
    let Some(value) = value else {
        return "–".to_owned();
    };
    serde_json::from_str::<PostalAddress>(value)
        .map_or_else(|_| value.to_owned(), |address| address.one_line())
}

fn left(office: &Office, kept: &Kept) -> Left {
    let t = &office.t;
    let number = |n: u64| i64::try_from(n).unwrap_or(i64::MAX);
    let link = |kind: &str, id: uuid::Uuid| match kind {
        "customers" => address(office, urls::Office::Customer(CustomerId(id))),
        _ => String::new(),
    };
    let refusals = t.with(
        "office-imports-kept-refusals",
        &[("count", number(kept.refusals).into())],
    );
    Left {
        counts: t.with(
            "office-imports-kept-counts",
            &[
                ("restored", number(kept.restored).into()),
                ("removed", number(kept.removed).into()),
            ],
        ),
        refusals: if kept.refusals == 0 {
            String::new()
        } else {
            refusals
        },
        fields: kept
            .fields
            .iter()
            .map(|f| {
                (
                    link(&f.kind, f.id),
                    format!(
                        "{} {}: {}",
                        t.choice("intake-kind", &f.kind),
                        f.number,
                        report::column(&f.kind, &f.field, t)
                    ),
                )
            })
            .collect(),
        things: kept
            .things
            .iter()
            .map(|thing| {
                (
                    link(&thing.kind, thing.id),
                    format!("{} {}", t.choice("intake-kind", &thing.kind), thing.number),
                )
            })
            .collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_reads_as_one_line_whatever_it_is() {
        assert_eq!(plain(None), "–");
        assert_eq!(plain(Some("Jansen")), "Jansen");
        assert_eq!(plain(Some("2026")), "2026");
        let address = r#"{"street":"Kade","house_number":"2","addition":null,"postcode":"2345 BC",
            "city":"Haven","region":null,"country":"NL"}"#;
        let shown = plain(Some(address));
        assert!(shown.starts_with("Kade 2") && shown.contains("Haven"), "{shown}");
    }
}
