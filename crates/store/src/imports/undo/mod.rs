//! Taking an import back (B8): what it made goes, what it changed is put back. What people did since stays, and is named.
//! The ledger is not rewritten: a correction takes an imported yes back; an imported no stays, since taking it away would
//! weaken a refusal.

mod fields;
mod uses;

use carport_domain::consent::{Action, Actor, ConsentEvent, Draft, Method};
use carport_domain::{ChangeId, CompanyId, ConsentEventId, CustomerId, ImportId, Timestamp};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::record::{Import, ImportChange, ImportState};
use crate::db::Store;
use crate::error::{Result, StoreError};
use crate::sql::placeholders;
use crate::tx::{CompanyTx, Conn};
use fields::{Value, is_ours, value};
pub use uses::{USES_OF_CUSTOMERS, USES_OF_VEHICLES, Use};

/// Changes put back at a time.
const PAGE: i64 = 1_000;
/// Kept things that are named one by one; the rest are counted.
const NAMED: i64 = 200;

/// What came of taking an import back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Undo {
    /// It was taken back.
    Undone(Kept),
    /// A later import stands on it, or is under way; take that one back first.
    NotLast(ImportId),
    /// It changed nothing, or was taken back already.
    NothingToUndo,
}

/// What stayed as people made it since.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    /// Fields that were put back.
    pub restored: u64,
    /// Things that were removed.
    pub removed: u64,
    /// Fields that people changed since.
    pub fields: Vec<KeptField>,
    /// Customers and cars that people work with since, by their number.
    pub things: Vec<KeptThing>,
    /// How many of those there are.
    pub things_count: u64,
    /// Refusals that stay.
    pub refusals: u64,
}

/// A field that somebody changed after the import.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptField {
    /// `customers`, `vehicles`, `visits`, `invoices`.
    pub kind: String,
    /// Whose.
    pub id: Uuid,
    /// The number of the customer, car, visit or invoice.
    #[serde(default)]
    pub number: String,
    /// The field.
    pub field: String,
}

/// A customer or car that stays.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptThing {
    /// `customers` or `vehicles`.
    pub kind: String,
    /// Its id.
    pub id: Uuid,
    /// Its number.
    pub number: String,
}

impl Store {
    /// Takes an import back, whole or not at all. Only the company's last import can be: what came later stands on it.
    pub async fn undo_import(&self, company: CompanyId, id: ImportId, by: &str) -> Result<Undo> {
        let mut tx = self.begin().await?;
        let mut handle = tx.company(company).await?;
        // from here on nobody begins another, or takes the same one back
        handle.import_under_way().await?;
        let import = handle.import(id).await?.ok_or(StoreError::Missing("import"))?;
        if import.state != ImportState::Done || import.dry_run {
            return Ok(Undo::NothingToUndo);
        }
        let later = handle.imports(50).await?.into_iter().find(|other| {
            // one under way has looked already at what is stored
            other.id != id
                && !other.dry_run
                && (other.is_under_way()
                    || other.state == ImportState::Done && other.created_at >= import.created_at)
        });
        if let Some(later) = later {
            return Ok(Undo::NotLast(later.id));
        }
        let mut kept = Kept::default();
        handle.take_consents_back(id, &mut kept).await?;
        handle.put_changes_back(&import, &mut kept).await?;
        handle.remove_created(id, &mut kept).await?;
        let now = handle.now();
        execute!(
            handle.tx,
            "UPDATE imports SET state = 'undone', undone_at = $3, undone_by = $4, kept = $5 WHERE company_id = $1 AND id = $2",
            company,
            id,
            now,
            by,
            serde_json::to_string(&kept)?
        )?;
        tx.commit().await?;
        Ok(Undo::Undone(kept))
    }
}

