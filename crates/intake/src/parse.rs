//! Turns one field into one value, by the column's form and the domain's own parsers.

use std::borrow::Cow;
use std::collections::HashMap;

use carport_domain::country::CountryCode;
use carport_domain::people::{CustomerNumber, EmailAddress, Gender, PhoneNumber, clean};
use carport_domain::vehicles::{BodyType, EngineNumber, Fuel, Plate, Vin, VisitKind};
use carport_store::imports::layout::Form;
use carport_store::imports::row::{Cell, Reason};
use chrono::{Duration, NaiveDate};
use chrono_tz::Tz;

use crate::hours;
use crate::values;
use crate::words::Words;

/// What reading depends on besides the file.
#[derive(Debug, Clone, Copy)]
pub struct Context {
    /// The company's local date; what happened cannot have happened after it.
    pub today: NaiveDate,
    /// The company's country: of plates, telephone numbers and addresses that name none.
    pub country: CountryCode,
}

/// Parses values. Remembers what it made of words that come again and again.
pub struct Parser {
    context: Context,
    words: &'static Words,
    /// By the name of the column.
    seen: HashMap<&'static str, HashMap<Box<str>, Result<Cell<'static>, Reason>>>,
}

/// Words of a column remembered at most; a file in which every row has another fuel is not worth remembering.
const SEEN: usize = 4096;

impl Parser {
    /// A parser for one file.
    pub fn new(context: Context, words: &'static Words) -> Self {
        Self {
            context,
            words,
            seen: HashMap::new(),
        }
    }

    /// What reading depends on.
    pub fn context(&self) -> Context {
        self.context
    }

