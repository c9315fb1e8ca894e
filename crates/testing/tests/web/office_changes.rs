//! Changes on their way back to the dealer's own system (F68, F77): what staff change, what customers ask to correct, the
//! file that is handed over.

use carport_domain::access::Role;
use carport_outreach::accounts::export_changes;
use carport_testing::browser::TestSite;
use carport_testing::{TestCompany, date, db_test};
use http::StatusCode;

use super::office_customers::{anna, audited, page, staff};
use super::portal_doors::signed_in;

const OPEN: &str =
    "SELECT COUNT(*) FROM changes WHERE company_id = $1 AND status = 'open' AND exported_at IS NULL";

db_test! {
    async fn staff_change_a_customers_data_and_every_change_is_on_record(db: TestDb) {
        let (site, shop) = (TestSite::new(&db), TestCompany::new(&db).await);
        let anna = anna(&shop).await;
        let (_, mut desk) = staff(&site, &shop, Role::Reception, "[]").await;
        let form = desk.get(&page(&anna, "/edit")).await;
        assert!(form.status == StatusCode::OK && form.body.contains("anna@mail.example"), "{}", form.body);
        let wrong = [("surname", ""), ("country", "NL"), ("email", "anna@"), ("street", "Kerkstraat"), ("postcode", "1")];
        let answer = desk.post(&page(&anna, "/edit"), &wrong).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.body.contains("href=\"#email\"") && answer.body.contains("href=\"#postcode\""), "{}", answer.body);
        let right = [
            ("first_name", "Anna"), ("surname", "Voorbeeld"), ("country", "NL"), ("email", "anna@mail.example"),
            ("mobile", "06 55501286"), ("street", "Kerkstraat"), ("house_number", "12"), ("postcode", "1234ab"), ("city", "Utrecht"),
        ];
        assert_eq!(desk.post(&page(&anna, "/edit"), &right).await.location(), page(&anna, ""));
        let shown = desk.get(&page(&anna, "")).await;
        assert!(shown.body.contains("06 55501286") && shown.body.contains("Kerkstraat 12"), "{}", shown.body);
        let kept = shop.number(OPEN, vec![shop.id.0.into()]).await;
        assert!(kept >= 2, "the address and the number: {kept}");
        desk.post(&page(&anna, "/edit"), &right).await;
        assert_eq!(shop.number(OPEN, vec![shop.id.0.into()]).await, kept, "the same again changes nothing");
        assert_eq!(audited(&shop, "customer.changed").await, 1);
        let (_, mut reader) = staff(&site, &shop, Role::ReadOnly, "[]").await;
        assert_eq!(reader.get(&page(&anna, "/edit")).await.status, StatusCode::NOT_FOUND);
        assert_eq!(reader.post(&page(&anna, "/edit"), &right).await.status, StatusCode::NOT_FOUND);
    }

    async fn staff_change_a_car_and_the_dealers_system_hears_of_each_field(db: TestDb) {
        let (site, shop) = (TestSite::new(&db), TestCompany::new(&db).await);
        let anna = anna(&shop).await;
        let bert = shop.customer("Bert").number("20511").save().await;
        let car = shop.car(&bert, "AB-12-CD").inspection_due(date(2026, 12, 27)).save().await;
        let (_, mut desk) = staff(&site, &shop, Role::Reception, "[]").await;
        let edit = page(&bert, &format!("/cars/{car}/edit"));
        assert!(desk.get(&page(&bert, "")).await.body.contains(&edit));
        let form = desk.get(&edit).await;
        assert!(form.body.contains("AB-12-CD") && form.body.contains("2026-12-27"), "{}", form.body);
        let elsewhere = page(&anna, &format!("/cars/{car}/edit"));
        assert_eq!(desk.get(&elsewhere).await.status, StatusCode::NOT_FOUND, "somebody else's car");

        let wrong = [("plate", "!"), ("plate_country", "NL"), ("vin", "<>"), ("first_registration", "2027-01-01"), ("inspection_due", "soon"), ("body", "boat"), ("mileage", "-3")];
        let answer = desk.post(&edit, &wrong).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        for field in ["plate", "vin", "first_registration", "inspection_due", "body", "mileage"] {
            assert!(answer.body.contains(&format!("href=\"#{field}\"")), "{field}: {}", answer.body);
        }
        let right = [
            ("plate", "ab12cd"), ("plate_country", "NL"), ("vin", "WVWZZZ1JZXW000001"), ("make", "Volvia"), ("model", "Kombi"), ("fuel", "diesel"),
            ("first_registration", "2019-05-01"), ("inspection_due", "2027-01-15"), ("mileage", "81500"),
        ];
        assert_eq!(desk.post(&edit, &right).await.location(), page(&bert, ""));
        let shown = desk.get(&page(&bert, "")).await;
        assert!(shown.body.contains("Volvia Kombi") && shown.body.contains("Diesel") && shown.body.contains("15-01-2027"), "{}", shown.body);
        let kept = shop.number(OPEN, vec![shop.id.0.into()]).await;
        assert_eq!(kept, 7, "the plate is the same; each other field is a change");
        desk.post(&edit, &right).await;
        assert_eq!(shop.number(OPEN, vec![shop.id.0.into()]).await, kept, "the same again changes nothing");
        let lower = desk.post(&edit, &[("plate", "ab12cd"), ("plate_country", "NL"), ("mileage", "8150")]).await;
        assert!(lower.status == StatusCode::UNPROCESSABLE_ENTITY && lower.body.contains("name=\"sure\""));
        assert_eq!(audited(&shop, "vehicle.changed").await, 1);

        let mut tx = db.store.begin().await.unwrap();
        let export = export_changes(&mut tx.company(shop.id).await.unwrap(), 100).await.unwrap();
        let file = String::from_utf8(export.vehicles.unwrap()).unwrap();
        assert!(file.contains("2027-01-15") && file.contains("diesel") && file.contains("81500"), "{file}");
        assert!(export.customers.is_none());
        drop(tx);
        let (_, mut reader) = staff(&site, &shop, Role::ReadOnly, "[]").await;
        assert_eq!(reader.get(&edit).await.status, StatusCode::NOT_FOUND);
        assert_eq!(reader.post(&edit, &right).await.status, StatusCode::NOT_FOUND);
    }

    async fn what_changed_is_handed_over_once_and_can_be_fetched_again(db: TestDb) {
        let (site, shop) = (TestSite::new(&db), TestCompany::new(&db).await);
        let (_, mut customer) = signed_in(&db, &site, &shop).await;
        let address = [("street", "Kerkstraat"), ("house_number", "12"), ("postcode", "1234ab"), ("city", "Utrecht"), ("country", "NL")];
        customer.post("/jansen/my-data/address", &address).await;
        let (_, mut owner) = staff(&site, &shop, Role::Owner, "[]").await;
        assert!(owner.get("/office/jansen/changes").await.body.contains("Kerkstraat 12"));
        let file = owner.post("/office/jansen/changes/export", &[]).await;
        assert_eq!(file.headers["content-type"], "application/zip");
        assert!(file.headers["content-disposition"].to_str().unwrap().contains("jansen-changes-"));
        assert_eq!(shop.number(OPEN, vec![shop.id.0.into()]).await, 0);
        let at = shop.number("SELECT MAX(exported_at) FROM changes WHERE company_id = $1", vec![shop.id.0.into()]).await;
        let again = owner.post("/office/jansen/changes/export", &[("at", &at.to_string())]).await;
        assert_eq!(again.headers["content-type"], "application/zip");
        assert_eq!(owner.post("/office/jansen/changes/export", &[]).await.location(), "/office/jansen/changes", "nothing waits");
        assert_eq!(owner.post("/office/jansen/changes/export", &[("at", "x")]).await.status, StatusCode::NOT_FOUND);
        let (_, mut desk) = staff(&site, &shop, Role::Reception, "[]").await;
        assert_eq!(desk.get("/office/jansen/changes").await.status, StatusCode::OK);
        assert_eq!(desk.post("/office/jansen/changes/export", &[]).await.status, StatusCode::NOT_FOUND);
    }

    async fn a_correction_is_ticked_off_and_that_can_be_undone(db: TestDb) {
        let (site, shop) = (TestSite::new(&db), TestCompany::new(&db).await);
        let (_, mut customer) = signed_in(&db, &site, &shop).await;
        let cars = customer.open("/jansen/my-car").await;
        let card = cars.body.split("href=\"").filter_map(|part| part.split('"').next()).find(|url| url.starts_with("/jansen/my-car/")).unwrap().to_owned();
        customer.post(&format!("{card}/correction"), &[("field", "inspection_due"), ("value", "31-12-2026")]).await;
        let (_, mut desk) = staff(&site, &shop, Role::Reception, "[]").await;
        let list = desk.get("/office/jansen/changes").await;
        assert!(list.body.contains("31-12-2026"), "{}", list.body);
        let settle = list.body.split('"').find(|word| word.ends_with("/settle")).unwrap().to_owned();
        assert_eq!(desk.post(&settle, &[]).await.location(), "/office/jansen/changes");
        let list = desk.get("/office/jansen/changes").await;
        assert!(!list.body.contains("31-12-2026"));
        let undo = list.body.split('"').find(|word| word.ends_with("/reopen")).expect("a way back").to_owned();
        desk.post(&undo, &[]).await;
        assert!(desk.get("/office/jansen/changes").await.body.contains("31-12-2026"));
        let strange = "/office/jansen/changes/corrections/00000000-0000-7000-8000-000000000000/settle";
        assert_eq!(desk.post(strange, &[]).await.status, StatusCode::SEE_OTHER);
        assert_eq!(audited(&shop, "correction.settled").await, 1);
    }
}
