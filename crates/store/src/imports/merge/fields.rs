//! Changing what is stored to what a file says, field by field, and keeping what was there before.

use super::context::Context;
use crate::error::Result;
use crate::imports::layout::FileKind;
use crate::tx::Tx;

/// One stored field and what the staged row `s` says about it.
pub(super) struct Field {
    pub column: &'static str,
    /// An expression over `s` and the joined tables.
    pub value: String,
    /// The bit of `s.silent` that says the file is silent about it; 0 where it never is.
    pub bit: i64,
    pub is_id: bool,
}

impl Field {
    /// A field that is staged under its own name.
    pub fn same(kind: FileKind, column: &'static str) -> Self {
        Self::of(kind, column, column, format!("s.{column}"))
    }
    /// A field that is worked out from the staged column `staged`.
    pub fn of(kind: FileKind, column: &'static str, staged: &str, value: String) -> Self {
        Self {
            column,
            value,
            bit: kind.bit(staged),
            is_id: false,
        }
    }
    /// A field that is the id of something the staged column `staged` names.
    pub fn id(kind: FileKind, column: &'static str, staged: &str, value: String) -> Self {
        Self {
            is_id: true,
            ..Self::of(kind, column, staged, value)
        }
    }
}

/// The touched rows of one kind: `t` the list, `s` the staged rows, `c` what is stored.
pub(super) struct Touched<'a> {
    pub kind: FileKind,
    pub table: &'static str,
    /// Further joins, over `s` alone.
    pub joins: &'a str,
    pub fields: &'a [Field],
    /// Whether the table says when a row last changed.
    pub is_dated: bool,
}

/// Fields that follow from others: undo puts them back, and nobody is told of them.
pub(super) const TECHNICAL: [&str; 3] = ["dms_hash", "updated_at", "name_folded"];

impl Touched<'_> {
    /// Lists the staged rows of a chunk that differ from what is stored: `$1` company, `$2` source, `$3` and `$4` the lines.
    pub async fn list(
        ctx: &Context,
        tx: &mut Tx,
        kind: FileKind,
        table: &str,
        differs: &str,
        lines: (i64, i64),
    ) -> Result<u64> {
        let (rows, touched) = (ctx.rows(kind), ctx.touched(kind));
        let Some(key) = kind.key() else { return Ok(0) };
        execute!(tx, sqlx::AssertSqlSafe(format!("DELETE FROM {touched}")))?;
        execute!(
            tx,
            sqlx::AssertSqlSafe(format!(
                "INSERT INTO {touched} (line, id) SELECT s.line, c.id FROM {rows} s
                 JOIN {table} c ON c.company_id = $1 AND c.dms_number = s.{key} AND c.dms_source = $2
                 WHERE s.line > $3 AND s.line <= $4 AND s.lost_to IS NULL AND ({differs})"
            )),
            ctx.company,
            &ctx.source,
            lines.0,
            lines.1
        )
    }

    fn technical(&self, ctx: &Context) -> Vec<Field> {
        let plain = |column, value: String| Field {
            column,
            value,
            bit: 0,
            is_id: false,
        };
        let mut fields = vec![plain("dms_hash", "s.hash".to_owned())];
        if self.is_dated {
            fields.push(plain("updated_at", ctx.now.0.to_string()));
        }
        fields
    }

    fn from(&self, ctx: &Context) -> String {
        format!(
            "{} t JOIN {} s ON s.line = t.line {}",
            ctx.touched(self.kind),
            ctx.rows(self.kind),
            self.joins
        )
    }

    /// Notes every field that is about to change, with what was there.
    pub async fn note(&self, ctx: &Context, tx: &mut Tx) -> Result<()> {
        let technical = self.technical(ctx);
        for field in self.fields.iter().chain(&technical) {
            let text = |expr: &str| {
                if field.is_id {
                    ctx.hex(expr)
                } else {
                    format!("CAST({expr} AS TEXT)")
                }
            };
            let stored = format!("c.{}", field.column);
            let speaks = if field.bit == 0 {
                "1 = 1".to_owned()
            } else {
                format!("(s.silent & {}) = 0", field.bit)
            };
            let sql = format!(
                "INSERT INTO import_changes (company_id, import_id, kind, entity_id, field, line, old_value, new_value)
                 SELECT $1, $2, '{kind}', c.id, '{column}', s.line, {old}, {new}
                 FROM {from} JOIN {table} c ON c.company_id = $1 AND c.id = t.id
                 WHERE {speaks} AND {stored} IS DISTINCT FROM {value}
                 ON CONFLICT (company_id, import_id, kind, entity_id, field) DO NOTHING",
                kind = self.kind,
                column = field.column,
                old = text(&stored),
                new = text(&field.value),
                from = self.from(ctx),
                table = self.table,
                value = field.value,
            );
            execute!(tx, sqlx::AssertSqlSafe(sql), ctx.company, ctx.import)?;
        }
        Ok(())
    }

    /// Stores what the file says.
    pub async fn store(&self, ctx: &Context, tx: &mut Tx) -> Result<()> {
        let technical = self.technical(ctx);
        let set = self.fields.iter().chain(&technical).map(|field| {
            let (column, value) = (field.column, &field.value);
            match field.bit {
                0 => format!("{column} = {value}"),
                bit => {
                    format!("{column} = CASE WHEN (s.silent & {bit}) <> 0 THEN c.{column} ELSE {value} END")
                }
            }
        });
        let sql = format!(
            "UPDATE {table} AS c SET {set} FROM {from} WHERE c.company_id = $1 AND c.id = t.id",
            table = self.table,
            set = set.collect::<Vec<_>>().join(", "),
            from = self.from(ctx),
        );
        execute!(tx, sqlx::AssertSqlSafe(sql), ctx.company)?;
        Ok(())
    }

    /// How many of the touched rows changed something; the others only had another form of the same.
    pub async fn count(&self, ctx: &Context, tx: &mut Tx) -> Result<u64> {
        let sql = format!(
            "SELECT COUNT(*) FROM {} t WHERE EXISTS (SELECT 1 FROM import_changes i WHERE i.company_id = $1
                AND i.import_id = $2 AND i.kind = '{}' AND i.entity_id = t.id AND i.field NOT IN ('{}'))",
            ctx.touched(self.kind),
            self.kind,
            TECHNICAL.join("', '")
        );
        let count = fetch_scalar!(tx, i64, sqlx::AssertSqlSafe(sql), ctx.company, ctx.import)?;
        Ok(u64::try_from(count).unwrap_or(0))
    }
}
