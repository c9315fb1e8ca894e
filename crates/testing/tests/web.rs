//! The site, asked as a browser asks it, on both databases.

#[path = "web/canaries.rs"]
mod canaries;
#[path = "web/consents.rs"]
mod consents;
#[path = "web/fuzz/mod.rs"]
mod fuzz;
#[path = "web/matrix.rs"]
mod matrix;
#[path = "web/office_changes.rs"]
mod office_changes;
#[path = "web/office_company.rs"]
mod office_company;
#[path = "web/office_content.rs"]
mod office_content;
#[path = "web/office_customers.rs"]
mod office_customers;
#[path = "web/office_door.rs"]
mod office_door;
#[path = "web/office_imports.rs"]
mod office_imports;
#[path = "web/office_week.rs"]
mod office_week;
#[path = "web/portal_codes.rs"]
mod portal_codes;
#[path = "web/portal_doors.rs"]
mod portal_doors;
#[path = "web/portal_links.rs"]
mod portal_links;
#[path = "web/portal_pages.rs"]
mod portal_pages;
#[path = "web/words.rs"]
mod words;
#[path = "web/world.rs"]
mod world;
