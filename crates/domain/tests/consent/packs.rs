//! A rule pack with a mistake is refused with a word on where it is.

use std::fs;
use std::path::Path;

use carport_domain::consent::{RuleBook, Stricter};

use crate::facts::day;

fn shipped(name: &str) -> String {
    fs::read_to_string(
        Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("../../rulepacks")
            .join(name),
    )
    .unwrap()
}

const NAME: &str = "eu-strict/2018-05-25.toml";

fn problem(change: impl Fn(&str) -> String) -> String {
    let text = shipped(NAME);
    let changed = change(&text);
    assert_ne!(changed, text, "the change found its place");
    RuleBook::read([(NAME.to_owned(), changed)])
        .unwrap_err()
        .to_string()
}

#[test]
fn a_pack_is_read_as_it_was_shipped() {
    assert!(RuleBook::read([(NAME.to_owned(), shipped(NAME))]).is_ok());
}

#[test]
fn a_mistake_in_a_pack_is_named_with_its_place() {
    let said = problem(|text| text.replacen("reminder          = [", "remainder         = [", 1));
    assert!(said.contains("remainder"), "{said}");
    let said = problem(|text| text.replacen("\"duty\"", "\"dutty\"", 1));
    assert!(
        said.contains("prospect, email, recall") && said.contains("dutty"),
        "{said}"
    );
    let said =
        problem(|text| text.replacen("channels = [\"phone\"]", "channels = [\"phone\", \"letter\"]", 1));
    assert!(said.contains("letter") && said.contains("twice"), "{said}");
    let said = problem(|text| text.replacen("channels = [\"phone\"]", "channels = []", 1));
    assert!(said.contains("no rule for service by phone"), "{said}");
    let said = problem(|text| text.replacen("\"consent\"", "\"consent soft\"", 1));
    assert!(said.contains("similar"), "{said}");
    let said = problem(|text| text.replacen("\"never\"", "\"\"", 1));
    assert!(said.contains("never"), "{said}");
    let said = problem(|text| text.replacen("10:00-18:00", "10:10-18:00", 1));
    assert!(said.contains("10:10-18:00"), "{said}");
    let said = problem(|text| text.replacen("10:00-18:00", "18:00-10:00", 1));
    assert!(said.contains("18:00-10:00"), "{said}");
    let said = problem(|text| text.replacen("customer_months = 36", "customer_months = 37", 1));
    assert!(said.contains("customer_months"), "{said}");
    let said = problem(|text| text.replacen("from = \"2018-05-25\"", "from = \"2018-05-26\"", 1));
    assert!(said.contains("eu-strict/2018-05-26.toml"), "{said}");
    let said = problem(|text| format!("surprise = 1\n{text}"));
    assert!(said.contains("surprise"), "{said}");
}

#[test]
fn without_the_fallback_there_is_no_book() {
    let name = "nl/2026-07-01.toml";
    assert!(
        RuleBook::read([(name.to_owned(), shipped(name))])
            .unwrap_err()
            .to_string()
            .contains("eu-strict")
    );
}

#[test]
fn the_hash_in_a_stamp_changes_with_any_byte_of_the_pack() {
    let stamp = |text: String| {
        let book = RuleBook::read([(NAME.to_owned(), text)]).unwrap();
        let rules = book.rules("LU".parse().unwrap(), None, &Stricter::default());
        rules.on(day("2026-07-15")).stamp().to_string()
    };
    assert_ne!(stamp(shipped(NAME)), stamp(format!("{} ", shipped(NAME))));
}
