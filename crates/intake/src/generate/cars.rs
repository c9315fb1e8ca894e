//! Invents one car.

use std::fmt::Write;

use carport_domain::clock::add_months;
use chrono::{Duration, NaiveDate};

use super::chance::Chance;
use super::material::{Country, Make};

/// An invented car; buffers are used again for the next one.
#[derive(Debug, Default)]
pub struct Car {
    /// The number in the dealer management system.
    pub number: String,
    /// Licence plate.
    pub plate: String,
    /// Vehicle identification number.
    pub vin: String,
    /// Engine number.
    pub engine: String,
    /// Make.
    pub make: String,
    /// Model.
    pub model: String,
    /// Body.
    pub body: String,
    /// Fuel.
    pub fuel: String,
    /// First registration.
    pub first_registration: NaiveDate,
    /// When the present owner got it.
    pub owned_from: NaiveDate,
    /// Next statutory inspection.
    pub inspection_due: NaiveDate,
    /// Next maintenance.
    pub maintenance_due: NaiveDate,
    /// Kilometres.
    pub mileage: i64,
    /// Kilometres a day, for the readings of earlier visits.
    pub daily: i64,
}

/// A week of inspections: its Monday.
#[derive(Debug, Clone, Copy)]
pub struct DueWeek(pub NaiveDate);

impl DueWeek {
    /// A reminder is worth sending for so many weeks, so that cars of the weeks before would be found beside those of the
    /// week.
    const WEEKS: i64 = 5;

    #[cfg(test)]
    fn contains(self, date: NaiveDate) -> bool {
        (0..7).contains(&(date - self.0).num_days())
    }
    fn is_near(self, date: NaiveDate) -> bool {
        (7 - 7 * Self::WEEKS..7).contains(&(date - self.0).num_days())
    }
}

impl Car {
    /// Makes car `n` (from 0). `due` puts its inspection into the week; all others stay out of it and of the weeks before.
    #[expect(
        clippy::too_many_arguments,
        reason = "one call, each argument a different thing"
    )]
    pub fn invent(
        &mut self,
        n: u64,
        country: Country,
        makes: &[Make],
        week: DueWeek,
        due: bool,
        since: NaiveDate,
        today: NaiveDate,
        chance: &mut Chance,
    ) {
        for text in [
            &mut self.number,
            &mut self.plate,
            &mut self.vin,
            &mut self.engine,
            &mut self.make,
            &mut self.model,
            &mut self.body,
            &mut self.fuel,
        ] {
            text.clear();
        }
        let _ = write!(self.number, "V{}", 500_001 + n);
        let make = chance.pick(makes);
        let (model, body, fuel) = chance.pick(&make.models);
        self.make.push_str(&make.name);
        self.model.push_str(model);
        self.body.push_str(body);
        self.fuel.push_str(fuel);
        plate(country, &mut self.plate, chance);
        vin(&make.wmi, n, &mut self.vin);
        if chance.happens(300) {
            let _ = write!(self.engine, "M{}{:06}", n % 9, n % 1_000_000);
        }
        let age = chance.between(200, 5_400);
        self.first_registration = today - Duration::days(age);
        self.owned_from = since.max(self.first_registration);
        self.daily = chance.between(15, 60);
        self.mileage = age * self.daily;
        self.inspection_due = if due {
            week.0 + Duration::days(chance.between(0, 6))
        } else {
            let date = today + Duration::days(chance.between(-30, 365));
            if week.is_near(date) {
                date + Duration::days(7 * DueWeek::WEEKS)
            } else {
                date
            }
        };
        self.maintenance_due =
            add_months(today, chance.between(-1, 12) as i32) + Duration::days(chance.between(0, 27));
    }
}

/// A plate of a regular form of the country; for the Netherlands sidecodes 4 to 10 (INT-04).
fn plate(country: Country, out: &mut String, chance: &mut Chance) {
    // without vowels, so that no words come about
    const CONSONANTS: &[u8] = b"BDFGHJKLNPRSTVXZ";
    let form = match country {
        Country::Nl => *chance.pick(&[
            "LL-99-LL", "LL-LL-99", "99-LL-LL", "99-LLL-9", "9-LLL-99", "LL-999-L", "L-999-LL",
        ]),
        Country::De => *chance.pick(&["KS-LL 999", "LG-L 9999", "EF-LL 99", "MS-LL 9999", "HB-L 999"]),
        Country::Ru => *chance.pick(&["Я999ЯЯ 69", "Я999ЯЯ 40", "Я999ЯЯ 163", "Я999ЯЯ 116"]),
        Country::Gb => "LL99 LLL",
    };
    const TWINS: [char; 12] = ['А', 'В', 'Е', 'К', 'М', 'Н', 'О', 'Р', 'С', 'Т', 'У', 'Х'];
    let fixed = if matches!(country, Country::De) { 2 } else { 0 };
    for (at, slot) in form.chars().enumerate() {
        let in_region = matches!(country, Country::Ru) && at > 6;
        match slot {
            _ if at < fixed || in_region => out.push(slot),
            'L' => out.push(*chance.pick(CONSONANTS) as char),
            'Я' => out.push(*chance.pick(&TWINS)),
            '9' => out.push(char::from(b'1' + chance.below(9) as u8)),
            other => out.push(other),
        }
    }
}

/// The maker's part, then the car's number in the 33 signs a VIN may have.
fn vin(wmi: &str, n: u64, out: &mut String) {
    const SIGNS: &[u8; 33] = b"0123456789ABCDEFGHJKLMNPRSTUVWXYZ";
    out.push_str(wmi);
    let mut rest = n.wrapping_mul(2_654_435_761) % 33u64.pow(8);
    let mut tail = [b'0'; 14];
    for (at, sign) in tail.iter_mut().enumerate() {
        *sign = SIGNS[(rest % 33) as usize];
        rest = rest / 33 + if at == 7 { n % 33 } else { 0 };
    }
    out.extend(tail.iter().map(|b| char::from(*b)));
}

#[cfg(test)]
mod tests {
    use super::*;
    use carport_domain::country::CountryCode;
    use carport_domain::vehicles::{Plate, Vin};

    #[test]
    fn invented_plates_and_numbers_have_the_forms_of_their_country() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
        let makes = super::super::material::makes();
        for &country in Country::ALL {
            let code: CountryCode = country.as_str().parse().unwrap();
            let mut car = Car::default();
            for n in 0..300 {
                let mut chance = Chance::of(1, n);
                car.invent(
                    n,
                    country,
                    &makes,
                    DueWeek(today),
                    n % 50 == 0,
                    today,
                    today,
                    &mut chance,
                );
                assert!(
                    Plate::parse(&car.plate, code).unwrap().is_regular(),
                    "{country} {}",
                    car.plate
                );
                assert!(car.vin.parse::<Vin>().unwrap().is_standard());
                assert_eq!(DueWeek(today).contains(car.inspection_due), n % 50 == 0);
            }
        }
    }
}
