//! The letter of a message: the same blocks on paper.

use carport_domain::content::{
    Block, Button, Letter, LetterPart, LetterQr, PrintedCar, Run, Variable, Wording,
};
use carport_domain::{Language, Texts};

use super::Message;
use super::fill::Filler;
use super::plain::CAR_FACTS;

pub(super) fn letter(message: &Message<'_>, language: Language, wording: &Wording) -> Letter {
    let texts = Texts::new(language);
    let fill = Filler {
        values: message.values,
        language,
    };
    let has_car = message.values.has_car();
    let mut qr = None;
    let mut parts = Vec::new();
    for block in wording.blocks_for(has_car) {
        match block {
            Block::Car if !wording.letter.car => {}
            Block::Signature { .. } => {
                let runs = vec![Run {
                    words: texts.get("mail-regards"),
                    bold: false,
                }];
                parts.push(LetterPart::Paragraph { runs });
                parts.extend(part(block, fill, &texts));
            }
            Block::PersonalPage { label } if wording.letter.qr => {
                let url = fill.value(Variable::MyPageUrl).unwrap_or_default().into_owned();
                qr = Some(LetterQr {
                    url,
                    label: fill.words(label),
                });
            }
            block => parts.extend(part(block, fill, &texts)),
        }
    }
    let mut foot = vec![message.foot.why(message.sender, language)];
    if let Some(way_out) = message.foot.way_out() {
        foot.push(carport_documents::objection_notice(
            language,
            &message.sender.name,
            &way_out.preferences_url,
        ));
    }
    Letter {
        language,
        subject: fill.words(&wording.subject),
        parts,
        qr,
        foot,
    }
}

fn part(block: &Block, fill: Filler<'_>, texts: &Texts) -> Option<LetterPart> {
    let address = |b: &Button| (fill.words(&b.label), fill.address(&b.url).into_owned());
    Some(match block {
        Block::Heading { text } => LetterPart::Heading {
            words: fill.words(text),
        },
        Block::Paragraph { text } => LetterPart::Paragraph {
            runs: fill.runs(text),
        },
        Block::List { items, numbered } => LetterPart::List {
            items: items.iter().map(|i| fill.runs(i)).collect(),
            numbered: *numbered,
        },
        Block::Button(button) => {
            let (label, url) = address(button);
            LetterPart::Address { label, url }
        }
        Block::PersonalPage { label } => LetterPart::Address {
            label: fill.words(label),
            url: fill.value(Variable::MyPageUrl).unwrap_or_default().into_owned(),
        },
        // Pictures of a mail are too coarse for paper.
        Block::Image { .. } => return None,
        Block::Car => LetterPart::Car(PrintedCar {
            plate: fill.value(Variable::Plate).map(Into::into),
            make_model: fill.value(Variable::MakeModel).map(Into::into),
            due: CAR_FACTS
                .into_iter()
                .filter_map(|(v, key)| Some((texts.get(key), fill.value(v)?.into_owned())))
                .collect(),
        }),
        Block::Action(action) => LetterPart::Action {
            title: fill.words(&action.title),
            runs: fill.runs(&action.text),
            address: action.button.as_ref().map(address),
        },
        Block::Divider => LetterPart::Divider,
        Block::Signature { name, role } => LetterPart::Signature {
            name: fill.words(name),
            role: role.as_ref().map(|r| fill.words(r)),
        },
    })
}
