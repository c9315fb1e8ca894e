//! What the preference page asks.

use carport_domain::Language;

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
    pub topics: [(
        &'static str,
        &'static str,
        &'static str,
        &'static str,
        &'static str,
        &'static str,
        &'static str,
    ); 4],
    /// Name, title, text, answer, icon.
    pub channels: [(
        &'static str,
        &'static str,
        &'static str,
        &'static str,
        &'static str,
    ); 3],
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
                (
                    "t1",
                    "Neuheiten und Verkaufsaktionen",
                    "Neue Modelle, Probefahrten und Aktionen im Verkauf.",
                    "",
                    "Noch nicht beantwortet: Wir schreiben Ihnen dazu nicht.",
                    "attention",
                    "",
                ),
                (
                    "t2",
                    "Werkstattangebote",
                    "Vorteile bei Wartung, Reifen und Zubehör.",
                    "yes",
                    "Sie erhalten etwa vier Nachrichten im Jahr.",
                    "good",
                    "Zuletzt geändert am 2. Mai 2026 von Ihnen",
                ),
                (
                    "t3",
                    "Kundenzeitschrift und allgemeine Informationen",
                    "Geschichten und Wissenswertes rund ums Fahrzeug.",
                    "no",
                    "Sie erhalten keine Kundenzeitschrift.",
                    "",
                    "Zuletzt geändert am 2. Mai 2026 von Ihnen",
                ),
                (
                    "t4",
                    "Erinnerungen an Hauptuntersuchung und Wartung",
                    "Wir melden uns, bevor ein Termin fällig wird.",
                    "yes",
                    "Sie erhalten sechs Wochen vorher eine Erinnerung.",
                    "good",
                    "Zuletzt geändert am 11. März 2026 im Autohaus",
                ),
            ],
            channels: [
                ("c1", "E-Mail", "an m.hohenstein@example.org", "yes", "mail"),
                (
                    "c2",
                    "Briefpost",
                    "an Ihre Anschrift in Würzburg",
                    "yes",
                    "letter",
                ),
                (
                    "c3",
                    "Telefonanruf",
                    "Es ist keine Telefonnummer hinterlegt.",
                    "",
                    "phone",
                ),
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
            (
                "t1",
                "Verkoopnieuws en acties",
                "Nieuwe modellen, proefritten en aanbiedingen uit de showroom.",
                "",
                "Nog niet beantwoord: u krijgt hierover niets.",
                "attention",
                "",
            ),
            (
                "t2",
                "Aanbiedingen van de werkplaats",
                "Voordeel op onderhoud, banden en accessoires.",
                "yes",
                "U krijgt hierover ongeveer vier berichten per jaar.",
                "good",
                "Laatst gewijzigd op 2 mei 2026 door u",
            ),
            (
                "t3",
                "Nieuwsbrieven",
                "Verhalen en tips rond autorijden.",
                "no",
                "U krijgt geen nieuwsbrief.",
                "",
                "Laatst gewijzigd op 2 mei 2026 door u",
            ),
            (
                "t4",
                "Herinnering aan APK en onderhoud",
                "Een bericht voordat uw auto aan de beurt is.",
                "yes",
                "Zes weken van tevoren krijgt u een herinnering.",
                "good",
                "Laatst gewijzigd op 11 maart 2026 bij de balie",
            ),
        ],
        channels: [
            ("c1", "E-mail", "naar a.vermeulen@example.org", "yes", "mail"),
            ("c2", "Brief", "naar Lindelaan 12, Deventer", "yes", "letter"),
            (
                "c3",
                "Telefoon",
                "We hebben geen telefoonnummer van u.",
                "",
                "phone",
            ),
        ],
        why: "Nummer ontbreekt",
    }
}
