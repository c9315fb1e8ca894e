//! What dealer management systems call things: the words of `synonyms.toml`, looked up without regard to case, accents,
//! spaces and punctuation.

use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

use carport_domain::Language;
use carport_domain::people::fold;
use carport_store::imports::layout::{FileKind, Form};
use serde::Deserialize;

/// A word as it is compared: letters and digits only, or what there is where it has neither.
pub fn squash(text: &str) -> String {
    let folded = fold(text);
    let squashed: String = folded.chars().filter(|c| c.is_alphanumeric()).collect();
    if squashed.is_empty() { folded } else { squashed }
}

#[derive(Deserialize)]
struct Source {
    files: BTreeMap<FileKind, Vec<String>>,
    empty: List,
    flag: BTreeMap<String, List>,
    language: BTreeMap<Language, List>,
    choice: BTreeMap<String, BTreeMap<String, List>>,
    #[serde(flatten)]
    columns: BTreeMap<FileKind, BTreeMap<String, BTreeMap<Language, Vec<String>>>>,
}

#[derive(Deserialize)]
struct List {
    words: Vec<String>,
}

/// The known words.
#[derive(Debug)]
pub struct Words {
    files: Vec<(String, FileKind)>,
    columns: HashMap<FileKind, HashMap<String, usize>>,
    listed: BTreeMap<FileKind, Vec<BTreeMap<Language, Vec<String>>>>,
    empty: Vec<String>,
    flags: HashMap<String, bool>,
    languages: HashMap<String, Language>,
    choices: HashMap<String, HashMap<String, String>>,
}

static SHIPPED: LazyLock<Words> = LazyLock::new(|| {
    Words::read(include_str!("../synonyms.toml")).expect("the shipped synonyms.toml is read by a test")
});

impl Words {
    /// The shipped list.
    pub fn shipped() -> &'static Words {
        &SHIPPED
    }

    /// Reads a list; says which word or column is wrong.
    fn read(text: &str) -> Result<Self, String> {
        let source: Source = toml::from_str(text).map_err(|e| e.to_string())?;
        let mut words = Words {
            files: Vec::new(),
            columns: HashMap::new(),
            listed: BTreeMap::new(),
            empty: source.empty.words.iter().map(|w| squash(w)).collect(),
            flags: HashMap::new(),
            languages: HashMap::new(),
            choices: HashMap::new(),
        };
        if let Some(word) = words
            .empty
            .iter()
            .find(|w| w.contains(|c: char| c.is_ascii_digit()))
        {
            return Err(format!("empty: «{word}» has a digit"));
        }
        for (kind, names) in source.files {
            for name in names {
                words.files.push((squash(&name), kind));
            }
        }
        // the longest first, so that «klantenvoertuigen» is not taken for «klanten»
        words
            .files
            .sort_by(|a, b| b.0.chars().count().cmp(&a.0.chars().count()).then(a.cmp(b)));
        for &kind in FileKind::ALL {
            let mut given = source.columns.get(&kind).cloned().unwrap_or_default();
            let mut known = HashMap::new();
            let mut listed = Vec::new();
            for (place, column) in kind.columns().iter().enumerate() {
                let by_language = given.remove(column.name).unwrap_or_default();
                for word in
                    std::iter::once(column.name).chain(by_language.values().flatten().map(String::as_str))
                {
                    if let Some(other) = known.insert(squash(word), place).filter(|other| *other != place) {
                        let other = kind.columns()[other].name;
                        return Err(format!(
                            "{kind}: «{word}» stands under two columns, {other} and {}",
                            column.name
                        ));
                    }
                }
                listed.push(by_language);
            }
            if let Some(stranger) = given.keys().next() {
                return Err(format!("{kind} has no column «{stranger}»"));
            }
            words.columns.insert(kind, known);
            words.listed.insert(kind, listed);
        }
        for (answer, list) in source.flag {
            let value = answer == "yes";
            words.flags.extend(list.words.iter().map(|w| (squash(w), value)));
        }
        for (language, list) in source.language {
            words
                .languages
                .extend(list.words.iter().map(|w| (squash(w), language)));
        }
        for (name, values) in source.choice {
            let list = words.choices.entry(name.clone()).or_default();
            for (value, given) in values {
                for word in given.words {
                    if let Some(other) = list
                        .insert(squash(&word), value.clone())
                        .filter(|other| *other != value)
                    {
                        return Err(format!("{name}: «{word}» stands for both {other} and {value}"));
                    }
                }
            }
        }
        Ok(words)
    }

    /// The kind a file's name tells: `Klanten_20261231.csv` holds customers.
    pub fn kind_of_name(&self, file_name: &str) -> Option<FileKind> {
        let stem = file_name.rsplit(['/', '\\']).next().unwrap_or(file_name);
        let stem = squash(stem.rsplit_once('.').map_or(stem, |(stem, _)| stem));
        self.files
            .iter()
            .find(|(word, _)| stem.contains(word.as_str()))
            .map(|(_, kind)| *kind)
    }

    /// The column a header names, by its place in [`FileKind::columns`].
    pub fn column(&self, kind: FileKind, header: &str) -> Option<usize> {
        self.columns.get(&kind)?.get(&squash(header)).copied()
    }

    /// The words of a column in one language; the first is the usual one.
    pub fn of_column(&self, kind: FileKind, place: usize, language: Language) -> &[String] {
        self.listed
            .get(&kind)
            .and_then(|all| all.get(place)?.get(&language))
            .map_or(&[], Vec::as_slice)
    }

    /// The usual header of a column in one language.
    pub fn header(&self, kind: FileKind, place: usize, language: Language) -> Option<&str> {
        self.of_column(kind, place, language).first().map(String::as_str)
    }

    /// The column whose words come nearest to an unknown header, for a suggestion (`klnt nummer` → `number`).
    pub fn nearest(&self, kind: FileKind, header: &str, free: impl Fn(usize) -> bool) -> Option<usize> {
        const NEAR: f64 = 0.6;
        let wanted = squash(header);
        let mut best: Option<(f64, usize)> = None;
        for (word, &place) in self.columns.get(&kind)? {
            let likeness = likeness(&wanted, word);
            let better = best.is_none_or(|(b, p)| likeness > b || (likeness == b && place < p));
            if likeness >= NEAR && better && free(place) {
                best = Some((likeness, place));
            }
        }
        best.map(|(_, place)| place)
    }

    /// Whether a cell says in words that nothing is known.
    pub fn means_nothing(&self, text: &str) -> bool {
        // no word for nothing has a digit, and most values have one
        let may_be_word = text.len() <= 24 && !text.bytes().any(|b| b.is_ascii_digit());
        text.is_empty() || (may_be_word && self.empty.contains(&squash(text)))
    }

    /// Yes or no.
    pub fn flag(&self, text: &str) -> Option<bool> {
        self.flags.get(&squash(text)).copied()
    }

    /// A language.
    pub fn language(&self, text: &str) -> Option<Language> {
        self.languages.get(&squash(text)).copied()
    }

    /// The value of the list `name` that a word stands for.
    pub fn choice(&self, name: &str, text: &str) -> Option<&str> {
        self.choices.get(name)?.get(&squash(text)).map(String::as_str)
    }

    /// The values of the list `name`, in order.
    pub fn choices(&self, name: &str) -> Vec<&str> {
        let mut values: Vec<&str> = self
            .choices
            .get(name)
            .into_iter()
            .flat_map(|m| m.values())
            .map(String::as_str)
            .collect();
        values.sort_unstable();
        values.dedup();
        values
    }
}

