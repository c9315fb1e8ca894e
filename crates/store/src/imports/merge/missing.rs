//! Who was there before and is not in a full export any more.

use super::context::Context;
use crate::error::Result;
use crate::imports::layout::FileKind;
use crate::tx::Tx;

/// Customers or cars looked at by one statement.
const CHUNK: i64 = 20_000;

/// How many customers a full export lacks, and of how many.
pub(super) async fn count(ctx: &Context, tx: &mut Tx, kind: FileKind, table: &str) -> Result<(u64, u64)> {
    let Some(key) = kind.key() else { return Ok((0, 0)) };
    let (missing, all): (Option<i64>, i64) = fetch_one!(
        tx,
        (Option<i64>, i64),
        sqlx::AssertSqlSafe(format!(
            "SELECT CAST(SUM(CASE WHEN EXISTS (SELECT 1 FROM {rows} s WHERE s.{key} = c.dms_number) THEN 0 ELSE 1 END) AS BIGINT),
                COUNT(*) FROM {table} c WHERE c.company_id = $1 AND c.dms_source = $2 AND c.missing_since IS NULL",
            rows = ctx.rows(kind),
        )),
        ctx.company,
        &ctx.source
    )?;
    let natural = |n: i64| u64::try_from(n).unwrap_or(0);
    Ok((natural(missing.unwrap_or(0)), natural(all)))
}

/// Notes some more of the missing: from `after` on in the order of numbers. The last number looked at, and how many were
/// missing; none at the end.
pub(super) async fn chunk(
    ctx: &Context,
    tx: &mut Tx,
    kind: FileKind,
    table: &str,
    after: &str,
) -> Result<Option<(String, u64)>> {
    let Some(key) = kind.key() else { return Ok(None) };
    let until: Option<String> = fetch_scalar!(
        tx,
        Option<String>,
        sqlx::AssertSqlSafe(format!(
            "SELECT MAX(x.dms_number) FROM (SELECT dms_number FROM {table} WHERE company_id = $1 AND dms_number > $2
                ORDER BY dms_number LIMIT {CHUNK}) x"
        )),
        ctx.company,
        after
    )?;
    let Some(until) = until else { return Ok(None) };
    let gone = format!(
        "c.company_id = $1 AND c.dms_number > $2 AND c.dms_number <= $3 AND c.dms_source = $4 AND c.missing_since IS NULL
         AND NOT EXISTS (SELECT 1 FROM {} s WHERE s.{key} = c.dms_number)",
        ctx.rows(kind)
    );
    execute!(
        tx,
        sqlx::AssertSqlSafe(format!(
            "INSERT INTO import_changes (company_id, import_id, kind, entity_id, field, line, old_value, new_value)
             SELECT $1, $5, '{kind}', c.id, 'missing_since', 0, NULL, CAST($6 AS TEXT) FROM {table} c WHERE {gone}
             ON CONFLICT (company_id, import_id, kind, entity_id, field) DO NOTHING"
        )),
        ctx.company,
        after,
        &until,
        &ctx.source,
        ctx.import,
        ctx.now
    )?;
    let missing = execute!(
        tx,
        sqlx::AssertSqlSafe(format!("UPDATE {table} AS c SET missing_since = $5 WHERE {gone}")),
        ctx.company,
        after,
        &until,
        &ctx.source,
        ctx.now
    )?;
    Ok(Some((until, missing)))
}
