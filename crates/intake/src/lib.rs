//! What comes in: files of the dealer management system, read as dirty as they are.

pub mod generate;
pub mod mapping;
pub mod parse;
pub mod read;
pub mod records;
pub mod rules;
pub mod table;
pub mod text;
pub mod values;
pub mod words;

pub use carport_store::imports::layout::FileKind;
pub use mapping::{Binding, Mapping};
pub use parse::Context;
pub use read::{ReadError, Tally};
pub use table::{FileProblem, Limits, Table};
pub use words::Words;
