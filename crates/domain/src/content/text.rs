//! The text staff write: words, `{{ variables }}`, **bold** and [links](…), and nothing else.
//!
//! A small tokenizer instead of a template engine: staff cannot write loops, HTML or conditions, and an unknown
//! variable is found while they type instead of at night while mails go out. A backslash takes the meaning from the
//! character that follows.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::variable::Variable;
use crate::FieldError;

/// The longest text of one block, in characters.
pub const MAX_TEXT: usize = 5_000;
const MAX_ADDRESS: usize = 2_000;

/// A text that has been read and understood. It keeps its source, which is what is stored and edited.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Text {
    source: String,
    spans: Vec<Span>,
}

/// A piece of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Span {
    /// Words.
    Words(String),
    /// A new line within a paragraph.
    Break,
    /// A value of the recipient.
    Variable {
        /// Which.
        variable: Variable,
        /// What to say when the value is not known; without it the message is not sent.
        fallback: Option<String>,
    },
    /// Emphasis.
    Bold(Vec<Span>),
    /// A link.
    Link {
        /// The words to press.
        label: Vec<Span>,
        /// Where it leads.
        to: Target,
    },
}

/// Where a link or button leads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Target {
    /// A fixed address: `https:`, `http:`, `mailto:` or `tel:`.
    Address(String),
    /// An address that differs by recipient, such as the personal page.
    Variable(Variable),
}

/// What can be wrong with a text; each is a [`FieldError`] whose words are in `translations/<language>/content.ftl`.
mod wrong {
    use crate::FieldError;

    /// At most this much of what was typed is repeated in an error.
    fn shown(typed: &str) -> String {
        typed.trim().chars().take(60).collect()
    }
    pub fn too_long(max: usize) -> FieldError {
        FieldError::new("error-too-long").with("max", max)
    }
    pub fn unknown_variable(name: &str) -> FieldError {
        FieldError::new("content-error-unknown-variable").with("name", shown(name))
    }
    pub fn unclosed_variable() -> FieldError {
        FieldError::new("content-error-unclosed-variable")
    }
    pub fn fallback(typed: &str) -> FieldError {
        FieldError::new("content-error-fallback").with("typed", shown(typed))
    }
    pub fn unclosed_bold() -> FieldError {
        FieldError::new("content-error-unclosed-bold")
    }
    pub fn address(typed: &str) -> FieldError {
        FieldError::new("content-error-address").with("typed", shown(typed))
    }
}

impl Text {
    /// Reads a text as staff write it.
    pub fn parse(source: &str) -> Result<Self, FieldError> {
        if source.chars().count() > MAX_TEXT {
            return Err(wrong::too_long(MAX_TEXT));
        }
        let source: String = source
            .replace("\r\n", "\n")
            .replace('\t', " ")
            .chars()
            .filter(|c| *c == '\n' || !c.is_control())
            .collect();
        let mut reader = Reader { rest: &source };
        let spans = reader.spans(Within::default())?;
        Ok(Self { source, spans })
    }

    /// Words that are taken as they are, whatever characters they hold: names, typed notes, values from outside.
    pub fn literal(words: &str) -> Self {
        let mut source = String::with_capacity(words.len());
        let mut spans = Vec::new();
        for (n, line) in words.lines().enumerate() {
            if n > 0 {
                source.push('\n');
                spans.push(Span::Break);
            }
            let line: String = line.chars().filter(|c| !c.is_control()).collect();
            for c in line.chars() {
                if matches!(c, '\\' | '{' | '*' | '[' | ']') {
                    source.push('\\');
                }
                source.push(c);
            }
            if !line.is_empty() {
                spans.push(Span::Words(line));
            }
        }
        Self { source, spans }
    }

    /// The text as staff wrote it.
    pub fn source(&self) -> &str {
        &self.source
    }

    /// Its pieces.
    pub fn spans(&self) -> &[Span] {
        &self.spans
    }

    /// Whether nothing but blanks is in it.
    pub fn is_blank(&self) -> bool {
        self.source.trim().is_empty()
    }

