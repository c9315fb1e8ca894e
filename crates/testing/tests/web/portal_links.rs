//! Links in messages: the one-click unsubscribe (RFC 8058), preferences by token, the personal link. Opening changes
//! nothing.

use axum::body::Body;
use carport_domain::consent::{Channel, Purpose};
use carport_domain::secrets::Token;
use carport_domain::{Clock, VehicleId};
use carport_outreach::links::MessageScope;
use carport_store::links::{LinkPurpose, NewLink};
use carport_testing::browser::{Browser, TestSite};
use carport_testing::{TestCompany, TestCustomer, TestDb, date, db_test};
use http::{Method, Request, StatusCode};

async fn anna(shop: &TestCompany) -> (TestCustomer, VehicleId) {
    let anna = shop
        .customer("Anna")
        .email("anna@mail.example")
        .workshop_invoice(date(2026, 3, 9))
        .save()
        .await;
    let car = shop
        .car(&anna, "XX-123-X")
        .inspection_due(date(2026, 12, 27))
        .save()
        .await;
    (anna, car)
}

async fn link(
    db: &TestDb,
    shop: &TestCompany,
    anna: &TestCustomer,
    purpose: LinkPurpose,
    vehicle: Option<VehicleId>,
) -> String {
    let token = Token::random();
    let scope = MessageScope {
        purpose: Purpose::WorkshopOffer,
        channel: Channel::Email,
        contact_point: anna.email,
        vehicle,
    };
    let mut tx = db.store.begin().await.unwrap();
    let mut own = tx.company(shop.id).await.unwrap();
    own.add_link(NewLink {
        token_hash: token.hash().as_bytes(),
        purpose,
        customer: anna.id,
        account: None,
        message: None,
        scope: &scope,
        expires_at: db.clock.now().plus_hours(24 * 90),
    })
    .await
    .unwrap();
    tx.commit().await.unwrap();
    token.reveal()
}

/// A POST as a mail provider sends it: no cookies, no browser's headers.
async fn provider(
    browser: &mut Browser,
    path: &str,
    content_type: &str,
    body: &str,
) -> carport_testing::browser::Answer {
    let request = Request::builder()
        .method(Method::POST)
        .uri(path)
        .header("content-type", content_type)
        .header("origin", "https://mail.provider.example")
        .body(Body::from(body.to_owned()))
        .unwrap();
    browser.raw(request).await
}

const EVENTS: &str = "SELECT COUNT(*) FROM consent_events WHERE company_id = $1";

