//! Cleaning what people type, and folding it for search.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::FieldError;

/// A text as it should be stored: composed characters (NFC), no invisible or control characters, single spaces, none at the ends.
pub fn clean(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut push = |c: char| {
        if c.is_whitespace() || c.is_control() {
            if !out.is_empty() && !out.ends_with(' ') {
                out.push(' ');
            }
        } else if !is_invisible(c) {
            out.push(c);
        }
    };
    if text.is_ascii() {
        text.chars().for_each(&mut push)
    } else {
        text.nfc().for_each(&mut push)
    }
    out.truncate(out.trim_end().len());
    out
}

/// Zero-width and direction characters, the soft hyphen and the byte order mark: pasted along unseen, and able to forge a name.
const fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// A text as search compares it: lower case, no diacritics, `ё` as `е`, `ß` as `ss`, one space between words.
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return clean(text).to_ascii_lowercase();
    }
    let mut out = String::with_capacity(text.len());
    for c in clean(text)
        .nfkd()
        .filter(|c| !is_combining_mark(*c))
        .flat_map(char::to_lowercase)
    {
        match c {
            'ß' => out.push_str("ss"),
            'æ' => out.push_str("ae"),
            'œ' => out.push_str("oe"),
            'ø' => out.push('o'),
            'ł' => out.push('l'),
            'đ' | 'ð' => out.push('d'),
            '’' | '‘' | 'ʼ' => out.push('\''),
            c if is_combining_mark(c) => {}
            c => out.push(c),
        }
    }
    clean(&out)
}

/// Cleans one line of free text and checks its length in characters; `None` when nothing is left.
pub fn line(text: &str, max: usize) -> Result<Option<String>, FieldError> {
    let text = clean(text);
    if text.is_empty() {
        return Ok(None);
    }
    if text.chars().count() > max {
        return Err(FieldError::new("error-too-long").with("max", max));
    }
    Ok(Some(text))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn search_does_not_mind_case_diacritics_or_the_two_dots() {
        assert_eq!(fold("Müller-Lüdenscheidt"), "muller-ludenscheidt");
        assert_eq!(fold("Королёв"), fold("КОРОЛЕВ"));
        assert_eq!(fold("Weiß"), "weiss");
        assert_eq!(fold("  Renée   d’Hondt "), "renee d'hondt");
        assert_eq!(fold("Łukasz Sørensen"), "lukasz sorensen");
    }

    #[test]
    fn invisible_characters_and_line_breaks_do_not_reach_a_name() {
        assert_eq!(
            clean("\u{feff}Jan\u{200b}\r\n  de\tVries\u{202e}"),
            "Jan de Vries"
        );
        assert_eq!(clean("e\u{301}"), "é");
        assert_eq!(line(" \t", 5), Ok(None));
        assert!(line("abcdef", 5).is_err());
        assert_eq!(line("éééééé", 6), Ok(Some("éééééé".to_owned())));
    }

    proptest! {
        #[test]
        fn cleaning_and_folding_twice_changes_nothing_more(text in any::<String>()) {
            let cleaned = clean(&text);
            prop_assert_eq!(clean(&cleaned), cleaned.clone());
            let folded = fold(&text);
            prop_assert_eq!(fold(&folded), folded.clone());
            prop_assert_eq!(fold(&cleaned), folded);
        }
    }
}
