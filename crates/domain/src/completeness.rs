//! How complete a customer's profile is (F20): a percentage, and what is missing with the page where to fill it in.

use std::collections::{BTreeMap, BTreeSet};

use crate::company::{Module, Modules, Setting, Settings};
use crate::text_enum;
use crate::urls::Portal;

text_enum! {
    /// A part of the profile that counts.
    pub enum ProfileField {
        /// First name or initials.
        FirstName = "first_name",
        /// How to be addressed.
        Salutation = "salutation",
        /// An e-mail address that was confirmed.
        Email = "email",
        /// A telephone number, mobile or fixed.
        Phone = "phone",
        /// A postal address.
        Address = "address",
        /// A car.
        Car = "car",
        /// The mileage of a car.
        Mileage = "mileage",
        /// An answer, yes or no, to every topic and channel.
        Preferences = "preferences",
        /// Date of birth; sensitive.
        BirthDate = "birth_date",
    }
}

impl ProfileField {
    /// How much the field counts until a company decides otherwise.
    pub const fn default_weight(self) -> u8 {
        match self {
            Self::Email | Self::Address => 20,
            Self::Phone | Self::Car | Self::Preferences => 15,
            Self::FirstName | Self::Salutation | Self::Mileage | Self::BirthDate => 5,
        }
    }

    /// Whether the field is nobody's business unless the customer wishes; it counts only if the company says so.
    pub const fn is_sensitive(self) -> bool {
        matches!(self, Self::BirthDate)
    }

    /// The page where it is filled in.
    pub const fn page(self) -> Portal<'static> {
        match self {
            Self::Car | Self::Mileage => Portal::MyCars,
            Self::Preferences => Portal::MyPreferences,
            _ => Portal::MyData,
        }
    }

    /// The module that page belongs to; without it nobody could fill the field in.
    pub const fn module(self) -> Module {
        match self {
            Self::Car | Self::Mileage => Module::MyCar,
            Self::Preferences => Module::MyPreferences,
            _ => Module::MyData,
        }
    }
}

/// What counts for completeness at a company, and how much. A weight of 0 does not count.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(transparent)]
pub struct Weights(BTreeMap<ProfileField, u8>);

impl Weights {
    /// Weights that differ from the defaults.
    pub fn new(changed: impl IntoIterator<Item = (ProfileField, u8)>) -> Self {
        Self(changed.into_iter().collect())
    }

    /// The weight of a field.
    pub fn get(&self, field: ProfileField) -> u8 {
        self.0.get(&field).copied().unwrap_or(field.default_weight())
    }
}

/// How complete a profile is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Completeness {
    /// Hundredths, rounded down: 100 only when nothing is missing.
    pub percent: u8,
    /// What is missing, the weightiest first.
    pub missing: Vec<ProfileField>,
}

impl Completeness {
    /// Weighs what is known against what counts at the company.
    pub fn of(
        known: &BTreeSet<ProfileField>,
        weights: &Weights,
        settings: &Settings,
        modules: &Modules,
    ) -> Self {
        let sensitive = settings.is_on(Setting::CountSensitiveFields);
        let counted: Vec<(ProfileField, u32)> = ProfileField::ALL
            .iter()
            .filter(|field| (sensitive || !field.is_sensitive()) && modules.has(field.module()))
            .map(|field| (*field, u32::from(weights.get(*field))))
            .filter(|(_, weight)| *weight > 0)
            .collect();
        let total: u32 = counted.iter().map(|(_, weight)| weight).sum();
        let (present, mut missing): (Vec<_>, Vec<_>) =
            counted.into_iter().partition(|(field, _)| known.contains(field));
        let reached: u32 = present.iter().map(|(_, weight)| weight).sum();
        missing.sort_by_key(|(field, weight)| (std::cmp::Reverse(*weight), *field));
        let percent = (reached * 100).checked_div(total).unwrap_or(100);
        Self {
            percent: u8::try_from(percent).unwrap_or(100),
            missing: missing.into_iter().map(|(field, _)| field).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn of(known: &[ProfileField], settings: &Settings) -> Completeness {
        let known = known.iter().copied().collect();
        Completeness::of(&known, &Weights::default(), settings, &Modules::standard())
    }

    fn all_but_sensitive() -> Vec<ProfileField> {
        ProfileField::ALL
            .iter()
            .copied()
            .filter(|field| !field.is_sensitive())
            .collect()
    }

    #[test]
    fn a_profile_without_sensitive_fields_is_complete_unless_the_company_counts_them() {
        let known = all_but_sensitive();
        assert_eq!(
            of(&known, &Settings::default()),
            Completeness {
                percent: 100,
                missing: vec![]
            }
        );
        let mut settings = Settings::default();
        settings.set(Setting::CountSensitiveFields, 1).unwrap();
        assert_eq!(
            of(&known, &settings),
            Completeness {
                percent: 95,
                missing: vec![ProfileField::BirthDate]
            }
        );
    }

    #[test]
    fn what_is_missing_comes_weightiest_first_with_its_page() {
        let result = of(
            &[ProfileField::FirstName, ProfileField::Email, ProfileField::Car],
            &Settings::default(),
        );
        assert_eq!(result.percent, 40);
        assert_eq!(result.missing[0], ProfileField::Address);
        assert_eq!(result.missing[0].page(), Portal::MyData);
        assert_eq!(ProfileField::Mileage.page(), Portal::MyCars);
        assert_eq!(of(&[], &Settings::default()).percent, 0);
    }

    #[test]
    fn a_field_that_no_page_can_fill_in_does_not_count() {
        let modules = Modules::standard().with(Module::MyPreferences, false);
        let known = all_but_sensitive()
            .into_iter()
            .filter(|f| *f != ProfileField::Preferences)
            .collect();
        let result = Completeness::of(&known, &Weights::default(), &Settings::default(), &modules);
        assert_eq!(result.percent, 100);
    }

    proptest! {
        #[test]
        fn the_percentage_is_100_only_when_nothing_is_missing_and_never_falls_when_something_is_added(
            weights in proptest::collection::vec(any::<u8>(), 9), known in proptest::collection::vec(any::<bool>(), 9), added in 0usize..9
        ) {
            let fields = ProfileField::ALL;
            let weights = Weights::new(fields.iter().copied().zip(weights));
            let mut known: BTreeSet<ProfileField> = fields.iter().copied().zip(known).filter(|(_, k)| *k).map(|(f, _)| f).collect();
            let before = Completeness::of(&known, &weights, &Settings::default(), &Modules::standard());
            prop_assert_eq!(before.percent == 100, before.missing.is_empty());
            known.insert(fields[added]);
            let after = Completeness::of(&known, &weights, &Settings::default(), &Modules::standard());
            prop_assert!(after.percent >= before.percent);
        }
    }
}
