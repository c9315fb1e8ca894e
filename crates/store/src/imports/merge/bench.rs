//! Where a merge works: a connection that sees the company's data and the staged rows, one bounded transaction after the
//! other, so that nobody else waits long for the writer. A dry run does the same work and keeps nothing of it: on SQLite
//! in a copy of the database, on PostgreSQL in one transaction that is taken back.

use std::path::PathBuf;
use std::str::FromStr;

use carport_domain::{CompanyId, ImportId};
use sqlx::pool::PoolConnection;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{AssertSqlSafe, ConnectOptions, Sqlite, SqlitePool};

use super::checkpoints::Checkpoints;
use crate::db::{Db, Store};
use crate::error::{Result, StoreError};
use crate::imports::staging::Staging;
use crate::tx::{Conn, SqliteConn, Tx};

/// Making machine code of a statement over thousands of rows takes longer than running it. Plans stay as the database
/// keeps them: with new ones each time it would plan the check of every foreign key of every row.
const FOR_BULK: &str = "SET LOCAL jit = off; SET LOCAL work_mem = '32MB'";

/// The connection of one merge.
pub(super) struct Bench {
    store: Store,
    company: CompanyId,
    is_dry: bool,
    /// On SQLite a connection of the merge's own, with the staged files attached.
    own: Option<SqlitePool>,
    copy: Option<PathBuf>,
    checkpoints: Option<Checkpoints>,
    open: Option<Tx>,
    /// The writer's place in the queue, held while a transaction is open: so a merge waits its turn like everybody.
    turn: Option<PoolConnection<Sqlite>>,
}

impl Bench {
    pub async fn open(
        store: &Store,
        company: CompanyId,
        import: ImportId,
        staging: &Staging,
        is_dry: bool,
    ) -> Result<Self> {
        let (own, checkpoints, copy) = match store.db() {
            Db::Postgres { .. } => (None, None, None),
            Db::Sqlite { writer, path, .. } => {
                let copy = if is_dry {
                    Some(copy_of(store, writer, import).await?)
                } else {
                    None
                };
                let database = copy.as_ref().unwrap_or(path);
                (
                    Some(connect(database, staging, is_dry).await?),
                    Some(Checkpoints::of(database).await?),
                    copy,
                )
            }
        };
        Ok(Self {
            store: store.clone(),
            company,
            is_dry,
            own,
            copy,
            checkpoints,
            open: None,
            turn: None,
        })
    }

    /// The transaction, begun if there is none.
    pub async fn tx(&mut self) -> Result<&mut Tx> {
        if self.open.is_none() {
            let conn = match (self.store.db(), &self.own) {
                (Db::Sqlite { writer, .. }, Some(own)) => {
                    self.turn = if self.is_dry {
                        None
                    } else {
                        Some(writer.acquire().await?)
                    };
                    Conn::Sqlite(SqliteConn::Within(own.begin_with(crate::db::BEGIN).await?))
                }
                (Db::Postgres { pool, .. }, _) => {
                    let mut conn = crate::db::begin_whole(pool, "BEGIN").await?;
                    sqlx::raw_sql(FOR_BULK).execute(&mut *conn).await?;
                    Conn::Postgres(conn)
                }
                (Db::Sqlite { .. }, None) => {
                    return Err(StoreError::Inconsistent("a merge without its connection".into()));
                }
            };
            let mut tx = Tx::new(conn, self.store.clone());
            tx.company(self.company).await?;
            self.open = Some(tx);
        }
        self.open
            .as_mut()
            .ok_or(StoreError::Missing("the merge's transaction"))
    }

    /// Keeps what was done since [`Bench::tx`]. A dry run on PostgreSQL goes on in the same transaction.
    pub async fn keep(&mut self) -> Result<()> {
        if self.is_dry && self.own.is_none() {
            return Ok(());
        }
        if let Some(tx) = self.open.take() {
            tx.commit().await?;
        }
        self.turn = None;
        match &mut self.checkpoints {
            Some(checkpoints) => checkpoints.committed().await,
            None => Ok(()),
        }
    }

