//! How much one person gets, and at which hours (B12).

use chrono::{NaiveTime, Timelike};

use crate::company::{Setting, Settings};
use crate::consent::Channel;

/// How much marketing one person gets across all channels, and at which hours of the day. Service messages are not
/// counted and not held up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pace {
    /// At most so many messages …
    pub messages: i64,
    /// … within so many days.
    pub days: i64,
    /// The first hour of the day at which a telephone may sound for an SMS.
    pub sms_from_hour: i64,
    /// The hour before which the last one goes.
    pub sms_until_hour: i64,
}

impl Pace {
    /// A company's pace.
    pub fn of(settings: &Settings) -> Self {
        Self {
            messages: settings.get(Setting::PaceMessages),
            days: settings.get(Setting::PaceDays),
            sms_from_hour: settings.get(Setting::SmsFromHour),
            sms_until_hour: settings.get(Setting::SmsUntilHour),
        }
    }

    /// Whether a channel rests at a local time of day.
    pub fn rests(&self, channel: Channel, at: NaiveTime) -> bool {
        channel == Channel::Sms && !(self.sms_from_hour..self.sms_until_hour).contains(&i64::from(at.hour()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sms_rest_outside_their_hours_and_mail_never_does() {
        let pace = Pace::of(&Settings::default());
        let at = |h, m| NaiveTime::from_hms_opt(h, m, 0).unwrap();
        for (time, rests) in [
            (at(8, 59), true),
            (at(9, 0), false),
            (at(19, 59), false),
            (at(20, 0), true),
            (at(0, 0), true),
        ] {
            assert_eq!(pace.rests(Channel::Sms, time), rests, "{time}");
            assert!(!pace.rests(Channel::Email, time));
        }
    }
}
