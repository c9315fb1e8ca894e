//! Getting in and staying in (F4, F26–F32, F56–F60): whole journeys, and what nobody may learn from them.

use carport_domain::{Clock, CustomerId, StaffId};
use carport_outreach::accounts::{InviteOutcome, Occasion, send_invitation};
use carport_store::account_requests::RequestStatus;
use carport_testing::browser::{Answer, BASE, Browser, TestSite};
use carport_testing::{TestCompany, TestCustomer, TestDb, date, db_test};
use http::{Method, StatusCode};

const PASSWORD: &str = "zeven fietsen in de regen";
const SESSION: &str = "__Host-session-jansen";

async fn anna(shop: &TestCompany) -> TestCustomer {
    let anna = shop
        .customer("Anna")
        .number("10482")
        .email("anna@mail.example")
        .workshop_invoice(date(2026, 3, 9))
        .save()
        .await;
    shop.car(&anna, "XX-123-X")
        .inspection_due(date(2026, 12, 27))
        .save()
        .await;
    anna
}

async fn activate(browser: &mut Browser, number: &str, email: &str, plate: &str) -> Answer {
    browser
        .post(
            "/jansen/activate",
            &[("number", number), ("email", email), ("plate", plate)],
        )
        .await
}

/// Anna with an account, and the browser she is signed in with.
pub async fn signed_in(db: &TestDb, site: &TestSite, shop: &TestCompany) -> (TestCustomer, Browser) {
    let _ = db;
    let anna = anna(shop).await;
    let mut browser = site.browser("198.51.100.1");
    activate(&mut browser, "10482", "anna@mail.example", "XX-123-X").await;
    let link = site.mail().await.first().expect("a mail").link("/set-password/");
    browser.open(&link).await;
    let answer = browser
        .post(
            "/jansen/set-password",
            &[("password", PASSWORD), ("again", PASSWORD), ("stay", "yes")],
        )
        .await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    (anna, browser)
}

