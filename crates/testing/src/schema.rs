//! What the schema is on the database at hand, told alike for both; and a fingerprint of everything in it.

use std::collections::{BTreeMap, BTreeSet};

use carport_store::{Db, Store};
use sqlx::AssertSqlSafe;

/// A column.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, sqlx::FromRow)]
pub struct Column {
    /// Its table.
    pub table: String,
    /// Its name.
    pub name: String,
    /// Its type, in the words of PostgreSQL.
    pub kind: String,
    /// Whether it may be empty.
    pub nullable: bool,
}

/// An index, a primary key or a unique constraint.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, sqlx::FromRow)]
pub struct Index {
    /// Its table.
    pub table: String,
    /// Its columns in order, joined by commas.
    pub columns: String,
    /// Whether it holds each value once.
    pub is_unique: bool,
    /// Whether it holds some rows only.
    pub is_partial: bool,
}

/// A reference from one table to another.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, sqlx::FromRow)]
pub struct Reference {
    /// The table.
    pub table: String,
    /// Its columns, joined by commas.
    pub columns: String,
    /// The table referred to.
    pub target: String,
}

macro_rules! rows {
    ($store:expr, $kind:ty, $sqlite:expr, $postgres:expr) => {
        match $store.db() {
            Db::Sqlite { writer, .. } => {
                let rows: Vec<$kind> = sqlx::query_as($sqlite)
                    .fetch_all(writer)
                    .await
                    .expect("the schema is read");
                rows
            }
            Db::Postgres { pool, .. } => {
                let rows: Vec<$kind> = sqlx::query_as($postgres)
                    .fetch_all(pool)
                    .await
                    .expect("the schema is read");
                rows
            }
        }
    };
}

/// Every column of every table.
pub async fn columns(store: &Store) -> BTreeSet<Column> {
    let rows = rows!(
        store,
        Column,
        r#"SELECT m.name AS "table", c.name AS name,
                  CASE UPPER(c.type) WHEN 'BLOB' THEN 'bytea' ELSE LOWER(c.type) END AS kind, c."notnull" = 0 AS nullable
           FROM sqlite_master m JOIN pragma_table_info(m.name) c
           WHERE m.type = 'table' AND m.name NOT LIKE '\_%' ESCAPE '\' AND m.name NOT LIKE 'sqlite%'"#,
        r#"SELECT CAST(t.relname AS TEXT) AS "table", CAST(c.attname AS TEXT) AS name,
                  format_type(c.atttypid, c.atttypmod) AS kind, NOT c.attnotnull AS nullable
           FROM pg_class t JOIN pg_namespace n ON n.oid = t.relnamespace
           JOIN pg_attribute c ON c.attrelid = t.oid AND c.attnum > 0 AND NOT c.attisdropped
           WHERE t.relkind = 'r' AND n.nspname = current_schema() AND t.relname NOT LIKE '\_%'"#
    );
    rows.into_iter().collect()
}

/// Every index.
pub async fn indexes(store: &Store) -> BTreeSet<Index> {
    let rows = rows!(
        store,
        Index,
        r#"SELECT m.name AS "table",
                  (SELECT group_concat(name, ',') FROM (SELECT name FROM pragma_index_info(i.name) ORDER BY seqno)) AS columns,
                  i."unique" = 1 AS is_unique, i.partial = 1 AS is_partial
           FROM sqlite_master m JOIN pragma_index_list(m.name) i
           WHERE m.type = 'table' AND m.name NOT LIKE '\_%' ESCAPE '\' AND m.name NOT LIKE 'sqlite%'"#,
        r#"SELECT CAST(t.relname AS TEXT) AS "table",
                  (SELECT string_agg(a.attname, ',' ORDER BY k.place) FROM unnest(x.indkey) WITH ORDINALITY AS k (number, place)
                   JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = k.number) AS columns,
                  x.indisunique AS is_unique, x.indpred IS NOT NULL AS is_partial
           FROM pg_index x JOIN pg_class t ON t.oid = x.indrelid JOIN pg_namespace n ON n.oid = t.relnamespace
           WHERE t.relkind = 'r' AND n.nspname = current_schema() AND t.relname NOT LIKE '\_%'"#
    );
    rows.into_iter().collect()
}

/// Every foreign key.
pub async fn references(store: &Store) -> BTreeSet<Reference> {
    let rows = rows!(
        store,
        Reference,
        r#"SELECT m.name AS "table",
                  (SELECT group_concat("from", ',') FROM (SELECT "from" FROM pragma_foreign_key_list(m.name)
                      WHERE id = f.id ORDER BY seq)) AS columns,
                  f."table" AS target
           FROM sqlite_master m JOIN pragma_foreign_key_list(m.name) f
           WHERE m.type = 'table' AND m.name NOT LIKE '\_%' ESCAPE '\'"#,
        r#"SELECT CAST(t.relname AS TEXT) AS "table",
                  (SELECT string_agg(a.attname, ',' ORDER BY k.place) FROM unnest(x.conkey) WITH ORDINALITY AS k (number, place)
                   JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = k.number) AS columns,
                  CAST(o.relname AS TEXT) AS target
           FROM pg_constraint x JOIN pg_class t ON t.oid = x.conrelid JOIN pg_class o ON o.oid = x.confrelid
           JOIN pg_namespace n ON n.oid = t.relnamespace
           WHERE x.contype = 'f' AND n.nspname = current_schema() AND t.relname NOT LIKE '\_%'"#
    );
    rows.into_iter().collect()
}

/// Reads everything in some tables at once.
#[derive(Debug, Clone)]
pub struct Fingerprint {
    store: Store,
    sql: String,
}

impl Fingerprint {
    /// Of these tables.
    pub async fn of(store: &Store, tables: &[&str]) -> Self {
        let columns = columns(store).await;
        let part = |table: &&str| match store.db() {
            Db::Sqlite { .. } => {
                let quoted: Vec<String> = columns
                    .iter()
                    .filter(|c| c.table == **table)
                    .map(|c| format!("quote(\"{}\")", c.name))
                    .collect();
                format!(
                    "SELECT '{table}', COALESCE(group_concat(line, char(10)), '') FROM (SELECT {} AS line FROM {table} ORDER BY 1)",
                    quoted.join(" || ',' || ")
                )
            }
            Db::Postgres { .. } => format!(
                "SELECT '{table}', COALESCE(string_agg(CAST(t AS TEXT), chr(10) ORDER BY CAST(t AS TEXT)), '') FROM {table} t"
            ),
        };
        let parts: Vec<String> = tables.iter().map(part).collect();
        Self {
            store: store.clone(),
            sql: parts.join(" UNION ALL "),
        }
    }

    /// What stands in the tables now, a line for each row.
    pub async fn take(&self) -> BTreeMap<String, String> {
        let rows: Vec<(String, String)> = match self.store.db() {
            Db::Sqlite { writer, .. } => sqlx::query_as(AssertSqlSafe(self.sql.clone()))
                .fetch_all(writer)
                .await
                .expect("the tables are read"),
            Db::Postgres { pool, .. } => {
                let mut tx = pool.begin().await.expect("a transaction");
                sqlx::query("SELECT set_config('app.installation', 'on', true)")
                    .execute(&mut *tx)
                    .await
                    .expect("the scope is set");
                sqlx::query_as(AssertSqlSafe(self.sql.clone()))
                    .fetch_all(&mut *tx)
                    .await
                    .expect("the tables are read")
            }
        };
        rows.into_iter().collect()
    }
}
