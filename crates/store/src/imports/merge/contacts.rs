//! How to reach customers. A new address takes the place of the one the file said before; what customers and staff added
//! stays. Refusals belong to the customer and so hold for the new address, grants do not pass to it (CON-12).

use super::context::Context;
use crate::error::Result;
use crate::imports::layout::FileKind;
use crate::tx::Tx;

const KIND: FileKind = FileKind::Customers;
/// Each kind of contact point with the staged column that is compared.
const KINDS: [(&str, &str); 4] = [
    ("email", "email_folded"),
    ("mobile", "mobile"),
    ("phone", "phone"),
    ("address", "address_folded"),
];

/// Adds the contact points of new customers: in the order of their table, so that each goes to its end.
pub(super) async fn create(ctx: &Context, tx: &mut Tx, lines: (i64, i64)) -> Result<()> {
    let is_new = if ctx.is_fresh(KIND) {
        "1 = 1"
    } else {
        "EXISTS (SELECT 1 FROM customers c WHERE c.company_id = $1 AND c.id = s.id)"
    };
    let kinds = KINDS
        .iter()
        .enumerate()
        .map(|(n, (kind, _))| format!("SELECT {n} AS place, '{kind}' AS kind"));
    let kinds = kinds.collect::<Vec<_>>().join(" UNION ALL ");
    let by_kind = |column: fn(&str, &str) -> String| {
        let arms = KINDS.iter().enumerate();
        let arms = arms.map(|(n, (kind, folded))| format!("WHEN {n} THEN s.{}", column(kind, folded)));
        format!("CASE k.place {} END", arms.collect::<Vec<_>>().join(" "))
    };
    let value = by_kind(|kind, _| kind.to_owned());
    let sql = format!(
        "INSERT INTO contact_points (company_id, customer_id, id, kind, value, value_folded, origin, collected_on,
            legal_entity_id, created_at, created_import)
         SELECT $1, s.id, {id}, k.kind, {value}, {folded}, 'dms', s.collected_on, COALESCE(l.legal_entity_id, $2), $3, $4
         FROM {rows} s CROSS JOIN ({kinds}) k LEFT JOIN locations l ON l.company_id = $1 AND l.code = s.location
         WHERE s.line > $5 AND s.line <= $6 AND s.lost_to IS NULL AND {value} IS NOT NULL AND {is_new}
         ORDER BY s.line, k.place",
        id = by_kind(|kind, _| format!("{kind}_id")),
        folded = by_kind(|_, folded| folded.to_owned()),
        rows = ctx.rows(KIND),
    );
    execute!(
        tx,
        sqlx::AssertSqlSafe(sql),
        ctx.company,
        ctx.entity,
        ctx.now,
        ctx.import,
        lines.0,
        lines.1
    )?;
    Ok(())
}

async fn insert(
    ctx: &Context,
    tx: &mut Tx,
    (kind, folded): (&str, &str),
    customer: &str,
    joins: &str,
    condition: &str,
    lines: (i64, i64),
) -> Result<u64> {
    let sql = format!(
        "INSERT INTO contact_points (company_id, customer_id, id, kind, value, value_folded, origin, collected_on,
            legal_entity_id, created_at, created_import)
         SELECT $1, {customer}, s.{kind}_id, '{kind}', s.{kind}, s.{folded}, 'dms', s.collected_on,
            COALESCE(l.legal_entity_id, $2), $3, $4
         FROM {rows} s {joins} LEFT JOIN locations l ON l.company_id = $1 AND l.code = s.location
         WHERE s.{kind} IS NOT NULL AND {condition} ORDER BY s.line",
        rows = ctx.rows(KIND),
    );
    execute!(
        tx,
        sqlx::AssertSqlSafe(sql),
        ctx.company,
        ctx.entity,
        ctx.now,
        ctx.import,
        lines.0,
        lines.1
    )
}

/// Changes the contact points of the touched customers.
pub(super) async fn change(ctx: &Context, tx: &mut Tx) -> Result<()> {
    let (rows, touched) = (ctx.rows(KIND), ctx.touched(KIND));
    for (kind, folded) in KINDS {
        let speaks = format!("(s.silent & {}) = 0", KIND.bit(kind));
        let has_it = format!(
            "EXISTS (SELECT 1 FROM contact_points q WHERE q.company_id = $1 AND q.customer_id = t.id AND q.kind = '{kind}'
                AND q.ended_at IS NULL AND q.value_folded = s.{folded})"
        );
        // what the file said before, and what its newer word has overtaken
        let ends = format!(
            "p.company_id = $1 AND p.customer_id = t.id AND p.kind = '{kind}' AND p.ended_at IS NULL AND {speaks}
             AND (s.{folded} IS NULL OR p.value_folded <> s.{folded})
             AND (p.origin IN ('dms', 'import') OR EXISTS (SELECT 1 FROM changes h WHERE h.company_id = $1
                AND h.subject_id = t.id AND h.field = '{kind}' AND h.status = 'overtaken' AND h.closed_at = {now}
                AND h.new_value = p.value))",
            now = ctx.now.0
        );
        execute!(
            tx,
            sqlx::AssertSqlSafe(format!(
                "INSERT INTO import_changes (company_id, import_id, kind, entity_id, field, line, old_value, new_value)
                 SELECT $1, $2, '{KIND}', t.id, '{kind}', s.line, MIN(p.value), MIN(s.{kind})
                 FROM {touched} t JOIN {rows} s ON s.line = t.line
                 LEFT JOIN contact_points p ON {ends}
                 WHERE {speaks} AND (p.id IS NOT NULL OR (s.{kind} IS NOT NULL AND NOT {has_it}))
                 GROUP BY t.id, s.line
                 ON CONFLICT (company_id, import_id, kind, entity_id, field) DO NOTHING"
            )),
            ctx.company,
            ctx.import
        )?;
        execute!(
            tx,
            sqlx::AssertSqlSafe(format!(
                "UPDATE contact_points AS p SET ended_at = $2 FROM {touched} t JOIN {rows} s ON s.line = t.line WHERE {ends}"
            )),
            ctx.company,
            ctx.now
        )?;
        let joins = format!("JOIN {touched} t ON t.line = s.line");
        let condition = format!("{speaks} AND NOT {has_it} AND s.line > $5 AND s.line <= $6");
        insert(ctx, tx, (kind, folded), "t.id", &joins, &condition, (0, i64::MAX)).await?;
    }
    Ok(())
}
