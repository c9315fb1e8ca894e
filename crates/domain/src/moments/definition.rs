//! What makes up a contact moment.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::trigger::Trigger;
use crate::clock::add_months;
use crate::company::{Setting, Settings, Unit};
use crate::consent::{Channel, Purpose};
use crate::i18n::FieldErrors;
use crate::{FieldError, Language, text_enum};

/// The largest number of days or months a definition may hold.
pub const MAX_DAYS: u32 = 730;

text_enum! {
    /// How often a moment is looked at.
    pub enum Cadence {
        /// Every week, among the week's proposals (F159).
        Weekly = "weekly",
        /// Once, when the company decides to (F160).
        Action = "action",
    }
}

/// When an action contact is laid before a company by itself (F161).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ActionOffer {
    /// So many calendar months after the company began with Carport.
    pub months_after_start: u32,
    /// Only to companies that began after this day; for the others an operator does it.
    pub only_if_started_after: NaiveDate,
}

impl ActionOffer {
    /// The day on which it is laid before a company; none for a company that began too early.
    pub fn day(&self, started_on: NaiveDate) -> Option<NaiveDate> {
        let months = i32::try_from(self.months_after_start).unwrap_or(i32::MAX);
        (started_on > self.only_if_started_after).then(|| add_months(started_on, months))
    }
}

/// A contact moment as a company runs it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Definition {
    /// Its stable name, lower case with hyphens.
    pub key: String,
    /// What it is called, by language.
    pub name: BTreeMap<Language, String>,
    /// What it is for, by language.
    pub about: BTreeMap<Language, String>,
    /// What the message is for; the gate asks.
    pub purpose: Purpose,
    /// How often it is looked at.
    pub cadence: Cadence,
    /// When it comes for whom.
    pub trigger: Trigger,
    /// When it is laid before the company; only for action contacts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub offer: Option<ActionOffer>,
    /// The channels it may take, in order of preference (F146).
    pub channels: Vec<Channel>,
    /// Whether a letter goes where none of the channels may.
    pub fallback_letter: bool,
    /// So many days after the Monday of its week staff may still decide, and an approved message still goes out.
    pub deadline_days: u32,
    /// So many days pass before the same customer is proposed for the same car again.
    pub spacing_days: u32,
    /// Which moment goes first when somebody would get too much; the smaller number does.
    pub priority: i64,
    /// Numbers above that a setting of the company stands for, by their place, such as `trigger/days`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub settings: BTreeMap<String, Setting>,
}

impl Definition {
    /// Its name in a language, else in English, else its key.
    pub fn name(&self, language: Language) -> &str {
        worded(&self.name, language).unwrap_or(&self.key)
    }

    /// What it is for, in a language.
    pub fn about(&self, language: Language) -> &str {
        worded(&self.about, language).unwrap_or_default()
    }

    /// The moment with the company's settings in the places that name one. What does not fit its place is left as it was.
    #[must_use]
    pub fn with_settings(self, settings: &Settings) -> Self {
        if self.settings.is_empty() {
            return self;
        }
        let Ok(mut data) = serde_json::to_value(&self) else {
            return self;
        };
        for (place, setting) in &self.settings {
            let value = match setting.definition().unit {
                Unit::YesNo => settings.is_on(*setting).into(),
                Unit::Date => settings.date(*setting).to_string().into(),
                _ => settings.get(*setting).into(),
            };
            if let Some(number) = data.pointer_mut(&format!("/{place}")) {
                *number = value;
            }
        }
        serde_json::from_value(data)
            .ok()
            .and_then(|set: Self| set.check().ok())
            .unwrap_or(self)
    }

    /// The channels in the order they are tried, the fallback letter last.
    pub fn channels_in_order(&self) -> Vec<Channel> {
        let mut all = Vec::with_capacity(self.channels.len() + 1);
        for channel in self
            .channels
            .iter()
            .copied()
            .chain(self.fallback_letter.then_some(Channel::Letter))
        {
            if !all.contains(&channel) {
                all.push(channel);
            }
        }
        all
    }

