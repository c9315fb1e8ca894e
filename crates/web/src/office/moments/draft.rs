//! A wording as a form: its fields carry the names by which [`Draft::check`] tells what is wrong, such as `blocks.2.text`.
//!
//! [`Draft::check`]: carport_domain::content::Draft::check

use carport_domain::content::{
    ActionBlock, Block, BlockKind, Button, Edit, LetterOptions, MAX_BLOCKS, Placed, ShownTo, Wording,
};
use carport_domain::i18n::Texts;

use crate::kit::forms::Form;

/// A wording as typed.
pub type Typed = Wording<String, String>;

/// One field of a block.
pub struct Field {
    /// Its name, which is its id too.
    pub id: String,
    /// What it asks for.
    pub label: String,
    /// What to know about it; may be empty.
    pub hint: String,
    /// What was typed.
    pub value: String,
    /// What is wrong; may be empty.
    pub error: String,
    /// How it is drawn.
    pub shape: Shape,
    /// Whether it may stay empty.
    pub optional: bool,
}

/// How a field is drawn.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// One line.
    Line,
    /// An address: one line, with the keyboard for addresses.
    Address,
    /// Several lines.
    Text,
    /// A box to tick.
    Tick,
}

/// A block in the editor.
pub struct BlockCard {
    /// Its place, counting from 0.
    pub place: usize,
    /// Its id in the page, where errors about the whole block lead.
    pub id: String,
    /// Its number and kind in words.
    pub title: String,
    /// Its kind.
    pub kind: BlockKind,
    /// What it says when it has no fields.
    pub about: String,
    /// Its fields.
    pub fields: Vec<Field>,
    /// For whom it stands there.
    pub shown_to: ShownTo,
    /// What a good editor would say about it.
    pub advice: Vec<String>,
    /// Nothing before it.
    pub first: bool,
    /// Nothing after it.
    pub last: bool,
    /// Whether its first field gets the focus.
    pub focus: bool,
}

/// Reads a wording from a form. What the form does not ask for stays as it was in `kept`.
pub fn read(form: &Form, kept: Option<&Typed>) -> Typed {
    let number = form
        .text("blocks")
        .parse::<usize>()
        .unwrap_or(0)
        .min(MAX_BLOCKS + 1);
    let typed = |name: &str| form.raw(name).to_owned();
    let optional = |name: &str| Some(typed(name)).filter(|text| !text.trim().is_empty());
    Wording {
        subject: typed("subject"),
        preheader: typed("preheader"),
        blocks: (0..number).filter_map(|n| block(form, n)).collect(),
        sms: if form.has("sms") {
            optional("sms")
        } else {
            kept.and_then(|kept| kept.sms.clone())
        },
        script: if form.has("script") {
            optional("script")
        } else {
            kept.and_then(|kept| kept.script.clone())
        },
        letter: LetterOptions {
            qr: form.has("letter.qr"),
            car: form.has("letter.car"),
        },
    }
}

fn block(form: &Form, n: usize) -> Option<Placed<String, String>> {
    let field = |name: &str| format!("blocks.{n}.{name}");
    let typed = |name: &str| form.raw(&field(name)).to_owned();
    let kind: BlockKind = form.text(&field("type")).parse().ok()?;
    let button = |prefix: &str| Button {
        label: typed(&format!("{prefix}label")),
        url: typed(&format!("{prefix}url")),
    };
    let block = match kind {
        BlockKind::Heading => Block::Heading { text: typed("text") },
        BlockKind::Paragraph => Block::Paragraph { text: typed("text") },
        BlockKind::List => {
            let points = form.raw(&field("items")).lines().map(str::trim);
            let mut items: Vec<String> = points.filter(|p| !p.is_empty()).map(str::to_owned).collect();
            if items.is_empty() {
                items.push(String::new());
            }
            Block::List {
                items,
                numbered: form.has(&field("numbered")),
            }
        }
        BlockKind::PersonalPage => Block::PersonalPage {
            label: typed("label"),
        },
        BlockKind::Button => Block::Button(button("")),
        BlockKind::Car => Block::Car,
        BlockKind::Action => {
            let button = button("button.");
            let empty = button.label.trim().is_empty() && button.url.trim().is_empty();
            Block::Action(ActionBlock {
                title: typed("title"),
                text: typed("text"),
                button: (!empty).then_some(button),
            })
        }
        BlockKind::Image => Block::Image {
            url: typed("url"),
            alt: typed("alt"),
        },
        BlockKind::Divider => Block::Divider,
        BlockKind::Signature => Block::Signature {
            name: typed("name"),
            role: Some(typed("role")).filter(|role| !role.trim().is_empty()),
        },
    };
    Some(Placed {
        block,
        shown_to: form.text(&field("shown_to")).parse().unwrap_or(ShownTo::Everyone),
    })
}

