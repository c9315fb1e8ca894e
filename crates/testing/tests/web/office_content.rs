//! What contact moments say and by which channel, edited in the back office.

use carport_domain::access::Role;
use carport_domain::company::Module;
use carport_domain::consent::Channel;
use carport_outreach::catalogue;
use carport_outreach::select::select_week;
use carport_store::content::ContentVersion;
use carport_store::proposals::{Filter, WeekRow};
use carport_testing::browser::{Answer, TestSite};
use carport_testing::{TestCompany, TestCustomer, TestDb, date, db_test};
use http::{Method, StatusCode};

use super::office_company::{SignedIn, staff};
use super::portal_doors::signed_in;

const MOMENT: &str = "/office/jansen/moments/inspection-due";
const EDITOR: &str = "/office/jansen/moments/inspection-due/content/nl";
const WEEK: &str = "2026-W47";

/// A company that runs the inspection reminder, and one customer who is due.
async fn due(db: &TestDb) -> (TestCompany, TestCustomer) {
    let shop = TestCompany::new(db).await;
    let mut tx = db.store.begin().await.unwrap();
    let mut own = tx.company(shop.id).await.unwrap();
    catalogue::stock(&mut own).await.unwrap();
    catalogue::switch(&mut own, "inspection-due", true, "staff:test")
        .await
        .unwrap();
    tx.commit().await.unwrap();
    let anna = shop
        .customer("Anna")
        .number("1042")
        .email("anna@mail.example")
        .mobile("+31612345678")
        .address("Dorpsweg", "7", "1234 AB", "Voorbeeldstad")
        .workshop_invoice(date(2026, 3, 9))
        .save()
        .await;
    shop.car(&anna, "XX-123-X")
        .inspection_due(date(2026, 12, 30))
        .save()
        .await;
    (shop, anna)
}

async fn versions(shop: &TestCompany) -> Vec<ContentVersion> {
    let mut tx = shop.store.read().await.unwrap();
    tx.company(shop.id)
        .await
        .unwrap()
        .content_versions("inspection-due")
        .await
        .unwrap()
}

async fn proposed(shop: &TestCompany) -> Vec<WeekRow> {
    select_week(&shop.store, shop.id, None, false).await.unwrap();
    let mut tx = shop.store.read().await.unwrap();
    let mut own = tx.company(shop.id).await.unwrap();
    own.week_rows(WEEK.parse().unwrap(), &Filter::default(), None, 100)
        .await
        .unwrap()
}

async fn get(who: &SignedIn, path: &str) -> Answer {
    who.ask(Method::GET, path, &[]).await
}

async fn post(who: &SignedIn, path: &str, fields: &[(&str, &str)]) -> Answer {
    who.ask(Method::POST, path, fields).await
}

/// The value of a hidden field of a page.
fn hidden(body: &str, name: &str) -> String {
    let (_, rest) = body
        .split_once(&format!("name=\"{name}\" value=\""))
        .expect("the field");
    rest.split('"').next().unwrap_or_default().to_owned()
}

/// A whole message as the editor sends it.
fn message<'a>(base: &'a str, subject: &'a str, more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let mut fields = vec![
        ("base", base),
        ("subject", subject),
        ("preheader", "Maak op tijd een afspraak"),
        ("blocks", "3"),
        ("blocks.0.type", "paragraph"),
        ("blocks.0.text", "{{ salutation }}, uw APK verloopt."),
        ("blocks.1.type", "personal_page"),
        ("blocks.1.label", "Naar mijn auto"),
        ("blocks.2.type", "signature"),
        ("blocks.2.name", "Garage Jansen"),
        ("script", "Goedendag, ik bel over uw APK."),
        ("letter.qr", "yes"),
    ];
    for (name, value) in more {
        fields.retain(|(n, _)| n != name);
        fields.push((name, value));
    }
    fields
}

