//! DKIM signatures (RFC 6376; RFC 8463 for Ed25519), relaxed/relaxed.
//!
//! Own code, because what matters here is which headers are signed: all that carry meaning, and each once more than it
//! occurs, so that none can be added later without breaking the signature (MAIL-02). The arithmetic is the crypto
//! library's. That library does not make RSA keys; [`DkimKey::generate_rsa`] asks the `openssl` command, which is on every
//! server that has certificates, rather than bring in a second big-number library for one key a year.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use carport_domain::Timestamp;
use ring::digest;
use ring::rand::SystemRandom;
use ring::signature::{Ed25519KeyPair, KeyPair as _, RSA_PKCS1_SHA256, RsaKeyPair};
use rustls_pki_types::pem::PemObject as _;
use rustls_pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer};

/// The headers that are signed, present or not.
const SIGNED: [&str; 14] = [
    "From",
    "To",
    "Subject",
    "Date",
    "Message-ID",
    "Reply-To",
    "MIME-Version",
    "Content-Type",
    "List-Unsubscribe",
    "List-Unsubscribe-Post",
    "List-Id",
    "Feedback-ID",
    "Auto-Submitted",
    "Cc",
];

/// Why a key cannot be used or made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum KeyError {
    /// Not a private key in PEM form.
    #[error("this is not a private key; it should start with -----BEGIN PRIVATE KEY-----")]
    NotAKey,
    /// An RSA key that receivers reject or that is not well-formed.
    #[error("this key cannot sign mail: an RSA key of 2048 bits or more, or an Ed25519 key, is needed")]
    Unfit,
    /// The `openssl` command is missing or failed.
    #[error("no key was made: {0}. Install openssl, or make the key elsewhere with: openssl genrsa 2048")]
    NotMade(String),
}

/// A private key that signs mail.
pub struct DkimKey(Kind);

enum Kind {
    Rsa(Box<RsaKeyPair>),
    Ed25519(Ed25519KeyPair),
}

impl std::fmt::Debug for DkimKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "DkimKey({})", self.algorithm())
    }
}

impl DkimKey {
    /// Reads a PEM file: PKCS#8 (`PRIVATE KEY`) or PKCS#1 (`RSA PRIVATE KEY`).
    pub fn from_pem(pem: &str) -> Result<Self, KeyError> {
        let der = PrivateKeyDer::from_pem_slice(pem.as_bytes()).map_err(|_| KeyError::NotAKey)?;
        let rsa = |parsed: Result<RsaKeyPair, _>| match parsed {
            Ok(key) if key.public().modulus_len() >= 256 => Ok(Self(Kind::Rsa(Box::new(key)))),
            _ => Err(KeyError::Unfit),
        };
        match &der {
            PrivateKeyDer::Pkcs1(der) => rsa(RsaKeyPair::from_der(der.secret_pkcs1_der())),
            PrivateKeyDer::Pkcs8(der) => {
                let der = der.secret_pkcs8_der();
                match Ed25519KeyPair::from_pkcs8_maybe_unchecked(der) {
                    Ok(key) => Ok(Self(Kind::Ed25519(key))),
                    Err(_) => rsa(RsaKeyPair::from_pkcs8(der)),
                }
            }
            _ => Err(KeyError::Unfit),
        }
    }

    /// Makes an RSA key of 2048 bits: the key as PEM and the text for the TXT record at `<selector>._domainkey.<domain>`.
    pub async fn generate_rsa() -> Result<(String, String), KeyError> {
        let output = tokio::process::Command::new("openssl")
            .args(["genpkey", "-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048"])
            .stdin(std::process::Stdio::null())
            .kill_on_drop(true)
            .output()
            .await
            .map_err(|error| KeyError::NotMade(error.to_string()))?;
        let pem = String::from_utf8(output.stdout).unwrap_or_default();
        if !output.status.success() {
            return Err(KeyError::NotMade(format!("openssl ended with {}", output.status)));
        }
        let dns = Self::from_pem(&pem)?.dns_text();
        Ok((pem, dns))
    }