impl CompanyTx<'_> {
    async fn put_changes_back(&mut self, import: &Import, kept: &mut Kept) -> Result<()> {
        let (id, begun) = (import.id, import.created_at);
        let mut last: Option<ImportChange> = None;
        loop {
            let page = self.all_import_changes(id, last.as_ref(), PAGE).await?;
            let Some(end) = page.last().cloned() else {
                return Ok(());
            };
            for change in &page {
                let done = match (change.kind.as_str(), change.field.as_str()) {
                    ("changes", field) => self.reopen(change, field).await?,
                    ("customers", "email" | "mobile" | "phone" | "address") => {
                        self.put_contact_back((id, begun), change).await?
                    }
                    ("vehicles", field) if field.contains(':') => {
                        self.put_holding_back(change, field).await?
                    }
                    (kind, field) if is_ours(kind, field) => self.put_field_back(change).await?,
                    _ => true,
                };
                if done {
                    kept.restored += 1;
                } else if !matches!(change.field.as_str(), "dms_hash" | "updated_at" | "name_folded") {
                    kept.fields.push(KeptField {
                        kind: change.kind.clone(),
                        id: change.entity_id,
                        number: self.number_of(&change.kind, change.entity_id).await?,
                        field: change.field.clone(),
                    });
                }
            }
            last = Some(end);
        }
    }

    /// The number by which the company knows a thing; empty where it has none.
    async fn number_of(&mut self, kind: &str, id: Uuid) -> Result<String> {
        if !matches!(kind, "customers" | "vehicles" | "visits" | "invoices") {
            return Ok(String::new());
        }
        let sql = format!("SELECT dms_number FROM {kind} WHERE company_id = $1 AND id = $2");
        let found: Option<(Option<String>,)> =
            fetch_optional!(self.tx, (Option<String>,), sqlx::AssertSqlSafe(sql), self.id, id)?;
        Ok(found.and_then(|(number,)| number).unwrap_or_default())
    }

    /// As [`CompanyTx::import_changes`], with the fields that follow from others.
    async fn all_import_changes(
        &mut self,
        id: ImportId,
        after: Option<&ImportChange>,
        limit: i64,
    ) -> Result<Vec<ImportChange>> {
        let start = after.map_or(("", Uuid::nil(), ""), |c| {
            (c.kind.as_str(), c.entity_id, c.field.as_str())
        });
        fetch_all!(
            self.tx,
            ImportChange,
            "SELECT kind, entity_id, field, line, old_value, new_value FROM import_changes
             WHERE company_id = $1 AND import_id = $2 AND (kind, entity_id, field) > ($3, $4, $5)
             ORDER BY kind, entity_id, field LIMIT $6",
            self.id,
            id,
            start.0,
            start.1,
            start.2,
            limit
        )
    }

    /// Puts a field back if it is still as the import left it.
    async fn put_field_back(&mut self, change: &ImportChange) -> Result<bool> {
        let (table, column) = (change.kind.as_str(), change.field.as_str());
        let sql = sqlx::AssertSqlSafe(format!(
            "UPDATE {table} SET {column} = $3 WHERE company_id = $1 AND id = $2 AND {column} IS NOT DISTINCT FROM $4"
        ));
        let (old, new) = (
            value(column, change.old_value.as_deref())?,
            value(column, change.new_value.as_deref())?,
        );
        let rows = match (old, new) {
            (Value::Text(old), Value::Text(new)) => {
                execute!(self.tx, sql, self.id, change.entity_id, old, new)?
            }
            (Value::Number(old), Value::Number(new)) => {
                execute!(self.tx, sql, self.id, change.entity_id, old, new)?
            }
            (Value::Date(old), Value::Date(new)) => {
                execute!(self.tx, sql, self.id, change.entity_id, old, new)?
            }
            (Value::Id(old), Value::Id(new)) => execute!(self.tx, sql, self.id, change.entity_id, old, new)?,
            _ => 0,
        };
        Ok(rows > 0)
    }

    /// Opens a customer's change again that the import confirmed or overtook.
    async fn reopen(&mut self, change: &ImportChange, field: &str) -> Result<bool> {
        let id = ChangeId(change.entity_id);
        let rows = if field == "status" {
            execute!(
                self.tx,
                "UPDATE changes SET status = 'open', closed_at = NULL WHERE company_id = $1 AND id = $2 AND status = $3",
                self.id,
                id,
                change.new_value.as_deref()
            )?
        } else {
            execute!(
                self.tx,
                "UPDATE changes SET imported_value = $3 WHERE company_id = $1 AND id = $2",
                self.id,
                id,
                change.old_value.as_deref()
            )?
        };
        Ok(rows > 0)
    }

    /// Brings the address of before back, unless somebody put another in the place of the imported one, said yes for it, or
    /// gave another since: then theirs counts.
    async fn put_contact_back(
        &mut self,
        (id, begun): (ImportId, Timestamp),
        change: &ImportChange,
    ) -> Result<bool> {
        if let Some(new) = &change.new_value {
            let removed = execute!(
                self.tx,
                "DELETE FROM contact_points WHERE company_id = $1 AND customer_id = $2 AND kind = $3 AND value = $4
                    AND created_import = $5 AND ended_at IS NULL AND verified_at IS NULL
                    AND NOT EXISTS (SELECT 1 FROM permissions g WHERE g.company_id = $1 AND g.customer_id = $2
                        AND g.contact_point_id = contact_points.id)",
                self.id,
                change.entity_id,
                &change.field,
                new,
                id
            )?;
            if removed == 0 {
                return Ok(false);
            }
        }
        if let Some(old) = &change.old_value {
            let theirs = fetch_scalar!(
                self.tx,
                bool,
                "SELECT EXISTS (SELECT 1 FROM contact_points WHERE company_id = $1 AND customer_id = $2 AND kind = $3
                    AND ended_at IS NULL AND created_at >= $4 AND created_import IS DISTINCT FROM $5)",
                self.id,
                change.entity_id,
                &change.field,
                begun,
                id
            )?;
            if theirs {
                return Ok(false);
            }
            execute!(
                self.tx,
                "UPDATE contact_points SET ended_at = NULL WHERE company_id = $1 AND customer_id = $2 AND id IN (
                    SELECT id FROM contact_points WHERE company_id = $1 AND customer_id = $2 AND kind = $3 AND value = $4
                        AND ended_at IS NOT NULL ORDER BY ended_at DESC, id DESC LIMIT 1)",
                self.id,
                change.entity_id,
                &change.field,
                old
            )?;
        }
        Ok(true)
    }

    /// Brings the dates of somebody's relation to a car back.
    async fn put_holding_back(&mut self, change: &ImportChange, field: &str) -> Result<bool> {
        let wrong = || StoreError::Inconsistent(format!("an import's change of {field}"));
        let (what, customer) = field.split_once(':').ok_or_else(wrong)?;
        let (role, column) = what.rsplit_once('_').ok_or_else(wrong)?;
        let column = if column == "until" { "until_on" } else { "from_on" };
        let customer = CustomerId(Uuid::parse_str(customer).map_err(|_| wrong())?);
        let (Value::Date(old), Value::Date(new)) = (
            value(column, change.old_value.as_deref())?,
            value(column, change.new_value.as_deref())?,
        ) else {
            return Err(wrong());
        };
        let rows = execute!(
            self.tx,
            sqlx::AssertSqlSafe(format!(
                "UPDATE vehicle_holdings SET {column} = $5 WHERE company_id = $1 AND vehicle_id = $2 AND customer_id = $3
                    AND role = $4 AND {column} IS NOT DISTINCT FROM $6"
            )),
            self.id,
            change.entity_id,
            customer,
            role,
            old,
            new
        )?;
        Ok(rows > 0)
    }

    /// Appends a correction for every yes the import brought; every no stays.
    async fn take_consents_back(&mut self, id: ImportId, kept: &mut Kept) -> Result<()> {
        let now = self.now();
        loop {
            let rows: Vec<(CustomerId, i64, ConsentEventId)> = fetch_all!(
                self.tx,
                (CustomerId, i64, ConsentEventId),
                "SELECT customer_id, row_hash, event_id FROM imported_consents
                 WHERE company_id = $1 AND import_id = $2 ORDER BY customer_id, row_hash LIMIT 500",
                self.id,
                id
            )?;
            if rows.is_empty() {
                return Ok(());
            }
            let mut corrections = Vec::new();
            for (customer, hash, event) in rows {
                let entry = self
                    .consent_history(customer)
                    .await?
                    .into_iter()
                    .find(|entry| entry.event == event);
                let said = entry.map(|entry| entry.read()).transpose()?.flatten();
                if let Some(said) = said.filter(|said| said.action.is_yes()) {
                    let who = (self.id, said.legal_entity, customer);
                    let correction = Draft {
                        contact_point: said.contact_point.clone(),
                        supersedes: Some(event),
                        ..Draft::new(
                            who,
                            Action::Correct,
                            said.scope,
                            (Method::Dms, Actor::Import(id)),
                            now,
                        )
                    };
                    let correction =
                        ConsentEvent::new(correction).map_err(|e| StoreError::Inconsistent(e.to_string()))?;
                    corrections.push(correction);
                    execute!(
                        self.tx,
                        "DELETE FROM imported_consents WHERE company_id = $1 AND customer_id = $2 AND row_hash = $3",
                        self.id,
                        customer,
                        hash
                    )?;
                } else {
                    kept.refusals += 1;
                    // known still, so that the same file again does not say it twice; but no longer this import's to undo
                    execute!(
                        self.tx,
                        "UPDATE imported_consents SET import_id = $4 WHERE company_id = $1 AND customer_id = $2 AND row_hash = $3",
                        self.id,
                        customer,
                        hash,
                        ImportId(Uuid::nil())
                    )?;
                }
            }
            self.record_consents(&corrections).await?;
        }
    }

    /// Removes what the import made, the dependent first. What somebody works with since stays and counts as missing.
    async fn remove_created(&mut self, id: ImportId, kept: &mut Kept) -> Result<()> {
        let affected: Vec<(CustomerId,)> = fetch_all!(
            self.tx,
            (CustomerId,),
            "SELECT customer_id FROM visits WHERE company_id = $1 AND created_import = $2
             UNION SELECT customer_id FROM invoices WHERE company_id = $1 AND created_import = $2",
            self.id,
            id
        )?;
        let idle = |kind: &str, in_use: &str| {
            format!(
                "SELECT c.id FROM {kind} c WHERE c.company_id = $1 AND c.created_import = $2 AND NOT {in_use}"
            )
        };
        let (cars, people) = (
            idle("vehicles", &uses::of_vehicle()),
            idle("customers", &uses::of_customer()),
        );
        let of_import = "company_id = $1 AND created_import = $2";
        for (counts, sql) in [
            (true, format!("DELETE FROM invoices WHERE {of_import}")),
            (true, format!("DELETE FROM visits WHERE {of_import}")),
            (false, format!("DELETE FROM vehicle_holdings WHERE {of_import}")),
            (
                true,
                format!("DELETE FROM vehicles WHERE company_id = $1 AND id IN ({cars})"),
            ),
            (
                false,
                format!("DELETE FROM contact_points WHERE company_id = $1 AND customer_id IN ({people})"),
            ),
            (
                true,
                format!("DELETE FROM customers WHERE company_id = $1 AND id IN ({people})"),
            ),
        ] {
            let rows = execute!(self.tx, sqlx::AssertSqlSafe(sql), self.id, id)?;
            kept.removed += if counts { rows } else { 0 };
        }
        for kind in ["customers", "vehicles"] {
            let rows: Vec<(Uuid, Option<String>)> = fetch_all!(
                self.tx,
                (Uuid, Option<String>),
                sqlx::AssertSqlSafe(format!(
                    "SELECT id, dms_number FROM {kind} WHERE company_id = $1 AND created_import = $2 ORDER BY id LIMIT {NAMED}"
                )),
                self.id,
                id
            )?;
            let thing = |(id, number): (Uuid, Option<String>)| KeptThing {
                kind: kind.to_owned(),
                id,
                number: number.unwrap_or_default(),
            };
            kept.things.extend(rows.into_iter().map(thing));
            let now = self.now();
            kept.things_count += execute!(
                self.tx,
                sqlx::AssertSqlSafe(format!(
                    "UPDATE {kind} SET missing_since = $3, dms_hash = NULL WHERE company_id = $1 AND created_import = $2"
                )),
                self.id,
                id,
                now
            )?;
        }
        self.renew_dates(&affected).await
    }

    /// Works out again when customers were last here, from what is left.
    async fn renew_dates(&mut self, customers: &[(CustomerId,)]) -> Result<()> {
        for chunk in customers.chunks(500) {
            let sql = super::merge::renew_dates(&placeholders(2, chunk.len()));
            execute!(self.tx, sqlx::AssertSqlSafe(sql), self.id; chunk.iter().map(|(id,)| *id))?;
        }
        // a dialect's planner may be far off after so much is gone
        if let Conn::Sqlite(c) = &mut self.tx.conn {
            sqlx::query("PRAGMA optimize").execute(&mut **c).await?;
            crate::planner::brief(c).await?;
        }
        Ok(())
    }
}

impl CompanyTx<'_> {
    /// What stayed when an import was taken back; none where it was not.
    pub async fn import_kept(&mut self, id: ImportId) -> Result<Option<Kept>> {
        let found = fetch_optional!(
            self.tx,
            (Option<String>,),
            "SELECT kept FROM imports WHERE company_id = $1 AND id = $2",
            self.id,
            id
        )?;
        Ok(found
            .and_then(|(kept,)| kept)
            .map(|json| serde_json::from_str(&json))
            .transpose()?)
    }
}
