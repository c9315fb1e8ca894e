//! The installation's key: a file beside the database, never inside it and never in a backup.

use std::path::Path;

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{Key, XChaCha20Poly1305, XNonce};
use hmac::{Hmac, Mac};
use sha2::Sha256;

use crate::error::{Result, StoreError};

/// Seals small secrets (SEC-CRYPT-1) and makes keyed hashes; does not show itself in logs.
#[derive(Clone)]
pub struct Keys {
    root: [u8; 32],
}

impl std::fmt::Debug for Keys {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Keys(…)")
    }
}

impl Keys {
    /// Reads the key file, or makes a new one that only its owner may read.
    ///
    /// # Errors
    /// The file is there but is not 64 hexadecimal digits, or cannot be read or written.
    pub fn load_or_create(path: &Path) -> Result<Self> {
        let io = |source| StoreError::Io {
            path: path.display().to_string(),
            source,
        };
        match std::fs::read_to_string(path) {
            Ok(text) => {
                let mut root = [0; 32];
                hex::decode_to_slice(text.trim(), &mut root).map_err(|_| {
                    StoreError::Key(format!("{} does not hold 64 hexadecimal digits", path.display()))
                })?;
                Ok(Self { root })
            }
            Err(e) if e.kind() == std::io::ErrorKind::NotFound => {
                if let Some(parent) = path.parent().filter(|p| !p.as_os_str().is_empty()) {
                    std::fs::create_dir_all(parent).map_err(io)?;
                }
                let root: [u8; 32] = rand::random();
                write_private(path, hex::encode(root).as_bytes()).map_err(io)?;
                Ok(Self { root })
            }
            Err(e) => Err(io(e)),
        }
    }

    /// A key for one use, so that no two uses share one.
    fn derive(&self, label: &str) -> [u8; 32] {
        self.mac_with(&self.root, &[b"derive", label.as_bytes()])
    }

    fn mac_with(&self, key: &[u8; 32], parts: &[&[u8]]) -> [u8; 32] {
        let mut mac = <Hmac<Sha256> as Mac>::new_from_slice(key).expect("an HMAC takes a key of any length");
        for part in parts {
            mac.update(&(part.len() as u64).to_be_bytes());
            mac.update(part);
        }
        mac.finalize().into_bytes().into()
    }

    /// A keyed hash of `parts` for one use; the parts' borders count.
    pub fn keyed_hash(&self, label: &str, parts: &[&[u8]]) -> [u8; 32] {
        self.mac_with(&self.derive(label), parts)
    }

    /// Seals `secret` for the place `place` (table, column and row): moved elsewhere it cannot be opened.
    pub fn seal(&self, place: &str, secret: &[u8]) -> Vec<u8> {
        let nonce: [u8; 24] = rand::random();
        let sealed = XChaCha20Poly1305::new(Key::from_slice(&self.derive("seal")))
            .encrypt(
                XNonce::from_slice(&nonce),
                Payload {
                    msg: secret,
                    aad: place.as_bytes(),
                },
            )
            .expect("sealing a short secret cannot fail");
        [&[1u8][..], &nonce, &sealed].concat()
    }

    /// Opens what [`Keys::seal`] sealed for the same place.
    ///
    /// # Errors
    /// The value was changed, moved, or sealed with another key.
    pub fn open(&self, place: &str, sealed: &[u8]) -> Result<Vec<u8>> {
        let broken = || {
            StoreError::Key(format!(
                "the sealed value at {place} cannot be opened with this key"
            ))
        };
        let (&[1], rest) = sealed.split_at_checked(1).ok_or_else(broken)? else {
            return Err(broken());
        };
        let (nonce, body) = rest.split_at_checked(24).ok_or_else(broken)?;
        XChaCha20Poly1305::new(Key::from_slice(&self.derive("seal")))
            .decrypt(
                XNonce::from_slice(nonce),
                Payload {
                    msg: body,
                    aad: place.as_bytes(),
                },
            )
            .map_err(|_| broken())
    }
}

#[cfg(unix)]
fn write_private(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    use std::io::Write;
    use std::os::unix::fs::OpenOptionsExt;
    let mut file = std::fs::OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

#[cfg(not(unix))]
fn write_private(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    std::fs::write(path, bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys() -> Keys {
        Keys { root: [7; 32] }
    }

    #[test]
    fn a_sealed_secret_opens_only_in_its_own_place_and_unchanged() {
        let sealed = keys().seal("staff_users.totp_secret.1", b"secret");
        assert_eq!(
            keys().open("staff_users.totp_secret.1", &sealed).unwrap(),
            b"secret"
        );
        assert!(keys().open("staff_users.totp_secret.2", &sealed).is_err());
        for at in 0..sealed.len() {
            let mut changed = sealed.clone();
            changed[at] ^= 1;
            assert!(keys().open("staff_users.totp_secret.1", &changed).is_err());
        }
        assert!(keys().open("x", &[]).is_err());
    }

    #[test]
    fn a_keyed_hash_tells_the_borders_of_its_parts() {
        assert_ne!(
            keys().keyed_hash("a", &[b"xy", b"z"]),
            keys().keyed_hash("a", &[b"x", b"yz"])
        );
        assert_ne!(keys().keyed_hash("a", &[b"x"]), keys().keyed_hash("b", &[b"x"]));
    }
}
