//! What a customer said holds wherever it matters: on the day it was said, at every record of the address it came from, for
//! invitations nobody asked for, and for the words that were on the page.

use carport_domain::access::Role;
use carport_domain::company::Module;
use carport_domain::consent::{Channel, Choice, Decision, DenyReason, Purpose, Scope};
use carport_domain::secrets::Token;
use carport_domain::{Clock, CustomerId};
use carport_outreach::links::MessageScope;
use carport_outreach::{catalogue, explain};
use carport_store::links::{LinkPurpose, NewLink};
use carport_testing::browser::{Browser, TestSite};
use carport_testing::{TestCompany, TestCustomer, TestDb, date, db_test};
use http::StatusCode;

use super::office_customers::{anna, audited, page, staff};
use super::portal_doors::signed_in;

/// What a customer says to a purpose by e-mail.
async fn says(shop: &TestCompany, who: &TestCustomer, purpose: Purpose) -> Choice {
    let mut tx = shop.store.read().await.unwrap();
    let standing = tx.company(shop.id).await.unwrap().standing(who.id).await.unwrap();
    standing.choice(who.email, shop.entity, purpose, Channel::Email)
}

/// A link of a message to a customer's e-mail address.
async fn link(db: &TestDb, shop: &TestCompany, to: &TestCustomer, purpose: Purpose) -> String {
    let token = Token::random();
    let scope = MessageScope {
        purpose,
        channel: Channel::Email,
        contact_point: to.email,
        vehicle: None,
    };
    let mut tx = db.store.begin().await.unwrap();
    let hash = token.hash();
    let link = NewLink {
        token_hash: hash.as_bytes(),
        purpose: LinkPurpose::Unsubscribe,
        customer: to.id,
        account: None,
        message: None,
        scope: &scope,
        expires_at: db.clock.now().plus_hours(24 * 90),
    };
    tx.company(shop.id).await.unwrap().add_link(link).await.unwrap();
    tx.commit().await.unwrap();
    token.reveal()
}

/// Somebody with an e-mail address and a car whose inspection is due.
async fn with_car(shop: &TestCompany, name: &str, email: &str, plate: &str) -> TestCustomer {
    let who = shop
        .customer(name)
        .email(email)
        .workshop_invoice(date(2026, 3, 9))
        .save()
        .await;
    shop.car(&who, plate)
        .inspection_due(date(2026, 12, 27))
        .save()
        .await;
    who
}

/// Why the gate keeps a reminder by e-mail back; none when it lets it go.
async fn kept_back(shop: &TestCompany, who: CustomerId) -> Option<DenyReason> {
    let why = explain::explain(&shop.store, shop.id, who, "inspection-due", None)
        .await
        .unwrap();
    let email = why.cases[0].channels.iter().find(|e| e.channel == Channel::Email);
    match email.unwrap().decision {
        Decision::Deny { reason, .. } => Some(reason),
        _ => None,
    }
}

/// The mark of the words a page shows.
pub async fn words(browser: &mut Browser, path: &str) -> String {
    let page = browser.get(path).await.body;
    let at = page.split("name=\"words\" value=\"").nth(1).expect("the mark");
    at.split('"').next().expect("its end").to_owned()
}

