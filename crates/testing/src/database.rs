//! A fresh, migrated database for each test.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;

use carport_domain::clock::ManualClock;
use carport_domain::{Clock, Timestamp};
use carport_store::backup::restore;
use carport_store::{Db, Store, StoreOptions};
use chrono::{TimeZone, Utc};
use sqlx::{AssertSqlSafe, Connection, Executor, PgConnection};
use tempfile::TempDir;
use tokio::sync::OnceCell;

/// A store of its own on either database, with a clock the test moves.
#[derive(Debug)]
pub struct TestDb {
    /// The store, migrated and empty.
    pub store: Store,
    /// Its clock; it stands at [`TestDb::start`].
    pub clock: ManualClock,
    /// How the store was opened, to open it again or from another process.
    pub options: StoreOptions,
    _folder: TempDir,
}

impl TestDb {
    /// When every test begins: Wednesday 18 November 2026, 09:00 UTC.
    pub fn start() -> Timestamp {
        Timestamp::from_datetime(
            Utc.with_ymd_and_hms(2026, 11, 18, 9, 0, 0)
                .single()
                .expect("a valid instant"),
        )
    }

    /// On SQLite, in a folder that goes away with the value.
    pub async fn sqlite() -> Self {
        let folder = TempDir::new().expect("a temporary folder");
        let options = StoreOptions::in_folder(folder.path());
        Self::open(options, folder).await
    }

    /// On PostgreSQL, in a database of its own, as a role that cannot bypass row-level security.
    pub async fn postgres() -> Self {
        let folder = TempDir::new().expect("a temporary folder");
        let mut options = StoreOptions::in_folder(folder.path());
        options.database_url = fresh_database().await;
        Self::open(options, folder).await
    }

    async fn open(options: StoreOptions, folder: TempDir) -> Self {
        let clock = ManualClock::at(Self::start());
        let store = Store::open(&options, Arc::new(clock.clone()) as Arc<dyn Clock>)
            .await
            .expect("the store opens");
        store.migrate().await.expect("the schema migrates");
        Self {
            store,
            clock,
            options,
            _folder: folder,
        }
    }

    /// Another installation of the same kind, out of a backup, with the same key and clock.
    pub async fn restored_from(&self, archive: &Path) -> Self {
        let folder = TempDir::new().expect("a temporary folder");
        let mut options = StoreOptions::in_folder(folder.path());
        if matches!(self.store.db(), Db::Postgres { .. }) {
            options.database_url = empty_database("LOCALE 'C'").await;
        }
        restore(&options, archive, self.clock.now())
            .await
            .expect("the backup is restored");
        std::fs::copy(&self.options.key_file, &options.key_file).expect("the key is put back");
        let clock = self.clock.clone();
        let store = Store::open(&options, Arc::new(clock.clone()) as Arc<dyn Clock>)
            .await
            .expect("the store opens");
        Self {
            store,
            clock,
            options,
            _folder: folder,
        }
    }

    /// The folder that goes away with the value.
    pub fn folder(&self) -> PathBuf {
        self._folder.path().to_owned()
    }
}

/// The address of the private server: `CARPORT_TEST_POSTGRES_URL`, or the one `scripts/test-postgres` starts.
fn server() -> String {
    if let Ok(url) = std::env::var("CARPORT_TEST_POSTGRES_URL") {
        return url;
    }
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/../../scripts/test-postgres");
    let output = Command::new(script).output().expect("scripts/test-postgres runs");
    assert!(
        output.status.success(),
        "no PostgreSQL for the tests: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8(output.stdout)
        .expect("an address")
        .trim()
        .to_owned()
}

fn on(server: &str, database: &str) -> String {
    let (front, _) = server.rsplit_once('/').expect("an address ends in /database");
    format!("{front}/{database}")
}

/// A copy of a migrated template, so that a test need not migrate.
async fn fresh_database() -> String {
    static TEMPLATE: OnceCell<(String, String)> = OnceCell::const_new();
    let (server, template) = TEMPLATE
        .get_or_init(|| async {
            let server = tokio::task::spawn_blocking(server).await.expect("the script ran");
            let template = format!("template_{}", std::process::id());
            let mut conn = PgConnection::connect(&server).await.expect("PostgreSQL answers");
            drop_left_over(&mut conn).await;
            conn.execute(AssertSqlSafe(format!("CREATE DATABASE {template}")))
                .await
                .expect("the template is made");
            let folder = TempDir::new().expect("a temporary folder");
            let mut options = StoreOptions::in_folder(folder.path());
            options.database_url = on(&server, &template);
            let store = Store::open(&options, Arc::new(carport_domain::clock::SystemClock))
                .await
                .expect("it opens");
            store.migrate().await.expect("the schema migrates");
            store.close().await;
            (server, template)
        })
        .await;
    let name = format!("test_{}_{}", std::process::id(), hex_of(rand::random()));
    let mut conn = PgConnection::connect(server).await.expect("PostgreSQL answers");
    // Copying a template excludes other copies for a moment.
    for _ in 0..200 {
        let made = conn
            .execute(AssertSqlSafe(format!(
                "CREATE DATABASE {name} TEMPLATE {template}"
            )))
            .await;
        if made.is_ok() {
            return on(server, &name);
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    panic!("the template could not be copied");
}

/// The address of an empty PostgreSQL database that sorts as the Dutch do.
///
/// # Panics
/// It cannot be made.
pub async fn database_in_dutch() -> String {
    empty_database("LOCALE_PROVIDER icu ICU_LOCALE 'nl' LOCALE 'C'").await
}

async fn empty_database(sorted: &str) -> String {
    let server = tokio::task::spawn_blocking(server).await.expect("the script ran");
    let mut conn = PgConnection::connect(&server).await.expect("PostgreSQL answers");
    let name = format!("test_{}_{}", std::process::id(), hex_of(rand::random()));
    let made = format!("CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8' {sorted}");
    conn.execute(AssertSqlSafe(made)).await.expect("it is made");
    on(&server, &name)
}

fn hex_of(bytes: [u8; 6]) -> String {
    bytes.iter().map(|b| format!("{b:02x}")).collect()
}

/// Removes databases of test processes that have ended.
async fn drop_left_over(conn: &mut PgConnection) {
    let names: Vec<String> = sqlx::query_scalar(
        "SELECT datname FROM pg_database WHERE datname LIKE 'test\\_%' OR datname LIKE 'template\\_%'",
    )
    .fetch_all(&mut *conn)
    .await
    .expect("the list of databases");
    for name in names {
        let alive = name
            .split('_')
            .nth(1)
            .is_some_and(|pid| std::path::Path::new("/proc").join(pid).exists());
        if !alive {
            let _ = conn
                .execute(AssertSqlSafe(format!("DROP DATABASE IF EXISTS {name}")))
                .await;
        }
    }
}
