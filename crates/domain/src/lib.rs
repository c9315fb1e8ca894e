//! The rules of Carport: people, cars, consent, contact moments and what follows from them.
//!
//! Nothing in this crate reads a file, a clock, a database or the network. Time and chance are arguments.
//! Every outside string is parsed once into a type of this crate; the rest of Carport passes the types on.

pub mod access;
pub mod clock;
pub mod company;
pub mod completeness;
pub mod consent;
pub mod content;
pub mod country;
pub mod format;
pub mod i18n;
pub mod ids;
pub mod language;
pub mod moments;
pub mod money;
pub mod passwords;
pub mod people;
pub mod proposals;
pub mod secrets;
pub mod text_enum;
pub mod urls;
pub mod vehicles;

pub use clock::{Clock, Timestamp};
pub use country::CountryCode;
pub use i18n::{FieldError, FieldErrors, MessageKey, Texts};
pub use ids::*;
pub use language::Language;
pub use money::Money;

/// So that the macros of this crate reach the database driver from crates that do not name it.
#[cfg(feature = "sqlx")]
#[doc(hidden)]
pub use sqlx as __sqlx;
