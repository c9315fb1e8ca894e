//! What comes in: files of the dealer management system, read as dirty as they are.

mod archive;
pub mod delivery;
pub mod documents;
pub mod generate;
mod hours;
pub mod mapping;
pub mod parse;
pub mod read;
pub mod records;
pub mod report;
pub mod rules;
pub mod run;
pub mod table;
pub mod text;
pub mod values;
pub mod words;

pub use carport_store::imports::layout::FileKind;
pub use delivery::{Delivery, DeliveryProblem};
pub use mapping::{Binding, Mapping};
pub use parse::Context;
pub use read::{ReadError, Tally};
pub use run::{ImportError, Order, begin, run, tidy};
pub use table::{FileProblem, Limits, Table};
pub use words::Words;

/// The job that runs an import that was begun on a page; its payload names the `import`.
pub const IMPORT_JOB: &str = "import.run";
