//! E-mail addresses.

use std::fmt;
use std::str::FromStr;

use crate::FieldError;

/// A deliverable e-mail address: the part before the @ as written, the domain in its lower-case ASCII form.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct EmailAddress(String);

impl EmailAddress {
    /// The address as mail programs need it.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The address as it is compared: two addresses that differ in case only are one.
    pub fn fold(&self) -> String {
        self.0.to_ascii_lowercase()
    }

    /// The part before the @.
    pub fn local(&self) -> &str {
        self.0.split_once('@').map_or("", |(local, _)| local)
    }

    /// The part after the @.
    pub fn domain(&self) -> &str {
        self.0.split_once('@').map_or("", |(_, domain)| domain)
    }

    /// The address as somebody who should recognise it may see it: `j•••@e•••.nl`.
    pub fn mask(&self) -> String {
        let first = |part: &str| part.chars().next().map(String::from).unwrap_or_default();
        let (host, top) = self.domain().rsplit_once('.').unwrap_or((self.domain(), ""));
        format!("{}•••@{}•••.{top}", first(self.local()), first(host))
    }
}

impl FromStr for EmailAddress {
    type Err = FieldError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let text = text.trim().trim_start_matches("mailto:").trim_matches(['<', '>']);
        if text.is_empty() {
            return Err(FieldError::new("error-email-empty"));
        }
        let wrong = |code| FieldError::new(code).with("value", shorten(text));
        if text
            .chars()
            .any(|c| c.is_whitespace() || c.is_control() || matches!(c, ',' | ';'))
        {
            return Err(wrong("error-email-one"));
        }
        let (local, domain) = text.rsplit_once('@').ok_or_else(|| wrong("error-email-at"))?;
        if !is_local(local) {
            return Err(wrong("error-email-local"));
        }
        let domain = if domain.is_ascii() {
            domain.to_ascii_lowercase()
        } else {
            idna::domain_to_ascii(domain).map_err(|_| wrong("error-email-domain"))?
        };
        if !is_domain(&domain) {
            return Err(wrong("error-email-domain"));
        }
        Ok(Self(format!("{local}@{domain}")))
    }
}

/// The dot-atom of RFC 5322 section 3.2.3, at most 64 characters (RFC 5321 section 4.5.3.1.1).
fn is_local(local: &str) -> bool {
    let is_atom_char = |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+-/=?^_`{|}~".contains(c);
    local.len() <= 64
        && local
            .split('.')
            .all(|atom| !atom.is_empty() && atom.chars().all(is_atom_char))
}

/// A host name of at least two labels whose last one is not a number.
fn is_domain(domain: &str) -> bool {
    let is_label = |label: &str| {
        (1..=63).contains(&label.len())
            && label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    let top = domain.rsplit('.').next().unwrap_or("");
    domain.len() <= 253
        && domain.contains('.')
        && domain.split('.').all(is_label)
        && top.len() >= 2
        && !top.bytes().all(|b| b.is_ascii_digit())
}

/// Enough of a refused value to recognise it by.
fn shorten(text: &str) -> String {
    if text.chars().count() > 60 {
        text.chars().take(60).chain(['…']).collect()
    } else {
        text.to_owned()
    }
}

impl TryFrom<String> for EmailAddress {
    type Error = FieldError;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<EmailAddress> for String {
    fn from(address: EmailAddress) -> Self {
        address.0
    }
}

impl fmt::Display for EmailAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

/// Masked, so that a debug line in a log shows nobody's address.
impl fmt::Debug for EmailAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "EmailAddress({})", self.mask())
    }
}

crate::text_column!(EmailAddress, as_str);

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn code(text: &str) -> String {
        text.parse::<EmailAddress>().unwrap_err().code.as_str().to_owned()
    }

    #[test]
    fn an_address_keeps_the_case_before_the_at_and_compares_without_it() {
        let address: EmailAddress = " <Jan.Jansen+apk@Example.NL> ".parse().unwrap();
        assert_eq!(address.as_str(), "Jan.Jansen+apk@example.nl");
        assert_eq!(address.fold(), "jan.jansen+apk@example.nl");
        assert_eq!(address.mask(), "J•••@e•••.nl");
        assert!(!format!("{address:?}").contains("Jansen"));
    }

    #[test]
    fn a_domain_with_umlauts_or_in_cyrillic_is_written_in_its_ascii_form() {
        assert_eq!(
            "info@müller.de".parse::<EmailAddress>().unwrap().domain(),
            "xn--mller-kva.de"
        );
        assert_eq!(
            "info@пример.рф".parse::<EmailAddress>().unwrap().domain(),
            "xn--e1afmkfd.xn--p1ai"
        );
    }

    #[test]
    fn each_mistake_has_its_own_message() {
        assert_eq!(code("  "), "error-email-empty");
        assert_eq!(code("jan.example.nl"), "error-email-at");
        assert_eq!(code("jan@a.nl, piet@b.nl"), "error-email-one");
        assert_eq!(code("jan jansen@example.nl"), "error-email-one");
        for bad in [
            "@example.nl",
            ".jan@example.nl",
            "jan..j@example.nl",
            "\"jan\"@example.nl",
            "ян@example.ru",
        ] {
            assert_eq!(code(bad), "error-email-local", "{bad}");
        }
        for bad in [
            "jan@example",
            "jan@-a.nl",
            "jan@a..nl",
            "jan@127.0.0.1",
            "jan@example.n",
            "jan@",
        ] {
            assert_eq!(code(bad), "error-email-domain", "{bad}");
        }
        assert_eq!(
            code(&format!("{}@example.nl", "a".repeat(65))),
            "error-email-local"
        );
    }

    proptest! {
        #[test]
        fn any_string_is_read_or_refused_and_what_is_read_reads_the_same_again(text in "\\PC*|[a-z.]{1,9}@[a-zü]{1,9}\\.[a-z]{2,3}") {
            if let Ok(address) = text.parse::<EmailAddress>() {
                prop_assert_eq!(address.as_str().parse::<EmailAddress>().unwrap(), address.clone());
                prop_assert!(address.mask().contains('@'));
            }
        }
    }
}
