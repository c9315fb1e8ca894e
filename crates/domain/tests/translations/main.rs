//! The texts of all languages against each other, and against the program that asks for them (F21).

mod source;
mod texts;

use std::collections::{BTreeMap, BTreeSet};

use carport_domain::Language;
use source::Use;
use texts::Message;

/// Fails with all the problems at once.
fn none(problems: Vec<String>) {
    assert!(problems.is_empty(), "\n{}\n", problems.join("\n"));
}

fn english() -> BTreeMap<String, Message> {
    texts::of(Language::En)
}

#[test]
fn every_file_can_be_read_and_no_key_is_written_twice() {
    none(
        Language::ALL
            .iter()
            .flat_map(|language| texts::problems(*language))
            .collect(),
    );
}

#[test]
fn every_language_has_the_same_keys_with_the_same_variables_in_the_same_files() {
    let english = english();
    let mut problems = Vec::new();
    for &language in Language::ALL.iter().filter(|language| **language != Language::En) {
        let other = texts::of(language);
        for (key, message) in &english {
            match other.get(key) {
                None => problems.push(format!("{language} lacks «{key}» of {}", message.file)),
                Some(own) if own.variables != message.variables => problems.push(format!(
                    "«{key}» has the variables {:?} in English and {:?} in {language}",
                    message.variables, own.variables
                )),
                Some(own) if own.file != message.file => {
                    problems.push(format!(
                        "«{key}» is in {} in English and in {} in {language}",
                        message.file, own.file
                    ));
                }
                Some(_) => {}
            }
        }
        let surplus = other.iter().filter(|(key, _)| !english.contains_key(*key));
        problems.extend(
            surplus.map(|(key, message)| format!("English lacks «{key}» of {language}/{}", message.file)),
        );
    }
    none(problems);
}

#[test]
fn a_text_with_plural_forms_has_those_of_its_language() {
    let mut problems = Vec::new();
    for &language in Language::ALL {
        let wanted: BTreeSet<&str> = match language {
            Language::Ru => BTreeSet::from(["one", "few", "many"]),
            _ => BTreeSet::from(["one", "other"]),
        };
        for (key, message) in texts::of(language) {
            for forms in message.plurals {
                let lacking: Vec<&&str> = wanted.iter().filter(|form| !forms.contains(**form)).collect();
                if !lacking.is_empty() {
                    problems.push(format!("«{key}» in {language} lacks the plural {lacking:?}"));
                }
            }
        }
    }
    none(problems);
}

#[test]
fn no_text_raises_its_voice_or_is_empty() {
    let mut problems = Vec::new();
    for &language in Language::ALL {
        for (key, message) in texts::of(language) {
            if message.words.contains('!') {
                problems.push(format!("«{key}» in {language} has an exclamation mark"));
            }
            if message.words.trim().is_empty() && message.variables.is_empty() {
                problems.push(format!("«{key}» in {language} is empty"));
            }
        }
    }
    none(problems);
}

#[test]
fn every_text_the_program_asks_for_exists_and_gets_its_variables() {
    let english = english();
    let mut problems = Vec::new();
    for (place, asked) in source::uses() {
        match asked {
            Use::Family(family) => {
                if !english.keys().any(|key| {
                    key.strip_prefix(&family)
                        .is_some_and(|rest| rest.starts_with('-'))
                }) {
                    problems.push(format!("{place}: no text begins with «{family}-»"));
                }
            }
            Use::Key { key, given } => match (english.get(&key), given) {
                (None, _) => problems.push(format!("{place}: there is no text «{key}»")),
                (Some(message), Some(given)) => {
                    let lacking: Vec<&String> = message
                        .variables
                        .iter()
                        .filter(|name| !given.contains(*name))
                        .collect();
                    if !lacking.is_empty() {
                        problems.push(format!("{place}: «{key}» does not get {lacking:?}"));
                    }
                }
                (Some(_), None) => {}
            },
        }
    }
    none(problems);
}

#[test]
fn every_text_is_asked_for_somewhere() {
    let named = source::names();
    let unused = english().into_iter().filter(|(key, _)| !named.cover(key));
    none(
        unused
            .map(|(key, message)| format!("nobody asks for «{key}» of {}", message.file))
            .collect(),
    );
}
