//! What is said, to whom, when and by which channel: the weekly selection, the week's proposals, sending, letters, calls.

pub mod accounts;
pub mod compose;
pub mod mail;
pub mod service;
