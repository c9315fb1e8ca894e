//! What the ledger and the gate say.

use carport_documents::{
    ChainCheck, ChainResult, ChannelDecision, ConsentProof, Explanation, Fact, Link, ProofEvent, ProofScope,
    Standing, Tone, Verdict, Wording,
};
use carport_domain::Language;

use super::{NOW, day, pick, plate, sender};

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
