//! Header lines. Every value passes [`HeaderText`] or is built from parsed parts, so that no value can start a line of its
//! own (MAIL-13).

use std::fmt::Write as _;

use carport_domain::people::EmailAddress;
use email_encoding::headers::{quoted_string, rfc2047, writer::EmailWriter};

/// Words for a header: one line, no control characters. Whatever outside value it is made from, it cannot end the line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeaderText(String);

impl HeaderText {
    /// Line breaks and other control characters become blanks; runs of blanks become one.
    pub fn new(words: &str) -> Self {
        let visible = |c: char| {
            if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') {
                ' '
            } else {
                c
            }
        };
        let spaced: String = words.chars().map(visible).collect();
        Self(spaced.split_whitespace().collect::<Vec<_>>().join(" "))
    }

    /// The words.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A name with an address, as in From and To.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mailbox {
    /// What mail programs show.
    pub name: Option<HeaderText>,
    /// The address.
    pub address: EmailAddress,
}

impl Mailbox {
    /// An address with a name; an empty name is left out.
    pub fn new(name: &str, address: EmailAddress) -> Self {
        let name = HeaderText::new(name);
        Self {
            name: (!name.0.is_empty()).then_some(name),
            address,
        }
    }
}

/// A header block in the making.
#[derive(Debug, Default)]
pub(super) struct Headers(String);

impl Headers {
    pub(super) fn with_capacity(bytes: usize) -> Self {
        Self(String::with_capacity(bytes))
    }

    /// A header of ASCII tokens that this crate made itself, on one line.
    pub(super) fn token(&mut self, name: &str, value: &str) {
        debug_assert!(
            value.bytes().all(|b| (b' '..=b'~').contains(&b)),
            "{name} is not one line of ASCII"
        );
        // Not reachable with values this crate makes; in a header a stray character is dropped rather than obeyed.
        let value = value.chars().filter(|c| (' '..='~').contains(c));
        self.0.push_str(name);
        self.0.push_str(": ");
        self.0.extend(value);
        self.0.push_str("\r\n");
    }

    /// A header of free words, encoded by RFC 2047 where they are not ASCII and folded where they are long.
    pub(super) fn words(&mut self, name: &str, words: &HeaderText) {
        self.line(name, |w| {
            if words.0.is_ascii() && !words.0.contains("=?") {
                w.folding().write_str(&words.0)
            } else {
                rfc2047::encode(&words.0, w)
            }
        });
    }

    /// A header with one address.
    pub(super) fn mailbox(&mut self, name: &str, mailbox: &Mailbox) {
        self.line(name, |w| {
            if let Some(words) = &mailbox.name {
                // An address in the name looks like the address it is not; the quotes make it words.
                if words.0.contains("=?") {
                    rfc2047::encode(&words.0, w)
                } else {
                    quoted_string::encode(&words.0, w)
                }?;
                w.space();
            }
            write!(w.folding(), "<{}>", mailbox.address.as_str())
        });
    }

    /// A header of words and an identifier in angle brackets, such as List-Id (RFC 2919).
    pub(super) fn described(&mut self, name: &str, words: &HeaderText, id: &str) {
        self.line(name, |w| {
            quoted_string::encode(&words.0, w)?;
            w.space();
            write!(w.folding(), "<{id}>")
        });
    }

    fn line(&mut self, name: &str, write: impl FnOnce(&mut EmailWriter<'_>) -> std::fmt::Result) {
        self.0.push_str(name);
        self.0.push_str(": ");
        let written = {
            let mut writer = EmailWriter::new(&mut self.0, name.len() + 2, 0, false);
            write(&mut writer)
        };
        debug_assert!(written.is_ok(), "writing to a string does not fail");
        self.0.push_str("\r\n");
    }

    pub(super) fn into_string(self) -> String {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn subject(words: &str) -> String {
        let mut headers = Headers::default();
        headers.words("Subject", &HeaderText::new(words));
        headers.into_string()
    }

    #[test]
    fn a_value_cannot_start_a_header_of_its_own() {
        for hostile in [
            "a\r\nBcc: x@y.example",
            "a\nBcc: x",
            "a\rBcc: x",
            "a\u{2028}Bcc: x",
            "a\0b",
        ] {
            let line = subject(hostile);
            assert_eq!(line.matches("\r\n").count(), 1, "{line:?}");
            assert!(line.ends_with("\r\n"));
        }
        let mut headers = Headers::default();
        let address = "a@b.example".parse().unwrap();
        headers.mailbox("To", &Mailbox::new("Eve\r\nBcc: mallory@evil.example", address));
        let line = headers.into_string();
        assert_eq!(line.matches("\r\n").count(), 1);
        assert!(
            line.starts_with("To: ") && line.ends_with(" <a@b.example>\r\n"),
            "{line}"
        );
    }

    #[test]
    fn long_and_foreign_subjects_are_folded_below_the_line_limit() {
        for words in [
            &"Ваш автомобиль ждёт технического обслуживания ".repeat(6),
            &"de APK van uw auto ".repeat(20),
        ] {
            let line = subject(words);
            assert!(line.lines().count() > 1);
            assert!(line.lines().all(|l| l.len() <= 78), "{line}");
            assert!(line.lines().skip(1).all(|l| l.starts_with(' ')), "{line}");
        }
    }
}
