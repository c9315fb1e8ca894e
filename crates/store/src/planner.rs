//! What SQLite's planner is told about tables that it cannot measure yet.
//!
//! Without figures it takes ten rows for each value of an index's first column. Here that column is the company, which has
//! a million: it would read every message of a company to find those of one customer, because that spares it an index. Nor is
//! a table of a few rows worth measuring, since it does not stay small. So each index gets the figures of a large company until
//! its table has been measured large. PostgreSQL knows how large a table is.

use sqlx::SqliteConnection;

use crate::error::Result;

/// Rows of a large table, all companies together, and companies among them.
const ROWS: u64 = 1_000_000;
const COMPANIES: u64 = 10;
/// What is measured with fewer rows counts as not measured.
const LARGE: u64 = 10_000;

#[derive(sqlx_macros::FromRow)]
struct Index {
    tbl: String,
    idx: String,
    is_unique: bool,
    is_partial: bool,
    /// Its columns in order; an expression has no name.
    columns: String,
    /// What is known: the rows, then those that share the first column, the first two, and so on.
    measured: Option<String>,
}

/// Every index, under the name that `sqlite_stat1` knows it by.
const INDEXES: &str = "
    SELECT t.name AS tbl, CASE WHEN l.origin = 'pk' AND t.wr THEN t.name ELSE l.name END AS idx, l.\"unique\" AS is_unique,
        l.partial AS is_partial,
        (SELECT group_concat(name, ',') FROM (SELECT COALESCE(name, '') AS name FROM pragma_index_info(l.name) ORDER BY seqno)) AS columns,
        (SELECT stat FROM sqlite_stat1 s WHERE s.tbl = t.name
            AND s.idx = CASE WHEN l.origin = 'pk' AND t.wr THEN t.name ELSE l.name END) AS measured
    FROM pragma_table_list t JOIN pragma_index_list(t.name) l WHERE t.schema = 'main' AND t.type = 'table'";

/// Tells the planner. Outside of a transaction, or at the end of one.
pub(crate) async fn brief(conn: &mut SqliteConnection) -> Result<()> {
    // Makes the table of figures if there is none.
    sqlx::query("ANALYZE sqlite_schema").execute(&mut *conn).await?;
    let indexes: Vec<Index> = sqlx::query_as(INDEXES).fetch_all(&mut *conn).await?;
    for index in indexes.iter().filter(|i| i.columns.starts_with("company_id")) {
        if index.measured.as_deref().is_some_and(is_large) {
            continue;
        }
        sqlx::query("DELETE FROM sqlite_stat1 WHERE tbl = $1 AND idx = $2")
            .bind(&index.tbl)
            .bind(&index.idx)
            .execute(&mut *conn)
            .await?;
        sqlx::query("INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES ($1, $2, $3)")
            .bind(&index.tbl)
            .bind(&index.idx)
            .bind(index.figures())
            .execute(&mut *conn)
            .await?;
    }
    // And makes this connection read it; the others read it when they open.
    sqlx::query("ANALYZE sqlite_schema").execute(&mut *conn).await?;
    Ok(())
}

fn is_large(figures: &str) -> bool {
    let rows = figures.split(' ').next().and_then(|rows| rows.parse().ok());
    rows.is_some_and(|rows: u64| rows >= LARGE)
}

impl Index {
    /// The figures of a large company.
    fn figures(&self) -> String {
        // Of what an index leaves out, most rows are.
        let rows = if self.is_partial { ROWS / 10 } else { ROWS };
        let mut left = rows;
        let mut figures = rows.to_string();
        let columns: Vec<&str> = self.columns.split(',').collect();
        for (n, column) in columns.iter().enumerate() {
            left = (left / different(column)).max(1);
            if self.is_unique && n + 1 == columns.len() {
                left = 1;
            }
            figures.push_str(&format!(" {left}"));
        }
        figures
    }
}

/// How many values a column has, roughly: few where it says what kind of thing a row is, or how it stands.
fn different(column: &str) -> u64 {
    match column {
        "company_id" => COMPANIES,
        "stream" | "outcome" | "kind" | "state" | "status" | "channel" | "category" | "lane" => 4,
        "moment" | "purpose" => 10,
        "week" | "first_week" => 50,
        // A date, bare or in an expression.
        "" => 400,
        on if on.ends_with("_on") || on.ends_with("_due") => 400,
        _ => 20_000,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn index(columns: &str, is_unique: bool) -> Index {
        Index {
            tbl: String::new(),
            idx: String::new(),
            is_unique,
            is_partial: false,
            columns: columns.into(),
            measured: None,
        }
    }

    #[test]
    fn a_company_is_large_and_a_customer_is_one_among_many() {
        assert_eq!(index("company_id,id", true).figures(), "1000000 100000 1");
        assert_eq!(
            index("company_id,customer_id,created_at", false).figures(),
            "1000000 100000 5 1"
        );
        assert_eq!(
            index("company_id,stream,kind,status", false).figures(),
            "1000000 100000 25000 6250 1562"
        );
    }

    #[test]
    fn what_was_measured_small_is_not_believed() {
        assert!(is_large("10000 500 1") && is_large("250000 1191 3 1 unordered"));
        assert!(!is_large("9999 1 1") && !is_large("0") && !is_large(""));
    }
}
