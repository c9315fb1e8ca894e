//! Writes the files of an export, one row after the other.

use std::io;
use std::path::Path;

use carport_domain::Language;
use carport_store::imports::layout::FileKind;
use chrono::{Datelike, Duration, NaiveDate};

use super::cars::Car;
use super::chance::Chance;
use super::dirt;
use super::material::{Country, Material};
use super::people::Person;
use super::sheet::Sheet;
use super::{Options, Stats};
use crate::words::Words;

/// The open files of one export.
pub struct Files<'a> {
    options: &'a Options,
    material: &'a Material,
    customers: Sheet,
    vehicles: Sheet,
    visits: Sheet,
    invoices: Sheet,
    consents: Sheet,
}

impl<'a> Files<'a> {
    /// Begins the five files and writes their headers.
    pub fn create(options: &'a Options, material: &'a Material, dir: &Path) -> io::Result<Self> {
        let begin = |kind: FileKind| -> io::Result<Sheet> {
            let newline = if options.dirty { "\r\n" } else { "\n" };
            let path = dir.join(format!("{kind}.csv"));
            let mut sheet = Sheet::create(&path, options.encoding, options.delimiter, newline)?;
            for (place, column) in kind.columns().iter().enumerate() {
                let word = options
                    .headers
                    .and_then(|language| Words::shipped().header(kind, place, language));
                sheet.put(word.unwrap_or(column.name));
            }
            if options.dirty {
                sheet.put("Veld 17");
            }
            sheet.end_row()?;
            sheet.rows = 0;
            Ok(sheet)
        };
        Ok(Self {
            options,
            material,
            customers: begin(FileKind::Customers)?,
            vehicles: begin(FileKind::Vehicles)?,
            visits: begin(FileKind::Visits)?,
            invoices: begin(FileKind::Invoices)?,
            consents: begin(FileKind::Consents)?,
        })
    }

    /// Writes a customer's row.
    pub fn customer(&mut self, p: &Person, chance: &mut Chance) -> io::Result<()> {
        let o = self.options;
        let s = &mut self.customers;
        s.put(&p.number);
        s.put(choose(o, if p.is_firm { KIND_BUSINESS } else { KIND_PERSON }));
        s.put(if p.first_name.is_empty() {
            ""
        } else {
            choose(o, if p.is_woman { WOMAN } else { MAN })
        });
        match p.first_name.chars().next() {
            Some(initial) if chance.happens(500) => s.put_with(format_args!("{initial}.")),
            _ => s.put(""),
        }
        s.put(&p.first_name);
        s.put(&p.patronymic);
        s.put(&p.infix);
        if o.dirty && chance.happens(60) {
            s.put(&p.last_name.to_uppercase())
        } else {
            s.put(&p.last_name)
        }
        s.put(&p.business_name);
        date(s, o, p.birth_date);
        s.put(match o.country {
            Country::Nl => "nl",
            Country::De => "de",
            Country::Ru => "ru",
            Country::Gb => "en",
        });
        if o.dirty && chance.happens(15) {
            s.put_with(format_args!("{}\n{}", p.street, self.material.streets[0]));
        } else {
            s.put(&p.street);
        }
        s.put(&p.house_number);
        s.put(&p.postcode);
        s.put(&p.city);
        s.put("");
        s.put(o.country.as_str());
        s.put(if o.dirty {
            dirt::email(&p.email, chance)
        } else {
            &p.email
        });
        s.put(&p.phone);
        s.put(&p.mobile);
        let told = !(p.email.is_empty() && p.mobile.is_empty()) && chance.happens(600);
        date(s, o, told.then_some(p.since));
        s.put("");
        end(s, o, chance)?;
        if o.dirty && chance.happens(8) {
            // the same number again, as a list that two people keep
            let s = &mut self.customers;
            for column in FileKind::Customers.columns() {
                match column.name {
                    "number" => s.put(&p.number),
                    "last_name" => s.put(&p.last_name),
                    "business_name" => s.put(&p.business_name),
                    _ => s.put(""),
                }
            }
            end(s, o, chance)?;
        }
        Ok(())
    }

    /// Writes a car's row.
    pub fn vehicle(&mut self, p: &Person, c: &Car, chance: &mut Chance) -> io::Result<()> {
        let o = self.options;
        let s = &mut self.vehicles;
        s.put(&c.number);
        s.put(&p.number);
        s.put("");
        s.put("");
        date(s, o, Some(c.owned_from));
        s.put("");
        if o.dirty && chance.happens(200) {
            s.put(&c.plate.replace('-', "").to_lowercase())
        } else {
            s.put(&c.plate)
        }
        s.put(o.country.as_str());
        s.put(&c.vin);
        s.put(&c.engine);
        s.put(&c.make);
        s.put(&c.model);
        s.put("");
        s.put(&c.body);
        s.put(chance.word(&["", "blue", "white", "grey", "red"]));
        s.put(&c.fuel);
        date(s, o, Some(c.first_registration));
        date(s, o, Some(c.inspection_due));
        date(s, o, Some(c.maintenance_due));
        if o.dirty && c.mileage >= 1000 {
            s.put_with(format_args!("{}.{:03}", c.mileage / 1000, c.mileage % 1000));
        } else {
            s.put_with(format_args!("{}", c.mileage));
        }
        date(s, o, Some(o.today - Duration::days(chance.between(0, 200))));
        end(s, o, chance)
    }

