//! Killed while sending, again and again: nothing is lost, nothing is sent twice, and every message ends in one state (REL-01).

use std::collections::HashSet;
use std::time::Duration;

use carport_domain::proposals::Balance;
use carport_store::messages::Stream;
use carport_testing::raw;
use carport_testing::smtp_sink::{Reaction, SmtpSink, Step};
use carport_testing::{TestCompany, TestDb, db_test};

use crate::house::{approve_week, days_from, printed, start, switch_on, today};

/// Messages there are to send.
const MESSAGES: u64 = 300;
/// Messages that may be on their way at a kill: one on each connection the configuration allows.
const CONNECTIONS: u64 = 4;
/// A program that has not come so far by then never will.
const HANGS: Duration = Duration::from_secs(180);
/// How the program is run, and after how many messages in all it is killed.
const KILLS: [(&[&str], u64); 6] = [
    (&["send", "--company", "jansen"], 1),
    (&["work"], 40),
    (&["serve", "--listen", "127.0.0.1:0"], 41),
    (&["send"], 120),
    (&["work"], 190),
    (&["serve", "--listen", "127.0.0.1:0"], 230),
];

async fn balance(db: &TestDb, shop: &TestCompany) -> Balance {
    let mut tx = db.store.read().await.unwrap();
    let mut company = tx.company(shop.id).await.unwrap();
    company.balance(Stream::Marketing).await.unwrap()
}

/// As if a quarter of an hour had passed since the kill: claims count as abandoned, and the dead worker's leases are over.
async fn let_time_pass(shop: &TestCompany) {
    shop.sql(
        "UPDATE messages SET decided_at = decided_at - 1000000000 WHERE company_id = $1 AND status = 'handing_over'",
        vec![shop.id.0.into()],
    )
    .await;
    shop.sql(
        "UPDATE jobs SET locked_until = 0 WHERE company_id = $1 AND state = 'running'",
        vec![shop.id.0.into()],
    )
    .await;
}

async fn ids(db: &TestDb, shop: &TestCompany, status: &str) -> HashSet<String> {
    let sql = "SELECT message_id_header FROM messages WHERE company_id = $1 AND stream = 'marketing' AND status = $2";
    let found = raw::texts(&db.store, shop.id, sql, vec![shop.id.0.into(), status.into()]).await;
    found.into_iter().collect()
}

db_test! {
    async fn a_program_killed_while_sending_loses_nothing_and_sends_nothing_twice(db: TestDb) {
        let today = today(&db);
        let shop = TestCompany::new(&db).await;
        switch_on(&shop).await;
        for n in 0..MESSAGES {
            let who = shop
                .customer(&format!("Anna{n}"))
                .email(&format!("anna{n}@mail.example"))
                .collected(Some(days_from(today, -600)))
                .workshop_invoice(days_from(today, -250))
                .save()
                .await;
            let plate = format!("XX-{:03}-{}", n % 1000, char::from(b'A' + (n / 1000) as u8));
            shop.car(&who, &plate).inspection_due(days_from(today, 42)).save().await;
        }
        let sink = SmtpSink::start().await;
        let selected = printed(&db, None, &["select", "--company", "jansen", "--json"]).await;
        let selected: serde_json::Value = serde_json::from_str(&selected).unwrap();
        assert_eq!(selected["moments"]["inspection-due"]["proposed"], MESSAGES, "{selected}");
        assert_eq!(approve_week(&db, &shop).await, MESSAGES);
        // A server that takes its time, so that a kill finds messages on their way.
        for _ in 0..MESSAGES {
            sink.script(Step::Dot, Reaction::Wait(Duration::from_millis(3)));
        }

        for (args, at) in KILLS {
            let mut program = start(&db, sink.address(), args);
            let until = async {
                while sink.counts().accepted < at {
                    assert!(program.try_wait().unwrap().is_none(), "{args:?} ended before {at} messages");
                    tokio::time::sleep(Duration::from_millis(1)).await;
                }
            };
            assert!(tokio::time::timeout(HANGS, until).await.is_ok(), "{args:?} does not send: {:?}", balance(&db, &shop).await);
            program.kill().await.unwrap();
            let books = balance(&db, &shop).await;
            assert!(books.adds_up() && books.planned == MESSAGES, "{args:?}: {books:?}");
            assert!(books.pending > 0, "{args:?} was killed in the middle: {books:?}");
            let_time_pass(&shop).await;
        }
        printed(&db, Some(sink.address()), &["send", "--company", "jansen"]).await;

        let books = balance(&db, &shop).await;
        assert!(books.adds_up(), "{books:?}");
        assert_eq!((books.planned, books.pending, books.failed, books.suppressed), (MESSAGES, 0, 0, 0), "{books:?}");
        assert!(books.uncertain <= CONNECTIONS * KILLS.len() as u64, "{books:?}");
        let taken = sink.message_ids();
        let once: HashSet<String> = taken.iter().cloned().collect();
        assert_eq!(once.len(), taken.len(), "a message was taken twice");
        let (sent, uncertain) = (ids(&db, &shop, "sent").await, ids(&db, &shop, "uncertain").await);
        assert!(sent.is_subset(&once), "noted as sent, and never taken");
        assert!(once.iter().all(|id| sent.contains(id) || uncertain.contains(id)), "taken, and not in the books");
    }
}
