//! Frames around the gallery's pages: invented companies and people, with the long words and scripts that break layouts.

use carport_domain::{Language, Texts};

use crate::kit::page::{
    CompanyChoice, CompanyHead, Completeness, Flash, LanguageChoice, LayoutTexts, Link, Logo, NavItem, Page,
    SearchBox, Tone, UserHead,
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
    "hatchback",
    "sedan",
    "estate",
    "suv",
    "van",
    "coupe",
    "convertible",
    "pickup",
    "city",
    "motorcycle",
    "unknown",
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
            .map(|l| LanguageChoice {
                code: l.as_str().into(),
                name: l.own_name().into(),
                current: *l == language,
            })
            .collect(),
        language_url: "/language".into(),
        legal: legal(language),
        t: LayoutTexts::from_lookup(|key| texts.get(key)).into(),
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
    labels
        .map(|label| Link {
            label: label.into(),
            url: "#".into(),
        })
        .to_vec()
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
        logos: logos
            .iter()
            .map(|logo| Logo {
                url: format!("/logo-{logo}.svg"),
                alt: name.into(),
            })
            .collect(),
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
            [
                ("Home", ""),
                ("Mijn gegevens", "Gegevens"),
                ("Mijn auto", "Auto"),
                ("Mijn voorkeuren", "Voorkeuren"),
                ("Hulp", ""),
            ],
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
            [
                ("Главная", ""),
                ("Мои данные", "Данные"),
                ("Мой автомобиль", "Автомобиль"),
                ("Мои предпочтения", "Подписки"),
                ("Помощь", ""),
            ],
            "Екатерина Воскресенская",
            "ЕВ",
        ),
        Language::En => (
            [
                ("Home", ""),
                ("My details", "Details"),
                ("My car", ""),
                ("My preferences", "Preferences"),
                ("Help", ""),
            ],
            "Sam Okafor",
            "SO",
        ),
    };
    let icons = ["home", "user", "car", "sliders", "help"];
    Page {
        nav: nav
            .iter()
            .zip(icons)
            .map(|((label, short), icon)| item(label, short, icon, current))
            .collect(),
        menu: vec![
            item("Sign-in and security", "", "shield", ""),
            item("Documents", "", "document", ""),
        ],
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
        flash: Some(Flash {
            tone: Tone::Good,
            text: "27 proposals approved. They go out at 10:00.".into(),
            undo_url: "/undo".into(),
        }),
        search: Some(SearchBox {
            url: "/search".into(),
            query: String::new(),
        }),
        companies: vec![
            CompanyChoice {
                name: "Autobedrijf Jansen".into(),
                url: "#a".into(),
                current: true,
            },
            CompanyChoice {
                name: "Autobedrijf Jansen Noord".into(),
                url: "#b".into(),
                current: false,
            },
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
        ..page(
            Language::En,
            title,
            CompanyHead {
                name: "Installation".into(),
                home_url: "#".into(),
                ..CompanyHead::default()
            },
        )
    }
}

fn completeness(language: Language) -> Completeness {
    let [text, hint, action] = match language {
        Language::Nl => [
            "Uw gegevens zijn voor 80 % compleet",
            "Uw mobiele nummer ontbreekt nog.",
            "Aanvullen",
        ],
        Language::De => [
            "Ihre Angaben sind zu 80 % vollständig",
            "Ihre Mobilfunknummer fehlt noch.",
            "Ergänzen",
        ],
        Language::Ru => [
            "Данные заполнены на 80 %",
            "Добавьте номер мобильного телефона.",
            "Дополнить",
        ],
        Language::En => [
            "Your details are 80% complete",
            "Your mobile number is missing.",
            "Add it",
        ],
    };
    Completeness {
        percent: 80,
        text: text.into(),
        hint: hint.into(),
        url: "#missing".into(),
        action: action.into(),
    }
}
