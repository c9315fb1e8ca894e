//! One file as a table: what kind it is, how it is written, which of its columns are known.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use carport_store::imports::layout::FileKind;

use crate::mapping::{Binding, Mapping};
use crate::records::Records;
use crate::text::{Decoding, Survey, survey};
use crate::words::Words;

/// What a file, and a delivery, may at most be (SEC-IMP-1).
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// Size in bytes.
    pub bytes: u64,
    /// Rows.
    pub rows: u64,
    /// Columns.
    pub columns: usize,
    /// Bytes in all archives of a delivery together.
    pub unpacked_bytes: u64,
    /// Files in all archives of a delivery together.
    pub unpacked_files: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            bytes: 8 << 30,
            rows: 20_000_000,
            columns: 200,
            unpacked_bytes: 8 << 30,
            unpacked_files: 200_000,
        }
    }
}

/// Why a file cannot be read as a table. Each has a text `intake-file-…` in every language.
#[derive(Debug, thiserror::Error)]
pub enum FileProblem {
    /// Nothing in it.
    #[error("the file is empty")]
    Empty,
    /// A document or archive under the name of a table.
    #[error("this is a {0} file; export the data as CSV text")]
    NotText(&'static str),
    /// Larger than [`Limits::bytes`].
    #[error("the file has {bytes} bytes; at most {limit} are read")]
    TooLarge {
        /// Its size.
        bytes: u64,
        /// The limit.
        limit: u64,
    },
    /// More columns than [`Limits::columns`].
    #[error("the file has {columns} columns; at most {limit} are read")]
    TooManyColumns {
        /// Its columns.
        columns: usize,
        /// The limit.
        limit: usize,
    },
    /// More rows than [`Limits::rows`].
    #[error("the file has more than {limit} rows")]
    TooManyRows {
        /// The limit.
        limit: u64,
    },
    /// Neither its name nor its headers tell what it holds.
    #[error("neither the name nor the first line tells what the file holds")]
    UnknownKind,
    /// It lacks columns without which no row can be used.
    #[error("the file of {kind} lacks the columns {}", columns.join(", "))]
    MissingColumns {
        /// What the file holds.
        kind: FileKind,
        /// The columns, by their names in the template.
        columns: Vec<&'static str>,
    },
    /// The machine cannot read it.
    #[error("the file cannot be read: {0}")]
    Unreadable(#[from] io::Error),
}

impl FileProblem {
    /// The key of its text.
    pub const fn key(&self) -> &'static str {
        match self {
            FileProblem::Empty => "intake-file-empty",
            FileProblem::NotText(_) => "intake-file-not-text",
            FileProblem::TooLarge { .. } => "intake-file-too-large",
            FileProblem::TooManyColumns { .. } => "intake-file-too-many-columns",
            FileProblem::TooManyRows { .. } => "intake-file-too-many-rows",
            FileProblem::UnknownKind => "intake-file-unknown-kind",
            FileProblem::MissingColumns { .. } => "intake-file-missing-columns",
            FileProblem::Unreadable(_) => "intake-file-unreadable",
        }
    }
}

/// A file that can be read as a table.
#[derive(Debug, Clone)]
pub struct Table {
    /// Where it is.
    pub path: PathBuf,
    /// What one pass over it told.
    pub survey: Survey,
    /// The sign between its fields.
    pub delimiter: u8,
    /// The use of its columns.
    pub binding: Binding,
    /// Records before the one with the headers: a title, `sep=;`.
    pub preamble: usize,
}

const DELIMITERS: [u8; 4] = [b';', b',', b'\t', b'|'];
/// Headers stand within the first so many records.
const PREAMBLE: usize = 5;

impl Table {
    /// Looks at a file. With `kind` none, its name decides what it holds, or else its headers.
    ///
    /// # Errors
    /// The file cannot be read as a table.
    pub fn open(
        path: &Path,
        kind: Option<FileKind>,
        mapping: &Mapping,
        words: &Words,
        limits: &Limits,
    ) -> Result<Self, FileProblem> {
        let bytes = std::fs::metadata(path)?.len();
        if bytes > limits.bytes {
            return Err(FileProblem::TooLarge {
                bytes,
                limit: limits.bytes,
            });
        }
        let survey = survey(File::open(path)?)?;
        if let Some(name) = survey.foreign {
            return Err(FileProblem::NotText(name));
        }
        let mut head = Vec::new();
        let mut text = Decoding::new(File::open(path)?, survey.encoding);
        fill(&mut text, &mut head, 1 << 16)?;
        if head.iter().all(u8::is_ascii_whitespace) {
            return Err(FileProblem::Empty);
        }
        let name = path
            .file_name()
            .map(|n| n.to_string_lossy().into_owned())
            .unwrap_or_default();
        let named = kind.or_else(|| words.kind_of_name(&name));
        let found = best(&head, named, mapping, words).or_else(|| {
            if kind.is_none() {
                best(&head, None, mapping, words)
            } else {
                None
            }
        });
        let Some((delimiter, preamble, binding)) = found else {
            return Err(match named {
                Some(kind) => FileProblem::MissingColumns {
                    kind,
                    columns: required(kind),
                },
                None => FileProblem::UnknownKind,
            });
        };
        if binding.headers.len() > limits.columns {
            return Err(FileProblem::TooManyColumns {
                columns: binding.headers.len(),
                limit: limits.columns,
            });
        }
        let columns = binding.missing();
        if !columns.is_empty() {
            return Err(FileProblem::MissingColumns {
                kind: binding.kind,
                columns,
            });
        }
        Ok(Self {
            path: path.to_owned(),
            survey,
            delimiter,
            binding,
            preamble,
        })
    }

