//! The only crate with SQL.
//!
//! One SQL text serves SQLite and PostgreSQL; the macros in [`sql`] run it on whichever is open. A transaction ([`Tx`])
//! by itself reaches nothing that belongs to a company: [`Tx::company`] is the door to one company's data,
//! [`Tx::customer`] to one signed-in customer's own, and [`Tx::installation`] to what the operator and the worker see.
//! One module is one noun.

#[macro_use]
pub mod sql;

pub mod account_requests;
pub mod account_sessions;
pub mod accounts;
pub mod action_contacts;
pub mod activation;
pub mod activation_letters;
pub mod addressees;
pub mod attempts;
pub mod audit;
pub mod backup;
pub mod calls;
pub mod changes;
pub mod codes;
pub mod companies;
pub mod consents;
pub mod content;
pub mod customers;
pub mod db;
pub mod error;
pub mod files;
pub mod imports;
pub mod jobs;
pub mod keys;
pub mod letters;
pub mod links;
pub mod mailbox;
pub mod messages;
pub mod migrate;
pub mod moments;
mod planner;
pub mod proposals;
pub mod recipients;
mod regions;
pub mod results;
pub mod schema;
pub mod selections;
pub mod staff;
pub mod suppressions;
pub mod tx;

pub use db::{Db, Store, StoreOptions};
pub use error::{Result, StoreError};
pub use keys::Keys;
pub use tx::{CompanyTx, CustomerTx, InstallationTx, Tx};
