//! What people get, in four languages; and what hostile values do to it, which is nothing.

use std::collections::BTreeMap;

use carport_domain::company::Colour;
use carport_domain::content::{Content, Draft, LetterPart, Values, Variable};
use carport_domain::{Language, Texts};
use chrono::NaiveDate;

use super::*;

pub(crate) fn sender() -> Sender {
    Sender {
        name: "Garage Noordhof".to_owned(),
        legal_name: "Noordhof Autobedrijf B.V.".to_owned(),
        address: vec!["Dorpsstraat 1".to_owned(), "1234 AB Voorbeeldstad".to_owned()],
        registration: vec![
            ("KvK".to_owned(), "00000000".to_owned()),
            ("BTW".to_owned(), "NL000000000B00".to_owned()),
        ],
        phone: Some("020 000 0000".to_owned()),
        email: Some("info@noordhof.example".to_owned()),
        website: "https://noordhof.example".to_owned(),
        privacy_url: "https://noordhof.example/privacy".to_owned(),
        brand: Colour {
            rgb: [0x1f, 0x6f, 0x5c],
        },
        radius: 12,
        logo: None,
        yellow_plates: true,
    }
}

pub(crate) fn foot() -> Foot {
    Foot::Marketing {
        reason: Reason::Customer {
            last_visit: NaiveDate::from_ymd_opt(2026, 3, 9),
        },
        way_out: WayOut {
            unsubscribe_url: "https://noordhof.example/u/0f1e2d3c".to_owned(),
            preferences_url: "https://noordhof.example/p/0f1e2d3c".to_owned(),
        },
        first: true,
    }
}

/// A message with every kind of block, worded alike in all languages so that the frame is what differs.
pub(crate) fn content() -> Content {
    let wording = serde_json::json!({
        "subject": "APK {{ plate | fallback \"auto\" }}",
        "preheader": "{{ first_name }}: {{ inspection_due | fallback \"2027\" }}",
        "blocks": [
            { "type": "paragraph", "text": "{{ salutation }}" },
            { "type": "heading", "text": "{{ make_model }}", "shown_to": "with_car" },
            { "type": "paragraph", "text": "**{{ inspection_due | fallback \"<b>\\\\& }} {% x %}\" }}**\nA & B < C, {curly} [link](https://garage.example/?a=1&b=2)" },
            { "type": "list", "items": ["één", "**twee** {{ mileage | fallback \"-\" }}"] },
            { "type": "car" },
            { "type": "personal_page", "label": "Mijn auto" },
            { "type": "action", "title": "Banden", "text": "Voor de winter",
              "button": { "label": "Kijk", "url": "https://garage.example/banden" } },
            { "type": "divider" },
            { "type": "signature", "name": "{{ advisor }}", "role": "Werkplaats" },
        ],
        "sms": "APK {{ plate | fallback \"auto\" }}: {{ my_page_url }}",
        "script": "APK {{ plate | fallback \"auto\" }}",
    });
    let languages: serde_json::Map<_, _> = Language::ALL
        .iter()
        .map(|l| (l.to_string(), wording.clone()))
        .collect();
    serde_json::from_value::<Draft>(languages.into())
        .unwrap()
        .check()
        .unwrap()
}

fn email(values: &Values, language: Language) -> Result<RenderedEmail, ComposeError> {
    let (content, sender, foot) = (content(), sender(), foot());
    let message = Message {
        content: &content,
        hash: "sample",
        language,
        company_language: Language::Nl,
        sender: &sender,
        customer: "104217 Anna de Wit",
        values,
        foot: &foot,
    };
    Composer::default().email(&message)
}

#[test]
fn a_marketing_mail_reads_well_as_text_in_every_language() {
    for language in Language::ALL {
        let mail = email(&Values::sample(*language, true), *language).unwrap();
        insta::assert_snapshot!(
            format!("marketing_text_{language}"),
            format!("{}\n\n{}", mail.subject, mail.text)
        );
    }
}

#[test]
fn the_html_of_a_marketing_mail_is_as_it_was_reviewed() {
    for language in [Language::Nl, Language::Ru] {
        let mail = email(&Values::sample(language, true), language).unwrap();
        insta::assert_snapshot!(format!("marketing_html_{language}"), mail.html);
    }
}

#[test]
fn a_mail_names_its_language_its_sender_the_reason_and_the_way_out_and_asks_nothing_of_others() {
    for language in Language::ALL {
        let mail = email(&Values::sample(*language, true), *language).unwrap();
        for (form, whole) in [("html", mail.html.clone()), ("text", mail.text)] {
            for needed in [
                "Noordhof Autobedrijf B.V.",
                "KvK\u{a0}00000000",
                "Dorpsstraat 1",
                "020\u{a0}000\u{a0}0000",
                "https://noordhof.example/u/0f1e2d3c",
                "https://noordhof.example/p/0f1e2d3c",
                "https://noordhof.example/privacy",
                "https://mijn.garage.example/l/voorbeeld",
                "https://garage.example/banden",
            ] {
                assert!(whole.contains(needed), "{language} {form}: {needed}");
            }
            assert!(
                !whole.contains("{{") && !whole.contains("{%"),
                "{language} {form}: a placeholder is left"
            );
        }
        assert!(mail.html.contains(&format!("lang=\"{language}\"")));
        assert!(mail.html.len() < 40_000, "{}", mail.html.len());
        for outside in ["fonts.googleapis", "<script", "@import", "<link"] {
            assert!(!mail.html.contains(outside), "{outside}");
        }
    }
}

