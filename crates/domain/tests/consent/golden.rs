//! The decision tables of STANDARDS §1.3, transcribed by hand into `tests/golden/`, against the gate (CON-23).

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use carport_domain::consent::gate::decide;
use carport_domain::consent::*;

use crate::facts::{bought, entity, no, notice, question, rules, yes};

const KINDS: [RecipientKind; 4] = [
    RecipientKind::Prospect,
    RecipientKind::Customer,
    RecipientKind::Former,
    RecipientKind::Business,
];

/// For each word of the tables the answer in each state, by the name of the state.
struct Legend {
    states: Vec<String>,
    words: BTreeMap<String, Vec<char>>,
}

fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
}

fn read(name: &str) -> String {
    fs::read_to_string(
        Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("tests/golden")
            .join(name),
    )
    .unwrap()
}

impl Legend {
    fn read() -> Self {
        let text = read("legend.txt");
        let heading = text.lines().find(|line| line.starts_with("# word")).unwrap();
        let states: Vec<String> = heading.split_whitespace().skip(2).map(str::to_owned).collect();
        let words = lines(&text).map(|line| {
            let mut cells = line.split_whitespace();
            let word = cells.next().unwrap().to_owned();
            let answers: Vec<char> = cells.map(|cell| cell.chars().next().unwrap()).collect();
            assert_eq!(answers.len(), states.len(), "{word}");
            (word, answers)
        });
        Self {
            words: words.collect(),
            states: states.clone(),
        }
    }

    /// The answer of several words together: the strongest ground, a hold before a denial.
    fn answer(&self, cell: &str, state: usize) -> char {
        let answers: Vec<char> = cell
            .split_whitespace()
            .map(|word| self.words[word][state])
            .collect();
        "DCRKPMUSIH"
            .chars()
            .find(|letter| answers.contains(letter))
            .unwrap_or('.')
    }
}

/// The question for a state, as the legend describes it.
fn ask(question: &mut Question<'_>, state: &str) {
    let both = |q: &mut Question<'_>, months| {
        q.purchases = Purchases {
            workshop: bought(q, months),
            parts: None,
            vehicle: bought(q, months),
        };
        q.notice = notice();
    };
    match state {
        "none" => {}
        "consent" => question.permission = yes(question, Basis::Consent),
        "requested" => question.permission = yes(question, Basis::RequestedService),
        "workshop" => {
            both(question, 12);
            question.purchases.vehicle = None;
        }
        "vehicle" => {
            both(question, 12);
            question.purchases.workshop = None;
        }
        "aged" => both(question, 37),
        "unnoticed" => {
            both(question, 12);
            question.notice = None;
        }
        "need" => question.moment.need = Need::Contract,
        "published" | "impersonal" => {
            let contact = question.contact.as_mut().unwrap();
            contact.published = state == "published";
            contact.impersonal = state == "impersonal";
        }
        "presumed" => question.presumed = true,
        "listed" | "unchecked" => {
            both(question, 12);
            question.register = if state == "listed" {
                Register::Listed
            } else {
                Register::Unchecked
            };
        }
        "refused" => {
            both(question, 12);
            question.moment.need = Need::Contract;
            if let Some(asked) = question.purpose.asked_as() {
                question.permission = no(question, Scope::purpose(asked));
            }
        }
        other => panic!("no state {other}"),
    }
}

fn letter(decision: &Decision) -> char {
    match decision {
        Decision::Allow { evidence, .. } => match evidence.basis() {
            Basis::Consent => 'C',
            Basis::RequestedService => 'R',
            Basis::SoftOptIn => 'S',
            Basis::LegitimateInterest => 'I',
            Basis::Contract => 'K',
            Basis::LegalDuty => 'D',
            Basis::PublishedAddress => 'P',
            Basis::ImpersonalAddress => 'M',
            Basis::PresumedConsent => 'U',
        },
        Decision::Hold { .. } => 'H',
        Decision::Deny { .. } => '.',
    }
}

/// Compares one table and says how many rows it had.
fn compare(name: &str, legend: &Legend) -> usize {
    let text = read(name);
    let (mut country, mut on, mut channels) = (String::new(), String::new(), Vec::new());
    let mut wrong = Vec::new();
    let mut rows = 0;
    for line in lines(&text) {
        if let Some(value) = line.strip_prefix("country ") {
            country = value.to_owned();
        } else if let Some(value) = line.strip_prefix("on ") {
            on = value.to_owned();
        } else if let Some(value) = line.strip_prefix("channels ") {
            channels = value
                .split_whitespace()
                .map(|c| c.parse::<Channel>().unwrap())
                .collect();
        } else {
            let cells: Vec<&str> = line.split('|').map(str::trim).collect();
            let purpose: Purpose = cells[0].parse().unwrap();
            let rules = rules(&country);
            for &channel in &channels {
                for (at, state) in legend.states.iter().enumerate() {
                    let known: Vec<char> = cells[1..].iter().map(|cell| legend.answer(cell, at)).collect();
                    let mut check = |kind: RecipientKind, expected: char| {
                        let mut question = question(&rules, &on, channel, purpose);
                        question.kind = kind;
                        assert_eq!(question.entity, entity());
                        ask(&mut question, state);
                        let decision = decide(&question);
                        let stamp = decision.pack().short();
                        assert_eq!(
                            format!("{}.txt", stamp.replace('/', "-")),
                            name,
                            "the pack in force"
                        );
                        rows += 1;
                        if letter(&decision) != expected {
                            wrong.push(format!(
                                "{kind} {channel} {purpose} {state}: {expected} expected, {decision:?}"
                            ));
                        }
                    };
                    for (kind, &expected) in KINDS.into_iter().zip(&known) {
                        check(kind, expected);
                    }
                    // Unknown is a prospect (§1.2), held where a customer, former customer or business could get it (§1.2, Hold).
                    let could = known[1..].iter().any(|letter| !".H".contains(*letter));
                    let unknown = if ".H".contains(known[0]) && could {
                        'H'
                    } else {
                        known[0]
                    };
                    check(RecipientKind::Unknown, unknown);
                }
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "{name}: {} rows differ\n{}",
        wrong.len(),
        wrong.join("\n")
    );
    rows
}

#[test]
fn every_pack_decides_as_its_table_written_by_hand() {
    let legend = Legend::read();
    for (country, from, _) in RuleBook::shipped().list() {
        let rows = compare(&format!("{country}-{from}.txt"), &legend);
        assert!(rows >= 1_350, "{country}/{from}: {rows} rows");
    }
}

#[test]
fn no_country_is_named_in_the_code_of_consent() {
    fn sources(folder: &Path, found: &mut Vec<std::path::PathBuf>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                sources(&path, found)
            } else {
                found.push(path)
            }
        }
    }
    let mut files = Vec::new();
    sources(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("src/consent"),
        &mut files,
    );
    assert!(files.len() > 10);
    let countries: Vec<&str> = RuleBook::shipped()
        .list()
        .map(|(country, ..)| country)
        .filter(|c| c.len() == 2)
        .collect();
    for file in files {
        let text = fs::read_to_string(&file).unwrap();
        for line in text
            .lines()
            .take_while(|line| !line.starts_with("#[cfg(test)]"))
            .filter(|line| !line.trim().starts_with("//"))
        {
            for country in &countries {
                let (small, large) = (format!("\"{country}\""), country.to_uppercase());
                let named = line.contains(&small)
                    || line.contains(&format!("CountryCode::{large}"))
                    || line.contains(&format!("\"{large}\""));
                assert!(!named, "{}: {line}", file.display());
            }
        }
    }
}
