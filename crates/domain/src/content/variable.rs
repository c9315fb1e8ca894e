//! What a message may say about its recipient (F164): typed variables, their values and what happens when one is missing.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use crate::format;
use crate::language::Language;
use crate::text_enum;
use crate::vehicles::Mileage;

text_enum! {
    /// Something a message says about one recipient, written `{{ plate }}` by staff.
    pub enum Variable {
        /// The address of the customer's own page, personal to this message.
        MyPageUrl = "my_page_url",
        /// The customer's number at the company, needed to activate the page (F26).
        CustomerNumber = "customer_number",
        /// The opening line, such as «Geachte mevrouw Jansen».
        Salutation = "salutation",
        /// First name.
        FirstName = "first_name",
        /// Last name with its prefix.
        LastName = "last_name",
        /// First and last name, or the firm's name.
        FullName = "full_name",
        /// The licence plate as its country writes it.
        Plate = "plate",
        /// Make and model.
        MakeModel = "make_model",
        /// The day the periodic inspection runs out.
        InspectionDue = "inspection_due",
        /// The day maintenance is due.
        MaintenanceDue = "maintenance_due",
        /// The last known mileage, in kilometres.
        Mileage = "mileage",
        /// The day of the last visit.
        LastVisit = "last_visit",
        /// The company's name.
        CompanyName = "company_name",
        /// The company's telephone number.
        CompanyPhone = "company_phone",
        /// The name of the location that looks after the car.
        LocationName = "location_name",
        /// That location's telephone number.
        LocationPhone = "location_phone",
        /// The service adviser's name.
        Advisor = "advisor",
    }
}

impl Variable {
    /// The translation key of the variable's name in the editor.
    pub fn label_key(self) -> String {
        format!("content-variable-{}", self.as_str().replace('_', "-"))
    }

    /// Whether the value is an address that a button or link can lead to.
    pub const fn is_address(self) -> bool {
        matches!(self, Variable::MyPageUrl)
    }

    /// Whether the value belongs to a car, so that a customer without one never has it.
    pub const fn is_about_a_car(self) -> bool {
        matches!(
            self,
            Variable::Plate
                | Variable::MakeModel
                | Variable::InspectionDue
                | Variable::MaintenanceDue
                | Variable::Mileage
        )
    }

    /// An invented value for previews and tests.
    pub fn sample(self, language: Language) -> Value {
        let by_language = |nl: &str, de: &str, ru: &str, en: &str| {
            Value::Text(
                match language {
                    Language::Nl => nl,
                    Language::De => de,
                    Language::Ru => ru,
                    Language::En => en,
                }
                .to_owned(),
            )
        };
        let date = |y, m, d| Value::Date(NaiveDate::from_ymd_opt(y, m, d).unwrap_or_default());
        match self {
            Variable::MyPageUrl => Value::Text("https://mijn.garage.example/l/voorbeeld".to_owned()),
            Variable::CustomerNumber => Value::Text("104217".to_owned()),
            Variable::Salutation => by_language(
                "Geachte mevrouw De Wit",
                "Sehr geehrte Frau Sommer",
                "Уважаемая Анна Сергеевна",
                "Dear Ms White",
            ),
            Variable::FirstName => by_language("Anna", "Anna", "Анна", "Anna"),
            Variable::LastName => by_language("de Wit", "Sommer", "Белова", "White"),
            Variable::FullName => by_language("Anna de Wit", "Anna Sommer", "Анна Белова", "Anna White"),
            Variable::Plate => by_language("XX-123-X", "XX AB 123", "А123ВС 00", "XX-123-X"),
            Variable::MakeModel => by_language(
                "Meridiaan Tourer",
                "Meridian Tourer",
                "Меридиан Турер",
                "Meridian Tourer",
            ),
            Variable::InspectionDue => date(2027, 3, 15),
            Variable::MaintenanceDue => date(2027, 4, 2),
            Variable::Mileage => Mileage::new(86_400).map_or_else(|_| "".into(), Value::Mileage),
            Variable::LastVisit => date(2026, 3, 9),
            Variable::CompanyName => by_language(
                "Garage Voorbeeld",
                "Autohaus Muster",
                "Автоцентр «Пример»",
                "Sample Garage",
            ),
            Variable::CompanyPhone | Variable::LocationPhone => Value::Text("+31 20 000 0000".to_owned()),
            Variable::LocationName => by_language(
                "Vestiging Noord",
                "Standort Nord",
                "Центр «Север»",
                "North branch",
            ),
            Variable::Advisor => by_language("Pim Bakker", "Jonas Weber", "Олег Орлов", "Sam Baker"),
        }
    }
}

