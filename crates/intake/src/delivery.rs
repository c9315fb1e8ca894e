//! One delivery: the files of an export, found in folders and archives, with their documents and manifest.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use carport_store::imports::SourceFile;
use carport_store::imports::layout::FileKind;

use crate::archive::Unpacking;
use crate::documents::Documents;
use crate::mapping::Mapping;
use crate::records::Records;
use crate::table::{FileProblem, Limits, Table};
use crate::text::{Decoding, survey};
use crate::words::{Words, squash};

/// How many folders lie in one another; what is deeper is not looked at.
pub(crate) const FOLDERS: usize = 4;

/// The files of a delivery.
#[derive(Debug, Default)]
pub struct Delivery {
    /// The tables, at most one of each kind, in the order of merging.
    pub tables: Vec<Table>,
    /// The documents.
    pub documents: Documents,
    /// Where documents may lie: files, folders, and what was unpacked. None lies in another.
    pub places: Vec<PathBuf>,
    /// The number of rows the manifest promises, by kind.
    pub promised: BTreeMap<FileKind, u64>,
    /// Files that cannot be used, by name.
    pub problems: Vec<(String, DeliveryProblem)>,
}

/// Why a file of a delivery cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum DeliveryProblem {
    /// The file itself.
    #[error(transparent)]
    File(#[from] FileProblem),
    /// Another file holds the same.
    #[error("«{0}» holds the same kind of rows; deliver one file of each kind")]
    Twice(String),
    /// The manifest names it, and it is not there.
    #[error("the manifest names it, and it is not there")]
    NotDelivered,
    /// The manifest has another checksum.
    #[error("its checksum is not the manifest's")]
    Checksum,
    /// The archive cannot be unpacked.
    #[error("the archive cannot be unpacked: {0}")]
    Archive(String),
    /// The archives of the delivery hold too much.
    #[error("the archives unpack to far more than a delivery may hold")]
    ArchiveTooLarge {
        /// What all of them together may hold, bytes.
        limit: u64,
    },
    /// The archive holds another.
    #[error("the archive holds another archive, «{0}»")]
    ArchiveInside(String),
}

impl From<io::Error> for DeliveryProblem {
    fn from(error: io::Error) -> Self {
        DeliveryProblem::Archive(error.to_string())
    }
}

impl DeliveryProblem {
    /// The key of its text.
    pub const fn key(&self) -> &'static str {
        match self {
            DeliveryProblem::File(problem) => problem.key(),
            DeliveryProblem::Twice(_) => "intake-file-twice",
            DeliveryProblem::NotDelivered => "intake-file-not-delivered",
            DeliveryProblem::Checksum => "intake-file-checksum",
            DeliveryProblem::Archive(_) => "intake-file-archive",
            DeliveryProblem::ArchiveTooLarge { .. } => "intake-file-archive-too-large",
            DeliveryProblem::ArchiveInside(_) => "intake-file-archive-inside",
        }
    }
}

impl Delivery {
    /// Looks at files, folders and archives. Archives are unpacked into `scratch`. Nothing is read into memory whole.
    pub fn open(
        paths: &[PathBuf],
        scratch: &Path,
        mapping: &Mapping,
        words: &Words,
        limits: &Limits,
    ) -> Self {
        let mut delivery = Delivery::default();
        let mut files = Vec::new();
        let mut unpacking = Unpacking::into(scratch, limits);
        for path in paths {
            delivery.collect(path, &mut unpacking, &mut files, 0);
            delivery.places.extend(match extension(path).as_str() {
                _ if path.is_dir() => Some(path.clone()),
                "pdf" => Some(path.clone()),
                // where it was unpacked is a place already
                "zip" => None,
                // documents lie beside their table
                _ => std::fs::canonicalize(path)
                    .ok()
                    .and_then(|whole| whole.parent().map(Path::to_owned)),
            });
        }
        delivery.settle_places();
        files.sort();
        let manifest = files
            .iter()
            .find(|path| squash(&name_of(path)).starts_with("manifest"))
            .cloned();
        for path in files.iter().filter(|path| Some(*path) != manifest.as_ref()) {
            delivery.take(path, mapping, words, limits);
        }
        if let Some(path) = manifest {
            delivery.check(&path);
        }
        delivery.tables.sort_by_key(Table::kind);
        delivery
    }

