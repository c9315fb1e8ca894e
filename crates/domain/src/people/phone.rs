//! Telephone numbers.

use std::fmt;
use std::str::FromStr;

use phonenumber::Mode;

use crate::FieldError;
use crate::country::CountryCode;

/// A telephone number in E.164 form: `+31612345678`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PhoneNumber(String);

impl PhoneNumber {
    /// Reads a number as people write it; without a country prefix it is one of `country`'s.
    pub fn parse(text: &str, country: CountryCode) -> Result<Self, FieldError> {
        let text = text.trim();
        if text.is_empty() {
            return Err(FieldError::new("error-phone-empty"));
        }
        let is_phone_char = |c: char| c.is_ascii_digit() || c.is_whitespace() || "+-–./()".contains(c);
        if text.chars().count() > 40 || !text.chars().all(is_phone_char) {
            return Err(FieldError::new("error-phone-characters"));
        }
        let number = phonenumber::parse(country.as_str().parse().ok(), text)
            .ok()
            .filter(phonenumber::is_valid)
            .ok_or_else(|| FieldError::new("error-phone-form"))?;
        written(&number, Mode::E164)
            .ok_or_else(|| FieldError::new("error-phone-form"))?
            .parse()
    }

    /// The number in E.164 form.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether the number plan says that it is, or may be, a mobile number.
    pub fn is_mobile(&self) -> bool {
        use phonenumber::Type;
        self.read().is_some_and(|number| {
            matches!(
                number.number_type(&phonenumber::metadata::DATABASE),
                Type::Mobile | Type::FixedLineOrMobile
            )
        })
    }

    /// The number as somebody in `reader`'s country reads it: national at home, international abroad.
    pub fn formatted(&self, reader: CountryCode) -> String {
        let formatted = self.read().and_then(|number| {
            let home = reader
                .as_str()
                .parse()
                .ok()
                .filter(|id| number.country().id() == Some(*id));
            written(
                &number,
                if home.is_some() {
                    Mode::National
                } else {
                    Mode::International
                },
            )
        });
        formatted.unwrap_or_else(|| self.0.clone())
    }

    /// The number as somebody who should recognise it may see it: the last two digits.
    pub fn mask(&self) -> String {
        let keep = self.0.len().saturating_sub(2);
        format!("••••••{}", self.0.get(keep..).unwrap_or(""))
    }

    fn read(&self) -> Option<phonenumber::PhoneNumber> {
        phonenumber::parse(None, &self.0).ok()
    }
}

/// The library's formatter fails for numbers of unknown country; `to_string` would panic then.
fn written(number: &phonenumber::PhoneNumber, mode: Mode) -> Option<String> {
    use fmt::Write;
    let mut out = String::new();
    write!(out, "{}", number.format().mode(mode)).ok().map(|()| out)
}

/// Reads the stored form; what people write goes through [`PhoneNumber::parse`].
impl FromStr for PhoneNumber {
    type Err = FieldError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let digits = text.strip_prefix('+').unwrap_or("");
        if (6..=15).contains(&digits.len())
            && digits.bytes().all(|b| b.is_ascii_digit())
            && !digits.starts_with('0')
        {
            Ok(Self(text.to_owned()))
        } else {
            Err(FieldError::new("error-phone-form"))
        }
    }
}

impl TryFrom<String> for PhoneNumber {
    type Error = FieldError;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<PhoneNumber> for String {
    fn from(number: PhoneNumber) -> Self {
        number.0
    }
}

impl fmt::Display for PhoneNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

/// Masked, so that a debug line in a log shows nobody's number.
impl fmt::Debug for PhoneNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PhoneNumber({})", self.mask())
    }
}

crate::text_column!(PhoneNumber, as_str);

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(text: &str, country: CountryCode) -> String {
        PhoneNumber::parse(text, country).map_or_else(|e| e.code.to_string(), |n| n.to_string())
    }

    #[test]
    fn a_number_is_read_as_people_of_the_country_write_it() {
        assert_eq!(read("06-12345678", CountryCode::NL), "+31612345678");
        assert_eq!(read("0031 (0)20 123 4567", CountryCode::NL), "+31201234567");
        assert_eq!(read("030/901820", CountryCode::DE), "+4930901820");
        assert_eq!(read("8 (912) 345-67-89", CountryCode::RU), "+79123456789");
        assert_eq!(read("0470 12 34 56", CountryCode::BE), "+32470123456");
        assert_eq!(read("+33 6 12 34 56 78", CountryCode::NL), "+33612345678");
    }

    #[test]
    fn what_is_no_number_is_refused_with_its_own_message() {
        assert_eq!(read("", CountryCode::NL), "error-phone-empty");
        assert_eq!(read("bel moeder", CountryCode::NL), "error-phone-characters");
        assert_eq!(read("12", CountryCode::NL), "error-phone-form");
        assert_eq!(read("0612345", CountryCode::NL), "error-phone-form");
        assert_eq!(read("+999 123456789", CountryCode::NL), "error-phone-form");
    }

    #[test]
    fn a_number_is_shown_nationally_at_home_and_internationally_abroad() {
        let number: PhoneNumber = "+31612345678".parse().unwrap();
        assert_eq!(number.formatted(CountryCode::NL), "06 12345678");
        assert_eq!(number.formatted(CountryCode::DE), "+31 6 12345678");
        assert_eq!(number.mask(), "••••••78");
        assert!(number.is_mobile());
        assert!(!"+31201234567".parse::<PhoneNumber>().unwrap().is_mobile());
    }

    proptest! {
        #[test]
        fn any_string_is_read_or_refused(text in "\\PC*|[+0-9 ()/-]{0,20}") {
            for country in [CountryCode::NL, CountryCode::DE, CountryCode::RU] {
                if let Ok(number) = PhoneNumber::parse(&text, country) {
                    prop_assert_eq!(PhoneNumber::parse(number.as_str(), country).unwrap(), number.clone());
                    prop_assert!(!number.formatted(country).is_empty());
                }
            }
        }
    }
}
