//! Customers in the back office (F31, F181, F200, CON-09, CON-13): who sees whom, what staff change on request, why
//! somebody gets a message, the proof of consent, and the queue of requests.

use carport_domain::access::Role;
use carport_domain::consent::{Channel, Choice, Purpose, Scope};
use carport_domain::secrets::Token;
use carport_domain::{Language, StaffId};
use carport_outreach::catalogue;
use carport_store::staff::NewSession;
use carport_testing::browser::{Browser, TestSite};
use carport_testing::{TestCompany, TestCustomer, date, db_test};
use http::StatusCode;

use super::consents::words;
use sha2::{Digest, Sha256};

/// A member of staff, signed in.
pub async fn staff(site: &TestSite, shop: &TestCompany, role: Role, regions: &str) -> (StaffId, Browser) {
    let token = Token::random();
    let email = format!("{role}@staff.example");
    let mut tx = shop.store.begin().await.unwrap();
    let mut installation = tx.installation().await.unwrap();
    let id = installation
        .find_or_add_staff(&email, &email, "Joke de Boer", Language::Nl)
        .await
        .unwrap();
    let hash = Sha256::digest(token.reveal());
    let session = NewSession {
        token_hash: &hash,
        ip: "198.51.100.0/24",
        user_agent: "test",
        second_factor: true,
    };
    installation.start_staff_session(id, session).await.unwrap();
    tx.company(shop.id)
        .await
        .unwrap()
        .set_member(id, role, regions, "system")
        .await
        .unwrap();
    tx.commit().await.unwrap();
    let mut browser = site.browser("198.51.100.7");
    browser.keep_cookie("__Host-staff", &token.reveal());
    (id, browser)
}