#[test]
fn a_german_soft_opt_in_says_the_words_the_law_wants() {
    let mail = email(&Values::sample(Language::De, true), Language::De).unwrap();
    assert!(
        mail.text.contains("jederzeit") && mail.text.contains("Übermittlungskosten nach den Basistarifen")
    );
}

#[test]
fn a_customer_without_a_car_gets_no_empty_lines_about_one() {
    let mail = email(&Values::sample(Language::Nl, false), Language::Nl).unwrap();
    assert_eq!(mail.subject, "APK auto");
    assert!(!mail.html.contains("class=\"plate\""));
    assert!(!mail.text.contains("Meridiaan"));
}

#[test]
fn a_missing_value_stops_the_mail_and_is_named() {
    let values = Values::new()
        .with(Variable::Plate, "XX-123-X")
        .with(Variable::MakeModel, "Meridiaan Tourer");
    let Err(ComposeError::Missing(missing)) = email(&values, Language::Nl) else {
        panic!("must not be written")
    };
    assert_eq!(missing.customer, "104217 Anna de Wit");
    let named: Vec<_> = missing.variables.iter().map(|v| v.as_str()).collect();
    assert_eq!(named, ["my_page_url", "salutation", "first_name", "advisor"]);
}

#[test]
fn hostile_values_are_words_and_nothing_else() {
    let hostile = "<script>alert(1)</script>{{ 7*7 }}{% raw %}\r\nBcc: x@y.example\n\n# Betaal hier \"'&";
    let values = Variable::ALL
        .iter()
        .filter(|v| !v.is_address())
        .fold(Values::sample(Language::En, true), |values, v| {
            values.with(*v, hostile)
        });
    let mail = email(&values, Language::En).unwrap();
    assert!(!mail.html.contains("<script"), "markup");
    assert!(mail.html.contains("&lt;script&gt;"));
    assert!(
        mail.html.contains("&#123;&#123; 7*7 &#125;&#125;"),
        "kept as words"
    );
    assert!(!mail.subject.contains(['\r', '\n']), "{:?}", mail.subject);
    assert!(
        !mail.text.contains("\nBcc:") && !mail.text.contains("\n# Betaal"),
        "lines of its own"
    );
}

#[test]
fn hostile_words_of_staff_are_words_too() {
    let mail = email(&Values::sample(Language::Nl, false), Language::Nl).unwrap();
    assert!(
        mail.html.contains("A &amp; B &lt; C, &#123;curly&#125;"),
        "literal braces and signs"
    );
    assert!(
        mail.text
            .contains("A & B < C, {curly} link (https://garage.example/?a=1&b=2)")
    );
    assert!(mail.text.contains("<b>\\\\& }} {% x %}"), "a fallback is words");
    assert!(mail.html.contains("&lt;b&gt;"));
}

#[test]
fn letter_sms_and_script_say_the_same_in_their_own_way() {
    let (content, sender, foot, values) = (content(), sender(), foot(), Values::sample(Language::Nl, true));
    let message = Message {
        content: &content,
        hash: "sample",
        language: Language::Nl,
        company_language: Language::Nl,
        sender: &sender,
        customer: "104217",
        values: &values,
        foot: &foot,
    };
    let letter = message.letter().unwrap();
    assert_eq!(letter.subject, "APK XX-123-X");
    assert_eq!(
        letter.qr.as_ref().unwrap().url,
        "https://mijn.garage.example/l/voorbeeld"
    );
    assert!(
        letter.foot[0].contains("omdat u klant bent") && letter.foot[1].contains("/p/0f1e2d3c"),
        "{:?}",
        letter.foot
    );
    let LetterPart::Car(car) = letter
        .parts
        .iter()
        .find(|p| matches!(p, LetterPart::Car(_)))
        .unwrap()
    else {
        unreachable!()
    };
    assert_eq!(
        car.due[0],
        ("APK geldig tot".to_owned(), "15 maart 2027".to_owned())
    );

    let sms = message.sms().unwrap();
    assert_eq!(
        sms.text,
        "Garage Noordhof: APK XX-123-X: https://mijn.garage.example/l/voorbeeld Afmelden: https://noordhof.example/u/0f1e2d3c"
    );
    assert_eq!((sms.segments, sms.encoding), (1, SmsEncoding::Gsm7));

    let script = message.script().unwrap();
    assert!(script.opening.contains("Garage Noordhof") && script.opening.contains("aanbod"));
    assert!(!script.objection.is_empty());
}

