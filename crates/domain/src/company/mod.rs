//! A company as its customers and staff meet it: address, look, modules, hours, working days and settings.

mod calendar;
mod colour;
mod hours;
mod look;
mod module;
mod settings;
mod slug;

pub use crate::country::CountryCode;
pub use calendar::{WorkingDays, easter, public_holidays};
pub use colour::{Colour, contrast_ratio, readable_on};
pub use hours::{Interval, OpenState, OpeningHours, Span};
pub use look::{BrandCheck, Density, Font, Look, Radius, Theme};
pub use module::{Module, Modules};
pub use settings::{Definition, Setting, Settings, StaySignedIn, Unit};
pub use slug::Slug;
