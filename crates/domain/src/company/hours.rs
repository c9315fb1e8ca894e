//! Opening hours of a location.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, Days, NaiveDate, Timelike, Weekday};
use chrono_tz::Tz;

use crate::people::fold;
use crate::{FieldError, Texts, Timestamp, format};

/// A part of one day, in minutes after midnight; `until` may be 1440, the end of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Interval {
    from: u16,
    until: u16,
}

impl Interval {
    /// From one minute of the day until another, which must be later.
    pub fn new(from: u16, until: u16) -> Result<Self, FieldError> {
        if from < until && until <= 24 * 60 {
            Ok(Self { from, until })
        } else {
            Err(FieldError::new("error-hours-order"))
        }
    }
    /// The minute it begins.
    pub const fn from(self) -> u16 {
        self.from
    }
    /// The minute it ends.
    pub const fn until(self) -> u16 {
        self.until
    }
}

/// `8:30-12:00`, `8.30–12`, `8h30 - 12h`.
impl FromStr for Interval {
    type Err = FieldError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let wrong = || FieldError::new("error-hours-form");
        let (from, until) = text.split_once(['-', '–', '—']).ok_or_else(wrong)?;
        Self::new(minute(from).ok_or_else(wrong)?, minute(until).ok_or_else(wrong)?)
    }
}

fn minute(text: &str) -> Option<u16> {
    let text = text.trim();
    let (hours, minutes) = text.split_once([':', '.', 'h']).unwrap_or((text, ""));
    let number = |text: &str, max: u16| {
        let short = (1..=2).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
        short
            .then(|| text.parse::<u16>().ok())
            .flatten()
            .filter(|n| *n <= max)
    };
    let hours = number(hours, 24)?;
    let minutes = if minutes.is_empty() {
        0
    } else {
        number(minutes, 59).filter(|_| minutes.len() == 2)?
    };
    Some(hours * 60 + minutes).filter(|minute| *minute <= 24 * 60)
}

/// `08:30–12:00`.
impl fmt::Display for Interval {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{}–{}",
            format::minute_of_day(self.from),
            format::minute_of_day(self.until)
        )
    }
}

impl TryFrom<String> for Interval {
    type Error = FieldError;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<Interval> for String {
    fn from(interval: Interval) -> Self {
        interval.to_string()
    }
}

/// The hours of a week, Monday first. A day without an interval is closed.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(try_from = "[Vec<Interval>; 7]", into = "[Vec<Interval>; 7]")]
pub struct OpeningHours {
    days: [Vec<Interval>; 7],
}

/// Whether a location is open at an instant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OpenState {
    /// Open until a minute of today.
    Open {
        /// That minute.
        until: u16,
    },
    /// Closed.
    Closed {
        /// The day and minute of the next opening; nothing when there is none within two months.
        next: Option<(NaiveDate, u16)>,
    },
}

/// Days in a row with the same hours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    /// First day.
    pub first: Weekday,
    /// Last day; the same as the first for a day alone.
    pub last: Weekday,
    /// Their hours; none when closed.
    pub intervals: Vec<Interval>,
}

impl OpeningHours {
    /// Checks the hours of a week: intervals of a day in order and apart from each other.
    pub fn new(days: [Vec<Interval>; 7]) -> Result<Self, FieldError> {
        let apart = |day: &Vec<Interval>| day.windows(2).all(|pair| pair[0].until < pair[1].from);
        if days.iter().all(apart) {
            Ok(Self { days })
        } else {
            Err(FieldError::new("error-hours-overlap"))
        }
    }

    /// Reads one day as staff and files write it: `8:00-12:00, 13:00-17:30`; empty, a dash or «closed» for closed.
    pub fn parse_day(text: &str) -> Result<Vec<Interval>, FieldError> {
        const CLOSED: [&str; 8] = [
            "",
            "-",
            "–",
            "closed",
            "gesloten",
            "geschlossen",
            "закрыто",
            "выходной",
        ];
        let folded = fold(text);
        if CLOSED.iter().any(|word| fold(word) == folded) {
            return Ok(Vec::new());
        }
        let mut day: Vec<Interval> = text
            .split([',', ';', '/'])
            .map(str::parse)
            .collect::<Result<_, _>>()?;
        day.sort_unstable();
        Self::new([day.clone(), vec![], vec![], vec![], vec![], vec![], vec![]])?;
        Ok(day)
    }

    /// The hours of a day of the week.
    pub fn on(&self, day: Weekday) -> &[Interval] {
        &self.days[day.num_days_from_monday() as usize % 7]
    }

    /// Whether no day has hours.
    pub fn is_empty(&self) -> bool {
        self.days.iter().all(Vec::is_empty)
    }

    /// Whether it is open at an instant, on days that `is_closed` does not except.
    pub fn state(&self, now: Timestamp, zone: Tz, is_closed: impl Fn(NaiveDate) -> bool) -> OpenState {
        let local = now.datetime().with_timezone(&zone).naive_local();
        let (today, minute) = (local.date(), local.hour() * 60 + local.minute());
        let minute = u16::try_from(minute).unwrap_or(0);
        let hours = |day: NaiveDate| {
            if is_closed(day) {
                &[][..]
            } else {
                self.on(day.weekday())
            }
        };
        if let Some(open) = hours(today).iter().find(|i| i.from <= minute && minute < i.until) {
            return OpenState::Open { until: open.until };
        }
        let later_today = hours(today)
            .iter()
            .find(|i| i.from > minute)
            .map(|i| (today, i.from));
        let next = later_today.or_else(|| {
            (1..=60).find_map(|n| {
                let day = today.checked_add_days(Days::new(n))?;
                hours(day).first().map(|i| (day, i.from))
            })
        });
        OpenState::Closed { next }
    }

