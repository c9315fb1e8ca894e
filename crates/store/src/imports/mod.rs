//! What comes in from a dealer management system: the layout of its files, staging, and the merge into the company's data.

pub mod layout;
pub mod row;
