//! What came of an import in words: the error file, and what is wrong with a file or a delivery.

use carport_domain::Texts;
use carport_domain::consent::proof::csv_cell;
use carport_store::imports::layout::FileKind;
use carport_store::imports::{Doubt, Import, StoredRemark};

use crate::delivery::DeliveryProblem;
use crate::table::FileProblem;
use crate::words::Words;

/// The first line of the error file, with the mark that tells spreadsheets its encoding.
pub fn head(t: &Texts) -> String {
    let names =
        ["file", "line", "column", "value", "reason", "outcome"].map(|word| t.choice("intake-report", word));
    format!("\u{feff}{}\r\n", cells(&names))
}

/// A remark as a line of the error file (B8). What stood in the file is never a formula here (SEC-CSV-1).
pub fn line(import: &Import, remark: &StoredRemark, t: &Texts) -> String {
    let file = import
        .file(remark.kind)
        .map_or(remark.kind.as_str(), |file| file.name.as_str());
    let cells = cells(&[
        file.to_owned(),
        remark.line.to_string(),
        column(remark.kind.as_str(), &remark.column_name, t),
        remark.value.clone(),
        t.choice("intake-reason", remark.reason.as_str()),
        outcome(remark, t),
    ]);
    format!("{cells}\r\n")
}

/// A column or stored field as the reader calls it: the usual header of his language; «klantnummer» for `number` of customers.
pub fn column(kind: &str, name: &str, t: &Texts) -> String {
    // dates of holders are noted with the holder's id behind
    let name = name.split(':').next().unwrap_or(name);
    let like = match name {
        "owner_from" => "owned_from",
        "owner_until" => "owned_until",
        "visited_on" | "invoiced_on" => "date",
        "amount_cents" => "amount",
        "document_key" => "document",
        "location_id" | "legal_entity_id" => "location",
        "customer_id" => "customer_number",
        "vehicle_id" => "vehicle_number",
        "visit_id" => "visit_number",
        "plate_folded" => "plate",
        other => other,
    };
    let header = kind.parse::<FileKind>().ok().and_then(|kind| {
        let place = kind.position(like)?;
        Words::shipped().header(kind, place, t.language())
    });
    match header {
        Some(header) => header.to_owned(),
        None if name.is_empty() => String::new(),
        None => t.choice("intake-field", name),
    }
}

/// What became of the row: rejected, or taken without the value.
pub fn outcome(remark: &StoredRemark, t: &Texts) -> String {
    t.get(if remark.rejected {
        "intake-outcome-rejected"
    } else {
        "intake-outcome-left-out"
    })
}

/// A doubt as a sentence with its numbers.
pub fn doubt(doubt: &Doubt, t: &Texts) -> String {
    let number = |n: u64| i64::try_from(n).unwrap_or(i64::MAX).into();
    let key = format!("intake-doubt-{}", doubt.reason.as_str().replace('_', "-"));
    let kind = t.choice("intake-kind", doubt.kind.as_str());
    t.with(
        &key,
        &[
            ("kind", kind.into()),
            ("found", number(doubt.found)),
            ("of", number(doubt.of)),
        ],
    )
}

/// What is wrong with a file, and the way out.
pub fn problem(problem: &DeliveryProblem, t: &Texts) -> String {
    match problem {
        DeliveryProblem::Twice(other) => t.with(problem.key(), &[("other", other.clone().into())]),
        DeliveryProblem::File(FileProblem::NotText(kind)) => {
            t.with(problem.key(), &[("kind", (*kind).into())])
        }
        DeliveryProblem::File(FileProblem::MissingColumns { columns, .. }) => {
            t.with(problem.key(), &[("columns", columns.join(", ").into())])
        }
        DeliveryProblem::File(FileProblem::TooManyColumns { limit, .. }) => t.with(
            problem.key(),
            &[("limit", i64::try_from(*limit).unwrap_or(i64::MAX).into())],
        ),
        DeliveryProblem::File(FileProblem::TooManyRows { limit }) => t.with(
            problem.key(),
            &[("limit", i64::try_from(*limit).unwrap_or(i64::MAX).into())],
        ),
        DeliveryProblem::File(FileProblem::TooLarge { limit, .. }) => t.with(
            problem.key(),
            &[("limit", i64::try_from(*limit >> 30).unwrap_or(i64::MAX).into())],
        ),
        DeliveryProblem::ArchiveTooLarge { limit } => t.with(
            problem.key(),
            &[("limit", i64::try_from(*limit >> 30).unwrap_or(i64::MAX).into())],
        ),
        DeliveryProblem::ArchiveInside(name) => t.with(problem.key(), &[("name", name.clone().into())]),
        _ => t.get(problem.key()),
    }
}

