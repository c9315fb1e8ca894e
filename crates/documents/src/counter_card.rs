//! The card on the counter that leads customers to their own page (F54).

use carport_domain::Language;
use chrono::NaiveDate;
use serde::Serialize;
use serde_json::{Value, json};

use crate::pictures::Pictures;
use crate::sender::{at_most, require};
use crate::{RenderError, Sender, words};

/// A card or poster for the reception desk. Texts are in `language`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CounterCard {
    /// The language of the card.
    pub language: Language,
    /// The company.
    pub sender: Sender,
    /// The sheet.
    pub size: CardSize,
    /// The line to read from a distance.
    pub headline: String,
    /// What customers find there, one line each; at most five.
    pub points: Vec<String>,
    /// What is in the QR code.
    pub url: String,
    /// The address to type.
    pub shown: String,
    /// The day it was made, for the document's metadata.
    pub date: NaiveDate,
}

/// The sheet of a counter card.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum CardSize {
    /// 148 × 210 mm, for a stand on the counter.
    A5,
    /// 210 × 297 mm, for the wall.
    A4,
}

impl CounterCard {
    /// What the template is told.
    pub(crate) fn data(&self, pictures: &mut Pictures) -> Result<Value, RenderError> {
        self.sender.check()?;
        require("headline", &self.headline)?;
        at_most("headline", self.headline.chars().count(), 120)?;
        at_most("points", self.points.len(), 5)?;
        Ok(json!({
            "language": self.language,
            "words": words::words(self.language, &["card-scan"]),
            "sender": self.sender.data(pictures),
            "size": self.size,
            "issued": words::day(self.date),
            "headline": self.headline,
            "points": self.points,
            "qr": pictures.qr(&self.url)?,
            "url": self.url,
            "shown": self.shown,
        }))
    }
}
