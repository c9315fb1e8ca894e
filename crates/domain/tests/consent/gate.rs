//! The gate's single rules, one by one.

use carport_domain::consent::gate::decide;
use carport_domain::consent::rules::{Limit, Restriction};
use carport_domain::consent::*;
use carport_domain::{ConsentEventId, LegalEntityId, Timestamp};

use crate::facts::*;

fn reason(decision: &Decision) -> &'static str {
    decision.obstacle().map_or("allow", Obstacle::as_str)
}

/// A workshop customer of a year ago with every condition of soft opt-in.
fn soft<'a>(rules: &'a Rules, channel: Channel, purpose: Purpose) -> Question<'a> {
    let mut q = question(rules, "2026-06-30", channel, purpose);
    q.purchases = Purchases {
        workshop: bought(&q, 12),
        parts: None,
        vehicle: bought(&q, 12),
    };
    q.notice = notice();
    q
}

#[test]
fn a_customer_may_be_called_on_30_june_2026_and_not_on_1_july() {
    let rules = rules("NL");
    let mut q = soft(&rules, Channel::Phone, Purpose::WorkshopOffer);
    assert_eq!(reason(&decide(&q)), "allow");
    // The last and the first instant, in local time.
    q.at = Timestamp(Timestamp::start_of(day("2026-07-01"), ZONE).0 - 1);
    assert_eq!(reason(&decide(&q)), "allow");
    q.at = Timestamp::start_of(day("2026-07-01"), ZONE);
    assert_eq!(reason(&decide(&q)), "no_consent");
    assert_eq!(decide(&q).pack().short(), "nl/2026-07-01");
    q.permission = yes(&q, Basis::Consent);
    assert_eq!(reason(&decide(&q)), "allow");
}

#[test]
fn a_consumer_in_france_may_be_called_on_10_august_2026_and_not_on_11_august() {
    let rules = rules("FR");
    let mut q = question(&rules, "2026-08-10", Channel::Phone, Purpose::SalesNews);
    assert_eq!(reason(&decide(&q)), "allow");
    q.register = Register::Listed;
    assert_eq!(reason(&decide(&q)), "on_register");
    let q = question(&rules, "2026-08-11", Channel::Phone, Purpose::SalesNews);
    assert_eq!(reason(&decide(&q)), "no_consent");
}

#[test]
fn a_prospect_is_never_mailed_without_a_yes_in_any_country() {
    for (country, ..) in RuleBook::shipped()
        .list()
        .filter(|(country, ..)| country.len() == 2)
    {
        let rules = rules(&country.to_uppercase());
        for &purpose in Purpose::ALL.iter().filter(|purpose| purpose.is_marketing()) {
            let mut q = soft(&rules, Channel::Email, purpose);
            q.kind = RecipientKind::Prospect;
            assert!(!decide(&q).is_allowed(), "{country} {purpose}");
        }
    }
}

#[test]
fn a_recall_always_goes_except_to_nobody() {
    let rules = rules("NL");
    let mut q = question(&rules, "2026-07-15", Channel::Email, Purpose::Recall);
    q.permission = no(&q, Scope::ALL);
    q.moment.vehicle_bound = true;
    q.blocks = Blocks {
        restricted: true,
        minor: true,
        objected: true,
        frequency_cap: true,
        company_suspended: true,
        ..Blocks::default()
    };
    let contact = q.contact.as_mut().unwrap();
    (contact.complained, contact.stopped) = (true, true);
    for kind in RecipientKind::ALL {
        q.kind = *kind;
        assert_eq!(reason(&decide(&q)), "allow", "{kind}");
    }
    q.blocks.vehicle_gone = true;
    assert_eq!(reason(&decide(&q)), "vehicle_gone");
    q.blocks = Blocks {
        erased: true,
        ..Blocks::default()
    };
    assert_eq!(reason(&decide(&q)), "erased");
    q.blocks = Blocks::default();
    q.contact = None;
    assert_eq!(reason(&decide(&q)), "no_contact_point");
}

