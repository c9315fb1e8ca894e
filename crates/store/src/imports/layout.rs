//! The files of a dealer management system as Carport understands them: their kinds and their columns (F194).
//!
//! This is the one list of columns. The readers parse by it, the staging tables are made from it, and the template in
//! `docs/dms-template/` is held against it by a test.

use carport_domain::text_enum;

text_enum! {
    /// What one file holds. The order is the order of merging: a row may name rows of the kinds before its own.
    pub enum FileKind {
        /// The sites of the company.
        Locations = "locations",
        /// The people and firms.
        Customers = "customers",
        /// The cars and who owns, drives and pays for them.
        Vehicles = "vehicles",
        /// The visits to workshop, showroom and counter.
        Visits = "visits",
        /// The invoices, each with its document where there is one.
        Invoices = "invoices",
        /// The answers that customers gave on being written to or called.
        Consents = "consents",
    }
}

/// How a value is written, and so how it is parsed and stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A number or code of the dealer management system: at most 64 characters, never interpreted.
    Key,
    /// The number of a customer.
    CustomerNumber,
    /// One line of text of at most so many characters.
    Line(u16),
    /// Text of several lines of at most so many characters.
    Note(u16),
    /// An e-mail address.
    Email,
    /// A telephone number; without a country code it is one of the row's country.
    Phone,
    /// A licence plate.
    Plate,
    /// A vehicle identification number or an older chassis number.
    Vin,
    /// A part of a postal address; the parts are read together, by the rules of the row's country.
    AddressPart,
    /// An ISO 3166-1 alpha-2 code or a country's name.
    Country,
    /// A language of Carport, by code or name.
    Language,
    /// A local date; a time of day behind it is dropped.
    Date,
    /// An amount of money, stored in cents.
    Amount,
    /// A whole number from 0 to the given one.
    Count(i64),
    /// The number on an engine.
    EngineNumber,
    /// What a car runs on; an unknown word is «unknown».
    Fuel,
    /// The shape of a car; an unknown word is «unknown».
    Body,
    /// What a visit was for; an unknown word is «other».
    VisitKind,
    /// A salutation, or a word for man or woman; any other word is «not said».
    Gender,
    /// An IANA time zone.
    TimeZone,
    /// The opening hours of a week, stored as JSON.
    OpeningHours,
    /// Yes or no.
    Flag,
    /// One of a few words; the list has a name in `synonyms.toml`.
    Choice(&'static str),
}

/// How a staged value is stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Storage {
    /// TEXT.
    Text,
    /// BIGINT.
    Number,
    /// DATE.
    Date,
    /// BOOLEAN.
    Flag,
}

impl Form {
    /// The column type of a value of this form; none where it is not staged by itself.
    pub const fn storage(self) -> Option<Storage> {
        match self {
            Form::AddressPart => None,
            Form::Date => Some(Storage::Date),
            Form::Amount | Form::Count(_) => Some(Storage::Number),
            Form::Flag => Some(Storage::Flag),
            _ => Some(Storage::Text),
        }
    }
}

/// One column of a kind of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    /// Its name in the template, in the staging table and in a saved mapping.
    pub name: &'static str,
    /// How its values are written.
    pub form: Form,
    /// Whether a row without it is rejected, and a file without it is not read.
    pub required: bool,
}

const fn must(name: &'static str, form: Form) -> Column {
    Column {
        name,
        form,
        required: true,
    }
}

const fn may(name: &'static str, form: Form) -> Column {
    Column {
        name,
        form,
        required: false,
    }
}

const LOCATIONS: &[Column] = &[
    must("code", Form::Key),
    must("name", Form::Line(120)),
    may("region", Form::Line(80)),
    may("legal_entity", Form::Line(120)),
    may("street", Form::AddressPart),
    may("house_number", Form::AddressPart),
    may("postcode", Form::AddressPart),
    may("city", Form::AddressPart),
    may("country", Form::Country),
    may("phone", Form::Phone),
    may("email", Form::Email),
    may("time_zone", Form::TimeZone),
    may("opening_hours", Form::OpeningHours),
];

const CUSTOMERS: &[Column] = &[
    must("number", Form::CustomerNumber),
    may("kind", Form::Choice("customer_kind")),
    may("gender", Form::Gender),
    may("initials", Form::Line(80)),
    may("first_name", Form::Line(80)),
    may("patronymic", Form::Line(80)),
    may("infix", Form::Line(80)),
    may("last_name", Form::Line(80)),
    may("business_name", Form::Line(80)),
    may("birth_date", Form::Date),
    may("language", Form::Language),
    may("street", Form::AddressPart),
    may("house_number", Form::AddressPart),
    may("postcode", Form::AddressPart),
    may("city", Form::AddressPart),
    may("region", Form::AddressPart),
    may("country", Form::Country),
    may("email", Form::Email),
    may("phone", Form::Phone),
    may("mobile", Form::Phone),
    may("collected_on", Form::Date),
    may("location", Form::Key),
];

