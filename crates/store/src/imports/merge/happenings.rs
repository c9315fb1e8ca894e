//! Visits and invoices: what happened to customers and their cars.

use super::context::{Context, remark};
use super::fields::{Field, Touched};
use super::{count, totals};
use crate::error::Result;
use crate::imports::layout::FileKind;
use crate::imports::record::Counts;
use crate::imports::row::Reason;
use crate::tx::Tx;

/// The car a row names: by its number, else its vehicle identification number, else its plate; of several, the newest.
fn vehicle(source: &str) -> String {
    let find = |condition: &str| {
        format!(
            "(SELECT v.id FROM vehicles v WHERE v.company_id = $1 AND {condition} ORDER BY v.created_at DESC, v.id DESC LIMIT 1)"
        )
    };
    let by_number = format!(
        "(SELECT v.id FROM vehicles v WHERE v.company_id = $1 AND v.dms_number = s.vehicle_number AND v.dms_source = {source})"
    );
    let by_vin = find("v.vin = s.vin AND s.vin IS NOT NULL");
    let by_plate = find("v.plate_folded = s.plate_folded AND s.plate_folded IS NOT NULL");
    format!("COALESCE({by_number}, {by_vin}, {by_plate})")
}

/// How one of the two kinds is stored.
struct Shape {
    kind: FileKind,
    table: &'static str,
    /// The columns that only this kind has, and what goes into them.
    own: Vec<(&'static str, &'static str, String, bool)>,
    /// When a stored row is the same as the staged one.
    same: &'static str,
}

fn shape(ctx: &Context, kind: FileKind) -> Shape {
    let source = format!("'{}'", ctx.source.replace('\'', "''"));
    let vehicle = ("vehicle_id", "vehicle_number", vehicle(&source), true);
    if kind == FileKind::Visits {
        return Shape {
            kind,
            table: "visits",
            own: vec![
                vehicle,
                ("location_id", "location", "l.id".into(), true),
                // the file of visits is the workshop's, unless it says otherwise
                ("kind", "kind", "COALESCE(s.kind, 'workshop')".into(), false),
                ("visited_on", "date", "s.date".into(), false),
                ("mileage", "mileage", "s.mileage".into(), false),
                ("description", "description", "s.description".into(), false),
                ("advisor", "advisor", "s.advisor".into(), false),
            ],
            same: "c.dms_hash = s.hash",
        };
    }
    let entity = ctx.entity.map_or("NULL".to_owned(), |e| literal(ctx, e.0));
    let visit = format!(
        "(SELECT w.id FROM visits w WHERE w.company_id = $1 AND w.dms_number = s.visit_number AND w.dms_source = {source})"
    );
    Shape {
        kind,
        table: "invoices",
        own: vec![
            vehicle,
            ("visit_id", "visit_number", visit, true),
            (
                "legal_entity_id",
                "location",
                format!("COALESCE(l.legal_entity_id, {entity})"),
                true,
            ),
            (
                "category",
                "category",
                "COALESCE(s.category, 'other')".into(),
                false,
            ),
            ("invoiced_on", "date", "s.date".into(), false),
            ("amount_cents", "amount", "s.amount".into(), false),
            (
                "currency",
                "currency",
                format!("COALESCE(s.currency, '{}')", ctx.currency),
                false,
            ),
            ("description", "description", "s.description".into(), false),
            ("document_key", "", "s.document_key".into(), false),
        ],
        // a document may arrive later than its row
        same: "c.dms_hash = s.hash AND (s.document_key IS NULL OR c.document_key IS NOT DISTINCT FROM s.document_key)",
    }
}

/// An id as it is written in a statement.
fn literal(ctx: &Context, id: uuid::Uuid) -> String {
    if ctx.is_postgres {
        format!("CAST('{id}' AS UUID)")
    } else {
        format!("x'{}'", id.simple())
    }
}

/// Merges the visits or invoices of some lines.
pub(super) async fn chunk(ctx: &Context, tx: &mut Tx, kind: FileKind, lines: (i64, i64)) -> Result<Counts> {
    let shape = shape(ctx, kind);
    let (winners, same) = count::staged(ctx, tx, kind, lines).await?;
    let mut counts = Counts {
        unchanged: same,
        ..Counts::default()
    };
    let mut matched = 0;
    if !ctx.is_fresh(kind) {
        execute!(
            tx,
            sqlx::AssertSqlSafe(format!("DELETE FROM {}", ctx.touched(kind)))
        )?;
        let (found, differing) = count::matched(ctx, tx, kind, shape.table, shape.same, lines).await?;
        matched = found;
        if differing > 0 {
            counts.changed = change(ctx, tx, &shape, lines).await?;
        }
        counts.unchanged += matched.saturating_sub(counts.changed);
    }
    if matched < winners {
        counts.created = create(ctx, tx, &shape, lines).await?;
        counts.left_out += unknown_vehicles(ctx, tx, &shape, lines).await?;
    }
    if matched + counts.created < winners {
        let unknown = "s.lost_to IS NULL AND NOT EXISTS (SELECT 1 FROM customers k WHERE k.company_id = $1
            AND k.dms_number = s.customer_number AND k.dms_source = $5 AND k.erased_at IS NULL)";
        let from = format!("{} s", ctx.rows(kind));
        let reason = (Reason::UnknownCustomer, true);
        let sql = remark(
            kind,
            &from,
            "customer_number",
            "s.customer_number",
            reason,
            unknown,
        );
        counts.rejected += execute!(
            tx,
            sqlx::AssertSqlSafe(sql),
            ctx.company,
            ctx.import,
            lines.0,
            lines.1,
            &ctx.source
        )?;
    }
    if !ctx.is_fresh(FileKind::Customers) && counts.created + counts.changed > 0 {
        totals::renew(ctx, tx, kind, shape.table, lines).await?;
    }
    Ok(counts)
}

