//! Which header of a file is which column: the company's saved mapping first, then the known words.

use std::collections::BTreeMap;

use carport_store::imports::layout::FileKind;
use carport_store::{CompanyTx, StoreError};
use serde::{Deserialize, Serialize};

use crate::words::{Words, squash};

/// What a company said about the headers of its files; kept as JSON with the company's settings.
///
/// `{"customers": {"Klnt.nmr": "number", "Schoenmaat": null}}`: the header `Klnt.nmr` is the customer number, and the
/// header `Schoenmaat` is known and left out. Case, accents and punctuation of a header do not matter.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Mapping(BTreeMap<FileKind, BTreeMap<String, Option<String>>>);

impl Mapping {
    /// What a company saved for the files of one source; empty where it saved nothing.
    ///
    /// # Errors
    /// The database refuses, or what is saved cannot be read.
    pub async fn of(shop: &mut CompanyTx<'_>, source: &str) -> Result<Self, StoreError> {
        let saved = shop.import_mapping(source).await?;
        Ok(saved
            .map(|json| serde_json::from_str(&json))
            .transpose()?
            .unwrap_or_default())
    }

    /// Saves it, and notes who did.
    ///
    /// # Errors
    /// The database refuses.
    pub async fn save(&self, shop: &mut CompanyTx<'_>, source: &str, actor: &str) -> Result<(), StoreError> {
        let json = serde_json::to_string(self)?;
        shop.save_import_mapping(source, &json, actor).await?;
        let detail = serde_json::json!({ "columns": self });
        shop.audit(actor, "import.columns", &format!("source:{source}"), &detail)
            .await
    }

    /// Says that a header is a column, or (`None`) that it is left out.
    ///
    /// # Errors
    /// The kind of file has no such column.
    pub fn set(&mut self, kind: FileKind, header: &str, column: Option<&str>) -> Result<(), UnknownColumn> {
        if let Some(name) = column.filter(|name| kind.position(name).is_none()) {
            return Err(UnknownColumn {
                kind,
                name: name.to_owned(),
            });
        }
        self.forget(kind, header);
        self.0
            .entry(kind)
            .or_default()
            .insert(header.trim().to_owned(), column.map(str::to_owned));
        Ok(())
    }

    /// Leaves a header to the known words again; false where nothing was said about it.
    pub fn forget(&mut self, kind: FileKind, header: &str) -> bool {
        let Some(headers) = self.0.get_mut(&kind) else {
            return false;
        };
        let (before, wanted) = (headers.len(), squash(header));
        headers.retain(|known, _| squash(known) != wanted);
        headers.len() < before
    }

    /// Every header something was said about, with its column; none where it is left out.
    pub fn entries(&self) -> impl Iterator<Item = (FileKind, &str, Option<&str>)> {
        self.0.iter().flat_map(|(kind, headers)| {
            headers
                .iter()
                .map(|(header, column)| (*kind, header.as_str(), column.as_deref()))
        })
    }

    /// Whether something was said about a header.
    pub fn knows(&self, kind: FileKind, header: &str) -> bool {
        self.get(kind, header).is_some()
    }

    fn get(&self, kind: FileKind, header: &str) -> Option<Option<usize>> {
        let wanted = squash(header);
        let (_, column) = self
            .0
            .get(&kind)?
            .iter()
            .find(|(known, _)| squash(known) == wanted)?;
        Some(column.as_deref().and_then(|name| kind.position(name)))
    }
}

/// A mapping names a column that the kind of file does not have.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{kind} has no column «{name}»")]
pub struct UnknownColumn {
    /// The kind of file.
    pub kind: FileKind,
    /// The name.
    pub name: String,
}

/// What becomes of one header.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Use {
    /// It is this column, by its place in [`FileKind::columns`].
    Column(usize),
    /// The company's mapping leaves it out.
    LeftOut,
    /// An earlier header is the same column already.
    Double(usize),
    /// Nobody knows it. It is reported and kept out; this column comes nearest.
    Unknown(Option<usize>),
}

/// The headers of one file, each with its use.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Binding {
    /// The kind of file.
    pub kind: FileKind,
    /// The headers as written, in order.
    pub headers: Vec<(String, Use)>,
}

