//! The store's contract, on both databases.

#[path = "store/foundations.rs"]
mod foundations;
