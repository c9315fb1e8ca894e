//! Rows for tests, written past the store's own methods, so that a test can set up any state at all.

use carport_domain::CompanyId;
use carport_store::{Db, Store};
use chrono::NaiveDate;
use sqlx::{AssertSqlSafe, Row};
use uuid::Uuid;

/// One value of a statement.
#[derive(Debug, Clone)]
pub enum Arg {
    /// TEXT.
    Text(Option<String>),
    /// BIGINT.
    Int(Option<i64>),
    /// UUID.
    Uuid(Option<Uuid>),
    /// DATE.
    Date(Option<NaiveDate>),
    /// BOOLEAN.
    Bool(bool),
    /// BYTEA or BLOB.
    Bytes(Vec<u8>),
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Arg::Text(Some(text.to_owned()))
    }
}
impl From<String> for Arg {
    fn from(text: String) -> Self {
        Arg::Text(Some(text))
    }
}
impl From<Option<String>> for Arg {
    fn from(text: Option<String>) -> Self {
        Arg::Text(text)
    }
}
impl From<i64> for Arg {
    fn from(n: i64) -> Self {
        Arg::Int(Some(n))
    }
}
impl From<Option<i64>> for Arg {
    fn from(n: Option<i64>) -> Self {
        Arg::Int(n)
    }
}
impl From<Uuid> for Arg {
    fn from(id: Uuid) -> Self {
        Arg::Uuid(Some(id))
    }
}
impl From<Option<Uuid>> for Arg {
    fn from(id: Option<Uuid>) -> Self {
        Arg::Uuid(id)
    }
}
impl From<NaiveDate> for Arg {
    fn from(date: NaiveDate) -> Self {
        Arg::Date(Some(date))
    }
}
impl From<Option<NaiveDate>> for Arg {
    fn from(date: Option<NaiveDate>) -> Self {
        Arg::Date(date)
    }
}
impl From<bool> for Arg {
    fn from(yes: bool) -> Self {
        Arg::Bool(yes)
    }
}
impl From<Vec<u8>> for Arg {
    fn from(bytes: Vec<u8>) -> Self {
        Arg::Bytes(bytes)
    }
}

macro_rules! bound {
    ($query:expr, $args:expr) => {{
        let mut query = $query;
        for arg in $args {
            query = match arg {
                Arg::Text(v) => query.bind(v),
                Arg::Int(v) => query.bind(v),
                Arg::Uuid(v) => query.bind(v),
                Arg::Date(v) => query.bind(v),
                Arg::Bool(v) => query.bind(v),
                Arg::Bytes(v) => query.bind(v),
            };
        }
        query
    }};
}

const SCOPE: &str =
    "SELECT set_config('app.company_id', $1, true), set_config('app.installation', 'off', true)";

/// Runs a statement as `company`; the rows it touched.
pub async fn execute(
    store: &Store,
    company: CompanyId,
    sql: &str,
    args: impl IntoIterator<Item = Arg>,
) -> u64 {
    match store.db() {
        Db::Sqlite { writer, .. } => {
            let query = bound!(sqlx::query(AssertSqlSafe(sql.to_owned())), args);
            query
                .execute(writer)
                .await
                .expect("the statement runs")
                .rows_affected()
        }
        Db::Postgres { pool, .. } => {
            let mut tx = pool.begin().await.expect("a transaction");
            sqlx::query(SCOPE)
                .bind(company.to_string())
                .execute(&mut *tx)
                .await
                .expect("the scope is set");
            let query = bound!(sqlx::query(AssertSqlSafe(sql.to_owned())), args);
            let done = query
                .execute(&mut *tx)
                .await
                .expect("the statement runs")
                .rows_affected();
            tx.commit().await.expect("it is kept");
            done
        }
    }
}

