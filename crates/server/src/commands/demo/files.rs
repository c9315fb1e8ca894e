//! The demo's exports: shipped beside the program, dated from today, in the encoding each company's system writes.

use std::path::{Path, PathBuf};

use chrono::{Days, NaiveDate};
use rust_embed::RustEmbed;

use super::companies::{Demo, DemoCompany};
use super::documents::Contents;

#[derive(RustEmbed)]
#[folder = "../../demo/"]
struct Shipped;

/// The companies.
///
/// # Errors
/// The shipped description cannot be read.
pub fn companies() -> anyhow::Result<Demo> {
    let file =
        Shipped::get("companies.toml").ok_or_else(|| anyhow::anyhow!("demo/companies.toml is missing"))?;
    Ok(toml::from_str(std::str::from_utf8(&file.data)?)?)
}

/// A company's logo at a place.
///
/// # Errors
/// The drawing is not among the shipped files.
pub fn logo(slug: &str, place: i64) -> anyhow::Result<Vec<u8>> {
    let name = format!("logos/{slug}-{place}.svg");
    let file = Shipped::get(&name).ok_or_else(|| anyhow::anyhow!("demo/{name} is missing"))?;
    Ok(file.data.into_owned())
}

/// What stands on the invoices of a company whose documents come with the export.
///
/// # Errors
/// The shipped description cannot be read.
pub fn documents(company: &DemoCompany) -> anyhow::Result<Contents> {
    match Shipped::get(&format!("documents/{}.toml", company.slug)) {
        Some(file) => Ok(toml::from_str(std::str::from_utf8(&file.data)?)?),
        None => Ok(Contents::new()),
    }
}

/// Writes a company's exports into a folder as its system would have delivered them today; their paths.
///
/// # Errors
/// A date token cannot be read, or a file cannot be written.
pub fn deliver(company: &DemoCompany, today: NaiveDate, folder: &Path) -> anyhow::Result<Vec<PathBuf>> {
    let prefix = format!("{}/", company.slug);
    let mut paths = Vec::new();
    for name in Shipped::iter().filter(|name| name.starts_with(&prefix)) {
        let Some(file) = Shipped::get(&name) else { continue };
        let path = folder.join(&name[prefix.len()..]);
        if let Some(parent) = path.parent() {
            std::fs::create_dir_all(parent)?;
        }
        let bytes = if name.ends_with(".csv") {
            let text = dated(std::str::from_utf8(&file.data)?, &company.dates, today)?;
            encoded(&text, &company.encoding)
        } else {
            file.data.into_owned()
        };
        std::fs::write(&path, bytes)?;
        paths.push(path);
    }
    paths.sort();
    Ok(paths)
}

/// Puts dates in the place of `{today-30}` and the like.
fn dated(text: &str, form: &str, today: NaiveDate) -> anyhow::Result<String> {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("{today") {
        let (offset, behind) = after
            .split_once('}')
            .ok_or_else(|| anyhow::anyhow!("a date token without an end"))?;
        let days: i64 = offset
            .parse()
            .map_err(|_| anyhow::anyhow!("«{{today{offset}}}» is no date token"))?;
        let size = Days::new(days.unsigned_abs());
        let date = if days < 0 {
            today.checked_sub_days(size)
        } else {
            today.checked_add_days(size)
        };
        out.push_str(before);
        out.push_str(&date.unwrap_or(today).format(form).to_string());
        rest = behind;
    }
    out.push_str(rest);
    Ok(out)
}

fn encoded(text: &str, encoding: &str) -> Vec<u8> {
    match encoding_rs::Encoding::for_label(encoding.as_bytes()) {
        Some(encoding) => encoding.encode(text).0.into_owned(),
        None => text.as_bytes().to_vec(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_exports_are_dated_from_today_and_written_as_each_system_writes() {
        let folder = tempfile::tempdir().unwrap();
        let today = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
        for company in &companies().unwrap().company {
            let paths = deliver(company, today, &folder.path().join(&company.slug)).unwrap();
            assert!(paths.len() >= 4, "{}: {paths:?}", company.slug);
            let contents = documents(company).unwrap();
            let made = super::super::documents::deliver(
                company,
                &contents,
                today,
                (&folder.path().join(&company.slug), &paths),
            );
            // each comes to the amount of the export
            assert_eq!(made.unwrap().len(), contents.len(), "{}", company.slug);
            for path in paths.iter().filter(|p| p.extension().is_some_and(|e| e == "csv")) {
                let bytes = std::fs::read(path).unwrap();
                assert!(
                    !String::from_utf8_lossy(&bytes).contains("{today"),
                    "{}",
                    path.display()
                );
                assert!(std::str::from_utf8(&bytes).is_ok() || company.encoding != "utf-8");
            }
        }
        assert_eq!(
            dated("a{today-30}b{today+0}", "%d-%m-%Y", today).unwrap(),
            "a23-10-2026b22-11-2026"
        );
        assert!(dated("{today", "%d", today).is_err());
        assert!(dated("{todayx}", "%d", today).is_err());
    }
}
