//! Every page in every language: no text that nobody wrote, no variable left open, the right language said.

use std::collections::BTreeSet;

use carport_domain::Language;
use carport_testing::db_test;
use http::StatusCode;

use super::matrix::routes;
use super::world::World;

/// How texts that nobody wrote would begin: a key without a text is shown as its words, «Office outcome send».
fn holes() -> BTreeSet<String> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../translations/en");
    let files = std::fs::read_dir(folder).expect("the translations").flatten();
    let mut holes = BTreeSet::new();
    for file in files {
        let text = std::fs::read_to_string(file.path()).expect("a translation");
        for (key, _) in text.lines().filter_map(|line| line.split_once(" =")) {
            let words: Vec<&str> = key.split('-').collect();
            if let [first, second, _, ..] = words.as_slice()
                && let Some(capital) = first.get(..1)
            {
                holes.insert(format!("{}{} {second} ", capital.to_uppercase(), &first[1..]));
            }
        }
    }
    holes
}

/// What a reader sees: the text between tags, and the values of attributes that are read out.
fn readable(html: &str) -> String {
    let mut out = String::new();
    let mut rest = html;
    while let Some((text, after)) = rest.split_once('<') {
        out.push_str(text);
        out.push(' ');
        let skipped = ["script", "style"]
            .into_iter()
            .find(|name| after.starts_with(name));
        rest = match skipped {
            Some(name) => after
                .split_once(&format!("</{name}"))
                .map_or("", |(_, rest)| rest),
            None => after,
        };
        let Some((tag, after)) = rest.split_once('>') else {
            break;
        };
        for name in ["title=\"", "aria-label=\"", "placeholder=\"", "alt=\""] {
            if let Some((_, value)) = tag.split_once(name) {
                out.push_str(value.split('"').next().unwrap_or_default());
                out.push(' ');
            }
        }
        rest = after;
    }
    out + rest
}

db_test! {
    async fn every_page_reads_in_every_language_without_a_hole(db: TestDb) {
        let world = World::new(&db).await;
        let holes = holes();
        assert!(holes.len() > 100, "{}", holes.len());
        let mut read = 0;
        let mut wrong = Vec::new();
        for &language in Language::ALL {
            for (route, (get, _)) in routes() {
                for (who, browser) in world.who_fits(&route).filter(|_| get) {
                    let mut browser = browser.clone();
                    browser.keep_cookie("language", language.as_str());
                    let page = browser.get(&world.address(&route)).await;
                    let is_page = page.headers.get("content-type").is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
                    if page.status != StatusCode::OK || !is_page || !page.body.contains("<html") {
                        continue;
                    }
                    read += 1;
                    let mut complain = |what: String| wrong.push(format!("{route} in {language} by {who}: {what}"));
                    // The preview of a message is in the customer's language.
                    if !route.contains("/proposal/") && !page.body.contains(&format!("<html lang=\"{language}\"")) {
                        complain("says another language".into());
                    }
                    let text = readable(&page.body);
                    if text.contains("{$") || text.contains("{ $") {
                        complain("a variable is left open".into());
                    }
                    // In English a sentence may begin like a key.
                    let found: Vec<_> = holes.iter().filter(|hole| language != Language::En && text.contains(*hole)).collect();
                    if !found.is_empty() {
                        complain(format!("a text nobody wrote: {found:?}"));
                    }
                }
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
        assert!(read > 4 * 40, "{read} pages were read");
    }
}
