//! The hours of the week in which people may be called.

use chrono::{Datelike, NaiveDateTime, NaiveTime, Timelike, Weekday};

/// One bit for each quarter of an hour of each day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CallHours([u128; 7]);

impl CallHours {
    /// Never.
    pub const fn closed() -> Self {
        Self([0; 7])
    }

    /// Opens a day from one time up to, not including, another; both at full quarters. Says whether that makes sense.
    pub fn open(&mut self, day: Weekday, from: NaiveTime, to: NaiveTime) -> bool {
        let sharp = |time: NaiveTime| time.minute().is_multiple_of(15) && time.second() == 0;
        if !sharp(from) || !sharp(to) || from >= to {
            return false;
        }
        for quarter in quarter(from)..quarter(to) {
            self.0[day.num_days_from_monday() as usize] |= 1 << quarter;
        }
        true
    }

    /// Whether a local time is within them.
    pub fn contains(&self, at: NaiveDateTime) -> bool {
        self.0[at.weekday().num_days_from_monday() as usize] & (1 << quarter(at.time())) != 0
    }

    /// The hours within both.
    pub fn and(&self, other: &Self) -> Self {
        Self(std::array::from_fn(|day| self.0[day] & other.0[day]))
    }
}

fn quarter(time: NaiveTime) -> u32 {
    time.hour() * 4 + time.minute() / 15
}
