//! A company's own wording of texts on its pages (F4: «texts editable per company and language»).

use std::collections::HashMap;

use super::{Value, bundles};
use crate::{FieldError, Language, format};

/// Own texts by language and key. Variables stand in braces: `Welkom bij {company}`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Overrides(HashMap<Language, HashMap<String, String>>);

/// The longest own text, in characters.
const MAX_LENGTH: usize = 4_000;

impl Overrides {
    /// Collects stored texts; blank ones count as absent, so that emptying the field brings our text back.
    pub fn new(texts: impl IntoIterator<Item = (Language, String, String)>) -> Self {
        let mut own: HashMap<Language, HashMap<String, String>> = HashMap::new();
        for (language, key, text) in texts {
            if !text.trim().is_empty() {
                own.entry(language).or_default().insert(key, text);
            }
        }
        Self(own)
    }

    /// The own text, when there is one.
    pub fn get(&self, language: Language, key: &str) -> Option<&str> {
        self.0.get(&language)?.get(key).map(String::as_str)
    }

    /// Our text of a key as a company would start to edit it, variables in braces. Nothing for an unknown key and for a text with
    /// plural forms, which cannot be worded freely.
    pub fn template(language: Language, key: &str) -> Option<String> {
        bundles::template(language, key)
    }

    /// The keys of one area (`portal`, `mail` …) in the order of its file that a company may word in its own way.
    pub fn keys(area: &str) -> Vec<String> {
        let free = |key: &String| Self::template(Language::En, key).is_some();
        bundles::keys(area).into_iter().filter(free).collect()
    }

    /// Checks a text before it is stored: the key must exist and be free to word, and every `{variable}` must be one of ours.
    pub fn check(language: Language, key: &str, text: &str) -> Result<(), FieldError> {
        let ours = Self::template(language, key).ok_or_else(|| FieldError::new("error-text-not-editable"))?;
        if text.chars().count() > MAX_LENGTH {
            return Err(FieldError::new("error-too-long").with("max", MAX_LENGTH));
        }
        let known: Vec<&str> = variables(&ours).collect();
        match variables(text).find(|name| !known.contains(name)) {
            Some(unknown) if known.is_empty() => {
                Err(FieldError::new("error-text-no-variables").with("variable", unknown.to_owned()))
            }
            Some(unknown) => Err(FieldError::new("error-text-unknown-variable")
                .with("variable", unknown.to_owned())
                .with(
                    "known",
                    known
                        .iter()
                        .map(|name| format!("{{{name}}}"))
                        .collect::<Vec<_>>()
                        .join(", "),
                )),
            None => Ok(()),
        }
    }
}

/// One piece of an own text.
enum Piece<'a> {
    Words(&'a str),
    Variable { name: &'a str, written: &'a str },
}

fn pieces(text: &str) -> impl Iterator<Item = Piece<'_>> {
    let mut rest = text;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let open = rest.find('{').unwrap_or(rest.len());
        if open > 0 {
            let (words, after) = rest.split_at(open);
            rest = after;
            return Some(Piece::Words(words));
        }
        let close = rest.find('}').map(|at| at + 1);
        let name = close
            .and_then(|end| rest.get(1..end - 1))
            .map(str::trim)
            .filter(|name| {
                !name.is_empty()
                    && name
                        .chars()
                        .all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_')
            });
        let (piece, after) = match (close, name) {
            (Some(end), Some(name)) => {
                let (written, after) = rest.split_at(end);
                (Piece::Variable { name, written }, after)
            }
            // a lone brace is only a brace
            _ => {
                let (brace, after) = rest.split_at(1);
                (Piece::Words(brace), after)
            }
        };
        rest = after;
        Some(piece)
    })
}

fn variables(text: &str) -> impl Iterator<Item = &str> {
    pieces(text).filter_map(|piece| match piece {
        Piece::Variable { name, .. } => Some(name),
        Piece::Words(_) => None,
    })
}

/// An own text with its variables filled in; what is not a variable stays as it was written.
pub(super) fn fill(text: &str, language: Language, args: &[(&str, Value<'_>)]) -> String {
    pieces(text)
        .map(|piece| match piece {
            Piece::Words(words) => words.to_owned(),
            Piece::Variable { name, written } => match args.iter().find(|(known, _)| *known == name) {
                Some((_, Value::Text(value))) => value.to_string(),
                Some((_, Value::Number(n))) => format::integer(*n, language),
                None => written.to_owned(),
            },
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn an_own_text_may_use_the_variables_of_ours_and_no_others() {
        assert_eq!(
            Overrides::template(Language::En, "greeting").as_deref(),
            Some("Hello {name}")
        );
        assert!(Overrides::check(Language::En, "greeting", "Nice to see you, { name }").is_ok());
        let error = Overrides::check(Language::En, "greeting", "Hi {iban}").unwrap_err();
        assert_eq!(error.code.as_str(), "error-text-unknown-variable");
        assert!(error.to_string().contains("{name}"));
        let error = Overrides::check(Language::En, "button-save", "Save {name}").unwrap_err();
        assert_eq!(error.code.as_str(), "error-text-no-variables");
    }

    #[test]
    fn a_text_with_plural_forms_or_without_a_key_cannot_be_worded_freely() {
        for key in ["in-weeks", "no-such-text"] {
            assert_eq!(
                Overrides::check(Language::Nl, key, "x")
                    .unwrap_err()
                    .code
                    .as_str(),
                "error-text-not-editable"
            );
        }
    }

    #[test]
    fn variables_are_filled_in_and_other_braces_stay() {
        let filled = fill(
            "Hi { name}, {n} {who} {",
            Language::Nl,
            &[("name", "Ann".into()), ("n", 1200.into())],
        );
        assert_eq!(filled, "Hi Ann, 1.200 {who} {");
    }

    proptest! {
        #[test]
        fn any_text_without_variables_is_shown_as_it_was_written(text in "\\PC*") {
            prop_assert_eq!(fill(&text, Language::De, &[]), text);
        }
    }
}
