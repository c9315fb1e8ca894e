//! The customer's pages (F15, F63–F77, F143): what is shown, what may be changed, and what is not anybody else's.

use carport_domain::Clock;
use carport_outreach::accounts::{export_changes, send_change_digest};
use carport_testing::browser::{BASE, Browser, TestSite};
use carport_testing::{TestCompany, date, db_test};
use http::StatusCode;

use super::consents::words;
use super::portal_doors::signed_in;

const PASSWORD: &str = "zeven fietsen in de regen";

db_test! {
    async fn every_page_answers_in_every_language(db: TestDb) {
        let (site, shop) = (TestSite::new(&db), TestCompany::new(&db).await);
        let (_, mut browser) = signed_in(&db, &site, &shop).await;
        for language in ["nl", "de", "ru", "en"] {
            browser.post("/jansen/language", &[("language", language), ("back", "/jansen/help")]).await;
            for path in [
                "/jansen", "/jansen/my-data", "/jansen/my-data/name", "/jansen/my-data/address", "/jansen/my-data/contact",
                "/jansen/my-car", "/jansen/invoices", "/jansen/my-preferences", "/jansen/help", "/jansen/account",
                "/jansen/account/password", "/jansen/account/email", "/jansen/step-up",
            ] {
                let answer = browser.open(path).await;
                assert_eq!(answer.status, StatusCode::OK, "{path} in {language}");
                assert!(answer.body.contains(&format!("<html lang=\"{language}\"")), "{path} in {language}");
                assert_eq!(answer.headers["cache-control"], "no-store");
            }
        }
        let mut stranger = site.browser("198.51.100.3");
        for path in ["sign-in", "activate", "request-account", "forgot-password", "help"] {
            assert_eq!(stranger.get(&format!("/jansen/{path}")).await.status, StatusCode::OK, "{path}");
        }
        let answer = stranger.get("/jansen/my-data?x=1").await;
        assert_eq!(answer.location(), "/jansen/sign-in?to=%2Fjansen%2Fmy-data%3Fx%3D1");
    }

    async fn a_change_is_confirmed_recorded_told_and_exported(db: TestDb) {
        let (site, shop) = (TestSite::new(&db), TestCompany::new(&db).await);
        let (anna, mut browser) = signed_in(&db, &site, &shop).await;
        site.mail().await;
        let wrong = [("street", "Kerkstraat"), ("house_number", "12"), ("postcode", "12"), ("city", ""), ("country", "NL")];
        let answer = browser.post("/jansen/my-data/address", &wrong).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.body.contains("href=\"#postcode\"") && answer.body.contains("href=\"#city\""));
        assert!(answer.body.contains("value=\"Kerkstraat\""), "nothing typed is lost");
        let right = [("street", "Kerkstraat"), ("house_number", "12"), ("postcode", "1234ab"), ("city", "Utrecht"), ("country", "NL")];
        assert_eq!(browser.post("/jansen/my-data/address", &right).await.location(), "/jansen/my-data");
        let page = browser.get("/jansen/my-data").await;
        assert!(page.body.contains("Uw gegevens zijn opgeslagen") && page.body.contains("Kerkstraat 12"), "{}", page.body);
        let again = browser.get("/jansen/my-data").await;
        assert!(!again.body.contains("Uw gegevens zijn opgeslagen"), "it is said once");
        browser.post("/jansen/my-data/address", &right).await;
        browser.post("/jansen/my-data/name", &[("gender", "female"), ("first_name", "=Anna"), ("surname", "Voorbeeld")]).await;

        let changes = shop.number("SELECT COUNT(*) FROM changes WHERE company_id = $1 AND status = 'open'", vec![shop.id.0.into()]).await;
        assert_eq!(changes, 3, "the address once, the first name, the form of address");
        assert!(send_change_digest(&db.store, BASE, shop.id).await.unwrap());
        assert!(!send_change_digest(&db.store, BASE, shop.id).await.unwrap(), "told once");
        let digest = site.mail().await.remove(0);
        assert_eq!(digest.to, "balie@jansen.example");
        assert!(digest.text.contains("Kerkstraat 12") && digest.text.contains("Voornaam"), "{}", digest.text);

        let mut tx = db.store.begin().await.unwrap();
        let mut own = tx.company(shop.id).await.unwrap();
        let export = export_changes(&mut own, 100).await.unwrap();
        let file = String::from_utf8(export.customers.unwrap()).unwrap();
        assert!(file.contains("10482") && file.contains("1234 AB") && file.contains("'=Anna"), "{file}");
        own.mark_changes_exported(&export.changes).await.unwrap();
        assert!(export_changes(&mut own, 100).await.unwrap().changes.is_empty());
        let open = own.changes_of(anna.id, 10).await.unwrap();
        assert!(open.iter().all(|change| change.changed_by == format!("customer:{}", anna.id)));
    }

    async fn a_new_address_needs_the_password_keeps_refusals_and_loses_grants(db: TestDb) {
        let (site, shop) = (TestSite::new(&db), TestCompany::new(&db).await);
        let (anna, mut browser) = signed_in(&db, &site, &shop).await;
        let mut wishes: Vec<(String, &str)> = ["sales_news", "workshop_offer", "newsletter", "reminder"]
            .iter()
            .map(|topic| (format!("topic-{topic}"), if *topic == "newsletter" { "no" } else { "yes" }))
            .collect();
        wishes.push(("channel-email".to_owned(), "yes"));
        let words = words(&mut browser, "/jansen/my-preferences").await;
        wishes.push(("words".to_owned(), &words));
        let wishes: Vec<(&str, &str)> = wishes.iter().map(|(k, v)| (k.as_str(), *v)).collect();
        assert_eq!(browser.post("/jansen/my-preferences", &wishes).await.location(), "/jansen/my-preferences");
        let yes = "SELECT COUNT(*) FROM permissions WHERE company_id = $1 AND state = 'yes' AND channel = 'email' AND purpose <> '*'";
        assert_eq!(shop.number(yes, vec![shop.id.0.into()]).await, 3);
        site.mail().await;

        db.clock.advance_seconds(15 * 60);
        let fields = [("email", "anna.new@mail.example"), ("mobile", "0612345678"), ("phone", "")];
        let asked = browser.post("/jansen/my-data/contact", &fields).await;
        assert_eq!(asked.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(asked.body.contains("anna.new@mail.example") && asked.body.contains("href=\"#password\""));
        let with_password = [fields[0], fields[1], fields[2], ("password", PASSWORD)];
        assert_eq!(browser.post("/jansen/my-data/contact", &with_password).await.location(), "/jansen/my-data");
        let mails = site.mail().await;
        let verify = mails.iter().find(|mail| mail.to == "anna.new@mail.example").expect("a link to the new").link("/confirm-email/");
        assert!(mails.iter().any(|mail| mail.to == "anna@mail.example"), "the old address hears of it");

        let page = browser.get("/jansen/my-preferences").await.body;
        let line = |name: &str, value: &str| page.contains(&format!("name=\"{name}\" value=\"{value}\" checked"));
        assert!(line("topic-newsletter", "no"), "a refusal stays");
        let mut tx = db.store.read().await.unwrap();
        let standing = tx.company(shop.id).await.unwrap().standing(anna.id).await.unwrap();
        drop(tx);
        use carport_domain::consent::{Channel, Choice, Purpose};
        let mut tx = db.store.read().await.unwrap();
        let points = tx.company(shop.id).await.unwrap().contact_points(anna.id).await.unwrap();
        let new = points.iter().find(|point| point.value == "anna.new@mail.example").expect("the new address");
        assert_eq!(standing.choice(Some(new.id), shop.entity, Purpose::Reminder, Channel::Email), Choice::Unset);
        assert_eq!(standing.choice(Some(new.id), shop.entity, Purpose::Newsletter, Channel::Email), Choice::No);
        drop(tx);
        browser.post(&verify, &[]).await;
        assert!(browser.get("/jansen/my-data").await.body.contains("bevestigd"));
        site.mail().await;
        let number = [fields[0], ("mobile", "0687654321"), fields[2], ("password", PASSWORD)];
        assert_eq!(browser.post("/jansen/my-data/contact", &number).await.location(), "/jansen/my-data");
        assert!(!browser.get("/jansen/my-data").await.body.contains("link gestuurd"), "a number is not confirmed by mail");
    }

    async fn nobody_has_letters_sent_to_any_number_of_addresses(db: TestDb) {
        let (site, shop) = (TestSite::new(&db), TestCompany::new(&db).await);
        let (_, mut browser) = signed_in(&db, &site, &shop).await;
        site.mail().await;
        let give = async |browser: &mut Browser, n: usize| {
            let email = format!("stranger{n}@mail.example");
            browser.post("/jansen/my-data/contact", &[("email", email.as_str())]).await
        };
        for n in 0..5 {
            assert_eq!(give(&mut browser, n).await.status, StatusCode::SEE_OTHER);
        }
        let same = give(&mut browser, 4).await;
        assert_eq!(same.status, StatusCode::SEE_OTHER, "an address that stays is no change");
        site.mail().await;
        assert_eq!(give(&mut browser, 5).await.status, StatusCode::TOO_MANY_REQUESTS);
        assert_eq!(browser.post("/jansen/my-data/verify-email", &[]).await.status, StatusCode::TOO_MANY_REQUESTS);
        assert!(site.mail().await.is_empty());
        assert!(browser.get("/jansen/my-data").await.body.contains("stranger4@mail.example"), "what was refused changed nothing");
    }

    async fn an_address_that_mail_came_back_from_is_written_to_again_once_its_owner_shows_that_it_works(db: TestDb) {
        let (site, shop) = (TestSite::new(&db), TestCompany::new(&db).await);
        let (anna, mut browser) = signed_in(&db, &site, &shop).await;
        site.mail().await;
        let mut tx = db.store.begin().await.unwrap();
        tx.company(shop.id).await.unwrap().bounced("anna@mail.example", "test").await.unwrap();
        tx.commit().await.unwrap();
        let forget = async || {
            site.browser("203.0.113.8").post("/jansen/forgot-password", &[("email", "anna@mail.example")]).await;
            site.mail().await.len()
        };
        let known = async || {
            let mut tx = db.store.read().await.unwrap();
            let mut own = tx.company(shop.id).await.unwrap();
            let email = own.contact_points(anna.id).await.unwrap().into_iter().find(|point| point.kind == "email").unwrap();
            (own.suppressions_of("anna@mail.example").await.unwrap().len(), email.invalid_since.is_some())
        };
        assert_eq!(forget().await, 0, "nothing is sent to it (B5)");
        assert_eq!(known().await, (1, true));
        let page = browser.get("/jansen/my-data").await.body;
        assert!(page.contains("/jansen/my-data/verify-email"), "the page offers the way out: {page}");
        browser.post("/jansen/my-data/verify-email", &[]).await;
        let mail = site.mail().await.remove(0);
        assert_eq!(mail.to, "anna@mail.example");
        let link = mail.link("/confirm-email/");
        site.browser("203.0.113.8").get(&link).await;
        assert_eq!(known().await, (1, true), "looking proves nothing");
        assert_eq!(browser.post(&link, &[]).await.status, StatusCode::OK);
        assert_eq!(known().await, (0, false));
        assert_eq!(forget().await, 1);
    }

    async fn everything_is_switched_off_in_one_press_and_nothing_before_it(db: TestDb) {
        let (site, shop) = (TestSite::new(&db), TestCompany::new(&db).await);
        let (anna, mut browser) = signed_in(&db, &site, &shop).await;
        let page = browser.get("/jansen/my-preferences").await;
        assert!(!page.body.contains("value=\"yes\" checked"), "no box is ever ticked beforehand");
        assert!(page.body.contains("Verkoopnieuws en -acties") && page.body.contains("Briefpost"));
        browser.post("/jansen/my-preferences", &[("everything-off", "yes")]).await;
        let events = "SELECT COUNT(*) FROM consent_events WHERE company_id = $1 AND customer_id = $2";
        assert_eq!(shop.number(events, vec![shop.id.0.into(), anna.id.0.into()]).await, 1);
        browser.post("/jansen/my-preferences", &[("everything-off", "yes")]).await;
        assert_eq!(shop.number(events, vec![shop.id.0.into(), anna.id.0.into()]).await, 1, "said once is enough");
        assert!(browser.get("/jansen/my-preferences").await.body.contains("U krijgt geen reclame van ons"));
    }

    async fn a_car_is_the_holders_alone(db: TestDb) {
        let (site, shop) = (TestSite::new(&db), TestCompany::new(&db).await);
        let (_, mut browser) = signed_in(&db, &site, &shop).await;
        let other = shop.customer("Bea").email("bea@mail.example").workshop_invoice(date(2026, 4, 1)).save().await;
        let theirs = shop.car(&other, "YY-456-Y").save().await;
        let lindner = TestCompany::named(&db, "lindner", "DE").await;
        let far = lindner.customer("Anna").email("anna@mail.example").save().await;
        let foreign = lindner.car(&far, "B-AB 1234").save().await;
        let nowhere = browser.get(&format!("/jansen/my-car/{}", carport_domain::VehicleId::new(db.clock.now()))).await;
        for path in [
            format!("/jansen/my-car/{theirs}"),
            format!("/jansen/my-car/{theirs}/edit"),
            format!("/jansen/my-car/{foreign}"),
            "/jansen/my-car/not-an-id".to_owned(),
            format!("/jansen/invoices/{}", other.id),
        ] {
            let answer = browser.get(&path).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
            assert_eq!(answer.without_nonce().len(), nowhere.without_nonce().len(), "{path} looks like any address that is not there");
        }
        let answer = browser.post(&format!("/jansen/my-car/{theirs}/edit"), &[("mileage", "5")]).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND);
    }

    async fn the_mileage_is_changed_and_what_only_the_register_knows_is_asked_for(db: TestDb) {
        let (site, shop) = (TestSite::new(&db), TestCompany::new(&db).await);
        let (_, mut browser) = signed_in(&db, &site, &shop).await;
        let card = browser.get("/jansen/my-car").await.location().to_owned();
        for (bad, why) in [("veel", "error-mileage-form"), ("99999999999", "error-mileage")] {
            let answer = browser.post(&format!("{card}/edit"), &[("mileage", bad)]).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{why}");
        }
        browser.post(&format!("{card}/edit"), &[("mileage", "84.500"), ("nickname", "De blauwe")]).await;
        let page = browser.get(&card).await.body;
        assert!(page.contains("84.500\u{a0}km") && page.contains("De blauwe"), "{page}");
        let lower = browser.post(&format!("{card}/edit"), &[("mileage", "80000")]).await;
        assert!(lower.status == StatusCode::UNPROCESSABLE_ENTITY && lower.body.contains("name=\"sure\""));
        assert_eq!(browser.post(&format!("{card}/edit"), &[("mileage", "80000"), ("sure", "yes")]).await.location(), card);
        let asked = browser.post(&format!("{card}/correction"), &[("field", "inspection_due"), ("value", "31-12-2026")]).await;
        assert_eq!(asked.location(), card);
        assert!(browser.get(&card).await.body.contains("31-12-2026"));
        let bad = browser.post(&format!("{card}/correction"), &[("field", "owner"), ("value", "x")]).await;
        assert!(bad.status == StatusCode::UNPROCESSABLE_ENTITY && bad.body.contains("href=\"#field\""));
    }

    async fn an_invoice_is_handed_out_unchanged_and_harmless(db: TestDb) {
        let (site, shop) = (TestSite::new(&db), TestCompany::new(&db).await);
        let (_, mut browser) = signed_in(&db, &site, &shop).await;
        db.store.files().put(shop.id, "invoices/a.pdf", bytes::Bytes::from_static(b"%PDF-1.7 <script>")).await.unwrap();
        assert!(!browser.get("/jansen/invoices").await.body.contains("?download"));
        shop.sql("UPDATE invoices SET document_key = 'invoices/a.pdf' WHERE company_id = $1", vec![shop.id.0.into()]).await;
        let list = browser.get("/jansen/invoices").await.body;
        let path = list.split("href=\"").find(|rest| rest.contains("?download")).and_then(|rest| rest.split('"').next()).expect("a link");
        let answer = browser.get(path).await;
        assert_eq!(answer.body, "%PDF-1.7 <script>");
        assert_eq!(answer.headers["content-type"], "application/pdf");
        assert_eq!(answer.headers["x-content-type-options"], "nosniff");
        assert!(answer.headers["content-disposition"].to_str().unwrap().starts_with("attachment; filename=\""));
        assert!(answer.headers["content-security-policy"].to_str().unwrap().contains("sandbox"));
    }

    async fn a_module_that_is_off_answers_404_and_is_in_no_menu(db: TestDb) {
        let (site, shop) = (TestSite::new(&db), TestCompany::new(&db).await);
        let (_, mut browser) = signed_in(&db, &site, &shop).await;
        for (module, paths) in [
            ("my_car", ["/my-car", "/invoices"]),
            ("my_data", ["/my-data", "/my-data/name"]),
            ("my_preferences", ["/my-preferences", "/my-preferences"]),
            ("account_request", ["/request-account", "/request-account"]),
        ] {
            shop.sql("DELETE FROM company_modules WHERE company_id = $1 AND module = $2", vec![shop.id.0.into(), module.into()]).await;
            for path in paths {
                assert_eq!(browser.get(&format!("/jansen{path}")).await.status, StatusCode::NOT_FOUND, "{module} {path}");
                assert!(!browser.get("/jansen").await.body.contains(&format!("href=\"/jansen{path}\"")), "{path} is linked");
            }
        }
        shop.sql("DELETE FROM company_modules WHERE company_id = $1 AND module = 'portal'", vec![shop.id.0.into()]).await;
        for path in ["", "/sign-in", "/activate", "/account", "/help"] {
            assert_eq!(browser.get(&format!("/jansen{path}")).await.status, StatusCode::NOT_FOUND, "{path}");
        }
    }
}
