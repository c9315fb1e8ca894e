//! The fixed words of documents, from `translations/<language>/documents.ftl`, and the few numbers and times that only documents write.

use carport_domain::i18n::{Texts, Value};
use carport_domain::{Language, Timestamp, format};
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
        words.insert(
            key.replace('-', "_"),
            Json::String(texts.with(&format!("document-{key}"), args)),
        );
    }
    Json::Object(words)
}

/// One text of documents with variables.
pub(crate) fn word(language: Language, key: &str, args: &[(&str, Value<'_>)]) -> String {
    Texts::new(language).with(&format!("document-{key}"), args)
}

/// An instant to the second with its distance from UTC, the same in every language: «2026-03-03 14:05:09 +01:00».
pub(crate) fn instant(at: Timestamp, zone: Tz) -> String {
    at.datetime()
        .with_timezone(&zone)
        .format("%Y-%m-%d %H:%M:%S %:z")
        .to_string()
}

/// A decimal number from its digits without the separator: `decimal(1250, 3, …)` is «1,25». Zeros at the end are left out.
pub(crate) fn decimal(scaled: i64, places: u32, language: Language) -> String {
    let scale = 10_u64.pow(places);
    let (whole, rest) = (scaled.unsigned_abs() / scale, scaled.unsigned_abs() % scale);
    let digits = format!("{rest:0width$}", width = places as usize);
    let digits = digits.trim_end_matches('0');
    let sign = if scaled < 0 { "-" } else { "" };
    let whole = format::integer(i64::try_from(whole).unwrap_or(i64::MAX), language);
    let point = if language == Language::En { '.' } else { ',' };
    if rest == 0 {
        format!("{sign}{whole}")
    } else {
        format!("{sign}{whole}{point}{digits}")
    }
}

/// A date for the metadata of the PDF.
pub(crate) fn day(date: NaiveDate) -> Json {
    json!({ "year": date.year(), "month": date.month(), "day": date.day() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantities_are_written_as_the_language_writes_them() {
        assert_eq!(decimal(1_250, 3, Language::Nl), "1,25");
        assert_eq!(decimal(-1_000, 3, Language::En), "-1");
        assert_eq!(decimal(1_234_567, 3, Language::En), "1,234.567");
        assert_eq!(decimal(2_100, 2, Language::De), "21");
        assert_eq!(decimal(5, 3, Language::Ru), "0,005");
    }

    #[test]
    fn an_instant_says_how_far_it_is_from_utc() {
        let at = Timestamp(1_774_746_000_000_000);
        assert_eq!(
            instant(at, chrono_tz::Europe::Amsterdam),
            "2026-03-29 03:00:00 +02:00"
        );
        assert_eq!(
            instant(at.plus_seconds(-1), chrono_tz::Europe::Amsterdam),
            "2026-03-29 01:59:59 +01:00"
        );
    }
}
