//! The company as a document shows it: name, address, look.

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use serde::Serialize;
use serde_json::{Value, json};
use typst::foundations::Bytes;
use typst::visualize::{ExchangeFormat, RasterImage, SvgImage};

use crate::pictures::Pictures;
use crate::{RenderError, clean};

/// The company that a document comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sender {
    /// The name it trades under; stands where the logo would when there is none.
    pub name: String,
    /// The legal entity, the controller in the words of the GDPR.
    pub legal_name: String,
    /// Street, then postcode and town, then the country if the post needs it; one line each.
    pub address: Vec<String>,
    /// Numbers that the law wants on letters (chamber of commerce, VAT), with their names in the document's language.
    pub registration: Vec<Fact>,
    /// Telephone number as written for the reader.
    pub phone: Option<String>,
    /// E-mail address that is answered.
    pub email: Option<String>,
    /// Address of the company's pages, as shown (`jansen.example`).
    pub website: Option<String>,
    /// The company's colour.
    pub accent: Colour,
    /// The company's logo.
    pub logo: Option<Logo>,
}

/// A name and its value, in the document's language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Fact {
    /// What it is.
    pub label: String,
    /// Its value.
    pub value: String,
}

impl Fact {
    /// A fact from two texts.
    pub fn new(label: impl Into<String>, value: impl Into<String>) -> Self {
        Self {
            label: label.into(),
            value: value.into(),
        }
    }
}

impl Sender {
    pub(crate) fn check(&self) -> Result<(), RenderError> {
        require("sender.name", &self.name)?;
        require("sender.legal_name", &self.legal_name)?;
        at_most("sender.address", self.address.len(), 4)?;
        at_most("sender.registration", self.registration.len(), 6)
    }

    pub(crate) fn data(&self, pictures: &mut Pictures) -> Value {
        json!({
            "name": self.name,
            "legal_name": self.legal_name,
            "address": self.address,
            "registration": self.registration,
            "phone": self.phone,
            "email": self.email,
            "website": self.website,
            "accent": self.accent.to_string(),
            "accent_text": self.accent.readable_on_white().to_string(),
            "logo": self.logo.as_ref().map(|logo| pictures.logo(logo)),
        })
    }
}

/// A field of which something must be left when it is printed.
pub(crate) fn require(field: &'static str, text: &str) -> Result<(), RenderError> {
    if clean::blank(text) {
        Err(RenderError::Missing { field })
    } else {
        Ok(())
    }
}

/// A list or text with an upper bound.
pub(crate) fn at_most(field: &'static str, length: usize, max: usize) -> Result<(), RenderError> {
    if length > max {
        Err(RenderError::TooLong { field, max })
    } else {
        Ok(())
    }
}

/// A colour of three bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Colour {
    /// Red.
    pub red: u8,
    /// Green.
    pub green: u8,
    /// Blue.
    pub blue: u8,
}

impl Colour {
    /// The same hue, darkened until small text in it is readable on white paper (contrast 4.5, WCAG 2.2 success criterion 1.4.3).
    pub fn readable_on_white(self) -> Self {
        let mut colour = self;
        while 1.05 / (colour.luminance() + 0.05) < 4.5 {
            let darker = |channel: u8| u8::try_from(u16::from(channel) * 9 / 10).unwrap_or(0);
            colour = Self {
                red: darker(colour.red),
                green: darker(colour.green),
                blue: darker(colour.blue),
            };
        }
        colour
    }

    /// Relative luminance as WCAG defines it, 0 for black to 1 for white.
    fn luminance(self) -> f64 {
        let linear = |channel: u8| {
            let c = f64::from(channel) / 255.0;
            if c <= 0.04045 {
                c / 12.92
            } else {
                ((c + 0.055) / 1.055).powf(2.4)
            }
        };
        0.2126 * linear(self.red) + 0.7152 * linear(self.green) + 0.0722 * linear(self.blue)
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{:02x}{:02x}{:02x}", self.red, self.green, self.blue)
    }
}

/// The text is not a colour such as `#1f5fa8`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("«{0}» is not a colour such as #1f5fa8")]
pub struct NotAColour(pub String);

impl FromStr for Colour {
    type Err = NotAColour;

