//! Licence plates.

use crate::FieldError;
use crate::country::CountryCode;
use crate::people::clean;

/// A licence plate with its country, written as on the car. It finds a car and proves nothing (DESIGN decision 1).
///
/// A plate of no form we know (trade, diplomatic, personal, foreign) is kept as it was written: the register, not we, decides what
/// exists (INT-04).
#[derive(Clone, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub struct Plate {
    country: CountryCode,
    text: String,
}

/// The longest plate, in characters without separators.
const MAX: usize = 10;

/// What a form of plate looks like: `L` a letter, `9` a digit, with the separators of its written form.
type Form = &'static str;

/// The 14 Dutch sidecodes in their order (INT-04).
const SIDECODES: [Form; 14] = [
    "LL-99-99", "99-99-LL", "99-LL-99", "LL-99-LL", "LL-LL-99", "99-LL-LL", "99-LLL-9", "9-LLL-99",
    "LL-999-L", "L-999-LL", "LLL-99-L", "L-99-LLL", "9-LL-999", "999-LL-9",
];
const BELGIAN: [Form; 4] = ["9-LLL-999", "LLL-999", "999-LLL", "LL-999-LL"];
const FRENCH: [Form; 10] = [
    "LL-999-LL",
    "9 LL 99",
    "99 LL 99",
    "999 LL 99",
    "9999 LL 99",
    "9 LLL 99",
    "99 LLL 99",
    "999 LLL 99",
    "9 L 99",
    "9999 L 99",
];
/// Cars, taxis, motorcycles; the region behind the space has two or three digits.
const RUSSIAN: [Form; 6] = [
    "L999LL 99",
    "L999LL 999",
    "LL999 99",
    "LL999 999",
    "9999LL 99",
    "9999LL 999",
];

/// The letters on Russian plates and the Latin letters that look the same.
const TWINS: [(char, char); 12] = [
    ('А', 'A'),
    ('В', 'B'),
    ('Е', 'E'),
    ('К', 'K'),
    ('М', 'M'),
    ('Н', 'H'),
    ('О', 'O'),
    ('Р', 'P'),
    ('С', 'C'),
    ('Т', 'T'),
    ('У', 'Y'),
    ('Х', 'X'),
];

impl Plate {
    /// Reads a plate as people and files write it: any case, any separators.
    pub fn parse(text: &str, country: CountryCode) -> Result<Self, FieldError> {
        let written: String = clean(text)
            .chars()
            .flat_map(char::to_uppercase)
            .map(latin)
            .collect();
        if written.is_empty() {
            return Err(FieldError::new("error-plate-empty"));
        }
        let is_separator = |c: char| matches!(c, ' ' | '-' | '–' | '.' | '·' | '•' | '_' | '/');
        if !written.chars().all(|c| c.is_alphanumeric() || is_separator(c)) {
            return Err(FieldError::new("error-plate-characters"));
        }
        let groups: Vec<&str> = written
            .split(is_separator)
            .filter(|group| !group.is_empty())
            .collect();
        let dense = groups.concat();
        if dense.is_empty() {
            return Err(FieldError::new("error-plate-empty"));
        }
        if dense.chars().count() > MAX {
            return Err(FieldError::new("error-plate-long").with("max", MAX));
        }
        let text = regular(&dense, &groups, country).unwrap_or_else(|| groups.join("-"));
        Ok(Self { country, text })
    }

    /// The country.
    pub const fn country(&self) -> CountryCode {
        self.country
    }

    /// The plate as it is written on the car: `XX-99-99`, `B-AB 1234`, `А123ВС 77`.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The plate as it is compared and asked of the register: Latin capitals and digits, without separators and diacritics.
    pub fn key(&self) -> String {
        Self::key_of(&self.text)
    }

    /// The key of anything somebody typed as a plate.
    pub fn key_of(text: &str) -> String {
        if text.is_ascii() {
            let known = text.chars().filter(char::is_ascii_alphanumeric);
            return known.map(|c| c.to_ascii_uppercase()).collect();
        }
        let folded = crate::people::fold(text);
        folded
            .chars()
            .filter(|c| c.is_alphanumeric())
            .flat_map(char::to_uppercase)
            .map(latin)
            .collect()
    }

    /// Whether the plate has one of the regular forms of its country; for countries whose forms we do not know, always.
    /// A page may ask «is this right?» when it has not; nothing may refuse it.
    pub fn is_regular(&self) -> bool {
        let groups: Vec<&str> = self.text.split([' ', '-']).collect();
        let dense: String = groups.concat().chars().map(latin).collect();
        !has_forms(self.country) || regular(&dense, &groups, self.country).is_some()
    }

    /// The Dutch sidecode, 1 to 14 (INT-04).
    pub fn sidecode(&self) -> Option<u8> {
        let at = SIDECODES
            .iter()
            .position(|form| self.country == CountryCode::NL && fits(&self.key(), form))?;
        u8::try_from(at + 1).ok()
    }

