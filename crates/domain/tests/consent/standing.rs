//! What a person's word is, case by case.

use carport_domain::consent::*;
use carport_domain::{ConsentEventId, ContactPointId, ImportId, LegalEntityId, StaffId, Timestamp};

use crate::facts::*;

const NEWS: Scope = Scope::cell(Purpose::Newsletter, Channel::Email);

/// Hour `n` of a day.
fn hour(n: i64) -> Timestamp {
    Timestamp::start_of(day("2026-07-15"), ZONE).plus_hours(n)
}

fn imported(action: Action, scope: Scope, at: Timestamp) -> ConsentEvent {
    let mut draft = draft(action, scope, at);
    (draft.method, draft.actor) = (Method::Dms, Actor::Import(ImportId(id(6))));
    event(draft)
}

fn choice(events: &[ConsentEvent], scope: Scope) -> Choice {
    let standing = Standing::derive(customer(), events, None);
    standing.choice(
        Some(ContactPointId(id(100))),
        entity(),
        scope.purpose.unwrap(),
        scope.channel.unwrap(),
    )
}

#[test]
fn nobody_asked_is_neither_yes_nor_no() {
    assert_eq!(choice(&[], NEWS), Choice::Unset);
}

#[test]
fn a_yes_belongs_to_the_address_and_a_no_to_the_customer() {
    let grant = said(Action::Grant, NEWS, hour(1));
    let standing = Standing::derive(customer(), [&grant], None);
    let at = |contact: u128| {
        standing.choice(
            Some(ContactPointId(id(contact))),
            entity(),
            Purpose::Newsletter,
            Channel::Email,
        )
    };
    assert_eq!((at(100), at(101)), (Choice::Yes, Choice::Unset));
    let other = standing.permission(
        Some(ContactPointId(id(100))),
        LegalEntityId(id(9)),
        Purpose::Newsletter,
        Channel::Email,
    );
    assert_eq!(
        other.granted.map(|granted| granted.entity),
        Some(entity()),
        "the gate sees whose yes it is"
    );

    let refusal = said(Action::Deny, NEWS, hour(2));
    let standing = Standing::derive(customer(), [&grant, &refusal], None);
    let at = |contact: u128| {
        standing.choice(
            Some(ContactPointId(id(contact))),
            entity(),
            Purpose::Newsletter,
            Channel::Email,
        )
    };
    assert_eq!((at(100), at(101)), (Choice::No, Choice::No));
}

#[test]
fn a_no_of_which_the_day_alone_is_known_beats_a_yes_of_that_day_and_none_of_the_next() {
    let late = |day_of_the_yes: i64| said(Action::Grant, NEWS, hour(24 * day_of_the_yes + 10));
    let withdrawal = said(Action::Withdraw, NEWS, hour(48)).said_on(day("2026-07-15"), ZONE);
    assert_eq!(withdrawal.occurred_at(), Timestamp(hour(24).0 - 1));
    assert_eq!(choice(&[late(0), withdrawal.clone()], NEWS), Choice::No);
    assert_eq!(choice(&[late(1), withdrawal], NEWS), Choice::Yes);
    let grant = said(Action::Grant, NEWS, hour(48)).said_on(day("2026-07-15"), ZONE);
    assert_eq!(grant.occurred_at(), hour(0));
    let today = said(Action::Object, Scope::ALL, hour(15)).said_on(day("2026-07-15"), ZONE);
    assert_eq!(today.occurred_at(), hour(15), "never later than it was recorded");
}

#[test]
fn a_tie_goes_to_the_no() {
    let (grant, withdrawal) = (
        said(Action::Grant, NEWS, hour(1)),
        said(Action::Withdraw, NEWS, hour(1)),
    );
    assert_eq!(choice(&[grant.clone(), withdrawal.clone()], NEWS), Choice::No);
    assert_eq!(choice(&[withdrawal, grant], NEWS), Choice::No);
}

