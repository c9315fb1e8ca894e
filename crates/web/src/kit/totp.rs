//! Time-based codes (RFC 6238): six digits, 30 seconds, one step of skew.

use totp_rs::{Builder, Secret};

/// Seconds a code holds.
pub const STEP: u64 = 30;

fn totp(secret: &[u8], account: &str) -> Option<totp_rs::Totp> {
    Builder::new()
        .with_secret(Secret::from(secret.to_vec()))
        .with_step_duration(STEP)
        .with_account_name(account)
        .with_issuer(Some("Carport"))
        .build()
        .ok()
}

/// The step a code belongs to, if it is right now or one step off.
pub fn accepted_step(secret: &[u8], code: &str, now_seconds: u64) -> Option<i64> {
    let totp = totp(secret, "carport")?;
    let code: String = code.chars().filter(char::is_ascii_digit).collect();
    if code.len() != 6 {
        return None;
    }
    [0i64, -1, 1].into_iter().find_map(|skew| {
        let at = i64::try_from(now_seconds / STEP).ok()? + skew;
        let time = u64::try_from(at).ok()? * STEP;
        let right =
            subtle::ConstantTimeEq::ct_eq(totp.generate(time).to_string().as_bytes(), code.as_bytes());
        bool::from(right).then_some(at)
    })
}

/// The address an authenticator app reads from a QR code, and the secret in words for typing.
pub fn enrolment(secret: &[u8], account: &str) -> Option<(String, String)> {
    let totp = totp(secret, account)?;
    let words = Secret::from(secret.to_vec()).to_base32();
    Some((totp.to_url().ok()?, words.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_reference_codes_are_accepted_in_their_own_step_and_beside_it_only() {
        // RFC 6238 appendix B, SHA-1, cut to six digits.
        let secret = b"12345678901234567890";
        assert_eq!(accepted_step(secret, "287082", 59), Some(1));
        assert_eq!(accepted_step(secret, "287 082", 89), Some(1));
        assert_eq!(accepted_step(secret, "287082", 120), None);
        assert_eq!(accepted_step(secret, "081804", 1_111_111_109), Some(37_037_036));
        assert_eq!(accepted_step(secret, "28708", 59), None);
    }
}
