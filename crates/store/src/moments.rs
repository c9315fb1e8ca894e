//! The contact moments a company runs (F158), as it runs them.

use carport_domain::Timestamp;
use carport_domain::moments::Definition;

use crate::error::Result;
use crate::tx::CompanyTx;

/// A moment at a company.
#[derive(Debug, Clone, PartialEq)]
pub struct Moment {
    /// What it is, as this company runs it.
    pub definition: Definition,
    /// Since when it is on; none: it is off.
    pub enabled_at: Option<Timestamp>,
    /// Who switched it on.
    pub enabled_by: Option<String>,
}

#[derive(sqlx_macros::FromRow)]
struct Row {
    definition: String,
    enabled_at: Option<Timestamp>,
    enabled_by: Option<String>,
}

impl Row {
    fn moment(self) -> Result<Moment> {
        Ok(Moment {
            definition: serde_json::from_str(&self.definition)?,
            enabled_at: self.enabled_at,
            enabled_by: self.enabled_by,
        })
    }
}

impl CompanyTx<'_> {
    /// Every moment the company has, by priority.
    pub async fn moments(&mut self) -> Result<Vec<Moment>> {
        let rows = fetch_all!(
            self.tx,
            Row,
            "SELECT definition, enabled_at, enabled_by FROM moments WHERE company_id = $1 ORDER BY key",
            self.id
        )?;
        let mut all = rows.into_iter().map(Row::moment).collect::<Result<Vec<_>>>()?;
        all.sort_by(|a, b| {
            let of = |m: &Moment| (m.definition.priority, m.definition.key.clone());
            of(a).cmp(&of(b))
        });
        Ok(all)
    }

    /// One moment.
    pub async fn moment(&mut self, key: &str) -> Result<Option<Moment>> {
        fetch_optional!(
            self.tx,
            Row,
            "SELECT definition, enabled_at, enabled_by FROM moments WHERE company_id = $1 AND key = $2",
            self.id,
            key
        )?
        .map(Row::moment)
        .transpose()
    }

    /// Keeps a moment as the company runs it. A new one is off.
    pub async fn save_moment(&mut self, definition: &Definition) -> Result<()> {
        let now = self.now();
        execute!(
            self.tx,
            "INSERT INTO moments (company_id, key, definition, updated_at) VALUES ($1, $2, $3, $4)
             ON CONFLICT (company_id, key) DO UPDATE SET definition = excluded.definition, updated_at = excluded.updated_at",
            self.id,
            &definition.key,
            serde_json::to_string(definition)?,
            now
        )?;
        Ok(())
    }

    /// Switches a moment on or off; false when it was so already or is not there.
    pub async fn enable_moment(&mut self, key: &str, on: bool, actor: &str) -> Result<bool> {
        let now = self.now();
        let (at, by) = if on {
            (Some(now), Some(actor))
        } else {
            (None, None)
        };
        Ok(execute!(
            self.tx,
            "UPDATE moments SET enabled_at = $3, enabled_by = $4, updated_at = $5
             WHERE company_id = $1 AND key = $2 AND (enabled_at IS NULL) = $6",
            self.id,
            key,
            at,
            by,
            now,
            on
        )? > 0)
    }
}