/// The value of a variable, not yet written in a language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// As it is.
    Text(String),
    /// A day, written out in the recipient's language.
    Date(NaiveDate),
    /// An odometer reading, with the language's digit groups and unit.
    Mileage(Mileage),
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Value::Text(text)
    }
}
impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Value::Text(text.to_owned())
    }
}
impl From<Mileage> for Value {
    fn from(mileage: Mileage) -> Self {
        Value::Mileage(mileage)
    }
}
impl From<NaiveDate> for Value {
    fn from(date: NaiveDate) -> Self {
        Value::Date(date)
    }
}

/// What is known about one recipient. An empty text counts as unknown.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Values(BTreeMap<Variable, Value>);

impl Values {
    /// Nothing known yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// A value for every variable, for previews. Without a car, those about a car are left out.
    pub fn sample(language: Language, with_car: bool) -> Self {
        Variable::ALL
            .iter()
            .filter(|v| with_car || !v.is_about_a_car())
            .fold(Self::new(), |values, v| values.with(*v, v.sample(language)))
    }

    /// These values and one more; a text of blanks only is not kept.
    pub fn with(mut self, variable: Variable, value: impl Into<Value>) -> Self {
        self.set(variable, value);
        self
    }

    /// As [`Values::with`], for a value that may be unknown.
    pub fn with_known(mut self, variable: Variable, value: Option<impl Into<Value>>) -> Self {
        if let Some(value) = value {
            self.set(variable, value);
        }
        self
    }

    fn set(&mut self, variable: Variable, value: impl Into<Value>) {
        let value = value.into();
        if !matches!(&value, Value::Text(text) if text.trim().is_empty()) {
            self.0.insert(variable, value);
        }
    }

    /// Whether the recipient's car is known, which decides the blocks «with car» and «without car».
    pub fn has_car(&self) -> bool {
        self.0.contains_key(&Variable::Plate) || self.0.contains_key(&Variable::MakeModel)
    }

    /// Whether there is a value.
    pub fn has(&self, variable: Variable) -> bool {
        self.0.contains_key(&variable)
    }

    /// The value written in a language.
    pub fn text(&self, variable: Variable, language: Language) -> Option<Cow<'_, str>> {
        Some(match self.0.get(&variable)? {
            Value::Text(text) => Cow::Borrowed(text.as_str()),
            Value::Date(date) => Cow::Owned(format::date_long(*date, language)),
            Value::Mileage(mileage) => Cow::Owned(format::mileage(*mileage, language)),
        })
    }
}

/// A message cannot be written for this customer, because something it must say is not known. It is not sent (F164).
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("for {customer} these are not known: {}", list(.variables))]
pub struct MissingVariable {
    /// The customer as staff know them: number and name.
    pub customer: String,
    /// What is missing, in the order of [`Variable`].
    pub variables: BTreeSet<Variable>,
}

fn list(variables: &BTreeSet<Variable>) -> String {
    variables
        .iter()
        .map(|v| v.as_str())
        .collect::<Vec<_>>()
        .join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_text_is_not_a_value() {
        let values = Values::new()
            .with(Variable::Plate, "  ")
            .with_known(Variable::FirstName, None::<&str>);
        assert!(!values.has(Variable::Plate));
        assert!(!values.has_car());
        assert_eq!(values.text(Variable::Plate, Language::Nl), None);
    }

    #[test]
    fn every_variable_has_a_sample_in_every_language_and_a_customer_without_a_car_has_none_about_cars() {
        for language in Language::ALL {
            let all = Values::sample(*language, true);
            assert!(
                Variable::ALL
                    .iter()
                    .all(|v| all.text(*v, *language).is_some_and(|t| !t.is_empty()))
            );
            let none = Values::sample(*language, false);
            assert!(!none.has_car() && !none.has(Variable::Mileage) && none.has(Variable::FirstName));
        }
    }
}