    /// The week in as few lines as it takes, Monday first.
    pub fn spans(&self) -> Vec<Span> {
        let mut spans: Vec<Span> = Vec::new();
        let mut day = Weekday::Mon;
        for intervals in &self.days {
            match spans.last_mut() {
                Some(span) if span.intervals == *intervals => span.last = day,
                _ => spans.push(Span {
                    first: day,
                    last: day,
                    intervals: intervals.clone(),
                }),
            }
            day = day.succ();
        }
        spans
    }
}

impl Span {
    /// Days and hours in words: («ma–vr», «08:00–17:30»).
    pub fn words(&self, texts: &Texts) -> (String, String) {
        let name = |day| format::weekday_short(day, texts.language());
        let days = if self.first == self.last {
            name(self.first)
        } else {
            format!("{}–{}", name(self.first), name(self.last))
        };
        let hours = if self.intervals.is_empty() {
            texts.get("hours-closed")
        } else {
            self.intervals
                .iter()
                .map(ToString::to_string)
                .collect::<Vec<_>>()
                .join(", ")
        };
        (days, hours)
    }
}

impl TryFrom<[Vec<Interval>; 7]> for OpeningHours {
    type Error = FieldError;
    fn try_from(days: [Vec<Interval>; 7]) -> Result<Self, Self::Error> {
        Self::new(days)
    }
}

impl From<OpeningHours> for [Vec<Interval>; 7] {
    fn from(hours: OpeningHours) -> Self {
        hours.days
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Language;

    fn week() -> OpeningHours {
        let day = |text| OpeningHours::parse_day(text).unwrap();
        let weekday = day("8:00-12:30, 13.00–17h30");
        OpeningHours::new([
            weekday.clone(),
            weekday.clone(),
            weekday.clone(),
            weekday.clone(),
            weekday,
            day("9-13"),
            day("gesloten"),
        ])
        .unwrap()
    }

    fn at(text: &str) -> Timestamp {
        Timestamp::from_datetime(text.parse().unwrap())
    }

    #[test]
    fn hours_are_read_as_people_write_them_and_mistakes_are_named() {
        assert_eq!(week().on(Weekday::Mon)[1].to_string(), "13:00–17:30");
        let code = |text| OpeningHours::parse_day(text).unwrap_err().code.to_string();
        for bad in ["8", "25-26", "8:60-9", "8:5-9", "a-b", "8-9-10", "24:30-25"] {
            assert_eq!(code(bad), "error-hours-form", "{bad}");
        }
        assert_eq!(code("12-8"), "error-hours-order");
        assert_eq!(code("8-12, 11-17"), "error-hours-overlap");
        assert_eq!(OpeningHours::parse_day("0-24").unwrap()[0].until(), 1440);
        assert!(OpeningHours::parse_day("Выходной").unwrap().is_empty());
    }

    #[test]
    fn a_location_is_open_closed_at_noon_and_opens_after_the_weekend_and_a_holiday() {
        let zone: Tz = "Europe/Amsterdam".parse().unwrap();
        let free = |_| false;
        // Friday 2026-11-20; Amsterdam is one hour ahead of UTC
        assert_eq!(
            week().state(at("2026-11-20T07:00:00Z"), zone, free),
            OpenState::Open { until: 12 * 60 + 30 }
        );
        let monday = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
        let friday = NaiveDate::from_ymd_opt(2026, 11, 20).unwrap();
        assert_eq!(
            week().state(at("2026-11-20T11:30:00Z"), zone, free),
            OpenState::Closed {
                next: Some((friday, 780))
            }
        );
        assert_eq!(
            week().state(at("2026-11-21T12:00:00Z"), zone, free),
            OpenState::Closed {
                next: Some((monday, 480))
            }
        );
        let tuesday = NaiveDate::from_ymd_opt(2026, 11, 24).unwrap();
        let state = week().state(at("2026-11-21T12:00:00Z"), zone, |day| day == monday);
        assert_eq!(
            state,
            OpenState::Closed {
                next: Some((tuesday, 480))
            }
        );
        assert_eq!(
            OpeningHours::default().state(at("2026-11-20T07:00:00Z"), zone, free),
            OpenState::Closed { next: None }
        );
    }

    #[test]
    fn days_with_the_same_hours_share_a_line() {
        let texts = Texts::new(Language::Nl);
        let lines: Vec<_> = week().spans().iter().map(|span| span.words(&texts)).collect();
        let line = |days: &str, hours: &str| (days.to_owned(), hours.to_owned());
        assert_eq!(
            lines,
            [
                line("ma–vr", "08:00–12:30, 13:00–17:30"),
                line("za", "09:00–13:00"),
                line("zo", "gesloten")
            ]
        );
    }

    #[test]
    fn stored_hours_read_the_same_again_and_broken_ones_are_refused() {
        let stored = serde_json::to_string(&week()).unwrap();
        assert_eq!(serde_json::from_str::<OpeningHours>(&stored).unwrap(), week());
        assert!(serde_json::from_str::<OpeningHours>(r#"[["9-8"],[],[],[],[],[],[]]"#).is_err());
    }
}