db_test! {
    async fn a_no_said_to_staff_on_the_day_of_a_yes_wins(db: TestDb) {
        let (site, shop) = (TestSite::new(&db), TestCompany::new(&db).await);
        let (anna, bert) = (anna(&shop).await, with_car(&shop, "Bert", "bert@mail.example", "XX-124-X").await);
        for who in [&anna, &bert] {
            shop.says_yes(who, who.email.unwrap(), Purpose::Newsletter, Channel::Email).await;
        }
        let day = db.clock.now().date_in(chrono_tz::Europe::Amsterdam).to_string();
        db.clock.advance_seconds(86_400);
        let (_, mut desk) = staff(&site, &shop, Role::Reception, "[]").await;
        let said = [("source", "phone"), ("reason", "Called in the afternoon"), ("said-on", day.as_str())];
        let refused = [&[("topic-newsletter", "no")], &said[..]].concat();
        assert_eq!(desk.post(&page(&anna, "/preferences"), &refused).await.status, StatusCode::SEE_OTHER);
        assert_eq!(says(&shop, &anna, Purpose::Newsletter).await, Choice::No);
        assert_eq!(desk.post(&page(&bert, "/objection"), &said).await.status, StatusCode::SEE_OTHER);
        assert_eq!(says(&shop, &bert, Purpose::Newsletter).await, Choice::No);
    }

    async fn who_objected_or_is_restricted_gets_no_invitation_that_nobody_asked_for(db: TestDb) {
        let (site, shop) = (TestSite::new(&db), TestCompany::new(&db).await);
        let anna = anna(&shop).await;
        let bert = with_car(&shop, "Bert", "bert@mail.example", "XX-124-X").await;
        let cees = with_car(&shop, "Cees", "cees@mail.example", "XX-125-X").await;
        let dirk = shop.customer("Dirk").number("20511").address("Kerkstraat", "12", "1234 AB", "Utrecht").save().await;
        shop.says_no(&anna, Scope::ALL).await;
        shop.says_no(&dirk, Scope::ALL).await;
        shop.sql("UPDATE customers SET restricted_at = 1 WHERE company_id = $1 AND id = $2", vec![shop.id.0.into(), bert.id.0.into()]).await;
        let (_, mut desk) = staff(&site, &shop, Role::Reception, "[]").await;
        for (who, road, why) in [
            (&anna, "/invitation", "De klant wil geen enkel reclamebericht."),
            (&bert, "/invitation", "Deze persoon heeft het gebruik van de gegevens laten beperken."),
            (&dirk, "/activation-letter", "De klant wil geen enkel reclamebericht."),
        ] {
            let answer = desk.post(&page(who, road), &[]).await;
            assert_eq!((answer.status, answer.location()), (StatusCode::SEE_OTHER, page(who, "").as_str()));
            let shown = desk.get(&page(who, "")).await.body;
            assert!(shown.contains(why) && shown.contains("telt als reclame"), "{shown}");
        }
        assert!(site.mail().await.is_empty());
        assert_eq!(audited(&shop, "account.invited").await + audited(&shop, "account.letter_printed").await, 0);

        // Who asked for it gets it, and who never refused may be invited.
        desk.post(&page(&anna, "/invitation"), &[("asked", "yes")]).await;
        desk.post(&page(&cees, "/invitation"), &[]).await;
        let mut to: Vec<String> = site.mail().await.into_iter().map(|mail| mail.to).collect();
        to.sort();
        assert_eq!(to, ["anna@mail.example", "cees@mail.example"]);
        assert_eq!(desk.post(&page(&dirk, "/activation-letter"), &[("asked", "yes")]).await.status, StatusCode::OK);
    }

    async fn one_click_stops_every_record_of_the_address_and_no_other(db: TestDb) {
        let (site, shop) = (TestSite::new(&db), TestCompany::new(&db).await);
        let anna = with_car(&shop, "Anna", "anna@mail.example", "XX-123-X").await;
        let again = with_car(&shop, "A.", "Anna@mail.example", "XX-124-X").await;
        let bert = with_car(&shop, "Bert", "bert@mail.example", "XX-125-X").await;
        let lindner = TestCompany::named(&db, "lindner", "DE").await;
        let elsewhere = lindner.customer("Anna").email("anna@mail.example").save().await;
        let token = link(&db, &shop, &anna, Purpose::Reminder).await;
        let mut browser = site.browser("203.0.113.1");
        for _ in 0..2 {
            browser.post(&format!("/u/{token}"), &[("List-Unsubscribe", "One-Click")]).await;
        }
        let events = "SELECT COUNT(*) FROM consent_events WHERE company_id = $1";
        assert_eq!(shop.number(events, vec![shop.id.0.into()]).await, 2, "once for each record");
        for who in [&anna, &again] {
            assert_eq!(says(&shop, who, Purpose::Reminder).await, Choice::No);
            assert_eq!(says(&shop, who, Purpose::Newsletter).await, Choice::Unset);
        }
        assert_eq!(says(&shop, &bert, Purpose::Reminder).await, Choice::Unset);
        assert_eq!(says(&lindner, &elsewhere, Purpose::Reminder).await, Choice::Unset);
    }

    async fn an_objection_by_a_link_silences_the_address_until_a_customer_says_yes_again(db: TestDb) {
        let (site, shop) = (TestSite::new(&db), TestCompany::new(&db).await);
        let mut tx = db.store.begin().await.unwrap();
        catalogue::stock(&mut tx.company(shop.id).await.unwrap()).await.unwrap();
        tx.commit().await.unwrap();
        let anna = with_car(&shop, "Anna", "anna@mail.example", "XX-123-X").await;
        let again = with_car(&shop, "A.", "anna@mail.example", "XX-124-X").await;
        let bert = with_car(&shop, "Bert", "bert@mail.example", "XX-125-X").await;
        assert_eq!(kept_back(&shop, again.id).await, None);
        let token = link(&db, &shop, &anna, Purpose::Newsletter).await;
        let mut browser = site.browser("203.0.113.1");
        browser.post(&format!("/jansen/preferences/{token}"), &[("action", "all")]).await;
        db.clock.advance_seconds(60);
        let imported = with_car(&shop, "An", "ANNA@mail.example", "XX-126-X").await;
        for who in [&anna, &again, &imported] {
            assert_eq!(kept_back(&shop, who.id).await, Some(DenyReason::Objected));
        }
        assert_eq!(kept_back(&shop, bert.id).await, None);
        // Their own later yes is an exception, for what it says alone.
        shop.says_yes(&imported, imported.email.unwrap(), Purpose::Reminder, Channel::Email).await;
        assert_eq!(kept_back(&shop, imported.id).await, None);
        assert_eq!(kept_back(&shop, again.id).await, Some(DenyReason::Objected));
    }

    async fn a_yes_to_words_that_changed_meanwhile_is_not_taken_and_the_page_is_shown_again(db: TestDb) {
        let (site, shop) = (TestSite::new(&db), TestCompany::new(&db).await);
        let (anna, mut browser) = signed_in(&db, &site, &shop).await;
        let path = "/jansen/my-preferences";
        let seen = words(&mut browser, path).await;
        let (_, mut desk) = staff(&site, &shop, Role::Reception, "[]").await;
        let read_out = words(&mut desk, &page(&anna, "/preferences")).await;
        let mut tx = db.store.begin().await.unwrap();
        tx.company(shop.id).await.unwrap().set_module(Module::Sms.as_str(), true, "operator:test").await.unwrap();
        tx.commit().await.unwrap();

        let yes = |mark: &str| vec![("topic-newsletter".to_owned(), "yes".to_owned()), ("channel-email".into(), "yes".into()), ("words".into(), mark.to_owned())];
        let post = async |browser: &mut Browser, path: &str, fields: Vec<(String, String)>| {
            let fields: Vec<(&str, &str)> = fields.iter().map(|(k, v)| (k.as_str(), v.as_str())).collect();
            browser.post(path, &fields).await
        };
        let answer = post(&mut browser, path, yes(&seen)).await;
        assert_eq!(answer.status, StatusCode::CONFLICT);
        assert!(answer.body.contains("net gewijzigd") && answer.body.contains("channel-sms"), "{}", answer.body);
        let at_desk = |mark: &str| [yes(mark), vec![("source".into(), "counter".into()), ("reason".into(), "asked".into())]].concat();
        let answer = post(&mut desk, &page(&anna, "/preferences"), at_desk(&read_out)).await;
        assert_eq!(answer.status, StatusCode::CONFLICT);
        assert!(answer.body.contains("net gewijzigd") && answer.body.contains("href=\"#wording\""), "{}", answer.body);
        assert_eq!(says(&shop, &anna, Purpose::Newsletter).await, Choice::Unset, "nothing was saved");

        // A no needs no words, and is never held up.
        browser.post(path, &[("topic-reminder", "no"), ("words", &seen)]).await;
        assert_eq!(says(&shop, &anna, Purpose::Reminder).await, Choice::No);
        let now = words(&mut browser, path).await;
        assert_ne!(now, seen);
        assert_eq!(post(&mut browser, path, yes(&now)).await.status, StatusCode::SEE_OTHER);
        assert_eq!(says(&shop, &anna, Purpose::Newsletter).await, Choice::Yes);
        let named = "SELECT COUNT(*) FROM consent_wordings WHERE company_id = $1 AND key = 'preferences' AND LOWER(text) LIKE '%sms%'";
        assert_eq!(shop.number(named, vec![shop.id.0.into()]).await, 1);
    }
}
