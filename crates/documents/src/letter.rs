//! The letter: a real one, for a window envelope, ready to fold and frank (F165, B14).
//!
//! # Where the address stands
//!
//! A4, measured from the upper left corner of the sheet, folded at 105 mm and 210 mm (marks at the left edge):
//!
//! | | [`Window::Left`] (DIN 5008 form B, also Dutch left windows) | [`Window::Right`] |
//! |---|---|---|
//! | field behind the window, 85 × 45 mm | 20–105 mm from the left, 45–90 mm from the top | 110–195 mm, 45–90 mm |
//! | sender line | 25–100 mm, 45.5–50 mm | 115–190 mm, 45.5–50 mm |
//! | kept clear for franking and notes | 25–100 mm, 50–62.7 mm | 115–190 mm, 50–62.7 mm |
//! | address, at most six lines | 25–100 mm, 62.7–90 mm | 115–190 mm, 62.7–90 mm |
//!
//! A line too wide for the field makes the whole address smaller, down to 7.5 pt; a line that is still too wide is an error, because half an
//! address is worse than no letter.

use carport_domain::content::{Letter as Message, LetterPart, PrintedCar, Run};
use carport_domain::{Language, format};
use chrono::NaiveDate;
use serde::Serialize;
use serde_json::{Value, json};

use crate::pictures::Pictures;
use crate::sender::{at_most, require};
use crate::{Car, Fact, Plate, RenderError, Sender, clean, fonts, words};

/// A letter to one recipient: the message, and what makes it a letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// Who writes.
    pub sender: Sender,
    /// The address, one line each: name first, the country last if abroad. Blank lines are left out; at most six remain.
    pub recipient: Vec<String>,
    /// Where the envelope has its window.
    pub window: Window,
    /// The day on the letter.
    pub date: NaiveDate,
    /// Short facts beside the address, such as the customer number; at most five.
    pub references: Vec<Fact>,
    /// ISO 3166-1 code of the country that gave the car its plate; decides how plates in the message are drawn.
    pub plate_country: String,
    /// What it says, its language, the QR code and the words at the foot.
    pub message: Message,
}

/// Where the envelope has its window; see the module's table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Window {
    /// On the left.
    #[default]
    Left,
    /// On the right.
    Right,
}

/// The most lines of an address.
const ADDRESS_LINES: usize = 6;
/// The width of the address in millimetres.
const ADDRESS_WIDTH: f64 = 75.0;
/// The sizes an address may have, in points; the first that fits is taken.
const ADDRESS_SIZES: [f64; 4] = [10.5, 9.5, 8.5, 7.5];
/// The sizes the sender line may have, in points; what does not fit at the smallest is cut off.
const SENDER_LINE_SIZES: [f64; 4] = [7.0, 6.5, 6.0, 5.5];
const SMALLEST_SENDER_LINE: f64 = 5.0;
/// Kerning may widen a line a little.
const KERNING: f64 = 1.02;
const MM_PER_POINT: f64 = 25.4 / 72.0;

/// The most parts of a message.
const PARTS: usize = 100;
/// The most characters of a message, about 25 pages.
const CHARACTERS: usize = 100_000;

/// The notice of the right to object (GDPR art. 21) that every letter with advertising carries at its foot: company, and the address to
/// type for saying no.
pub fn objection_notice(language: Language, company: &str, way_out: &str) -> String {
    words::word(
        language,
        "objection",
        &[("company", company.into()), ("address", way_out.into())],
    )
}

impl Letter {
    /// Whether the letter can be made; called before a batch, it tells which one cannot.
    ///
    /// # Errors
    /// The first thing that is missing, too long or not printable.
    pub fn check(&self) -> Result<(), RenderError> {
        self.sender.check()?;
        self.address()?;
        require("subject", &self.message.subject)?;
        at_most("references", self.references.len(), 5)?;
        at_most("parts", self.message.parts.len(), PARTS)?;
        at_most(
            "text",
            self.message.parts.iter().map(characters).sum(),
            CHARACTERS,
        )?;
        at_most(
            "foot",
            self.message.foot.iter().map(|line| line.chars().count()).sum(),
            3_000,
        )
    }

    /// The lines of the address and the largest size in points at which all fit the window.
    fn address(&self) -> Result<(Vec<&str>, f64), RenderError> {
        let lines: Vec<&str> = self
            .recipient
            .iter()
            .map(|line| line.trim())
            .filter(|line| !line.is_empty())
            .collect();
        if lines.is_empty() {
            return Err(RenderError::Missing { field: "recipient" });
        }
        at_most("recipient", lines.len(), ADDRESS_LINES)?;
        let mut size = ADDRESS_SIZES[0];
        for line in &lines {
            if !clean::printable(line) {
                return Err(RenderError::AddressNotPrintable {
                    line: (*line).to_owned(),
                });
            }
            let fitting = ADDRESS_SIZES.into_iter().find(|&points| fits(line, points));
            size = size.min(fitting.ok_or_else(|| RenderError::AddressTooWide {
                line: (*line).to_owned(),
            })?);
        }
        Ok((lines, size))
    }

