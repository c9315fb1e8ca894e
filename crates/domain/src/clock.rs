//! Time as an argument. The only place in Carport that reads the machine's clock is [`SystemClock`].

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use chrono::{DateTime, Datelike, NaiveDate, TimeZone, Utc};
use chrono_tz::Tz;

/// An instant: microseconds since 1970-01-01T00:00:00Z.
#[derive(
    Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, serde::Serialize, serde::Deserialize,
)]
#[cfg_attr(feature = "sqlx", derive(sqlx_macros::Type), sqlx(transparent))]
#[serde(transparent)]
pub struct Timestamp(pub i64);

impl Timestamp {
    /// From a calendar instant.
    pub fn from_datetime(at: DateTime<Utc>) -> Self {
        Self(at.timestamp_micros())
    }
    /// As a calendar instant; instants out of chrono's range become its nearest end.
    pub fn datetime(self) -> DateTime<Utc> {
        DateTime::from_timestamp_micros(self.0).unwrap_or(if self.0 < 0 {
            DateTime::<Utc>::MIN_UTC
        } else {
            DateTime::<Utc>::MAX_UTC
        })
    }
    /// The local date in a time zone.
    pub fn date_in(self, zone: Tz) -> NaiveDate {
        self.datetime().with_timezone(&zone).date_naive()
    }
    /// Midnight at the start of a local date; on a day whose midnight does not exist, the first instant after it.
    pub fn start_of(date: NaiveDate, zone: Tz) -> Self {
        Self::at(date, chrono::NaiveTime::MIN, zone)
    }
    /// The last instant of a local date, a microsecond before the next one begins.
    pub fn end_of(date: NaiveDate, zone: Tz) -> Self {
        Self(Self::start_of(date.succ_opt().unwrap_or(date), zone).0 - 1)
    }
    /// A time of day on a local date; where the clocks skip it, the first instant after it, and where they show it twice, the
    /// first of the two.
    pub fn at(date: NaiveDate, time: chrono::NaiveTime, zone: Tz) -> Self {
        let mut at = date.and_time(time);
        for _ in 0..24 {
            if let Some(found) = zone.from_local_datetime(&at).earliest() {
                return Self::from_datetime(found.with_timezone(&Utc));
            }
            at += chrono::Duration::minutes(15);
        }
        Self::from_datetime(date.and_time(time).and_utc())
    }
    /// Later by a number of seconds.
    pub const fn plus_seconds(self, seconds: i64) -> Self {
        Self(self.0.saturating_add(seconds.saturating_mul(1_000_000)))
    }
    /// Later by a number of hours.
    pub const fn plus_hours(self, hours: i64) -> Self {
        self.plus_seconds(hours.saturating_mul(3_600))
    }
    /// Whole seconds from `earlier` to this instant.
    pub const fn seconds_since(self, earlier: Timestamp) -> i64 {
        (self.0 - earlier.0) / 1_000_000
    }
    /// RFC 3339 in UTC with microseconds.
    pub fn rfc3339(self) -> String {
        self.datetime()
            .to_rfc3339_opts(chrono::SecondsFormat::Micros, true)
    }
}

impl fmt::Debug for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.rfc3339())
    }
}

/// Where the present comes from.
pub trait Clock: Send + Sync + fmt::Debug {
    /// This instant.
    fn now(&self) -> Timestamp;
}

/// The machine's clock.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Timestamp {
        Timestamp::from_datetime(Utc::now())
    }
}

/// A clock that stands still until it is moved; for tests, simulations and the demo's seeding.
#[derive(Debug, Clone)]
pub struct ManualClock(Arc<AtomicI64>);

impl ManualClock {
    /// A clock that shows `at`.
    pub fn at(at: Timestamp) -> Self {
        Self(Arc::new(AtomicI64::new(at.0)))
    }
    /// Moves the clock to `at`.
    pub fn set(&self, at: Timestamp) {
        self.0.store(at.0, Ordering::SeqCst);
    }
    /// Moves the clock forward.
    pub fn advance_seconds(&self, seconds: i64) {
        self.0.fetch_add(seconds * 1_000_000, Ordering::SeqCst);
    }
}

impl Clock for ManualClock {
    fn now(&self) -> Timestamp {
        Timestamp(self.0.load(Ordering::SeqCst))
    }
}

/// Years that a day or a week somebody writes may be in. Calendars and databases know more, but not all the same ones, and
/// nothing in Carport reaches so far.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2199;

/// Reads a day as forms and commands write it: `2026-11-30`; none when it is not a day, or out of this world.
pub fn day(text: &str) -> Option<NaiveDate> {
    text.parse::<NaiveDate>()
        .ok()
        .filter(|day| YEARS.contains(&day.year()))
}

