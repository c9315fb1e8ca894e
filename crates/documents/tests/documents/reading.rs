//! Documents read back with poppler's `pdftotext`.

use std::io::Write as _;
use std::process::{Command, Stdio};

/// What `pdftotext` makes of a PDF.
pub fn pdftotext(pdf: &[u8], options: &[&str]) -> String {
    let mut child = Command::new("pdftotext")
        .args(options)
        .args(["-", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("pdftotext, from the Debian package poppler-utils");
    let mut stdin = child.stdin.take().unwrap();
    std::thread::scope(|scope| {
        scope.spawn(move || stdin.write_all(pdf).unwrap());
        let output = child.wait_with_output().unwrap();
        assert!(output.status.success(), "pdftotext refuses the file");
        String::from_utf8(output.stdout).unwrap()
    })
}

pub fn text(pdf: &[u8]) -> String {
    pdftotext(pdf, &["-raw"])
}

/// The text as one line without gaps: where lines break is not what most tests are about.
pub fn squeezed(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_whitespace() && *c != '\u{200b}' && *c != '\u{ad}')
        .collect()
}

/// A word on a page, its edges in millimetres from the upper left corner.
#[derive(Debug)]
pub struct Word {
    pub text: String,
    pub left: f64,
    pub top: f64,
    pub right: f64,
    pub bottom: f64,
}

impl Word {
    pub fn within(&self, left: f64, top: f64, right: f64, bottom: f64) -> bool {
        self.left >= left && self.top >= top && self.right <= right && self.bottom <= bottom
    }
    pub fn touches(&self, left: f64, top: f64, right: f64, bottom: f64) -> bool {
        self.left < right && self.right > left && self.top < bottom && self.bottom > top
    }
}

/// The words of each page.
pub fn pages(pdf: &[u8]) -> Vec<Vec<Word>> {
    let edge = |line: &str, name: &str| -> f64 {
        let after = line.split_once(&format!("{name}=\"")).unwrap().1;
        after.split_once('"').unwrap().0.parse::<f64>().unwrap() * 25.4 / 72.0
    };
    let word = |line: &str| Word {
        text: line
            .split_once('>')
            .unwrap()
            .1
            .split_once('<')
            .unwrap()
            .0
            .replace("&apos;", "'")
            .replace("&amp;", "&"),
        left: edge(line, "xMin"),
        top: edge(line, "yMin"),
        right: edge(line, "xMax"),
        bottom: edge(line, "yMax"),
    };
    let listed = pdftotext(pdf, &["-bbox"]);
    let pages = listed.split("<page ").skip(1);
    pages
        .map(|page| {
            page.lines()
                .filter(|line| line.trim_start().starts_with("<word"))
                .map(word)
                .collect()
        })
        .collect()
}

/// The words of the first page.
pub fn words(pdf: &[u8]) -> Vec<Word> {
    pages(pdf).swap_remove(0)
}
