//! The consent ledger: appended to, never changed; and beside it, in the same transaction, the standing that follows.

mod derived;
mod standing;
mod wordings;

use std::collections::BTreeSet;

use carport_domain::consent::ConsentEvent;
use carport_domain::consent::ledger::{self, Broken, Content, Link, Sealed, Summary, Verifier};
use carport_domain::{CompanyId, ConsentEventId, CustomerId, Timestamp};

pub use wordings::{StoredNotice, StoredWording};

use crate::error::{Result, StoreError};
use crate::tx::{CompanyTx, Conn};

/// Rows read at once where a whole chain is read.
const PAGE: i64 = 2_000;
/// Events inserted by one statement.
const CHUNK: usize = 500;

#[derive(sqlx_macros::FromRow)]
struct Row {
    seq: i64,
    id: ConsentEventId,
    customer_id: CustomerId,
    recorded_at: Timestamp,
    body: Option<String>,
    salt: Option<Vec<u8>>,
    commitment: Vec<u8>,
    prev_hash: Vec<u8>,
    hash: Vec<u8>,
}

/// A hash of another length cannot be ours: zeroes stand for it, so that verification finds the row rather than the reader.
fn hash(bytes: &[u8]) -> ledger::Hash {
    bytes.try_into().unwrap_or([0; 32])
}

impl Row {
    fn sealed(self, company: CompanyId) -> Sealed {
        let content = self.body.map(|body| Content {
            body,
            salt: hash(&self.salt.unwrap_or_default()),
        });
        Sealed {
            company,
            seq: u64::try_from(self.seq).unwrap_or(0),
            event: self.id,
            customer: self.customer_id,
            recorded_at: self.recorded_at,
            commitment: hash(&self.commitment),
            prev_hash: hash(&self.prev_hash),
            hash: hash(&self.hash),
            content,
        }
    }
}

const SELECT: &str = "SELECT seq, id, customer_id, recorded_at, body, salt, commitment, prev_hash, hash FROM consent_events WHERE company_id = $1";

impl CompanyTx<'_> {
    /// The end of the company's chain.
    pub async fn consent_head(&mut self) -> Result<Link> {
        let last: Option<(i64, Vec<u8>)> = fetch_optional!(
            self.tx,
            (i64, Vec<u8>),
            "SELECT seq, hash FROM consent_events WHERE company_id = $1 ORDER BY seq DESC LIMIT 1",
            self.id
        )?;
        Ok(last.map_or_else(
            || Link::genesis(self.id),
            |(seq, bytes)| Link {
                seq: u64::try_from(seq).unwrap_or(0),
                hash: hash(&bytes),
            },
        ))
    }

    /// Appends events in their order and renews the standing of everybody they are about.
    ///
    /// # Errors
    /// An event is of another company.
    pub async fn record_consents(&mut self, events: &[ConsentEvent]) -> Result<()> {
        if events.is_empty() {
            return Ok(());
        }
        if events.iter().any(|e| e.company != self.id) {
            return Err(StoreError::Inconsistent(
                "a consent event of another company".into(),
            ));
        }
        self.tx.take_turn("consent", self.id).await?;
        let mut end = self.consent_head().await?;
        for chunk in events.chunks(CHUNK) {
            let sealed: Vec<Sealed> = chunk
                .iter()
                .map(|event| {
                    let sealed = ledger::append(&end, event, rand::random());
                    end = sealed.link();
                    sealed
                })
                .collect();
            self.insert_sealed(&sealed).await?;
        }
        let customers: BTreeSet<CustomerId> = events.iter().map(|e| e.customer).collect();
        self.renew_standings(&customers.into_iter().collect::<Vec<_>>())
            .await
    }

    async fn insert_sealed(&mut self, sealed: &[Sealed]) -> Result<()> {
        let columns =
            "company_id, seq, id, customer_id, recorded_at, body, salt, commitment, prev_hash, hash";
        macro_rules! insert {
            ($conn:expr, $db:ty) => {{
                let mut q =
                    sqlx::QueryBuilder::<$db>::new(format!("INSERT INTO consent_events ({columns}) "));
                q.push_values(sealed, |mut row, s| {
                    row.push_bind(s.company)
                        .push_bind(i64::try_from(s.seq).unwrap_or(i64::MAX))
                        .push_bind(s.event)
                        .push_bind(s.customer)
                        .push_bind(s.recorded_at)
                        .push_bind(s.content.as_ref().map(|c| c.body.clone()))
                        .push_bind(s.content.as_ref().map(|c| c.salt.to_vec()))
                        .push_bind(s.commitment.to_vec())
                        .push_bind(s.prev_hash.to_vec())
                        .push_bind(s.hash.to_vec());
                });
                q.build().execute(&mut **$conn).await?;
            }};
        }
        match &mut self.tx.conn {
            Conn::Sqlite(c) => insert!(c, sqlx::Sqlite),
            Conn::Postgres(c) => insert!(c, sqlx::Postgres),
        }
        Ok(())
    }

    /// A customer's entries, the oldest first.
    pub async fn consent_history(&mut self, customer: CustomerId) -> Result<Vec<Sealed>> {
        let sql = sqlx::AssertSqlSafe(format!("{SELECT} AND customer_id = $2 ORDER BY seq"));
        let company = self.id;
        let rows = fetch_all!(self.tx, Row, sql, self.id, customer)?;
        Ok(rows.into_iter().map(|row| row.sealed(company)).collect())
    }

    /// A page of the entries recorded in a period, from number `after` on, the oldest first; an empty page is the end.
    pub async fn consent_entries(
        &mut self,
        from: Timestamp,
        until: Timestamp,
        after: u64,
    ) -> Result<Vec<Sealed>> {
        let sql = sqlx::AssertSqlSafe(format!(
            "{SELECT} AND seq > $2 AND recorded_at >= $3 AND recorded_at < $4 ORDER BY seq LIMIT {PAGE}"
        ));
        let company = self.id;
        let after = i64::try_from(after).unwrap_or(i64::MAX);
        let rows = fetch_all!(self.tx, Row, sql, self.id, after, from, until)?;
        Ok(rows.into_iter().map(|row| row.sealed(company)).collect())
    }

    /// Verifies the whole chain, page by page. `noted` is an entry noted elsewhere that must be part of it.
    pub async fn verify_consents(
        &mut self,
        noted: Option<Link>,
    ) -> Result<std::result::Result<Summary, Broken>> {
        let mut verifier = Verifier::new(self.id, noted);
        let sql = format!("{SELECT} AND seq > $2 ORDER BY seq LIMIT {PAGE}");
        let company = self.id;
        let mut after = i64::MIN;
        loop {
            let rows = fetch_all!(self.tx, Row, sqlx::AssertSqlSafe(sql.clone()), self.id, after)?;
            let Some(last) = rows.last() else {
                return Ok(verifier.finish());
            };
            after = last.seq;
            for row in rows {
                if let Err(broken) = verifier.check(&row.sealed(company)) {
                    return Ok(Err(broken));
                }
            }
        }
    }
}
