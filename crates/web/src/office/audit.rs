//! Who did what (SEC-AUD-1): the audit log in sentences, newest first.

use std::collections::HashMap;

use askama::Template;
use axum::Router;
use axum::extract::Query;
use axum::routing::get;
use carport_domain::access::Permission;
use carport_domain::format;
use serde::Deserialize;
use serde_json::Value;

use crate::kit::app::AppState;
use crate::kit::prelude::*;

/// Entries on one page.
const ROWS: usize = 50;

/// Its address.
pub fn routes() -> Router<AppState> {
    Router::new().route("/office/{company}/audit", get(show))
}

#[derive(Debug, Deserialize)]
struct Asked {
    before: Option<i64>,
}

/// One entry in words.
struct Row {
    number: i64,
    when: String,
    who: String,
    what: String,
    /// Field, and its value before and after.
    changes: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "office/audit.html")]
struct Audit {
    page: Page,
    t: Texts,
    rows: Vec<Row>,
    range: String,
    newest_url: String,
    next_url: String,
}

/// What happened, as a sentence; an action without one shows its stable word.
fn sentence(action: &str, t: &Texts) -> String {
    let key = format!("audit-{}", action.replace(['.', '_'], "-"));
    if Texts::has(&key) {
        t.get(&key)
    } else {
        action.to_owned()
    }
}

/// Who, by name where one is known.
fn who(actor: &str, names: &HashMap<String, String>, t: &Texts) -> String {
    if let Some(name) = names.get(actor) {
        return name.clone();
    }
    match actor.split(':').next() {
        Some("staff") => t.get("audit-former-staff"),
        Some("operator") => t.get("audit-operator"),
        Some("customer") => t.get("audit-customer"),
        _ => t.get("audit-system"),
    }
}

fn plain(value: &Value) -> String {
    match value {
        Value::Null => "–".to_owned(),
        Value::String(text) if text.is_empty() => "–".to_owned(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

/// A field's value, or what it was and what it became.
fn change(value: &Value) -> String {
    match value {
        Value::Array(pair) if pair.len() == 2 => format!("{} → {}", plain(&pair[0]), plain(&pair[1])),
        other => plain(other),
    }
}

fn changes(detail: &str) -> Vec<(String, String)> {
    let same = |value: &Value| {
        value
            .as_array()
            .is_some_and(|pair| pair.len() == 2 && pair[0] == pair[1])
    };
    match serde_json::from_str(detail) {
        Ok(Value::Object(map)) => map
            .iter()
            .filter(|(_, value)| !same(value))
            .map(|(field, value)| (field.replace('_', " "), change(value)))
            .collect(),
        _ => Vec::new(),
    }
}

async fn show(office: Office, Query(asked): Query<Asked>) -> WebResult<Response> {
    office.require(Permission::ViewAudit)?;
    let t = office.t.clone();
    let zone = office.company.company.time_zone;
    let mut tx = office.app.store.read().await?;
    let mut own = tx.company(office.company.company.id).await?;
    let names: HashMap<String, String> = own
        .members()
        .await?
        .into_iter()
        .map(|m| (format!("staff:{}", m.staff_id), m.name))
        .collect();
    let mut entries = own.audit_entries(asked.before, ROWS as i64 + 1).await?;
    let more = entries.len() > ROWS;
    entries.truncate(ROWS);
    let ends = entries.first().map(|e| e.seq).zip(entries.last().map(|e| e.seq));
    let url = office.url("/audit");
    let rows = entries.into_iter().map(|e| Row {
        number: e.seq,
        when: format::date_and_time(e.at, zone, t.language()),
        who: who(&e.actor, &names, &t),
        what: sentence(&e.action, &t),
        changes: changes(&e.detail),
    });
    html(&Audit {
        rows: rows.collect(),
        range: ends
            .map(|(first, last)| format!("{first} – {last}"))
            .unwrap_or_default(),
        newest_url: if asked.before.is_some() {
            url.clone()
        } else {
            String::new()
        },
        next_url: ends
            .filter(|_| more)
            .map(|(_, last)| format!("{url}?before={last}"))
            .unwrap_or_default(),
        page: office.page(&t.get("audit-title"), "audit"),
        t,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The actions that the product's source notes: the first dotted word after each call.
    fn actions(folder: &std::path::Path, found: &mut std::collections::BTreeSet<String>) {
        for entry in std::fs::read_dir(folder).unwrap().flatten() {
            let path = entry.path();
            if path.is_dir() {
                actions(&path, found);
            } else if path.extension().is_some_and(|e| e == "rs") {
                let source = std::fs::read_to_string(&path).unwrap();
                for call in source.split(".audit(").skip(1) {
                    let arguments = call.split(';').next().unwrap_or_default();
                    let word = arguments.split('"').skip(1).step_by(2).find(|text| {
                        text.contains('.')
                            && text.chars().all(|c| c.is_ascii_lowercase() || ".-_".contains(c))
                    });
                    found.extend(word.map(str::to_owned));
                }
            }
        }
    }

    #[test]
    fn every_action_that_is_noted_has_its_words() {
        let mut found = std::collections::BTreeSet::new();
        for part in ["web", "store", "outreach", "intake", "server"] {
            let folder = format!("{}/../{part}/src", env!("CARGO_MANIFEST_DIR"));
            actions(std::path::Path::new(&folder), &mut found);
        }
        assert!(found.len() > 15, "the source is read: {found:?}");
        let raw: Vec<&String> = found
            .iter()
            .filter(|action| sentence(action, &Texts::new(carport_domain::Language::Nl)) == **action)
            .collect();
        assert!(raw.is_empty(), "actions without words: {raw:?}");
    }

    #[test]
    fn a_change_shows_before_and_after_and_what_stayed_the_same_is_left_out() {
        let shown = changes(
            r#"{"request_email":["a@x.example","b@x.example"],"name":["A","A"],"phone":[null,"+31"]}"#,
        );
        let line = |field: &str, text: &str| (field.to_owned(), text.to_owned());
        assert_eq!(
            shown,
            [
                line("phone", "– → +31"),
                line("request email", "a@x.example → b@x.example")
            ]
        );
        assert!(changes("not json").is_empty());
    }
}
