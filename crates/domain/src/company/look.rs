//! How a company's pages look (F11): a few choices, each of which the style sheets take as a variable.

use super::colour::{Colour, contrast_ratio, readable_on};
use crate::text_enum;

text_enum! {
    /// How round corners are.
    pub enum Radius {
        /// Square.
        None = "none",
        /// Slightly.
        Small = "small",
        /// As shipped.
        Medium = "medium",
        /// Very.
        Large = "large",
    }
}

text_enum! {
    /// The letters; only those every device has, so that no page waits for a font.
    pub enum Font {
        /// The device's own.
        System = "system",
        /// Sans-serif in the tradition of Helvetica.
        Grotesque = "grotesque",
        /// Sans-serif with the shapes of handwriting.
        Humanist = "humanist",
        /// With serifs.
        Serif = "serif",
        /// Rounded ends.
        Rounded = "rounded",
    }
}

text_enum! {
    /// How much air there is.
    pub enum Density {
        /// As shipped.
        Comfortable = "comfortable",
        /// Less.
        Compact = "compact",
    }
}

text_enum! {
    /// Light or dark.
    pub enum Theme {
        /// As the customer's device is set.
        Device = "device",
        /// Always light.
        Light = "light",
        /// Always dark.
        Dark = "dark",
    }
}

/// The look of a company.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Look {
    /// The company's colour.
    pub brand: Colour,
    /// Corners.
    pub radius: Radius,
    /// Letters.
    pub font: Font,
    /// Air.
    pub density: Density,
    /// Light or dark.
    pub theme: Theme,
}

impl Default for Look {
    fn default() -> Self {
        Self {
            brand: Colour {
                rgb: [0x35, 0x50, 0x6b],
            },
            radius: Radius::Medium,
            font: Font::System,
            density: Density::Comfortable,
            theme: Theme::Device,
        }
    }
}

/// What becomes of a brand colour where text has to be read: shown beside the colour field.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct BrandCheck {
    /// Text on the brand colour, and its contrast.
    pub on: (Colour, f64),
    /// The brand as text on white, and the contrast the untouched brand would have had.
    pub light: (Colour, f64),
    /// The brand as text on the dark surface, and the contrast the untouched brand would have had.
    pub dark: (Colour, f64),
}

impl BrandCheck {
    /// Contrast that brand-coloured text reaches; above the 4.5 of WCAG, since text also stands on tinted grounds.
    pub const TEXT: f64 = 5.5;
    /// The lightest surface of the dark theme that carries text.
    pub const DARK_GROUND: Colour = Colour {
        rgb: [0x2b, 0x29, 0x26],
    };

    /// Whether the colour had to be changed as text in the light or the dark theme.
    pub fn is_adjusted(&self) -> bool {
        self.light.1 < Self::TEXT || self.dark.1 < Self::TEXT
    }
}

impl Look {
    /// How the brand colour fares as a ground and as text.
    pub fn check(&self) -> BrandCheck {
        let on = readable_on(self.brand);
        let text_on = |ground| {
            (
                self.brand.as_text_on(ground, BrandCheck::TEXT),
                contrast_ratio(self.brand, ground),
            )
        };
        BrandCheck {
            on: (on, contrast_ratio(on, self.brand)),
            light: text_on(Colour::WHITE),
            dark: text_on(BrandCheck::DARK_GROUND),
        }
    }

    /// The variables of the style sheets, to stand in a rule for `:root`.
    pub fn css(&self) -> String {
        let check = self.check();
        let radius = match self.radius {
            Radius::None => "0px",
            Radius::Small => "6px",
            Radius::Medium => "12px",
            Radius::Large => "20px",
        };
        let density = match self.density {
            Density::Comfortable => "1",
            Density::Compact => "0.86",
        };
        format!(
            "--brand:{};--brand-on:{};--brand-text-light:{};--brand-text-dark:{};--radius:{radius};--font:{};--density:{density};",
            self.brand,
            check.on.0,
            check.light.0,
            check.dark.0,
            self.font.stack(),
        )
    }
}

impl Font {
    /// The font list of the style sheets.
    pub const fn stack(self) -> &'static str {
        match self {
            Self::System => {
                r#"-apple-system,"Segoe UI Variable Text","Segoe UI",Roboto,Inter,"Noto Sans",system-ui,sans-serif"#
            }
            Self::Grotesque => {
                r#""Helvetica Neue",Helvetica,Arial,"Nimbus Sans","Liberation Sans",sans-serif"#
            }
            Self::Humanist => {
                r#"Seravek,"Gill Sans Nova",Ubuntu,Calibri,"DejaVu Sans",source-sans-pro,sans-serif"#
            }
            Self::Serif => {
                r#""Iowan Old Style",Charter,"Bitstream Charter","Noto Serif",Cambria,Georgia,serif"#
            }
            Self::Rounded => {
                r#"ui-rounded,"Hiragino Maru Gothic ProN",Quicksand,Comfortaa,Manjari,"Arial Rounded MT Bold",Calibri,sans-serif"#
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_yellow_brand_keeps_its_ground_and_darkens_as_text() {
        let look = Look {
            brand: "#ffd400".parse().unwrap(),
            ..Look::default()
        };
        let check = look.check();
        assert_eq!(check.on.0, Colour::BLACK);
        assert!(check.is_adjusted());
        assert_ne!(check.light.0, look.brand);
        assert_eq!(check.dark.0, look.brand);
        assert!(contrast_ratio(check.light.0, Colour::WHITE) >= BrandCheck::TEXT);
        let css = look.css();
        assert!(css.contains("--brand:#ffd400;--brand-on:#000000;") && css.contains("--radius:12px;"));
    }

    #[test]
    fn a_stored_look_with_missing_parts_takes_the_defaults_and_unknown_parts_are_refused() {
        let look: Look = serde_json::from_str(r##"{"brand":"#102030"}"##).unwrap();
        assert_eq!(
            look,
            Look {
                brand: "#102030".parse().unwrap(),
                ..Look::default()
            }
        );
        assert!(serde_json::from_str::<Look>(r#"{"sparkle":true}"#).is_err());
        assert!(serde_json::from_str::<Look>(r#"{"brand":"url(x)"}"#).is_err());
    }
}
