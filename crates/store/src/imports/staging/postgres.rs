//! Staging in a schema of unlogged PostgreSQL tables, by COPY. The thread that reads the file hands over pieces of text;
//! a task sends them, so that neither waits for the other and only a few pieces are in memory.

use sqlx::{AssertSqlSafe, PgPool};
use tokio::runtime::Handle;
use tokio::sync::mpsc::{Receiver, Sender, channel};
use tokio::task::JoinHandle;

use super::rows::{self, Ids};
use crate::error::{Result, StoreError};
use crate::imports::layout::FileKind;
use crate::imports::row::{Cell, Remark, Row};

const PIECE: usize = 1 << 18;
const PIECES: usize = 4;

/// Makes the schema and its tables.
pub async fn make(pool: &PgPool, schema: &str, kinds: &[FileKind]) -> Result<()> {
    let mut sql = format!("CREATE SCHEMA {schema};");
    for &kind in kinds {
        let columns: Vec<String> = rows::columns(kind)
            .iter()
            .map(|(name, sql)| format!("{name} {sql}"))
            .collect();
        sql.push_str(&format!(
            "CREATE UNLOGGED TABLE {schema}.{kind}_rows ({}, lost_to BIGINT);
             CREATE UNLOGGED TABLE {schema}.{kind}_remarks ({});
             CREATE UNLOGGED TABLE {schema}.{kind}_touched (line BIGINT PRIMARY KEY, id UUID NOT NULL);",
            columns.join(", "),
            rows::REMARKS
        ));
    }
    sqlx::raw_sql(AssertSqlSafe(sql)).execute(pool).await?;
    Ok(())
}

pub struct Writer {
    rows: Copy,
    /// Few as a rule: sent piece by piece, each by a COPY of its own, so that a file takes one connection.
    remarks: Lines,
    ids: Ids,
    places: Vec<usize>,
    end: (PgPool, String, FileKind),
}

/// One COPY under way.
struct Copy {
    lines: Lines,
    to: Sender<Vec<u8>>,
    task: JoinHandle<Result<()>>,
}

impl Copy {
    fn begin(pool: &PgPool, statement: String) -> Self {
        let (to, from) = channel(PIECES);
        Self {
            lines: Lines::default(),
            to,
            task: tokio::spawn(send(pool.clone(), statement, from)),
        }
    }

    fn hand_over(&mut self) -> Result<()> {
        let piece = self.lines.take();
        self.to
            .blocking_send(piece)
            .map_err(|_| StoreError::Inconsistent("staging: the database ended the copy".into()))
    }

    /// Sends what is left and waits for the database to have it.
    fn finish(mut self) -> Result<()> {
        let handed = if self.lines.0.is_empty() {
            Ok(())
        } else {
            self.hand_over()
        };
        drop(self.to);
        // what the database said is a better reason than that it stopped listening
        Handle::current()
            .block_on(self.task)
            .map_err(|e| StoreError::Inconsistent(e.to_string()))??;
        handed
    }
}

/// Lines in the form COPY reads.
#[derive(Default)]
struct Lines(Vec<u8>);

impl Lines {
    fn take(&mut self) -> Vec<u8> {
        std::mem::replace(&mut self.0, Vec::with_capacity(PIECE + 4096))
    }

    /// Ends a line; true when there is a piece to send.
    fn end(&mut self) -> bool {
        self.0.pop();
        self.0.push(b'\n');
        self.0.len() >= PIECE
    }

    fn text(&mut self, text: &str) {
        for byte in text.bytes() {
            match byte {
                b'\\' => self.0.extend_from_slice(b"\\\\"),
                b'\t' => self.0.extend_from_slice(b"\\t"),
                b'\n' => self.0.extend_from_slice(b"\\n"),
                b'\r' => self.0.extend_from_slice(b"\\r"),
                _ => self.0.push(byte),
            }
        }
        self.0.push(b'\t');
    }

    fn plain(&mut self, value: impl std::fmt::Display) {
        use std::io::Write;
        // writing into a Vec cannot fail
        let _ = write!(self.0, "{value}\t");
    }
}

async fn send(pool: PgPool, statement: String, mut from: Receiver<Vec<u8>>) -> Result<()> {
    let mut conn = pool.acquire().await?;
    let mut copy = conn.copy_in_raw(&statement).await?;
    while let Some(piece) = from.recv().await {
        copy.send(piece).await?;
    }
    copy.finish().await?;
    Ok(())
}

impl Writer {
    pub fn begin(pool: &PgPool, schema: &str, kind: FileKind, ids: Ids) -> Self {
        let names: Vec<String> = rows::columns(kind).into_iter().map(|(name, _)| name).collect();
        Self {
            rows: Copy::begin(
                pool,
                format!("COPY {schema}.{kind}_rows ({}) FROM STDIN", names.join(", ")),
            ),
            remarks: Lines::default(),
            ids,
            places: kind.staged().map(|(place, ..)| place).collect(),
            end: (pool.clone(), schema.to_owned(), kind),
        }
    }

    pub fn row(&mut self, row: &Row<'_>) -> Result<()> {
        let out = &mut self.rows.lines;
        let mut ids = self.ids.next();
        out.plain(row.line);
        if let Some(id) = ids.next() {
            out.plain(id);
        }
        out.plain(rows::hash(row));
        out.plain(row.silent);
        for id in ids {
            out.plain(id);
        }
        for place in &self.places {
            match &row.cells[*place] {
                Cell::Empty => out.0.extend_from_slice(b"\\N\t"),
                Cell::Text(text) => out.text(text),
                Cell::Number(n) => out.plain(n),
                Cell::Date(date) => out.plain(date),
                Cell::Flag(flag) => out.plain(flag),
            }
        }
        if out.end() { self.rows.hand_over() } else { Ok(()) }
    }

    pub fn remark(&mut self, remark: &Remark) -> Result<()> {
        let out = &mut self.remarks;
        out.plain(remark.line);
        out.text(remark.column.unwrap_or(""));
        out.text(remark.reason.as_str());
        // PostgreSQL has no NUL in texts
        out.text(&remark.value.replace('\0', "\u{fffd}"));
        out.plain(remark.rejected);
        if out.end() { self.send_remarks() } else { Ok(()) }
    }

    fn send_remarks(&mut self) -> Result<()> {
        let (pool, schema, kind) = &self.end;
        let statement = format!("COPY {schema}.{kind}_remarks FROM STDIN");
        let piece = self.remarks.take();
        Handle::current().block_on(async {
            let mut conn = pool.acquire().await?;
            let mut copy = conn.copy_in_raw(&statement).await?;
            copy.send(piece).await?;
            copy.finish().await?;
            Ok(())
        })
    }

    pub fn finish(mut self) -> Result<()> {
        if !self.remarks.0.is_empty() {
            self.send_remarks()?;
        }
        self.rows.finish()?;
        let (pool, schema, kind) = self.end;
        let (rows, remarks) = (
            format!("{schema}.{kind}_rows"),
            format!("{schema}.{kind}_remarks"),
        );
        let mut sql = vec![format!("CREATE UNIQUE INDEX ON {rows} (line)")];
        if let Some(key) = kind.key() {
            sql.push(format!("CREATE INDEX ON {rows} ({key})"));
        }
        sql.push(format!("ANALYZE {rows}"));
        sql.extend(rows::settle_duplicates(kind, &rows, &remarks));
        Handle::current().block_on(async {
            for statement in sql {
                sqlx::query(AssertSqlSafe(statement)).execute(&pool).await?;
            }
            Ok(())
        })
    }
}
