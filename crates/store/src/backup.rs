//! Backup and restore: one archive with the database and the files. The key is not in it (SEC-CRYPT-1): a backup alone
//! opens no sealed value.
//!
//! What happened after the backup is not in it either: refusals, and messages that left. So a restore lets nothing leave by
//! itself: marketing rests until somebody says so, and of every message that waited nobody knows whether it has gone.

use std::fs::File;
use std::io::{BufReader, BufWriter};
use std::path::{Path, PathBuf};
use std::process::Command;

use carport_domain::Timestamp;
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions, Connection, PgConnection};

use crate::db::{Db, Store, StoreOptions};
use crate::error::{Result, StoreError};
use crate::messages::RESTORED;

const SQLITE_ENTRY: &str = "carport.db";
const POSTGRES_ENTRY: &str = "carport.pgdump";
const FILES_ENTRY: &str = "files";

fn io(path: &Path) -> impl Fn(std::io::Error) -> StoreError + '_ {
    move |source| StoreError::Io {
        path: path.display().to_string(),
        source,
    }
}

impl Store {
    /// Writes one consistent archive of database and files to `target`, which must not exist yet. The installation may
    /// keep running.
    pub async fn backup(&self, files: &Path, target: &Path) -> Result<()> {
        if target.exists() {
            return Err(StoreError::Address(format!(
                "{} is there already; choose another name",
                target.display()
            )));
        }
        let snapshot = target.with_extension("part-db");
        let _ = std::fs::remove_file(&snapshot);
        let entry = match self.db() {
            Db::Sqlite { writer, .. } => {
                sqlx::query("VACUUM INTO $1")
                    .bind(snapshot.display().to_string())
                    .execute(writer)
                    .await?;
                SQLITE_ENTRY
            }
            Db::Postgres { url, .. } => {
                // as the installation, since the second fence stands before the owner too
                run(Command::new("pg_dump")
                    .env("PGOPTIONS", "-c app.installation=on")
                    .args(["--format=custom", "--no-owner", "--enable-row-security", "--file"])
                    .arg(&snapshot)
                    .arg(url))?;
                POSTGRES_ENTRY
            }
        };
        let (files, target) = (files.to_owned(), target.to_owned());
        tokio::task::spawn_blocking(move || {
            let part = target.with_extension("part");
            let mut archive = tar::Builder::new(BufWriter::new(File::create(&part).map_err(io(&part))?));
            archive
                .append_path_with_name(&snapshot, entry)
                .map_err(io(&snapshot))?;
            archive.append_dir_all(FILES_ENTRY, &files).map_err(io(&files))?;
            let written = archive.into_inner().map_err(io(&part))?;
            written
                .into_inner()
                .map_err(|e| io(&part)(e.into_error()))?
                .sync_all()
                .map_err(io(&part))?;
            std::fs::remove_file(&snapshot).map_err(io(&snapshot))?;
            std::fs::rename(&part, &target).map_err(io(&target))
        })
        .await
        .map_err(|e| StoreError::Inconsistent(e.to_string()))?
    }
}

/// Unpacks an archive into an installation that has no data yet. Nothing leaves it by itself until somebody says so.
///
/// # Errors
/// The installation has data, or the archive is of the other kind of database.
pub async fn restore(options: &StoreOptions, archive: &Path, now: Timestamp) -> Result<()> {
    let sqlite = options
        .database_url
        .strip_prefix("sqlite:")
        .map(|path| PathBuf::from(path.trim_start_matches("//")));
    if let Some(path) = &sqlite
        && path.exists()
    {
        return Err(StoreError::Address(format!(
            "{} is there already; restore into an empty folder",
            path.display()
        )));
    }
    // until everything is as it should be, there is no database that could be started
    let part = sqlite.as_ref().map(|path| path.with_extension("part"));
    let found = {
        let (options, archive, part) = (options.clone(), archive.to_owned(), part.clone());
        tokio::task::spawn_blocking(move || unpack(&options, &archive, part.as_deref()))
            .await
            .map_err(|e| StoreError::Inconsistent(e.to_string()))??
    };
    if !found {
        return Err(StoreError::Address(
            "the archive is of the other kind of database, or no backup".into(),
        ));
    }
    match (&sqlite, &part) {
        (Some(path), Some(part)) => {
            let options = SqliteConnectOptions::new().filename(part);
            let mut conn = options.connect().await?;
            let mut tx = conn.begin().await?;
            for statement in [BRAKE, DOUBT] {
                sqlx::query(statement)
                    .bind(now)
                    .bind(RESTORED)
                    .execute(&mut *tx)
                    .await?;
            }
            tx.commit().await?;
            conn.close().await?;
            std::fs::rename(part, path).map_err(io(path))
        }
        _ => {
            let mut conn = PgConnection::connect(&options.database_url).await?;
            let mut tx = conn.begin().await?;
            sqlx::query("SELECT set_config('app.installation', 'on', true)")
                .execute(&mut *tx)
                .await?;
            for statement in [BRAKE, DOUBT] {
                sqlx::query(statement)
                    .bind(now)
                    .bind(RESTORED)
                    .execute(&mut *tx)
                    .await?;
            }
            tx.commit().await?;
            Ok(conn.close().await?)
        }
    }
}

