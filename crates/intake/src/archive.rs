//! Unpacking the archives of a delivery: each into a folder of its own, under names that lead nowhere else, and all of them
//! together to no more than a delivery may hold (SEC-IMP-1).

use std::fs::File;
use std::io::{self, BufWriter, Read, Write};
use std::path::{Path, PathBuf};

use crate::delivery::{DeliveryProblem, extension};
use crate::table::Limits;

/// How many times larger than the archive its contents may be.
const EXPANSION: u64 = 200;
/// What even the smallest archive may hold, bytes.
const LEAST: u64 = 1 << 20;
/// Folders that are kept around a file, and the file: the nearest tell documents of one name apart.
const STEPS: usize = 4;

/// What the archives of one delivery may still hold, and where they go.
pub(crate) struct Unpacking {
    scratch: PathBuf,
    limit: u64,
    bytes: u64,
    files: usize,
    archives: usize,
}

impl Unpacking {
    /// Into folders inside `scratch`.
    pub fn into(scratch: &Path, limits: &Limits) -> Self {
        Self {
            scratch: scratch.to_owned(),
            limit: limits.unpacked_bytes,
            bytes: limits.unpacked_bytes,
            files: limits.unpacked_files,
            archives: 0,
        }
    }

    /// Unpacks an archive; the folder.
    ///
    /// # Errors
    /// It is none, holds another archive or two files of one place, or is more than the delivery may hold.
    pub fn unpack(&mut self, archive: &Path) -> Result<PathBuf, DeliveryProblem> {
        let packed = std::fs::metadata(archive)?.len();
        let mut zip = zip::ZipArchive::new(File::open(archive)?).map_err(io::Error::other)?;
        self.files = self
            .files
            .checked_sub(zip.len())
            .ok_or_else(|| self.too_large())?;
        self.archives += 1;
        let into = self.scratch.join(format!("unpacked-{}", self.archives));
        if into.exists() {
            std::fs::remove_dir_all(&into)?;
        }
        std::fs::create_dir_all(&into)?;
        let mut left = packed.saturating_mul(EXPANSION).max(LEAST);
        for n in 0..zip.len() {
            let entry = zip.by_index(n).map_err(io::Error::other)?;
            let Some(place) = place(&entry.name().map_err(io::Error::other)?) else {
                continue;
            };
            if entry.is_dir() {
                continue;
            }
            if extension(&place) == "zip" {
                return Err(DeliveryProblem::ArchiveInside(place.display().to_string()));
            }
            let path = into.join(&place);
            if let Some(folder) = path.parent() {
                std::fs::create_dir_all(folder)?;
            }
            // two files of one place: which of them is meant, nobody can tell
            let mut out = BufWriter::new(File::create_new(&path)?);
            let most = left.min(self.bytes);
            let written = io::copy(&mut entry.take(most.saturating_add(1)), &mut out)?;
            out.flush()?;
            if written > most {
                return Err(self.too_large());
            }
            left -= written;
            self.bytes -= written;
        }
        Ok(into)
    }

    fn too_large(&self) -> DeliveryProblem {
        DeliveryProblem::ArchiveTooLarge { limit: self.limit }
    }
}

