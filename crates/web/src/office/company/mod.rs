//! What the company is and how its pages work (F2–F5, F11, F16, F30, F57, F198): one tab, one file.

mod closing_days;
mod data;
mod legal_entities;
mod legal_entity;
mod logos;
mod look;
mod modules;
mod notice;
mod numbers;
mod picture;
mod share;
mod text;
mod texts;

use axum::Router;
use carport_domain::FieldError;
use carport_domain::access::Permission;
use carport_store::companies::Company;
use serde_json::{Map, Value, json};

use crate::kit::app::AppState;
use crate::kit::page::NavItem;
use crate::kit::prelude::*;

/// Its addresses.
pub fn routes() -> Router<AppState> {
    Router::new()
        .merge(data::routes())
        .merge(share::routes())
        .merge(legal_entities::routes())
        .merge(legal_entity::routes())
        .merge(modules::routes())
        .merge(look::routes())
        .merge(logos::routes())
        .merge(texts::routes())
        .merge(text::routes())
        .merge(numbers::routes())
        .merge(closing_days::routes())
        .merge(notice::routes())
}

/// The tabs: word of the key `company-tab-<word>`, path below `/company`.
const TABS: [(&str, &str); 9] = [
    ("data", ""),
    ("share", "/share"),
    ("legal", "/legal-entities"),
    ("modules", "/modules"),
    ("look", "/look"),
    ("texts", "/texts"),
    ("numbers", "/numbers"),
    ("closing-days", "/closing-days"),
    ("notice", "/notice"),
];

/// The page and its tabs; whoever may not change the company does not find it.
fn frame(office: &Office, here: &str) -> WebResult<(Page, Vec<NavItem>)> {
    office.require(Permission::EditCompany)?;
    let tabs = TABS
        .iter()
        .map(|(word, path)| NavItem {
            label: office.t.get(&format!("company-tab-{word}")),
            url: office.url(&format!("/company{path}")),
            current: *word == here,
            ..NavItem::default()
        })
        .collect();
    Ok((office.page(&office.t.get("company-title"), "company"), tabs))
}

/// Leads on to a page of the back office that says in place what was done: the text `flash-<word>`.
pub(in crate::office) fn saved(office: &Office, path: &str, word: &str) -> Response {
    crate::office::said(office, &office.url(path), "good", word)
}

/// Changes the company's own row, with an entry in the audit log that says what was before and after.
async fn keep(office: &Office, action: &str, change: impl FnOnce(&mut Company)) -> WebResult<()> {
    let mut tx = office.app.store.begin().await?;
    let mut own = tx.company(office.company.company.id).await?;
    let before = own.profile().await?;
    let mut after = before.clone();
    change(&mut after);
    let detail = differences(&fields(&before), &fields(&after));
    if !detail.is_empty() {
        own.save_profile(&after).await?;
        own.audit(
            &office.actor(),
            action,
            &format!("company:{}", before.id),
            &Value::Object(detail),
        )
        .await?;
        tx.commit().await?;
        office.app.companies.forget();
    }
    Ok(())
}

fn fields(c: &Company) -> Map<String, Value> {
    let value = json!({
        "name": c.name, "email": c.email, "request_email": c.request_email, "phone": c.phone, "website": c.website,
        "privacy_url": c.privacy_url, "country": c.country, "time_zone": c.time_zone.name(),
        "default_language": c.default_language, "languages": c.languages, "own_domain": c.own_domain,
        "started_on": c.started_on, "look": c.look, "settings": c.settings,
    });
    match value {
        Value::Object(map) => map,
        _ => Map::new(),
    }
}

/// The fields that differ, each with its value before and after.
fn differences(before: &Map<String, Value>, after: &Map<String, Value>) -> Map<String, Value> {
    let changed = after
        .iter()
        .filter(|(name, value)| before.get(*name) != Some(*value));
    changed
        .map(|(name, value)| (name.clone(), json!([before.get(name), value])))
        .collect()
}

/// An address on the web as staff type it.
fn web_address(text: &str) -> Result<String, FieldError> {
    let wrong = || FieldError::new("error-web-address");
    let rest = text
        .strip_prefix("https://")
        .or_else(|| text.strip_prefix("http://"))
        .ok_or_else(wrong)?;
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let plain = text
        .bytes()
        .all(|b| (0x21..0x7f).contains(&b) && !b"\"'<>\\".contains(&b));
    if plain && host.contains('.') && !host.starts_with('.') && !host.contains('@') {
        Ok(text.to_owned())
    } else {
        Err(wrong())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_web_address_is_one_a_browser_opens_and_nothing_that_runs() {
        assert!(web_address("https://garage.example/privacy?x=1").is_ok());
        for bad in [
            "garage.example",
            "javascript:alert(1)",
            "https://",
            "https://a b.example",
            "https://x@y.example",
            "//x.example",
        ] {
            assert!(web_address(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn the_audit_log_gets_only_what_changed_with_its_value_before() {
        let object = |value: Value| value.as_object().cloned().unwrap_or_default();
        let changed = differences(
            &object(json!({"a": 1, "b": "x"})),
            &object(json!({"a": 1, "b": "y"})),
        );
        assert_eq!(Value::Object(changed), json!({"b": ["x", "y"]}));
    }
}
