//! A delivery as a whole: what comes in, what is held, what a dry run leaves behind.

use carport_intake::ImportError;
use carport_store::imports::layout::FileKind;
use carport_store::imports::{DoubtReason, ImportState, Mode};
use carport_testing::{TestDb, db_test};

use crate::kit::{Desk, four};

const CUSTOMERS: &str = "Klantnr;Aanhef;Voornaam;Naam;E-mail;Mobiel;Telefoon;Adres;Postcode;Plaats;Contactgegevens sinds\n\
    1001;Mevr.;Anna;de Vries;anna@post.example;06-10000001;;Dorpsstraat 1;1234 AB;Dorp;01-03-2024\n\
    1002;Dhr.;Piet;Bakker;;;010-0000002;Kade 2;2345 BC;Haven;\n\
    1003;;;Müller;mueller@post.example;;;;;;\n";
const VEHICLES: &str = "Voertuignr;Klantnr;Kenteken;Merk;Model;APK;Km-stand\n\
    V1;1001;AB-12-CD;Velmora;Lano;14-12-2026;84.210\n\
    V2;1001;12-ABC-3;Torvik;T20;01-02-2027;12000\n\
    V3;1002;K-123-AB;Kesten;Rhein;;\n";
const VISITS: &str = "Werkorder;Klantnr;Kenteken;Datum;Soort;Km-stand\n\
    W1;1001;ab12cd;10-03-2025;werkplaats;70000\n\
    W2;1001;AB-12-CD;11-11-2026;werkplaats;84210\n\
    W3;1002;;05-05-2026;showroom;\n";
const INVOICES: &str = "Factuurnr;Klantnr;Voertuignr;Werkorder;Datum;Soort;Bedrag;PDF\n\
    F1;1001;V1;W2;11-11-2026;werkplaats;412,35;F1.pdf\n\
    F2;1002;;;05-05-2026;verkoop;15.000,00;F2.pdf\n";
const CONSENTS: &str = "Klantnr;Doel;Kanaal;Antwoord;Datum;Tekst;Herkomst\n\
    1001;Herinneringen;E-mail;ja;01-06-2025;Ja, graag.;balie\n\
    1001;Nieuwsbrief;E-mail;nee;02-06-2025;;\n\
    1002;Nieuwsbrief;Brief;ja;02-06-2025;;\n\
    1003;Nieuwsbrief;Telefoon;ja;02-06-2025;Ja, graag.;balie\n";

async fn delivered(db: &TestDb) -> Desk {
    let desk = Desk::new(db).await;
    desk.write("klanten.csv", CUSTOMERS)
        .write("voertuigen.csv", VEHICLES)
        .write("werkorders.csv", VISITS)
        .write("facturen.csv", INVOICES)
        .write("toestemmingen.csv", CONSENTS)
        .write("F1.pdf", "%PDF-1.7 one");
    desk
}

