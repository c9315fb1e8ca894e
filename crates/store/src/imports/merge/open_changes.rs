//! What customers and staff changed, held against what the file says now (F68): the third side of the merge.

use super::context::Context;
use crate::error::Result;
use crate::imports::layout::FileKind;
use crate::tx::Tx;

/// Settles the open changes of the touched rows. The file says the new value: confirmed. It says another than the last
/// time: overtaken, and its word counts. It says the same as the last time: the change stands, and the row falls silent
/// about that field.
pub(super) async fn settle(ctx: &Context, tx: &mut Tx, kind: FileKind, fields: &[&str]) -> Result<()> {
    let (rows, touched) = (ctx.rows(kind), ctx.touched(kind));
    if ctx.is_postgres {
        // whoever is changing one of them now is waited for, and then heard; always in one order, so that no two wait for each other
        let sql = format!(
            "SELECT COUNT(*) FROM (SELECT 1 FROM {table} c WHERE c.company_id = $1 AND c.id IN (SELECT t.id FROM {touched} t)
             ORDER BY c.id FOR NO KEY UPDATE) x",
            table = super::table(kind)
        );
        fetch_scalar!(tx, i64, sqlx::AssertSqlSafe(sql), ctx.company)?;
    }
    let when = |value: &dyn Fn(&str) -> String| {
        let arms: Vec<String> = fields
            .iter()
            .map(|f| format!("WHEN '{f}' THEN {}", value(f)))
            .collect();
        format!("CASE h.field {} END", arms.join(" "))
    };
    let said = format!("COALESCE({}, '')", when(&|f| format!("CAST(s.{f} AS TEXT)")));
    let bit = when(&|f| kind.bit(f).to_string());
    let list = fields
        .iter()
        .map(|f| format!("'{f}'"))
        .collect::<Vec<_>>()
        .join(", ");
    let ours =
        format!("h.company_id = $1 AND h.subject_id = t.id AND h.status = 'open' AND h.field IN ({list})");
    let is_news = format!("(s.silent & {bit}) = 0 AND {said} <> COALESCE(h.imported_value, '')");

    // so that undo can open them again
    for (field, old, new) in [
        (
            "status",
            "'open'".to_owned(),
            format!("CASE WHEN {said} = COALESCE(h.new_value, '') THEN 'confirmed' ELSE 'overtaken' END"),
        ),
        ("imported_value", "h.imported_value".to_owned(), said.clone()),
    ] {
        execute!(
            tx,
            sqlx::AssertSqlSafe(format!(
                "INSERT INTO import_changes (company_id, import_id, kind, entity_id, field, line, old_value, new_value)
                 SELECT $1, $2, 'changes', h.id, '{field}', s.line, {old}, {new}
                 FROM changes h JOIN {touched} t ON t.id = h.subject_id JOIN {rows} s ON s.line = t.line
                 WHERE {ours} AND {is_news}
                 ON CONFLICT (company_id, import_id, kind, entity_id, field) DO NOTHING"
            )),
            ctx.company,
            ctx.import
        )?;
    }
    execute!(
        tx,
        sqlx::AssertSqlSafe(format!(
            "UPDATE changes AS h SET closed_at = $2, imported_value = NULLIF({said}, ''),
                status = CASE WHEN {said} = COALESCE(h.new_value, '') THEN 'confirmed' ELSE 'overtaken' END
             FROM {touched} t JOIN {rows} s ON s.line = t.line WHERE {ours} AND {is_news}"
        )),
        ctx.company,
        ctx.now
    )?;
    execute!(
        tx,
        sqlx::AssertSqlSafe(format!(
            "UPDATE {rows} AS s SET silent = s.silent | x.bits
             FROM (SELECT t.line, CAST(SUM(DISTINCT {bit}) AS BIGINT) AS bits
                   FROM changes h JOIN {touched} t ON t.id = h.subject_id WHERE {ours} GROUP BY t.line) x
             WHERE s.line = x.line"
        )),
        ctx.company
    )?;
    Ok(())
}
