//! Dates, numbers and money as the reader's language writes them (F22). Telephone numbers and addresses, which depend on a country,
//! format themselves in [`crate::people`].

use chrono::{Datelike, NaiveDate, Timelike, Weekday};
use chrono_tz::Tz;

use crate::i18n::Value;
use crate::money::Currency;
use crate::vehicles::Mileage;
use crate::{Language, Money, Texts, Timestamp};

/// Keeps a number and its unit on one line.
const NO_BREAK: char = '\u{a0}';

/// A whole number with the language's digit groups.
pub fn integer(n: i64, language: Language) -> String {
    let digits = n.unsigned_abs().to_string();
    let separator = match language {
        Language::Nl | Language::De => '.',
        Language::Ru => NO_BREAK,
        Language::En => ',',
    };
    let mut out = String::with_capacity(digits.len() * 2);
    if n < 0 {
        out.push('-');
    }
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(separator);
        }
        out.push(digit);
    }
    out
}

/// A number of hundredths with two decimals: 123456 is `1.234,56`.
pub fn hundredths(n: i64, language: Language) -> String {
    let sign = if n < 0 { "-" } else { "" };
    let whole = i64::try_from(n.unsigned_abs() / 100).unwrap_or(i64::MAX);
    let point = if language == Language::En { '.' } else { ',' };
    format!(
        "{sign}{}{point}{:02}",
        integer(whole, language),
        n.unsigned_abs() % 100
    )
}

/// An amount of money: `€ 1.234,56`, `1.234,56 €`, `1 234,56 ₽`, `€1,234.56`.
pub fn money(amount: Money, language: Language) -> String {
    let symbol = match amount.currency {
        Currency::Eur => '€',
        Currency::Rub => '₽',
    };
    let number = hundredths(amount.cents, language);
    match language {
        Language::Nl => format!("{symbol}{NO_BREAK}{number}"),
        Language::De | Language::Ru => format!("{number}{NO_BREAK}{symbol}"),
        Language::En => match number.strip_prefix('-') {
            Some(positive) => format!("-{symbol}{positive}"),
            None => format!("{symbol}{number}"),
        },
    }
}

/// A share in hundredths: `20%`, in German and Russian `20 %`.
pub fn percent(hundredths: i64, language: Language) -> String {
    let number = integer(hundredths, language);
    match language {
        Language::Nl | Language::En => format!("{number}%"),
        Language::De | Language::Ru => format!("{number}{NO_BREAK}%"),
    }
}

/// An odometer reading: `84.500 km`.
pub fn mileage(mileage: Mileage, language: Language) -> String {
    let number = integer(i64::from(mileage.kilometres()), language);
    Texts::new(language).with("mileage-km", &[("number", number.into())])
}

/// `12 december 2026`, `12. Dezember 2026`, `12 декабря 2026`, `12 December 2026`.
pub fn date_long(date: NaiveDate, language: Language) -> String {
    format!("{} {}", day_and_month(date, language), date.year())
}

/// The same without the year.
pub fn day_and_month(date: NaiveDate, language: Language) -> String {
    let texts = Texts::new(language);
    let month = texts.choice("month-of", &date.month().to_string());
    texts.with(
        "day-and-month",
        &[("day", date.day().to_string().into()), ("month", month.into())],
    )
}

/// The same with the day of the week: `zaterdag 12 december 2026`, `Samstag, 12. Dezember 2026`.
pub fn date_with_weekday(date: NaiveDate, language: Language) -> String {
    let day = weekday(date.weekday(), language);
    Texts::new(language).with(
        "date-with-weekday",
        &[
            ("weekday", day.into()),
            ("date", date_long(date, language).into()),
        ],
    )
}

/// Digits only: `12-12-2026`, `12.12.2026`, `12/12/2026`.
pub fn date_short(date: NaiveDate, language: Language) -> String {
    let separator = match language {
        Language::Nl => '-',
        Language::De | Language::Ru => '.',
        Language::En => '/',
    };
    format!(
        "{:02}{separator}{:02}{separator}{:04}",
        date.day(),
        date.month(),
        date.year()
    )
}

/// `december 2026`.
pub fn month_and_year(date: NaiveDate, language: Language) -> String {
    format!(
        "{} {}",
        Texts::new(language).choice("month", &date.month().to_string()),
        date.year()
    )
}

