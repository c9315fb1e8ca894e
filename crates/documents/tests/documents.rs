//! Every document as a reader, an envelope and a screen reader meet it. Needs poppler's `pdftotext`.

#[path = "../examples/sample/samples.rs"]
mod samples;

use std::io::Write as _;
use std::process::{Command, Stdio};
use std::sync::LazyLock;

use carport_documents::{CardSize, Document, Fact, Letter, RenderError, Window, render, render_letters};
use carport_domain::Language;
use carport_domain::content::{LetterPart, Run};
use proptest::prelude::*;

/// What `pdftotext` makes of a PDF.
fn pdftotext(pdf: &[u8], options: &[&str]) -> String {
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

fn text(pdf: &[u8]) -> String {
    pdftotext(pdf, &["-raw"])
}

/// The text as one line without gaps: where lines break is not what most tests are about.
fn squeezed(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_whitespace() && *c != '\u{200b}' && *c != '\u{ad}')
        .collect()
}

/// A word on a page, its edges in millimetres from the upper left corner.
#[derive(Debug)]
struct Word {
    text: String,
    left: f64,
    top: f64,
    right: f64,
    bottom: f64,
}

impl Word {
    fn within(&self, left: f64, top: f64, right: f64, bottom: f64) -> bool {
        self.left >= left && self.top >= top && self.right <= right && self.bottom <= bottom
    }
    fn touches(&self, left: f64, top: f64, right: f64, bottom: f64) -> bool {
        self.left < right && self.right > left && self.top < bottom && self.bottom > top
    }
}

/// The words of the first page.
fn words(pdf: &[u8]) -> Vec<Word> {
    let page = pdftotext(pdf, &["-bbox", "-f", "1", "-l", "1"]);
    assert!(
        page.contains("<page width=\"595.2") && page.contains("height=\"841.8"),
        "not A4: {page}"
    );
    let edge = |line: &str, name: &str| -> f64 {
        let after = line.split_once(&format!("{name}=\"")).unwrap().1;
        after.split_once('"').unwrap().0.parse::<f64>().unwrap() * 25.4 / 72.0
    };
    page.lines()
        .filter(|line| line.trim_start().starts_with("<word"))
        .map(|line| Word {
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
        })
        .collect()
}

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
fn the_same_document_is_the_same_file() {
    for (name, document) in samples::all(Language::Ru) {
        let (_, _, before) = SAMPLES
            .iter()
            .find(|(known, ..)| *known == format!("{name}-ru"))
            .unwrap();
        assert!(render(&document).unwrap() == *before, "{name}");
    }
}

/// The window of the table in letter.rs: its field, and the column of text in it.
fn field(window: Window) -> (f64, f64, f64) {
    match window {
        Window::Left => (20.0, 25.0, 105.0),
        Window::Right => (110.0, 115.0, 195.0),
    }
}

#[test]
fn the_address_stands_in_the_window_and_nothing_else_shows() {
    for &language in Language::ALL {
        for window in [Window::Left, Window::Right] {
            let mut letter = samples::letter(language);
            letter.window = window;
            for lines in [letter.recipient.clone(), six_long_lines()] {
                letter.recipient = lines;
                let page = words(&render(&Document::Letter(letter.clone())).unwrap());
                let (field_left, text_left, field_right) = field(window);
                let seen: Vec<&Word> = page
                    .iter()
                    .filter(|w| w.touches(field_left, 45.0, field_right, 90.0))
                    .collect();
                let (address, above): (Vec<&Word>, Vec<&Word>) =
                    seen.into_iter().partition(|w| w.top >= 60.0);
                for word in &address {
                    // the box of a word reaches a millimetre above its ink
                    assert!(
                        word.within(text_left - 0.1, 61.5, text_left + 75.1, 90.0),
                        "{window:?} {language}: {word:?}"
                    );
                }
                let read: String = address.iter().map(|w| w.text.as_str()).collect();
                assert_eq!(
                    read,
                    squeezed(&letter.recipient.concat()),
                    "{window:?} {language}"
                );
                // above it only the sender line; the place for franking is clear
                assert!(!above.is_empty());
                for word in above {
                    assert!(
                        word.within(text_left - 0.1, 45.0, text_left + 75.1, 50.2),
                        "{window:?} {language}: {word:?}"
                    );
                }
            }
        }
    }
}

fn six_long_lines() -> Vec<String> {
    [
        "Stichting Oldtimerliefhebbers Zuidwest-Nederland",
        "t.a.v. de heer W. van Hoogstraten-Uittenbogaard",
        "Afdeling Wagenparkbeheer en Verzekeringen",
        "Burgemeester Van Rijckevorselplein 1204-bis",
        "4811 ZZ 's-Hertogenbosch-Rosmalen",
        "NIEDERLANDE",
    ]
    .map(str::to_owned)
    .to_vec()
}

