//! Brings the schema up to date. One DDL text serves both databases: `{{bytes}}` and `{{clustered}}` are the only
//! markers, and row-level security is added on PostgreSQL to every table that has a `company_id`.

use std::borrow::Cow;

use rust_embed::RustEmbed;
use sqlx::migrate::{Migration, MigrationType, Migrator};
use sqlx::{AssertSqlSafe, SqlSafeStr};

use crate::db::{Db, Store};
use crate::error::{Result, StoreError};
use crate::planner;

#[derive(RustEmbed)]
#[folder = "migrations/"]
struct Files;

/// One numbered step.
struct Step {
    version: i64,
    name: String,
    sql: String,
}

fn steps() -> Result<Vec<Step>> {
    let mut steps = Vec::new();
    for file in Files::iter() {
        let wrong = || StoreError::Inconsistent(format!("migration {file} is not named 0001_noun.sql"));
        let (number, rest) = file.split_once('_').ok_or_else(wrong)?;
        let version = number.parse().map_err(|_| wrong())?;
        let name = rest.trim_end_matches(".sql").to_owned();
        let data = Files::get(&file).ok_or_else(wrong)?;
        let sql = String::from_utf8(data.data.into_owned()).map_err(|_| wrong())?;
        steps.push(Step { version, name, sql });
    }
    steps.sort_by_key(|s| s.version);
    Ok(steps)
}

fn migrator(db: &Db) -> Result<Migrator> {
    let (bytes, clustered) = match db {
        Db::Sqlite { .. } => ("BLOB", "WITHOUT ROWID"),
        Db::Postgres { .. } => ("BYTEA", ""),
    };
    let migrations = steps()?
        .into_iter()
        .map(|step| {
            let mut sql = step
                .sql
                .replace("{{bytes}}", bytes)
                .replace("{{clustered}}", clustered);
            if matches!(db, Db::Postgres { .. }) {
                sql.push_str(SECOND_FENCE);
            }
            Migration::new(
                step.version,
                Cow::Owned(step.name),
                MigrationType::Simple,
                AssertSqlSafe(sql).into_sql_str(),
                false,
            )
        })
        .collect::<Vec<_>>();
    Ok(Migrator::with_migrations(migrations))
}

/// Row-level security, forced, on every table with a company_id that has none yet (SEC-TEN-1). Closed when nothing was
/// said: an empty setting matches no row.
const SECOND_FENCE: &str = r"
DO $fence$
DECLARE t record;
BEGIN
    FOR t IN
        SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'company_id' AND NOT a.attisdropped
        WHERE c.relkind = 'r' AND n.nspname = current_schema() AND NOT c.relforcerowsecurity
    LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t.relname);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t.relname);
        EXECUTE format($p$CREATE POLICY of_the_company ON %I
            USING (company_id = NULLIF(current_setting('app.company_id', true), '')::uuid
                   OR current_setting('app.installation', true) = 'on')
            WITH CHECK (company_id = NULLIF(current_setting('app.company_id', true), '')::uuid
                   OR current_setting('app.installation', true) = 'on')$p$, t.relname);
    END LOOP;
END
$fence$;
";

/// Searching by how a word begins, and pages that go on where the last one ended, compare texts by code point, as SQLite and
/// Rust do. A database made with the rules of a language would leave out rows.
async fn sorts_by_code_point(pool: &sqlx::PgPool) -> Result<()> {
    let sorts: bool = sqlx::query_scalar("SELECT 'Z' < 'a' AND 'a b' < 'aB' AND 'z' < 'é'")
        .fetch_one(pool)
        .await?;
    if sorts {
        return Ok(());
    }
    Err(StoreError::Address(
        "the database sorts by the rules of a language; make it with CREATE DATABASE … TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C'"
            .into(),
    ))
}

impl Store {
    /// Applies the migrations that are missing, one after the other.
    ///
    /// # Errors
    /// The database sorts by a language's rules, is newer than this program, an applied step was changed, or a step fails.
    pub async fn migrate(&self) -> Result<()> {
        let migrator = migrator(self.db())?;
        match self.db() {
            Db::Sqlite { writer, .. } => {
                migrator.run(writer).await?;
                planner::brief(&mut *writer.acquire().await?).await?;
            }
            Db::Postgres { pool, .. } => {
                sorts_by_code_point(pool).await?;
                migrator.run(pool).await?;
            }
        }
        Ok(())
    }

    /// How many migrations this program knows and how many the database has.
    pub async fn migration_state(&self) -> Result<(usize, usize)> {
        let known = steps()?.len();
        const APPLIED: &str = "SELECT COUNT(*) FROM _sqlx_migrations";
        let applied: i64 = match self.db() {
            Db::Sqlite { writer, .. } => sqlx::query_scalar(APPLIED).fetch_one(writer).await.unwrap_or(0),
            Db::Postgres { pool, .. } => sqlx::query_scalar(APPLIED).fetch_one(pool).await.unwrap_or(0),
        };
        Ok((known, usize::try_from(applied).unwrap_or(0)))
    }
}
