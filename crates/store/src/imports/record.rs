//! The record of one delivery: which files, how far it is, what became of the rows, and why it waits for somebody.

use std::collections::BTreeMap;

use carport_domain::{ImportId, Timestamp, text_enum};
use serde::{Deserialize, Serialize};

use super::layout::FileKind;
use crate::error::{Result, StoreError};
use crate::tx::CompanyTx;

text_enum! {
    /// What a delivery contains (F194).
    pub enum Mode {
        /// Everything the dealer management system has: who is not in it is missing.
        Full = "full",
        /// What changed since the last one.
        Daily = "daily",
    }
}

text_enum! {
    /// Where an import stands.
    pub enum ImportState {
        /// Not begun.
        Waiting = "waiting",
        /// The files are being read.
        Reading = "reading",
        /// There are doubts; nothing was changed, and somebody decides.
        Held = "held",
        /// Rows are going into the company's data.
        Merging = "merging",
        /// Done.
        Done = "done",
        /// Given up; nothing was changed.
        Failed = "failed",
        /// Done, and taken back.
        Undone = "undone",
    }
}

text_enum! {
    /// Why an import stops and asks (B8). Each has a text `intake-doubt-…` in every language.
    pub enum DoubtReason {
        /// A full export without a single usable row.
        Empty = "empty",
        /// The file ends in the middle of a row.
        CutOff = "cut_off",
        /// The file, or the manifest, promises another number of rows.
        RowCount = "row_count",
        /// More customers would be missing than the company's setting allows (`import_drop_percent`).
        Missing = "missing",
        /// More rows were rejected than the company's setting allows customers to be missing.
        Rejected = "rejected",
    }
}

/// One doubt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Doubt {
    /// Why.
    pub reason: DoubtReason,
    /// About which kind of file.
    pub kind: FileKind,
    /// What was found: rows, or customers that would be missing.
    pub found: u64,
    /// Of how many, or what was promised.
    pub of: u64,
}

/// A file of a delivery.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourceFile {
    /// What it holds.
    pub kind: FileKind,
    /// Where it is.
    pub path: String,
    /// Its name, as the company knows it.
    pub name: String,
    /// Its checksum, hexadecimal.
    pub sha256: String,
    /// Its line breaks, the measure for progress.
    pub lines: u64,
    /// The number of rows the manifest promises.
    #[serde(default)]
    pub promised: Option<u64>,
    /// Headers that are kept out, each with the column that comes nearest.
    #[serde(default)]
    pub unknown_headers: Vec<(String, Option<String>)>,
}

/// What became of the rows of one kind. Every row is in exactly one of the first four.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Counts {
    /// New.
    pub created: u64,
    /// There before, and different.
    pub changed: u64,
    /// There before, the same.
    pub unchanged: u64,
    /// Not taken; the remarks say why.
    pub rejected: u64,
    /// Values left out of rows that were taken.
    pub left_out: u64,
    /// There before, and not in the full export any more.
    pub missing: u64,
}

impl Counts {
    /// Rows of the file.
    pub const fn rows(&self) -> u64 {
        self.created + self.changed + self.unchanged + self.rejected
    }
}

/// Counts by kind of file.
pub type CountsByKind = BTreeMap<FileKind, Counts>;

/// An import to begin.
#[derive(Debug, Clone)]
pub struct NewImport<'a> {
    /// Which system delivers; `dms` where there is one only.
    pub source: &'a str,
    /// What the delivery contains.
    pub mode: Mode,
    /// Show what would change, and change nothing.
    pub dry_run: bool,
    /// `staff:<id>`, `operator:<id>` or `system`.
    pub started_by: &'a str,
    /// The files, at most one of a kind.
    pub files: &'a [SourceFile],
    /// Where the documents of invoices may lie: files and folders.
    pub places: &'a [String],
    /// Doubts that are waved through beforehand.
    pub accepted: &'a [DoubtReason],
}

/// Whether an import was begun.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Begun {
    /// It was.
    Import(ImportId),
    /// Another import of the company is under way.
    Busy(ImportId),
}

