//! Imports in the back office (F194–F196, B8): a delivery is uploaded, run, looked at, decided about and taken back.

use std::io::{Cursor, Write};
use std::sync::Arc;

use axum::body::Body;
use carport_domain::ImportId;
use carport_domain::access::Role;
use carport_testing::browser::{Answer, TestSite};
use carport_testing::{TestCompany, TestDb, db_test};
use http::{Method, StatusCode};

use super::office_company::{SignedIn, staff};
use super::portal_doors::signed_in;

const CUSTOMERS: &str = "Klantnr;Naam;E-mail\n1;Jansen;jansen@post.example\n2;Bakker;geen adres\n3;=cmd();\n";

/// Sends files as a browser does.
async fn upload<C: AsRef<[u8]>>(staff: &SignedIn, fields: &[(&str, &str)], files: &[(&str, C)]) -> Answer {
    let mut body = Vec::new();
    for (name, value) in fields {
        body.extend(
            format!("--x\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n").into_bytes(),
        );
    }
    for (name, content) in files {
        let head = format!(
            "--x\r\nContent-Disposition: form-data; name=\"files\"; filename=\"{name}\"\r\nContent-Type: text/csv\r\n\r\n"
        );
        body.extend(head.into_bytes());
        body.extend_from_slice(content.as_ref());
        body.extend_from_slice(b"\r\n");
    }
    body.extend_from_slice(b"--x--\r\n");
    staff
        .send(
            Method::POST,
            "/office/jansen/imports/new",
            "multipart/form-data; boundary=x",
            Body::from(body),
        )
        .await
}

