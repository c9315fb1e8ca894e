//! When a moment comes: a small closed set of rules over the dates of cars and customers.

use std::ops::RangeInclusive;

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::clock::{IsoWeek, add_months};
use crate::text_enum;

text_enum! {
    /// A date of a car.
    pub enum VehicleDate {
        /// The periodic inspection runs out (APK, HU, техосмотр).
        InspectionDue = "inspection_due",
        /// Maintenance is due.
        MaintenanceDue = "maintenance_due",
    }
}

text_enum! {
    /// A date of a customer.
    pub enum CustomerDate {
        /// The first workshop visit ever here.
        FirstWorkshop = "first_workshop_on",
        /// The last visit or invoice.
        LastVisit = "last_visit_on",
        /// The last paid invoice.
        LastInvoice = "last_invoice_on",
    }
}

/// When a moment comes for whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum Trigger {
    /// A date of a car comes near. The car's driver, or else its owner, is proposed in the week that contains the day `days`
    /// before it; who was missed then, until `until_days` before it.
    Ahead {
        /// Which date.
        date: VehicleDate,
        /// So many days before, at the earliest.
        days: u32,
        /// So many days before, at the latest.
        until_days: u32,
    },
    /// Some time after a date of the customer: in the week that contains the day `months` and `days` later; who was missed
    /// then, for `grace_days` more.
    After {
        /// Which date.
        date: CustomerDate,
        /// So many calendar months later …
        #[serde(default)]
        months: u32,
        /// … and so many days.
        #[serde(default)]
        days: u32,
        /// How long it is still worth proposing.
        grace_days: u32,
    },
    /// Everybody whose date is not older than so many calendar months on the day of the selection (F161).
    Within {
        /// Which date.
        date: CustomerDate,
        /// So many calendar months.
        months: u32,
        /// Only customers who have no login yet; off in the reference.
        #[serde(default)]
        without_account: bool,
    },
}

fn later(date: NaiveDate, days: u32) -> NaiveDate {
    date.checked_add_days(Days::new(days.into()))
        .unwrap_or(NaiveDate::MAX)
}
fn earlier(date: NaiveDate, days: u32) -> NaiveDate {
    date.checked_sub_days(Days::new(days.into()))
        .unwrap_or(NaiveDate::MIN)
}
fn months(n: u32) -> i32 {
    i32::try_from(n).unwrap_or(i32::MAX)
}

impl Trigger {
    /// Whether the message is about one particular car.
    pub const fn is_about_vehicle(&self) -> bool {
        matches!(self, Trigger::Ahead { .. })
    }

    /// The first and the last day on which the moment is worth proposing to somebody with this date. It is proposed in the
    /// first week that shares a day with them.
    pub fn days_for(&self, date: NaiveDate) -> RangeInclusive<NaiveDate> {
        match *self {
            Trigger::Ahead { days, until_days, .. } => earlier(date, days)..=earlier(date, until_days),
            Trigger::After {
                months: m,
                days,
                grace_days,
                ..
            } => {
                let point = later(add_months(date, months(m)), days);
                point..=later(point, grace_days)
            }
            // The last day is the one on which adding the months still does not lead to before today.
            Trigger::Within { months: m, .. } => {
                date..=last_where(date, m, |day| add_months(day, -months(m)) <= date)
            }
        }
    }

    /// The dates that make the moment due in a week.
    pub fn dates_due_in(&self, week: IsoWeek) -> RangeInclusive<NaiveDate> {
        let (monday, sunday) = (week.monday(), week.sunday());
        match *self {
            Trigger::Ahead { days, until_days, .. } => later(monday, until_days)..=later(sunday, days),
            Trigger::After {
                months: m,
                days,
                grace_days,
                ..
            } => {
                let (from, to) = (earlier(earlier(monday, grace_days), days), earlier(sunday, days));
                // Adding months is monotonous, but several last days of a month lead to the same day: look around.
                let first = earlier(add_months(from, -months(m)), 4);
                let first = first
                    .iter_days()
                    .find(|d| add_months(*d, months(m)) >= from)
                    .unwrap_or(first);
                first..=last_where(earlier(add_months(to, -months(m)), 4), 0, |day| {
                    add_months(day, months(m)) <= to
                })
            }
            Trigger::Within { .. } => self.dates_due_on(monday),
        }
    }

    /// The dates that make the moment due on a day: for action contacts, which are selected on the day they are activated.
    pub fn dates_due_on(&self, day: NaiveDate) -> RangeInclusive<NaiveDate> {
        match *self {
            Trigger::Within { months: m, .. } => add_months(day, -months(m))..=day,
            _ => self.dates_due_in(IsoWeek::of(day)),
        }
    }
}

