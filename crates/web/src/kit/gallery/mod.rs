//! The design system laid out to be looked at and measured: every component and a page of each kind, rendered with
//! invented data into `target/gallery/`. `e2e/gallery.mjs` serves it under the product's own headers, takes pictures and
//! runs the accessibility checks.

mod choices;
mod frame;
mod home;
mod week;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use askama::Template;
use carport_domain::Language;
use carport_domain::company::Look;

use super::page::Page;
use choices::Choices;
use home::{Car, HomeWords};
use week::Row;

/// Everything on one page.
#[derive(Template)]
#[template(path = "kit/gallery/components.html")]
struct Components {
    page: Page,
    bodies: Vec<&'static str>,
}

/// The customer's first page.
#[derive(Template)]
#[template(path = "kit/gallery/home.html")]
struct Home {
    page: Page,
    words: HomeWords,
    cars: Vec<Car>,
}

/// What the customer wants to hear.
#[derive(Template)]
#[template(path = "kit/gallery/preferences.html")]
struct Preferences {
    page: Page,
    words: Choices,
}

/// One car.
#[derive(Template)]
#[template(path = "kit/gallery/vehicle.html")]
struct Vehicle {
    page: Page,
}

/// A form that came back with errors.
#[derive(Template)]
#[template(path = "kit/gallery/details.html")]
struct Details {
    page: Page,
}

/// Signing in.
#[derive(Template)]
#[template(path = "kit/gallery/sign-in.html")]
struct SignIn {
    page: Page,
}

/// The week in the back office.
#[derive(Template)]
#[template(path = "kit/gallery/week.html")]
struct Week {
    page: Page,
    rows: Vec<Row>,
}

/// Why somebody gets a message: the page a drawer shows.
#[derive(Template)]
#[template(path = "kit/gallery/explain.html")]
struct Explain {
    page: Page,
}

/// Running work, an editor with its previews, forms of the back office.
#[derive(Template)]
#[template(path = "kit/gallery/work.html")]
struct Work {
    page: Page,
}

/// The operator's console.
#[derive(Template)]
#[template(path = "kit/gallery/operator.html")]
struct Operator {
    page: Page,
}

/// Every page of the gallery with its file name.
fn pages() -> Vec<(&'static str, String)> {
    use Language::{De, En, Nl, Ru};
    let home = |page: Page, language, cars: usize| Home {
        page,
        words: home::home_words(language, cars),
        cars: home::cars(language, cars),
    };
    let all: Vec<(&'static str, askama::Result<String>)> = vec![
        (
            "components",
            Components {
                page: frame::portal(En, "Components", "plain", ""),
                bodies: frame::BODIES.to_vec(),
            }
            .render(),
        ),
        (
            "components-yellow",
            Components {
                page: frame::portal(En, "Components", "yellow", ""),
                bodies: frame::BODIES.to_vec(),
            }
            .render(),
        ),
        (
            "components-green",
            Components {
                page: frame::portal(En, "Components", "green", ""),
                bodies: frame::BODIES.to_vec(),
            }
            .render(),
        ),
        (
            "components-maroon",
            Components {
                page: frame::portal(En, "Components", "maroon", ""),
                bodies: frame::BODIES.to_vec(),
            }
            .render(),
        ),
        (
            "home-one-car",
            home(frame::portal(Nl, "Home", "jansen", "home"), Nl, 1).render(),
        ),
        (
            "home-two-cars",
            home(frame::portal(En, "Home", "snelparts", "home"), En, 2).render(),
        ),
        (
            "home-seven-cars",
            home(frame::portal(De, "Startseite", "lindner", "home"), De, 7).render(),
        ),
        (
            "home-no-car",
            home(frame::portal(Ru, "Главная", "severavto", "home"), Ru, 0).render(),
        ),
        (
            "preferences",
            Preferences {
                page: frame::portal(Nl, "Mijn voorkeuren", "jansen", "sliders"),
                words: choices::choices(Nl),
            }
            .render(),
        ),
        (
            "preferences-de",
            Preferences {
                page: frame::portal(De, "Meine Einstellungen", "lindner", "sliders"),
                words: choices::choices(De),
            }
            .render(),
        ),
        (
            "vehicle",
            Vehicle {
                page: frame::portal(Nl, "Nordal V6", "jansen", "car"),
            }
            .render(),
        ),
        (
            "details",
            Details {
                page: frame::portal(De, "Meine Daten", "lindner", "user"),
            }
            .render(),
        ),
        (
            "sign-in",
            SignIn {
                page: frame::plain(Nl, "Inloggen", "jansen"),
            }
            .render(),
        ),
        (
            "week",
            Week {
                page: frame::office("Week 48", "calendar"),
                rows: week::rows(),
            }
            .render(),
        ),
        (
            "explain",
            Explain {
                page: frame::office("Anna Vermeulen", "calendar"),
            }
            .render(),
        ),
        (
            "work",
            Work {
                page: frame::office("Import", "import"),
            }
            .render(),
        ),
        (
            "operator",
            Operator {
                page: frame::operator("Companies"),
            }
            .render(),
        ),
    ];
    all.into_iter()
        .map(|(name, text)| (name, text.unwrap_or_else(|error| panic!("{name}: {error}"))))
        .collect()
}

