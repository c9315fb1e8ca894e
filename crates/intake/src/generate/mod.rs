//! Makes an export of a dealer management system of any size, out of invented people: for trying out, for tests and for
//! measuring. The same options give the same files, byte for byte.

mod cars;
mod chance;
mod dirt;
mod material;
mod people;
mod sheet;
mod write;

use std::io;
use std::path::Path;

use carport_domain::Language;
use carport_domain::clock::IsoWeek;
use chrono::NaiveDate;

pub use chance::Chance;
pub use material::Country;
pub use people::Shares;

use crate::text::Encoding;
use cars::{Car, DueWeek};
use people::Person;

/// What to make.
#[derive(Debug, Clone)]
pub struct Options {
    /// How many customers.
    pub customers: u64,
    /// Where chance begins.
    pub seed: u64,
    /// The date of the export; nothing that happened lies after it.
    pub today: NaiveDate,
    /// Whose names, places, plates and numbers.
    pub country: Country,
    /// The language of headers and values; none: the names of the template.
    pub headers: Option<Language>,
    /// How the characters are written.
    pub encoding: Encoding,
    /// The sign between fields.
    pub delimiter: char,
    /// With the faults that real exports have.
    pub dirty: bool,
    /// How many of 1000 customers have what.
    pub shares: Shares,
    /// How many of 1000 customers have a car whose inspection falls in `due_week`.
    pub due_per_mille: u64,
    /// The week in which their inspection falls.
    pub due_week: IsoWeek,
}

impl Options {
    /// A clean export as the template describes it: UTF-8, comma, ISO dates; 2 % are due for inspection six weeks on.
    pub fn clean(customers: u64, seed: u64, today: NaiveDate) -> Self {
        Self {
            customers,
            seed,
            today,
            country: Country::Nl,
            headers: None,
            encoding: Encoding::Utf8,
            delimiter: ',',
            dirty: false,
            shares: Shares {
                email: 780,
                mobile: 700,
                phone: 350,
                firm: 80,
            },
            due_per_mille: 20,
            due_week: IsoWeek::of(today).plus(6),
        }
    }

    /// An export as a dealer in the country would send it, with faults.
    pub fn dirty(customers: u64, seed: u64, today: NaiveDate, country: Country) -> Self {
        let (headers, encoding, delimiter) = match country {
            Country::Nl => (Language::Nl, Encoding::Windows1252, ';'),
            Country::De => (Language::De, Encoding::Windows1252, ';'),
            Country::Ru => (Language::Ru, Encoding::Windows1251, ';'),
            Country::Gb => (Language::En, Encoding::Utf8, '\t'),
        };
        Self {
            country,
            headers: Some(headers),
            encoding,
            delimiter,
            dirty: true,
            ..Self::clean(customers, seed, today)
        }
    }
}

/// What was made: rows per file.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Stats {
    /// Rows of `customers.csv`.
    pub customers: u64,
    /// Rows of `vehicles.csv`.
    pub vehicles: u64,
    /// Rows of `visits.csv`.
    pub visits: u64,
    /// Rows of `invoices.csv`.
    pub invoices: u64,
    /// Rows of `consents.csv`.
    pub consents: u64,
}

