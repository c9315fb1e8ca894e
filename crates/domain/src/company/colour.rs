//! Colours and whether people can read them (WCAG 2.2, success criterion 1.4.3).

use std::fmt;
use std::str::FromStr;

use crate::FieldError;

/// A colour in sRGB.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Colour {
    /// Red, green and blue.
    pub rgb: [u8; 3],
}

impl Colour {
    /// White.
    pub const WHITE: Self = Self { rgb: [255; 3] };
    /// Black.
    pub const BLACK: Self = Self { rgb: [0; 3] };

    /// The relative luminance of WCAG 2.2, 0 for black to 1 for white.
    pub fn luminance(self) -> f64 {
        let [r, g, b] = self.rgb.map(|channel| {
            let value = f64::from(channel) / 255.0;
            if value <= 0.04045 {
                value / 12.92
            } else {
                ((value + 0.055) / 1.055).powf(2.4)
            }
        });
        0.2126 * r + 0.7152 * g + 0.0722 * b
    }

    /// A mixture with another colour; `share` is the other's, in hundredths.
    fn mixed(self, other: Self, share: u16) -> Self {
        let mut rgb = self.rgb;
        for (own, other) in rgb.iter_mut().zip(other.rgb) {
            let sum = u16::from(*own) * (100 - share) + u16::from(other) * share;
            *own = u8::try_from((sum + 50) / 100).unwrap_or(u8::MAX);
        }
        Self { rgb }
    }

    /// This colour moved towards black or white just as far as text on `ground` needs for a contrast.
    /// The hue stays recognisable; a colour that suffices stays itself.
    pub fn as_text_on(self, ground: Self, contrast: f64) -> Self {
        let end = if ground.luminance() > 0.18 {
            Self::BLACK
        } else {
            Self::WHITE
        };
        (0..=100)
            .map(|share| self.mixed(end, share))
            .find(|c| contrast_ratio(*c, ground) >= contrast)
            .unwrap_or(end)
    }
}

/// The contrast of two colours, from 1 (none) to 21 (black and white).
pub fn contrast_ratio(a: Colour, b: Colour) -> f64 {
    let (a, b) = (a.luminance(), b.luminance());
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// White or black, whichever reads on a ground; white when both do, since it looks calmer on a colour. One of them always reaches 4.5.
pub fn readable_on(ground: Colour) -> Colour {
    if contrast_ratio(Colour::WHITE, ground) >= 4.5 {
        Colour::WHITE
    } else {
        Colour::BLACK
    }
}

impl FromStr for Colour {
    type Err = FieldError;

    /// `#35506b` or `#356`, with or without the sign.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let wrong = || FieldError::new("error-colour-form");
        let digits = text.trim().trim_start_matches('#');
        if !digits.bytes().all(|b| b.is_ascii_hexdigit()) {
            return Err(wrong());
        }
        let value = u32::from_str_radix(digits, 16).map_err(|_| wrong())?;
        let [_, r, g, b] = value.to_be_bytes();
        match digits.len() {
            6 => Ok(Self { rgb: [r, g, b] }),
            3 => Ok(Self {
                rgb: [(g & 15) * 17, (b >> 4) * 17, (b & 15) * 17],
            }),
            _ => Err(wrong()),
        }
    }
}

impl TryFrom<String> for Colour {
    type Error = FieldError;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<Colour> for String {
    fn from(colour: Colour) -> Self {
        colour.to_string()
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [r, g, b] = self.rgb;
        write!(f, "#{r:02x}{g:02x}{b:02x}")
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn colour(text: &str) -> Colour {
        text.parse().unwrap()
    }

    #[test]
    fn the_contrast_is_that_of_the_guidelines() {
        assert!((contrast_ratio(Colour::BLACK, Colour::WHITE) - 21.0).abs() < 0.001);
        // the well-known lightest grey that still reads on white
        assert!(contrast_ratio(colour("#767676"), Colour::WHITE) >= 4.5);
        assert!(contrast_ratio(colour("#777777"), Colour::WHITE) < 4.5);
    }

    #[test]
    fn colours_are_written_in_six_or_three_digits() {
        assert_eq!(colour("#1a2").to_string(), "#11aa22");
        assert_eq!(colour(" FFCC00 ").to_string(), "#ffcc00");
        for bad in ["", "#", "#12345", "red", "#gggggg", "#+12345", "#1234567"] {
            assert!(bad.parse::<Colour>().is_err(), "{bad}");
        }
    }

    proptest! {
        #[test]
        fn on_every_colour_black_or_white_can_be_read_and_every_colour_can_become_text(rgb in any::<[u8; 3]>()) {
            let brand = Colour { rgb };
            prop_assert!(contrast_ratio(readable_on(brand), brand) >= 4.5);
            for ground in [Colour::WHITE, colour("#2b2926")] {
                prop_assert!(contrast_ratio(brand.as_text_on(ground, 5.5), ground) >= 5.5);
            }
            prop_assert_eq!(colour(&brand.to_string()), brand);
        }
    }
}
