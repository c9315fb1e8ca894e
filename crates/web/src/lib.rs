//! Carport's pages: `portal/` for customers, `office/` for staff, `operator/` for who runs the installation, on the
//! `kit/` they share. One endpoint is one file.

pub mod consents;
pub mod dev_mail;
pub mod kit;
pub mod office;
pub mod operator;
pub mod portal;
pub mod public;
pub mod router;