    /// The number before the region's own field on a Russian plate, and that region; the whole plate and nothing elsewhere.
    pub fn parts(&self) -> (&str, Option<&str>) {
        match self.text.rsplit_once(' ') {
            Some((number, region)) if self.country == CountryCode::RU => (number, Some(region)),
            _ => (&self.text, None),
        }
    }
}

impl std::fmt::Display for Plate {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(&self.text)
    }
}

/// A plate identifies its owner to many; a debug line in a log shows the country only.
impl std::fmt::Debug for Plate {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Plate({}…)", self.country)
    }
}

fn has_forms(country: CountryCode) -> bool {
    use CountryCode as C;
    [C::NL, C::DE, C::BE, C::FR, C::AT, C::RU].contains(&country)
}

/// The written form of a regular plate. `dense` has no separators; `groups` are what the separators left apart, which Germany and
/// Austria need: `BAB123` may be B-AB or BA-B.
fn regular(dense: &str, groups: &[&str], country: CountryCode) -> Option<String> {
    match country {
        CountryCode::NL => written(dense, &SIDECODES),
        CountryCode::BE => written(dense, &BELGIAN),
        CountryCode::FR => written(dense, &FRENCH),
        CountryCode::RU => written(dense, &RUSSIAN)
            .filter(|text| text.chars().all(|c| !c.is_alphabetic() || cyrillic(c) != c))
            .map(|text| text.chars().map(cyrillic).collect()),
        CountryCode::DE => german(groups),
        CountryCode::AT => austrian(groups),
        _ => None,
    }
}

fn fits(dense: &str, form: Form) -> bool {
    let slots = form.chars().filter(|c| matches!(c, 'L' | '9'));
    dense.chars().count() == slots.clone().count()
        && dense.chars().zip(slots).all(|(c, slot)| match slot {
            'L' => c.is_ascii_uppercase(),
            _ => c.is_ascii_digit(),
        })
}

fn written(dense: &str, forms: &[Form]) -> Option<String> {
    let form = forms.iter().find(|form| fits(dense, form))?;
    let mut signs = dense.chars();
    Some(
        form.chars()
            .map(|slot| {
                if matches!(slot, 'L' | '9') {
                    signs.next().unwrap_or(slot)
                } else {
                    slot
                }
            })
            .collect(),
    )
}

/// District, one or two letters, up to four digits, and E (electric) or H (historic): `B-AB 1234E`.
fn german(groups: &[&str]) -> Option<String> {
    let (district, rest) = groups.split_first()?;
    let rest = rest.concat();
    let letters: String = rest.chars().take_while(char::is_ascii_uppercase).collect();
    let number = rest.strip_prefix(letters.as_str())?;
    let digits = number.trim_end_matches(['E', 'H']);
    let good = is_letters(district, 1..=3)
        && is_letters(&letters, 1..=2)
        && (1..=4).contains(&digits.len())
        && digits.bytes().all(|b| b.is_ascii_digit())
        && !digits.starts_with('0')
        && number.len() - digits.len() <= 1;
    good.then(|| format!("{district}-{letters} {number}"))
}

/// District, then digits and letters or (chosen by the owner) letters and digits: `W-12345 A`, `GU-AUTO 1`.
fn austrian(groups: &[&str]) -> Option<String> {
    let (district, rest) = groups.split_first()?;
    let rest = rest.concat();
    let change = rest.char_indices().skip(1).find(|(at, c)| {
        rest.get(..*at)
            .and_then(|before| before.chars().last())
            .is_some_and(|b| b.is_ascii_digit() != c.is_ascii_digit())
    })?;
    let (first, second) = rest.split_at(change.0);
    let is_digits = |text: &str| (1..=5).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    let good = is_letters(district, 1..=2)
        && ((is_digits(first) && is_letters(second, 1..=3))
            || (is_letters(first, 1..=5) && is_digits(second)));
    good.then(|| format!("{district}-{first} {second}"))
}

fn is_letters(text: &str, count: std::ops::RangeInclusive<usize>) -> bool {
    count.contains(&text.chars().count())
        && text
            .chars()
            .all(|c| c.is_ascii_uppercase() || matches!(c, 'Ä' | 'Ö' | 'Ü'))
}

fn latin(c: char) -> char {
    TWINS
        .iter()
        .find(|(cyrillic, _)| *cyrillic == c)
        .map_or(c, |(_, latin)| *latin)
}

