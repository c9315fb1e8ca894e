//! The exact words that were shown when consent was asked, in immutable versions; and the notices a legal entity gives
//! when it collects an address.

use carport_domain::consent::{Notice, WordingRef};
use carport_domain::{Language, LegalEntityId, Timestamp, WordingId};
use chrono::NaiveDate;
use sha2::{Digest, Sha256};

use crate::error::Result;
use crate::tx::CompanyTx;

/// A version of a wording.
#[derive(Debug, Clone, PartialEq, Eq, sqlx_macros::FromRow)]
pub struct StoredWording {
    /// Its id.
    pub id: WordingId,
    /// What it is the wording of, such as `preferences`.
    pub key: String,
    /// Its number within key and language, counting from 1.
    pub version: i64,
    /// The language.
    pub language: Language,
    /// The text.
    pub text: String,
    /// SHA-256 of the text.
    pub sha256: Vec<u8>,
    /// When it was first shown.
    pub created_at: Timestamp,
}

impl StoredWording {
    /// As a ledger entry names it.
    pub fn reference(&self) -> WordingRef {
        WordingRef {
            id: self.id,
            version: u32::try_from(self.version).unwrap_or(u32::MAX),
            language: self.language,
            sha256: hex::encode(&self.sha256),
        }
    }
}

/// A notice with the text it gave.
#[derive(Debug, Clone, PartialEq, Eq, sqlx_macros::FromRow)]
pub struct StoredNotice {
    /// Whose.
    pub legal_entity_id: LegalEntityId,
    /// Its wording.
    pub wording_id: WordingId,
    /// The text.
    pub text: String,
    /// Whether it offered to object.
    pub opt_out_offered: bool,
    /// The first day it was in force.
    pub from_on: NaiveDate,
    /// The last day.
    pub until_on: Option<NaiveDate>,
}

const SELECT: &str =
    "SELECT id, key, version, language, text, sha256, created_at FROM consent_wordings WHERE company_id = $1";

impl CompanyTx<'_> {
    /// The version of a wording that has exactly this text, made if the text is new.
    pub async fn wording(&mut self, key: &str, language: Language, text: &str) -> Result<StoredWording> {
        let sha256 = Sha256::digest(text.as_bytes()).to_vec();
        let newest = sqlx::AssertSqlSafe(format!(
            "{SELECT} AND key = $2 AND language = $3 ORDER BY version DESC LIMIT 1"
        ));
        let last = fetch_optional!(self.tx, StoredWording, newest, self.id, key, language)?;
        let version = match last {
            Some(wording) if wording.sha256 == sha256 => return Ok(wording),
            Some(wording) => wording.version + 1,
            None => 1,
        };
        let now = self.now();
        execute!(
            self.tx,
            "INSERT INTO consent_wordings (company_id, id, key, version, language, text, sha256, created_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING",
            self.id,
            WordingId::new(now),
            key,
            version,
            language,
            text,
            &sha256,
            now
        )?;
        // Where two pages show a new text at once, both take the version that came first.
        let sql = sqlx::AssertSqlSafe(format!(
            "{SELECT} AND key = $2 AND language = $3 AND version = $4"
        ));
        fetch_one!(self.tx, StoredWording, sql, self.id, key, language, version)
    }

    /// Wordings by id.
    pub async fn wordings(&mut self, ids: &[WordingId]) -> Result<Vec<StoredWording>> {
        let mut found = Vec::new();
        for chunk in ids.chunks(500) {
            let list = crate::sql::placeholders(2, chunk.len());
            let sql = sqlx::AssertSqlSafe(format!(
                "{SELECT} AND id IN ({list}) ORDER BY key, language, version"
            ));
            found.extend(fetch_all!(self.tx, StoredWording, sql, self.id; chunk.iter().copied())?);
        }
        Ok(found)
    }

    /// Every notice the company's legal entities gave, the oldest first.
    pub async fn notices(&mut self) -> Result<Vec<StoredNotice>> {
        fetch_all!(
            self.tx,
            StoredNotice,
            "SELECT n.legal_entity_id, n.wording_id, w.text, n.opt_out_offered, n.from_on, n.until_on
             FROM collection_notices n
             JOIN consent_wordings w ON w.company_id = n.company_id AND w.id = n.wording_id
             WHERE n.company_id = $1 ORDER BY n.from_on, n.id",
            self.id
        )
    }

    /// The notices as the gate takes them.
    pub async fn gate_notices(&mut self) -> Result<Vec<Notice>> {
        Ok(self
            .notices()
            .await?
            .into_iter()
            .map(|n| Notice {
                wording: n.wording_id,
                entity: n.legal_entity_id,
                from: n.from_on,
                until: n.until_on,
                opt_out_offered: n.opt_out_offered,
            })
            .collect())
    }

    /// Notes that a legal entity gives a notice from a day on; the one before ends the day before.
    pub async fn add_notice(
        &mut self,
        entity: LegalEntityId,
        wording: WordingId,
        opt_out_offered: bool,
        from: NaiveDate,
        actor: &str,
    ) -> Result<()> {
        let now = self.now();
        execute!(
            self.tx,
            "UPDATE collection_notices SET until_on = $4
             WHERE company_id = $1 AND legal_entity_id = $2 AND from_on < $3 AND (until_on IS NULL OR until_on >= $3)",
            self.id,
            entity,
            from,
            from.pred_opt().unwrap_or(from)
        )?;
        execute!(
            self.tx,
            "INSERT INTO collection_notices (company_id, id, legal_entity_id, wording_id, opt_out_offered, from_on,
                created_at, created_by)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
            self.id,
            carport_domain::ids::uuid_v7(now),
            entity,
            wording,
            opt_out_offered,
            from,
            now,
            actor
        )?;
        Ok(())
    }
}
