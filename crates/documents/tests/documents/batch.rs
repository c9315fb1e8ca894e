//! Many letters as one file.

use std::process::Command;

use carport_documents::{Document, Letter, RenderError, render, render_letters};
use carport_domain::Language;

use crate::reading::text;
use crate::{paragraph, samples};

#[test]
fn a_batch_keeps_its_order_and_numbers_each_letter_by_itself() {
    let letters = (0..110).map(|n| {
        let mut letter = samples::letter(Language::ALL[n % 4]);
        letter.message.subject = format!("Kenmerk-{n:03}");
        letter.message.parts.truncate(2);
        if n % 10 == 3 {
            letter.message.parts.insert(
                2,
                paragraph(&"Nog een zin die de brief langer maakt. ".repeat(90)),
            );
        }
        letter
    });
    let pdf = render_letters(letters).unwrap();
    let pages: Vec<String> = text(&pdf).split_terminator('\u{c}').map(str::to_owned).collect();
    let mut found = Vec::new();
    for page in &pages {
        let subject = page
            .split("Kenmerk-")
            .nth(1)
            .unwrap_or_else(|| panic!("a page without its letter: {page}"));
        found.push(subject[..3].parse::<usize>().unwrap());
    }
    assert!(found.is_sorted(), "{found:?}");
    found.dedup();
    assert_eq!(found, (0..110).collect::<Vec<_>>());
    assert!(pages.len() > 110, "some letters have two pages");
    let third: Vec<&String> = pages.iter().filter(|page| page.contains("Kenmerk-003")).collect();
    assert_eq!(third.len(), 2);
    assert!(
        third[0].contains("Page 1 of 2") && third[1].contains("Page 2 of 2"),
        "{third:?}"
    );
}

#[test]
fn a_batch_names_the_letter_that_cannot_be_made() {
    let mut letters: Vec<Letter> = (0..3).map(|_| samples::letter(Language::Nl)).collect();
    letters[1].message.subject.clear();
    let error = render(&Document::LetterBatch(letters)).unwrap_err();
    assert_eq!(
        error,
        RenderError::InBatch {
            number: 2,
            reason: Box::new(RenderError::Missing { field: "subject" })
        }
    );
    assert_eq!(
        error.to_string(),
        "letter 2 of the batch: the field «subject» is empty"
    );
    assert_eq!(render_letters([]), Err(RenderError::Missing { field: "letters" }));
}

/// A figure of the process's memory in kilobytes: `VmRSS` now, `VmHWM` at its highest.
fn memory(figure: &str) -> usize {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find(|line| line.starts_with(figure)).unwrap();
    line.split_whitespace().nth(1).unwrap().parse().unwrap()
}

#[test]
fn memory_for_many_letters_grows_with_the_file_and_not_with_the_typesetting() {
    // measured in a process of its own, where no other test uses memory meanwhile
    const ALONE: &str = "CARPORT_TEST_ALONE";
    if std::env::var_os(ALONE).is_none() {
        let name = "batch::memory_for_many_letters_grows_with_the_file_and_not_with_the_typesetting";
        let output = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", name, "--nocapture"])
            .env(ALONE, "1")
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&output.stdout) + String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success() && said.contains("1 passed"), "{said}");
        return;
    }
    const LETTERS: usize = 250;
    let mut after_100 = 0;
    let letters = (0..LETTERS).map(|n| {
        if n == 100 {
            after_100 = memory("VmRSS");
        }
        let mut letter = samples::letter(Language::ALL[n % 4]);
        // short letters: what counts is how many there are
        letter.message.parts.truncate(1);
        letter.message.qr = None;
        letter.message.subject = format!("Brief {n}");
        letter
    });
    let pdf = render_letters(letters).unwrap();
    let in_file = pdf.len() / LETTERS;
    let grown = memory("VmHWM").saturating_sub(after_100);
    println!("a letter takes {in_file} bytes of the file; 150 letters took {grown} kB of memory");
    assert!(
        in_file < 6_000,
        "{in_file} bytes a letter: faces or logos are repeated"
    );
    // set at one go, each letter holds 600 kB until the end
    assert!(grown < 60_000, "150 letters took {grown} kB of memory");
}
