//! What customers changed, told to the company in one mail instead of many (F68).

use std::collections::BTreeMap;

use carport_domain::people::PostalAddress;
use carport_domain::{CompanyId, Texts};
use carport_store::changes::{ChangeForDms, Correction};
use carport_store::{Result, Store};

use crate::service::{ServiceMail, queue_service_mail};

/// The job that sends a company its digest, where there is something to tell.
pub const DIGEST_JOB: &str = "accounts.digest";
/// Changes told in one mail; the rest is told in the next.
const MOST: i64 = 200;

/// Sends the company what customers changed and asked to correct since the last digest; false when there was nothing.
pub async fn send_change_digest(store: &Store, base_url: &str, company: CompanyId) -> Result<bool> {
    let mut tx = store.begin().await?;
    let mut own = tx.company(company).await?;
    let changes = own.unnoticed_changes(MOST).await?;
    let corrections = own.unnoticed_corrections(MOST).await?;
    if changes.is_empty() && corrections.is_empty() {
        return Ok(false);
    }
    let profile = own.profile().await?;
    let t = Texts::new(profile.default_language);
    let mut lines: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for change in &changes {
        lines
            .entry(who(change))
            .or_default()
            .push(change_line(change, &t));
    }
    for correction in &corrections {
        lines
            .entry(who_asks(correction))
            .or_default()
            .push(correction_line(correction, &t));
    }
    let text = lines
        .iter()
        .map(|(who, lines)| {
            format!(
                "{who}\n{}",
                lines
                    .iter()
                    .map(|line| format!("– {line}"))
                    .collect::<Vec<_>>()
                    .join("\n")
            )
        })
        .collect::<Vec<_>>()
        .join("\n\n");
    let mail = ServiceMail::new("change-digest", &profile.request_email, profile.default_language)
        .with("company", &profile.name)
        .with("count", (changes.len() + corrections.len()).to_string())
        .with("changes", text)
        .button(format!("{base_url}/office/{}", profile.slug));
    queue_service_mail(&mut own, store.keys(), &mail).await?;
    own.mark_changes_noticed(&changes.iter().map(|change| change.id).collect::<Vec<_>>())
        .await?;
    own.mark_corrections_noticed(
        &corrections
            .iter()
            .map(|correction| correction.id)
            .collect::<Vec<_>>(),
    )
    .await?;
    tx.commit().await?;
    Ok(true)
}

fn name(first: Option<&str>, infix: Option<&str>, last: &str, number: Option<&str>) -> String {
    let name = [first, infix, Some(last)]
        .into_iter()
        .flatten()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" ");
    match number {
        Some(number) => format!("{name} ({number})"),
        None => name,
    }
}

fn who(change: &ChangeForDms) -> String {
    name(
        change.first_name.as_deref(),
        change.infix.as_deref(),
        &change.last_name,
        change.customer_number.as_deref(),
    )
}

fn who_asks(wish: &Correction) -> String {
    name(
        wish.first_name.as_deref(),
        wish.infix.as_deref(),
        &wish.last_name,
        wish.customer_number.as_deref(),
    )
}

/// A stored value as people read it: an address on one line instead of its JSON.
fn readable(value: Option<&str>, t: &Texts) -> String {
    match value.filter(|value| !value.is_empty()) {
        None => t.get("change-nothing"),
        Some(value) => {
            serde_json::from_str::<PostalAddress>(value).map_or_else(|_| value.to_owned(), |a| a.one_line())
        }
    }
}

fn change_line(change: &ChangeForDms, t: &Texts) -> String {
    let field = t.choice("change-field", &change.field);
    let field = change
        .plate
        .as_ref()
        .map_or(field.clone(), |plate| format!("{plate}, {field}"));
    t.with(
        "change-line",
        &[
            ("field", field.into()),
            ("old", readable(change.old_value.as_deref(), t).into()),
            ("new", readable(change.new_value.as_deref(), t).into()),
        ],
    )
}

fn correction_line(wish: &Correction, t: &Texts) -> String {
    let field = t.choice("change-field", &wish.field);
    let field = wish
        .plate
        .as_ref()
        .map_or(field.clone(), |plate| format!("{plate}, {field}"));
    let line = t.with(
        "change-correction-line",
        &[
            ("field", field.into()),
            ("shown", readable(wish.shown_value.as_deref(), t).into()),
            ("asked", wish.asked_value.clone().into()),
        ],
    );
    match &wish.note {
        Some(note) => format!("{line} «{note}»"),
        None => line,
    }
}
