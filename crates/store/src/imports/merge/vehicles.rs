//! Cars, and who owns, drives and pays for them.

use super::context::{Context, remark};
use super::fields::{Field, Touched};
use super::{count, open_changes};
use crate::error::Result;
use crate::imports::layout::FileKind;
use crate::imports::record::Counts;
use crate::imports::row::Reason;
use crate::tx::Tx;

const KIND: FileKind = FileKind::Vehicles;
/// Each role with the staged column that names the customer.
const ROLES: [(&str, &str); 3] = [
    ("owner", "customer_number"),
    ("driver", "driver_number"),
    ("payer", "payer_number"),
];

/// Merges the cars of some lines.
pub(super) async fn chunk(ctx: &Context, tx: &mut Tx, lines: (i64, i64)) -> Result<Counts> {
    let (winners, same) = count::staged(ctx, tx, KIND, lines).await?;
    let mut counts = Counts {
        unchanged: same,
        ..Counts::default()
    };
    let mut matched = 0;
    if !ctx.is_fresh(KIND) {
        let (found, differing) = count::matched(
            ctx,
            tx,
            KIND,
            "vehicles",
            "c.dms_hash = s.hash AND c.missing_since IS NULL",
            lines,
        )
        .await?;
        matched = found;
        if differing > 0 {
            counts.changed = change(ctx, tx, lines).await?;
        }
        counts.unchanged += matched.saturating_sub(counts.changed);
        if matched == winners {
            return Ok(counts);
        }
    }
    counts.created = create(ctx, tx, lines).await?;
    for (_, column) in ROLES {
        let is_owner = column == "customer_number";
        if is_owner && matched + counts.created == winners {
            continue;
        }
        let unknown = format!(
            "s.lost_to IS NULL AND s.{column} IS NOT NULL AND NOT EXISTS (SELECT 1 FROM customers k
                WHERE k.company_id = $1 AND k.dms_number = s.{column} AND k.dms_source = $5)"
        );
        let from = format!("{} s", ctx.rows(KIND));
        let sql = remark(
            KIND,
            &from,
            column,
            &format!("s.{column}"),
            (Reason::UnknownCustomer, is_owner),
            &unknown,
        );
        let remarks = execute!(
            tx,
            sqlx::AssertSqlSafe(sql),
            ctx.company,
            ctx.import,
            lines.0,
            lines.1,
            &ctx.source
        )?;
        let count = if is_owner {
            &mut counts.rejected
        } else {
            &mut counts.left_out
        };
        *count += remarks;
    }
    Ok(counts)
}

async fn create(ctx: &Context, tx: &mut Tx, lines: (i64, i64)) -> Result<u64> {
    let rows = ctx.rows(KIND);
    let is_new = if ctx.is_fresh(KIND) {
        "1 = 1"
    } else {
        "NOT EXISTS (SELECT 1 FROM vehicles c WHERE c.company_id = $1 AND c.dms_number = s.key AND c.dms_source = $2)"
    };
    let created = execute!(
        tx,
        sqlx::AssertSqlSafe(format!(
            "INSERT INTO vehicles (company_id, id, dms_source, dms_number, dms_hash, plate, plate_folded, plate_country, vin,
                engine_number, make, model, version, body, fuel, colour, first_registration, inspection_due, maintenance_due,
                mileage, mileage_on, created_at, created_import, updated_at)
             SELECT $1, s.id, $2, s.key, s.hash, s.plate, s.plate_folded, s.plate_country, s.vin, s.engine_number, s.make,
                s.model, s.version, s.body, s.fuel, s.colour, s.first_registration, s.inspection_due, s.maintenance_due,
                s.mileage, s.mileage_on, $3, $4, $3
             FROM {rows} s
             LEFT JOIN customers k ON k.company_id = $1 AND k.dms_number = s.customer_number AND k.dms_source = $2
             WHERE s.line > $5 AND s.line <= $6 AND s.lost_to IS NULL AND (s.customer_number IS NULL OR k.id IS NOT NULL)
                AND {is_new} ORDER BY s.line"
        )),
        ctx.company,
        &ctx.source,
        ctx.now,
        ctx.import,
        lines.0,
        lines.1
    )?;
    ctx.introduce(tx, "vehicles", lines).await?;
    for (role, column) in ROLES {
        hold(
            ctx,
            tx,
            role,
            column,
            "JOIN vehicles v ON v.company_id = $1 AND v.id = s.id",
            "v.id",
            lines,
        )
        .await?;
    }
    Ok(created)
}

