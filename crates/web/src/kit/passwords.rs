//! Hashing and checking passwords (SEC-PW-1…3): argon2id off the async threads, at most two at a time, so that a flood
//! of sign-ins cannot exhaust memory. The same work is done for an unknown account as for a known one.

use std::collections::HashSet;
use std::path::Path;
use std::sync::Arc;

use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};
use carport_domain::i18n::FieldError;
use tokio::sync::Semaphore;
use unicode_normalization::UnicodeNormalization;

use super::error::{WebError, WebResult};

/// The shortest password that stands alone, characters.
pub const MIN_ALONE: usize = 15;
/// The shortest password beside a second factor, characters.
pub const MIN_WITH_SECOND_FACTOR: usize = 8;
/// The longest, bytes after normalisation.
pub const MAX_BYTES: usize = 256;

/// The most common passwords, one per line (see assets/passwords/README.md).
const COMMON: &str = include_str!("../../../../assets/passwords/common.txt");

/// Hashes and checks passwords.
pub struct Passwords {
    slots: Arc<Semaphore>,
    refused: HashSet<String>,
    /// What an unknown account's password is compared with.
    nobody: String,
}

impl std::fmt::Debug for Passwords {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Passwords({} refused)", self.refused.len())
    }
}

fn hasher() -> Argon2<'static> {
    // 46 MiB, one pass, one lane: the first of the parameter sets of OWASP ASVS 5.0 appendix C.
    let params = Params::new(46 * 1024, 1, 1, None).unwrap_or_default();
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
}

fn normal(password: &str) -> String {
    password.nfc().collect()
}

impl Passwords {
    /// With the shipped list of refused passwords, and a bigger one where given.
    ///
    /// # Errors
    /// The bigger list cannot be read.
    pub fn new(bigger_list: Option<&Path>) -> std::io::Result<Self> {
        let mut refused: HashSet<String> = COMMON.lines().map(str::to_lowercase).collect();
        if let Some(path) = bigger_list {
            refused.extend(std::fs::read_to_string(path)?.lines().map(str::to_lowercase));
        }
        let nobody = hasher()
            .hash_password(&rand::random::<[u8; 16]>())
            .map(|h| h.to_string())
            .map_err(|e| std::io::Error::other(e.to_string()))?;
        Ok(Self { slots: Arc::new(Semaphore::new(2)), refused, nobody })
    }

    /// Whether a password may be chosen. `context` are words it must not consist of: company, name, e-mail address.
    ///
    /// # Errors
    /// Too short, too long, too common, or made of the context.
    pub fn check(&self, password: &str, min: usize, context: &[&str]) -> Result<(), FieldError> {
        let password = normal(password);
        if password.chars().count() < min {
            return Err(FieldError::new("error-password-short").with("min", min as i64));
        }
        if password.len() > MAX_BYTES {
            return Err(FieldError::new("error-password-long"));
        }
        let folded = password.to_lowercase();
        let stripped: String = folded.chars().filter(|c| c.is_alphanumeric()).collect();
        let made_of = |word: &str| {
            let word: String = word.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect();
            word.chars().count() >= 4 && stripped.replace(&word, "").chars().count() < 6
        };
        if self.refused.contains(&folded) || self.refused.contains(&stripped) || repeats(&stripped) {
            return Err(FieldError::new("error-password-common"));
        }
        if context.iter().any(|word| made_of(word)) {
            return Err(FieldError::new("error-password-context"));
        }
        Ok(())
    }

    /// The PHC string to store.
    pub async fn hash(&self, password: &str) -> WebResult<String> {
        let password = normal(password);
        self.work(move || hasher().hash_password(password.as_bytes()).map(|h| h.to_string()).map_err(|e| e.to_string()))
            .await?
            .map_err(WebError::Internal)
    }

    /// Whether a password is the one behind a PHC string. Without one the same work is done and the answer is no.
    pub async fn verify(&self, password: &str, stored: Option<&str>) -> WebResult<bool> {
        let known = stored.is_some();
        let stored = stored.unwrap_or(&self.nobody).to_owned();
        let password: String = normal(password).chars().take(MAX_BYTES).collect();
        let same = self
            .work(move || {
                PasswordHash::new(&stored)
                    .is_ok_and(|hash| hasher().verify_password(password.as_bytes(), &hash).is_ok())
            })
            .await?;
        Ok(same && known)
    }

    async fn work<T: Send + 'static>(&self, work: impl FnOnce() -> T + Send + 'static) -> WebResult<T> {
        let slot = self.slots.clone().acquire_owned().await.map_err(|e| WebError::Internal(e.to_string()))?;
        tokio::task::spawn_blocking(move || {
            let result = work();
            drop(slot);
            result
        })
        .await
        .map_err(|e| WebError::Internal(e.to_string()))
    }
}

/// Whether a password is a short piece over and over («abcabcabcabcabc»).
fn repeats(text: &str) -> bool {
    let chars: Vec<char> = text.chars().collect();
    (1..=4).any(|n| chars.len() > 2 * n && chars.chunks(n).all(|chunk| chars.starts_with(chunk)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn passwords() -> Passwords {
        Passwords::new(None).unwrap()
    }

    #[test]
    fn a_long_sentence_is_welcome_and_a_short_common_or_repeated_password_is_not() {
        let p = passwords();
        let code = |password: &str| p.check(password, MIN_ALONE, &["Garage Jansen", "anna@example.nl"]).err().map(|e| e.code.to_string());
        assert_eq!(code("zeven fietsen in de regen"), None);
        assert_eq!(code("日本語のパスワードはとても長いです"), None);
        assert_eq!(code("kort").as_deref(), Some("error-password-short"));
        assert_eq!(code("abcabcabcabcabcabc").as_deref(), Some("error-password-common"));
        assert_eq!(code("GarageJansen2026").as_deref(), Some("error-password-context"));
        assert_eq!(code(&"x y".repeat(100)).as_deref(), Some("error-password-long"));
        assert_eq!(p.check("password", MIN_WITH_SECOND_FACTOR, &[]).unwrap_err().code.to_string(), "error-password-common");
    }

    #[tokio::test]
    async fn a_password_is_recognised_whatever_way_its_accents_were_typed() {
        let p = passwords();
        let stored = p.hash("een caf\u{e9} in Parijs").await.unwrap();
        assert!(p.verify("een cafe\u{301} in Parijs", Some(&stored)).await.unwrap());
        assert!(!p.verify("een cafe in Parijs", Some(&stored)).await.unwrap());
        assert!(!p.verify("een café in Parijs", None).await.unwrap());
        assert!(!p.verify("x", Some("not a hash")).await.unwrap());
    }
}
