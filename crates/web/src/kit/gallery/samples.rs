//! Invented people, cars and companies for the gallery, with the long words and scripts that break layouts.

use carport_domain::{Language, Texts};

use crate::kit::page::{
    CompanyChoice, CompanyHead, Completeness, Flash, LanguageChoice, LayoutTexts, Link, Logo, NavItem, Page, SearchBox, Tone,
    UserHead,
};

/// Company and brand colour; three of them are nobody's idea of a good one.
pub const LOOKS: [(&str, &str); 8] = [
    ("plain", "#35506b"),
    ("jansen", "#0b6e4f"),
    ("lindner", "#b3261e"),
    ("severavto", "#1d4ed8"),
    ("snelparts", "#e25a0c"),
    ("yellow", "#ffee00"),
    ("green", "#00ff00"),
    ("maroon", "#7a0000"),
];

/// Every silhouette.
pub const BODIES: [&str; 11] = [
    "hatchback", "sedan", "estate", "suv", "van", "coupe", "convertible", "pickup", "city", "motorcycle", "unknown",
];

/// A page of the kind, before navigation and person.
fn page(language: Language, title: &str, company: CompanyHead) -> Page {
    let texts = Texts::new(language);
    Page {
        lang: language.as_str().into(),
        title: title.into(),
        path: "/sample".into(),
        nonce: "gallery".into(),
        assets: "gallery".into(),
        company,
        languages: Language::ALL
            .iter()
            .map(|l| LanguageChoice { code: l.as_str().into(), name: l.own_name().into(), current: *l == language })
            .collect(),
        language_url: "/language".into(),
        legal: legal(language),
        t: LayoutTexts::from_lookup(|key| texts.get(key)),
        ..Page::default()
    }
}

fn legal(language: Language) -> Vec<Link> {
    let labels: [&str; 3] = match language {
        Language::Nl => ["Privacy", "Voorwaarden", "Toegankelijkheid"],
        Language::De => ["Datenschutzerklärung", "Impressum", "Barrierefreiheitserklärung"],
        Language::Ru => ["Конфиденциальность", "Условия использования", "Доступность"],
        Language::En => ["Privacy", "Terms", "Accessibility"],
    };
    labels.map(|label| Link { label: label.into(), url: "#".into() }).to_vec()
}

fn company(look: &str) -> CompanyHead {
    let (name, logos): (&str, &[&str]) = match look {
        "jansen" => ("Autobedrijf Jansen", &["jansen", "brand"]),
        "lindner" => ("Autohaus Lindner GmbH & Co. KG", &[]),
        "severavto" => ("СеверАвто", &["severavto"]),
        "snelparts" => ("Snelparts", &["snelparts"]),
        _ => ("Garage Example", &[]),
    };
    CompanyHead {
        name: name.into(),
        home_url: "#".into(),
        logos: logos.iter().map(|logo| Logo { url: format!("/logo-{logo}.svg"), alt: name.into() }).collect(),
        look_url: format!("/look-{look}.css"),
    }
}

fn item(label: &str, short: &str, icon: &str, current: &str) -> NavItem {
    NavItem {
        label: label.into(),
        short: short.into(),
        url: format!("#{icon}"),
        icon: icon.into(),
        current: icon == current,
        ..NavItem::default()
    }
}

/// A signed-in customer's page.
pub fn portal(language: Language, title: &str, look: &str, current: &str) -> Page {
    let (nav, name, initials): ([(&str, &str); 5], &str, &str) = match language {
        Language::Nl => (
            [("Home", ""), ("Mijn gegevens", "Gegevens"), ("Mijn auto", "Auto"), ("Mijn voorkeuren", "Voorkeuren"), ("Hulp", "")],
            "Anna Vermeulen",
            "AV",
        ),
        Language::De => (
            [
                ("Startseite", "Start"),
                ("Meine Daten", "Daten"),
                ("Meine Fahrzeuge", "Fahrzeuge"),
                ("Benachrichtigungseinstellungen", "Einstellungen"),
                ("Hilfe", ""),
            ],
            "Maximilian Freiherr von Hohenstein-Waldeck",
            "MH",
        ),
        Language::Ru => (
            [("Главная", ""), ("Мои данные", "Данные"), ("Мой автомобиль", "Автомобиль"), ("Мои предпочтения", "Подписки"), ("Помощь", "")],
            "Екатерина Воскресенская",
            "ЕВ",
        ),
        Language::En => (
            [("Home", ""), ("My details", "Details"), ("My car", ""), ("My preferences", "Preferences"), ("Help", "")],
            "Sam Okafor",
            "SO",
        ),
    };
    let icons = ["home", "user", "car", "sliders", "help"];
    Page {
        nav: nav.iter().zip(icons).map(|((label, short), icon)| item(label, short, icon, current)).collect(),
        menu: vec![item("Sign-in and security", "", "shield", ""), item("Documents", "", "document", "")],
        user: Some(UserHead {
            name: name.into(),
            initials: initials.into(),
            detail: "a.person@example.org".into(),
            sign_out_url: "/sign-out".into(),
        }),
        completeness: (current == "home").then(|| completeness(language)),
        ..page(language, title, company(look))
    }
}

