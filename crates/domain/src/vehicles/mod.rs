//! Cars: how they are recognised, what they are, and who has to do with them.

mod kinds;
mod mileage;
mod plate;
mod vin;

pub use kinds::{BodyType, Fuel, HoldingRole, VisitKind};
pub use mileage::Mileage;
pub use plate::Plate;
pub use vin::{EngineNumber, Vin};