/// An import as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Import {
    /// Its id.
    pub id: ImportId,
    /// Which system delivers.
    pub source: String,
    /// What the delivery contains.
    pub mode: Mode,
    /// It only shows what would change.
    pub dry_run: bool,
    /// Where it stands.
    pub state: ImportState,
    /// Who began it.
    pub started_by: String,
    /// Its files.
    pub files: Vec<SourceFile>,
    /// Where the documents of its invoices may lie: files and folders.
    pub places: Vec<String>,
    /// Doubts that were waved through.
    pub accepted: Vec<DoubtReason>,
    /// Why it is held.
    pub doubts: Vec<Doubt>,
    /// What became of the rows so far.
    pub counts: CountsByKind,
    /// How far the merge is: the step, and the last line done within it; while reading, lines read so far.
    pub cursor: (i64, i64),
    /// The key of the message that says why it failed, with its file.
    pub failure: Option<String>,
    /// When it was begun.
    pub created_at: Timestamp,
    /// Its last sign of life.
    pub seen_at: Timestamp,
    /// When it ended.
    pub finished_at: Option<Timestamp>,
    /// When it was taken back.
    pub undone_at: Option<Timestamp>,
}

impl Import {
    /// Whether it has neither ended nor waits for somebody.
    pub const fn is_under_way(&self) -> bool {
        matches!(
            self.state,
            ImportState::Waiting | ImportState::Reading | ImportState::Merging
        )
    }
    /// The file of a kind, if the delivery has one.
    pub fn file(&self, kind: FileKind) -> Option<&SourceFile> {
        self.files.iter().find(|file| file.kind == kind)
    }
    /// Line breaks in all files together.
    pub fn lines(&self) -> u64 {
        self.files.iter().map(|file| file.lines).sum()
    }
    /// What became of all rows.
    pub fn total(&self) -> Counts {
        self.counts.values().fold(Counts::default(), |sum, c| Counts {
            created: sum.created + c.created,
            changed: sum.changed + c.changed,
            unchanged: sum.unchanged + c.unchanged,
            rejected: sum.rejected + c.rejected,
            left_out: sum.left_out + c.left_out,
            missing: sum.missing + c.missing,
        })
    }
}

#[derive(sqlx_macros::FromRow)]
struct Stored {
    id: ImportId,
    source: String,
    mode: Mode,
    dry_run: bool,
    state: ImportState,
    started_by: String,
    files: String,
    places: String,
    accepted: String,
    doubts: String,
    counts: String,
    cursor_step: i64,
    cursor_line: i64,
    failure: Option<String>,
    created_at: Timestamp,
    seen_at: Timestamp,
    finished_at: Option<Timestamp>,
    undone_at: Option<Timestamp>,
}

impl TryFrom<Stored> for Import {
    type Error = StoreError;
    fn try_from(s: Stored) -> Result<Self> {
        let accepted = s.accepted.split(',').filter(|word| !word.is_empty());
        Ok(Import {
            id: s.id,
            source: s.source,
            mode: s.mode,
            dry_run: s.dry_run,
            state: s.state,
            started_by: s.started_by,
            files: serde_json::from_str(&s.files)?,
            places: serde_json::from_str(&s.places)?,
            accepted: accepted.map(str::parse).collect::<std::result::Result<_, _>>()?,
            doubts: serde_json::from_str(&s.doubts)?,
            counts: serde_json::from_str(&s.counts)?,
            cursor: (s.cursor_step, s.cursor_line),
            failure: s.failure,
            created_at: s.created_at,
            seen_at: s.seen_at,
            finished_at: s.finished_at,
            undone_at: s.undone_at,
        })
    }
}

fn words(accepted: &[DoubtReason]) -> String {
    accepted
        .iter()
        .map(|reason| reason.as_str())
        .collect::<Vec<_>>()
        .join(",")
}

const SELECT: &str =
    "SELECT id, source, mode, dry_run, state, started_by, files, places, accepted, doubts, counts, cursor_step,
    cursor_line, failure, created_at, seen_at, finished_at, undone_at FROM imports WHERE company_id = $1";

