//! Outside text made fit for print.
//!
//! Texts reach the templates as values, never as source, so nothing in them is ever executed. What is left to do: characters that PDF
//! forbids or that would turn the direction of reading are dropped, a letter that no face can draw becomes «□», and an emoji is left out.

use serde_json::Value;

use crate::fonts;

/// Stands for a letter that cannot be printed.
const UNPRINTABLE: char = '□';

/// From this many characters on, a word without a gap is machine noise, and may break anywhere.
const LONG_WORD: usize = 65;

/// How a character is treated.
enum Fate {
    Keep(char),
    Drop,
    Replace,
}

fn fate(c: char) -> Fate {
    match c {
        ' '..='~' | '\n' | '\u{200b}' | '\u{ad}' => Fate::Keep(c),
        '\t' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' => Fate::Keep(' '),
        '\u{2028}' | '\u{2029}' => Fate::Keep('\n'),
        c if c.is_control() => Fate::Drop,
        // hidden joiners, direction marks, variation selectors, tags, byte order mark
        '\u{200c}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{feff}'
        | '\u{e0000}'..='\u{e0fff}' => Fate::Drop,
        c if fonts::covers(c) => Fate::Keep(c),
        c if c.is_alphanumeric() => Fate::Replace,
        c if c.is_whitespace() => Fate::Keep(' '),
        _ => Fate::Drop,
    }
}

/// A text as it can be printed.
pub(crate) fn text(raw: &str) -> String {
    let mut out = String::with_capacity(raw.len());
    let mut run = 0;
    let long = raw
        .split(char::is_whitespace)
        .any(|word| word.len() >= LONG_WORD && word.chars().count() >= LONG_WORD);
    for c in raw.replace("\r\n", "\n").chars() {
        let c = match fate(c) {
            Fate::Keep(c) => c,
            Fate::Drop => continue,
            Fate::Replace => UNPRINTABLE,
        };
        run = if c.is_whitespace() || c == '\u{200b}' {
            0
        } else {
            run + 1
        };
        if long && run > LONG_WORD / 3 {
            out.push('\u{200b}');
            run = 1;
        }
        out.push(c);
    }
    out
}

/// Whether nothing is left to see of a text.
pub(crate) fn blank(raw: &str) -> bool {
    text(raw)
        .chars()
        .all(|c| c.is_whitespace() || c == '\u{200b}' || c == '\u{ad}')
}

/// Whether every letter of a line can be printed as it is.
pub(crate) fn printable(line: &str) -> bool {
    !line.chars().any(|c| matches!(fate(c), Fate::Replace))
}

/// Cleans every text of what a template is told.
pub(crate) fn data(value: Value) -> Value {
    match value {
        Value::String(raw) => Value::String(text(&raw)),
        Value::Array(items) => Value::Array(items.into_iter().map(data).collect()),
        Value::Object(fields) => Value::Object(
            fields
                .into_iter()
                .map(|(name, value)| (name, data(value)))
                .collect(),
        ),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_pdf_forbids_is_dropped_and_what_no_face_draws_is_shown_as_a_box() {
        assert_eq!(text("a\0b\u{7}c\u{202e}d\u{feff}"), "abcd");
        assert_eq!(text("Groeten 😀👍🏽 uit Breda"), "Groeten  uit Breda");
        assert_eq!(text("שלום"), "□□□□");
        assert_eq!(text("one\r\ntwo\tthree"), "one\ntwo three");
        assert_eq!(text("#sys $x$ @a \\ *b* _c_ <d>"), "#sys $x$ @a \\ *b* _c_ <d>");
    }

    #[test]
    fn machine_noise_may_break_and_a_hash_or_an_honest_word_stays_whole() {
        assert!(text(&"x".repeat(5_000)).contains('\u{200b}'));
        for whole in [
            "0".repeat(64).as_str(),
            "Donaudampfschifffahrtselektrizitätenhauptbetriebswerk",
        ] {
            assert_eq!(text(whole), whole);
        }
    }

    proptest! {
        #[test]
        fn every_kept_character_has_a_drawing(raw in any::<String>()) {
            for c in text(&raw).chars() {
                prop_assert!(c == '\n' || c == '\u{200b}' || c == '\u{ad}' || fonts::covers(c), "{:?}", c);
            }
        }
    }
}