    fn from_str(text: &str) -> Result<Self, NotAColour> {
        let parse = || {
            let digits = text.strip_prefix('#').filter(|d| d.len() == 6 && d.is_ascii())?;
            let channel = |at: usize| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok();
            Some(Self {
                red: channel(0)?,
                green: channel(2)?,
                blue: channel(4)?,
            })
        };
        parse().ok_or_else(|| NotAColour(text.to_owned()))
    }
}

/// A company's logo, checked to be a picture that can be drawn. Cheap to clone.
#[derive(Clone, PartialEq, Eq)]
pub struct Logo {
    bytes: Arc<[u8]>,
    extension: &'static str,
}

impl Logo {
    /// The largest file, in bytes.
    pub const MAX_BYTES: usize = 1 << 20;
    /// The largest width and height of a PNG, in pixels.
    pub const MAX_PIXELS: u32 = 4_000;

    /// Reads a logo from the bytes of an SVG or PNG file.
    ///
    /// # Errors
    /// [`RenderError::Logo`] when it is neither, is damaged, or is larger than [`Logo::MAX_BYTES`] or [`Logo::MAX_PIXELS`].
    pub fn new(bytes: &[u8]) -> Result<Self, RenderError> {
        let refuse = |reason: &str| RenderError::Logo {
            reason: reason.to_owned(),
        };
        if bytes.len() > Self::MAX_BYTES {
            return Err(refuse("the file is larger than 1 MB"));
        }
        let content = Bytes::new(bytes.to_vec());
        let extension = if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
            // width and height stand in the file's first block; a bomb is refused before it is unpacked
            let side = |at: usize| {
                bytes
                    .get(at..at + 4)
                    .and_then(|b| b.try_into().ok())
                    .map(u32::from_be_bytes)
            };
            if [side(16), side(20)]
                .iter()
                .any(|side| !side.is_some_and(|n| (1..=Self::MAX_PIXELS).contains(&n)))
            {
                return Err(refuse("it is wider or higher than 4,000 pixels"));
            }
            RasterImage::plain(content, ExchangeFormat::Png)
                .map_err(|_| refuse("the PNG file is damaged"))?;
            "png"
        } else {
            SvgImage::new(content).map_err(|_| refuse("it is neither an SVG nor a PNG file"))?;
            "svg"
        };
        Ok(Self {
            bytes: bytes.into(),
            extension,
        })
    }

    pub(crate) fn bytes(&self) -> &Arc<[u8]> {
        &self.bytes
    }

    pub(crate) fn extension(&self) -> &'static str {
        self.extension
    }
}

impl fmt::Debug for Logo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Logo({} bytes of {})", self.bytes.len(), self.extension)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pale_company_colour_is_darkened_until_text_in_it_can_be_read() {
        let yellow: Colour = "#ffe800".parse().unwrap();
        let text = yellow.readable_on_white();
        assert!(1.05 / (text.luminance() + 0.05) >= 4.5);
        assert!(text.red > text.blue, "the hue stays");
        let blue: Colour = "#1f3f78".parse().unwrap();
        assert_eq!(blue.readable_on_white(), blue);
    }

    #[test]
    fn what_is_not_a_colour_is_refused() {
        for text in [
            "", "#", "#12345", "#1234567", "123456", "#12345g", "#é1234", "red",
        ] {
            assert!(text.parse::<Colour>().is_err(), "{text}");
        }
    }

    #[test]
    fn a_logo_is_an_svg_or_a_png_and_nothing_else() {
        assert!(Logo::new(b"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 4 4\"><path d=\"M0 0h4v4z\"/></svg>").is_ok());
        for bytes in [
            &b""[..],
            b"GIF89a",
            b"<html></html>",
            b"\x89PNG\r\n\x1a\n",
            b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01broken",
        ] {
            assert!(
                matches!(Logo::new(bytes), Err(RenderError::Logo { .. })),
                "{bytes:?}"
            );
        }
        let mut bomb = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
        bomb.extend(60_000_u32.to_be_bytes());
        bomb.extend(60_000_u32.to_be_bytes());
        assert_eq!(
            Logo::new(&bomb),
            Err(RenderError::Logo {
                reason: "it is wider or higher than 4,000 pixels".to_owned()
            })
        );
        assert!(Logo::new(&vec![b' '; Logo::MAX_BYTES + 1]).is_err());
    }
}