impl Binding {
    /// Decides the use of every header.
    pub fn of(kind: FileKind, headers: &[String], mapping: &Mapping, words: &Words) -> Self {
        let mut taken = vec![false; kind.columns().len()];
        let mut uses: Vec<Use> = vec![Use::Unknown(None); headers.len()];
        // a mapping outranks a synonym even when its header comes later
        for by_mapping in [true, false] {
            for (header, what) in headers.iter().zip(&mut uses) {
                if *what != Use::Unknown(None) {
                    continue;
                }
                let found = if by_mapping {
                    mapping.get(kind, header)
                } else {
                    words.column(kind, header).map(Some)
                };
                *what = match found {
                    Some(Some(place)) if taken[place] => Use::Double(place),
                    Some(Some(place)) => {
                        taken[place] = true;
                        Use::Column(place)
                    }
                    Some(None) => Use::LeftOut,
                    None => continue,
                };
            }
        }
        for (header, what) in headers.iter().zip(&mut uses) {
            if *what == Use::Unknown(None) && !header.is_empty() {
                *what = Use::Unknown(words.nearest(kind, header, |place| !taken[place]));
            }
        }
        Self {
            kind,
            headers: headers.iter().cloned().zip(uses).collect(),
        }
    }

    /// How many headers are columns.
    pub fn known(&self) -> usize {
        self.headers
            .iter()
            .filter(|(_, what)| matches!(what, Use::Column(_)))
            .count()
    }

    /// For each column whether the file has it.
    pub fn present(&self) -> Vec<bool> {
        let mut present = vec![false; self.kind.columns().len()];
        for (_, what) in &self.headers {
            if let Use::Column(place) = what {
                present[*place] = true;
            }
        }
        present
    }

    /// The required columns the file lacks.
    pub fn missing(&self) -> Vec<&'static str> {
        let present = self.present();
        self.kind
            .columns()
            .iter()
            .zip(present)
            .filter(|(c, there)| c.required && !there)
            .map(|(c, _)| c.name)
            .collect()
    }

    /// The headers that are kept out, each with the column that comes nearest.
    pub fn unknown(&self) -> impl Iterator<Item = (&str, Option<&'static str>)> {
        self.headers.iter().filter_map(|(header, what)| match what {
            Use::Unknown(near) if !header.is_empty() => {
                Some((header.as_str(), near.map(|p| self.kind.columns()[p].name)))
            }
            _ => None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(names: &[&str]) -> Vec<String> {
        names.iter().map(|n| (*n).to_owned()).collect()
    }

    #[test]
    fn a_saved_mapping_outranks_the_known_words_and_survives_json() {
        let kind = FileKind::Customers;
        let mut mapping = Mapping::default();
        mapping.set(kind, "Extern nr.", Some("number")).unwrap();
        mapping.set(kind, "Schoenmaat", None).unwrap();
        mapping.set(kind, "Hobby", Some("infix")).unwrap();
        assert!(mapping.forget(kind, "HOBBY ") && !mapping.forget(kind, "hobby"));
        assert!(mapping.knows(kind, "schoen-maat") && !mapping.knows(kind, "Hobby"));
        assert!(mapping.set(kind, "x", Some("shoe_size")).is_err());
        let json = serde_json::to_string(&mapping).unwrap();
        let mapping: Mapping = serde_json::from_str(&json).unwrap();

        let binding = Binding::of(
            kind,
            &headers(&[
                "Klantnummer",
                "extern NR",
                "Naam",
                "SCHOENMAAT",
                "Hobby",
                "Achternaam",
            ]),
            &mapping,
            Words::shipped(),
        );
        let at = |name| kind.position(name).unwrap();
        let uses: Vec<Use> = binding.headers.iter().map(|(_, what)| *what).collect();
        assert_eq!(
            uses,
            [
                Use::Double(at("number")),
                Use::Column(at("number")),
                Use::Column(at("last_name")),
                Use::LeftOut,
                Use::Unknown(None),
                Use::Double(at("last_name")),
            ]
        );
        assert_eq!(binding.unknown().collect::<Vec<_>>(), [("Hobby", None)]);
        assert_eq!(binding.missing(), Vec::<&str>::new());
    }

    #[test]
    fn a_missing_required_column_is_named() {
        let binding = Binding::of(
            FileKind::Visits,
            &headers(&["Datum", "Klantnr"]),
            &Mapping::default(),
            Words::shipped(),
        );
        assert_eq!(binding.missing(), ["number"]);
    }
}
