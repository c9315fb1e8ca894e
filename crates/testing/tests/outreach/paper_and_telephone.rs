//! Letters as one file for the printer, and the call list that gives no number out without the gate.

use carport_domain::consent::{Channel, Purpose, Scope};
use carport_domain::{CallId, StaffId};
use carport_outreach::calls::{self, Recorded};
use carport_outreach::week::preview;
use carport_outreach::worker::Worker;
use carport_outreach::{catalogue, letters};
use carport_store::calls::{Attempt, CallOutcome, CallState};
use carport_store::messages::MessageStatus;
use carport_testing::{TestCompany, TestCustomer, TestDb, date, db_test};
use std::sync::Arc;

use crate::kit::{House, WEEK, messages, rows, select, switch_on};

async fn work(house: &House) {
    Worker::new(Arc::new(house.outreach.clone()), "test", 2)
        .run_due()
        .await
        .unwrap();
}

async fn with_letters(db: &TestDb, house: &House) -> (TestCompany, Vec<TestCustomer>) {
    let shop = TestCompany::new(db).await;
    switch_on(&shop, &["inspection-due"]).await;
    let mut people = Vec::new();
    for (n, name) in ["Anna", "Bert", "Cor"].into_iter().enumerate() {
        let who = shop
            .customer(name)
            .address("Dorpsweg", &format!("{}", n + 1), "1234 AB", "Voorbeeldstad")
            .workshop_invoice(date(2026, 3, 9))
            .save()
            .await;
        shop.car(&who, &format!("XX-20{n}-X"))
            .inspection_due(date(2026, 12, 30))
            .save()
            .await;
        people.push(who);
    }
    select(&shop).await;
    assert_eq!(house.approve(&shop, "inspection-due").await.approved, 3);
    (shop, people)
}

async fn on_call_list(db: &TestDb, house: &House, permitted: bool) -> (TestCompany, TestCustomer, CallId) {
    let shop = TestCompany::new(db).await;
    switch_on(&shop, &["inspection-due"]).await;
    let anna = shop
        .customer("Anna")
        .mobile("+31612345678")
        .workshop_invoice(date(2026, 3, 9))
        .save()
        .await;
    shop.car(&anna, "XX-123-X")
        .inspection_due(date(2026, 12, 30))
        .save()
        .await;
    if permitted {
        shop.says_yes(&anna, anna.mobile.unwrap(), Purpose::Reminder, Channel::Phone)
            .await;
    }
    select(&shop).await;
    assert_eq!(house.approve(&shop, "inspection-due").await.approved, 1);
    let mut tx = shop.store.read().await.unwrap();
    let call = tx
        .company(shop.id)
        .await
        .unwrap()
        .calls(None, None, 0, 10)
        .await
        .unwrap()
        .remove(0);
    (shop, anna, call.id)
}

fn attempt(by: StaffId, outcome: CallOutcome) -> Attempt<'static> {
    Attempt {
        by,
        outcome,
        objection_offered: outcome.spoke().then_some(true),
        call_back_at: None,
        note: None,
    }
}

