//! How to address somebody, in a letter and on a page.

use super::name::join;
use super::{Gender, PersonName, fold};
use crate::{Language, Texts};

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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::people::NameInput;

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
}
