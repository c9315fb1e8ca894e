//! Whether what is kept beside the ledger is what the ledger says: the permissions that the gate reads, the words that an
//! answer names, and that only those who were erased have entries without words.

use std::collections::{HashMap, HashSet};

use carport_domain::consent::ledger::{Broken, Damage, Link, Summary};
use carport_domain::consent::{ConsentEvent, Standing};
use carport_domain::{CustomerId, WordingId};
use sha2::{Digest, Sha256};

use crate::error::Result;
use crate::sql::placeholders;
use crate::tx::CompanyTx;

/// Customers looked at together.
const PAGE: i64 = 500;

#[derive(sqlx_macros::FromRow)]
struct Entry {
    customer_id: CustomerId,
    seq: i64,
    body: Option<String>,
    is_erased: bool,
}

impl Entry {
    fn broken(&self, what: Damage) -> Broken {
        Broken {
            seq: u64::try_from(self.seq).unwrap_or(0),
            what,
        }
    }
}

/// The words as they stand now, by id: the hash is made of the text, not read beside it.
type Wordings = HashMap<WordingId, String>;

impl CompanyTx<'_> {
    /// Verifies the whole chain ([`CompanyTx::verify_consents`]), and then what is kept beside it, customer by customer. The
    /// first flaw, with the entry that it concerns; where a permission has no entry at all, with number 0.
    pub async fn verify_consents_and_derived(
        &mut self,
        noted: Option<Link>,
    ) -> Result<std::result::Result<Summary, Broken>> {
        Ok(match self.verify_consents(noted).await? {
            Ok(summary) => self.verify_derived().await?.map(|()| summary),
            Err(broken) => Err(broken),
        })
    }

    async fn verify_derived(&mut self) -> Result<std::result::Result<(), Broken>> {
        let texts: Vec<(WordingId, String)> = fetch_all!(
            self.tx,
            (WordingId, String),
            "SELECT id, text FROM consent_wordings WHERE company_id = $1",
            self.id
        )?;
        let wordings: Wordings = texts
            .into_iter()
            .map(|(id, text)| (id, hex::encode(Sha256::digest(text.as_bytes()))))
            .collect();
        let mut after = CustomerId(uuid::Uuid::nil());
        loop {
            let customers = fetch_all!(
                self.tx,
                (CustomerId,),
                "SELECT DISTINCT customer_id FROM consent_events WHERE company_id = $1 AND customer_id > $2
                 ORDER BY customer_id LIMIT $3",
                self.id,
                after,
                PAGE
            )?;
            let customers: Vec<CustomerId> = customers.into_iter().map(|(id,)| id).collect();
            let Some(last) = customers.last() else { break };
            after = *last;
            if let Some(broken) = self.first_flaw(&customers, &wordings).await? {
                return Ok(Err(broken));
            }
        }
        let invented = fetch_scalar!(
            self.tx,
            bool,
            "SELECT EXISTS (SELECT 1 FROM permissions p WHERE p.company_id = $1 AND NOT EXISTS (
                 SELECT 1 FROM consent_events e WHERE e.company_id = $1 AND e.customer_id = p.customer_id))",
            self.id
        )?;
        Ok(if invented {
            Err(Broken {
                seq: 0,
                what: Damage::StandingChanged,
            })
        } else {
            Ok(())
        })
    }

    async fn first_flaw(&mut self, customers: &[CustomerId], wordings: &Wordings) -> Result<Option<Broken>> {
        let sql = format!(
            "SELECT e.customer_id, e.seq, e.body, c.erased_at IS NOT NULL AS is_erased
             FROM consent_events e JOIN customers c ON c.company_id = e.company_id AND c.id = e.customer_id
             WHERE e.company_id = $1 AND e.customer_id IN ({}) ORDER BY e.customer_id, e.seq",
            placeholders(2, customers.len())
        );
        let entries = fetch_all!(
            self.tx, Entry, sqlx::AssertSqlSafe(sql), self.id; customers.iter().copied()
        )?;
        let mut kept = self.standings(customers).await?;
        for entries in entries.chunk_by(|a, b| a.customer_id == b.customer_id) {
            let Some(last) = entries.last() else { continue };
            let mut events = Vec::with_capacity(entries.len());
            for entry in entries {
                match &entry.body {
                    None if entry.is_erased => {}
                    None => return Ok(Some(entry.broken(Damage::Emptied))),
                    Some(body) => {
                        let event: ConsentEvent = serde_json::from_str(body)?;
                        let named = event.wording.as_ref();
                        if named.is_some_and(|named| wordings.get(&named.id) != Some(&named.sha256)) {
                            return Ok(Some(entry.broken(Damage::WordingChanged)));
                        }
                        events.push(event);
                    }
                }
            }
            let customer = last.customer_id;
            let says = Standing::derive(customer, &events, None);
            let kept = kept
                .remove(&customer)
                .unwrap_or_else(|| Standing::from_rows(Vec::new()));
            if as_set(&says) != as_set(&kept) {
                return Ok(Some(last.broken(Damage::StandingChanged)));
            }
        }
        Ok(None)
    }
}

/// The lines of a standing, in whatever order they came.
fn as_set(standing: &Standing) -> HashSet<String> {
    standing.rows().iter().map(|row| format!("{row:?}")).collect()
}