    /// Reads a field of the column `name`; `country` is the row's.
    pub fn value<'r>(
        &mut self,
        name: &'static str,
        form: Form,
        raw: &'r str,
        country: CountryCode,
    ) -> Result<Cell<'r>, Reason> {
        let raw = raw.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}' || c == '\u{200b}');
        if raw.is_empty() {
            return Ok(Cell::Empty);
        }
        if !raw.is_ascii() && raw.contains('\u{fffd}') {
            return Err(Reason::UnreadableCharacters);
        }
        let has_control = if raw.is_ascii() {
            raw.bytes()
                .any(|b| b.is_ascii_control() && !matches!(b, b'\t' | b'\n' | b'\r'))
        } else {
            raw.chars()
                .any(|c| c.is_control() && !matches!(c, '\t' | '\n' | '\r'))
        };
        if has_control {
            return Err(Reason::ControlCharacter);
        }
        let raw = values::without_formula(raw)?.trim();
        match form {
            Form::Line(max) => self.line(raw, max),
            Form::Note(max) => self.line(raw, max),
            // read together with the other parts, by the rules of the row
            Form::AddressPart => self.line(raw, 120),
            Form::Flag
            | Form::Choice(_)
            | Form::Gender
            | Form::Fuel
            | Form::Body
            | Form::VisitKind
            | Form::Language
            | Form::Country => self.word(name, form, raw),
            _ if self.words.means_nothing(raw) => Ok(Cell::Empty),
            Form::Key => key(raw),
            Form::CustomerNumber => raw
                .parse::<CustomerNumber>()
                .map(|n| owned(n.into()))
                .map_err(|_| Reason::Key),
            Form::Email => raw
                .parse::<EmailAddress>()
                .map(|e| owned(e.into()))
                .map_err(|_| Reason::Email),
            Form::Phone => PhoneNumber::parse(raw, country)
                .map(|p| owned(p.into()))
                .map_err(|_| Reason::Phone),
            Form::Plate => Plate::parse(raw, country)
                .map(|p| owned(p.as_str().to_owned()))
                .map_err(|_| Reason::Plate),
            Form::Vin => raw
                .parse::<Vin>()
                .map(|v| owned(v.into()))
                .map_err(|_| Reason::Vin),
            Form::EngineNumber => raw
                .parse::<EngineNumber>()
                .map(|n| owned(n.into()))
                .map_err(|_| Reason::EngineNumber),
            Form::TimeZone => raw
                .parse::<Tz>()
                .map(|zone| owned(zone.name().to_owned()))
                .map_err(|_| Reason::TimeZone),
            Form::OpeningHours => {
                let week = hours::read(raw).ok_or(Reason::OpeningHours)?;
                serde_json::to_string(&week)
                    .map(owned)
                    .map_err(|_| Reason::OpeningHours)
            }
            Form::Date => self.date(name, raw),
            Form::Amount => values::cents(raw).map(Cell::Number),
            Form::Count(max) => values::count(raw, max).map(Cell::Number),
        }
    }

    /// Text, in its normal form. A name may sound like a word for nothing («Geen», «Null»); a bare sign is nothing.
    fn line<'r>(&self, raw: &'r str, max: u16) -> Result<Cell<'r>, Reason> {
        if raw == "NULL" || !raw.contains(char::is_alphanumeric) && self.words.means_nothing(raw) {
            return Ok(Cell::Empty);
        }
        let text = cleaned(raw);
        match text.chars().count() {
            0 => Ok(Cell::Empty),
            n if n > usize::from(max) => Err(Reason::TooLong),
            _ => Ok(Cell::Text(text)),
        }
    }

    fn word<'r>(&mut self, name: &'static str, form: Form, raw: &str) -> Result<Cell<'r>, Reason> {
        if let Some(known) = self.seen.get(name).and_then(|seen| seen.get(raw)) {
            return known.clone();
        }
        let read = self.word_unseen(form, raw);
        let seen = self.seen.entry(name).or_default();
        if seen.len() < SEEN && raw.len() <= 60 {
            seen.insert(raw.into(), read.clone());
        }
        read
    }

    fn word_unseen(&self, form: Form, raw: &str) -> Result<Cell<'static>, Reason> {
        let read = match form {
            Form::Flag => self.words.flag(raw).map(Cell::Flag).ok_or(Reason::Flag),
            Form::Choice(list) => self
                .words
                .choice(list, raw)
                .map(|value| owned(value.to_owned()))
                .ok_or(Reason::Choice),
            Form::Language => self
                .words
                .language(raw)
                .map(|l| fixed(l.as_str()))
                .ok_or(Reason::Language),
            Form::Country => CountryCode::recognise(raw)
                .map(|c| fixed(c.as_str()))
                .map_err(|_| Reason::Country),
            Form::Gender => Ok(match Gender::recognise(raw) {
                Gender::Unspecified => Cell::Empty,
                gender => fixed(gender.as_str()),
            }),
            Form::Fuel => Ok(fixed(Fuel::recognise(raw).as_str())),
            Form::Body => Ok(fixed(BodyType::recognise(raw).as_str())),
            Form::VisitKind => Ok(fixed(match VisitKind::recognise(raw) {
                // the inspection is done in the workshop; parts go over the counter
                VisitKind::Inspection | VisitKind::Workshop => "workshop",
                VisitKind::Parts => "other",
                kind => kind.as_str(),
            })),
            _ => Err(Reason::Choice),
        };
        // «nee» is an answer before «geen» is nothing
        if read.is_err() && self.words.means_nothing(raw) {
            Ok(Cell::Empty)
        } else {
            read
        }
    }

    fn date<'r>(&self, name: &str, raw: &str) -> Result<Cell<'r>, Reason> {
        let Some(date) = values::date(raw)? else {
            return Ok(Cell::Empty);
        };
        let may_be_ahead = matches!(name, "inspection_due" | "maintenance_due" | "owned_until");
        let latest = if may_be_ahead {
            self.context.today + Duration::days(3653)
        } else {
            self.context.today
        };
        if date > latest {
            return Err(Reason::DateInFuture);
        }
        if date < NaiveDate::from_ymd_opt(1886, 1, 29).unwrap_or(NaiveDate::MIN) {
            return Err(Reason::DateTooOld);
        }
        Ok(Cell::Date(date))
    }
}

fn key<'r>(raw: &'r str) -> Result<Cell<'r>, Reason> {
    let text = cleaned(raw);
    let fits =
        text.chars().count() <= 64 && text.contains(char::is_alphanumeric) && !text.contains(['<', '>', '"']);
    if fits {
        Ok(Cell::Text(text))
    } else {
        Err(Reason::Key)
    }
}

