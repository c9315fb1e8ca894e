//! What the schema is on the database at hand, told alike for both; and a watch over what is in it.

use std::collections::BTreeSet;

use carport_store::{Db, Store};
use sqlx::AssertSqlSafe;

/// A column.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, sqlx_macros::FromRow)]
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
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, sqlx_macros::FromRow)]
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
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, sqlx_macros::FromRow)]
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

/// Tells which tables changed, by triggers, so that a look costs nothing however much is in them.
#[derive(Debug, Clone)]
pub struct Watch {
    store: Store,
}

impl Watch {
    /// Of these tables, from now on.
    pub async fn over(store: &Store, tables: &[&str]) -> Self {
        let columns = columns(store).await;
        let mut sql = String::from("CREATE TABLE touched (name TEXT NOT NULL);");
        if matches!(store.db(), Db::Postgres { .. }) {
            sql.push_str(
                "CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS
                 'BEGIN INSERT INTO touched VALUES (TG_TABLE_NAME); RETURN NULL; END';",
            );
        }
        for table in tables {
            let differs: Vec<String> = columns
                .iter()
                .filter(|c| c.table == *table)
                .map(|c| format!("OLD.\"{0}\" IS NOT NEW.\"{0}\"", c.name))
                .collect();
            for event in ["INSERT", "UPDATE", "DELETE"] {
                let (when, act) = match (store.db(), event) {
                    (Db::Sqlite { .. }, "UPDATE") => (
                        format!("WHEN {}", differs.join(" OR ")),
                        format!("BEGIN INSERT INTO touched VALUES ('{table}'); END"),
                    ),
                    (Db::Sqlite { .. }, _) => (
                        String::new(),
                        format!("BEGIN INSERT INTO touched VALUES ('{table}'); END"),
                    ),
                    (Db::Postgres { .. }, "UPDATE") => (
                        "WHEN (OLD.* IS DISTINCT FROM NEW.*)".to_owned(),
                        "EXECUTE FUNCTION touch()".to_owned(),
                    ),
                    (Db::Postgres { .. }, _) => (String::new(), "EXECUTE FUNCTION touch()".to_owned()),
                };
                sql.push_str(&format!(
                    "CREATE TRIGGER touch_{table}_{event} AFTER {event} ON {table} FOR EACH ROW {when} {act};"
                ));
            }
        }
        match store.db() {
            Db::Sqlite { writer, .. } => sqlx::raw_sql(AssertSqlSafe(sql)).execute(writer).await.map(drop),
            Db::Postgres { pool, .. } => sqlx::raw_sql(AssertSqlSafe(sql)).execute(pool).await.map(drop),
        }
        .expect("the triggers are made");
        Self { store: store.clone() }
    }

    /// The tables that changed since this was asked before.
    pub async fn changed(&self) -> BTreeSet<String> {
        const SQL: &str = "DELETE FROM touched RETURNING name";
        let rows: Vec<(String,)> = match self.store.db() {
            Db::Sqlite { writer, .. } => sqlx::query_as(SQL).fetch_all(writer).await,
            Db::Postgres { pool, .. } => sqlx::query_as(SQL).fetch_all(pool).await,
        }
        .expect("what changed is read");
        rows.into_iter().map(|(name,)| name).collect()
    }
}
