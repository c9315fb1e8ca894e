//! Writes the shipped messages and service mails as HTML and text into a folder, to be looked at in a browser:
//! `cargo run -p carport-outreach --example mail_samples -- DIR`

use std::collections::BTreeMap;
use std::path::PathBuf;

use carport_domain::company::Colour;
use carport_domain::content::Values;
use carport_domain::moments::catalogue;
use carport_domain::{Language, Texts};
use carport_outreach::compose::{Composer, Foot, Message, Reason, Sender, ServiceKind, ServiceWords, WayOut};
use chrono::NaiveDate;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = PathBuf::from(std::env::args().nth(1).ok_or("say into which folder")?);
    std::fs::create_dir_all(&folder)?;
    let composer = Composer::default();
    for language in Language::ALL {
        let sender = sender(*language);
        for moment in catalogue() {
            let foot = Foot::Marketing {
                reason: Reason::Customer {
                    last_visit: NaiveDate::from_ymd_opt(2026, 3, 9),
                },
                way_out: WayOut {
                    unsubscribe_url: "https://garage.example/u/7c3e8a553f5e6d7c".to_owned(),
                    preferences_url: "https://garage.example/p/7c3e8a553f5e6d7c".to_owned(),
                },
                first: false,
            };
            let values = Values::sample(*language, true);
            let mail = composer.email(&Message {
                content: &moment.content,
                hash: &moment.content.hash(),
                language: *language,
                company_language: *language,
                sender: &sender,
                customer: "104217",
                values: &values,
                foot: &foot,
            })?;
            write(
                &folder,
                &format!("{}-{language}", moment.definition.key),
                &mail.html,
                &mail.text,
            )?;
        }
        let values: BTreeMap<String, String> = [
            ("hours", "24"), ("days", "7"), ("minutes", "10"), ("count", "3"), ("code", "48151623"), ("reason", "inloggen"), ("time", "22-11-2026 09:30"), ("due", "30-11-2026"),
            ("inviter", "Pim Bakker"), ("role", "Marketing"), ("topic", "APK"),
            ("changes", "Anna de Wit (104217)\n– e-mail: anna@post.example → a.dewit@post.example\n– XX-123-X: 86.400 km\n\nBo Groen (2)\n– 06 0000 0000"),
        ]
        .map(|(k, v)| (k.to_owned(), v.to_owned()))
        .into();
        for kind in ServiceKind::ALL {
            let button = Some("https://garage.example/jansen/set-password/0f1e2d3c4b5a69788796a5b4c3d2e1f0");
            let words = ServiceWords {
                kind: *kind,
                name: Some("Anna de Wit"),
                values: &values,
                button,
            };
            let mail = composer.service(&words, &sender, &Texts::new(*language))?;
            write(&folder, &format!("{kind}-{language}"), &mail.html, &mail.text)?;
        }
    }
    Ok(())
}

fn write(folder: &std::path::Path, name: &str, html: &str, text: &str) -> std::io::Result<()> {
    std::fs::write(folder.join(format!("{name}.html")), html)?;
    std::fs::write(folder.join(format!("{name}.txt")), text)
}

fn sender(language: Language) -> Sender {
    let (name, brand) = match language {
        Language::Nl => ("Garage Voorbeeld", [0x1f, 0x6f, 0x5c]),
        Language::De => ("Autohaus Muster", [0xf2, 0xc4, 0x00]),
        Language::Ru => ("Автоцентр «Пример»", [0xb0, 0x1e, 0x2f]),
        Language::En => ("Sample Garage", [0x12, 0x12, 0x18]),
    };
    Sender {
        name: name.to_owned(),
        legal_name: format!("{name} B.V."),
        address: vec!["Dorpsstraat 1".to_owned(), "1234 AB Voorbeeldstad".to_owned()],
        registration: vec![("KvK".to_owned(), "00000000".to_owned())],
        phone: Some("020 000 0000".to_owned()),
        email: Some("info@garage.example".to_owned()),
        website: "https://garage.example".to_owned(),
        privacy_url: "https://garage.example/privacy".to_owned(),
        brand: Colour { rgb: brand },
        radius: 12,
        logo: None,
        yellow_plates: language == Language::Nl,
    }
}