#[test]
fn a_wider_no_takes_all_earlier_yeses_and_a_later_yes_is_an_exception_to_it() {
    let all_no = [
        Scope::ALL,
        Scope::purpose(Purpose::Newsletter),
        Scope::channel(Channel::Email),
        NEWS,
    ];
    for scope in all_no {
        let action = if scope == Scope::ALL {
            Action::Object
        } else {
            Action::Deny
        };
        let mut log = vec![said(Action::Grant, NEWS, hour(1)), said(action, scope, hour(2))];
        assert_eq!(choice(&log, NEWS), Choice::No);
        log.push(said(Action::Grant, NEWS, hour(3)));
        assert_eq!(choice(&log, NEWS), Choice::Yes);
    }
    let log = [
        said(Action::Object, Scope::ALL, hour(2)),
        said(Action::Grant, NEWS, hour(3)),
    ];
    assert_eq!(
        choice(&log, Scope::cell(Purpose::SalesNews, Channel::Letter)),
        Choice::No
    );
}

#[test]
fn taking_back_a_wide_no_leaves_a_finer_no_and_brings_back_no_yes() {
    let log = [
        said(Action::Grant, NEWS, hour(1)),
        said(
            Action::Deny,
            Scope::cell(Purpose::Newsletter, Channel::Sms),
            hour(1),
        ),
        said(Action::Deny, Scope::purpose(Purpose::Newsletter), hour(2)),
        said(Action::Grant, Scope::purpose(Purpose::Newsletter), hour(3)),
    ];
    assert_eq!(choice(&log, NEWS), Choice::Unset);
    assert_eq!(
        choice(&log, Scope::cell(Purpose::Newsletter, Channel::Sms)),
        Choice::No
    );
}

#[test]
fn an_import_weakens_no_refusal_however_late_it_comes() {
    for scope in [
        Scope::ALL,
        Scope::purpose(Purpose::Newsletter),
        Scope::channel(Channel::Email),
        NEWS,
    ] {
        let action = if scope == Scope::ALL {
            Action::Object
        } else {
            Action::Withdraw
        };
        let log = [
            said(action, scope, hour(1)),
            imported(Action::Grant, NEWS, hour(2)),
            imported(Action::Grant, scope, hour(3)),
            imported(Action::Grant, Scope::ALL, hour(3)),
        ];
        assert_eq!(choice(&log, NEWS), Choice::No, "{scope:?}");
    }
    assert_eq!(
        choice(&[imported(Action::Grant, NEWS, hour(2))], NEWS),
        Choice::Yes
    );
}

#[test]
fn a_late_entry_of_an_old_no_ends_only_what_is_older() {
    let mut late = draft(Action::Deny, NEWS, hour(5));
    late.occurred_at = Some(hour(1));
    let log = [said(Action::Grant, NEWS, hour(3)), event(late)];
    assert_eq!(choice(&log, NEWS), Choice::Yes);
}

#[test]
fn a_yes_that_ran_out_is_no_answer_any_more() {
    let mut end = draft(Action::Expire, NEWS, hour(4));
    end.contact_point = Some(contact(100));
    (end.method, end.actor) = (Method::System, Actor::System);
    let log = [said(Action::Grant, NEWS, hour(1)), event(end)];
    assert_eq!(choice(&log, NEWS), Choice::Unset);
}

#[test]
fn a_confirmation_makes_the_yes_a_confirmed_one() {
    let log = [
        said(Action::Grant, NEWS, hour(1)),
        said(Action::Confirm, NEWS, hour(2)),
    ];
    let standing = Standing::derive(customer(), &log, None);
    let granted = standing
        .permission(
            Some(ContactPointId(id(100))),
            entity(),
            Purpose::Newsletter,
            Channel::Email,
        )
        .granted;
    assert_eq!(granted.map(|granted| granted.confirmed), Some(true));
}

