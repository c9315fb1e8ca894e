//! What came of an import in words: the error file, and what is wrong with a file or a delivery.

use carport_domain::Texts;
use carport_domain::consent::proof::csv_cell;
use carport_store::imports::{Doubt, Import, StoredRemark};

use crate::delivery::DeliveryProblem;
use crate::table::FileProblem;

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
        remark.column_name.clone(),
        remark.value.clone(),
        t.choice("intake-reason", remark.reason.as_str()),
        outcome(remark, t),
    ]);
    format!("{cells}\r\n")
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
    use carport_store::imports::layout::FileKind;
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
        keys.extend(["intake-refused", "intake-file-changed"].map(str::to_owned));
        let missing: Vec<&String> = keys.iter().filter(|key| !Texts::has(key)).collect();
        assert!(missing.is_empty(), "{missing:?}");
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
