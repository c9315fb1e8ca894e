//! What tests stand on: a private database of either kind, a clock that obeys, builders, a mail server that listens.

pub mod browser;
pub mod builders;
pub mod database;
pub mod dump;
pub mod raw;
pub mod schema;
pub mod smtp_sink;

pub use builders::{TestCompany, TestCustomer, date};
pub use database::TestDb;

/// One test body, run on SQLite and on PostgreSQL.
///
/// ```ignore
/// db_test! {
///     async fn a_withdrawn_customer_is_left_out(db: TestDb) { … }
/// }
/// ```
/// makes the tests `a_withdrawn_customer_is_left_out::sqlite` and `…::postgres`.
#[macro_export]
macro_rules! db_test {
    ($($(#[$meta:meta])* async fn $name:ident($db:ident: TestDb) $body:block)+) => { $(
        mod $name {
            #[allow(unused_imports, reason = "a body may use none of its module's names")]
            use super::*;
            $(#[$meta])*
            async fn body($db: $crate::TestDb) $body
            #[tokio::test]
            async fn sqlite() {
                body($crate::TestDb::sqlite().await).await
            }
            #[tokio::test]
            async fn postgres() {
                body($crate::TestDb::postgres().await).await
            }
        }
    )+ };
}
