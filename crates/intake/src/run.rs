//! An import from beginning to end: looking at the files, reading them into staging, merging. It can be called again for the
//! same import at any time, and goes on where it was.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use carport_domain::company::{Setting, Settings};
use carport_domain::country::CountryCode;
use carport_domain::ids::uuid_v7;
use carport_domain::{CompanyId, ImportId};
use carport_store::imports::layout::FileKind;
use carport_store::imports::row::{Remark, Row, Sink};
use carport_store::imports::{
    Begun, Doubt, DoubtReason, Import, ImportState, Merged, Mode, NewImport, Progress, SourceFile, Stager,
    Staging,
};
use carport_store::{Store, StoreError};
use tokio::sync::Semaphore;

use crate::delivery::{Delivery, DeliveryProblem};
use crate::documents::{self, Claims, Documents, WithDocuments};
use crate::mapping::Mapping;
use crate::parse::Context;
use crate::read::{ReadError, Tally};
use crate::table::{FileProblem, Limits, Table};
use crate::words::Words;

/// What to import, and how.
#[derive(Debug, Clone)]
pub struct Order<'a> {
    /// Files, folders and archives.
    pub paths: &'a [PathBuf],
    /// Which system delivers; `dms` where there is one only.
    pub source: &'a str,
    /// What the delivery contains.
    pub mode: Mode,
    /// Show what would change, and change nothing.
    pub dry_run: bool,
    /// `staff:<id>`, `operator:<id>` or `system`.
    pub started_by: &'a str,
    /// Doubts that are waved through beforehand.
    pub accepted: &'a [DoubtReason],
}

/// Why an import could not be begun, or could not go on.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// Files of the delivery cannot be used; nothing was changed.
    #[error("{}", list(.0))]
    Files(Vec<(String, DeliveryProblem)>),
    /// There is no file to import among the paths.
    #[error("there is no file to import")]
    NoFiles,
    /// Another import of the company is under way.
    #[error("another import of this company is under way")]
    Busy(ImportId),
    /// A file changed, or is gone, since the import was begun.
    #[error("«{0}» changed since the import was begun; begin again")]
    FileChanged(String),
    /// The store.
    #[error(transparent)]
    Store(#[from] StoreError),
}

fn list(problems: &[(String, DeliveryProblem)]) -> String {
    problems
        .iter()
        .map(|(name, problem)| format!("{name}: {problem}"))
        .collect::<Vec<_>>()
        .join("\n")
}

/// Looks at the files and begins an import, without reading them yet: the caller runs it, at once or as a job.
///
/// # Errors
/// A file cannot be used, or another import is under way; nothing was changed.
pub async fn begin(store: &Store, company: CompanyId, order: &Order<'_>) -> Result<ImportId, ImportError> {
    let mapping = mapping(store, company, order.source).await?;
    let scratch = store
        .scratch()
        .join(format!("delivery-{}", uuid_v7(store.clock().now()).simple()));
    let delivery = look(order.paths.to_vec(), scratch.clone(), mapping).await?;
    let begun = note(store, company, order, delivery).await;
    if begun.is_err() && scratch.exists() {
        // what was unpacked is of no use to anybody
        if let Err(error) = std::fs::remove_dir_all(&scratch) {
            tracing::warn!(%error, "an unpacked delivery could not be removed");
        }
    }
    begun
}

async fn note(
    store: &Store,
    company: CompanyId,
    order: &Order<'_>,
    delivery: Delivery,
) -> Result<ImportId, ImportError> {
    if !delivery.problems.is_empty() {
        return Err(ImportError::Files(delivery.problems));
    }
    if delivery.tables.is_empty() {
        return Err(ImportError::NoFiles);
    }
    let places: Vec<String> = delivery
        .places
        .iter()
        .map(|place| place.display().to_string())
        .collect();
    let mut files = delivery.source_files();
    for file in &mut files {
        // found again from whatever folder the worker runs in
        if let Ok(whole) = std::fs::canonicalize(&file.path) {
            file.path = whole.display().to_string();
        }
    }
    let mut tx = store.begin().await?;
    let mut shop = tx.company(company).await?;
    let begun = shop
        .begin_import(&NewImport {
            source: order.source,
            mode: order.mode,
            dry_run: order.dry_run,
            started_by: order.started_by,
            files: &files,
            places: &places,
            accepted: order.accepted,
        })
        .await?;
    // what waits for a decision would bring back an older state of things
    let overtaken = match begun {
        Begun::Import(_) if !order.dry_run => shop.overtake_imports().await?,
        _ => Vec::new(),
    };
    tx.commit().await?;
    for import in overtaken {
        Staging::of(store, import.id).clear().await?;
        tidy(store, &import);
    }
    match begun {
        Begun::Import(id) => Ok(id),
        Begun::Busy(id) => Err(ImportError::Busy(id)),
    }
}