/// Makes an export in `dir`, which is made when missing: `customers.csv`, `vehicles.csv`, `visits.csv`, `invoices.csv`
/// and `consents.csv`.
///
/// # Errors
/// A file cannot be written.
pub fn generate(options: &Options, dir: &Path) -> io::Result<Stats> {
    std::fs::create_dir_all(dir)?;
    let material = material::Material::of(options.country);
    let makes = material::makes();
    let mut files = write::Files::create(options, &material, dir)?;
    let (mut person, mut car) = (Person::default(), Car::default());
    let (mut vehicles, mut due_before) = (0, 0);
    for n in 0..options.customers {
        let mut chance = Chance::of(options.seed, n);
        person.invent(
            n,
            options.country,
            &material,
            options.shares,
            options.today,
            &mut chance,
        );
        files.customer(&person, &mut chance)?;
        // spread evenly, so that the share holds exactly for every size
        let due_now = (n + 1) * options.due_per_mille / 1000;
        let is_due = due_now > due_before;
        due_before = due_now;
        let cars = match chance.below(100) {
            0..4 if !is_due => 0,
            0..76 => 1,
            76..94 => 2,
            94..99 => 3,
            _ => 4,
        };
        for k in 0..cars {
            let week = DueWeek(options.due_week.monday());
            let due = is_due && k == 0;
            car.invent(
                vehicles,
                options.country,
                &makes,
                week,
                due,
                person.since,
                options.today,
                &mut chance,
            );
            vehicles += 1;
            files.vehicle(&person, &car, &mut chance)?;
            files.history(&person, &car, &mut chance)?;
        }
        files.consents(&person, &mut chance)?;
    }
    files.finish()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mapping::Mapping;
    use crate::parse::Context;
    use crate::table::{Limits, Table};
    use crate::words::Words;
    use carport_domain::country::CountryCode;
    use carport_store::imports::layout::FileKind;
    use carport_store::imports::row::{Cell, Remark, Row, Sink};
    use std::collections::HashSet;
    use std::convert::Infallible;

    const SUNDAY: NaiveDate = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();

    #[derive(Default)]
    struct Seen {
        rows: u64,
        remarks: Vec<Remark>,
        due_owners: HashSet<String>,
        week: Option<IsoWeek>,
    }
    impl Sink for Seen {
        type Error = Infallible;
        fn row(&mut self, row: &Row<'_>) -> Result<(), Infallible> {
            self.rows += 1;
            let due = FileKind::Vehicles
                .position("inspection_due")
                .and_then(|at| row.cells.get(at))
                .and_then(Cell::date);
            if self.week.is_some() && due.map(IsoWeek::of) == self.week {
                let owner = FileKind::Vehicles.position("customer_number").unwrap();
                self.due_owners
                    .insert(row.cells[owner].text().unwrap_or("").to_owned());
            }
            Ok(())
        }
        fn remark(&mut self, remark: Remark) -> Result<(), Infallible> {
            self.remarks.push(remark);
            Ok(())
        }
    }

    fn read(dir: &Path, kind: FileKind, country: CountryCode, week: Option<IsoWeek>) -> Seen {
        let limits = Limits::default();
        let path = dir.join(format!("{kind}.csv"));
        let table = Table::open(&path, None, &Mapping::default(), Words::shipped(), &limits).unwrap();
        assert_eq!(table.kind(), kind);
        let mut seen = Seen {
            week,
            ..Seen::default()
        };
        table
            .read(
                Context {
                    today: SUNDAY,
                    country,
                },
                &limits,
                Words::shipped(),
                &mut seen,
            )
            .unwrap();
        seen
    }

    #[test]
    fn a_clean_export_is_read_without_a_single_remark_and_holds_the_share_that_is_due() {
        let dir = tempfile::tempdir().unwrap();
        for &country in Country::ALL {
            let options = Options {
                country,
                ..Options::clean(500, 7, SUNDAY)
            };
            let stats = generate(&options, dir.path()).unwrap();
            let code = country.as_str().parse().unwrap();
            for (kind, rows) in [
                (FileKind::Customers, stats.customers),
                (FileKind::Vehicles, stats.vehicles),
                (FileKind::Visits, stats.visits),
                (FileKind::Invoices, stats.invoices),
                (FileKind::Consents, stats.consents),
            ] {
                let week = (kind == FileKind::Vehicles).then_some(options.due_week);
                let seen = read(dir.path(), kind, code, week);
                assert_eq!(seen.remarks.first(), None, "{country} {kind}");
                assert_eq!(seen.rows, rows);
                if week.is_some() {
                    assert_eq!(seen.due_owners.len(), 10, "2 % of 500 customers");
                }
            }
        }
    }

    #[test]
    fn a_dirty_export_is_read_with_some_remarks_and_most_rows_taken() {
        let dir = tempfile::tempdir().unwrap();
        for &country in Country::ALL {
            let stats = generate(&Options::dirty(400, 3, SUNDAY, country), dir.path()).unwrap();
            let code = country.as_str().parse().unwrap();
            let seen = read(dir.path(), FileKind::Customers, code, None);
            assert!(!seen.remarks.is_empty());
            let rejected = seen.remarks.iter().filter(|r| r.rejected).count() as u64;
            assert!(
                seen.rows * 100 > stats.customers * 95,
                "{country}: {} of {}",
                seen.rows,
                stats.customers
            );
            assert!(
                seen.rows + rejected >= stats.customers,
                "{country}: lines vanished without a remark"
            );
            for kind in [
                FileKind::Vehicles,
                FileKind::Visits,
                FileKind::Invoices,
                FileKind::Consents,
            ] {
                assert!(read(dir.path(), kind, code, None).rows > 0, "{country} {kind}");
            }
        }
    }

    #[test]
    fn the_same_options_give_the_same_bytes_and_another_seed_gives_others() {
        let make = |seed| {
            let dir = tempfile::tempdir().unwrap();
            generate(&Options::dirty(50, seed, SUNDAY, Country::Nl), dir.path()).unwrap();
            FileKind::ALL
                .iter()
                .filter_map(|kind| std::fs::read(dir.path().join(format!("{kind}.csv"))).ok())
                .collect::<Vec<_>>()
        };
        assert_eq!(make(1), make(1));
        assert_ne!(make(1), make(2));
    }
}
