//! What a customer is called.

use super::{Gender, clean, fold, line};
use crate::FieldError;
use crate::i18n::FieldErrors;

/// The name of a person, of a firm, or of a person at a firm. At least a surname or a firm is always there.
#[derive(Clone, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize)]
pub struct PersonName {
    /// How to address the person.
    #[serde(default)]
    pub gender: Gender,
    /// Initials with their dots: `J.P.`
    pub initials: Option<String>,
    /// The name used among friends.
    pub first_name: Option<String>,
    /// The father's name, in Russian: `Сергеевна`.
    pub patronymic: Option<String>,
    /// What stands before the surname and does not count in order: `van der`.
    pub infix: Option<String>,
    /// The family name without its infix.
    pub surname: Option<String>,
    /// The firm.
    pub company: Option<String>,
}

/// A name as a form or a file gives it.
#[derive(Debug, Clone, Copy, Default)]
pub struct NameInput<'a> {
    /// How to address the person; anything unknown is [`Gender::Unspecified`], see [`Gender::recognise`].
    pub gender: Gender,
    /// `JP`, `J.P.`, `j p`.
    pub initials: &'a str,
    /// First name.
    pub first_name: &'a str,
    /// Patronymic.
    pub patronymic: &'a str,
    /// Infix; when empty it is taken from the front of the surname.
    pub infix: &'a str,
    /// Surname.
    pub surname: &'a str,
    /// Firm.
    pub company: &'a str,
}

/// The longest part of a name, in characters.
const MAX: usize = 80;

/// Words that stand before Dutch, Flemish, German and French surnames.
const INFIXES: [&str; 28] = [
    "van", "de", "der", "den", "het", "'t", "’t", "ten", "ter", "te", "op", "in", "aan", "bij", "uit",
    "uijt", "onder", "over", "von", "vom", "zu", "zum", "zur", "du", "des", "la", "le", "d'",
];

impl PersonName {
    /// Reads a name. The errors carry the names of the fields of [`NameInput`].
    pub fn parse(input: NameInput<'_>) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::none();
        let mut part = |field, text| errors.take(field, name_line(text)).flatten();
        let initials = part("initials", input.initials)
            .map(|text| dotted(&text))
            .filter(|text| !text.is_empty());
        let first_name = part("first_name", input.first_name);
        let patronymic = part("patronymic", input.patronymic);
        let given_infix = part("infix", input.infix);
        let whole_surname = part("surname", input.surname);
        let company = part("company", input.company);
        let (infix, surname) = match (given_infix, whole_surname) {
            (Some(infix), surname) => (Some(infix), surname),
            (None, Some(surname)) => split_infix(&surname),
            (None, None) => (None, None),
        };
        if surname.is_none() && company.is_none() && errors.is_empty() {
            errors.push("surname", FieldError::new("error-name-empty"));
        }
        errors.or(Self {
            gender: input.gender,
            initials,
            first_name,
            patronymic,
            infix,
            surname,
            company,
        })
    }

    /// Surname with its infix: `van der Berg`.
    pub fn family(&self) -> Option<String> {
        self.surname
            .as_ref()
            .map(|surname| join([self.infix.as_deref(), Some(surname)]))
    }

    /// The person as friends say it: `Jan van der Berg`; initials when the first name is unknown. Nothing when only the firm is known.
    pub fn person(&self) -> Option<String> {
        let family = self.family()?;
        Some(join([
            self.first_name.as_deref().or(self.initials.as_deref()),
            Some(&family),
        ]))
    }

    /// The name to show: the firm with its person behind it, or the person.
    pub fn display(&self) -> String {
        match (&self.company, self.person()) {
            (Some(company), Some(person)) => format!("{company} ({person})"),
            (Some(company), None) => company.clone(),
            (None, Some(person)) => person,
            (None, None) => self.first_name.clone().unwrap_or_default(),
        }
    }

    /// The name in a list: `Berg, Jan van der`.
    pub fn sorted(&self) -> String {
        let Some(surname) = &self.surname else {
            return self.display();
        };
        let before = join([
            self.first_name.as_deref().or(self.initials.as_deref()),
            self.infix.as_deref(),
        ]);
        match (&self.company, before.is_empty()) {
            (Some(company), _) => company.clone(),
            (None, true) => surname.clone(),
            (None, false) => format!("{surname}, {before}"),
        }
    }

    /// The name as search compares it; every part that is known, folded.
    pub fn search_key(&self) -> String {
        let family = self.family();
        fold(&join([
            self.first_name.as_deref(),
            self.patronymic.as_deref(),
            self.initials.as_deref(),
            family.as_deref(),
            self.company.as_deref(),
        ]))
    }

    /// The name on an envelope, one line each: the firm, then the person.
    pub fn envelope(&self) -> Vec<String> {
        let family = self.family();
        let person = family.map(|family| {
            join([
                self.initials.as_deref().or(self.first_name.as_deref()),
                Some(&family),
            ])
        });
        self.company.clone().into_iter().chain(person).collect()
    }

    /// One or two letters that stand for the customer in a list.
    pub fn monogram(&self) -> String {
        let letter = |text: &Option<String>| {
            text.as_ref()
                .and_then(|t| t.chars().find(|c| c.is_alphanumeric()))
        };
        match letter(&self.surname) {
            Some(last) => letter(&self.first_name)
                .or(letter(&self.initials))
                .into_iter()
                .chain([last])
                .collect::<String>(),
            None => letter(&self.company).into_iter().collect(),
        }
        .to_uppercase()
    }
}