    fn collect(&mut self, path: &Path, unpacking: &mut Unpacking, files: &mut Vec<PathBuf>, depth: usize) {
        const TABLES: [&str; 5] = ["csv", "txt", "tsv", "asc", "dat"];
        let name = name_of(path);
        if depth > 0 && is_hidden(path) {
            // what systems put into folders is not ours
        } else if path.is_dir() {
            match std::fs::read_dir(path) {
                _ if depth > FOLDERS => {}
                Err(e) => self
                    .problems
                    .push((name, DeliveryProblem::File(FileProblem::from(e)))),
                Ok(entries) => {
                    for entry in entries.flatten() {
                        self.collect(&entry.path(), unpacking, files, depth + 1);
                    }
                }
            }
        } else if extension(path) == "zip" {
            match unpacking.unpack(path) {
                Ok(into) => {
                    self.collect(&into, unpacking, files, 0);
                    self.places.push(into);
                }
                Err(problem) => self.problems.push((name, problem)),
            }
        } else if extension(path) == "pdf" {
            self.documents.add(path.to_owned());
        } else if depth == 0 || TABLES.contains(&extension(path).as_str()) {
            // whatever else lies in a folder is not ours to complain about
            files.push(path.to_owned());
        }
    }

    /// Found again from whatever folder the worker runs in, and each document once.
    fn settle_places(&mut self) {
        let places = std::mem::take(&mut self.places);
        let mut whole: Vec<PathBuf> = places
            .into_iter()
            .map(|place| std::fs::canonicalize(&place).unwrap_or(place))
            .collect();
        // a folder stands before what lies in it
        whole.sort();
        for place in whole {
            if !self.places.last().is_some_and(|outer| place.starts_with(outer)) {
                self.places.push(place);
            }
        }
    }

    fn take(&mut self, path: &Path, mapping: &Mapping, words: &Words, limits: &Limits) {
        let name = name_of(path);
        match Table::open(path, None, mapping, words, limits) {
            Err(problem) => self.problems.push((name, problem.into())),
            Ok(table) => match self.tables.iter().find(|other| other.kind() == table.kind()) {
                Some(other) => self
                    .problems
                    .push((name, DeliveryProblem::Twice(name_of(&other.path)))),
                None => self.tables.push(table),
            },
        }
    }

    /// Holds the files against the manifest: `file,rows,sha256`, the last two optional.
    fn check(&mut self, manifest: &Path) {
        let Ok(lines) = read_manifest(manifest) else {
            return;
        };
        for (name, rows, sha256) in lines {
            let Some(table) = self
                .tables
                .iter()
                .find(|t| name_of(&t.path).eq_ignore_ascii_case(&name))
            else {
                let is_known = self.documents.has(&name) || self.problems.iter().any(|(n, _)| *n == name);
                if !is_known {
                    self.problems.push((name, DeliveryProblem::NotDelivered));
                }
                continue;
            };
            if sha256.is_some_and(|sum| !sum.eq_ignore_ascii_case(&hex::encode(table.survey.sha256))) {
                self.problems.push((name, DeliveryProblem::Checksum));
            }
            if let Some(rows) = rows {
                self.promised.insert(table.kind(), rows);
            }
        }
    }

    /// The files as the import's record keeps them.
    pub fn source_files(&self) -> Vec<SourceFile> {
        self.tables
            .iter()
            .map(|table| SourceFile {
                kind: table.kind(),
                path: table.path.display().to_string(),
                name: name_of(&table.path),
                sha256: hex::encode(table.survey.sha256),
                lines: table.survey.lines,
                promised: self.promised.get(&table.kind()).copied(),
                unknown_headers: table
                    .binding
                    .unknown()
                    .map(|(header, near)| (header.to_owned(), near.map(str::to_owned)))
                    .collect(),
            })
            .collect()
    }
}

fn name_of(path: &Path) -> String {
    path.file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default()
}

pub(crate) fn extension(path: &Path) -> String {
    path.extension()
        .map(|e| e.to_string_lossy().to_lowercase())
        .unwrap_or_default()
}

/// Whether it is one of the files that systems hide.
pub(crate) fn is_hidden(path: &Path) -> bool {
    name_of(path).starts_with('.')
}

type ManifestLine = (String, Option<u64>, Option<String>);

