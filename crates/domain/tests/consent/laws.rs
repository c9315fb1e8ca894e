//! Laws that hold for any history and any question.

use carport_domain::consent::gate::decide;
use carport_domain::consent::refusals::merge;
use carport_domain::consent::rules::{Limit, Restriction};
use carport_domain::consent::*;
use carport_domain::{ConsentEventId, ContactPointId, ImportId, LegalEntityId, Timestamp};
use proptest::prelude::*;
use proptest::sample::select;

use crate::facts::*;

const ASKED: [Purpose; 5] = [
    Purpose::Reminder,
    Purpose::WorkshopOffer,
    Purpose::SalesNews,
    Purpose::Newsletter,
    Purpose::PartnerOffer,
];
const CONTACTS: [u128; 2] = [100, 101];
const ENTITIES: [u128; 2] = [2, 7];

fn hour(n: i64) -> Timestamp {
    Timestamp::start_of(day("2026-01-15"), ZONE).plus_hours(n)
}

prop_compose! {
    /// One entry that anybody could have made.
    fn any_event()(
        action in select(vec![Action::Grant, Action::Grant, Action::Confirm, Action::Deny, Action::Withdraw, Action::Object, Action::Expire, Action::Import]),
        purpose in prop::option::weighted(0.7, select(ASKED.to_vec())),
        channel in prop::option::weighted(0.7, select(Channel::ALL.to_vec())),
        contact_at in select(CONTACTS.to_vec()),
        entity_at in select(ENTITIES.to_vec()),
        method in select(vec![Method::Portal, Method::Portal, Method::Dms, Method::Counter]),
        occurred in 0_i64..12,
        late in 0_i64..3,
        event_id in 1_000_u128..1_000_000,
    ) -> ConsentEvent {
        let scope = match action {
            Action::Object => Scope::ALL,
            Action::Expire => Scope::cell(purpose.unwrap_or(Purpose::Newsletter), channel.unwrap_or(Channel::Email)),
            _ => Scope { purpose, channel },
        };
        let mut draft = draft(action, scope, hour(occurred + late));
        draft.id = ConsentEventId(id(event_id));
        draft.occurred_at = Some(hour(occurred));
        draft.legal_entity = LegalEntityId(id(entity_at));
        draft.method = method;
        if method == Method::Dms {
            draft.actor = Actor::Import(ImportId(id(6)));
        }
        if scope.is_cell() {
            draft.contact_point = Some(contact(contact_at));
        }
        event(draft)
    }
}

fn log() -> impl Strategy<Value = Vec<ConsentEvent>> {
    prop::collection::vec(any_event(), 0..14)
}

/// The rules of `standing` read straight from the log, one cell at a time.
fn spelled_out(log: &[ConsentEvent], contact: ContactPointId, entity: LegalEntityId, cell: Scope) -> Choice {
    let over = |scope: Scope| {
        (scope.purpose.is_none() || scope.purpose == cell.purpose)
            && (scope.channel.is_none() || scope.channel == cell.channel)
    };
    let nos = || log.iter().filter(|e| e.action.is_no() && over(e.scope));
    let last_no = |scope: Scope| nos().filter(|e| e.scope == scope).map(|e| e.occurred_at()).max();
    // A wide no that a later yes of the same scope, not from an import, took back.
    let taken_back = |scope: Scope| {
        !scope.is_cell()
            && log.iter().any(|e| {
                e.action.is_yes()
                    && e.scope == scope
                    && e.method.ends_refusals()
                    && Some(e.occurred_at()) > last_no(scope)
            })
    };
    let valid = |e: &&ConsentEvent| {
        let is_it = e.action.is_yes()
            && e.scope == cell
            && e.legal_entity == entity
            && e.contact_point.as_ref().is_some_and(|c| c.id == contact);
        let ended = log.iter().any(|x| {
            x.action == Action::Expire
                && x.scope == cell
                && x.contact_point.as_ref().is_some_and(|c| c.id == contact)
                && x.occurred_at() >= e.occurred_at()
        });
        is_it
            && !ended
            && nos().all(|no| no.occurred_at() < e.occurred_at())
            && (e.method.ends_refusals() || nos().all(|no| taken_back(no.scope)))
    };
    if log.iter().any(|e| valid(&e)) {
        Choice::Yes
    } else if nos().any(|no| !taken_back(no.scope)) {
        Choice::No
    } else {
        Choice::Unset
    }
}

