//! Countries by their ISO 3166-1 code.

use std::fmt;
use std::str::FromStr;

use crate::people::fold;
use crate::{FieldError, Language, Texts};

/// A country, by its two-letter ISO 3166-1 code.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CountryCode(&'static str);

/// The assigned two-letter codes (ISO 3166-1), in order.
const ASSIGNED: [&str; 249] = [
    "AD", "AE", "AF", "AG", "AI", "AL", "AM", "AO", "AQ", "AR", "AS", "AT", "AU", "AW", "AX", "AZ", "BA",
    "BB", "BD", "BE", "BF", "BG", "BH", "BI", "BJ", "BL", "BM", "BN", "BO", "BQ", "BR", "BS", "BT", "BV",
    "BW", "BY", "BZ", "CA", "CC", "CD", "CF", "CG", "CH", "CI", "CK", "CL", "CM", "CN", "CO", "CR", "CU",
    "CV", "CW", "CX", "CY", "CZ", "DE", "DJ", "DK", "DM", "DO", "DZ", "EC", "EE", "EG", "EH", "ER", "ES",
    "ET", "FI", "FJ", "FK", "FM", "FO", "FR", "GA", "GB", "GD", "GE", "GF", "GG", "GH", "GI", "GL", "GM",
    "GN", "GP", "GQ", "GR", "GS", "GT", "GU", "GW", "GY", "HK", "HM", "HN", "HR", "HT", "HU", "ID", "IE",
    "IL", "IM", "IN", "IO", "IQ", "IR", "IS", "IT", "JE", "JM", "JO", "JP", "KE", "KG", "KH", "KI", "KM",
    "KN", "KP", "KR", "KW", "KY", "KZ", "LA", "LB", "LC", "LI", "LK", "LR", "LS", "LT", "LU", "LV", "LY",
    "MA", "MC", "MD", "ME", "MF", "MG", "MH", "MK", "ML", "MM", "MN", "MO", "MP", "MQ", "MR", "MS", "MT",
    "MU", "MV", "MW", "MX", "MY", "MZ", "NA", "NC", "NE", "NF", "NG", "NI", "NL", "NO", "NP", "NR", "NU",
    "NZ", "OM", "PA", "PE", "PF", "PG", "PH", "PK", "PL", "PM", "PN", "PR", "PS", "PT", "PW", "PY", "QA",
    "RE", "RO", "RS", "RU", "RW", "SA", "SB", "SC", "SD", "SE", "SG", "SH", "SI", "SJ", "SK", "SL", "SM",
    "SN", "SO", "SR", "SS", "ST", "SV", "SX", "SY", "SZ", "TC", "TD", "TF", "TG", "TH", "TJ", "TK", "TL",
    "TM", "TN", "TO", "TR", "TT", "TV", "TW", "TZ", "UA", "UG", "UM", "US", "UY", "UZ", "VA", "VC", "VE",
    "VG", "VI", "VN", "VU", "WF", "WS", "YE", "YT", "ZA", "ZM", "ZW",
];

/// Countries offered in forms, with a name in every language; the neighbourhood of the companies we serve.
const NAMED: [&str; 40] = [
    "AT", "BE", "BG", "BY", "CH", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GB", "GE", "GR", "HR",
    "HU", "IE", "IS", "IT", "KZ", "LI", "LT", "LU", "LV", "MA", "MC", "MT", "NL", "NO", "PL", "PT", "RO",
    "RU", "SE", "SI", "SK", "TR", "UA",
];

/// What old files write instead of the code: signs on cars, three-letter codes.
const ALIASES: [(&str, &str); 28] = [
    ("a", "AT"),
    ("aut", "AT"),
    ("b", "BE"),
    ("bel", "BE"),
    ("d", "DE"),
    ("deu", "DE"),
    ("ger", "DE"),
    ("brd", "DE"),
    ("f", "FR"),
    ("fra", "FR"),
    ("holland", "NL"),
    ("nld", "NL"),
    ("ned", "NL"),
    ("nederlands", "NL"),
    ("rus", "RU"),
    ("rf", "RU"),
    ("рф", "RU"),
    ("lux", "LU"),
    ("l", "LU"),
    ("pol", "PL"),
    ("ita", "IT"),
    ("i", "IT"),
    ("e", "ES"),
    ("esp", "ES"),
    ("che", "CH"),
    ("uk", "GB"),
    ("gbr", "GB"),
    ("usa", "US"),
];

