//! The store's contract, on both databases.

#[path = "store/foundations.rs"]
mod foundations;
#[path = "store/ledger.rs"]
mod ledger;
#[path = "store/owners.rs"]
mod owners;
#[path = "store/schema.rs"]
mod schema;
