//! The preference page: what it shows and what it appends.

use carport_domain::consent::refusals::{merge, refuse, split};
use carport_domain::consent::*;
use carport_domain::{StaffId, Timestamp};

use crate::facts::*;

const TOPICS: [Purpose; 4] = [
    Purpose::SalesNews,
    Purpose::WorkshopOffer,
    Purpose::Newsletter,
    Purpose::Reminder,
];
const CHANNELS: [Channel; 3] = [Channel::Email, Channel::Letter, Channel::Phone];

fn contacts() -> Vec<(Channel, ContactRef)> {
    vec![
        (Channel::Email, contact(100)),
        (Channel::Letter, contact(101)),
        (Channel::Phone, contact(102)),
    ]
}

fn hour(n: i64) -> Timestamp {
    Timestamp::start_of(day("2026-07-15"), ZONE).plus_hours(n)
}

/// A person's log with the page before it.
struct Page {
    log: Vec<ConsentEvent>,
    hours: i64,
}

impl Page {
    fn new() -> Self {
        Self {
            log: Vec::new(),
            hours: 0,
        }
    }
    fn standing(&self) -> Standing {
        Standing::derive(customer(), &self.log, None)
    }
    fn matrix(&self) -> Matrix {
        Matrix::of(&self.standing(), entity(), &TOPICS, &CHANNELS, &contacts())
    }
    /// Saves the page; the entries that were appended.
    fn save(&mut self, wish: &Wish) -> Vec<ConsentEvent> {
        self.hours += 1;
        let template = template(hour(self.hours));
        let made = self.matrix().changes(wish, &template, &contacts()).unwrap();
        self.log.extend(made.clone());
        made
    }
}

/// A template with everything a yes needs.
fn template(at: Timestamp) -> Draft {
    Draft {
        basis: None,
        contact_point: None,
        ..draft(Action::Grant, Scope::ALL, at)
    }
}

fn wish(topics: &[(Purpose, Choice)], channels: &[(Channel, Choice)]) -> Wish {
    Wish {
        topics: topics.to_vec(),
        channels: channels.to_vec(),
        cells: Vec::new(),
    }
}

#[test]
fn a_fresh_page_shows_no_answers() {
    let matrix = Page::new().matrix();
    assert!(
        matrix
            .topics
            .iter()
            .all(|line| line.choice == Choice::Unset && line.changed.is_none())
    );
    assert!(matrix.channels.iter().all(|line| line.choice == Choice::Unset));
    assert!(matrix.cells.iter().all(|line| line.choice == Choice::Unset));
}

#[test]
fn permitted_is_what_has_topic_and_channel() {
    let mut page = Page::new();
    page.save(&wish(
        &[
            (Purpose::WorkshopOffer, Choice::Yes),
            (Purpose::SalesNews, Choice::No),
            (Purpose::Reminder, Choice::Yes),
        ],
        &[(Channel::Email, Choice::Yes), (Channel::Phone, Choice::No)],
    ));
    let matrix = page.matrix();
    assert_eq!(matrix.topic(Purpose::WorkshopOffer), Choice::Yes);
    assert_eq!(matrix.topic(Purpose::SalesNews), Choice::No);
    assert_eq!(matrix.topic(Purpose::Newsletter), Choice::Unset);
    assert_eq!(
        (matrix.channel(Channel::Email), matrix.channel(Channel::Phone)),
        (Choice::Yes, Choice::No)
    );
    assert_eq!(matrix.channel(Channel::Letter), Choice::Unset);
    let yes: Vec<_> = matrix
        .cells
        .iter()
        .filter(|cell| cell.choice == Choice::Yes)
        .map(|cell| cell.about)
        .collect();
    assert_eq!(
        yes,
        [
            (Purpose::WorkshopOffer, Channel::Email),
            (Purpose::Reminder, Channel::Email)
        ]
    );
    let changed = matrix.topics[0].changed.unwrap();
    assert_eq!((changed.at, changed.by), (hour(1), ActorKind::Customer));
}

#[test]
fn saving_the_same_page_again_appends_nothing() {
    let mut page = Page::new();
    let wishes = wish(
        &[
            (Purpose::WorkshopOffer, Choice::Yes),
            (Purpose::SalesNews, Choice::No),
        ],
        &[(Channel::Email, Choice::Yes), (Channel::Letter, Choice::No)],
    );
    assert!(!page.save(&wishes).is_empty());
    assert_eq!(page.save(&wishes), []);
    assert_eq!(page.save(&Wish::default()), []);
}