type Change = fn(&mut Question<'_>);

#[test]
fn each_condition_of_soft_opt_in_is_needed() {
    let removals: [(&str, Change); 11] = [
        ("soft_no_purchase", |q| q.purchases = Purchases::default()),
        ("soft_other_entity", |q| {
            for purchase in [&mut q.purchases.workshop, &mut q.purchases.vehicle]
                .into_iter()
                .flatten()
            {
                purchase.entity = LegalEntityId(id(99));
            }
        }),
        ("other_entity", |q| {
            q.contact.as_mut().unwrap().collected_by = Some(LegalEntityId(id(99)))
        }),
        ("soft_no_notice", |q| q.notice = None),
        ("soft_no_notice", |q| {
            q.notice.as_mut().unwrap().from = q.at.date_in(ZONE)
        }),
        ("soft_no_notice", |q| {
            q.notice.as_mut().unwrap().until = Some(day("2019-01-01"))
        }),
        ("soft_no_notice", |q| {
            q.notice.as_mut().unwrap().entity = LegalEntityId(id(99))
        }),
        ("soft_no_opt_out", |q| {
            q.notice.as_mut().unwrap().opt_out_offered = false
        }),
        ("soft_not_similar", |q| q.moment.own_content = false),
        ("soft_address_not_theirs", |q| {
            q.contact.as_mut().unwrap().collected_on = None
        }),
        ("soft_address_not_theirs", |q| {
            q.contact.as_mut().unwrap().collected_by = None
        }),
    ];
    let rules = rules("NL");
    let purposes = [
        Purpose::Reminder,
        Purpose::WorkshopOffer,
        Purpose::SalesNews,
        Purpose::Newsletter,
    ];
    for kind in [RecipientKind::Customer, RecipientKind::Business] {
        for purpose in purposes {
            for (expected, remove) in &removals {
                let mut q = soft(&rules, Channel::Email, purpose);
                q.kind = kind;
                assert!(
                    matches!(
                        decide(&q),
                        Decision::Allow {
                            evidence: Evidence::SoftOptIn { .. },
                            ..
                        }
                    ),
                    "{kind} {purpose} with all of them"
                );
                remove(&mut q);
                assert_eq!(reason(&decide(&q)), *expected, "{kind} {purpose}");
            }
        }
    }
}

#[test]
fn a_purchase_counts_for_36_months_to_the_day() {
    let rules = rules("NL");
    for (on, expected) in [("2026-07-15", "allow"), ("2026-07-16", "soft_aged")] {
        let mut q = soft(&rules, Channel::Email, Purpose::WorkshopOffer);
        q.at = morning(on);
        q.purchases = Purchases {
            workshop: Some(Purchase {
                on: day("2023-07-15"),
                entity: entity(),
            }),
            ..Purchases::default()
        };
        assert_eq!(reason(&decide(&q)), expected, "{on}");
    }
    // 29 February: the month's last day three years later.
    for (on, expected) in [("2027-02-28", "allow"), ("2027-03-01", "soft_aged")] {
        let mut q = soft(&rules, Channel::Email, Purpose::WorkshopOffer);
        q.at = morning(on);
        q.purchases = Purchases {
            workshop: Some(Purchase {
                on: day("2024-02-29"),
                entity: entity(),
            }),
            ..Purchases::default()
        };
        assert_eq!(reason(&decide(&q)), expected, "{on}");
    }
}

#[test]
fn the_kind_of_recipient_follows_from_the_last_invoice() {
    let rules = rules("NL");
    let today = day("2026-07-15");
    let period = rules.on(today);
    let kind = |paid: Option<&str>| period.kind(false, paid.map(day), false, today);
    assert_eq!(kind(None), RecipientKind::Prospect);
    assert_eq!(kind(Some("2023-07-15")), RecipientKind::Customer);
    assert_eq!(kind(Some("2023-07-14")), RecipientKind::Former);
    assert_eq!(period.kind(false, None, true, today), RecipientKind::Customer);
    assert_eq!(period.kind(true, None, false, today), RecipientKind::Business);
}

#[test]
fn every_block_stops_marketing_alone_and_in_pairs() {
    let blocks: [(&str, Change); 17] = [
        ("erased", |q| q.blocks.erased = true),
        ("deceased", |q| q.blocks.deceased = true),
        ("restricted", |q| q.blocks.restricted = true),
        ("minor", |q| q.blocks.minor = true),
        ("objected", |q| q.blocks.objected = true),
        ("vehicle_gone", |q| {
            q.blocks.vehicle_gone = true;
            q.moment.vehicle_bound = true;
        }),
        ("company_suspended", |q| q.blocks.company_suspended = true),
        ("content_unfit", |q| q.blocks.content_unfit = true),
        ("channel_refused", |q| {
            q.permission = no(q, Scope::channel(Channel::Email))
        }),
        ("contact_point_invalid", |q| {
            q.contact.as_mut().unwrap().invalid = true
        }),
        ("bounced", |q| q.contact.as_mut().unwrap().bounced = true),
        ("complained", |q| q.contact.as_mut().unwrap().complained = true),
        ("stopped", |q| q.contact.as_mut().unwrap().stopped = true),
        ("origin_unknown", |q| {
            q.contact.as_mut().unwrap().origin = AddressOrigin::ImportWithoutOrigin
        }),
        ("other_entity", |q| {
            q.contact.as_mut().unwrap().collected_by = Some(LegalEntityId(id(99)))
        }),
        ("frequency_cap", |q| q.blocks.frequency_cap = true),
        ("quiet_hours", |q| q.blocks.quiet_hours = true),
    ];
    let rules = rules("NL");
    for (at, (first, one)) in blocks.iter().enumerate() {
        let mut q = soft(&rules, Channel::Email, Purpose::WorkshopOffer);
        one(&mut q);
        assert_eq!(reason(&decide(&q)), *first);
        for (_, other) in &blocks[at + 1..] {
            let mut q = q.clone();
            other(&mut q);
            // The earlier in the list has the wider reach, so it is the reason given.
            assert_eq!(reason(&decide(&q)), *first);
        }
    }
}

#[test]
fn service_goes_past_refusals_but_not_past_a_dead_address() {
    let rules = rules("NL");
    let mut q = question(&rules, "2026-07-15", Channel::Email, Purpose::Service);
    assert_eq!(reason(&decide(&q)), "no_need");
    q.moment.need = Need::Contract;
    q.permission = no(&q, Scope::ALL);
    q.blocks = Blocks {
        objected: true,
        frequency_cap: true,
        quiet_hours: true,
        company_suspended: true,
        ..Blocks::default()
    };
    assert_eq!(reason(&decide(&q)), "allow");
    q.contact.as_mut().unwrap().complained = true;
    assert_eq!(reason(&decide(&q)), "complained");
    q.moment.need = Need::Duty;
    assert_eq!(reason(&decide(&q)), "allow");
    q.contact.as_mut().unwrap().bounced = true;
    assert_eq!(reason(&decide(&q)), "bounced");
}

#[test]
fn refusing_the_purpose_is_told_apart_from_refusing_the_channel() {
    let rules = rules("NL");
    let mut q = soft(&rules, Channel::Email, Purpose::ReviewRequest);
    for (scope, expected, code) in [
        (Scope::ALL, "objected", "B2"),
        (Scope::purpose(Purpose::Newsletter), "purpose_refused", "B4"),
        (Scope::channel(Channel::Email), "channel_refused", "B3"),
        (
            Scope::cell(Purpose::Newsletter, Channel::Email),
            "refused_on_channel",
            "B3",
        ),
    ] {
        q.permission = no(&q, scope);
        let decision = decide(&q);
        assert_eq!(reason(&decision), expected);
        let Decision::Deny {
            reason,
            cause: Some(cause),
            ..
        } = decision
        else {
            panic!("{decision:?}")
        };
        assert_eq!((reason.code(), cause.event), (code, ConsentEventId(id(11))));
    }
}

#[test]
fn a_yes_counts_only_confirmed_where_the_law_wants_it() {
    let rules = rules("DE");
    let mut q = question(&rules, "2026-07-15", Channel::Email, Purpose::Newsletter);
    q.permission = yes(&q, Basis::Consent);
    q.permission.granted.as_mut().unwrap().confirmed = false;
    assert_eq!(reason(&decide(&q)), "unconfirmed");
    q.contact.as_mut().unwrap().verified = true;
    assert_eq!(reason(&decide(&q)), "allow");
}

#[test]
fn a_yes_to_partners_covers_only_those_on_the_list_shown() {
    let rules = rules("NL");
    let mut q = question(&rules, "2026-07-15", Channel::Email, Purpose::PartnerOffer);
    q.permission = yes(&q, Basis::Consent);
    assert_eq!(reason(&decide(&q)), "allow");
    q.moment.partner_list = Some(2);
    assert_eq!(reason(&decide(&q)), "partner_not_named");
    q.moment.partner_list = None;
    assert_eq!(reason(&decide(&q)), "partner_not_named");
}

#[test]
fn a_prospect_not_heard_of_for_two_years_is_left_alone() {
    let rules = rules("NL");
    for (active, expected) in [
        (Some("2024-07-15"), "allow"),
        (Some("2024-07-14"), "inactive"),
        (None, "inactive"),
    ] {
        let mut q = question(&rules, "2026-07-15", Channel::Email, Purpose::Newsletter);
        q.kind = RecipientKind::Prospect;
        q.permission = yes(&q, Basis::Consent);
        q.permission.granted.as_mut().unwrap().at = morning("2022-01-10");
        q.last_active = active.map(day);
        assert_eq!(reason(&decide(&q)), expected, "{active:?}");
        q.kind = RecipientKind::Customer;
        assert_eq!(reason(&decide(&q)), "allow");
    }
}

#[test]
fn calls_are_made_within_the_hours_of_the_country_and_planned_at_any() {
    let rules = rules("NL");
    let mut q = question(&rules, "2026-07-15", Channel::Phone, Purpose::Newsletter);
    q.permission = yes(&q, Basis::Consent);
    q.stage = Stage::HandOver;
    // A Wednesday, a Saturday, a Sunday.
    for (date, hour, expected) in [
        ("2026-07-15", 8, "quiet_hours"),
        ("2026-07-15", 9, "allow"),
        ("2026-07-15", 20, "allow"),
        ("2026-07-15", 21, "quiet_hours"),
        ("2026-07-18", 9, "quiet_hours"),
        ("2026-07-18", 10, "allow"),
        ("2026-07-18", 16, "quiet_hours"),
        ("2026-07-19", 12, "quiet_hours"),
    ] {
        q.at = Timestamp::start_of(day(date), ZONE).plus_hours(hour);
        assert_eq!(reason(&decide(&q)), expected, "{date} {hour}");
        q.stage = Stage::Planning;
        assert_eq!(reason(&decide(&q)), "allow");
        q.stage = Stage::HandOver;
    }
}

#[test]
fn the_stricter_of_two_countries_holds_and_a_company_can_only_add_to_it() {
    let book = RuleBook::shipped();
    let (nl, ru) = ("NL".parse().unwrap(), "RU".parse().unwrap());
    for rules in [
        book.rules(nl, Some(ru), &Stricter::default()),
        book.rules(ru, Some(nl), &Stricter::default()),
    ] {
        let q = soft(&rules, Channel::Email, Purpose::WorkshopOffer);
        assert_eq!(reason(&decide(&q)), "no_consent");
        assert!(decide(&q).pack().as_str().contains('+'));
    }
    let stricter = Stricter {
        restrictions: vec![Restriction {
            purpose: None,
            channel: Some(Channel::Letter),
            limit: Limit::ConsentOnly,
        }],
        soft_opt_in_months: Some(11),
        ..Stricter::default()
    };
    let rules = book.rules(nl, None, &stricter);
    assert_eq!(
        reason(&decide(&soft(&rules, Channel::Letter, Purpose::SalesNews))),
        "no_consent"
    );
    assert_eq!(
        reason(&decide(&soft(&rules, Channel::Email, Purpose::SalesNews))),
        "soft_aged"
    );
    assert!(rules.on(day("2026-07-15")).stamp().short().ends_with("+ company"));
}

#[test]
fn a_message_must_carry_what_its_basis_demands() {
    let rules = rules("DE");
    let Decision::Allow { must_include, .. } = decide(&soft(&rules, Channel::Email, Purpose::WorkshopOffer))
    else {
        panic!()
    };
    assert!(
        must_include.contains(MustInclude::ObjectionSentence)
            && must_include.contains(MustInclude::Unsubscribe)
    );
    let mut q = question(&rules, "2026-07-15", Channel::Phone, Purpose::WorkshopOffer);
    (q.kind, q.presumed) = (RecipientKind::Business, true);
    let Decision::Allow { must_include, .. } = decide(&q) else {
        panic!()
    };
    assert!(
        must_include.contains(MustInclude::PresumedReason)
            && must_include.contains(MustInclude::RightToObjectOffered)
    );
}

#[test]
fn the_json_of_a_decision_is_stable_and_reads_back() {
    let rules = rules("NL");
    let mut q = question(&rules, "2026-07-15", Channel::Email, Purpose::Reminder);
    q.permission = yes(&q, Basis::Consent);
    let allow = decide(&q);
    let hash = allow.pack().as_str().split('@').nth(1).unwrap().to_owned();
    assert_eq!(hash.len(), 64);
    let json = serde_json::to_string(&allow).unwrap();
    assert_eq!(
        json.replace(&hash, "HASH"),
        r#"{"decision":"allow","basis":"consent","evidence":{"event":"00000000-0000-0000-0000-00000000000a","at":1781514000000000},"#.to_owned()
            + r#""must_include":["identity","postal_address","registration_number","replyable_sender","marked_as_advertising","reason_line","#
            + r#""unsubscribe","preference_link","privacy_link"],"rule":"customer.email.reminder","pack":"nl/2026-07-01@HASH"}"#
    );
    q.permission = no(&q, Scope::purpose(Purpose::Reminder));
    let deny = decide(&q);
    assert_eq!(
        serde_json::to_string(&deny).unwrap().replace(&hash, "HASH"),
        r#"{"decision":"deny","reason":"purpose_refused","cause":{"event":"00000000-0000-0000-0000-00000000000b","at":1784019600000000},"#.to_owned()
            + r#""rule":"customer.email.reminder","pack":"nl/2026-07-01@HASH"}"#
    );
    q.kind = RecipientKind::Unknown;
    (q.permission, q.channel) = (Permission::default(), Channel::Phone);
    let hold = decide(&q);
    assert_eq!(
        serde_json::to_string(&hold).unwrap().replace(&hash, "HASH"),
        r#"{"decision":"hold","reason":"kind_unknown","rule":"unknown.phone.reminder","pack":"nl/2026-07-01@HASH"}"#
    );
    let mut letter = soft(&rules, Channel::Letter, Purpose::SalesNews);
    letter.permission = Permission::default();
    for decision in [
        allow,
        deny,
        hold,
        decide(&letter),
        decide(&soft(&rules, Channel::Email, Purpose::SalesNews)),
    ] {
        let json = serde_json::to_string(&decision).unwrap();
        assert_eq!(
            serde_json::from_str::<Decision>(&json).unwrap(),
            decision,
            "{json}"
        );
    }
}
