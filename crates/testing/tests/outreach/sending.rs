//! From approval to hand-over: at most once, never without asking, every message in exactly one state.

use carport_domain::Clock;
use carport_domain::consent::{Channel, Outcome, Purpose, Scope};
use carport_domain::proposals::OutcomeKind;
use carport_outreach::send::{self, claim, hand_over, settle, write};
use carport_outreach::week::{self, Missing, Which, approve, preview, undo};
use carport_outreach::{catalogue, explain, results};
use carport_store::messages::{MessageStatus, Stream};
use carport_testing::smtp_sink::{Reaction, Step};
use carport_testing::{TestCompany, date, db_test};

use crate::kit::{House, WEEK, approved_reminder, messages, rows, select, switch_on, week as of};

db_test! {
    async fn an_approved_message_goes_out_once_with_everything_the_law_wants(db: TestDb) {
        let house = House::new(&db).await;
        let (shop, _) = approved_reminder(&db, &house).await;
        let sent = house.send(&shop).await;
        assert_eq!((sent.sent, sent.failed, sent.uncertain), (1, 0, 0));
        assert!(house.send(&shop).await.is_idle());
        let received = house.sink.received();
        assert_eq!(received.len(), 1);
        let mail = &received[0];
        assert_eq!(mail.to, ["anna@mail.example"]);
        assert!(mail.subject().contains("30 december 2026"), "{}", mail.subject());
        assert!(mail.text().contains("XX-123-X"));
        assert_eq!(mail.header("List-Unsubscribe-Post").unwrap(), "List-Unsubscribe=One-Click");
        let unsubscribe = mail.header("List-Unsubscribe").unwrap();
        assert!(unsubscribe.starts_with("<https://carport.example/u/"), "{unsubscribe}");
        assert!(mail.text().contains("https://carport.example/jansen/preferences/"));

        let rows = messages(&shop, MessageStatus::Sent).await;
        let decision: serde_json::Value = serde_json::from_str(rows[0].decision.as_ref().unwrap()).unwrap();
        assert_eq!(decision["decision"], "allow");
        assert!(rows[0].handed_over_at.unwrap().seconds_since(rows[0].decided_at.unwrap()) <= 60);
        assert_eq!(crate::kit::rows(&shop, WEEK).await[0].status.as_str(), "done");
    }

    async fn the_links_in_a_mail_work_from_the_moment_it_is_claimed(db: TestDb) {
        use carport_domain::secrets::Token;
        use carport_outreach::links::MessageScope;
        use carport_store::links::LinkPurpose;
        let house = House::new(&db).await;
        let (shop, anna) = approved_reminder(&db, &house).await;
        house.send(&shop).await;
        let header = house.sink.received()[0].header("List-Unsubscribe").unwrap();
        let token = header.trim_matches(['<', '>']).rsplit('/').next().unwrap().to_owned();
        let token: Token = token.parse().unwrap();
        let mut tx = shop.store.read().await.unwrap();
        let link = tx.installation().await.unwrap().find_link(token.hash().as_bytes()).await.unwrap().unwrap();
        assert_eq!((link.company_id, link.customer_id, link.purpose), (shop.id, anna.id, LinkPurpose::Unsubscribe));
        let scope: MessageScope = link.scope().unwrap();
        assert_eq!((scope.purpose, scope.channel), (Purpose::Reminder, Channel::Email));
        assert_eq!(scope.contact_point, anna.email);
        assert!(link.expires_at >= tx.now().plus_hours(24 * 90), "MAIL-03: at least 90 days");
    }

    async fn who_withdraws_between_approval_and_sending_gets_nothing(db: TestDb) {
        let house = House::new(&db).await;
        let (shop, anna) = approved_reminder(&db, &house).await;
        db.clock.advance_seconds(60);
        shop.says_no(&anna, Scope::purpose(Purpose::Reminder)).await;
        let sent = house.send(&shop).await;
        assert_eq!((sent.sent, sent.suppressed), (0, 1));
        assert!(house.sink.received().is_empty());
        let kept_back = messages(&shop, MessageStatus::Suppressed).await;
        assert_eq!(kept_back[0].reason.as_deref(), Some("purpose_refused"));
    }

    async fn nothing_leaves_of_a_moment_that_was_switched_off_after_approval(db: TestDb) {
        let house = House::new(&db).await;
        let (shop, _) = approved_reminder(&db, &house).await;
        let mut tx = db.store.begin().await.unwrap();
        let mut company = tx.company(shop.id).await.unwrap();
        assert!(catalogue::switch(&mut company, "inspection-due", false, "staff:test").await.unwrap());
        tx.commit().await.unwrap();
        let sent = house.send(&shop).await;
        assert_eq!((sent.sent, sent.suppressed), (0, 1));
        assert!(house.sink.received().is_empty());
        assert_eq!(messages(&shop, MessageStatus::Suppressed).await[0].reason.as_deref(), Some("moment_off"));
    }

    async fn a_german_legal_entity_of_a_dutch_company_follows_german_law(db: TestDb) {
        use carport_domain::consent::{Decision, DenyReason};
        let shop = TestCompany::new(&db).await;
        switch_on(&shop, &["inspection-due"]).await;
        let anna = shop.customer("Anna").email("anna@mail.example").save().await;
        shop.car(&anna, "XX-123-X").inspection_due(date(2026, 12, 30)).save().await;
        shop.says_yes(&anna, anna.email.unwrap(), Purpose::Reminder, Channel::Email).await;
        let by_mail = async || {
            let why = explain::explain(&shop.store, shop.id, anna.id, "inspection-due", None).await.unwrap();
            why.cases[0].channels.iter().find(|e| e.channel == Channel::Email).unwrap().clone()
        };
        let dutch = by_mail().await;
        assert!(dutch.decision.is_allowed() && dutch.pack.as_str().starts_with("nl/"), "{dutch:?}");
        shop.sql("UPDATE legal_entities SET country = 'DE' WHERE company_id = $1", vec![shop.id.0.into()]).await;
        // In Germany a yes by e-mail has to be confirmed from the address itself.
        let german = by_mail().await;
        assert!(matches!(german.decision, Decision::Deny { reason: DenyReason::Unconfirmed, .. }), "{german:?}");
        assert!(german.pack.as_str().starts_with("de/") && !german.pack.as_str().contains("nl/"), "{german:?}");
        // Who lives where the company is has that law as well, whichever is stricter.
        let value = r#"{"street":"Dorpsweg","house_number":"1","addition":null,"postcode":"1234 AB","city":"Utrecht","region":null,"country":"NL"}"#;
        let id = carport_domain::ids::uuid_v7(db.clock.now());
        shop.sql(
            "INSERT INTO contact_points (company_id, customer_id, id, kind, value, value_folded, origin, created_at)
             VALUES ($1, $2, $3, 'address', $4, 'x', 'dms', 1)",
            vec![shop.id.0.into(), anna.id.0.into(), id.into(), value.into()],
        )
        .await;
        let both = by_mail().await;
        assert!(both.pack.as_str().contains("de/") && both.pack.as_str().contains("nl/"), "{both:?}");
    }

    async fn a_message_whose_time_is_over_is_kept_back(db: TestDb) {
        let house = House::new(&db).await;
        let (shop, _) = approved_reminder(&db, &house).await;
        // Monday 16 November and 14 days: the last moment is midnight before 30 November, in Amsterdam.
        db.clock.set(carport_domain::Timestamp::start_of(date(2026, 11, 30), chrono_tz::Europe::Amsterdam));
        assert_eq!(house.send(&shop).await.suppressed, 1);
        assert_eq!(messages(&shop, MessageStatus::Suppressed).await[0].reason.as_deref(), Some("expired"));
    }

    async fn a_claim_whose_process_is_gone_before_anything_left_is_sent_by_another(db: TestDb) {
        let house = House::new(&db).await;
        let (shop, _) = approved_reminder(&db, &house).await;
        let (claimed, _) = claim(&house.outreach, shop.id, Channel::Email, 10).await.unwrap().unwrap();
        assert_eq!(claimed.len(), 1);
        assert!(house.send(&shop).await.is_idle(), "it is claimed");
        db.clock.advance_seconds(send::ABANDONED_SECONDS + 1);
        assert_eq!(house.send(&shop).await.sent, 1);
        // The first process wakes up after all: its claim is no longer its own.
        let post = house.outreach.post.clone().unwrap();
        let written = write(&house.outreach, &post, shop.id, &claimed).await.unwrap();
        hand_over(&house.outreach, &post, shop.id, written).await.unwrap();
        assert_eq!(house.sink.message_ids().len(), 1);
        assert_eq!(messages(&shop, MessageStatus::Sent).await.len(), 1);
    }

    async fn a_hand_over_that_had_begun_when_its_process_died_is_uncertain_and_never_sent_by_itself(db: TestDb) {
        let house = House::new(&db).await;
        let (shop, _) = approved_reminder(&db, &house).await;
        let (claimed, _) = claim(&house.outreach, shop.id, Channel::Email, 10).await.unwrap().unwrap();
        let mut tx = shop.store.begin().await.unwrap();
        let fresh_since = tx.now();
        let mut company = tx.company(shop.id).await.unwrap();
        let id = claimed[0].message.id;
        assert_eq!(company.begin_hand_over(&[id], fresh_since).await.unwrap(), [id]);
        assert!(company.begin_hand_over(&[id], fresh_since).await.unwrap().is_empty(), "once");
        tx.commit().await.unwrap();
        drop(claimed);
        assert!(house.send(&shop).await.is_idle(), "it is claimed");
        db.clock.advance_seconds(send::ABANDONED_SECONDS + 1);
        let sent = house.send(&shop).await;
        assert_eq!((sent.abandoned, sent.sent), (1, 0));
        db.clock.advance_seconds(86_400);
        assert!(house.send(&shop).await.is_idle());
        assert!(house.sink.received().is_empty());
        let lost = messages(&shop, MessageStatus::Uncertain).await;
        assert_eq!(lost[0].reason.as_deref(), Some("interrupted"));
        assert!(settle(&shop.store, shop.id, lost[0].id, true, "staff:test").await.unwrap());
        assert!(!settle(&shop.store, shop.id, lost[0].id, false, "staff:test").await.unwrap());
        assert_eq!(messages(&shop, MessageStatus::Sent).await.len(), 1);
    }

    async fn a_claim_from_before_the_machine_was_started_anew_is_uncertain_whatever_is_noted_about_it(db: TestDb) {
        let house = House::new(&db).await;
        let (shop, _) = approved_reminder(&db, &house).await;
        let (claimed, _) = claim(&house.outreach, shop.id, Channel::Email, 10).await.unwrap().unwrap();
        // The note that it began to leave was lost with the power; the claim was not.
        shop.sql("UPDATE messages SET claimed_in = 'an earlier start' WHERE company_id = $1", vec![shop.id.0.into()]).await;
        db.clock.advance_seconds(send::ABANDONED_SECONDS + 1);
        let sent = house.send(&shop).await;
        assert_eq!((sent.abandoned, sent.sent), (1, 0));
        assert!(house.sink.received().is_empty());
        assert_eq!(messages(&shop, MessageStatus::Uncertain).await[0].id, claimed[0].message.id);
    }

    async fn more_than_one_batch_goes_out_each_message_once(db: TestDb) {
        let house = House::new(&db).await;
        let shop = TestCompany::new(&db).await;
        switch_on(&shop, &["inspection-due"]).await;
        let number = send::BATCH as u64 + 17;
        for n in 0..number {
            let who = shop.customer("Anna").email(&format!("anna{n}@mail.example")).workshop_invoice(date(2026, 3, 9)).save().await;
            shop.car(&who, &format!("XX-{n:03}-X")).inspection_due(date(2026, 12, 30)).save().await;
        }
        select(&shop).await;
        assert_eq!(house.approve(&shop, "inspection-due").await.approved, number);
        house.sink.refuse_recipient("anna7@", "550 5.1.1 no such user");
        let sent = house.send(&shop).await;
        assert_eq!((sent.sent, sent.failed, sent.uncertain, sent.later), (number - 1, 1, 0, 0));
        let ids = house.sink.message_ids();
        let once: std::collections::HashSet<_> = ids.iter().collect();
        assert_eq!((once.len(), ids.len()), (ids.len(), sent.sent as usize));
        let left = rows(&shop, WEEK).await.into_iter().filter(|r| r.status.as_str() != "done").count();
        assert_eq!(left, 0);
    }

    async fn an_answer_that_has_grown_old_is_asked_for_again_before_anything_leaves(db: TestDb) {
        let house = House::new(&db).await;
        let (shop, anna) = approved_reminder(&db, &house).await;
        let (claimed, _) = claim(&house.outreach, shop.id, Channel::Email, 10).await.unwrap().unwrap();
        let post = house.outreach.post.clone().unwrap();
        let written = write(&house.outreach, &post, shop.id, &claimed).await.unwrap();
        db.clock.advance_seconds(send::FRESH_SECONDS + 1);
        shop.says_no(&anna, Scope::ALL).await;
        hand_over(&house.outreach, &post, shop.id, written).await.unwrap();
        assert!(house.sink.received().is_empty(), "CON-02");
        assert_eq!(house.send(&shop).await.suppressed, 1);
    }

    async fn a_busy_server_is_tried_again_later_and_a_gone_address_is_never_written_to_again(db: TestDb) {
        let house = House::new(&db).await;
        let (shop, anna) = approved_reminder(&db, &house).await;
        house.sink.script(Step::Rcpt, Reaction::Say("451 4.7.1 try later".into()));
        assert_eq!(house.send(&shop).await.later, 1);
        assert!(house.send(&shop).await.is_idle(), "not at once");
        db.clock.advance_seconds(301);
        house.sink.refuse_recipient("anna@", "550 5.1.1 no such user");
        assert_eq!(house.send(&shop).await.failed, 1);
        let failed = messages(&shop, MessageStatus::Failed).await;
        assert_eq!((failed[0].reason.as_deref(), failed[0].attempts), (Some("recipient-refused"), 2));
        // Next time the address is known to be gone, whatever the DMS says.
        shop.car(&anna, "XX-200-X").inspection_due(date(2026, 12, 31)).save().await;
        select(&shop).await;
        let next = rows(&shop, WEEK).await;
        let next = next.iter().find(|r| r.plate.as_deref() == Some("XX-200-X")).unwrap();
        assert_eq!((next.outcome, next.reason.as_str()), (OutcomeKind::CallLocked, "bounced"));
    }

    async fn a_server_that_falls_silent_after_the_final_dot_leaves_the_message_uncertain(db: TestDb) {
        let house = House::new(&db).await;
        let (shop, _) = approved_reminder(&db, &house).await;
        house.sink.script(Step::Dot, Reaction::TakeAndDrop);
        assert_eq!(house.send(&shop).await.uncertain, 1);
        db.clock.advance_seconds(86_400);
        house.send(&shop).await;
        assert_eq!(house.sink.message_ids().len(), 1, "never a second time");
    }

    async fn marketing_rests_when_the_server_refuses_message_after_message_and_goes_on_at_a_word(db: TestDb) {
        let house = House::new(&db).await;
        let shop = TestCompany::new(&db).await;
        switch_on(&shop, &["inspection-due"]).await;
        for n in 0..12 {
            let who = shop.customer("Anna").email(&format!("anna{n}@mail.example")).workshop_invoice(date(2026, 3, 9)).save().await;
            shop.car(&who, &format!("XX-1{n:02}-X")).inspection_due(date(2026, 12, 30)).save().await;
        }
        select(&shop).await;
        house.approve(&shop, "inspection-due").await;
        for _ in 0..12 {
            house.sink.script(Step::Mail, Reaction::Say("550 5.7.1 sender not allowed".into()));
        }
        let sent = house.send(&shop).await;
        assert_eq!((sent.sent, sent.failed), (0, 0), "a configuration fault loses nobody's message");
        // One less than the brake takes, and then one on each of four connections.
        let most = send::BRAKE_AFTER - 1 + 4;
        assert!((send::BRAKE_AFTER..=most).contains(&(sent.later as i64)), "the brake stops the rest: {sent:?}");
        db.clock.advance_seconds(3_600);
        let house = House::new(&db).await;
        assert!(house.send(&shop).await.is_idle(), "it holds, though the server is well again");
        send::pause(&shop.store, shop.id, None, "staff:test").await.unwrap();
        assert_eq!(house.send(&shop).await.sent, 12);
    }

    async fn nobody_gets_more_than_the_pace_allows_and_the_more_important_goes_first(db: TestDb) {
        let house = House::new(&db).await;
        let shop = TestCompany::new(&db).await;
        switch_on(&shop, &["inspection-due", "maintenance-due"]).await;
        let anna = shop.customer("Anna").email("anna@mail.example").workshop_invoice(date(2026, 3, 9)).save().await;
        shop.car(&anna, "XX-123-X").maintenance_due(date(2026, 12, 10)).save().await;
        shop.car(&anna, "XX-124-X").maintenance_due(date(2026, 12, 10)).save().await;
        shop.car(&anna, "XX-125-X").inspection_due(date(2026, 12, 30)).save().await;
        select(&shop).await;
        house.approve(&shop, "maintenance-due").await;
        house.approve(&shop, "inspection-due").await;
        // Two in seven days.
        let sent = house.send(&shop).await;
        assert_eq!((sent.sent, sent.later), (2, 1));
        assert!(house.sink.received().iter().any(|m| m.subject().contains("APK")), "the inspection goes first");
        db.clock.advance_seconds(6 * 86_400);
        assert_eq!(house.send(&shop).await.sent, 0, "the seventh day is not over");
        db.clock.advance_seconds(86_400 + 3_600);
        assert_eq!(house.send(&shop).await.sent, 1);
    }

    async fn an_approval_is_taken_back_as_long_as_nothing_was_handed_over(db: TestDb) {
        let house = House::new(&db).await;
        let (shop, _) = approved_reminder(&db, &house).await;
        let id = rows(&shop, WEEK).await[0].id;
        assert_eq!(undo(&shop.store, shop.id, &[id], "staff:test").await.unwrap(), 1);
        assert!(house.send(&shop).await.is_idle());
        assert_eq!(house.approve(&shop, "inspection-due").await.approved, 1);
        assert_eq!(house.send(&shop).await.sent, 1);
        assert_eq!(undo(&shop.store, shop.id, &[id], "staff:test").await.unwrap(), 0);
        assert_eq!(messages(&shop, MessageStatus::Sent).await.len(), 1);
    }

    async fn approving_twice_makes_one_message(db: TestDb) {
        let house = House::new(&db).await;
        let (shop, _) = approved_reminder(&db, &house).await;
        let id = rows(&shop, WEEK).await[0].id;
        let again = approve(&house.outreach, shop.id, of(WEEK), "inspection-due", Which::These(&[id]), "staff:b").await;
        assert_eq!(again.unwrap().approved, 0);
        assert_eq!(messages(&shop, MessageStatus::Pending).await.len(), 1);
    }

    async fn approval_asks_the_gate_again_and_leaves_what_has_changed_for_another_look(db: TestDb) {
        let house = House::new(&db).await;
        let shop = TestCompany::new(&db).await;
        switch_on(&shop, &["inspection-due"]).await;
        let anna = shop
            .customer("Anna")
            .email("anna@mail.example")
            .address("Dorpsweg", "7", "1234 AB", "Voorbeeldstad")
            .workshop_invoice(date(2026, 3, 9))
            .save()
            .await;
        shop.car(&anna, "XX-123-X").inspection_due(date(2026, 12, 30)).save().await;
        select(&shop).await;
        db.clock.advance_seconds(60);
        shop.says_no(&anna, Scope::channel(Channel::Email)).await;
        let approved = house.approve(&shop, "inspection-due").await;
        assert_eq!((approved.approved, approved.changed), (0, 1));
        let row = &rows(&shop, WEEK).await[0];
        assert_eq!((row.channel, row.status.as_str()), (Some(Channel::Letter), "proposed"));
        assert_eq!(house.approve(&shop, "inspection-due").await.approved, 1);
    }

    async fn a_missing_variable_holds_the_approval_and_is_named_with_the_customer(db: TestDb) {
        let house = House::new(&db).await;
        let shop = TestCompany::new(&db).await;
        switch_on(&shop, &["welcome-new-workshop-customer"]).await;
        let anna = shop.customer("Anna").email("anna@mail.example").workshop_invoice(date(2026, 11, 12)).save().await;
        shop.sql("UPDATE customers SET dms_number = NULL, dms_source = NULL WHERE company_id = $1", vec![shop.id.0.into()]).await;
        select(&shop).await;
        let approved = house.approve(&shop, "welcome-new-workshop-customer").await;
        assert_eq!(approved.approved, 0);
        let [Missing { customer, variables, .. }] = approved.missing.as_slice() else { panic!("{approved:?}") };
        assert_eq!(customer, "Anna Voorbeeld");
        assert_eq!(variables.iter().map(|v| v.as_str()).collect::<Vec<_>>(), ["customer_number"]);
        let row = &rows(&shop, WEEK).await[0];
        assert_eq!(row.customer_id, anna.id);
        let shown = preview(&house.outreach, shop.id, row.id).await.unwrap();
        assert!(shown.email.is_none() && shown.problem.unwrap().to_string().contains("customer_number"));
    }

    async fn the_preview_is_the_mail_that_is_sent(db: TestDb) {
        let house = House::new(&db).await;
        let (shop, _) = approved_reminder(&db, &house).await;
        let id = rows(&shop, WEEK).await[0].id;
        let shown = preview(&house.outreach, shop.id, id).await.unwrap();
        let email = shown.email.unwrap();
        house.send(&shop).await;
        let received = house.sink.received();
        assert_eq!(received[0].subject(), email.subject);
        let without_links = |text: &str| {
            let words = text.split_whitespace().filter(|w| !w.contains("https://"));
            words.collect::<Vec<_>>().join(" ")
        };
        assert_eq!(without_links(&received[0].text()), without_links(&email.text));
        // afterwards it still shows what was sent, whatever the gate would say of a second one
        let shown = preview(&house.outreach, shop.id, id).await.unwrap();
        assert_eq!(shown.outcome, Outcome::Send { channel: Channel::Email });
        assert_eq!(shown.email.map(|again| again.subject), Some(email.subject));
    }

    async fn the_explanation_gives_every_channels_rule_and_evidence_also_for_who_is_not_due(db: TestDb) {
        let house = House::new(&db).await;
        let (shop, anna) = approved_reminder(&db, &house).await;
        let why = explain::explain(&shop.store, shop.id, anna.id, "inspection-due", None).await.unwrap();
        assert!(why.enabled);
        let [case] = why.cases.as_slice() else { panic!("one car") };
        assert!(case.due);
        assert_eq!(case.proposed_between, Some((date(2026, 11, 18), date(2026, 12, 16))));
        assert_eq!((case.outcome, case.channel), (OutcomeKind::Send, Some(Channel::Email)));
        assert!(case.channels.iter().any(|c| c.channel == Channel::Phone && c.code.is_some()));
        assert_eq!(why.proposals.len(), 1);
        let other = explain::explain(&shop.store, shop.id, anna.id, "welcome-new-workshop-customer", None).await.unwrap();
        assert!(!other.enabled && !other.cases[0].due);
        assert_eq!(other.cases[0].date, Some(date(2026, 3, 9)));
        let later = explain::explain(&shop.store, shop.id, anna.id, "inspection-due", Some(date(2027, 1, 1))).await.unwrap();
        assert!(!later.cases[0].due);
        serde_json::to_string(&why).unwrap();
    }

    async fn the_results_add_up_and_say_why_what_did_not_go_was_kept_back(db: TestDb) {
        let house = House::new(&db).await;
        let (shop, anna) = approved_reminder(&db, &house).await;
        let bert = shop.customer("Bert").email("bert@mail.example").workshop_invoice(date(2026, 3, 9)).save().await;
        shop.car(&bert, "XX-130-X").inspection_due(date(2026, 12, 30)).save().await;
        select(&shop).await;
        house.approve(&shop, "inspection-due").await;
        db.clock.advance_seconds(60);
        shop.says_no(&anna, Scope::ALL).await;
        house.send(&shop).await;
        let all = results::results(&shop.store, shop.id, carport_domain::Timestamp(0), None).await.unwrap();
        let result = &all["inspection-due"];
        assert_eq!((result.proposed, result.approved), (2, 2));
        assert!(result.messages.adds_up());
        assert_eq!((result.messages.sent, result.messages.suppressed), (1, 1));
        assert_eq!(result.kept_back["objected"], 1);
        assert_eq!(result.sent_by_channel["email"], 1);
    }

    async fn another_companys_refusal_and_brake_do_not_touch_ours(db: TestDb) {
        let house = House::new(&db).await;
        let (ours, _) = approved_reminder(&db, &house).await;
        let theirs = TestCompany::named(&db, "lindner", "DE").await;
        let anna = theirs.customer("Anna").email("anna@mail.example").workshop_invoice(date(2026, 3, 9)).save().await;
        theirs.says_no(&anna, Scope::ALL).await;
        send::pause(&theirs.store, theirs.id, Some("they asked"), "staff:test").await.unwrap();
        assert_eq!(house.send(&ours).await.sent, 1);
        let balance = send::balance(&theirs.store, theirs.id, Stream::Marketing).await.unwrap();
        assert_eq!(balance.planned, 0);
    }

    async fn what_staff_skip_stays_skipped_and_all_of_a_moment_is_set_aside_at_once(db: TestDb) {
        use carport_domain::proposals::Decision;
        let shop = TestCompany::new(&db).await;
        switch_on(&shop, &["inspection-due"]).await;
        let anna = shop.customer("Anna").email("anna@mail.example").workshop_invoice(date(2026, 3, 9)).save().await;
        for plate in ["XX-123-X", "XX-124-X"] {
            shop.car(&anna, plate).inspection_due(date(2026, 12, 30)).save().await;
        }
        select(&shop).await;
        let set = week::set_all_aside(&shop.store, shop.id, of(WEEK), "inspection-due", None, Decision::Skip, "staff:t").await;
        assert_eq!(set.unwrap(), 2);
        db.clock.advance_seconds(7 * 86_400);
        assert_eq!(select(&shop).await.moments["inspection-due"].proposed, 0);
    }
}
