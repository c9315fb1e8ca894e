//! The company's own pages in the back office, its staff and the operator's console.

use axum::body::Body;
use carport_domain::access::Role;
use carport_domain::{Clock, Language, StaffId};
use carport_store::companies::CompanyStatus;
use carport_store::staff::NewSession;
use carport_testing::browser::{Answer, TestSite};
use carport_testing::{TestCompany, TestDb, db_test};
use http::{Method, Request, StatusCode, header};
use sha2::{Digest, Sha256};

/// Somebody with a session cookie, staff or operator.
#[derive(Debug, Clone)]
pub struct SignedIn {
    /// The staff id; nil for an operator.
    pub id: StaffId,
    site: TestSite,
    cookie: String,
}

impl SignedIn {
    /// Asks for an address, with a form where the method is POST.
    pub async fn ask(&self, method: Method, path: &str, fields: &[(&str, &str)]) -> Answer {
        let pairs: Vec<String> = fields
            .iter()
            .map(|(k, v)| format!("{k}={}", percent(v)))
            .collect();
        self.send(
            method,
            path,
            "application/x-www-form-urlencoded",
            Body::from(pairs.join("&")),
        )
        .await
    }

    async fn get(&self, path: &str) -> Answer {
        self.ask(Method::GET, path, &[]).await
    }

    async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        self.ask(Method::POST, path, fields).await
    }

    pub async fn send(&self, method: Method, path: &str, kind: &str, body: Body) -> Answer {
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::HOST, "carport.example")
            .header("sec-fetch-site", "same-origin")
            .header(header::COOKIE, &self.cookie)
            .header(header::CONTENT_TYPE, kind)
            .body(body)
            .expect("a request");
        self.site.browser("198.51.100.77").raw(request).await
    }
}

fn percent(text: &str) -> String {
    text.bytes()
        .map(|b| {
            if b.is_ascii_alphanumeric() {
                char::from(b).to_string()
            } else {
                format!("%{b:02X}")
            }
        })
        .collect()
}

