//! The merge: staged rows become customers, cars, visits, invoices and answers, in bounded transactions, each of which also
//! keeps how far the merge is. Killed at any point it goes on where it was.

mod bench;
mod checkpoints;
mod consents;
mod contacts;
mod context;
mod count;
mod customers;
mod fields;
mod happenings;
mod locations;
mod missing;
mod open_changes;
mod totals;
mod vehicles;

use std::collections::{BTreeSet, HashMap};

use carport_domain::company::{Setting, Settings};
use carport_domain::{CompanyId, ImportId};

use super::layout::FileKind;
use super::record::{Counts, Doubt, DoubtReason, Import, ImportState, Mode};
use super::staging::Staging;
use crate::db::Store;
use crate::error::{Result, StoreError};
use crate::planner;
use crate::tx::Conn;
use bench::Bench;
use context::Context;
pub(super) use totals::dates as renew_dates;

/// Rows merged by one transaction.
const CHUNK: i64 = 20_000;
/// Answers merged by one transaction: each is hashed into the chain.
const ANSWERS: i64 = 4_000;

/// How far an import is, for somebody who watches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// What is being done.
    pub state: ImportState,
    /// With which kind of file; none for what concerns all.
    pub kind: Option<FileKind>,
    /// Lines done.
    pub done: u64,
    /// Of how many.
    pub of: u64,
}

/// What a merge came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Merged {
    /// Everything is in, or (dry run) would be.
    Done(Import),
    /// There are doubts; nothing was changed.
    Held(Import),
}

/// The steps in their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    Remarks(FileKind),
    Locations,
    Rows(FileKind),
    Missing(FileKind),
}

const STEPS: [Step; 14] = [
    Step::Remarks(FileKind::Locations),
    Step::Remarks(FileKind::Customers),
    Step::Remarks(FileKind::Vehicles),
    Step::Remarks(FileKind::Visits),
    Step::Remarks(FileKind::Invoices),
    Step::Remarks(FileKind::Consents),
    Step::Locations,
    Step::Rows(FileKind::Customers),
    Step::Rows(FileKind::Vehicles),
    Step::Rows(FileKind::Visits),
    Step::Rows(FileKind::Invoices),
    Step::Rows(FileKind::Consents),
    Step::Missing(FileKind::Customers),
    Step::Missing(FileKind::Vehicles),
];

impl Step {
    const fn kind(self) -> FileKind {
        match self {
            Step::Remarks(kind) | Step::Rows(kind) | Step::Missing(kind) => kind,
            Step::Locations => FileKind::Locations,
        }
    }
}

/// The table of a kind that has import keys.
const fn table(kind: FileKind) -> &'static str {
    match kind {
        FileKind::Locations => "locations",
        FileKind::Customers => "customers",
        FileKind::Vehicles => "vehicles",
        FileKind::Visits => "visits",
        FileKind::Invoices => "invoices",
        FileKind::Consents => "imported_consents",
    }
}

struct Merge<'a> {
    store: &'a Store,
    ctx: Context,
    bench: Bench,
    import: Import,
    profile: crate::companies::Company,
    wordings: HashMap<(carport_domain::Language, String), carport_domain::consent::WordingRef>,
    watch: &'a (dyn Fn(Progress) + Send + Sync),
}

impl Store {
    /// Merges what is staged for an import, from where it is on. With doubts that nobody waved through it stops before
    /// anything is changed. A dry run does the same work and keeps only the counts, the remarks and what would change.
    ///
    /// # Errors
    /// The import is not staged, or the database refuses.
    pub async fn merge_import(
        &self,
        company: CompanyId,
        id: ImportId,
        watch: &(dyn Fn(Progress) + Send + Sync),
    ) -> Result<Merged> {
        let mut merge = Merge::open(self, company, id, watch).await?;
        let result = merge.run().await;
        let Merge { bench, import, .. } = merge;
        bench.close().await?;
        let held = result?;
        Ok(if held {
            Merged::Held(import)
        } else {
            Merged::Done(import)
        })
    }
}

