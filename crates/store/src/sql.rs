//! Runs one SQL text on both databases.
//!
//! `$1, $2, …` are the parameters in both. The text is `&'static str`, or `sqlx::AssertSqlSafe(String)` where a list
//! makes it vary; then the list's values follow the fixed ones after a semicolon: `…; ids)`.

/// Every row, as `Vec<$row>`.
#[macro_export]
macro_rules! fetch_all {
    ($tx:expr, $row:ty, $sql:expr $(, $arg:expr)* $(; $list:expr)? $(,)?) => {
        $crate::__on_both!($tx, q => { sqlx::query_as::<_, $row>($sql) } fetch_all, [$($arg),*], [$($list)?])
    };
}

/// The row, if there is one, as `Option<$row>`.
#[macro_export]
macro_rules! fetch_optional {
    ($tx:expr, $row:ty, $sql:expr $(, $arg:expr)* $(; $list:expr)? $(,)?) => {
        $crate::__on_both!($tx, q => { sqlx::query_as::<_, $row>($sql) } fetch_optional, [$($arg),*], [$($list)?])
    };
}

/// The one row there must be.
#[macro_export]
macro_rules! fetch_one {
    ($tx:expr, $row:ty, $sql:expr $(, $arg:expr)* $(; $list:expr)? $(,)?) => {
        $crate::__on_both!($tx, q => { sqlx::query_as::<_, $row>($sql) } fetch_one, [$($arg),*], [$($list)?])
    };
}

/// The first column of the one row there must be.
#[macro_export]
macro_rules! fetch_scalar {
    ($tx:expr, $ty:ty, $sql:expr $(, $arg:expr)* $(; $list:expr)? $(,)?) => {
        $crate::__on_both!($tx, q => { sqlx::query_scalar::<_, $ty>($sql) } fetch_one, [$($arg),*], [$($list)?])
    };
}

/// Runs a statement; the number of rows it touched, as `u64`.
#[macro_export]
macro_rules! execute {
    ($tx:expr, $sql:expr $(, $arg:expr)* $(; $list:expr)? $(,)?) => {
        $crate::__on_both!($tx, q => { sqlx::query($sql) } execute, [$($arg),*], [$($list)?]).map(|done| done.rows)
    };
}

/// The two arms behind the macros above.
#[doc(hidden)]
#[macro_export]
macro_rules! __on_both {
    ($tx:expr, $q:ident => { $make:expr } $run:ident, [$($arg:expr),*], [$($list:expr)?]) => {
        match &mut $tx.conn {
            $crate::tx::Conn::Sqlite(c) => {
                let $q = $make$(.bind($arg))*;
                $(let mut $q = $q; for item in $list { $q = $q.bind(item); })?
                $crate::__on_both!(@run $q $run c)
            }
            $crate::tx::Conn::Postgres(c) => {
                let $q = $make$(.bind($arg))*;
                $(let mut $q = $q; for item in $list { $q = $q.bind(item); })?
                $crate::__on_both!(@run $q $run c)
            }
        }
    };
    (@run $q:ident execute $c:ident) => {
        $q.execute(&mut **$c).await.map(|d| $crate::sql::Done { rows: d.rows_affected() }).map_err($crate::StoreError::from)
    };
    (@run $q:ident $run:ident $c:ident) => {
        $q.$run(&mut **$c).await.map_err($crate::StoreError::from)
    };
}

/// How many rows a statement touched, the same for both drivers.
#[derive(Debug, Clone, Copy)]
pub struct Done {
    /// Rows inserted, changed or deleted.
    pub rows: u64,
}

/// `$first, $first+1, …`: placeholders for a list of `count` values.
pub fn placeholders(first: usize, count: usize) -> String {
    (first..first + count)
        .map(|n| format!("${n}"))
        .collect::<Vec<_>>()
        .join(", ")
}

/// The first text after every text that starts with `prefix`, for range scans (`>= prefix AND < after`) that serve as
/// prefix search on both databases; none when there is no such text.
pub fn after_prefix(prefix: &str) -> String {
    format!("{prefix}\u{10FFFF}")
}
