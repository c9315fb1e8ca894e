//! What a password must be (SEC-PW-1, SEC-PW-2; NIST SP 800-63B-4): long, and not one that others would try first.
//!
//! No rules about capitals and signs, no expiry. A password is compared whole, in composed form (NFC), with a list of
//! common ones, with the words that belong to the company and the person, and with what merely repeats or counts.

mod shape;

use std::collections::HashSet;
use std::sync::OnceLock;

use unicode_normalization::UnicodeNormalization;

use crate::FieldError;

/// The longest password, in bytes after composing.
pub const MAX_BYTES: usize = 256;

/// How a password is used, which decides how long it must be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Use {
    /// It opens the account by itself: 15 characters.
    Alone,
    /// A second factor is always asked: 8 characters.
    WithSecondFactor,
}

impl Use {
    /// The fewest characters.
    pub const fn min(self) -> usize {
        match self {
            Use::Alone => 15,
            Use::WithSecondFactor => 8,
        }
    }
}

/// More passwords that are known to others, beside the shipped list; a file of the operator's.
pub trait KnownPasswords: Send + Sync {
    /// Whether the list holds this password, as it was typed.
    fn holds(&self, password: &str) -> bool;
}

/// The list that is used when the operator has none of his own.
#[derive(Debug, Clone, Copy)]
pub struct NoOthers;

impl KnownPasswords for NoOthers {
    fn holds(&self, _: &str) -> bool {
        false
    }
}

/// The form in which a password is hashed and compared: composed, otherwise exactly as typed.
pub fn composed(password: &str) -> String {
    password.nfc().collect()
}

/// Checks a new password and gives the form to hash. `context` are the words of the place and the person: company, brand,
/// name, e-mail address, plates.
///
/// # Errors
/// Says what is wrong with it, and what would be right.
pub fn check(
    password: &str,
    used: Use,
    context: &[&str],
    others: &dyn KnownPasswords,
) -> Result<String, FieldError> {
    if password.is_empty() {
        return Err(FieldError::new("error-password-empty"));
    }
    let password = composed(password);
    if password.chars().count() < used.min() {
        return Err(FieldError::new("error-password-short").with("min", used.min()));
    }
    if password.len() > MAX_BYTES {
        return Err(FieldError::new("error-password-long"));
    }
    if is_common(&password) || others.holds(&password) {
        return Err(FieldError::new("error-password-common"));
    }
    let own = words(context);
    match shape::of(&password, &own) {
        shape::Shape::Own => Err(FieldError::new("error-password-own")),
        shape::Shape::Simple => Err(FieldError::new("error-password-simple")),
        shape::Shape::Fine => Ok(password),
    }
}

/// Whether the shipped list holds a password, in any case and with the usual signs for letters.
fn is_common(password: &str) -> bool {
    let lower = password.to_lowercase();
    common().contains(lower.as_str()) || common().contains(shape::plain(&lower).as_str())
}

/// The shipped list: 30,000 passwords, lower case.
pub(crate) fn common() -> &'static HashSet<&'static str> {
    static LIST: OnceLock<HashSet<&'static str>> = OnceLock::new();
    LIST.get_or_init(|| {
        include_str!("../../../../assets/passwords/common.txt")
            .lines()
            .collect()
    })
}

/// The words of the context that are long enough to matter, lower case, letters and digits only.
fn words(context: &[&str]) -> Vec<String> {
    let mut words: Vec<String> = context
        .iter()
        .flat_map(|text| {
            let lower = text.to_lowercase();
            let whole: String = lower.chars().filter(|c| c.is_alphanumeric()).collect();
            lower
                .split(|c: char| !c.is_alphanumeric())
                .map(str::to_owned)
                .chain([whole])
                .collect::<Vec<_>>()
        })
        .filter(|word| word.chars().count() >= 4)
        .collect();
    words.sort_unstable();
    words.dedup();
    words
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn verdict(password: &str) -> String {
        let context = [
            "Autobedrijf Jansen",
            "Anna de Vries",
            "anna.devries@example.nl",
            "12-AB-34",
        ];
        check(password, Use::Alone, &context, &NoOthers)
            .map_or_else(|e| e.code.to_string(), |_| "fine".to_owned())
    }

    #[test]
    fn length_counts_characters_and_nothing_else_is_prescribed() {
        assert_eq!(verdict(""), "error-password-empty");
        assert_eq!(verdict("kort en krachti"), "fine");
        assert_eq!(verdict("kort en kracht"), "error-password-short");
        assert_eq!(verdict("жёлтый зонт под лестницей"), "fine");
        assert_eq!(
            verdict(&"lange zin met woorden ".repeat(20)),
            "error-password-long"
        );
        assert!(check("Zw9!kdpq", Use::WithSecondFactor, &[], &NoOthers).is_ok());
    }

    #[test]
    fn what_others_try_first_is_refused() {
        assert_eq!(
            check("Passw0rd", Use::WithSecondFactor, &[], &NoOthers)
                .unwrap_err()
                .code
                .as_str(),
            "error-password-common"
        );
        for simple in [
            "passwordpassword",
            "Password123456789",
            "aaaaaaaaaaaaaaaa",
            "123456789012345",
            "abcdefghijklmnopqrst",
            "qwertyuiopasdfgh",
            "dragondragon2026",
            "xkq7xkq7xkq7xkq7",
        ] {
            assert_eq!(verdict(simple), "error-password-simple", "{simple}");
        }
    }

    #[test]
    fn the_words_of_the_place_and_the_person_do_not_make_a_password() {
        for own in [
            "autobedrijfjansen",
            "Jansen2026!!!!!!",
            "annadevries12345",
            "12AB34 12AB34 12AB34",
        ] {
            assert_eq!(verdict(own), "error-password-own", "{own}");
        }
    }

    #[test]
    fn a_sentence_of_ordinary_words_is_welcome() {
        for sentence in [
            "correct horse battery staple",
            "Mijn oma fietst elke dinsdag",
            "purple tractor under 3 moons",
        ] {
            assert_eq!(verdict(sentence), "fine", "{sentence}");
        }
    }

    #[test]
    fn an_operators_own_list_counts_as_well() {
        struct One;
        impl KnownPasswords for One {
            fn holds(&self, password: &str) -> bool {
                password == "purple tractor under 3 moons"
            }
        }
        assert!(check("purple tractor under 3 moons", Use::Alone, &[], &One).is_err());
    }

    proptest! {
        #[test]
        fn any_string_is_judged_and_what_passes_is_long_enough(text in "\\PC{0,80}") {
            if let Ok(password) = check(&text, Use::Alone, &[], &NoOthers) {
                prop_assert!(password.chars().count() >= 15 && password.len() <= MAX_BYTES);
                prop_assert_eq!(composed(&password), password.clone());
            }
        }
    }
}
