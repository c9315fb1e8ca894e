//! Transactions, and the three doors to the data.

use std::ops::{Deref, DerefMut};

use carport_domain::{AccountId, CompanyId, CustomerId, Timestamp};
use sqlx::pool::PoolConnection;
use sqlx::{Postgres, Sqlite, SqliteConnection, Transaction};

use crate::db::Store;
use crate::error::Result;

/// The connection a transaction runs on.
#[derive(Debug)]
pub enum Conn {
    /// SQLite.
    Sqlite(SqliteConn),
    /// PostgreSQL.
    Postgres(Transaction<'static, Postgres>),
}

/// A connection to SQLite.
#[derive(Debug)]
pub enum SqliteConn {
    /// In a transaction.
    Within(Transaction<'static, Sqlite>),
    /// Outside of one: each statement reads what is there at its moment.
    Beside(PoolConnection<Sqlite>),
}

impl Deref for SqliteConn {
    type Target = SqliteConnection;
    fn deref(&self) -> &SqliteConnection {
        match self {
            Self::Within(transaction) => transaction,
            Self::Beside(connection) => connection,
        }
    }
}

impl DerefMut for SqliteConn {
    fn deref_mut(&mut self) -> &mut SqliteConnection {
        match self {
            Self::Within(transaction) => transaction,
            Self::Beside(connection) => connection,
        }
    }
}

/// A transaction at one instant. Dropping it undoes everything; [`Tx::commit`] keeps it.
#[derive(Debug)]
pub struct Tx {
    pub(crate) conn: Conn,
    pub(crate) store: Store,
    now: Timestamp,
    scope: Scope,
    pub(crate) has_new_work: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Scope {
    None,
    Company(CompanyId),
    Installation,
}

impl Tx {
    pub(crate) fn new(conn: Conn, store: Store) -> Self {
        let now = store.clock().now();
        Self {
            conn,
            store,
            now,
            scope: Scope::None,
            has_new_work: false,
        }
    }

    /// The instant this transaction stamps its rows with.
    pub fn now(&self) -> Timestamp {
        self.now
    }

    /// The data of one company. What is not this company's cannot be reached through the handle, and on PostgreSQL
    /// row-level security is told the same.
    pub async fn company(&mut self, id: CompanyId) -> Result<CompanyTx<'_>> {
        self.enter(Scope::Company(id)).await?;
        Ok(CompanyTx { tx: self, id })
    }

    /// What one signed-in customer may see and do: his own.
    pub async fn customer(&mut self, who: SignedIn) -> Result<CustomerTx<'_>> {
        self.enter(Scope::Company(who.company)).await?;
        Ok(CustomerTx { tx: self, who })
    }

    /// What belongs to no company, and what the operator and the worker do across companies.
    pub async fn installation(&mut self) -> Result<InstallationTx<'_>> {
        self.enter(Scope::Installation).await?;
        Ok(InstallationTx { tx: self })
    }

    async fn enter(&mut self, scope: Scope) -> Result<()> {
        if self.scope == scope {
            return Ok(());
        }
        if let Conn::Postgres(c) = &mut self.conn {
            let (company, installation) = match scope {
                Scope::Company(id) => (id.to_string(), "off"),
                Scope::Installation => (String::new(), "on"),
                Scope::None => (String::new(), "off"),
            };
            sqlx::query(
                "SELECT set_config('app.company_id', $1, true), set_config('app.installation', $2, true)",
            )
            .bind(company)
            .bind(installation)
            .execute(&mut **c)
            .await?;
        }
        self.scope = scope;
        Ok(())
    }

    /// Keeps what was written, then wakes the worker if there is new work.
    pub async fn commit(self) -> Result<()> {
        match self.conn {
            Conn::Sqlite(SqliteConn::Within(c)) => c.commit().await?,
            Conn::Sqlite(SqliteConn::Beside(_)) => {}
            Conn::Postgres(c) => c.commit().await?,
        }
        if self.has_new_work {
            self.store.inner.work.notify_one();
        }
        Ok(())
    }

    /// Holds a customer's or a car's row until the transaction ends, so that an import and a person do not change it at the same
    /// time, each by what was there before; SQLite has one writer anyway.
    pub(crate) async fn hold(
        &mut self,
        table: &'static str,
        company: CompanyId,
        id: uuid::Uuid,
    ) -> Result<()> {
        if let Conn::Postgres(c) = &mut self.conn {
            let sql = format!("SELECT 1 FROM {table} WHERE company_id = $1 AND id = $2 FOR NO KEY UPDATE");
            sqlx::query(sqlx::AssertSqlSafe(sql))
                .bind(company)
                .bind(id)
                .execute(&mut **c)
                .await?;
        }
        Ok(())
    }

    /// Lets one transaction at a time do `what` for a company, until it ends; SQLite has one writer anyway.
    pub(crate) async fn take_turn(&mut self, what: &str, company: CompanyId) -> Result<()> {
        if let Conn::Postgres(c) = &mut self.conn {
            sqlx::query("SELECT pg_advisory_xact_lock(hashtext($1), hashtext($2))")
                .bind(what)
                .bind(company.to_string())
                .execute(&mut **c)
                .await?;
        }
        Ok(())
    }
}

/// Who is signed in to the portal: proof that a session was checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SignedIn {
    /// At which company.
    pub company: CompanyId,
    /// With which login.
    pub account: AccountId,
    /// Whose data.
    pub customer: CustomerId,
}

/// One company's data; each noun adds its own methods.
#[derive(Debug)]
pub struct CompanyTx<'a> {
    pub(crate) tx: &'a mut Tx,
    pub(crate) id: CompanyId,
}

impl CompanyTx<'_> {
    /// Which company.
    pub fn id(&self) -> CompanyId {
        self.id
    }
    /// The instant of the transaction.
    pub fn now(&self) -> Timestamp {
        self.tx.now
    }
}

/// One customer's own data.
#[derive(Debug)]
pub struct CustomerTx<'a> {
    pub(crate) tx: &'a mut Tx,
    pub(crate) who: SignedIn,
}

impl CustomerTx<'_> {
    /// Whose.
    pub fn who(&self) -> SignedIn {
        self.who
    }
    /// The instant of the transaction.
    pub fn now(&self) -> Timestamp {
        self.tx.now
    }
    /// The company's side of the same transaction, for rules that are written once for staff and customers. Only the
    /// store hands it out, and only with this customer's id.
    pub(crate) fn company(&mut self) -> CompanyTx<'_> {
        CompanyTx {
            tx: self.tx,
            id: self.who.company,
        }
    }
}

/// The installation's own data, and work across companies.
#[derive(Debug)]
pub struct InstallationTx<'a> {
    pub(crate) tx: &'a mut Tx,
}

impl InstallationTx<'_> {
    /// The instant of the transaction.
    pub fn now(&self) -> Timestamp {
        self.tx.now
    }
}
