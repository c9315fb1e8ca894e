//! The embedded faces and what they can print.

use std::sync::LazyLock;

use typst::foundations::Bytes;
use typst::layout::Abs;
use typst::text::{Font, FontBook, FontInstance, FontVariations};
use typst::utils::LazyHash;

/// Every face, in the order the typesetter numbers them.
static FACES: LazyLock<Vec<Font>> = LazyLock::new(|| {
    [
        &include_bytes!("../../../assets/fonts/Inter-Regular.otf")[..],
        &include_bytes!("../../../assets/fonts/Inter-SemiBold.otf")[..],
        &include_bytes!("../../../assets/fonts/NotoSansMono-Regular.ttf")[..],
    ]
    .into_iter()
    .filter_map(|face| Font::new(Bytes::new(face), 0))
    .collect()
});

/// What the typesetter knows of the faces.
pub(crate) static BOOK: LazyLock<LazyHash<FontBook>> =
    LazyLock::new(|| LazyHash::new(FontBook::from_fonts(FACES.iter())));

static REGULAR: LazyLock<Option<FontInstance>> = LazyLock::new(|| {
    let face = FACES.first()?.clone();
    let variant = face.info().variant;
    Some(face.instantiate(variant, Abs::pt(10.0), &FontVariations::default()))
});

/// The face with a number of the book.
pub(crate) fn face(index: usize) -> Option<Font> {
    FACES.get(index).cloned()
}

/// Whether the text face has a drawing for a character.
pub(crate) fn covers(c: char) -> bool {
    REGULAR
        .as_ref()
        .is_some_and(|face| face.ttf().glyph_index(c).is_some())
}

/// The width of a line of text in the text face, in units of the font size, without kerning.
pub(crate) fn width(line: &str) -> f64 {
    let Some(face) = REGULAR.as_ref() else { return 0.0 };
    line.chars()
        .filter_map(|c| face.ttf().glyph_index(c))
        .filter_map(|glyph| face.x_advance(glyph.0))
        .map(|advance| advance.get())
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_embedded_face_is_readable_and_the_letters_of_our_languages_are_there() {
        assert_eq!(FACES.len(), 3);
        for c in "ÄÖÜäöüßẞéëïĳçñøåŁŞğžș ЖЩЪЫЬЭЮЯёщъыьэюя ΑΒΓ €₽№«»„“–—…✓✗".chars()
        {
            assert!(covers(c), "{c}");
        }
        assert!(!covers('א') && !covers('😀'));
    }

    #[test]
    fn a_wider_line_is_wider() {
        assert!(width("Wilhelmina") > width("Willi"));
        assert_eq!(width(""), 0.0);
    }
}
