//! Values as exports write them: dates, amounts and numbers in the forms of four countries.

use carport_domain::consent::proof::FORMULA;
use carport_store::imports::row::Reason;
use chrono::NaiveDate;

/// Reads a date: `31-12-2026`, `31.12.2026`, `31/12/2026` (day first), `2026-12-31`, `20261231`, each with a time behind it or not.
///
/// What databases write for «no date» (`0000-00-00`, `01-01-1900`, `30.12.1899` …) is none.
///
/// # Errors
/// Another form, two digits for the year, or a day that does not exist.
pub fn date(text: &str) -> Result<Option<NaiveDate>, Reason> {
    let day = text.split([' ', 'T', '\u{a0}']).next().unwrap_or("");
    let behind = text[day.len()..].trim_start_matches(['T', ' ', '\u{a0}']);
    if !behind.is_empty() && !looks_like_time(behind) {
        return Err(Reason::Date);
    }
    let digits = |part: &str, lengths: std::ops::RangeInclusive<usize>| {
        (lengths.contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit()))
            .then(|| part.parse::<u32>().ok())
            .flatten()
    };
    let parts = if let Some(whole) = digits(day, 8..=8) {
        (whole / 10_000, whole / 100 % 100, whole % 100)
    } else {
        let mark = day
            .chars()
            .find(|c| matches!(c, '-' | '.' | '/'))
            .ok_or(Reason::Date)?;
        let mut pieces = day.split(mark);
        let (Some(first), Some(second), Some(third), None) =
            (pieces.next(), pieces.next(), pieces.next(), pieces.next())
        else {
            return Err(Reason::Date);
        };
        let (year, day) = if first.len() == 4 {
            (first, third)
        } else {
            (third, first)
        };
        let read = (digits(year, 4..=4), digits(second, 1..=2), digits(day, 1..=2));
        let (Some(year), Some(month), Some(day)) = read else {
            return Err(Reason::Date);
        };
        (year, month, day)
    };
    let (year, month, day) = parts;
    if matches!(
        parts,
        (0, _, _) | (1, 1, 1) | (1753, 1, 1) | (1899, 12, 30 | 31) | (1900, 1, 1)
    ) {
        return Ok(None);
    }
    let year = i32::try_from(year).map_err(|_| Reason::Date)?;
    NaiveDate::from_ymd_opt(year, month, day)
        .map(Some)
        .ok_or(Reason::Date)
}

/// `14:05`, `14:05:33.123`, with a zone behind it or not.
fn looks_like_time(text: &str) -> bool {
    text.len() <= 32
        && text.starts_with(|c: char| c.is_ascii_digit())
        && text.contains(':')
        && text
            .chars()
            .all(|c| c.is_ascii_digit() || matches!(c, ':' | '.' | ',' | '+' | '-' | 'Z' | ' '))
}

/// Reads an amount of money into cents: `1.234,56`, `1,234.56`, `1 234,5`, `€ 12,00-`, `1234`.
///
/// # Errors
/// No number; or a single separator with three digits behind it, which may be thousands or decimals.
pub fn cents(text: &str) -> Result<i64, Reason> {
    let text = text.trim();
    let is_sign_of_money = |c: char| matches!(c, '€' | '₽' | '.' | ' ' | '\u{a0}') || c.is_alphabetic();
    let bare = text
        .trim_start_matches(is_sign_of_money)
        .trim_end_matches(is_sign_of_money);
    let (negative, bare) = match (bare.strip_prefix(['-', '−']), bare.strip_suffix(['-', '−'])) {
        (Some(rest), _) | (None, Some(rest)) => (true, rest),
        (None, None) => (
            text.starts_with(['-', '−']),
            bare.strip_prefix('+').unwrap_or(bare),
        ),
    };
    let bare = bare.trim_matches(|c: char| is_sign_of_money(c) && c != '.');
    let digits: String = bare
        .chars()
        .filter(|c| !matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\'' | '’'))
        .collect();
    let (whole, decimals) = split_decimals(&digits)?;
    let is_number = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    if whole.is_empty() && decimals.is_empty()
        || whole.len() > 13
        || !is_number(&whole)
        || !is_number(&decimals)
    {
        return Err(Reason::Amount);
    }
    // more than two decimals only when the rest is zeros: databases write 12.5000
    let (kept, rest) = decimals.split_at(decimals.len().min(2));
    if rest.bytes().any(|b| b != b'0') {
        return Err(Reason::Amount);
    }
    let number: i64 = format!("{whole}{kept:0<2}").parse().map_err(|_| Reason::Amount)?;
    Ok(if negative { -number } else { number })
}

