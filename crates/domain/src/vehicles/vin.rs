//! Vehicle identification and engine numbers.

use std::fmt;
use std::str::FromStr;

use crate::i18n::MessageKey;
use crate::{FieldError, people::clean};

/// A vehicle identification number of 17 signs (ISO 3779), or the shorter chassis number of an old car (INT-05).
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Vin(String);

impl Vin {
    /// The number, upper case without separators.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it has the 17 signs of ISO 3779; older cars have fewer.
    pub fn is_standard(&self) -> bool {
        self.0.len() == 17
    }

    /// The manufacturer's part: the first three signs of a standard number.
    pub fn manufacturer(&self) -> Option<&str> {
        self.0.get(..3).filter(|_| self.is_standard())
    }

    /// What a person should look at again, never a reason to refuse: a short number, or a wrong check digit where North America
    /// demands one (the first sign is 1 to 5; elsewhere that place is free).
    pub fn warning(&self) -> Option<MessageKey> {
        if !self.is_standard() {
            return Some(MessageKey::new("warning-vin-short"));
        }
        let american = self.0.starts_with(|c| ('1'..='5').contains(&c));
        (american && check_digit(&self.0) != self.0.chars().nth(8))
            .then(|| MessageKey::new("warning-vin-check"))
    }
}

/// The check digit of 49 CFR 565.15: weighted values modulo 11, ten written X. Nothing when a sign has no value.
fn check_digit(vin: &str) -> Option<char> {
    const WEIGHTS: [u32; 17] = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];
    let value = |c: char| match c {
        'A'..='H' => Some(u32::from(c) - u32::from('A') + 1),
        'J'..='N' => Some(u32::from(c) - u32::from('J') + 1),
        'P' => Some(7),
        'R' => Some(9),
        'S'..='Z' => Some(u32::from(c) - u32::from('S') + 2),
        digit => digit.to_digit(10),
    };
    let sum = vin
        .chars()
        .zip(WEIGHTS)
        .map(|(c, weight)| value(c).map(|v| v * weight))
        .sum::<Option<u32>>()?;
    if sum % 11 == 10 {
        Some('X')
    } else {
        char::from_digit(sum % 11, 10)
    }
}

impl FromStr for Vin {
    type Err = FieldError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let dense: String = clean(text)
            .chars()
            .filter(|c| !matches!(c, ' ' | '-' | '.' | '*'))
            .flat_map(char::to_uppercase)
            .collect();
        if dense.is_empty() {
            return Err(FieldError::new("error-vin-empty"));
        }
        if !dense.bytes().all(|b| b.is_ascii_alphanumeric()) {
            return Err(FieldError::new("error-vin-characters"));
        }
        match dense.len() {
            18.. => Err(FieldError::new("error-vin-long").with("count", dense.len())),
            17 if dense.contains(['I', 'O', 'Q']) => Err(FieldError::new("error-vin-letters")),
            4..=17 => Ok(Self(dense)),
            _ => Err(FieldError::new("error-vin-short").with("count", dense.len())),
        }
    }
}

/// The number stamped on an engine; makers follow no common form.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct EngineNumber(String);

impl EngineNumber {
    /// The number, upper case, one space where there were several.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The number as it is compared: letters and digits only.
    pub fn key(&self) -> String {
        self.0.chars().filter(|c| c.is_alphanumeric()).collect()
    }
}

impl FromStr for EngineNumber {
    type Err = FieldError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let text = clean(text).to_uppercase();
        if text.is_empty() {
            return Err(FieldError::new("error-engine-number-empty"));
        }
        let allowed = |c: char| c.is_alphanumeric() || matches!(c, ' ' | '-' | '/' | '*' | '.');
        if text.chars().count() > 25 || !text.chars().all(allowed) || !text.chars().any(char::is_alphanumeric)
        {
            return Err(FieldError::new("error-engine-number-form"));
        }
        Ok(Self(text))
    }
}

macro_rules! stored_as_text {
    ($($name:ident),+) => { $(
        impl TryFrom<String> for $name {
            type Error = FieldError;
            fn try_from(text: String) -> Result<Self, Self::Error> { text.parse() }
        }
        impl From<$name> for String {
            fn from(number: $name) -> Self { number.0 }
        }
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { f.pad(&self.0) }
        }
        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { f.write_str(concat!(stringify!($name), "(…)")) }
        }
        crate::text_column!($name, as_str);
    )+ };
}
stored_as_text!(Vin, EngineNumber);

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn vin(text: &str) -> Vin {
        text.parse().unwrap()
    }

    #[test]
    fn a_check_digit_is_looked_at_only_where_it_is_mandatory_and_only_warns() {
        assert_eq!(vin("1M8GDM9AXKP042788").warning(), None);
        assert_eq!(vin("11111111111111111").warning(), None);
        assert_eq!(vin("1FACP45EXLF192944").warning(), None);
        assert_eq!(
            vin("1M8GDM9A1KP042788").warning(),
            Some(MessageKey::new("warning-vin-check"))
        );
        assert_eq!(vin("VF1LZBR0542606589").warning(), None);
        assert_eq!(vin("vf1 lzb-r05 42606589").as_str(), "VF1LZBR0542606589");
        assert_eq!(vin("VF1LZBR0542606589").manufacturer(), Some("VF1"));
    }

    #[test]
    fn the_letters_that_look_like_digits_and_wrong_lengths_are_refused_each_with_its_own_message() {
        let code = |text: &str| text.parse::<Vin>().unwrap_err().code.to_string();
        assert_eq!(code("VF1LZBRO542606589"), "error-vin-letters");
        assert_eq!(code("VF1LZBR05426065891"), "error-vin-long");
        assert_eq!(code("VF1"), "error-vin-short");
        assert_eq!(code("VF1LZBRЖ542606589"), "error-vin-characters");
        assert_eq!(code(" "), "error-vin-empty");
    }

    #[test]
    fn an_old_chassis_number_is_accepted_with_a_warning() {
        let old = vin("DS 21 4321");
        assert!(!old.is_standard());
        assert_eq!(old.warning(), Some(MessageKey::new("warning-vin-short")));
        assert_eq!(old.manufacturer(), None);
    }

    #[test]
    fn an_engine_number_has_any_form_but_no_markup() {
        assert_eq!(
            "k4m  d812*r045".parse::<EngineNumber>().unwrap().as_str(),
            "K4M D812*R045"
        );
        assert_eq!("k4m-d812".parse::<EngineNumber>().unwrap().key(), "K4MD812");
        assert!("<b>".parse::<EngineNumber>().is_err());
        assert!("".parse::<EngineNumber>().is_err());
    }

    proptest! {
        #[test]
        fn any_string_is_read_or_refused_and_what_is_read_reads_the_same_again(text in "\\PC*|[0-9A-Za-z -]{0,20}") {
            if let Ok(vin) = text.parse::<Vin>() {
                prop_assert_eq!(vin.as_str().parse::<Vin>().unwrap(), vin.clone());
                let _ = vin.warning();
            }
            if let Ok(number) = text.parse::<EngineNumber>() {
                prop_assert_eq!(number.as_str().parse::<EngineNumber>().unwrap(), number);
            }
        }
    }
}
