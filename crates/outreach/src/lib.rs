//! What is said, to whom, when and by which channel: the weekly selection, the week's proposals, sending, letters, calls.

pub mod accounts;
pub mod catalogue;
pub mod compose;
pub mod gate;
pub mod mail;
pub mod select;
pub mod service;