/// Notes who has a car: `vehicle` is the car's id, over `s` and the joins.
async fn hold(
    ctx: &Context,
    tx: &mut Tx,
    role: &str,
    column: &str,
    joins: &str,
    vehicle: &str,
    lines: (i64, i64),
) -> Result<()> {
    let dates = if role == "owner" {
        "s.owned_from, s.owned_until"
    } else {
        "NULL, NULL"
    };
    execute!(
        tx,
        sqlx::AssertSqlSafe(format!(
            "INSERT INTO vehicle_holdings (company_id, vehicle_id, customer_id, role, from_on, until_on, origin, created_at,
                created_import)
             SELECT $1, {vehicle}, k.id, '{role}', {dates}, 'dms', $2, $3
             FROM {rows} s {joins}
             JOIN customers k ON k.company_id = $1 AND k.dms_number = s.{column} AND k.dms_source = $4
             WHERE s.line > $5 AND s.line <= $6 AND s.lost_to IS NULL ORDER BY s.line
             ON CONFLICT (company_id, vehicle_id, customer_id, role) DO NOTHING",
            rows = ctx.rows(KIND),
        )),
        ctx.company,
        ctx.now,
        ctx.import,
        &ctx.source,
        lines.0,
        lines.1
    )?;
    Ok(())
}

/// What people change here and the file then confirms or overtakes (F68, F77).
const EDITABLE: [&str; 13] = [
    "plate",
    "plate_country",
    "vin",
    "make",
    "model",
    "version",
    "body",
    "fuel",
    "colour",
    "first_registration",
    "inspection_due",
    "maintenance_due",
    "mileage",
];

async fn change(ctx: &Context, tx: &mut Tx, lines: (i64, i64)) -> Result<u64> {
    // a car whose new owner nobody knows is rejected whole, and stays with the one before
    let owner_known = format!(
        "(c.dms_hash IS DISTINCT FROM s.hash OR c.missing_since IS NOT NULL) AND (s.customer_number IS NULL OR EXISTS
         (SELECT 1 FROM customers k WHERE k.company_id = $1 AND k.dms_number = s.customer_number AND k.dms_source = $2))"
    );
    Touched::list(ctx, tx, KIND, "vehicles", &owner_known, lines).await?;
    open_changes::settle(ctx, tx, KIND, &EDITABLE).await?;
    let mut fields: Vec<Field> = [
        "plate",
        "vin",
        "engine_number",
        "make",
        "model",
        "version",
        "body",
        "fuel",
        "colour",
        "first_registration",
        "inspection_due",
        "maintenance_due",
        "mileage",
    ]
    .into_iter()
    .map(|column| Field::same(KIND, column))
    .collect();
    // a reading keeps its date, a plate its country and what matching compares
    for (column, of) in [
        ("mileage_on", "mileage"),
        ("plate_folded", "plate"),
        ("plate_country", "plate"),
    ] {
        fields.push(Field {
            bit: KIND.bit(of) | KIND.bit(column),
            ..Field::same(KIND, column)
        });
    }
    fields.push(Field {
        column: "missing_since",
        value: "CAST(NULL AS BIGINT)".into(),
        bit: 0,
        is_id: false,
    });
    let touched = Touched {
        kind: KIND,
        table: "vehicles",
        joins: "",
        fields: &fields,
        is_dated: true,
    };
    touched.note(ctx, tx).await?;
    touched.store(ctx, tx).await?;
    for (role, column) in ROLES {
        change_holder(ctx, tx, role, column).await?;
    }
    touched.count(ctx, tx).await
}

