//! Postal addresses: what each country asks for, and how they stand on an envelope.

use super::postcode::{is_known, postcode};
use super::{fold, line};
use crate::country::CountryCode;
use crate::i18n::FieldErrors;
use crate::{FieldError, Texts};

/// A postal address of the country it names.
#[derive(Clone, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub struct PostalAddress {
    /// Street, or the words of a post-office box.
    pub street: String,
    /// House number with its letter: `12a`.
    pub house_number: Option<String>,
    /// What follows the number: a floor, a flat, `bis`.
    pub addition: Option<String>,
    /// Postcode as the country writes it.
    pub postcode: String,
    /// Place.
    pub city: String,
    /// Region or district, where people write one.
    pub region: Option<String>,
    /// Country.
    pub country: CountryCode,
}

/// An address as a form or a file gives it.
#[derive(Debug, Clone, Copy)]
pub struct AddressInput<'a> {
    /// Street; with the house number behind it when that has no field of its own.
    pub street: &'a str,
    /// House number.
    pub house_number: &'a str,
    /// Addition.
    pub addition: &'a str,
    /// Postcode.
    pub postcode: &'a str,
    /// Place.
    pub city: &'a str,
    /// Region.
    pub region: &'a str,
    /// Country.
    pub country: CountryCode,
}

impl<'a> AddressInput<'a> {
    /// Nothing filled in yet, in a country.
    pub const fn empty(country: CountryCode) -> AddressInput<'a> {
        AddressInput {
            street: "",
            house_number: "",
            addition: "",
            postcode: "",
            city: "",
            region: "",
            country,
        }
    }
}

impl PostalAddress {
    /// Reads an address. The errors carry the names of the fields of [`AddressInput`].
    pub fn parse(input: AddressInput<'_>) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::none();
        let required = |read: Result<Option<String>, FieldError>, code| {
            read.and_then(|v| v.ok_or(FieldError::new(code)))
        };
        let street = errors.take("street", required(line(input.street, 80), "error-street-empty"));
        let house_number = errors
            .take("house_number", line(input.house_number, 12))
            .flatten();
        let mut addition = errors.take("addition", line(input.addition, 40)).flatten();
        let postcode = errors.take("postcode", postcode(input.postcode, input.country));
        let city = errors.take("city", required(line(input.city, 80), "error-city-empty"));
        let region = errors.take("region", line(input.region, 80)).flatten();
        let (street, house_number) = match (street, house_number) {
            (Some(street), None) => {
                let (street, number, rest) = split_street(&street);
                addition = addition.or(rest);
                (Some(street), number)
            }
            given => given,
        };
        match &house_number {
            None if street.is_some() && needs_house_number(input.country) => {
                errors.push("house_number", FieldError::new("error-house-number-empty"));
            }
            Some(number) if !number.chars().any(|c| c.is_ascii_digit()) => {
                errors.push("house_number", FieldError::new("error-house-number-form"));
            }
            _ => {}
        }
        let (Some(street), Some(postcode), Some(city)) = (street, postcode, city) else {
            return Err(errors);
        };
        errors.or(Self {
            street,
            house_number,
            addition,
            postcode,
            city,
            region,
            country: input.country,
        })
    }

    /// The address as it is compared: the same house gives the same key, however it was typed.
    pub fn key(&self) -> String {
        let parts = [
            self.country.as_str(),
            &self.postcode,
            &self.city,
            &self.street,
            self.house_number.as_deref().unwrap_or(""),
            self.addition.as_deref().unwrap_or(""),
        ];
        // in the Netherlands postcode and number say it all, and places have several spellings
        let parts = if self.country == CountryCode::NL {
            [parts[0], parts[1], "", "", parts[4], parts[5]]
        } else {
            parts
        };
        parts
            .map(|part| {
                fold(part)
                    .chars()
                    .filter(|c| c.is_alphanumeric())
                    .collect::<String>()
            })
            .join("|")
    }