/// Spreadsheets where our companies are take the semicolon.
fn cells(values: &[String]) -> String {
    values
        .iter()
        .map(|value| csv_cell(value))
        .collect::<Vec<_>>()
        .join(";")
}

#[cfg(test)]
mod tests {
    use super::*;
    use carport_domain::Language;
    use carport_store::imports::DoubtReason;
    use carport_store::imports::row::Reason;

    #[test]
    fn every_reason_doubt_kind_and_problem_has_a_text() {
        let mut keys: Vec<String> = Vec::new();
        keys.extend(
            Reason::ALL
                .iter()
                .map(|r| format!("intake-reason-{}", r.as_str().replace('_', "-"))),
        );
        keys.extend(
            DoubtReason::ALL
                .iter()
                .map(|r| format!("intake-doubt-{}", r.as_str().replace('_', "-"))),
        );
        keys.extend(FileKind::ALL.iter().map(|k| format!("intake-kind-{k}")));
        let problems = [
            DeliveryProblem::Twice(String::new()),
            DeliveryProblem::NotDelivered,
            DeliveryProblem::Checksum,
            DeliveryProblem::Archive(String::new()),
            DeliveryProblem::ArchiveTooLarge { limit: 1 },
            DeliveryProblem::ArchiveInside(String::new()),
            FileProblem::Empty.into(),
            FileProblem::NotText("PDF").into(),
            FileProblem::TooLarge { bytes: 1, limit: 1 }.into(),
            FileProblem::TooManyColumns { columns: 1, limit: 1 }.into(),
            FileProblem::TooManyRows { limit: 1 }.into(),
            FileProblem::UnknownKind.into(),
            FileProblem::MissingColumns {
                kind: FileKind::Customers,
                columns: vec![],
            }
            .into(),
            FileProblem::Unreadable(std::io::Error::other("x")).into(),
        ];
        keys.extend(problems.iter().map(|p| p.key().to_owned()));
        keys.extend(["intake-refused", "intake-overtaken", "intake-file-changed"].map(str::to_owned));
        let missing: Vec<&String> = keys.iter().filter(|key| !Texts::has(key)).collect();
        assert!(missing.is_empty(), "{missing:?}");
    }

    #[test]
    fn a_column_is_called_what_the_reader_calls_it() {
        let t = Texts::new(Language::Nl);
        assert_eq!(column("customers", "number", &t), "klantnummer");
        assert_eq!(
            column("invoices", "amount_cents", &t),
            column("invoices", "amount", &t)
        );
        assert_eq!(
            column("vehicles", "owner_until:0192", &t),
            column("vehicles", "owned_until", &t)
        );
        for name in ["address", "missing_since", "driver_until", "payer_until"] {
            assert!(
                Texts::has(&format!("intake-field-{}", name.replace('_', "-"))),
                "{name}"
            );
        }
        assert_eq!(column("customers", "", &t), "");
    }

    #[test]
    fn a_doubt_names_its_numbers() {
        let found = Doubt {
            reason: DoubtReason::Missing,
            kind: FileKind::Customers,
            found: 12,
            of: 340,
        };
        let text = doubt(&found, &Texts::new(Language::En));
        assert!(text.contains("12") && text.contains("340"), "{text}");
    }
}