/// Every company's marketing rests: who said no since the backup is not known here.
const BRAKE: &str = "INSERT INTO marketing_brakes (company_id, failures, paused_at, reason, paused_by)
    SELECT id, 0, $1, $2, 'restore' FROM companies WHERE true
    ON CONFLICT (company_id) DO UPDATE SET failures = 0, paused_at = excluded.paused_at, reason = excluded.reason,
        paused_by = excluded.paused_by";

/// What waited may have left since the backup. Letters in a printed pile stay as they are: they wait for somebody anyway.
const DOUBT: &str =
    "UPDATE messages SET status = 'uncertain', reason = $2, finished_at = $1, next_attempt_at = NULL,
        payload = CASE WHEN stream = 'service' THEN '{}' ELSE payload END
    WHERE status = 'pending' OR (status = 'handing_over' AND channel <> 'letter')";

/// Unpacks the files, and the database: into `part` on SQLite. Whether there was a database of the right kind.
fn unpack(options: &StoreOptions, archive: &Path, part: Option<&Path>) -> Result<bool> {
    let mut found = false;
    let mut reader = tar::Archive::new(BufReader::new(File::open(archive).map_err(io(archive))?));
    for entry in reader.entries().map_err(io(archive))? {
        let mut entry = entry.map_err(io(archive))?;
        let name = entry.path().map_err(io(archive))?.into_owned();
        let wanted = if part.is_some() {
            SQLITE_ENTRY
        } else {
            POSTGRES_ENTRY
        };
        if name == Path::new(wanted) {
            found = true;
            match part {
                Some(path) => {
                    if let Some(parent) = path.parent() {
                        std::fs::create_dir_all(parent).map_err(io(parent))?;
                    }
                    entry.unpack(path).map_err(io(path))?;
                }
                None => {
                    let dump = archive.with_extension("part-dump");
                    entry.unpack(&dump).map_err(io(&dump))?;
                    run(Command::new("pg_restore")
                        .args([
                            "--no-owner",
                            "--exit-on-error",
                            "--single-transaction",
                            "--dbname",
                        ])
                        .arg(&options.database_url)
                        .arg(&dump))?;
                    std::fs::remove_file(&dump).map_err(io(&dump))?;
                }
            }
        } else if let Ok(inside) = name.strip_prefix(FILES_ENTRY) {
            // a name that leads out of the folder is passed over
            let target = options.files.join(inside);
            if entry.header().entry_type().is_dir() {
                std::fs::create_dir_all(&target).map_err(io(&target))?;
            } else if inside
                .components()
                .all(|c| matches!(c, std::path::Component::Normal(_)))
            {
                if let Some(parent) = target.parent() {
                    std::fs::create_dir_all(parent).map_err(io(parent))?;
                }
                entry.unpack(&target).map_err(io(&target))?;
            }
        }
    }
    Ok(found)
}

fn run(command: &mut Command) -> Result<()> {
    let name = command.get_program().to_string_lossy().into_owned();
    let output = command.output().map_err(|source| StoreError::Io {
        path: name.clone(),
        source,
    })?;
    if output.status.success() {
        return Ok(());
    }
    Err(StoreError::Address(format!(
        "{name}: {}",
        String::from_utf8_lossy(&output.stderr).trim()
    )))
}