#[test]
fn undoing_an_import_takes_its_entries_back_and_nothing_the_customer_said() {
    let undo = |target: &ConsentEvent, actor, method| {
        let mut undo = draft(Action::Correct, target.scope, hour(9));
        (undo.supersedes, undo.actor, undo.method, undo.reason) =
            (Some(target.id), actor, method, Some("import undone".into()));
        event(undo)
    };
    let by_import = (Actor::Import(ImportId(id(6))), Method::Import);
    let by_staff = (Actor::Staff(StaffId(id(5))), Method::Counter);

    let wrong = imported(Action::Deny, NEWS, hour(1));
    let undone = undo(&wrong, by_import.0, by_import.1);
    assert_eq!(choice(&[wrong.clone(), undone.clone()], NEWS), Choice::Unset);
    let own = said(Action::Deny, NEWS, hour(2));
    assert_eq!(choice(&[wrong, undone, own.clone()], NEWS), Choice::No);

    for (actor, method) in [by_import, by_staff] {
        assert_eq!(
            choice(&[own.clone(), undo(&own, actor, method)], NEWS),
            Choice::No,
            "the customer's own word stands"
        );
    }
    let mut slip = draft(Action::Deny, NEWS, hour(3));
    (slip.actor, slip.method, slip.reason) = (by_staff.0, by_staff.1, Some("asked at the desk".into()));
    let slip = event(slip);
    assert_eq!(
        choice(&[slip.clone(), undo(&slip, by_import.0, by_import.1)], NEWS),
        Choice::No
    );
    assert_eq!(
        choice(&[slip.clone(), undo(&slip, by_staff.0, by_staff.1)], NEWS),
        Choice::Unset
    );
}

#[test]
fn the_state_at_any_past_instant_is_the_state_as_it_was_known_then() {
    let mut late = draft(Action::Withdraw, NEWS, hour(5));
    late.occurred_at = Some(hour(3));
    let log = [said(Action::Grant, NEWS, hour(1)), event(late)];
    let known = |at| {
        let standing = Standing::derive(customer(), &log, Some(at));
        standing.choice(
            Some(ContactPointId(id(100))),
            entity(),
            Purpose::Newsletter,
            Channel::Email,
        )
    };
    assert_eq!(known(hour(0)), Choice::Unset);
    assert_eq!(known(hour(1)), Choice::Yes);
    assert_eq!(known(hour(4)), Choice::Yes, "the letter lay on a desk");
    assert_eq!(known(hour(5)), Choice::No);
}

#[test]
fn reviews_and_invitations_follow_the_newsletter() {
    let standing = Standing::derive(customer(), [&said(Action::Grant, NEWS, hour(1))], None);
    for purpose in [
        Purpose::Newsletter,
        Purpose::ReviewRequest,
        Purpose::PortalInvitation,
    ] {
        assert_eq!(
            standing.choice(Some(ContactPointId(id(100))), entity(), purpose, Channel::Email),
            Choice::Yes
        );
    }
    for purpose in [
        Purpose::Service,
        Purpose::Recall,
        Purpose::PartnerOffer,
        Purpose::SalesNews,
    ] {
        assert_eq!(
            standing.choice(Some(ContactPointId(id(100))), entity(), purpose, Channel::Email),
            Choice::Unset
        );
    }
}

#[test]
fn a_row_names_the_entry_and_who_made_it() {
    let grant = said(Action::Grant, NEWS, hour(1));
    let standing = Standing::derive(customer(), [&grant], None);
    let [row] = standing.rows() else {
        panic!("{standing:?}")
    };
    assert_eq!(
        (row.event, row.since, row.set_by),
        (grant.id, hour(1), ActorKind::Customer)
    );
    assert_eq!(
        (row.contact_point, row.legal_entity),
        (Some(ContactPointId(id(100))), Some(entity()))
    );
    assert_ne!(row.event, ConsentEventId(id(0)));
}
