//! One-time codes by mail and activation by letter (F62, SEC-OTP, SEC-ACT-3): whole journeys, limits, and what nobody may
//! learn from them.

use std::io::Write as _;
use std::process::Command;

use carport_domain::access::Role;
use carport_domain::secrets::LetterCode;
use carport_outreach::accounts::{Occasion, print_activation_letter};
use carport_testing::browser::{Answer, Browser, Mail, TestSite};
use carport_testing::{TestCompany, TestCustomer, db_test};
use http::StatusCode;

use super::office_customers::staff;
use super::portal_doors::signed_in;

const SESSION: &str = "__Host-session-jansen";
const PASSWORD: &str = "acht ezels op het strand";

/// The code in a mail.
fn code(mail: &Mail) -> String {
    let word = |text: &str| text.trim_matches(|c: char| !c.is_ascii_digit()).to_owned();
    let found = mail
        .text
        .split_whitespace()
        .map(word)
        .find(|word| word.len() >= 6 && word.bytes().all(|b| b.is_ascii_digit()));
    found.unwrap_or_else(|| panic!("no code in: {}", mail.text))
}

async fn ask(browser: &mut Browser, email: &str) -> Answer {
    browser.post("/jansen/sign-in/code", &[("email", email)]).await
}

async fn enter(browser: &mut Browser, code: &str) -> Answer {
    browser
        .post("/jansen/sign-in/code/enter", &[("code", code)])
        .await
}

/// A customer without an e-mail address, with a letter whose code is known.
async fn written_to(shop: &TestCompany) -> (TestCustomer, LetterCode) {
    let bert = shop
        .customer("Bert")
        .number("20511")
        .address("Kerkstraat", "12", "1234 AB", "Utrecht")
        .save()
        .await;
    let code = LetterCode::random();
    let mut tx = shop.store.begin().await.unwrap();
    let until = tx.now().plus_hours(24 * 60);
    tx.company(shop.id)
        .await
        .unwrap()
        .add_activation_letter(bert.id, &"20511".parse().unwrap(), &code, "system", until)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    (bert, code)
}

/// The words of a document, as `pdftotext` of poppler-utils reads them.
fn read_pdf(pdf: &[u8]) -> String {
    let mut file = tempfile::NamedTempFile::new().expect("a temporary file");
    file.write_all(pdf).expect("room for it");
    let read = Command::new("pdftotext")
        .args(["-raw".as_ref(), file.path().as_os_str(), "-".as_ref()])
        .output()
        .expect("pdftotext, from the Debian package poppler-utils");
    String::from_utf8(read.stdout).expect("text")
}

async fn show_letter(browser: &mut Browser, number: &str, code: &str, email: &str) -> Answer {
    let fields = [("number", number), ("letter", code), ("email", email)];
    browser.post("/jansen/activate/letter", &fields).await
}