fn cells() -> impl Iterator<Item = (ContactPointId, LegalEntityId, Scope)> {
    CONTACTS.into_iter().flat_map(|contact| {
        ENTITIES.into_iter().flat_map(move |entity| {
            ASKED.into_iter().flat_map(move |purpose| {
                Channel::ALL.iter().map(move |&channel| {
                    (
                        ContactPointId(id(contact)),
                        LegalEntityId(id(entity)),
                        Scope::cell(purpose, channel),
                    )
                })
            })
        })
    })
}

fn choice(standing: &Standing, (contact, entity, cell): (ContactPointId, LegalEntityId, Scope)) -> Choice {
    let permission = standing.permission(
        Some(contact),
        entity,
        cell.purpose.unwrap(),
        cell.channel.unwrap(),
    );
    match (permission.refused, permission.granted) {
        (Some(_), _) => Choice::No,
        (None, Some(granted)) if granted.entity == entity => Choice::Yes,
        _ => Choice::Unset,
    }
}

fn any_stricter() -> impl Strategy<Value = Stricter> {
    let restriction = (
        prop::option::of(select(Purpose::ALL.to_vec())),
        prop::option::of(select(Channel::ALL.to_vec())),
        select(Limit::ALL.to_vec()),
    );
    let restrictions = prop::collection::vec(restriction, 0..4);
    (
        restrictions,
        prop::option::of(1_u16..60),
        prop::option::of(1_u16..60),
        prop::bool::ANY,
    )
        .prop_map(|(restrictions, soft, prospect, confirm)| Stricter {
            restrictions: restrictions
                .into_iter()
                .map(|(purpose, channel, limit)| Restriction {
                    purpose,
                    channel,
                    limit,
                })
                .collect(),
            soft_opt_in_months: soft,
            customer_months: None,
            prospect_months: prospect,
            confirm: if confirm { vec![Channel::Email] } else { Vec::new() },
        })
}

/// Everything a question can vary in.
#[derive(Debug, Clone)]
struct Case {
    kind: RecipientKind,
    purpose: Purpose,
    channel: Channel,
    on: String,
    bits: u32,
    bought: (Option<i32>, Option<i32>),
    need: Need,
    register: Register,
}

fn any_case() -> impl Strategy<Value = Case> {
    (
        select(RecipientKind::ALL.to_vec()),
        select(Purpose::ALL.to_vec()),
        select(Channel::ALL.to_vec()),
        select(vec!["2026-06-30", "2026-07-01", "2026-08-11"]),
        any::<u32>(),
        (prop::option::of(0..48), prop::option::of(0..48)),
        select(Need::ALL.to_vec()),
        select(vec![Register::Unchecked, Register::Clear, Register::Listed]),
    )
        .prop_map(
            |(kind, purpose, channel, on, bits, bought, need, register)| Case {
                kind,
                purpose,
                channel,
                on: on.into(),
                bits,
                bought,
                need,
                register,
            },
        )
}

impl Case {
    fn question<'a>(&self, rules: &'a Rules) -> Question<'a> {
        let mut q = question(rules, &self.on, self.channel, self.purpose);
        let bit = |n: u32| self.bits >> n & 1 == 1;
        q.kind = self.kind;
        q.moment.need = self.need;
        q.register = self.register;
        q.presumed = bit(0);
        q.purchases.workshop = self.bought.0.and_then(|months| bought(&q, months));
        q.purchases.vehicle = self.bought.1.and_then(|months| bought(&q, months));
        q.notice = notice().filter(|_| bit(1));
        let contact = q.contact.as_mut().unwrap();
        (contact.published, contact.impersonal, contact.verified) = (bit(2), bit(3), bit(4));
        if bit(5) {
            q.permission = yes(
                &q,
                if bit(6) {
                    Basis::Consent
                } else {
                    Basis::RequestedService
                },
            );
            q.permission.granted.as_mut().unwrap().confirmed = bit(7);
        }
        q
    }
}