impl CompanyTx<'_> {
    /// Begins an import, unless another of the company is under way: two at once would each see half of the other.
    pub async fn begin_import(&mut self, new: &NewImport<'_>) -> Result<Begun> {
        let now = self.now();
        if let Some(id) = self.import_under_way().await? {
            return Ok(Begun::Busy(id));
        }
        let id = ImportId::new(now);
        execute!(
            self.tx,
            "INSERT INTO imports (company_id, id, source, mode, dry_run, state, started_by, files, places, accepted, doubts,
                counts, cursor_step, cursor_line, created_at, seen_at)
             VALUES ($1, $2, $3, $4, $5, 'waiting', $6, $7, $8, $9, '[]', '{}', 0, 0, $10, $10)",
            self.id,
            id,
            new.source,
            new.mode,
            new.dry_run,
            new.started_by,
            serde_json::to_string(new.files)?,
            serde_json::to_string(new.places)?,
            words(new.accepted),
            now
        )?;
        Ok(Begun::Import(id))
    }

    /// The import of the company that is under way. Whoever asks at the same time waits until this transaction has ended, so
    /// that nobody begins, goes on or takes back what the other does not see yet.
    pub(super) async fn import_under_way(&mut self) -> Result<Option<ImportId>> {
        self.tx.take_turn("import", self.id).await?;
        let found = fetch_optional!(
            self.tx,
            (ImportId,),
            "SELECT id FROM imports WHERE company_id = $1 AND state IN ('waiting', 'reading', 'merging') ORDER BY created_at LIMIT 1",
            self.id
        )?;
        Ok(found.map(|(id,)| id))
    }

    /// An import.
    pub async fn import(&mut self, id: ImportId) -> Result<Option<Import>> {
        let sql = sqlx::AssertSqlSafe(format!("{SELECT} AND id = $2"));
        fetch_optional!(self.tx, Stored, sql, self.id, id)?
            .map(Import::try_from)
            .transpose()
    }

    /// The company's imports, the newest first.
    pub async fn imports(&mut self, limit: i64) -> Result<Vec<Import>> {
        let sql = sqlx::AssertSqlSafe(format!("{SELECT} ORDER BY created_at DESC, id DESC LIMIT $2"));
        fetch_all!(self.tx, Stored, sql, self.id, limit)?
            .into_iter()
            .map(Import::try_from)
            .collect()
    }

    /// Keeps how far an import is.
    pub async fn save_import(&mut self, import: &Import) -> Result<()> {
        let now = self.now();
        execute!(
            self.tx,
            "UPDATE imports SET state = $3, files = $4, accepted = $5, doubts = $6, counts = $7, cursor_step = $8,
                cursor_line = $9, failure = $10, seen_at = $11, finished_at = $12
             WHERE company_id = $1 AND id = $2",
            self.id,
            import.id,
            import.state,
            serde_json::to_string(&import.files)?,
            words(&import.accepted),
            serde_json::to_string(&import.doubts)?,
            serde_json::to_string(&import.counts)?,
            import.cursor.0,
            import.cursor.1,
            import.failure.as_deref(),
            now,
            import.finished_at
        )?;
        Ok(())
    }

    /// Shows how many lines were read so far; says nothing once the merge has begun.
    pub async fn note_import_progress(&mut self, id: ImportId, lines: i64) -> Result<()> {
        let now = self.now();
        execute!(
            self.tx,
            "UPDATE imports SET cursor_line = $3, seen_at = $4 WHERE company_id = $1 AND id = $2 AND state = 'reading'",
            self.id,
            id,
            lines,
            now
        )?;
        Ok(())
    }

    /// Waves the doubts about a held import through, so that it goes on; false when it is not held, or another is under way.
    pub async fn accept_import(&mut self, id: ImportId) -> Result<bool> {
        if self.import_under_way().await?.is_some() {
            return Ok(false);
        }
        let Some(mut import) = self.import(id).await?.filter(|i| i.state == ImportState::Held) else {
            return Ok(false);
        };
        for doubt in &import.doubts {
            if !import.accepted.contains(&doubt.reason) {
                import.accepted.push(doubt.reason);
            }
        }
        import.state = ImportState::Waiting;
        self.save_import(&import).await?;
        Ok(true)
    }

    /// Gives up what waits for a decision since something newer is imported; what was given up.
    pub async fn overtake_imports(&mut self) -> Result<Vec<Import>> {
        let mut overtaken = self.imports(100).await?;
        overtaken.retain(|import| import.state == ImportState::Held);
        for import in &mut overtaken {
            import.state = ImportState::Failed;
            import.failure = Some("intake-overtaken".to_owned());
            import.finished_at = Some(self.now());
            self.save_import(import).await?;
        }
        Ok(overtaken)
    }

    /// Gives a held import up; false when it is not held.
    pub async fn refuse_import(&mut self, id: ImportId) -> Result<bool> {
        let Some(mut import) = self.import(id).await?.filter(|i| i.state == ImportState::Held) else {
            return Ok(false);
        };
        import.state = ImportState::Failed;
        import.failure = Some("intake-refused".to_owned());
        import.finished_at = Some(self.now());
        self.save_import(&import).await?;
        Ok(true)
    }
}

