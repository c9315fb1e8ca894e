//! The company as its messages show it.

use carport_domain::company::Colour;

/// Everything a message says about its sender. The law wants most of it (STANDARDS on what must be in a message).
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Sender {
    /// The name people know.
    pub name: String,
    /// The legal entity's name.
    pub legal_name: String,
    /// The postal address, one line each.
    pub address: Vec<String>,
    /// Registration and tax numbers, each with its name in the message's language: «KvK», «12345678».
    pub registration: Vec<(String, String)>,
    /// The telephone number as written for the reader.
    pub phone: Option<String>,
    /// An address that is answered.
    pub email: Option<String>,
    /// The company's site or pages, `https:`.
    pub website: String,
    /// What is done with personal data, `https:`.
    pub privacy_url: String,
    /// The company's colour.
    pub brand: Colour,
    /// Roundness of corners in pixels.
    pub radius: u8,
    /// The logo, if mail may show one.
    pub logo: Option<Logo>,
    /// Whether plates are yellow, as in the Netherlands, or white.
    pub yellow_plates: bool,
}

/// A logo that mail programs fetch.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Logo {
    /// Its address, `https:`.
    pub url: String,
    /// The width it is shown at, in pixels.
    pub width: u16,
}
