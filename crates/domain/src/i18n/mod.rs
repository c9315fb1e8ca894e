//! The texts of pages and messages in every language (F22), written in Fluent under `translations/<language>/<area>.ftl`.
//!
//! A page holds a [`Texts`] and asks it for a text by key. Three sources are asked in turn: the company's own wording
//! ([`Overrides`], F4), the text in the page's language, the English text. A reader never sees a raw key (F21).

mod bundles;
mod error;
mod named;
mod overrides;
mod value;

use std::fmt;
use std::sync::Arc;

pub use error::{FieldError, FieldErrors};
pub use named::Named;
pub use overrides::Overrides;
pub use value::{MessageKey, Value};

use crate::Language;

/// The texts in one language, with a company's own wording where it has any. Cheap to clone.
#[derive(Clone)]
pub struct Texts {
    language: Language,
    overrides: Option<Arc<Overrides>>,
}

impl Texts {
    /// The shipped texts in a language.
    pub const fn new(language: Language) -> Self {
        Self {
            language,
            overrides: None,
        }
    }

    /// The texts in a language as one company words them.
    pub const fn of_company(language: Language, overrides: Arc<Overrides>) -> Self {
        Self {
            language,
            overrides: Some(overrides),
        }
    }

    /// The language.
    pub const fn language(&self) -> Language {
        self.language
    }

    /// The same company's texts in another language.
    pub fn in_language(&self, language: Language) -> Self {
        Self {
            language,
            overrides: self.overrides.clone(),
        }
    }

    /// A text without variables.
    pub fn get(&self, key: &str) -> String {
        self.with(key, &[])
    }

    /// A text with variables. A [`Value::Number`] chooses the plural form of the language and is written with its digit groups;
    /// numbers that are names (years, house numbers) are passed as text.
    pub fn with(&self, key: &str, args: &[(&str, Value<'_>)]) -> String {
        if let Some(own) = self.overrides.as_deref().and_then(|o| o.get(self.language, key)) {
            return overrides::fill(own, self.language, args);
        }
        bundles::format(self.language, key, args)
            .or_else(|| bundles::format(Language::En, key, args))
            .unwrap_or_else(|| readable(key))
    }

    /// The text of a [`MessageKey`].
    pub fn key(&self, key: &MessageKey) -> String {
        self.get(key.as_str())
    }

    /// The name of one value of an enumeration: the text `<family>-<value>`, such as `fuel-diesel`.
    /// Underscores of stored values are hyphens in keys. An enumeration of this crate rather says [`Named::name`].
    pub fn choice(&self, family: &str, value: &str) -> String {
        self.get(&Self::choice_key(family, value))
    }

    /// The key of [`Texts::choice`].
    fn choice_key(family: &str, value: &str) -> String {
        format!("{family}-{}", value.replace('_', "-"))
    }

    /// The text of a field error.
    pub fn error(&self, error: &FieldError) -> String {
        let args: Vec<(&str, Value<'_>)> = error
            .args
            .iter()
            .map(|(name, value)| (name.as_ref(), value.clone()))
            .collect();
        self.with(error.code.as_str(), &args)
    }

    /// Whether a key has a text, in any language.
    pub fn has(key: &str) -> bool {
        bundles::has(Language::En, key)
    }
}

impl fmt::Debug for Texts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Texts")
            .field("language", &self.language)
            .finish_non_exhaustive()
    }
}

/// What stands in for a text that no language has: the words of its key.
fn readable(key: &str) -> String {
    let words = key.replace(['-', '_', '.'], " ");
    let mut letters = words.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_choose_the_plural_form_of_the_language() {
        let weeks = |language, n: i64| Texts::new(language).with("in-weeks", &[("count", n.into())]);
        assert_eq!(weeks(Language::Ru, 1), "через 1 неделю");
        assert_eq!(weeks(Language::Ru, 2), "через 2 недели");
        assert_eq!(weeks(Language::Ru, 5), "через 5 недель");
        assert_eq!(weeks(Language::Ru, 21), "через 21 неделю");
        assert_eq!(weeks(Language::De, 1), "in 1 Woche");
        assert_eq!(weeks(Language::De, 6), "in 6 Wochen");
        assert_eq!(weeks(Language::Nl, 1), "over 1 week");
        assert_eq!(weeks(Language::En, 5), "in 5 weeks");
    }

    #[test]
    fn large_numbers_are_grouped_as_the_language_groups_them() {
        let days = |language| Texts::new(language).with("in-days", &[("count", 12_345.into())]);
        assert_eq!(days(Language::Nl), "over 12.345 dagen");
        assert_eq!(days(Language::En), "in 12,345 days");
        assert_eq!(days(Language::Ru), "через 12\u{a0}345 дней");
    }

    #[test]
    fn a_companys_own_wording_comes_before_ours_and_only_in_its_language() {
        let own = Overrides::new([(Language::Nl, "button-save".to_owned(), "Leg vast".to_owned())]);
        let texts = Texts::of_company(Language::Nl, Arc::new(own));
        assert_eq!(texts.get("button-save"), "Leg vast");
        assert_eq!(
            texts.in_language(Language::En).get("button-save"),
            Texts::new(Language::En).get("button-save")
        );
        assert_ne!(texts.get("button-cancel"), "");
    }

    #[test]
    fn a_text_that_nobody_wrote_reads_as_words_and_not_as_a_key() {
        assert_eq!(
            Texts::new(Language::De).get("nobody-wrote_this"),
            "Nobody wrote this"
        );
        assert_eq!(Texts::new(Language::De).get(""), "");
    }
}
