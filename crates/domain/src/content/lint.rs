//! What a good editor would say about a message before it goes out (B10, B13).
//!
//! Identity, the reason line and the way out are put around every message by the frame, so they cannot be forgotten;
//! this looks at what staff themselves can get wrong.

use crate::MessageKey;
use crate::language::Language;

use super::text::{Span, Target};
use super::{Block, Content, Part, Text, Wording};

/// How much a finding weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Advice {
    /// Worth a look.
    Better,
    /// The message may not be approved like this.
    Must,
}

/// The nature of the message, which decides what is allowed in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Nature {
    /// Advertising in the sense of the law.
    Marketing,
    /// About an order, a visit or the account.
    Service,
}

/// Something to improve.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The field, such as `nl.subject`.
    pub at: String,
    /// The text that says what to do.
    pub says: MessageKey,
    /// How much it weighs.
    pub advice: Advice,
}

/// Everything to improve in a content, the gravest first.
pub fn lint(content: &Content, nature: Nature) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (language, wording) in &content.languages {
        Reader {
            language: *language,
            findings: &mut findings,
        }
        .read(wording, nature);
    }
    findings.sort_by_key(|f| std::cmp::Reverse(f.advice));
    findings
}

/// Whether a wording leaves out readers without a car, because it names something of a car that such a reader does not have:
/// advice for a moment that is not about one car.
pub fn needs_a_car(wording: &Wording) -> bool {
    [Part::Email, Part::Script, Part::Sms]
        .into_iter()
        .flat_map(|part| wording.required(part, false))
        .any(|variable| variable.is_about_a_car())
}

struct Reader<'a> {
    language: Language,
    findings: &'a mut Vec<Finding>,
}

impl Reader<'_> {
    fn find(&mut self, at: &str, advice: Advice, says: &'static str) {
        self.findings.push(Finding {
            at: format!("{}.{at}", self.language),
            says: MessageKey::new(says),
            advice,
        });
    }

    fn read(&mut self, wording: &Wording, nature: Nature) {
        self.subject(&wording.subject);
        if wording.preheader.is_blank() {
            self.find("preheader", Advice::Better, "content-lint-preheader-empty");
        }
        let mut buttons = 0;
        let mut words = 0;
        for (n, placed) in wording.blocks.iter().enumerate() {
            let at = format!("blocks.{n}");
            match &placed.block {
                Block::Paragraph { text } | Block::Heading { text } => words += self.text(&at, text),
                Block::List { items, .. } => {
                    words += items.iter().map(|item| self.text(&at, item)).sum::<usize>()
                }
                Block::Action(action) => {
                    words += self.text(&at, &action.text);
                    if let Some(button) = &action.button {
                        self.address(&at, &button.url);
                    }
                }
                Block::Image { url, alt } => {
                    if alt.is_blank() {
                        self.find(&at, Advice::Must, "content-lint-alt-missing");
                    }
                    self.address(&at, url);
                }
                Block::Button(button) => {
                    buttons += 1;
                    self.address(&at, &button.url);
                }
                Block::PersonalPage { .. } => buttons += 1,
                Block::Car | Block::Divider | Block::Signature { .. } => {}
            }
        }
        if words == 0 {
            self.find("blocks", Advice::Must, "content-lint-no-text");
        }
        if words > 350 {
            self.find("blocks", Advice::Better, "content-lint-long");
        }
        if buttons > 1 {
            self.find("blocks", Advice::Better, "content-lint-many-buttons");
        }
        if buttons == 0 && nature == Nature::Marketing {
            self.find("blocks", Advice::Better, "content-lint-no-button");
        }
        if wording
            .sms
            .as_ref()
            .is_some_and(|sms| sms.source().chars().count() > 300)
        {
            self.find("sms", Advice::Better, "content-lint-sms-long");
        }
    }

    fn subject(&mut self, subject: &Text) {
        let words = spoken(subject.spans());
        let start = words.trim_start().to_lowercase();
        let answers = ["re:", "fw:", "fwd:", "aw:", "wg:", "antw:", "doorst:", "отв:"];
        if answers.iter().any(|a| start.starts_with(a)) {
            self.find("subject", Advice::Must, "content-lint-subject-reply");
        }
        if shouts(&words) {
            self.find("subject", Advice::Must, "content-lint-subject-capitals");
        }
        if words.contains('!') {
            self.find("subject", Advice::Better, "content-lint-exclamation");
        }
        if words.chars().count() > 60 {
            self.find("subject", Advice::Better, "content-lint-subject-long");
        }
    }

    /// Looks at a text and counts its words.
    fn text(&mut self, at: &str, text: &Text) -> usize {
        let words = spoken(text.spans());
        if words.contains("!!") {
            self.find(at, Advice::Better, "content-lint-exclamation");
        }
        if shouts(&words) {
            self.find(at, Advice::Better, "content-lint-capitals");
        }
        fn addresses<'a>(spans: &'a [Span], found: &mut Vec<&'a Target>) {
            for span in spans {
                match span {
                    Span::Bold(inner) => addresses(inner, found),
                    Span::Link { to, .. } => found.push(to),
                    _ => {}
                }
            }
        }
        let mut found = Vec::new();
        addresses(text.spans(), &mut found);
        for target in found {
            self.address(at, target);
        }
        words.split_whitespace().count()
    }

    fn address(&mut self, at: &str, target: &Target) {
        if let Target::Address(address) = target
            && address.to_ascii_lowercase().starts_with("http:")
        {
            self.find(at, Advice::Better, "content-lint-not-https");
        }
    }
}

