//! Counted attempts behind the documented limits (SEC-RATE-1). In the database, so that several nodes share them.

use crate::error::Result;
use crate::tx::InstallationTx;

/// At most `count` attempts within `seconds`, in fixed windows.
#[derive(Debug, Clone, Copy)]
pub struct Limit {
    /// What is limited; part of the key.
    pub name: &'static str,
    /// How many.
    pub count: i64,
    /// In how long, seconds.
    pub seconds: i64,
}

impl InstallationTx<'_> {
    /// Counts one attempt by `who` against `limit`. `Err(seconds)` in the inner result when it is one too many: wait so
    /// long. `who` is hashed with the installation's key before it is stored.
    pub async fn attempt(&mut self, limit: Limit, who: &str) -> Result<std::result::Result<(), i64>> {
        let window = limit.seconds * 1_000_000;
        let now = self.now().0;
        let start = now - now.rem_euclid(window);
        let key = self
            .tx
            .store
            .keys()
            .keyed_hash("attempts", &[limit.name.as_bytes(), who.as_bytes()]);
        let count = fetch_scalar!(
            self.tx,
            i64,
            "INSERT INTO attempts (key_hash, window_start, count) VALUES ($1, $2, 1)
             ON CONFLICT (key_hash, window_start) DO UPDATE SET count = attempts.count + 1 RETURNING count",
            &key[..],
            start
        )?;
        Ok(if count > limit.count {
            Err((start + window - now) / 1_000_000 + 1)
        } else {
            Ok(())
        })
    }

    /// Forgets windows that ended before `before` (microseconds).
    pub async fn forget_attempts(&mut self, before: i64) -> Result<u64> {
        execute!(self.tx, "DELETE FROM attempts WHERE window_start < $1", before)
    }
}
