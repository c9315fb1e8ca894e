//! A letter.

use carport_documents::{Fact, Letter, Window};
use carport_domain::Language;
use carport_domain::content::{Letter as Message, LetterPart, LetterQr, PrintedCar, Run};

use super::{car_name, day, pick, plate, sender};

fn plain(words: &str) -> Vec<Run> {
    vec![Run {
        words: words.to_owned(),
        bold: false,
    }]
}

fn paragraph(words: &str) -> LetterPart {
    LetterPart::Paragraph { runs: plain(words) }
}

/// A reminder of the inspection.
pub fn letter(language: Language) -> Letter {
    let (plate_country, plate) = plate(language);
    let sender = sender(language);
    let url = format!(
        "https://{}/l/7Q4M-2KXD",
        sender.website.clone().unwrap_or_default()
    );
    let shown = url.trim_start_matches("https://").to_owned();
    let recipient = pick(
        language,
        [
            [
                "Mevrouw A. de Wit-van der Meulen",
                "Prins Bernhardstraat 104-2",
                "4812 AB Breda",
            ],
            [
                "Herrn Dr. Karl-Heinz Wintermöller",
                "Kastanienweg 9",
                "04275 Leipzig",
            ],
            [
                "Орловой Наталье Викторовне",
                "ул. Садовая, д. 5, кв. 41",
                "191023 Санкт-Петербург",
            ],
            ["Ms Anna Whitfield", "Prins Bernhardstraat 106", "4812 AB Breda"],
        ],
    );
    Letter {
        recipient: recipient.into_iter().map(str::to_owned).collect(),
        window: Window::Left,
        date: day(2026, 1, 12),
        references: vec![
            Fact::new(pick(language, ["Klantnummer", "Kundennr.", "Номер клиента", "Customer no."]), "104 233"),
            Fact::new(pick(language, ["Kenteken", "Kennzeichen", "Номер", "Plate"]), plate),
        ],
        plate_country: plate_country.into(),
        message: Message {
            language,
            subject: pick(language, [
                "De APK van uw auto verloopt op 14 februari 2026",
                "Die Hauptuntersuchung Ihres Fahrzeugs ist im Februar 2026 fällig",
                "Техосмотр вашего автомобиля действует до 14 февраля 2026 г.",
                "The MOT of your car runs out on 14 February 2026",
            ]).into(),
            parts: vec![
                paragraph(pick(language, ["Beste mevrouw De Wit,", "Sehr geehrter Herr Dr. Wintermöller,", "Здравствуйте, Наталья Викторовна!", "Dear Ms Whitfield,"])),
                LetterPart::Paragraph { runs: vec![
                    Run { words: pick(language, [
                        "Over vijf weken verloopt de APK van uw auto. ",
                        "in fünf Wochen läuft die Plakette Ihres Fahrzeugs ab. ",
                        "Через пять недель заканчивается срок техосмотра. ",
                        "In five weeks the MOT of your car runs out. ",
                    ]).into(), bold: false },
                    Run { words: pick(language, [
                        "Maak nu een afspraak, dan kiest u zelf de dag.",
                        "Wenn Sie jetzt einen Termin vereinbaren, wählen Sie den Tag selbst.",
                        "Запишитесь сейчас, и вы сами выберете день.",
                        "Book now and you choose the day yourself.",
                    ]).into(), bold: true },
                    Run { words: pick(language, [
                        " Terwijl wij keuren, drinkt u een kop koffie of neemt u een leenfiets mee.",
                        " Während der Fahrzeuguntersuchung erhalten Sie auf Wunsch ein Werkstattersatzfahrzeug oder eine Mobilitätsgarantieverlängerungsbescheinigung.",
                        " Пока мы проверяем автомобиль, вы можете выпить кофе или взять подменный автомобиль.",
                        " While we inspect it, have a coffee or borrow a bicycle.",
                    ]).into(), bold: false },
                ] },
                LetterPart::Car(PrintedCar {
                    plate: Some(plate.into()),
                    make_model: Some(car_name(language).into()),
                    due: vec![
                        (pick(language, ["APK tot", "HU bis", "Техосмотр до", "MOT until"]).into(), "14-02-2026".into()),
                        (pick(language, ["Onderhoud", "Wartung", "Обслуживание", "Service"]).into(), "05-2026".into()),
                    ],
                }),
                LetterPart::Heading { words: pick(language, ["Wat we nakijken", "Was wir prüfen", "Что мы проверим", "What we check"]).into() },
                LetterPart::List {
                    numbered: false,
                    items: pick(language, [
                        ["Remmen, banden en verlichting", "Besturing en ophanging", "Uitstoot"],
                        ["Bremsen, Reifen und Beleuchtung", "Lenkung und Aufhängung", "Abgasverhalten"],
                        ["Тормоза, шины и свет", "Рулевое управление и подвеску", "Выхлоп"],
                        ["Brakes, tyres and lights", "Steering and suspension", "Emissions"],
                    ]).into_iter().map(plain).collect(),
                },
                LetterPart::Action {
                    title: pick(language, [
                        "APK en kleine beurt samen voor € 149",
                        "Hauptuntersuchung und Inspektion zusammen für 149 €",
                        "Техосмотр и малое обслуживание вместе за 9 900 ₽",
                        "MOT and small service together for €149",
                    ]).into(),
                    runs: plain(pick(language, [
                        "Olie, filters en ruitenwissers inbegrepen. Geldig tot en met 14 februari 2026.",
                        "Öl, Filter und Wischerblätter inbegriffen. Gültig bis 14. Februar 2026.",
                        "Масло, фильтры и щётки стеклоочистителя включены. Действует до 14 февраля 2026 г.",
                        "Oil, filters and wipers included. Valid until 14 February 2026.",
                    ])),
                    address: Some((pick(language, ["Afspraak maken", "Termin vereinbaren", "Записаться", "Book"]).into(), url.clone())),
                },
                paragraph(pick(language, ["Met vriendelijke groet,", "Mit freundlichen Grüßen", "С уважением,", "Kind regards,"])),
                LetterPart::Signature {
                    name: pick(language, ["Joris Jansen", "Sabine Lindner", "Алексей Морозов", "Joris Jansen"]).into(),
                    role: Some(pick(language, ["chef werkplaats", "Serviceleitung", "руководитель сервиса", "workshop manager"]).into()),
                },
            ],
            qr: Some(LetterQr {
                url,
                label: pick(language, [
                    "Uw auto, uw afspraken en uw keuzes op één pagina",
                    "Ihr Auto, Ihre Termine und Ihre Wünsche auf einer Seite",
                    "Ваш автомобиль, записи и настройки на одной странице",
                    "Your car, your appointments and your choices on one page",
                ]).into(),
            }),
            foot: vec![
                pick(language, [
                    "U krijgt deze brief omdat u op 4 maart 2025 voor onderhoud bij ons was.",
                    "Sie erhalten diesen Brief, weil Sie am 4. März 2025 zur Wartung bei uns waren.",
                    "Вы получили это письмо, потому что 4 марта 2025 г. обслуживали у нас автомобиль.",
                    "You get this letter because we serviced your car on 4 March 2025.",
                ]).into(),
                carport_documents::objection_notice(language, &sender.legal_name, &shown),
            ],
        },
        sender,
    }
}
