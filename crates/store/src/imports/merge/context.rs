//! What every part of a merge knows.

use std::collections::BTreeSet;

use carport_domain::{CompanyId, ImportId, LegalEntityId, Timestamp};
use chrono::NaiveDate;

use crate::error::Result;
use crate::imports::layout::FileKind;
use crate::imports::row::Reason;
use crate::imports::staging::Staging;
use crate::tx::Tx;

/// What every part of a merge knows.
pub(super) struct Context {
    pub company: CompanyId,
    pub import: ImportId,
    pub source: String,
    /// When the merge began; what it writes is stamped with it.
    pub now: Timestamp,
    pub today: NaiveDate,
    /// The legal entity of what names no location.
    pub entity: Option<LegalEntityId>,
    pub currency: String,
    pub staging: Staging,
    /// Kinds of which the company had nothing from this source before: every row is new.
    pub fresh: BTreeSet<FileKind>,
    pub is_postgres: bool,
}

impl Context {
    /// The table with a kind's staged rows.
    pub fn rows(&self, kind: FileKind) -> String {
        self.staging.rows(kind)
    }
    /// The table with the staged rows of a chunk that differ from what is stored, and the ids of what they are.
    pub fn touched(&self, kind: FileKind) -> String {
        self.staging.work(kind, "touched")
    }
    /// Whether every row of a kind is new.
    pub fn is_fresh(&self, kind: FileKind) -> bool {
        self.fresh.contains(&kind)
    }
    /// After the first lines of a kind went in: tells PostgreSQL that the company has rows in `table`. It would else join
    /// them as if there were none, which takes the square of their number in a database where other companies have many.
    pub async fn introduce(&self, tx: &mut Tx, table: &str, lines: (i64, i64)) -> Result<()> {
        if self.is_postgres && lines.0 == 0 {
            execute!(tx, sqlx::AssertSqlSafe(format!("ANALYZE {table}")))?;
        }
        Ok(())
    }
    /// An id as text, the same on both databases.
    pub fn hex(&self, id: &str) -> String {
        if self.is_postgres {
            format!("replace(CAST({id} AS TEXT), '-', '')")
        } else {
            format!("lower(hex({id}))")
        }
    }
}

/// A statement that remarks on staged rows `s`: `$1` company, `$2` import, `$3` and `$4` the lines; `condition` and `joins`
/// may go on from `$5`.
pub(super) fn remark(
    kind: FileKind,
    from: &str,
    column: &str,
    value: &str,
    (reason, rejected): (Reason, bool),
    condition: &str,
) -> String {
    format!(
        "INSERT INTO import_remarks (company_id, import_id, kind, line, column_name, reason, value, rejected)
         SELECT $1, $2, '{kind}', s.line, '{column}', '{reason}', COALESCE({value}, ''), {rejected}
         FROM {from} WHERE s.line > $3 AND s.line <= $4 AND {condition}
         ON CONFLICT (company_id, import_id, kind, line, column_name, reason) DO NOTHING"
    )
}
