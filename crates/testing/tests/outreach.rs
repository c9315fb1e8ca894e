//! Contact moments from selection to hand-over, on both databases.

#[path = "outreach/interleavings.rs"]
mod interleavings;
#[path = "outreach/kit.rs"]
mod kit;
#[path = "outreach/paper_and_telephone.rs"]
mod paper_and_telephone;
#[path = "outreach/restoring.rs"]
mod restoring;
#[path = "outreach/selection.rs"]
mod selection;
#[path = "outreach/sending.rs"]
mod sending;
#[path = "outreach/smtp.rs"]
mod smtp;
#[path = "outreach/work.rs"]
mod work;
