//! What the home page shows: a customer with no car, one, two and seven.

use carport_domain::Language;

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

pub fn home_words(language: Language, cars: usize) -> HomeWords {
    match language {
        Language::Nl => HomeWords {
            greeting: "Goedemorgen, Anna",
            lead: "Fijn dat u er bent.",
            book: "APK-afspraak maken",
            see: "Alles over deze auto",
            facts: [
                ("Kilometerstand", "84.210 km"),
                ("Laatste bezoek", "3 juni 2026"),
                ("Onderhoud", "over 6.000 km"),
            ],
            more: "Uw auto’s",
            add: "Auto toevoegen",
            empty: ("", "", ""),
            tiles: [
                (
                    "Mijn gegevens",
                    "Houd uw adres en telefoonnummer actueel, dan bereiken we u als het nodig is.",
                    "Gegevens aanpassen",
                    "user",
                ),
                (
                    "Mijn voorkeuren",
                    "Kies zelf welke berichten u krijgt, en hoe.",
                    "Voorkeuren aanpassen",
                    "sliders",
                ),
                (
                    "Facturen",
                    "Bekijk en bewaar uw facturen van de werkplaats.",
                    "Facturen bekijken",
                    "document",
                ),
                (
                    "Vraag of wens",
                    "We antwoorden binnen twee werkdagen.",
                    "Bericht sturen",
                    "sms",
                ),
            ],
        },
        Language::De => HomeWords {
            greeting: "Guten Morgen, Herr Freiherr von Hohenstein-Waldeck",
            lead: if cars > 1 {
                "Zwei Ihrer Fahrzeuge brauchen bald einen Termin."
            } else {
                ""
            },
            book: "Hauptuntersuchungstermin vereinbaren",
            see: "Zum Fahrzeug",
            facts: [
                ("Kilometerstand", "112.480 km"),
                ("Letzter Werkstattbesuch", "14. August 2026"),
                ("Erstzulassung", "03/2019"),
            ],
            more: "Ihre weiteren Fahrzeuge",
            add: "Fahrzeug hinzufügen",
            empty: ("", "", ""),
            tiles: [
                (
                    "Meine Daten",
                    "Halten Sie Anschrift und Telefonnummer aktuell, damit wir Sie erreichen.",
                    "Daten ändern",
                    "user",
                ),
                (
                    "Benachrichtigungseinstellungen",
                    "Sie entscheiden, welche Nachrichten Sie erhalten und auf welchem Weg.",
                    "Einstellungen ändern",
                    "sliders",
                ),
                (
                    "Werkstattrechnungen",
                    "Alle Rechnungen zum Ansehen und Herunterladen.",
                    "Rechnungen ansehen",
                    "document",
                ),
                (
                    "Geschwindigkeitsindex und Reifengrößen",
                    "Zulässige Rad-Reifen-Kombinationen für Ihre Fahrzeuge.",
                    "Kombinationen ansehen",
                    "gauge",
                ),
            ],
        },
        Language::Ru => HomeWords {
            greeting: "Доброе утро, Екатерина Александровна",
            lead: "Рады видеть вас снова.",
            book: "Записаться на сервис",
            see: "Подробнее",
            facts: [
                ("Пробег", "48 300 км"),
                ("Последний визит", "12 мая 2026 г."),
                ("Следующее ТО", "через 1 700 км"),
            ],
            more: "Ваши автомобили",
            add: "Добавить автомобиль",
            empty: (
                "Здесь появится ваш автомобиль",
                "Добавьте его по госномеру или VIN: мы напомним о техобслуживании и покажем историю визитов.",
                "Добавить автомобиль",
            ),
            tiles: [
                (
                    "Мои данные",
                    "Проверьте адрес и телефон, чтобы мы могли связаться с вами.",
                    "Изменить данные",
                    "user",
                ),
                (
                    "Мои предпочтения",
                    "Выберите, о чём и каким способом вам сообщать.",
                    "Изменить предпочтения",
                    "sliders",
                ),
                (
                    "Дилерские центры",
                    "Адреса, телефоны и часы работы рядом с вами.",
                    "Найти центр",
                    "location",
                ),
                (
                    "Отзывные кампании",
                    "Проверьте, не требуется ли вашему автомобилю бесплатная доработка.",
                    "Проверить по VIN",
                    "shield",
                ),
            ],
        },
        Language::En => HomeWords {
            greeting: "Good morning, Sam",
            lead: "Both cars are in good shape.",
            book: "Book a service",
            see: "All about this car",
            facts: [
                ("Mileage", "23,940 miles"),
                ("Last visit", "9 October 2026"),
                ("Tyres", "winter, 6 mm"),
            ],
            more: "Your cars",
            add: "Add a car",
            empty: ("", "", ""),
            tiles: [
                (
                    "My details",
                    "Keep your address and phone number up to date.",
                    "Change my details",
                    "user",
                ),
                (
                    "My preferences",
                    "Choose what you hear from us, and how.",
                    "Change preferences",
                    "sliders",
                ),
                (
                    "Orders",
                    "One parcel is on its way and arrives tomorrow.",
                    "Follow my order",
                    "send",
                ),
                (
                    "Help",
                    "Answers, opening hours and a person to talk to.",
                    "Get help",
                    "help",
                ),
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
        name,
        detail,
        country,
        plate,
        region: "",
        body,
        due,
        due_note,
        tone,
    };
    let all = match language {
        Language::Nl => vec![car(
            "Nordal V6",
            "T6 Recharge, 2021",
            "NL",
            "KL-482-V",
            "estate",
            "Uw APK verloopt over 5 weken",
            "Uiterlijk 27 december 2026",
            "attention",
        )],
        Language::En => vec![
            car(
                "Cinetta",
                "1.0 Hybrid, 2022",
                "NL",
                "R-119-ZB",
                "city",
                "Your next service is due in March",
                "",
                "good",
            ),
            car(
                "Tarano Spider",
                "2.0, 2017",
                "NL",
                "SP-310-L",
                "convertible",
                "Inspection passed until May 2027",
                "",
                "good",
            ),
        ],
        Language::De => vec![
            car(
                "Havelland Kombi",
                "2.0 TDI Allradantrieb, 2019",
                "DE",
                "WÜ HW 1904",
                "estate",
                "Ihre Hauptuntersuchung ist in 3 Wochen fällig",
                "Spätestens am 13. Dezember 2026",
                "attention",
            ),
            car(
                "Havelland Bus",
                "",
                "DE",
                "WÜ HW 7",
                "van",
                "Inspektion überfällig",
                "",
                "danger",
            ),
            car(
                "Petit One",
                "",
                "DE",
                "WÜ HW 22E",
                "hatchback",
                "Hauptuntersuchung im Mai 2027",
                "",
                "good",
            ),
            car(
                "Rasant GT",
                "",
                "DE",
                "WÜ HW 911H",
                "coupe",
                "Hauptuntersuchung im Juli 2027",
                "",
                "good",
            ),
            car(
                "Bronto Lader",
                "",
                "AT",
                "S 482 KL",
                "pickup",
                "Reifenwechsel empfohlen",
                "",
                "info",
            ),
            car(
                "Zweitakt 750",
                "",
                "DE",
                "WÜ H 12",
                "motorcycle",
                "Hauptuntersuchung im März 2027",
                "",
                "good",
            ),
            car("Anhänger", "", "FR", "AB-123-CD", "unknown", "", "", "info"),
        ],
        Language::Ru => vec![],
    };
    all.into_iter().take(count).collect()
}