/// The whole number in the first column of the first row.
pub async fn number(
    store: &Store,
    company: CompanyId,
    sql: &str,
    args: impl IntoIterator<Item = Arg>,
) -> i64 {
    match store.db() {
        Db::Sqlite { writer, .. } => {
            let query = bound!(sqlx::query(AssertSqlSafe(sql.to_owned())), args);
            query.fetch_one(writer).await.expect("a row").get(0)
        }
        Db::Postgres { pool, .. } => {
            let mut tx = pool.begin().await.expect("a transaction");
            sqlx::query(SCOPE)
                .bind(company.to_string())
                .execute(&mut *tx)
                .await
                .expect("the scope is set");
            let query = bound!(sqlx::query(AssertSqlSafe(sql.to_owned())), args);
            query.fetch_one(&mut *tx).await.expect("a row").get(0)
        }
    }
}

/// A text out of a company's data: the first column of the first row, if there is one.
pub async fn text(
    store: &Store,
    company: CompanyId,
    sql: &str,
    args: impl IntoIterator<Item = Arg>,
) -> Option<String> {
    match store.db() {
        Db::Sqlite { writer, .. } => {
            let query = bound!(sqlx::query(AssertSqlSafe(sql.to_owned())), args);
            query
                .fetch_optional(writer)
                .await
                .expect("the query runs")
                .and_then(|row| row.get(0))
        }
        Db::Postgres { pool, .. } => {
            let mut tx = pool.begin().await.expect("a transaction");
            sqlx::query(SCOPE)
                .bind(company.to_string())
                .execute(&mut *tx)
                .await
                .expect("the scope is set");
            let query = bound!(sqlx::query(AssertSqlSafe(sql.to_owned())), args);
            query
                .fetch_optional(&mut *tx)
                .await
                .expect("the query runs")
                .and_then(|row| row.get(0))
        }
    }
}

/// Every text of the first column of a query on a company's data.
pub async fn texts(
    store: &Store,
    company: CompanyId,
    sql: &str,
    args: impl IntoIterator<Item = Arg>,
) -> Vec<String> {
    let rows: Vec<Option<String>> = match store.db() {
        Db::Sqlite { writer, .. } => {
            let query = bound!(sqlx::query(AssertSqlSafe(sql.to_owned())), args);
            query
                .fetch_all(writer)
                .await
                .expect("the query runs")
                .iter()
                .map(|row| row.get(0))
                .collect()
        }
        Db::Postgres { pool, .. } => {
            let mut tx = pool.begin().await.expect("a transaction");
            sqlx::query(SCOPE)
                .bind(company.to_string())
                .execute(&mut *tx)
                .await
                .expect("the scope is set");
            let query = bound!(sqlx::query(AssertSqlSafe(sql.to_owned())), args);
            query
                .fetch_all(&mut *tx)
                .await
                .expect("the query runs")
                .iter()
                .map(|row| row.get(0))
                .collect()
        }
    };
    rows.into_iter().flatten().collect()
}

/// Every id of the first column of a query on a company's data.
pub async fn ids(
    store: &Store,
    company: CompanyId,
    sql: &str,
    args: impl IntoIterator<Item = Arg>,
) -> Vec<Uuid> {
    match store.db() {
        Db::Sqlite { writer, .. } => {
            let query = bound!(sqlx::query(AssertSqlSafe(sql.to_owned())), args);
            let rows = query.fetch_all(writer).await.expect("the query runs");
            rows.iter().map(|row| row.get(0)).collect()
        }
        Db::Postgres { pool, .. } => {
            let mut tx = pool.begin().await.expect("a transaction");
            sqlx::query(SCOPE)
                .bind(company.to_string())
                .execute(&mut *tx)
                .await
                .expect("the scope is set");
            let query = bound!(sqlx::query(AssertSqlSafe(sql.to_owned())), args);
            let rows = query.fetch_all(&mut *tx).await.expect("the query runs");
            rows.iter().map(|row| row.get(0)).collect()
        }
    }
}
