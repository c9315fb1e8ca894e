//! Staging in a SQLite file: one statement, prepared once, without a journal; the file can be made again.

use std::path::{Path, PathBuf};

use carport_domain::CompanyId;
use rusqlite::{Connection, OpenFlags};

use super::known::Known;
use super::rows::{self, Ids, Passing};
use crate::error::{Result, StoreError};
use crate::imports::layout::FileKind;
use crate::imports::row::{Cell, Remark, Row};

pub struct Writer {
    conn: Connection,
    path: PathBuf,
    passing: Passing,
    ids: Ids,
    insert: String,
    /// For a row that is stored already.
    brief: String,
    /// The place of each staged cell, in the order of the table.
    places: Vec<usize>,
}

fn failed(e: rusqlite::Error) -> StoreError {
    StoreError::Inconsistent(format!("staging: {e}"))
}

impl Writer {
    pub fn create(path: &Path, kind: FileKind, ids: Ids, known: Known) -> Result<Self> {
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
            | OpenFlags::SQLITE_OPEN_CREATE
            | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let conn = Connection::open_with_flags(path, flags).map_err(failed)?;
        let columns = rows::columns(kind);
        let table = columns.iter().map(|(name, sql)| match name.as_str() {
            // the row's own number, so that a range of lines is a range of the table
            "line" => "line INTEGER PRIMARY KEY".to_owned(),
            name => format!("{name} {sql}"),
        });
        conn.execute_batch(&format!(
            "PRAGMA page_size = 8192; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -4096;
             PRAGMA locking_mode = EXCLUSIVE; PRAGMA temp_store = FILE;
             CREATE TABLE rows ({}); CREATE TABLE remarks ({}); CREATE TABLE facts ({});
             BEGIN",
            table.collect::<Vec<_>>().join(", "),
            rows::REMARKS,
            rows::FACTS
        ))
        .map_err(failed)?;
        // short, since it is looked up by its text for each row
        let marks = vec!["?"; columns.len()].join(",");
        Ok(Self {
            conn,
            path: path.to_owned(),
            passing: Passing::new(kind, known),
            ids,
            insert: format!("INSERT INTO rows VALUES ({marks})"),
            brief: format!(
                "INSERT INTO rows (line, lost_to, hash, {}) VALUES (?, {}, ?, ?)",
                kind.key().unwrap_or("id"),
                rows::STORED
            ),
            places: kind.staged().map(|(place, ..)| place).collect(),
        })
    }

    pub fn row(&mut self, row: &Row<'_>) -> Result<()> {
        self.put(row).map_err(failed)
    }

    fn put(&mut self, row: &Row<'_>) -> rusqlite::Result<()> {
        let (hash, stored) = self.passing.row(row);
        if let Some(number) = stored {
            let mut brief = self.conn.prepare_cached(&self.brief)?;
            brief.raw_bind_parameter(1, row.line as i64)?;
            brief.raw_bind_parameter(2, hash)?;
            brief.raw_bind_parameter(3, number)?;
            brief.raw_execute()?;
            return Ok(());
        }
        let mut insert = self.conn.prepare_cached(&self.insert)?;
        insert.raw_bind_parameter(1, row.line as i64)?;
        insert.raw_bind_parameter(2, rusqlite::types::Null)?;
        insert.raw_bind_parameter(3, hash)?;
        insert.raw_bind_parameter(4, row.silent as i64)?;
        let mut at = 5;
        for id in self.ids.next() {
            insert.raw_bind_parameter(at, id.into_bytes())?;
            at += 1;
        }
        for place in &self.places {
            match &row.cells[*place] {
                Cell::Empty => insert.raw_bind_parameter(at, rusqlite::types::Null)?,
                Cell::Text(text) => insert.raw_bind_parameter(at, &**text)?,
                Cell::Number(n) => insert.raw_bind_parameter(at, n)?,
                Cell::Date(date) => insert.raw_bind_parameter(at, Day::of(*date).as_str())?,
                Cell::Flag(flag) => insert.raw_bind_parameter(at, flag)?,
            }
            at += 1;
        }
        insert.raw_execute()?;
        Ok(())
    }

    pub fn remark(&mut self, remark: &Remark) -> Result<()> {
        let put = || {
            self.conn
                .prepare_cached("INSERT INTO remarks VALUES (?1, ?2, ?3, ?4, ?5)")?
                .execute((
                    remark.line as i64,
                    remark.column.unwrap_or(""),
                    remark.reason.as_str(),
                    &remark.value,
                    remark.rejected,
                ))
        };
        put().map(drop).map_err(failed)
    }

    pub fn finish(mut self) -> Result<()> {
        for statement in self.passing.end("rows", "remarks", "facts", "by_key") {
            self.conn.execute_batch(&statement).map_err(failed)?;
        }
        self.conn.execute_batch("COMMIT").map_err(failed)?;
        drop(self.conn);
        // the merge relies on it after a power cut
        let synced = std::fs::File::open(&self.path).and_then(|file| file.sync_all());
        synced.map_err(|source| StoreError::Io {
            path: self.path.display().to_string(),
            source,
        })
    }
}

/// What is stored of a kind, read on a connection of its own: quickly, and without a place in anybody's memory.
pub fn known(database: &Path, kind: FileKind, company: CompanyId, source: &str) -> Result<Known> {
    let mut known = Known::default();
    let Some(query) = rows::stored(kind) else {
        return Ok(known);
    };
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut read = || {
        let conn = Connection::open_with_flags(database, flags)?;
        conn.execute_batch("PRAGMA busy_timeout = 30000; PRAGMA cache_size = -1024")?;
        let mut statement = conn.prepare(&query)?;
        let mut rows = statement.query((company.0.into_bytes(), source))?;
        while let Some(row) = rows.next()? {
            known.add(row.get_ref(0)?.as_str()?, row.get(1)?);
        }
        Ok(())
    };
    read().map_err(failed)?;
    Ok(known.settled())
}

/// A date as SQLite stores it, without an allocation.
struct Day([u8; 10]);

impl Day {
    fn of(date: chrono::NaiveDate) -> Self {
        use chrono::Datelike;
        let (year, month, day) = (date.year().clamp(0, 9999) as u32, date.month(), date.day());
        let digit = |n: u32| b'0' + (n % 10) as u8;
        Self([
            digit(year / 1000),
            digit(year / 100),
            digit(year / 10),
            digit(year),
            b'-',
            digit(month / 10),
            digit(month),
            b'-',
            digit(day / 10),
            digit(day),
        ])
    }
    fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}
