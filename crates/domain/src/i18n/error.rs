//! What is wrong with one field of outside input, as a key and values; the page or the error file turns it into words.

use std::borrow::Cow;
use std::fmt;

use super::{MessageKey, Texts, Value};
use crate::Language;

/// Why one value was refused. Every parser of this crate fails with this type, and its text names the way out.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct FieldError {
    /// The text, from `translations/<language>/errors.ftl`.
    pub code: MessageKey,
    /// The variables of the text.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub args: Vec<(Cow<'static, str>, Value<'static>)>,
}

impl FieldError {
    /// An error whose text has no variables.
    pub const fn new(code: &'static str) -> Self {
        Self {
            code: MessageKey::new(code),
            args: Vec::new(),
        }
    }

    /// Adds a variable of the text.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Value<'static>>) -> Self {
        self.args.push((Cow::Borrowed(name), value.into()));
        self
    }

    /// The error in words.
    pub fn text(&self, texts: &Texts) -> String {
        texts.error(self)
    }
}

impl fmt::Display for FieldError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&Texts::new(Language::En).error(self))
    }
}

impl std::error::Error for FieldError {}

/// What is wrong with the fields of one form or one row, by the name of the field.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(transparent)]
pub struct FieldErrors(Vec<(Cow<'static, str>, FieldError)>);

impl FieldErrors {
    /// Nothing wrong yet.
    pub const fn none() -> Self {
        Self(Vec::new())
    }

    /// Adds an error to a field.
    pub fn push(&mut self, field: impl Into<Cow<'static, str>>, error: FieldError) {
        self.0.push((field.into(), error));
    }

    /// The value that was read, or nothing after noting the error.
    pub fn take<T>(&mut self, field: &'static str, read: Result<T, FieldError>) -> Option<T> {
        read.map_err(|error| self.push(field, error)).ok()
    }

    /// Whether nothing is wrong.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The first error of a field.
    pub fn get(&self, field: &str) -> Option<&FieldError> {
        self.iter()
            .find(|(name, _)| *name == field)
            .map(|(_, error)| error)
    }

    /// The errors in the order they were found.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &FieldError)> {
        self.0.iter().map(|(name, error)| (name.as_ref(), error))
    }

    /// The value, when nothing is wrong.
    pub fn or<T>(self, value: T) -> Result<T, Self> {
        if self.is_empty() { Ok(value) } else { Err(self) }
    }
}

impl fmt::Display for FieldErrors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let lines: Vec<String> = self
            .iter()
            .map(|(name, error)| format!("{name}: {error}"))
            .collect();
        f.write_str(&lines.join("; "))
    }
}

impl std::error::Error for FieldErrors {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_survives_being_stored_and_reads_in_the_readers_language() {
        let error = FieldError::new("error-too-long").with("max", 40);
        let stored = serde_json::to_string(&error).unwrap();
        let back: FieldError = serde_json::from_str(&stored).unwrap();
        assert_eq!(back, error);
        assert!(back.text(&Texts::new(Language::Nl)).contains("40 tekens"));
        assert!(back.to_string().contains("40 characters"));
    }
}
