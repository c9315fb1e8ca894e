//! What makes the values of one row a customer, a car, a visit, an invoice or a consent; and what follows from them.

use std::borrow::Cow;

use carport_domain::FieldError;
use carport_domain::country::CountryCode;
use carport_domain::people::{
    AddressInput, CustomerKind, EmailAddress, Gender, NameInput, PersonName, PhoneNumber, PostalAddress, fold,
};
use carport_domain::vehicles::Plate;
use carport_store::imports::layout::FileKind;
use carport_store::imports::row::{Cell, Reason};

/// One row while its values are brought together.
pub struct Draft<'r> {
    /// What the file holds.
    pub kind: FileKind,
    /// One cell for each column, then one for each derived value.
    pub cells: Vec<Cell<'r>>,
    /// One bit for each cell: the file does not say.
    pub silent: u64,
    /// The row's country.
    pub country: CountryCode,
}

/// A fault found by looking at several values together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fault {
    /// The place of the column to name.
    pub place: usize,
    /// What is wrong.
    pub reason: Reason,
    /// Whether it costs the row; else only the values that hang together.
    pub rejects: bool,
}

impl<'r> Draft<'r> {
    fn place(&self, name: &str) -> usize {
        // the names are this file's own literals; a test runs every rule
        self.kind.place(name).unwrap_or_default()
    }
    fn text(&self, name: &str) -> &str {
        self.cells[self.place(name)].text().unwrap_or("")
    }
    fn has(&self, name: &str) -> bool {
        !self.cells[self.place(name)].is_empty()
    }
    fn set(&mut self, name: &str, value: Option<String>) {
        let place = self.place(name);
        self.cells[place] = value.map_or(Cell::Empty, |text| Cell::Text(Cow::Owned(text)));
    }
    fn is_silent(&self, name: &str) -> bool {
        self.silent & (1 << self.place(name)) != 0
    }
    fn speak(&mut self, name: &str) {
        self.silent &= !(1 << self.place(name));
    }
    fn silence(&mut self, name: &str) {
        let place = self.place(name);
        self.silent |= 1 << place;
        self.cells[place] = Cell::Empty;
    }
    fn reject(&self, name: &str, reason: Reason) -> Fault {
        Fault {
            place: self.place(name),
            reason,
            rejects: true,
        }
    }

    /// Applies the rules of the row's kind. Faults come out in the order they were found; after the first that rejects
    /// nothing more is looked at.
    pub fn finish(&mut self) -> Vec<Fault> {
        match self.kind {
            FileKind::Locations => self.address().into_iter().collect(),
            FileKind::Customers => self.customer(),
            FileKind::Vehicles => self.vehicle(),
            FileKind::Visits | FileKind::Invoices => {
                self.fold_plate();
                Vec::new()
            }
            FileKind::Consents => self.consent(),
        }
    }

    fn customer(&mut self) -> Vec<Fault> {
        if let Err(fault) = self.name() {
            return vec![fault];
        }
        let email = self.text("email").parse::<EmailAddress>().ok().map(|e| e.fold());
        self.set("email_folded", email);
        if self.is_silent("email") {
            self.silence("email_folded");
        }
        self.sort_numbers();
        self.address().into_iter().collect()
    }

    fn name(&mut self) -> Result<(), Fault> {
        let parsed = PersonName::parse(NameInput {
            gender: self.text("gender").parse().unwrap_or(Gender::Unspecified),
            initials: self.text("initials"),
            first_name: self.text("first_name"),
            patronymic: self.text("patronymic"),
            infix: self.text("infix"),
            surname: self.text("last_name"),
            company: self.text("business_name"),
        });
        let name = parsed.map_err(|errors| {
            let (field, error) = errors
                .iter()
                .next()
                .map_or(("surname", ""), |(f, e)| (f, e.code.as_str()));
            let column = match field {
                "surname" => "last_name",
                "company" => "business_name",
                other => other,
            };
            let reason = match error {
                "error-too-long" => Reason::TooLong,
                "error-name-characters" => Reason::NameCharacters,
                _ => Reason::NameMissing,
            };
            self.reject(column, reason)
        })?;
        if !self.has("kind") {
            let kind = if name.company.is_some() {
                CustomerKind::Business
            } else {
                CustomerKind::Person
            };
            self.set("kind", Some(kind.to_string()));
        }
        self.set("name_folded", Some(fold(&name.sorted())));
        // what was split off the surname, the file has said
        if !self.is_silent("last_name") {
            self.speak("infix");
        }
        self.speak("kind");
        self.set("initials", name.initials);
        self.set("infix", name.infix);
        self.set("last_name", name.surname);
        Ok(())
    }