/// The press a form was sent with: `add.<kind>`, `remove.<place>`, `up.<place>`, `down.<place>`.
pub fn press(form: &Form) -> Option<Edit> {
    let (what, which) = form.text("do").split_once('.')?;
    let place = || which.parse::<usize>().ok();
    match what {
        "add" => which.parse().ok().map(Edit::Add),
        "remove" => place().map(Edit::Remove),
        "up" => place().map(Edit::Up),
        "down" => place().map(Edit::Down),
        _ => None,
    }
}

/// The field an error is about, as the form names it: the points of a list are one field.
pub fn field_of(at: &str) -> String {
    match at.split_once(".items.") {
        Some((block, _)) => format!("{block}.items"),
        None => at.to_owned(),
    }
}

/// The blocks as cards. `error` says what is wrong with a field, `advice` what could be better about a block; `focus` is
/// the block that was just added or moved.
pub fn cards(
    wording: &Typed,
    t: &Texts,
    error: impl Fn(&str) -> String,
    advice: impl Fn(&str) -> Vec<String>,
    focus: Option<usize>,
) -> Vec<BlockCard> {
    let number = wording.blocks.len();
    let card = |(place, placed): (usize, &Placed<String, String>)| {
        let kind = placed.block.kind();
        let id = format!("blocks.{place}");
        BlockCard {
            title: format!("{}. {}", place + 1, t.choice("content-block", kind.as_str())),
            about: if matches!(kind, BlockKind::Car | BlockKind::Divider) {
                t.choice("content-block-about", kind.as_str())
            } else {
                String::new()
            },
            fields: fields(&placed.block, &id, t, &error),
            shown_to: placed.shown_to,
            advice: advice(&id),
            first: place == 0,
            last: place + 1 == number,
            focus: focus == Some(place),
            place,
            kind,
            id,
        }
    };
    wording.blocks.iter().enumerate().map(card).collect()
}

