//! Counting what a chunk of lines comes to, before anything is written.

use super::context::Context;
use crate::error::Result;
use crate::imports::layout::FileKind;
use crate::imports::staging::STORED;
use crate::tx::Tx;

fn natural(n: Option<i64>) -> u64 {
    n.and_then(|n| u64::try_from(n).ok()).unwrap_or(0)
}

/// The rows that count and are to be merged; and those that change nothing, since what is stored or a later row says the
/// same.
pub(super) async fn staged(
    ctx: &Context,
    tx: &mut Tx,
    kind: FileKind,
    lines: (i64, i64),
) -> Result<(u64, u64)> {
    let rows = ctx.rows(kind);
    let (winners, lost, stored): (Option<i64>, Option<i64>, Option<i64>) = fetch_one!(
        tx,
        (Option<i64>, Option<i64>, Option<i64>),
        sqlx::AssertSqlSafe(format!(
            "SELECT CAST(SUM(CASE WHEN lost_to IS NULL THEN 1 ELSE 0 END) AS BIGINT),
                CAST(SUM(CASE WHEN lost_to > {STORED} THEN 1 ELSE 0 END) AS BIGINT),
                CAST(SUM(CASE WHEN lost_to = {STORED} THEN 1 ELSE 0 END) AS BIGINT)
             FROM {rows} WHERE line > $1 AND line <= $2"
        )),
        lines.0,
        lines.1
    )?;
    let mut same = natural(stored);
    if natural(lost) > 0 {
        let repeated = fetch_scalar!(
            tx,
            i64,
            sqlx::AssertSqlSafe(format!(
                "SELECT COUNT(*) FROM {rows} r JOIN {rows} w ON w.line = r.lost_to AND w.hash = r.hash
                 WHERE r.line > $1 AND r.line <= $2"
            )),
            lines.0,
            lines.1
        )?;
        same += natural(Some(repeated));
    }
    Ok((natural(winners), same))
}

/// The last line of the next so many rows that are to be merged; none where so many are not left.
pub(super) async fn end_of_next(
    ctx: &Context,
    tx: &mut Tx,
    kind: FileKind,
    after: i64,
    size: i64,
) -> Result<Option<i64>> {
    let (found, end): (i64, Option<i64>) = fetch_one!(
        tx,
        (i64, Option<i64>),
        sqlx::AssertSqlSafe(format!(
            "SELECT COUNT(*), MAX(x.line) FROM (SELECT line FROM {} WHERE line > $1 AND lost_to IS NULL ORDER BY line LIMIT $2) x",
            ctx.rows(kind)
        )),
        after,
        size
    )?;
    Ok(end.filter(|_| found == size))
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
