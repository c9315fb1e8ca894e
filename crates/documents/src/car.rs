//! A car as paper shows it, its plate drawn as the country draws it.

use serde::Serialize;

use crate::sender::at_most;
use crate::{Fact, RenderError};

/// A car: its plate drawn as the country draws it, its name, facts.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Car {
    /// Its plate.
    pub plate: Option<Plate>,
    /// Make and model.
    pub name: String,
    /// What else to know; at most six.
    pub facts: Vec<Fact>,
}

/// A licence plate.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(into = "DrawnPlate")]
pub struct Plate {
    /// ISO 3166-1 code of the country, which decides the colours: NL yellow, RU with its region apart, others white.
    pub country: String,
    /// The plate as it is written on the car: `G-482-XK`, `B LX 2041`, `А 123 ВС 777`.
    pub text: String,
}

/// A plate as the template draws it.
#[derive(Serialize)]
struct DrawnPlate {
    country: String,
    /// The letters on the blue band.
    band: &'static str,
    text: String,
    region: Option<String>,
}

/// Countries whose plates carry the European band, with the letters on it.
const BAND: [(&str, &str); 32] = [
    ("AT", "A"),
    ("BE", "B"),
    ("BG", "BG"),
    ("CY", "CY"),
    ("CZ", "CZ"),
    ("DE", "D"),
    ("DK", "DK"),
    ("EE", "EST"),
    ("ES", "E"),
    ("FI", "FIN"),
    ("FR", "F"),
    ("GR", "GR"),
    ("HR", "HR"),
    ("HU", "H"),
    ("IE", "IRL"),
    ("IT", "I"),
    ("LT", "LT"),
    ("LU", "L"),
    ("LV", "LV"),
    ("MT", "M"),
    ("NL", "NL"),
    ("PL", "PL"),
    ("PT", "P"),
    ("RO", "RO"),
    ("SE", "S"),
    ("SI", "SLO"),
    ("SK", "SK"),
    ("IS", "IS"),
    ("NO", "N"),
    ("UA", "UA"),
    ("GB", "UK"),
    ("MC", "MC"),
];

impl From<Plate> for DrawnPlate {
    fn from(plate: Plate) -> Self {
        let band = BAND
            .iter()
            .find(|(country, _)| *country == plate.country)
            .map_or("", |(_, letters)| letters);
        let (text, region) = match plate.country.as_str() {
            "RU" => split_region(&plate.text),
            _ => (plate.text, None),
        };
        Self {
            country: plate.country,
            band,
            text,
            region,
        }
    }
}

/// A Russian plate ends in its region, two or three digits after the last letters.
fn split_region(text: &str) -> (String, Option<String>) {
    let main = text.trim_end_matches(|c: char| c.is_ascii_digit());
    let region = &text[main.len()..];
    if (2..=3).contains(&region.len()) && main.trim_end().chars().last().is_some_and(char::is_alphabetic) {
        (main.trim_end().to_owned(), Some(region.to_owned()))
    } else {
        (text.to_owned(), None)
    }
}

impl Car {
    pub(crate) fn check(&self) -> Result<(), RenderError> {
        at_most("car.facts", self.facts.len(), 6)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_russian_plate_shows_its_region_apart() {
        assert_eq!(
            split_region("А 123 ВС 777"),
            ("А 123 ВС".to_owned(), Some("777".to_owned()))
        );
        assert_eq!(
            split_region("А123ВС77"),
            ("А123ВС".to_owned(), Some("77".to_owned()))
        );
        for odd in ["", "1234", "А123ВС", "А123ВС7", "А123ВС7777"] {
            assert_eq!(split_region(odd), (odd.to_owned(), None));
        }
    }
}