impl CountryCode {
    /// The Netherlands.
    pub const NL: Self = Self("NL");
    /// Germany.
    pub const DE: Self = Self("DE");
    /// Belgium.
    pub const BE: Self = Self("BE");
    /// France.
    pub const FR: Self = Self("FR");
    /// Austria.
    pub const AT: Self = Self("AT");
    /// Russia.
    pub const RU: Self = Self("RU");

    /// The code, upper case.
    pub const fn as_str(self) -> &'static str {
        self.0
    }

    /// The countries a form offers.
    pub fn offered() -> impl Iterator<Item = Self> {
        NAMED.into_iter().map(Self)
    }

    /// Every assigned country code.
    pub fn all() -> impl Iterator<Item = Self> {
        ASSIGNED.into_iter().map(Self)
    }

    /// The country's name in a language; its code when we have no name for it.
    pub fn name(self, texts: &Texts) -> String {
        if NAMED.contains(&self.0) {
            texts.choice("country", &self.0.to_ascii_lowercase())
        } else {
            self.0.to_owned()
        }
    }

    /// Reads what people and files write: a code of two or three letters, a sign as on cars, a name in any of our languages.
    pub fn recognise(text: &str) -> Result<Self, FieldError> {
        let text = text.trim();
        if let Ok(code) = text.to_uppercase().parse() {
            return Ok(code);
        }
        let folded = fold(text);
        if let Some((_, code)) = ALIASES.iter().find(|(alias, _)| *alias == folded) {
            return Ok(Self(code));
        }
        Self::offered()
            .find(|country| {
                Language::ALL
                    .iter()
                    .any(|&language| fold(&country.name(&Texts::new(language))) == folded)
            })
            .ok_or_else(|| FieldError::new("error-country-unknown").with("value", text.to_owned()))
    }
}

impl FromStr for CountryCode {
    type Err = FieldError;

    fn from_str(code: &str) -> Result<Self, Self::Err> {
        match ASSIGNED.binary_search(&code) {
            Ok(at) => Ok(Self(ASSIGNED[at])),
            Err(_) => Err(FieldError::new("error-country-unknown").with("value", code.to_owned())),
        }
    }
}

impl fmt::Display for CountryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.0)
    }
}

impl fmt::Debug for CountryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

impl serde::Serialize for CountryCode {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.0)
    }
}

impl<'de> serde::Deserialize<'de> for CountryCode {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <std::borrow::Cow<'de, str> as serde::Deserialize>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

crate::text_column!(CountryCode, as_str);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_are_in_order_and_name_only_assigned_codes() {
        assert!(ASSIGNED.is_sorted());
        assert!(
            NAMED
                .iter()
                .chain(ALIASES.iter().map(|(_, code)| code))
                .all(|code| ASSIGNED.contains(code))
        );
    }

    #[test]
    fn every_offered_country_has_a_name_in_every_language() {
        for country in CountryCode::offered() {
            for &language in Language::ALL {
                let name = country.name(&Texts::new(language));
                assert!(
                    !name.to_lowercase().starts_with("country"),
                    "{country} in {language}: {name}"
                );
            }
        }
    }

    #[test]
    fn a_country_is_recognised_by_code_sign_or_name_in_any_language() {
        for (written, code) in [
            ("nl", "NL"),
            (" Nederland ", "NL"),
            ("Niederlande", "NL"),
            ("the Netherlands", "NL"),
            ("Holland", "NL"),
            ("D", "DE"),
            ("DEUTSCHLAND", "DE"),
            ("Österreich", "AT"),
            ("osterreich", "AT"),
            ("Россия", "RU"),
            ("Бельгия", "BE"),
            ("France", "FR"),
            ("us", "US"),
        ] {
            assert_eq!(
                CountryCode::recognise(written).unwrap().as_str(),
                code,
                "{written}"
            );
        }
        assert!(CountryCode::recognise("Utopia").is_err());
        assert!(CountryCode::recognise("").is_err());
    }
}
