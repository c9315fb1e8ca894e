//! Invented documents in every language, for eyes and for tests.

use carport_documents::{
    CardSize, ChainCheck, ChainResult, ChannelDecision, ConsentProof, CounterCard, Document, Explanation,
    Fact, Invoice, InvoiceLine, Letter, Link, Logo, Plate, ProofEvent, ProofScope, Sender, Standing, Tone,
    Verdict, Window, Wording,
};
use carport_domain::content::{Letter as Message, LetterPart, LetterQr, PrintedCar, Run};
use carport_domain::money::Currency;
use carport_domain::{Language, Timestamp};
use chrono::NaiveDate;

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

fn plain(words: &str) -> Vec<Run> {
    vec![Run {
        words: words.to_owned(),
        bold: false,
    }]
}

fn paragraph(words: &str) -> LetterPart {
    LetterPart::Paragraph { runs: plain(words) }
}

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

fn hash(n: u64) -> String {
    (0..4)
        .map(|part| {
            format!(
                "{:016x}",
                (n + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(part * 13)
            )
        })
        .collect()
}

fn wordings(language: Language) -> Vec<Wording> {
    let text = pick(
        language,
        [
            "Mogen wij u een bericht sturen als uw auto aan onderhoud of APK toe is?\nU kunt dit altijd weer uitzetten op uw eigen pagina.",
            "Dürfen wir Sie benachrichtigen, wenn Ihr Fahrzeug zur Wartung oder zur Hauptuntersuchung muss?\nSie können das auf Ihrer Seite jederzeit wieder abschalten.",
            "Можно ли сообщать вам, когда автомобилю пора на обслуживание или техосмотр?\nВы всегда можете отключить это на своей странице.",
            "May we tell you when your car is due for service or inspection?\nYou can switch this off at any time on your own page.",
        ],
    );
    vec![Wording {
        key: "W1".into(),
        title: "preferences-reminders, v3".into(),
        language,
        text: text.into(),
        sha256: hash(900),
    }]
}

fn event(language: Language, number: u64, person: Option<String>) -> ProofEvent {
    let (tone, action) = match number % 3 {
        0 => (
            Tone::No,
            pick(language, ["Ingetrokken", "Widerrufen", "Отозвано", "Withdrawn"]),
        ),
        1 => (
            Tone::Neutral,
            pick(
                language,
                [
                    "Mededeling getoond",
                    "Hinweis gezeigt",
                    "Уведомление показано",
                    "Notice shown",
                ],
            ),
        ),
        _ => (
            Tone::Yes,
            pick(
                language,
                [
                    "Toestemming gegeven",
                    "Einwilligung erteilt",
                    "Согласие дано",
                    "Consent given",
                ],
            ),
        ),
    };
    ProofEvent {
        number,
        at: NOW.plus_seconds(-(200 - i64::try_from(number).unwrap_or(0)) * 86_400),
        person,
        action: action.into(),
        tone,
        subject: vec![
            pick(
                language,
                [
                    "APK- en onderhoudsservice",
                    "Erinnerungsservice",
                    "Напоминания об обслуживании",
                    "Reminder service",
                ],
            )
            .into(),
            pick(language, ["e-mail", "E-Mail", "эл. почта", "e-mail"]).into(),
            "anna.de.wit-van.der.meulen@voorbeeldprovider.example".into(),
        ],
        wording: (tone == Tone::Yes).then(|| "W1".into()),
        how: pick(
            language,
            [
                "Eigen pagina, formulier Voorkeuren v7; niets vooraf aangevinkt",
                "Eigene Seite, Formular Einstellungen v7; nichts vorab angekreuzt",
                "Личная страница, форма «Настройки» v7; ничего не отмечено заранее",
                "Own page, preferences form v7; nothing ticked beforehand",
            ],
        )
        .into(),
        by: pick(
            language,
            [
                "de klant, aangemeld",
                "der Kunde, angemeldet",
                "клиент, после входа",
                "the customer, signed in",
            ],
        )
        .into(),
        details: if tone == Tone::No {
            vec![Fact::new(
                pick(
                    language,
                    ["Betreft nr.", "Betrifft Nr.", "Относится к №", "Concerns no."],
                ),
                (number - 1).to_string(),
            )]
        } else {
            vec![Fact::new("IP", "192.0.2.0/24")]
        },
        hash: hash(number),
    }
}

/// The proof of one person's consent.
pub fn proof(language: Language) -> ConsentProof {
    let state = |tone, texts| Standing {
        topic: pick(
            language,
            [
                "APK- en onderhoudsservice",
                "Erinnerungsservice",
                "Напоминания об обслуживании",
                "Reminder service",
            ],
        )
        .into(),
        channel: pick(language, ["E-mail", "E-Mail", "Эл. почта", "E-mail"]).into(),
        state: pick::<&str>(language, texts).into(),
        tone,
        since: (tone != Tone::Neutral).then_some(NOW.plus_seconds(-9_000_000)),
        entry: (tone != Tone::Neutral).then_some(5),
    };
    ConsentProof {
        language,
        sender: sender(language),
        scope: ProofScope::Person {
            name: pick(
                language,
                [
                    "A. de Wit-van der Meulen",
                    "Dr. Karl-Heinz Wintermöller",
                    "Орлова Наталья Викторовна",
                    "Anna Whitfield",
                ],
            )
            .into(),
            facts: vec![Fact::new(
                pick(
                    language,
                    ["Klantnummer", "Kundennummer", "Номер клиента", "Customer number"],
                ),
                "104 233",
            )],
        },
        asked_by: Some(
            pick(
                language,
                [
                    "Toezichthouder, afdeling Consumenten",
                    "Aufsichtsbehörde, Referat 4",
                    "Надзорный орган, отдел 4",
                    "Supervisory authority, unit 4",
                ],
            )
            .into(),
        ),
        reference: Some("2026/0417".into()),
        issued_at: NOW,
        issued_by: pick(
            language,
            [
                "M. de Boer (marketing)",
                "T. Krause (Marketing)",
                "О. Белова (маркетинг)",
                "M. de Boer (marketing)",
            ],
        )
        .into(),
        zone: pick(
            language,
            [
                chrono_tz::Europe::Amsterdam,
                chrono_tz::Europe::Berlin,
                chrono_tz::Europe::Moscow,
                chrono_tz::Europe::Amsterdam,
            ],
        ),
        standing: vec![
            state(Tone::Yes, ["toegestaan", "erlaubt", "разрешено", "permitted"]),
            state(Tone::No, ["geweigerd", "abgelehnt", "отказано", "refused"]),
            state(
                Tone::Neutral,
                ["nooit gevraagd", "nie gefragt", "не спрашивали", "never asked"],
            ),
        ],
        events: (1..=6).map(|n| event(language, n, None)).collect(),
        wordings: wordings(language),
        chain: ChainCheck {
            first: Some(Link {
                number: 1,
                hash: hash(1),
            }),
            last: Some(Link {
                number: 6,
                hash: hash(6),
            }),
            result: ChainResult::Intact {
                entries: 48_211,
                erased: 12,
                head: Link {
                    number: 48_211,
                    hash: hash(48_211),
                },
            },
        },
        command: "carport consent verify --company jansen --until 48211".into(),
    }
}

/// The proof of all consents in a period, with a chain that was tampered with.
pub fn period_proof(language: Language, entries: u64) -> ConsentProof {
    let mut proof = proof(language);
    proof.scope = ProofScope::Period {
        from: day(2025, 10, 1),
        to: day(2025, 12, 31),
        people: 17,
    };
    proof.standing.clear();
    proof.events = (1..=entries)
        .map(|n| event(language, n, Some(format!("Klant {}", 100_000 + n))))
        .collect();
    proof.chain.result = ChainResult::Broken {
        number: 4_711,
        what: pick(
            language,
            [
                "De inhoud van vermelding 4711 is gewijzigd.",
                "Der Inhalt des Eintrags 4711 wurde geändert.",
                "Содержание записи 4711 изменено.",
                "The content of entry 4711 was changed.",
            ],
        )
        .into(),
    };
    proof
}

/// Why a customer gets a reminder by letter and not otherwise.
pub fn explanation(language: Language) -> Explanation {
    let decision = |channel: [&str; 4],
                    verdict,
                    reason: [&str; 4],
                    basis: Option<[&str; 4]>,
                    rule: &str,
                    evidence: Vec<String>| ChannelDecision {
        channel: pick(language, channel).into(),
        verdict,
        reason: pick(language, reason).into(),
        basis: basis.map(|b| pick(language, b).into()),
        rule: rule.into(),
        evidence,
    };
    Explanation {
        language,
        sender: sender(language),
        customer: pick(
            language,
            [
                "A. de Wit-van der Meulen",
                "Dr. Karl-Heinz Wintermöller",
                "Орлова Наталья Викторовна",
                "Anna Whitfield",
            ],
        )
        .into(),
        facts: vec![
            Fact::new(
                pick(
                    language,
                    ["Klantnummer", "Kundennummer", "Номер клиента", "Customer number"],
                ),
                "104 233",
            ),
            Fact::new(
                pick(language, ["Auto", "Fahrzeug", "Автомобиль", "Car"]),
                plate(language).1,
            ),
        ],
        moment: pick(
            language,
            [
                "APK verloopt",
                "Hauptuntersuchung fällig",
                "Срок техосмотра",
                "MOT due",
            ],
        )
        .into(),
        purpose: pick(
            language,
            [
                "APK- en onderhoudsservice",
                "Erinnerungsservice",
                "Напоминания об обслуживании",
                "Reminder service",
            ],
        )
        .into(),
        outcome: pick(
            language,
            [
                "Deze klant krijgt het per brief.",
                "Der Kunde erhält es per Brief.",
                "Клиент получит это письмом по почте.",
                "This customer gets it by letter.",
            ],
        )
        .into(),
        decided_at: NOW,
        zone: chrono_tz::Europe::Amsterdam,
        rule_pack: "NL, 2026-07-01".into(),
        channels: vec![
            decision(
                ["E-mail", "E-Mail", "Эл. почта", "E-mail"],
                Verdict::Deny,
                [
                    "De klant heeft e-mail voor dit onderwerp geweigerd.",
                    "Der Kunde hat E-Mails zu diesem Thema abgelehnt.",
                    "Клиент отказался от писем по этой теме.",
                    "The customer refused e-mail for this topic.",
                ],
                None,
                "NL-email-P1",
                vec![
                    pick(
                        language,
                        [
                            "Nee gezegd op 3 november 2025",
                            "Nein gesagt am 3. November 2025",
                            "Отказ 3 ноября 2025",
                            "Said no on 3 November 2025",
                        ],
                    )
                    .into(),
                ],
            ),
            decision(
                ["Brief", "Brief", "Письмо по почте", "Letter"],
                Verdict::Allow,
                [
                    "De klant was binnen 36 maanden bij u en heeft geen bezwaar gemaakt tegen post.",
                    "Der Kunde war in den letzten 36 Monaten bei Ihnen und hat Briefen nicht widersprochen.",
                    "Клиент обращался к вам в последние 36 месяцев и не возражал против писем.",
                    "The customer came to you within 36 months and has not objected to letters.",
                ],
                Some([
                    "gerechtvaardigd belang",
                    "berechtigtes Interesse",
                    "законный интерес",
                    "legitimate interest",
                ]),
                "NL-letter-LI",
                vec![
                    pick(
                        language,
                        [
                            "Werkplaatsbezoek betaald op 4 maart 2025",
                            "Werkstattbesuch bezahlt am 4. März 2025",
                            "Визит в сервис оплачен 4 марта 2025",
                            "Workshop visit paid on 4 March 2025",
                        ],
                    )
                    .into(),
                ],
            ),
            decision(
                ["Telefoon", "Telefon", "Телефон", "Telephone"],
                Verdict::Hold,
                [
                    "Vandaag is een feestdag. Vanaf morgen 9 uur mag er worden gebeld.",
                    "Heute ist ein Feiertag. Ab morgen 9 Uhr darf angerufen werden.",
                    "Сегодня праздник. Звонить можно завтра с 9 часов.",
                    "Today is a holiday. Calls are possible from 9 tomorrow.",
                ],
                None,
                "NL-phone-hours",
                vec![],
            ),
        ],
    }
}

/// An invoice of the workshop.
pub fn invoice(language: Language) -> Invoice {
    let line =
        |texts: [&str; 4], quantity_thousandths, unit: [&str; 4], unit_price_cents, vat_basis_points| {
            InvoiceLine {
                description: pick(language, texts).into(),
                quantity_thousandths,
                unit: pick(language, unit).into(),
                unit_price_cents,
                vat_basis_points,
            }
        };
    let vat = pick(language, [2_100, 1_900, 2_200, 2_100]);
    let pieces = ["st.", "Stk.", "шт.", "pcs"];
    let (country, plate) = plate(language);
    let message = letter(language);
    Invoice {
        language,
        sender: sender(language),
        customer: message.recipient,
        number: "2026-0187".into(),
        date: day(2026, 1, 12),
        delivered: day(2026, 1, 9),
        due: Some(day(2026, 1, 26)),
        references: vec![Fact::new(pick(language, ["Klantnummer", "Kundennummer", "Номер клиента", "Customer number"]), "104 233")],
        car: Some(carport_documents::Car {
            plate: Some(Plate { country: country.into(), text: plate.into() }),
            name: car_name(language).into(),
            facts: vec![
                Fact::new(pick(language, ["Kilometerstand", "Kilometerstand", "Пробег", "Mileage"]), "84 210 km"),
                Fact::new("VIN", "XTAJ0KR1N00123456"),
            ],
        }),
        currency: if language == Language::Ru { Currency::Rub } else { Currency::Eur },
        lines: vec![
            line(["Grote onderhoudsbeurt, arbeid", "Große Inspektion, Arbeitszeit", "Большое обслуживание, работа", "Major service, labour"], 1_750, ["u", "Std.", "ч", "h"], 8_940, vat),
            line(["Motorolie 5W-30", "Motoröl 5W-30", "Моторное масло 5W-30", "Engine oil 5W-30"], 4_300, ["l", "l", "л", "l"], 1_495, vat),
            line(["Oliefilter met afdichtring", "Ölfilter mit Dichtring", "Масляный фильтр с прокладкой", "Oil filter with seal"], 1_000, pieces, 1_650, vat),
            line(["Remblokken vooras, set", "Bremsbelagsatz Vorderachse mit Verschleißanzeigekontakt", "Тормозные колодки передние, комплект", "Brake pads front axle, set"], 1_000, pieces, 7_425, vat),
            line(["Korting trouwe klant", "Treuerabatt", "Скидка постоянного клиента", "Loyal customer discount"], 1_000, pieces, -1_500, vat),
            line(["APK, afmeldkosten RDW", "Gebühr der Prüforganisation", "Пошлина", "MOT registration fee"], 1_000, pieces, 395, 0),
        ],
        payment: vec![pick(language, [
            "Maak het bedrag over naar NL00 BANK 0123 4567 89 op naam van Jansen Automotive B.V., met het factuurnummer.",
            "Bitte überweisen Sie den Betrag auf DE00 0000 0000 0123 4567 89, Autohaus Lindner GmbH & Co. KG, mit der Rechnungsnummer.",
            "Оплатите счёт на кассе или по реквизитам на обороте, указав номер счёта.",
            "Please transfer the amount to NL00 BANK 0123 4567 89, Jansen Automotive B.V., naming the invoice number.",
        ]).into()],
        remarks: vec![pick(language, [
            "De banden op de achteras hebben nog 3 mm profiel. We raden aan ze voor de winter te vervangen.",
            "Die Reifen der Hinterachse haben noch 3 mm Profil. Wir empfehlen den Wechsel vor dem Winter.",
            "Глубина протектора задних шин 3 мм. Советуем заменить их до зимы.",
            "The rear tyres have 3 mm of tread left. We suggest replacing them before winter.",
        ]).into()],
    }
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