/// `zaterdag`.
pub fn weekday(day: Weekday, language: Language) -> String {
    Texts::new(language).choice("weekday", key_of(day))
}

/// `za`.
pub fn weekday_short(day: Weekday, language: Language) -> String {
    Texts::new(language).choice("weekday-short", key_of(day))
}

const fn key_of(day: Weekday) -> &'static str {
    match day {
        Weekday::Mon => "mon",
        Weekday::Tue => "tue",
        Weekday::Wed => "wed",
        Weekday::Thu => "thu",
        Weekday::Fri => "fri",
        Weekday::Sat => "sat",
        Weekday::Sun => "sun",
    }
}

/// A minute of the day on the 24-hour clock: `08:30`; 1440 is `24:00`.
pub fn minute_of_day(minute: u16) -> String {
    format!("{:02}:{:02}", minute / 60, minute % 60)
}

/// The local time of an instant: `14:05`.
pub fn time(at: Timestamp, zone: Tz) -> String {
    let local = at.datetime().with_timezone(&zone);
    format!("{:02}:{:02}", local.hour(), local.minute())
}

/// The local date and time of an instant: `12 december 2026, 14:05`.
pub fn date_and_time(at: Timestamp, zone: Tz, language: Language) -> String {
    format!("{}, {}", date_long(at.date_in(zone), language), time(at, zone))
}

/// A date as seen from today, in the largest unit that still says enough: «morgen», «over 5 weken», «3 maanden geleden».
/// Days up to two weeks, weeks up to nine, then calendar months, and years from two years on; always rounded down.
pub fn relative(date: NaiveDate, today: NaiveDate, language: Language) -> String {
    let texts = Texts::new(language);
    let days = (date - today).num_days();
    let count = |n: i64| [("count", Value::from(n))];
    let months = i64::from(whole_months(date.min(today), date.max(today)));
    match (days, days.abs()) {
        (0, _) => texts.get("today"),
        (1, _) => texts.get("tomorrow"),
        (-1, _) => texts.get("yesterday"),
        (1.., 0..14) => texts.with("in-days", &count(days)),
        (_, 0..14) => texts.with("days-ago", &count(-days)),
        (1.., 14..63) => texts.with("in-weeks", &count(days / 7)),
        (_, 14..63) => texts.with("weeks-ago", &count(-days / 7)),
        (1.., _) if months < 24 => texts.with("in-months", &count(months)),
        (_, _) if months < 24 => texts.with("months-ago", &count(months)),
        (1.., _) => texts.with("in-years", &count(months / 12)),
        (_, _) => texts.with("years-ago", &count(months / 12)),
    }
}

/// Whole calendar months from an earlier to a later date.
fn whole_months(earlier: NaiveDate, later: NaiveDate) -> i32 {
    let months = (later.year() - earlier.year()) * 12 + later.month0() as i32 - earlier.month0() as i32;
    if crate::clock::add_months(earlier, months) > later {
        months - 1
    } else {
        months
    }
}

/// Several things in a sentence: `a, b en c`.
pub fn list<S: AsRef<str>>(items: &[S], language: Language) -> String {
    match items {
        [] => String::new(),
        [only] => only.as_ref().to_owned(),
        [first @ .., last] => {
            let first = first.iter().map(AsRef::as_ref).collect::<Vec<_>>().join(", ");
            Texts::new(language).with(
                "list-and",
                &[("first", first.into()), ("last", last.as_ref().into())],
            )
        }
    }
}

#[cfg(test)]
mod tests {
    use Language::{De, En, Nl, Ru};

    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn money_is_written_as_each_language_writes_it() {
        let euro = |cents| Money {
            cents,
            currency: Currency::Eur,
        };
        assert_eq!(money(euro(123_456), Nl), "€\u{a0}1.234,56");
        assert_eq!(money(euro(123_456), De), "1.234,56\u{a0}€");
        assert_eq!(
            money(
                Money {
                    cents: 123_456,
                    currency: Currency::Rub
                },
                Ru
            ),
            "1\u{a0}234,56\u{a0}₽"
        );
        assert_eq!(money(euro(123_456), En), "€1,234.56");
        assert_eq!(money(euro(-5), En), "-€0.05");
        assert_eq!(money(euro(-100_000_005), Nl), "€\u{a0}-1.000.000,05");
        assert!(money(euro(i64::MIN), De).starts_with('-'));
    }

