//! What invented people and cars are made of: the lists under `data/`, one per country.

use carport_domain::text_enum;
use serde::Deserialize;

text_enum! {
    /// The countries whose people can be invented.
    pub enum Country {
        /// The Netherlands.
        Nl = "NL",
        /// Germany.
        De = "DE",
        /// Russia.
        Ru = "RU",
        /// Great Britain.
        Gb = "GB",
    }
}

/// The lists of one country.
#[derive(Debug, Deserialize)]
pub struct Material {
    /// First names of men.
    pub men: Vec<String>,
    /// First names of women.
    pub women: Vec<String>,
    /// Stems of patronymics, where people have one.
    #[serde(default)]
    pub patronymics: Vec<String>,
    /// Family names, with what stands before them.
    pub families: Vec<String>,
    /// Trades that firms are named by.
    pub firms: Vec<String>,
    /// Legal forms of firms.
    pub firm_forms: Vec<String>,
    /// Streets.
    pub streets: Vec<String>,
    /// Places with their first and last postcode.
    pub cities: Vec<(String, u64, u64)>,
    /// Mail domains, all reserved for examples (RFC 2606).
    pub mail: Vec<String>,
    /// What a workshop does.
    pub works: Vec<String>,
    /// Who receives the customers.
    pub advisors: Vec<String>,
    /// A wording of consent.
    pub wording: String,
    /// Where consent was given.
    pub origins: Vec<String>,
}

/// One invented make.
#[derive(Debug, Deserialize)]
pub struct Make {
    /// Its name.
    pub name: String,
    /// The first three signs of its identification numbers.
    pub wmi: String,
    /// Models with body and fuel.
    pub models: Vec<(String, String, String)>,
}

#[derive(Deserialize)]
struct Cars {
    makes: Vec<Make>,
}

impl Material {
    /// The shipped lists of a country.
    pub fn of(country: Country) -> Self {
        let text = match country {
            Country::Nl => include_str!("../../data/nl.toml"),
            Country::De => include_str!("../../data/de.toml"),
            Country::Ru => include_str!("../../data/ru.toml"),
            Country::Gb => include_str!("../../data/gb.toml"),
        };
        toml::from_str(text).expect("the shipped lists are read by a test")
    }
}

/// The shipped makes.
pub fn makes() -> Vec<Make> {
    let cars: Cars =
        toml::from_str(include_str!("../../data/cars.toml")).expect("the shipped list is read by a test");
    cars.makes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_lists_can_be_read_and_name_no_mailbox_that_could_exist() {
        for &country in Country::ALL {
            let material = Material::of(country);
            assert!(
                material.mail.iter().all(|domain| domain.ends_with(".example")),
                "{country}"
            );
            assert_eq!(material.patronymics.is_empty(), country != Country::Ru);
        }
        assert!(
            makes()
                .iter()
                .all(|make| make.wmi.len() == 3 && !make.models.is_empty())
        );
    }
}