fn service(kind: ServiceKind, language: Language) -> RenderedEmail {
    let values: BTreeMap<String, String> = [
        ("hours", "24"),
        ("days", "2"),
        ("minutes", "10"),
        ("count", "3"),
        ("code", "48151623"),
        ("reason", "to sign in"),
        ("time", "22-11-2026 09:30"),
        ("due", "30-11-2026"),
        ("inviter", "Pim Bakker"),
        ("role", "APK"),
        ("topic", "APK"),
        (
            "changes",
            "Anna de Wit (104217)\n– e-mail: a@b.example → c@d.example\n– X\n\nBo (2)\n– Y",
        ),
    ]
    .map(|(k, v)| (k.to_owned(), v.to_owned()))
    .into();
    let words = ServiceWords {
        kind,
        name: Some("Anna de Wit"),
        values: &values,
        button: Some("https://noordhof.example/x/secret"),
    };
    Composer::default()
        .service(&words, &sender(), &Texts::new(language))
        .unwrap()
}

#[test]
fn every_service_mail_reads_well_in_every_language() {
    for language in Language::ALL {
        let all: Vec<String> = ServiceKind::ALL
            .iter()
            .map(|kind| {
                let mail = service(*kind, *language);
                format!("=== {kind}: {}\n{}", mail.subject, mail.text)
            })
            .collect();
        insta::assert_snapshot!(format!("service_{language}"), all.join("\n"));
    }
}

#[test]
fn the_html_of_a_service_mail_is_as_it_was_reviewed() {
    insta::assert_snapshot!(
        "service_html_nl",
        service(ServiceKind::PasswordReset, Language::Nl).html
    );
}

#[test]
fn every_service_mail_has_words_in_every_language_and_a_button_exactly_where_it_should() {
    for kind in ServiceKind::ALL {
        for part in ["subject", "text"] {
            assert!(Texts::has(&format!("mail-{kind}-{part}")), "{kind} {part}");
        }
        assert_eq!(
            Texts::has(&format!("mail-{kind}-button")),
            kind.has_button(),
            "{kind}"
        );
        for language in Language::ALL {
            let mail = service(*kind, *language);
            assert_eq!(
                mail.text.contains("/x/secret"),
                kind.has_button(),
                "{kind} {language}"
            );
            assert!(
                !mail.text.contains("noordhof.example/u/"),
                "{kind} {language}: nothing to unsubscribe from"
            );
            for left in ["{", "mail-", "\u{1}"] {
                assert!(
                    !mail.text.contains(left) && !mail.subject.contains(left),
                    "{kind} {language}: {left}"
                );
            }
        }
    }
}

#[test]
fn a_service_mail_without_one_of_its_values_is_not_sent_half_empty() {
    let values = BTreeMap::new();
    let words = |button| ServiceWords {
        kind: ServiceKind::PasswordReset,
        name: None,
        values: &values,
        button,
    };
    let write =
        |words: &ServiceWords<'_>| Composer::default().service(words, &sender(), &Texts::new(Language::Nl));
    assert_eq!(
        write(&words(Some("https://a.example"))).unwrap_err(),
        ComposeError::NoValue("hours")
    );
    let values = BTreeMap::from([("hours".to_owned(), "24".to_owned())]);
    let no_button = ServiceWords {
        kind: ServiceKind::PasswordReset,
        name: None,
        values: &values,
        button: None,
    };
    assert_eq!(write(&no_button).unwrap_err(), ComposeError::NoValue("button"));
    let bad = ServiceWords {
        button: Some("javascript:alert(1)"),
        ..no_button
    };
    assert_eq!(write(&bad).unwrap_err(), ComposeError::NoValue("button"));
}

#[test]
fn a_name_cannot_put_words_into_the_companys_mouth() {
    let values = BTreeMap::from([
        (
            "inviter".to_owned(),
            "Eve\n\nPay here: https://evil.example".to_owned(),
        ),
        ("role".to_owned(), "{{ plate }}".to_owned()),
        ("days".to_owned(), "7".to_owned()),
    ]);
    let words = ServiceWords {
        kind: ServiceKind::StaffInvitation,
        name: Some("**Bold** [x](https://evil.example)"),
        values: &values,
        button: Some("https://a.example/x"),
    };
    let mail = Composer::default()
        .service(&words, &sender(), &Texts::new(Language::En))
        .unwrap();
    assert!(!mail.text.contains("\nPay here"), "{}", mail.text);
    assert!(!mail.html.contains("href=\"https://evil"));
    assert!(mail.text.contains("{{ plate }}") && mail.text.contains("**Bold** [x]"));
}

#[test]
fn a_template_is_made_once_for_many_recipients() {
    let composer = Composer::default();
    let (content, sender, foot) = (content(), sender(), foot());
    for values in [
        Values::sample(Language::Nl, true),
        Values::sample(Language::Nl, true).with(Variable::FirstName, "Bo"),
    ] {
        let message = Message {
            content: &content,
            hash: "sample",
            language: Language::Nl,
            company_language: Language::Nl,
            sender: &sender,
            customer: "1",
            values: &values,
            foot: &foot,
        };
        composer.email(&message).unwrap();
    }
    assert_eq!(composer.templates.lock().unwrap().len(), 1);
}