    /// What the file holds.
    pub fn kind(&self) -> FileKind {
        self.binding.kind
    }
}

fn required(kind: FileKind) -> Vec<&'static str> {
    kind.columns()
        .iter()
        .filter(|c| c.required)
        .map(|c| c.name)
        .collect()
}

fn fill(source: &mut impl Read, head: &mut Vec<u8>, size: usize) -> io::Result<()> {
    head.resize(size, 0);
    let mut filled = 0;
    while size - filled >= 16 {
        match source.read(&mut head[filled..])? {
            0 => break,
            n => filled += n,
        }
    }
    head.truncate(filled);
    Ok(())
}

/// The delimiter, kind and header line that make the most columns known; a complete set of required columns comes first.
fn best(
    head: &[u8],
    kind: Option<FileKind>,
    mapping: &Mapping,
    words: &Words,
) -> Option<(u8, usize, Binding)> {
    let kinds = kind.map_or(FileKind::ALL, |k| {
        std::slice::from_ref(&FileKind::ALL[k as usize])
    });
    let mut best: Option<((bool, usize), (u8, usize, Binding))> = None;
    for delimiter in DELIMITERS {
        let mut records = Records::new(head, delimiter);
        for preamble in 0..PREAMBLE {
            let Ok(Some(record)) = records.next() else { break };
            let headers: Vec<String> = record.texts().iter().map(|h| h.trim().to_owned()).collect();
            for &kind in kinds {
                let binding = Binding::of(kind, &headers, mapping, words);
                let score = (binding.missing().is_empty(), binding.known());
                // one known word may be chance, unless a mapping or the name says what the file is
                let enough = score.1 >= 2 || (score.1 == 1 && headers.len() == 1 && kinds.len() == 1);
                if enough && best.as_ref().is_none_or(|(b, _)| score > *b) {
                    best = Some((score, (delimiter, preamble, binding)));
                }
            }
        }
    }
    best.map(|(_, found)| found)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn open(name: &str, content: &[u8]) -> Result<Table, FileProblem> {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join(name);
        std::fs::write(&path, content).unwrap();
        Table::open(
            &path,
            None,
            &Mapping::default(),
            Words::shipped(),
            &Limits::default(),
        )
    }

    #[test]
    fn delimiter_kind_and_header_line_are_found_together() {
        for (name, content, kind, delimiter, preamble) in [
            (
                "klanten.csv",
                "Klantnr;Naam\n1;a, b, c, d\n",
                FileKind::Customers,
                b';',
                0,
            ),
            (
                "export1.csv",
                "Customer number,Last name,E-mail\n",
                FileKind::Customers,
                b',',
                0,
            ),
            (
                "x.txt",
                "Rechnungsnr\tKundennr\tDatum\tBetrag\n",
                FileKind::Invoices,
                b'\t',
                0,
            ),
            (
                "автомобили.csv",
                "sep=;\nКод клиента;Госномер;VIN\n",
                FileKind::Vehicles,
                b';',
                1,
            ),
            (
                "y.csv",
                "Export bezoeken 22-11-2026\n\nBezoeknummer|Klantnr|Datum|Kenteken\n",
                FileKind::Visits,
                b'|',
                1,
            ),
            (
                "z.csv",
                "Klantnummer;Doel;Kanaal;Antwoord;Datum\n",
                FileKind::Consents,
                b';',
                0,
            ),
            // the name says customers, the headers say otherwise
            (
                "klanten.csv",
                "Factuurnummer;Klantnr;Datum;Bedrag\n",
                FileKind::Invoices,
                b';',
                0,
            ),
        ] {
            let table = open(name, content.as_bytes()).unwrap();
            assert_eq!(
                (table.kind(), table.delimiter, table.preamble),
                (kind, delimiter, preamble),
                "{name}"
            );
        }
    }

    #[test]
    fn a_file_that_cannot_be_used_says_why() {
        assert!(matches!(open("klanten.csv", b"\r\n \n"), Err(FileProblem::Empty)));
        assert!(matches!(
            open("klanten.csv", b"PK\x03\x04..."),
            Err(FileProblem::NotText("xlsx/zip"))
        ));
        assert!(matches!(
            open("iets.csv", b"a;b;c\n1;2;3\n"),
            Err(FileProblem::UnknownKind)
        ));
        let missing = open("bezoeken.csv", "Klantnr;Datum;Kenteken\n".as_bytes());
        assert!(
            matches!(missing, Err(FileProblem::MissingColumns { kind: FileKind::Visits, columns }) if columns == ["number"])
        );
        let wide = format!("Klantnr;Naam{}\n", ";x".repeat(300));
        assert!(matches!(
            open("klanten.csv", wide.as_bytes()),
            Err(FileProblem::TooManyColumns {
                columns: 302,
                limit: 200
            })
        ));
    }
}