#[test]
fn every_page_that_can_be_wished_is_reached_from_every_other() {
    use Choice::{No, Yes};
    let pages: Vec<Wish> = [Yes, No]
        .into_iter()
        .flat_map(|a| {
            [Yes, No]
                .into_iter()
                .flat_map(move |b| [Yes, No].into_iter().map(move |c| (a, b, c)))
        })
        .map(|(a, b, c)| {
            wish(
                &[
                    (Purpose::SalesNews, a),
                    (Purpose::WorkshopOffer, b),
                    (Purpose::Newsletter, No),
                    (Purpose::Reminder, Yes),
                ],
                &[(Channel::Email, c), (Channel::Letter, b), (Channel::Phone, a)],
            )
        })
        .collect();
    for from in &pages {
        for to in &pages {
            let mut page = Page::new();
            page.save(from);
            page.save(to);
            let matrix = page.matrix();
            for (topic, choice) in &to.topics {
                assert_eq!(matrix.topic(*topic), *choice, "{topic} from {from:?} to {to:?}");
                for (channel, by) in &to.channels {
                    assert_eq!(matrix.channel(*channel), *by, "{channel} from {from:?} to {to:?}");
                    let expected = if (*choice, *by) == (Yes, Yes) { Yes } else { No };
                    assert_eq!(
                        matrix.cell(*topic, *channel),
                        expected,
                        "{topic} {channel} from {from:?} to {to:?}"
                    );
                }
            }
        }
    }
}

#[test]
fn a_finer_no_stays_when_the_topic_goes_off_and_on_again() {
    let mut page = Page::new();
    page.save(&wish(
        &[(Purpose::Newsletter, Choice::Yes)],
        &[(Channel::Email, Choice::Yes), (Channel::Letter, Choice::Yes)],
    ));
    let finer = |choice| Wish {
        cells: vec![((Purpose::Newsletter, Channel::Letter), choice)],
        ..Wish::default()
    };
    page.save(&finer(Choice::No));
    assert_eq!(
        page.matrix().cell(Purpose::Newsletter, Channel::Letter),
        Choice::No
    );
    assert_eq!(page.matrix().topic(Purpose::Newsletter), Choice::Yes);
    assert_eq!(
        page.matrix().finer_refusals,
        [(Purpose::Newsletter, Channel::Letter)]
    );
    page.save(&wish(&[(Purpose::Newsletter, Choice::No)], &[]));
    page.save(&wish(&[(Purpose::Newsletter, Choice::Yes)], &[]));
    assert_eq!(
        page.matrix().cell(Purpose::Newsletter, Channel::Letter),
        Choice::No
    );
    assert_eq!(
        page.matrix().cell(Purpose::Newsletter, Channel::Email),
        Choice::Yes
    );
    page.save(&finer(Choice::Yes));
    assert_eq!(
        page.matrix().cell(Purpose::Newsletter, Channel::Letter),
        Choice::Yes
    );
    assert!(page.matrix().finer_refusals.is_empty());
}

#[test]
fn no_to_everything_is_one_wish_and_the_way_back_opens_only_what_is_asked_for() {
    let mut page = Page::new();
    page.save(&wish(
        &TOPICS.map(|topic| (topic, Choice::Yes)),
        &CHANNELS.map(|channel| (channel, Choice::Yes)),
    ));
    page.save(&Wish::nothing(&page.matrix()));
    assert!(page.matrix().cells.iter().all(|cell| cell.choice == Choice::No));

    // The objection by a link, to all marketing.
    let mut link = template(hour(10));
    (link.method, link.wording) = (Method::Link, None);
    page.log.push(refuse(Scope::ALL, &link).unwrap());
    page.hours = 10;
    assert!(page.matrix().objection.is_some());
    assert!(page.matrix().topics.iter().all(|line| line.choice == Choice::No));
    page.save(&wish(
        &[(Purpose::Reminder, Choice::Yes)],
        &[(Channel::Email, Choice::Yes)],
    ));
    let matrix = page.matrix();
    assert!(matrix.objection.is_none());
    for cell in &matrix.cells {
        let expected = if cell.about == (Purpose::Reminder, Channel::Email) {
            Choice::Yes
        } else {
            Choice::No
        };
        assert_eq!(cell.choice, expected, "{:?}", cell.about);
    }
    assert_eq!(
        matrix.channel(Channel::Letter),
        Choice::No,
        "taking back the objection did not open letters"
    );
}

