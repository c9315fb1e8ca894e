//! What staff write: one message as a list of blocks, in several languages, for every channel (F163–F165, B13).
//!
//! A [`Draft`] is what the editor holds and may be wrong; [`Draft::check`] turns it into a [`Content`] or says which
//! field is wrong and why. A content that was approved is never changed: its [`Content::hash`] is stored with every
//! message. What the blocks look like in mail, on paper or in an SMS is decided where they are sent.

mod block;
mod edit;
mod letter;
mod lint;
mod text;
mod variable;

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

pub use block::{ActionBlock, Block, Button, Convert, Placed, Room, ShownTo};
pub use edit::{BlockKind, Edit};
pub use letter::{Letter, LetterPart, LetterQr, PrintedCar, Run};
pub use lint::{Advice, Finding, Nature, lint, needs_a_car};
pub use text::{MAX_TEXT, Span, Target, Text};
pub use variable::{MissingVariable, Value, Values, Variable};

use crate::FieldError;
use crate::language::Language;

/// The most blocks in one message.
pub const MAX_BLOCKS: usize = 60;
/// The longest SMS text before variables are filled in, in characters.
pub const MAX_SMS: usize = 600;

/// One immutable message, in each language it was written in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Content<T = Text, L = Target> {
    /// By language; never empty once checked.
    pub languages: BTreeMap<Language, Wording<T, L>>,
}

/// A message as the editor holds it: every text as typed.
pub type Draft = Content<String, String>;

/// A message in one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wording<T = Text, L = Target> {
    /// The subject of the mail and of the letter.
    pub subject: T,
    /// What mail programs show after the subject.
    pub preheader: T,
    /// The message for mail and letter.
    pub blocks: Vec<Placed<T, L>>,
    /// The SMS; without one the moment cannot go by SMS.
    #[serde(default = "Option::default", skip_serializing_if = "Option::is_none")]
    pub sms: Option<T>,
    /// What to say on the telephone; without one there is no call.
    #[serde(default = "Option::default", skip_serializing_if = "Option::is_none")]
    pub script: Option<T>,
    /// How the letter is printed.
    #[serde(default)]
    pub letter: LetterOptions,
}

/// How the letter of a content is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct LetterOptions {
    /// A QR code to the personal page.
    pub qr: bool,
    /// The car below the subject.
    pub car: bool,
}

impl Default for LetterOptions {
    fn default() -> Self {
        Self { qr: true, car: true }
    }
}

/// A field of a draft that is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The field, such as `nl.blocks.2.text`; `nl.subject`; `nl.sms`.
    pub at: String,
    /// What is wrong.
    pub error: FieldError,
}

/// The part of a wording that one channel needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Subject, preheader and blocks.
    Email,
    /// Subject and blocks.
    Letter,
    /// The SMS.
    Sms,
    /// The telephone script.
    Script,
}

impl Draft {
    /// The content, or every field that is wrong.
    pub fn check(self) -> Result<Content, Vec<Problem>> {
        let mut checker = Checker { problems: Vec::new() };
        if self.languages.is_empty() {
            checker.wrong("languages", FieldError::new("content-error-no-language"));
        }
        let languages = self
            .languages
            .into_iter()
            .map(|(l, w)| (l, w.convert(l.as_str(), &mut checker)))
            .collect();
        if checker.problems.is_empty() {
            Ok(Content { languages })
        } else {
            Err(checker.problems)
        }
    }
}

impl Content {
    /// The content as the editor holds it.
    pub fn to_draft(&self) -> Draft {
        let convert = |(l, w): (&Language, &Wording)| (*l, w.clone().convert(l.as_str(), &mut Unread));
        Content {
            languages: self.languages.iter().map(convert).collect(),
        }
    }

    /// The wording in a language; where there is none, in the company's language; where that is missing too, the first.
    pub fn wording(&self, wanted: Language, company: Language) -> Option<(Language, &Wording)> {
        [wanted, company]
            .iter()
            .find_map(|l| self.languages.get(l).map(|w| (*l, w)))
            .or_else(|| self.languages.iter().next().map(|(l, w)| (*l, w)))
    }

    /// SHA-256 over the content's canonical JSON (object keys sorted, no blanks), as lower-case hex.
    pub fn hash(&self) -> String {
        let mut canonical = String::new();
        // A content holds texts, numbers and maps by text only, which serde can always write.
        write_canonical(&serde_json::to_value(self).unwrap_or_default(), &mut canonical);
        hex::encode(Sha256::digest(canonical))
    }
}

fn write_canonical(value: &serde_json::Value, out: &mut String) {
    use serde_json::Value;
    match value {
        Value::Object(map) => {
            let sorted: BTreeMap<_, _> = map.iter().collect();
            out.push('{');
            for (n, (key, value)) in sorted.into_iter().enumerate() {
                if n > 0 {
                    out.push(',');
                }
                out.push_str(&Value::String(key.clone()).to_string());
                out.push(':');
                write_canonical(value, out);
            }
            out.push('}');
        }
        Value::Array(items) => {
            out.push('[');
            for (n, item) in items.iter().enumerate() {
                if n > 0 {
                    out.push(',');
                }
                write_canonical(item, out);
            }
            out.push(']');
        }
        leaf => out.push_str(&leaf.to_string()),
    }
}