fn cyrillic(c: char) -> char {
    TWINS
        .iter()
        .find(|(_, latin)| *latin == c)
        .map_or(c, |(cyrillic, _)| *cyrillic)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn plate(text: &str, country: CountryCode) -> Plate {
        Plate::parse(text, country).unwrap()
    }

    #[test]
    fn each_of_the_fourteen_dutch_sidecodes_is_known_and_written_with_its_dashes() {
        let table = [
            (1, "DB1234", "DB-12-34"),
            (2, "1234db", "12-34-DB"),
            (3, "12DB34", "12-DB-34"),
            (4, "DB12GF", "DB-12-GF"),
            (5, "DBGF12", "DB-GF-12"),
            (6, "12DBGF", "12-DB-GF"),
            (7, "12DBG3", "12-DBG-3"),
            (8, "1DBG23", "1-DBG-23"),
            (9, "DB123G", "DB-123-G"),
            (10, "D123BG", "D-123-BG"),
            (11, "DBG12F", "DBG-12-F"),
            (12, "D12BGF", "D-12-BGF"),
            (13, "1DB234", "1-DB-234"),
            (14, "123DB4", "123-DB-4"),
        ];
        for (sidecode, typed, written) in table {
            let plate = plate(typed, CountryCode::NL);
            assert_eq!((plate.as_str(), plate.sidecode()), (written, Some(sidecode)));
            assert!(plate.is_regular());
        }
    }

    #[test]
    fn a_plate_is_the_same_whatever_the_case_and_separators() {
        for typed in ["gr-123-t", "GR 123 T", "gr123t", " g.r.1-23/T ", "GR•123•T"] {
            assert_eq!(plate(typed, CountryCode::NL).as_str(), "GR-123-T");
            assert_eq!(Plate::key_of(typed), "GR123T");
        }
    }

    #[test]
    fn the_neighbours_plates_are_written_as_their_drivers_know_them() {
        for (typed, country, written) in [
            ("b-ab1234", CountryCode::DE, "B-AB 1234"),
            ("MÜ X 7e", CountryCode::DE, "MÜ-X 7E"),
            ("K AB 12 H", CountryCode::DE, "K-AB 12H"),
            ("1abc234", CountryCode::BE, "1-ABC-234"),
            ("abc123", CountryCode::BE, "ABC-123"),
            ("ab123cd", CountryCode::FR, "AB-123-CD"),
            ("1234ab75", CountryCode::FR, "1234 AB 75"),
            ("w 12345a", CountryCode::AT, "W-12345 A"),
            ("gu auto1", CountryCode::AT, "GU-AUTO 1"),
            ("а123вс77", CountryCode::RU, "А123ВС 77"),
            ("A123BC 777", CountryCode::RU, "А123ВС 777"),
            ("ав12377", CountryCode::RU, "АВ123 77"),
        ] {
            let plate = plate(typed, country);
            assert_eq!(plate.as_str(), written);
            assert!(plate.is_regular(), "{typed}");
        }
    }

    #[test]
    fn a_russian_plate_typed_in_either_alphabet_is_one_plate_and_shows_its_region_apart() {
        let (cyrillic, latin) = (
            plate("К777АА 199", CountryCode::RU),
            plate("k777aa199", CountryCode::RU),
        );
        assert_eq!(cyrillic, latin);
        assert_eq!(cyrillic.key(), "K777AA199");
        assert_eq!(cyrillic.parts(), ("К777АА", Some("199")));
        assert!(!plate("Ж777АА 199", CountryCode::RU).is_regular());
        assert_eq!(plate("GR123T", CountryCode::NL).parts(), ("GR-123-T", None));
    }

    #[test]
    fn an_unusual_plate_is_kept_as_written_and_only_nonsense_is_refused() {
        let royal = plate("aa 79", CountryCode::NL);
        assert_eq!((royal.as_str(), royal.is_regular()), ("AA-79", false));
        assert_eq!(plate("BAB123", CountryCode::DE).as_str(), "BAB123");
        assert!(plate("wob 12345", "PL".parse().unwrap()).is_regular());
        let code = |text| Plate::parse(text, CountryCode::NL).unwrap_err().code.to_string();
        assert_eq!(code(" - "), "error-plate-empty");
        assert_eq!(code("<script>"), "error-plate-characters");
        assert_eq!(code("GR-123-T-GR-123"), "error-plate-long");
    }

    proptest! {
        #[test]
        fn what_is_read_reads_the_same_again(text in "\\PC{0,14}|[A-Za-z]{1,3}[- ]?[A-Z0-9]{1,3}[- ]?[0-9]{1,4}[A-Z]{0,2}|[АВЕK][0-9]{3}[СТУ]{2} ?[0-9]{2,3}") {
            for code in ["NL", "DE", "BE", "FR", "AT", "RU", "PL"] {
                if let Ok(plate) = Plate::parse(&text, code.parse().unwrap()) {
                    let again = Plate::parse(plate.as_str(), plate.country()).unwrap();
                    prop_assert_eq!(again.as_str(), plate.as_str());
                    prop_assert_eq!(again.key(), plate.key());
                    prop_assert_eq!(Plate::key_of(&text), plate.key());
                }
            }
        }
    }
}