/// A member of staff at a company, signed in with the second factor shown.
pub async fn staff(db: &TestDb, site: &TestSite, shop: &TestCompany, role: Role) -> SignedIn {
    let email = format!("{role}@{}.example", shop.slug);
    let token = format!("token-{role}-{}", shop.slug);
    let hash = Sha256::digest(token.as_bytes());
    let mut tx = db.store.begin().await.unwrap();
    let mut installation = tx.installation().await.unwrap();
    let id = installation
        .find_or_add_staff(&email, &email, &format!("Sam {role}"), Language::En)
        .await
        .unwrap();
    let new = NewSession {
        token_hash: &hash,
        ip: "198.51.100.77",
        user_agent: "test",
        second_factor: true,
    };
    installation.start_staff_session(id, new).await.unwrap();
    let regions = if role.is_regional() { r#"["West"]"# } else { "[]" };
    tx.company(shop.id)
        .await
        .unwrap()
        .set_member(id, role, regions, "system")
        .await
        .unwrap();
    tx.commit().await.unwrap();
    SignedIn {
        id,
        site: site.clone(),
        cookie: format!("__Host-staff={token}"),
    }
}

/// An operator with the second factor shown.
pub async fn operator(db: &TestDb, site: &TestSite) -> SignedIn {
    let hash = Sha256::digest(b"token-operator");
    let mut tx = db.store.begin().await.unwrap();
    let mut installation = tx.installation().await.unwrap();
    installation
        .add_operator(
            "op@carport.example",
            "op@carport.example",
            "Op",
            Language::En,
            "none",
        )
        .await
        .unwrap();
    let who = installation
        .operator_by_email("op@carport.example")
        .await
        .unwrap()
        .unwrap();
    let new = NewSession {
        token_hash: &hash,
        ip: "198.51.100.77",
        user_agent: "test",
        second_factor: true,
    };
    installation.start_operator_session(who.id, new).await.unwrap();
    tx.commit().await.unwrap();
    SignedIn {
        id: StaffId(uuid::Uuid::nil()),
        site: site.clone(),
        cookie: "__Host-operator=token-operator".into(),
    }
}

/// What the newest entry of a company's audit log says was done.
async fn last_action(db: &TestDb, shop: &TestCompany) -> String {
    let mut tx = db.store.read().await.unwrap();
    let entries = tx
        .company(shop.id)
        .await
        .unwrap()
        .audit_entries(None, 1)
        .await
        .unwrap();
    entries.first().map(|e| e.action.clone()).unwrap_or_default()
}

const DATA: [(&str, &str); 9] = [
    ("name", "Garage Jansen"),
    ("email", "info@jansen.example"),
    ("request_email", "aanvraag@jansen.example"),
    ("country", "NL"),
    ("time_zone", "Europe/Amsterdam"),
    ("default_language", "nl"),
    ("languages", "de"),
    ("stay", "hours"),
    ("stay_hours", "24"),
];

db_test! {
    async fn every_page_of_the_company_answers_in_every_language(db: TestDb) {
        let (site, shop) = (TestSite::new(&db), TestCompany::new(&db).await);
        let owner = staff(&db, &site, &shop, Role::Owner).await;
        let location = format!("/locations/{}", shop.location);
        let entity = format!("/company/legal-entities/{}", shop.entity);
        let member = format!("/staff/{}", owner.id);
        for language in ["nl", "de", "ru", "en"] {
            let reader = SignedIn { cookie: format!("{}; language={language}", owner.cookie), ..owner.clone() };
            for path in [
                "/company", "/company/share", "/company/share/qr.svg", "/company/legal-entities", "/company/legal-entities/new",
                &entity, "/company/modules", "/company/look", "/company/texts", "/company/texts?area=mail&q=a&own=", "/company/numbers",
                "/company/closing-days", "/company/notice", "/locations", "/locations/new", &location, "/staff", "/staff/invite",
                &member, "/audit",
            ] {
                let answer = reader.get(&format!("/office/jansen{path}")).await;
                assert_eq!(answer.status, StatusCode::OK, "{path} in {language}");
                assert!(!answer.body.contains(" style=\""), "{path} has an inline style, which no browser would apply");
            }
        }
    }

    async fn company_data_is_kept_audited_and_refused_field_by_field(db: TestDb) {
        let (site, shop) = (TestSite::new(&db), TestCompany::new(&db).await);
        let owner = staff(&db, &site, &shop, Role::Owner).await;
        let mut wrong = DATA;
        wrong[2].1 = "nobody";
        wrong[8].1 = "23";
        let answer = owner.post("/office/jansen/company", &wrong).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.body.contains("href=\"#request_email\"") && answer.body.contains("href=\"#stay_hours\""));
        assert_eq!(owner.post("/office/jansen/company", &DATA).await.location(), "/office/jansen/company");
        let mut tx = db.store.read().await.unwrap();
        let company = tx.company(shop.id).await.unwrap().profile().await.unwrap();
        assert_eq!(company.request_email, "aanvraag@jansen.example");
        assert_eq!(company.languages, [Language::Nl, Language::De]);
        assert!(company.settings.contains("\"stay_signed_in_hours\":24"), "{}", company.settings);
        drop(tx);
        assert_eq!(last_action(&db, &shop).await, "company.changed");
        let log = owner.get("/office/jansen/audit").await;
        assert!(log.body.contains("Changed the company data") && log.body.contains("aanvraag@jansen.example"));
    }

    async fn a_module_that_is_switched_off_is_gone_for_customers_at_once(db: TestDb) {
        let (site, shop) = (TestSite::new(&db), TestCompany::new(&db).await);
        let owner = staff(&db, &site, &shop, Role::Owner).await;
        let mut visitor = site.browser("198.51.100.9");
        assert_eq!(visitor.get("/jansen/request-account").await.status, StatusCode::OK);
        owner.post("/office/jansen/company/modules", &[("module", "portal"), ("module", "my_data")]).await;
        assert_eq!(visitor.get("/jansen/request-account").await.status, StatusCode::NOT_FOUND);
        assert_eq!(last_action(&db, &shop).await, "company.modules");
    }

    async fn the_look_is_previewed_without_being_kept_and_reaches_the_style_sheet_when_it_is(db: TestDb) {
        let (site, shop) = (TestSite::new(&db), TestCompany::new(&db).await);
        let owner = staff(&db, &site, &shop, Role::Owner).await;
        let look = [("brand", "#FFD400"), ("radius", "none"), ("font", "serif"), ("density", "compact"), ("theme", "dark")];
        let preview = owner.post("/office/jansen/company/look/preview", &look).await;
        assert!(preview.body.contains("fill=\"#ffd400\""), "the preview draws the new colour");
        let mut visitor = site.browser("198.51.100.9");
        assert!(!visitor.get("/jansen/look.css").await.body.contains("#ffd400"));
        owner.post("/office/jansen/company/look", &look).await;
        let sheet = visitor.get("/jansen/look.css").await;
        assert_eq!(sheet.headers[header::CONTENT_TYPE], "text/css; charset=utf-8");
        assert!(sheet.body.contains("--brand:#ffd400;--brand-on:#000000") && sheet.body.contains("color-scheme:dark"));
        let bad = owner.post("/office/jansen/company/look", &[("brand", "red;}"), ("radius", "none")]).await;
        assert_eq!(bad.status, StatusCode::UNPROCESSABLE_ENTITY);
    }

    async fn a_logo_is_shown_as_sent_and_one_with_a_script_is_refused(db: TestDb) {
        let (site, shop) = (TestSite::new(&db), TestCompany::new(&db).await);
        let owner = staff(&db, &site, &shop, Role::Owner).await;
        let upload = async |picture: &str| {
            let body = format!(
                "--x\r\nContent-Disposition: form-data; name=\"alt\"\r\n\r\nJansen\r\n--x\r\nContent-Disposition: form-data; \
                 name=\"logo\"; filename=\"a.svg\"\r\nContent-Type: image/svg+xml\r\n\r\n{picture}\r\n--x--\r\n"
            );
            owner.send(Method::POST, "/office/jansen/company/logos", "multipart/form-data; boundary=x", Body::from(body)).await
        };
        let bad = upload("<svg xmlns=\"http://www.w3.org/2000/svg\"><script/></svg>").await;
        assert_eq!(bad.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(site.browser("198.51.100.9").get("/jansen/logo/1").await.status, StatusCode::NOT_FOUND);
        let good = "<svg xmlns=\"http://www.w3.org/2000/svg\"><path d=\"M0 0h9\"/></svg>";
        assert_eq!(upload(good).await.status, StatusCode::SEE_OTHER);
        let shown = site.browser("198.51.100.9").get("/jansen/logo/1").await;
        assert_eq!((shown.status, shown.body.as_str()), (StatusCode::OK, good));
        assert_eq!(shown.headers[header::CONTENT_TYPE], "image/svg+xml");
        assert!(shown.headers[header::CONTENT_SECURITY_POLICY].to_str().unwrap().contains("sandbox"));
        assert_eq!(owner.post("/office/jansen/company/logos/1/remove", &[]).await.status, StatusCode::SEE_OTHER);
        assert_eq!(owner.post("/office/jansen/company/logos/1/remove", &[]).await.status, StatusCode::NOT_FOUND);
    }

    async fn an_own_text_replaces_ours_on_the_page_and_may_use_our_variables_only(db: TestDb) {
        let (site, shop) = (TestSite::new(&db), TestCompany::new(&db).await);
        let owner = staff(&db, &site, &shop, Role::Owner).await;
        let path = "/office/jansen/company/texts/nl/sign-in-title";
        assert_eq!(owner.post(path, &[("text", "Dag {nobody}")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(owner.post(path, &[("text", "Kom binnen")]).await.status, StatusCode::SEE_OTHER);
        let mut visitor = site.browser("198.51.100.9");
        assert!(visitor.get("/jansen/sign-in").await.body.contains("Kom binnen"));
        owner.post(path, &[("text", "")]).await;
        assert!(!visitor.get("/jansen/sign-in").await.body.contains("Kom binnen"));
        assert_eq!(owner.get("/office/jansen/company/texts/nl/no-such-text").await.status, StatusCode::NOT_FOUND);
    }

    async fn a_notice_follows_the_one_before_and_is_never_rewritten(db: TestDb) {
        let (site, shop) = (TestSite::new(&db), TestCompany::new(&db).await);
        let owner = staff(&db, &site, &shop, Role::Owner).await;
        let entity = shop.entity.to_string();
        let notice = |from: &'static str| [("entity", entity.as_str()), ("language", "nl"), ("text", "U kunt bezwaar maken."), ("from", from), ("opt_out", "yes")];
        let early = owner.post("/office/jansen/company/notice", &notice("2019-12-31")).await;
        assert_eq!(early.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(owner.post("/office/jansen/company/notice", &notice("2026-12-01")).await.status, StatusCode::SEE_OTHER);
        let mut tx = db.store.read().await.unwrap();
        let notices = tx.company(shop.id).await.unwrap().notices().await.unwrap();
        assert_eq!(notices[0].until_on.map(|d| d.to_string()).as_deref(), Some("2026-11-30"));
        assert!(notices[1].opt_out_offered && notices[1].until_on.is_none());
    }

    async fn a_location_keeps_its_hours_and_its_code_is_its_own(db: TestDb) {
        let (site, shop) = (TestSite::new(&db), TestCompany::new(&db).await);
        let owner = staff(&db, &site, &shop, Role::Owner).await;
        let entity = shop.entity.to_string();
        let mut fields = vec![
            ("code", "02"), ("name", "Noord"), ("region", "Noord"), ("entity", entity.as_str()), ("street", "Voorbeeldweg 2"),
            ("postcode", "1000 AB"), ("city", "Voorbeeldstad"), ("country", "NL"), ("monday", "8-12, 13-17.30"), ("tuesday", "17-8"),
        ];
        let wrong = owner.post("/office/jansen/locations/new", &fields).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.body.contains("href=\"#tuesday\""));
        fields[9].1 = "";
        assert_eq!(owner.post("/office/jansen/locations/new", &fields).await.location(), "/office/jansen/locations");
        assert!(owner.get("/office/jansen/locations").await.body.contains("08:00–12:00, 13:00–17:30"));
        let again = owner.post("/office/jansen/locations/new", &fields).await;
        assert!(again.body.contains("href=\"#code\""), "two locations never share a code");
        let path = format!("/office/jansen/locations/{}/close", shop.location);
        owner.post(&path, &[]).await;
        assert_eq!(owner.post(&path, &[]).await.status, StatusCode::NOT_FOUND, "closed is closed");
        assert_eq!(last_action(&db, &shop).await, "location.closed");
    }

    async fn a_colleague_is_invited_joins_changes_role_and_leaves_but_the_last_owner_stays(db: TestDb) {
        let (site, shop) = (TestSite::new(&db), TestCompany::new(&db).await);
        let owner = staff(&db, &site, &shop, Role::Owner).await;
        let colleague = [("name", "Kim"), ("email", "kim@jansen.example"), ("language", "nl"), ("role", "regional_manager"), ("regions", "West")];
        assert_eq!(owner.post("/office/jansen/staff/invite", &colleague).await.location(), "/office/jansen/staff");
        let mail = site.mail().await.remove(0);
        assert_eq!(mail.to, "kim@jansen.example");
        let mut kim = site.browser("198.51.100.12");
        let link = mail.link("/office/invitation/");
        assert_eq!(kim.get(&link).await.status, StatusCode::OK);
        let joined = kim.post(&link, &[("name", "Kim"), ("password", "zeven fietsen in de regen")]).await;
        assert_eq!(joined.location(), "/office/sign-in");
        assert_eq!(kim.get(&link).await.status, StatusCode::NOT_FOUND, "a link works once");

        let own = format!("/office/jansen/staff/{}", owner.id);
        assert_eq!(owner.post(&own, &[("role", "sales")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(owner.post(&format!("{own}/remove"), &[]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        let mut tx = db.store.read().await.unwrap();
        let members = tx.company(shop.id).await.unwrap().members().await.unwrap();
        let kim = members.iter().find(|m| m.name == "Kim").unwrap().staff_id;
        drop(tx);
        let path = format!("/office/jansen/staff/{kim}");
        assert_eq!(owner.post(&path, &[("role", "owner")]).await.status, StatusCode::SEE_OTHER);
        assert_eq!(owner.post(&own, &[("role", "sales")]).await.location(), "/office/jansen");
        assert_eq!(owner.post(&format!("{path}/remove"), &[]).await.status, StatusCode::NOT_FOUND, "sales manages nobody");
    }

    async fn an_invitation_that_was_withdrawn_opens_nothing(db: TestDb) {
        let (site, shop) = (TestSite::new(&db), TestCompany::new(&db).await);
        let owner = staff(&db, &site, &shop, Role::Owner).await;
        owner.post("/office/jansen/staff/invite", &[("name", "Kim"), ("email", "kim@x.example"), ("language", "en"), ("role", "sales")]).await;
        let link = site.mail().await.remove(0).link("/office/invitation/");
        let mut tx = db.store.read().await.unwrap();
        let id = tx.company(shop.id).await.unwrap().open_invitations().await.unwrap()[0].id;
        drop(tx);
        owner.post(&format!("/office/jansen/staff/invitations/{id}/withdraw"), &[]).await;
        assert_eq!(site.browser("198.51.100.12").get(&link).await.status, StatusCode::NOT_FOUND);
    }

    async fn the_operator_makes_a_company_and_closes_it(db: TestDb) {
        let (site, shop) = (TestSite::new(&db), TestCompany::new(&db).await);
        let operator = operator(&db, &site).await;
        for path in ["/operator", "/operator/companies/new", "/operator/companies/jansen", "/operator/jobs", "/operator/health", "/operator/second-factor"] {
            assert_eq!(operator.get(path).await.status, StatusCode::OK, "{path}");
        }
        let mut new = vec![
            ("slug", "jansen"), ("name", "Nieuw"), ("started_on", "2026-11-01"), ("country", "NL"), ("currency", "EUR"),
            ("time_zone", "Europe/Amsterdam"), ("language", "nl"), ("email", "info@nieuw.example"), ("entity", "Nieuw B.V."),
            ("street", "Weg 1"), ("postcode", "1000 AA"), ("city", "Stad"),
        ];
        let taken = operator.post("/operator/companies/new", &new).await;
        assert_eq!(taken.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(taken.body.contains("href=\"#slug\""));
        new[0].1 = "nieuw";
        assert_eq!(operator.post("/operator/companies/new", &new).await.location(), "/operator/companies/nieuw");
        assert_eq!(site.browser("198.51.100.9").get("/nieuw/sign-in").await.status, StatusCode::OK);
        let close = [("started_on", "2026-11-01"), ("status", CompanyStatus::Closed.as_str()), ("module", "portal")];
        operator.post("/operator/companies/nieuw", &close).await;
        assert_eq!(site.browser("198.51.100.9").get("/nieuw/sign-in").await.status, StatusCode::NOT_FOUND);
        assert_eq!(operator.post("/operator/companies/jansen/invite", &[("name", "Eva"), ("email", "eva@jansen.example")]).await.status, StatusCode::SEE_OTHER);
        assert_eq!(last_action(&db, &shop).await, "staff.invited");
    }

    async fn an_operator_without_a_second_factor_sees_one_page_only(db: TestDb) {
        let site = TestSite::new(&db);
        let _ = operator(&db, &site).await;
        let mut tx = db.store.begin().await.unwrap();
        let mut installation = tx.installation().await.unwrap();
        let who = installation.operator_by_email("op@carport.example").await.unwrap().unwrap();
        let hash = Sha256::digest(b"half");
        installation.start_operator_session(who.id, NewSession { token_hash: &hash, ip: "", user_agent: "", second_factor: false }).await.unwrap();
        tx.commit().await.unwrap();
        let half = SignedIn { id: StaffId::new(db.clock.now()), site, cookie: "__Host-operator=half".into() };
        assert_eq!(half.get("/operator").await.location(), "/operator/second-factor");
        assert_eq!(half.get("/operator/jobs").await.location(), "/operator/second-factor");
        assert_eq!(half.get("/operator/second-factor").await.status, StatusCode::OK);
    }
}
