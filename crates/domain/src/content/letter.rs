//! A letter to one person, all words filled in: what the typesetter needs and nothing about how it looks.

/// A run of words in a letter.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Run {
    /// The words; a new line stands for itself.
    pub words: String,
    /// Emphasised.
    pub bold: bool,
}

/// A part of a letter.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum LetterPart {
    /// A heading.
    Heading {
        /// Its words.
        words: String,
    },
    /// A paragraph. A link is followed by its address in brackets.
    Paragraph {
        /// Its runs.
        runs: Vec<Run>,
    },
    /// A list.
    List {
        /// Its points.
        items: Vec<Vec<Run>>,
        /// Numbered, or with dots.
        numbered: bool,
    },
    /// What a button says and where it leads, to be typed over by hand.
    Address {
        /// What the button says.
        label: String,
        /// Where it leads.
        url: String,
    },
    /// A framed part with a title.
    Action {
        /// Its title.
        title: String,
        /// What it says.
        runs: Vec<Run>,
        /// Label and address of its button.
        address: Option<(String, String)>,
    },
    /// The recipient's car.
    Car(PrintedCar),
    /// A line across.
    Divider,
    /// The name under the letter, with room for a signature.
    Signature {
        /// Who signs.
        name: String,
        /// Function or department.
        role: Option<String>,
    },
}

/// The car a letter is about; what is not known is not printed.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct PrintedCar {
    /// The plate as its country writes it.
    pub plate: Option<String>,
    /// Make and model.
    pub make_model: Option<String>,
    /// What is due and when, in words: label and date.
    pub due: Vec<(String, String)>,
}

/// A letter to one person.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Letter {
    /// The language, for hyphenation and the letter's own words.
    pub language: crate::language::Language,
    /// The subject line.
    pub subject: String,
    /// The body.
    pub parts: Vec<LetterPart>,
    /// Where the QR code leads and what stands beside it.
    pub qr: Option<LetterQr>,
    /// Why this person gets the letter, the way out and the right to object, set small at the foot.
    pub foot: Vec<String>,
}

/// A QR code to the personal page.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct LetterQr {
    /// Where it leads.
    pub url: String,
    /// What it says.
    pub label: String,
}

impl Letter {
    /// The letter's words without its look, for a preview on a screen.
    pub fn plain(&self) -> String {
        let words = |runs: &[Run]| runs.iter().map(|run| run.words.as_str()).collect::<String>();
        let part = |part: &LetterPart| match part {
            LetterPart::Heading { words } => words.clone(),
            LetterPart::Paragraph { runs } => words(runs),
            LetterPart::List { items, .. } => items
                .iter()
                .map(|item| format!("- {}", words(item)))
                .collect::<Vec<_>>()
                .join("\n"),
            LetterPart::Address { label, url } => format!("{label}: {url}"),
            LetterPart::Action { title, runs, .. } => format!("{title}\n{}", words(runs)),
            LetterPart::Car(car) => [car.plate.as_deref(), car.make_model.as_deref()]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join(" · "),
            LetterPart::Divider => "—".to_owned(),
            LetterPart::Signature { name, .. } => name.clone(),
        };
        let body = self.parts.iter().map(part);
        [self.subject.clone()]
            .into_iter()
            .chain(body)
            .chain(self.foot.iter().cloned())
            .collect::<Vec<_>>()
            .join("\n\n")
    }
}
