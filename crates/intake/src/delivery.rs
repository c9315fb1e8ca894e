//! One delivery: the files of an export, found in folders and archives, with their documents and manifest.

use std::collections::{BTreeMap, HashMap};
use std::fs::File;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use carport_store::imports::SourceFile;
use carport_store::imports::layout::FileKind;

use crate::mapping::Mapping;
use crate::records::Records;
use crate::table::{FileProblem, Limits, Table};
use crate::text::{Decoding, survey};
use crate::words::{Words, squash};

/// Files in an archive at most, and bytes in one of them; more is an attack or a mistake.
const ENTRIES: usize = 200_000;
/// How many times larger than the archive its contents may be.
const EXPANSION: u64 = 200;

/// The files of a delivery.
#[derive(Debug, Default)]
pub struct Delivery {
    /// The tables, at most one of each kind, in the order of merging.
    pub tables: Vec<Table>,
    /// The documents by their name in lower case.
    pub documents: HashMap<String, PathBuf>,
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
        for path in paths {
            delivery.collect(path, scratch, &mut files, 0);
        }
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

    fn collect(&mut self, path: &Path, scratch: &Path, files: &mut Vec<PathBuf>, depth: usize) {
        const TABLES: [&str; 5] = ["csv", "txt", "tsv", "asc", "dat"];
        let name = name_of(path);
        let failed = |e: io::Error| (name.clone(), DeliveryProblem::File(e.into()));
        if path.is_dir() {
            match std::fs::read_dir(path) {
                _ if depth > 4 => {}
                Err(e) => self.problems.push(failed(e)),
                Ok(entries) => {
                    for entry in entries.flatten() {
                        self.collect(&entry.path(), scratch, files, depth + 1);
                    }
                }
            }
        } else if extension(path) == "zip" {
            let into = scratch.join(format!("unpacked-{}", files.len() + self.problems.len()));
            match unpack(path, &into) {
                Ok(()) => self.collect(&into, scratch, files, depth + 1),
                Err(e) => self
                    .problems
                    .push((name, DeliveryProblem::Archive(e.to_string()))),
            }
        } else if extension(path) == "pdf" {
            self.documents.insert(name.to_lowercase(), path.to_owned());
        } else if depth == 0 || (!name.starts_with('.') && TABLES.contains(&extension(path).as_str())) {
            // whatever else lies in a folder is not ours to complain about
            files.push(path.to_owned());
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
                let is_known = self.documents.contains_key(&name.to_lowercase())
                    || self.problems.iter().any(|(n, _)| *n == name);
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

fn extension(path: &Path) -> String {
    path.extension()
        .map(|e| e.to_string_lossy().to_lowercase())
        .unwrap_or_default()
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

/// Unpacks an archive flat: every file under its last name only, so that no name leads out of the folder.
fn unpack(archive: &Path, into: &Path) -> io::Result<()> {
    let packed = std::fs::metadata(archive)?.len();
    let mut zip = zip::ZipArchive::new(File::open(archive)?).map_err(io::Error::other)?;
    if zip.len() > ENTRIES {
        return Err(io::Error::other(format!(
            "{} files; at most {ENTRIES} are unpacked",
            zip.len()
        )));
    }
    if into.exists() {
        std::fs::remove_dir_all(into)?;
    }
    std::fs::create_dir_all(into)?;
    let mut left = packed.saturating_mul(EXPANSION).max(1 << 20);
    for n in 0..zip.len() {
        let entry = zip.by_index(n).map_err(io::Error::other)?;
        let name = entry
            .name()
            .map_err(io::Error::other)?
            .rsplit(['/', '\\'])
            .next()
            .unwrap_or("")
            .to_owned();
        if entry.is_dir() || name.is_empty() || name.starts_with('.') {
            continue;
        }
        let mut out = io::BufWriter::new(File::create(into.join(&name))?);
        let written = io::copy(&mut entry.take(left + 1), &mut out)?;
        out.flush()?;
        left = left
            .checked_sub(written)
            .ok_or_else(|| io::Error::other("it unpacks to far more than it should"))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
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
        assert!(delivery.documents.contains_key("f1.pdf"));
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
    fn an_archive_is_unpacked_and_no_name_leads_out_of_its_folder() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("export.zip");
        let mut zip = zip::ZipWriter::new(File::create(&path).unwrap());
        let options = zip::write::SimpleFileOptions::default();
        for name in ["export/klanten.csv", "../../evil.csv", "pdf/F1.pdf"] {
            zip.start_file(name, options).unwrap();
            zip.write_all(if name.ends_with("pdf") {
                b"%PDF-1.7"
            } else {
                CUSTOMERS.as_bytes()
            })
            .unwrap();
        }
        zip.finish().unwrap();
        let scratch = dir.path().join("scratch");
        let limits = Limits::default();
        let delivery = Delivery::open(&[path], &scratch, &Mapping::default(), Words::shipped(), &limits);
        assert_eq!(delivery.tables.len(), 1);
        assert!(delivery.documents["f1.pdf"].starts_with(&scratch));
        assert!(
            !dir.path().join("evil.csv").exists() && !dir.path().parent().unwrap().join("evil.csv").exists()
        );
    }
}