/// How alike two words are, from 0 to 1: twice the pairs of letters they share by the pairs they have (Dice).
fn likeness(a: &str, b: &str) -> f64 {
    let pairs = |text: &str| -> Vec<(char, char)> { text.chars().zip(text.chars().skip(1)).collect() };
    let (left, mut right) = (pairs(a), pairs(b));
    let total = left.len() + right.len();
    if total == 0 {
        return 0.0;
    }
    let shared = left
        .iter()
        .filter(|pair| {
            right
                .iter()
                .position(|other| other == *pair)
                .map(|at| right.swap_remove(at))
                .is_some()
        })
        .count();
    (2 * shared) as f64 / total as f64
}

/// The list a [`Form::Choice`] is read by.
pub const fn list_of(form: Form) -> Option<&'static str> {
    match form {
        Form::Choice(name) => Some(name),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_words_can_be_read_and_name_every_column_in_four_languages() {
        let words = Words::read(include_str!("../synonyms.toml")).unwrap();
        let source: Source = toml::from_str(include_str!("../synonyms.toml")).unwrap();
        for &kind in FileKind::ALL {
            for (place, column) in kind.columns().iter().enumerate() {
                assert_eq!(words.column(kind, column.name), Some(place));
                assert_eq!(
                    source.columns[&kind][column.name].len(),
                    Language::ALL.len(),
                    "{kind}.{}",
                    column.name
                );
                if let Some(list) = list_of(column.form) {
                    assert!(!words.choices(list).is_empty(), "{list} has no words");
                }
            }
        }
    }

    #[test]
    fn a_header_is_known_whatever_its_case_accents_and_punctuation() {
        let words = Words::shipped();
        let number = FileKind::Customers.position("number");
        for header in [
            "Klant-Nr.",
            "KLANTNR",
            "klant nr",
            "Kunden-Nr",
            "КОД КЛИЕНТА",
            "Customer No.",
        ] {
            assert_eq!(words.column(FileKind::Customers, header), number, "{header}");
        }
        assert_eq!(
            words.column(FileKind::Customers, "Straße"),
            words.column(FileKind::Customers, "STRASSE")
        );
        assert_eq!(words.column(FileKind::Customers, "schoenmaat"), None);
    }

    #[test]
    fn a_file_is_known_by_its_name_in_four_languages_with_dates_around_it() {
        let words = Words::shipped();
        for (name, kind) in [
            ("Klanten_2026-11-22.csv", FileKind::Customers),
            ("out/FAHRZEUGE.TXT", FileKind::Vehicles),
            ("Счета за ноябрь.csv", FileKind::Invoices),
            ("dealer7-visits-full.csv", FileKind::Visits),
            ("toestemmingen.csv", FileKind::Consents),
        ] {
            assert_eq!(words.kind_of_name(name), Some(kind), "{name}");
        }
        assert_eq!(words.kind_of_name("export7.csv"), None);
    }

    #[test]
    fn an_unknown_header_gets_the_nearest_free_column_as_a_suggestion() {
        let words = Words::shipped();
        let at = |name| FileKind::Customers.position(name);
        assert_eq!(
            words.nearest(FileKind::Customers, "klnt nummer", |_| true),
            at("number")
        );
        assert_eq!(
            words.nearest(FileKind::Customers, "geboortedat.", |_| true),
            at("birth_date")
        );
        assert_eq!(
            words.nearest(FileKind::Customers, "geboortedat.", |p| Some(p)
                != at("birth_date")),
            None
        );
        assert_eq!(words.nearest(FileKind::Customers, "schoenmaat", |_| true), None);
    }

    #[test]
    fn a_word_under_two_columns_is_refused() {
        let text = include_str!("../synonyms.toml")
            .replace("nl = [\"voornaam\"", "nl = [\"achternaam\", \"voornaam\"");
        assert!(Words::read(&text).unwrap_err().contains("two columns"));
    }
}