/// A remark as stored: one line of the error file.
#[derive(Debug, Clone, PartialEq, Eq, sqlx_macros::FromRow)]
pub struct StoredRemark {
    /// The kind of file.
    pub kind: FileKind,
    /// The line.
    pub line: i64,
    /// The column; empty where the whole line is wrong.
    pub column_name: String,
    /// Why.
    pub reason: super::row::Reason,
    /// What stood there.
    pub value: String,
    /// Whether the row was rejected; else only the value was left out.
    pub rejected: bool,
}

/// One field of one thing that an import changed, or would change.
#[derive(Debug, Clone, PartialEq, Eq, sqlx_macros::FromRow)]
pub struct ImportChange {
    /// The kind of file.
    pub kind: String,
    /// What was changed.
    pub entity_id: uuid::Uuid,
    /// Which field.
    pub field: String,
    /// By which line; 0 where it follows from a row that is missing.
    pub line: i64,
    /// What it was.
    pub old_value: Option<String>,
    /// What it is now.
    pub new_value: Option<String>,
}

impl CompanyTx<'_> {
    /// The saved mapping of headers for a source, as JSON; none where nothing was saved.
    pub async fn import_mapping(&mut self, source: &str) -> Result<Option<String>> {
        let found = fetch_optional!(
            self.tx,
            (String,),
            "SELECT mapping FROM import_mappings WHERE company_id = $1 AND source = $2",
            self.id,
            source
        )?;
        Ok(found.map(|(mapping,)| mapping))
    }

    /// Saves the mapping of headers for a source.
    pub async fn save_import_mapping(&mut self, source: &str, mapping: &str, actor: &str) -> Result<()> {
        let now = self.now();
        execute!(
            self.tx,
            "INSERT INTO import_mappings (company_id, source, mapping, updated_at, updated_by) VALUES ($1, $2, $3, $4, $5)
             ON CONFLICT (company_id, source) DO UPDATE SET mapping = excluded.mapping, updated_at = excluded.updated_at,
                updated_by = excluded.updated_by",
            self.id,
            source,
            mapping,
            now,
            actor
        )?;
        Ok(())
    }

    /// A page of an import's remarks in the order of kinds and lines, after the given one.
    pub async fn import_remarks(
        &mut self,
        id: ImportId,
        after: Option<&StoredRemark>,
        limit: i64,
    ) -> Result<Vec<StoredRemark>> {
        let start = after.map_or(("", 0, "", ""), |r| {
            (r.kind.as_str(), r.line, r.column_name.as_str(), r.reason.as_str())
        });
        fetch_all!(
            self.tx,
            StoredRemark,
            "SELECT kind, line, column_name, reason, value, rejected FROM import_remarks
             WHERE company_id = $1 AND import_id = $2 AND (kind, line, column_name, reason) > ($3, $4, $5, $6)
             ORDER BY kind, line, column_name, reason LIMIT $7",
            self.id,
            id,
            start.0,
            start.1,
            start.2,
            start.3,
            limit
        )
    }

    /// A page of what an import changed, or would change; fields that only follow from others are left out.
    pub async fn import_changes(
        &mut self,
        id: ImportId,
        after: Option<&ImportChange>,
        limit: i64,
    ) -> Result<Vec<ImportChange>> {
        let nil = uuid::Uuid::nil();
        let start = after.map_or(("", nil, ""), |c| {
            (c.kind.as_str(), c.entity_id, c.field.as_str())
        });
        fetch_all!(
            self.tx,
            ImportChange,
            "SELECT kind, entity_id, field, line, old_value, new_value FROM import_changes
             WHERE company_id = $1 AND import_id = $2 AND (kind, entity_id, field) > ($3, $4, $5)
                AND field NOT IN ('dms_hash', 'updated_at', 'name_folded')
             ORDER BY kind, entity_id, field LIMIT $6",
            self.id,
            id,
            start.0,
            start.1,
            start.2,
            limit
        )
    }
}
