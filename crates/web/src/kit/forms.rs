//! Forms: what was sent, read field by field, and shown again with what is wrong beside each field.

use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use carport_domain::i18n::{FieldError, FieldErrors, Texts};

use super::app::AppState;
use super::error::WebError;

/// The largest form that is not an upload, bytes.
pub const FORM_LIMIT: usize = 256 * 1024;
/// The longest value of a field that is not a text area, characters.
pub const FIELD_LIMIT: usize = 500;

/// The fields of a form as sent, and what is wrong with them.
#[derive(Debug, Clone, Default)]
pub struct Form {
    fields: Vec<(String, String)>,
    /// What is wrong, by field.
    pub errors: FieldErrors,
}

impl Form {
    /// A form that nobody has filled in yet, with values to show.
    pub fn prefilled<const N: usize>(fields: [(&str, String); N]) -> Self {
        Self {
            fields: fields.into_iter().map(|(k, v)| (k.to_owned(), v)).collect(),
            errors: FieldErrors::none(),
        }
    }

    /// From name and value pairs.
    pub fn of(fields: Vec<(String, String)>) -> Self {
        Self {
            fields,
            errors: FieldErrors::none(),
        }
    }

    /// A field as sent, without the white space around it; empty where it was not sent.
    pub fn text(&self, name: &str) -> &str {
        self.raw(name).trim()
    }

    /// A field exactly as sent (passwords); empty where it was not sent.
    pub fn raw(&self, name: &str) -> &str {
        self.fields
            .iter()
            .find(|(n, _)| n == name)
            .map_or("", |(_, v)| v.as_str())
    }

    /// Every value of a field that may come several times.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.fields
            .iter()
            .filter(move |(n, _)| n == name)
            .map(|(_, v)| v.as_str())
    }

    /// Whether a box was ticked or a button of this name pressed.
    pub fn has(&self, name: &str) -> bool {
        self.fields.iter().any(|(n, _)| n == name)
    }

    /// Every name and value.
    pub fn fields(&self) -> &[(String, String)] {
        &self.fields
    }

    /// Sets the value shown for a field.
    pub fn set(&mut self, name: &str, value: impl Into<String>) {
        self.fields.retain(|(n, _)| n != name);
        self.fields.push((name.to_owned(), value.into()));
    }

    /// A field that must be filled in and not too long; notes the error otherwise. Without a letter or a digit there is nothing
    /// in it to call somebody by, to find or to print.
    pub fn required(&mut self, name: &'static str) -> Option<String> {
        let value = self.text(name).to_owned();
        if !value.contains(char::is_alphanumeric) {
            self.errors.push(name, FieldError::new(left_empty(name)));
            return None;
        }
        self.within_limit(name, value)
    }

    /// A field that may stay empty; `Some(None)` when it did, `None` when it is wrong.
    pub fn optional(&mut self, name: &'static str) -> Option<Option<String>> {
        let value = self.text(name).to_owned();
        if value.is_empty() {
            return Some(None);
        }
        self.within_limit(name, value).map(Some)
    }

    fn within_limit(&mut self, name: &'static str, value: String) -> Option<String> {
        if value.chars().count() > FIELD_LIMIT {
            self.errors.push(
                name,
                FieldError::new("error-too-long").with("max", FIELD_LIMIT as i64),
            );
            return None;
        }
        if value
            .chars()
            .any(|c| c.is_control() && c != '\n' && c != '\r' && c != '\t')
        {
            self.errors
                .push(name, FieldError::new("error-control-characters"));
            return None;
        }
        Some(value)
    }

    /// A required field read by a parser of the domain; notes what it says is wrong.
    pub fn parse<T>(
        &mut self,
        name: &'static str,
        parser: impl FnOnce(&str) -> Result<T, FieldError>,
    ) -> Option<T> {
        let value = self.required(name)?;
        self.errors.take(name, parser(&value))
    }

    /// An optional field read by a parser of the domain.
    pub fn parse_optional<T>(
        &mut self,
        name: &'static str,
        parser: impl FnOnce(&str) -> Result<T, FieldError>,
    ) -> Option<Option<T>> {
        match self.optional(name)? {
            None => Some(None),
            Some(value) => self.errors.take(name, parser(&value)).map(Some),
        }
    }

    /// The error of a field in words; empty when nothing is wrong with it.
    pub fn error(&self, name: &str, t: &Texts) -> String {
        self.errors
            .iter()
            .find(|(field, _)| *field == name)
            .map(|(_, e)| t.error(e))
            .unwrap_or_default()
    }

    /// Every error in words with its field, for the summary above a form.
    pub fn summary(&self, t: &Texts) -> Vec<(String, String)> {
        self.errors
            .iter()
            .map(|(field, e)| (field.to_string(), t.error(e)))
            .collect()
    }
}

/// What is said of a field that must not be empty. Above the form, where the field is not beside it, its name is needed.
const fn left_empty(name: &str) -> &'static str {
    match name.as_bytes() {
        b"first_name" => "error-required-first-name",
        b"last_name" => "error-required-last-name",
        b"city" => "error-required-city",
        b"name" => "error-required-name",
        b"note" => "error-required-note",
        b"reason" => "error-required-reason",
        _ => "error-required",
    }
}

impl FromRequest<AppState> for Form {
    type Rejection = WebError;

    async fn from_request(request: Request, state: &AppState) -> Result<Self, WebError> {
        let is_form = request
            .headers()
            .get(axum::http::header::CONTENT_TYPE)
            .is_none_or(|v| v.as_bytes().starts_with(b"application/x-www-form-urlencoded"));
        if !is_form {
            return Err(WebError::BadRequest("not a form"));
        }
        let body = Bytes::from_request(request, state)
            .await
            .map_err(|_| WebError::TooLarge)?;
        if body.len() > FORM_LIMIT {
            return Err(WebError::TooLarge);
        }
        Ok(Self::of(decode(&body)))
    }
}

/// Reads `application/x-www-form-urlencoded`; bytes that are not UTF-8 are replaced, so that nothing is refused unread.
pub fn decode(body: &[u8]) -> Vec<(String, String)> {
    form_urlencoded::parse(body)
        .map(|(k, v)| (k.into_owned(), v.replace('\0', "")))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_is_trimmed_and_one_that_must_not_be_empty_says_so() {
        let mut form = Form::of(decode(b"name=+Anna+&city=&note=%00x%ff"));
        assert_eq!(form.required("name").as_deref(), Some("Anna"));
        assert_eq!(form.required("city"), None);
        let mut unreadable = Form::of(decode("name=🚗🚗&city=\u{301}".as_bytes()));
        assert_eq!(
            (unreadable.required("name"), unreadable.required("city")),
            (None, None)
        );
        assert_eq!(form.optional("street"), Some(None));
        assert_eq!(form.summary(&Texts::new(carport_domain::Language::En)).len(), 1);
        assert!(form.text("note").starts_with('x'));
    }

    #[test]
    fn a_field_that_is_too_long_or_holds_control_characters_is_refused_by_name() {
        let mut form = Form::prefilled([("a", "x".repeat(FIELD_LIMIT + 1)), ("b", "bell\u{7}".into())]);
        assert_eq!(form.required("a"), None);
        assert_eq!(form.required("b"), None);
        assert_eq!(form.errors.iter().count(), 2);
    }
}