async fn create(ctx: &Context, tx: &mut Tx, shape: &Shape, lines: (i64, i64)) -> Result<u64> {
    let names: Vec<&str> = shape.own.iter().map(|(name, ..)| *name).collect();
    let values: Vec<&str> = shape.own.iter().map(|(_, _, value, _)| value.as_str()).collect();
    let is_new = if ctx.is_fresh(shape.kind) {
        "1 = 1".to_owned()
    } else {
        format!(
            "NOT EXISTS (SELECT 1 FROM {} c WHERE c.company_id = $1 AND c.dms_number = s.number AND c.dms_source = $2)",
            shape.table
        )
    };
    execute!(
        tx,
        sqlx::AssertSqlSafe(format!(
            "INSERT INTO {table} (company_id, id, dms_source, dms_number, dms_hash, customer_id, {names}, created_at, created_import)
             SELECT $1, s.id, $2, s.number, s.hash, k.id, {values}, $3, $4
             FROM {rows} s
             JOIN customers k ON k.company_id = $1 AND k.dms_number = s.customer_number AND k.dms_source = $2
                AND k.erased_at IS NULL
             LEFT JOIN locations l ON l.company_id = $1 AND l.code = s.location
             WHERE s.line > $5 AND s.line <= $6 AND s.lost_to IS NULL AND {is_new} ORDER BY s.line",
            table = shape.table,
            names = names.join(", "),
            values = values.join(", "),
            rows = ctx.rows(shape.kind),
        )),
        ctx.company,
        &ctx.source,
        ctx.now,
        ctx.import,
        lines.0,
        lines.1
    )
}

/// Remarks on new rows whose car nobody knows; the rows themselves are taken.
async fn unknown_vehicles(ctx: &Context, tx: &mut Tx, shape: &Shape, lines: (i64, i64)) -> Result<u64> {
    let from = format!(
        "{} s JOIN {} c ON c.company_id = $1 AND c.id = s.id",
        ctx.rows(shape.kind),
        shape.table
    );
    let condition = "s.lost_to IS NULL AND c.vehicle_id IS NULL AND (s.vehicle_number IS NOT NULL OR s.plate IS NOT NULL OR s.vin IS NOT NULL)";
    let value = "COALESCE(s.vehicle_number, s.plate, s.vin)";
    let sql = remark(
        shape.kind,
        &from,
        "vehicle_number",
        value,
        (Reason::UnknownVehicle, false),
        condition,
    );
    execute!(
        tx,
        sqlx::AssertSqlSafe(sql),
        ctx.company,
        ctx.import,
        lines.0,
        lines.1
    )
}

async fn change(ctx: &Context, tx: &mut Tx, shape: &Shape, lines: (i64, i64)) -> Result<u64> {
    let differs = format!("NOT ({})", shape.same);
    Touched::list(ctx, tx, shape.kind, shape.table, &differs, lines).await?;
    let source = format!("'{}'", ctx.source.replace('\'', "''"));
    let joins = format!(
        "JOIN customers k ON k.company_id = $1 AND k.dms_number = s.customer_number AND k.dms_source = {source}
         LEFT JOIN locations l ON l.company_id = $1 AND l.code = s.location"
    );
    let mut fields = vec![Field::id(
        shape.kind,
        "customer_id",
        "customer_number",
        "k.id".into(),
    )];
    for (column, staged, value, is_id) in &shape.own {
        // a name that leads to nothing takes nothing away
        let keeps = *is_id || *column == "document_key";
        let value = if keeps {
            format!("COALESCE({value}, c.{column})")
        } else {
            value.clone()
        };
        fields.push(Field {
            column,
            value,
            bit: shape.kind.bit(staged),
            is_id: *is_id,
        });
    }
    let touched = Touched {
        kind: shape.kind,
        table: shape.table,
        joins: &joins,
        fields: &fields,
        is_dated: false,
    };
    touched.note(ctx, tx).await?;
    touched.store(ctx, tx).await?;
    touched.count(ctx, tx).await
}