/// Runs an import that was begun, or goes on with one that was interrupted, to its end or to where somebody must decide.
/// `watch` is told how far it is, about twice a second.
///
/// # Errors
/// A file changed or cannot be read any more (the import has failed, nothing was changed), or the store refuses (call again).
pub async fn run(
    store: &Store,
    company: CompanyId,
    id: ImportId,
    watch: Arc<dyn Fn(Progress) + Send + Sync>,
) -> Result<Import, ImportError> {
    let mut tx = store.read().await?;
    let mut handle = tx.company(company).await?;
    let mut import = handle.import(id).await?.ok_or(StoreError::Missing("import"))?;
    let profile = handle.profile().await?;
    drop(tx);
    if !import.is_under_way() {
        return Ok(import);
    }
    // staged rows that a power cut took are read again; lines are the same, so the merge goes on where it was
    let staged = Staging::of(store, id).is_whole(&import).await?;
    if import.state != ImportState::Merging || import.dry_run || !staged {
        let was_merging = import.state == ImportState::Merging && !import.dry_run;
        let today = profile.today(store.clock().now());
        let country = profile.country.parse().unwrap_or(CountryCode::NL);
        let limit = serde_json::from_str::<Settings>(&profile.settings)
            .unwrap_or_default()
            .get(Setting::ImportDropPercent);
        let read = Reading {
            store,
            company,
            context: Context { today, country },
            watch: &watch,
        };
        match read.all(&mut import, was_merging).await {
            Ok(tallies) if was_merging => drop(tallies),
            Ok(tallies) => import.doubts = doubts(&import, &tallies, u64::try_from(limit).unwrap_or(0)),
            Err(error) => return Err(read.give_up(import, error).await),
        }
        save(store, company, &import).await?;
    }
    let merged = store.merge_import(company, id, &*watch).await?;
    let staging = Staging::of(store, id);
    Ok(match merged {
        Merged::Held(import) => import,
        Merged::Done(import) => {
            staging.clear().await?;
            tidy(store, &import);
            import
        }
    })
}

async fn save(store: &Store, company: CompanyId, import: &Import) -> Result<(), StoreError> {
    let mut tx = store.begin().await?;
    tx.company(company).await?.save_import(import).await?;
    tx.commit().await
}

async fn mapping(store: &Store, company: CompanyId, source: &str) -> Result<Mapping, StoreError> {
    let mut tx = store.read().await?;
    Mapping::of(&mut tx.company(company).await?, source).await
}

async fn look(paths: Vec<PathBuf>, scratch: PathBuf, mapping: Mapping) -> Result<Delivery, StoreError> {
    blocking(move || Delivery::open(&paths, &scratch, &mapping, Words::shipped(), &Limits::default())).await
}

async fn blocking<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, StoreError> {
    tokio::task::spawn_blocking(work)
        .await
        .map_err(|e| StoreError::Inconsistent(format!("a reading thread ended: {e}")))
}

/// Removes what was uploaded and unpacked for an import; what lies elsewhere is the company's own.
pub fn tidy(store: &Store, import: &Import) {
    let Ok(scratch) = std::fs::canonicalize(store.scratch()) else {
        return;
    };
    let files = import.files.iter().map(|file| &file.path);
    let folders: BTreeSet<PathBuf> = files
        .chain(&import.places)
        .filter_map(|path| {
            let inner = Path::new(path).strip_prefix(&scratch).ok()?;
            inner.components().next().map(|folder| scratch.join(folder))
        })
        .collect();
    for folder in folders {
        if let Err(error) = std::fs::remove_dir_all(folder) {
            if error.kind() != std::io::ErrorKind::NotFound {
                tracing::warn!(%error, "what was unpacked for an import could not be removed");
            }
        }
    }
}