    /// Before the last [`Bench::keep`]: what is kept from now on survives a power cut, with all that was kept before.
    pub async fn harden(&mut self) -> Result<()> {
        if let Some(own) = self.own.as_ref().filter(|_| !self.is_dry) {
            sqlx::query("PRAGMA synchronous = FULL").execute(own).await?;
        }
        Ok(())
    }

    /// Ends the work; what was not kept is undone.
    pub async fn close(mut self) -> Result<()> {
        self.open = None;
        self.turn = None;
        if let Some(checkpoints) = self.checkpoints.take() {
            checkpoints.close().await?;
        }
        if let Some(own) = self.own.take() {
            own.close().await;
        }
        if let Some(copy) = &self.copy {
            std::fs::remove_file(copy).map_err(|source| StoreError::Io {
                path: copy.display().to_string(),
                source,
            })?;
        }
        Ok(())
    }

    /// Whether it is PostgreSQL.
    pub fn is_postgres(&self) -> bool {
        self.own.is_none()
    }
}

/// A copy of the database as it is now, for a dry run.
async fn copy_of(store: &Store, writer: &SqlitePool, import: ImportId) -> Result<PathBuf> {
    let path = store.scratch().join(import.to_string()).join("copy.db");
    match std::fs::remove_file(&path) {
        Err(source) if source.kind() != std::io::ErrorKind::NotFound => {
            return Err(StoreError::Io {
                path: path.display().to_string(),
                source,
            });
        }
        _ => {}
    }
    // on a connection of its own: a copy only reads
    let options = writer
        .connect_options()
        .as_ref()
        .clone()
        .read_only(true)
        .pragma("mmap_size", "0");
    let mut conn = options.connect().await?;
    sqlx::query("VACUUM INTO $1")
        .bind(path.display().to_string())
        .execute(&mut conn)
        .await?;
    Ok(path)
}

/// One connection with the staged files attached. Ids come from joins on rows of the same transaction, so foreign keys
/// hold by construction; checking each again would cost a third of the time. A test checks them all after a merge.
async fn connect(path: &std::path::Path, staging: &Staging, is_dry: bool) -> Result<SqlitePool> {
    let options = SqliteConnectOptions::from_str("sqlite:")?
        .filename(path)
        .create_if_missing(false)
        .journal_mode(SqliteJournalMode::Wal)
        // a chunk that a power cut takes is merged again
        .synchronous(if is_dry {
            SqliteSynchronous::Off
        } else {
            SqliteSynchronous::Normal
        })
        .foreign_keys(false)
        .busy_timeout(std::time::Duration::from_secs(60))
        // each sort may take as much again; together with the readers' it stays under 200 MB
        .pragma("cache_size", "-49152")
        .pragma("mmap_size", "0")
        .pragma("temp_store", "file")
        // that is done beside; the log's file is as long as the log
        .pragma("wal_autocheckpoint", "0")
        .pragma("journal_size_limit", "0")
        // statements over thousands of rows are no news
        .disable_statement_logging();
    let files = staging.files();
    let pool = SqlitePoolOptions::new()
        .max_connections(1)
        .idle_timeout(None)
        .max_lifetime(None)
        .after_connect(move |conn, _| {
            let files = files.clone();
            Box::pin(async move {
                for (kind, path) in files {
                    let attach = format!("ATTACH $1 AS s_{kind}");
                    sqlx::query(AssertSqlSafe(attach))
                        .bind(path.display().to_string())
                        .execute(&mut *conn)
                        .await?;
                    // they are only read; what a commit must wait for is the company's data
                    for statement in [
                        format!("PRAGMA s_{kind}.journal_mode = OFF"),
                        format!("PRAGMA s_{kind}.synchronous = OFF"),
                        format!(
                            "CREATE TEMP TABLE {kind}_touched (line INTEGER PRIMARY KEY, id UUID NOT NULL)"
                        ),
                    ] {
                        sqlx::query(AssertSqlSafe(statement)).execute(&mut *conn).await?;
                    }
                }
                Ok(())
            })
        });
    Ok(pool.connect_with(options).await?)
}
