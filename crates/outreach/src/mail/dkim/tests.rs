//! Signatures, judged by a verifier that shares nothing with the signer.

use ring::signature::{ED25519, RSA_PKCS1_2048_8192_SHA256, UnparsedPublicKey};

use super::*;
use crate::mail::message::tests::sample;

/// Made for these tests alone.
const TEST_KEY: &str = include_str!("../../../fixtures/dkim-test-key.pem");
/// A message that this module signed and the independent verifier dkimpy accepted (`scripts/verify-dkim`).
const GOLDEN: &str = include_str!("../../../fixtures/dkim-golden.eml");

fn rsa() -> DkimKey {
    DkimKey::from_pem(TEST_KEY).unwrap()
}

/// A verifier written from the standard, sharing nothing with the signer: collects what the signature's own `h=` names from
/// the raw message. `public_key` is the text of the DNS record.
fn verify(message: &str, n: usize, public_key: &str) -> Result<(), String> {
    let (head, body) = message.split_once("\r\n\r\n").ok_or("no body")?;
    let mut fields: Vec<(String, String)> = Vec::new();
    for line in head.split("\r\n") {
        match line.strip_prefix([' ', '\t']) {
            Some(_) => fields.last_mut().ok_or("folded first line")?.1.push_str(line),
            None => {
                let (name, value) = line.split_once(':').ok_or("no colon")?;
                fields.push((name.to_lowercase(), value.to_owned()));
            }
        }
    }
    let relaxed = |v: &str| {
        v.split([' ', '\t'])
            .filter(|w| !w.is_empty())
            .collect::<Vec<_>>()
            .join(" ")
    };
    let own = fields
        .iter()
        .filter(|(name, _)| name == "dkim-signature")
        .nth(n)
        .ok_or("no signature")?
        .1
        .clone();
    let tag = |name: &str| {
        own.split(';')
            .filter_map(|t| t.split_once('='))
            .find(|(k, _)| k.trim() == name)
            .map(|(_, v)| v.chars().filter(|c| !c.is_whitespace()).collect::<String>())
            .unwrap_or_default()
    };
    let mut lines: Vec<String> = body
        .split("\r\n")
        .map(|l| {
            let lead = if l.starts_with([' ', '\t']) { " " } else { "" };
            let words = relaxed(l);
            if words.is_empty() {
                words
            } else {
                format!("{lead}{words}")
            }
        })
        .collect();
    while lines.last().is_some_and(String::is_empty) {
        lines.pop();
    }
    let canonical: String = lines.iter().map(|l| format!("{l}\r\n")).collect();
    if BASE64.encode(digest::digest(&digest::SHA256, canonical.as_bytes())) != tag("bh") {
        return Err("body changed".into());
    }
    let mut text = String::new();
    let mut left = fields.clone();
    for name in tag("h").split(':') {
        let name = name.to_lowercase();
        if let Some(at) = left.iter().rposition(|(n, _)| *n == name) {
            text.push_str(&format!("{name}:{}\r\n", relaxed(&left.remove(at).1)));
        }
    }
    let signature = tag("b");
    let unsigned = own.rsplit_once("b=").ok_or("no b=")?.0.to_owned() + "b=";
    text.push_str(&format!("dkim-signature:{}", relaxed(&unsigned)));
    let signature = BASE64.decode(signature).map_err(|e| e.to_string())?;
    let key = BASE64
        .decode(public_key.rsplit_once("p=").ok_or("no p=")?.1)
        .map_err(|e| e.to_string())?;
    let outcome = if tag("a") == "ed25519-sha256" {
        let hash = digest::digest(&digest::SHA256, text.as_bytes());
        UnparsedPublicKey::new(&ED25519, key).verify(hash.as_ref(), &signature)
    } else {
        // The bare key stands at the end of the SubjectPublicKeyInfo, after 24 bytes of wrapping for this key size.
        UnparsedPublicKey::new(&RSA_PKCS1_2048_8192_SHA256, &key[24..]).verify(text.as_bytes(), &signature)
    };
    outcome.map_err(|_| "signature does not fit".to_owned())
}