    /// Whether it has words and variables only; `lines` tells whether new lines count as plain.
    pub fn is_plain(&self, lines: bool) -> bool {
        self.spans
            .iter()
            .all(|s| matches!(s, Span::Words(_) | Span::Variable { .. }) || (lines && *s == Span::Break))
    }

    /// Every variable that has no fallback here, so that its value must be known.
    pub fn required(&self) -> impl Iterator<Item = Variable> + '_ {
        self.placeholders()
            .into_iter()
            .filter(|(_, fallback)| !fallback)
            .map(|(v, _)| v)
    }

    /// Every variable used, each with whether it has a fallback.
    pub fn placeholders(&self) -> Vec<(Variable, bool)> {
        fn walk(spans: &[Span], found: &mut Vec<(Variable, bool)>) {
            for span in spans {
                match span {
                    Span::Words(_) | Span::Break => {}
                    Span::Variable { variable, fallback } => found.push((*variable, fallback.is_some())),
                    Span::Bold(inner) => walk(inner, found),
                    Span::Link { label, to } => {
                        walk(label, found);
                        if let Target::Variable(v) = to {
                            found.push((*v, false));
                        }
                    }
                }
            }
        }
        let mut found = Vec::new();
        walk(&self.spans, &mut found);
        found
    }
}

impl Target {
    /// Reads an address as staff write it: `https://…`, `mailto:…`, `tel:…` or `{{ my_page_url }}`.
    pub fn parse(source: &str) -> Result<Self, FieldError> {
        let source = source.trim();
        let bad = || wrong::address(source);
        if let Some(inner) = source.strip_prefix("{{").and_then(|s| s.strip_suffix("}}")) {
            let name = inner.trim();
            let variable: Variable = name.parse().map_err(|_| wrong::unknown_variable(name))?;
            return if variable.is_address() {
                Ok(Target::Variable(variable))
            } else {
                Err(bad())
            };
        }
        // An address with a personal value inside would hand that value to whoever keeps the other server's log.
        let unfit = |c: char| {
            c.is_control()
                || c.is_whitespace()
                || matches!(c, '"' | '\'' | '<' | '>' | '{' | '}' | '\\' | '`')
        };
        if source.len() > MAX_ADDRESS || source.chars().any(unfit) {
            return Err(bad());
        }
        let (scheme, rest) = source.split_once(':').ok_or_else(bad)?;
        let host_is_there = |rest: &str| {
            rest.strip_prefix("//").is_some_and(|r| {
                let host = r.split(['/', '?', '#']).next().unwrap_or("");
                !host.is_empty() && !host.contains('@') && !host.starts_with(['.', ':'])
            })
        };
        let fits = match scheme.to_ascii_lowercase().as_str() {
            "https" | "http" => host_is_there(rest),
            "mailto" => rest
                .split_once('@')
                .is_some_and(|(l, d)| !l.is_empty() && d.contains('.')),
            "tel" => rest.chars().filter(char::is_ascii_digit).count() >= 3,
            _ => false,
        };
        if fits {
            Ok(Target::Address(source.to_owned()))
        } else {
            Err(bad())
        }
    }
}

impl TryFrom<String> for Text {
    type Error = FieldError;
    fn try_from(source: String) -> Result<Self, FieldError> {
        Self::parse(&source)
    }
}
impl From<Text> for String {
    fn from(text: Text) -> Self {
        text.source
    }
}
impl TryFrom<String> for Target {
    type Error = FieldError;
    fn try_from(source: String) -> Result<Self, FieldError> {
        Self::parse(&source)
    }
}
impl From<Target> for String {
    fn from(target: Target) -> Self {
        target.to_string()
    }
}
impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Target::Address(address) => f.write_str(address),
            Target::Variable(variable) => write!(f, "{{{{ {variable} }}}}"),
        }
    }
}

/// What the reader is inside of; bold does not nest in bold nor a link in a link, so the depth is bounded.
#[derive(Clone, Copy, Default)]
struct Within {
    bold: bool,
    link: bool,
}

struct Reader<'a> {
    rest: &'a str,
}