/// The last day, from a few days before `start` plus `m` months on, on which a condition still holds that ends once.
fn last_where(start: NaiveDate, m: u32, holds: impl Fn(NaiveDate) -> bool) -> NaiveDate {
    let from = earlier(add_months(start, months(m)), 4);
    from.iter_days()
        .take(16)
        .take_while(|day| holds(*day))
        .last()
        .unwrap_or(from)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn d(y: i32, m: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(y, m, day).unwrap()
    }
    fn week(text: &str) -> IsoWeek {
        text.parse().unwrap()
    }
    const FIRST_VISIT: Trigger = Trigger::After {
        date: CustomerDate::FirstWorkshop,
        months: 0,
        days: 7,
        grace_days: 14,
    };

    #[test]
    fn a_new_workshop_customer_is_proposed_in_the_week_that_contains_the_seventh_day() {
        // Sunday 15 November 2026 + 7 is Sunday of week 47; Monday 16 + 7 is Monday of week 48.
        assert!(
            FIRST_VISIT
                .dates_due_in(week("2026-W47"))
                .contains(&d(2026, 11, 15))
        );
        assert!(
            !FIRST_VISIT
                .dates_due_in(week("2026-W47"))
                .contains(&d(2026, 11, 16))
        );
        assert!(
            FIRST_VISIT
                .dates_due_in(week("2026-W48"))
                .contains(&d(2026, 11, 16))
        );
        assert!(
            FIRST_VISIT
                .dates_due_in(week("2026-W48"))
                .contains(&d(2026, 11, 22))
        );
        assert!(
            !FIRST_VISIT
                .dates_due_in(week("2026-W48"))
                .contains(&d(2026, 11, 23))
        );
    }

    #[test]
    fn who_was_missed_is_proposed_until_the_grace_ends_and_not_after() {
        // The point is Monday 2 November; with 14 days it is still worth it on Monday 16, the first day of week 47.
        let first = d(2026, 10, 26);
        assert_eq!(FIRST_VISIT.days_for(first), d(2026, 11, 2)..=d(2026, 11, 16));
        assert!(FIRST_VISIT.dates_due_in(week("2026-W47")).contains(&first));
        assert!(
            !FIRST_VISIT
                .dates_due_in(week("2026-W47"))
                .contains(&d(2026, 10, 25))
        );
        assert!(!FIRST_VISIT.dates_due_in(week("2026-W48")).contains(&first));
    }

    #[test]
    fn an_inspection_is_announced_six_weeks_ahead_and_no_longer_two_weeks_before() {
        let trigger = Trigger::Ahead {
            date: VehicleDate::InspectionDue,
            days: 42,
            until_days: 14,
        };
        let due = trigger.dates_due_in(week("2026-W47")); // 16 to 22 November
        assert_eq!(due, d(2026, 11, 30)..=d(2027, 1, 3));
        for (day, expected) in [
            (d(2026, 11, 29), false),
            (d(2026, 11, 30), true),
            (d(2027, 1, 3), true),
            (d(2027, 1, 4), false),
        ] {
            assert_eq!(due.contains(&day), expected, "{day}");
        }
        assert_eq!(
            trigger.days_for(d(2024, 3, 31)),
            d(2024, 2, 18)..=d(2024, 3, 17),
            "over a leap day"
        );
    }

    #[test]
    fn visitors_of_the_last_25_months_count_to_the_day_also_at_a_months_end() {
        let trigger = Trigger::Within {
            date: CustomerDate::LastVisit,
            months: 25,
            without_account: false,
        };
        let due = trigger.dates_due_on(d(2026, 11, 18));
        assert!(!due.contains(&d(2024, 10, 17)));
        assert!(due.contains(&d(2024, 10, 18)));
        assert!(due.contains(&d(2026, 11, 18)));
        assert!(
            !due.contains(&d(2026, 11, 19)),
            "a visit of tomorrow has not been made"
        );
        // 25 months before 31 March 2026 is the leap day's month without a 31st.
        assert!(trigger.dates_due_on(d(2026, 3, 31)).contains(&d(2024, 2, 29)));
        assert!(!trigger.dates_due_on(d(2026, 3, 31)).contains(&d(2024, 2, 28)));
        assert!(trigger.days_for(d(2024, 2, 29)).contains(&d(2026, 3, 31)));
        assert!(!trigger.days_for(d(2024, 2, 28)).contains(&d(2026, 3, 31)));
    }

    #[test]
    fn a_week_over_the_turn_of_the_year_is_one_week() {
        let due = FIRST_VISIT.dates_due_in(week("2026-W53")); // 28 December to 3 January
        assert!(
            due.contains(&d(2026, 12, 21))
                && due.contains(&d(2026, 12, 27))
                && !due.contains(&d(2026, 12, 28))
        );
    }

    proptest! {
        /// The two readings agree: a date makes the moment due in a week exactly when one of its days is in that week.
        #[test]
        fn a_week_holds_exactly_the_dates_whose_days_it_touches(
            offset in 0u64..20_000, m in 0u32..30, days in 0u32..60, grace in 0u32..40, shift in -70i64..70,
        ) {
            let base = d(1990, 1, 1) + Days::new(offset);
            for trigger in [
                Trigger::After { date: CustomerDate::LastVisit, months: m, days, grace_days: grace },
                Trigger::Ahead { date: VehicleDate::InspectionDue, days: days + grace, until_days: days },
            ] {
                let span = trigger.days_for(base);
                let week = IsoWeek::of(*span.start() + chrono::Duration::days(shift));
                let touches = *span.start() <= week.sunday() && *span.end() >= week.monday();
                prop_assert_eq!(trigger.dates_due_in(week).contains(&base), touches);
            }
            let trigger = Trigger::Within { date: CustomerDate::LastVisit, months: m, without_account: false };
            let day = *trigger.days_for(base).end() + chrono::Duration::days(shift / 10);
            prop_assert_eq!(trigger.dates_due_on(day).contains(&base), trigger.days_for(base).contains(&day));
        }
    }
}
