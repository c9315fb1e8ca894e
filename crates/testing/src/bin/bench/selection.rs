//! The weekly selection, beside the bare SQL that finds who is due.

use std::path::Path;
use std::time::Instant;

use carport_domain::CompanyId;
use carport_domain::clock::IsoWeek;
use carport_outreach::select::select_week;
use carport_store::{Db, Store};
use chrono::NaiveDate;
use sqlx::Row;
use uuid::Uuid;

use super::{figure, processor, shop};

/// Who is due, their cars and dates: the least a selection has to find.
const DUE: &str = "SELECT c.id, v.id, v.inspection_due FROM vehicles v
    JOIN vehicle_holdings h ON h.company_id = v.company_id AND h.vehicle_id = v.id
    JOIN customers c ON c.company_id = h.company_id AND c.id = h.customer_id
    WHERE v.company_id = $1 AND v.inspection_due >= $2 AND v.inspection_due <= $3 AND v.archived_at IS NULL
      AND (h.until_on IS NULL OR h.until_on >= $4) AND c.erased_at IS NULL
    ORDER BY v.inspection_due, v.id";

/// Times are the best of so many runs where a run leaves nothing behind.
const RUNS: usize = 5;

/// Measures the selection of the present week.
pub async fn measure(folder: &Path) -> anyhow::Result<()> {
    let (store, company) = shop::open(folder).await?;
    shop::switch_on(&store, company).await?;
    let (today, dates) = window(&store, company).await?;
    let mut bare = f64::MAX;
    let mut found = 0;
    let worked = processor();
    for _ in 0..RUNS {
        let begun = Instant::now();
        found = due(store.db(), company, dates, today).await?;
        bare = bare.min(begun.elapsed().as_secs_f64());
    }
    figure("due", found);
    figure("bare_seconds", bare);
    figure("bare_processor", (processor() - worked) / RUNS as f64);
    let mut dry = f64::MAX;
    let worked = processor();
    for _ in 0..RUNS {
        let begun = Instant::now();
        select_week(&store, company, None, true).await?;
        dry = dry.min(begun.elapsed().as_secs_f64());
    }
    figure("dry_seconds", dry);
    figure("dry_processor", (processor() - worked) / RUNS as f64);
    let worked = processor();
    let begun = Instant::now();
    let selected = select_week(&store, company, None, false).await?;
    figure("selection_seconds", begun.elapsed().as_secs_f64());
    figure("selection_processor", processor() - worked);
    let totals = selected.moments.get(shop::MOMENT).cloned().unwrap_or_default();
    figure("found", totals.found);
    figure("proposed", totals.proposed);
    let begun = Instant::now();
    select_week(&store, company, None, false).await?;
    figure("again_seconds", begun.elapsed().as_secs_f64());
    store.close().await;
    Ok(())
}

async fn window(store: &Store, company: CompanyId) -> anyhow::Result<(NaiveDate, (NaiveDate, NaiveDate))> {
    let mut tx = store.read().await?;
    let mut handle = tx.company(company).await?;
    let profile = handle.profile().await?;
    let settings = serde_json::from_str(&profile.settings).unwrap_or_default();
    let ready = carport_outreach::catalogue::ready(&mut handle, &settings, shop::MOMENT).await?;
    let ready = ready.ok_or_else(|| anyhow::anyhow!("the moment is not in the catalogue"))?;
    let today = profile.today(store.clock().now());
    let dates = ready.definition.trigger.dates_due_in(IsoWeek::of(today));
    Ok((today, (*dates.start(), *dates.end())))
}

async fn due(
    db: &Db,
    company: CompanyId,
    dates: (NaiveDate, NaiveDate),
    today: NaiveDate,
) -> anyhow::Result<usize> {
    macro_rules! rows {
        ($on:expr) => {{
            let rows = sqlx::query(DUE)
                .bind(company.0)
                .bind(dates.0)
                .bind(dates.1)
                .bind(today)
                .fetch_all($on)
                .await?;
            let read: Vec<(Uuid, Uuid, NaiveDate)> = rows
                .iter()
                .map(|row| (row.get(0), row.get(1), row.get(2)))
                .collect();
            read.len()
        }};
    }
    Ok(match db {
        Db::Sqlite { readers, .. } => rows!(readers),
        Db::Postgres { pool, .. } => {
            let mut tx = pool.begin().await?;
            sqlx::query(
                "SELECT set_config('app.company_id', $1, true), set_config('app.installation', 'off', true)",
            )
            .bind(company.to_string())
            .execute(&mut *tx)
            .await?;
            rows!(&mut *tx)
        }
    })
}
