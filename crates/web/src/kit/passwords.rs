//! Hashing and checking passwords (SEC-PW-1…3): argon2id off the async threads, at most two at a time, so that a flood
//! of sign-ins cannot exhaust memory. The same work is done for an unknown account as for a known one. What a password
//! must be, `carport_domain::passwords` says.

use std::collections::HashSet;
use std::path::Path;
use std::sync::Arc;

use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};
use carport_domain::i18n::FieldError;
use carport_domain::passwords::{self, KnownPasswords, MAX_BYTES, Use, composed};
use tokio::sync::Semaphore;

use super::error::{WebError, WebResult};

/// The operator's own, bigger list.
struct Refused(HashSet<String>);

impl KnownPasswords for Refused {
    fn holds(&self, password: &str) -> bool {
        self.0.contains(&password.to_lowercase())
    }
}

/// Hashes and checks passwords.
pub struct Passwords {
    slots: Arc<Semaphore>,
    refused: Refused,
    /// What an unknown account's password is compared with.
    nobody: String,
}

impl std::fmt::Debug for Passwords {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Passwords({} more refused)", self.refused.0.len())
    }
}

fn hasher() -> Argon2<'static> {
    // 46 MiB, one pass, one lane: the first of the parameter sets of OWASP ASVS 5.0 appendix C.
    let params = Params::new(46 * 1024, 1, 1, None).unwrap_or_default();
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
}

impl Passwords {
    /// With the shipped list of refused passwords, and a bigger one where given.
    ///
    /// # Errors
    /// The bigger list cannot be read.
    pub fn new(bigger_list: Option<&Path>) -> std::io::Result<Self> {
        let refused = match bigger_list {
            Some(path) => std::fs::read_to_string(path)?
                .lines()
                .map(str::to_lowercase)
                .collect(),
            None => HashSet::new(),
        };
        let nobody = hasher()
            .hash_password(&rand::random::<[u8; 16]>())
            .map(|h| h.to_string())
            .map_err(|e| std::io::Error::other(e.to_string()))?;
        Ok(Self {
            slots: Arc::new(Semaphore::new(2)),
            refused: Refused(refused),
            nobody,
        })
    }

    /// Whether a password may be chosen. `context` are the words of the place and the person.
    ///
    /// # Errors
    /// Says what is wrong with it, and what would be right.
    pub fn check(&self, password: &str, used: Use, context: &[&str]) -> Result<(), FieldError> {
        passwords::check(password, used, context, &self.refused).map(drop)
    }

    /// The PHC string to store.
    pub async fn hash(&self, password: &str) -> WebResult<String> {
        let password = composed(password);
        self.work(move || {
            hasher()
                .hash_password(password.as_bytes())
                .map(|h| h.to_string())
                .map_err(|e| e.to_string())
        })
        .await?
        .map_err(WebError::Internal)
    }

    /// Whether a password is the one behind a PHC string. Without one the same work is done and the answer is no.
    pub async fn verify(&self, password: &str, stored: Option<&str>) -> WebResult<bool> {
        let known = stored.is_some();
        let stored = stored.unwrap_or(&self.nobody).to_owned();
        let password: String = composed(password).chars().take(MAX_BYTES).collect();
        let same = self
            .work(move || {
                PasswordHash::new(&stored)
                    .is_ok_and(|hash| hasher().verify_password(password.as_bytes(), &hash).is_ok())
            })
            .await?;
        Ok(same && known)
    }

    async fn work<T: Send + 'static>(&self, work: impl FnOnce() -> T + Send + 'static) -> WebResult<T> {
        let slot = self
            .slots
            .clone()
            .acquire_owned()
            .await
            .map_err(|e| WebError::Internal(e.to_string()))?;
        tokio::task::spawn_blocking(move || {
            let result = work();
            drop(slot);
            result
        })
        .await
        .map_err(|e| WebError::Internal(e.to_string()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_operators_own_list_counts_beside_the_shipped_one() {
        let file = std::env::temp_dir().join(format!("passwords-{}", std::process::id()));
        std::fs::write(&file, "Zeven Fietsen In De Regen\n").unwrap();
        let passwords = Passwords::new(Some(&file)).unwrap();
        std::fs::remove_file(&file).unwrap();
        let refused = passwords
            .check("zeven fietsen in de regen", Use::Alone, &[])
            .unwrap_err();
        assert_eq!(refused.code.as_str(), "error-password-common");
        assert!(
            passwords
                .check("acht fietsen in de regen", Use::Alone, &[])
                .is_ok()
        );
    }

    #[tokio::test]
    async fn a_password_is_recognised_whatever_way_its_accents_were_typed() {
        let p = Passwords::new(None).unwrap();
        let stored = p.hash("een caf\u{e9} in Parijs").await.unwrap();
        assert!(
            p.verify("een cafe\u{301} in Parijs", Some(&stored))
                .await
                .unwrap()
        );
        assert!(!p.verify("een cafe in Parijs", Some(&stored)).await.unwrap());
        assert!(!p.verify("een café in Parijs", None).await.unwrap());
        assert!(!p.verify("x", Some("not a hash")).await.unwrap());
    }
}