impl<T, L> Wording<T, L> {
    fn convert<C: Convert<T, L>>(self, at: &str, c: &mut C) -> Wording<C::Text, C::Link> {
        let subject = c.text(&format!("{at}.subject"), self.subject, Room::line(200));
        let preheader = c.text(
            &format!("{at}.preheader"),
            self.preheader,
            Room::line(200).or_empty(),
        );
        let number = self.blocks.len();
        let blocks = self
            .blocks
            .into_iter()
            .enumerate()
            .map(|(n, placed)| Placed {
                block: placed.block.convert(&format!("{at}.blocks.{n}"), c),
                shown_to: placed.shown_to,
            })
            .collect();
        c.number_of_blocks(&format!("{at}.blocks"), number);
        let sms = self.sms.map(|t| {
            c.text(
                &format!("{at}.sms"),
                t,
                Room {
                    lines: true,
                    ..Room::line(MAX_SMS)
                },
            )
        });
        let script = self.script.map(|t| {
            c.text(
                &format!("{at}.script"),
                t,
                Room {
                    lines: true,
                    ..Room::line(MAX_TEXT)
                },
            )
        });
        Wording {
            subject,
            preheader,
            blocks,
            sms,
            script,
            letter: self.letter,
        }
    }
}

impl Wording {
    /// The blocks a recipient gets, in order.
    pub fn blocks_for(&self, has_car: bool) -> impl Iterator<Item = &Block> {
        self.blocks
            .iter()
            .filter(move |p| p.shown_to.includes(has_car))
            .map(|p| &p.block)
            .filter(move |b| has_car || !matches!(b, Block::Car))
    }

    /// What must be known of a recipient to write a part to them.
    pub fn required(&self, part: Part, has_car: bool) -> BTreeSet<Variable> {
        let mut needed = BTreeSet::new();
        match part {
            Part::Sms => needed.extend(self.sms.iter().flat_map(Text::required)),
            Part::Script => needed.extend(self.script.iter().flat_map(Text::required)),
            Part::Email | Part::Letter => {
                let mut collect = Required(&mut needed);
                collect.take(&self.subject);
                if part == Part::Email {
                    collect.take(&self.preheader);
                }
                for block in self.blocks_for(has_car) {
                    if matches!(block, Block::PersonalPage { .. }) {
                        collect.0.insert(Variable::MyPageUrl);
                    }
                    block.clone().convert("", &mut collect);
                }
            }
        }
        needed
    }

    /// Whether a part can be written to a recipient; if not, what is missing. `customer` is how staff know them.
    pub fn ensure_known(&self, part: Part, values: &Values, customer: &str) -> Result<(), MissingVariable> {
        let variables: BTreeSet<Variable> = self
            .required(part, values.has_car())
            .into_iter()
            .filter(|v| !values.has(*v))
            .collect();
        if variables.is_empty() {
            Ok(())
        } else {
            Err(MissingVariable {
                customer: customer.to_owned(),
                variables,
            })
        }
    }
}

struct Checker {
    problems: Vec<Problem>,
}

impl Checker {
    fn wrong(&mut self, at: &str, error: FieldError) {
        self.problems.push(Problem {
            at: at.to_owned(),
            error,
        });
    }
}

impl Convert<String, String> for Checker {
    type Text = Text;
    type Link = Target;

    fn text(&mut self, at: &str, typed: String, room: Room) -> Text {
        if typed.chars().count() > room.max {
            self.wrong(at, FieldError::new("error-too-long").with("max", room.max));
            return Text::default();
        }
        match Text::parse(&typed) {
            Ok(text) if text.is_blank() && !room.optional => {
                self.wrong(at, FieldError::new("error-required"))
            }
            Ok(text) if !room.rich && !text.is_plain(room.lines) => {
                self.wrong(at, FieldError::new("content-error-only-words"));
            }
            Ok(text) => return text,
            Err(error) => self.wrong(at, error),
        }
        Text::default()
    }

    fn link(&mut self, at: &str, typed: String) -> Target {
        Target::parse(&typed).unwrap_or_else(|error| {
            self.wrong(at, error);
            Target::Variable(Variable::MyPageUrl)
        })
    }

    fn number_of_blocks(&mut self, at: &str, number: usize) {
        if number == 0 {
            self.wrong(at, FieldError::new("content-error-no-blocks"));
        } else if number > MAX_BLOCKS {
            self.wrong(
                at,
                FieldError::new("content-error-too-many-blocks").with("max", MAX_BLOCKS),
            );
        }
    }
}

/// Takes a content back to what was typed.
struct Unread;

impl Convert<Text, Target> for Unread {
    type Text = String;
    type Link = String;
    fn text(&mut self, _: &str, text: Text, _: Room) -> String {
        text.into()
    }
    fn link(&mut self, _: &str, link: Target) -> String {
        link.into()
    }
}

/// Collects the variables that must be known.
struct Required<'a>(&'a mut BTreeSet<Variable>);

impl Required<'_> {
    fn take(&mut self, text: &Text) {
        self.0.extend(text.required());
    }
}

impl Convert<Text, Target> for Required<'_> {
    type Text = ();
    type Link = ();
    fn text(&mut self, _: &str, text: Text, _: Room) {
        self.take(&text);
    }
    fn link(&mut self, _: &str, link: Target) {
        if let Target::Variable(variable) = link {
            self.0.insert(variable);
        }
    }
}

#[cfg(test)]
mod tests;
