//! What a customer's record keeps about all visits and invoices together: the first in the workshop, the last of any kind.

use super::context::Context;
use crate::error::Result;
use crate::imports::layout::FileKind;
use crate::tx::Tx;

/// Works the dates out from the staged rows, for customers of whom nothing was known before: they go in with the
/// customers, so that a first import writes each of them once.
pub(super) async fn prepare(ctx: &Context, tx: &mut Tx, kinds: &[FileKind]) -> Result<()> {
    let history = ctx.staging.work(FileKind::Customers, "history");
    let mut parts = Vec::new();
    if kinds.contains(&FileKind::Visits) {
        parts.push(format!(
            "SELECT customer_number AS number, CASE WHEN COALESCE(kind, 'workshop') = 'workshop' THEN date END AS first_workshop,
                CASE WHEN COALESCE(kind, 'workshop') = 'workshop' THEN date END AS last_visit,
                CASE WHEN 1 = 0 THEN date END AS last_invoice, CAST(NULL AS TEXT) AS last_paid
             FROM {} WHERE lost_to IS NULL",
            ctx.rows(FileKind::Visits)
        ));
    }
    if kinds.contains(&FileKind::Invoices) {
        parts.push(format!(
            "SELECT customer_number AS number, CASE WHEN 1 = 0 THEN date END AS first_workshop, date AS last_visit,
                date AS last_invoice, CAST(date AS TEXT) || COALESCE(location, '') AS last_paid
             FROM {} WHERE lost_to IS NULL AND amount > 0",
            ctx.rows(FileKind::Invoices)
        ));
    }
    for statement in [
        format!("DROP TABLE IF EXISTS {history}"),
        format!(
            "CREATE {unlogged} TABLE {history} (number TEXT NOT NULL PRIMARY KEY, first_workshop DATE, last_visit DATE,
                last_invoice DATE, last_paid TEXT) {clustered}",
            unlogged = if ctx.is_postgres { "UNLOGGED" } else { "" },
            clustered = if ctx.is_postgres { "" } else { "WITHOUT ROWID" },
        ),
    ] {
        execute!(tx, sqlx::AssertSqlSafe(statement))?;
    }
    if !parts.is_empty() {
        let sql = format!(
            "INSERT INTO {history} (number, first_workshop, last_visit, last_invoice, last_paid)
             SELECT number, MIN(first_workshop), MAX(last_visit), MAX(last_invoice), MAX(last_paid)
             FROM ({}) x GROUP BY number",
            parts.join(" UNION ALL ")
        );
        execute!(tx, sqlx::AssertSqlSafe(sql))?;
    }
    Ok(())
}

/// Renews the dates of the customers whose visits or invoices a chunk brought or changed.
pub(super) async fn renew(
    ctx: &Context,
    tx: &mut Tx,
    kind: FileKind,
    table: &str,
    lines: (i64, i64),
) -> Result<()> {
    let (rows, touched) = (ctx.rows(kind), ctx.touched(kind));
    let sql = dates(&format!(
        "SELECT n.customer_id FROM {rows} s JOIN {table} n ON n.company_id = $1 AND n.id = s.id
            WHERE s.line > $2 AND s.line <= $3 AND s.lost_to IS NULL
         UNION SELECT n.customer_id FROM {touched} t JOIN {table} n ON n.company_id = $1 AND n.id = t.id"
    ));
    execute!(tx, sqlx::AssertSqlSafe(sql), ctx.company, lines.0, lines.1)?;
    Ok(())
}

/// The statement that works the dates of customers out again; `$1` is the company, `customers` the list of them.
pub(in crate::imports) fn dates(customers: &str) -> String {
    let paid =
        "FROM invoices i WHERE i.company_id = $1 AND i.customer_id = customers.id AND i.amount_cents > 0";
    let workshop =
        "FROM visits v WHERE v.company_id = $1 AND v.customer_id = customers.id AND v.kind = 'workshop'";
    format!(
        "UPDATE customers SET
            first_workshop_on = (SELECT MIN(v.visited_on) {workshop}),
            last_visit_on = (SELECT MAX(x.day) FROM (SELECT MAX(v.visited_on) AS day {workshop}
                UNION ALL SELECT MAX(i.invoiced_on) {paid}) x),
            last_invoice_on = (SELECT MAX(i.invoiced_on) {paid}),
            last_invoice_entity_id = (SELECT i.legal_entity_id {paid} ORDER BY i.invoiced_on DESC, i.id DESC LIMIT 1),
            stage = CASE WHEN stage IN ('visitor', 'lead', 'prospect', 'former') AND EXISTS (SELECT 1 {paid}) THEN 'customer'
                WHEN stage = 'customer' AND NOT EXISTS (SELECT 1 {paid}) THEN 'prospect' ELSE stage END
         WHERE company_id = $1 AND id IN ({customers})"
    )
}
