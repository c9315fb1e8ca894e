//! What changed, as files the dealer management system can read back: the template's own columns, one row for each changed
//! customer and car with the values that count now (F68).

use carport_domain::consent::proof::csv_cell;
use carport_domain::people::{PhoneNumber, PostalAddress};
use carport_domain::{ChangeId, CountryCode, CustomerId, Timestamp, VehicleId};
use carport_store::changes::ChangeForDms;
use carport_store::customers::{ContactPoint, Customer, Vehicle};
use carport_store::imports::layout::FileKind;
use carport_store::{CompanyTx, Result};

/// The files of one export, and the changes that are in them.
#[derive(Debug, Default)]
pub struct ChangeExport {
    /// `customers.csv`; none when no customer changed.
    pub customers: Option<Vec<u8>>,
    /// `vehicles.csv`; none when no car changed.
    pub vehicles: Option<Vec<u8>>,
    /// The changes in them; mark them with [`CompanyTx::mark_changes_exported`] once the files are handed over.
    pub changes: Vec<ChangeId>,
}

impl ChangeExport {
    /// The files with their names.
    pub fn files(&self) -> impl Iterator<Item = (&'static str, &[u8])> {
        [
            ("customers.csv", &self.customers),
            ("vehicles.csv", &self.vehicles),
        ]
        .into_iter()
        .filter_map(|(name, file)| Some((name, file.as_deref()?)))
    }
}

/// Writes the files for changes that were not exported yet, at most `limit` of them. Customers whom the DMS does not know
/// have an empty number: a new row there.
pub async fn export_changes(tx: &mut CompanyTx<'_>, limit: i64) -> Result<ChangeExport> {
    let changes = tx.unexported_changes(limit).await?;
    files(tx, &changes).await
}

/// Writes the files of an earlier export once more, with the values that count now: for a download that got lost.
pub async fn export_changes_again(tx: &mut CompanyTx<'_>, at: Timestamp) -> Result<ChangeExport> {
    let changes = tx.exported_changes(at).await?;
    files(tx, &changes).await
}

/// Writes the files for all changes that the DMS has not confirmed, also those of earlier exports.
pub async fn export_unconfirmed(tx: &mut CompanyTx<'_>, limit: i64) -> Result<ChangeExport> {
    let changes = tx.unconfirmed_changes(limit).await?;
    files(tx, &changes).await
}

async fn files(tx: &mut CompanyTx<'_>, changes: &[ChangeForDms]) -> Result<ChangeExport> {
    let mut customers: Vec<CustomerId> = changes
        .iter()
        .filter(|c| c.vehicle_id.is_none())
        .map(|c| c.customer_id)
        .collect();
    let mut vehicles: Vec<(VehicleId, Option<String>)> = changes
        .iter()
        .filter_map(|c| Some((c.vehicle_id?, c.customer_number.clone())))
        .collect();
    customers.sort_unstable();
    customers.dedup();
    vehicles.sort_unstable();
    vehicles.dedup();
    let mut export = ChangeExport {
        changes: changes.iter().map(|change| change.id).collect(),
        ..ChangeExport::default()
    };
    if !customers.is_empty() {
        let home = tx.profile().await?.country.parse().unwrap_or(CountryCode::NL);
        let mut file = CsvFile::new(FileKind::Customers, &CUSTOMER);
        for id in customers {
            if let Some(customer) = tx.customer(id).await? {
                let points = tx.contact_points(id).await?;
                file.row(|column| customer_cell(column, &customer, &points, home));
            }
        }
        export.customers = Some(file.done());
    }
    if !vehicles.is_empty() {
        let mut file = CsvFile::new(FileKind::Vehicles, &VEHICLE);
        for (id, number) in vehicles {
            if let Some(vehicle) = tx.vehicle(id).await? {
                file.row(|column| vehicle_cell(column, &vehicle, number.as_deref()));
            }
        }
        export.vehicles = Some(file.done());
    }
    Ok(export)
}

/// The columns of the template that these files have. What they do not have says nothing, so that a system that reads one
/// keeps its own word there.
const CUSTOMER: [&str; 19] = [
    "number",
    "kind",
    "gender",
    "initials",
    "first_name",
    "infix",
    "last_name",
    "business_name",
    "birth_date",
    "language",
    "street",
    "house_number",
    "postcode",
    "city",
    "region",
    "country",
    "email",
    "phone",
    "mobile",
];
const VEHICLE: [&str; 16] = [
    "number",
    "customer_number",
    "plate",
    "plate_country",
    "vin",
    "make",
    "model",
    "version",
    "body",
    "fuel",
    "colour",
    "first_registration",
    "inspection_due",
    "maintenance_due",
    "mileage",
    "mileage_on",
];

