//! The staff's door: what a password must be, how a second factor is set up, what signing out leaves behind.

use carport_domain::Clock;
use carport_domain::access::Role;
use carport_testing::browser::{Answer, Browser, TestSite};
use carport_testing::{TestCompany, TestDb, db_test};
use http::{Method, StatusCode};
use totp_rs::{Builder, Secret};

use super::office_company::{operator, staff};

const EMAIL: &str = "kim@jansen.example";
const PASSWORD: &str = "zeven fietsen in de regen";

/// The link that invites Kim.
async fn invitation(db: &TestDb, site: &TestSite, shop: &TestCompany) -> String {
    let owner = staff(db, site, shop, Role::Owner).await;
    let colleague = [
        ("name", "Kim"),
        ("email", EMAIL),
        ("language", "en"),
        ("role", "sales"),
    ];
    owner
        .ask(Method::POST, "/office/jansen/staff/invite", &colleague)
        .await;
    site.mail().await.remove(0).link("/office/invitation/")
}

/// A browser whose reader reads English.
fn english(site: &TestSite) -> Browser {
    let mut browser = site.browser("198.51.100.12");
    browser.keep_cookie("language", "en");
    browser
}

async fn sign_in(site: &TestSite, password: &str) -> (Answer, Browser) {
    let mut browser = english(site);
    let fields = [("email", EMAIL), ("password", password)];
    let answer = browser.post("/office/sign-in", &fields).await;
    (answer, browser)
}

/// Kim, who has joined and signed in.
async fn kim(db: &TestDb, site: &TestSite, shop: &TestCompany) -> Browser {
    let link = invitation(db, site, shop).await;
    let fields = [("name", "Kim"), ("password", PASSWORD)];
    english(site).post(&link, &fields).await;
    let (answer, browser) = sign_in(site, PASSWORD).await;
    assert_eq!(answer.location(), "/office", "{}", answer.body);
    browser
}

/// What an authenticator app shows now that scanned the secret.
fn code(db: &TestDb, secret: &str) -> String {
    let seconds = u64::try_from(db.clock.now().0 / 1_000_000).expect("a time after 1970");
    Builder::new()
        .with_secret(Secret::try_from_base32(secret).expect("a secret"))
        .with_account_name("Kim")
        .with_issuer(Some("Carport"))
        .build()
        .expect("an authenticator")
        .generate(seconds)
        .to_string()
}

fn between<'a>(page: &'a str, before: &str, after: &str) -> &'a str {
    let (_, rest) = page
        .split_once(before)
        .unwrap_or_else(|| panic!("no {before} in {page}"));
    rest.split(after).next().unwrap_or_default()
}

/// The account page's new secret: in words, and as its form brings it back.
async fn offered(browser: &mut Browser, page: &str) -> (String, String) {
    let page = browser.get(page).await.body;
    let secret = between(&page, "<code>", "</code>").to_owned();
    (
        secret,
        between(&page, "name=\"sealed\" value=\"", "\"").to_owned(),
    )
}