fn read_manifest(path: &Path) -> io::Result<Vec<ManifestLine>> {
    let seen = survey(File::open(path)?)?;
    let delimiter = {
        let mut head = [0; 256];
        let n = Decoding::new(File::open(path)?, seen.encoding).read(&mut head)?;
        [b';', b'\t', b',']
            .into_iter()
            .max_by_key(|d| head[..n].iter().filter(|b| *b == d).count())
            .unwrap_or(b',')
    };
    let mut records = Records::new(Decoding::new(File::open(path)?, seen.encoding), delimiter);
    let mut lines = Vec::new();
    while let Some(record) = records.next()? {
        let fields = record.texts();
        let field = |n: usize| {
            fields
                .get(n)
                .map(|f| f.trim().to_owned())
                .filter(|f| !f.is_empty())
        };
        let Some(name) = field(0).filter(|name| name.contains('.')) else {
            continue;
        };
        lines.push((name, field(1).and_then(|rows| rows.parse().ok()), field(2)));
    }
    Ok(lines)
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    fn open(files: &[(&str, &str)]) -> (Delivery, tempfile::TempDir) {
        let dir = tempfile::tempdir().unwrap();
        for (name, content) in files {
            std::fs::write(dir.path().join(name), content).unwrap();
        }
        let scratch = dir.path().join(".scratch");
        let limits = Limits::default();
        (
            Delivery::open(
                &[dir.path().to_owned()],
                &scratch,
                &Mapping::default(),
                Words::shipped(),
                &limits,
            ),
            dir,
        )
    }

    const CUSTOMERS: &str = "Klantnr;Naam\n1;Jansen\n";
    const VISITS: &str = "Bezoeknummer;Klantnr;Datum\n5;1;1-1-2026\n";

    #[test]
    fn a_folder_is_a_delivery_in_the_order_of_merging() {
        let (delivery, _dir) = open(&[
            ("b.csv", VISITS),
            ("klanten.csv", CUSTOMERS),
            ("F1.PDF", "%PDF"),
            ("readme.md", "x"),
        ]);
        assert_eq!(
            delivery.tables.iter().map(Table::kind).collect::<Vec<_>>(),
            [FileKind::Customers, FileKind::Visits]
        );
        assert!(delivery.documents.has("f1.PDF"));
        assert!(delivery.problems.is_empty(), "{:?}", delivery.problems);
    }

    #[test]
    fn the_manifest_tells_what_is_missing_changed_or_cut() {
        let manifest = "file;rows;sha256\nklanten.csv;7;\nbezoeken.csv;1;00ff\nvoertuigen.csv;3;\n";
        let (delivery, _dir) = open(&[
            ("klanten.csv", CUSTOMERS),
            ("bezoeken.csv", VISITS),
            ("manifest.csv", manifest),
        ]);
        assert_eq!(delivery.promised[&FileKind::Customers], 7);
        let problems: Vec<&str> = delivery.problems.iter().map(|(_, p)| p.key()).collect();
        assert_eq!(problems, ["intake-file-checksum", "intake-file-not-delivered"]);
    }

    #[test]
    fn two_files_of_one_kind_are_one_too_many() {
        let (delivery, _dir) = open(&[("klanten.csv", CUSTOMERS), ("klanten_oud.csv", CUSTOMERS)]);
        assert_eq!(delivery.tables.len(), 1);
        assert_eq!(delivery.problems[0].1.key(), "intake-file-twice");
    }

    #[test]
    fn archives_are_unpacked_beside_each_other_and_are_places_of_documents() {
        let dir = tempfile::tempdir().unwrap();
        let zip = |name: &str, inside: &[(&str, &str)]| {
            let path = dir.path().join(name);
            let mut zip = zip::ZipWriter::new(File::create(&path).unwrap());
            for (name, content) in inside {
                zip.start_file(*name, zip::write::SimpleFileOptions::default())
                    .unwrap();
                zip.write_all(content.as_bytes()).unwrap();
            }
            zip.finish().unwrap();
            path
        };
        let tables = zip("tables.zip", &[("export/klanten.csv", CUSTOMERS)]);
        let documents = zip(
            "documents.zip",
            &[("2025/1.pdf", "%PDF-1.7"), ("2026/1.pdf", "%PDF-1.7")],
        );
        let nested = zip("nested.zip", &[("tables.zip", "PK")]);
        let scratch = tempfile::tempdir().unwrap();
        let look = |paths: &[PathBuf]| {
            let (words, limits) = (Words::shipped(), Limits::default());
            Delivery::open(paths, scratch.path(), &Mapping::default(), words, &limits)
        };
        let delivery = look(&[tables, documents]);
        assert_eq!(delivery.tables.len(), 1);
        assert!(delivery.documents.has("1.pdf"));
        assert!(delivery.problems.is_empty(), "{:?}", delivery.problems);
        let root = scratch.path().canonicalize().unwrap();
        assert_eq!(
            delivery.places,
            [root.join("unpacked-1"), root.join("unpacked-2")]
        );

        let refused = look(&[nested]);
        assert_eq!(refused.problems[0].1.key(), "intake-file-archive-inside");
    }

    #[test]
    fn no_place_of_documents_lies_in_another() {
        let (delivery, dir) = open(&[("klanten.csv", CUSTOMERS), ("F1.pdf", "%PDF")]);
        let root = dir.path().canonicalize().unwrap();
        assert_eq!(delivery.places, [root.clone()]);
        let (words, limits) = (Words::shipped(), Limits::default());
        let paths = [dir.path().join("F1.pdf"), dir.path().join("klanten.csv")];
        let apart = Delivery::open(&paths, dir.path(), &Mapping::default(), words, &limits);
        assert_eq!(apart.places, [root]);
    }
}
