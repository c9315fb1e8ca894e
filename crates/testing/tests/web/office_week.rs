//! The week, its results, campaigns and the call list, as staff walk through them.

use carport_domain::access::Role;
use carport_domain::consent::{Channel, Purpose, Scope};
use carport_domain::proposals::ProposalStatus;
use carport_domain::{Clock, LocationId, Timestamp};
use carport_outreach::select::{select_action, select_week};
use carport_outreach::{calls, catalogue, results};
use carport_store::proposals::{Filter, WeekRow};
use carport_testing::browser::{Answer, TestSite};
use carport_testing::{TestCompany, TestDb, date, db_test};
use http::{Method, StatusCode};

use super::office_company::{SignedIn, staff};

const WEEK: &str = "2026-W47";

async fn running(db: &TestDb, moment: &str) -> TestCompany {
    let shop = TestCompany::new(db).await;
    let mut tx = db.store.begin().await.unwrap();
    let mut own = tx.company(shop.id).await.unwrap();
    catalogue::stock(&mut own).await.unwrap();
    catalogue::switch(&mut own, moment, true, "staff:test")
        .await
        .unwrap();
    tx.commit().await.unwrap();
    shop
}

async fn rows(shop: &TestCompany) -> Vec<WeekRow> {
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

/// Anna gets mail, Bert only has an address: both are due.
async fn anna_and_bert(shop: &TestCompany) {
    let anna = shop
        .customer("Anna")
        .email("anna@mail.example")
        .workshop_invoice(date(2026, 3, 9))
        .save()
        .await;
    shop.car(&anna, "XX-123-X")
        .inspection_due(date(2026, 12, 30))
        .save()
        .await;
    let bert = shop
        .customer("Bert")
        .address("Dorpsweg", "7", "1234 AB", "Voorbeeldstad")
        .workshop_invoice(date(2026, 3, 9))
        .save()
        .await;
    shop.car(&bert, "XX-124-X")
        .inspection_due(date(2026, 12, 31))
        .save()
        .await;
    select_week(&shop.store, shop.id, None, false).await.unwrap();
}

db_test! {
    async fn everybody_who_goes_by_letter_is_approved_at_once_and_the_others_wait(db: TestDb) {
        let (site, shop) = (TestSite::new(&db), running(&db, "inspection-due").await);
        anna_and_bert(&shop).await;
        let anke = staff(&db, &site, &shop, Role::Marketing).await;
        let week = format!("/office/jansen/week/{WEEK}");
        let letters = get(&anke, &format!("{week}?moment=inspection-due&by=letter")).await;
        assert!(letters.body.contains("Bert") && !letters.body.contains("Anna"), "{}", letters.body);
        assert_eq!(get(&anke, &format!("{week}?by=pigeon")).await.status, StatusCode::BAD_REQUEST);
        let decide = format!("{week}/decisions");
        let all = [("which", "all"), ("moment", "inspection-due")];
        let nonsense: Vec<_> = all.into_iter().chain([("decision", "approve"), ("by", "pigeon")]).collect();
        assert_eq!(post(&anke, &decide, &nonsense).await.status, StatusCode::BAD_REQUEST);
        let letters: Vec<_> = all.into_iter().chain([("decision", "approve"), ("by", "letter")]).collect();
        assert_eq!(post(&anke, &decide, &letters).await.status, StatusCode::SEE_OTHER);
        let states = |rows: Vec<WeekRow>| rows.into_iter().map(|r| (r.channel, r.status)).collect::<Vec<_>>();
        assert_eq!(states(rows(&shop).await), [(Some(Channel::Email), ProposalStatus::Proposed), (Some(Channel::Letter), ProposalStatus::Approved)]);
        let mail: Vec<_> = all.into_iter().chain([("decision", "postpone"), ("by", "email")]).collect();
        assert_eq!(post(&anke, &decide, &mail).await.status, StatusCode::SEE_OTHER);
        let left = rows(&shop).await;
        assert!(left.iter().all(|r| r.status != ProposalStatus::Proposed), "{left:?}");
    }

    async fn a_week_is_selected_again_while_staff_work_on_and_shows_when_it_is_done(db: TestDb) {
        let (site, shop) = (TestSite::new(&db), running(&db, "inspection-due").await);
        anna_and_bert(&shop).await;
        let anke = staff(&db, &site, &shop, Role::Marketing).await;
        let cor = shop.customer("Cor").email("cor@mail.example").workshop_invoice(date(2026, 3, 9)).save().await;
        shop.car(&cor, "XX-125-X").inspection_due(date(2026, 12, 30)).save().await;
        let week = format!("/office/jansen/week/{WEEK}");
        assert!(!get(&anke, &week).await.body.contains("data-live"));
        for _ in 0..2 {
            assert_eq!(post(&anke, &format!("{week}/selection"), &[]).await.status, StatusCode::SEE_OTHER);
        }
        let queued = "SELECT COUNT(*) FROM jobs WHERE company_id = $1 AND kind = 'moments.select' AND state = 'ready'";
        assert_eq!(shop.number(queued, vec![shop.id.0.into()]).await, 1, "once, however often it is pressed");
        let under_way = get(&anke, &format!("{week}?moment=inspection-due")).await.body;
        assert!(under_way.contains("data-live=\"/office/jansen/week/2026-W47?moment=inspection-due\"") && !under_way.contains("Cor"), "{under_way}");
        site.mail().await;
        let done = get(&anke, &week).await.body;
        assert!(!done.contains("data-live") && done.contains("Cor"), "{done}");
    }

    async fn a_proposal_is_decided_on_the_page_that_shows_it(db: TestDb) {
        let (site, shop) = (TestSite::new(&db), running(&db, "inspection-due").await);
        anna_and_bert(&shop).await;
        let anke = staff(&db, &site, &shop, Role::Marketing).await;
        let both = rows(&shop).await;
        let page = |row: &WeekRow| format!("/office/jansen/week/{WEEK}/proposal/{}", row.id);
        let mail = get(&anke, &page(&both[0])).await;
        assert!(mail.body.contains("value=\"approve\"") && mail.body.contains("<iframe"), "{}", mail.body);
        let letter = get(&anke, &format!("{}/html", page(&both[1]))).await;
        assert!(letter.body.contains("Dorpsweg 7") && letter.headers["content-security-policy"].to_str().unwrap().contains("sandbox"));
        let id = both[0].id.to_string();
        let skip = [("moment", "inspection-due"), ("proposal", id.as_str()), ("decision", "skip")];
        assert_eq!(post(&anke, &format!("/office/jansen/week/{WEEK}/decisions"), &skip).await.status, StatusCode::SEE_OTHER);
        let skipped = get(&anke, &page(&both[0])).await;
        assert!(skipped.body.contains("value=\"undo\"") && !skipped.body.contains("value=\"approve\""), "{}", skipped.body);
        let reader = staff(&db, &site, &shop, Role::ReadOnly).await;
        assert!(!get(&reader, &page(&both[1])).await.body.contains("value=\"approve\""));
    }

    async fn a_regional_managers_week_holds_the_own_region_only(db: TestDb) {
        let (site, shop) = (TestSite::new(&db), running(&db, "inspection-due").await);
        anna_and_bert(&shop).await;
        let mut tx = db.store.begin().await.unwrap();
        let mut own = tx.company(shop.id).await.unwrap();
        let mut east = own.location(shop.location).await.unwrap().unwrap();
        (east.id, east.code, east.region) = (LocationId::new(db.clock.now()), "02".into(), Some("East".into()));
        assert!(own.save_location(&east).await.unwrap());
        tx.commit().await.unwrap();
        let both = rows(&shop).await;
        let (anna, bert) = (&both[0], &both[1]);
        shop.sql("UPDATE customers SET location_id = $3 WHERE company_id = $1 AND id = $2", vec![shop.id.0.into(), bert.customer_id.0.into(), east.id.0.into()]).await;
        let anke = staff(&db, &site, &shop, Role::Marketing).await;
        let manager = staff(&db, &site, &shop, Role::RegionalManager).await;
        let week = format!("/office/jansen/week/{WEEK}");
        let decide = format!("{week}/decisions");
        let all = [("which", "all"), ("moment", "inspection-due"), ("decision", "approve")];
        assert_eq!(post(&manager, &decide, &all).await.status, StatusCode::NOT_FOUND, "who only looks approves nobody");
        post(&anke, &decide, &all).await;

        let behind = "/office/jansen/results/inspection-due?number=";
        let lists = [week.clone(), format!("{week}?moment=inspection-due"), format!("{behind}proposed"), format!("{behind}planned")];
        for (region, mine, mine_by, other, other_by) in [("West", anna, "email", bert, "letter"), ("East", bert, "letter", anna, "email")] {
            let regions = format!("[\"{region}\"]");
            shop.sql("UPDATE staff_memberships SET regions = $2 WHERE company_id = $1 AND role = 'regional_manager'", vec![shop.id.0.into(), regions.into()]).await;
            for path in &lists {
                let page = get(&manager, path).await.body;
                assert!(page.contains(&mine.customer_id.to_string()), "{region} {path}: {page}");
                assert!(!page.contains(&other.customer_id.to_string()), "{region} {path}: {page}");
                assert!(!page.contains(other.plate.as_deref().unwrap()), "{region} {path}: {page}");
            }
            let page = get(&manager, &week).await.body;
            assert!(page.contains(&format!("by={mine_by}")) && !page.contains(&format!("by={other_by}")), "the numbers are the region's: {page}");
            let only = get(&manager, &format!("{week}?moment=inspection-due&by={other_by}")).await.body;
            assert!(!only.contains(&other.customer_id.to_string()), "{only}");
            for tail in ["", "/html"] {
                let shown = async |row: &WeekRow| get(&manager, &format!("{week}/proposal/{}{tail}", row.id)).await.status;
                assert_eq!(shown(mine).await, StatusCode::OK, "{region} {tail}");
                assert_eq!(shown(other).await, StatusCode::NOT_FOUND, "{region} {tail}");
            }
            let explain = async |row: &WeekRow| get(&manager, &format!("/office/jansen/customers/{}/explain/inspection-due", row.customer_id)).await.status;
            assert_eq!((explain(mine).await, explain(other).await), (StatusCode::OK, StatusCode::NOT_FOUND));
            let came = results::results(&db.store, shop.id, Timestamp(0), Some(&[region.to_owned()])).await.unwrap();
            let came = &came["inspection-due"];
            assert_eq!((came.proposed, came.approved, came.messages.planned), (1, 1, 1), "{region}");
        }
        let whole = results::results(&db.store, shop.id, Timestamp(0), None).await.unwrap();
        assert_eq!(whole["inspection-due"].proposed, 2);
        shop.sql("UPDATE staff_memberships SET regions = '[]' WHERE company_id = $1 AND role = 'regional_manager'", vec![shop.id.0.into()]).await;
        for path in &lists {
            let page = get(&manager, path).await.body;
            assert!(both.iter().all(|row| !page.contains(&row.customer_id.to_string())), "without a region nobody is there: {path}");
        }
        for path in ["/office/jansen/call-list", "/office/jansen/letters", "/office/jansen/actions"] {
            assert_eq!(get(&manager, path).await.status, StatusCode::NOT_FOUND, "{path}");
        }
    }

    async fn every_number_of_the_results_leads_to_the_people_behind_it(db: TestDb) {
        let (site, shop) = (TestSite::new(&db), running(&db, "inspection-due").await);
        anna_and_bert(&shop).await;
        let anke = staff(&db, &site, &shop, Role::Marketing).await;
        let approve = [("which", "all"), ("moment", "inspection-due"), ("decision", "approve"), ("by", "email")];
        post(&anke, &format!("/office/jansen/week/{WEEK}/decisions"), &approve).await;
        shop.sql("UPDATE messages SET status = 'uncertain', reason = 'interrupted', decision = '{}', decided_at = created_at WHERE company_id = $1", vec![shop.id.0.into()]).await;
        let results = get(&anke, "/office/jansen/results").await.body;
        for number in ["proposed", "approved", "planned", "uncertain"] {
            assert!(results.contains(&format!("/office/jansen/results/inspection-due?number={number}")), "{number}: {results}");
        }
        let people = async |number: &str| get(&anke, &format!("/office/jansen/results/inspection-due?number={number}")).await.body;
        let proposed = people("proposed").await;
        assert!(proposed.contains("Anna") && proposed.contains("Bert"), "{proposed}");
        let approved = people("approved").await;
        assert!(approved.contains("Anna") && !approved.contains("Bert"), "{approved}");
        let uncertain = people("uncertain&reason=interrupted").await;
        assert!(uncertain.contains("Anna") && uncertain.contains("/settle"), "{uncertain}");
        assert!(!people("uncertain&reason=other").await.contains("Anna"));
        assert!(!people("sent").await.contains("Anna"));
        assert_eq!(get(&anke, "/office/jansen/results/no-such-moment").await.status, StatusCode::NOT_FOUND);
        let (_, rest) = uncertain.split_once("name=\"message\" value=\"").expect("a form for it");
        let id = rest.split('"').next().unwrap();
        let settle = "/office/jansen/results/inspection-due/settle";
        assert_eq!(post(&anke, settle, &[("message", id), ("arrived", "yes")]).await.status, StatusCode::SEE_OTHER);
        assert!(people("sent").await.contains("Anna"));
        assert_eq!(post(&anke, settle, &[("message", "x")]).await.status, StatusCode::BAD_REQUEST);
    }

    async fn a_campaign_of_the_companys_own_says_for_whom_it_is_and_why_before_it_runs(db: TestDb) {
        let (site, shop) = (TestSite::new(&db), running(&db, "inspection-due").await);
        let anke = staff(&db, &site, &shop, Role::Marketing).await;
        let recent = shop.customer("Anna").number("1").email("anna@mail.example").workshop_invoice(date(2026, 3, 9)).save().await;
        shop.customer("Bert").number("2").email("bert@mail.example").workshop_invoice(date(2025, 3, 9)).save().await;
        let refused = shop.customer("Cor").number("3").email("cor@mail.example").workshop_invoice(date(2026, 3, 9)).save().await;
        shop.says_no(&refused, Scope::purpose(Purpose::WorkshopOffer)).await;
        let new = "/office/jansen/actions/new";
        assert_eq!(get(&anke, new).await.status, StatusCode::OK);
        let fields = [("name", "Winter check"), ("purpose", "workshop_offer"), ("date", "last_visit_on"), ("months", "12"), ("words", "maintenance-due")];
        for (field, wrong) in [("name", ""), ("purpose", "service"), ("date", "birthday"), ("months", "0"), ("months", "9999"), ("words", "no-such")] {
            let sent: Vec<_> = fields.iter().map(|(n, v)| (*n, if *n == field { wrong } else { *v })).collect();
            let answer = post(&anke, new, &sent).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{field} {wrong}");
            assert!(answer.body.contains(&format!("id=\"{field}-error\"")), "{field} {wrong}");
        }
        let made = post(&anke, new, &fields).await;
        assert_eq!(made.status, StatusCode::SEE_OTHER);
        let page = made.location().to_owned();
        let shown = get(&anke, &page).await.body;
        assert!(shown.contains("Anna") && !shown.contains("Bert") && !shown.contains("Cor"), "{shown}");
        assert!(get(&anke, "/office/jansen/actions").await.body.contains("Winter check"));
        assert!(rows(&shop).await.is_empty(), "nothing happens before somebody decides");
        assert_eq!(post(&anke, &page, &[("months", "x")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(post(&anke, &page, &[("months", "24")]).await.status, StatusCode::SEE_OTHER);
        assert!(get(&anke, &page).await.body.contains("Bert"));
        assert_eq!(post(&anke, &page, &[("months", "12")]).await.status, StatusCode::SEE_OTHER);

        let id = page.rsplit('/').next().unwrap();
        let decide = format!("/office/jansen/week/actions/{id}");
        assert_eq!(post(&anke, &decide, &[("answer", "perhaps")]).await.status, StatusCode::BAD_REQUEST);
        assert_eq!(post(&anke, &decide, &[("answer", "activate")]).await.status, StatusCode::SEE_OTHER);
        assert_eq!(shop.number("SELECT COUNT(*) FROM jobs WHERE company_id = $1 AND kind = 'actions.select'", vec![shop.id.0.into()]).await, 1);
        select_action(&shop.store, shop.id, id.parse().unwrap()).await.unwrap();
        assert_eq!(rows(&shop).await.iter().map(|r| r.customer_id).collect::<Vec<_>>(), [recent.id]);
        let after = get(&anke, &page).await.body;
        assert!(after.contains(WEEK), "{after}");
        assert_eq!(post(&anke, &page, &[("months", "99")]).await.status, StatusCode::SEE_OTHER);
        assert!(!get(&anke, &page).await.body.contains("value=\"99\""), "decided is decided");
    }

    async fn of_two_who_work_through_the_call_list_only_one_calls_a_customer(db: TestDb) {
        let (site, shop) = (TestSite::new(&db), running(&db, "maintenance-due").await);
        let dora = shop.customer("Dora").email("dora@mail.example").mobile("+31612345678").workshop_invoice(date(2026, 3, 9)).save().await;
        shop.car(&dora, "XX-123-X").maintenance_due(date(2026, 12, 10)).save().await;
        shop.says_no(&dora, Scope::channel(Channel::Email)).await;
        shop.says_no(&dora, Scope::channel(Channel::Letter)).await;
        shop.says_yes(&dora, dora.mobile.unwrap(), Purpose::Reminder, Channel::Phone).await;
        select_week(&shop.store, shop.id, None, false).await.unwrap();
        let anke = staff(&db, &site, &shop, Role::Marketing).await;
        let bram = staff(&db, &site, &shop, Role::Reception).await;
        let approve = [("which", "all"), ("moment", "maintenance-due"), ("decision", "approve"), ("by", "call_list")];
        post(&anke, &format!("/office/jansen/week/{WEEK}/decisions"), &approve).await;
        let mut tx = shop.store.read().await.unwrap();
        let entry = tx.company(shop.id).await.unwrap().calls(None, None, 0, 10).await.unwrap().remove(0);
        drop(tx);
        let page = format!("/office/jansen/call-list/{}", entry.id);
        assert!(get(&anke, &page).await.body.contains("tel:+31612345678"));
        assert_eq!(post(&anke, &format!("{page}/hold"), &[("hold", "yes")]).await.status, StatusCode::SEE_OTHER);
        let other = get(&bram, &page).await.body;
        assert!(!other.contains("612345678") && other.contains("Sam marketing"), "{other}");
        assert!(get(&bram, "/office/jansen/call-list").await.body.contains("Sam marketing"));
        let done = [("outcome", "reached"), ("objection_offered", "yes")];
        post(&bram, &page, &done).await;
        post(&bram, &format!("{page}/hold"), &[("hold", "yes")]).await;
        let opened = calls::open(site.outreach(), shop.id, entry.id).await.unwrap();
        assert!(opened.attempts.is_empty() && opened.call.assigned_to == Some(anke.id), "{opened:?}");
        for (day, time) in [("", "14:30"), ("2026-11-25", "half three"), ("2026-11-25", "25:00")] {
            let wrong = [("outcome", "no_answer"), ("call_back_at", day), ("call_back_time", time)];
            assert_eq!(post(&anke, &page, &wrong).await.status, StatusCode::UNPROCESSABLE_ENTITY, "{day} {time}");
        }
        let later = [("outcome", "no_answer"), ("call_back_at", "2026-11-25"), ("call_back_time", "14:30"), ("note", "engaged")];
        assert_eq!(post(&anke, &page, &later).await.status, StatusCode::SEE_OTHER);
        let opened = calls::open(site.outreach(), shop.id, entry.id).await.unwrap();
        assert_eq!(opened.call.call_back_at.map(|at| at.rfc3339()), Some("2026-11-25T13:30:00.000000Z".to_owned()), "half past two in Amsterdam");
        assert_eq!((opened.attempts.len(), opened.call.assigned_to), (1, None), "to be called again by anybody");
        let said = post(&bram, &page, &[("outcome", "reached")]).await;
        assert_eq!(said.status, StatusCode::UNPROCESSABLE_ENTITY, "the right to object must have been offered");
        assert_eq!(post(&bram, &page, &done).await.status, StatusCode::SEE_OTHER);
        let opened = calls::open(site.outreach(), shop.id, entry.id).await.unwrap();
        assert_eq!(opened.call.state.as_str(), "done");
    }
}
