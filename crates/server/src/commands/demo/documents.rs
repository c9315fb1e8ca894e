//! The documents of the demo's invoices: made from what the export says of customer, car and invoice, as the company's own
//! system would have made them, and delivered beside the export.

use std::collections::{BTreeMap, HashMap};
use std::convert::Infallible;
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use carport_documents::{Car, Document, Fact, Invoice, InvoiceLine, Plate, render};
use carport_domain::Texts;
use carport_domain::country::CountryCode;
use carport_domain::people::PostalAddress;
use carport_intake::{Context, Delivery, FileKind, Limits, Mapping, Words};
use carport_store::imports::row::{Cell, Remark, Row, Sink};
use chrono::NaiveDate;
use serde::Deserialize;

use super::companies::DemoCompany;

/// What stands on the invoices of one company, by the invoice's number.
pub type Contents = BTreeMap<String, Content>;

/// What stands on one invoice.
#[derive(Debug, Deserialize)]
pub struct Content {
    lines: Vec<Line>,
    #[serde(default)]
    payment: Vec<String>,
    #[serde(default)]
    remarks: Vec<String>,
}

/// One line; without a quantity it is one piece, without a rate of VAT the usual one.
#[derive(Debug, Deserialize)]
struct Line {
    text: String,
    quantity: Option<i64>,
    #[serde(default)]
    unit: String,
    price: i64,
    vat: Option<u32>,
}

/// The usual rate of VAT in the Netherlands, hundredths of a percent.
const VAT: u32 = 2_100;

/// Writes the documents that the export's invoices name into its folder; their paths.
///
/// # Errors
/// The export cannot be read, an invoice's content does not come to its amount, or a document cannot be made.
pub fn deliver(
    company: &DemoCompany,
    contents: &Contents,
    today: NaiveDate,
    (folder, files): (&Path, &Vec<PathBuf>),
) -> anyhow::Result<Vec<PathBuf>> {
    let export = Export::read(files, today, company.country())?;
    let mut paths = Vec::new();
    for row in export.of(FileKind::Invoices) {
        let (Some(name), Some(content)) = (
            row.get("document"),
            row.get("number").and_then(|n| contents.get(n)),
        ) else {
            continue;
        };
        let invoice = export
            .invoice(company, row, content)
            .with_context(|| format!("the invoice {name}"))?;
        let path = folder.join(name);
        std::fs::write(&path, render(&Document::Invoice(invoice))?)?;
        paths.push(path);
    }
    Ok(paths)
}

/// One row of the export, by column.
type Values = HashMap<&'static str, String>;

/// The rows of an export.
#[derive(Default)]
struct Export(HashMap<FileKind, Vec<Values>>);

/// Takes the rows of one file.
struct Take(FileKind, Vec<Values>);

impl Sink for Take {
    type Error = Infallible;

    fn row(&mut self, row: &Row<'_>) -> Result<(), Infallible> {
        let names = self.0.columns().iter().map(|column| column.name);
        let values = names.chain(self.0.derived().iter().copied()).zip(row.cells);
        let filled = values.filter_map(|(name, cell)| {
            let text = match cell {
                Cell::Empty => return None,
                Cell::Text(text) => text.to_string(),
                Cell::Number(number) => number.to_string(),
                Cell::Date(date) => date.to_string(),
                Cell::Flag(flag) => flag.to_string(),
            };
            Some((name, text))
        });
        self.1.push(filled.collect());
        Ok(())
    }

    fn remark(&mut self, _: Remark) -> Result<(), Infallible> {
        Ok(())
    }
}

impl Export {
    fn read(files: &[PathBuf], today: NaiveDate, country: CountryCode) -> anyhow::Result<Self> {
        let (words, limits) = (Words::shipped(), Limits::default());
        let delivery = Delivery::open(files, &std::env::temp_dir(), &Mapping::default(), words, &limits);
        let context = Context { today, country };
        let mut export = Self::default();
        for table in &delivery.tables {
            let mut take = Take(table.kind(), Vec::new());
            table
                .read(context, &limits, words, &mut take)
                .map_err(|e| anyhow::anyhow!("{e:?}"))?;
            export.0.insert(take.0, take.1);
        }
        Ok(export)
    }

    fn of(&self, kind: FileKind) -> &[Values] {
        self.0.get(&kind).map_or(&[], Vec::as_slice)
    }

    fn find(&self, kind: FileKind, number: Option<&String>) -> Option<&Values> {
        self.of(kind)
            .iter()
            .find(|row| number.is_some() && row.get("number") == number)
    }

    fn invoice(&self, company: &DemoCompany, row: &Values, content: &Content) -> anyhow::Result<Invoice> {
        let date = row.get("date").context("no date")?.parse()?;
        let customer = self
            .find(FileKind::Customers, row.get("customer_number"))
            .context("no such customer")?;
        let car = self.find(FileKind::Vehicles, row.get("vehicle_number"));
        let header = |kind: FileKind, column: &str| {
            let place = kind.position(column).unwrap_or_default();
            let word = Words::shipped()
                .header(kind, place, company.language)
                .unwrap_or(column);
            let mut letters = word.chars();
            let first: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
            first + letters.as_str()
        };
        let references = ["customer_number", "visit_number"]
            .into_iter()
            .filter_map(|column| Some(Fact::new(header(FileKind::Invoices, column), row.get(column)?)));
        let invoice = Invoice {
            language: company.language,
            sender: company.sender()?,
            customer: address_lines(customer, company),
            number: row.get("number").cloned().unwrap_or_default(),
            date,
            delivered: date,
            due: None,
            references: references.collect(),
            car: car.map(car_of),
            currency: company.currency()?,
            lines: content.lines.iter().map(line).collect(),
            payment: content.payment.clone(),
            remarks: content.remarks.clone(),
        };
        let gross = invoice.totals().gross.cents.to_string();
        anyhow::ensure!(
            row.get("amount") == Some(&gross),
            "its lines come to {gross} cents, the export says {:?}",
            row.get("amount")
        );
        Ok(invoice)
    }
}

fn line(line: &Line) -> InvoiceLine {
    InvoiceLine {
        description: line.text.clone(),
        quantity_thousandths: line.quantity.unwrap_or(1_000),
        unit: line.unit.clone(),
        unit_price_cents: line.price,
        vat_basis_points: line.vat.unwrap_or(VAT),
    }
}

fn joined(row: &Values, columns: &[&str]) -> String {
    let parts: Vec<&str> = columns
        .iter()
        .filter_map(|column| row.get(column).map(String::as_str))
        .collect();
    parts.join(" ")
}

fn address_lines(customer: &Values, company: &DemoCompany) -> Vec<String> {
    let address = customer
        .get("address")
        .and_then(|json| serde_json::from_str::<PostalAddress>(json).ok());
    let mut lines: Vec<String> = customer.get("business_name").cloned().into_iter().collect();
    lines.push(joined(customer, &["first_name", "infix", "last_name"]));
    lines.extend(
        address
            .map(|address| address.lines(company.country(), &Texts::new(company.language)))
            .unwrap_or_default(),
    );
    lines.retain(|line| !line.is_empty());
    lines
}

fn car_of(car: &Values) -> Car {
    Car {
        plate: car.get("plate").map(|plate| Plate {
            country: car.get("plate_country").cloned().unwrap_or_default(),
            text: plate.clone(),
        }),
        name: joined(car, &["make", "model"]),
        facts: Vec::new(),
    }
}
