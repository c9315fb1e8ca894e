//! Bringing SQLite's log home beside the merge. Whoever commits does that as a rule, and copies the pages of the indexes
//! again with every chunk; here another connection does it, on another core, while the next chunk is merged.

use std::path::{Path, PathBuf};

use sqlx::sqlite::{SqliteConnectOptions, SqliteSynchronous};
use sqlx::{ConnectOptions, SqliteConnection};
use tokio::task::JoinHandle;

use crate::error::{Result, StoreError};

/// Bytes of the log from which on it is brought home, and from which on the merge waits for that: it then begins anew.
const ENOUGH: u64 = 32 << 20;
const TOO_MUCH: u64 = 192 << 20;

/// The connection that does it, idle or at work.
pub(super) struct Checkpoints {
    log: PathBuf,
    idle: Option<SqliteConnection>,
    at_work: Option<JoinHandle<(SqliteConnection, sqlx::Result<()>)>>,
    /// The size of the log when this was last begun.
    done: u64,
}

impl Checkpoints {
    /// For the database in a file.
    pub async fn of(database: &Path) -> Result<Self> {
        let options = SqliteConnectOptions::new()
            .filename(database)
            .synchronous(SqliteSynchronous::Full)
            .pragma("cache_size", "-512");
        let mut log = database.as_os_str().to_owned();
        log.push("-wal");
        Ok(Self {
            log: log.into(),
            idle: Some(options.disable_statement_logging().connect().await?),
            at_work: None,
            done: 0,
        })
    }

    /// After a commit.
    pub async fn committed(&mut self) -> Result<()> {
        let size = std::fs::metadata(&self.log).map_or(0, |log| log.len());
        // it began anew
        self.done = self.done.min(size);
        if size >= TOO_MUCH || self.at_work.as_ref().is_some_and(JoinHandle::is_finished) {
            self.wait().await?;
        }
        if self.at_work.is_none() && size >= self.done + ENOUGH {
            self.done = size;
            self.begin();
        }
        if size >= TOO_MUCH {
            // all of it is at home then, so that the next who writes begins it anew
            self.wait().await?;
        }
        Ok(())
    }

    /// After the last commit: leaves nothing to the next one who writes.
    pub async fn close(mut self) -> Result<()> {
        self.wait().await?;
        self.begin();
        self.wait().await
    }

    /// Nobody waits for a passive one, nor does it wait for anybody.
    fn begin(&mut self) {
        let Some(mut conn) = self.idle.take() else { return };
        self.at_work = Some(tokio::spawn(async move {
            let done = sqlx::query("PRAGMA wal_checkpoint(PASSIVE)")
                .execute(&mut conn)
                .await;
            (conn, done.map(drop))
        }));
    }

    async fn wait(&mut self) -> Result<()> {
        let Some(task) = self.at_work.take() else {
            return Ok(());
        };
        let (conn, done) = task.await.map_err(|e| StoreError::Inconsistent(e.to_string()))?;
        self.idle = Some(conn);
        Ok(done?)
    }
}
