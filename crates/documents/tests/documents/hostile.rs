//! Texts that mean harm, or only look as if they did.

use carport_documents::{CardSize, Document, Fact, RenderError, render};
use carport_domain::Language;
use carport_domain::content::{LetterPart, Run};
use proptest::prelude::*;

use crate::reading::{squeezed, text, words};
use crate::{paragraph, samples};

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