db_test! {
    async fn a_password_that_is_the_only_proof_has_fifteen_characters_for_staff_too(db: TestDb) {
        let (site, shop) = (TestSite::new(&db), TestCompany::new(&db).await);
        let link = invitation(&db, &site, &shop).await;
        let mut kim = english(&site);
        assert!(kim.get(&link).await.body.contains("At least 15 characters"));
        for short in ["Zw9!kdpq", "kort en kracht"] {
            let refused = kim.post(&link, &[("name", "Kim"), ("password", short)]).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{short}");
            assert!(refused.body.contains("href=\"#password\"") && refused.body.contains("15"), "{}", refused.body);
        }
        assert_eq!(kim.post(&link, &[("name", "Kim"), ("password", PASSWORD)]).await.location(), "/office/sign-in");

        let (_, mut kim) = sign_in(&site, PASSWORD).await;
        let short = [("current", PASSWORD), ("new", "Zw9!kdpq")];
        assert!(kim.get("/office/account").await.body.contains("At least 15 characters"));
        let refused = kim.post("/office/account/password", &short).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.body.contains("href=\"#new\""), "{}", refused.body);
        // Beside a second factor eight are enough.
        let (secret, sealed) = offered(&mut kim, "/office/account").await;
        let code = code(&db, &secret);
        let factor = [("password", PASSWORD), ("sealed", sealed.as_str()), ("code", code.as_str())];
        assert_eq!(kim.post("/office/account/second-factor", &factor).await.location(), "/office/account");
        assert!(kim.get("/office/account").await.body.contains("At least 8 characters"));
        assert_eq!(kim.post("/office/account/password", &short).await.location(), "/office/sign-in");
        let (answer, mut half) = sign_in(&site, "Zw9!kdpq").await;
        assert_eq!(answer.location(), "/office/sign-in?back=%2Foffice");
        assert!(half.get("/office/account").await.location().starts_with("/office/sign-in"), "the code is asked");
    }

    async fn a_second_factor_is_set_up_by_who_knows_the_password_and_the_code_in_use(db: TestDb) {
        let (site, shop) = (TestSite::new(&db), TestCompany::new(&db).await);
        let mut here = kim(&db, &site, &shop).await;
        let (_, mut there) = sign_in(&site, PASSWORD).await;
        assert_eq!(there.get("/office/account").await.status, StatusCode::OK);
        site.mail().await;
        let path = "/office/account/second-factor";
        let (first, sealed) = offered(&mut here, "/office/account").await;
        let now = code(&db, &first);
        // A borrowed browser knows no password.
        for password in ["", "acht ezels op het strand"] {
            let refused = here.post(path, &[("password", password), ("sealed", sealed.as_str()), ("code", now.as_str())]).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
            assert!(refused.body.contains("href=\"#password\""), "{}", refused.body);
        }
        let done = here.post(path, &[("password", PASSWORD), ("sealed", sealed.as_str()), ("code", now.as_str())]).await;
        assert_eq!(done.location(), "/office/account", "{}", done.body);
        assert_eq!(here.get("/office/account").await.status, StatusCode::OK);
        assert!(there.get("/office/account").await.location().starts_with("/office/sign-in"), "the other sessions have ended");
        let told = site.mail().await;
        assert_eq!((told.len(), told[0].to.as_str()), (1, EMAIL));

        db.clock.advance_seconds(900);
        let (second, sealed) = offered(&mut here, "/office/account").await;
        let (old, new) = (code(&db, &first), code(&db, &second));
        for (password, present, wrong) in [(PASSWORD, "", "present"), (PASSWORD, new.as_str(), "present"), ("", old.as_str(), "password")] {
            let fields = [("password", password), ("present", present), ("sealed", sealed.as_str()), ("code", new.as_str())];
            let refused = here.post(path, &fields).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong}");
            assert!(refused.body.contains(&format!("href=\"#{wrong}\"")), "{wrong}: {}", refused.body);
        }
        let fields = [("password", PASSWORD), ("present", old.as_str()), ("sealed", sealed.as_str()), ("code", new.as_str())];
        assert_eq!(here.post(path, &fields).await.location(), "/office/account", "a refused try has not used the code up");
        db.clock.advance_seconds(900);
        let (_, mut again) = sign_in(&site, PASSWORD).await;
        let (old, new) = (code(&db, &first), code(&db, &second));
        assert_eq!(again.post("/office/sign-in/code", &[("code", old.as_str())]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(again.post("/office/sign-in/code", &[("code", new.as_str())]).await.location(), "/office");
    }

    async fn an_operators_open_browser_alone_does_not_replace_the_second_factor(db: TestDb) {
        let (site, shop) = (TestSite::new(&db), TestCompany::new(&db).await);
        let mut kim = kim(&db, &site, &shop).await;
        let operator = operator(&db, &site).await;
        // The operator has Kim's password.
        let mut tx = db.store.begin().await.unwrap();
        let hash = tx.installation().await.unwrap().staff_by_email(EMAIL).await.unwrap().unwrap().password_hash.unwrap();
        drop(tx);
        shop.sql("UPDATE operators SET password_hash = $1", vec![hash.into()]).await;
        kim.keep_cookie("__Host-operator", "token-operator");
        let path = "/operator/second-factor";
        let (first, sealed) = offered(&mut kim, path).await;
        let now = code(&db, &first);
        let done = operator.ask(Method::POST, path, &[("sealed", sealed.as_str()), ("code", now.as_str())]).await;
        assert_eq!(done.location(), "/operator", "the first is set up right after the sign-in: {}", done.body);
        db.clock.advance_seconds(900);
        let (second, sealed) = offered(&mut kim, path).await;
        let (old, new) = (code(&db, &first), code(&db, &second));
        for (password, present, wrong) in [("", old.as_str(), "password"), (PASSWORD, "", "present")] {
            let fields = [("password", password), ("present", present), ("sealed", sealed.as_str()), ("code", new.as_str())];
            let refused = operator.ask(Method::POST, path, &fields).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong}");
            assert!(refused.body.contains(&format!("href=\"#{wrong}\"")), "{wrong}: {}", refused.body);
        }
        let fields = [("password", PASSWORD), ("present", old.as_str()), ("sealed", sealed.as_str()), ("code", new.as_str())];
        assert_eq!(operator.ask(Method::POST, path, &fields).await.location(), "/operator");
    }

    async fn signing_out_clears_the_browser_of_staff_and_operators(db: TestDb) {
        let (site, shop) = (TestSite::new(&db), TestCompany::new(&db).await);
        let member = staff(&db, &site, &shop, Role::Sales).await;
        let operator = operator(&db, &site).await;
        for (who, path) in [(member, "/office/sign-out"), (operator, "/operator/sign-out")] {
            let out = who.ask(Method::POST, path, &[]).await;
            assert_eq!(out.headers["clear-site-data"], "\"cache\", \"storage\"", "{path}");
        }
    }
}
