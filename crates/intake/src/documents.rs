//! The documents of invoices: found by the path in the row, kept unchanged under their checksum (INT-09).
//!
//! The path is one of the other machine, so only its end can be found here: the name, and the nearest folders. A name that
//! several documents have, or that rows use for several, tells nothing: such a document is nobody's, since the wrong one
//! would show one customer the invoice of another.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::convert::Infallible;
use std::path::{Path, PathBuf};

use carport_domain::CompanyId;
use carport_store::imports::layout::FileKind;
use carport_store::imports::row::{Cell, Reason, Remark, Row, Sink};
use carport_store::{Store, StoreError};
use sha2::{Digest, Sha256};

use crate::delivery::{FOLDERS, extension, is_hidden};

/// The largest document, in bytes.
const LARGEST: u64 = 25 << 20;
/// How much of a path is compared: the name, and the folders around it.
const NEAR: usize = 3;
/// Documents at one end of a path that are looked at for being the same; more of them are many.
const SEVERAL: usize = 4;

/// The documents of a delivery.
#[derive(Debug, Default)]
pub struct Documents {
    paths: Vec<PathBuf>,
    /// Places in `paths` by the end of the path: the name, the folder and the name, …
    by_end: HashMap<String, Vec<usize>>,
}

/// Documents that a row may mean: all of them end as its path does, with so many steps.
struct Found<'a> {
    documents: &'a [usize],
    steps: usize,
}

impl Documents {
    /// Those among files and in folders.
    pub fn among(places: &[PathBuf]) -> Self {
        let mut documents = Self::default();
        for place in places {
            documents.look(place, 0);
        }
        documents
    }

    fn look(&mut self, path: &Path, depth: usize) {
        if path.is_dir() {
            let entries = std::fs::read_dir(path).into_iter().flatten().flatten();
            let mut inner: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
            inner.retain(|path| depth <= FOLDERS && !is_hidden(path));
            inner.sort();
            for path in inner {
                self.look(&path, depth + 1);
            }
        } else if extension(path) == "pdf" {
            self.add(path.to_owned());
        }
    }

    /// Adds one.
    pub fn add(&mut self, path: PathBuf) {
        let steps = steps(&path.to_string_lossy());
        for length in 1..=steps.len().min(NEAR) {
            let same = self.by_end.entry(end(&steps, length)).or_default();
            if same.len() <= SEVERAL {
                same.push(self.paths.len());
            }
        }
        self.paths.push(path);
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.paths.is_empty()
    }

    /// Whether one has this name.
    pub fn has(&self, name: &str) -> bool {
        self.by_end.contains_key(&name.to_lowercase())
    }

    /// Those that agree with a row's path the furthest.
    fn find(&self, given: &[String]) -> Option<Found<'_>> {
        (1..=given.len().min(NEAR)).rev().find_map(|steps| {
            let documents = self.by_end.get(&end(given, steps))?;
            Some(Found { documents, steps })
        })
    }
}

/// The steps of a path, whichever machine wrote it, in lower case.
fn steps(path: &str) -> Vec<String> {
    path.split(['/', '\\'])
        .filter(|step| !matches!(*step, "" | "."))
        .map(str::to_lowercase)
        .collect()
}

fn end(steps: &[String], length: usize) -> String {
    steps[steps.len().saturating_sub(length)..].join("/")
}

/// The path in a row of invoices.
fn given<'r>(row: &'r Row<'_>) -> Option<&'r str> {
    let place = FileKind::Invoices.position("document")?;
    row.cells.get(place).and_then(Cell::text)
}

/// Which path each document goes by: the one that agrees with it the furthest. Found by reading the rows once beforehand.
pub struct Claims<'a> {
    documents: &'a Documents,
    by_document: HashMap<usize, Claim>,
}

struct Claim {
    path: String,
    steps: usize,
    is_disputed: bool,
}

impl<'a> Claims<'a> {
    /// None so far.
    pub fn on(documents: &'a Documents) -> Self {
        Self {
            documents,
            by_document: HashMap::new(),
        }
    }

    fn holds(&self, document: usize, path: &str) -> bool {
        self.by_document
            .get(&document)
            .is_some_and(|claim| claim.path == path && !claim.is_disputed)
    }
}