#[test]
fn an_address_that_cannot_be_shown_whole_is_refused_by_name() {
    let refused = |recipient: &[&str]| {
        let mut letter = samples::letter(Language::Nl);
        letter.recipient = recipient.iter().map(|line| (*line).to_owned()).collect();
        assert_eq!(
            letter.check(),
            render(&Document::Letter(letter.clone())).map(drop)
        );
        letter.check().unwrap_err()
    };
    assert_eq!(refused(&["", " "]), RenderError::Missing { field: "recipient" });
    assert_eq!(
        refused(&["a"; 7]),
        RenderError::TooLong {
            field: "recipient",
            max: 6
        }
    );
    let line = "W".repeat(60);
    assert_eq!(
        refused(&[&line]),
        RenderError::AddressTooWide { line: line.clone() }
    );
    assert_eq!(
        refused(&["ישראל ישראלי"]),
        RenderError::AddressNotPrintable {
            line: "ישראל ישראלי".into()
        }
    );
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

/// Texts that would do harm if they were ever read as source.
const HOSTILE: [&str; 10] = [
    "#panic(\"boom\")",
    "#sys.inputs #import \"base.typ\": * #read(\"/etc/passwd\")",
    "$ x^2 $ $",
    "@reference <label> [content] {code} */ /* // comment",
    "\\ \\u{41} \\#",
    "*bold _italic_ `raw` ```",
    "= Heading\n- item\n+ item\n/ term: text",
    "\"quotes\" 'quotes' ~ --- ...",
    "${jndi:x} {{ name }} {% raw %} %s %n",
    "<script>alert(1)</script> ]]> &amp;",
];

/// A letter, a proof and an invoice that carry a text wherever they take one.
fn carrying(raw: &str) -> Vec<Document> {
    let own = || raw.to_owned();
    let fact = || Fact::new(own(), own());
    let mut letter = samples::letter(Language::De);
    letter.sender.name = format!("N {raw}");
    letter.sender.legal_name = format!("N {raw}");
    letter.sender.address = vec![own()];
    letter.sender.registration = vec![fact()];
    letter.references = vec![fact()];
    letter.message.subject = format!("S {raw}");
    let runs = vec![Run {
        words: own(),
        bold: true,
    }];
    letter.message.parts = vec![
        paragraph(raw),
        LetterPart::Heading { words: own() },
        LetterPart::List {
            items: vec![runs.clone()],
            numbered: true,
        },
        LetterPart::Action {
            title: own(),
            runs,
            address: Some((own(), own())),
        },
        LetterPart::Address {
            label: own(),
            url: own(),
        },
        LetterPart::Divider,
        LetterPart::Signature {
            name: own(),
            role: Some(own()),
        },
    ];
    letter.message.foot = vec![own()];
    let mut proof = samples::proof(Language::Ru);
    proof.asked_by = Some(own());
    proof.issued_by = own();
    for event in &mut proof.events {
        (event.action, event.how, event.by, event.subject) = (own(), own(), own(), vec![own()]);
        event.details = vec![fact()];
        event.hash = own();
        event.wording = Some(own());
    }
    proof.wordings[0].text = own();
    proof.command = format!("c {raw}");
    let mut explanation = samples::explanation(Language::Nl);
    explanation.outcome = own();
    for decision in &mut explanation.channels {
        (
            decision.channel,
            decision.reason,
            decision.rule,
            decision.evidence,
        ) = (own(), own(), own(), vec![own()]);
    }
    let mut invoice = samples::invoice(Language::En);
    invoice.customer = vec![own()];
    invoice.lines[0].description = own();
    invoice.remarks = vec![own()];
    let mut card = samples::counter_card(Language::De, CardSize::A5);
    card.points = vec![own(); 2];
    card.shown = own();
    vec![
        Document::Letter(letter),
        Document::ConsentProof(proof),
        Document::Explanation(explanation),
        Document::Invoice(invoice),
        Document::CounterCard(card),
    ]
}

#[test]
fn text_that_looks_like_source_is_printed_and_not_executed() {
    for document in carrying(&HOSTILE.join("\n")) {
        let printed = squeezed(&text(&render(&document).unwrap()));
        for raw in HOSTILE {
            assert!(
                printed.contains(&squeezed(raw)),
                "«{raw}» is missing from {printed}"
            );
        }
    }
}

#[test]
fn other_scripts_emoji_and_control_characters_never_break_a_document() {
    for raw in [
        "שלום עולם مرحبا 你好 ไทย 👩‍🔧🚗💨 🇳🇱",
        "\0\u{1}\u{7f}\u{9f}\u{fffe}\u{202e}abc\u{feff}\u{e000}",
        "",
    ] {
        for document in carrying(raw) {
            match render(&document) {
                Ok(_) | Err(RenderError::TooLong { .. } | RenderError::Missing { .. }) => {}
                Err(error) => panic!("«{}»: {error}", raw.chars().take(40).collect::<String>()),
            }
        }
    }
}

#[test]
fn an_endless_word_and_an_endless_paragraph_stay_on_the_paper() {
    let mut letter = samples::letter(Language::Nl);
    letter.message.parts = vec![
        paragraph(&"x".repeat(400)),
        paragraph(&"Lange zin over banden en olie. ".repeat(330)),
    ];
    let mut proof = samples::proof(Language::Nl);
    proof.events[0].how = "Lange zin over banden en olie. ".repeat(330);
    proof.events[0].subject = vec!["y".repeat(200), "klant@".to_owned() + &"voorbeeld.".repeat(20)];
    for document in [Document::Letter(letter), Document::ConsentProof(proof)] {
        let pdf = render(&document).unwrap();
        for word in words(&pdf) {
            assert!(word.right <= 191.0 && word.bottom <= 290.0, "{word:?}");
        }
        assert_eq!(
            text(&pdf).matches("banden").count() / 330,
            1,
            "a sentence is lost"
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(20))]

    #[test]
    fn any_text_at_all_makes_a_document_or_a_named_refusal(raw in any::<String>(), which in 0..5_usize) {
        match render(&carrying(&raw)[which]) {
            Ok(pdf) => prop_assert!(pdf.starts_with(b"%PDF-1.7")),
            Err(error) => prop_assert!(!matches!(error, RenderError::Typesetting(_)), "{error}"),
        }
    }
}

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
        let name = "memory_for_many_letters_grows_with_the_file_and_not_with_the_typesetting";
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
