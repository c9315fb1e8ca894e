//! What moments say, in immutable versions: approval pins one, and a message keeps its id and hash.

use carport_domain::content::Content;
use carport_domain::{ContentVersionId, Timestamp};

use crate::error::{Result, StoreError};
use crate::tx::CompanyTx;

/// One version.
#[derive(Debug, Clone, PartialEq)]
pub struct ContentVersion {
    /// Its id.
    pub id: ContentVersionId,
    /// Of which moment.
    pub moment: String,
    /// Its number within the moment, counting from 1.
    pub version: i64,
    /// What it says.
    pub content: Content,
    /// SHA-256 of it.
    pub sha256: Vec<u8>,
    /// When it was made.
    pub created_at: Timestamp,
    /// By whom.
    pub created_by: String,
}

/// What became of a version somebody wanted to add.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AddedContent {
    /// It is there, with this id and number.
    New(ContentVersionId, i64),
    /// The newest version says the same; this is it.
    Same(ContentVersionId, i64),
    /// Another version came in between.
    Overtaken,
}

#[derive(sqlx_macros::FromRow)]
struct Row {
    id: ContentVersionId,
    moment: String,
    version: i64,
    content: String,
    sha256: Vec<u8>,
    created_at: Timestamp,
    created_by: String,
}

impl Row {
    fn version(self) -> Result<ContentVersion> {
        Ok(ContentVersion {
            id: self.id,
            moment: self.moment,
            version: self.version,
            content: serde_json::from_str(&self.content)?,
            sha256: self.sha256,
            created_at: self.created_at,
            created_by: self.created_by,
        })
    }
}

const SELECT: &str = "SELECT id, moment, version, content, sha256, created_at, created_by FROM content_versions WHERE company_id = $1";

impl CompanyTx<'_> {
    /// The newest version of a moment's content.
    pub async fn newest_content(&mut self, moment: &str) -> Result<Option<ContentVersion>> {
        let sql = sqlx::AssertSqlSafe(format!("{SELECT} AND moment = $2 ORDER BY version DESC LIMIT 1"));
        fetch_optional!(self.tx, Row, sql, self.id, moment)?
            .map(Row::version)
            .transpose()
    }

    /// A version by id.
    pub async fn content_version(&mut self, id: ContentVersionId) -> Result<Option<ContentVersion>> {
        let sql = sqlx::AssertSqlSafe(format!("{SELECT} AND id = $2"));
        fetch_optional!(self.tx, Row, sql, self.id, id)?
            .map(Row::version)
            .transpose()
    }

    /// Every version of a moment's content, the newest first.
    pub async fn content_versions(&mut self, moment: &str) -> Result<Vec<ContentVersion>> {
        let sql = sqlx::AssertSqlSafe(format!("{SELECT} AND moment = $2 ORDER BY version DESC"));
        fetch_all!(self.tx, Row, sql, self.id, moment)?
            .into_iter()
            .map(Row::version)
            .collect()
    }

    /// Adds a version; the newest itself where it says the same.
    pub async fn add_content(
        &mut self,
        moment: &str,
        content: &Content,
        actor: &str,
    ) -> Result<ContentVersionId> {
        let base = self.newest_content(moment).await?.map(|newest| newest.id);
        match self.add_content_after(moment, base, content, actor).await? {
            AddedContent::New(id, _) | AddedContent::Same(id, _) => Ok(id),
            AddedContent::Overtaken => Err(StoreError::Inconsistent(format!(
                "somebody else wrote the content of {moment} at the same time"
            ))),
        }
    }

    /// Adds a version that was written on the ground of `base`, unless another came in between.
    pub async fn add_content_after(
        &mut self,
        moment: &str,
        base: Option<ContentVersionId>,
        content: &Content,
        actor: &str,
    ) -> Result<AddedContent> {
        let sha256 = hex::decode(content.hash()).unwrap_or_default();
        let newest = self.newest_content(moment).await?;
        if let Some(same) = newest.as_ref().filter(|newest| newest.sha256 == sha256) {
            return Ok(AddedContent::Same(same.id, same.version));
        }
        if newest.as_ref().map(|newest| newest.id) != base {
            return Ok(AddedContent::Overtaken);
        }
        let now = self.now();
        let id = ContentVersionId::new(now);
        let version = newest.map_or(1, |newest| newest.version + 1);
        let added = execute!(
            self.tx,
            "INSERT INTO content_versions (company_id, id, moment, version, content, sha256, created_at, created_by)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING",
            self.id,
            id,
            moment,
            version,
            serde_json::to_string(content)?,
            &sha256,
            now,
            actor
        )?;
        Ok(if added > 0 {
            AddedContent::New(id, version)
        } else {
            AddedContent::Overtaken
        })
    }
}