fn zipped(files: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in files {
        zip.start_file(*name, zip::write::SimpleFileOptions::default())
            .unwrap();
        zip.write_all(content.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

async fn get(staff: &SignedIn, path: &str) -> Answer {
    staff.ask(Method::GET, path, &[]).await
}

async fn press(staff: &SignedIn, path: &str) -> Answer {
    staff.ask(Method::POST, path, &[]).await
}

/// Does what the worker does with the job.
async fn work(db: &TestDb, shop: &TestCompany) -> ImportId {
    let mut tx = db.store.read().await.unwrap();
    let id = tx.company(shop.id).await.unwrap().imports(1).await.unwrap()[0].id;
    drop(tx);
    carport_intake::run(&db.store, shop.id, id, Arc::new(|_| ()))
        .await
        .unwrap();
    id
}

async fn count(shop: &TestCompany, sql: &str) -> i64 {
    shop.number(sql, vec![shop.id.0.into()]).await
}

const ALL: &str = "SELECT COUNT(*) FROM customers WHERE company_id = $1";
const JOBS: &str = "SELECT COUNT(*) FROM jobs WHERE company_id = $1 AND kind = 'import.run'";

db_test! {
    async fn a_delivery_is_uploaded_run_looked_at_and_taken_back(db: TestDb) {
        let (site, shop) = (TestSite::new(&db), TestCompany::new(&db).await);
        let owner = staff(&db, &site, &shop, Role::Owner).await;
        assert_eq!(get(&owner, "/office/jansen/imports").await.status, StatusCode::OK);
        assert_eq!(get(&owner, "/office/jansen/imports/new").await.status, StatusCode::OK);

        let answer = upload(&owner, &[("mode", "full")], &[("../klanten.csv", CUSTOMERS)]).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
        let page = answer.location().to_owned();
        assert_eq!(count(&shop, JOBS).await, 1);
        assert!(get(&owner, &page).await.body.contains("data-live"));
        let busy = upload(&owner, &[("mode", "daily")], &[("klanten.csv", CUSTOMERS)]).await;
        assert_eq!(busy.status, StatusCode::CONFLICT);

        work(&db, &shop).await;
        let before = count(&shop, ALL).await;
        assert!(before > 0);
        let shown = get(&owner, &page).await;
        assert_eq!(shown.status, StatusCode::OK, "{}", shown.body);
        assert!(shown.body.contains("geen adres") && !shown.body.contains("data-live="), "{}", shown.body);
        let errors = get(&owner, &format!("{page}/errors.csv")).await;
        assert_eq!(errors.status, StatusCode::OK);
        assert!(errors.body.contains("klanten.csv;3;e-mail address;geen adres;"), "{}", errors.body);
        assert!(!errors.body.contains(";=cmd"), "a formula stands in the error file: {}", errors.body);

        assert_eq!(press(&owner, &format!("{page}/undo")).await.status, StatusCode::SEE_OTHER);
        assert_eq!(count(&shop, ALL).await, 0);
        assert_eq!(get(&owner, &page).await.status, StatusCode::OK);
        let audited = "SELECT COUNT(*) FROM audit_log WHERE company_id = $1 AND action LIKE 'import.%'";
        assert_eq!(count(&shop, audited).await, 2);
    }

    async fn an_export_that_lacks_nearly_everybody_waits_for_a_decision(db: TestDb) {
        let (site, shop) = (TestSite::new(&db), TestCompany::new(&db).await);
        let owner = staff(&db, &site, &shop, Role::Owner).await;
        let many: String = (1..=40).map(|n| format!("{n};Klant\n")).collect();
        upload(&owner, &[("mode", "full")], &[("klanten.csv", format!("Klantnr;Naam\n{many}"))]).await;
        work(&db, &shop).await;
        let missing = "SELECT COUNT(*) FROM customers WHERE company_id = $1 AND missing_since IS NOT NULL";
        for (word, gone) in [("refuse", 0), ("accept", 39)] {
            db.clock.advance_seconds(60);
            let answer = upload(&owner, &[("mode", "full")], &[("klanten.csv", "Klantnr;Naam\n1;Klant\n")]).await;
            let page = answer.location().to_owned();
            work(&db, &shop).await;
            assert!(get(&owner, &page).await.body.contains(&format!("{page}/{word}")));
            assert_eq!(press(&owner, &format!("{page}/{word}")).await.status, StatusCode::SEE_OTHER);
            work(&db, &shop).await;
            assert_eq!(count(&shop, missing).await, gone, "{word}");
            assert!(!get(&owner, &page).await.body.contains(&format!("{page}/accept")));
        }
    }

    async fn an_invoice_that_comes_in_a_zip_with_its_document_can_be_opened_by_the_customer(db: TestDb) {
        let (site, shop) = (TestSite::new(&db), TestCompany::new(&db).await);
        let (_, mut customer) = signed_in(&db, &site, &shop).await;
        let owner = staff(&db, &site, &shop, Role::Owner).await;
        let known = "UPDATE customers SET dms_source = 'dms' WHERE company_id = $1";
        shop.sql(known, vec![shop.id.0.into()]).await;
        let archive = zipped(&[
            ("export/facturen.csv", "Factuurnr;Klantnr;Datum;Soort;Bedrag;PDF\nF1;10482;11-11-2026;werkplaats;412,35;Z:\\archief\\F1.PDF\n"),
            ("export/pdf/F1.pdf", "%PDF-1.7 one"),
        ]);
        let answer = upload(&owner, &[("mode", "daily")], &[("export.zip", archive)]).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
        work(&db, &shop).await;
        let page = get(&owner, answer.location()).await;
        assert!(!page.body.contains("intake-report"), "{}", page.body);

        let list = customer.get("/jansen/invoices").await;
        let link = list.body.split("href=\"").find(|part| part.starts_with("/jansen/invoices/"));
        let link = link.and_then(|part| part.split('"').next()).expect("a link to the document").to_owned();
        let document = customer.get(&link).await;
        assert_eq!((document.status, document.body.as_str()), (StatusCode::OK, "%PDF-1.7 one"));
        assert_eq!(customer.get(&format!("{link}?download")).await.status, StatusCode::OK);
        let left = std::fs::read_dir(db.store.scratch()).unwrap().flatten();
        let left: Vec<String> = left.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
        assert!(!left.iter().any(|name| name.starts_with("upload-") || name.starts_with("delivery-")), "{left:?}");
    }

    async fn what_a_column_is_called_is_said_once_and_counts_from_the_next_import(db: TestDb) {
        let (site, shop) = (TestSite::new(&db), TestCompany::new(&db).await);
        let owner = staff(&db, &site, &shop, Role::Owner).await;
        let file = |name: &str| [("klanten.csv", format!("Klantnr;Naam;Extern adres;{name}\n1;Bakker;bakker@post.example;44\n"))];
        upload(&owner, &[("mode", "daily")], &file("<Schoenmaat>")).await;
        work(&db, &shop).await;
        let emails = "SELECT COUNT(*) FROM contact_points WHERE company_id = $1 AND kind = 'email'";
        assert_eq!(count(&shop, emails).await, 0);
        let page = get(&owner, "/office/jansen/imports/columns").await;
        assert!(page.body.contains("customers:Extern adres") && page.body.contains("&#60;Schoenmaat&#62;"), "{}", page.body);

        let said = [
            ("header-0", "customers:<Schoenmaat>"),
            ("column-0", "-"),
            ("header", "Extern adres"),
            ("column", "customers:email"),
        ];
        let saved = owner.ask(Method::POST, "/office/jansen/imports/columns", &said).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
        db.clock.advance_seconds(60);
        let answer = upload(&owner, &[("mode", "daily")], &file("schoenmaat")).await;
        work(&db, &shop).await;
        assert_eq!(count(&shop, emails).await, 1);
        assert!(!get(&owner, answer.location()).await.body.contains("choenmaat"));

        for (wrong, status) in [
            (&[("header", "Extern")][..], StatusCode::UNPROCESSABLE_ENTITY),
            (&[("column", "customers:email")], StatusCode::UNPROCESSABLE_ENTITY),
            (&[("header", "Extern"), ("column", "customers:shoe_size")], StatusCode::BAD_REQUEST),
        ] {
            assert_eq!(owner.ask(Method::POST, "/office/jansen/imports/columns", wrong).await.status, status, "{wrong:?}");
        }
    }

    async fn the_start_of_the_office_names_the_last_import(db: TestDb) {
        let (site, shop) = (TestSite::new(&db), TestCompany::new(&db).await);
        let owner = staff(&db, &site, &shop, Role::Owner).await;
        assert!(get(&owner, "/office/jansen").await.body.contains("None yet"));
        upload(&owner, &[("mode", "full")], &[("klanten.csv", CUSTOMERS)]).await;
        work(&db, &shop).await;
        let home = get(&owner, "/office/jansen").await;
        assert!(home.body.contains("3 rows") && home.body.contains("1 not taken"), "{}", home.body);
    }

    async fn documents_uploaded_beside_an_archive_are_kept_until_the_import_has_taken_them(db: TestDb) {
        let (site, shop) = (TestSite::new(&db), TestCompany::new(&db).await);
        let owner = staff(&db, &site, &shop, Role::Owner).await;
        let tables = zipped(&[
            ("klanten.csv", "Klantnr;Naam\n1;Jansen\n"),
            ("facturen.csv", "Factuurnr;Klantnr;Datum;Soort;Bedrag;PDF\nF1;1;11-11-2026;werkplaats;412,35;F1.pdf\n"),
        ]);
        let files = [("export.zip", tables), ("F1.pdf", b"%PDF-1.7 one".to_vec())];
        let answer = upload(&owner, &[("mode", "daily")], &files).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
        work(&db, &shop).await;
        let taken = "SELECT COUNT(*) FROM invoices WHERE company_id = $1 AND document_key IS NOT NULL";
        assert_eq!(count(&shop, taken).await, 1);
        assert_eq!(std::fs::read_dir(db.store.scratch()).into_iter().flatten().count(), 0);
    }

    async fn what_cannot_be_imported_is_refused_in_place_and_nothing_stays(db: TestDb) {
        let (site, shop) = (TestSite::new(&db), TestCompany::new(&db).await);
        let owner = staff(&db, &site, &shop, Role::Owner).await;
        for (fields, files, says) in [
            (&[("mode", "full")][..], &[][..], "Choose at least one file"),
            (&[], &[("klanten.csv", CUSTOMERS)], "full or a daily export"),
            (&[("mode", "full")], &[("klanten.csv", "")], "The file is empty"),
            (&[("mode", "full")], &[("notes.csv", "a;b\n1;2\n")], "Neither the file"),
            (&[("mode", "full")], &[("export.zip", "no zip")], "cannot be unpacked"),
            (&[("mode", "full")], &[("klanten.csv", CUSTOMERS), ("KLANTEN.csv", CUSTOMERS)], "Two files are called"),
        ] {
            let answer = upload(&owner, fields, files).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{says}");
            assert!(answer.body.contains(says), "{says}: {}", answer.body);
        }
        assert_eq!(count(&shop, "SELECT COUNT(*) FROM imports WHERE company_id = $1").await, 0);
        let uploads = std::fs::read_dir(db.store.scratch()).unwrap().flatten();
        assert_eq!(uploads.filter(|e| e.file_name().to_string_lossy().starts_with("upload-")).count(), 0);

        let desk = staff(&db, &site, &shop, Role::Reception).await;
        assert_eq!(get(&desk, "/office/jansen/imports").await.status, StatusCode::NOT_FOUND);
        assert_eq!(upload(&desk, &[("mode", "full")], &[("klanten.csv", CUSTOMERS)]).await.status, StatusCode::NOT_FOUND);
    }
}
