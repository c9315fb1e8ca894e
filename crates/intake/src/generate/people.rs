//! Invents one customer.

use std::fmt::Write;

use chrono::{Duration, NaiveDate};

use super::chance::Chance;
use super::material::{Country, Material};

/// An invented customer; buffers are used again for the next one.
#[derive(Debug, Default)]
pub struct Person {
    /// The customer number.
    pub number: String,
    /// A firm rather than a person.
    pub is_firm: bool,
    /// A woman.
    pub is_woman: bool,
    /// First name; empty for a firm without a contact.
    pub first_name: String,
    /// Patronymic.
    pub patronymic: String,
    /// What stands before the surname.
    pub infix: String,
    /// Surname.
    pub last_name: String,
    /// The firm.
    pub business_name: String,
    /// Date of birth.
    pub birth_date: Option<NaiveDate>,
    /// Street.
    pub street: String,
    /// House number.
    pub house_number: String,
    /// Postcode.
    pub postcode: String,
    /// Place.
    pub city: String,
    /// E-mail address or empty.
    pub email: String,
    /// Fixed number or empty.
    pub phone: String,
    /// Mobile number or empty.
    pub mobile: String,
    /// Customer since.
    pub since: NaiveDate,
}

/// How many of 1000 customers have what.
#[derive(Debug, Clone, Copy)]
pub struct Shares {
    /// An e-mail address.
    pub email: u64,
    /// A mobile number.
    pub mobile: u64,
    /// A fixed number.
    pub phone: u64,
    /// Are a firm.
    pub firm: u64,
}

impl Person {
    /// Makes customer `n` (from 0).
    pub fn invent(
        &mut self,
        n: u64,
        country: Country,
        material: &Material,
        shares: Shares,
        today: NaiveDate,
        chance: &mut Chance,
    ) {
        self.clear();
        let _ = write!(self.number, "{}", 100_001 + n);
        self.since = today - Duration::days(chance.between(30, 3650));
        self.is_woman = chance.happens(480);
        self.is_firm = chance.happens(shares.firm);
        let family = chance.word(&material.families);
        let first = chance.word(if self.is_woman {
            &material.women
        } else {
            &material.men
        });
        if self.is_firm {
            let (trade, form) = (chance.word(&material.firms), chance.word(&material.firm_forms));
            let name = &mut self.business_name;
            let _ = match country {
                Country::Ru => write!(name, "{form} «{trade} {family}»"),
                _ => write!(name, "{trade} {family} {form}"),
            };
        }
        // every third firm is known without a person
        if !self.is_firm || n % 3 != 0 {
            self.first_name.push_str(first);
            self.family(family, country, material, chance);
            self.birth_date = (!self.is_firm && chance.happens(700))
                .then(|| today - Duration::days(chance.between(6_700, 31_000)));
        }
        self.address(n, country, material, chance);
        self.contacts(n, country, material, shares, chance);
    }

    fn clear(&mut self) {
        for text in [
            &mut self.number,
            &mut self.first_name,
            &mut self.patronymic,
            &mut self.infix,
            &mut self.last_name,
            &mut self.business_name,
            &mut self.street,
            &mut self.house_number,
            &mut self.postcode,
            &mut self.city,
            &mut self.email,
            &mut self.phone,
            &mut self.mobile,
        ] {
            text.clear();
        }
        self.birth_date = None;
    }

    fn family(&mut self, family: &str, country: Country, material: &Material, chance: &mut Chance) {
        match country {
            Country::Ru => {
                self.last_name.push_str(family);
                self.patronymic.push_str(chance.word(&material.patronymics));
                if self.is_woman {
                    self.last_name.push('а');
                    self.patronymic.push_str("на");
                } else {
                    self.patronymic.push_str("ич");
                }
            }
            _ => {
                let at = family
                    .rfind(' ')
                    .filter(|_| family.starts_with(|c: char| c.is_lowercase() || c == '\''));
                let (infix, last) = at.map_or(("", family), |at| (&family[..at], &family[at + 1..]));
                self.infix.push_str(infix);
                self.last_name.push_str(last);
            }
        }
    }