#[test]
fn a_link_from_a_mail_can_withdraw_and_not_grant() {
    let mut page = Page::new();
    page.save(&wish(
        &[(Purpose::Newsletter, Choice::Yes)],
        &[(Channel::Email, Choice::Yes)],
    ));
    let mut link = template(hour(5));
    link.method = Method::Link;
    let off = wish(&[(Purpose::Newsletter, Choice::No)], &[]);
    let made = page.matrix().changes(&off, &link, &contacts()).unwrap();
    assert_eq!(
        made.iter().map(|event| event.action).collect::<Vec<_>>(),
        [Action::Withdraw]
    );
    let on = wish(&[(Purpose::SalesNews, Choice::Yes)], &[]);
    assert_eq!(
        page.matrix().changes(&on, &link, &contacts()),
        Err(InvalidEvent::RoadCannotGrant)
    );
}

#[test]
fn a_new_address_inherits_the_no_and_not_the_yes() {
    let mut page = Page::new();
    page.save(&wish(
        &[
            (Purpose::Newsletter, Choice::Yes),
            (Purpose::SalesNews, Choice::No),
        ],
        &[(Channel::Email, Choice::Yes)],
    ));
    let moved = [(Channel::Email, contact(200))];
    let matrix = Matrix::of(&page.standing(), entity(), &TOPICS, &CHANNELS, &moved);
    assert_eq!(matrix.cell(Purpose::Newsletter, Channel::Email), Choice::Unset);
    assert_eq!(matrix.cell(Purpose::SalesNews, Channel::Email), Choice::No);
}

#[test]
fn staff_give_a_reason_and_the_customer_sees_that_it_was_staff() {
    let mut page = Page::new();
    let mut desk = template(hour(1));
    (desk.method, desk.actor) = (Method::Counter, Actor::Staff(StaffId(id(5))));
    let wishes = wish(&[(Purpose::SalesNews, Choice::No)], &[]);
    assert_eq!(
        page.matrix().changes(&wishes, &desk, &contacts()),
        Err(InvalidEvent::ReasonMissing)
    );
    desk.reason = Some("said so at the desk".into());
    page.log
        .extend(page.matrix().changes(&wishes, &desk, &contacts()).unwrap());
    assert_eq!(
        page.matrix().topics[0].changed.map(|changed| changed.by),
        Some(ActorKind::Staff)
    );
}

#[test]
fn merging_keeps_the_strictest_of_both_and_splitting_copies_every_no() {
    let (mut a, mut b) = (Page::new(), Page::new());
    a.save(&wish(
        &[
            (Purpose::Newsletter, Choice::No),
            (Purpose::Reminder, Choice::Yes),
        ],
        &[(Channel::Email, Choice::Yes)],
    ));
    b.hours = 3;
    b.save(&wish(
        &[
            (Purpose::Newsletter, Choice::Yes),
            (Purpose::Reminder, Choice::Yes),
        ],
        &[(Channel::Email, Choice::Yes)],
    ));
    let mut by_merge = template(hour(9));
    by_merge.method = Method::Merge;
    let refusals = merge(&a.standing(), &b.standing(), &by_merge).unwrap();
    let mut both = Page {
        log: [a.log, b.log, refusals].concat(),
        hours: 9,
    };
    assert_eq!(both.matrix().topic(Purpose::Newsletter), Choice::No);
    assert_eq!(
        both.matrix().cell(Purpose::Newsletter, Channel::Email),
        Choice::No
    );
    assert_eq!(both.matrix().cell(Purpose::Reminder, Channel::Email), Choice::Yes);

    both.save(&Wish {
        cells: vec![((Purpose::Reminder, Channel::Email), Choice::No)],
        ..Wish::default()
    });
    let part = split(&both.standing(), &by_merge).unwrap();
    let part = Standing::derive(customer(), &part, None);
    for scope in [
        Scope::cell(Purpose::Newsletter, Channel::Phone),
        Scope::cell(Purpose::Reminder, Channel::Email),
    ] {
        assert!(part.refusal(scope).is_some(), "{scope:?}");
    }
}

#[test]
fn a_customer_can_change_their_mind_about_one_unsubscribed_topic() {
    let mut page = Page::new();
    page.save(&wish(
        &[(Purpose::Newsletter, Choice::Yes)],
        &[(Channel::Email, Choice::Yes)],
    ));
    let mut one_click = template(hour(5));
    (one_click.method, one_click.wording) = (Method::OneClick, None);
    page.log
        .push(refuse(Scope::cell(Purpose::Newsletter, Channel::Email), &one_click).unwrap());
    page.hours = 5;
    assert_eq!(
        page.matrix().cell(Purpose::Newsletter, Channel::Email),
        Choice::No
    );
    page.save(&Wish {
        cells: vec![((Purpose::Newsletter, Channel::Email), Choice::Yes)],
        ..Wish::default()
    });
    assert_eq!(
        page.matrix().cell(Purpose::Newsletter, Channel::Email),
        Choice::Yes
    );
}