impl Reader<'_> {
    fn eat(&mut self, token: &str) -> bool {
        match self.rest.strip_prefix(token) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }

    /// Reads until the end, or until the mark that closes what we are within.
    fn spans(&mut self, within: Within) -> Result<Vec<Span>, FieldError> {
        let mut spans = Vec::new();
        let mut words = String::new();
        let flush = |words: &mut String, spans: &mut Vec<Span>| {
            if !words.is_empty() {
                spans.push(Span::Words(std::mem::take(words)));
            }
        };
        while let Some(c) = self.rest.chars().next() {
            if self.rest.starts_with("**") {
                if within.bold {
                    break;
                }
                self.eat("**");
                flush(&mut words, &mut spans);
                let inner = self.spans(Within { bold: true, ..within })?;
                if !self.eat("**") {
                    return Err(wrong::unclosed_bold());
                }
                spans.push(Span::Bold(inner));
            } else if c == ']' && within.link {
                break;
            } else if self.eat("{{") {
                flush(&mut words, &mut spans);
                spans.push(self.variable()?);
            } else if c == '[' && !within.link {
                let back = self.rest;
                self.eat("[");
                match self.link(within)? {
                    Some(link) => {
                        flush(&mut words, &mut spans);
                        spans.push(link);
                    }
                    // Brackets that are not followed by an address are just brackets.
                    None => {
                        self.rest = &back[1..];
                        words.push('[');
                    }
                }
            } else if self.eat("\n") {
                flush(&mut words, &mut spans);
                spans.push(Span::Break);
            } else if self.eat("\\") {
                match self.rest.chars().next() {
                    Some(next) if next != '\n' => {
                        self.rest = &self.rest[next.len_utf8()..];
                        words.push(next);
                    }
                    _ => words.push('\\'),
                }
            } else {
                self.rest = &self.rest[c.len_utf8()..];
                words.push(c);
            }
        }
        flush(&mut words, &mut spans);
        Ok(spans)
    }

    /// After `[`: the label, and the address in brackets. `None` when this is not a link after all.
    fn link(&mut self, within: Within) -> Result<Option<Span>, FieldError> {
        let closes = self.rest.find("](").filter(|at| !self.rest[..*at].contains('\n'));
        let Some(end) = closes else { return Ok(None) };
        let label = self.spans(Within { link: true, ..within })?;
        // An escaped bracket inside the label may have been what we found.
        if !self.rest.starts_with("](") && end > 0 {
            return Ok(None);
        }
        self.eat("](");
        let Some(close) = self.rest.find(')') else {
            return Err(wrong::address(self.rest));
        };
        let to = Target::parse(&self.rest[..close])?;
        self.rest = &self.rest[close + 1..];
        Ok(Some(Span::Link { label, to }))
    }

    /// After `{{`: the name, perhaps a fallback, and `}}`.
    fn variable(&mut self) -> Result<Span, FieldError> {
        let end = self.closing_braces().ok_or_else(wrong::unclosed_variable)?;
        let inside = &self.rest[..end];
        self.rest = &self.rest[end + 2..];
        let (name, more) = match inside.split_once('|') {
            Some((name, more)) => (name.trim(), Some(more.trim())),
            None => (inside.trim(), None),
        };
        let variable = name.parse().map_err(|_| wrong::unknown_variable(name))?;
        let fallback = match more {
            None => None,
            Some(more) => {
                let bad = || wrong::fallback(more);
                let quoted = more.strip_prefix("fallback").ok_or_else(bad)?.trim();
                let words = quoted
                    .strip_prefix('"')
                    .and_then(|q| q.strip_suffix('"'))
                    .ok_or_else(bad)?;
                if words.contains(['"', '\n']) {
                    return Err(bad());
                }
                Some(words.to_owned())
            }
        };
        Ok(Span::Variable { variable, fallback })
    }

    /// Where the `}}` is that is not inside the quotes of a fallback.
    fn closing_braces(&self) -> Option<usize> {
        let mut quoted = false;
        let bytes = self.rest.as_bytes();
        (0..bytes.len().saturating_sub(1)).find(|&i| {
            quoted ^= bytes[i] == b'"';
            !quoted && bytes[i] == b'}' && bytes[i + 1] == b'}'
        })
    }
}

#[cfg(test)]
mod tests;