/// The words of a text; a variable counts as one.
fn spoken(spans: &[Span]) -> String {
    spans
        .iter()
        .map(|span| match span {
            Span::Words(words) => words.clone(),
            Span::Break => " ".to_owned(),
            Span::Variable { .. } => "1".to_owned(),
            Span::Bold(inner) | Span::Link { label: inner, .. } => spoken(inner),
        })
        .collect()
}

/// Whether words are written in capitals for loudness; a single abbreviation such as APK is not.
fn shouts(words: &str) -> bool {
    let letters = words.chars().filter(|c| c.is_alphabetic()).count();
    let capitals = words.chars().filter(|c| c.is_uppercase()).count();
    letters >= 8 && capitals * 10 > letters * 7
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::{Draft, Placed, Target};

    fn content(subject: &str, block: Block) -> Content {
        let draft: Draft = serde_json::from_value(serde_json::json!({ "nl": {
            "subject": subject, "preheader": "kort",
            "blocks": [ { "type": "paragraph", "text": "Goedendag" }, { "type": "personal_page", "label": "Open" } ],
        }}))
        .unwrap();
        let mut content = draft.check().unwrap();
        content
            .languages
            .get_mut(&Language::Nl)
            .unwrap()
            .blocks
            .push(Placed::from(block));
        content
    }

    fn says(content: &Content) -> Vec<(String, &'static str, Advice)> {
        let keys = [
            "content-lint-subject-capitals",
            "content-lint-subject-reply",
            "content-lint-alt-missing",
            "content-lint-many-buttons",
            "content-lint-not-https",
            "content-lint-subject-long",
        ];
        lint(content, Nature::Marketing)
            .into_iter()
            .map(|f| {
                (
                    f.at.clone(),
                    *keys.iter().find(|k| **k == f.says.as_str()).unwrap_or(&"another"),
                    f.advice,
                )
            })
            .collect()
    }

    #[test]
    fn a_calm_message_has_no_findings() {
        assert_eq!(
            says(&content("De APK van {{ plate }} verloopt", Block::Divider)),
            []
        );
    }

    #[test]
    fn shouting_false_replies_and_pictures_without_words_may_not_be_approved() {
        let image = Block::Image {
            url: Target::parse("http://garage.example/a.png").unwrap(),
            alt: Text::default(),
        };
        assert_eq!(
            says(&content("RE: ALLEEN VANDAAG", image)),
            [
                (
                    "nl.subject".to_owned(),
                    "content-lint-subject-reply",
                    Advice::Must
                ),
                (
                    "nl.subject".to_owned(),
                    "content-lint-subject-capitals",
                    Advice::Must
                ),
                ("nl.blocks.2".to_owned(), "content-lint-alt-missing", Advice::Must),
                ("nl.blocks.2".to_owned(), "content-lint-not-https", Advice::Better),
            ]
        );
    }

    #[test]
    fn a_message_that_names_the_plate_outright_leaves_out_who_has_no_car() {
        let of = |subject: &str| content(subject, Block::Divider).languages[&Language::Nl].clone();
        assert!(needs_a_car(&of("De APK van {{ plate }}")));
        assert!(!needs_a_car(&of("De APK van {{ plate | fallback \"uw auto\" }}")));
    }

    #[test]
    fn an_abbreviation_is_not_shouting() {
        assert_eq!(says(&content("APK", Block::Divider)), []);
        assert_eq!(says(&content("Uw APK en uw ANWB-pas", Block::Divider)), []);
    }
}
