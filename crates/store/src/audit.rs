//! The audit log: what staff, operators and the system did (SEC-AUD-1). Append-only, chained per company.

use carport_domain::{CompanyId, Timestamp};
use serde_json::Value;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::error::Result;
use crate::tx::{CompanyTx, InstallationTx, Tx};

/// One entry.
#[derive(Debug, Clone, sqlx_macros::FromRow)]
pub struct AuditEntry {
    /// Its number within the company.
    pub seq: i64,
    /// When.
    pub at: Timestamp,
    /// Who: `staff:<id>`, `operator:<id>`, `customer:<id>`, `system`.
    pub actor: String,
    /// What: a stable word such as `customer.changed`.
    pub action: String,
    /// On what: `kind:<id>`.
    pub subject: String,
    /// Before and after, as JSON, without secrets.
    pub detail: String,
}

fn chain(prev: &[u8], company: Uuid, entry: &AuditEntry) -> [u8; 32] {
    let mut hash = Sha256::new();
    hash.update(prev);
    hash.update(company.as_bytes());
    hash.update(entry.seq.to_be_bytes());
    hash.update(entry.at.0.to_be_bytes());
    for part in [&entry.actor, &entry.action, &entry.subject, &entry.detail] {
        hash.update((part.len() as u64).to_be_bytes());
        hash.update(part.as_bytes());
    }
    hash.finalize().into()
}

async fn append(
    tx: &mut Tx,
    company: Uuid,
    actor: &str,
    action: &str,
    subject: &str,
    detail: &Value,
) -> Result<()> {
    // One writer at a time per company's chain.
    tx.take_turn("audit", CompanyId(company)).await?;
    let last: Option<(i64, Vec<u8>)> = fetch_optional!(
        tx,
        (i64, Vec<u8>),
        "SELECT seq, hash FROM audit_log WHERE company_id = $1 ORDER BY seq DESC LIMIT 1",
        company
    )?;
    let (seq, prev) = last.map_or((1, vec![0; 32]), |(seq, hash)| (seq + 1, hash));
    let entry = AuditEntry {
        seq,
        at: tx.now(),
        actor: actor.to_owned(),
        action: action.to_owned(),
        subject: subject.to_owned(),
        detail: detail.to_string(),
    };
    let hash = chain(&prev, company, &entry);
    execute!(
        tx,
        "INSERT INTO audit_log (company_id, seq, at, actor, action, subject, detail, prev_hash, hash)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        company,
        entry.seq,
        entry.at,
        &entry.actor,
        &entry.action,
        &entry.subject,
        &entry.detail,
        &prev,
        &hash[..]
    )?;
    Ok(())
}

impl CompanyTx<'_> {
    /// Writes an entry in the same transaction as what it tells of.
    pub async fn audit(&mut self, actor: &str, action: &str, subject: &str, detail: &Value) -> Result<()> {
        append(self.tx, self.id.0, actor, action, subject, detail).await
    }

    /// The newest entries, before `before` where given, at most `limit`.
    pub async fn audit_entries(&mut self, before: Option<i64>, limit: i64) -> Result<Vec<AuditEntry>> {
        fetch_all!(
            self.tx,
            AuditEntry,
            "SELECT seq, at, actor, action, subject, detail FROM audit_log
             WHERE company_id = $1 AND seq < $2 ORDER BY seq DESC LIMIT $3",
            self.id,
            before.unwrap_or(i64::MAX),
            limit
        )
    }
}

impl InstallationTx<'_> {
    /// Writes an entry about a company (or, with the nil company, about the installation) by an operator or the system.
    pub async fn audit(
        &mut self,
        company: CompanyId,
        actor: &str,
        action: &str,
        subject: &str,
        detail: &Value,
    ) -> Result<()> {
        append(self.tx, company.0, actor, action, subject, detail).await
    }
}
