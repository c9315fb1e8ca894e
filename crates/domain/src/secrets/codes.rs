//! One-time codes that people type: digits from a mail, letters and digits from paper.

use crate::FieldError;

/// A code of digits, sent by mail (F62). It shows itself only where it is written or checked.
#[derive(Clone, PartialEq, Eq)]
pub struct MailCode(String);

impl MailCode {
    /// Digits of a code that is the only proof there is: so many that guessing is hopeless even over all accounts (SEC-OTP-2).
    pub const ALONE: u32 = 8;
    /// Digits of a code beside another proof (SEC-OTP-1).
    pub const BESIDE: u32 = 6;

    /// A new code of so many digits, at most 18.
    pub fn random(digits: u32) -> Self {
        Self::from_number(rand::random(), digits)
    }

    /// A code from a given number, where chance is an argument.
    pub fn from_number(number: u64, digits: u32) -> Self {
        let digits = digits.clamp(1, 18);
        // Out of 2^64 numbers the remainder prefers none by more than one in ten thousand million.
        let rest = number % 10_u64.pow(digits);
        Self(format!("{rest:0width$}", width = digits as usize))
    }

    /// The code as the mail shows it and as it is hashed.
    pub fn reveal(&self) -> &str {
        &self.0
    }

    /// What somebody typed, spaces and dashes left out.
    ///
    /// # Errors
    /// It holds something other than digits, or no code is so long.
    pub fn parse(text: &str) -> Result<Self, FieldError> {
        let digits: String = text.chars().filter(|c| !c.is_whitespace() && *c != '-').collect();
        let plausible = (4..=12).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
        plausible
            .then_some(Self(digits))
            .ok_or_else(|| FieldError::new("error-mail-code-form"))
    }
}

/// The signs of a code on paper: none that can be taken for another.
const SIGNS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// How many of them: 60 bits.
const LENGTH: usize = 12;

/// The code on an activation letter (SEC-ACT-3): twelve signs in three groups.
#[derive(Clone, PartialEq, Eq)]
pub struct LetterCode(String);

impl LetterCode {
    /// A new code.
    pub fn random() -> Self {
        Self::from_number(rand::random())
    }

    /// A code from a given number, where chance is an argument; its lowest 60 bits count.
    pub fn from_number(number: u64) -> Self {
        let sign = |place: usize| char::from(SIGNS[(number >> (5 * place) & 31) as usize]);
        Self((0..LENGTH).map(sign).collect())
    }

    /// The code as it is printed.
    pub fn printed(&self) -> String {
        [&self.0[..4], &self.0[4..8], &self.0[8..]].join("-")
    }

    /// The code as it is hashed.
    pub fn reveal(&self) -> &str {
        &self.0
    }

    /// What somebody typed. Case, spaces and dashes do not count, and what looks like a one or a zero is one.
    ///
    /// # Errors
    /// Too long, too short, or with a sign that no code has.
    pub fn parse(text: &str) -> Result<Self, FieldError> {
        let malformed = || FieldError::new("error-letter-code-form");
        let mut signs = String::with_capacity(LENGTH);
        for c in text.chars().filter(|c| !c.is_whitespace() && *c != '-') {
            let sign = match c.to_ascii_uppercase() {
                'O' => '0',
                'I' | 'L' => '1',
                other => other,
            };
            let known = u8::try_from(sign).is_ok_and(|byte| SIGNS.contains(&byte));
            if !known || signs.len() == LENGTH {
                return Err(malformed());
            }
            signs.push(sign);
        }
        if signs.len() == LENGTH {
            Ok(Self(signs))
        } else {
            Err(malformed())
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_mail_code_keeps_its_zeros_and_is_read_however_it_is_spaced() {
        let code = MailCode::from_number(1_000_000_042, MailCode::ALONE);
        assert_eq!(code.reveal(), "00000042");
        assert!(MailCode::parse(" 0000 00-42 ").is_ok_and(|typed| typed == code));
        for bad in ["", "12", "12a456", "١٢٣٤٥٦", "1234567890123"] {
            let refused = MailCode::parse(bad).err().map(|e| e.code.as_str().to_owned());
            assert_eq!(refused.as_deref(), Some("error-mail-code-form"), "{bad}");
        }
    }

    #[test]
    fn a_letter_code_is_read_back_from_what_an_eye_takes_it_for() {
        let code = LetterCode::from_number(0b00001_00000);
        assert_eq!(code.printed(), "0100-0000-0000");
        assert!(LetterCode::parse("oIo0 oooo oooo").is_ok_and(|typed| typed == code));
        for bad in [
            "",
            "0100-0000-000",
            "0100-0000-00000",
            "U100-0000-0000",
            "ö100-0000-0000",
        ] {
            let refused = LetterCode::parse(bad).err().map(|e| e.code.as_str().to_owned());
            assert_eq!(refused.as_deref(), Some("error-letter-code-form"), "{bad}");
        }
    }

    proptest! {
        #[test]
        fn every_code_that_is_written_can_be_read(number: u64, digits in 6_u32..=8) {
            let mail = MailCode::from_number(number, digits);
            prop_assert_eq!(mail.reveal().len(), digits as usize);
            prop_assert!(MailCode::parse(mail.reveal()).is_ok_and(|read| read == mail));
            let letter = LetterCode::from_number(number);
            prop_assert!(LetterCode::parse(&letter.printed().to_lowercase()).is_ok_and(|read| read == letter));
        }

        #[test]
        fn reading_a_code_never_fails_otherwise_than_with_a_word(text: String) {
            let _ = MailCode::parse(&text);
            let _ = LetterCode::parse(&text);
        }
    }
}