impl Sink for Claims<'_> {
    type Error = Infallible;

    fn row(&mut self, row: &Row<'_>) -> Result<(), Infallible> {
        let Some(steps) = given(row).map(steps) else {
            return Ok(());
        };
        let Some(found) = self.documents.find(&steps) else {
            return Ok(());
        };
        let claim = Claim {
            path: steps.join("/"),
            steps: found.steps,
            is_disputed: false,
        };
        match self.by_document.get_mut(&found.documents[0]) {
            None => {
                self.by_document.insert(found.documents[0], claim);
            }
            Some(other) if other.path == claim.path || other.steps > claim.steps => {}
            Some(other) if other.steps < claim.steps => *other = claim,
            Some(other) => other.is_disputed = true,
        }
        Ok(())
    }

    fn remark(&mut self, _: Remark) -> Result<(), Infallible> {
        Ok(())
    }
}

/// Gives the rows of invoices the keys of their documents, on the way to where the rows go.
pub struct WithDocuments<'a, S> {
    to: S,
    claims: Claims<'a>,
    keys: HashMap<usize, Result<String, Reason>>,
    taken: BTreeMap<String, PathBuf>,
    column: usize,
}

impl<'a, S> WithDocuments<'a, S> {
    /// Before a sink for invoices.
    pub fn new(to: S, claims: Claims<'a>) -> Self {
        let kind = FileKind::Invoices;
        let derived = kind.derived().iter().position(|name| *name == "document_key");
        Self {
            to,
            claims,
            keys: HashMap::new(),
            taken: BTreeMap::new(),
            column: kind.columns().len() + derived.unwrap_or_default(),
        }
    }

    /// The sink, and the documents to keep: where they are, and under which key.
    pub fn finish(self) -> (S, Vec<(PathBuf, String)>) {
        let taken = self.taken.into_iter().map(|(key, path)| (path, key));
        (self.to, taken.collect())
    }

    /// The key of the document a row means.
    fn document(&mut self, given: &str) -> Result<String, Reason> {
        let documents = self.claims.documents;
        let steps = steps(given);
        let found = documents.find(&steps).ok_or(Reason::DocumentMissing)?;
        if found.documents.len() > SEVERAL || !self.claims.holds(found.documents[0], &steps.join("/")) {
            return Err(Reason::DocumentAmbiguous);
        }
        let mut keys = found.documents.iter().map(|n| {
            let key = self.keys.entry(*n);
            key.or_insert_with(|| key_of(&documents.paths[*n])).clone()
        });
        let key = keys.next().ok_or(Reason::DocumentMissing)??;
        // the same document twice is one
        if keys.any(|other| other.as_ref() != Ok(&key)) {
            return Err(Reason::DocumentAmbiguous);
        }
        let path = &documents.paths[found.documents[0]];
        self.taken.entry(key.clone()).or_insert_with(|| path.clone());
        Ok(key)
    }
}

impl<S: Sink> Sink for WithDocuments<'_, S> {
    type Error = S::Error;

    fn row(&mut self, row: &Row<'_>) -> Result<(), S::Error> {
        let Some(given) = given(row) else {
            return self.to.row(row);
        };
        match self.document(given) {
            Ok(key) => {
                let mut cells = row.cells.to_vec();
                cells[self.column] = Cell::Text(Cow::Owned(key));
                self.to.row(&Row {
                    line: row.line,
                    cells: &cells,
                    silent: row.silent,
                })
            }
            Err(reason) => {
                self.to.remark(Remark {
                    kind: FileKind::Invoices,
                    line: row.line,
                    column: Some("document"),
                    value: given.chars().take(200).collect(),
                    reason,
                    rejected: false,
                })?;
                self.to.row(row)
            }
        }
    }

    fn remark(&mut self, remark: Remark) -> Result<(), S::Error> {
        self.to.remark(remark)
    }
}

/// The key of a document: its checksum, so that the same document twice is one.
fn key_of(path: &Path) -> Result<String, Reason> {
    let fits = std::fs::metadata(path).is_ok_and(|m| m.is_file() && m.len() <= LARGEST);
    let bytes = if fits { std::fs::read(path).ok() } else { None };
    match bytes {
        Some(bytes) if bytes.starts_with(b"%PDF-") => {
            Ok(format!("invoices/{}.pdf", hex::encode(Sha256::digest(&bytes))))
        }
        _ => Err(Reason::DocumentUnfit),
    }
}

