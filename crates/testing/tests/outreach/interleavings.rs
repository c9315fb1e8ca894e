//! Any order of claiming, crashing, sending, withdrawing and waiting keeps the books and the promise.

use std::collections::{BTreeMap, BTreeSet};

use carport_domain::consent::{Channel, Scope};
use carport_outreach::send::{self, Claimed, Written, claim, hand_over, write};
use carport_store::messages::{MessageStatus, Stream};
use carport_testing::smtp_sink::{Reaction, Step};
use carport_testing::{TestCompany, TestDb, date};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

use crate::kit::{House, messages, select, switch_on};

const PEOPLE: usize = 6;

#[derive(Debug, Clone)]
enum Event {
    /// A process claims some messages.
    Claim(i64),
    /// It notes that one of them is about to leave, and dies.
    DieInMidAir,
    /// It writes and hands over what it claimed first.
    HandOver,
    /// It ends between the two.
    Crash,
    /// A customer objects to everything.
    Withdraw(usize),
    /// The mail server answers so, once.
    Answer(Step, Reaction),
    /// So many seconds pass.
    Wait(i64),
    /// A whole run of sending.
    Run,
}

fn event() -> impl Strategy<Value = Event> {
    let say = |text: &str| Reaction::Say(text.to_owned());
    prop_oneof![
        3 => (1i64..4).prop_map(Event::Claim),
        3 => Just(Event::HandOver),
        1 => Just(Event::Crash),
        1 => Just(Event::DieInMidAir),
        2 => (0..PEOPLE).prop_map(Event::Withdraw),
        1 => prop_oneof![
            Just(Event::Answer(Step::Rcpt, say("451 4.7.1 later"))),
            Just(Event::Answer(Step::Rcpt, say("550 5.1.1 gone"))),
            Just(Event::Answer(Step::Dot, say("554 5.7.1 no"))),
            Just(Event::Answer(Step::Dot, Reaction::TakeAndDrop)),
            Just(Event::Answer(Step::Data, Reaction::Drop)),
        ],
        3 => prop_oneof![Just(1i64), Just(30), Just(50), Just(301), Just(1_000), Just(7_200)].prop_map(Event::Wait),
        1 => Just(Event::Run),
    ]
}