    /// Street and number in the country's order.
    pub fn street_line(&self) -> String {
        let number = self.house_number.as_deref();
        let parts = match self.country {
            CountryCode::FR => [number, self.addition.as_deref(), Some(self.street.as_str())],
            _ => [Some(self.street.as_str()), number, self.addition.as_deref()],
        };
        let comma = self.country == CountryCode::RU;
        parts
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(if comma { ", " } else { " " })
    }

    /// Postcode and place in the country's order.
    pub fn city_line(&self) -> String {
        match self.country {
            CountryCode::NL => format!("{}  {}", self.postcode, self.city),
            CountryCode::RU => format!("{}, {}", self.city, self.postcode),
            _ => format!("{} {}", self.postcode, self.city),
        }
    }

    /// The lines under the name in the window of an envelope posted in `from`; the country, in capitals, only when it is another one.
    pub fn lines(&self, from: CountryCode, texts: &Texts) -> Vec<String> {
        let mut lines = vec![self.street_line()];
        match (&self.region, self.country) {
            (Some(region), CountryCode::RU) => {
                lines.extend([self.city.clone(), region.clone(), self.postcode.clone()]);
            }
            (Some(region), country) if !is_known(country) => lines.extend([self.city_line(), region.clone()]),
            (None, CountryCode::RU) => lines.extend([self.city.clone(), self.postcode.clone()]),
            _ => lines.push(self.city_line_in_capitals()),
        }
        if self.country != from {
            lines.push(self.country.name(texts).to_uppercase());
        }
        lines
    }

    /// The whole address on one line, for pages.
    pub fn one_line(&self) -> String {
        format!("{}, {}", self.street_line(), self.city_line().replace("  ", " "))
    }

    /// The posts of the Netherlands and France ask for the place in capitals.
    fn city_line_in_capitals(&self) -> String {
        match self.country {
            CountryCode::NL | CountryCode::FR => self.city_line().to_uppercase(),
            _ => self.city_line(),
        }
    }
}

/// Says where roughly and not whose door, so that a debug line in a log shows no address.
impl std::fmt::Debug for PostalAddress {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "PostalAddress({}…)", self.country)
    }
}

fn needs_house_number(country: CountryCode) -> bool {
    is_known(country) && country != CountryCode::FR && country != CountryCode::RU
}

