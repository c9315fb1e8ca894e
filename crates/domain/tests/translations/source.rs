//! Where the program asks for texts: Rust sources without their tests, page templates, and data files that carry keys.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// One place that asks.
pub enum Use {
    /// For one text; the variables it gets, when they stand beside it.
    Key {
        /// The key.
        key: String,
        /// The names of the variables given.
        given: Option<BTreeSet<String>>,
    },
    /// For one text of a family, by a value.
    Family(String),
}

/// Words in quotes, of which some are keys: whole ones, and such with holes that a value fills.
pub struct Names {
    whole: BTreeSet<String>,
    with_holes: Vec<Vec<String>>,
}

impl Names {
    /// Whether a key stands somewhere, or fits one with holes.
    pub fn cover(&self, key: &str) -> bool {
        self.whole.contains(key) || self.with_holes.iter().any(|parts| fits(key, parts))
    }
}

/// Whether a key begins with the first part, ends with the last, and has the others in between.
fn fits(key: &str, parts: &[String]) -> bool {
    let [first, middle @ .., last] = parts else {
        return false;
    };
    let Some(mut rest) = key.strip_prefix(first.as_str()) else {
        return false;
    };
    for part in middle {
        match rest.find(part.as_str()) {
            Some(at) => rest = &rest[at + part.len()..],
            None => return false,
        }
    }
    rest.len() > last.len() && rest.ends_with(last.as_str())
}

/// Everything that asks, with its place.
pub fn uses() -> Vec<(String, Use)> {
    let mut uses = Vec::new();
    for (path, text) in files(&["rs", "html"]) {
        for (at, asked) in in_text(&text) {
            let line = text[..at].matches('\n').count() + 1;
            uses.push((format!("{}:{line}", path.display()), asked));
        }
    }
    uses
}

/// Everything in quotes that may be a key.
pub fn names() -> Names {
    let mut names = Names {
        whole: BTreeSet::new(),
        with_holes: Vec::new(),
    };
    for (_, text) in files(&["rs", "html", "toml", "typ", "json"]) {
        for quoted in text.split('"').filter(|word| word.len() < 100) {
            if is_key(quoted) {
                names.whole.insert(quoted.to_owned());
            } else if quoted.contains('{') && quoted.starts_with(|c: char| c.is_ascii_lowercase()) {
                names.with_holes.extend(parts(quoted));
            }
        }
        for (_, asked) in in_text(&text) {
            if let Use::Family(family) = asked {
                names.with_holes.push(vec![format!("{family}-"), String::new()]);
            }
        }
    }
    names
}

fn is_key(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_lowercase())
        && text
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

/// `error-page-{}-title` has the parts `error-page-` and `-title`.
fn parts(text: &str) -> Option<Vec<String>> {
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some(open) = rest.find('{') {
        let close = rest[open..].find('}')? + open;
        parts.push(rest[..open].to_owned());
        rest = &rest[close + 1..];
    }
    parts.push(rest.to_owned());
    let plain = |part: &String| {
        part.bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
    };
    (parts.len() > 1 && parts.iter().all(plain) && parts[0].ends_with('-')).then_some(parts)
}

/// The calls that name a text in quotes.
fn in_text(text: &str) -> Vec<(usize, Use)> {
    let mut uses = Vec::new();
    for (call, has_receiver) in [
        (".get(", true),
        (".with(", true),
        (".choice(", true),
        (" key(", false),
        ("(key(", false),
        ("Texts::has(", false),
        ("MessageKey::new(", false),
        ("FieldError::new(", false),
    ] {
        for (at, _) in text.match_indices(call) {
            let after = &text[at + call.len()..];
            if has_receiver && !is_texts(&text[..at]) {
                continue;
            }
            let Some((key, rest)) = quoted(after).filter(|(key, _)| is_key(key)) else {
                continue;
            };
            let asked = match call {
                ".choice(" | " key(" | "(key(" => Use::Family(key.to_owned()),
                ".with(" => Use::Key {
                    key: key.to_owned(),
                    given: list(rest),
                },
                "FieldError::new(" => Use::Key {
                    key: key.to_owned(),
                    given: Some(chain(rest)),
                },
                _ => Use::Key {
                    key: key.to_owned(),
                    given: None,
                },
            };
            uses.push((at, asked));
        }
    }
    // the table of named enumerations
    for (at, opening) in text.match_indices("named! {") {
        let table = &text[at + opening.len()..];
        let table = &table[..closing(table, '{', '}').unwrap_or(0)];
        let families = table.split('"').skip(1).step_by(2).filter(|word| is_key(word));
        uses.extend(families.map(|family| (at, Use::Family(family.to_owned()))));
    }
    uses
}

