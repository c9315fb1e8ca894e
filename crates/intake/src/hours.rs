//! Opening hours of a whole week in one cell: `ma-vr 8:00-17:30; za 9:00-13:00`.

use carport_domain::company::{Interval, OpeningHours};
use carport_domain::people::fold;

/// The first letters of the days from Monday on, in four languages.
const DAYS: [&[&str]; 7] = [
    &["mo", "ma", "пн", "пон"],
    &["tu", "di", "вт"],
    &["we", "wo", "mi", "ср"],
    &["th", "do", "чт", "чет"],
    &["fr", "vr", "пт", "пят"],
    &["sa", "za", "сб", "суб"],
    &["su", "so", "zo", "вс", "вос"],
];

/// Reads the hours of a week; days that are not named are closed.
pub fn read(text: &str) -> Option<OpeningHours> {
    let mut week: [Vec<Interval>; 7] = Default::default();
    for part in text
        .split([';', '|', '\n'])
        .map(str::trim)
        .filter(|part| !part.is_empty())
    {
        let at = part.find(|c: char| c.is_ascii_digit())?;
        let hours = OpeningHours::parse_day(part[at..].trim()).ok()?;
        let names = part[..at].trim().trim_end_matches(':');
        if names.is_empty() {
            week.iter_mut().for_each(|day| day.clone_from(&hours));
        }
        for range in names
            .split([',', '/', '&', '+'])
            .map(str::trim)
            .filter(|range| !range.is_empty())
        {
            let (first, last) = range.split_once(['-', '–', '—']).unwrap_or((range, range));
            let (first, last) = (day(first)?, day(last)?);
            for n in 0..=(last + 7 - first) % 7 {
                week[(first + n) % 7].clone_from(&hours);
            }
        }
    }
    OpeningHours::new(week).ok()
}

fn day(name: &str) -> Option<usize> {
    let name = fold(name.trim().trim_end_matches('.'));
    DAYS.iter()
        .position(|starts| starts.iter().any(|start| name.starts_with(start)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::Weekday;

    #[test]
    fn a_week_is_read_in_four_languages() {
        for text in [
            "ma-vr 08:00-17:30; za 09:00-13:00",
            "Mo–Fr: 8:00-17:30 | Sa: 9-13",
            "пн-пт 08:00-17:30; сб 09:00-13:00",
            "Monday-Friday 8.00-17.30; Sat 9:00-13:00",
        ] {
            let week = read(text).unwrap_or_else(|| panic!("{text}"));
            assert_eq!(week.on(Weekday::Fri).len(), 1, "{text}");
            assert_eq!(week.on(Weekday::Sat)[0].until(), 13 * 60, "{text}");
            assert!(week.on(Weekday::Sun).is_empty());
        }
        let week = read("di, do 8:00-12:00, 13:00-17:00").unwrap();
        assert_eq!(
            (
                week.on(Weekday::Tue).len(),
                week.on(Weekday::Thu).len(),
                week.on(Weekday::Wed).len()
            ),
            (2, 2, 0)
        );
    }

    #[test]
    fn what_is_no_week_is_refused() {
        for text in ["altijd open", "xx 8:00-17:00", "ma 17:00-8:00"] {
            assert!(read(text).is_none(), "{text}");
        }
    }
}
