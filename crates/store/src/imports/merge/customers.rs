//! Customers: the new ones with how to reach them, and what changed about the others.

use super::context::{Context, remark};
use super::fields::{Field, Touched};
use super::{contacts, count, open_changes};
use crate::error::Result;
use crate::imports::layout::FileKind;
use crate::imports::record::Counts;
use crate::imports::row::Reason;
use crate::tx::Tx;

const KIND: FileKind = FileKind::Customers;

/// Merges the customers of some lines.
pub(super) async fn chunk(ctx: &Context, tx: &mut Tx, lines: (i64, i64)) -> Result<Counts> {
    let rows = ctx.rows(KIND);
    let (winners, same) = count::staged(ctx, tx, KIND, lines).await?;
    let mut counts = Counts {
        unchanged: same,
        ..Counts::default()
    };
    if !ctx.is_fresh(KIND) {
        let (matched, differing) = count::matched(
            ctx,
            tx,
            KIND,
            "customers",
            "c.dms_hash = s.hash AND c.missing_since IS NULL",
            lines,
        )
        .await?;
        let erased = fetch_scalar!(
            tx,
            i64,
            sqlx::AssertSqlSafe(format!(
                "SELECT COUNT(*) FROM {rows} s JOIN customers c ON c.company_id = $1 AND c.dms_number = s.number
                    AND c.dms_source = $2 AND c.erased_at IS NOT NULL
                 WHERE s.line > $3 AND s.line <= $4 AND s.lost_to IS NULL"
            )),
            ctx.company,
            &ctx.source,
            lines.0,
            lines.1
        )?;
        if erased > 0 {
            let from = format!(
                "{rows} s JOIN customers c ON c.company_id = $1 AND c.dms_number = s.number AND c.dms_source = $5"
            );
            let sql = remark(
                KIND,
                &from,
                "number",
                "s.number",
                (Reason::Erased, true),
                "s.lost_to IS NULL AND c.erased_at IS NOT NULL",
            );
            execute!(
                tx,
                sqlx::AssertSqlSafe(sql),
                ctx.company,
                ctx.import,
                lines.0,
                lines.1,
                &ctx.source
            )?;
        }
        counts.rejected += u64::try_from(erased).unwrap_or(0);
        if differing > 0 {
            counts.changed = change(ctx, tx, lines).await?;
        }
        counts.unchanged += matched.saturating_sub(counts.changed + counts.rejected);
        if matched == winners {
            return Ok(counts);
        }
    }
    counts.created = create(ctx, tx, lines).await?;
    Ok(counts)
}

async fn create(ctx: &Context, tx: &mut Tx, lines: (i64, i64)) -> Result<u64> {
    let rows = ctx.rows(KIND);
    let (unknown, history) = if ctx.is_fresh(KIND) {
        ("1 = 1", ctx.staging.work(KIND, "history"))
    } else {
        // who has a history gets its dates with the visits and invoices
        (
            "NOT EXISTS (SELECT 1 FROM customers c WHERE c.company_id = $1 AND c.dms_number = s.number AND c.dms_source = $2)",
            "(SELECT CAST(NULL AS TEXT) AS number, NULL AS first_workshop, NULL AS last_visit, NULL AS last_invoice,
                CAST(NULL AS TEXT) AS last_paid WHERE 1 = 0)"
                .to_owned(),
        )
    };
    let no_date = |column: &str| {
        if ctx.is_fresh(KIND) {
            column.to_owned()
        } else {
            "NULL".to_owned()
        }
    };
    let sql = format!(
        "INSERT INTO customers (company_id, id, dms_source, dms_number, dms_hash, kind, gender, initials, first_name, patronymic,
            infix, last_name, business_name, name_folded, birth_date, language, stage, location_id, first_workshop_on,
            last_visit_on, last_invoice_on, last_invoice_entity_id, created_at, created_import, updated_at)
         SELECT $1, s.id, $2, s.number, s.hash, COALESCE(s.kind, 'unknown'), s.gender, s.initials, s.first_name, s.patronymic,
            s.infix, COALESCE(s.last_name, ''), s.business_name, s.name_folded, s.birth_date, s.language,
            CASE WHEN h.last_invoice IS NULL THEN 'prospect' ELSE 'customer' END, l.id, {first_workshop}, {last_visit},
            {last_invoice}, CASE WHEN h.last_invoice IS NULL THEN NULL ELSE COALESCE(p.legal_entity_id, $3) END, $4, $5, $4
         FROM {rows} s
         LEFT JOIN locations l ON l.company_id = $1 AND l.code = s.location
         LEFT JOIN {history} h ON h.number = s.number
         LEFT JOIN locations p ON p.company_id = $1 AND p.code = substr(h.last_paid, 11)
         WHERE s.line > $6 AND s.line <= $7 AND s.lost_to IS NULL AND {unknown} ORDER BY s.line",
        first_workshop = no_date("h.first_workshop"),
        last_visit = no_date("h.last_visit"),
        last_invoice = no_date("h.last_invoice"),
    );
    let created = execute!(
        tx,
        sqlx::AssertSqlSafe(sql),
        ctx.company,
        &ctx.source,
        ctx.entity,
        ctx.now,
        ctx.import,
        lines.0,
        lines.1
    )?;
    ctx.introduce(tx, "customers", lines).await?;
    contacts::create(ctx, tx, lines).await?;
    Ok(created)
}

async fn change(ctx: &Context, tx: &mut Tx, lines: (i64, i64)) -> Result<u64> {
    let differs =
        "(c.dms_hash IS DISTINCT FROM s.hash OR c.missing_since IS NOT NULL) AND c.erased_at IS NULL";
    Touched::list(ctx, tx, KIND, "customers", differs, lines).await?;
    open_changes::settle(
        ctx,
        tx,
        KIND,
        &[
            "gender",
            "initials",
            "first_name",
            "infix",
            "last_name",
            "business_name",
            "email",
            "mobile",
            "phone",
            "address",
        ],
    )
    .await?;
    let mut fields: Vec<Field> = [
        "kind",
        "gender",
        "initials",
        "first_name",
        "patronymic",
        "infix",
        "business_name",
        "birth_date",
        "language",
    ]
    .into_iter()
    .map(|column| Field::same(KIND, column))
    .collect();
    fields.push(Field::of(
        KIND,
        "last_name",
        "last_name",
        "COALESCE(s.last_name, '')".into(),
    ));
    let location = "CASE WHEN s.location IS NULL THEN NULL ELSE COALESCE(l.id, c.location_id) END";
    fields.push(Field::id(KIND, "location_id", "location", location.into()));
    fields.push(Field {
        column: "missing_since",
        value: "CAST(NULL AS BIGINT)".into(),
        bit: 0,
        is_id: false,
    });
    let held: i64 = ["initials", "first_name", "infix", "last_name", "business_name"]
        .iter()
        .map(|f| KIND.bit(f))
        .sum();
    // a name that the file says in part only keeps its place in the list until it is said whole
    let folded = format!(
        "CASE WHEN (s.silent & {held}) <> 0 AND c.name_folded <> '' THEN c.name_folded ELSE s.name_folded END"
    );
    fields.push(Field {
        column: "name_folded",
        value: folded,
        bit: 0,
        is_id: false,
    });
    let touched = Touched {
        kind: KIND,
        table: "customers",
        joins: "LEFT JOIN locations l ON l.company_id = $1 AND l.code = s.location",
        fields: &fields,
        is_dated: true,
    };
    touched.note(ctx, tx).await?;
    contacts::change(ctx, tx).await?;
    touched.store(ctx, tx).await?;
    touched.count(ctx, tx).await
}
