//! A car as the pages show it.

use carport_domain::vehicles::{BodyType, Fuel, Mileage, Plate};
use carport_domain::{CountryCode, format};
use carport_store::customers::Vehicle;
use chrono::NaiveDate;

use crate::kit::prelude::*;

/// How long before the inspection is due the page speaks of it with emphasis, days.
const SOON: i64 = 60;

/// A car in words.
#[derive(Debug, Clone, Default)]
pub struct Car {
    /// What to call it: its nickname, make and model, or its plate.
    pub name: String,
    /// Version, colour.
    pub detail: String,
    /// The country of the plate, where its form is known.
    pub country: String,
    /// The plate without its region.
    pub plate: String,
    /// The region on the plate.
    pub region: String,
    /// Which silhouette.
    pub body: String,
    /// When the inspection is due, as a sentence.
    pub due: String,
    /// The date itself.
    pub due_note: String,
    /// `good`, `attention`, `danger`, `info`.
    pub tone: String,
    /// Its page.
    pub url: String,
    /// The mileage with when it was read.
    pub mileage: String,
    /// What it runs on.
    pub fuel: String,
    /// First registration.
    pub first_registration: String,
    /// When maintenance is due.
    pub maintenance: String,
}

fn words(parts: &[&Option<String>]) -> String {
    parts
        .iter()
        .filter_map(|part| part.as_deref())
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

impl Car {
    /// Puts a car into words, seen from `today`.
    pub fn of(vehicle: &Vehicle, portal: &Portal, today: NaiveDate) -> Self {
        let (t, language) = (&portal.t, portal.language);
        let country = vehicle
            .plate_country
            .as_deref()
            .and_then(|c| CountryCode::recognise(c).ok());
        let country = country.unwrap_or_else(|| super::super::activate::country(portal));
        let (plate, region) = match vehicle.plate.as_deref().map(|text| Plate::parse(text, country)) {
            Some(Ok(plate)) => {
                let (front, region) = plate.parts();
                (front.to_owned(), region.unwrap_or_default().to_owned())
            }
            _ => (vehicle.plate.clone().unwrap_or_default(), String::new()),
        };
        let model = words(&[&vehicle.make, &vehicle.model]);
        let nickname = vehicle.nickname.clone().unwrap_or_default();
        let name = [&nickname, &model, &plate]
            .into_iter()
            .find(|name| !name.is_empty())
            .cloned();
        let mut detail = words(&[&vehicle.version, &vehicle.colour]);
        if !nickname.is_empty() && !model.is_empty() {
            detail = if detail.is_empty() {
                model
            } else {
                format!("{model}, {detail}")
            };
        }
        let (due, due_note, tone) = due(vehicle.inspection_due, t, today);
        let mileage = vehicle
            .mileage
            .and_then(|km| u32::try_from(km).ok())
            .and_then(|km| Mileage::new(km).ok());
        let mileage = mileage.map_or_else(String::new, |km| format::mileage(km, language));
        let read = vehicle.mileage_on.map(|on| format::date_long(on, language));
        let date = |date: Option<NaiveDate>| {
            date.map(|date| format::date_long(date, language))
                .unwrap_or_default()
        };
        Self {
            name: name.unwrap_or_else(|| t.get("car-without-name")),
            detail,
            country: country.as_str().to_owned(),
            plate,
            region,
            body: BodyType::recognise(vehicle.body.as_deref().unwrap_or_default())
                .as_str()
                .to_owned(),
            due,
            due_note,
            tone: tone.to_owned(),
            url: portal.url(&format!("/my-car/{}", vehicle.id)),
            mileage: match read {
                Some(read) if !mileage.is_empty() => t.with(
                    "car-mileage-on",
                    &[("mileage", mileage.into()), ("date", read.into())],
                ),
                _ => mileage,
            },
            fuel: vehicle
                .fuel
                .as_deref()
                .map(|fuel| t.choice("fuel", Fuel::recognise(fuel).as_str()))
                .unwrap_or_default(),
            first_registration: date(vehicle.first_registration),
            maintenance: date(vehicle.maintenance_due),
        }
    }
}

/// The sentence about the inspection, its date, and how much it matters.
fn due(on: Option<NaiveDate>, t: &Texts, today: NaiveDate) -> (String, String, &'static str) {
    let Some(on) = on else {
        return (t.get("car-inspection-unknown"), String::new(), "info");
    };
    let language = t.language();
    let days = (on - today).num_days();
    let when = format::relative(on, today, language);
    let long = format::date_long(on, language);
    if days < 0 {
        (
            t.get("car-inspection-over"),
            t.with("car-inspection-since", &[("date", long.into())]),
            "danger",
        )
    } else {
        let sentence = t.with("car-inspection-due", &[("when", when.into())]);
        let note = t.with("car-inspection-by", &[("date", long.into())]);
        (sentence, note, if days <= SOON { "attention" } else { "good" })
    }
}

#[cfg(test)]
mod tests {
    use carport_domain::Language;

    use super::*;

    #[test]
    fn the_inspection_is_a_plain_sentence_whose_tone_follows_the_day() {
        let t = Texts::new(Language::Nl);
        let today = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
        let day = |days: i64| Some(today + chrono::Duration::days(days));
        assert_eq!(due(day(35), &t, today).0, "Uw APK verloopt over 5 weken");
        assert_eq!(due(day(60), &t, today).2, "attention");
        assert_eq!(due(day(61), &t, today).2, "good");
        assert_eq!(due(day(0), &t, today).2, "attention");
        assert_eq!(due(day(-1), &t, today).2, "danger");
        assert_eq!(due(None, &t, today).2, "info");
    }
}
