//! The only crate with SQL.

pub mod imports;