/// Says which parts there are and not what they are, so that a debug line in a log names nobody.
impl std::fmt::Debug for PersonName {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "PersonName({}…)", self.monogram())
    }
}

/// A part of a name: one line, and nothing that a mail program would turn into a link.
fn name_line(text: &str) -> Result<Option<String>, FieldError> {
    let part = line(text, MAX)?;
    match part {
        Some(p)
            if p.contains("://") || p.to_lowercase().contains("www.") || p.contains(['<', '>', '{', '}']) =>
        {
            Err(FieldError::new("error-name-characters"))
        }
        part => Ok(part),
    }
}

/// `jp`, `j p` and `J.P` become `J.P.`; `Th.` stays.
fn dotted(initials: &str) -> String {
    if initials.contains('.') {
        let dense: String = initials.chars().filter(|c| !c.is_whitespace()).collect();
        return if dense.ends_with('.') {
            dense
        } else {
            format!("{dense}.")
        };
    }
    let letters = initials.chars().filter(|c| c.is_alphabetic());
    letters.flat_map(|c| c.to_uppercase().chain(['.'])).collect()
}

/// Separates `van der` from `van der Berg`; what remains is never empty.
fn split_infix(surname: &str) -> (Option<String>, Option<String>) {
    let surname = clean(surname);
    let words: Vec<&str> = surname.split(' ').collect();
    let count = words
        .iter()
        .take(words.len().saturating_sub(1))
        .take_while(|word| INFIXES.contains(word))
        .count();
    let (infix, rest) = words.split_at(count);
    ((count > 0).then(|| infix.join(" ")), Some(rest.join(" ")))
}

/// The known parts with a space between them.
pub(super) fn join<'a>(parts: impl IntoIterator<Item = Option<&'a str>>) -> String {
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::{Language, Texts};

    fn name(gender: Gender, first_name: &str, surname: &str) -> PersonName {
        PersonName::parse(NameInput {
            gender,
            first_name,
            surname,
            ..NameInput::default()
        })
        .unwrap()
    }

    fn salutation(name: &PersonName, language: Language) -> String {
        name.salutation(&Texts::new(language))
    }

    #[test]
    fn a_dutch_infix_is_found_and_takes_its_capital_only_without_a_first_name() {
        let jan = name(Gender::Male, "Jan", "van der Berg");
        assert_eq!(
            (jan.infix.as_deref(), jan.surname.as_deref()),
            (Some("van der"), Some("Berg"))
        );
        assert_eq!(jan.display(), "Jan van der Berg");
        assert_eq!(jan.sorted(), "Berg, Jan van der");
        assert_eq!(salutation(&jan, Language::Nl), "Geachte heer Van der Berg");
        assert_eq!(
            salutation(&name(Gender::Female, "", "'t Hart"), Language::Nl),
            "Geachte mevrouw 't Hart"
        );
        assert_eq!(
            salutation(&name(Gender::Male, "Otto", "von der Heide"), Language::De),
            "Sehr geehrter Herr von der Heide"
        );
    }

    #[test]
    fn initials_get_their_dots() {
        for (written, stored) in [
            ("jp", "J.P."),
            ("J P", "J.P."),
            ("J.P", "J.P."),
            ("Th.H.", "Th.H."),
            ("С", "С."),
        ] {
            assert_eq!(dotted(written), stored);
        }
    }

    #[test]
    fn a_name_needs_a_surname_or_a_firm_and_carries_no_link() {
        let empty = PersonName::parse(NameInput::default()).unwrap_err();
        assert_eq!(empty.get("surname").unwrap().code.as_str(), "error-name-empty");
        let spam = NameInput {
            surname: "Win https://spam.example",
            ..NameInput::default()
        };
        assert_eq!(
            PersonName::parse(spam)
                .unwrap_err()
                .get("surname")
                .unwrap()
                .code
                .as_str(),
            "error-name-characters"
        );
    }

    #[test]
    fn search_finds_a_name_by_any_part_of_it() {
        let jan = name(Gender::Male, "Jérôme", "van der Berg");
        assert_eq!(jan.search_key(), "jerome van der berg");
        assert_eq!(jan.monogram(), "JB");
        assert!(!format!("{jan:?}").contains("Berg"));
    }

    proptest! {
        #[test]
        fn reading_a_stored_name_again_changes_nothing(
            initials in "\\PC{0,4}", first_name in "\\PC{0,20}", infix in "\\PC{0,8}", surname in "\\PC{1,20}|(van |de |')[a-z]{0,5}"
        ) {
            let input = NameInput { initials: &initials, first_name: &first_name, infix: &infix, surname: &surname, ..NameInput::default() };
            if let Ok(name) = PersonName::parse(input) {
                let again = PersonName::parse(NameInput {
                    initials: name.initials.as_deref().unwrap_or(""),
                    first_name: name.first_name.as_deref().unwrap_or(""),
                    infix: name.infix.as_deref().unwrap_or(""),
                    surname: name.surname.as_deref().unwrap_or(""),
                    ..NameInput::default()
                }).unwrap();
                prop_assert_eq!(again.salutation(&Texts::new(Language::Nl)), name.salutation(&Texts::new(Language::Nl)));
                prop_assert!(!name.display().is_empty());
            }
        }
    }
}
