//! Contact moments (F158): when a company has a reason to be in touch, with whom, and by which ways.
//!
//! A moment is data, a [`Definition`]. The selection knows only the few kinds of [`Trigger`], so a new moment is a new file
//! with its content and nothing else. A company orders a moment and may change its numbers, channels and texts.

mod catalogue;
mod definition;
mod pace;
mod trigger;

pub use catalogue::{Shipped, catalogue, shipped};
pub use definition::{ActionOffer, Cadence, Definition, MAX_DAYS};
pub use pace::Pace;
pub use trigger::{CustomerDate, Trigger, VehicleDate};