db_test! {
    async fn a_full_export_becomes_customers_cars_visits_invoices_and_consents(db: TestDb) {
        let desk = delivered(&db).await;
        let import = desk.import(Mode::Full).await;
        assert_eq!(import.state, ImportState::Done);
        assert_eq!(four(&import, FileKind::Customers), (3, 0, 0, 0));
        assert_eq!(four(&import, FileKind::Vehicles), (3, 0, 0, 0));
        assert_eq!(four(&import, FileKind::Visits), (3, 0, 0, 0));
        assert_eq!(four(&import, FileKind::Invoices), (2, 0, 0, 0));
        assert_eq!(four(&import, FileKind::Consents), (2, 0, 0, 2));

        let anna = "FROM customers WHERE company_id = $1 AND dms_number = '1001'";
        assert_eq!(desk.text(&format!("SELECT last_name {anna}")).await, "Vries");
        assert_eq!(desk.text(&format!("SELECT infix {anna}")).await, "de");
        assert_eq!(desk.text(&format!("SELECT stage {anna}")).await, "customer");
        assert_eq!(desk.text(&format!("SELECT CAST(first_workshop_on AS TEXT) {anna}")).await, "2025-03-10");
        assert_eq!(desk.text(&format!("SELECT CAST(last_visit_on AS TEXT) {anna}")).await, "2026-11-11");
        assert_eq!(desk.text(&format!("SELECT CAST(last_invoice_on AS TEXT) {anna}")).await, "2026-11-11");
        // a visit to the showroom is no workshop visit, the invoice is a visit all the same
        let piet = "FROM customers WHERE company_id = $1 AND dms_number = '1002'";
        assert_eq!(desk.text(&format!("SELECT CAST(first_workshop_on AS TEXT) {piet}")).await, "");
        assert_eq!(desk.text(&format!("SELECT CAST(last_visit_on AS TEXT) {piet}")).await, "2026-05-05");

        assert_eq!(desk.number("SELECT COUNT(*) FROM contact_points WHERE company_id = $1").await, 6);
        let mobile = "SELECT value FROM contact_points WHERE company_id = $1 AND kind = 'mobile'";
        assert_eq!(desk.text(mobile).await, "+31610000001");
        let collected = "SELECT CAST(collected_on AS TEXT) FROM contact_points WHERE company_id = $1 AND kind = 'mobile'";
        assert_eq!(desk.text(collected).await, "2024-03-01");
        let entities = "SELECT COUNT(*) FROM contact_points WHERE company_id = $1 AND legal_entity_id IS NOT NULL";
        assert_eq!(desk.number(entities).await, 6);

        let holdings = "SELECT COUNT(*) FROM vehicle_holdings WHERE company_id = $1 AND role = 'owner' AND until_on IS NULL";
        assert_eq!(desk.number(holdings).await, 3);
        let visit = "SELECT COUNT(*) FROM visits v JOIN vehicles c ON c.company_id = v.company_id AND c.id = v.vehicle_id
            WHERE v.company_id = $1 AND c.plate = 'AB-12-CD'";
        assert_eq!(desk.number(visit).await, 2);
        let invoice = "SELECT COUNT(*) FROM invoices i JOIN visits v ON v.company_id = i.company_id AND v.id = i.visit_id
            WHERE i.company_id = $1 AND v.dms_number = 'W2' AND i.amount_cents = 41235 AND i.category = 'workshop'";
        assert_eq!(desk.number(invoice).await, 1);

        let key = desk.text("SELECT document_key FROM invoices WHERE company_id = $1 AND dms_number = 'F1'").await;
        let document = db.store.files().get(desk.shop.id, &key).await.unwrap().unwrap();
        assert_eq!(&document[..], b"%PDF-1.7 one");

        let remarks: Vec<String> = desk
            .remarks(&import)
            .await
            .iter()
            .map(|r| format!("{} {} {} {} {}", r.kind, r.line, r.column_name, r.reason, r.rejected))
            .collect();
        assert_eq!(
            remarks,
            [
                "consents 4 origin consent_without_proof true",
                "consents 5 contact unknown_contact true",
                "invoices 3 document document_missing false",
            ]
        );
        let mut tx = db.store.begin().await.unwrap();
        let chain = tx.company(desk.shop.id).await.unwrap().verify_consents(None).await.unwrap();
        assert_eq!(chain.unwrap().entries, 2);
    }

    async fn the_same_files_twice_change_nothing(db: TestDb) {
        let desk = delivered(&db).await;
        desk.import(Mode::Full).await;
        let before = desk.number("SELECT COUNT(*) FROM consent_events WHERE company_id = $1").await;
        db.clock.advance_seconds(3_600);
        let again = desk.import(Mode::Full).await;
        assert_eq!(four(&again, FileKind::Customers), (0, 0, 3, 0));
        assert_eq!(four(&again, FileKind::Vehicles), (0, 0, 3, 0));
        assert_eq!(four(&again, FileKind::Visits), (0, 0, 3, 0));
        assert_eq!(four(&again, FileKind::Invoices), (0, 0, 2, 0));
        assert_eq!(four(&again, FileKind::Consents), (0, 0, 2, 2));
        assert_eq!(desk.number("SELECT COUNT(*) FROM consent_events WHERE company_id = $1").await, before);
        assert_eq!(desk.number("SELECT COUNT(*) FROM contact_points WHERE company_id = $1").await, 6);
        let touched = format!("SELECT COUNT(*) FROM customers WHERE company_id = $1 AND updated_at > {}", TestDb::start().0);
        assert_eq!(desk.number(&touched).await, 0);
        assert_eq!(desk.number("SELECT COUNT(*) FROM import_changes WHERE company_id = $1").await, 0);
    }

    async fn a_dry_run_counts_and_shows_everything_and_changes_nothing(db: TestDb) {
        let desk = delivered(&db).await;
        let dry = desk.try_import(Mode::Full, true, &[]).await.unwrap();
        assert_eq!(dry.state, ImportState::Done);
        assert_eq!(desk.number("SELECT COUNT(*) FROM customers WHERE company_id = $1").await, 0);
        assert_eq!(desk.number("SELECT COUNT(*) FROM consent_events WHERE company_id = $1").await, 0);
        let remarks = desk.remarks(&dry).await.len();
        let real = desk.import(Mode::Full).await;
        assert_eq!(dry.counts, real.counts);
        assert_eq!(desk.remarks(&real).await.len(), remarks);

        desk.write("klanten.csv", CUSTOMERS.replace("Kade 2", "Kade 22"));
        let dry = desk.try_import(Mode::Full, true, &[]).await.unwrap();
        assert_eq!(four(&dry, FileKind::Customers), (0, 1, 2, 0));
        let mut tx = db.store.read().await.unwrap();
        let shown = tx.company(desk.shop.id).await.unwrap().import_changes(dry.id, None, 10).await.unwrap();
        assert_eq!(shown.len(), 1);
        assert_eq!((shown[0].field.as_str(), shown[0].line), ("address", 3));
        assert!(shown[0].old_value.as_ref().unwrap().contains("\"2\"") && shown[0].new_value.as_ref().unwrap().contains("\"22\""));
        let address = "SELECT value FROM contact_points WHERE company_id = $1 AND kind = 'address' AND value LIKE '%Kade%'";
        assert!(desk.text(address).await.contains("\"2\""));
    }

    async fn a_full_export_that_lacks_many_is_held_and_goes_on_when_somebody_says_so(db: TestDb) {
        let desk = delivered(&db).await;
        desk.import(Mode::Full).await;
        desk.write("klanten.csv", "Klantnr;Naam\n1001;de Vries\n");
        let held = desk.import(Mode::Full).await;
        assert_eq!(held.state, ImportState::Held);
        assert_eq!(held.doubts.len(), 1);
        assert_eq!((held.doubts[0].reason, held.doubts[0].found, held.doubts[0].of), (DoubtReason::Missing, 2, 3));
        assert_eq!(desk.number("SELECT COUNT(*) FROM customers WHERE company_id = $1 AND missing_since IS NOT NULL").await, 0);

        // a newer delivery takes the place of what waits
        db.clock.advance_seconds(60);
        let newer = desk.import(Mode::Full).await;
        let mut tx = db.store.begin().await.unwrap();
        let mut company = tx.company(desk.shop.id).await.unwrap();
        assert!(!company.accept_import(held.id).await.unwrap());
        drop(tx);
        let held = newer;
        assert_eq!(held.state, ImportState::Held);

        let mut tx = db.store.begin().await.unwrap();
        assert!(tx.company(desk.shop.id).await.unwrap().accept_import(held.id).await.unwrap());
        tx.commit().await.unwrap();
        let done = carport_intake::run(&db.store, desk.shop.id, held.id, std::sync::Arc::new(|_| ())).await.unwrap();
        assert_eq!(done.state, ImportState::Done);
        assert_eq!(done.counts[&FileKind::Customers].missing, 2);
        assert_eq!(desk.number("SELECT COUNT(*) FROM customers WHERE company_id = $1 AND missing_since IS NOT NULL").await, 2);

        // they are back in the next one
        desk.write("klanten.csv", CUSTOMERS);
        let back = desk.import(Mode::Full).await;
        assert_eq!(back.state, ImportState::Done);
        assert_eq!(desk.number("SELECT COUNT(*) FROM customers WHERE company_id = $1 AND missing_since IS NOT NULL").await, 0);
    }

    async fn an_empty_or_cut_off_full_export_stops_and_a_daily_one_misses_nobody(db: TestDb) {
        let desk = delivered(&db).await;
        desk.import(Mode::Full).await;
        desk.write("klanten.csv", "Klantnr;Naam\n");
        let empty = desk.import(Mode::Full).await;
        assert!(empty.doubts.iter().any(|d| d.reason == DoubtReason::Empty), "{:?}", empty.doubts);
        assert_eq!(empty.state, ImportState::Held);

        desk.write("klanten.csv", &CUSTOMERS[..CUSTOMERS.len() - 30]);
        let cut = desk.try_import(Mode::Full, false, &[DoubtReason::Missing]).await.unwrap();
        assert_eq!(cut.state, ImportState::Held);
        assert!(cut.doubts.iter().any(|d| d.reason == DoubtReason::CutOff), "{:?}", cut.doubts);

        desk.write("klanten.csv", "Klantnr;Naam\n1003;Mueller\n");
        let daily = desk.import(Mode::Daily).await;
        assert_eq!(daily.state, ImportState::Done);
        assert_eq!(four(&daily, FileKind::Customers), (0, 1, 0, 0));
        assert_eq!(desk.number("SELECT COUNT(*) FROM customers WHERE company_id = $1 AND missing_since IS NOT NULL").await, 0);
    }

    async fn a_file_that_cannot_be_used_stops_the_delivery_before_anything_is_changed(db: TestDb) {
        let desk = delivered(&db).await;
        desk.write("voertuigen.csv", "PK\u{3}\u{4}");
        let refused = desk.try_import(Mode::Full, false, &[]).await;
        assert!(matches!(refused, Err(ImportError::Files(problems)) if problems[0].0 == "voertuigen.csv"));
        assert_eq!(desk.number("SELECT COUNT(*) FROM imports WHERE company_id = $1").await, 0);
    }

    async fn two_companies_with_the_same_numbers_and_addresses_keep_apart(db: TestDb) {
        let desk = delivered(&db).await;
        desk.import(Mode::Full).await;
        let other = Desk::named(&db, "pietersen").await;
        other.write("klanten.csv", CUSTOMERS.replace("de Vries", "van Dam"));
        let import = other.import(Mode::Full).await;
        assert_eq!(four(&import, FileKind::Customers), (3, 0, 0, 0));
        let name = "SELECT last_name FROM customers WHERE company_id = $1 AND dms_number = '1001'";
        assert_eq!(desk.text(name).await, "Vries");
        assert_eq!(other.text(name).await, "Dam");
        other.write("klanten.csv", "Klantnr;Naam\n");
        let held = other.import(Mode::Full).await;
        assert_eq!(held.state, ImportState::Held);
        assert_eq!(desk.number("SELECT COUNT(*) FROM customers WHERE company_id = $1 AND missing_since IS NOT NULL").await, 0);
    }
}
