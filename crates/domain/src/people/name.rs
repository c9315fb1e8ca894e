//! What a customer is called, and how to address him or her.

use super::{Gender, clean, fold, line};
use crate::i18n::FieldErrors;
use crate::{FieldError, Language, Texts};

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

impl Default for Gender {
    fn default() -> Self {
        Self::Unspecified
    }
}

impl Gender {
    /// Reads the salutations and letters of files in our languages: `Dhr.`, `Frau`, `m`, `жен`.
    pub fn recognise(text: &str) -> Self {
        match fold(text).trim_end_matches('.') {
            "m" | "male" | "man" | "mr" | "dhr" | "heer" | "de heer" | "herr" | "hr" | "herrn" | "mann"
            | "mannlich" | "м" | "муж" | "мужскои" | "господин" | "г-н" => Self::Male,
            "f" | "v" | "w" | "female" | "vrouw" | "mrs" | "ms" | "miss" | "mw" | "mevr" | "mevrouw"
            | "frau" | "fr" | "weiblich" | "ж" | "жен" | "женскии" | "госпожа" | "г-жа" => {
                Self::Female
            }
            _ => Self::Unspecified,
        }
    }
}

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

    /// The opening of a letter or message: «Geachte heer De Vries», «Уважаемая Полина Сергеевна». Without a known gender it is a neutral
    /// form with the whole name; without a person, the form for nobody in particular.
    pub fn salutation(&self, texts: &Texts) -> String {
        let Some(family) = self.family() else {
            return texts.get("salutation-nobody");
        };
        let by_first_name = texts.language() == Language::Ru;
        let addressed = match (&self.first_name, by_first_name) {
            (Some(first), true) => Some(join([Some(first.as_str()), self.patronymic.as_deref()])),
            _ => None,
        };
        match (addressed, self.gender) {
            (Some(name), Gender::Male) => texts.with("salutation-male-by-name", &[("name", name.into())]),
            (Some(name), Gender::Female) => texts.with("salutation-female-by-name", &[("name", name.into())]),
            (Some(name), Gender::Unspecified) => texts.with("salutation-neutral", &[("name", name.into())]),
            (None, Gender::Male) => {
                texts.with("salutation-male", &[("name", capital(&family, texts).into())])
            }
            (None, Gender::Female) => {
                texts.with("salutation-female", &[("name", capital(&family, texts).into())])
            }
            (None, Gender::Unspecified) => {
                let whole = self.person().unwrap_or(family);
                texts.with("salutation-neutral", &[("name", whole.into())])
            }
        }
    }

    /// How a page greets: the first name, else the salutation's name, else the firm (F18).
    pub fn greeting(&self, texts: &Texts) -> String {
        let name = self
            .first_name
            .clone()
            .or_else(|| self.person())
            .unwrap_or_else(|| self.display());
        texts.with("greeting", &[("name", name.into())])
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

/// In Dutch and English the infix takes a capital when no first name stands before it: «heer De Vries», but «heer 't Hart».
fn capital(family: &str, texts: &Texts) -> String {
    if !matches!(texts.language(), Language::Nl | Language::En) {
        return family.to_owned();
    }
    let mut letters = family.chars();
    match letters.next() {
        Some(first) if first.is_lowercase() => first.to_uppercase().chain(letters).collect(),
        _ => family.to_owned(),
    }
}

fn join<'a>(parts: impl IntoIterator<Item = Option<&'a str>>) -> String {
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

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
    fn each_language_opens_a_letter_its_own_way() {
        assert_eq!(
            salutation(&name(Gender::Male, "", "de Vries"), Language::Nl),
            "Geachte heer De Vries"
        );
        assert_eq!(
            salutation(&name(Gender::Female, "Eva", "Müller"), Language::De),
            "Sehr geehrte Frau Müller"
        );
        assert_eq!(
            salutation(&name(Gender::Female, "Ann", "Bakker"), Language::En),
            "Dear Ms Bakker"
        );
        let mut polina = name(Gender::Female, "Полина", "Игнатьева");
        assert_eq!(salutation(&polina, Language::Ru), "Уважаемая Полина");
        polina.patronymic = Some("Сергеевна".to_owned());
        assert_eq!(salutation(&polina, Language::Ru), "Уважаемая Полина Сергеевна");
        assert_eq!(
            salutation(&name(Gender::Male, "", "Петров"), Language::Ru),
            "Уважаемый господин Петров"
        );
    }

    #[test]
    fn without_a_known_gender_the_salutation_is_neutral_and_uses_the_whole_name() {
        let robin = name(Gender::Unspecified, "Robin", "de Wit");
        assert_eq!(salutation(&robin, Language::Nl), "Geachte Robin de Wit");
        assert_eq!(salutation(&robin, Language::De), "Guten Tag Robin de Wit");
        assert_eq!(salutation(&robin, Language::En), "Dear Robin de Wit");
        let firm = PersonName::parse(NameInput {
            company: "Bakkerij Smit",
            ..NameInput::default()
        })
        .unwrap();
        assert_eq!(salutation(&firm, Language::De), "Sehr geehrte Damen und Herren");
        assert_eq!(firm.display(), "Bakkerij Smit");
        assert_eq!(firm.envelope(), ["Bakkerij Smit"]);
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

    #[test]
    fn salutations_of_old_files_are_understood() {
        for (written, gender) in [
            ("Dhr.", Gender::Male),
            ("Frau", Gender::Female),
            ("V", Gender::Female),
            ("мужской", Gender::Male),
            ("Männlich", Gender::Male),
            ("женский", Gender::Female),
            ("Fam.", Gender::Unspecified),
            ("", Gender::Unspecified),
        ] {
            assert_eq!(Gender::recognise(written), gender, "{written}");
        }
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
