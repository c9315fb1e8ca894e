//! The translation files, read entry by entry.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use carport_domain::Language;
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey};
use fluent_syntax::parser::parse;

/// One text of one language.
pub struct Message {
    /// The file's name, without the language.
    pub file: String,
    /// The variables it uses.
    pub variables: BTreeSet<String>,
    /// The plural forms of each choice by number.
    pub plurals: Vec<BTreeSet<String>>,
    /// Its words, all forms together.
    pub words: String,
}

/// The folder of a language.
fn folder(language: Language) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../translations")
        .join(language.as_str())
}

fn files(language: Language) -> Vec<(String, String)> {
    let mut files: Vec<(String, String)> = fs::read_dir(folder(language))
        .expect("a folder for each language")
        .map(|entry| entry.expect("a readable folder").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "ftl"))
        .map(|path| {
            let name = path.file_name().expect("a file").to_string_lossy().into_owned();
            (name, fs::read_to_string(path).expect("a file in UTF-8"))
        })
        .collect();
    files.sort();
    assert!(!files.is_empty(), "no texts in {language}");
    files
}

/// Entries that cannot be read, and keys written twice.
pub fn problems(language: Language) -> Vec<String> {
    let mut problems = Vec::new();
    let mut homes: BTreeMap<String, String> = BTreeMap::new();
    for (file, text) in files(language) {
        let resource = parse(text.as_str()).unwrap_or_else(|(resource, errors)| {
            problems.extend(errors.iter().map(|error| {
                let line = text
                    .get(..error.pos.start)
                    .map_or(0, |before| before.lines().count());
                format!("{language}/{file}, near line {line}: {error}")
            }));
            resource
        });
        for entry in &resource.body {
            let Entry::Message(message) = entry else { continue };
            let key = message.id.name.to_owned();
            if message.value.is_none() {
                problems.push(format!("{language}/{file}: «{key}» has no text"));
            }
            if let Some(home) = homes.insert(key.clone(), file.clone()) {
                problems.push(format!(
                    "{language}: «{key}» is written in {home} and again in {file}"
                ));
            }
        }
    }
    problems
}

/// All texts of a language by key.
pub fn of(language: Language) -> BTreeMap<String, Message> {
    let mut messages = BTreeMap::new();
    for (file, text) in files(language) {
        let resource = parse(text.as_str()).unwrap_or_else(|(resource, _)| resource);
        for entry in &resource.body {
            let Entry::Message(message) = entry else { continue };
            let Some(pattern) = &message.value else { continue };
            let mut read = Message {
                file: file.clone(),
                variables: BTreeSet::new(),
                plurals: Vec::new(),
                words: String::new(),
            };
            read.walk(pattern);
            messages.insert(message.id.name.to_owned(), read);
        }
    }
    messages
}

impl Message {
    fn walk(&mut self, pattern: &Pattern<&str>) {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => self.words.push_str(value),
                PatternElement::Placeable { expression } => self.expression(expression),
            }
        }
    }

    fn expression(&mut self, expression: &Expression<&str>) {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => {
                self.inline(selector);
                let forms: BTreeSet<String> = variants
                    .iter()
                    .filter_map(|variant| match variant.key {
                        VariantKey::Identifier { name } => Some(name.to_owned()),
                        VariantKey::NumberLiteral { .. } => None,
                    })
                    .collect();
                if forms.contains("one") || forms.contains("few") || forms.contains("many") {
                    self.plurals.push(forms);
                }
                for variant in variants {
                    self.walk(&variant.value);
                }
            }
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&str>) {
        match inline {
            InlineExpression::VariableReference { id } => {
                self.variables.insert(id.name.to_owned());
            }
            InlineExpression::Placeable { expression } => self.expression(expression),
            InlineExpression::FunctionReference { arguments, .. } => {
                for argument in &arguments.positional {
                    self.inline(argument);
                }
            }
            _ => {}
        }
    }
}