/// What is read while the files are read.
struct Reading<'a> {
    store: &'a Store,
    company: CompanyId,
    context: Context,
    watch: &'a Arc<dyn Fn(Progress) + Send + Sync>,
}

impl Reading<'_> {
    /// Reads every file into staging, two at a time, and keeps the documents.
    async fn all(
        &self,
        import: &mut Import,
        was_merging: bool,
    ) -> Result<Vec<(FileKind, Tally)>, ImportError> {
        if !was_merging {
            import.state = ImportState::Reading;
            import.cursor = (0, 0);
            import.counts.clear();
            save(self.store, self.company, import).await?;
        }
        let mapping = mapping(self.store, self.company, &import.source).await?;
        let (files, places) = (import.files.clone(), import.places.clone());
        let (tables, documents) = blocking(move || {
            let places: Vec<PathBuf> = places.iter().map(PathBuf::from).collect();
            (same_files(&files, &mapping), Documents::among(&places))
        })
        .await?;
        let (tables, documents) = (tables?, Arc::new(documents));
        let staging = Staging::of(self.store, import.id);
        staging
            .make(&tables.iter().map(Table::kind).collect::<Vec<_>>())
            .await?;
        let lines = Arc::new(AtomicU64::new(0));
        let slots = Arc::new(Semaphore::new(staging.writers()));
        let mut tasks = Vec::new();
        for table in tables {
            let (slots, lines, documents, context) =
                (slots.clone(), lines.clone(), documents.clone(), self.context);
            let (staging, store, company) = (staging.clone(), self.store.clone(), self.company);
            // when a merge is under way, what is stored may be this very file's
            let source = (!was_merging).then(|| import.source.clone());
            tasks.push(tokio::spawn(async move {
                let _slot = slots.acquire_owned().await;
                blocking(move || {
                    let stager = staging.writer(&store, table.kind(), company, source.as_deref())?;
                    read(&table, stager, context, &documents, &lines)
                })
                .await
            }));
        }
        let watching = self.show(import, lines);
        let reading = async {
            let mut tallies = Vec::new();
            let mut kept = Vec::new();
            for task in tasks {
                let ended = task
                    .await
                    .map_err(|e| StoreError::Inconsistent(format!("a reading task ended: {e}")))?;
                let (kind, tally, documents) = ended??;
                tallies.push((kind, tally));
                kept.extend(documents);
            }
            Ok::<_, ImportError>((tallies, kept))
        };
        let (tallies, kept) = tokio::select! {
            done = reading => done?,
            never = watching => match never {},
        };
        if !import.dry_run {
            documents::keep(self.store, self.company, kept).await?;
        }
        Ok(tallies)
    }

    /// Shows how far reading is, on the screen of whoever began it and in the import's record, until it is dropped.
    async fn show(&self, import: &Import, lines: Arc<AtomicU64>) -> std::convert::Infallible {
        let (of, mut shown) = (import.lines(), 0);
        loop {
            tokio::time::sleep(Duration::from_millis(500)).await;
            let done = lines.load(Ordering::Relaxed);
            if done == shown {
                continue;
            }
            shown = done;
            (self.watch)(Progress {
                state: ImportState::Reading,
                kind: None,
                done,
                of,
            });
            let noted = async {
                let mut tx = self.store.begin().await?;
                tx.company(self.company)
                    .await?
                    .note_import_progress(import.id, i64::try_from(done).unwrap_or(0))
                    .await?;
                tx.commit().await
            };
            if let Err(error) = noted.await {
                tracing::warn!(%error, "the progress of an import could not be noted");
            }
        }
    }

    /// Ends an import whose files cannot be read; nothing was changed.
    async fn give_up(&self, mut import: Import, error: ImportError) -> ImportError {
        let key = match &error {
            ImportError::FileChanged(_) => "intake-file-changed",
            ImportError::Files(problems) => problems
                .first()
                .map_or("intake-file-unreadable", |(_, problem)| problem.key()),
            // the store may be back in a minute: the import stays where it is
            _ => return error,
        };
        import.state = ImportState::Failed;
        import.failure = Some(key.to_owned());
        import.finished_at = Some(self.store.clock().now());
        if let Err(error) = save(self.store, self.company, &import).await {
            return error.into();
        }
        if let Err(error) = Staging::of(self.store, import.id).clear().await {
            return error.into();
        }
        tidy(self.store, &import);
        error
    }
}

