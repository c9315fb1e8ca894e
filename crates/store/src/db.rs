//! Opening the database.

use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::sync::Arc;
use std::time::Duration;

use carport_domain::Clock;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{PgPool, SqlitePool};
use tokio::sync::Notify;

use crate::error::{Result, StoreError};
use crate::files::Files;
use crate::keys::Keys;
use crate::tx::{Conn, SqliteConn, Tx};

/// Begins what must be on the disk once it is committed, also after a transaction for which that did not hold.
pub(crate) const BEGIN: &str = "PRAGMA synchronous = FULL; BEGIN IMMEDIATE";
const BEGIN_LIGHT: &str = "PRAGMA synchronous = NORMAL; BEGIN IMMEDIATE";

/// The two databases Carport runs on.
#[derive(Debug, Clone)]
pub enum Db {
    /// One file: one connection that writes, several that read.
    Sqlite {
        /// The one connection that writes.
        writer: SqlitePool,
        /// Connections that only read.
        readers: SqlitePool,
        /// Where the file is.
        path: PathBuf,
    },
    /// A server.
    Postgres {
        /// Connections.
        pool: PgPool,
        /// Where it is, as given.
        url: String,
    },
}

/// What the store needs to open.
#[derive(Debug, Clone)]
pub struct StoreOptions {
    /// `sqlite:path` or `postgres://…` (`CARPORT_DATABASE_URL`).
    pub database_url: String,
    /// The folder of the object store (`CARPORT_FILES`).
    pub files: PathBuf,
    /// The file with the installation's key (`CARPORT_KEY_FILE`); made when missing.
    pub key_file: PathBuf,
    /// PostgreSQL connections at most, or SQLite readers.
    pub connections: u32,
}

impl StoreOptions {
    /// Everything inside one folder, on SQLite.
    pub fn in_folder(folder: &Path) -> Self {
        Self {
            database_url: format!("sqlite:{}", folder.join("carport.db").display()),
            files: folder.join("files"),
            key_file: folder.join("carport.key"),
            connections: 4,
        }
    }
}

/// The open store; cheap to clone.
#[derive(Debug, Clone)]
pub struct Store {
    pub(crate) inner: Arc<Inner>,
}

#[derive(Debug)]
pub(crate) struct Inner {
    pub db: Db,
    pub clock: Arc<dyn Clock>,
    pub keys: Keys,
    pub files: Files,
    /// A folder for what can be made again: staged imports.
    pub scratch: PathBuf,
    /// Names the time since the machine was started.
    pub boot: String,
    /// Rung when a job was committed, so that a worker in this process need not wait for its next look.
    pub work: Notify,
}

impl Store {
    /// Opens the database, the key and the files. Does not migrate.
    ///
    /// # Errors
    /// The address is neither of the two kinds, the database cannot be reached, or the key file cannot be read.
    pub async fn open(options: &StoreOptions, clock: Arc<dyn Clock>) -> Result<Self> {
        let keys = Keys::load_or_create(&options.key_file)?;
        let files = Files::in_folder(&options.files)?;
        let scratch = options.files.with_file_name("imports");
        let db = Db::connect(options).await?;
        Ok(Self {
            inner: Arc::new(Inner {
                db,
                clock,
                keys,
                files,
                scratch,
                boot: boot(),
                work: Notify::new(),
            }),
        })
    }

    /// The clock everything in this store is stamped with.
    pub fn clock(&self) -> &Arc<dyn Clock> {
        &self.inner.clock
    }
    /// The installation's key.
    pub fn keys(&self) -> &Keys {
        &self.inner.keys
    }
    /// Documents, logos, import files.
    pub fn files(&self) -> &Files {
        &self.inner.files
    }
    /// A folder beside the files for what can be made again: uploads on their way in, staged imports.
    pub fn scratch(&self) -> &Path {
        &self.inner.scratch
    }
    /// The database itself; for migration, backup, bulk loading and doctor only.
    pub fn db(&self) -> &Db {
        &self.inner.db
    }
    /// Waits until a job was committed by this process.
    pub async fn work_arrived(&self) {
        self.inner.work.notified().await;
    }

    /// A transaction that may write. On SQLite it holds the one writer: do slow things (hashing, rendering, mail) before.
    pub async fn begin(&self) -> Result<Tx> {
        self.begin_writing(BEGIN).await
    }

    /// A transaction that may write and whose commit does not wait for the disk: for many small notes that can be made again,
    /// or of which it is known what their loss would mean. On SQLite a process that is killed loses none of them, a machine
    /// that loses its power loses the last ones, until the next commit that waits. On PostgreSQL it is as any other, since
    /// there another machine answers for what is lost.
    pub async fn begin_light(&self) -> Result<Tx> {
        self.begin_writing(BEGIN_LIGHT).await
    }

    async fn begin_writing(&self, on_sqlite: &'static str) -> Result<Tx> {
        let conn = match &self.inner.db {
            Db::Sqlite { writer, .. } => {
                Conn::Sqlite(SqliteConn::Within(writer.begin_with(on_sqlite).await?))
            }
            Db::Postgres { pool, .. } => Conn::Postgres(begin_whole(pool, "BEGIN").await?),
        };
        Ok(Tx::new(conn, self.clone()))
    }

