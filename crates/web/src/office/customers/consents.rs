//! What a customer said: the matrix as it stands, and every entry of the ledger in words.

use carport_domain::consent::{Action, Actor, ActorKind, Changed, Choice, ConsentEvent, Scope};
use carport_domain::i18n::{Named, Texts};
use carport_domain::{CustomerId, format};
use carport_store::CompanyTx;

use super::StaffNames;
use crate::consents::Consents;
use crate::kit::prelude::*;

/// Loads a customer's consents.
pub async fn load(office: &Office, shop: &mut CompanyTx<'_>, customer: CustomerId) -> WebResult<Consents> {
    let points = shop.contact_points(customer).await?;
    let standing = shop.standing(customer).await?;
    let entity = shop.legal_entity_of(customer).await?;
    let entity = entity.ok_or_else(|| WebError::Internal("a company without a legal entity".into()))?;
    let company = &office.company.company;
    let keys = office.app.store.keys();
    Ok(Consents::of(&points, &standing, entity, company, keys))
}

/// The answer in words, and its tone.
pub fn answer(choice: Choice, t: &Texts) -> (String, &'static str) {
    let tone = match choice {
        Choice::Yes => "good",
        Choice::No => "danger",
        Choice::Unset => "",
    };
    (choice.name(t), tone)
}

/// When and by whom a choice was last changed (CON-09).
pub fn changed(office: &Office, at: Option<Changed>) -> String {
    let Some(Changed { at, by }) = at else {
        return String::new();
    };
    let date = format::date_short(at.date_in(office.company.company.time_zone), office.language);
    office.t.with(
        "office-consents-changed",
        &[("date", date.into()), ("by", actor_kind(by, &office.t).into())],
    )
}

fn actor_kind(by: ActorKind, t: &Texts) -> String {
    match by {
        ActorKind::Customer => t.get("office-actor-customer"),
        ActorKind::Staff => t.get("office-actor-staff"),
        ActorKind::Import => t.get("office-actor-import"),
        ActorKind::Partner | ActorKind::System => t.get("office-actor-system"),
    }
}

/// An entry of the ledger as people read it.
#[derive(Debug, Clone)]
pub struct Entry {
    /// What was said, about what.
    pub title: String,
    /// How, by whom, why.
    pub text: String,
    /// When, for machines and for people.
    pub date: String,
    /// The same for people.
    pub when: String,
    /// `good`, `danger` or empty.
    pub tone: &'static str,
    /// An icon.
    pub icon: &'static str,
}

/// What an entry is about.
pub fn scope(scope: Scope, t: &Texts) -> String {
    let purpose = scope
        .purpose
        .map_or_else(|| t.get("proof-all-topics"), |p| p.name(t));
    let channel = scope
        .channel
        .map_or_else(|| t.get("proof-all-channels"), |c| c.name(t));
    t.with(
        "office-consents-scope",
        &[("topic", purpose.into()), ("channel", channel.into())],
    )
}

/// The customer's ledger, the newest first.
pub async fn timeline(
    office: &Office,
    shop: &mut CompanyTx<'_>,
    customer: CustomerId,
    staff: &StaffNames,
) -> WebResult<Vec<Entry>> {
    let mut entries = Vec::new();
    for sealed in shop.consent_history(customer).await?.into_iter().rev() {
        let read = sealed
            .read()
            .map_err(|e| WebError::Internal(format!("ledger entry {}: {e}", sealed.seq)))?;
        entries.push(match read {
            Some(event) => entry(office, &event, staff),
            None => Entry {
                title: office.t.get("office-consents-erased"),
                text: String::new(),
                date: sealed.recorded_at.rfc3339(),
                when: format::date_and_time(
                    sealed.recorded_at,
                    office.company.company.time_zone,
                    office.language,
                ),
                tone: "",
                icon: "lock",
            },
        });
    }
    Ok(entries)
}

fn entry(office: &Office, event: &ConsentEvent, staff: &StaffNames) -> Entry {
    let t = &office.t;
    let by = match event.actor {
        Actor::Staff(id) => staff.of(id, t),
        other => actor_kind(other.kind(), t),
    };
    let mut text = t.with(
        "office-consents-how",
        &[("how", event.method.name(t).into()), ("by", by.into())],
    );
    if let Some(reason) = &event.reason {
        text.push_str(&format!(
            " · {}",
            t.with("office-consents-reason", &[("reason", reason.clone().into())])
        ));
    }
    if let Some(wording) = &event.wording {
        let version = t.with(
            "office-consents-wording",
            &[("version", wording.version.to_string().into())],
        );
        text.push_str(&format!(" · {version}"));
    }
    let (tone, icon) = match event.action {
        action if action.is_yes() => ("good", "check"),
        action if action.is_no() => ("danger", "cross"),
        Action::Correct => ("", "edit"),
        _ => ("", "info"),
    };
    Entry {
        title: format!("{} – {}", event.action.name(t), scope(event.scope, t)),
        text,
        date: event.occurred_at().rfc3339(),
        when: format::date_and_time(
            event.occurred_at(),
            office.company.company.time_zone,
            office.language,
        ),
        tone,
        icon,
    }
}