/// The companies' style sheets, as the product's own code derives them.
fn looks() -> Vec<(&'static str, String)> {
    frame::LOOKS
        .iter()
        .map(|(name, brand)| {
            let look = Look {
                brand: brand.parse().expect("a colour"),
                ..Look::default()
            };
            (*name, format!(":root{{{}}}", look.css()))
        })
        .collect()
}

/// The value of every attribute of this name, in the order of the page.
fn attributes<'a>(html: &'a str, name: &str) -> Vec<&'a str> {
    let start = format!(" {name}=\"");
    html.match_indices(&start)
        .filter_map(|(at, found)| html[at + found.len()..].split_once('"').map(|(value, _)| value))
        .collect()
}

#[test]
fn the_gallery_shows_every_component_with_markup_that_a_strict_policy_allows() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let sprite = |path: &str| -> BTreeSet<String> {
        let text = fs::read_to_string(root.join(path)).expect("a sprite");
        attributes(&text, "id").into_iter().map(str::to_owned).collect()
    };
    let (icons, cars) = (sprite("assets/icons/icons.svg"), sprite("assets/cars/cars.svg"));
    let target = root.join("target/gallery");
    fs::create_dir_all(&target).expect("a folder for the gallery");
    for (name, html) in pages() {
        assert!(attributes(&html, "style").is_empty(), "{name}: inline style");
        let handler = html.match_indices(" on").any(|(at, _)| {
            html[at + 3..]
                .split_once('=')
                .is_some_and(|(word, _)| !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase()))
        });
        assert!(!handler, "{name}: inline event handler");
        let mut ids = attributes(&html, "id");
        let count = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), count, "{name}: an id is used twice");
        for link in attributes(&html, "href") {
            if let Some((_, icon)) = link.split_once("/assets/icons.svg#") {
                assert!(icons.contains(icon), "{name}: no icon {icon}");
            }
            if let Some((_, car)) = link.split_once("/assets/cars.svg#") {
                assert!(cars.contains(car), "{name}: no car {car}");
            }
        }
        for control in ["for", "aria-describedby", "aria-labelledby"] {
            for id in attributes(&html, control)
                .into_iter()
                .flat_map(str::split_whitespace)
            {
                assert!(
                    ids.binary_search(&id).is_ok(),
                    "{name}: {control} points at {id}, which is not there"
                );
            }
        }
        fs::write(target.join(format!("{name}.html")), html).expect("a page written");
    }
    for (name, css) in looks() {
        fs::write(target.join(format!("look-{name}.css")), css).expect("a look written");
    }
}

#[test]
fn every_body_a_vehicle_can_have_has_a_silhouette() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let sprite = fs::read_to_string(root.join("assets/cars/cars.svg")).expect("the cars");
    let drawn = attributes(&sprite, "id");
    for body in carport_domain::vehicles::BodyType::ALL {
        assert!(drawn.contains(&body.as_str()), "no silhouette for {body:?}");
    }
}
