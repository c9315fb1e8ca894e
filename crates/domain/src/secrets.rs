//! Secrets: values that never show themselves, random tokens, one-time codes, and keyed hashes.

mod codes;

use std::fmt;
use std::str::FromStr;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, Mac};
use sha2::{Digest, Sha256};

pub use codes::{LetterCode, MailCode};

/// A value that must not reach a log, an error or a page. It has no `Debug`, `Display` or `Serialize`; what needs the value
/// says so by [`Secret::expose`].
#[derive(Clone)]
pub struct Secret<T>(T);

impl<T> Secret<T> {
    /// Wraps a value.
    pub const fn new(value: T) -> Self {
        Self(value)
    }
    /// The value. Whoever calls this takes care that it stays secret.
    pub const fn expose(&self) -> &T {
        &self.0
    }
    /// Takes the value out.
    pub fn into_inner(self) -> T {
        self.0
    }
}

impl<'de, T: serde::Deserialize<'de>> serde::Deserialize<'de> for Secret<T> {
    fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        T::deserialize(d).map(Self)
    }
}

/// A random token of 256 bits: the key in a personal link, a session cookie, an invitation. Only its hash is stored.
#[derive(Clone)]
pub struct Token([u8; 32]);

impl Token {
    /// A new token from the system's source of chance.
    pub fn random() -> Self {
        Self(rand::random())
    }
    /// A token from given bytes, where chance is an argument.
    pub const fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }
    /// The text that goes into a link or cookie: 43 characters of base64url.
    pub fn reveal(&self) -> String {
        URL_SAFE_NO_PAD.encode(self.0)
    }
    /// SHA-256 of the token, by which it is stored and found. The token is random enough that no salt is needed.
    pub fn hash(&self) -> TokenHash {
        TokenHash(Sha256::digest(self.0).into())
    }
}

impl FromStr for Token {
    type Err = MalformedToken;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        // Longer input is not decoded at all.
        let bytes = (text.len() == 43)
            .then(|| URL_SAFE_NO_PAD.decode(text).ok())
            .flatten();
        bytes
            .and_then(|bytes| bytes.try_into().ok())
            .map(Self)
            .ok_or(MalformedToken)
    }
}

/// The text cannot be a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("this is not a link or code of ours")]
pub struct MalformedToken;

/// The hash of a [`Token`]. Looking one up by equality is safe, since the hash of a guess tells nothing about a near miss.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TokenHash([u8; 32]);

impl TokenHash {
    /// From stored bytes.
    pub const fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }
    /// The bytes to store.
    pub const fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl fmt::Debug for TokenHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&hex::encode(self.0))
    }
}

/// A key for hashes that nobody can recompute by trying all telephone numbers. It lives outside the database.
#[derive(Clone)]
pub struct HmacKey(Secret<[u8; 32]>);

impl HmacKey {
    /// From 32 bytes of the key file.
    pub const fn new(key: [u8; 32]) -> Self {
        Self(Secret::new(key))
    }

    /// A key of its own for one use, so that hashes made for different ends cannot be matched.
    pub fn derive(&self, purpose: &str) -> HmacKey {
        HmacKey::new(self.hash(purpose.as_bytes()))
    }

    /// HMAC-SHA-256 of a value that the caller has normalised.
    pub fn hash(&self, value: &[u8]) -> [u8; 32] {
        self.mac(value).finalize().into_bytes().into()
    }

    /// The same as hexadecimal text.
    pub fn hash_hex(&self, value: &[u8]) -> String {
        hex::encode(self.hash(value))
    }

    /// Whether `tag` is the value's hash; takes the same time whatever the answer.
    pub fn verify(&self, value: &[u8], tag: &[u8]) -> bool {
        self.mac(value).verify_slice(tag).is_ok()
    }

    fn mac(&self, value: &[u8]) -> Hmac<Sha256> {
        // HMAC fills a short key up to the hash's block with zeros.
        let mut block = [0; 64];
        block[..32].copy_from_slice(self.0.expose());
        let mut mac = <Hmac<Sha256> as hmac::digest::KeyInit>::new(&block.into());
        mac.update(value);
        mac
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_survives_the_way_through_a_link() {
        let token = Token::random();
        let text = token.reveal();
        assert_eq!(text.len(), 43);
        assert_eq!(text.parse::<Token>().ok().map(|t| t.hash()), Some(token.hash()));
        assert_ne!(Token::random().hash(), token.hash());
    }

    #[test]
    fn what_cannot_be_a_token_is_refused() {
        for text in [
            "",
            "short",
            &"A".repeat(42),
            &"A".repeat(44),
            &"=".repeat(43),
            &"é".repeat(22),
        ] {
            assert!(text.parse::<Token>().is_err(), "{text}");
        }
    }

    #[test]
    fn a_keyed_hash_is_the_one_of_the_published_test_vector() {
        // RFC 4231, test case 2, with its key padded to the block as HMAC does.
        let mut key = [0; 32];
        key[..4].copy_from_slice(b"Jefe");
        let tag = HmacKey::new(key).hash_hex(b"what do ya want for nothing?");
        assert_eq!(
            tag,
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
        );
    }

    #[test]
    fn keys_derived_for_different_ends_give_different_hashes() {
        let key = HmacKey::new([7; 32]);
        let (contact, suppression) = (key.derive("contact"), key.derive("suppression"));
        assert_ne!(contact.hash(b"a@b.example"), suppression.hash(b"a@b.example"));
        assert!(contact.verify(b"a@b.example", &contact.hash(b"a@b.example")));
        assert!(!contact.verify(b"a@b.example", &suppression.hash(b"a@b.example")));
        assert!(!contact.verify(b"a@b.example", b"short"));
    }
}