db_test! {
    async fn approved_letters_become_one_file_that_can_be_fetched_again_until_it_is_printed(db: TestDb) {
        let house = House::new(&db).await;
        let (shop, people) = with_letters(&db, &house).await;
        let batch = letters::begin_batch(&house.outreach, shop.id, "staff:test").await.unwrap().unwrap();
        assert!(letters::begin_batch(&house.outreach, shop.id, "staff:test").await.unwrap().is_none(), "all are in it");
        assert!(letters::mark_printed(&house.outreach, shop.id, batch, "staff:test").await.unwrap().is_none());
        work(&house).await;
        let pdf = letters::file(&house.outreach, shop.id, batch).await.unwrap().unwrap();
        assert!(pdf.starts_with(b"%PDF-"));
        assert_eq!(letters::file(&house.outreach, shop.id, batch).await.unwrap().unwrap(), pdf);
        // A letter is no claim that can be lost: nothing has left the house.
        db.clock.advance_seconds(86_400);
        assert!(house.send(&shop).await.is_idle());
        // One changes his mind while the pile lies on the table.
        shop.says_no(&people[1], Scope::channel(Channel::Letter)).await;
        let out = letters::mark_printed(&house.outreach, shop.id, batch, "staff:test").await.unwrap().unwrap();
        assert_eq!(out.len(), 1);
        assert!(out[0].customer.contains("Bert") && out[0].reason == "channel_refused", "{out:?}");
        assert_eq!(messages(&shop, MessageStatus::Sent).await.len(), 2);
        assert_eq!(messages(&shop, MessageStatus::Suppressed).await.len(), 1);
        assert!(letters::mark_printed(&house.outreach, shop.id, batch, "staff:test").await.unwrap().is_none(), "once");
        assert!(rows(&shop, WEEK).await.iter().all(|r| r.status.as_str() == "done"));
    }

    async fn no_letter_is_posted_and_nobody_called_for_a_moment_that_was_switched_off(db: TestDb) {
        let house = House::new(&db).await;
        let off = async |shop: &TestCompany| {
            let mut tx = shop.store.begin().await.unwrap();
            let mut company = tx.company(shop.id).await.unwrap();
            catalogue::switch(&mut company, "inspection-due", false, "staff:test").await.unwrap();
            tx.commit().await.unwrap();
        };
        let (shop, _) = with_letters(&db, &house).await;
        let batch = letters::begin_batch(&house.outreach, shop.id, "staff:test").await.unwrap().unwrap();
        work(&house).await;
        off(&shop).await;
        let out = letters::mark_printed(&house.outreach, shop.id, batch, "staff:test").await.unwrap().unwrap();
        assert!(out.len() == 3 && out.iter().all(|letter| letter.reason == "moment_off"), "{out:?}");
        assert_eq!(messages(&shop, MessageStatus::Sent).await.len(), 0);
    }

    async fn a_call_for_a_moment_that_is_off_is_locked_until_it_is_on_again(db: TestDb) {
        let house = House::new(&db).await;
        let (shop, _, id) = on_call_list(&db, &house, true).await;
        let switch = async |on: bool| {
            let mut tx = shop.store.begin().await.unwrap();
            let mut company = tx.company(shop.id).await.unwrap();
            catalogue::switch(&mut company, "inspection-due", on, "staff:test").await.unwrap();
            tx.commit().await.unwrap();
        };
        switch(false).await;
        assert!(calls::export(&house.outreach, shop.id, None, "staff:test").await.unwrap().rows.is_empty());
        let open = calls::open(&house.outreach, shop.id, id).await.unwrap();
        assert_eq!((open.call.state, open.call.lock_reason.as_deref(), open.number), (CallState::Locked, Some("moment_off"), None));
        switch(true).await;
        let open = calls::open(&house.outreach, shop.id, id).await.unwrap();
        assert_eq!((open.call.state, open.number.as_deref()), (CallState::Open, Some("+31612345678")));
    }

    async fn who_never_came_is_not_told_of_a_visit_today(db: TestDb) {
        let house = House::new(&db).await;
        let shop = TestCompany::new(&db).await;
        switch_on(&shop, &["inspection-due"]).await;
        let dirk = shop.customer("Dirk").address("Dorpsweg", "1", "1234 AB", "Voorbeeldstad").save().await;
        shop.car(&dirk, "XX-123-X").inspection_due(date(2026, 12, 30)).save().await;
        select(&shop).await;
        let row = rows(&shop, WEEK).await.remove(0);
        let shown = preview(&house.outreach, shop.id, row.id).await.unwrap();
        let foot = shown.letter.expect("a letter").letter.foot.join(" ");
        assert!(foot.contains("omdat uw gegevens bij Garage jansen bekend zijn") && !foot.contains("laatste bezoek"), "{foot}");
    }

    async fn a_letter_that_came_back_is_not_written_again(db: TestDb) {
        let house = House::new(&db).await;
        let (shop, people) = with_letters(&db, &house).await;
        assert!(letters::returned(&house.outreach, shop.id, people[0].id, "staff:test").await.unwrap());
        letters::begin_batch(&house.outreach, shop.id, "staff:test").await.unwrap().unwrap();
        let kept_back = messages(&shop, MessageStatus::Suppressed).await;
        assert_eq!(kept_back.len(), 1);
        assert_eq!(kept_back[0].reason.as_deref(), Some("contact_point_invalid"));
    }

    async fn an_entry_without_a_basis_is_locked_and_shows_no_number_anywhere(db: TestDb) {
        let house = House::new(&db).await;
        let (shop, _, id) = on_call_list(&db, &house, false).await;
        let open = calls::open(&house.outreach, shop.id, id).await.unwrap();
        assert_eq!(open.call.state, CallState::Locked);
        assert!(open.number.is_none() && open.script.is_none());
        assert!(open.call.lock_reason.is_some());
        let staff = StaffId(uuid::Uuid::from_u128(1));
        assert!(!calls::assign(&house.outreach, shop.id, id, Some(staff), staff).await.unwrap());
        let recorded = calls::record(&house.outreach, shop.id, id, &attempt(staff, CallOutcome::Reached)).await.unwrap();
        assert_eq!(recorded, Recorded::NotOpen);
        let export = calls::export(&house.outreach, shop.id, None, "staff:test").await.unwrap();
        assert!(export.rows.is_empty() && export.left_out == 1);
    }

    async fn an_entry_with_consent_gives_number_and_script_until_the_customer_objects(db: TestDb) {
        let house = House::new(&db).await;
        let (shop, anna, id) = on_call_list(&db, &house, true).await;
        let open = calls::open(&house.outreach, shop.id, id).await.unwrap();
        assert_eq!(open.number.as_deref(), Some("+31612345678"));
        let script = open.script.unwrap();
        assert!(script.text.contains("XX-123-X") && !script.objection.is_empty());
        assert_eq!(calls::export(&house.outreach, shop.id, None, "staff:test").await.unwrap().rows.len(), 1);
        db.clock.advance_seconds(60);
        shop.says_no(&anna, Scope::channel(Channel::Phone)).await;
        let open = calls::open(&house.outreach, shop.id, id).await.unwrap();
        assert_eq!((open.call.state, open.number), (CallState::Locked, None));
        assert!(calls::export(&house.outreach, shop.id, None, "staff:test").await.unwrap().rows.is_empty());
    }

    async fn nobody_is_called_outside_the_hours_of_the_law(db: TestDb) {
        let house = House::new(&db).await;
        let (shop, _, id) = on_call_list(&db, &house, true).await;
        // 22:30 in Amsterdam.
        db.clock.advance_seconds(12 * 3_600 + 1_800);
        let open = calls::open(&house.outreach, shop.id, id).await.unwrap();
        assert!(open.number.is_none());
        assert_eq!(open.call.state, CallState::Open, "the hours pass; it is no lock");
    }

    async fn a_call_cannot_be_closed_without_offering_the_right_to_object(db: TestDb) {
        let house = House::new(&db).await;
        let (shop, _, id) = on_call_list(&db, &house, true).await;
        let (anja, ben) = (StaffId(uuid::Uuid::from_u128(1)), StaffId(uuid::Uuid::from_u128(2)));
        let silent = Attempt { objection_offered: None, ..attempt(anja, CallOutcome::Reached) };
        let recorded = calls::record(&house.outreach, shop.id, id, &silent).await.unwrap();
        assert!(matches!(recorded, Recorded::Wrong("objection_offered", _)));
        let past = Attempt { call_back_at: Some(TestDb::start()), ..attempt(anja, CallOutcome::NoAnswer) };
        assert!(matches!(calls::record(&house.outreach, shop.id, id, &past).await.unwrap(), Recorded::Wrong("call_back_at", _)));

        assert!(calls::assign(&house.outreach, shop.id, id, Some(anja), anja).await.unwrap());
        assert!(!calls::assign(&house.outreach, shop.id, id, Some(ben), ben).await.unwrap(), "a colleague has it");
        let other = calls::record(&house.outreach, shop.id, id, &attempt(ben, CallOutcome::Reached)).await.unwrap();
        assert_eq!(other, Recorded::NotOpen);
        let later = TestDb::start().plus_hours(24);
        let back = Attempt { call_back_at: Some(later), ..attempt(anja, CallOutcome::NoAnswer) };
        assert_eq!(calls::record(&house.outreach, shop.id, id, &back).await.unwrap(), Recorded::Done);
        let open = calls::open(&house.outreach, shop.id, id).await.unwrap();
        assert_eq!((open.call.state, open.call.call_back_at, open.attempts.len()), (CallState::CallBack, Some(later), 1));
        db.clock.advance_seconds(60);
        assert_eq!(calls::record(&house.outreach, shop.id, id, &attempt(ben, CallOutcome::Appointment)).await.unwrap(), Recorded::Done);
        assert_eq!(calls::record(&house.outreach, shop.id, id, &attempt(ben, CallOutcome::Appointment)).await.unwrap(), Recorded::NotOpen);
        assert_eq!(rows(&shop, WEEK).await[0].status.as_str(), "done");
    }

    async fn who_wants_no_more_calls_has_said_so_in_the_ledger(db: TestDb) {
        let house = House::new(&db).await;
        let (shop, anna, id) = on_call_list(&db, &house, true).await;
        let staff = StaffId(uuid::Uuid::from_u128(1));
        db.clock.advance_seconds(60);
        let said = calls::record(&house.outreach, shop.id, id, &attempt(staff, CallOutcome::NoMoreCalls)).await.unwrap();
        assert_eq!(said, Recorded::Done);
        let mut tx = shop.store.read().await.unwrap();
        let mut company = tx.company(shop.id).await.unwrap();
        let standing = company.standing(anna.id).await.unwrap();
        assert!(standing.no(Scope::channel(Channel::Phone)).is_some());
        assert_eq!(company.call(id).await.unwrap().unwrap().objection_offered, Some(true));
    }

    async fn a_wrong_number_is_not_dialled_again(db: TestDb) {
        let house = House::new(&db).await;
        let (shop, anna, id) = on_call_list(&db, &house, true).await;
        let staff = StaffId(uuid::Uuid::from_u128(1));
        calls::record(&house.outreach, shop.id, id, &attempt(staff, CallOutcome::WrongNumber)).await.unwrap();
        let mut tx = shop.store.read().await.unwrap();
        let points = tx.company(shop.id).await.unwrap().contact_points(anna.id).await.unwrap();
        assert!(points[0].invalid_since.is_some());
    }

    /// B14: the same moment reaches three people by three ways, and the counts add up.
    async fn one_moment_reaches_three_people_by_mail_letter_and_telephone(db: TestDb) {
        let house = House::new(&db).await;
        let shop = TestCompany::new(&db).await;
        switch_on(&shop, &["inspection-due"]).await;
        let by_mail = shop.customer("Anna").email("anna@mail.example").workshop_invoice(date(2026, 3, 9)).save().await;
        let by_letter = shop.customer("Bert").address("Dorpsweg", "7", "1234 AB", "Voorbeeldstad").workshop_invoice(date(2026, 3, 9)).save().await;
        let by_phone = shop.customer("Cor").mobile("+31612345678").workshop_invoice(date(2026, 3, 9)).save().await;
        shop.says_yes(&by_phone, by_phone.mobile.unwrap(), Purpose::Reminder, Channel::Phone).await;
        for (n, who) in [&by_mail, &by_letter, &by_phone].into_iter().enumerate() {
            shop.car(who, &format!("XX-30{n}-X")).inspection_due(date(2026, 12, 30)).save().await;
        }
        select(&shop).await;
        assert_eq!(house.approve(&shop, "inspection-due").await.approved, 3);
        assert_eq!(house.send(&shop).await.sent, 1);
        let batch = letters::begin_batch(&house.outreach, shop.id, "staff:test").await.unwrap().unwrap();
        work(&house).await;
        letters::mark_printed(&house.outreach, shop.id, batch, "staff:test").await.unwrap();
        let results = carport_outreach::results::results(&shop.store, shop.id, carport_domain::Timestamp(0), None).await.unwrap();
        let result = &results["inspection-due"];
        assert_eq!((result.proposed, result.approved, result.messages.sent), (3, 3, 2));
        assert_eq!((result.sent_by_channel["email"], result.sent_by_channel["letter"], result.calls["open"]), (1, 1, 1));
    }
}