    /// What the template is told.
    pub(crate) fn data(&self, pictures: &mut Pictures) -> Result<Value, RenderError> {
        self.check()?;
        let message = &self.message;
        let (recipient, recipient_size) = self.address()?;
        let sender_line = [vec![self.sender.name.clone()], self.sender.address.clone()]
            .concat()
            .join("  ·  ");
        let sender_line_size = SENDER_LINE_SIZES
            .into_iter()
            .find(|&size| fits(&sender_line, size))
            .unwrap_or(SMALLEST_SENDER_LINE);
        let qr = match &message.qr {
            Some(qr) => {
                json!({ "url": qr.url, "shown": shown(&qr.url), "label": qr.label, "picture": pictures.qr(&qr.url)? })
            }
            None => Value::Null,
        };
        Ok(json!({
            "language": message.language,
            "words": words::words(message.language, &["date-label"]),
            "sender": self.sender.data(pictures),
            "sender_line": { "text": sender_line, "size": sender_line_size },
            "recipient": recipient,
            "recipient_size": recipient_size,
            "window": self.window,
            "issued": words::day(self.date),
            "date": format::date_long(self.date, message.language),
            "references": self.references,
            "subject": message.subject,
            "parts": message.parts.iter().map(|part| self.part(part)).collect::<Vec<_>>(),
            "qr": qr,
            "foot": message.foot,
        }))
    }

    fn part(&self, part: &LetterPart) -> Value {
        match part {
            LetterPart::Heading { words } => json!({ "kind": "heading", "text": words }),
            LetterPart::Paragraph { runs } => json!({ "kind": "paragraph", "runs": runs }),
            LetterPart::List { items, numbered } => {
                json!({ "kind": "list", "items": items, "numbered": numbered })
            }
            LetterPart::Address { label, url } => {
                json!({ "kind": "address", "address": address(label, url) })
            }
            LetterPart::Action {
                title,
                runs,
                address: to,
            } => json!({
                "kind": "action", "title": title, "runs": runs, "address": to.as_ref().map(|(label, url)| address(label, url)),
            }),
            LetterPart::Car(car) => json!({ "kind": "car", "car": self.car(car) }),
            LetterPart::Divider => json!({ "kind": "divider" }),
            LetterPart::Signature { name, role } => {
                json!({ "kind": "signature", "name": name, "role": role })
            }
        }
    }

    fn car(&self, car: &PrintedCar) -> Car {
        Car {
            plate: car.plate.as_ref().map(|text| Plate {
                country: self.plate_country.clone(),
                text: text.clone(),
            }),
            name: car.make_model.clone().unwrap_or_default(),
            facts: car
                .due
                .iter()
                .map(|(label, value)| Fact::new(label, value))
                .collect(),
        }
    }
}

fn address(label: &str, url: &str) -> Value {
    json!({ "label": label, "url": url, "shown": shown(url) })
}

/// Whether a line fits the width of the address at a size in points.
fn fits(line: &str, points: f64) -> bool {
    fonts::width(&clean::text(line)) * KERNING * MM_PER_POINT * points <= ADDRESS_WIDTH
}

/// A web address as a person types it.
fn shown(url: &str) -> &str {
    let bare = url
        .strip_prefix("https://")
        .or_else(|| url.strip_prefix("http://"))
        .unwrap_or(url);
    bare.strip_suffix('/').unwrap_or(bare)
}

fn characters(part: &LetterPart) -> usize {
    let length = |text: &str| text.chars().count();
    let all = |runs: &[Run]| runs.iter().map(|run| length(&run.words)).sum::<usize>();
    match part {
        LetterPart::Heading { words } => length(words),
        LetterPart::Paragraph { runs } => all(runs),
        LetterPart::List { items, .. } => items.iter().map(|runs| all(runs)).sum(),
        LetterPart::Address { label, url } => length(label) + length(url),
        LetterPart::Action { title, runs, .. } => length(title) + all(runs),
        LetterPart::Car(car) => car
            .due
            .iter()
            .map(|(label, value)| length(label) + length(value))
            .sum(),
        LetterPart::Signature { name, .. } => length(name),
        LetterPart::Divider => 0,
    }
}
