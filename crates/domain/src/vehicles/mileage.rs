//! The reading of an odometer.

use std::fmt;
use std::str::FromStr;

use crate::FieldError;
use crate::people::clean;

/// What an odometer shows, in whole kilometres.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(try_from = "u32", into = "u32")]
pub struct Mileage(u32);

impl Mileage {
    /// More than any car has run, in kilometres.
    pub const MAX: u32 = 2_000_000;

    /// A reading in kilometres.
    pub fn new(kilometres: u32) -> Result<Self, FieldError> {
        if kilometres > Self::MAX {
            return Err(FieldError::new("error-mileage-high").with("max", Self::MAX));
        }
        Ok(Self(kilometres))
    }

    /// The kilometres.
    pub const fn kilometres(self) -> u32 {
        self.0
    }
}

/// Reads what people write: `123456`, `123.456 km`, `123 456`. Digit groups must be groups of three, and there is no fraction.
impl FromStr for Mileage {
    type Err = FieldError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let text = clean(text).to_lowercase();
        let text = text
            .trim_end_matches('.')
            .trim_end_matches("km")
            .trim_end_matches("км")
            .trim();
        if text.is_empty() {
            return Err(FieldError::new("error-mileage-empty"));
        }
        let wrong = || FieldError::new("error-mileage-form");
        let groups: Vec<&str> = text.split(['.', ',', ' ', '\'', '’']).collect();
        let (first, rest) = groups.split_first().ok_or_else(wrong)?;
        let whole = rest.is_empty() || first.len() <= 3;
        let grouped = rest.iter().all(|group| group.len() == 3);
        let dense = groups.concat();
        if !whole || !grouped || first.is_empty() || !dense.bytes().all(|b| b.is_ascii_digit()) {
            return Err(wrong());
        }
        let kilometres = if dense.len() > 9 {
            u32::MAX
        } else {
            dense.parse().map_err(|_| wrong())?
        };
        Self::new(kilometres)
    }
}

impl TryFrom<u32> for Mileage {
    type Error = FieldError;
    fn try_from(kilometres: u32) -> Result<Self, Self::Error> {
        Self::new(kilometres)
    }
}

impl From<Mileage> for u32 {
    fn from(mileage: Mileage) -> Self {
        mileage.0
    }
}

impl fmt::Display for Mileage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn kilometres_are_read_with_or_without_groups_and_unit() {
        for text in [
            "123456",
            "123.456",
            "123 456 km",
            "123,456",
            "123\u{a0}456 км",
            "123.456km.",
        ] {
            assert_eq!(text.parse::<Mileage>().unwrap().kilometres(), 123_456, "{text}");
        }
        let code = |text: &str| text.parse::<Mileage>().unwrap_err().code.to_string();
        assert_eq!(code(""), "error-mileage-empty");
        for bad in ["-5", "12,5", "1234.567", "12.34.567", "veel", "0x10", ".123"] {
            assert_eq!(code(bad), "error-mileage-form", "{bad}");
        }
        assert_eq!(code("2000001"), "error-mileage-high");
        assert_eq!(code("99999999999"), "error-mileage-high");
        assert_eq!("2000000".parse::<Mileage>().unwrap().kilometres(), Mileage::MAX);
    }

    proptest! {
        #[test]
        fn any_string_is_read_or_refused_and_what_is_read_reads_the_same_again(text in "\\PC*|[0-9 .,km]{0,14}") {
            if let Ok(mileage) = text.parse::<Mileage>() {
                prop_assert_eq!(mileage.to_string().parse::<Mileage>().unwrap(), mileage);
            }
        }
    }
}