    #[test]
    fn dates_are_written_as_each_language_writes_them() {
        let date = day("2026-12-05");
        assert_eq!(
            [Nl, De, Ru, En].map(|l| date_long(date, l)),
            [
                "5 december 2026",
                "5. Dezember 2026",
                "5 декабря 2026",
                "5 December 2026"
            ]
        );
        assert_eq!(
            [Nl, De, Ru, En].map(|l| date_with_weekday(date, l)),
            [
                "zaterdag 5 december 2026",
                "Samstag, 5. Dezember 2026",
                "суббота, 5 декабря 2026",
                "Saturday 5 December 2026"
            ]
        );
        assert_eq!(
            [Nl, De, Ru, En].map(|l| date_short(date, l)),
            ["05-12-2026", "05.12.2026", "05.12.2026", "05/12/2026"]
        );
        assert_eq!(
            [Nl, De, Ru, En].map(|l| month_and_year(date, l)),
            ["december 2026", "Dezember 2026", "декабрь 2026", "December 2026"]
        );
        assert_eq!(
            [Nl, De, Ru, En].map(|l| weekday_short(Weekday::Sat, l)),
            ["za", "Sa", "сб", "Sat"]
        );
    }

    #[test]
    fn an_instant_is_shown_in_the_zone_of_the_place() {
        let at = Timestamp::from_datetime("2026-12-05T22:30:00Z".parse().unwrap());
        assert_eq!(
            date_and_time(at, chrono_tz::Europe::Amsterdam, Nl),
            "5 december 2026, 23:30"
        );
        assert_eq!(
            date_and_time(at, chrono_tz::Europe::Moscow, Ru),
            "6 декабря 2026, 01:30"
        );
    }

    #[test]
    fn a_date_is_near_in_days_then_weeks_then_months_then_years() {
        let today = day("2026-11-20");
        let nl = |date| relative(day(date), today, Nl);
        for (date, words) in [
            ("2026-11-20", "vandaag"),
            ("2026-11-21", "morgen"),
            ("2026-11-19", "gisteren"),
            ("2026-11-22", "over 2 dagen"),
            ("2026-12-03", "over 13 dagen"),
            ("2026-12-04", "over 2 weken"),
            ("2026-12-25", "over 5 weken"),
            ("2027-01-21", "over 8 weken"),
            ("2027-01-22", "over 2 maanden"),
            ("2027-11-19", "over 11 maanden"),
            ("2027-11-20", "over 12 maanden"),
            ("2028-11-19", "over 23 maanden"),
            ("2028-11-20", "over 2 jaar"),
            ("2026-11-06", "2 weken geleden"),
            ("2026-08-20", "3 maanden geleden"),
            ("2021-11-20", "5 jaar geleden"),
        ] {
            assert_eq!(nl(date), words, "{date}");
        }
        let in_five_weeks = day("2026-12-25");
        assert_eq!(relative(in_five_weeks, today, En), "in 5 weeks");
        assert_eq!(relative(in_five_weeks, today, De), "in 5 Wochen");
        assert_eq!(relative(in_five_weeks, today, Ru), "через 5 недель");
        assert_eq!(relative(day("2029-11-20"), today, Ru), "через 3 года");
    }

    #[test]
    fn whole_months_end_on_the_last_day_of_short_months() {
        assert_eq!(whole_months(day("2026-12-31"), day("2027-02-27")), 1);
        assert_eq!(whole_months(day("2026-12-31"), day("2027-02-28")), 2);
        assert_eq!(whole_months(day("2024-02-29"), day("2025-02-28")), 12);
    }

    #[test]
    fn a_mileage_and_a_share_carry_their_units_and_a_list_its_last_word() {
        let reading = Mileage::new(84_500).unwrap();
        assert_eq!(mileage(reading, Nl), "84.500\u{a0}km");
        assert_eq!(mileage(reading, Ru), "84\u{a0}500\u{a0}км");
        assert_eq!([percent(20, Nl), percent(20, De)], ["20%", "20\u{a0}%"]);
        assert_eq!(list(&["a", "b", "c"], Nl), "a, b en c");
        assert_eq!(list(&["a", "b"], Ru), "a и b");
        assert_eq!(list(&["a"], En), "a");
        assert_eq!(list::<&str>(&[], En), "");
    }
}
