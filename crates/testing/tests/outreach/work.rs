//! The worker, its schedules, and service mail.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use carport_domain::proposals::ProposalStatus;
use carport_domain::{Clock, Language};
use carport_outreach::Outreach;
use carport_outreach::service::{ServiceMail, queue_service_mail};
use carport_outreach::week::{self, Goes};
use carport_outreach::worker::{JobEnd, Schedules, Worker};
use carport_store::jobs::{JobState, Lane, NewJob};
use carport_store::messages::MessageStatus;
use carport_testing::smtp_sink::{Reaction, Step};
use carport_testing::{TestCompany, date, db_test};
use serde_json::json;

use crate::kit::{House, WEEK, messages, rows, select, switch_on, week as of};

async fn enqueue(shop: &TestCompany, kind: &str) {
    let mut tx = shop.store.begin().await.unwrap();
    let job = NewJob {
        kind,
        lane: Lane::Urgent,
        run_at: tx.now(),
        dedupe_key: None,
    };
    tx.company(shop.id)
        .await
        .unwrap()
        .enqueue(job, &json!({ "n": 7 }))
        .await
        .unwrap();
    tx.commit().await.unwrap();
}

async fn jobs(shop: &TestCompany, state: JobState) -> Vec<carport_store::jobs::JobRow> {
    let mut tx = shop.store.read().await.unwrap();
    tx.installation()
        .await
        .unwrap()
        .jobs_in(state, 100)
        .await
        .unwrap()
}

fn worker(house: &House) -> Worker {
    Worker::new(Arc::new(house.outreach.clone()), "test", 3)
}

async fn queue(shop: &TestCompany, to: &str) {
    let mut tx = shop.store.begin().await.unwrap();
    let keys = shop.store.keys().clone();
    let mut company = tx.company(shop.id).await.unwrap();
    let mail = ServiceMail::new("password-reset", to, Language::Nl)
        .named("Anna Voorbeeld")
        .with("hours", "24")
        .button("https://carport.example/jansen/set-password/a-secret-token");
    queue_service_mail(&mut company, &keys, &mail).await.unwrap();
    tx.commit().await.unwrap();
}

