//! Where parsed rows wait for the merge: tables of their own, outside the company's data, filled without holding the one
//! writer. On SQLite each kind of file has a database file, which the merge attaches; on PostgreSQL a schema of unlogged
//! tables. Both have the same tables, so the merge is one SQL text. They are gone when the import ends, and made again
//! from the files when something is wrong with them.

mod known;
mod postgres;
mod rows;
mod sqlite;

use std::path::{Path, PathBuf};

use carport_domain::{CompanyId, ImportId};
use sqlx::{AssertSqlSafe, PgPool};

pub(super) use rows::STORED;

use super::layout::FileKind;
use super::record::Import;
use super::row::{Remark, Row, Sink};
use crate::db::{Db, Store};
use crate::error::{Result, StoreError};

/// The staging tables of one import.
#[derive(Debug, Clone)]
pub struct Staging {
    place: Place,
    import: ImportId,
}

#[derive(Debug, Clone)]
enum Place {
    /// A folder with a database file for each kind.
    Folder(PathBuf),
    /// A schema.
    Schema(PgPool),
}

impl Staging {
    /// The staging tables of an import, there or not.
    pub fn of(store: &Store, import: ImportId) -> Self {
        let place = match store.db() {
            Db::Sqlite { .. } => Place::Folder(store.scratch().join(import.to_string())),
            Db::Postgres { pool, .. } => Place::Schema(pool.clone()),
        };
        Self { place, import }
    }

    /// Removes what was staged.
    pub async fn clear(&self) -> Result<()> {
        match &self.place {
            Place::Folder(folder) => match std::fs::remove_dir_all(folder) {
                Err(source) if source.kind() != std::io::ErrorKind::NotFound => Err(StoreError::Io {
                    path: folder.display().to_string(),
                    source,
                }),
                _ => Ok(()),
            },
            Place::Schema(pool) => {
                let drop = format!("DROP SCHEMA IF EXISTS {} CASCADE", self.schema());
                sqlx::query(AssertSqlSafe(drop)).execute(pool).await?;
                Ok(())
            }
        }
    }

    /// Makes empty tables for some kinds, and removes what was staged before.
    pub async fn make(&self, kinds: &[FileKind]) -> Result<()> {
        self.clear().await?;
        match &self.place {
            Place::Folder(folder) => std::fs::create_dir_all(folder).map_err(|source| StoreError::Io {
                path: folder.display().to_string(),
                source,
            }),
            Place::Schema(pool) => postgres::make(pool, &self.schema(), kinds).await,
        }
    }

    /// How many files can be read at once: two, where there are connections enough for them and for everybody else.
    pub fn writers(&self) -> usize {
        match &self.place {
            Place::Folder(_) => 2,
            Place::Schema(pool) => {
                if pool.options().get_max_connections() >= 4 {
                    2
                } else {
                    1
                }
            }
        }
    }

    /// Opens the tables of one kind for writing. Rows that the company has already as they are from `source` are staged
    /// in brief; without a source all are staged in full. Blocking, as the writing is.
    ///
    /// # Errors
    /// The database refuses.
    pub fn writer(
        &self,
        store: &Store,
        kind: FileKind,
        company: CompanyId,
        source: Option<&str>,
    ) -> Result<Stager> {
        let ids = rows::Ids::new(kind, store.clock().now());
        let known = match (source, store.db()) {
            (None, _) => known::Known::nobody_looked(),
            (Some(source), Db::Sqlite { path, .. }) => sqlite::known(path, kind, company, source)?,
            (Some(source), Db::Postgres { .. }) => postgres::known(store, kind, company, source)?,
        };
        Ok(Stager(match &self.place {
            Place::Folder(folder) => {
                Inner::Sqlite(sqlite::Writer::create(&file(folder, kind), kind, ids, known)?)
            }
            Place::Schema(pool) => {
                Inner::Postgres(postgres::Writer::begin(pool, &self.schema(), kind, ids, known))
            }
        }))
    }

    /// Whether every file of an import is staged; a power cut may have taken what was.
    pub async fn is_whole(&self, import: &Import) -> Result<bool> {
        match &self.place {
            Place::Folder(folder) => Ok(import
                .files
                .iter()
                .all(|source| file(folder, source.kind).exists())),
            Place::Schema(pool) => {
                for source in &import.files {
                    let exists: Option<String> = sqlx::query_scalar("SELECT CAST(to_regclass($1) AS TEXT)")
                        .bind(self.rows(source.kind))
                        .fetch_one(pool)
                        .await?;
                    if exists.is_none() {
                        return Ok(false);
                    }
                    // a file without a usable row has its facts all the same
                    let sql = format!(
                        "SELECT EXISTS (SELECT 1 FROM {})",
                        self.table(source.kind, "facts")
                    );
                    if !sqlx::query_scalar::<_, bool>(AssertSqlSafe(sql))
                        .fetch_one(pool)
                        .await?
                    {
                        return Ok(false);
                    }
                }
                Ok(true)
            }
        }
    }

    /// The database files of the kinds that are staged, on SQLite.
    pub(crate) fn files(&self) -> Vec<(FileKind, PathBuf)> {
        match &self.place {
            Place::Folder(folder) => FileKind::ALL
                .iter()
                .map(|kind| (*kind, file(folder, *kind)))
                .filter(|(_, path)| path.exists())
                .collect(),
            Place::Schema(_) => Vec::new(),
        }
    }

    fn schema(&self) -> String {
        format!("staging_{}", self.import.0.simple())
    }

    /// The name of the table with a kind's rows.
    pub(crate) fn rows(&self, kind: FileKind) -> String {
        self.table(kind, "rows")
    }

    /// The name of one of a kind's tables.
    pub(crate) fn table(&self, kind: FileKind, table: &str) -> String {
        match self.place {
            Place::Folder(_) => format!("s_{kind}.{table}"),
            Place::Schema(_) => format!("{}.{kind}_{table}", self.schema()),
        }
    }

    /// The name of a table that the merge writes while it works. On SQLite it is the connection's own: the staged files
    /// have no journal, so whoever writes into them and is killed tears them.
    pub(crate) fn work(&self, kind: FileKind, table: &str) -> String {
        match self.place {
            Place::Folder(_) => format!("temp.{kind}_{table}"),
            Place::Schema(_) => self.table(kind, table),
        }
    }
}

fn file(folder: &Path, kind: FileKind) -> PathBuf {
    folder.join(format!("{kind}.db"))
}

/// Writes the rows and remarks of one file. Blocking: call it from a thread for blocking work.
pub struct Stager(Inner);

enum Inner {
    Sqlite(sqlite::Writer),
    Postgres(postgres::Writer),
}

impl Sink for Stager {
    type Error = StoreError;
    fn row(&mut self, row: &Row<'_>) -> Result<()> {
        match &mut self.0 {
            Inner::Sqlite(writer) => writer.row(row),
            Inner::Postgres(writer) => writer.row(row),
        }
    }
    fn remark(&mut self, remark: Remark) -> Result<()> {
        match &mut self.0 {
            Inner::Sqlite(writer) => writer.remark(&remark),
            Inner::Postgres(writer) => writer.remark(&remark),
        }
    }
}

impl Stager {
    /// Ends the file: rows whose number stands on a later line again lose to it, and are remarked upon where they differ.
    pub fn finish(self) -> Result<()> {
        match self.0 {
            Inner::Sqlite(writer) => writer.finish(),
            Inner::Postgres(writer) => writer.finish(),
        }
    }
}
