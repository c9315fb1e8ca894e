//! Who is proposed in which week, by which channel, and why.

use std::collections::BTreeMap;

use carport_domain::consent::{Channel, Purpose, Scope};
use carport_domain::content::{Draft, Wording};
use carport_domain::moments::{Cadence, CustomerDate, Definition, Trigger, shipped};
use carport_domain::proposals::{Decision, OutcomeKind, ProposalStatus};
use carport_domain::{Language, LocationId};
use carport_outreach::select::select_week;
use carport_outreach::week::{activate_action, overview, set_aside};
use carport_outreach::{catalogue, week as weeks};
use carport_store::action_contacts::ActionSelection;
use carport_store::proposals::Filter;
use carport_testing::{TestCompany, date, db_test};

use crate::kit::{House, WEEK, rows, select, switch_on, week};

db_test! {
    async fn an_inspection_in_six_weeks_is_proposed_once_by_the_first_channel_that_is_permitted(db: TestDb) {
        let shop = TestCompany::new(&db).await;
        switch_on(&shop, &["inspection-due"]).await;
        let anna = shop.customer("Anna").email("anna@mail.example").workshop_invoice(date(2026, 3, 9)).save().await;
        let car = shop.car(&anna, "XX-123-X").inspection_due(date(2026, 12, 30)).save().await;
        let bert = shop
            .customer("Bert")
            .address("Dorpsweg", "7", "1234 AB", "Voorbeeldstad")
            .workshop_invoice(date(2026, 3, 9))
            .save()
            .await;
        shop.car(&bert, "XX-124-X").inspection_due(date(2026, 12, 31)).save().await;
        // The day after the last, and the day before the first.
        shop.car(&anna, "XX-125-X").inspection_due(date(2027, 1, 4)).save().await;
        shop.car(&anna, "XX-126-X").inspection_due(date(2026, 11, 29)).save().await;

        let first = select(&shop).await;
        assert_eq!(first.week, WEEK);
        let totals = &first.moments["inspection-due"];
        assert_eq!((totals.found, totals.proposed), (2, 2));
        let rows_now = rows(&shop, WEEK).await;
        assert_eq!(rows_now.len(), 2);
        assert_eq!((rows_now[0].customer_id, rows_now[0].vehicle_id), (anna.id, car));
        assert_eq!((rows_now[0].outcome, rows_now[0].channel), (OutcomeKind::Send, Some(Channel::Email)));
        assert_eq!(rows_now[0].reason, "first_choice");
        assert_eq!((rows_now[1].outcome, rows_now[1].channel), (OutcomeKind::Send, Some(Channel::Letter)));
        assert_eq!(rows_now[1].reason, "next_permitted");
        let kept: serde_json::Value = serde_json::from_str(&rows_now[0].decision).unwrap();
        assert_eq!(kept["email"]["basis"], "soft_opt_in");
        assert_eq!(kept["phone"]["decision"], "deny");

        assert_eq!(select(&shop).await, first, "a second run changes nothing");
        assert_eq!(rows(&shop, WEEK).await.len(), 2);
        db.clock.advance_seconds(7 * 86_400);
        let next = select(&shop).await;
        assert_eq!(next.moments["inspection-due"].proposed, 1, "only the one that has come within reach");
    }

    async fn a_dry_run_says_what_a_run_would_do_and_writes_nothing(db: TestDb) {
        let shop = TestCompany::new(&db).await;
        switch_on(&shop, &["inspection-due"]).await;
        let anna = shop.customer("Anna").email("anna@mail.example").workshop_invoice(date(2026, 3, 9)).save().await;
        shop.car(&anna, "XX-123-X").inspection_due(date(2026, 12, 30)).save().await;
        let dry = select_week(&shop.store, shop.id, None, true).await.unwrap();
        assert!(rows(&shop, WEEK).await.is_empty());
        assert_eq!(select(&shop).await, dry);
    }

    async fn who_refused_the_purpose_is_not_proposed_and_is_counted(db: TestDb) {
        let shop = TestCompany::new(&db).await;
        switch_on(&shop, &["inspection-due"]).await;
        let anna = shop.customer("Anna").email("anna@mail.example").workshop_invoice(date(2026, 3, 9)).save().await;
        shop.car(&anna, "XX-123-X").inspection_due(date(2026, 12, 30)).save().await;
        shop.says_no(&anna, Scope::purpose(Purpose::Reminder)).await;
        let selected = select(&shop).await;
        let totals = &selected.moments["inspection-due"];
        assert_eq!((totals.found, totals.proposed), (1, 0));
        assert_eq!(totals.not_proposed["purpose_refused"], 1);
        assert!(rows(&shop, WEEK).await.is_empty());
    }

    async fn who_refuses_the_moments_channel_stands_on_the_call_list_locked_without_a_basis_for_the_call(db: TestDb) {
        let shop = TestCompany::new(&db).await;
        switch_on(&shop, &["maintenance-due"]).await;
        let of = |name: &'static str, plate: &'static str| {
            let shop = &shop;
            async move {
                let who = shop
                    .customer(name)
                    .email(&format!("{name}@mail.example"))
                    .mobile("+31612345678")
                    .workshop_invoice(date(2026, 3, 9))
                    .save()
                    .await;
                shop.car(&who, plate).maintenance_due(date(2026, 12, 10)).save().await;
                who
            }
        };
        let locked = of("Anna", "XX-123-X").await;
        shop.says_no(&locked, Scope::channel(Channel::Email)).await;
        shop.says_no(&locked, Scope::channel(Channel::Letter)).await;
        let open = of("Bert", "XX-124-X").await;
        shop.says_no(&open, Scope::channel(Channel::Email)).await;
        shop.says_yes(&open, open.mobile.unwrap(), Purpose::Reminder, Channel::Phone).await;
        select(&shop).await;
        let rows = rows(&shop, WEEK).await;
        let outcome = |who: &carport_testing::TestCustomer| rows.iter().find(|r| r.customer_id == who.id).unwrap();
        assert_eq!(outcome(&locked).outcome, OutcomeKind::CallLocked);
        assert_eq!(outcome(&locked).reason, "channel_refused");
        assert_eq!(outcome(&open).outcome, OutcomeKind::CallList);
    }

    async fn the_customers_preference_chooses_among_the_permitted_channels(db: TestDb) {
        let shop = TestCompany::new(&db).await;
        switch_on(&shop, &["inspection-due"]).await;
        let anna = shop
            .customer("Anna")
            .email("anna@mail.example")
            .address("Dorpsweg", "7", "1234 AB", "Voorbeeldstad")
            .prefers("letter")
            .workshop_invoice(date(2026, 3, 9))
            .save()
            .await;
        shop.car(&anna, "XX-123-X").inspection_due(date(2026, 12, 30)).save().await;
        select(&shop).await;
        let rows = rows(&shop, WEEK).await;
        assert_eq!((rows[0].channel, rows[0].reason.as_str()), (Some(Channel::Letter), "customer_prefers"));
    }

    async fn one_person_per_car_is_proposed_the_driver_before_the_owner_and_nobody_once_it_is_sold(db: TestDb) {
        let shop = TestCompany::new(&db).await;
        switch_on(&shop, &["inspection-due"]).await;
        let owner = shop.customer("Owner").email("owner@mail.example").workshop_invoice(date(2026, 3, 9)).save().await;
        let driver = shop.customer("Driver").email("driver@mail.example").workshop_invoice(date(2026, 3, 9)).save().await;
        shop.car(&owner, "XX-123-X").inspection_due(date(2026, 12, 30)).held_by(&driver, "driver", None).save().await;
        shop.car(&owner, "XX-124-X").inspection_due(date(2026, 12, 30)).owned_until(date(2026, 11, 17)).save().await;
        // Theirs for the last day today.
        let last = shop.car(&owner, "XX-125-X").inspection_due(date(2026, 12, 31)).owned_until(date(2026, 11, 18)).save().await;
        select(&shop).await;
        let rows_now = rows(&shop, WEEK).await;
        let who: Vec<_> = rows_now.iter().map(|r| (r.customer_id, r.vehicle_id)).collect();
        assert_eq!(who.len(), 2);
        assert_eq!(who[0].0, driver.id);
        assert_eq!(who[1], (owner.id, last));
        select(&shop).await;
        assert_eq!(rows(&shop, WEEK).await.len(), 2, "the owner does not take the driver's place the second time");
    }

    async fn a_new_workshop_customer_is_proposed_in_the_week_of_the_seventh_day(db: TestDb) {
        let shop = TestCompany::new(&db).await;
        switch_on(&shop, &["welcome-new-workshop-customer"]).await;
        // Week 47 ends on Sunday 22 November.
        let in_time = shop.customer("Anna").email("a@mail.example").workshop_invoice(date(2026, 11, 15)).save().await;
        shop.customer("Bert").email("b@mail.example").workshop_invoice(date(2026, 11, 16)).save().await;
        // Came for years: the first visit counts.
        shop.customer("Cor").email("c@mail.example").workshop_invoice(date(2020, 1, 9)).workshop_invoice(date(2026, 11, 12)).save().await;
        // Only bought parts.
        shop.customer("Dirk").email("d@mail.example").invoice(date(2026, 11, 12), "parts", 5_000).save().await;
        select(&shop).await;
        let rows_now = rows(&shop, WEEK).await;
        assert_eq!(rows_now.iter().map(|r| r.customer_id).collect::<Vec<_>>(), [in_time.id]);
        db.clock.advance_seconds(7 * 86_400);
        assert_eq!(select(&shop).await.moments["welcome-new-workshop-customer"].proposed, 1);
    }

    async fn existing_customers_are_welcomed_once_the_company_decides_to(db: TestDb) {
        let shop = TestCompany::started(&db, "jansen", "NL", date(2026, 8, 18)).await;
        switch_on(&shop, &["welcome-existing"]).await;
        // 25 months before 18 November 2026.
        let inside = shop.customer("Anna").email("a@mail.example").workshop_invoice(date(2024, 10, 18)).save().await;
        shop.customer("Bert").email("b@mail.example").workshop_invoice(date(2024, 10, 17)).save().await;
        let actions = async || {
            let mut tx = shop.store.begin().await.unwrap();
            let mut company = tx.company(shop.id).await.unwrap();
            let offered = catalogue::offer_actions(&mut company).await.unwrap();
            let all = company.action_contacts().await.unwrap();
            tx.commit().await.unwrap();
            (offered, all)
        };
        let (offered, all) = actions().await;
        assert_eq!((offered, all.len()), (1, 1), "three months after the start");
        assert_eq!(all[0].proposed_on, date(2026, 11, 18));
        assert_eq!(actions().await.0, 0, "once");
        assert!(rows(&shop, WEEK).await.is_empty(), "nothing happens before the company decides");
        let more = ActionSelection { months: 26, ..ActionSelection::default() };
        let action = all[0].id;
        let would = carport_outreach::select::preview_action(&shop.store, shop.id, action, Some(&more), 1).await.unwrap();
        assert_eq!((would.totals.found, would.totals.proposed, would.goes["email"], would.first.len(), would.more), (2, 2, 2, 1, false));
        // Only of a location, only with a make: who has neither is not among them.
        let mut tx = shop.store.begin().await.unwrap();
        let location = tx.company(shop.id).await.unwrap().locations().await.unwrap()[0].id;
        tx.commit().await.unwrap();
        shop.sql("UPDATE customers SET location_id = NULL WHERE company_id = $1", vec![shop.id.0.into()]).await;
        shop.sql("UPDATE customers SET location_id = $3 WHERE company_id = $1 AND id = $2", vec![shop.id.0.into(), inside.id.0.into(), location.0.into()]).await;
        shop.car(&inside, "XX-123-X").save().await;
        shop.sql("UPDATE vehicles SET make = 'Volvia' WHERE company_id = $1", vec![shop.id.0.into()]).await;
        let found = async |locations: &[LocationId], makes: &[&str]| {
            let narrower = ActionSelection {
                locations: locations.to_vec(),
                makes: makes.iter().map(|make| (*make).to_owned()).collect(),
                ..more.clone()
            };
            carport_outreach::select::preview_action(&shop.store, shop.id, action, Some(&narrower), 1).await.unwrap().totals.found
        };
        assert_eq!(found(&[location], &[]).await, 1);
        assert_eq!(found(&[LocationId::new(carport_domain::Timestamp(0))], &[]).await, 0);
        assert_eq!(found(&[], &["Volvia"]).await, 1);
        assert_eq!(found(&[], &["Kombia", "Volvia"]).await, 1);
        assert_eq!(found(&[], &["Volv", "via"]).await, 0, "whole names");
        assert_eq!(found(&[location], &["Volvia"]).await, 1);
        let totals = activate_action(&shop.store, shop.id, action, None, "staff:test").await.unwrap().unwrap();
        assert_eq!((totals.found, totals.proposed), (1, 1));
        assert_eq!(rows(&shop, WEEK).await[0].customer_id, inside.id);
        let again = activate_action(&shop.store, shop.id, action, None, "staff:test").await.unwrap().unwrap();
        assert_eq!(again.proposed, 1, "activating twice proposes nobody twice");
    }

    async fn a_company_that_began_too_early_is_offered_the_welcome_only_by_the_operator(db: TestDb) {
        let early = TestCompany::started(&db, "vroeg", "NL", date(2016, 9, 1)).await;
        switch_on(&early, &["welcome-existing"]).await;
        let mut tx = early.store.begin().await.unwrap();
        let mut company = tx.company(early.id).await.unwrap();
        assert_eq!(catalogue::offer_actions(&mut company).await.unwrap(), 0);
        assert!(catalogue::offer_action(&mut company, "welcome-existing", "operator:test").await.unwrap());
        let id = company.action_contacts().await.unwrap()[0].id;
        assert!(catalogue::decline_action(&mut company, id, "staff:test").await.unwrap());
        assert!(!catalogue::decline_action(&mut company, id, "staff:test").await.unwrap());
        tx.commit().await.unwrap();
        assert!(activate_action(&early.store, early.id, id, None, "staff:test").await.unwrap().is_none());
    }

    async fn what_was_postponed_comes_back_next_week_and_what_nobody_decided_expires(db: TestDb) {
        let shop = TestCompany::new(&db).await;
        switch_on(&shop, &["inspection-due"]).await;
        let anna = shop.customer("Anna").email("anna@mail.example").workshop_invoice(date(2026, 3, 9)).save().await;
        for plate in ["XX-123-X", "XX-124-X"] {
            shop.car(&anna, plate).inspection_due(date(2026, 12, 30)).save().await;
        }
        select(&shop).await;
        let ids: Vec<_> = rows(&shop, WEEK).await.iter().map(|r| r.id).collect();
        assert_eq!(set_aside(&shop.store, shop.id, &ids[..1], Decision::Postpone, "staff:test").await.unwrap(), 1);
        assert_eq!(set_aside(&shop.store, shop.id, &ids[..1], Decision::Skip, "staff:test").await.unwrap(), 0, "decided");
        db.clock.advance_seconds(7 * 86_400);
        select(&shop).await;
        let next = rows(&shop, "2026-W48").await;
        assert_eq!(next.iter().map(|r| r.id).collect::<Vec<_>>(), ids[..1]);
        assert_eq!(next[0].status.as_str(), "proposed");
        let mut tx = shop.store.read().await.unwrap();
        let mut company = tx.company(shop.id).await.unwrap();
        for of in [WEEK, "2026-W48"] {
            let stands = overview(&mut company, week(of), None).await.unwrap();
            assert!(stands["inspection-due"].adds_up(), "{of}: {stands:?}");
        }
        drop(tx);
        // The deadline of the moment is 14 days: the first week's time is over when the third begins.
        db.clock.advance_seconds(7 * 86_400);
        select(&shop).await;
        let left: Vec<_> = rows(&shop, WEEK).await.iter().map(|r| r.status.as_str()).collect();
        assert_eq!(left, ["expired"]);
    }

    /// A moment is data and content: no line of selection, gate or sending knows this one.
    async fn a_fifth_moment_is_added_by_data_and_content_alone(db: TestDb) {
        let definition: Definition = serde_json::from_value(serde_json::json!({
            "key": "long-not-seen", "name": { "nl": "Lang niet gezien" }, "about": { "nl": "Dertien maanden geen bezoek." },
            "purpose": "workshop_offer", "cadence": "weekly",
            "trigger": { "kind": "after", "date": "last_visit_on", "months": 13, "days": 0, "grace_days": 0 },
            "channels": ["email"], "fallback_letter": false, "deadline_days": 14, "spacing_days": 90, "priority": 50,
        }))
        .unwrap();
        let definition = definition.check().unwrap();
        let wording: Wording<String, String> = serde_json::from_value(serde_json::json!({
            "subject": "Wij hebben u lang niet gezien", "preheader": "Tijd voor een controle",
            "blocks": [{ "type": "paragraph", "text": "{{ salutation }}, uw laatste bezoek was op {{ last_visit }}." }],
        }))
        .unwrap();
        let content = Draft { languages: BTreeMap::from([(Language::Nl, wording)]) }.check().unwrap();

        let house = House::new(&db).await;
        let shop = TestCompany::new(&db).await;
        let mut tx = shop.store.begin().await.unwrap();
        let mut company = tx.company(shop.id).await.unwrap();
        catalogue::add(&mut company, &definition, &content, "staff:test").await.unwrap();
        catalogue::switch(&mut company, "long-not-seen", true, "staff:test").await.unwrap();
        tx.commit().await.unwrap();
        // Thirteen months before the Monday and the Sunday of the week, and the days around them.
        for (name, day) in [
            ("Before", date(2025, 10, 15)),
            ("First", date(2025, 10, 16)),
            ("Last", date(2025, 10, 22)),
            ("After", date(2025, 10, 23)),
        ] {
            shop.customer(name).email(&format!("{name}@mail.example")).workshop_invoice(day).save().await;
        }
        select(&shop).await;
        let names: Vec<_> = rows(&shop, WEEK).await.iter().map(|r| r.first_name.clone().unwrap()).collect();
        assert_eq!(names, ["First", "Last"]);
        assert_eq!(house.approve(&shop, "long-not-seen").await.approved, 2);
        assert_eq!(house.send(&shop).await.sent, 2);
        assert!(house.sink.received().iter().all(|m| m.text().contains("laatste bezoek was op")));
    }

    async fn two_companies_with_the_same_person_select_each_its_own(db: TestDb) {
        let (ours, theirs) = (TestCompany::new(&db).await, TestCompany::named(&db, "lindner", "DE").await);
        for shop in [&ours, &theirs] {
            switch_on(shop, &["inspection-due"]).await;
            let who = shop.customer("Anna").email("anna@mail.example").workshop_invoice(date(2026, 3, 9)).save().await;
            shop.car(&who, "XX-123-X").inspection_due(date(2026, 12, 30)).save().await;
        }
        select(&ours).await;
        assert_eq!(rows(&ours, WEEK).await.len(), 1);
        assert!(rows(&theirs, WEEK).await.is_empty());
    }

    async fn the_pages_of_a_long_week_hold_every_row_once(db: TestDb) {
        let shop = TestCompany::new(&db).await;
        switch_on(&shop, &["inspection-due"]).await;
        let anna = shop.customer("Anna").email("anna@mail.example").workshop_invoice(date(2026, 3, 9)).save().await;
        for n in 0..(weeks::PAGE + 7) {
            let due = date(2026, 12, 30 + u32::from(n % 2 == 0));
            shop.car(&anna, &format!("XX-{n:03}-X")).inspection_due(due).save().await;
        }
        select(&shop).await;
        let mut tx = shop.store.read().await.unwrap();
        let mut company = tx.company(shop.id).await.unwrap();
        let all = Filter::default();
        let narrow = Filter {
            moment: Some("inspection-due"),
            status: Some(ProposalStatus::Proposed),
            outcome: Some(OutcomeKind::Send),
            channel: Some(Channel::Email),
            regions: None,
        };
        for filter in [all, narrow] {
            let first = weeks::page(&mut company, week(WEEK), &filter, None).await.unwrap();
            let second = weeks::page(&mut company, week(WEEK), &filter, first.next).await.unwrap();
            assert_eq!((first.rows.len() as i64, second.rows.len()), (weeks::PAGE, 7));
            assert!(second.next.is_none());
            let rows: Vec<_> = first.rows.iter().chain(&second.rows).map(|r| (r.due_on, r.id)).collect();
            assert!(rows.is_sorted_by(|a, b| a < b), "the nearest dates first, each once");
        }
        let other = Filter { channel: Some(Channel::Letter), ..Filter::default() };
        assert!(weeks::page(&mut company, week(WEEK), &other, None).await.unwrap().rows.is_empty());
    }
}

#[test]
fn the_moments_of_the_catalogue_use_only_what_a_company_can_write_itself() {
    for key in [
        "inspection-due",
        "maintenance-due",
        "welcome-existing",
        "welcome-new-workshop-customer",
    ] {
        let definition = &shipped(key).unwrap().definition;
        let text = serde_json::to_string(definition).unwrap();
        let back: Definition = serde_json::from_str(&text).unwrap();
        assert_eq!(&back, definition);
    }
    let weekly = Trigger::Within {
        date: CustomerDate::LastVisit,
        months: 1,
        without_account: false,
    };
    let mut wrong = shipped("inspection-due").unwrap().definition.clone();
    wrong.trigger = weekly;
    assert_eq!(wrong.cadence, Cadence::Weekly);
    assert!(wrong.check().is_err(), "everybody every week is not a moment");
}