    /// The definition, or which fields are wrong.
    ///
    /// # Errors
    /// The key is not a key, there is no channel, a number is out of bounds, or an end lies before its beginning.
    pub fn check(self) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::none();
        let is_key = !self.key.is_empty()
            && self.key.len() <= 60
            && self
                .key
                .bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        if !is_key {
            errors.push("key", FieldError::new("moment-error-key"));
        }
        if self.name.values().all(|name| name.trim().is_empty()) {
            errors.push("name", FieldError::new("moment-error-name"));
        }
        if self.channels_in_order().is_empty() {
            errors.push("channels", FieldError::new("moment-error-no-channel"));
        }
        for place in self.settings.keys() {
            let data = serde_json::to_value(&self).unwrap_or_default();
            if data.pointer(&format!("/{place}")).is_none() {
                errors.push(
                    "settings",
                    FieldError::new("moment-error-setting").with("place", place.clone()),
                );
            }
        }
        if self.cadence == Cadence::Weekly && self.offer.is_some() {
            errors.push("offer", FieldError::new("moment-error-offer"));
        }
        let mut bounded = |field: &'static str, value: u32| {
            if value > MAX_DAYS {
                errors.push(
                    field,
                    FieldError::new("moment-error-too-many-days").with("max", MAX_DAYS),
                );
            }
        };
        bounded("deadline_days", self.deadline_days);
        bounded("spacing_days", self.spacing_days);
        match self.trigger {
            Trigger::Ahead { days, until_days, .. } => {
                bounded("days", days);
                if until_days > days {
                    errors.push(
                        "until_days",
                        FieldError::new("moment-error-until").with("days", days),
                    );
                }
            }
            Trigger::After {
                months,
                days,
                grace_days,
                ..
            } => {
                bounded("months", months);
                bounded("days", days);
                bounded("grace_days", grace_days);
            }
            Trigger::Within { months, .. } => {
                bounded("months", months);
                if self.cadence == Cadence::Weekly {
                    errors.push("cadence", FieldError::new("moment-error-weekly-within"));
                }
            }
        }
        errors.or(self)
    }
}

fn worded(texts: &BTreeMap<Language, String>, language: Language) -> Option<&str> {
    [language, Language::En]
        .iter()
        .find_map(|l| texts.get(l))
        .map(String::as_str)
        .filter(|t| !t.is_empty())
}

#[cfg(test)]
mod tests {
    use super::super::shipped;
    use super::*;

    #[test]
    fn an_end_before_its_beginning_and_a_moment_without_a_channel_are_refused_by_field() {
        let mut definition = shipped("inspection-due").unwrap().definition.clone();
        definition.channels.clear();
        definition.fallback_letter = false;
        if let Trigger::Ahead { until_days, .. } = &mut definition.trigger {
            *until_days = 900;
        }
        definition.deadline_days = MAX_DAYS + 1;
        let errors = definition.check().unwrap_err();
        for field in ["channels", "until_days", "deadline_days"] {
            assert!(errors.get(field).is_some(), "{field}");
        }
        assert_eq!(errors.iter().count(), 3);
    }

    #[test]
    fn a_number_that_a_setting_stands_for_follows_the_company() {
        let shipped = shipped("inspection-due").unwrap().definition.clone();
        let mut settings = Settings::default();
        assert_eq!(
            shipped.clone().with_settings(&settings),
            shipped,
            "the setting's default is the definition's number"
        );
        settings.set(Setting::InspectionLeadDays, 60).unwrap();
        let Trigger::Ahead { days, .. } = shipped.clone().with_settings(&settings).trigger else {
            panic!()
        };
        assert_eq!(days, 60);
        settings.set(Setting::InspectionLeadDays, 1).unwrap();
        assert_eq!(
            shipped.clone().with_settings(&settings),
            shipped,
            "an end before the beginning is not taken over"
        );
    }

    #[test]
    fn the_fallback_letter_comes_last_and_only_once() {
        let mut definition = shipped("welcome-existing").unwrap().definition.clone();
        definition.channels = vec![Channel::Email, Channel::Sms];
        definition.fallback_letter = true;
        assert_eq!(
            definition.channels_in_order(),
            [Channel::Email, Channel::Sms, Channel::Letter]
        );
        definition.channels = vec![Channel::Letter, Channel::Email];
        assert_eq!(definition.channels_in_order(), [Channel::Letter, Channel::Email]);
    }
}
