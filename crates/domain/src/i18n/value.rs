//! Keys of texts and the values of their variables.

use std::borrow::Cow;
use std::fmt;

/// The key of a text in `translations/`; written as a constant where a rule or an error names its text.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(transparent)]
pub struct MessageKey(Cow<'static, str>);

impl MessageKey {
    /// A key known when the program is written.
    pub const fn new(key: &'static str) -> Self {
        Self(Cow::Borrowed(key))
    }
    /// A key that comes from data, such as a rule pack.
    pub const fn from_data(key: String) -> Self {
        Self(Cow::Owned(key))
    }
    /// The key itself.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for MessageKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The value of a variable in a text.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(untagged)]
pub enum Value<'a> {
    /// A count: chooses the plural form and is written with the language's digit groups.
    Number(i64),
    /// Words, or a number that is a name (a year, a house number), or anything formatted before.
    Text(Cow<'a, str>),
}

impl Value<'_> {
    /// The same value, owning its text.
    pub fn into_owned(self) -> Value<'static> {
        match self {
            Value::Number(n) => Value::Number(n),
            Value::Text(text) => Value::Text(Cow::Owned(text.into_owned())),
        }
    }
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Value::Text(Cow::Borrowed(text))
    }
}

impl<'a> From<&'a String> for Value<'a> {
    fn from(text: &'a String) -> Self {
        Value::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Value<'_> {
    fn from(text: String) -> Self {
        Value::Text(Cow::Owned(text))
    }
}

macro_rules! numbers {
    ($($number:ty),+) => { $(
        impl From<$number> for Value<'_> {
            fn from(n: $number) -> Self { Value::Number(i64::try_from(n).unwrap_or(i64::MAX)) }
        }
        impl From<&$number> for Value<'_> {
            fn from(n: &$number) -> Self { (*n).into() }
        }
    )+ };
}
numbers!(i64, i32, u8, u16, u32, u64, usize);
