//! Every number of a company that its staff can change (DESIGN decision 8), in one table.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::{FieldError, text_enum};

text_enum! {
    /// What a setting counts.
    pub enum Unit {
        /// Minutes.
        Minutes = "minutes",
        /// Hours.
        Hours = "hours",
        /// Calendar days.
        Days = "days",
        /// Working days of the company's calendar.
        WorkingDays = "working_days",
        /// Calendar months.
        Months = "months",
        /// Kilometres.
        Kilometres = "kilometres",
        /// A full hour of the day, from 0 to 24.
        HourOfDay = "hour_of_day",
        /// Hundredths of a whole.
        Percent = "percent",
        /// Things.
        Count = "count",
        /// 1 for yes, 0 for no.
        YesNo = "yes_no",
        /// A date, written as the number YYYYMMDD.
        Date = "date",
    }
}

/// What the table says about one setting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Definition {
    /// The value until a company chooses another.
    pub default: i64,
    /// The least a company may choose.
    pub min: i64,
    /// The most.
    pub max: i64,
    /// What is counted.
    pub unit: Unit,
    /// The feature or rule behind it.
    pub reference: &'static str,
}

macro_rules! settings {
    ($($(#[$doc:meta])* $name:ident = $key:literal, $default:literal in $min:literal..=$max:literal $unit:ident, $reference:literal;)+) => {
        text_enum! {
            /// A number that a company's staff can change.
            pub enum Setting { $($(#[$doc])* $name = $key),+ }
        }
        impl Setting {
            /// The setting's row of the table.
            pub const fn definition(self) -> Definition {
                match self {
                    $(Self::$name => Definition {
                        default: $default, min: $min, max: $max, unit: Unit::$unit, reference: $reference,
                    }),+
                }
            }
        }
    };
}

settings! {
    /// How far back a visit counts when existing customers are welcomed.
    VisitWindowMonths = "visit_window_months", 25 in 1..=120 Months, "F161";
    /// How long after its start a company is offered the welcome of existing customers.
    WelcomeAfterStartMonths = "welcome_after_start_months", 3 in 0..=24 Months, "F161";
    /// Companies that started after this day get that offer by themselves; earlier ones by consultation.
    WelcomeForStartsAfter = "welcome_for_starts_after", 20160901 in 20000101..=20991231 Date, "F161";
    /// Whether customers who already have an account are left out of that welcome.
    WelcomeWithoutAccountOnly = "welcome_without_account_only", 0 in 0..=1 YesNo, "F161";
    /// How long after the first workshop visit a new customer is welcomed.
    WelcomeNewCustomerDays = "welcome_new_customer_days", 7 in 0..=90 Days, "F162";
    /// How long before the inspection is due the customer is reminded.
    InspectionLeadDays = "inspection_lead_days", 42 in 1..=180 Days, "F171";
    /// How long before maintenance is due the customer is reminded.
    MaintenanceLeadDays = "maintenance_lead_days", 30 in 1..=180 Days, "F171";
    /// How long after the last maintenance the next is due when the car's own plan is not known.
    MaintenanceIntervalMonths = "maintenance_interval_months", 12 in 1..=60 Months, "F171";
    /// How far a car runs between two maintenances, in kilometres, when its own plan is not known.
    MaintenanceIntervalKilometres = "maintenance_interval_kilometres", 20000 in 1000..=60000 Kilometres, "F171";
    /// How many days a printed letter is given to arrive, so that its text never speaks of a day gone by.
    LetterGraceDays = "letter_grace_days", 3 in 0..=14 Days, "F165";
    /// How many marketing messages one person gets at most, on all channels together …
    PaceMessages = "pace_messages", 2 in 1..=20 Count, "B12";
    /// … within so many days.
    PaceDays = "pace_days", 7 in 1..=60 Days, "B12";
    /// The first hour of the day for SMS.
    SmsFromHour = "sms_from_hour", 9 in 0..=23 HourOfDay, "B12";
    /// The hour before which the last SMS of the day goes.
    SmsUntilHour = "sms_until_hour", 20 in 1..=24 HourOfDay, "B12";
    /// How long after the last invoice somebody is a customer in the sense of the law.
    CustomerMonths = "customer_months", 36 in 1..=120 Months, "F153, DESIGN decision 7";
    /// Within how many working days an account request is answered.
    RequestWorkingDays = "request_working_days", 2 in 1..=30 WorkingDays, "F30";
    /// How long the link to set a first password works.
    ActivationLinkHours = "activation_link_hours", 24 in 1..=168 Hours, "F28";
    /// How long the link to set a new password works.
    ResetLinkHours = "reset_link_hours", 24 in 1..=24 Hours, "F56";
    /// How long a customer's or colleague's invitation works.
    InvitationDays = "invitation_days", 7 in 1..=30 Days, "F31";
    /// How long a personal link in a message works.
    PersonalLinkDays = "personal_link_days", 30 in 1..=180 Days, "F51";
    /// How long a customer who asked for it stays signed in; 0 is for ever, else at least 24.
    StaySignedInHours = "stay_signed_in_hours", 8760 in 0..=87600 Hours, "F57";
    /// After how long without a click a customer who did not ask for it is signed out.
    IdleMinutes = "idle_minutes", 30 in 5..=720 Minutes, "SEC-SESS-1";
    /// How long a fresh proof opens the sensitive pages.
    StepUpMinutes = "step_up_minutes", 10 in 1..=60 Minutes, "DESIGN decision 3";
    /// How long a one-time code works.
    CodeMinutes = "code_minutes", 10 in 1..=30 Minutes, "F62";
    /// How often a one-time code may be mistyped.
    CodeTries = "code_tries", 5 in 3..=10 Count, "F62";
    /// How long the code on an activation letter works.
    LetterCodeDays = "letter_code_days", 60 in 14..=90 Days, "SEC-ACT-3";
    /// How often the code on an activation letter may be mistyped.
    LetterCodeTries = "letter_code_tries", 10 in 3..=10 Count, "SEC-ACT-3";
    /// The share of customers that a full export may lack before the import stops and asks.
    ImportDropPercent = "import_drop_percent", 20 in 0..=100 Percent, "F194, B8";
    /// Whether sensitive optional fields count for completeness.
    CountSensitiveFields = "count_sensitive_fields", 0 in 0..=1 YesNo, "F20";
}

/// How long «stay signed in» lasts (F57).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StaySignedIn {
    /// So many hours, at least 24.
    Hours(i64),
    /// As long as the customer keeps coming back.
    ForEver,
}

impl Setting {
    /// Checks a value before it is kept.
    pub fn check(self, value: i64) -> Result<(), FieldError> {
        let Definition { min, max, unit, .. } = self.definition();
        let too_short = self == Self::StaySignedInHours && (1..24).contains(&value);
        if too_short {
            return Err(FieldError::new("error-setting-stay"));
        }
        if unit == Unit::Date && date_of(value).is_none() {
            return Err(FieldError::new("error-setting-date"));
        }
        if !(min..=max).contains(&value) {
            return Err(FieldError::new("error-setting-bounds")
                .with("min", min)
                .with("max", max));
        }
        Ok(())
    }
}

/// A company's settings: the table's defaults, and what the company changed. Stored as JSON of the changes alone.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(try_from = "BTreeMap<String, i64>", into = "BTreeMap<String, i64>")]
pub struct Settings(BTreeMap<Setting, i64>);

impl Settings {
    /// The value in force, in the unit of the table.
    pub fn get(&self, setting: Setting) -> i64 {
        self.0
            .get(&setting)
            .copied()
            .unwrap_or(setting.definition().default)
    }

    /// The value in force as a number of months, days or things for functions that count in 32 bits; the bounds of the table fit.
    pub fn number(&self, setting: Setting) -> i32 {
        i32::try_from(self.get(setting)).unwrap_or(i32::MAX)
    }

    /// Whether a yes-or-no setting is on.
    pub fn is_on(&self, setting: Setting) -> bool {
        self.get(setting) != 0
    }

    /// The date of a setting that is one.
    pub fn date(&self, setting: Setting) -> NaiveDate {
        date_of(self.get(setting))
            .or_else(|| date_of(setting.definition().default))
            .unwrap_or_default()
    }

    /// How long «stay signed in» lasts.
    pub fn stay_signed_in(&self) -> StaySignedIn {
        match self.get(Setting::StaySignedInHours) {
            0 => StaySignedIn::ForEver,
            hours => StaySignedIn::Hours(hours),
        }
    }

    /// Changes a value within its bounds; the default takes the change back.
    pub fn set(&mut self, setting: Setting, value: i64) -> Result<(), FieldError> {
        setting.check(value)?;
        if value == setting.definition().default {
            self.0.remove(&setting);
        } else {
            self.0.insert(setting, value);
        }
        Ok(())
    }

    /// What the company changed.
    pub fn changed(&self) -> impl Iterator<Item = (Setting, i64)> {
        self.0.iter().map(|(setting, value)| (*setting, *value))
    }
}

fn date_of(number: i64) -> Option<NaiveDate> {
    let number = u32::try_from(number).ok()?;
    NaiveDate::from_ymd_opt(
        i32::try_from(number / 10_000).ok()?,
        number / 100 % 100,
        number % 100,
    )
}

impl TryFrom<BTreeMap<String, i64>> for Settings {
    type Error = FieldError;

    fn try_from(stored: BTreeMap<String, i64>) -> Result<Self, Self::Error> {
        let mut settings = Self::default();
        for (key, value) in stored {
            let setting: Setting = key
                .parse()
                .map_err(|_| FieldError::new("error-setting-unknown").with("key", key.clone()))?;
            settings.set(setting, value)?;
        }
        Ok(settings)
    }
}

impl From<Settings> for BTreeMap<String, i64> {
    fn from(settings: Settings) -> Self {
        settings
            .0
            .into_iter()
            .map(|(setting, value)| (setting.as_str().to_owned(), value))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_defaults_are_those_of_the_references() {
        let settings = Settings::default();
        for (setting, value) in [
            (Setting::VisitWindowMonths, 25),
            (Setting::WelcomeAfterStartMonths, 3),
            (Setting::WelcomeNewCustomerDays, 7),
            (Setting::RequestWorkingDays, 2),
            (Setting::ResetLinkHours, 24),
            (Setting::CustomerMonths, 36),
            (Setting::ImportDropPercent, 20),
            (Setting::CodeMinutes, 10),
            (Setting::CodeTries, 5),
            (Setting::LetterCodeDays, 60),
            (Setting::LetterCodeTries, 10),
        ] {
            assert_eq!(settings.get(setting), value, "{setting}");
        }
        assert_eq!(
            settings.date(Setting::WelcomeForStartsAfter),
            NaiveDate::from_ymd_opt(2016, 9, 1).unwrap()
        );
        assert!(!settings.is_on(Setting::CountSensitiveFields));
    }

    #[test]
    fn every_default_lies_within_its_bounds_and_every_setting_has_a_reason() {
        for &setting in Setting::ALL {
            let Definition {
                default,
                min,
                max,
                reference,
                ..
            } = setting.definition();
            assert!(
                setting.check(default).is_ok() && setting.check(min).is_ok() && setting.check(max).is_ok(),
                "{setting}"
            );
            assert!(
                setting.check(min - 1).is_err() && setting.check(max + 1).is_err(),
                "{setting}"
            );
            assert!(!reference.is_empty());
        }
    }

    #[test]
    fn staying_signed_in_lasts_a_day_or_more_or_for_ever() {
        let mut settings = Settings::default();
        assert!(settings.set(Setting::StaySignedInHours, 23).is_err());
        settings.set(Setting::StaySignedInHours, 24).unwrap();
        assert_eq!(settings.stay_signed_in(), StaySignedIn::Hours(24));
        settings.set(Setting::StaySignedInHours, 0).unwrap();
        assert_eq!(settings.stay_signed_in(), StaySignedIn::ForEver);
    }

    #[test]
    fn only_changes_are_stored_and_unknown_or_impossible_ones_are_refused_by_name() {
        let mut settings = Settings::default();
        settings.set(Setting::VisitWindowMonths, 30).unwrap();
        settings.set(Setting::CodeTries, 5).unwrap();
        let stored = serde_json::to_string(&settings).unwrap();
        assert_eq!(stored, r#"{"visit_window_months":30}"#);
        assert_eq!(serde_json::from_str::<Settings>(&stored).unwrap(), settings);
        settings.set(Setting::VisitWindowMonths, 25).unwrap();
        assert_eq!(settings, Settings::default());
        let unknown = serde_json::from_str::<Settings>(r#"{"colour_of_sky":1}"#).unwrap_err();
        assert!(unknown.to_string().contains("colour_of_sky"));
        assert!(serde_json::from_str::<Settings>(r#"{"visit_window_months":0}"#).is_err());
        assert!(serde_json::from_str::<Settings>(r#"{"welcome_for_starts_after":20160931}"#).is_err());
    }
}