/// A page for somebody who has not signed in.
pub fn plain(language: Language, title: &str, look: &str) -> Page {
    page(language, title, company(look))
}

/// A back-office page.
pub fn office(title: &str, current: &str) -> Page {
    let mut nav = vec![
        item("This week", "", "calendar", current),
        item("Call list", "", "phone", current),
        item("Customers", "", "people", current),
        item("Requests", "", "user", current),
        item("Contact moments", "", "bell", current),
        item("Content", "", "document", current),
        item("Results", "", "chart", current),
        item("Import", "", "import", current),
        item("Company", "", "building", current),
        item("Staff", "", "key", current),
        item("Audit log", "", "history", current),
    ];
    nav[1].count = "14".into();
    nav[3].count = "3".into();
    nav[4].group = "Messages".into();
    nav[7].group = "Settings".into();
    Page {
        nav,
        menu: vec![item("Security", "", "shield", "")],
        user: Some(UserHead {
            name: "Joris de Boer".into(),
            initials: "JB".into(),
            detail: "Marketing".into(),
            sign_out_url: "/sign-out".into(),
        }),
        flash: Some(Flash { tone: Tone::Good, text: "27 proposals approved. They go out at 10:00.".into(), undo_url: "/undo".into() }),
        search: Some(SearchBox { url: "/search".into(), query: String::new() }),
        companies: vec![
            CompanyChoice { name: "Autobedrijf Jansen".into(), url: "#a".into(), current: true },
            CompanyChoice { name: "Autobedrijf Jansen Noord".into(), url: "#b".into(), current: false },
        ],
        ..page(Language::En, title, company("jansen"))
    }
}

/// An operator's page.
pub fn operator(title: &str) -> Page {
    Page {
        nav: vec![
            item("Companies", "", "building", "building"),
            item("Jobs", "", "list", ""),
            item("Health", "", "gauge", ""),
        ],
        user: Some(UserHead {
            name: "Operator".into(),
            initials: "OP".into(),
            detail: String::new(),
            sign_out_url: "/sign-out".into(),
        }),
        ..page(Language::En, title, CompanyHead { name: "Installation".into(), home_url: "#".into(), ..CompanyHead::default() })
    }
}

