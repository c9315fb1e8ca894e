//! The template in `docs/dms-template/` says what the readers do.

use std::convert::Infallible;
use std::path::{Path, PathBuf};

use carport_domain::country::CountryCode;
use carport_intake::{Context, Delivery, FileKind, Limits, Mapping, Table, Words};
use carport_store::imports::layout::Form;
use carport_store::imports::row::{Remark, Row, Sink};
use chrono::NaiveDate;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/dms-template")
}

#[derive(Default)]
struct Seen(u64, Vec<Remark>);

impl Sink for Seen {
    type Error = Infallible;
    fn row(&mut self, _: &Row<'_>) -> Result<(), Infallible> {
        self.0 += 1;
        Ok(())
    }
    fn remark(&mut self, remark: Remark) -> Result<(), Infallible> {
        self.1.push(remark);
        Ok(())
    }
}

#[test]
fn every_file_of_the_template_has_exactly_the_known_columns_and_three_rows_that_can_be_read() {
    let limits = Limits::default();
    let scratch = std::env::temp_dir();
    let delivery = Delivery::open(
        &[folder()],
        &scratch,
        &Mapping::default(),
        Words::shipped(),
        &limits,
    );
    assert!(delivery.problems.is_empty(), "{:?}", delivery.problems);
    assert_eq!(
        delivery.tables.iter().map(Table::kind).collect::<Vec<_>>(),
        FileKind::ALL
    );
    for table in &delivery.tables {
        let kind = table.kind();
        let headers: Vec<&str> = table
            .binding
            .headers
            .iter()
            .map(|(header, _)| header.as_str())
            .collect();
        let columns: Vec<&str> = kind.columns().iter().map(|column| column.name).collect();
        assert_eq!(headers, columns, "{kind}");
        assert_eq!(delivery.promised[&kind], 3);
        let context = Context {
            today: NaiveDate::from_ymd_opt(2026, 11, 22).unwrap(),
            country: CountryCode::NL,
        };
        let mut seen = Seen::default();
        table.read(context, &limits, Words::shipped(), &mut seen).unwrap();
        assert_eq!(seen.1, [], "{kind}");
        assert_eq!(seen.0, 3, "{kind}");
    }
}

/// What the format must say.
fn facts(form: Form) -> Vec<String> {
    let grouped = |n: u16| match n {
        1_000.. => format!("{} {:03}", n / 1_000, n % 1_000),
        _ => n.to_string(),
    };
    match form {
        Form::Key => vec!["64 characters".into()],
        Form::CustomerNumber => vec!["30 characters".into()],
        Form::Line(max) => vec![format!("up to {} characters", grouped(max))],
        Form::Note(max) => vec![
            "several lines".into(),
            format!("up to {} characters", grouped(max)),
        ],
        Form::Email => vec!["e-mail".into()],
        Form::Phone => vec!["telephone".into()],
        Form::Date => vec!["date".into()],
        Form::Amount => vec!["amount".into()],
        Form::Flag => vec!["`yes`".into(), "`no`".into()],
        Form::Choice(list) => Words::shipped()
            .choices(list)
            .into_iter()
            .map(|value| format!("`{value}`"))
            .collect(),
        _ => Vec::new(),
    }
}

#[test]
fn the_readme_documents_every_column_with_its_need_and_its_usual_headers() {
    let readme = std::fs::read_to_string(folder().join("README.md")).unwrap();
    for &kind in FileKind::ALL {
        let section = readme
            .split(&format!("\n## {kind}.csv\n"))
            .nth(1)
            .unwrap_or_else(|| panic!("{kind} has no section"));
        let section = section.split("\n## ").next().unwrap();
        let rows: Vec<&str> = section.lines().filter(|line| line.starts_with("| `")).collect();
        assert_eq!(rows.len(), kind.columns().len(), "{kind}");
        for (place, (row, column)) in rows.iter().zip(kind.columns()).enumerate() {
            let cells: Vec<&str> = row.split('|').map(str::trim).collect();
            assert_eq!(cells[1], format!("`{}`", column.name), "{kind}");
            assert_eq!(cells[2] == "yes", column.required, "{kind}.{}", column.name);
            assert!(
                !cells[3].is_empty() && !cells[4].is_empty(),
                "{kind}.{} is not explained",
                column.name
            );
            for fact in facts(column.form) {
                assert!(
                    cells[4].contains(&fact),
                    "{kind}.{}: «{fact}» is not said",
                    column.name
                );
            }
            for &language in carport_domain::Language::ALL {
                let header = Words::shipped().header(kind, place, language).unwrap();
                assert!(
                    cells[5].contains(header),
                    "{kind}.{}: «{header}» is not named",
                    column.name
                );
            }
        }
    }
}
