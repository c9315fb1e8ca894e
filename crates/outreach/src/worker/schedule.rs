//! What happens by the clock: the selection on Monday morning where the company is, a look at sending every few minutes,
//! the digest every morning, tidying up every night. Safe with any number of workers: each turn is taken by one.

use std::collections::HashMap;

use carport_domain::clock::IsoWeek;
use carport_domain::{CompanyId, Timestamp};
use carport_store::jobs::{Lane, NewJob};
use carport_store::{Result, Store};
use chrono::{Days, NaiveDate};
use chrono_tz::Tz;
use serde_json::json;

use crate::{accounts, send};

/// The job that makes a company's weekly selection.
pub const SELECT_JOB: &str = "moments.select";
/// The job that tidies the installation up.
pub const TIDY_JOB: &str = "installation.tidy";

/// The hour of the morning at which the day's work begins, where the company is.
const MORNING: i64 = 5;
/// Between two looks at the companies, seconds.
const LOOK_SECONDS: i64 = 60;
/// Between two looks at sending, seconds. What is approved is sent at once; this finds what was left behind.
const SEND_SECONDS: i64 = 300;

/// When each turn comes, as far as this worker knows.
#[derive(Debug, Default)]
pub struct Schedules {
    next_look: Timestamp,
    known: HashMap<String, Timestamp>,
}

/// The first Monday morning after an instant.
pub fn next_monday_morning(now: Timestamp, zone: Tz) -> Timestamp {
    let week = IsoWeek::of(now.date_in(zone));
    let of = |week: IsoWeek| morning(week.monday(), zone);
    let this = of(week);
    if this > now { this } else { of(week.plus(1)) }
}

/// The first morning after an instant.
pub fn next_morning(now: Timestamp, zone: Tz) -> Timestamp {
    let today = now.date_in(zone);
    let this = morning(today, zone);
    if this > now {
        this
    } else {
        morning(today.checked_add_days(Days::new(1)).unwrap_or(today), zone)
    }
}

fn morning(day: NaiveDate, zone: Tz) -> Timestamp {
    Timestamp::start_of(day, zone).plus_hours(MORNING)
}

struct Turn {
    name: String,
    next: Timestamp,
    kind: &'static str,
    lane: Lane,
    dedupe: &'static str,
}

impl Schedules {
    /// Takes the turns that have come and queues their jobs.
    pub async fn tick(&mut self, store: &Store) -> Result<()> {
        let now = store.clock().now();
        if now < self.next_look {
            return Ok(());
        }
        self.next_look = now.plus_seconds(LOOK_SECONDS);
        let mut tx = store.read().await?;
        let companies = tx.installation().await?.active_companies().await?;
        let mut zones: Vec<(CompanyId, Tz)> = Vec::with_capacity(companies.len());
        for id in companies {
            zones.push((id, tx.company(id).await?.profile().await?.time_zone));
        }
        drop(tx);
        for (company, zone) in zones {
            let turn = |what: &str, next, kind, lane, dedupe| Turn {
                name: format!("{what}:{company}"),
                next,
                kind,
                lane,
                dedupe,
            };
            for turn in [
                turn(
                    "select",
                    next_monday_morning(now, zone),
                    SELECT_JOB,
                    Lane::Bulk,
                    "week",
                ),
                turn(
                    "send",
                    now.plus_seconds(SEND_SECONDS),
                    send::JOB,
                    Lane::Marketing,
                    send::DEDUPE,
                ),
                turn(
                    "digest",
                    next_morning(now, zone),
                    accounts::DIGEST_JOB,
                    Lane::Service,
                    "digest",
                ),
            ] {
                self.take(store, now, Some(company), turn).await?;
            }
        }
        let tidy = Turn {
            name: "tidy".into(),
            next: next_morning(now, Tz::UTC),
            kind: TIDY_JOB,
            lane: Lane::Bulk,
            dedupe: "tidy",
        };
        self.take(store, now, None, tidy).await
    }

    async fn take(
        &mut self,
        store: &Store,
        now: Timestamp,
        company: Option<CompanyId>,
        turn: Turn,
    ) -> Result<()> {
        if self.known.get(&turn.name).is_some_and(|next| *next > now) {
            return Ok(());
        }
        let mut tx = store.begin().await?;
        let taken = tx
            .installation()
            .await?
            .take_schedule(&turn.name, turn.next)
            .await?;
        if taken {
            let job = NewJob {
                kind: turn.kind,
                lane: turn.lane,
                run_at: now,
                dedupe_key: Some(turn.dedupe),
            };
            match company {
                Some(company) => tx.company(company).await?.enqueue(job, &json!({})).await?,
                None => tx.installation().await?.enqueue(job, &json!({})).await?,
            };
        }
        tx.commit().await?;
        // Another worker took it: look again soon, since its next turn may come before ours would.
        let next = if taken {
            turn.next
        } else {
            turn.next.min(now.plus_seconds(SEND_SECONDS))
        };
        self.known.insert(turn.name, next);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::{TimeZone, Utc};

    fn at(y: i32, m: u32, d: u32, h: u32) -> Timestamp {
        Timestamp::from_datetime(Utc.with_ymd_and_hms(y, m, d, h, 0, 0).unwrap())
    }

    #[test]
    fn the_week_begins_on_monday_at_five_where_the_company_is_also_when_the_clock_has_changed() {
        let amsterdam: Tz = "Europe/Amsterdam".parse().unwrap();
        assert_eq!(
            next_monday_morning(at(2026, 11, 18, 9), amsterdam),
            at(2026, 11, 23, 4)
        );
        assert_eq!(
            next_monday_morning(at(2026, 11, 23, 3), amsterdam),
            at(2026, 11, 23, 4),
            "an hour before"
        );
        assert_eq!(
            next_monday_morning(at(2026, 11, 23, 4), amsterdam),
            at(2026, 11, 30, 4),
            "once it has come"
        );
        // Summer time ends on Sunday 25 October 2026.
        assert_eq!(
            next_monday_morning(at(2026, 10, 22, 9), amsterdam),
            at(2026, 10, 26, 4)
        );
        assert_eq!(
            next_monday_morning(at(2026, 10, 15, 9), amsterdam),
            at(2026, 10, 19, 3)
        );
        let moscow: Tz = "Europe/Moscow".parse().unwrap();
        // Sunday evening in UTC is Monday in Moscow already.
        assert_eq!(
            next_monday_morning(at(2026, 11, 22, 22), moscow),
            at(2026, 11, 23, 2)
        );
    }

    #[test]
    fn the_next_morning_is_todays_or_tomorrows() {
        let amsterdam: Tz = "Europe/Amsterdam".parse().unwrap();
        assert_eq!(next_morning(at(2026, 11, 18, 3), amsterdam), at(2026, 11, 18, 4));
        assert_eq!(next_morning(at(2026, 11, 18, 4), amsterdam), at(2026, 11, 19, 4));
    }
}
