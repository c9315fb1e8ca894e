//! Working days: what «within two working days» (F30) means in a country, with a company's own closing days.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use chrono::{Datelike, Days, NaiveDate, TimeDelta, Weekday};
use chrono_tz::Tz;

use crate::Timestamp;
use crate::country::CountryCode;

/// The rules of `holidays.toml` for one country.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Rules {
    fixed: Vec<MonthDay>,
    easter: Vec<i64>,
    sunday_to_saturday: Vec<MonthDay>,
    every_five_years: Vec<MonthDay>,
    weekend_to_workday: bool,
    dated: Vec<NaiveDate>,
}

/// A day of every year.
#[derive(Debug, Clone, Copy, serde::Deserialize)]
#[serde(try_from = "String")]
struct MonthDay {
    month: u32,
    day: u32,
}

impl TryFrom<String> for MonthDay {
    type Error = String;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        let parts = text
            .split_once('-')
            .and_then(|(m, d)| Some((m.parse().ok()?, d.parse().ok()?)));
        // a leap year has every day a rule may name
        let known = parts.filter(|(month, day)| NaiveDate::from_ymd_opt(2000, *month, *day).is_some());
        known
            .map(|(month, day)| Self { month, day })
            .ok_or_else(|| format!("«{text}» is not a month-day"))
    }
}

static RULES: LazyLock<BTreeMap<String, Rules>> = LazyLock::new(|| {
    // part of the program, and read whole by a test
    toml::from_str(include_str!("holidays.toml")).unwrap_or_else(|error| panic!("holidays.toml: {error}"))
});

/// Easter Sunday of the western churches (the computus of Gauss in its Gregorian form).
pub fn easter(year: i32) -> NaiveDate {
    let century = year / 100;
    let golden = year % 19;
    let moon = (century - century / 4 - (8 * century + 13) / 25 + 19 * golden + 15).rem_euclid(30);
    let full_moon = moon - (moon / 28) * (1 - (29 / (moon + 1)) * ((21 - golden) / 11));
    let weekday = (year + year / 4 + full_moon + 2 - century + century / 4).rem_euclid(7);
    let after_21_march = i64::from(full_moon - weekday) + 7;
    NaiveDate::from_ymd_opt(year, 3, 21).unwrap_or_default() + TimeDelta::days(after_21_march)
}

/// The public holidays of a whole country in a year; none for a country without rules.
pub fn public_holidays(country: CountryCode, year: i32) -> BTreeSet<NaiveDate> {
    let Some(rules) = RULES.get(country.as_str()) else {
        return BTreeSet::new();
    };
    let on = |day: &MonthDay| NaiveDate::from_ymd_opt(year, day.month, day.day);
    let mut days: BTreeSet<NaiveDate> = rules.fixed.iter().filter_map(on).collect();
    let whitsun = easter(year);
    days.extend(rules.easter.iter().map(|after| whitsun + TimeDelta::days(*after)));
    days.extend(rules.sunday_to_saturday.iter().filter_map(on).map(|day| {
        if day.weekday() == Weekday::Sun {
            day - TimeDelta::days(1)
        } else {
            day
        }
    }));
    if year % 5 == 0 {
        days.extend(rules.every_five_years.iter().filter_map(on));
    }
    days.extend(rules.dated.iter().copied().filter(|day| day.year() == year));
    if rules.weekend_to_workday {
        let at_weekends: Vec<NaiveDate> = days
            .iter()
            .copied()
            .filter(|d| d.month() > 1 && is_weekend(*d))
            .collect();
        for holiday in at_weekends {
            let moved = holiday
                .iter_days()
                .find(|day| !is_weekend(*day) && !days.contains(day));
            days.extend(moved);
        }
    }
    days
}

fn is_weekend(day: NaiveDate) -> bool {
    matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
}

/// A company's working days: Monday to Friday, without its country's public holidays and its own closing days.
#[derive(Debug, Clone)]
pub struct WorkingDays {
    country: CountryCode,
    closures: BTreeSet<NaiveDate>,
}

impl WorkingDays {
    /// The working days in a country, without these closing days.
    pub fn new(country: CountryCode, closures: impl IntoIterator<Item = NaiveDate>) -> Self {
        Self {
            country,
            closures: closures.into_iter().collect(),
        }
    }

    /// Whether the company is closed for a holiday or by its own choice.
    pub fn is_holiday(&self, day: NaiveDate) -> bool {
        self.closures.contains(&day) || public_holidays(self.country, day.year()).contains(&day)
    }

    /// Whether somebody works.
    pub fn is_working_day(&self, day: NaiveDate) -> bool {
        !is_weekend(day) && !self.is_holiday(day)
    }

    /// The `n`-th working day after a day. Should a company have closed for more than ten years, the search ends there.
    pub fn after(&self, day: NaiveDate, n: u32) -> NaiveDate {
        let mut left = n;
        let mut at = day;
        for _ in 0..3_660 {
            if left == 0 {
                break;
            }
            let Some(next) = at.checked_add_days(Days::new(1)) else {
                break;
            };
            at = next;
            left -= u32::from(self.is_working_day(at));
        }
        at
    }