db_test! {
    async fn a_code_by_mail_signs_in_once_and_only_in_the_browser_that_asked(db: TestDb) {
        let (site, shop) = (TestSite::new(&db), TestCompany::new(&db).await);
        signed_in(&db, &site, &shop).await;
        site.mail().await;
        let mut browser = site.browser("198.51.100.9");
        let asked = browser.post("/jansen/sign-in/code", &[("email", "Anna@Mail.example"), ("to", "/jansen/my-car")]).await;
        assert_eq!(asked.location(), "/jansen/sign-in/code/enter?to=%2Fjansen%2Fmy-car");
        let mail = site.mail().await.remove(0);
        assert_eq!(mail.to, "anna@mail.example");
        let code = code(&mail);
        assert_eq!(code.len(), 8, "the only proof there is has eight digits");
        assert!(!mail.subject.contains(&code), "a code does not stand in the subject");
        assert!(mail.text.contains("10 minuten") && mail.text.contains("om in te loggen op uw pagina"), "{}", mail.text);

        // Whoever reads the mail over somebody's shoulder has another browser.
        let mut thief = site.browser("203.0.113.4");
        assert_eq!(enter(&mut thief, &code).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        ask(&mut thief, "nobody@mail.example").await;
        assert_eq!(enter(&mut thief, &code).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(!thief.has_cookie(SESSION));

        let copy = browser.clone();
        let spaced = format!(" {} {} ", &code[..4], &code[4..]);
        let done = browser.post("/jansen/sign-in/code/enter", &[("code", &spaced), ("to", "/jansen/my-car"), ("stay", "yes")]).await;
        assert_eq!(done.location(), "/jansen/my-car", "{}", done.body);
        assert_eq!(browser.open("/jansen").await.status, StatusCode::OK);
        assert_eq!(enter(&mut copy.clone(), &code).await.status, StatusCode::UNPROCESSABLE_ENTITY, "it worked once");
    }

    async fn asking_for_a_code_tells_nobody_whether_somebody_exists(db: TestDb) {
        let (site, shop) = (TestSite::new(&db), TestCompany::new(&db).await);
        signed_in(&db, &site, &shop).await;
        site.mail().await;
        let (mut known, mut unknown) = (site.browser("198.51.100.21"), site.browser("198.51.100.22"));
        let (a, b) = (ask(&mut known, "anna@mail.example").await, ask(&mut unknown, "xnna@mail.example").await);
        assert_eq!((a.status, a.location(), a.cookie_names()), (b.status, b.location(), b.cookie_names()));
        assert_eq!(site.mail().await.len(), 1);
        let (a, b) = (known.get("/jansen/sign-in/code/enter").await, unknown.get("/jansen/sign-in/code/enter").await);
        assert_eq!(a.without_nonce(), b.without_nonce());
        // Five tries, then it is over, for both alike.
        for n in 0..6 {
            let (a, b) = (enter(&mut known, "00000000").await, enter(&mut unknown, "00000000").await);
            assert_eq!((a.status, a.without_nonce()), (b.status, b.without_nonce()), "try {n}");
            let over = a.body.contains("Deze code werkt niet meer");
            assert_eq!(over, n == 5, "try {n}: {}", a.body);
        }
        let (a, b) = (ask(&mut known, "anna@mail.example").await, ask(&mut unknown, "xnna@mail.example").await);
        assert_eq!(a.without_nonce(), b.without_nonce().replace("xnna@", "anna@"));
        assert!(a.body.contains("30 seconden"), "{}", a.body);
    }

    async fn a_code_works_ten_minutes_and_an_address_gets_three_an_hour_and_ten_a_day(db: TestDb) {
        let (site, shop) = (TestSite::new(&db), TestCompany::new(&db).await);
        signed_in(&db, &site, &shop).await;
        site.mail().await;
        let mut browser = site.browser("198.51.100.31");
        ask(&mut browser, "anna@mail.example").await;
        let late = code(&site.mail().await[0]);
        db.clock.advance_seconds(600);
        assert!(enter(&mut browser, &late).await.body.contains("Deze code werkt niet meer"), "ten minutes are over");

        // A new one ends the old one in this browser, and a wrong one is not the right one.
        ask(&mut browser, "anna@mail.example").await;
        let first = code(&site.mail().await[0]);
        assert_eq!(ask(&mut browser, "anna@mail.example").await.status, StatusCode::UNPROCESSABLE_ENTITY, "30 seconds apart");
        db.clock.advance_seconds(30);
        assert_eq!(ask(&mut browser, "anna@mail.example").await.status, StatusCode::SEE_OTHER);
        let second = code(&site.mail().await[0]);
        assert_eq!(enter(&mut browser, &first).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(enter(&mut browser, &second).await.status, StatusCode::SEE_OTHER);

        // Three within this hour.
        db.clock.advance_seconds(60);
        let fourth = ask(&mut browser, "anna@mail.example").await;
        assert!(fourth.body.contains("genoeg codes") && site.mail().await.is_empty(), "{}", fourth.body);
        let mut sent = 3;
        for hour in 0..7 {
            db.clock.advance_seconds(3_600);
            for n in 0..3 {
                let mut other = site.browser(&format!("203.0.113.{}", 10 + hour * 3 + n));
                ask(&mut other, "anna@mail.example").await;
                sent += site.mail().await.len();
                db.clock.advance_seconds(31);
            }
        }
        assert_eq!(sent, 10, "ten within a day");
    }

    async fn too_many_wrong_codes_at_a_company_rest_all_codes_but_no_password(db: TestDb) {
        let (site, shop) = (TestSite::new(&db), TestCompany::new(&db).await);
        signed_in(&db, &site, &shop).await;
        site.mail().await;
        let mut browser = site.browser("198.51.100.41");
        ask(&mut browser, "anna@mail.example").await;
        let right = code(&site.mail().await[0]);
        shop.sql("UPDATE one_time_codes SET tries = 0 WHERE company_id = $1", vec![shop.id.0.into()]).await;
        let mut others = site.browser("198.51.100.42");
        ask(&mut others, "somebody@mail.example").await;
        shop.sql("UPDATE one_time_codes SET tries = 201 WHERE company_id = $1 AND account_id IS NULL", vec![shop.id.0.into()]).await;
        assert_eq!(enter(&mut browser, &right).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(ask(&mut site.browser("198.51.100.43"), "x@mail.example").await.body.contains("Gebruik uw wachtwoord"));
        let fields = [("email", "anna@mail.example"), ("password", "zeven fietsen in de regen")];
        assert_eq!(browser.post("/jansen/sign-in", &fields).await.status, StatusCode::SEE_OTHER);
        db.clock.advance_seconds(3_601);
        assert_eq!(ask(&mut browser, "anna@mail.example").await.status, StatusCode::SEE_OTHER, "an hour later they work again");
    }

    async fn a_hundred_wrong_codes_in_a_row_end_them_for_an_account_until_it_has_a_new_password(db: TestDb) {
        let (site, shop) = (TestSite::new(&db), TestCompany::new(&db).await);
        signed_in(&db, &site, &shop).await;
        let mut browser = site.browser("198.51.100.51");
        ask(&mut browser, "anna@mail.example").await;
        assert_eq!(site.mail().await.iter().filter(|mail| mail.subject.contains("code")).count(), 1);
        shop.sql("UPDATE one_time_codes SET tries = 100 WHERE company_id = $1", vec![shop.id.0.into()]).await;
        db.clock.advance_seconds(60);
        assert_eq!(ask(&mut browser, "anna@mail.example").await.status, StatusCode::SEE_OTHER, "the page says nothing of it");
        assert!(site.mail().await.is_empty());
        browser.post("/jansen/forgot-password", &[("email", "anna@mail.example")]).await;
        let link = site.mail().await[0].link("/set-password/");
        browser.open(&link).await;
        browser.post("/jansen/set-password", &[("password", PASSWORD), ("again", PASSWORD)]).await;
        site.mail().await;
        db.clock.advance_seconds(60);
        ask(&mut browser, "anna@mail.example").await;
        assert_eq!(site.mail().await.len(), 1);
    }

    async fn a_code_is_proof_enough_for_the_pages_that_ask_again(db: TestDb) {
        let (site, shop) = (TestSite::new(&db), TestCompany::new(&db).await);
        let (_, mut browser) = signed_in(&db, &site, &shop).await;
        site.mail().await;
        db.clock.advance_seconds(15 * 60);
        assert!(browser.get("/jansen/account/email").await.location().contains("/step-up"));
        let sent = browser.post("/jansen/step-up/code/send", &[("to", "/jansen/account/email")]).await;
        assert_eq!(sent.location(), "/jansen/step-up/code?to=%2Fjansen%2Faccount%2Femail");
        let page = browser.open("/jansen/step-up/code").await;
        assert!(page.body.contains("anna@mail.example"));
        let code = code(&site.mail().await[0]);
        assert_eq!(code.len(), 6, "beside the session");
        let wrong = browser.post("/jansen/step-up/code", &[("code", "000000")]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        // It proves, and signs nobody in.
        let mut copy = browser.clone();
        copy.post("/jansen/sign-out", &[]).await;
        let right = browser.post("/jansen/step-up/code", &[("code", &code), ("to", "/jansen/account/email")]).await;
        assert_eq!(right.location(), "/jansen/sign-in", "the session has ended meanwhile");
    }

    async fn a_code_makes_the_session_fresh_again(db: TestDb) {
        let (site, shop) = (TestSite::new(&db), TestCompany::new(&db).await);
        let (_, mut browser) = signed_in(&db, &site, &shop).await;
        site.mail().await;
        db.clock.advance_seconds(15 * 60);
        browser.post("/jansen/step-up/code/send", &[]).await;
        let code = code(&site.mail().await[0]);
        assert_eq!(enter(&mut browser, &code).await.status, StatusCode::UNPROCESSABLE_ENTITY, "it is for one purpose");
        let right = browser.post("/jansen/step-up/code", &[("code", &code), ("to", "//evil.example/")]).await;
        assert_eq!(right.location(), "/jansen/account");
        assert_eq!(browser.get("/jansen/account/email").await.status, StatusCode::OK);
    }

    async fn a_letter_a_code_and_a_password_open_the_page_of_whoever_has_no_e_mail_on_file(db: TestDb) {
        let (site, shop) = (TestSite::new(&db), TestCompany::new(&db).await);
        let (bert, letter) = written_to(&shop).await;
        let mut browser = site.browser("198.51.100.61");
        assert!(browser.get("/jansen/activate").await.body.contains("/jansen/activate/letter"));
        let page = browser.get("/jansen/activate/letter").await;
        assert!(page.body.contains("Activatiecode"), "{}", page.body);
        let wrong = show_letter(&mut browser, "20511", "0000-0000-0000", "bert@mail.example").await;
        let nobody = show_letter(&mut browser, "77777777", "0000-0000-0000", "bert@mail.example").await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(wrong.without_nonce(), nobody.without_nonce().replace("77777777", "20511"), "nobody learns whether a number exists");
        assert!(site.mail().await.is_empty());

        let printed = letter.printed().to_lowercase();
        let right = show_letter(&mut browser, "20511", &printed, "bert@mail.example").await;
        assert_eq!(right.location(), "/jansen/activate/letter/code", "{}", right.body);
        let mail = site.mail().await.remove(0);
        assert_eq!(mail.to, "bert@mail.example");
        assert!(!mail.text.contains("/set-password"), "a wrong address gets a code that is of no use elsewhere");
        let code = code(&mail);
        let mut stranger = site.browser("203.0.113.9");
        let fields = [("code", code.as_str())];
        assert_eq!(stranger.post("/jansen/activate/letter/code", &fields).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        let proved = browser.post("/jansen/activate/letter/code", &fields).await;
        assert_eq!(proved.location(), "/jansen/set-password", "{}", proved.body);
        let page = browser.open("/jansen/set-password").await;
        assert!(page.body.contains("bert@mail.example"));
        let done = browser.post("/jansen/set-password", &[("password", PASSWORD), ("again", PASSWORD)]).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
        assert!(browser.open("/jansen").await.body.contains("Dag Bert"));
        // The address is on file now, proved, and the dealer's system hears of it.
        let verified = shop
            .number("SELECT COUNT(*) FROM contact_points WHERE company_id = $1 AND customer_id = $2 AND kind = 'email' AND verified_at IS NOT NULL", vec![shop.id.0.into(), bert.id.0.into()])
            .await;
        let changes = shop.number("SELECT COUNT(*) FROM changes WHERE company_id = $1 AND field = 'email'", vec![shop.id.0.into()]).await;
        assert_eq!((verified, changes), (1, 1));
        // The letter opened once.
        let again = show_letter(&mut stranger, "20511", &printed, "thief@mail.example").await;
        assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    }

    async fn a_letter_ends_after_sixty_days_ten_wrong_codes_or_a_newer_one(db: TestDb) {
        let (site, shop) = (TestSite::new(&db), TestCompany::new(&db).await);
        let (bert, letter) = written_to(&shop).await;
        for n in 0..10 {
            let mut browser = site.browser(&format!("198.51.100.{n}"));
            show_letter(&mut browser, "20511", "0000-0000-0000", "x@mail.example").await;
        }
        let mut browser = site.browser("198.51.100.71");
        let late = show_letter(&mut browser, "20511", &letter.printed(), "bert@mail.example").await;
        assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY, "ten tries are used up");

        let print = async |code: &LetterCode| {
            let mut tx = db.store.begin().await.unwrap();
            let until = tx.now().plus_hours(24 * 60);
            let mut own = tx.company(shop.id).await.unwrap();
            own.add_activation_letter(bert.id, &"20511".parse().unwrap(), code, "system", until).await.unwrap();
            tx.commit().await.unwrap();
        };
        let (old, new) = (LetterCode::random(), LetterCode::random());
        print(&old).await;
        print(&new).await;
        assert_eq!(show_letter(&mut browser, "20511", &old.printed(), "bert@mail.example").await.status, StatusCode::UNPROCESSABLE_ENTITY);
        db.clock.advance_seconds(60 * 86_400 - 1);
        assert_eq!(show_letter(&mut browser, "20511", &new.printed(), "bert@mail.example").await.status, StatusCode::SEE_OTHER);
        db.clock.advance_seconds(31);
        assert_eq!(show_letter(&mut browser, "20511", &new.printed(), "bert@mail.example").await.status, StatusCode::UNPROCESSABLE_ENTITY);
    }

    async fn staff_print_a_letter_where_no_address_works_and_nowhere_else(db: TestDb) {
        let (site, shop) = (TestSite::new(&db), TestCompany::new(&db).await);
        let bert = shop.customer("Bert").number("20511").address("Kerkstraat", "12", "1234 AB", "Utrecht").save().await;
        let anna = shop.customer("Anna").number("10482").email("anna@mail.example").address("Kerkstraat", "14", "1234 AB", "Utrecht").save().await;
        let cees = shop.customer("Cees").number("30777").save().await;
        let (_, mut joke) = staff(&site, &shop, Role::Reception, "[]").await;
        let page = joke.get(&format!("/office/jansen/customers/{}", bert.id)).await;
        assert!(page.body.contains("Activatiebrief afdrukken"), "{}", page.body);
        let pdf = joke.post(&format!("/office/jansen/customers/{}/activation-letter", bert.id), &[]).await;
        assert_eq!(pdf.status, StatusCode::OK);
        assert_eq!(pdf.headers["content-type"], "application/pdf");
        assert_eq!(pdf.headers["cache-control"], "private, no-store");
        let page = joke.get(&format!("/office/jansen/customers/{}", bert.id)).await;
        assert!(page.body.contains("Brief afgedrukt op"));
        // What is printed is what opens.
        let staff_id = "staff:test";
        let pdf = print_activation_letter(site.outreach(), shop.id, bert.id, Occasion::Unasked, staff_id).await.unwrap().unwrap();
        let text = read_pdf(&pdf);
        let printed = text.split_whitespace().find(|word| word.len() == 14 && LetterCode::parse(word).is_ok()).expect("a code on the letter");
        assert!(text.contains("Kerkstraat 12") && text.contains("20511") && text.contains("activate/letter"), "{text}");
        let mut browser = site.browser("198.51.100.81");
        assert_eq!(show_letter(&mut browser, "20511", printed, "bert@mail.example").await.status, StatusCode::SEE_OTHER);
        let kept = shop.number("SELECT COUNT(*) FROM audit_log WHERE company_id = $1 AND action = 'account.letter_printed'", vec![shop.id.0.into()]).await;
        assert_eq!(kept, 2);
        for (who, says) in [(&anna, "werkend e-mailadres"), (&cees, "postadres bekend")] {
            let url = format!("/office/jansen/customers/{}/activation-letter", who.id);
            let answer = joke.post(&url, &[]).await;
            assert_eq!(answer.status, StatusCode::SEE_OTHER);
            assert!(joke.open(&answer.location()).await.body.contains(says));
        }
        let (_, mut reader) = staff(&site, &shop, Role::ReadOnly, "[]").await;
        let denied = reader.post(&format!("/office/jansen/customers/{}/activation-letter", bert.id), &[]).await;
        assert_eq!(denied.status, StatusCode::NOT_FOUND);
    }
}