    /// Makes an Ed25519 key, as [`DkimKey::generate_rsa`]. Good as a second signature: many receivers do not know it yet.
    pub fn generate_ed25519() -> Result<(String, String), KeyError> {
        let made = Ed25519KeyPair::generate_pkcs8(&SystemRandom::new());
        let der = made.map_err(|_| KeyError::NotMade("no random numbers".to_owned()))?;
        let lines = BASE64.encode(PrivatePkcs8KeyDer::from(der.as_ref()).secret_pkcs8_der());
        let lines: Vec<&str> = lines
            .as_bytes()
            .chunks(64)
            .filter_map(|l| std::str::from_utf8(l).ok())
            .collect();
        let pem = format!(
            "-----BEGIN PRIVATE KEY-----\n{}\n-----END PRIVATE KEY-----\n",
            lines.join("\n")
        );
        let dns = Self::from_pem(&pem)?.dns_text();
        Ok((pem, dns))
    }

    /// The text of the TXT record that publishes the public key.
    pub fn dns_text(&self) -> String {
        match &self.0 {
            Kind::Rsa(key) => format!(
                "v=DKIM1; k=rsa; p={}",
                BASE64.encode(subject_public_key_info(key))
            ),
            Kind::Ed25519(key) => format!("v=DKIM1; k=ed25519; p={}", BASE64.encode(key.public_key())),
        }
    }

    fn algorithm(&self) -> &'static str {
        match self.0 {
            Kind::Rsa(_) => "rsa-sha256",
            Kind::Ed25519(_) => "ed25519-sha256",
        }
    }

    fn sign(&self, canonical: &[u8]) -> Option<Vec<u8>> {
        match &self.0 {
            Kind::Rsa(key) => {
                let mut signature = vec![0; key.public().modulus_len()];
                key.sign(&RSA_PKCS1_SHA256, &SystemRandom::new(), canonical, &mut signature)
                    .ok()?;
                Some(signature)
            }
            // RFC 8463 section 3: the hash is signed, not the text.
            Kind::Ed25519(key) => Some(
                key.sign(digest::digest(&digest::SHA256, canonical).as_ref())
                    .as_ref()
                    .to_vec(),
            ),
        }
    }
}

/// The public key as the DNS wants it: RFC 5280 SubjectPublicKeyInfo around the key the library gives (RFC 8017).
fn subject_public_key_info(key: &RsaKeyPair) -> Vec<u8> {
    /// rsaEncryption 1.2.840.113549.1.1.1 with NULL parameters.
    const ALGORITHM: [u8; 15] = [
        0x30, 0x0d, 0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01, 0x05, 0x00,
    ];
    let der = |tag: u8, content: &[u8]| {
        let mut out = vec![tag];
        match content.len() {
            n @ 0..0x80 => out.push(n as u8),
            n @ 0x80..0x100 => out.extend([0x81, n as u8]),
            n => out.extend([0x82, (n >> 8) as u8, n as u8]),
        }
        out.extend_from_slice(content);
        out
    };
    let mut bits = vec![0];
    bits.extend_from_slice(key.public_key().as_ref());
    der(0x30, &[ALGORITHM.as_slice(), &der(0x03, &bits)].concat())
}

/// Signs mail for one domain, with one key or with two.
#[derive(Debug)]
pub struct Signer {
    domain: String,
    keys: Vec<(String, DkimKey)>,
}

impl Signer {
    /// Signs as `domain`, which must be the domain of From (MAIL-14), with the key published under `selector`.
    pub fn new(domain: &str, selector: &str, key: DkimKey) -> Self {
        Self {
            domain: domain.to_owned(),
            keys: vec![(selector.to_owned(), key)],
        }
    }

    /// A second signature beside the first.
    pub fn and(mut self, selector: &str, key: DkimKey) -> Self {
        self.keys.push((selector.to_owned(), key));
        self
    }

    /// The domain that answers for the mail.
    pub fn domain(&self) -> &str {
        &self.domain
    }