/// Keeps documents in the company's files.
///
/// # Errors
/// A document cannot be read any more, or the object store refuses.
pub async fn keep(
    store: &Store,
    company: CompanyId,
    documents: Vec<(PathBuf, String)>,
) -> Result<(), StoreError> {
    for (path, key) in documents {
        let bytes = tokio::fs::read(&path).await.map_err(|source| StoreError::Io {
            path: path.display().to_string(),
            source,
        })?;
        store.files().put(company, &key, bytes.into()).await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What each path in a file of invoices comes to, with these documents: their content, or why there is none.
    fn given(paths: &[&str], delivered: &[(&str, &str)]) -> Vec<String> {
        let dir = tempfile::tempdir().unwrap();
        for (path, content) in delivered {
            let path = dir.path().join(path);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, format!("%PDF-{content}")).unwrap();
        }
        let documents = Documents::among(&[dir.path().to_owned()]);
        let place = FileKind::Invoices.position("document").unwrap();
        let mut claims = Claims::on(&documents);
        let rows: Vec<Vec<Cell<'_>>> = paths
            .iter()
            .map(|path| {
                let mut cells = vec![Cell::Empty; place + 1];
                cells[place] = Cell::Text(Cow::Borrowed(*path));
                cells
            })
            .collect();
        for cells in &rows {
            let row = Row {
                line: 2,
                cells,
                silent: 0,
            };
            claims.row(&row).unwrap_or_else(|never| match never {});
        }
        let mut with = WithDocuments::new((), claims);
        let found: Vec<Result<String, Reason>> = paths.iter().map(|path| with.document(path)).collect();
        let ((), taken) = with.finish();
        let content = |key: String| {
            let (path, _) = taken.iter().find(|(_, k)| *k == key).unwrap();
            std::fs::read_to_string(path).unwrap()["%PDF-".len()..].to_owned()
        };
        found
            .into_iter()
            .map(|found| found.map_or_else(|reason| reason.as_str().to_owned(), content))
            .collect()
    }

    const YEARS: [(&str, &str); 2] = [("2025/0001.pdf", "old"), ("2026/0001.pdf", "new")];

    #[test]
    fn documents_of_one_name_are_told_apart_by_their_folders() {
        let paths = [
            "2025/0001.pdf",
            "C:\\DMS\\Out\\2026\\0001.PDF",
            ".\\2025\\0001.pdf",
        ];
        assert_eq!(given(&paths, &YEARS), ["old", "new", "old"]);
    }

    #[test]
    fn a_bare_name_that_two_documents_have_is_nobodys() {
        assert_eq!(
            given(&["0001.pdf", "2024/0001.pdf", "2026/0001.pdf"], &YEARS),
            ["document_ambiguous", "document_ambiguous", "new"]
        );
    }

    #[test]
    fn a_document_that_rows_name_by_two_paths_is_nobodys_but_the_nearer_ones() {
        let one = [("0001.pdf", "which")];
        assert_eq!(
            given(&["2025/0001.pdf", "2026/0001.pdf"], &one),
            ["document_ambiguous", "document_ambiguous"]
        );
        assert_eq!(
            given(&["2025/0001.pdf", "2026/0001.pdf"], &YEARS[1..]),
            ["document_ambiguous", "new"]
        );
    }

    #[test]
    fn a_path_of_the_other_machine_finds_the_only_document_of_its_name() {
        let one = [("pdf/F1.pdf", "one")];
        assert_eq!(
            given(&["D:\\Archive\\F1.pdf", "D:\\Archive\\F1.pdf", "f2.pdf"], &one),
            ["one", "one", "document_missing"]
        );
    }

    #[test]
    fn the_same_document_twice_is_one() {
        let same = [("a/F1.pdf", "one"), ("b/F1.pdf", "one")];
        assert_eq!(given(&["F1.pdf"], &same), ["one"]);
        let many: Vec<(String, &str)> = (0..9).map(|n| (format!("{n}/F1.pdf"), "one")).collect();
        let many: Vec<(&str, &str)> = many
            .iter()
            .map(|(path, content)| (path.as_str(), *content))
            .collect();
        assert_eq!(
            given(&["F1.pdf", "7/F1.pdf"], &many),
            ["document_ambiguous", "one"]
        );
    }
}