/// Reads a time of day as forms write it: `14:30`; none when it is not one.
pub fn time_of_day(text: &str) -> Option<chrono::NaiveTime> {
    chrono::NaiveTime::parse_from_str(text, "%H:%M").ok()
}

/// The same day of the month `months` later (or earlier); where that day does not exist, the month's last day.
pub fn add_months(date: NaiveDate, months: i32) -> NaiveDate {
    let moved = if months >= 0 {
        date.checked_add_months(chrono::Months::new(months.unsigned_abs()))
    } else {
        date.checked_sub_months(chrono::Months::new(months.unsigned_abs()))
    };
    moved.unwrap_or(if months >= 0 {
        NaiveDate::MAX
    } else {
        NaiveDate::MIN
    })
}

/// An ISO 8601 week, Monday to Sunday, in a company's time zone; written `2026-W48`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct IsoWeek {
    year: i32,
    week: u32,
}

impl IsoWeek {
    /// The week that contains a date.
    pub fn of(date: NaiveDate) -> Self {
        let week = date.iso_week();
        Self {
            year: week.year(),
            week: week.week(),
        }
    }
    /// Its Monday.
    pub fn monday(self) -> NaiveDate {
        NaiveDate::from_isoywd_opt(self.year, self.week, chrono::Weekday::Mon).unwrap_or(NaiveDate::MIN)
    }
    /// Its Sunday.
    pub fn sunday(self) -> NaiveDate {
        self.monday() + chrono::Duration::days(6)
    }
    /// The week `n` weeks later.
    pub fn plus(self, n: i64) -> Self {
        Self::of(self.monday() + chrono::Duration::weeks(n))
    }
    /// The year the week belongs to.
    pub fn year(self) -> i32 {
        self.year
    }
    /// The number of the week, 1 to 53.
    pub fn number(self) -> u32 {
        self.week
    }
}

impl fmt::Display for IsoWeek {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-W{:02}", self.year, self.week)
    }
}

impl std::str::FromStr for IsoWeek {
    type Err = crate::text_enum::UnknownValue;
    fn from_str(s: &str) -> Result<Self, Self::Err> {
        let parse = || {
            let (year, week) = s.split_once("-W")?;
            if year.len() != 4 || week.len() != 2 {
                return None;
            }
            let (year, week) = (year.parse().ok()?, week.parse().ok()?);
            NaiveDate::from_isoywd_opt(year, week, chrono::Weekday::Mon)?;
            YEARS.contains(&year).then_some(Self { year, week })
        };
        parse().ok_or_else(|| crate::text_enum::UnknownValue {
            kind: "ISO week such as 2026-W48",
            value: s.to_owned(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_after_the_31st_is_the_last_day_of_a_shorter_month() {
        let d = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
        assert_eq!(add_months(d(2026, 1, 31), 1), d(2026, 2, 28));
        assert_eq!(add_months(d(2024, 1, 31), 1), d(2024, 2, 29));
        assert_eq!(add_months(d(2026, 3, 31), -25), d(2024, 2, 29));
    }

    #[test]
    fn the_first_days_of_january_can_belong_to_the_last_week_of_the_old_year() {
        let week = IsoWeek::of(NaiveDate::from_ymd_opt(2027, 1, 1).unwrap());
        assert_eq!(week.to_string(), "2026-W53");
        assert_eq!(week.plus(1).to_string(), "2027-W01");
        assert_eq!("2026-W53".parse::<IsoWeek>().unwrap(), week);
        assert!("2025-W53".parse::<IsoWeek>().is_err());
    }

    #[test]
    fn a_day_or_week_that_no_calendar_of_ours_reaches_is_none() {
        assert_eq!(day("2026-11-30"), NaiveDate::from_ymd_opt(2026, 11, 30));
        for far in [
            "+262142-12-31",
            "-262143-01-01",
            "0000-01-01",
            "9999-12-31",
            "2026-02-30",
            "",
            "morgen",
        ] {
            assert_eq!(day(far), None, "{far}");
        }
        for far in ["9999-W01", "0000-W01", "-999-W01", "2026-W00"] {
            assert!(far.parse::<IsoWeek>().is_err(), "{far}");
        }
    }

    #[test]
    fn a_local_day_starts_where_the_zone_says_even_when_the_clock_jumps_over_midnight() {
        let beirut: Tz = "Asia/Beirut".parse().unwrap();
        let day = NaiveDate::from_ymd_opt(2024, 3, 31).unwrap();
        assert_eq!(Timestamp::start_of(day, beirut).date_in(beirut), day);
    }
}