    /// The end of the `n`-th working day after an instant: what is asked on Friday evening with two working days is due by the end of Tuesday.
    pub fn deadline(&self, asked: Timestamp, zone: Tz, n: u32) -> Timestamp {
        let day = self.after(asked.date_in(zone), n);
        Timestamp::start_of(day.checked_add_days(Days::new(1)).unwrap_or(day), zone)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn holidays(country: CountryCode, year: i32) -> Vec<String> {
        public_holidays(country, year)
            .iter()
            .map(|day| day.format("%m-%d").to_string())
            .collect()
    }

    #[test]
    fn easter_is_where_the_calendars_of_the_churches_print_it() {
        for date in [
            "2026-04-05",
            "2027-03-28",
            "2028-04-16",
            "2029-04-01",
            "2030-04-21",
            "1954-04-18",
            "1981-04-19",
            "2038-04-25",
        ] {
            assert_eq!(easter(day(date).year()), day(date));
        }
    }

    #[test]
    fn the_holidays_of_each_country_are_those_its_calendars_print() {
        assert_eq!(
            holidays(CountryCode::NL, 2026),
            [
                "01-01", "04-05", "04-06", "04-27", "05-14", "05-24", "05-25", "12-25", "12-26"
            ]
        );
        assert_eq!(
            holidays(CountryCode::DE, 2027),
            [
                "01-01", "03-26", "03-29", "05-01", "05-06", "05-17", "10-03", "12-25", "12-26"
            ]
        );
        assert_eq!(
            holidays(CountryCode::FR, 2028),
            [
                "01-01", "04-17", "05-01", "05-08", "05-25", "06-05", "07-14", "08-15", "11-01", "11-11",
                "12-25"
            ]
        );
        assert_eq!(
            holidays(CountryCode::BE, 2029),
            [
                "01-01", "04-01", "04-02", "05-01", "05-10", "05-20", "05-21", "07-21", "08-15", "11-01",
                "11-11", "12-25"
            ]
        );
        assert_eq!(
            holidays(CountryCode::AT, 2030),
            [
                "01-01", "01-06", "04-22", "05-01", "05-30", "06-10", "06-20", "08-15", "10-26", "11-01",
                "12-08", "12-25", "12-26"
            ]
        );
        let russian = holidays(CountryCode::RU, 2026);
        for moved in ["01-09", "03-09", "05-11", "12-31"] {
            assert!(russian.iter().any(|day| day == moved), "{moved}");
        }
        assert!(holidays("US".parse().unwrap(), 2026).is_empty());
    }

    #[test]
    fn a_dutch_kings_day_on_a_sunday_is_kept_on_the_saturday_and_liberation_day_every_fifth_year() {
        assert!(public_holidays(CountryCode::NL, 2031).contains(&day("2031-04-26")));
        assert!(!public_holidays(CountryCode::NL, 2031).contains(&day("2031-04-27")));
        assert!(public_holidays(CountryCode::NL, 2030).contains(&day("2030-05-05")));
        assert!(!public_holidays(CountryCode::NL, 2029).contains(&day("2029-05-05")));
    }

    #[test]
    fn two_working_days_pass_over_weekends_holidays_and_closing_days() {
        let days = WorkingDays::new(CountryCode::NL, []);
        assert_eq!(days.after(day("2026-11-18"), 2), day("2026-11-20")); // Wednesday to Friday
        assert_eq!(days.after(day("2026-11-20"), 2), day("2026-11-24")); // Friday to Tuesday
        assert_eq!(days.after(day("2026-11-21"), 2), day("2026-11-24")); // Saturday to Tuesday
        assert_eq!(days.after(day("2026-12-24"), 2), day("2026-12-29")); // over Christmas and a weekend
        assert_eq!(days.after(day("2026-11-18"), 0), day("2026-11-18"));
        let closed = WorkingDays::new(CountryCode::NL, [day("2026-11-23")]);
        assert_eq!(closed.after(day("2026-11-20"), 2), day("2026-11-25"));
    }

    #[test]
    fn the_deadline_is_the_local_end_of_the_day_also_when_the_clock_changes() {
        let zone: Tz = "Europe/Amsterdam".parse().unwrap();
        let at = |text: &str| Timestamp::from_datetime(text.parse().unwrap());
        let days = WorkingDays::new(CountryCode::NL, []);
        // Friday 23 October 2026 in summer time; Tuesday 27 October ends in winter time
        assert_eq!(
            days.deadline(at("2026-10-23T21:59:59Z"), zone, 2),
            at("2026-10-27T23:00:00Z")
        );
        // half an hour later it is Saturday, and the same Tuesday
        assert_eq!(
            days.deadline(at("2026-10-23T22:30:00Z"), zone, 2),
            at("2026-10-27T23:00:00Z")
        );
    }

    #[test]
    fn a_company_that_never_opens_does_not_hang_the_clock() {
        let first = day("2026-01-01");
        let never = WorkingDays::new(CountryCode::NL, first.iter_days().take(5_000));
        assert!(never.after(first, 2) > day("2035-01-01"));
    }
}