/// Separates a house number and what follows it from the end of a street line: `Dorpsstraat 12a hs` gives `Dorpsstraat`, `12a`, `hs`.
/// A line without a number at its end stays whole.
pub fn split_street(text: &str) -> (String, Option<String>, Option<String>) {
    let words: Vec<&str> = text.split_whitespace().collect();
    // a number in the first word belongs to the name («2e Dwarsstraat», «12 rue…»)
    let at = words
        .iter()
        .rposition(|word| word.starts_with(|c: char| c.is_ascii_digit()))
        .filter(|&at| at > 0);
    let Some(mut at) = at else {
        return (words.join(" "), None, None);
    };
    // «12 2e etage»: the number is the first of several in a row
    while at > 1 && words[at - 1].starts_with(|c: char| c.is_ascii_digit()) && !words[at - 1].ends_with('.') {
        at -= 1;
    }
    let (street, rest) = words.split_at(at);
    let number = rest[0].trim_end_matches(',');
    let after = rest[1..].join(" ");
    let fits = number.chars().count() <= 12 && after.chars().count() <= 12;
    if !fits {
        return (words.join(" "), None, None);
    }
    let street = street.join(" ");
    (
        street.trim_end_matches(',').to_owned(),
        Some(number.to_owned()),
        (!after.is_empty()).then_some(after),
    )
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::Language;

    fn address(
        street: &str,
        number: &str,
        postcode: &str,
        city: &str,
        country: CountryCode,
    ) -> PostalAddress {
        let input = AddressInput {
            street,
            house_number: number,
            postcode,
            city,
            ..AddressInput::empty(country)
        };
        PostalAddress::parse(input).unwrap()
    }

    #[test]
    fn a_house_number_behind_the_street_is_found() {
        let split = |text| {
            let (street, number, addition) = split_street(text);
            (street, number.unwrap_or_default(), addition.unwrap_or_default())
        };
        let expect = |a: &str, b: &str, c: &str| (a.to_owned(), b.to_owned(), c.to_owned());
        assert_eq!(split("Dorpsstraat 12a hs"), expect("Dorpsstraat", "12a", "hs"));
        assert_eq!(
            split("Straße des 17. Juni 135"),
            expect("Straße des 17. Juni", "135", "")
        );
        assert_eq!(split("2e Dwarsstraat"), expect("2e Dwarsstraat", "", ""));
        assert_eq!(
            split("Dorpsstraat 12 2e etage"),
            expect("Dorpsstraat", "12", "2e etage")
        );
        assert_eq!(split("Plein 1940"), expect("Plein", "1940", ""));
    }

    #[test]
    fn every_missing_part_is_named() {
        let errors = PostalAddress::parse(AddressInput::empty(CountryCode::NL)).unwrap_err();
        let fields: Vec<&str> = errors.iter().map(|(field, _)| field).collect();
        assert_eq!(fields, ["street", "postcode", "city"]);
        let input = AddressInput {
            street: "Dorpsstraat",
            postcode: "1234AB",
            city: "Ons Dorp",
            ..AddressInput::empty(CountryCode::NL)
        };
        assert!(
            PostalAddress::parse(input)
                .unwrap_err()
                .get("house_number")
                .is_some()
        );
        assert!(
            PostalAddress::parse(AddressInput {
                postcode: "75001",
                country: CountryCode::FR,
                ..input
            })
            .is_ok()
        );
    }

    #[test]
    fn an_envelope_carries_the_lines_its_post_wants() {
        let texts = Texts::new(Language::Nl);
        let dutch = address("Dorpsstraat", "12", "1234ab", "Ons Dorp", CountryCode::NL);
        assert_eq!(
            dutch.lines(CountryCode::NL, &texts),
            ["Dorpsstraat 12", "1234 AB  ONS DORP"]
        );
        let german = address("Lindenallee", "5", "80331", "München", CountryCode::DE);
        assert_eq!(
            german.lines(CountryCode::NL, &texts),
            ["Lindenallee 5", "80331 München", "DUITSLAND"]
        );
        let french = address("rue des Lilas", "7", "75001", "Paris", CountryCode::FR);
        assert_eq!(french.street_line(), "7 rue des Lilas");
        let russian = address("ул. Садовая", "д. 5", "101000", "Москва", CountryCode::RU);
        assert_eq!(
            russian.lines(CountryCode::RU, &texts),
            ["ул. Садовая, д. 5", "Москва", "101000"]
        );
    }

    #[test]
    fn the_same_dutch_house_has_the_same_key_however_it_was_typed() {
        let a = address("Dorpsstraat", "12a", "1234 AB", "Ons Dorp", CountryCode::NL);
        let b = address("DORPSSTR.", "12 A", "1234ab", "ONS  DORP", CountryCode::NL);
        assert_eq!(a.key(), b.key());
        assert_ne!(
            a.key(),
            address("Dorpsstraat", "14", "1234 AB", "Ons Dorp", CountryCode::NL).key()
        );
    }

    proptest! {
        #[test]
        fn any_strings_are_read_or_refused_and_what_is_read_reads_the_same_again(
            street in "\\PC{0,30}|[a-z]{3,9} [0-9]{1,3} ?[a-z]?", postcode in "\\PC{0,10}|[1-9][0-9]{3} ?[a-z]{2}|[0-9]{4,6}", city in "\\PC{0,20}|[a-z]{3,9}"
        ) {
            for code in ["NL", "DE", "BE", "FR", "AT", "RU", "GB"] {
                let country: CountryCode = code.parse().unwrap();
                let input = AddressInput { street: &street, postcode: &postcode, city: &city, ..AddressInput::empty(country) };
                if let Ok(read) = PostalAddress::parse(input) {
                    let again = PostalAddress::parse(AddressInput {
                        street: &read.street,
                        house_number: read.house_number.as_deref().unwrap_or(""),
                        addition: read.addition.as_deref().unwrap_or(""),
                        postcode: &read.postcode,
                        city: &read.city,
                        region: "",
                        country,
                    });
                    prop_assert_eq!(again.unwrap(), read);
                }
            }
        }
    }
}
