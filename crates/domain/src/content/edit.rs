//! What the editor does to a wording: adding, removing and moving blocks (B13).

use super::block::{ActionBlock, Block, Button, Placed, ShownTo};
use super::{MAX_BLOCKS, Wording};
use crate::text_enum;

text_enum! {
    /// What a block is, without what it says: what staff choose from when they add one.
    pub enum BlockKind {
        /// [`Block::Heading`].
        Heading = "heading",
        /// [`Block::Paragraph`].
        Paragraph = "paragraph",
        /// [`Block::List`].
        List = "list",
        /// [`Block::PersonalPage`].
        PersonalPage = "personal_page",
        /// [`Block::Button`].
        Button = "button",
        /// [`Block::Car`].
        Car = "car",
        /// [`Block::Action`].
        Action = "action",
        /// [`Block::Image`].
        Image = "image",
        /// [`Block::Divider`].
        Divider = "divider",
        /// [`Block::Signature`].
        Signature = "signature",
    }
}

impl BlockKind {
    /// A block of this kind that says nothing yet.
    pub fn blank(self) -> Block<String, String> {
        let none = String::new;
        match self {
            BlockKind::Heading => Block::Heading { text: none() },
            BlockKind::Paragraph => Block::Paragraph { text: none() },
            BlockKind::List => Block::List {
                items: vec![none()],
                numbered: false,
            },
            BlockKind::PersonalPage => Block::PersonalPage { label: none() },
            BlockKind::Button => Block::Button(Button {
                label: none(),
                url: none(),
            }),
            BlockKind::Car => Block::Car,
            BlockKind::Action => Block::Action(ActionBlock {
                title: none(),
                text: none(),
                button: None,
            }),
            BlockKind::Image => Block::Image {
                url: none(),
                alt: none(),
            },
            BlockKind::Divider => Block::Divider,
            BlockKind::Signature => Block::Signature {
                name: none(),
                role: None,
            },
        }
    }
}

impl<T, L> Block<T, L> {
    /// What it is.
    pub const fn kind(&self) -> BlockKind {
        match self {
            Block::Heading { .. } => BlockKind::Heading,
            Block::Paragraph { .. } => BlockKind::Paragraph,
            Block::List { .. } => BlockKind::List,
            Block::PersonalPage { .. } => BlockKind::PersonalPage,
            Block::Button(_) => BlockKind::Button,
            Block::Car => BlockKind::Car,
            Block::Action(_) => BlockKind::Action,
            Block::Image { .. } => BlockKind::Image,
            Block::Divider => BlockKind::Divider,
            Block::Signature { .. } => BlockKind::Signature,
        }
    }
}

/// One press in the editor. Places count from 0; a place that is not there changes nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edit {
    /// A new block: before the signature that ends the message, else at the end.
    Add(BlockKind),
    /// Without this block.
    Remove(usize),
    /// This block one place earlier.
    Up(usize),
    /// This block one place later.
    Down(usize),
}

impl Wording<String, String> {
    /// Makes a change; the place of the block that was added or moved.
    pub fn edit(&mut self, edit: Edit) -> Option<usize> {
        let number = self.blocks.len();
        match edit {
            Edit::Add(_) if number >= MAX_BLOCKS => None,
            Edit::Add(kind) => {
                let signed = self
                    .blocks
                    .last()
                    .is_some_and(|last| last.block.kind() == BlockKind::Signature);
                let at = number - usize::from(signed && kind != BlockKind::Signature);
                let placed = Placed {
                    block: kind.blank(),
                    shown_to: ShownTo::Everyone,
                };
                self.blocks.insert(at, placed);
                Some(at)
            }
            Edit::Remove(at) => {
                if at < number {
                    self.blocks.remove(at);
                }
                None
            }
            Edit::Up(at) if at > 0 && at < number => {
                self.blocks.swap(at, at - 1);
                Some(at - 1)
            }
            Edit::Down(at) if at < number.saturating_sub(1) => {
                self.blocks.swap(at, at + 1);
                Some(at + 1)
            }
            Edit::Up(_) | Edit::Down(_) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::LetterOptions;

    fn wording(kinds: &[BlockKind]) -> Wording<String, String> {
        Wording {
            subject: String::new(),
            preheader: String::new(),
            blocks: kinds.iter().map(|kind| Placed::from(kind.blank())).collect(),
            sms: None,
            script: None,
            letter: LetterOptions::default(),
        }
    }

    fn kinds(wording: &Wording<String, String>) -> Vec<BlockKind> {
        wording.blocks.iter().map(|placed| placed.block.kind()).collect()
    }

    #[test]
    fn every_kind_makes_a_block_of_its_kind() {
        for kind in BlockKind::ALL {
            assert_eq!(kind.blank().kind(), *kind);
        }
    }

    #[test]
    fn a_new_block_stands_before_the_signature_that_ends_the_message() {
        use BlockKind::{Divider, Paragraph, Signature};
        let mut signed = wording(&[Paragraph, Signature]);
        assert_eq!(signed.edit(Edit::Add(Divider)), Some(1));
        assert_eq!(kinds(&signed), [Paragraph, Divider, Signature]);
        let mut open = wording(&[Paragraph]);
        assert_eq!(open.edit(Edit::Add(Signature)), Some(1));
        assert_eq!(kinds(&open), [Paragraph, Signature]);
    }

    #[test]
    fn moving_stops_at_both_ends_and_a_place_that_is_not_there_changes_nothing() {
        use BlockKind::{Car, Divider, Heading};
        let mut three = wording(&[Heading, Car, Divider]);
        assert_eq!(three.edit(Edit::Down(0)), Some(1));
        assert_eq!(kinds(&three), [Car, Heading, Divider]);
        for idle in [
            Edit::Up(0),
            Edit::Down(2),
            Edit::Up(9),
            Edit::Down(usize::MAX),
            Edit::Remove(3),
        ] {
            assert_eq!(three.edit(idle), None, "{idle:?}");
        }
        assert_eq!(kinds(&three), [Car, Heading, Divider]);
        three.edit(Edit::Remove(1));
        assert_eq!(kinds(&three), [Car, Divider]);
    }

    #[test]
    fn a_full_message_takes_no_more_blocks() {
        let mut full = wording(&[BlockKind::Divider; MAX_BLOCKS]);
        assert_eq!(full.edit(Edit::Add(BlockKind::Car)), None);
        assert_eq!(full.blocks.len(), MAX_BLOCKS);
    }
}