    /// For how long commits of [`Store::begin_light`] are known to last: until the machine is started anew. None where they
    /// last as any other.
    pub(crate) fn lasts_for(&self) -> Option<&str> {
        match self.inner.db {
            Db::Sqlite { .. } => Some(&self.inner.boot),
            Db::Postgres { .. } => None,
        }
    }

    /// A transaction that only reads, on one consistent state.
    pub async fn read(&self) -> Result<Tx> {
        let conn = match &self.inner.db {
            Db::Sqlite { readers, .. } => Conn::Sqlite(SqliteConn::Within(readers.begin().await?)),
            Db::Postgres { pool, .. } => {
                Conn::Postgres(begin_whole(pool, "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY").await?)
            }
        };
        Ok(Tx::new(conn, self.clone()))
    }

    /// For a page that only shows: what its statements read may be of different moments. On SQLite that spares BEGIN and
    /// ROLLBACK, each of which costs as much as a statement; on PostgreSQL it is as [`Store::read`].
    pub async fn look(&self) -> Result<Tx> {
        match &self.inner.db {
            Db::Sqlite { readers, .. } => {
                let conn = SqliteConn::Beside(readers.acquire().await?);
                Ok(Tx::new(Conn::Sqlite(conn), self.clone()))
            }
            Db::Postgres { .. } => self.read().await,
        }
    }

    /// Closes every connection, after checkpointing SQLite's log.
    pub async fn close(&self) {
        match &self.inner.db {
            Db::Sqlite { writer, readers, .. } => {
                readers.close().await;
                writer.close().await;
            }
            Db::Postgres { pool, .. } => pool.close().await,
        }
    }
}

impl Db {
    async fn connect(options: &StoreOptions) -> Result<Self> {
        let url = options.database_url.as_str();
        if let Some(path) = url.strip_prefix("sqlite:") {
            let path = PathBuf::from(path.trim_start_matches("//"));
            if let Some(parent) = path.parent().filter(|p| !p.as_os_str().is_empty()) {
                std::fs::create_dir_all(parent).map_err(|source| StoreError::Io {
                    path: parent.display().to_string(),
                    source,
                })?;
            }
            // FULL: a withdrawal or a claimed message that was committed survives a power cut. BEGIN says it again each time.
            let connect = SqliteConnectOptions::new()
                .filename(&path)
                .create_if_missing(true)
                .journal_mode(SqliteJournalMode::Wal)
                .synchronous(SqliteSynchronous::Full)
                .foreign_keys(true)
                .busy_timeout(Duration::from_secs(30))
                .pragma("cache_size", "-65536")
                // the most that SQLite maps: what lies beyond is read page by page
                .pragma("mmap_size", "2147418112")
                .pragma("temp_store", "memory");
            let writer = SqlitePoolOptions::new()
                .max_connections(1)
                .idle_timeout(None)
                .max_lifetime(None)
                .acquire_timeout(Duration::from_secs(60))
                .connect_with(connect.clone())
                .await?;
            let readers = SqlitePoolOptions::new()
                .max_connections(options.connections.max(1))
                .idle_timeout(None)
                .max_lifetime(None)
                .test_before_acquire(false)
                .connect_with(
                    connect
                        .read_only(true)
                        .create_if_missing(false)
                        .pragma("query_only", "1"),
                )
                .await?;
            return Ok(Db::Sqlite {
                writer,
                readers,
                path,
            });
        }
        if url.starts_with("postgres://") || url.starts_with("postgresql://") {
            let connect = PgConnectOptions::from_str(url)
                .map_err(|e| StoreError::Address(format!("the database address cannot be read: {e}")))?
                .application_name("carport");
            let pool = PgPoolOptions::new()
                .max_connections(options.connections.max(2))
                .acquire_timeout(Duration::from_secs(30))
                .connect_with(connect)
                .await?;
            return Ok(Db::Postgres {
                pool,
                url: url.to_owned(),
            });
        }
        Err(StoreError::Address(
            "the database address must begin with sqlite: or postgres://, for example sqlite:/var/lib/carport/carport.db".into(),
        ))
    }

    /// The kind, for people.
    pub fn kind(&self) -> &'static str {
        match self {
            Db::Sqlite { .. } => "SQLite",
            Db::Postgres { .. } => "PostgreSQL",
        }
    }
}

/// Begins a transaction in a task of its own: whoever waits for it may go away at any moment (a browser that hangs up), and
/// a BEGIN that is dropped half-way would leave its connection in a transaction that nobody ends.
pub(crate) async fn begin_whole(
    pool: &sqlx::PgPool,
    statement: &'static str,
) -> Result<sqlx::Transaction<'static, sqlx::Postgres>> {
    let pool = pool.clone();
    let begun = tokio::spawn(async move { pool.begin_with(statement).await }).await;
    Ok(begun.map_err(|_| sqlx::Error::WorkerCrashed)??)
}

/// The name the kernel gives to the time since it was started. Where there is none, each process is one of its own: what a
/// process that ended has noted is then as doubtful as after a power cut.
fn boot() -> String {
    std::fs::read_to_string("/proc/sys/kernel/random/boot_id")
        .map_or_else(|_| uuid::Uuid::new_v4().to_string(), |id| id.trim().to_owned())
}