    /// Exports put mobile numbers under «telephone» and the other way round; the number itself tells.
    fn sort_numbers(&mut self) {
        let is_mobile = |text: &str| {
            let obvious = ["+316", "+3197", "+4915", "+4916", "+4917", "+79"];
            obvious.iter().any(|prefix| text.starts_with(prefix))
                || text.parse::<PhoneNumber>().is_ok_and(|number| number.is_mobile())
        };
        let (phone, mobile) = (self.place("phone"), self.place("mobile"));
        if self.has("phone") && !self.has("mobile") && is_mobile(self.text("phone")) {
            self.cells.swap(phone, mobile);
            self.silent &= !(1 << mobile);
        } else if self.has("mobile") && !self.has("phone") && !is_mobile(self.text("mobile")) {
            self.cells.swap(phone, mobile);
            self.silent &= !(1 << phone);
        }
    }

    /// Brings the parts of the address together. An address that cannot be read is left out whole.
    fn address(&mut self) -> Option<Fault> {
        const PARTS: [&str; 3] = ["street", "postcode", "city"];
        if PARTS.iter().all(|part| self.is_silent(part)) {
            self.silence_address();
            return None;
        }
        if !PARTS.iter().any(|part| self.has(part)) {
            return None;
        }
        let parsed = PostalAddress::parse(AddressInput {
            street: self.text("street"),
            house_number: self.text("house_number"),
            addition: "",
            postcode: self.text("postcode"),
            city: self.text("city"),
            region: if self.kind == FileKind::Customers {
                self.text("region")
            } else {
                ""
            },
            country: self.country,
        });
        match parsed {
            Ok(address) => {
                // the order of the fields is the type's, so equal addresses are equal texts
                let json = serde_json::to_string(&address).ok();
                self.set("address", json);
                if self.kind == FileKind::Customers {
                    self.set("address_folded", Some(address.key()));
                }
                None
            }
            Err(errors) => {
                self.silence_address();
                let (field, error) = errors.iter().next()?;
                let column = if field == "addition" {
                    "house_number"
                } else {
                    field
                };
                Some(Fault {
                    place: self.place(column),
                    reason: address_reason(error),
                    rejects: false,
                })
            }
        }
    }

    fn silence_address(&mut self) {
        self.silence("address");
        if self.kind == FileKind::Customers {
            self.silence("address_folded");
        }
    }

    fn vehicle(&mut self) -> Vec<Fault> {
        self.fold_plate();
        let key = if self.has("number") {
            self.text("number").to_owned()
        } else if self.has("vin") {
            format!("VIN {}", self.text("vin"))
        } else if self.has("plate_folded") {
            format!("PLATE {}", self.text("plate_folded"))
        } else {
            return vec![self.reject("plate", Reason::VehicleUnnamed)];
        };
        self.set("key", Some(key));
        if self.has("plate") && !self.has("plate_country") {
            let country = self.country.to_string();
            self.set("plate_country", Some(country));
            self.speak("plate_country");
        }
        Vec::new()
    }

    fn fold_plate(&mut self) {
        // the plate was read already: its normal form has the same key
        let folded = self.has("plate").then(|| Plate::key_of(self.text("plate")));
        self.set("plate_folded", folded);
        if self.is_silent("plate") {
            self.silence("plate_folded");
        }
    }

    fn consent(&mut self) -> Vec<Fault> {
        let contact = self.text("contact").to_owned();
        let folded = if contact.is_empty() {
            None
        } else if let Ok(email) = contact.parse::<EmailAddress>() {
            Some(email.fold())
        } else if let Ok(number) = PhoneNumber::parse(&contact, self.country) {
            Some(number.into())
        } else {
            return vec![self.reject("contact", Reason::UnknownContact)];
        };
        self.set("contact_folded", folded);
        let answer = self.place("answer");
        if self.cells[answer] == Cell::Flag(true) {
            if let Some(lacking) = ["date", "origin", "wording"]
                .into_iter()
                .find(|column| !self.has(column))
            {
                return vec![self.reject(lacking, Reason::ConsentWithoutProof)];
            }
        }
        Vec::new()
    }
}