    /// Writes the visits of a car and their invoices.
    pub fn history(&mut self, p: &Person, c: &Car, chance: &mut Chance) -> io::Result<()> {
        let o = self.options;
        let visits = chance.below(4);
        let mut day = o.today - Duration::days(chance.between(5, 500));
        for _ in 0..visits {
            if day < c.owned_from {
                break;
            }
            let (visit, invoice) = (self.visits.rows + 700_001, self.invoices.rows + 900_001);
            let work = chance.word(&self.material.works);
            let s = &mut self.visits;
            s.put_with(format_args!("{visit}"));
            s.put(&p.number);
            s.put(&c.number);
            s.put(&c.plate);
            s.put("");
            date(s, o, Some(day));
            s.put(choose(o, WORKSHOP));
            s.put_with(format_args!(
                "{}",
                (c.mileage - (o.today - day).num_days() * c.daily).max(0)
            ));
            s.put(work);
            s.put(chance.word(&self.material.advisors));
            s.put("");
            end(s, o, chance)?;
            if chance.happens(850) {
                let s = &mut self.invoices;
                s.put_with(format_args!("F{invoice}"));
                s.put(&p.number);
                s.put(&c.number);
                s.put(&c.plate);
                s.put("");
                s.put_with(format_args!("{visit}"));
                date(s, o, Some(day));
                s.put(choose(o, WORKSHOP));
                amount(s, o, chance.between(2_500, 95_000));
                s.put(if matches!(o.country, Country::Ru) {
                    "RUB"
                } else {
                    "EUR"
                });
                s.put(work);
                s.put("");
                s.put("");
                end(s, o, chance)?;
            }
            day -= Duration::days(chance.between(150, 500));
        }
        Ok(())
    }

    /// Writes what a customer answered, if he was asked.
    pub fn consents(&mut self, p: &Person, chance: &mut Chance) -> io::Result<()> {
        let o = self.options;
        if p.email.is_empty() || !chance.happens(300) {
            return Ok(());
        }
        for _ in 0..=chance.below(2) {
            let yes = chance.happens(700);
            let lacks_proof = o.dirty && chance.happens(100);
            let s = &mut self.consents;
            s.put(&p.number);
            s.put(chance.word(&["newsletter", "reminder", "workshop_offer", "sales_news"]));
            s.put(chance.word(&["email", "email", "email", "letter", "phone"]));
            s.put("");
            s.put(choose(o, if yes { YES } else { NO }));
            date(
                s,
                o,
                (!lacks_proof)
                    .then(|| p.since + Duration::days(chance.between(0, (o.today - p.since).num_days()))),
            );
            s.put(if lacks_proof { "" } else { &self.material.wording });
            s.put(chance.word(&self.material.origins));
            s.put("");
            end(s, o, chance)?;
        }
        Ok(())
    }

    /// Ends the files.
    pub fn finish(self) -> io::Result<Stats> {
        Ok(Stats {
            customers: self.customers.finish()?,
            vehicles: self.vehicles.finish()?,
            visits: self.visits.finish()?,
            invoices: self.invoices.finish()?,
            consents: self.consents.finish()?,
        })
    }
}

fn end(sheet: &mut Sheet, options: &Options, chance: &mut Chance) -> io::Result<()> {
    if options.dirty {
        sheet.put("");
        dirt::row(sheet, options.delimiter, chance);
    }
    sheet.end_row()
}

fn date(sheet: &mut Sheet, options: &Options, date: Option<NaiveDate>) {
    let Some(d) = date else { return sheet.put("") };
    let (year, month, day) = (d.year(), d.month(), d.day());
    match options.headers {
        None => sheet.put_with(format_args!("{year:04}-{month:02}-{day:02}")),
        Some(Language::Nl) => sheet.put_with(format_args!("{day:02}-{month:02}-{year:04}")),
        Some(Language::En) => sheet.put_with(format_args!("{day:02}/{month:02}/{year:04}")),
        Some(Language::De | Language::Ru) => sheet.put_with(format_args!("{day:02}.{month:02}.{year:04}")),
    }
}

fn amount(sheet: &mut Sheet, options: &Options, cents: i64) {
    let (whole, rest) = (cents / 100, cents % 100);
    match options.headers {
        None | Some(Language::En) => sheet.put_with(format_args!("{whole}.{rest:02}")),
        Some(_) => sheet.put_with(format_args!("{whole},{rest:02}")),
    }
}

/// A value in the template's word and in the four languages.
type Said = [&'static str; 5];
const KIND_PERSON: Said = ["person", "particulier", "privat", "физ. лицо", "private"];
const KIND_BUSINESS: Said = ["business", "zakelijk", "gewerblich", "юр. лицо", "company"];
const WOMAN: Said = ["female", "mevr.", "Frau", "жен", "Ms"];
const MAN: Said = ["male", "dhr.", "Herr", "муж", "Mr"];
const WORKSHOP: Said = ["workshop", "werkplaats", "Werkstatt", "сервис", "workshop"];
const YES: Said = ["yes", "ja", "ja", "да", "yes"];
const NO: Said = ["no", "nee", "nein", "нет", "no"];

fn choose(options: &Options, said: Said) -> &'static str {
    match options.headers {
        None => said[0],
        Some(Language::Nl) => said[1],
        Some(Language::De) => said[2],
        Some(Language::Ru) => said[3],
        Some(Language::En) => said[4],
    }
}