db_test! {
    async fn one_click_stops_the_topic_on_its_channel_as_often_as_it_likes_and_says_nothing(db: TestDb) {
        let (site, shop) = (TestSite::new(&db), TestCompany::new(&db).await);
        let (anna, _) = anna(&shop).await;
        shop.says_yes(&anna, anna.email.unwrap(), Purpose::WorkshopOffer, Channel::Email).await;
        shop.says_yes(&anna, anna.email.unwrap(), Purpose::Reminder, Channel::Email).await;
        db.clock.advance_seconds(60);
        let token = link(&db, &shop, &anna, LinkPurpose::Unsubscribe, None).await;
        let path = format!("/u/{token}");
        let mut browser = site.browser("203.0.113.1");
        for method in [Method::GET, Method::HEAD] {
            let answer = browser.send(method, &path, None).await;
            assert!(answer.status.is_success() || answer.status.is_redirection());
        }
        let before = shop.number(EVENTS, vec![shop.id.0.into()]).await;
        assert_eq!(before, 2, "opening changes nothing");

        let form = provider(&mut browser, &path, "application/x-www-form-urlencoded", "List-Unsubscribe=One-Click").await;
        let multipart = "--b\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--b--\r\n";
        let second = provider(&mut browser, &path, "multipart/form-data; boundary=b", multipart).await;
        let unknown = provider(&mut browser, &format!("/u/{}", Token::random().reveal()), "application/x-www-form-urlencoded", "List-Unsubscribe=One-Click").await;
        let nonsense = provider(&mut browser, "/u/x", "application/x-www-form-urlencoded", "").await;
        for answer in [&form, &second, &unknown, &nonsense] {
            assert_eq!(answer.status, StatusCode::OK);
            assert_eq!(answer.body, form.body, "one answer for every token");
            assert!(answer.cookie_names().is_empty() && answer.location().is_empty());
        }
        assert_eq!(shop.number(EVENTS, vec![shop.id.0.into()]).await, before + 1, "once is enough");
        let mut tx = db.store.read().await.unwrap();
        let standing = tx.company(shop.id).await.unwrap().standing(anna.id).await.unwrap();
        use carport_domain::consent::Choice;
        let says = |purpose| standing.choice(anna.email, shop.entity, purpose, Channel::Email);
        assert_eq!(says(Purpose::WorkshopOffer), Choice::No);
        assert_eq!(says(Purpose::Reminder), Choice::Yes, "the other topic stays as it was");
    }

    async fn the_preference_page_by_link_takes_back_and_never_gives(db: TestDb) {
        let (site, shop) = (TestSite::new(&db), TestCompany::new(&db).await);
        let (anna, _) = anna(&shop).await;
        shop.says_yes(&anna, anna.email.unwrap(), Purpose::Reminder, Channel::Email).await;
        db.clock.advance_seconds(60);
        let token = link(&db, &shop, &anna, LinkPurpose::Unsubscribe, None).await;
        let mut browser = site.browser("203.0.113.1");
        let page = browser.open(&format!("/u/{token}")).await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.body.contains("Werkplaatsaanbiedingen") && !page.body.contains("anna@mail.example"), "masked only");
        let path = format!("/jansen/preferences/{token}");
        // Whatever is sent, a yes does not come out of it.
        browser.post(&path, &[("action", "some"), ("topic-newsletter", "yes"), ("channel-email", "yes")]).await;
        let yes = "SELECT COUNT(*) FROM permissions WHERE company_id = $1 AND state = 'yes' AND purpose = 'newsletter'";
        assert_eq!(shop.number(yes, vec![shop.id.0.into()]).await, 0);
        browser.post(&path, &[("action", "this")]).await;
        assert!(browser.get(&path).await.body.contains("Deze berichten zijn gestopt"));
        browser.post(&path, &[("action", "all")]).await;
        assert!(browser.get(&path).await.body.contains("Alle reclame is gestopt"));
        let none = "SELECT COUNT(*) FROM permissions WHERE company_id = $1 AND state = 'yes'";
        assert_eq!(shop.number(none, vec![shop.id.0.into()]).await, 0);
        assert_eq!(browser.post(&path, &[]).await.status, StatusCode::BAD_REQUEST);

        let other = TestCompany::named(&db, "lindner", "DE").await;
        assert_eq!(browser.get(&format!("/{}/preferences/{token}", other.slug)).await.status, StatusCode::NOT_FOUND);
        assert_eq!(browser.get(&format!("/jansen/preferences/{}", Token::random().reveal())).await.status, StatusCode::NOT_FOUND);
        db.clock.advance_seconds(89 * 86_400);
        assert_eq!(browser.get(&path).await.status, StatusCode::OK, "it works for ninety days at least");
    }

    async fn a_personal_link_greets_masked_and_opens_one_car_by_its_button_only(db: TestDb) {
        let (site, shop) = (TestSite::new(&db), TestCompany::new(&db).await);
        let (anna, car) = anna(&shop).await;
        let token = link(&db, &shop, &anna, LinkPurpose::Personal, Some(car)).await;
        let mut browser = site.browser("203.0.113.1");
        let page = browser.open(&format!("/l/{token}")).await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.body.contains("A. V…") && page.body.contains("XX-•••-X"), "{}", page.body);
        assert!(!page.body.contains("Voorbeeld") && !page.body.contains("XX-123-X"));
        assert_eq!(browser.get("/jansen/link").await.location(), "/jansen/sign-in", "opening the link opened nothing");
        let opened = browser.post(&format!("/jansen/link/{token}/open"), &[]).await;
        assert_eq!(opened.location(), "/jansen/link");
        let page = browser.get("/jansen/link").await;
        assert!(page.body.contains("Uw APK verloopt") && !page.body.contains("XX-123-X"));
        assert!(page.body.contains("XX-•••-X"), "the masked plate is shown whole: {}", page.body);
        for path in ["", "/my-data", "/my-car", "/my-preferences", "/invoices", "/account"] {
            let answer = browser.get(&format!("/jansen{path}")).await;
            assert!(answer.location().starts_with("/jansen/sign-in"), "{path} asks for the real sign-in");
        }
        db.clock.advance_seconds(3_600);
        assert_eq!(browser.get("/jansen/link").await.location(), "/jansen/sign-in");
        for n in 0..20 {
            let answer = browser.post(&format!("/jansen/link/{token}/open"), &[]).await;
            assert_eq!(answer.status == StatusCode::SEE_OTHER, n < 19, "twenty uses in all");
        }
    }

    async fn another_sites_form_is_refused_everywhere_but_at_the_one_click(db: TestDb) {
        let (site, shop) = (TestSite::new(&db), TestCompany::new(&db).await);
        anna(&shop).await;
        let mut browser = site.browser("203.0.113.1");
        for path in ["sign-in", "sign-out", "activate", "forgot-password", "my-preferences", "language", "account/sessions/end-others"] {
            let request = Request::builder()
                .method(Method::POST)
                .uri(format!("/jansen/{path}"))
                .header("host", "carport.example")
                .header("origin", "https://evil.example")
                .header("sec-fetch-site", "cross-site")
                .header("content-type", "application/x-www-form-urlencoded")
                .body(Body::from("a=b"))
                .unwrap();
            assert_eq!(browser.raw(request).await.status, StatusCode::FORBIDDEN, "{path}");
        }
    }
}