/// A customer with one car and a paid workshop visit.
pub async fn anna(shop: &TestCompany) -> TestCustomer {
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

/// The address of a page about a customer.
pub fn page(customer: &TestCustomer, tail: &str) -> String {
    format!("/office/jansen/customers/{}{tail}", customer.id)
}

const AUDITED: &str = "SELECT COUNT(*) FROM audit_log WHERE company_id = $1 AND action = $2";

/// How often something was noted in the log.
pub async fn audited(shop: &TestCompany, action: &str) -> i64 {
    shop.number(AUDITED, vec![shop.id.0.into(), action.into()]).await
}

db_test! {
    async fn every_page_about_customers_answers_in_every_language(db: TestDb) {
        let (site, shop) = (TestSite::new(&db), TestCompany::new(&db).await);
        let anna = anna(&shop).await;
        shop.says_yes(&anna, anna.email.unwrap(), Purpose::Reminder, Channel::Email).await;
        let mut tx = db.store.begin().await.unwrap();
        catalogue::stock(&mut tx.company(shop.id).await.unwrap()).await.unwrap();
        tx.commit().await.unwrap();
        let (_, mut owner) = staff(&site, &shop, Role::Owner, "[]").await;
        for language in ["nl", "de", "ru", "en"] {
            owner.keep_cookie("language", language);
            for path in [
                "/office/jansen".to_owned(), "/office/jansen/customers".into(), "/office/jansen/customers?q=xx123x".into(),
                page(&anna, ""), page(&anna, "/preferences"), page(&anna, "/proof"), page(&anna, "/explain/inspection-due"),
                "/office/jansen/requests".into(), "/office/jansen/proof".into(), "/office/jansen/proof/check".into(),
            ] {
                let answer = owner.get(&path).await;
                assert_eq!(answer.status, StatusCode::OK, "{path} in {language}: {}", answer.body);
                assert!(answer.body.contains(&format!("<html lang=\"{language}\"")), "{path}");
                assert!(!answer.body.contains("style=\""), "{path} has an inline style");
            }
        }
    }

    async fn a_customer_is_found_by_name_number_plate_and_address_and_nobody_elses_customer_is(db: TestDb) {
        let (site, shop) = (TestSite::new(&db), TestCompany::new(&db).await);
        let anna = anna(&shop).await;
        let other = TestCompany::named(&db, "lindner", "DE").await;
        let stranger = other.customer("Berta").email("anna@mail.example").save().await;
        let (_, mut desk) = staff(&site, &shop, Role::Reception, "[]").await;
        for query in ["voorb", "10482", "xx-123", "anna%40mail"] {
            let answer = desk.get(&format!("/office/jansen/customers?q={query}")).await;
            assert!(answer.body.contains(&anna.id.to_string()), "{query}: {}", answer.body);
            assert!(!answer.body.contains(&stranger.id.to_string()), "{query}");
        }
        assert!(desk.get("/office/jansen/customers?q=niemand").await.body.contains("Niemand gevonden"));
        assert_eq!(desk.get(&page(&stranger, "")).await.status, StatusCode::NOT_FOUND);
        assert_eq!(desk.get("/office/jansen/customers/x").await.status, StatusCode::NOT_FOUND);
        assert_eq!(desk.get("/office/lindner/customers").await.status, StatusCode::NOT_FOUND);
        assert_eq!(desk.get("/office/jansen/customers?after=%00&after-id=x").await.status, StatusCode::OK);
    }

    async fn a_regional_manager_sees_the_own_region_and_changes_nothing(db: TestDb) {
        let (site, shop) = (TestSite::new(&db), TestCompany::new(&db).await);
        let anna = anna(&shop).await;
        let (_, mut west) = staff(&site, &shop, Role::RegionalManager, "[\"West\"]").await;
        assert_eq!(west.get(&page(&anna, "")).await.status, StatusCode::OK);
        assert!(west.get("/office/jansen/customers").await.body.contains(&anna.id.to_string()));
        for path in [page(&anna, "/preferences"), page(&anna, "/proof"), "/office/jansen/requests".into(), "/office/jansen/proof".into()] {
            assert_eq!(west.get(&path).await.status, StatusCode::NOT_FOUND, "{path}");
        }
        let said = [("topic-reminder", "no"), ("source", "counter"), ("reason", "asked")];
        assert_eq!(west.post(&page(&anna, "/preferences"), &said).await.status, StatusCode::NOT_FOUND);
        shop.sql("UPDATE staff_memberships SET regions = $2 WHERE company_id = $1", vec![shop.id.0.into(), "[\"East\"]".into()]).await;
        assert_eq!(west.get(&page(&anna, "")).await.status, StatusCode::NOT_FOUND);
        assert!(!west.get("/office/jansen/customers").await.body.contains(&anna.id.to_string()));
        assert_eq!(west.get(&page(&anna, "/explain/inspection-due")).await.status, StatusCode::NOT_FOUND);
    }

    async fn staff_change_preferences_with_a_reason_and_a_source_and_the_ledger_tells(db: TestDb) {
        let (site, shop) = (TestSite::new(&db), TestCompany::new(&db).await);
        let anna = anna(&shop).await;
        let (_, mut desk) = staff(&site, &shop, Role::Reception, "[]").await;
        let words = words(&mut desk, &page(&anna, "/preferences")).await;
        let wish = [("topic-reminder", "yes"), ("channel-email", "yes"), ("topic-sales_news", "no"), ("words", words.as_str())];
        let answer = desk.post(&page(&anna, "/preferences"), &wish).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.body.contains("href=\"#reason\"") && answer.body.contains("href=\"#source\""), "{}", answer.body);
        let mut said = wish.to_vec();
        said.extend([("source", "phone"), ("reason", "Asked for it by telephone"), ("said-on", "2999-01-01")]);
        assert_eq!(desk.post(&page(&anna, "/preferences"), &said).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        said.pop();
        let answer = desk.post(&page(&anna, "/preferences"), &said).await;
        assert_eq!((answer.status, answer.location()), (StatusCode::SEE_OTHER, page(&anna, "").as_str()));
        let shown = desk.get(&page(&anna, "")).await;
        assert!(shown.body.contains("Asked for it by telephone") && shown.body.contains("Joke de Boer"), "{}", shown.body);
        assert_eq!(audited(&shop, "customer.preferences_changed").await, 1);
        let mut tx = db.store.read().await.unwrap();
        let mut own = tx.company(shop.id).await.unwrap();
        let standing = own.standing(anna.id).await.unwrap();
        assert_eq!(standing.choice(anna.email, shop.entity, Purpose::Reminder, Channel::Email), Choice::Yes);
        assert_eq!(standing.choice(anna.email, shop.entity, Purpose::SalesNews, Channel::Email), Choice::No);
        let events: Vec<_> = own.consent_history(anna.id).await.unwrap().iter().filter_map(|e| e.read().unwrap()).collect();
        assert!(events.iter().all(|e| e.reason.is_some() && e.origin.is_some()));
        assert!(events.iter().filter(|e| e.action.is_yes()).all(|e| e.wording.is_some()));
        drop(tx);

        let object = [("source", "letter"), ("reason", "A letter of today")];
        assert_eq!(desk.post(&page(&anna, "/objection"), &object).await.status, StatusCode::SEE_OTHER);
        let mut tx = db.store.read().await.unwrap();
        let standing = tx.company(shop.id).await.unwrap().standing(anna.id).await.unwrap();
        assert!(standing.no(Scope::ALL).is_some());
        assert_eq!(standing.choice(anna.email, shop.entity, Purpose::Reminder, Channel::Email), Choice::No);
        drop(tx);
        assert_eq!(audited(&shop, "customer.objected").await, 1);
    }

    async fn the_explain_view_names_rule_and_evidence_for_every_channel_and_goes_on_paper(db: TestDb) {
        let (site, shop) = (TestSite::new(&db), TestCompany::new(&db).await);
        let anna = anna(&shop).await;
        shop.says_yes(&anna, anna.email.unwrap(), Purpose::Reminder, Channel::Email).await;
        let mut tx = db.store.begin().await.unwrap();
        catalogue::stock(&mut tx.company(shop.id).await.unwrap()).await.unwrap();
        tx.commit().await.unwrap();
        let (_, mut desk) = staff(&site, &shop, Role::ReadOnly, "[]").await;
        let answer = desk.get(&page(&anna, "/explain/inspection-due?on=2026-11-23")).await;
        assert!(answer.body.contains("Gaat per e-mail."), "{}", answer.body);
        assert!(answer.body.contains("customer.email.reminder") && answer.body.contains("customer.phone.reminder"), "{}", answer.body);
        let start = answer.body.find("/pdf?").expect("a link to the document");
        let link: String = answer.body[start..].chars().take_while(|c| *c != '"').collect();
        let pdf = desk.get(&page(&anna, &format!("/explain/inspection-due{}", link.replace("&#38;", "&").replace("&amp;", "&")))).await;
        assert_eq!(pdf.status, StatusCode::OK, "{link}");
        assert_eq!(pdf.headers["content-type"], "application/pdf");
        let answer = desk.get(&page(&anna, "/explain/inspection-due?on=tomorrow")).await;
        assert!(answer.body.contains("Dit is geen datum"));
        assert_eq!(desk.get(&page(&anna, "/explain/no-such-moment")).await.status, StatusCode::NOT_FOUND);
    }

    async fn the_proof_of_consent_comes_as_pdf_csv_and_json_and_each_taking_is_noted(db: TestDb) {
        let (site, shop) = (TestSite::new(&db), TestCompany::new(&db).await);
        let anna = anna(&shop).await;
        shop.says_yes(&anna, anna.email.unwrap(), Purpose::Reminder, Channel::Email).await;
        shop.says_no(&anna, Scope::purpose(Purpose::SalesNews)).await;
        let (_, mut owner) = staff(&site, &shop, Role::Owner, "[]").await;
        let today = ("from", "2026-01-01");
        for (format, kind) in [("pdf", "application/pdf"), ("csv", "text/csv; charset=utf-8"), ("json", "application/json")] {
            let person = owner.post(&page(&anna, "/proof"), &[("format", format), ("asked-by", "The authority")]).await;
            assert_eq!((person.status, &person.headers["content-type"]), (StatusCode::OK, &http::HeaderValue::from_static(kind)));
            let period = owner.post("/office/jansen/proof", &[today, ("to", "2030-12-31"), ("format", format)]).await;
            assert_eq!((period.status, &period.headers["content-type"]), (StatusCode::OK, &http::HeaderValue::from_static(kind)), "{}", period.body);
            if format == "csv" {
                assert_eq!(person.body.lines().count(), 3, "a head and two entries: {}", person.body);
            }
            if format == "json" {
                let proof: carport_domain::consent::Proof = serde_json::from_str(&person.body).unwrap();
                assert_eq!((proof.entries.len(), proof.wordings.len()), (2, 1));
            }
        }
        assert_eq!(audited(&shop, "consent.proof_taken").await, 6);
        assert_eq!(owner.post(&page(&anna, "/proof"), &[("format", "exe")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        let backwards = owner.post("/office/jansen/proof", &[("from", "2026-02-01"), ("to", "2026-01-01"), ("format", "csv")]).await;
        assert_eq!(backwards.status, StatusCode::UNPROCESSABLE_ENTITY);

        assert!(owner.get("/office/jansen/proof/check").await.body.contains("De keten is heel"));
        let noted = format!("/office/jansen/proof/check?noted=9:{}", "ab".repeat(32));
        assert!(owner.get(&noted).await.body.contains("De keten is verbroken"));
        assert_eq!(owner.get("/office/jansen/proof/check?noted=x").await.status, StatusCode::UNPROCESSABLE_ENTITY);
        let (_, mut desk) = staff(&site, &shop, Role::Reception, "[]").await;
        assert_eq!(desk.post(&page(&anna, "/proof"), &[("format", "csv")]).await.status, StatusCode::NOT_FOUND);
    }

    async fn a_request_is_answered_by_one_click_to_the_address_on_file_or_declined_with_a_note(db: TestDb) {
        let (site, shop) = (TestSite::new(&db), TestCompany::new(&db).await);
        let anna = anna(&shop).await;
        let mut visitor = site.browser("203.0.113.4");
        let form = [
            ("first_name", "Anna"), ("last_name", "Voorbeeld"), ("street", "Kerkstraat"), ("house_number", "12"),
            ("postcode", "1234 AB"), ("city", "Utrecht"), ("plate", "XX-123-X"), ("email", "elsewhere@mail.example"),
        ];
        for _ in 0..2 {
            let answer = visitor.post("/jansen/request-account", &form).await;
            assert!(answer.status.is_success() || answer.status.is_redirection(), "{}", answer.body);
        }
        site.mail().await;
        let (_, mut desk) = staff(&site, &shop, Role::Reception, "[]").await;
        let home = desk.get("/office/jansen").await;
        assert!(home.body.contains("Wacht op antwoord"), "{}", home.body);
        let mut tx = db.store.read().await.unwrap();
        let open = tx.company(shop.id).await.unwrap();
        let open = { let mut open = open; open.account_requests(carport_store::account_requests::RequestStatus::Open, 10).await.unwrap() };
        drop(tx);
        assert_eq!(open.len(), 2);
        let queue = desk.get("/office/jansen/requests").await;
        assert!(queue.body.contains(&anna.id.to_string()) && queue.body.contains("anna@mail.example"), "{}", queue.body);

        let invite = format!("/office/jansen/requests/{}/invitation", open[0].id);
        let who = anna.id.to_string();
        assert_eq!(desk.post(&invite, &[("number", "99999999")]).await.location(), "/office/jansen/requests");
        assert!(desk.get("/office/jansen/requests").await.body.contains("Deze klant is niet gevonden") && site.mail().await.is_empty());
        assert_eq!(desk.post(&invite, &[("customer", &who)]).await.location(), "/office/jansen/requests");
        let mails = site.mail().await;
        assert_eq!(mails.len(), 1);
        assert_eq!(mails[0].to, "anna@mail.example", "never the address of the request");
        assert_eq!(audited(&shop, "account.invited").await, 1);
        desk.post(&invite, &[("customer", &who)]).await;
        assert!(site.mail().await.is_empty(), "answered once");

        let decline = format!("/office/jansen/requests/{}/decline", open[1].id);
        let answer = desk.post(&decline, &[("note", "")]).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(desk.post(&decline, &[("note", "Asked twice")]).await.status, StatusCode::SEE_OTHER);
        assert_eq!(audited(&shop, "account_request.declined").await, 1);
        let told = site.mail().await;
        assert_eq!(told.iter().map(|mail| mail.to.as_str()).collect::<Vec<_>>(), ["elsewhere@mail.example"], "an answer was promised");
        assert!(!told[0].text.contains("Asked twice") && told[0].text.contains("/jansen/help"), "{}", told[0].text);
        assert!(desk.get("/office/jansen/requests").await.body.contains("Asked twice"));
    }
}
