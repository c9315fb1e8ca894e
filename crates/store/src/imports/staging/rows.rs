//! What both kinds of staging have in common: the tables, the ids of new rows, the hash of a row.

use carport_domain::Timestamp;
use uuid::Uuid;

use crate::imports::layout::{FileKind, Storage};
use crate::imports::row::{Cell, Row};

/// The columns of a kind's `rows`, with their types; a line is told from another by its number in the file.
pub fn columns(kind: FileKind) -> Vec<(String, &'static str)> {
    let fixed = [
        ("line", "BIGINT NOT NULL"),
        ("id", "UUID NOT NULL"),
        ("hash", "BIGINT NOT NULL"),
        ("silent", "BIGINT NOT NULL"),
    ];
    let contacts = kind
        .contact_points()
        .iter()
        .map(|name| (format!("{name}_id"), "UUID NOT NULL"));
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

/// The columns of a kind's `remarks`.
pub const REMARKS: &str = "line BIGINT NOT NULL, column_name TEXT NOT NULL, reason TEXT NOT NULL, value TEXT NOT NULL, rejected BOOLEAN NOT NULL";

/// What ends a file: with `rows` and `remarks` the names of its tables.
pub fn settle_duplicates(kind: FileKind, rows: &str, remarks: &str) -> Vec<String> {
    let Some(key) = kind.key() else { return Vec::new() };
    vec![
        format!(
            "UPDATE {rows} SET lost_to = (SELECT MAX(o.line) FROM {rows} o WHERE o.{key} = {rows}.{key})
             WHERE {key} IN (SELECT {key} FROM {rows} GROUP BY {key} HAVING COUNT(*) > 1)"
        ),
        format!("UPDATE {rows} SET lost_to = NULL WHERE lost_to = line"),
        // the same row twice is no mistake worth a line in the error file
        format!(
            "INSERT INTO {remarks} (line, column_name, reason, value, rejected)
             SELECT r.line, '{column}', 'duplicate_key', r.{key} || ' → ' || CAST(r.lost_to AS TEXT), TRUE
             FROM {rows} r JOIN {rows} w ON w.line = r.lost_to WHERE r.hash <> w.hash",
            column = if key == "key" { "number" } else { key },
        ),
    ]
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