/// Separates whole units from decimals, dropping marks between thousands.
fn split_decimals(digits: &str) -> Result<(String, String), Reason> {
    let dense = |part: &str| part.replace(['.', ','], "");
    let Some(at) = digits.rfind(['.', ',']) else {
        return Ok((digits.to_owned(), String::new()));
    };
    let (before, after) = (&digits[..at], &digits[at + 1..]);
    let mark = digits.as_bytes()[at];
    let marks = digits.bytes().filter(|b| *b == mark).count();
    let mixed = before.contains(['.', ',']) && marks == 1;
    if marks > 1 {
        // the same mark twice can only stand between thousands
        let groups_fit = digits.split(mark as char).skip(1).all(|group| group.len() == 3);
        return if groups_fit {
            Ok((dense(digits), String::new()))
        } else {
            Err(Reason::Amount)
        };
    }
    if after.len() == 3 && !mixed && !before.is_empty() && before.len() <= 3 && before != "0" {
        return Err(Reason::AmountUnclear);
    }
    Ok((dense(before), after.to_owned()))
}

/// Reads a whole number from 0 to `max`: `123456`, `123.456`, `123 456 km`, `123456,00`.
///
/// # Errors
/// No whole number, or one out of range.
pub fn count(text: &str, max: i64) -> Result<i64, Reason> {
    let bare = text.trim_end_matches(|c: char| c.is_alphabetic() || matches!(c, '.' | ' ' | '\u{a0}'));
    let digits: String = bare
        .chars()
        .filter(|c| !matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\'' | '’'))
        .collect();
    let mut groups = digits.split(['.', ',']);
    let mut whole = groups.next().unwrap_or("").to_owned();
    let rest: Vec<&str> = groups.collect();
    for (n, group) in rest.iter().enumerate() {
        let is_last = n + 1 == rest.len();
        if group.len() == 3 && whole.len() <= 3 * (n + 1) && !whole.is_empty() {
            whole.push_str(group);
        } else if !is_last || group.bytes().any(|b| b != b'0') {
            return Err(Reason::Count);
        }
    }
    if whole.is_empty() || whole.len() > 12 || !whole.bytes().all(|b| b.is_ascii_digit()) {
        return Err(Reason::Count);
    }
    whole.parse().ok().filter(|n| *n <= max).ok_or(Reason::Count)
}