    fn address(&mut self, n: u64, country: Country, material: &Material, chance: &mut Chance) {
        self.street.push_str(chance.word(&material.streets));
        let _ = write!(self.house_number, "{}", 1 + chance.below(180));
        if chance.happens(120) {
            self.house_number.push(*chance.pick(&['a', 'b', 'c']));
        }
        let (city, first, last) = chance.pick(&material.cities);
        self.city.push_str(city);
        let code = first + chance.below(last - first + 1);
        const LETTERS: &[u8] = b"ABCDEGHJKLMNPRTVWXZ";
        let letter = |k: u64| LETTERS[(k % LETTERS.len() as u64) as usize] as char;
        let _ = match country {
            Country::Nl => write!(self.postcode, "{code} {}{}", letter(n), letter(n / 7 + 3)),
            Country::De => write!(self.postcode, "{code:05}"),
            Country::Ru => write!(self.postcode, "{code}"),
            Country::Gb => {
                let area: String = city.chars().take(2).flat_map(char::to_uppercase).collect();
                write!(
                    self.postcode,
                    "{area}{code} {}{}{}",
                    n % 9 + 1,
                    letter(n),
                    letter(n / 5)
                )
            }
        };
    }

    /// Addresses under domains reserved for examples, and numbers from series that are reserved for fiction (Germany, Great
    /// Britain) or that no subscriber has.
    fn contacts(
        &mut self,
        n: u64,
        country: Country,
        material: &Material,
        shares: Shares,
        chance: &mut Chance,
    ) {
        if chance.happens(shares.email) {
            let name = if self.is_firm {
                "info"
            } else {
                self.first_name.as_str()
            };
            latin(name, &mut self.email);
            if !self.is_firm {
                self.email.push('.');
                latin(&self.last_name, &mut self.email);
            }
            let _ = write!(self.email, "{n}@{}", chance.word(&material.mail));
        }
        let six = (n.wrapping_mul(7_919) + 104_729) % 1_000_000;
        if chance.happens(shares.mobile) {
            let _ = match country {
                Country::Nl => write!(self.mobile, "06-10{six:06}"),
                Country::De if n < 100 => write!(self.mobile, "0171 39200{n:02}"),
                Country::De => write!(self.mobile, "0150 00{six:06}"),
                Country::Ru => write!(self.mobile, "+7 900 0{six:06}"),
                Country::Gb => write!(self.mobile, "07700 000{:03}", six % 1000),
            };
        }
        if chance.happens(shares.phone) {
            let _ = match country {
                Country::Nl => write!(self.phone, "010-0{six:06}"),
                Country::De => write!(self.phone, "030 23125{:03}", six % 1000),
                Country::Ru => write!(self.phone, "8 (495) 0{six:06}"),
                Country::Gb => write!(self.phone, "020 7946 0{:03}", six % 1000),
            };
        }
    }
}

/// A name in the letters of an e-mail address.
fn latin(name: &str, out: &mut String) {
    for c in name.chars().flat_map(char::to_lowercase) {
        let text = match c {
            'a'..='z' | '0'..='9' => {
                out.push(c);
                continue;
            }
            'ä' | 'á' | 'à' | 'а' => "a",
            'ö' | 'ó' | 'о' => "o",
            'ü' | 'ú' | 'у' => "u",
            'ß' => "ss",
            'é' | 'è' | 'ë' | 'е' | 'ё' | 'э' => "e",
            'ş' | 'ш' => "sh",
            'ı' | 'и' | 'í' | 'ï' => "i",
            'ç' | 'ч' => "ch",
            'б' => "b",
            'в' => "v",
            'г' => "g",
            'д' => "d",
            'ж' => "zh",
            'з' => "z",
            'й' => "y",
            'к' => "k",
            'л' => "l",
            'м' => "m",
            'н' => "n",
            'п' => "p",
            'р' => "r",
            'с' => "s",
            'т' => "t",
            'ф' => "f",
            'х' => "kh",
            'ц' => "ts",
            'щ' => "sch",
            'ы' => "y",
            'ю' => "yu",
            'я' => "ya",
            _ => "",
        };
        out.push_str(text);
    }
}