/// Whether what stands before a call is a handle of texts: `t`, `texts`, `page.t`, `texts()`, `Texts::new(language)`.
fn is_texts(before: &str) -> bool {
    let before = before.trim_end();
    if before
        .rfind("Texts::new(")
        .is_some_and(|at| closing(&before[at + 11..], '(', ')') == Some(before.len() - at - 12))
    {
        return true;
    }
    let before = before.trim_end_matches("()");
    let start = before
        .rfind(|c: char| !c.is_alphanumeric() && c != '_')
        .map_or(0, |at| at + 1);
    matches!(&before[start..], "t" | "texts")
}

/// A text in quotes at the start, and what follows it.
fn quoted(text: &str) -> Option<(&str, &str)> {
    text.trim_start().strip_prefix('"')?.split_once('"')
}

/// The names in `, &[("name", value), …])`; nothing when the variables are not written there.
fn list(rest: &str) -> Option<BTreeSet<String>> {
    let rest = rest
        .trim_start()
        .strip_prefix(',')?
        .trim_start()
        .strip_prefix('&')?
        .trim_start()
        .strip_prefix('[')?;
    let inside = &rest[..closing(rest, '[', ']')?];
    let pairs = inside.match_indices('(').filter_map(|(at, _)| {
        let (name, after) = quoted(&inside[at + 1..])?;
        after.trim_start().starts_with(',').then(|| name.to_owned())
    });
    Some(pairs.collect())
}

/// The names in `).with("name", value).with("other", value)`.
fn chain(rest: &str) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    let mut rest = rest.trim_start().trim_start_matches(')');
    while let Some(after) = rest.trim_start().strip_prefix(".with(") {
        let (Some((name, _)), Some(end)) = (quoted(after), closing(after, '(', ')')) else {
            break;
        };
        names.insert(name.to_owned());
        rest = &after[end + 1..];
    }
    names
}

/// Where the bracket that is already open closes.
fn closing(text: &str, open: char, close: char) -> Option<usize> {
    let mut depth = 1;
    for (at, c) in text.char_indices() {
        if c == open {
            depth += 1;
        } else if c == close {
            depth -= 1;
        }
        if depth == 0 {
            return Some(at);
        }
    }
    None
}

/// The files of the program with these endings, Rust ones without their tests.
fn files(endings: &[&str]) -> Vec<(PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../..")
        .canonicalize()
        .expect("the root of the program");
    let mut found = Vec::new();
    for folder in ["crates", "templates", "rulepacks"] {
        walk(&root.join(folder), endings, &mut found);
    }
    assert!(
        found.len() > 20,
        "the sources are not where this test looks for them"
    );
    found
}

fn walk(folder: &Path, endings: &[&str], found: &mut Vec<(PathBuf, String)>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            if !path.ends_with("tests") && !path.ends_with("crates/testing") {
                walk(&path, endings, found);
            }
            continue;
        }
        let fits = path
            .extension()
            .and_then(|e| e.to_str())
            .is_some_and(|ending| endings.contains(&ending));
        // a file may disappear between the listing and the reading
        if let Some(mut text) = fits.then(|| fs::read_to_string(&path).ok()).flatten() {
            if path.extension().is_some_and(|ending| ending == "rs") {
                let end = text.find("\n#[cfg(test)]\nmod ").unwrap_or(text.len());
                text.truncate(end);
            }
            found.push((path, text));
        }
    }
}
