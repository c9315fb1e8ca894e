//! Counting what a chunk of lines comes to, before anything is written.

use super::context::Context;
use crate::error::Result;
use crate::imports::layout::FileKind;
use crate::tx::Tx;

fn natural(n: Option<i64>) -> u64 {
    n.and_then(|n| u64::try_from(n).ok()).unwrap_or(0)
}

/// The rows that count, and those that repeat a later row exactly.
pub(super) async fn staged(
    ctx: &Context,
    tx: &mut Tx,
    kind: FileKind,
    lines: (i64, i64),
) -> Result<(u64, u64)> {
    let rows = ctx.rows(kind);
    let (all, lost): (i64, Option<i64>) = fetch_one!(
        tx,
        (i64, Option<i64>),
        sqlx::AssertSqlSafe(format!(
            "SELECT COUNT(*), CAST(SUM(CASE WHEN lost_to IS NULL THEN 0 ELSE 1 END) AS BIGINT) FROM {rows}
             WHERE line > $1 AND line <= $2"
        )),
        lines.0,
        lines.1
    )?;
    let lost = natural(lost);
    if lost == 0 {
        return Ok((natural(Some(all)), 0));
    }
    let same = fetch_scalar!(
        tx,
        i64,
        sqlx::AssertSqlSafe(format!(
            "SELECT COUNT(*) FROM {rows} r JOIN {rows} w ON w.line = r.lost_to AND w.hash = r.hash
             WHERE r.line > $1 AND r.line <= $2"
        )),
        lines.0,
        lines.1
    )?;
    Ok((natural(Some(all)) - lost, natural(Some(same))))
}

/// The rows whose number is stored already, and those of them that are not the same as what is stored.
pub(super) async fn matched(
    ctx: &Context,
    tx: &mut Tx,
    kind: FileKind,
    table: &str,
    same: &str,
    lines: (i64, i64),
) -> Result<(u64, u64)> {
    let (rows, Some(key)) = (ctx.rows(kind), kind.key()) else {
        return Ok((0, 0));
    };
    let (all, differing): (i64, Option<i64>) = fetch_one!(
        tx,
        (i64, Option<i64>),
        sqlx::AssertSqlSafe(format!(
            "SELECT COUNT(*), CAST(SUM(CASE WHEN {same} THEN 0 ELSE 1 END) AS BIGINT) FROM {rows} s
             JOIN {table} c ON c.company_id = $1 AND c.dms_number = s.{key} AND c.dms_source = $2
             WHERE s.line > $3 AND s.line <= $4 AND s.lost_to IS NULL"
        )),
        ctx.company,
        &ctx.source,
        lines.0,
        lines.1
    )?;
    Ok((natural(Some(all)), natural(differing)))
}
