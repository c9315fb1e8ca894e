//! Invented documents in every language, for eyes and for tests.

mod invoice;
mod letter;
mod records;

use carport_documents::{CardSize, CounterCard, Document, Fact, Logo, Sender};
use carport_domain::{Language, Timestamp};
use chrono::NaiveDate;

pub use invoice::invoice;
pub use letter::letter;
pub use records::{explanation, period_proof, proof};

/// One text per language, in the order Dutch, German, Russian, English.
fn pick<T: Copy>(language: Language, texts: [T; 4]) -> T {
    let [nl, de, ru, en] = texts;
    match language {
        Language::Nl => nl,
        Language::De => de,
        Language::Ru => ru,
        Language::En => en,
    }
}

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default()
}

/// Monday 12 January 2026, 09:30:15 UTC.
const NOW: Timestamp = Timestamp(1_768_210_215_000_000);

/// A company with a drawn logo.
pub fn sender(language: Language) -> Sender {
    let colour = pick(language, ["#0b5c8a", "#b4232f", "#e0a100", "#0b5c8a"]);
    let logo = format!(
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 200 50'><rect width='50' height='50' rx='12' fill='{colour}'/>\
         <path d='M10 31c0-4 3-6 6-7l4-7c1-2 3-3 5-3h8c3 0 5 1 6 4l2 6c3 1 4 3 4 7v5h-6a4 4 0 0 1-8 0h-9a4 4 0 0 1-8 0h-4z' fill='#fff'/>\
         <path d='M66 16h54v6H66zM66 30h112v4H66z' fill='{colour}'/></svg>"
    );
    Sender {
        name: pick(
            language,
            [
                "Autobedrijf Jansen",
                "Autohaus Lindner",
                "СеверАвто",
                "Jansen Garage",
            ],
        )
        .into(),
        legal_name: pick(
            language,
            [
                "Jansen Automotive B.V.",
                "Autohaus Lindner GmbH & Co. KG",
                "ООО «СеверАвто»",
                "Jansen Automotive B.V.",
            ],
        )
        .into(),
        address: match language {
            Language::De => vec!["Lindenallee 48".into(), "04109 Leipzig".into()],
            Language::Ru => vec![
                "пр. Мореплавателей, д. 17".into(),
                "190031 Санкт-Петербург".into(),
            ],
            Language::Nl | Language::En => vec!["Molenweg 12".into(), "4811 XK Breda".into()],
        },
        registration: pick(
            language,
            [
                [("KvK", "00123456"), ("btw-nr.", "NL001234567B01")],
                [("HRA", "00987 AG Leipzig"), ("USt-IdNr.", "DE001234567")],
                [("ИНН", "0012345678"), ("КПП", "001201001")],
                [("KvK", "00123456"), ("VAT no.", "NL001234567B01")],
            ],
        )
        .into_iter()
        .map(|(label, value)| Fact::new(label, value))
        .collect(),
        phone: Some(
            pick(
                language,
                [
                    "076 000 12 34",
                    "0341 000 12 34",
                    "+7 812 000-12-34",
                    "+31 76 000 12 34",
                ],
            )
            .into(),
        ),
        email: Some(
            pick(
                language,
                [
                    "info@jansen.example",
                    "service@lindner.example",
                    "klient@severavto.example",
                    "info@jansen.example",
                ],
            )
            .into(),
        ),
        website: Some(
            pick(
                language,
                [
                    "jansen.example",
                    "lindner.example",
                    "severavto.example",
                    "jansen.example",
                ],
            )
            .into(),
        ),
        accent: colour.parse().unwrap_or(carport_documents::Colour {
            red: 0,
            green: 0,
            blue: 0,
        }),
        logo: Logo::new(logo.as_bytes()).ok(),
    }
}

fn plate(language: Language) -> (&'static str, &'static str) {
    pick(
        language,
        [
            ("NL", "G-482-XK"),
            ("DE", "L RX 2041"),
            ("RU", "А 123 ВС 178"),
            ("NL", "G-482-XK"),
        ],
    )
}

fn car_name(language: Language) -> &'static str {
    pick(
        language,
        [
            "Merel 1.4 Stationwagon",
            "Kranich 2.0 TD Kombi",
            "Чайка 1.6",
            "Merel 1.4 Estate",
        ],
    )
}

/// The card on the counter.
pub fn counter_card(language: Language, size: CardSize) -> CounterCard {
    let sender = sender(language);
    let website = sender.website.clone().unwrap_or_default();
    CounterCard {
        language,
        sender,
        size,
        headline: pick(
            language,
            [
                "Uw auto op uw telefoon",
                "Ihr Auto auf Ihrem Telefon",
                "Ваш автомобиль в телефоне",
                "Your car on your phone",
            ],
        )
        .into(),
        points: pick(
            language,
            [
                [
                    "Zie wanneer de APK verloopt",
                    "Maak een afspraak wanneer het u uitkomt",
                    "Vind al uw facturen terug",
                ],
                [
                    "Sehen, wann die Hauptuntersuchung fällig ist",
                    "Termine vereinbaren, wann es Ihnen passt",
                    "Alle Rechnungen wiederfinden",
                ],
                [
                    "Срок техосмотра всегда под рукой",
                    "Запись на удобное время",
                    "Все счета в одном месте",
                ],
                [
                    "See when the MOT runs out",
                    "Book when it suits you",
                    "Find all your invoices",
                ],
            ],
        )
        .into_iter()
        .map(str::to_owned)
        .collect(),
        url: format!("https://{website}/start"),
        shown: format!("{website}/start"),
        date: day(2026, 1, 12),
    }
}

/// Every document in a language, with a name for its file.
pub fn all(language: Language) -> Vec<(&'static str, Document)> {
    vec![
        ("letter", Document::Letter(letter(language))),
        ("consent-proof", Document::ConsentProof(proof(language))),
        (
            "consent-proof-period",
            Document::ConsentProof(period_proof(language, 12)),
        ),
        ("explanation", Document::Explanation(explanation(language))),
        ("invoice", Document::Invoice(invoice(language))),
        (
            "counter-card",
            Document::CounterCard(counter_card(language, CardSize::A5)),
        ),
    ]
}