fn signed(signer: &Signer) -> String {
    String::from_utf8(sample().seal(Some(signer)).unwrap().bytes).unwrap()
}

#[test]
fn a_signed_mail_verifies_with_the_published_key() {
    let signer = Signer::new("garage.example", "c1", rsa());
    assert_eq!(verify(&signed(&signer), 0, &rsa().dns_text()), Ok(()));
}

#[test]
fn two_keys_make_two_signatures_that_verify_on_their_own() {
    let (pem, dns) = DkimKey::generate_ed25519().unwrap();
    let signer = Signer::new("garage.example", "c1", rsa()).and("e1", DkimKey::from_pem(&pem).unwrap());
    let message = signed(&signer);
    assert_eq!(verify(&message, 0, &rsa().dns_text()), Ok(()));
    assert_eq!(verify(&message, 1, &dns), Ok(()));
    assert!(message.contains("a=ed25519-sha256;"));
}

#[test]
fn any_changed_or_added_header_and_any_changed_body_breaks_the_signature() {
    let message = signed(&Signer::new("garage.example", "c1", rsa()));
    let key = rsa().dns_text();
    for (from, to) in [
        ("Subject: Uw", "Subject: uw"),
        ("/u/0f1e2d3c>", "/u/0f1e2d3d>"),
        ("One-Click", "Two-Click"),
        ("apk:jansen", "xpk:jansen"),
        ("Goed", "Slecht"),
        ("goed", "slecht"),
        ("\r\nTo: ", "\r\nCc: x@y.example\r\nTo: "),
        ("\r\nFrom: ", "\r\nFrom: x@y.example\r\nFrom: "),
        ("\r\nTo: ", "\r\nReply-To: x@y.example\r\nTo: "),
        (
            "List-Unsubscribe-Post",
            "List-Unsubscribe: <https://evil.example/>\r\nList-Unsubscribe-Post",
        ),
    ] {
        let changed = message.replacen(from, to, 1);
        if changed != message {
            assert!(verify(&changed, 0, &key).is_err(), "{from} → {to}");
        }
    }
    let refolded = message.replace("Subject: Uw APK", "subject:  Uw\r\n\tAPK");
    assert_ne!(refolded, message);
    assert_eq!(
        verify(&refolded, 0, &key),
        Ok(()),
        "a relay may fold and space headers anew"
    );
}

#[test]
fn a_message_that_an_independent_verifier_accepted_is_still_made_the_same() {
    assert_eq!(verify(GOLDEN, 0, &rsa().dns_text()), Ok(()));
    assert_eq!(signed(&Signer::new("news.garage.example", "c1", rsa())), GOLDEN);
}

#[test]
fn bodies_and_headers_are_made_canonical_as_in_the_standards_example() {
    assert_eq!(relaxed_body(b" C \r\nD \t E\r\n\r\n\r\n"), b" C\r\nD E\r\n");
    assert_eq!(relaxed_body(b""), b"");
    assert_eq!(relaxed_body(b"\r\n\r\n"), b"");
    assert_eq!(relaxed_body(b"a"), b"a\r\n");
    assert_eq!(relaxed_body(b"a\r\n\r\nb"), b"a\r\n\r\nb\r\n");
    let mut out = String::new();
    push_relaxed(&mut out, " Y\t\r\n\tZ  ");
    assert_eq!(out, "Y Z");
}

#[test]
fn what_is_not_a_fit_key_is_refused() {
    assert_eq!(DkimKey::from_pem("hello").unwrap_err(), KeyError::NotAKey);
    assert_eq!(DkimKey::from_pem("").unwrap_err(), KeyError::NotAKey);
    assert_eq!(
        DkimKey::from_pem(include_str!("../../../fixtures/rsa-1024-test-key.pem")).unwrap_err(),
        KeyError::Unfit
    );
}

#[tokio::test]
async fn a_new_rsa_key_signs_and_its_record_verifies() {
    let (pem, dns) = DkimKey::generate_rsa().await.unwrap();
    let signer = Signer::new("garage.example", "new", DkimKey::from_pem(&pem).unwrap());
    assert_eq!(verify(&signed(&signer), 0, &dns), Ok(()));
}