fn fields(block: &Block<String, String>, id: &str, t: &Texts, error: &impl Fn(&str) -> String) -> Vec<Field> {
    let field = |name: &str, label: &str, value: &str, shape: Shape| {
        let id = format!("{id}.{name}");
        Field {
            label: t.get(&format!("content-field-{label}")),
            hint: String::new(),
            value: value.to_owned(),
            error: error(&id),
            shape,
            optional: false,
            id,
        }
    };
    let hinted = |mut field: Field, hint: &str| {
        field.hint = t.get(&format!("content-hint-{hint}"));
        field
    };
    let optional = |mut field: Field| {
        field.optional = true;
        field
    };
    match block {
        Block::Heading { text } => vec![field("text", "heading", text, Shape::Line)],
        Block::Paragraph { text } => vec![field("text", "text", text, Shape::Text)],
        Block::List { items, numbered } => vec![
            hinted(field("items", "items", &items.join("\n"), Shape::Text), "items"),
            field(
                "numbered",
                "numbered",
                if *numbered { "yes" } else { "" },
                Shape::Tick,
            ),
        ],
        Block::PersonalPage { label } => {
            vec![hinted(
                field("label", "label", label, Shape::Line),
                "personal-page",
            )]
        }
        Block::Button(button) => vec![
            field("label", "label", &button.label, Shape::Line),
            hinted(field("url", "url", &button.url, Shape::Address), "url"),
        ],
        Block::Image { url, alt } => vec![
            hinted(field("url", "image-url", url, Shape::Address), "url"),
            hinted(field("alt", "alt", alt, Shape::Line), "alt"),
        ],
        Block::Action(action) => {
            let button = action.button.as_ref();
            let label = button.map_or("", |b| b.label.as_str());
            let url = button.map_or("", |b| b.url.as_str());
            vec![
                field("title", "heading", &action.title, Shape::Line),
                field("text", "text", &action.text, Shape::Text),
                optional(field("button.label", "label", label, Shape::Line)),
                optional(hinted(field("button.url", "url", url, Shape::Address), "url")),
            ]
        }
        Block::Signature { name, role } => vec![
            field("name", "name", name, Shape::Line),
            optional(field(
                "role",
                "role",
                role.as_deref().unwrap_or_default(),
                Shape::Line,
            )),
        ],
        Block::Car | Block::Divider => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use carport_domain::Language;
    use carport_domain::moments::catalogue;

    /// The form a browser would send for a wording.
    fn sent(wording: &Typed) -> Form {
        let mut fields = vec![
            ("subject".to_owned(), wording.subject.clone()),
            ("preheader".to_owned(), wording.preheader.clone()),
            ("sms".to_owned(), wording.sms.clone().unwrap_or_default()),
            ("script".to_owned(), wording.script.clone().unwrap_or_default()),
            ("blocks".to_owned(), wording.blocks.len().to_string()),
        ];
        for (name, on) in [
            ("letter.qr", wording.letter.qr),
            ("letter.car", wording.letter.car),
        ] {
            if on {
                fields.push((name.to_owned(), "yes".to_owned()));
            }
        }
        let t = Texts::new(Language::En);
        for card in cards(wording, &t, |_| String::new(), |_| Vec::new(), None) {
            fields.push((format!("{}.type", card.id), card.kind.to_string()));
            fields.push((format!("{}.shown_to", card.id), card.shown_to.to_string()));
            let filled = |f: &Field| f.shape != Shape::Tick || !f.value.is_empty();
            fields.extend(card.fields.into_iter().filter(filled).map(|f| (f.id, f.value)));
        }
        Form::of(fields)
    }

    #[test]
    fn what_the_form_shows_comes_back_as_it_was_for_every_shipped_message() {
        for moment in catalogue() {
            for (language, wording) in moment.content.to_draft().languages {
                assert_eq!(
                    read(&sent(&wording), None),
                    wording,
                    "{} {language}",
                    moment.definition.key
                );
            }
        }
    }

    #[test]
    fn every_kind_of_block_comes_back_as_it_was() {
        let mut wording = catalogue()[0]
            .content
            .to_draft()
            .languages
            .into_values()
            .next()
            .unwrap();
        for kind in BlockKind::ALL {
            wording.edit(Edit::Add(*kind));
        }
        assert_eq!(read(&sent(&wording), None), wording);
    }

    #[test]
    fn a_press_that_means_nothing_changes_nothing() {
        for pressed in ["save", "up.x", "add.nonsense", "remove.-1", "add", ""] {
            let form = Form::prefilled([("do", pressed.to_owned())]);
            assert_eq!(press(&form), None, "{pressed}");
        }
    }

    #[test]
    fn a_form_that_promises_more_blocks_than_there_may_be_is_not_followed() {
        let form = Form::prefilled([
            ("blocks", "99999999999".to_owned()),
            ("blocks.0.type", "car".to_owned()),
        ]);
        assert_eq!(read(&form, None).blocks.len(), 1);
    }

    #[test]
    fn the_points_of_a_list_are_one_field() {
        assert_eq!(field_of("blocks.2.items.1"), "blocks.2.items");
        assert_eq!(field_of("blocks.2.text"), "blocks.2.text");
    }
}