fn countries() -> impl Strategy<Value = String> {
    select(vec!["NL", "DE", "FR", "BE", "AT", "RU", "LU"]).prop_map(str::to_owned)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn the_standing_is_what_the_rules_say_of_the_log(log in log()) {
        let standing = Standing::derive(customer(), &log, None);
        for cell in cells() {
            prop_assert_eq!(choice(&standing, cell), spelled_out(&log, cell.0, cell.1, cell.2), "{:?}", cell);
        }
    }

    #[test]
    fn the_rows_kept_at_each_entry_are_those_recomputed_from_the_log_later(mut log in log()) {
        log.sort_by_key(|event| event.recorded_at);
        for n in 0..=log.len() {
            let then = log.get(n).map(|next| next.recorded_at);
            // A store writes entries of one instant in one transaction.
            if n > 0 && then == Some(log[n - 1].recorded_at) {
                continue;
            }
            let kept = Standing::derive(customer(), &log[..n], None);
            let known_at = if n == 0 { hour(-1) } else { log[n - 1].recorded_at };
            prop_assert_eq!(&Standing::derive(customer(), &log, Some(known_at)), &kept);
            let stored = serde_json::to_string(kept.rows()).unwrap();
            let read = Standing::from_rows(serde_json::from_str(&stored).unwrap());
            for cell in cells() {
                prop_assert_eq!(choice(&read, cell), choice(&kept, cell));
            }
        }
    }

    #[test]
    fn the_order_of_entries_does_not_matter(log in log(), seed in any::<u64>()) {
        let mut shuffled = log.clone();
        for at in (1..shuffled.len()).rev() {
            shuffled.swap(at, (seed as usize).wrapping_mul(31 + at) % (at + 1));
        }
        prop_assert_eq!(Standing::derive(customer(), &shuffled, None), Standing::derive(customer(), &log, None));
    }

    #[test]
    fn nothing_goes_on_consent_without_an_entry_that_grants_it(log in log(), case in any_case(), country in countries()) {
        let rules = rules(&country);
        let mut q = case.question(&rules);
        let contact = ContactPointId(id(100));
        q.permission = Standing::derive(customer(), &log, None).permission(Some(contact), q.entity, q.purpose, q.channel);
        let decision = decide(&q);
        if let Decision::Allow { evidence: Evidence::Consent { event, .. } | Evidence::RequestedService { event, .. }, .. } = decision {
            let asked = q.purpose.asked_as().unwrap();
            let grant = log.iter().find(|e| {
                e.id == event && e.action.is_yes() && e.scope == Scope::cell(asked, q.channel) && e.legal_entity == q.entity
            });
            let grant = grant.expect("the entry is in the log");
            prop_assert!(grant.wording.is_some() && grant.origin.is_some());
            prop_assert_eq!(grant.contact_point.as_ref().map(|c| c.id), Some(contact));
            let later_no = log.iter().any(|e| e.action.is_no() && e.scope.covers(grant.scope) && e.occurred_at() >= grant.occurred_at());
            prop_assert!(!later_no, "a no is not younger, and wins a tie");
        }
        if decision.is_allowed() && q.purpose.is_marketing() {
            prop_assert!(q.permission.refused.is_none());
        }
    }

    #[test]
    fn one_more_refusal_never_permits_anything(log in log(), case in any_case(), country in countries(), purpose in prop::option::of(select(ASKED.to_vec())), channel in prop::option::of(select(Channel::ALL.to_vec()))) {
        let rules = rules(&country);
        let scope = Scope { purpose, channel };
        let mut more = log.clone();
        more.push(said(if scope == Scope::ALL { Action::Object } else { Action::Withdraw }, scope, hour(20)));
        let ask = |log: &[ConsentEvent]| {
            let mut q = case.question(&rules);
            q.permission = Standing::derive(customer(), log, None).permission(Some(ContactPointId(id(100))), q.entity, q.purpose, q.channel);
            decide(&q)
        };
        let (before, after) = (ask(&log), ask(&more));
        prop_assert!(before.is_allowed() || !after.is_allowed(), "{:?} then {:?}", before, after);
        let covered = case.purpose.asked_as().is_some_and(|asked| scope.covers(Scope::cell(asked, case.channel)));
        prop_assert!(!(covered && after.is_allowed()), "{:?}", after);
    }

    #[test]
    fn a_block_never_permits_anything(case in any_case(), country in countries(), blocks in any::<u16>(), bad in 0_u8..32) {
        let rules = rules(&country);
        let free = case.question(&rules);
        let mut blocked = free.clone();
        let bit = |n: u16| blocks >> n & 1 == 1;
        blocked.blocks = Blocks {
            erased: bit(0), restricted: bit(1), deceased: bit(2), minor: bit(3), objected: bit(4), vehicle_gone: bit(5),
            frequency_cap: bit(6), quiet_hours: bit(7), content_unfit: bit(8), company_suspended: bit(9),
        };
        let contact = blocked.contact.as_mut().unwrap();
        (contact.invalid, contact.bounced, contact.complained, contact.stopped) = (bad & 1 > 0, bad & 2 > 0, bad & 4 > 0, bad & 8 > 0);
        if bad & 16 > 0 {
            contact.origin = AddressOrigin::ImportWithoutOrigin;
        }
        prop_assert!(decide(&free).is_allowed() || !decide(&blocked).is_allowed());
    }

    #[test]
    fn a_company_can_only_be_stricter(case in any_case(), country in countries(), stricter in any_stricter()) {
        let book = RuleBook::shipped();
        let law = book.rules(country.parse().unwrap(), None, &Stricter::default());
        let own = book.rules(country.parse().unwrap(), None, &stricter);
        let (by_law, by_company) = (decide(&case.question(&law)), decide(&case.question(&own)));
        prop_assert!(by_law.is_allowed() || !by_company.is_allowed(), "{:?} then {:?}", by_law, by_company);
        if !case.purpose.is_marketing() {
            prop_assert_eq!(by_law.is_allowed(), by_company.is_allowed());
        }
    }

    #[test]
    fn across_a_border_nothing_goes_that_either_country_forbids(case in any_case(), a in countries(), b in countries()) {
        let book = RuleBook::shipped();
        let (one, other) = (a.parse().unwrap(), b.parse().unwrap());
        let both = book.rules(one, Some(other), &Stricter::default());
        let reversed = book.rules(other, Some(one), &Stricter::default());
        let allowed = decide(&case.question(&both)).is_allowed();
        prop_assert_eq!(allowed, decide(&case.question(&reversed)).is_allowed());
        for country in [one, other] {
            let alone = decide(&case.question(&book.rules(country, None, &Stricter::default())));
            prop_assert!(!allowed || alone.is_allowed(), "{} forbids it: {:?}", country, alone);
        }
    }

    #[test]
    fn a_merge_permits_nothing_that_either_refused(a in log(), b in log()) {
        let (one, other) = (Standing::derive(customer(), &a, None), Standing::derive(customer(), &b, None));
        let mut template = draft(Action::Deny, Scope::ALL, hour(30));
        template.method = Method::Merge;
        let refusals = merge(&one, &other, &template).unwrap();
        let both = Standing::derive(customer(), a.iter().chain(&b).chain(&refusals), None);
        for cell in cells() {
            let (first, second, merged) = (choice(&one, cell), choice(&other, cell), choice(&both, cell));
            if first == Choice::No || second == Choice::No {
                prop_assert_eq!(merged, Choice::No, "{:?}: {:?} and {:?}", cell, first, second);
            }
            if merged == Choice::Yes {
                prop_assert!(first == Choice::Yes || second == Choice::Yes, "{:?}", cell);
            }
        }
    }
}
