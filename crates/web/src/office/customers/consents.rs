//! What a customer said: the matrix as it stands, and every entry of the ledger in words.

use carport_domain::company::Module;
use carport_domain::consent::{
    Action, Actor, ActorKind, Changed, Channel, Choice, ConsentEvent, ContactRef, Matrix, Purpose, Scope,
};
use carport_domain::i18n::{Named, Texts};
use carport_domain::{CustomerId, LegalEntityId, format};
use carport_store::customers::ContactPoint;
use carport_store::{CompanyTx, Keys};

use super::StaffNames;
use crate::kit::prelude::*;

/// The topics consent is asked for, in the order of F143.
pub const TOPICS: [Purpose; 4] = [
    Purpose::SalesNews,
    Purpose::WorkshopOffer,
    Purpose::Newsletter,
    Purpose::Reminder,
];

/// A customer's consents with what is needed to change them.
#[derive(Debug, Clone)]
pub struct Consents {
    /// The matrix.
    pub matrix: Matrix,
    /// The channels the company offers.
    pub channels: Vec<Channel>,
    /// The customer's contact point for each channel that has one.
    pub contacts: Vec<(Channel, ContactRef)>,
    /// To whom consent is given.
    pub entity: LegalEntityId,
}

/// The channels the company offers: three, and text messages where it uses them (F144).
fn channels(office: &Office) -> Vec<Channel> {
    let mut channels = vec![Channel::Email, Channel::Letter, Channel::Phone];
    if office.company.company.has(Module::Sms.as_str()) {
        channels.push(Channel::Sms);
    }
    channels
}

/// The contact point through which a channel reaches a customer: the newest that is not known to be wrong, else the newest.
fn point_of(points: &[ContactPoint], channel: Channel) -> Option<&ContactPoint> {
    let newest = |kind: &str| {
        points
            .iter()
            .filter(|p| p.kind == kind)
            .max_by_key(|p| (p.invalid_since.is_none(), p.created_at, p.id))
    };
    match channel {
        Channel::Email => newest("email"),
        Channel::Letter => newest("address"),
        Channel::Phone => newest("mobile").or_else(|| newest("phone")),
        Channel::Sms => newest("mobile"),
        Channel::Push => None,
    }
}

fn contact_ref(keys: &Keys, point: &ContactPoint) -> ContactRef {
    let hash = keys.keyed_hash(
        "consent-contact",
        &[point.kind.as_bytes(), point.value_folded.as_bytes()],
    );
    ContactRef {
        id: point.id,
        hash: hex::encode(hash),
    }
}

/// Loads a customer's consents.
pub async fn load(office: &Office, shop: &mut CompanyTx<'_>, customer: CustomerId) -> WebResult<Consents> {
    let points = shop.contact_points(customer).await?;
    let standing = shop.standing(customer).await?;
    let entity = shop.legal_entity_of(customer).await?;
    let entity = entity.ok_or_else(|| WebError::Internal("a company without a legal entity".into()))?;
    let channels = channels(office);
    let keys = office.app.store.keys();
    let contacts: Vec<(Channel, ContactRef)> = channels
        .iter()
        .filter_map(|c| Some((*c, contact_ref(keys, point_of(&points, *c)?))))
        .collect();
    let matrix = Matrix::of(&standing, entity, &TOPICS, &channels, &contacts);
    Ok(Consents {
        matrix,
        channels,
        contacts,
        entity,
    })
}

/// The icon of a channel.
pub const fn icon(channel: Channel) -> &'static str {
    match channel {
        Channel::Email => "mail",
        Channel::Sms => "sms",
        Channel::Letter => "letter",
        Channel::Phone => "phone",
        Channel::Push => "bell",
    }
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
