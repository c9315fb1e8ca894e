//! What comes in from a dealer management system (F194–F196): the layout of its files, staging, the record of each
//! delivery, the merge into the company's data, and taking it back.

pub mod layout;
mod merge;
mod record;
pub mod row;
mod staging;
mod undo;

pub use merge::{Merged, Progress};
pub use record::{
    Begun, Counts, CountsByKind, Doubt, DoubtReason, Import, ImportChange, ImportState, Mode, NewImport,
    SourceFile, StoredRemark,
};
pub use staging::{Stager, Staging};
pub use undo::{Kept, KeptField, KeptThing, USES_OF_CUSTOMERS, USES_OF_VEHICLES, Undo, Use};
