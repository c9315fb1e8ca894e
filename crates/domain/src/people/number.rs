//! The number under which the dealer management system knows a customer.

use std::fmt;
use std::str::FromStr;

use super::clean;
use crate::FieldError;

/// A customer number as the dealer writes it; leading zeros count. It finds a customer and proves nothing (DESIGN decision 1).
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct CustomerNumber(String);

/// The longest customer number, in characters.
const MAX: usize = 30;

impl CustomerNumber {
    /// The number as written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The number as it is compared: upper case, letters and digits only.
    pub fn key(&self) -> String {
        self.0
            .chars()
            .filter(|c| c.is_alphanumeric())
            .flat_map(char::to_uppercase)
            .collect()
    }
}

impl FromStr for CustomerNumber {
    type Err = FieldError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let text = clean(text);
        if text.is_empty() {
            return Err(FieldError::new("error-customer-number-empty"));
        }
        let allowed = |c: char| c.is_alphanumeric() || matches!(c, ' ' | '-' | '.' | '/' | '_');
        if text.chars().count() > MAX
            || !text.chars().all(allowed)
            || !text.chars().any(char::is_alphanumeric)
        {
            return Err(FieldError::new("error-customer-number-form").with("max", MAX));
        }
        Ok(Self(text))
    }
}

impl TryFrom<String> for CustomerNumber {
    type Error = FieldError;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<CustomerNumber> for String {
    fn from(number: CustomerNumber) -> Self {
        number.0
    }
}

impl fmt::Display for CustomerNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl fmt::Debug for CustomerNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("CustomerNumber(…)")
    }
}

crate::text_column!(CustomerNumber, as_str);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_customer_number_keeps_its_zeros_and_is_compared_without_punctuation() {
        let number: CustomerNumber = " 00-12.34 ".parse().unwrap();
        assert_eq!(number.as_str(), "00-12.34");
        assert_eq!(number.key(), "001234");
        assert_eq!("k1234".parse::<CustomerNumber>().unwrap().key(), "K1234");
    }

    #[test]
    fn what_cannot_be_a_customer_number_is_refused_with_a_way_out() {
        assert_eq!(
            "".parse::<CustomerNumber>().unwrap_err().code.as_str(),
            "error-customer-number-empty"
        );
        for bad in ["<b>", "---", "12;34", &"9".repeat(31)] {
            assert_eq!(
                bad.parse::<CustomerNumber>().unwrap_err().code.as_str(),
                "error-customer-number-form"
            );
        }
    }
}