impl<'a> Merge<'a> {
    async fn open(
        store: &'a Store,
        company: CompanyId,
        id: ImportId,
        watch: &'a (dyn Fn(Progress) + Send + Sync),
    ) -> Result<Self> {
        let mut tx = store.read().await?;
        let mut handle = tx.company(company).await?;
        let import = handle.import(id).await?.ok_or(StoreError::Missing("import"))?;
        let profile = handle.profile().await?;
        let entity = handle.locations().await?.first().map(|l| l.legal_entity_id);
        let entity = match entity {
            Some(entity) => Some(entity),
            None => handle.legal_entities().await?.first().map(|e| e.id),
        };
        let now = handle.now();
        drop(tx);
        let staging = Staging::of(store, id);
        let mut bench = Bench::open(store, company, id, &staging, import.dry_run).await?;
        let mut ctx = Context {
            company,
            // what a dry run finds is carried over while its own rows are still there: they need another name
            import: if import.dry_run { ImportId::new(now) } else { id },
            source: import.source.clone(),
            now,
            today: profile.today(now),
            entity,
            currency: profile.currency.clone(),
            staging,
            fresh: BTreeSet::new(),
            is_postgres: bench.is_postgres(),
        };
        if import.dry_run {
            execute!(
                bench.tx().await?,
                "INSERT INTO imports (company_id, id, source, mode, dry_run, state, started_by, files, accepted, doubts, counts,
                    cursor_step, cursor_line, created_at, seen_at)
                 SELECT company_id, $3, source, mode, dry_run, state, started_by, files, accepted, doubts, counts, cursor_step,
                    cursor_line, created_at, seen_at FROM imports WHERE company_id = $1 AND id = $2",
                company,
                id,
                ctx.import
            )?;
        }
        for file in &import.files {
            if matches!(file.kind, FileKind::Locations | FileKind::Consents) {
                continue;
            }
            let tx = bench.tx().await?;
            let there = fetch_scalar!(
                tx,
                bool,
                sqlx::AssertSqlSafe(format!(
                    "SELECT EXISTS (SELECT 1 FROM {} WHERE company_id = $1 AND dms_source = $2
                        AND created_import IS DISTINCT FROM $3)",
                    table(file.kind)
                )),
                company,
                &ctx.source,
                ctx.import
            )?;
            if !there {
                ctx.fresh.insert(file.kind);
            }
        }
        bench.keep().await?;
        Ok(Self {
            store,
            ctx,
            bench,
            import,
            profile,
            wordings: HashMap::new(),
            watch,
        })
    }

    /// Runs the steps; true when it is held instead.
    async fn run(&mut self) -> Result<bool> {
        if self.import.state != ImportState::Merging {
            self.import.cursor = (0, 0);
            self.import
                .doubts
                .retain(|doubt| !matches!(doubt.reason, DoubtReason::Missing));
            self.doubt_missing().await?;
            let open = self
                .import
                .doubts
                .iter()
                .any(|doubt| !self.import.accepted.contains(&doubt.reason));
            // a dry run shows its doubts with everything else
            self.import.state = if open && !self.import.dry_run {
                ImportState::Held
            } else {
                ImportState::Merging
            };
            self.save_apart().await?;
            if self.import.state == ImportState::Held {
                return Ok(true);
            }
        }
        while let Some(step) = usize::try_from(self.import.cursor.0)
            .ok()
            .and_then(|n| STEPS.get(n))
            .copied()
        {
            if self.import.file(step.kind()).is_some() {
                self.step(step).await?;
            }
            self.import.cursor = (self.import.cursor.0 + 1, 0);
        }
        self.import.state = ImportState::Done;
        self.import.finished_at = Some(self.store.clock().now());
        if self.import.dry_run {
            self.carry_over().await?;
            return self.save_apart().await.map(|()| false);
        }
        self.bench.harden().await?;
        self.save().await?;
        self.optimize().await?;
        Ok(false)
    }

    async fn step(&mut self, step: Step) -> Result<()> {
        match step {
            Step::Remarks(kind) => self.remarks(kind).await,
            Step::Locations => {
                let home = self.profile.country.clone();
                let counts = locations::all(&self.ctx, self.bench.tx().await?, &home).await?;
                self.add(FileKind::Locations, counts);
                self.save().await
            }
            Step::Rows(kind) => self.rows(kind).await,
            Step::Missing(kind) => self.missing(kind).await,
        }
    }

    async fn rows(&mut self, kind: FileKind) -> Result<()> {
        let last = fetch_scalar!(
            self.bench.tx().await?,
            Option<i64>,
            sqlx::AssertSqlSafe(format!("SELECT MAX(line) FROM {}", self.ctx.rows(kind)))
        )?
        .unwrap_or(0);
        if kind == FileKind::Customers && self.ctx.is_fresh(kind) && self.import.cursor.1 < last {
            // made anew when an interrupted merge goes on
            let kinds: Vec<FileKind> = self.import.files.iter().map(|file| file.kind).collect();
            totals::prepare(&self.ctx, self.bench.tx().await?, &kinds).await?;
            self.bench.keep().await?;
        }
        let size = if kind == FileKind::Consents {
            ANSWERS
        } else {
            CHUNK
        };
        while self.import.cursor.1 < last {
            let after = self.import.cursor.1;
            let end = count::end_of_next(&self.ctx, self.bench.tx().await?, kind, after, size).await?;
            let lines = (after, end.unwrap_or(last));
            let counts = self.chunk(kind, lines).await?;
            self.add(kind, counts);
            self.import.cursor.1 = lines.1;
            self.save().await?;
            (self.watch)(Progress {
                state: ImportState::Merging,
                kind: Some(kind),
                done: lines.1 as u64,
                of: last as u64,
            });
        }
        self.analyze(kind).await
    }

    async fn chunk(&mut self, kind: FileKind, lines: (i64, i64)) -> Result<Counts> {
        let Self {
            ctx,
            bench,
            import,
            profile,
            wordings,
            store,
            ..
        } = self;
        let tx = bench.tx().await?;
        match kind {
            FileKind::Customers => customers::chunk(ctx, tx, lines).await,
            FileKind::Vehicles => vehicles::chunk(ctx, tx, lines).await,
            FileKind::Visits | FileKind::Invoices => happenings::chunk(ctx, tx, kind, lines).await,
            FileKind::Locations => Ok(Counts::default()),
            FileKind::Consents => {
                let Some(file) = import.file(kind) else {
                    return Ok(Counts::default());
                };
                let mut ledger = consents::Ledger {
                    keys: store.keys(),
                    zone: profile.time_zone,
                    language: profile.default_language,
                    file,
                    wordings: std::mem::take(wordings),
                };
                let counts = consents::chunk(ctx, tx, &mut ledger, lines).await;
                *wordings = ledger.wordings;
                counts
            }
        }
    }

    /// Takes the readers' remarks over.
    async fn remarks(&mut self, kind: FileKind) -> Result<()> {
        let Self { ctx, bench, .. } = self;
        let staged = ctx.staging.table(kind, "remarks");
        let tx = bench.tx().await?;
        execute!(
            tx,
            sqlx::AssertSqlSafe(format!(
                "INSERT INTO import_remarks (company_id, import_id, kind, line, column_name, reason, value, rejected)
                 SELECT $1, $2, '{kind}', r.line, r.column_name, r.reason, r.value, r.rejected FROM {staged} r WHERE 1 = 1
                 ON CONFLICT (company_id, import_id, kind, line, column_name, reason) DO NOTHING"
            )),
            ctx.company,
            ctx.import
        )?;
        let (rejected, left_out): (i64, i64) = fetch_one!(
            tx,
            (i64, i64),
            "SELECT COUNT(DISTINCT CASE WHEN rejected THEN line END), COUNT(CASE WHEN rejected THEN NULL ELSE 1 END)
             FROM import_remarks WHERE company_id = $1 AND import_id = $2 AND kind = $3",
            ctx.company,
            ctx.import,
            kind
        )?;
        let natural = |n: i64| u64::try_from(n).unwrap_or(0);
        self.add(
            kind,
            Counts {
                rejected: natural(rejected),
                left_out: natural(left_out),
                ..Counts::default()
            },
        );
        self.save().await
    }

    async fn missing(&mut self, kind: FileKind) -> Result<()> {
        if self.import.mode != Mode::Full || self.is_nobody_missing(kind).await? {
            return Ok(());
        }
        let mut after = String::new();
        // begun anew after a crash it finds those it noted already noted
        while let Some((until, missing)) =
            missing::chunk(&self.ctx, self.bench.tx().await?, kind, table(kind), &after).await?
        {
            after = until;
            self.add(
                kind,
                Counts {
                    missing,
                    ..Counts::default()
                },
            );
            self.save_counts().await?;
        }
        self.bench.keep().await
    }

    /// Whether it needs no looking, since nothing was stored or everything that was has been read.
    async fn is_nobody_missing(&mut self, kind: FileKind) -> Result<bool> {
        if self.ctx.is_fresh(kind) {
            return Ok(true);
        }
        let facts = self.ctx.staging.table(kind, "facts");
        let sql = format!("SELECT EXISTS (SELECT 1 FROM {facts} WHERE all_seen)");
        let all_seen = fetch_scalar!(self.bench.tx().await?, bool, sqlx::AssertSqlSafe(sql))?;
        self.bench.keep().await?;
        Ok(all_seen)
    }

    async fn doubt_missing(&mut self) -> Result<()> {
        let kind = FileKind::Customers;
        if self.import.mode != Mode::Full
            || self.import.file(kind).is_none()
            || self.is_nobody_missing(kind).await?
        {
            return Ok(());
        }
        let (missing, of) = missing::count(&self.ctx, self.bench.tx().await?, kind, table(kind)).await?;
        self.bench.keep().await?;
        let settings: Settings = serde_json::from_str(&self.profile.settings).unwrap_or_default();
        let limit = u64::try_from(settings.get(Setting::ImportDropPercent)).unwrap_or(0);
        if missing * 100 > of * limit {
            self.import.doubts.push(Doubt {
                reason: DoubtReason::Missing,
                kind,
                found: missing,
                of,
            });
        }
        Ok(())
    }

    fn add(&mut self, kind: FileKind, counts: Counts) {
        let sum = self.import.counts.entry(kind).or_default();
        sum.created += counts.created;
        sum.changed += counts.changed;
        sum.unchanged += counts.unchanged;
        sum.rejected += counts.rejected;
        sum.left_out += counts.left_out;
        sum.missing += counts.missing;
    }

    /// Keeps the chunk together with how far the merge is. A step of one transaction is then over.
    async fn save(&mut self) -> Result<()> {
        if self.import.dry_run {
            return self.bench.keep().await;
        }
        let mut kept = self.import.clone();
        let step = usize::try_from(kept.cursor.0).ok().and_then(|n| STEPS.get(n));
        if matches!(step, Some(Step::Remarks(_) | Step::Locations)) {
            kept.cursor = (kept.cursor.0 + 1, 0);
        }
        let tx = self.bench.tx().await?;
        tx.company(self.ctx.company).await?.save_import(&kept).await?;
        self.bench.keep().await
    }

    async fn save_counts(&mut self) -> Result<()> {
        self.save().await
    }

    /// Keeps the import's record in a transaction of its own.
    async fn save_apart(&mut self) -> Result<()> {
        let mut tx = self.store.begin().await?;
        tx.company(self.ctx.company)
            .await?
            .save_import(&self.import)
            .await?;
        tx.commit().await
    }

    /// Carries what a dry run found into the company's data: its remarks, and the changes it would make.
    async fn carry_over(&mut self) -> Result<()> {
        /// Changes shown at most; the counts are of all.
        const SHOWN: i64 = 10_000;
        let (company, id, shadow) = (self.ctx.company, self.import.id, self.ctx.import);
        let mut last = None;
        loop {
            let page = self
                .bench
                .tx()
                .await?
                .company(company)
                .await?
                .import_remarks(shadow, last.as_ref(), 2_000)
                .await?;
            let Some(end) = page.last().cloned() else { break };
            let mut tx = self.store.begin().await?;
            tx.company(company).await?;
            for r in &page {
                execute!(
                    tx,
                    "INSERT INTO import_remarks (company_id, import_id, kind, line, column_name, reason, value, rejected)
                     VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING",
                    company,
                    id,
                    r.kind,
                    r.line,
                    &r.column_name,
                    r.reason,
                    &r.value,
                    r.rejected
                )?;
            }
            tx.commit().await?;
            last = Some(end);
        }
        let changes = self
            .bench
            .tx()
            .await?
            .company(company)
            .await?
            .import_changes(shadow, None, SHOWN)
            .await?;
        let mut tx = self.store.begin().await?;
        tx.company(company).await?;
        for c in &changes {
            execute!(
                tx,
                "INSERT INTO import_changes (company_id, import_id, kind, entity_id, field, line, old_value, new_value)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING",
                company,
                id,
                &c.kind,
                c.entity_id,
                &c.field,
                c.line,
                &c.old_value,
                &c.new_value
            )?;
        }
        tx.commit().await
    }

    /// Tells the planner how large a table has become: the next kind joins it.
    async fn analyze(&mut self, kind: FileKind) -> Result<()> {
        let table = table(kind);
        if self.ctx.is_postgres && self.ctx.is_fresh(kind) {
            let tx = self.bench.tx().await?;
            execute!(tx, sqlx::AssertSqlSafe(format!("ANALYZE {table}")))?;
        }
        self.bench.keep().await
    }

    async fn optimize(&mut self) -> Result<()> {
        if !self.ctx.is_postgres && self.import.total().created > 10_000 {
            let tx = self.bench.tx().await?;
            // every table, each by a sample: 0x10 sets the limit
            execute!(tx, "PRAGMA main.optimize = 0x10012")?;
            if let Conn::Sqlite(c) = &mut tx.conn {
                planner::brief(c).await?;
            }
            self.bench.keep().await?;
        }
        Ok(())
    }
}