db_test! {
    async fn three_fields_a_mail_and_a_password_open_the_customers_page(db: TestDb) {
        let (site, shop) = (TestSite::new(&db), TestCompany::new(&db).await);
        anna(&shop).await;
        let mut browser = site.browser("198.51.100.1");
        let page = browser.get("/jansen/activate").await;
        assert!(page.body.contains("Klantnummer") && page.body.contains("klik op verzenden"));
        let answer = activate(&mut browser, " 10482 ", "Anna@Mail.example", "xx123x").await;
        assert_eq!(answer.status, StatusCode::ACCEPTED);
        assert!(!browser.has_cookie(SESSION));

        let mails = site.mail().await;
        assert_eq!(mails.len(), 1);
        assert_eq!(mails[0].to, "anna@mail.example");
        let link = mails[0].link("/set-password/");

        // A scanner opens the link in every way it can; nothing is used up.
        let mut scanner = site.browser("203.0.113.9");
        for method in [Method::GET, Method::HEAD, Method::GET] {
            scanner.send(method, &link, None).await;
        }
        scanner.get("/jansen/set-password").await;

        let page = browser.open(&link).await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.body.contains("Kies uw wachtwoord") && page.body.contains("anna@mail.example"));
        for (bad, again) in [("kort", "kort"), ("passwordpassword", "passwordpassword"), (PASSWORD, "anders")] {
            let answer = browser.post("/jansen/set-password", &[("password", bad), ("again", again)]).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
            assert!(answer.body.contains("error-summary"));
            assert!(!answer.body.contains(PASSWORD), "a password never comes back");
        }
        let answer = browser.post("/jansen/set-password", &[("password", PASSWORD), ("again", PASSWORD)]).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER);
        assert!(browser.has_cookie(SESSION));
        let home = browser.open("/jansen?welcome").await;
        assert!(home.body.contains("Dag Anna") && home.body.contains("Uw APK verloopt over 5 weken"), "{}", home.body);
        assert!(home.body.contains("bezwaar te maken"), "the right to object is shown at activation (CON-15)");
        assert!(site.mail().await[0].subject.contains("Welkom"));

        // The link worked once.
        scanner.get(&link).await;
        assert_eq!(scanner.get("/jansen/set-password").await.status, StatusCode::GONE);
    }

    async fn nobody_learns_from_the_doors_whether_somebody_exists(db: TestDb) {
        let (site, shop) = (TestSite::new(&db), TestCompany::new(&db).await);
        let _ = signed_in(&db, &site, &shop).await;
        let mut browser = site.browser("198.51.100.77");
        let same = |a: &Answer, b: &Answer| {
            assert_eq!(a.status, b.status);
            assert_eq!(a.without_nonce(), b.without_nonce());
            assert_eq!(a.cookie_names(), b.cookie_names());
        };
        let match_ = activate(&mut browser, "10482", "anna@mail.example", "XX-123-X").await;
        let none = activate(&mut browser, "99999", "anna@mail.example", "XX-123-X").await;
        same(&match_, &none);
        let other_address = activate(&mut browser, "10482", "mallory@evil.example", "XX-123-X").await;
        same(&match_, &other_address);

        let known = browser.post("/jansen/forgot-password", &[("email", "anna@mail.example")]).await;
        let unknown = browser.post("/jansen/forgot-password", &[("email", "nobody@mail.example")]).await;
        same(&known, &unknown);

        let wrong = browser.post("/jansen/sign-in", &[("email", "anna@mail.example"), ("password", "not the right one")]).await;
        let nobody = browser.post("/jansen/sign-in", &[("email", "xnna@mail.example"), ("password", "not the right one")]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(wrong.without_nonce(), nobody.without_nonce().replace("xnna@", "anna@"));
        assert!(!browser.has_cookie(SESSION));

        // What went out went to the address on file, and never to the one that was typed.
        let mails = site.mail().await;
        assert!(mails.iter().all(|mail| mail.to == "anna@mail.example"), "{mails:?}");
        let left: i64 = shop
            .number("SELECT COUNT(*) FROM activation_attempts WHERE company_id = $1 AND email <> ''", vec![shop.id.0.into()])
            .await;
        assert_eq!(left, 0, "what was typed is forgotten once it was looked up");
    }

    async fn one_person_gets_at_most_three_links_a_day_however_many_ask(db: TestDb) {
        let (site, shop) = (TestSite::new(&db), TestCompany::new(&db).await);
        anna(&shop).await;
        for n in 0..8 {
            let mut browser = site.browser(&format!("198.51.100.{n}"));
            assert_eq!(activate(&mut browser, "10482", "anna@mail.example", "XX-123-X").await.status, StatusCode::ACCEPTED);
        }
        assert_eq!(site.mail().await.len(), 3);
        // One network has five tries an hour.
        let mut browser = site.browser("192.0.2.50");
        for n in 0..6 {
            let answer = activate(&mut browser, "1", "x@mail.example", "AA-11-AA").await;
            assert_eq!(answer.status, if n < 5 { StatusCode::ACCEPTED } else { StatusCode::TOO_MANY_REQUESTS });
            assert_eq!(answer.headers.contains_key("retry-after"), n >= 5);
        }
    }

    async fn an_address_that_staff_changed_today_opens_nothing(db: TestDb) {
        let (site, shop) = (TestSite::new(&db), TestCompany::new(&db).await);
        let anna = anna(&shop).await;
        db.clock.advance_seconds(40 * 86_400);
        let now = db.clock.now();
        shop.sql("UPDATE contact_points SET ended_at = $2 WHERE company_id = $1 AND kind = 'email'", vec![shop.id.0.into(), now.0.into()]).await;
        shop.sql(
            "INSERT INTO contact_points (company_id, customer_id, id, kind, value, value_folded, origin, created_at)
             VALUES ($1, $2, $3, 'email', 'thief@mail.example', 'thief@mail.example', 'dms', $4)",
            vec![shop.id.0.into(), anna.id.0.into(), carport_domain::ids::uuid_v7(now).into(), now.0.into()],
        )
        .await;
        let mut browser = site.browser("198.51.100.1");
        activate(&mut browser, "10482", "thief@mail.example", "XX-123-X").await;
        assert!(site.mail().await.is_empty());
        db.clock.advance_seconds(86_401);
        activate(&mut browser, "10482", "thief@mail.example", "XX-123-X").await;
        assert_eq!(site.mail().await.len(), 1);
    }

    async fn a_forgotten_password_is_replaced_by_the_newest_link_once_and_ends_every_session(db: TestDb) {
        let (site, shop) = (TestSite::new(&db), TestCompany::new(&db).await);
        let (_, mut old) = signed_in(&db, &site, &shop).await;
        site.mail().await;
        let mut browser = site.browser("198.51.100.2");
        browser.post("/jansen/forgot-password", &[("email", "ANNA@mail.example")]).await;
        let first = site.mail().await[0].link("/set-password/");
        browser.post("/jansen/forgot-password", &[("email", "anna@mail.example")]).await;
        let second = site.mail().await[0].link("/set-password/");
        assert_eq!(browser.open(&first).await.status, StatusCode::GONE, "a newer link ends the older");
        assert_eq!(browser.open(&second).await.status, StatusCode::OK);
        let new = "acht ezels op het strand";
        let answer = browser.post("/jansen/set-password", &[("password", new), ("again", new)]).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER);
        assert_eq!(old.get("/jansen").await.location(), "/jansen/sign-in", "the other session ended");

        let mut again = site.browser("198.51.100.3");
        let wrong = again.post("/jansen/sign-in", &[("email", "anna@mail.example"), ("password", PASSWORD)]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        let right = again.post("/jansen/sign-in", &[("email", "anna@mail.example"), ("password", new)]).await;
        assert_eq!(right.location(), "/jansen");

        // A link works for 24 hours; three of them a day are enough, so this one is asked for the next day.
        db.clock.advance_seconds(24 * 3_600 + 1);
        site.mail().await;
        browser.post("/jansen/forgot-password", &[("email", "anna@mail.example")]).await;
        let link = site.mail().await.iter().find(|mail| mail.text.contains("/set-password/")).expect("a link").link("/set-password/");
        db.clock.advance_seconds(24 * 3_600);
        assert_eq!(browser.open(&link).await.status, StatusCode::GONE);
    }

    async fn staying_signed_in_lasts_as_long_as_the_company_says_and_not_longer(db: TestDb) {
        let (site, shop) = (TestSite::new(&db), TestCompany::new(&db).await);
        let (_, mut stays) = signed_in(&db, &site, &shop).await;
        let mut leaves = site.browser("198.51.100.9");
        leaves.post("/jansen/sign-in", &[("email", "anna@mail.example"), ("password", PASSWORD)]).await;
        assert_eq!(leaves.get("/jansen").await.status, StatusCode::OK);
        db.clock.advance_seconds(29 * 60);
        assert_eq!(leaves.get("/jansen").await.status, StatusCode::OK, "used within half an hour");
        db.clock.advance_seconds(30 * 60);
        assert_eq!(leaves.get("/jansen").await.location(), "/jansen/sign-in");
        assert_eq!(stays.get("/jansen").await.status, StatusCode::OK);
        db.clock.advance_seconds(364 * 86_400);
        assert_eq!(stays.get("/jansen").await.status, StatusCode::OK);
        db.clock.advance_seconds(86_400);
        assert_eq!(stays.get("/jansen").await.location(), "/jansen/sign-in", "a year is the company's default");

        // For ever renews itself as long as the customer comes back.
        shop.sql("UPDATE companies SET settings = '{\"stay_signed_in_hours\":0}' WHERE id = $1", vec![shop.id.0.into()]).await;
        stays.post("/jansen/sign-in", &[("email", "anna@mail.example"), ("password", PASSWORD), ("stay", "yes")]).await;
        for _ in 0..3 {
            db.clock.advance_seconds(390 * 86_400);
            let answer = stays.get("/jansen").await;
            assert_eq!(answer.status, StatusCode::OK);
            assert!(answer.cookie_names().contains(&SESSION.to_owned()), "the cookie is renewed");
        }
    }

    async fn a_request_is_acknowledged_told_to_the_company_and_answered_with_one_click(db: TestDb) {
        let (site, shop) = (TestSite::new(&db), TestCompany::new(&db).await);
        let anna = shop
            .customer("Anna")
            .email("anna@mail.example")
            .address("Kerkstraat", "12", "1234 AB", "Utrecht")
            .save()
            .await;
        shop.car(&anna, "XX-123-X").save().await;
        let mut browser = site.browser("198.51.100.1");
        let page = browser.get("/jansen/request-account").await;
        assert!(page.body.contains("U ontvangt binnen 2 werkdagen uw activatiegegevens."));
        let wrong = browser.post("/jansen/request-account", &[("first_name", "Anna"), ("postcode", "12")]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        for field in ["last_name", "email", "plate", "postcode", "city", "street"] {
            assert!(wrong.body.contains(&format!("href=\"#{field}\"")), "the summary names {field}");
        }
        let fields = [
            ("first_name", "Anna"),
            ("last_name", "Voorbeeld"),
            ("street", "Kerkstraat 12"),
            ("postcode", "1234ab"),
            ("city", "Utrecht"),
            ("plate", "XX123X"),
            ("email", "elsewhere@mail.example"),
        ];
        let answer = browser.post("/jansen/request-account", &fields).await;
        assert_eq!(answer.status, StatusCode::ACCEPTED);
        // Wednesday and two working days: Friday.
        assert!(answer.body.contains("vrijdag 20 november 2026"), "{}", answer.body);
        let mut to: Vec<String> = site.mail().await.into_iter().map(|mail| mail.to).collect();
        to.sort();
        assert_eq!(to, ["balie@jansen.example", "elsewhere@mail.example"]);

        let mut tx = db.store.begin().await.unwrap();
        let mut own = tx.company(shop.id).await.unwrap();
        let requests = own.account_requests(RequestStatus::Open, 10).await.unwrap();
        assert_eq!(own.waiting_account_requests().await.unwrap(), (1, 0));
        let matches = own.account_request_matches(&[requests[0].id]).await.unwrap();
        assert_eq!(matches.len(), 1);
        assert_eq!(matches[0].customer_id, anna.id);
        assert!(matches[0].plate && !matches[0].email && matches[0].name_and_postcode);
        let staff = StaffId::new(db.clock.now());
        let mut click = async |customer| {
            send_invitation(&mut own, db.store.keys(), BASE, Occasion::Request(requests[0].id), customer, staff).await.unwrap()
        };
        assert_eq!(click(CustomerId::new(db.clock.now())).await, InviteOutcome::NoCustomer);
        assert_eq!(click(anna.id).await, InviteOutcome::Sent);
        assert_eq!(click(anna.id).await, InviteOutcome::AlreadyAnswered);
        tx.commit().await.unwrap();

        let mails = site.mail().await;
        assert_eq!(mails[0].to, "anna@mail.example", "the invitation goes to the address on file, not to the one typed");
        let link = mails[0].link("/set-password/");
        db.clock.advance_seconds(7 * 86_400 - 60);
        assert_eq!(browser.open(&link).await.status, StatusCode::OK, "an invitation lasts seven days");
        db.clock.advance_seconds(60);
        assert_eq!(browser.get("/jansen/set-password").await.status, StatusCode::GONE);
    }

    async fn the_password_is_changed_with_the_old_one_and_ends_the_other_sessions(db: TestDb) {
        let (site, shop) = (TestSite::new(&db), TestCompany::new(&db).await);
        let (_, mut here) = signed_in(&db, &site, &shop).await;
        let mut there = site.browser("198.51.100.9");
        there.post("/jansen/sign-in", &[("email", "anna@mail.example"), ("password", PASSWORD)]).await;
        let list = here.get("/jansen/account").await;
        assert_eq!(list.body.matches("Firefox, Linux").count(), 2);
        let new = "acht ezels op het strand";
        let wrong = here.post("/jansen/account/password", &[("current", "x"), ("password", new), ("again", new)]).await;
        assert!(wrong.status == StatusCode::UNPROCESSABLE_ENTITY && wrong.body.contains("href=\"#current\""));
        let own = "annavoorbeeld10482";
        let named = here.post("/jansen/account/password", &[("current", PASSWORD), ("password", own), ("again", own)]).await;
        assert!(named.body.contains("Gebruik niet uw naam"), "{}", named.body);
        site.mail().await;
        let done = here.post("/jansen/account/password", &[("current", PASSWORD), ("password", new), ("again", new)]).await;
        assert_eq!(done.location(), "/jansen/account");
        assert!(here.open("/jansen/account").await.body.contains("Uw wachtwoord is gewijzigd"));
        assert_eq!(there.get("/jansen").await.location(), "/jansen/sign-in");
        assert_eq!(site.mail().await[0].to, "anna@mail.example");
    }

    async fn a_session_is_ended_from_the_list_and_signing_out_clears_the_browser(db: TestDb) {
        let (site, shop) = (TestSite::new(&db), TestCompany::new(&db).await);
        let (_, mut here) = signed_in(&db, &site, &shop).await;
        let mut there = site.browser("198.51.100.9");
        there.post("/jansen/sign-in", &[("email", "anna@mail.example"), ("password", PASSWORD)]).await;
        let list = here.get("/jansen/account").await.body;
        let handle = list.split("name=\"session\" value=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("a handle");
        assert_eq!(here.post("/jansen/account/sessions/end", &[("session", "0000")]).await.status, StatusCode::NOT_FOUND);
        here.post("/jansen/account/sessions/end", &[("session", handle)]).await;
        assert_eq!(there.get("/jansen").await.location(), "/jansen/sign-in");
        let copy = here.clone();
        let out = here.post("/jansen/sign-out", &[]).await;
        assert!(out.headers.contains_key("clear-site-data") && !here.has_cookie(SESSION));
        assert_eq!(copy.clone().get("/jansen").await.location(), "/jansen/sign-in", "a stolen copy of the cookie is worthless");
    }

    async fn the_sign_in_address_changes_by_a_link_and_the_old_address_can_take_it_back(db: TestDb) {
        let (site, shop) = (TestSite::new(&db), TestCompany::new(&db).await);
        let (_, mut browser) = signed_in(&db, &site, &shop).await;
        site.mail().await;
        db.clock.advance_seconds(15 * 60);
        let step = browser.get("/jansen/account/email").await;
        assert_eq!(step.location(), "/jansen/step-up?to=%2Fjansen%2Faccount%2Femail");
        let evil = browser.post("/jansen/step-up", &[("password", PASSWORD), ("to", "//evil.example/")]).await;
        assert_eq!(evil.location(), "/jansen/account", "only own paths are followed");
        assert_eq!(browser.get("/jansen/account/email").await.status, StatusCode::OK);
        browser.post("/jansen/account/email", &[("email", "new@mail.example")]).await;
        let mail = site.mail().await.remove(0);
        assert_eq!(mail.to, "new@mail.example");
        let link = mail.link("/confirm-email/");
        let mut other = site.browser("203.0.113.4");
        assert_eq!(other.get(&link).await.status, StatusCode::OK);
        let sign_in = async |email: &str| {
            let fields = [("email", email), ("password", PASSWORD)];
            site.browser("198.51.100.5").post("/jansen/sign-in", &fields).await.status
        };
        assert_eq!(sign_in("new@mail.example").await, StatusCode::UNPROCESSABLE_ENTITY, "opening the link changes nothing");
        assert_eq!(other.post(&link, &[]).await.status, StatusCode::OK);
        assert_eq!(other.post(&link, &[]).await.status, StatusCode::GONE);
        assert_eq!(sign_in("new@mail.example").await, StatusCode::SEE_OTHER);
        assert_eq!(sign_in("anna@mail.example").await, StatusCode::UNPROCESSABLE_ENTITY);
        let mail = site.mail().await.remove(0);
        assert_eq!(mail.to, "anna@mail.example");
        let undo = mail.link("/undo-email/");
        db.clock.advance_seconds(6 * 86_400);
        assert_eq!(other.post(&undo, &[]).await.status, StatusCode::OK);
        assert_eq!(sign_in("new@mail.example").await, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(browser.get("/jansen").await.location(), "/jansen/sign-in");
    }

    async fn after_a_change_was_taken_back_the_old_password_opens_nothing(db: TestDb) {
        let (site, shop) = (TestSite::new(&db), TestCompany::new(&db).await);
        // Somebody who knows the password takes the account to an address of theirs, and keeps every way in they can get.
        let (_, mut thief) = signed_in(&db, &site, &shop).await;
        site.mail().await;
        thief.post("/jansen/account/email", &[("email", "thief@mail.example")]).await;
        let confirm = site.mail().await.remove(0).link("/confirm-email/");
        thief.post(&confirm, &[]).await;
        let undo = site.mail().await.remove(0).link("/undo-email/");
        thief.post("/jansen/forgot-password", &[("email", "thief@mail.example")]).await;
        let reset = site.mail().await.remove(0).link("/set-password/");

        let mut anna = site.browser("203.0.113.4");
        assert_eq!(anna.post(&undo, &[]).await.status, StatusCode::OK);
        let mail = site.mail().await.remove(0);
        assert_eq!(mail.to, "anna@mail.example");
        for email in ["anna@mail.example", "thief@mail.example"] {
            let fields = [("email", email), ("password", PASSWORD)];
            let tried = site.browser("198.51.100.5").post("/jansen/sign-in", &fields).await;
            assert_eq!(tried.status, StatusCode::UNPROCESSABLE_ENTITY, "{email}");
        }
        assert_eq!(thief.get("/jansen").await.location(), "/jansen/sign-in");
        thief.get(&reset).await;
        assert_eq!(thief.get("/jansen/set-password").await.status, StatusCode::GONE);

        anna.open(&mail.link("/set-password/")).await;
        let new = "acht ezels op het strand";
        let chosen = anna.post("/jansen/set-password", &[("password", new), ("again", new)]).await;
        assert_eq!(chosen.status, StatusCode::SEE_OTHER, "{}", chosen.body);
        let fields = [("email", "anna@mail.example"), ("password", new)];
        assert_eq!(site.browser("198.51.100.5").post("/jansen/sign-in", &fields).await.status, StatusCode::SEE_OTHER);
    }

    async fn two_companies_with_the_same_address_keep_their_doors_apart(db: TestDb) {
        let (site, shop) = (TestSite::new(&db), TestCompany::new(&db).await);
        let (_, mut browser) = signed_in(&db, &site, &shop).await;
        let other = TestCompany::named(&db, "lindner", "DE").await;
        other.customer("Anna").email("anna@mail.example").save().await;
        assert_eq!(browser.get("/lindner").await.location(), "/lindner/sign-in");
        let fields = [("email", "anna@mail.example"), ("password", PASSWORD)];
        assert_eq!(browser.post("/lindner/sign-in", &fields).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(browser.get("/jansen").await.status, StatusCode::OK);
        assert_eq!(browser.get("/nowhere").await.status, StatusCode::NOT_FOUND);
    }
}