/// The tables of an import, if they are still the files it was begun with.
fn same_files(files: &[SourceFile], mapping: &Mapping) -> Result<Vec<Table>, ImportError> {
    let mut tables = Vec::new();
    for file in files {
        let path = Path::new(&file.path);
        match Table::open(path, None, mapping, Words::shipped(), &Limits::default()) {
            Ok(table) if table.kind() == file.kind && hex::encode(table.survey.sha256) == file.sha256 => {
                tables.push(table);
            }
            _ => return Err(ImportError::FileChanged(file.name.clone())),
        }
    }
    // the longest first: the others are done beside it
    tables.sort_by_key(|table| std::cmp::Reverse(table.survey.bytes));
    Ok(tables)
}

type Read = (FileKind, Tally, Vec<(PathBuf, String)>);

fn read(
    table: &Table,
    stager: Stager,
    context: Context,
    documents: &Documents,
    lines: &AtomicU64,
) -> Result<Read, ImportError> {
    let kind = table.kind();
    let limits = Limits::default();
    let unreadable = |problem: FileProblem| {
        let name = table.path.file_name().unwrap_or_default();
        let name = name.to_string_lossy().into_owned();
        ImportError::Files(vec![(name, DeliveryProblem::from(problem))])
    };
    let failed = |error| match error {
        ReadError::Sink(error) => ImportError::Store(error),
        ReadError::File(problem) => unreadable(problem),
    };
    let mut sink = Counting {
        to: stager,
        lines,
        last: 0,
    };
    if kind != FileKind::Invoices || documents.is_empty() {
        let tally = table
            .read(context, &limits, Words::shipped(), &mut sink)
            .map_err(failed)?;
        sink.to.finish()?;
        return Ok((kind, tally, Vec::new()));
    }
    let mut claims = Claims::on(documents);
    table
        .read(context, &limits, Words::shipped(), &mut claims)
        .map_err(|error| match error {
            ReadError::Sink(never) => match never {},
            ReadError::File(problem) => unreadable(problem),
        })?;
    let mut with = WithDocuments::new(sink, claims);
    let tally = table
        .read(context, &limits, Words::shipped(), &mut with)
        .map_err(failed)?;
    let (sink, documents) = with.finish();
    sink.to.finish()?;
    Ok((kind, tally, documents))
}

/// Counts lines on the way.
struct Counting<'a> {
    to: Stager,
    lines: &'a AtomicU64,
    last: u64,
}

impl Sink for Counting<'_> {
    type Error = StoreError;
    fn row(&mut self, row: &Row<'_>) -> Result<(), StoreError> {
        self.lines.fetch_add(row.line - self.last, Ordering::Relaxed);
        self.last = row.line;
        self.to.row(row)
    }
    fn remark(&mut self, remark: Remark) -> Result<(), StoreError> {
        self.to.remark(remark)
    }
}

/// What gives cause to stop and ask, as far as the files alone tell.
fn doubts(import: &Import, tallies: &[(FileKind, Tally)], limit: u64) -> Vec<Doubt> {
    let mut doubts = Vec::new();
    for (kind, tally) in tallies {
        let mut doubt = |reason, found, of| {
            doubts.push(Doubt {
                reason,
                kind: *kind,
                found,
                of,
            })
        };
        let taken = tally.rows - tally.rejected.min(tally.rows);
        if import.mode == Mode::Full && taken == 0 {
            doubt(DoubtReason::Empty, taken, tally.rows);
        }
        if tally.cut_off {
            doubt(DoubtReason::CutOff, tally.rows, tally.rows);
        }
        let promised = tally
            .promised
            .or(import.file(*kind).and_then(|file| file.promised));
        if let Some(promised) = promised.filter(|promised| *promised != tally.rows) {
            doubt(DoubtReason::RowCount, tally.rows, promised);
        }
        // a handful of rows says nothing about the whole
        if tally.rows >= 20 && tally.rejected * 100 > tally.rows * limit {
            doubt(DoubtReason::Rejected, tally.rejected, tally.rows);
        }
    }
    doubts
}