/// The words of the home page in one language.
pub struct HomeWords {
    pub greeting: &'static str,
    pub lead: &'static str,
    pub book: &'static str,
    pub see: &'static str,
    pub facts: [(&'static str, &'static str); 3],
    pub more: &'static str,
    pub add: &'static str,
    pub empty: (&'static str, &'static str, &'static str),
    /// Title, text, link, icon.
    pub tiles: [(&'static str, &'static str, &'static str, &'static str); 4],
}

fn completeness(language: Language) -> Completeness {
    let [text, hint, action] = match language {
        Language::Nl => ["Uw gegevens zijn voor 80 % compleet", "Uw mobiele nummer ontbreekt nog.", "Aanvullen"],
        Language::De => ["Ihre Angaben sind zu 80 % vollständig", "Ihre Mobilfunknummer fehlt noch.", "Ergänzen"],
        Language::Ru => ["Данные заполнены на 80 %", "Добавьте номер мобильного телефона.", "Дополнить"],
        Language::En => ["Your details are 80% complete", "Your mobile number is missing.", "Add it"],
    };
    Completeness { percent: 80, text: text.into(), hint: hint.into(), url: "#missing".into(), action: action.into() }
}

pub fn home_words(language: Language, cars: usize) -> HomeWords {
    match language {
        Language::Nl => HomeWords {
            greeting: "Goedemorgen, Anna",
            lead: "Fijn dat u er bent.",
            book: "APK-afspraak maken",
            see: "Alles over deze auto",
            facts: [("Kilometerstand", "84.210 km"), ("Laatste bezoek", "3 juni 2026"), ("Onderhoud", "over 6.000 km")],
            more: "Uw auto’s",
            add: "Auto toevoegen",
            empty: ("", "", ""),
            tiles: [
                ("Mijn gegevens", "Houd uw adres en telefoonnummer actueel, dan bereiken we u als het nodig is.", "Gegevens aanpassen", "user"),
                ("Mijn voorkeuren", "Kies zelf welke berichten u krijgt, en hoe.", "Voorkeuren aanpassen", "sliders"),
                ("Facturen", "Bekijk en bewaar uw facturen van de werkplaats.", "Facturen bekijken", "document"),
                ("Vraag of wens", "We antwoorden binnen twee werkdagen.", "Bericht sturen", "sms"),
            ],
        },
        Language::De => HomeWords {
            greeting: "Guten Morgen, Herr Freiherr von Hohenstein-Waldeck",
            lead: if cars > 1 { "Zwei Ihrer Fahrzeuge brauchen bald einen Termin." } else { "" },
            book: "Hauptuntersuchungstermin vereinbaren",
            see: "Zum Fahrzeug",
            facts: [("Kilometerstand", "112.480 km"), ("Letzter Werkstattbesuch", "14. August 2026"), ("Erstzulassung", "03/2019")],
            more: "Ihre weiteren Fahrzeuge",
            add: "Fahrzeug hinzufügen",
            empty: ("", "", ""),
            tiles: [
                ("Meine Daten", "Halten Sie Anschrift und Telefonnummer aktuell, damit wir Sie erreichen.", "Daten ändern", "user"),
                ("Benachrichtigungseinstellungen", "Sie entscheiden, welche Nachrichten Sie erhalten und auf welchem Weg.", "Einstellungen ändern", "sliders"),
                ("Werkstattrechnungen", "Alle Rechnungen zum Ansehen und Herunterladen.", "Rechnungen ansehen", "document"),
                ("Geschwindigkeitsindex und Reifengrößen", "Zulässige Rad-Reifen-Kombinationen für Ihre Fahrzeuge.", "Kombinationen ansehen", "gauge"),
            ],
        },
        Language::Ru => HomeWords {
            greeting: "Доброе утро, Екатерина Александровна",
            lead: "Рады видеть вас снова.",
            book: "Записаться на сервис",
            see: "Подробнее",
            facts: [("Пробег", "48 300 км"), ("Последний визит", "12 мая 2026 г."), ("Следующее ТО", "через 1 700 км")],
            more: "Ваши автомобили",
            add: "Добавить автомобиль",
            empty: (
                "Здесь появится ваш автомобиль",
                "Добавьте его по госномеру или VIN: мы напомним о техобслуживании и покажем историю визитов.",
                "Добавить автомобиль",
            ),
            tiles: [
                ("Мои данные", "Проверьте адрес и телефон, чтобы мы могли связаться с вами.", "Изменить данные", "user"),
                ("Мои предпочтения", "Выберите, о чём и каким способом вам сообщать.", "Изменить предпочтения", "sliders"),
                ("Дилерские центры", "Адреса, телефоны и часы работы рядом с вами.", "Найти центр", "location"),
                ("Отзывные кампании", "Проверьте, не требуется ли вашему автомобилю бесплатная доработка.", "Проверить по VIN", "shield"),
            ],
        },
        Language::En => HomeWords {
            greeting: "Good morning, Sam",
            lead: "Both cars are in good shape.",
            book: "Book a service",
            see: "All about this car",
            facts: [("Mileage", "23,940 miles"), ("Last visit", "9 October 2026"), ("Tyres", "winter, 6 mm")],
            more: "Your cars",
            add: "Add a car",
            empty: ("", "", ""),
            tiles: [
                ("My details", "Keep your address and phone number up to date.", "Change my details", "user"),
                ("My preferences", "Choose what you hear from us, and how.", "Change preferences", "sliders"),
                ("Orders", "One parcel is on its way and arrives tomorrow.", "Follow my order", "send"),
                ("Help", "Answers, opening hours and a person to talk to.", "Get help", "help"),
            ],
        },
    }
}

/// A car as its card shows it.
pub struct Car {
    pub name: &'static str,
    pub detail: &'static str,
    pub country: &'static str,
    pub plate: &'static str,
    pub region: &'static str,
    pub body: &'static str,
    pub due: &'static str,
    pub due_note: &'static str,
    pub tone: &'static str,
}

pub fn cars(language: Language, count: usize) -> Vec<Car> {
    let car = |name, detail, country, plate, body, due, due_note, tone| Car {
        name, detail, country, plate, region: "", body, due, due_note, tone,
    };
    let all = match language {
        Language::Nl => vec![car("Nordal V6", "T6 Recharge, 2021", "NL", "KL-482-V", "estate", "Uw APK verloopt over 5 weken", "Uiterlijk 27 december 2026", "attention")],
        Language::En => vec![
            car("Cinetta", "1.0 Hybrid, 2022", "NL", "R-119-ZB", "city", "Your next service is due in March", "", "good"),
            car("Tarano Spider", "2.0, 2017", "NL", "SP-310-L", "convertible", "Inspection passed until May 2027", "", "good"),
        ],
        Language::De => vec![
            car("Havelland Kombi", "2.0 TDI Allradantrieb, 2019", "DE", "WÜ HW 1904", "estate", "Ihre Hauptuntersuchung ist in 3 Wochen fällig", "Spätestens am 13. Dezember 2026", "attention"),
            car("Havelland Bus", "", "DE", "WÜ HW 7", "van", "Inspektion überfällig", "", "danger"),
            car("Petit One", "", "DE", "WÜ HW 22E", "hatchback", "Hauptuntersuchung im Mai 2027", "", "good"),
            car("Rasant GT", "", "DE", "WÜ HW 911H", "coupe", "Hauptuntersuchung im Juli 2027", "", "good"),
            car("Bronto Lader", "", "AT", "S 482 KL", "pickup", "Reifenwechsel empfohlen", "", "info"),
            car("Zweitakt 750", "", "DE", "WÜ H 12", "motorcycle", "Hauptuntersuchung im März 2027", "", "good"),
            car("Anhänger", "", "FR", "AB-123-CD", "unknown", "", "", "info"),
        ],
        Language::Ru => vec![],
    };
    all.into_iter().take(count).collect()
}

/// The words of the preference page: topics and channels with answers.
pub struct Choices {
    pub lead: &'static str,
    pub topics_title: &'static str,
    pub channels_title: &'static str,
    pub finer: &'static str,
    pub yes: &'static str,
    pub no: &'static str,
    pub save: &'static str,
    pub note: &'static str,
    /// Name, title, text, answer, effect, tone, meta.
    pub topics: [(&'static str, &'static str, &'static str, &'static str, &'static str, &'static str, &'static str); 4],
    /// Name, title, text, answer, icon.
    pub channels: [(&'static str, &'static str, &'static str, &'static str, &'static str); 3],
    pub why: &'static str,
}

pub fn choices(language: Language) -> Choices {
    if language == Language::De {
        return Choices {
            lead: "Hier entscheiden Sie, worüber und auf welchem Weg wir Sie informieren. Sie können jede Antwort jederzeit ändern.",
            topics_title: "Themen",
            channels_title: "Wege",
            finer: "Genauer festlegen: je Thema und Weg",
            yes: "Ja, gerne",
            no: "Nein, danke",
            save: "Meine Auswahl speichern",
            note: "Ihre Auswahl gilt sofort. Nachrichten zu Ihrem laufenden Auftrag erhalten Sie in jedem Fall.",
            topics: [
                ("t1", "Neuheiten und Verkaufsaktionen", "Neue Modelle, Probefahrten und Aktionen im Verkauf.", "", "Noch nicht beantwortet: Wir schreiben Ihnen dazu nicht.", "attention", ""),
                ("t2", "Werkstattangebote", "Vorteile bei Wartung, Reifen und Zubehör.", "yes", "Sie erhalten etwa vier Nachrichten im Jahr.", "good", "Zuletzt geändert am 2. Mai 2026 von Ihnen"),
                ("t3", "Kundenzeitschrift und allgemeine Informationen", "Geschichten und Wissenswertes rund ums Fahrzeug.", "no", "Sie erhalten keine Kundenzeitschrift.", "", "Zuletzt geändert am 2. Mai 2026 von Ihnen"),
                ("t4", "Erinnerungen an Hauptuntersuchung und Wartung", "Wir melden uns, bevor ein Termin fällig wird.", "yes", "Sie erhalten sechs Wochen vorher eine Erinnerung.", "good", "Zuletzt geändert am 11. März 2026 im Autohaus"),
            ],
            channels: [
                ("c1", "E-Mail", "an m.hohenstein@example.org", "yes", "mail"),
                ("c2", "Briefpost", "an Ihre Anschrift in Würzburg", "yes", "letter"),
                ("c3", "Telefonanruf", "Es ist keine Telefonnummer hinterlegt.", "", "phone"),
            ],
            why: "Telefonnummer fehlt",
        };
    }
    Choices {
        lead: "Hier kiest u waarover wij u berichten, en hoe. U kunt elk antwoord altijd weer veranderen.",
        topics_title: "Waarover",
        channels_title: "Hoe",
        finer: "Preciezer kiezen: per onderwerp en manier",
        yes: "Wel",
        no: "Niet",
        save: "Mijn voorkeuren opslaan",
        note: "Uw keuze geldt meteen. Berichten over een lopende afspraak krijgt u altijd.",
        topics: [
            ("t1", "Verkoopnieuws en acties", "Nieuwe modellen, proefritten en aanbiedingen uit de showroom.", "", "Nog niet beantwoord: u krijgt hierover niets.", "attention", ""),
            ("t2", "Aanbiedingen van de werkplaats", "Voordeel op onderhoud, banden en accessoires.", "yes", "U krijgt hierover ongeveer vier berichten per jaar.", "good", "Laatst gewijzigd op 2 mei 2026 door u"),
            ("t3", "Nieuwsbrieven", "Verhalen en tips rond autorijden.", "no", "U krijgt geen nieuwsbrief.", "", "Laatst gewijzigd op 2 mei 2026 door u"),
            ("t4", "Herinnering aan APK en onderhoud", "Een bericht voordat uw auto aan de beurt is.", "yes", "Zes weken van tevoren krijgt u een herinnering.", "good", "Laatst gewijzigd op 11 maart 2026 bij de balie"),
        ],
        channels: [
            ("c1", "E-mail", "naar a.vermeulen@example.org", "yes", "mail"),
            ("c2", "Brief", "naar Lindelaan 12, Deventer", "yes", "letter"),
            ("c3", "Telefoon", "We hebben geen telefoonnummer van u.", "", "phone"),
        ],
        why: "Nummer ontbreekt",
    }
}

/// A row of the week.
pub struct Row {
    pub id: String,
    pub customer: &'static str,
    pub place: &'static str,
    pub car: &'static str,
    pub plate: &'static str,
    pub moment: &'static str,
    pub due: &'static str,
    pub channel: (&'static str, &'static str),
    /// Text and tone of the state.
    pub state: (&'static str, &'static str),
}

pub fn rows() -> Vec<Row> {
    let people = [
        ("Anna Vermeulen", "Deventer", "Nordal V6", "KL-482-V", "Inspection due", "27 Dec"),
        ("Bartholomeus van den Hoogenband-Oostveen", "Apeldoorn", "Hoshi Two", "93-XPL-7", "Maintenance due", "4 Jan"),
        ("Екатерина Воскресенская", "Zutphen", "Blitzen Cross", "TX-905-G", "Inspection due", "29 Dec"),
        ("Chidi Eze", "Deventer", "Bronto Focal", "ZD-118-N", "Welcome, new workshop customer", "24 Nov"),
        ("Famke Dijkstra", "Raalte", "Hansan E", "K-004-BF", "Maintenance due", "9 Jan"),
        ("Garage Holding BV", "Deventer", "Losange Van", "VBB-71-X", "Inspection due", "2 Jan"),
    ];
    let channels = [("E-mail", "mail"), ("Letter", "letter"), ("E-mail", "mail"), ("Call list", "phone"), ("SMS", "sms"), ("–", "lock")];
    let states = [
        ("Proposed", ""),
        ("Approved", "good"),
        ("Waits for wording", "attention"),
        ("Call list: e-mail refused", "info"),
        ("Sent", "good"),
        ("Do not call", "danger"),
    ];
    (0..18)
        .map(|n| {
            let (customer, place, car, plate, moment, due) = people[n % 6];
            Row { id: format!("p{n}"), customer, place, car, plate, moment, due, channel: channels[n % 6], state: states[n % 6] }
        })
        .collect()
}
