//! The documents of invoices: found by the name in the row, kept unchanged under their checksum (INT-09).

use std::borrow::Cow;
use std::collections::HashMap;
use std::path::{Path, PathBuf};

use carport_domain::CompanyId;
use carport_store::imports::layout::FileKind;
use carport_store::imports::row::{Cell, Reason, Remark, Row, Sink};
use carport_store::{Store, StoreError};
use sha2::{Digest, Sha256};

/// The largest document, in bytes.
const LARGEST: u64 = 25 << 20;

/// Gives the rows of invoices the keys of their documents, on the way to where the rows go.
pub struct WithDocuments<'a, S> {
    to: S,
    delivered: &'a HashMap<String, PathBuf>,
    /// Documents that rows named, with their keys.
    pub named: HashMap<String, Result<String, Reason>>,
    document: usize,
    key: usize,
}

impl<'a, S> WithDocuments<'a, S> {
    /// Before a sink for invoices.
    pub fn new(to: S, delivered: &'a HashMap<String, PathBuf>) -> Self {
        let kind = FileKind::Invoices;
        let document = kind.position("document").unwrap_or_default();
        let key = kind.columns().len()
            + kind
                .derived()
                .iter()
                .position(|name| *name == "document_key")
                .unwrap_or_default();
        Self {
            to,
            delivered,
            named: HashMap::new(),
            document,
            key,
        }
    }

    /// The sink, and the documents to keep: where they are, and under which key.
    pub fn finish(self) -> (S, Vec<(PathBuf, String)>) {
        let found = self
            .named
            .into_iter()
            .filter_map(|(name, key)| Some((self.delivered.get(&name)?.clone(), key.ok()?)));
        (self.to, found.collect())
    }
}

impl<S: Sink> Sink for WithDocuments<'_, S> {
    type Error = S::Error;

    fn row(&mut self, row: &Row<'_>) -> Result<(), S::Error> {
        let Some(given) = row.cells.get(self.document).and_then(Cell::text) else {
            return self.to.row(row);
        };
        // a path of the other machine: only its last name can be found here
        let name = given.rsplit(['/', '\\']).next().unwrap_or(given).to_lowercase();
        let found = match self.named.get(&name) {
            Some(known) => known.clone(),
            None => {
                let read = self
                    .delivered
                    .get(&name)
                    .map_or(Err(Reason::DocumentMissing), |path| key_of(path));
                self.named.insert(name, read.clone());
                read
            }
        };
        match found {
            Ok(key) => {
                let mut cells = row.cells.to_vec();
                cells[self.key] = Cell::Text(Cow::Owned(key));
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
