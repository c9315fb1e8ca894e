//! The fixed words of documents, from `translations/<language>/documents.ftl`, and dates and times as documents write them.

use carport_domain::i18n::{Texts, Value};
use carport_domain::money::Currency;
use carport_domain::{Language, Money, Timestamp, format};
use chrono::{Datelike, NaiveDate};
use chrono_tz::Tz;
use serde_json::{Map, Value as Json, json};

/// The texts with the given keys, for a template. A key stands without its prefix `document-`, hyphens as underscores; a variable stays
/// in braces, and the template puts in what only it knows, such as the number of pages.
pub(crate) fn words(language: Language, keys: &[&str]) -> Json {
    let texts = Texts::new(language);
    let page: [(&str, Value<'_>); 2] = [("page", "{page}".into()), ("pages", "{pages}".into())];
    let mut words = Map::new();
    for key in ["page-of"].iter().chain(keys) {
        let args = if *key == "page-of" { &page[..] } else { &[] };
        words.insert(key.replace('-', "_"), Json::String(texts.with(&format!("document-{key}"), args)));
    }
    Json::Object(words)
}

/// One text of documents with variables.
pub(crate) fn word(language: Language, key: &str, args: &[(&str, Value<'_>)]) -> String {
    Texts::new(language).with(&format!("document-{key}"), args)
}

/// A date as a letter writes it: «3 maart 2026», «3. März 2026», «3 марта 2026 г.», «3 March 2026».
pub(crate) fn date(date: NaiveDate, language: Language) -> String {
    let month = word(language, &format!("month-{}", date.month()), &[]);
    let parts: [(&str, Value<'_>); 3] =
        [("day", date.day().to_string().into()), ("month", month.into()), ("year", date.year().to_string().into())];
    word(language, "date", &parts)
}

/// An instant to the second with its distance from UTC, the same in every language: «2026-03-03 14:05:09 +01:00».
pub(crate) fn instant(at: Timestamp, zone: Tz) -> String {
    at.datetime().with_timezone(&zone).format("%Y-%m-%d %H:%M:%S %:z").to_string()
}

/// A decimal number from its digits without the separator: `decimal(1250, 3, …)` is «1,25». Zeros at the end are left out.
pub(crate) fn decimal(scaled: i64, places: u32, language: Language) -> String {
    let scale = 10_u64.pow(places);
    let (whole, rest) = (scaled.unsigned_abs() / scale, scaled.unsigned_abs() % scale);
    let digits = format!("{rest:0width$}", width = places as usize);
    let digits = digits.trim_end_matches('0');
    let sign = if scaled < 0 { "−" } else { "" };
    let whole = format::integer(i64::try_from(whole).unwrap_or(i64::MAX), language);
    if rest == 0 { format!("{sign}{whole}") } else { format!("{sign}{whole}{}{digits}", separator(language)) }
}

/// An amount as the language writes it: «€ 1.234,50», «1.234,50 €», «1 234,50 ₽», «€1,234.50».
pub(crate) fn money(money: Money, language: Language) -> String {
    let cents = money.cents.unsigned_abs();
    let whole = format::integer(i64::try_from(cents / 100).unwrap_or(i64::MAX), language);
    let amount = format!("{whole}{}{:02}", separator(language), cents % 100);
    let sign = if money.cents < 0 { "−" } else { "" };
    let symbol = match money.currency {
        Currency::Eur => "€",
        Currency::Rub => "₽",
    };
    match language {
        Language::Nl => format!("{symbol}\u{a0}{sign}{amount}"),
        Language::De | Language::Ru => format!("{sign}{amount}\u{a0}{symbol}"),
        Language::En => format!("{sign}{symbol}{amount}"),
    }
}

fn separator(language: Language) -> char {
    if language == Language::En { '.' } else { ',' }
}

/// A date for the metadata of the PDF.
pub(crate) fn day(date: NaiveDate) -> Json {
    json!({ "year": date.year(), "month": date.month(), "day": date.day() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_written_as_the_language_writes_it() {
        let day = NaiveDate::from_ymd_opt(2026, 3, 3).unwrap();
        assert_eq!(date(day, Language::Nl), "3 maart 2026");
        assert_eq!(date(day, Language::De), "3. März 2026");
        assert_eq!(date(day, Language::Ru), "3 марта 2026 г.");
        assert_eq!(date(day, Language::En), "3 March 2026");
    }

    #[test]
    fn amounts_and_quantities_are_written_as_the_language_writes_them() {
        let amount = |cents, language| money(Money { cents, currency: Currency::Eur }, language);
        assert_eq!(amount(123_450, Language::Nl), "€\u{a0}1.234,50");
        assert_eq!(amount(-5, Language::De), "−0,05\u{a0}€");
        assert_eq!(amount(100_000_000, Language::Ru), "1\u{a0}000\u{a0}000,00\u{a0}€");
        assert_eq!(amount(123_450, Language::En), "€1,234.50");
        assert_eq!(decimal(1_250, 3, Language::Nl), "1,25");
        assert_eq!(decimal(-1_000, 3, Language::En), "−1");
        assert_eq!(decimal(2_100, 2, Language::De), "21");
    }

    #[test]
    fn an_instant_says_how_far_it_is_from_utc() {
        let at = Timestamp(1_774_746_000_000_000);
        assert_eq!(instant(at, chrono_tz::Europe::Amsterdam), "2026-03-29 03:00:00 +02:00");
        assert_eq!(instant(at.plus_seconds(-1), chrono_tz::Europe::Amsterdam), "2026-03-29 01:59:59 +01:00");
    }
}