const VEHICLES: &[Column] = &[
    may("number", Form::Key),
    may("customer_number", Form::CustomerNumber),
    may("driver_number", Form::CustomerNumber),
    may("payer_number", Form::CustomerNumber),
    may("owned_from", Form::Date),
    may("owned_until", Form::Date),
    may("plate", Form::Plate),
    may("plate_country", Form::Country),
    may("vin", Form::Vin),
    may("engine_number", Form::EngineNumber),
    may("make", Form::Line(60)),
    may("model", Form::Line(80)),
    may("version", Form::Line(120)),
    may("body", Form::Body),
    may("colour", Form::Line(60)),
    may("fuel", Form::Fuel),
    may("first_registration", Form::Date),
    may("inspection_due", Form::Date),
    may("maintenance_due", Form::Date),
    may("mileage", Form::Count(2_000_000)),
    may("mileage_on", Form::Date),
];

const VISITS: &[Column] = &[
    must("number", Form::Key),
    must("customer_number", Form::CustomerNumber),
    may("vehicle_number", Form::Key),
    may("plate", Form::Plate),
    may("vin", Form::Vin),
    must("date", Form::Date),
    may("kind", Form::VisitKind),
    may("mileage", Form::Count(2_000_000)),
    may("description", Form::Note(2_000)),
    may("advisor", Form::Line(80)),
    may("location", Form::Key),
];

const INVOICES: &[Column] = &[
    must("number", Form::Key),
    must("customer_number", Form::CustomerNumber),
    may("vehicle_number", Form::Key),
    may("plate", Form::Plate),
    may("vin", Form::Vin),
    may("visit_number", Form::Key),
    must("date", Form::Date),
    may("category", Form::Choice("invoice_category")),
    must("amount", Form::Amount),
    may("currency", Form::Choice("currency")),
    may("description", Form::Note(2_000)),
    may("document", Form::Line(200)),
    may("location", Form::Key),
];

const CONSENTS: &[Column] = &[
    must("customer_number", Form::CustomerNumber),
    must("purpose", Form::Choice("purpose")),
    must("channel", Form::Choice("channel")),
    may("contact", Form::Line(254)),
    must("answer", Form::Flag),
    may("date", Form::Date),
    may("wording", Form::Note(2_000)),
    may("origin", Form::Line(120)),
    may("location", Form::Key),
];

impl FileKind {
    /// Its columns, in the order of the template and of the staging table.
    pub const fn columns(self) -> &'static [Column] {
        match self {
            FileKind::Locations => LOCATIONS,
            FileKind::Customers => CUSTOMERS,
            FileKind::Vehicles => VEHICLES,
            FileKind::Visits => VISITS,
            FileKind::Invoices => INVOICES,
            FileKind::Consents => CONSENTS,
        }
    }

    /// What is worked out from several columns, or for comparing, and staged beside them.
    pub const fn derived(self) -> &'static [&'static str] {
        match self {
            FileKind::Locations => &["address"],
            FileKind::Customers => &["name_folded", "email_folded", "address", "address_folded"],
            FileKind::Vehicles => &["key", "plate_folded"],
            FileKind::Visits => &["plate_folded"],
            FileKind::Invoices => &["plate_folded", "document_key"],
            FileKind::Consents => &["contact_folded"],
        }
    }

    /// The staged column that tells one row from another; consents have none, since each is an entry of its own.
    pub const fn key(self) -> Option<&'static str> {
        match self {
            FileKind::Locations => Some("code"),
            FileKind::Customers | FileKind::Visits | FileKind::Invoices => Some("number"),
            FileKind::Vehicles => Some("key"),
            FileKind::Consents => None,
        }
    }

    /// The kinds of contact point a row may bring; each gets an id of its own, in a staged column `<kind>_id`.
    pub const fn contact_points(self) -> &'static [&'static str] {
        match self {
            FileKind::Customers => &["email", "mobile", "phone", "address"],
            _ => &[],
        }
    }

    /// Every staged value with its type: the columns that are staged by themselves, then what is derived. The number is
    /// its place among the cells of a row.
    pub(crate) fn staged(self) -> impl Iterator<Item = (usize, &'static str, Storage)> {
        let columns = self
            .columns()
            .iter()
            .enumerate()
            .filter_map(|(n, c)| Some((n, c.name, c.form.storage()?)));
        let first = self.columns().len();
        columns.chain(
            self.derived()
                .iter()
                .enumerate()
                .map(move |(n, name)| (first + n, *name, Storage::Text)),
        )
    }

    /// The bit that says the file is silent about a value ([`super::row::Row::silent`]); 0 where there is no such value.
    pub(crate) fn bit(self, name: &str) -> i64 {
        self.place(name).map_or(0, |place| 1 << place)
    }

    /// The place of a column or of a derived value among the cells of a row.
    pub fn place(self, name: &str) -> Option<usize> {
        let derived = || {
            let at = self.derived().iter().position(|d| *d == name)?;
            Some(self.columns().len() + at)
        };
        self.position(name).or_else(derived)
    }

    /// The place of a column in [`FileKind::columns`].
    pub fn position(self, name: &str) -> Option<usize> {
        self.columns().iter().position(|column| column.name == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_kind_of_file_has_two_columns_of_one_name() {
        for kind in FileKind::ALL {
            for (place, column) in kind.columns().iter().enumerate() {
                assert_eq!(kind.position(column.name), Some(place), "{kind}: {}", column.name);
            }
        }
    }
}
