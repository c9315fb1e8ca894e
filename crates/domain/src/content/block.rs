//! The blocks a message is made of.
//!
//! Each type comes in two states: as typed (`String`, what the editor posts and may be wrong) and as checked
//! ([`Text`] and [`Target`], what is stored and sent). [`Block::convert`] is the one walk over a block's texts.

use serde::{Deserialize, Serialize};

use super::text::{Target, Text};
use crate::text_enum;

text_enum! {
    /// For whom a block stands in the message.
    pub enum ShownTo {
        /// Everybody.
        Everyone = "everyone",
        /// Recipients whose car is known.
        WithCar = "with_car",
        /// Recipients without a known car.
        WithoutCar = "without_car",
    }
}

impl ShownTo {
    fn is_everyone(&self) -> bool {
        *self == ShownTo::Everyone
    }
    fn everyone() -> Self {
        ShownTo::Everyone
    }
    /// Whether the block is there for a recipient.
    pub const fn includes(self, has_car: bool) -> bool {
        match self {
            ShownTo::Everyone => true,
            ShownTo::WithCar => has_car,
            ShownTo::WithoutCar => !has_car,
        }
    }
}

/// A block in its place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Placed<T = Text, L = Target> {
    /// What it is.
    #[serde(flatten)]
    pub block: Block<T, L>,
    /// For whom.
    #[serde(default = "ShownTo::everyone", skip_serializing_if = "ShownTo::is_everyone")]
    pub shown_to: ShownTo,
}

impl<T, L> From<Block<T, L>> for Placed<T, L> {
    fn from(block: Block<T, L>) -> Self {
        Self {
            block,
            shown_to: ShownTo::Everyone,
        }
    }
}

/// One part of a message. Every channel writes it in its own way: mail as HTML and text, a letter on paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Block<T = Text, L = Target> {
    /// A heading.
    Heading {
        /// Words and variables.
        text: T,
    },
    /// A paragraph.
    Paragraph {
        /// May have bold words, links and new lines.
        text: T,
    },
    /// A list.
    List {
        /// Its points.
        items: Vec<T>,
        /// Numbered, or with dots.
        #[serde(default)]
        numbered: bool,
    },
    /// A button. On paper its address is printed.
    Button(Button<T, L>),
    /// The special button that leads to the customer's own page (F163). On paper a QR code.
    PersonalPage {
        /// What the button says.
        label: T,
    },
    /// A picture from the company's own files.
    Image {
        /// Where the picture is.
        url: L,
        /// What it shows, for those who do not see it.
        alt: T,
    },
    /// The recipient's car: plate, make and model, the dates that are known. Nothing for a recipient without one.
    Car,
    /// A reusable block that points to something else (F163, «actieblok»), copied into the content, so that a
    /// version which was approved does not change when the original does.
    Action(ActionBlock<T, L>),
    /// A line across.
    Divider,
    /// Who writes.
    Signature {
        /// The name under the message.
        name: T,
        /// Function or department.
        #[serde(default = "Option::default", skip_serializing_if = "Option::is_none")]
        role: Option<T>,
    },
}

/// A button.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Button<T = Text, L = Target> {
    /// What it says.
    pub label: T,
    /// Where it leads.
    pub url: L,
}

/// A reusable block: a title, a few words and perhaps a button.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActionBlock<T = Text, L = Target> {
    /// Its title.
    pub title: T,
    /// What it says.
    pub text: T,
    /// Where it points; `{{ my_page_url }}` for the personal page.
    #[serde(default = "Option::default", skip_serializing_if = "Option::is_none")]
    pub button: Option<Button<T, L>>,
}

/// How much a text may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Room {
    /// Most characters.
    pub max: usize,
    /// Whether bold words and links are possible.
    pub rich: bool,
    /// Whether new lines are possible.
    pub lines: bool,
    /// Whether it may be left empty.
    pub optional: bool,
}

impl Room {
    /// A line of words and variables.
    pub const fn line(max: usize) -> Self {
        Self {
            max,
            rich: false,
            lines: false,
            optional: false,
        }
    }
    /// Running text.
    pub const fn text() -> Self {
        Self {
            max: super::text::MAX_TEXT,
            rich: true,
            lines: true,
            optional: false,
        }
    }
    /// The same, but may be empty.
    pub const fn or_empty(self) -> Self {
        Self {
            optional: true,
            ..self
        }
    }
}

/// Turns the texts of a block from one state into another; `at` names the field, such as `nl.blocks.2.items.0`.
pub trait Convert<T, L> {
    /// The new kind of text.
    type Text;
    /// The new kind of address.
    type Link;
    /// Turns one text.
    fn text(&mut self, at: &str, text: T, room: Room) -> Self::Text;
    /// Turns one address.
    fn link(&mut self, at: &str, link: L) -> Self::Link;
    /// Told how many blocks there are.
    fn number_of_blocks(&mut self, _at: &str, _number: usize) {}
}

impl<T, L> Block<T, L> {
    /// Turns every text and address of the block.
    pub fn convert<C: Convert<T, L>>(self, at: &str, c: &mut C) -> Block<C::Text, C::Link> {
        match self {
            Block::Heading { text } => Block::Heading {
                text: c.text(&format!("{at}.text"), text, Room::line(150)),
            },
            Block::Paragraph { text } => Block::Paragraph {
                text: c.text(&format!("{at}.text"), text, Room::text()),
            },
            Block::List { items, numbered } => Block::List {
                items: items
                    .into_iter()
                    .enumerate()
                    .map(|(n, item)| c.text(&format!("{at}.items.{n}"), item, Room::text()))
                    .collect(),
                numbered,
            },
            Block::Button(button) => Block::Button(button.convert(at, c)),
            Block::PersonalPage { label } => Block::PersonalPage {
                label: c.text(&format!("{at}.label"), label, Room::line(60)),
            },
            Block::Image { url, alt } => Block::Image {
                url: c.link(&format!("{at}.url"), url),
                alt: c.text(&format!("{at}.alt"), alt, Room::line(200).or_empty()),
            },
            Block::Car => Block::Car,
            Block::Action(action) => Block::Action(ActionBlock {
                title: c.text(&format!("{at}.title"), action.title, Room::line(150)),
                text: c.text(&format!("{at}.text"), action.text, Room::text()),
                button: action.button.map(|b| b.convert(&format!("{at}.button"), c)),
            }),
            Block::Divider => Block::Divider,
            Block::Signature { name, role } => Block::Signature {
                name: c.text(&format!("{at}.name"), name, Room::line(100)),
                role: role.map(|r| c.text(&format!("{at}.role"), r, Room::line(100))),
            },
        }
    }
}

impl<T, L> Button<T, L> {
    fn convert<C: Convert<T, L>>(self, at: &str, c: &mut C) -> Button<C::Text, C::Link> {
        Button {
            label: c.text(&format!("{at}.label"), self.label, Room::line(60)),
            url: c.link(&format!("{at}.url"), self.url),
        }
    }
}