/// What a spreadsheet puts around a number to keep its zeros (`="0612"`), and the `'` our own exports put before a
/// formula (SEC-CSV-1), taken off; the rest if it is no formula.
///
/// # Errors
/// A formula.
pub fn without_formula(text: &str) -> Result<&str, Reason> {
    if let Some(inner) = text.strip_prefix("=\"").and_then(|t| t.strip_suffix('"')) {
        return if inner.contains('"') {
            Err(Reason::Formula)
        } else {
            Ok(inner)
        };
    }
    if let Some(inner) = text
        .strip_prefix('\'')
        .filter(|t| t.trim_start().starts_with(FORMULA))
    {
        return Ok(inner);
    }
    let is_formula = match text.as_bytes().first() {
        Some(b'=' | b'@') => true,
        Some(b'+' | b'-') => text.contains(['(', '|', '!']) && text.chars().any(char::is_alphabetic),
        _ => false,
    };
    if is_formula {
        Err(Reason::Formula)
    } else {
        Ok(text)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(y: i32, m: u32, d: u32) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(y, m, d)
    }

    #[test]
    fn every_form_of_the_same_day_is_read() {
        for text in [
            "31-12-2026",
            "31.12.2026",
            "31/12/2026",
            "2026-12-31",
            "20261231",
            "2026/12/31",
            "31-12-2026 14:05",
            "2026-12-31T14:05:33.123Z",
            "2026-12-31 00:00:00+01:00",
            "31.12.2026 0:00:00",
        ] {
            assert_eq!(date(text), Ok(day(2026, 12, 31)), "{text}");
        }
        assert_eq!(date("1-2-2026"), Ok(day(2026, 2, 1)));
        assert_eq!(date("29-02-2024"), Ok(day(2024, 2, 29)));
    }

    #[test]
    fn a_day_that_does_not_exist_or_an_unclear_form_is_refused() {
        for text in [
            "31-02-2026",
            "29-02-2026",
            "12/31/2026",
            "31-12-26",
            "2026-1",
            "31-12-2026 morgen",
            "45657",
            "1-1",
            "dec 2026",
        ] {
            assert_eq!(date(text), Err(Reason::Date), "{text}");
        }
    }

    #[test]
    fn what_databases_write_for_no_date_is_none() {
        for text in [
            "0000-00-00",
            "00000000",
            "01-01-1900",
            "30.12.1899 00:00:00",
            "0001-01-01",
        ] {
            assert_eq!(date(text), Ok(None), "{text}");
        }
    }

    #[test]
    fn amounts_are_read_with_either_decimal_mark() {
        for (text, expected) in [
            ("1.234,56", 123_456),
            ("1,234.56", 123_456),
            ("1 234,5", 123_450),
            ("€ 12,00-", -1_200),
            ("-12,00", -1_200),
            ("1234", 123_400),
            ("0,5", 50),
            (",75", 75),
            ("12.5000", 1_250),
            ("1.234.567", 123_456_700),
            ("1'234.50", 123_450),
            ("15 000,00 ₽", 1_500_000),
            ("15 000,00 руб.", 1_500_000),
            ("0.125000", 0),
            ("EUR 89,95", 8_995),
            ("1234,560", 123_456),
        ] {
            if text == "0.125000" {
                assert_eq!(cents(text), Err(Reason::Amount));
            } else {
                assert_eq!(cents(text), Ok(expected), "{text}");
            }
        }
    }

    #[test]
    fn thousands_or_decimals_that_nobody_can_tell_apart_are_asked_back() {
        assert_eq!(cents("1.234"), Err(Reason::AmountUnclear));
        assert_eq!(cents("12,500"), Err(Reason::AmountUnclear));
        for text in ["", "abc", "1,2,3", "1.23.45", "--5", "1e5", "12;00"] {
            assert_eq!(cents(text), Err(Reason::Amount), "{text}");
        }
    }

    #[test]
    fn a_mileage_is_a_whole_number_with_or_without_thousands() {
        for text in [
            "123456",
            "123.456",
            "123 456 km",
            "123,456",
            "123456,00",
            "123.456,0",
        ] {
            assert_eq!(count(text, 9_999_999), Ok(123_456), "{text}");
        }
        for text in ["", "-5", "12,5", "99999999", "1.2.3", "veel"] {
            assert_eq!(count(text, 9_999_999), Err(Reason::Count), "{text}");
        }
    }

    #[test]
    fn formulas_are_refused_and_protected_values_unwrapped() {
        assert_eq!(without_formula("=\"0612345678\""), Ok("0612345678"));
        assert_eq!(without_formula("'=Jan"), Ok("=Jan"));
        assert_eq!(without_formula("'\u{ff0b}Jan"), Ok("\u{ff0b}Jan"));
        assert_eq!(without_formula("'t Hart"), Ok("'t Hart"));
        assert_eq!(without_formula("+31 6 12345678"), Ok("+31 6 12345678"));
        for text in [
            "=1+1",
            "@SUM(A1)",
            "+cmd|' /C calc'!A0",
            "=HYPERLINK(\"http://x\")",
            "=\"a\"&\"b\"",
        ] {
            assert_eq!(without_formula(text), Err(Reason::Formula), "{text}");
        }
    }

    proptest! {
        #[test]
        fn every_day_is_read_back_from_each_form(days in 0i64..100_000) {
            let day = NaiveDate::from_ymd_opt(1900, 1, 2).unwrap() + chrono::Duration::days(days);
            for form in ["%d-%m-%Y", "%d.%m.%Y", "%d/%m/%Y", "%Y-%m-%d", "%Y%m%d", "%-d-%-m-%Y", "%Y-%m-%dT%H:%M:%S"] {
                let text = day.and_hms_opt(13, 37, 0).unwrap().format(form).to_string();
                prop_assert_eq!(date(&text), Ok(Some(day)));
            }
        }

        #[test]
        fn every_amount_is_read_back_from_each_form(amount in -10_000_000_00i64..10_000_000_00) {
            let sign = if amount < 0 { "-" } else { "" };
            let (units, rest) = (amount.abs() / 100, amount.abs() % 100);
            let digits = units.to_string();
            let grouped = |mark: &str| {
                let mut out = String::new();
                for (n, c) in digits.chars().enumerate() {
                    if n > 0 && (digits.len() - n) % 3 == 0 {
                        out.push_str(mark);
                    }
                    out.push(c);
                }
                out
            };
            for text in [
                format!("{sign}{digits},{rest:02}"), format!("{sign}{digits}.{rest:02}"),
                format!("{sign}{},{rest:02}", grouped(".")), format!("{sign}{}.{rest:02}", grouped(",")),
                format!("{sign}{},{rest:02}", grouped("\u{a0}")), format!("€ {sign}{},{rest:02}", grouped(".")),
            ] {
                prop_assert_eq!(cents(&text), Ok(amount), "{}", text);
            }
        }

        #[test]
        fn no_text_makes_the_readers_panic(text in "\\PC{0,24}") {
            let _ = (date(&text), cents(&text), count(&text, 100), without_formula(&text));
        }
    }
}
