//! What the readers hand over: parsed rows, and what was wrong with the others.

use std::borrow::Cow;

use carport_domain::text_enum;
use chrono::NaiveDate;

use super::layout::FileKind;

/// One parsed value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell<'a> {
    /// Nothing stands there.
    Empty,
    /// Text in its normal form.
    Text(Cow<'a, str>),
    /// A whole number; amounts are in cents.
    Number(i64),
    /// A local date.
    Date(NaiveDate),
    /// Yes or no.
    Flag(bool),
}

impl Cell<'_> {
    /// Whether nothing stands there.
    pub const fn is_empty(&self) -> bool {
        matches!(self, Cell::Empty)
    }
    /// The text, if it is one.
    pub fn text(&self) -> Option<&str> {
        match self {
            Cell::Text(text) => Some(text),
            _ => None,
        }
    }
    /// The date, if it is one.
    pub const fn date(&self) -> Option<NaiveDate> {
        match self {
            Cell::Date(date) => Some(*date),
            _ => None,
        }
    }
}

/// One row whose values could be read.
#[derive(Debug)]
pub struct Row<'a> {
    /// The line of the file, counted from 1 as an editor shows it, on which the row begins.
    pub line: u64,
    /// One cell for each of [`FileKind::columns`] and then of [`FileKind::derived`], in that order.
    pub cells: &'a [Cell<'a>],
    /// One bit for each cell, the first the lowest: the file does not say. Either it has no such column, or the value
    /// was left out because it could not be read. What is known already stays.
    pub silent: u64,
}

text_enum! {
    /// Why a row was rejected, or a value of it left out. Each has a text `intake-reason-…` in every language.
    pub enum Reason {
        /// Fewer fields than headers.
        TooFewFields = "too_few_fields",
        /// More fields than headers.
        TooManyFields = "too_many_fields",
        /// A quotation mark opens a field and is never closed.
        UnclosedQuote = "unclosed_quote",
        /// Bytes that are no characters in the file's encoding.
        UnreadableCharacters = "unreadable_characters",
        /// Control characters inside a value.
        ControlCharacter = "control_character",
        /// A spreadsheet formula (SEC-CSV-1).
        Formula = "formula",
        /// A value that must be there is not.
        Required = "required",
        /// Characters that no name has.
        NameCharacters = "name_characters",
        /// Longer than the column allows.
        TooLong = "too_long",
        /// Not a number or code of the dealer management system.
        Key = "key",
        /// Not an e-mail address.
        Email = "email",
        /// Not a telephone number.
        Phone = "phone",
        /// Not a licence plate.
        Plate = "plate",
        /// Not a vehicle identification number.
        Vin = "vin",
        /// Not an engine number.
        EngineNumber = "engine_number",
        /// An address without street, house number or place, where the country asks for them.
        AddressIncomplete = "address_incomplete",
        /// Not a postcode of the country.
        Postcode = "postcode",
        /// Not a country.
        Country = "country",
        /// Not a language of Carport.
        Language = "language",
        /// Not a date in one of the known forms, or a day that does not exist.
        Date = "date",
        /// A date that cannot lie in the future.
        DateInFuture = "date_in_future",
        /// A date before any car or living person.
        DateTooOld = "date_too_old",
        /// Not an amount of money.
        Amount = "amount",
        /// One separator and three digits behind it: thousands or decimals, nobody can tell.
        AmountUnclear = "amount_unclear",
        /// Not a whole number in the column's range.
        Count = "count",
        /// Neither yes nor no.
        Flag = "flag",
        /// Not one of the column's words.
        Choice = "choice",
        /// Opening hours in a form nobody can read.
        OpeningHours = "opening_hours",
        /// Not a time zone.
        TimeZone = "time_zone",
        /// A customer without a surname and without a business name.
        NameMissing = "name_missing",
        /// A car without number, plate and vehicle identification number.
        VehicleUnnamed = "vehicle_unnamed",
        /// A yes without date, origin and wording is not a consent (DESIGN decision 7).
        ConsentWithoutProof = "consent_without_proof",
        /// The same number stands on a later line, which counts.
        DuplicateKey = "duplicate_key",
        /// No customer has this number.
        UnknownCustomer = "unknown_customer",
        /// No car has this number, plate or vehicle identification number.
        UnknownVehicle = "unknown_vehicle",
        /// No location has this code.
        UnknownLocation = "unknown_location",
        /// No legal entity of the company has this name.
        UnknownLegalEntity = "unknown_legal_entity",
        /// No visit has this number.
        UnknownVisit = "unknown_visit",
        /// The customer has no such address or number.
        UnknownContact = "unknown_contact",
        /// The document is not among the delivered files.
        DocumentMissing = "document_missing",
        /// Several documents have this name, or the rows use it for several; which is meant, nobody can tell.
        DocumentAmbiguous = "document_ambiguous",
        /// The document is not a PDF, or too large.
        DocumentUnfit = "document_unfit",
        /// The customer said no later; that stands (CON-10).
        RefusalStands = "refusal_stands",
        /// The customer's data were erased; a file does not bring them back.
        Erased = "erased",
    }
}

/// What was wrong with one line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// In which kind of file.
    pub kind: FileKind,
    /// The line of the file, counted from 1 as an editor shows it.
    pub line: u64,
    /// The column by its name in the template; none where the whole line is wrong.
    pub column: Option<&'static str>,
    /// What stood there, shortened to 200 characters.
    pub value: String,
    /// What is wrong.
    pub reason: Reason,
    /// Whether the row was rejected; otherwise only this value was left out.
    pub rejected: bool,
}

/// Where the readers put what they read. Called row by row, in the order of the file.
pub trait Sink {
    /// What can go wrong when a row is put away.
    type Error;
    /// Takes one row.
    fn row(&mut self, row: &Row<'_>) -> Result<(), Self::Error>;
    /// Takes one remark.
    fn remark(&mut self, remark: Remark) -> Result<(), Self::Error>;
}
