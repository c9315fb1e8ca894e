//! Every document as a reader, an envelope and a screen reader meet it. Needs poppler's `pdftotext`.

mod batch;
mod hostile;
mod reading;
#[path = "../../examples/sample/samples/mod.rs"]
mod samples;
mod window;

use std::sync::LazyLock;

use carport_documents::{Document, render};
use carport_domain::Language;
use carport_domain::content::{LetterPart, Run};

use reading::{pages, text};

/// Every sample in every language, made once for all tests.
static SAMPLES: LazyLock<Vec<(String, Language, Vec<u8>)>> = LazyLock::new(|| {
    let all = Language::ALL.iter().flat_map(|&language| {
        samples::all(language)
            .into_iter()
            .map(move |sample| (language, sample))
    });
    all.map(|(language, (name, document))| {
        (format!("{name}-{language}"), language, render(&document).unwrap())
    })
    .collect()
});

#[test]
fn every_document_reads_well_in_every_language() {
    for (name, _, pdf) in SAMPLES.iter() {
        insta::assert_snapshot!(name.as_str(), text(pdf));
    }
}

#[test]
fn every_document_is_tagged_archivable_titled_and_says_its_language() {
    for (name, language, pdf) in SAMPLES.iter() {
        let has = |needle: &str| {
            pdf.windows(needle.len())
                .any(|window| window == needle.as_bytes())
        };
        assert!(
            has("pdfaid:part>2<") && has("pdfaid:conformance>A<"),
            "{name}: not PDF/A-2a"
        );
        assert!(has("pdfuaid:part>1<"), "{name}: not PDF/UA-1");
        assert!(has("/Marked true"), "{name}: not tagged");
        assert!(has(&format!("/Lang({language})")), "{name}: no language");
        assert!(has("<dc:title>"), "{name}: no title");
    }
}

#[test]
fn no_word_stands_on_another() {
    for (name, _, pdf) in SAMPLES.iter() {
        for page in pages(pdf) {
            for (at, word) in page.iter().enumerate() {
                for other in &page[at + 1..] {
                    let across = word.right.min(other.right) - word.left.max(other.left);
                    let down = word.bottom.min(other.bottom) - word.top.max(other.top);
                    let height = (word.bottom - word.top).min(other.bottom - other.top);
                    assert!(
                        across < 0.5 || down < 0.6 * height,
                        "{name}: {word:?} and {other:?}"
                    );
                }
            }
        }
    }
}

#[test]
fn the_same_document_is_the_same_file() {
    for (name, document) in samples::all(Language::Ru) {
        let (_, _, before) = SAMPLES
            .iter()
            .find(|(known, ..)| *known == format!("{name}-ru"))
            .unwrap();
        assert!(render(&document).unwrap() == *before, "{name}");
    }
}

#[test]
fn pages_are_numbered_only_when_there_is_more_than_one() {
    let mut letter = samples::letter(Language::Nl);
    let one = text(&render(&Document::Letter(letter.clone())).unwrap());
    assert!(!one.contains("Pagina"), "{one}");
    for n in 0..5 {
        letter.message.parts.insert(
            2,
            paragraph(&format!(
                "Alinea {n}. {}",
                "Nog een zin die de brief langer maakt. ".repeat(10)
            )),
        );
    }
    let long = text(&render(&Document::Letter(letter)).unwrap());
    assert!(
        long.contains("Pagina 1 van 2") && long.contains("Pagina 2 van 2"),
        "{long}"
    );
}

#[test]
fn a_letter_without_a_notice_a_code_or_a_logo_is_still_a_letter() {
    let mut letter = samples::letter(Language::De);
    letter.message.foot.clear();
    letter.message.qr = None;
    letter.sender.logo = None;
    letter.references.clear();
    letter.message.parts.truncate(2);
    let text = text(&render(&Document::Letter(letter)).unwrap());
    assert!(text.contains("Autohaus Lindner"));
    assert!(!text.contains("widersprechen"));
}

fn paragraph(words: &str) -> LetterPart {
    LetterPart::Paragraph {
        runs: vec![Run {
            words: words.to_owned(),
            bold: false,
        }],
    }
}
