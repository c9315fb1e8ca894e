//! The standing that follows from the ledger, kept so that a week's selection need not read ledgers.

use std::collections::HashMap;

use carport_domain::consent::{ActorKind, Basis, Channel, Choice, PermissionRow, Purpose, Standing};
use carport_domain::{ConsentEventId, ContactPointId, CustomerId, LegalEntityId, Timestamp};
use uuid::Uuid;

use crate::error::{Result, StoreError};
use crate::sql::placeholders;
use crate::tx::{CompanyTx, Conn, CustomerTx};

/// Customers handled by one statement.
const CHUNK: usize = 500;
const ANY: &str = "*";

#[derive(sqlx_macros::FromRow)]
struct Row {
    customer_id: CustomerId,
    purpose: String,
    channel: String,
    contact_point_id: Uuid,
    legal_entity_id: Uuid,
    state: Choice,
    event_id: ConsentEventId,
    since: Timestamp,
    set_by: ActorKind,
    basis: Option<Basis>,
    confirmed: bool,
    partner_list: Option<i64>,
}

fn word<T: std::str::FromStr>(text: &str) -> Result<Option<T>> {
    if text == ANY {
        return Ok(None);
    }
    text.parse()
        .map(Some)
        .map_err(|_| StoreError::Inconsistent(format!("«{text}» in permissions")))
}

fn id<T>(stored: Uuid, make: impl FnOnce(Uuid) -> T) -> Option<T> {
    (!stored.is_nil()).then(|| make(stored))
}

impl Row {
    fn permission(self) -> Result<PermissionRow> {
        Ok(PermissionRow {
            customer: self.customer_id,
            contact_point: id(self.contact_point_id, ContactPointId),
            legal_entity: id(self.legal_entity_id, LegalEntityId),
            purpose: word::<Purpose>(&self.purpose)?,
            channel: word::<Channel>(&self.channel)?,
            state: self.state,
            event: self.event_id,
            since: self.since,
            set_by: self.set_by,
            basis: self.basis,
            confirmed: self.confirmed,
            partner_list: self.partner_list.and_then(|n| u32::try_from(n).ok()),
        })
    }
}

impl CompanyTx<'_> {
    /// The standing of many customers at once; one who never said anything has an empty one.
    pub async fn standings(&mut self, customers: &[CustomerId]) -> Result<HashMap<CustomerId, Standing>> {
        let mut rows: HashMap<CustomerId, Vec<PermissionRow>> = HashMap::new();
        for chunk in customers.chunks(CHUNK) {
            let sql = format!(
                "SELECT customer_id, purpose, channel, contact_point_id, legal_entity_id, state, event_id, since, set_by,
                    basis, confirmed, partner_list
                 FROM permissions WHERE company_id = $1 AND customer_id IN ({})",
                placeholders(2, chunk.len())
            );
            for row in fetch_all!(self.tx, Row, sqlx::AssertSqlSafe(sql), self.id; chunk.iter().copied())? {
                rows.entry(row.customer_id).or_default().push(row.permission()?);
            }
        }
        Ok(customers
            .iter()
            .map(|customer| {
                (
                    *customer,
                    Standing::from_rows(rows.remove(customer).unwrap_or_default()),
                )
            })
            .collect())
    }

    /// One customer's standing.
    pub async fn standing(&mut self, customer: CustomerId) -> Result<Standing> {
        let mut all = self.standings(&[customer]).await?;
        Ok(all
            .remove(&customer)
            .unwrap_or_else(|| Standing::from_rows(Vec::new())))
    }

    /// Derives the standing of customers from their ledgers anew and keeps it.
    pub(super) async fn renew_standings(&mut self, customers: &[CustomerId]) -> Result<()> {
        for chunk in customers.chunks(CHUNK) {
            let list = placeholders(2, chunk.len());
            let events: Vec<(CustomerId, String)> = fetch_all!(
                self.tx,
                (CustomerId, String),
                sqlx::AssertSqlSafe(format!(
                    "SELECT customer_id, body FROM consent_events
                     WHERE company_id = $1 AND customer_id IN ({list}) AND body IS NOT NULL ORDER BY seq"
                )),
                self.id;
                chunk.iter().copied()
            )?;
            let mut by_customer: HashMap<CustomerId, Vec<_>> = HashMap::new();
            for (customer, body) in events {
                by_customer
                    .entry(customer)
                    .or_default()
                    .push(serde_json::from_str(&body)?);
            }
            execute!(
                self.tx,
                sqlx::AssertSqlSafe(format!(
                    "DELETE FROM permissions WHERE company_id = $1 AND customer_id IN ({list})"
                )),
                self.id;
                chunk.iter().copied()
            )?;
            let rows: Vec<PermissionRow> = by_customer
                .iter()
                .flat_map(|(customer, events)| Standing::derive(*customer, events, None).rows().to_vec())
                .collect();
            for rows in rows.chunks(CHUNK) {
                self.insert_permissions(rows).await?;
            }
        }
        Ok(())
    }

    async fn insert_permissions(&mut self, rows: &[PermissionRow]) -> Result<()> {
        let company = self.id;
        macro_rules! insert {
            ($conn:expr, $db:ty) => {{
                let mut q = sqlx::QueryBuilder::<$db>::new(
                    "INSERT INTO permissions (company_id, customer_id, purpose, channel, contact_point_id, legal_entity_id,
                        state, event_id, since, set_by, basis, confirmed, partner_list) ",
                );
                q.push_values(rows, |mut row, p| {
                    row.push_bind(company)
                        .push_bind(p.customer)
                        .push_bind(p.purpose.map_or(ANY, |p| p.as_str()))
                        .push_bind(p.channel.map_or(ANY, |c| c.as_str()))
                        .push_bind(p.contact_point.map_or(Uuid::nil(), |c| c.0))
                        .push_bind(p.legal_entity.map_or(Uuid::nil(), |l| l.0))
                        .push_bind(p.state)
                        .push_bind(p.event)
                        .push_bind(p.since)
                        .push_bind(p.set_by)
                        .push_bind(p.basis)
                        .push_bind(p.confirmed)
                        .push_bind(p.partner_list.map(i64::from));
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
}

impl CustomerTx<'_> {
    /// What the customer said.
    pub async fn my_standing(&mut self) -> Result<Standing> {
        let customer = self.who.customer;
        self.company().standing(customer).await
    }

    /// Appends what the customer says now.
    ///
    /// # Errors
    /// An event is about somebody else.
    pub async fn record_my_consents(
        &mut self,
        events: &[carport_domain::consent::ConsentEvent],
    ) -> Result<()> {
        let customer = self.who.customer;
        if events.iter().any(|e| e.customer != customer) {
            return Err(StoreError::Inconsistent(
                "a consent event about somebody else".into(),
            ));
        }
        self.company().record_consents(events).await
    }
}
