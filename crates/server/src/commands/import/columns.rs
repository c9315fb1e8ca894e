//! The saved meaning of a company's headers: which column is which.

use std::collections::BTreeSet;
use std::process::ExitCode;

use anyhow::bail;
use carport_domain::CompanyId;
use carport_intake::{FileKind, Mapping};
use carport_store::Store;

/// Imports of which the unknown headers are shown.
const RECENT: i64 = 20;

/// A header of a kind of file: `customers:Extern nr.`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    kind: FileKind,
    text: String,
}

/// A header and what it is: `customers:Extern nr.=number`, or `customers:Schoenmaat=` for one that is left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meaning {
    header: Header,
    column: Option<String>,
}

impl std::str::FromStr for Header {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let form = || format!("«{text}» is not of the form customers:HEADER");
        let (kind, header) = text.split_once(':').ok_or_else(form)?;
        let kinds: Vec<&str> = FileKind::ALL.iter().map(|kind| kind.as_str()).collect();
        Ok(Self {
            kind: kind
                .parse()
                .map_err(|_| format!("«{kind}» is none of: {}", kinds.join(", ")))?,
            text: Some(header.trim())
                .filter(|header| !header.is_empty())
                .ok_or_else(form)?
                .to_owned(),
        })
    }
}

impl std::str::FromStr for Meaning {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let (header, column) = text
            .rsplit_once('=')
            .ok_or_else(|| format!("«{text}» is not of the form customers:HEADER=COLUMN"))?;
        let column = column.trim();
        Ok(Self {
            header: header.parse()?,
            column: (!column.is_empty()).then(|| column.to_owned()),
        })
    }
}

/// Changes the mapping where something is said, and prints it with the headers nobody knows.
///
/// # Errors
/// A column does not exist, or nothing was said about a header to forget.
pub async fn run(
    store: &Store,
    company: CompanyId,
    set: &[Meaning],
    forget: &[Header],
) -> anyhow::Result<ExitCode> {
    let mut tx = store.begin().await?;
    let mut shop = tx.company(company).await?;
    let mut mapping = Mapping::of(&mut shop, "dms").await?;
    for Meaning { header, column } in set {
        if let Err(unknown) = mapping.set(header.kind, &header.text, column.as_deref()) {
            let columns: Vec<&str> = header.kind.columns().iter().map(|c| c.name).collect();
            bail!("{unknown}; its columns are {}", columns.join(", "));
        }
    }
    for header in forget {
        if !mapping.forget(header.kind, &header.text) {
            bail!("nothing was said about «{}» of {}", header.text, header.kind);
        }
    }
    if !set.is_empty() || !forget.is_empty() {
        mapping.save(&mut shop, "dms", "system").await?;
    }
    let imports = shop.imports(RECENT).await?;
    tx.commit().await?;
    for (kind, header, column) in mapping.entries() {
        println!("{kind}: «{header}» is {}", column.unwrap_or("left out"));
    }
    let files = imports.iter().flat_map(|import| &import.files);
    let unknown: BTreeSet<(FileKind, &str)> = files
        .flat_map(|file| {
            file.unknown_headers
                .iter()
                .map(|(header, _)| (file.kind, header.as_str()))
        })
        .filter(|(kind, header)| !mapping.knows(*kind, header))
        .collect();
    for (kind, header) in &unknown {
        println!("{kind}: «{header}» is not known, and was not used");
    }
    if mapping.entries().next().is_none() && unknown.is_empty() {
        println!("Nothing was said about any header, and none was unknown.");
    }
    Ok(ExitCode::SUCCESS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_header_may_contain_colons_and_equals_signs() {
        let meaning: Meaning = "customers:Nr: a=b =number".parse().unwrap();
        assert_eq!(
            (meaning.header.text.as_str(), meaning.column.as_deref()),
            ("Nr: a=b", Some("number"))
        );
        let left_out: Meaning = "visits:Hobby=".parse().unwrap();
        assert_eq!((left_out.header.kind, left_out.column), (FileKind::Visits, None));
        for wrong in [
            "customers",
            "customers:x",
            "people:x=number",
            "customers: =number",
        ] {
            assert!(wrong.parse::<Meaning>().is_err(), "{wrong}");
        }
    }
}