    /// The DKIM-Signature headers for a message, one for each key. `None` only if the key library fails.
    pub(super) fn sign(&self, head: &str, body: &[u8], at: Timestamp) -> Option<String> {
        let body_hash = BASE64.encode(digest::digest(&digest::SHA256, &relaxed_body(body)));
        let (names, canonical) = chosen_headers(head);
        let mut signatures = String::with_capacity(900 * self.keys.len());
        for (selector, key) in &self.keys {
            let fields = format!(
                "v=1; a={}; c=relaxed/relaxed; d={}; s={selector}; t={};\r\n h={names};\r\n bh={body_hash};\r\n b=",
                key.algorithm(),
                self.domain,
                at.datetime().timestamp(),
            );
            let mut text = canonical.clone();
            text.push_str("dkim-signature:");
            push_relaxed(&mut text, &fields);
            let signature = BASE64.encode(key.sign(text.as_bytes())?);
            signatures.push_str("DKIM-Signature: ");
            signatures.push_str(&fields);
            for (n, part) in signature.as_bytes().chunks(72).enumerate() {
                if n > 0 {
                    signatures.push_str("\r\n ");
                }
                signatures.push_str(std::str::from_utf8(part).ok()?);
            }
            signatures.push_str("\r\n");
        }
        Some(signatures)
    }
}

/// The `h=` list, folded, and the canonical form of the headers it names.
fn chosen_headers(head: &str) -> (String, String) {
    let fields = unfold(head);
    let (mut names, mut canonical) = (String::new(), String::with_capacity(head.len()));
    let mut line = 0;
    for wanted in SIGNED {
        let present = fields
            .iter()
            .rev()
            .filter(|(name, _)| name.eq_ignore_ascii_case(wanted));
        let mut times = 1;
        for (_, value) in present {
            canonical.push_str(&wanted.to_ascii_lowercase());
            canonical.push(':');
            push_relaxed(&mut canonical, value);
            canonical.push_str("\r\n");
            times += 1;
        }
        for _ in 0..times {
            if !names.is_empty() {
                names.push(':');
                line += 1;
            }
            if line + wanted.len() > 66 {
                names.push_str("\r\n ");
                line = 0;
            }
            names.push_str(wanted);
            line += wanted.len();
        }
    }
    (names, canonical)
}

/// Name and raw value of each header of a block, continuation lines included.
fn unfold(head: &str) -> Vec<(&str, &str)> {
    let mut fields = Vec::new();
    let mut rest = head;
    while !rest.is_empty() {
        let mut end = 0;
        loop {
            end += rest[end..].find("\r\n").map_or(rest.len() - end, |at| at + 2);
            if !rest[end..].starts_with([' ', '\t']) {
                break;
            }
        }
        if let Some((name, value)) = rest[..end].split_once(':') {
            fields.push((name.trim_end(), value.strip_suffix("\r\n").unwrap_or(value)));
        }
        rest = &rest[end..];
    }
    fields
}

/// RFC 6376 section 3.4.2: unfolded, runs of blanks as one, none at either end.
fn push_relaxed(out: &mut String, value: &str) {
    let mut blank = false;
    let mut any = false;
    for c in value.chars() {
        match c {
            '\r' | '\n' => {}
            ' ' | '\t' => blank = true,
            c => {
                if blank && any {
                    out.push(' ');
                }
                (blank, any) = (false, true);
                out.push(c);
            }
        }
    }
}

/// RFC 6376 section 3.4.4: runs of blanks as one, none at a line's end, no empty lines at the end, and a line end there.
fn relaxed_body(body: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(body.len() + 2);
    let mut lines = body
        .split(|b| *b == b'\n')
        .map(|l| l.strip_suffix(b"\r").unwrap_or(l))
        .peekable();
    let mut empty = 0;
    while let Some(line) = lines.next() {
        if line.is_empty() && lines.peek().is_none() {
            break;
        }
        let end = line
            .iter()
            .rposition(|b| !matches!(b, b' ' | b'\t'))
            .map_or(0, |at| at + 1);
        let line = &line[..end];
        if line.is_empty() {
            empty += 1;
            continue;
        }
        for _ in 0..std::mem::take(&mut empty) {
            out.extend_from_slice(b"\r\n");
        }
        let mut blank = false;
        for &b in line {
            if matches!(b, b' ' | b'\t') {
                blank = true;
            } else {
                if std::mem::take(&mut blank) {
                    out.push(b' ');
                }
                out.push(b);
            }
        }
        out.extend_from_slice(b"\r\n");
    }
    out
}

#[cfg(test)]
mod tests;