async fn play(db: &TestDb, events: &[Event]) {
    let house = House::new(db).await;
    let shop = TestCompany::new(db).await;
    switch_on(&shop, &["inspection-due"]).await;
    let mut people = Vec::new();
    for n in 0..PEOPLE {
        let who = shop
            .customer("Anna")
            .email(&format!("p{n}@mail.example"))
            .workshop_invoice(date(2026, 3, 9))
            .save()
            .await;
        shop.car(&who, &format!("XX-10{n}-X"))
            .inspection_due(date(2026, 12, 30))
            .save()
            .await;
        people.push(who);
    }
    select(&shop).await;
    assert_eq!(
        house.approve(&shop, "inspection-due").await.approved,
        PEOPLE as u64
    );
    let post = house.outreach.post.clone().unwrap();
    let mut claimed: Vec<Vec<Claimed>> = Vec::new();
    // Whoever objected, and how many mails they had got until a minute later.
    let mut objected: BTreeMap<usize, usize> = BTreeMap::new();
    let mut silent = BTreeSet::new();
    let taken_for = |who: usize| {
        house
            .sink
            .received()
            .iter()
            .filter(|m| m.to == [format!("p{who}@mail.example")])
            .count()
    };

    for event in events {
        match event {
            Event::Claim(most) => {
                if let Some((batch, _)) = claim(&house.outreach, shop.id, Channel::Email, *most)
                    .await
                    .unwrap()
                    && !batch.is_empty()
                {
                    claimed.push(batch);
                }
            }
            Event::HandOver => {
                if !claimed.is_empty() {
                    let batch = claimed.remove(0);
                    let written: Vec<Written> = write(&house.outreach, &post, shop.id, &batch).await.unwrap();
                    hand_over(&house.outreach, &post, shop.id, written).await.unwrap();
                }
            }
            Event::Crash => claimed.clear(),
            Event::DieInMidAir => {
                if let Some(message) = claimed.pop().and_then(|batch| batch.into_iter().next()) {
                    let mut tx = shop.store.begin().await.unwrap();
                    let fresh_since = tx.now().plus_seconds(-send::FRESH_SECONDS);
                    let mut company = tx.company(shop.id).await.unwrap();
                    company
                        .begin_hand_over(&[message.message.id], fresh_since)
                        .await
                        .unwrap();
                    tx.commit().await.unwrap();
                }
            }
            Event::Withdraw(who) => {
                shop.says_no(&people[*who], Scope::ALL).await;
                objected.entry(*who).or_insert_with(|| taken_for(*who));
            }
            Event::Answer(step, reaction) => house.sink.script(*step, reaction.clone()),
            Event::Wait(seconds) => {
                db.clock.advance_seconds(*seconds);
                if *seconds > 60 {
                    silent.extend(objected.iter().map(|(who, _)| *who));
                    for (who, got) in &mut objected {
                        if !silent.contains(who) {
                            *got = taken_for(*who);
                        }
                    }
                }
            }
            Event::Run => {
                send::run(&house.outreach, shop.id, || false).await.unwrap();
            }
        }
        let balance = send::balance(&shop.store, shop.id, Stream::Marketing)
            .await
            .unwrap();
        assert!(balance.adds_up(), "{balance:?}");
        assert_eq!(balance.planned, PEOPLE as u64);
        for who in 0..PEOPLE {
            assert!(taken_for(who) <= 1, "at most once");
        }
    }
    // Once everything has come to rest nothing is in between, and what the books call sent has arrived.
    drop(claimed);
    for _ in 0..14 {
        db.clock.advance_seconds(send::ABANDONED_SECONDS * 24);
        send::pause(&shop.store, shop.id, None, "staff:test")
            .await
            .unwrap();
        send::run(&house.outreach, shop.id, || false).await.unwrap();
    }
    let balance = send::balance(&shop.store, shop.id, Stream::Marketing)
        .await
        .unwrap();
    assert!(balance.adds_up(), "{balance:?}");
    let arrived: BTreeSet<String> = house.sink.message_ids().into_iter().collect();
    assert_eq!(
        arrived.len(),
        house.sink.message_ids().len(),
        "no Message-ID twice"
    );
    let sent = messages(&shop, MessageStatus::Sent).await;
    let uncertain = messages(&shop, MessageStatus::Uncertain).await;
    assert!(sent.len() <= arrived.len() && arrived.len() <= sent.len() + uncertain.len());
    for (who, got) in objected {
        assert!(
            taken_for(who) <= got.max(taken_for(who).min(1)),
            "nothing after an objection"
        );
    }
    for row in sent {
        assert!(
            row.handed_over_at.unwrap().seconds_since(row.decided_at.unwrap()) <= 60,
            "CON-01"
        );
    }
}

#[test]
fn no_order_of_claims_crashes_and_withdrawals_sends_twice_or_loses_a_message_from_the_books() {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    let config = Config {
        cases: 24,
        failure_persistence: None,
        max_shrink_iters: 40,
        ..Config::default()
    };
    TestRunner::new(config)
        .run(&proptest::collection::vec(event(), 1..22), |events| {
            runtime.block_on(async { play(&TestDb::sqlite().await, &events).await });
            Ok(())
        })
        .unwrap();
}

#[test]
fn nor_does_any_on_a_database_server() {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    let config = Config {
        cases: 6,
        failure_persistence: None,
        max_shrink_iters: 10,
        ..Config::default()
    };
    TestRunner::new(config)
        .run(&proptest::collection::vec(event(), 1..22), |events| {
            runtime.block_on(async { play(&TestDb::postgres().await, &events).await });
            Ok(())
        })
        .unwrap();
}
