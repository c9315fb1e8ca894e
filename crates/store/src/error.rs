//! What can go wrong in the store.

/// The result of a store call.
pub type Result<T, E = StoreError> = std::result::Result<T, E>;

/// A failure of the store itself. What a user did wrong is never one of these: commands answer with outcome types.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The database refused, timed out or is gone.
    #[error("database: {0}")]
    Database(#[from] sqlx::Error),
    /// A migration could not be applied.
    #[error("migration: {0}")]
    Migrate(#[from] sqlx::migrate::MigrateError),
    /// What is stored contradicts itself.
    #[error("inconsistent data: {0}")]
    Inconsistent(String),
    /// A command met a row that is not there, or not in the state it needs.
    #[error("{0} is not there")]
    Missing(&'static str),
    /// The key file is missing or wrong, or a sealed value was changed.
    #[error("key: {0}")]
    Key(String),
    /// The object store refused.
    #[error("files: {0}")]
    Files(#[from] object_store::Error),
    /// The database address cannot be used.
    #[error("{0}")]
    Address(String),
    /// A file of the machine could not be read or written.
    #[error("{path}: {source}")]
    Io {
        /// Which file.
        path: String,
        /// What the machine said.
        source: std::io::Error,
    },
}

impl From<serde_json::Error> for StoreError {
    fn from(e: serde_json::Error) -> Self {
        StoreError::Inconsistent(format!("stored JSON: {e}"))
    }
}
impl From<carport_domain::text_enum::UnknownValue> for StoreError {
    fn from(e: carport_domain::text_enum::UnknownValue) -> Self {
        StoreError::Inconsistent(e.to_string())
    }
}
