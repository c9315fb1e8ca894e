//! Deliveries of a dealer management system, from the file to the company's data, on both databases.

#[path = "imports/delivery.rs"]
mod delivery;
#[path = "imports/documents.rs"]
mod documents;
#[path = "imports/kit.rs"]
mod kit;
#[path = "imports/merging.rs"]
mod merging;
#[path = "imports/together.rs"]
mod together;
#[path = "imports/undoing.rs"]
mod undoing;
