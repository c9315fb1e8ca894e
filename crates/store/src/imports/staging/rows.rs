//! What both kinds of staging have in common: the tables, the ids of new rows, the hash of a row.

use carport_domain::Timestamp;
use uuid::Uuid;

use super::known::{Known, Numbers};
use crate::imports::layout::{FileKind, Storage};
use crate::imports::row::{Cell, Row};

/// The columns of a kind's `rows`, with their types; a line is told from another by its number in the file.
///
/// `lost_to` says that nothing is to be done with a row: the line that counts in its place, or [`STORED`]. A row that is
/// stored already has its number and its hash, and nothing else.
pub fn columns(kind: FileKind) -> Vec<(String, &'static str)> {
    let fixed = [
        ("line", "BIGINT NOT NULL"),
        ("lost_to", "BIGINT"),
        ("hash", "BIGINT NOT NULL"),
        ("silent", "BIGINT"),
        ("id", "UUID"),
    ];
    let contacts = kind
        .contact_points()
        .iter()
        .map(|name| (format!("{name}_id"), "UUID"));
    let staged = kind.staged().map(|(_, name, storage)| {
        let sql = match storage {
            Storage::Text => "TEXT",
            Storage::Number => "BIGINT",
            Storage::Date => "DATE",
            Storage::Flag => "BOOLEAN",
        };
        (name.to_owned(), sql)
    });
    fixed
        .into_iter()
        .map(|(name, sql)| (name.to_owned(), sql))
        .chain(contacts)
        .chain(staged)
        .collect()
}

/// In `lost_to`: what is stored says the same already.
pub const STORED: i64 = 0;

/// The one column of a kind's `facts`: everything that is stored stands in the file as it is.
pub const FACTS: &str = "all_seen BOOLEAN NOT NULL";

/// The columns of a kind's `remarks`.
pub const REMARKS: &str = "line BIGINT NOT NULL, column_name TEXT NOT NULL, reason TEXT NOT NULL, value TEXT NOT NULL, rejected BOOLEAN NOT NULL";

/// What asks for the numbers of a company's rows of one source that are not missing, with the hash of what the file said;
/// without a hash where no row of a file is the same. `$1` is the company, `$2` the source.
pub fn stored(kind: FileKind) -> Option<String> {
    let (table, hash, condition) = match kind {
        FileKind::Customers => (
            "customers",
            "CASE WHEN erased_at IS NULL THEN dms_hash END",
            "AND missing_since IS NULL",
        ),
        FileKind::Vehicles => ("vehicles", "dms_hash", "AND missing_since IS NULL"),
        FileKind::Visits => ("visits", "dms_hash", ""),
        FileKind::Invoices => ("invoices", "dms_hash", ""),
        FileKind::Locations | FileKind::Consents => return None,
    };
    Some(format!(
        "SELECT dms_number, {hash} FROM {table} WHERE company_id = $1 AND dms_source = $2 AND dms_number IS NOT NULL {condition}"
    ))
}

/// Settles which of the rows with the same number counts: the last. `rows` and `remarks` are the names of the tables.
pub fn settle_duplicates(kind: FileKind, rows: &str, remarks: &str) -> Vec<String> {
    let Some(key) = kind.key() else { return Vec::new() };
    vec![
        format!(
            "UPDATE {rows} AS r SET lost_to = w.line
             FROM (SELECT {key} AS number, MAX(line) AS line FROM {rows} GROUP BY {key} HAVING COUNT(*) > 1) w
             WHERE w.number = r.{key} AND r.line < w.line"
        ),
        // the same row twice is no mistake worth a line in the error file
        format!(
            "INSERT INTO {remarks} (line, column_name, reason, value, rejected)
             SELECT r.line, '{column}', 'duplicate_key', r.{key} || ' → ' || CAST(r.lost_to AS TEXT), TRUE
             FROM {rows} r JOIN {rows} w ON w.line = r.lost_to WHERE r.hash <> w.hash",
            column = if key == "key" { "number" } else { key },
        ),
    ]
}

/// What is kept in mind while the rows of one file go by.
pub struct Passing {
    kind: FileKind,
    known: Known,
    numbers: Numbers,
    /// The places of the number and of the key of a document among the cells.
    key: Option<usize>,
    document: Option<usize>,
}

impl Passing {
    pub fn new(kind: FileKind, known: Known) -> Self {
        Self {
            kind,
            known,
            numbers: Numbers::default(),
            key: kind.key().and_then(|name| kind.place(name)),
            document: kind.place("document_key"),
        }
    }