/// Ends what the file says no longer, and notes what it says now. What customers and staff noted stays.
async fn change_holder(ctx: &Context, tx: &mut Tx, role: &str, column: &str) -> Result<()> {
    let (rows, touched) = (ctx.rows(KIND), ctx.touched(KIND));
    let speaks = format!("(s.silent & {}) = 0", KIND.bit(column));
    let from = format!(
        "{touched} t JOIN {rows} s ON s.line = t.line
         LEFT JOIN customers k ON k.company_id = $1 AND k.dms_number = s.{column} AND k.dms_source = $2"
    );
    // an owner who is not named has not stopped being one; a driver or payer who is not named has
    let other = if role == "owner" {
        "k.id IS NOT NULL AND h.customer_id <> k.id"
    } else {
        "(k.id IS NULL OR h.customer_id <> k.id)"
    };
    let ends = format!(
        "h.company_id = $1 AND h.vehicle_id = t.id AND h.role = '{role}' AND h.until_on IS NULL AND h.origin = 'dms' AND {speaks}
         AND {other}"
    );
    let end = if role == "owner" {
        "COALESCE(s.owned_from, CAST($3 AS DATE))"
    } else {
        "CAST($3 AS DATE)"
    };
    // SQLite has no dates of its own, so a cast there would make a number of one
    let end = if ctx.is_postgres {
        end.to_owned()
    } else {
        end.replace("CAST($3 AS DATE)", "$3")
    };
    // the same person again, or with other dates
    let renews = format!(
        "h.company_id = $1 AND h.vehicle_id = t.id AND h.role = '{role}' AND h.customer_id = k.id AND h.origin = 'dms' AND {speaks}
         AND (h.until_on IS DISTINCT FROM {until} OR ({from_on} IS NOT NULL AND h.from_on IS DISTINCT FROM {from_on}))",
        until = if role == "owner" { "s.owned_until" } else { "NULL" },
        from_on = if role == "owner" { "s.owned_from" } else { "h.from_on" },
    );
    let until = if role == "owner" { "s.owned_until" } else { "NULL" };
    for (condition, new) in [(&ends, end.as_str()), (&renews, until)] {
        execute!(
            tx,
            sqlx::AssertSqlSafe(format!(
                "INSERT INTO import_changes (company_id, import_id, kind, entity_id, field, line, old_value, new_value)
                 SELECT $1, $4, '{KIND}', t.id, '{role}_until:' || {customer}, s.line, CAST(h.until_on AS TEXT),
                    CAST({new} AS TEXT)
                 FROM {from} JOIN vehicle_holdings h ON {condition}
                 WHERE CAST($3 AS TEXT) IS NOT NULL
                 ON CONFLICT (company_id, import_id, kind, entity_id, field) DO NOTHING",
                customer = ctx.hex("h.customer_id"),
            )),
            ctx.company,
            &ctx.source,
            ctx.today,
            ctx.import
        )?;
    }
    if role == "owner" {
        execute!(
            tx,
            sqlx::AssertSqlSafe(format!(
                "INSERT INTO import_changes (company_id, import_id, kind, entity_id, field, line, old_value, new_value)
                 SELECT $1, $3, '{KIND}', t.id, 'owner_from:' || {customer}, s.line, CAST(h.from_on AS TEXT),
                    CAST(s.owned_from AS TEXT)
                 FROM {from} JOIN vehicle_holdings h ON {renews}
                 WHERE s.owned_from IS NOT NULL AND h.from_on IS DISTINCT FROM s.owned_from
                 ON CONFLICT (company_id, import_id, kind, entity_id, field) DO NOTHING",
                customer = ctx.hex("h.customer_id"),
            )),
            ctx.company,
            &ctx.source,
            ctx.import
        )?;
    }
    execute!(
        tx,
        sqlx::AssertSqlSafe(format!(
            "UPDATE vehicle_holdings AS h SET until_on = {end} FROM {from} WHERE {ends}"
        )),
        ctx.company,
        &ctx.source,
        ctx.today
    )?;
    let from_on = if role == "owner" {
        ", from_on = COALESCE(s.owned_from, h.from_on)"
    } else {
        ""
    };
    execute!(
        tx,
        sqlx::AssertSqlSafe(format!(
            "UPDATE vehicle_holdings AS h SET until_on = {until} {from_on} FROM {from} WHERE {renews}"
        )),
        ctx.company,
        &ctx.source
    )?;
    let joins = format!("JOIN {touched} t ON t.line = s.line AND {speaks}");
    hold(ctx, tx, role, column, &joins, "t.id", (0, i64::MAX)).await
}
