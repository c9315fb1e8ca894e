//! Staging in a schema of unlogged PostgreSQL tables, by COPY. The thread that reads the file hands over pieces of text;
//! a task sends them, so that neither waits for the other and only a few pieces are in memory.

use carport_domain::CompanyId;
use futures::TryStreamExt;
use sqlx::{AssertSqlSafe, PgPool};
use tokio::runtime::Handle;
use tokio::sync::mpsc::{Receiver, Sender, channel};
use tokio::task::JoinHandle;

use super::known::Known;
use super::rows::{self, Ids, Passing};
use crate::db::Store;
use crate::error::{Result, StoreError};
use crate::imports::layout::FileKind;
use crate::imports::row::{Cell, Remark, Row};
use crate::tx::Conn;

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
            "CREATE UNLOGGED TABLE {schema}.{kind}_rows ({});
             CREATE UNLOGGED TABLE {schema}.{kind}_remarks ({});
             CREATE UNLOGGED TABLE {schema}.{kind}_facts ({});
             CREATE UNLOGGED TABLE {schema}.{kind}_touched (line BIGINT PRIMARY KEY, id UUID NOT NULL);",
            columns.join(", "),
            rows::REMARKS,
            rows::FACTS
        ));
    }
    sqlx::raw_sql(AssertSqlSafe(sql)).execute(pool).await?;
    Ok(())
}

pub struct Writer {
    rows: Copy,
    /// Few as a rule: sent piece by piece, each by a COPY of its own, so that a file takes one connection.
    remarks: Lines,
    passing: Passing,
    ids: Ids,
    places: Vec<usize>,
    /// The place of the number among the staged cells.
    key: Option<usize>,
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
        let mut rest = text.as_bytes();
        while let Some(at) = rest
            .iter()
            .position(|b| matches!(b, b'\\' | b'\t' | b'\n' | b'\r'))
        {
            self.0.extend_from_slice(&rest[..at]);
            self.0.extend_from_slice(match rest[at] {
                b'\t' => b"\\t",
                b'\n' => b"\\n",
                b'\r' => b"\\r",
                _ => b"\\\\",
            });
            rest = &rest[at + 1..];
        }
        self.0.extend_from_slice(rest);
        self.0.push(b'\t');
    }

    fn null(&mut self) {
        self.0.extend_from_slice(b"\\N\t");
    }

    fn plain(&mut self, value: impl std::fmt::Display) {
        use std::io::Write;
        // writing into a Vec cannot fail
        let _ = write!(self.0, "{value}\t");
    }
}

/// What is stored of a kind. Blocking, as the writer is.
pub fn known(store: &Store, kind: FileKind, company: CompanyId, source: &str) -> Result<Known> {
    let Some(query) = rows::stored(kind) else {
        return Ok(Known::default());
    };
    Handle::current().block_on(async {
        let mut known = Known::default();
        let mut tx = store.read().await?;
        tx.company(company).await?;
        if let Conn::Postgres(conn) = &mut tx.conn {
            let rows = sqlx::query_as::<_, (String, Option<i64>)>(AssertSqlSafe(query));
            let mut rows = rows.bind(company).bind(source).fetch(&mut **conn);
            while let Some((number, hash)) = rows.try_next().await? {
                known.add(&number, hash);
            }
        }
        Ok(known.settled())
    })
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
    pub fn begin(pool: &PgPool, schema: &str, kind: FileKind, ids: Ids, known: Known) -> Self {
        let names: Vec<String> = rows::columns(kind).into_iter().map(|(name, _)| name).collect();
        Self {
            rows: Copy::begin(
                pool,
                format!("COPY {schema}.{kind}_rows ({}) FROM STDIN", names.join(", ")),
            ),
            remarks: Lines::default(),
            passing: Passing::new(kind, known),
            ids,
            places: kind.staged().map(|(place, ..)| place).collect(),
            key: kind.key().and_then(|name| kind.place(name)),
            end: (pool.clone(), schema.to_owned(), kind),
        }
    }

    pub fn row(&mut self, row: &Row<'_>) -> Result<()> {
        let (hash, stored) = self.passing.row(row);
        let out = &mut self.rows.lines;
        out.plain(row.line);
        let Some(number) = stored else {
            out.null();
            out.plain(hash);
            out.plain(row.silent);
            for id in self.ids.next() {
                out.plain(id);
            }
            return self.cells(row);
        };
        out.plain(rows::STORED);
        out.plain(hash);
        out.null();
        for _ in self.ids.next() {
            out.null();
        }
        for place in &self.places {
            if Some(*place) == self.key {
                out.text(number);
            } else {
                out.null();
            }
        }
        if out.end() { self.rows.hand_over() } else { Ok(()) }
    }

    fn cells(&mut self, row: &Row<'_>) -> Result<()> {
        let out = &mut self.rows.lines;
        for place in &self.places {
            match &row.cells[*place] {
                Cell::Empty => out.null(),
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
        let table = |name: &str| format!("{schema}.{kind}_{name}");
        let rows = table("rows");
        let mut sql = vec![
            format!("CREATE UNIQUE INDEX ON {rows} (line)"),
            format!("ANALYZE {rows}"),
        ];
        sql.extend(self.passing.end(&rows, &table("remarks"), &table("facts"), ""));
        Handle::current().block_on(async {
            for statement in sql {
                sqlx::query(AssertSqlSafe(statement)).execute(&pool).await?;
            }
            Ok(())
        })
    }
}