fn address_reason(error: &FieldError) -> Reason {
    match error.code.as_str() {
        code if code.starts_with("error-postcode-empty") => Reason::AddressIncomplete,
        code if code.starts_with("error-postcode") => Reason::Postcode,
        "error-too-long" => Reason::TooLong,
        _ => Reason::AddressIncomplete,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use carport_store::imports::layout::FileKind;
    use chrono::NaiveDate;

    fn draft(kind: FileKind, values: &[(&str, &str)]) -> Draft<'static> {
        let size = kind.columns().len() + kind.derived().len();
        let mut draft = Draft {
            kind,
            cells: vec![Cell::Empty; size],
            silent: 0,
            country: CountryCode::NL,
        };
        for (name, value) in values {
            assert!(kind.position(name).is_some(), "{kind} has no {name}");
            draft.set(name, Some((*value).to_owned()));
        }
        draft
    }

    #[test]
    fn a_name_is_taken_apart_and_folded_and_a_firm_is_recognised() {
        let mut d = draft(
            FileKind::Customers,
            &[("number", "1"), ("last_name", "van der Berg"), ("initials", "jp")],
        );
        assert_eq!(d.finish(), []);
        assert_eq!(
            (
                d.text("infix"),
                d.text("last_name"),
                d.text("initials"),
                d.text("kind")
            ),
            ("van der", "Berg", "J.P.", "person")
        );
        assert!(d.text("name_folded").starts_with("berg"));
        let mut d = draft(
            FileKind::Customers,
            &[("number", "1"), ("business_name", "Bakkerij Zoet B.V.")],
        );
        assert_eq!(d.finish(), []);
        assert_eq!(d.text("kind"), "business");
    }

    #[test]
    fn a_customer_without_any_name_is_rejected() {
        let mut d = draft(
            FileKind::Customers,
            &[("number", "1"), ("email", "jan@example.nl")],
        );
        let faults = d.finish();
        assert_eq!((faults[0].reason, faults[0].rejects), (Reason::NameMissing, true));
    }

    #[test]
    fn a_bad_postcode_costs_the_address_and_not_the_customer() {
        let values = [
            ("number", "1"),
            ("last_name", "Jansen"),
            ("street", "Dorpsstraat 12a"),
            ("postcode", "0123"),
            ("city", "Dorp"),
        ];
        let mut d = draft(FileKind::Customers, &values);
        let faults = d.finish();
        assert_eq!((faults[0].reason, faults[0].rejects), (Reason::Postcode, false));
        assert_eq!(FileKind::Customers.columns()[faults[0].place].name, "postcode");
        assert!(d.is_silent("address") && d.is_silent("address_folded"));
        d.set("postcode", Some("1234ab".into()));
        d.silent = 0;
        assert_eq!(d.finish(), []);
        let address: PostalAddress = serde_json::from_str(d.text("address")).unwrap();
        assert_eq!(
            (address.house_number.as_deref(), address.postcode.as_str()),
            (Some("12a"), "1234 AB")
        );
    }

    #[test]
    fn a_mobile_number_under_telephone_moves_to_its_own_place() {
        let mut d = draft(
            FileKind::Customers,
            &[("number", "1"), ("last_name", "J"), ("phone", "+31612345678")],
        );
        d.silent = 1 << d.place("mobile");
        assert_eq!(d.finish(), []);
        assert_eq!((d.text("phone"), d.text("mobile")), ("", "+31612345678"));
        assert!(!d.is_silent("mobile"));
    }

    #[test]
    fn a_car_is_known_by_its_number_or_its_vin_or_its_plate() {
        for (values, key) in [
            (&[("number", "7"), ("vin", "WVWZZZ1KZAW000001")][..], "7"),
            (
                &[("vin", "WVWZZZ1KZAW000001"), ("plate", "AB-12-CD")][..],
                "VIN WVWZZZ1KZAW000001",
            ),
            (&[("plate", "ab-12-cd")][..], "PLATE AB12CD"),
        ] {
            let mut d = draft(FileKind::Vehicles, values);
            assert_eq!(d.finish(), []);
            assert_eq!(d.text("key"), key);
        }
        assert_eq!(
            draft(FileKind::Vehicles, &[("make", "Opel")]).finish()[0].reason,
            Reason::VehicleUnnamed
        );
    }

    #[test]
    fn a_yes_without_date_origin_or_wording_is_no_consent_and_a_no_always_counts() {
        let day = NaiveDate::from_ymd_opt(2025, 3, 1).unwrap();
        let base = [
            ("customer_number", "1"),
            ("purpose", "newsletter"),
            ("channel", "email"),
        ];
        let make = |yes: bool, dated: bool, rest: &[(&'static str, &'static str)]| {
            let mut d = draft(FileKind::Consents, &[&base[..], rest].concat());
            let (answer, date) = (d.place("answer"), d.place("date"));
            d.cells[answer] = Cell::Flag(yes);
            if dated {
                d.cells[date] = Cell::Date(day);
            }
            d.finish()
                .first()
                .map(|f| (FileKind::Consents.columns()[f.place].name, f.reason))
        };
        let full = [("origin", "balie"), ("wording", "Ja, ik wil")];
        assert_eq!(make(true, true, &full), None);
        assert_eq!(
            make(true, false, &full),
            Some(("date", Reason::ConsentWithoutProof))
        );
        assert_eq!(
            make(true, true, &full[1..]),
            Some(("origin", Reason::ConsentWithoutProof))
        );
        assert_eq!(
            make(true, true, &full[..1]),
            Some(("wording", Reason::ConsentWithoutProof))
        );
        assert_eq!(make(false, false, &[]), None);
        assert_eq!(
            make(false, false, &[("contact", "???")]),
            Some(("contact", Reason::UnknownContact))
        );
    }
}