    /// Takes a row by: its hash, and its number if it is stored already as it is.
    pub fn row<'r>(&mut self, row: &'r Row<'_>) -> (i64, Option<&'r str>) {
        let hash = hash(row);
        let Some(number) = self.key.and_then(|place| row.cells[place].text()) else {
            return (hash, None);
        };
        self.numbers.add(number);
        // a document may arrive later than its row
        let has_document = self.document.is_some_and(|place| !row.cells[place].is_empty());
        let stored = !has_document && self.known.has(number, hash);
        (hash, stored.then_some(number))
    }

    /// The statements that end the file.
    pub fn end(&mut self, rows: &str, remarks: &str, facts: &str, index: &str) -> Vec<String> {
        let all_seen = self.known.is_all_seen();
        let mut sql = vec![format!("INSERT INTO {facts} VALUES ({all_seen})")];
        let repeat = self.key.is_some() && self.numbers.repeat();
        // who is missing is looked for among the numbers
        if let Some(key) = self.kind.key().filter(|_| repeat || !all_seen) {
            sql.push(format!("CREATE INDEX {index} ON {rows} ({key})"));
        }
        if repeat {
            sql.extend(settle_duplicates(self.kind, rows, remarks));
        }
        sql
    }
}

/// Makes ids for new rows: UUID version 7 that ascend with the lines, so that new rows go to the end of their tables.
pub struct Ids {
    millis: u64,
    kind: u64,
    salt: u64,
    count: u64,
    contacts: usize,
}

impl Ids {
    pub fn new(kind: FileKind, now: Timestamp) -> Self {
        Self {
            millis: u64::try_from(now.0 / 1_000).unwrap_or(0),
            kind: kind as u64,
            salt: rand::random(),
            count: 0,
            contacts: kind.contact_points().len(),
        }
    }

    /// The ids of the next row: its own, then those of its contact points.
    pub fn next(&mut self) -> impl Iterator<Item = Uuid> {
        self.count += 1;
        let (millis, salt, count) = (self.millis, self.salt, self.count);
        std::iter::once(self.kind)
            .chain((0..self.contacts as u64).map(|n| 8 + n))
            .map(move |kind| {
                let high = (millis << 16) | 0x7000 | (kind << 8) | (salt & 0xFF);
                let low = (0b10 << 62) | ((count & 0xFF_FFFF_FFFF) << 22) | ((salt >> 8) & 0x3F_FFFF);
                Uuid::from_u64_pair(high, low)
            })
    }
}

/// A row in 64 bits (FNV-1a): equal means unchanged. What the file is silent about does not count.
pub fn hash(row: &Row<'_>) -> i64 {
    let mut hash = 0xCBF2_9CE4_8422_2325_u64;
    let mut eat = |bytes: &[u8]| {
        for byte in bytes {
            hash = (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01B3);
        }
    };
    for (place, cell) in row.cells.iter().enumerate() {
        if row.silent & (1 << place) != 0 || cell.is_empty() {
            continue;
        }
        eat(&[0xFF, place as u8]);
        match cell {
            Cell::Empty => {}
            Cell::Text(text) => eat(text.as_bytes()),
            Cell::Number(n) => eat(&n.to_le_bytes()),
            Cell::Date(date) => eat(&chrono::Datelike::num_days_from_ce(date).to_le_bytes()),
            Cell::Flag(flag) => eat(&[u8::from(*flag)]),
        }
    }
    // a silent value and an empty one are not the same
    eat(&row.silent.to_le_bytes());
    hash as i64
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::borrow::Cow;

    #[test]
    fn ids_are_of_version_7_and_ascend_with_the_lines() {
        let mut ids = Ids::new(FileKind::Customers, Timestamp(1_800_000_000_000_000));
        let mut last = Uuid::nil();
        for _ in 0..1000 {
            let row: Vec<Uuid> = ids.next().collect();
            assert_eq!(row.len(), 5);
            assert!(
                row.iter()
                    .all(|id| id.get_version_num() == 7 && id.get_variant() == uuid::Variant::RFC4122)
            );
            assert!(row[0] > last);
            last = row[0];
        }
    }

    #[test]
    fn a_row_has_another_hash_when_a_value_moves_changes_or_falls_silent() {
        let text = |t: &'static str| Cell::Text(Cow::Borrowed(t));
        let of = |cells: &[Cell<'_>], silent| {
            hash(&Row {
                line: 1,
                cells,
                silent,
            })
        };
        let base = of(&[text("ab"), Cell::Empty, Cell::Number(1)], 0);
        assert_eq!(base, of(&[text("ab"), Cell::Empty, Cell::Number(1)], 0));
        for other in [
            of(&[Cell::Empty, text("ab"), Cell::Number(1)], 0),
            of(&[text("a"), text("b"), Cell::Number(1)], 0),
            of(&[text("ab"), Cell::Empty, Cell::Number(2)], 0),
            of(&[text("ab"), Cell::Empty, Cell::Number(1)], 2),
        ] {
            assert_ne!(base, other);
        }
    }
}
