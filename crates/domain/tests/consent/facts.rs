//! Builders shared by the tests.

use carport_domain::consent::*;
use carport_domain::*;
use chrono::NaiveDate;
use chrono_tz::Tz;
use uuid::Uuid;

pub const ZONE: Tz = chrono_tz::Europe::Amsterdam;

pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Eleven in the morning of a local day.
pub fn morning(text: &str) -> Timestamp {
    Timestamp::start_of(day(text), ZONE).plus_hours(11)
}

pub fn id(n: u128) -> Uuid {
    Uuid::from_u128(n)
}

pub fn company() -> CompanyId {
    CompanyId(id(1))
}
pub fn entity() -> LegalEntityId {
    LegalEntityId(id(2))
}
pub fn customer() -> CustomerId {
    CustomerId(id(3))
}

pub fn rules(country: &str) -> Rules {
    RuleBook::shipped().rules(country.parse().unwrap(), None, &Stricter::default())
}

/// A question about a customer of whom nothing is known but a working address.
pub fn question<'a>(rules: &'a Rules, on: &str, channel: Channel, purpose: Purpose) -> Question<'a> {
    let at = morning(on);
    Question {
        kind: RecipientKind::Customer,
        purpose,
        channel,
        moment: MomentFacts {
            partner_list: (purpose == Purpose::PartnerOffer).then_some(1),
            ..MomentFacts::default()
        },
        contact: Some(ContactFacts::given(
            entity(),
            at.date_in(ZONE) - chrono::Days::new(400),
        )),
        permission: Permission::default(),
        purchases: Purchases::default(),
        notice: None,
        register: Register::Clear,
        presumed: false,
        last_active: None,
        blocks: Blocks::default(),
        entity: entity(),
        stage: Stage::Planning,
        at,
        zone: ZONE,
        rules,
    }
}

pub fn yes(question: &Question<'_>, basis: Basis) -> Permission {
    let granted = Granted {
        event: ConsentEventId(id(10)),
        at: question.at.plus_hours(-24 * 30),
        basis,
        entity: entity(),
        confirmed: true,
        partner_list: question.moment.partner_list,
    };
    Permission {
        granted: Some(granted),
        refused: None,
    }
}

pub fn no(question: &Question<'_>, scope: Scope) -> Permission {
    let refused = Refused {
        event: ConsentEventId(id(11)),
        at: question.at.plus_hours(-24),
        scope,
    };
    Permission {
        granted: None,
        refused: Some(refused),
    }
}

pub fn bought(question: &Question<'_>, months_ago: i32) -> Option<Purchase> {
    let on = clock::add_months(question.at.date_in(ZONE), -months_ago);
    Some(Purchase { on, entity: entity() })
}

/// The notice in force for years, with the offer to object.
pub fn notice() -> Option<Notice> {
    Some(Notice {
        wording: WordingId(id(20)),
        entity: entity(),
        from: day("2018-05-25"),
        until: None,
        opt_out_offered: true,
    })
}

/// A draft said by the customer on the own page.
pub fn draft(action: Action, scope: Scope, at: Timestamp) -> Draft {
    let whose = (company(), entity(), customer());
    let yes = action.is_yes();
    Draft {
        basis: yes.then_some(Basis::Consent),
        partner_list: (scope.purpose == Some(Purpose::PartnerOffer)).then_some(1),
        wording: yes.then(wording),
        origin: Some("preferences page".into()),
        contact_point: (yes && scope.is_cell()).then(|| contact(100)),
        supersedes: (action == Action::Confirm).then(|| ConsentEventId(id(10))),
        ..Draft::new(whose, action, scope, (Method::Portal, Actor::Customer), at)
    }
}

pub fn wording() -> WordingRef {
    WordingRef {
        id: WordingId(id(20)),
        version: 1,
        language: Language::Nl,
        sha256: "ab".repeat(32),
    }
}

pub fn contact(n: u128) -> ContactRef {
    ContactRef {
        id: ContactPointId(id(n)),
        hash: format!("{n:064x}"),
    }
}

pub fn event(draft: Draft) -> ConsentEvent {
    ConsentEvent::new(draft).unwrap()
}

pub fn said(action: Action, scope: Scope, at: Timestamp) -> ConsentEvent {
    event(draft(action, scope, at))
}