db_test! {
    async fn a_job_that_panics_is_a_failed_job_and_the_worker_goes_on(db: TestDb) {
        let house = House::new(&db).await;
        let shop = TestCompany::new(&db).await;
        enqueue(&shop, "test.panic").await;
        enqueue(&shop, "test.good").await;
        enqueue(&shop, "test.unknown").await;
        let good = Arc::new(AtomicUsize::new(0));
        let counter = good.clone();
        let mut worker = worker(&house)
            .on("test.panic", async |_| panic!("on purpose"))
            .on("test.good", move |task| {
                let counter = counter.clone();
                async move {
                    assert_eq!(task.field::<usize>("n")?, 7);
                    counter.fetch_add(1, Ordering::SeqCst);
                    Ok(JobEnd::Done)
                }
            });
        worker.run_due().await.unwrap();
        assert_eq!(good.load(Ordering::SeqCst), 1);
        let waiting = jobs(&shop, JobState::Ready).await;
        let of = |kind: &str| waiting.iter().find(|j| j.kind == kind).and_then(|j| j.last_error.clone()).unwrap();
        assert_eq!(of("test.panic"), "the job panicked");
        assert!(of("test.unknown").contains("kind of job"));
        assert_eq!(jobs(&shop, JobState::Done).await.len(), 1);
    }

    async fn more_proposals_than_a_browser_should_wait_for_are_approved_by_a_job(db: TestDb) {
        let house = House::new(&db).await;
        let shop = TestCompany::new(&db).await;
        switch_on(&shop, &["inspection-due"]).await;
        for (name, plate) in [("Anna", "XX-123-X"), ("Bert", "XX-124-X"), ("Cees", "XX-125-X")] {
            let email = format!("{}@mail.example", name.to_lowercase());
            let who = shop.customer(name).email(&email).workshop_invoice(date(2026, 3, 9)).save().await;
            shop.car(&who, plate).inspection_due(date(2026, 12, 30)).save().await;
        }
        select(&shop).await;
        let by_mail = Goes::named("email");
        let press = async |at_once| {
            week::approve_all(&house.outreach, shop.id, of(WEEK), "inspection-due", by_mail, at_once, "staff:test").await.unwrap()
        };
        let is_at_work = async || {
            let mut tx = shop.store.read().await.unwrap();
            week::is_being_approved(&mut tx.company(shop.id).await.unwrap(), of(WEEK), "inspection-due").await.unwrap()
        };
        assert!(!is_at_work().await);
        assert_eq!(press(2).await, None, "three are more than two");
        assert_eq!(press(2).await, None, "pressed twice");
        assert!(is_at_work().await);
        assert!(rows(&shop, WEEK).await.iter().all(|row| row.status == ProposalStatus::Proposed), "nobody waited for it");
        worker(&house).run_due().await.unwrap();
        assert!(!is_at_work().await);
        assert_eq!(messages(&shop, MessageStatus::Sent).await.len(), 3, "approved, and sent by the job after it");
        assert_eq!(press(2).await.map(|done| done.approved), Some(0), "nothing waits any more");
    }

    async fn a_job_that_waits_or_has_more_to_do_is_put_back_and_is_no_failure(db: TestDb) {
        let house = House::new(&db).await;
        let shop = TestCompany::new(&db).await;
        enqueue(&shop, "test.later").await;
        let at = db.clock.now().plus_seconds(60);
        let rounds = Arc::new(AtomicUsize::new(0));
        let counter = rounds.clone();
        let mut worker = worker(&house).on("test.later", move |_| {
            let round = counter.fetch_add(1, Ordering::SeqCst);
            async move {
                Ok(match round {
                    0 => JobEnd::Again,
                    1 => JobEnd::Later(at),
                    _ => JobEnd::Done,
                })
            }
        });
        assert_eq!(worker.run_due().await.unwrap(), 2);
        db.clock.advance_seconds(61);
        assert_eq!(worker.run_due().await.unwrap(), 1);
        assert!(jobs(&shop, JobState::Ready).await.is_empty());
        assert!(jobs(&shop, JobState::Dead).await.is_empty());
    }

    async fn a_worker_that_is_told_to_stop_lets_its_job_come_to_an_end(db: TestDb) {
        let house = House::new(&db).await;
        let shop = TestCompany::new(&db).await;
        enqueue(&shop, "test.long").await;
        let (stop, stopped) = tokio::sync::watch::channel(false);
        let (started, begun) = tokio::sync::oneshot::channel();
        let started = std::sync::Mutex::new(Some(started));
        let worker = worker(&house).on("test.long", move |task| {
            let started = started.lock().unwrap().take();
            async move {
                if let Some(started) = started {
                    let _ = started.send(());
                }
                while !task.is_stopping() {
                    tokio::task::yield_now().await;
                }
                Ok(JobEnd::Again)
            }
        });
        let run = tokio::spawn(worker.run(stopped));
        begun.await.unwrap();
        stop.send(true).unwrap();
        run.await.unwrap();
        let waiting = jobs(&shop, JobState::Ready).await;
        let long = waiting.iter().find(|j| j.kind == "test.long").unwrap();
        assert_eq!(long.last_error, None);
    }

    async fn on_monday_morning_one_of_two_workers_makes_the_weeks_proposals(db: TestDb) {
        let house = House::new(&db).await;
        let shop = TestCompany::new(&db).await;
        switch_on(&shop, &["inspection-due"]).await;
        let anna = shop.customer("Anna").email("anna@mail.example").workshop_invoice(date(2026, 3, 9)).save().await;
        let (mut one, mut other) = (Schedules::default(), Schedules::default());
        one.tick(&shop.store).await.unwrap();
        other.tick(&shop.store).await.unwrap();
        let mut worker = worker(&house);
        worker.run_due().await.unwrap();
        assert!(rows(&shop, WEEK).await.is_empty());
        shop.car(&anna, "XX-123-X").inspection_due(date(2026, 12, 30)).save().await;
        // Sunday 22 November, late; then Monday at five, in Amsterdam.
        db.clock.set(carport_domain::Timestamp::start_of(date(2026, 11, 23), chrono_tz::Europe::Amsterdam).plus_hours(-1));
        one.tick(&shop.store).await.unwrap();
        worker.run_due().await.unwrap();
        assert!(rows(&shop, "2026-W48").await.is_empty());
        db.clock.advance_seconds(6 * 3_600);
        one.tick(&shop.store).await.unwrap();
        other.tick(&shop.store).await.unwrap();
        let selections = jobs(&shop, JobState::Ready).await.iter().filter(|j| j.kind == "moments.select").count();
        assert_eq!(selections, 1);
        worker.run_due().await.unwrap();
        assert_eq!(rows(&shop, "2026-W48").await.len(), 1);
    }

    async fn a_service_mail_is_sealed_until_it_is_sent_and_forgotten_afterwards(db: TestDb) {
        let house = House::new(&db).await;
        let shop = TestCompany::new(&db).await;
        queue(&shop, "anna@mail.example").await;
        let clear = "SELECT COUNT(*) FROM messages WHERE company_id = $1 AND (payload LIKE '%secret%' OR payload LIKE '%anna%')";
        assert_eq!(shop.number(clear, vec![shop.id.0.into()]).await, 0);
        worker(&house).run_due().await.unwrap();
        let received = house.sink.received();
        assert_eq!(received.len(), 1);
        assert!(received[0].text().contains("a-secret-token"));
        assert!(received[0].header("List-Unsubscribe").is_none());
        let empty = "SELECT COUNT(*) FROM messages WHERE company_id = $1 AND payload = '{}' AND status = 'sent'";
        assert_eq!(shop.number(empty, vec![shop.id.0.into()]).await, 1);
    }

    async fn a_service_mail_is_tried_until_it_is_answered_always_with_the_same_message_id(db: TestDb) {
        let house = House::new(&db).await;
        let shop = TestCompany::new(&db).await;
        queue(&shop, "anna@mail.example").await;
        // The server takes it and falls silent: nobody knows, so it goes again and can be told apart.
        house.sink.script(Step::Dot, Reaction::TakeAndDrop);
        let mut worker = worker(&house);
        worker.run_due().await.unwrap();
        db.clock.advance_seconds(3_600);
        worker.run_due().await.unwrap();
        let ids = house.sink.message_ids();
        assert_eq!(ids.len(), 2);
        assert_eq!(ids[0], ids[1]);
        assert_eq!(house.sink.received()[0].bytes, house.sink.received()[1].bytes, "the same bytes");
        assert_eq!(messages(&shop, MessageStatus::Sent).await.len(), 1);
    }

    async fn a_service_mail_to_an_address_that_is_gone_fails_and_the_address_is_remembered(db: TestDb) {
        let house = House::new(&db).await;
        let shop = TestCompany::new(&db).await;
        queue(&shop, "gone@mail.example").await;
        house.sink.refuse_recipient("gone@", "550 5.1.1 no such user");
        worker(&house).run_due().await.unwrap();
        assert_eq!(messages(&shop, MessageStatus::Failed).await.len(), 1);
        let mut tx = shop.store.read().await.unwrap();
        let known = tx.company(shop.id).await.unwrap().suppressions_of("gone@mail.example").await.unwrap();
        assert_eq!(known.len(), 1);
        drop(tx);
        // From then on nothing is even tried (B5).
        let asked = house.sink.counts();
        queue(&shop, "Gone@mail.example").await;
        worker(&house).run_due().await.unwrap();
        let kept_back = messages(&shop, MessageStatus::Suppressed).await;
        assert_eq!(kept_back.len(), 1);
        assert_eq!(kept_back[0].reason.as_deref(), Some("bounced"));
        assert_eq!(house.sink.counts(), asked);
    }

    async fn without_a_mail_room_mail_waits(db: TestDb) {
        let shop = TestCompany::new(&db).await;
        queue(&shop, "anna@mail.example").await;
        let outreach = Outreach::new(db.store.clone(), "https://carport.example".parse().unwrap(), None);
        Worker::new(Arc::new(outreach), "test", 1).run_due().await.unwrap();
        assert_eq!(messages(&shop, MessageStatus::Pending).await.len(), 1);
    }

    async fn what_was_not_committed_is_not_sent(db: TestDb) {
        let house = House::new(&db).await;
        let shop = TestCompany::new(&db).await;
        let mut tx = shop.store.begin().await.unwrap();
        let keys = shop.store.keys().clone();
        let mut company = tx.company(shop.id).await.unwrap();
        let mail = ServiceMail::new("password-changed", "anna@mail.example", Language::Nl).button("https://carport.example/");
        queue_service_mail(&mut company, &keys, &mail).await.unwrap();
        drop(tx);
        worker(&house).run_due().await.unwrap();
        assert!(house.sink.received().is_empty());
    }
}
