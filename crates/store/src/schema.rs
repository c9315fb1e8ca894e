//! What each table is: whose, and what happens to it when a customer is erased.

/// Tables that belong to the installation rather than to one company; every other table leads with `company_id`.
pub const INSTALLATION_TABLES: &[&str] = &[
    "attempts",
    "companies",
    "mailbox",
    "operator_sessions",
    "operators",
    "schedules",
    "staff_sessions",
    "staff_users",
];
