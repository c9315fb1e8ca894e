//! Deliveries of a dealer management system, from the file to the company's data, on both databases.

#[path = "imports/delivery.rs"]
mod delivery;
#[path = "imports/kit.rs"]
mod kit;
#[path = "imports/merging.rs"]
mod merging;