/// Text in its normal form, which most text has already.
fn cleaned(raw: &str) -> Cow<'_, str> {
    if raw.is_ascii() && !raw.bytes().any(|b| b.is_ascii_control()) && !raw.contains("  ") {
        Cow::Borrowed(raw)
    } else {
        Cow::Owned(clean(raw))
    }
}

fn owned<'r>(text: String) -> Cell<'r> {
    Cell::Text(Cow::Owned(text))
}

const fn fixed(text: &'static str) -> Cell<'static> {
    Cell::Text(Cow::Borrowed(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(name: &'static str, form: Form, raw: &str) -> Result<String, Reason> {
        let today = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
        let mut parser = Parser::new(
            Context {
                today,
                country: CountryCode::NL,
            },
            Words::shipped(),
        );
        let first = parser.value(name, form, raw, CountryCode::NL).map(show);
        assert_eq!(
            parser.value(name, form, raw, CountryCode::NL).map(show),
            first,
            "the second reading differs"
        );
        first
    }

    fn show(cell: Cell<'_>) -> String {
        match cell {
            Cell::Empty => String::new(),
            Cell::Text(text) => text.into_owned(),
            Cell::Number(n) => n.to_string(),
            Cell::Date(date) => date.to_string(),
            Cell::Flag(flag) => flag.to_string(),
        }
    }

    #[test]
    fn values_come_out_in_their_normal_form() {
        for (form, raw, expected) in [
            (Form::Email, " Jan.Jansen@Example.NL ", "Jan.Jansen@example.nl"),
            (Form::Phone, "=\"0612345678\"", "+31612345678"),
            (Form::Plate, "ab12cd", "AB-12-CD"),
            (Form::Vin, "wvwzzz1k-zaw 000001", "WVWZZZ1KZAW000001"),
            (Form::Flag, "Nee", "false"),
            (Form::Flag, "да", "true"),
            (Form::Gender, "Mevr.", "female"),
            (Form::Language, "Duits", "de"),
            (Form::Country, "Россия", "RU"),
            (Form::Fuel, "Benzin", "petrol"),
            (Form::Choice("purpose"), "Nieuwsbrief", "newsletter"),
            (Form::Choice("channel"), "Эл. почта", "email"),
            (Form::Line(20), "Van\u{a0} der\tBerg", "Van der Berg"),
            (Form::Line(20), "Geen", "Geen"),
            (Form::Line(20), "NULL", ""),
            (Form::Line(20), "--", ""),
            (Form::Email, "onbekend", ""),
            (Form::Phone, "n.v.t.", ""),
            (Form::Count(2_000_000), "123.456 km", "123456"),
        ] {
            assert_eq!(read("x", form, raw), Ok(expected.to_owned()), "{raw}");
        }
    }

    #[test]
    fn what_cannot_be_read_says_why() {
        for (form, raw, reason) in [
            (Form::Email, "jan@", Reason::Email),
            (Form::Phone, "123", Reason::Phone),
            (Form::Line(5), "abcdef", Reason::TooLong),
            (Form::Line(50), "=1+1", Reason::Formula),
            (Form::Line(50), "a\u{0}b", Reason::ControlCharacter),
            (Form::Line(50), "M\u{fffd}ller", Reason::UnreadableCharacters),
            (Form::Flag, "misschien", Reason::Flag),
            (Form::Key, "---", Reason::Key),
            (Form::Vin, "WVWZZZ1KZAW00000O", Reason::Vin),
        ] {
            assert_eq!(read("x", form, raw), Err(reason), "{raw}");
        }
    }

    #[test]
    fn what_happened_cannot_lie_ahead_and_what_is_due_can() {
        assert_eq!(
            read("date", Form::Date, "22-11-2026"),
            Ok("2026-11-22".to_owned())
        );
        assert_eq!(read("date", Form::Date, "23-11-2026"), Err(Reason::DateInFuture));
        assert_eq!(
            read("inspection_due", Form::Date, "23-11-2026"),
            Ok("2026-11-23".to_owned())
        );
        assert_eq!(
            read("birth_date", Form::Date, "01-01-1800"),
            Err(Reason::DateTooOld)
        );
    }
}