db_test! {
    async fn blocks_are_added_moved_and_removed_by_plain_presses_and_nothing_is_kept_before_saving(db: TestDb) {
        let (site, (shop, _)) = (TestSite::new(&db), due(&db).await);
        let anke = staff(&db, &site, &shop, Role::Marketing).await;
        let opened = get(&anke, EDITOR).await;
        assert_eq!(opened.status, StatusCode::OK);
        let base = hidden(&opened.body, "base");
        let added = post(&anke, EDITOR, &message(&base, "APK", &[("do", "add.heading")])).await;
        assert_eq!(added.status, StatusCode::OK);
        assert_eq!(hidden(&added.body, "blocks"), "4");
        assert_eq!(hidden(&added.body, "blocks.2.type"), "heading", "before the signature that ends the message");
        assert!(!added.body.contains("blocks.2.text-error"), "a block nobody has filled in yet is no mistake");
        let moved = post(&anke, EDITOR, &message(&base, "APK", &[("do", "up.1")])).await;
        assert_eq!((hidden(&moved.body, "blocks.0.type"), hidden(&moved.body, "blocks.1.type")), ("personal_page".into(), "paragraph".into()));
        let removed = post(&anke, EDITOR, &message(&base, "APK", &[("do", "remove.0")])).await;
        assert_eq!((hidden(&removed.body, "blocks"), hidden(&removed.body, "blocks.0.type")), ("2".into(), "personal_page".into()));
        assert!(removed.body.contains("data-dirty=\"yes\""));
        for nonsense in ["up.99999999999999999999", "down.18446744073709551615", "add.script", "remove.-1", "x"] {
            let same = post(&anke, EDITOR, &message(&base, "APK", &[("do", nonsense)])).await;
            assert_eq!((same.status, hidden(&same.body, "blocks").as_str()), (StatusCode::OK, "3"), "{nonsense}");
        }
        assert_eq!(versions(&shop).await.len(), 1);
    }

    async fn what_is_wrong_stands_beside_its_field_with_the_way_out_and_nothing_is_kept(db: TestDb) {
        let (site, (shop, _)) = (TestSite::new(&db), due(&db).await);
        let anke = staff(&db, &site, &shop, Role::Owner).await;
        let base = hidden(&get(&anke, EDITOR).await.body, "base");
        let wrong = [
            ("do", "save"),
            ("blocks", "5"),
            ("blocks.0.text", "Dag {{ shoe }}"),
            ("blocks.1.label", " "),
            ("blocks.3.type", "button"),
            ("blocks.3.label", "Kijk"),
            ("blocks.3.url", "javascript:alert(1)"),
            ("blocks.4.type", "image"),
            ("blocks.4.url", "https://garage.example/a.png"),
        ];
        let answer = post(&anke, EDITOR, &message(&base, "APK", &wrong)).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        for field in ["blocks.0.text", "blocks.1.label", "blocks.3.url"] {
            assert!(answer.body.contains(&format!("id=\"{field}-error\"")), "{field}: {}", answer.body);
            assert!(answer.body.contains(&format!("href=\"#{field}\"")), "{field}");
            assert!(answer.body.contains(&format!("aria-describedby=\"{field}-error")), "{field}");
        }
        assert!(answer.body.contains("shoe"), "{}", answer.body);
        // A picture without words is found once the rest is right.
        let picture = [
            ("do", "save"), ("blocks", "4"), ("blocks.3.type", "image"), ("blocks.3.url", "https://garage.example/a.png"),
        ];
        let answer = post(&anke, EDITOR, &message(&base, "APK", &picture)).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        let answer = post(&anke, EDITOR, &message(&base, "RE: APK", &[("do", "save")])).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.body.contains("id=\"subject-error\""), "{}", answer.body);
        let empty = post(&anke, EDITOR, &[("do", "save")]).await;
        assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
        let long = "x".repeat(6_000);
        let answer = post(&anke, EDITOR, &message(&base, "APK", &[("do", "save"), ("blocks.0.text", &long)])).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(versions(&shop).await.len(), 1);
    }

    async fn saving_makes_a_new_version_and_what_was_approved_keeps_its_own(db: TestDb) {
        let (site, (shop, _)) = (TestSite::new(&db), due(&db).await);
        let anke = staff(&db, &site, &shop, Role::Marketing).await;
        let row = &proposed(&shop).await[0];
        let preview = format!("/office/jansen/week/{WEEK}/proposal/{}", row.id);
        let approve = [("decision", "approve"), ("which", "all"), ("moment", "inspection-due")];
        assert_eq!(post(&anke, &format!("/office/jansen/week/{WEEK}/decisions"), &approve).await.status, StatusCode::SEE_OTHER);
        let base = hidden(&get(&anke, EDITOR).await.body, "base");
        let saved = post(&anke, EDITOR, &message(&base, "Uw keuring komt eraan", &[("do", "save")])).await;
        assert_eq!((saved.status, saved.location()), (StatusCode::SEE_OTHER, EDITOR));
        let all = versions(&shop).await;
        assert_eq!(all.iter().map(|v| v.version).collect::<Vec<_>>(), [2, 1]);
        assert_eq!(all[0].created_by, format!("staff:{}", anke.id));
        let others = |v: &ContentVersion| v.content.languages.iter().filter(|(l, _)| l.as_str() != "nl").map(|(_, w)| w.clone()).collect::<Vec<_>>();
        assert_eq!(others(&all[0]), others(&all[1]), "the other languages stay as they were");
        assert!(get(&anke, EDITOR).await.body.contains("Uw keuring komt eraan"));
        let shown = get(&anke, &preview).await;
        assert!(!shown.body.contains("Uw keuring komt eraan"), "the approved one says what it said: {}", shown.body);
        assert_eq!(shop.number("SELECT COUNT(*) FROM audit_log WHERE company_id = $1 AND action = 'content.written'", vec![shop.id.0.into()]).await, 1);
        let same = post(&anke, EDITOR, &message(&all[0].id.to_string(), "Uw keuring komt eraan", &[("do", "save")])).await;
        assert_eq!(same.status, StatusCode::SEE_OTHER);
        assert_eq!(versions(&shop).await.len(), 2, "the same text is no new version");

        let old = format!("{MOMENT}/versions/{}", all[1].id);
        assert_eq!(get(&anke, &old).await.status, StatusCode::OK);
        assert_eq!(post(&anke, &format!("{old}/again"), &[]).await.status, StatusCode::SEE_OTHER);
        let again = versions(&shop).await;
        assert_eq!((again.len(), &again[0].sha256), (3, &all[1].sha256), "as a new version; nothing is rewritten");
        let list = get(&anke, MOMENT).await.body;
        assert!(again.iter().all(|v| list.contains(&format!("/versions/{}", v.id))), "{list}");
    }

    async fn of_two_who_write_at_once_the_second_is_told_and_keeps_the_text(db: TestDb) {
        let (site, (shop, _)) = (TestSite::new(&db), due(&db).await);
        let anke = staff(&db, &site, &shop, Role::Marketing).await;
        let bram = staff(&db, &site, &shop, Role::Owner).await;
        let base = hidden(&get(&anke, EDITOR).await.body, "base");
        assert_eq!(post(&bram, EDITOR, &message(&base, "Van Bram", &[("do", "save")])).await.status, StatusCode::SEE_OTHER);
        let late = post(&anke, EDITOR, &message(&base, "Van Anke", &[("do", "save")])).await;
        assert_eq!(late.status, StatusCode::CONFLICT);
        assert!(late.body.contains("Van Anke"), "{}", late.body);
        assert_eq!(versions(&shop).await.len(), 2);
        let base = hidden(&late.body, "base");
        assert_eq!(post(&anke, EDITOR, &message(&base, "Van Anke", &[("do", "save")])).await.status, StatusCode::SEE_OTHER);
        assert_eq!(versions(&shop).await.len(), 3);
    }

    async fn a_text_is_looked_at_by_every_channel_for_an_invented_reader_and_for_a_real_one(db: TestDb) {
        let (site, (shop, _)) = (TestSite::new(&db), due(&db).await);
        let anke = staff(&db, &site, &shop, Role::Marketing).await;
        let base = hidden(&get(&anke, EDITOR).await.body, "base");
        let look = |more: Vec<(&'static str, &'static str)>| {
            let (anke, base) = (anke.clone(), base.clone());
            async move { post(&anke, &format!("{EDITOR}/preview"), &message(&base, "De APK van {{ plate }}", &more)).await }
        };
        let mail = look(vec![("view", "email")]).await;
        assert_eq!(mail.status, StatusCode::OK);
        assert!(mail.headers["content-security-policy"].to_str().unwrap().contains("sandbox"));
        assert!(mail.body.contains("uw APK verloopt"), "{}", mail.body);
        let real = look(vec![("view", "text"), ("reader", "customer"), ("customer", "1042")]).await;
        assert!(real.body.contains("De APK van XX-123-X") && real.body.contains("Anna"), "{}", real.body);
        let letter = look(vec![("view", "letter"), ("reader", "customer"), ("customer", "1042")]).await;
        assert!(letter.body.contains("Dorpsweg 7"), "{}", letter.body);
        let script = look(vec![("view", "script")]).await;
        assert!(script.body.contains("ik bel over uw APK"), "{}", script.body);
        let pdf = look(vec![("pdf", "yes"), ("reader", "customer"), ("customer", "1042")]).await;
        assert_eq!(pdf.headers["content-type"], "application/pdf");
        assert!(pdf.body.starts_with("%PDF"));
        let carless = look(vec![("view", "text"), ("reader", "no-car")]).await;
        assert!(carless.body.contains("Licence plate"), "what is missing is named: {}", carless.body);
        let nobody = look(vec![("reader", "customer"), ("customer", "no-such")]).await;
        assert_eq!(nobody.status, StatusCode::OK);
        let wrong = look(vec![("blocks.0.text", "{{ shoe }}")]).await;
        assert!(wrong.body.contains("shoe"), "{}", wrong.body);
        assert_eq!(versions(&shop).await.len(), 1, "looking keeps nothing");
    }

    async fn who_may_not_write_reads_and_finds_no_editor(db: TestDb) {
        let (site, (shop, _)) = (TestSite::new(&db), due(&db).await);
        let desk = staff(&db, &site, &shop, Role::Reception).await;
        assert_eq!(get(&desk, "/office/jansen/moments").await.status, StatusCode::OK);
        let moment = get(&desk, MOMENT).await;
        assert_eq!(moment.status, StatusCode::OK);
        assert!(!moment.body.contains("/content/nl") && !moment.body.contains("/switch"), "{}", moment.body);
        let version = versions(&shop).await.remove(0).id;
        assert_eq!(get(&desk, &format!("{MOMENT}/versions/{version}?view=letter")).await.status, StatusCode::OK);
        let read = get(&desk, &format!("{MOMENT}/versions/{version}/preview?language=de&view=email")).await;
        assert_eq!(read.status, StatusCode::OK);
        assert_eq!(get(&desk, &format!("{MOMENT}/versions/{version}/preview?language=xx")).await.status, StatusCode::NOT_FOUND);
        for path in [EDITOR.to_owned(), format!("{EDITOR}/preview"), format!("{MOMENT}/channels"), format!("{MOMENT}/versions/{version}/again")] {
            assert_eq!(post(&desk, &path, &message("", "Stil", &[("do", "save")])).await.status, StatusCode::NOT_FOUND, "{path}");
        }
        let other = TestCompany::named(&db, "lindner", "DE").await;
        let stranger = staff(&db, &site, &other, Role::Owner).await;
        let theirs = format!("/office/lindner/moments/inspection-due/versions/{version}");
        assert_eq!(get(&stranger, "/office/lindner/moments").await.status, StatusCode::OK);
        assert_eq!(get(&stranger, &theirs).await.status, StatusCode::NOT_FOUND);
        assert_eq!(post(&stranger, &format!("{theirs}/again"), &[]).await.status, StatusCode::NOT_FOUND);
        assert_eq!(versions(&shop).await.len(), 1);
    }

    async fn the_selection_takes_the_channels_in_the_order_the_company_gives_them(db: TestDb) {
        let (site, (shop, _)) = (TestSite::new(&db), due(&db).await);
        let anke = staff(&db, &site, &shop, Role::Marketing).await;
        let path = format!("{MOMENT}/channels");
        let days = [("deadline_days", "21"), ("spacing_days", "300")];
        for wrong in [
            vec![("channel_1", "email"), ("channel_2", "email")],
            vec![("channel_1", "sms")],
            vec![("channel_1", "pigeon")],
            vec![("channel_1", "")],
        ] {
            let fields: Vec<_> = wrong.iter().copied().chain(days).collect();
            let answer = post(&anke, &path, &fields).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong:?}");
            assert!(answer.body.contains("channel_1-error") || answer.body.contains("channel_2-error"), "{wrong:?}");
        }
        let fields = [("channel_1", "email"), ("deadline_days", "9999"), ("spacing_days", "x")];
        assert_eq!(post(&anke, &path, &fields).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        let fields: Vec<_> = [("channel_1", "letter"), ("channel_2", "email")].into_iter().chain(days).collect();
        assert_eq!(post(&anke, &path, &fields).await.status, StatusCode::SEE_OTHER);
        let row = &proposed(&shop).await[0];
        assert_eq!((row.channel, row.reason.as_str()), (Some(Channel::Letter), "first_choice"));
        assert_eq!(shop.number("SELECT COUNT(*) FROM audit_log WHERE company_id = $1 AND action = 'moment.changed'", vec![shop.id.0.into()]).await, 1);
    }

    async fn nothing_goes_by_sms_as_long_as_nobody_carries_it(db: TestDb) {
        let (site, (shop, anna)) = (TestSite::new(&db), due(&db).await);
        let (_, mut customer) = signed_in(&db, &site, &shop).await;
        assert!(!customer.get("/jansen/my-preferences").await.body.contains("channel-sms"), "asked only where the company uses it");
        let mut tx = db.store.begin().await.unwrap();
        let mut own = tx.company(shop.id).await.unwrap();


        own.set_module(Module::Sms.as_str(), true, "operator:test").await.unwrap();
        // As if a company had ordered it before: SMS first.
        let mut moment = own.moment("inspection-due").await.unwrap().unwrap().definition;
        moment.channels = vec![Channel::Sms, Channel::Email];
        own.save_moment(&moment).await.unwrap();
        tx.commit().await.unwrap();
        assert!(customer.get("/jansen/my-preferences").await.body.contains("channel-sms"));
        shop.says_yes(&anna, anna.mobile.unwrap(), moment.purpose, Channel::Sms).await;
        let mut rows = proposed(&shop).await;
        rows.retain(|row| row.customer_id == anna.id);
        assert!(!rows.is_empty() && rows.iter().all(|row| row.channel == Some(Channel::Email)), "{rows:?}");
        assert!(rows.iter().all(|row| !row.decision.contains("\"sms\"")), "not even asked about: {rows:?}");
        let anke = staff(&db, &site, &shop, Role::Marketing).await;
        let page = get(&anke, MOMENT).await.body;
        assert!(!page.contains("value=\"sms\""), "not to be chosen: {page}");
        let week = get(&anke, &format!("/office/jansen/week/{WEEK}")).await.body;
        assert!(!week.to_lowercase().contains("text message"), "{week}");
    }
}