fn customer_cell(column: &str, customer: &Customer, points: &[ContactPoint], home: CountryCode) -> String {
    let point = |kind: &str| {
        points
            .iter()
            .rfind(|p| p.kind == kind && p.invalid_since.is_none())
            .map(|p| p.value.clone())
    };
    let address = || {
        points
            .iter()
            .rfind(|p| p.kind == "address")
            .and_then(|p| serde_json::from_str::<PostalAddress>(&p.value).ok())
    };
    let value = match column {
        "number" => customer.dms_number.clone(),
        "kind" => Some(customer.kind.clone()),
        "gender" => customer.gender.clone(),
        "initials" => customer.initials.clone(),
        "first_name" => customer.first_name.clone(),
        "infix" => customer.infix.clone(),
        "last_name" => Some(customer.last_name.clone()),
        "business_name" => customer.business_name.clone(),
        "birth_date" => customer.birth_date.map(|date| date.to_string()),
        "language" => customer.language.map(|language| language.to_string()),
        "street" => address().map(|a| a.street),
        "house_number" => address().map(|a| {
            [a.house_number, a.addition]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join(" ")
        }),
        "postcode" => address().map(|a| a.postcode),
        "city" => address().map(|a| a.city),
        "region" => address().and_then(|a| a.region),
        "country" => address().map(|a| a.country.as_str().to_owned()),
        "email" => point(column),
        // as it is dialled in the row's country: a plus at its beginning would have to be guarded, and few systems take guards off
        "phone" | "mobile" => point(column).map(|number| {
            let country = address().map_or(home, |a| a.country);
            let read = number.parse::<PhoneNumber>();
            read.map_or(number, |n| n.formatted(country))
        }),
        _ => None,
    };
    value.unwrap_or_default()
}

fn vehicle_cell(column: &str, vehicle: &Vehicle, customer_number: Option<&str>) -> String {
    let value = match column {
        "number" => vehicle.dms_number.clone(),
        // whose a known car is, the system knows itself: somebody else may have changed it
        "customer_number" if vehicle.dms_number.is_none() => customer_number.map(str::to_owned),
        "plate" => vehicle.plate.clone(),
        "plate_country" => vehicle.plate_country.clone(),
        "vin" => vehicle.vin.clone(),
        "make" => vehicle.make.clone(),
        "model" => vehicle.model.clone(),
        "version" => vehicle.version.clone(),
        "body" => vehicle.body.clone(),
        "fuel" => vehicle.fuel.clone(),
        "colour" => vehicle.colour.clone(),
        "first_registration" => vehicle.first_registration.map(|date| date.to_string()),
        "inspection_due" => vehicle.inspection_due.map(|date| date.to_string()),
        "maintenance_due" => vehicle.maintenance_due.map(|date| date.to_string()),
        "mileage" => vehicle.mileage.map(|km| km.to_string()),
        "mileage_on" => vehicle.mileage_on.map(|date| date.to_string()),
        _ => None,
    };
    value.unwrap_or_default()
}

/// A CSV file of the template's form: semicolons, a header, CRLF (RFC 4180), cells that no spreadsheet takes for a formula.
struct CsvFile {
    columns: Vec<&'static str>,
    text: String,
}

impl CsvFile {
    fn new(kind: FileKind, wanted: &[&str]) -> Self {
        let all = kind.columns().iter().map(|column| column.name);
        let columns: Vec<&'static str> = all.filter(|name| wanted.contains(name)).collect();
        // The byte order mark tells spreadsheets that the file is UTF-8; the import skips it.
        let mut file = Self {
            text: "\u{feff}".to_owned(),
            columns,
        };
        file.line(
            &file
                .columns
                .iter()
                .map(|name| (*name).to_owned())
                .collect::<Vec<_>>(),
        );
        file
    }

    fn row(&mut self, cell: impl Fn(&str) -> String) {
        let cells: Vec<String> = self.columns.iter().map(|column| cell(column)).collect();
        self.line(&cells);
    }

    fn line(&mut self, cells: &[String]) {
        let cells: Vec<String> = cells.iter().map(|cell| csv_cell(cell)).collect();
        self.text.push_str(&cells.join(";"));
        self.text.push_str("\r\n");
    }

    fn done(self) -> Vec<u8> {
        self.text.into_bytes()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_taken_for_a_formula_and_none_breaks_its_row() {
        let mut file = CsvFile::new(FileKind::Customers, &["number", "last_name", "city"]);
        file.row(|column| match column {
            "number" => " =HYPERLINK(\"x\")".to_owned(),
            "last_name" => "\u{ff0b}cmd".to_owned(),
            _ => "a;b".to_owned(),
        });
        let file = String::from_utf8(file.done()).unwrap();
        let row = file.lines().nth(1).unwrap();
        assert_eq!(row, "\"' =HYPERLINK(\"\"x\"\")\";'\u{ff0b}cmd;\"a;b\"");
    }

    #[test]
    fn the_headers_are_the_templates() {
        let file = String::from_utf8(CsvFile::new(FileKind::Customers, &CUSTOMER).done()).unwrap();
        assert!(file.starts_with("\u{feff}number;kind;gender;"));
        assert!(file.ends_with(";email;phone;mobile\r\n"));
        for (kind, columns) in [
            (FileKind::Customers, &CUSTOMER[..]),
            (FileKind::Vehicles, &VEHICLE[..]),
        ] {
            assert!(columns.iter().all(|name| kind.position(name).is_some()), "{kind}");
        }
    }
}
