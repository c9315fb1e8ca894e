//! Addresses that must not be written to, by keyed hash, so that they outlive erasure and re-import (MAIL-24).

use std::collections::HashMap;

use carport_domain::{CompanyId, ContactPointId, CustomerId, Timestamp, text_enum};

use crate::error::Result;
use crate::keys::Keys;
use crate::sql::placeholders;
use crate::tx::CompanyTx;

text_enum! {
    /// Why an address is on the list.
    pub enum SuppressionKind {
        /// Mail came back for good.
        HardBounce = "hard_bounce",
        /// The number or postal address is wrong.
        Invalid = "invalid",
        /// The recipient reported a message as unwanted.
        Complaint = "complaint",
        /// The recipient answered STOP.
        Stop = "stop",
        /// The person objected to all marketing.
        Objection = "objection",
    }
}

/// The hash under which a company keeps an address.
pub fn address_hash(keys: &Keys, company: CompanyId, value_folded: &str) -> [u8; 32] {
    keys.keyed_hash("suppressions", &[company.0.as_bytes(), value_folded.as_bytes()])
}

impl CompanyTx<'_> {
    /// Puts an address on the list; false when it was there for the same reason.
    pub async fn suppress(
        &mut self,
        value_folded: &str,
        kind: SuppressionKind,
        source: &str,
    ) -> Result<bool> {
        let now = self.now();
        let hash = address_hash(self.tx.store.keys(), self.id, value_folded);
        Ok(execute!(
            self.tx,
            "INSERT INTO suppressions (company_id, value_hash, kind, since, source) VALUES ($1, $2, $3, $4, $5)
             ON CONFLICT DO NOTHING",
            self.id,
            &hash[..],
            kind,
            now,
            source
        )? > 0)
    }

    /// Notes that mail to an address came back for good: it is on the list, and counts on nobody's file as one that works.
    pub async fn bounced(&mut self, value_folded: &str, source: &str) -> Result<()> {
        self.suppress(value_folded, SuppressionKind::HardBounce, source)
            .await?;
        let now = self.now();
        execute!(
            self.tx,
            "UPDATE contact_points SET invalid_since = $3
             WHERE company_id = $1 AND value_folded = $2 AND kind = 'email' AND ended_at IS NULL AND invalid_since IS NULL",
            self.id,
            value_folded,
            now
        )?;
        Ok(())
    }

    /// Notes that mail reached an address, since what it carried was used: the opposite of [`CompanyTx::bounced`].
    pub(crate) async fn reached(&mut self, value_folded: &str) -> Result<()> {
        self.unsuppress(value_folded, SuppressionKind::HardBounce).await?;
        execute!(
            self.tx,
            "UPDATE contact_points SET invalid_since = NULL
             WHERE company_id = $1 AND value_folded = $2 AND kind = 'email' AND ended_at IS NULL AND invalid_since IS NOT NULL",
            self.id,
            value_folded
        )?;
        Ok(())
    }

    /// Takes an address off the list for one reason, as when the customer proved that it works after all.
    pub async fn unsuppress(&mut self, value_folded: &str, kind: SuppressionKind) -> Result<bool> {
        let hash = address_hash(self.tx.store.keys(), self.id, value_folded);
        Ok(execute!(
            self.tx,
            "DELETE FROM suppressions WHERE company_id = $1 AND value_hash = $2 AND kind = $3",
            self.id,
            &hash[..],
            kind
        )? > 0)
    }

    /// Why an address is on the list.
    pub async fn suppressions_of(&mut self, value_folded: &str) -> Result<Vec<(SuppressionKind, Timestamp)>> {
        let hash = address_hash(self.tx.store.keys(), self.id, value_folded);
        fetch_all!(
            self.tx,
            (SuppressionKind, Timestamp),
            "SELECT kind, since FROM suppressions WHERE company_id = $1 AND value_hash = $2 ORDER BY kind",
            self.id,
            &hash[..]
        )
    }

    /// The contact points of customers that are on the list, each with its reasons and since when. Most companies' lists
    /// are short, and an empty one costs one look.
    pub async fn suppressed_contacts(
        &mut self,
        customers: &[CustomerId],
    ) -> Result<HashMap<ContactPointId, Vec<(SuppressionKind, Timestamp)>>> {
        let mut found: HashMap<ContactPointId, Vec<(SuppressionKind, Timestamp)>> = HashMap::new();
        let any: i64 = fetch_scalar!(
            self.tx,
            i64,
            "SELECT COUNT(*) FROM (SELECT 1 FROM suppressions WHERE company_id = $1 LIMIT 1) s",
            self.id
        )?;
        if any == 0 {
            return Ok(found);
        }
        for chunk in customers.chunks(500) {
            let sql = format!(
                "SELECT id, value_folded FROM contact_points
                 WHERE company_id = $1 AND ended_at IS NULL AND customer_id IN ({}) ORDER BY id",
                placeholders(2, chunk.len())
            );
            let points: Vec<(ContactPointId, String)> = fetch_all!(self.tx, (ContactPointId, String), sqlx::AssertSqlSafe(sql), self.id; chunk.iter().copied())?;
            let mut by_hash: HashMap<Vec<u8>, Vec<ContactPointId>> = HashMap::new();
            for (id, value) in points {
                let hash = address_hash(self.tx.store.keys(), self.id, &value);
                by_hash.entry(hash.to_vec()).or_default().push(id);
            }
            let hashes: Vec<Vec<u8>> = by_hash.keys().cloned().collect();
            for hashes in hashes.chunks(500) {
                let sql = format!(
                    "SELECT value_hash, kind, since FROM suppressions WHERE company_id = $1 AND value_hash IN ({})",
                    placeholders(2, hashes.len())
                );
                let rows: Vec<(Vec<u8>, SuppressionKind, Timestamp)> = fetch_all!(
                    self.tx,
                    (Vec<u8>, SuppressionKind, Timestamp),
                    sqlx::AssertSqlSafe(sql),
                    self.id;
                    hashes.iter().map(Vec::as_slice)
                )?;
                for (hash, kind, since) in rows {
                    for id in by_hash.get(&hash).into_iter().flatten() {
                        found.entry(*id).or_default().push((kind, since));
                    }
                }
            }
        }
        Ok(found)
    }
}
