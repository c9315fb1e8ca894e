//! From the facts on file to a [`Question`].

use carport_domain::clock::add_months;
use carport_domain::consent::{
    ActorKind, AddressOrigin, Blocks, Channel, Choice, ContactFacts, MomentFacts, Purchase, Purchases,
    Purpose, Question, Register, Scope, Stage, Standing,
};
use carport_domain::people::Origin;
use carport_domain::{ContactPointId, LegalEntityId, Timestamp};
use carport_store::recipients::{Contact, ContactKind, Recipient};
use carport_store::suppressions::SuppressionKind;
use chrono::NaiveDate;

use super::{Desk, People};

/// The age from which somebody decides for themselves about advertising, in months.
const OF_AGE_MONTHS: i32 = 18 * 12;

/// The question about one person, one moment and one channel, and the contact point it is about.
pub(super) fn question<'a>(
    desk: &'a Desk,
    people: &People,
    person: &Recipient,
    standing: &Standing,
    purpose: Purpose,
    channel: Channel,
    stage: Stage,
) -> (Question<'a>, Option<ContactPointId>) {
    let entity = desk.entity(person.location);
    let rules = desk.rules(entity, desk.country_of(people, person));
    let period = rules.on(desk.today);
    let contact = choose_contact(people, person, standing, entity, purpose, channel);
    let facts = contact.map(|c| contact_facts(desk, people, c));
    let collected_on = facts.and_then(|f| f.collected_on);
    let purchases = purchases(desk, person, entity);
    // An objection that came from an address holds for everybody who has it, until they say otherwise themselves.
    let objected = person
        .contacts
        .iter()
        .filter_map(|c| people.suppressed(c.id, SuppressionKind::Objection))
        .max()
        .is_some_and(|since| !said_yes_since(standing, contact, purpose, channel, since));
    let local_time = desk.now.datetime().with_timezone(&desk.company.time_zone).time();
    let question = Question {
        kind: period.kind(
            person.kind == "business",
            person.last_invoice_on,
            false,
            desk.today,
        ),
        purpose,
        channel,
        moment: MomentFacts {
            vehicle_bound: person.vehicle.is_some(),
            ..MomentFacts::default()
        },
        contact: facts,
        permission: standing.permission(contact.map(|c| c.id), entity, purpose, channel),
        purchases,
        notice: notice(desk, entity, collected_on),
        register: Register::Unchecked,
        presumed: false,
        last_active: person.last_visit_on,
        blocks: Blocks {
            erased: person.erased,
            restricted: person.restricted,
            deceased: person.deceased,
            minor: person
                .birth_date
                .is_some_and(|born| add_months(born, OF_AGE_MONTHS) > desk.today),
            objected,
            vehicle_gone: person.vehicle_gone,
            frequency_cap: person.recent >= desk.pace.messages,
            quiet_hours: stage == Stage::HandOver && desk.pace.rests(channel, local_time),
            content_unfit: false,
            company_suspended: desk.is_suspended(),
        },
        entity,
        stage,
        at: desk.now,
        zone: desk.company.time_zone,
        rules,
    };
    (question, contact.map(|c| c.id))
}

/// Whether somebody said yes after an instant, to everything again or to just this at this address. A file's yes is none: it
/// weakens no refusal (CON-10).
fn said_yes_since(
    standing: &Standing,
    contact: Option<&Contact>,
    purpose: Purpose,
    channel: Channel,
    since: Timestamp,
) -> bool {
    let cell = purpose.asked_as().map(|asked| Scope::cell(asked, channel));
    standing.rows().iter().any(|row| {
        let same = row.scope() == Scope::ALL
            || (Some(row.scope()) == cell && row.contact_point == contact.map(|contact| contact.id));
        row.state == Choice::Yes && row.set_by != ActorKind::Import && row.since > since && same
    })
}

fn fits(channel: Channel, kind: ContactKind) -> bool {
    match channel {
        Channel::Email => kind == ContactKind::Email,
        Channel::Sms => kind == ContactKind::Mobile,
        Channel::Phone => matches!(kind, ContactKind::Mobile | ContactKind::Phone),
        Channel::Letter => kind == ContactKind::Address,
        Channel::Push => false,
    }
}

/// The address or number a message would take: one that works before one that does not, one with a yes before one
/// without, a proven one before an unproven one, the newest of equals.
fn choose_contact<'a>(
    people: &People,
    person: &'a Recipient,
    standing: &Standing,
    entity: LegalEntityId,
    purpose: Purpose,
    channel: Channel,
) -> Option<&'a Contact> {
    let mut fitting = person.contacts.iter().filter(|c| fits(channel, c.kind));
    let first = fitting.next()?;
    let Some(second) = fitting.next() else {
        return Some(first);
    };
    let rank = |c: &Contact| {
        let works = !c.invalid && !people.suppressed.contains_key(&c.id);
        let yes = standing
            .permission(Some(c.id), entity, purpose, channel)
            .granted
            .is_some();
        (works, yes, c.verified, c.collected_on, c.id)
    };
    [first, second].into_iter().chain(fitting).max_by_key(|c| rank(c))
}

fn contact_facts(desk: &Desk, people: &People, contact: &Contact) -> ContactFacts {
    let listed = |kind| people.suppressed(contact.id, kind).is_some();
    let bounced = listed(SuppressionKind::HardBounce);
    ContactFacts {
        origin: match contact.origin {
            Origin::Dms => AddressOrigin::Dms,
            Origin::Customer | Origin::Request => AddressOrigin::Customer,
            Origin::Staff => AddressOrigin::Staff,
            Origin::Import => AddressOrigin::ImportWithoutOrigin,
        },
        collected_on: contact.collected_on,
        // A company of one legal entity has no other that could have collected it.
        collected_by: contact.legal_entity.or(desk.only_entity),
        verified: contact.verified,
        // An address that mail came back from counts as invalid too; that it came back says more.
        invalid: (contact.invalid && !bounced) || listed(SuppressionKind::Invalid),
        bounced,
        complained: listed(SuppressionKind::Complaint),
        stopped: listed(SuppressionKind::Stop),
        published: false,
        impersonal: false,
    }
}

/// The last purchase of each category; the sending entity's own before another's.
fn purchases(desk: &Desk, person: &Recipient, entity: LegalEntityId) -> Purchases {
    let last = |category| {
        person
            .purchases
            .iter()
            .filter(|bought| bought.category == category)
            .filter_map(|bought| {
                Some(Purchase {
                    on: bought.on,
                    entity: bought.entity.or(desk.only_entity)?,
                })
            })
            .max_by_key(|purchase| (purchase.entity == entity, purchase.on))
    };
    use carport_domain::consent::Category;
    Purchases {
        workshop: last(Category::Workshop),
        parts: last(Category::Parts),
        vehicle: last(Category::Vehicle),
    }
}

/// The entity's notice in force when the address was collected; else its newest, so that the gate can say what is wrong
/// with it.
fn notice(
    desk: &Desk,
    entity: LegalEntityId,
    collected_on: Option<NaiveDate>,
) -> Option<carport_domain::consent::Notice> {
    let own = || desk.notices.iter().filter(|n| n.entity == entity);
    let in_force = |on: NaiveDate| {
        own()
            .filter(move |n| n.from <= on && n.until.is_none_or(|until| on <= until))
            .max_by_key(|n| n.from)
    };
    collected_on
        .and_then(in_force)
        .or_else(|| own().max_by_key(|n| n.from))
        .copied()
}