/// Where a file of an archive goes inside the folder; none for what systems hide in archives.
fn place(name: &str) -> Option<PathBuf> {
    let steps: Vec<&str> = name
        .split(['/', '\\'])
        .filter(|step| !matches!(*step, "" | "." | ".."))
        .collect();
    if steps.is_empty() || steps[0] == "__MACOSX" || steps.iter().any(|step| step.starts_with('.')) {
        return None;
    }
    Some(steps[steps.len().saturating_sub(STEPS)..].iter().collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIMITS: fn() -> Limits = Limits::default;

    /// An archive in the folder, with so many zeros in each of its files.
    fn archive(folder: &Path, name: &str, files: &[(&str, usize)]) -> PathBuf {
        let path = folder.join(name);
        let mut zip = zip::ZipWriter::new(File::create(&path).unwrap());
        for (name, zeros) in files {
            let options = zip::write::SimpleFileOptions::default();
            zip.start_file(*name, options).unwrap();
            zip.write_all(&vec![0; *zeros]).unwrap();
        }
        zip.finish().unwrap();
        path
    }

    #[test]
    fn no_name_leads_out_of_the_folder_and_what_is_hidden_stays_in_the_archive() {
        for (name, kept) in [
            ("klanten.csv", Some("klanten.csv")),
            ("../../klanten.csv", Some("klanten.csv")),
            ("/etc/klanten.csv", Some("etc/klanten.csv")),
            ("export\\2025\\0001.pdf", Some("export/2025/0001.pdf")),
            ("a/b/c/d/e.pdf", Some("b/c/d/e.pdf")),
            ("__MACOSX/0001.pdf", None),
            (".git/0001.pdf", None),
            ("..", None),
        ] {
            assert_eq!(place(name).as_deref(), kept.map(Path::new), "{name}");
        }
    }

    #[test]
    fn files_of_one_name_in_two_folders_stay_two() {
        let dir = tempfile::tempdir().unwrap();
        let path = archive(dir.path(), "a.zip", &[("2025/0001.pdf", 1), ("2026/0001.pdf", 2)]);
        let into = Unpacking::into(dir.path(), &LIMITS()).unpack(&path).unwrap();
        let size = |name: &str| std::fs::metadata(into.join(name)).unwrap().len();
        assert_eq!((size("2025/0001.pdf"), size("2026/0001.pdf")), (1, 2));
    }

    #[test]
    fn two_files_of_one_place_are_refused() {
        let dir = tempfile::tempdir().unwrap();
        let path = archive(dir.path(), "a.zip", &[("x/1.pdf", 1), ("x\\1.pdf", 2)]);
        let refused = Unpacking::into(dir.path(), &LIMITS()).unpack(&path);
        assert!(matches!(refused, Err(DeliveryProblem::Archive(_))), "{refused:?}");
    }

    #[test]
    fn all_archives_of_a_delivery_share_one_measure_and_each_has_a_folder_of_its_own() {
        let dir = tempfile::tempdir().unwrap();
        let limits = Limits {
            unpacked_bytes: 300_000,
            ..LIMITS()
        };
        let mut unpacking = Unpacking::into(dir.path(), &limits);
        let path = archive(
            dir.path(),
            "a.zip",
            &[("klanten.csv", 100_000), ("visits.csv", 50_000)],
        );
        let (one, other) = (unpacking.unpack(&path).unwrap(), unpacking.unpack(&path).unwrap());
        assert_ne!(one, other);
        let third = unpacking.unpack(&path);
        assert!(
            matches!(third, Err(DeliveryProblem::ArchiveTooLarge { limit: 300_000 })),
            "{third:?}"
        );
    }

    #[test]
    fn an_archive_that_unpacks_to_far_more_than_it_should_is_refused_in_the_middle() {
        let dir = tempfile::tempdir().unwrap();
        let path = archive(dir.path(), "bomb.zip", &[("klanten.csv", 64 << 20)]);
        let packed = std::fs::metadata(&path).unwrap().len();
        let refused = Unpacking::into(dir.path(), &LIMITS()).unpack(&path);
        assert!(
            matches!(refused, Err(DeliveryProblem::ArchiveTooLarge { .. })),
            "{refused:?}"
        );
        let written = std::fs::metadata(dir.path().join("unpacked-1/klanten.csv"))
            .unwrap()
            .len();
        assert!(written <= (packed * EXPANSION).max(LEAST) + 1, "{written}");
    }

    #[test]
    fn too_many_files_are_refused_before_any_is_written() {
        let dir = tempfile::tempdir().unwrap();
        let path = archive(dir.path(), "a.zip", &[("1.pdf", 1), ("2.pdf", 1), ("3.pdf", 1)]);
        let limits = Limits {
            unpacked_files: 2,
            ..LIMITS()
        };
        let refused = Unpacking::into(dir.path(), &limits).unpack(&path);
        assert!(
            matches!(refused, Err(DeliveryProblem::ArchiveTooLarge { .. })),
            "{refused:?}"
        );
        assert!(!dir.path().join("unpacked-1").exists());
    }

    #[test]
    fn an_archive_inside_an_archive_is_refused() {
        let dir = tempfile::tempdir().unwrap();
        let path = archive(dir.path(), "a.zip", &[("klanten.csv", 1), ("inner/b.ZIP", 1)]);
        let refused = Unpacking::into(dir.path(), &LIMITS()).unpack(&path);
        assert!(
            matches!(&refused, Err(DeliveryProblem::ArchiveInside(name)) if name == "inner/b.ZIP"),
            "{refused:?}"
        );
    }
}
