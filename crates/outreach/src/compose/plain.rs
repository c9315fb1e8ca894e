//! A mail as text, for programs without HTML: the same words and the same links.

use carport_domain::Texts;
use carport_domain::content::{Block, Button, Variable};

use super::fill::Filler;

/// The blocks one below the other, with an empty line between.
pub(super) fn blocks<'a>(blocks: impl Iterator<Item = &'a Block>, fill: Filler<'_>, texts: &Texts) -> String {
    blocks
        .map(|b| block(b, fill, texts))
        .filter(|b| !b.is_empty())
        .collect::<Vec<_>>()
        .join("\n\n")
}

fn block(block: &Block, fill: Filler<'_>, texts: &Texts) -> String {
    let button = |b: &Button| format!("{}:\n{}", fill.words(&b.label), fill.address(&b.url));
    match block {
        Block::Heading { text } => format!("# {}", fill.words(text)),
        Block::Paragraph { text } => fill.words(text),
        Block::List { items, numbered } => items
            .iter()
            .enumerate()
            .map(|(n, item)| {
                let mark = if *numbered {
                    format!("{}.", n + 1)
                } else {
                    "-".to_owned()
                };
                format!("{mark} {}", fill.words(item).replace('\n', "\n  "))
            })
            .collect::<Vec<_>>()
            .join("\n"),
        Block::Button(b) => button(b),
        Block::PersonalPage { label } => {
            format!(
                "{}:\n{}",
                fill.words(label),
                fill.value(Variable::MyPageUrl).unwrap_or_default()
            )
        }
        Block::Image { alt, .. } if alt.is_blank() => String::new(),
        Block::Image { alt, .. } => format!("[{}]", fill.words(alt)),
        Block::Car => car(fill, texts),
        Block::Action(action) => {
            let link = action
                .button
                .as_ref()
                .map(|b| format!("\n{}", button(b)))
                .unwrap_or_default();
            format!(
                "* {} *\n{}{link}",
                fill.words(&action.title),
                fill.words(&action.text)
            )
        }
        Block::Divider => "----".to_owned(),
        Block::Signature { name, role } => {
            let role = role
                .as_ref()
                .map(|r| format!("\n{}", fill.words(r)))
                .unwrap_or_default();
            format!("{}\n{}{role}", texts.get("mail-regards"), fill.words(name))
        }
    }
}

/// What is known of the car and worth saying, each with the key of its label.
pub(super) const CAR_FACTS: [(Variable, &str); 3] = [
    (Variable::InspectionDue, "mail-car-inspection"),
    (Variable::MaintenanceDue, "mail-car-maintenance"),
    (Variable::Mileage, "mail-car-mileage"),
];

fn car(fill: Filler<'_>, texts: &Texts) -> String {
    let name = [Variable::Plate, Variable::MakeModel]
        .into_iter()
        .filter_map(|v| fill.value(v))
        .collect::<Vec<_>>();
    let facts = CAR_FACTS
        .into_iter()
        .filter_map(|(v, key)| Some(format!("\n{}: {}", texts.get(key), fill.value(v)?)));
    name.join(" · ") + &facts.collect::<String>()
}
