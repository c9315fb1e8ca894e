//! The three-way merge: the file, what is stored, and what customers and staff changed in between.

use carport_domain::consent::{Action, Actor, Channel, ConsentEvent, Draft, Method, Purpose, Scope};
use carport_domain::people::{ContactPointKind, NameInput, PersonName};
use carport_domain::{ContactPointId, CustomerId, StaffId};
use carport_outreach::accounts::{export_changes, export_unconfirmed};
use carport_store::changes::{ChangedBy, ContactEdit, VehicleFacts};
use carport_store::imports::layout::FileKind;
use carport_store::imports::{DoubtReason, ImportState, Mode, Undo};
use carport_testing::{TestCustomer, TestDb, date, db_test};

use crate::kit::{Desk, customer, four};

const HEAD: &str = "Klantnr;Voornaam;Naam;E-mail;Mobiel\n";

async fn email(desk: &Desk, customer: CustomerId) -> Vec<(ContactPointId, String, String)> {
    let mut tx = desk.shop.store.read().await.unwrap();
    let points = tx
        .company(desk.shop.id)
        .await
        .unwrap()
        .contact_points(customer)
        .await
        .unwrap();
    points
        .into_iter()
        .filter(|p| p.kind == "email")
        .map(|p| (p.id, p.value, p.origin))
        .collect()
}

/// The customer gives another e-mail address and another first name on the own page.
async fn edits(db: &TestDb, desk: &Desk, who: CustomerId, first_name: &str, address: &str) {
    let old = email(desk, who).await.first().map(|(id, ..)| *id);
    let mut tx = db.store.begin().await.unwrap();
    let mut company = tx.company(desk.shop.id).await.unwrap();
    let input = NameInput {
        first_name,
        infix: "de",
        surname: "Vries",
        ..NameInput::default()
    };
    let name = PersonName::parse(input).unwrap();
    let by = ChangedBy::Customer(who);
    company.change_name(who, &name, by).await.unwrap();
    let edit = ContactEdit {
        kind: ContactPointKind::Email,
        value: address,
        folded: address,
        today: date(2026, 11, 18),
    };
    company
        .replace_contact_point(who, old, Some(edit), by)
        .await
        .unwrap();
    tx.commit().await.unwrap();
}

async fn statuses(desk: &Desk) -> Vec<String> {
    let mut tx = desk.shop.store.read().await.unwrap();
    let who = customer(desk, "1001").await;
    let changes = tx
        .company(desk.shop.id)
        .await
        .unwrap()
        .changes_of(who, 20)
        .await
        .unwrap();
    let mut all: Vec<String> = changes
        .iter()
        .map(|c| format!("{} {}", c.field, c.status))
        .collect();
    all.sort();
    all
}

db_test! {
    async fn what_staff_changed_of_a_car_stands_until_the_file_confirms_it_or_says_something_new(db: TestDb) {
        let desk = Desk::new(&db).await;
        let head = "number;customer_number;plate;make;colour;inspection_due;mileage\n";
        desk.write("klanten.csv", format!("{HEAD}1001;Anna;de Vries;anna@post.example;06-10000001\n"));
        desk.write("voertuigen.csv", format!("{head}V1;1001;AB-12-CD;Volvia;rood;27-12-2026;80000\n"));
        desk.import(Mode::Full).await;
        let who = customer(&desk, "1001").await;
        let mut tx = db.store.begin().await.unwrap();
        let mut company = tx.company(desk.shop.id).await.unwrap();
        let car = company.vehicles_of(who).await.unwrap().remove(0);
        let facts = VehicleFacts {
            plate: Some("XX-123-X".to_owned()),
            plate_folded: Some("XX123X".to_owned()),
            colour: Some("blauw".to_owned()),
            inspection_due: Some(date(2027, 1, 15)),
            ..VehicleFacts::from(&car)
        };
        let by = ChangedBy::Staff(StaffId::new(carport_domain::Timestamp(0)));
        company.change_vehicle_facts(who, car.id, &facts, date(2026, 11, 18), by).await.unwrap();
        tx.commit().await.unwrap();

        // the file says what it said before, and a new reading: only that goes in
        desk.write("voertuigen.csv", format!("{head}V1;1001;AB-12-CD;Volvia;rood;27-12-2026;81000\n"));
        desk.import(Mode::Full).await;
        let says = async |column: &str| desk.text(&format!("SELECT CAST({column} AS TEXT) FROM vehicles WHERE company_id = $1")).await;
        assert_eq!([says("plate").await, says("plate_folded").await, says("colour").await], ["XX-123-X", "XX123X", "blauw"]);
        assert_eq!([says("inspection_due").await, says("mileage").await], ["2027-01-15", "81000"]);
        assert_eq!(statuses(&desk).await, ["colour open", "inspection_due open", "plate open"]);

        // it confirms the day, and has a newer plate and colour
        desk.write("voertuigen.csv", format!("{head}V1;1001;ZZ-99-ZZ;Volvia;groen;15-01-2027;81000\n"));
        desk.import(Mode::Full).await;
        assert_eq!([says("plate").await, says("plate_folded").await, says("colour").await], ["ZZ-99-ZZ", "ZZ99ZZ", "groen"]);
        assert_eq!(statuses(&desk).await, ["colour overtaken", "inspection_due confirmed", "plate overtaken"]);
    }

    async fn what_a_customer_changed_stands_until_the_file_confirms_it_or_says_something_new(db: TestDb) {
        let desk = Desk::new(&db).await;
        desk.write("klanten.csv", format!("{HEAD}1001;Anna;de Vries;anna@post.example;06-10000001\n"));
        desk.import(Mode::Full).await;
        let who = customer(&desk, "1001").await;
        edits(&db, &desk, who, "Annelies", "annelies@post.example").await;

        // the file says what it said before, and something else besides: only that goes in
        desk.write("klanten.csv", format!("{HEAD}1001;Anna;de Vries;anna@post.example;06-10000009\n"));
        let second = desk.import(Mode::Full).await;
        assert_eq!(four(&second, FileKind::Customers), (0, 1, 0, 0));
        let first_name = "SELECT first_name FROM customers WHERE company_id = $1";
        assert_eq!(desk.text(first_name).await, "Annelies");
        let addresses = email(&desk, who).await;
        assert_eq!(addresses.len(), 1);
        assert_eq!((addresses[0].1.as_str(), addresses[0].2.as_str()), ("annelies@post.example", "customer"));
        let mobile = "SELECT value FROM contact_points WHERE company_id = $1 AND kind = 'mobile' AND ended_at IS NULL";
        assert_eq!(desk.text(mobile).await, "+31610000009");
        assert_eq!(statuses(&desk).await, ["email open", "first_name open"]);

        // it confirms the address, and has a newer first name
        desk.write("klanten.csv", format!("{HEAD}1001;Anneke;de Vries;annelies@post.example;06-10000009\n"));
        desk.import(Mode::Full).await;
        assert_eq!(desk.text(first_name).await, "Anneke");
        let addresses = email(&desk, who).await;
        assert_eq!(addresses.len(), 1);
        assert_eq!(addresses[0].2, "customer", "the customer's own word stays the origin");
        assert_eq!(statuses(&desk).await, ["email confirmed", "first_name overtaken"]);

        // and later it has another address: that counts
        desk.write("klanten.csv", format!("{HEAD}1001;Anneke;de Vries;new@post.example;06-10000009\n"));
        desk.import(Mode::Full).await;
        let addresses: Vec<String> = email(&desk, who).await.into_iter().map(|(_, value, _)| value).collect();
        assert!(addresses.contains(&"new@post.example".to_owned()), "{addresses:?}");
    }

    async fn changes_go_to_the_dms_as_a_file_and_are_confirmed_when_it_says_them_back(db: TestDb) {
        let desk = Desk::new(&db).await;
        let head = "Klantnr;Voornaam;Naam;E-mail;Mobiel;Straat;Huisnr;Postcode;Plaats;Vestiging";
        desk.write("locations.csv", "code;name\n01;Utrecht\n");
        desk.write(
            "customers.csv",
            format!("{head}\n1001;Anna;de Vries;anna@post.example;06-10000001;Kade;2;1234 AB;Haven;01\n1002;Piet;Bakker;;;;;;;01\n"),
        );
        desk.import(Mode::Full).await;
        let who = customer(&desk, "1001").await;
        edits(&db, &desk, who, "=Annelies", "annelies@post.example").await;
        let before = desk.dump().await;

        let mut tx = db.store.begin().await.unwrap();
        let mut company = tx.company(desk.shop.id).await.unwrap();
        assert_eq!(company.count_waiting_changes().await.unwrap().0, 2);
        let export = export_changes(&mut company, 100).await.unwrap();
        company.mark_changes_exported(&export.changes).await.unwrap();
        assert_eq!(company.count_waiting_changes().await.unwrap().0, 0);
        assert!(export_changes(&mut company, 100).await.unwrap().changes.is_empty());
        assert_eq!(export_unconfirmed(&mut company, 100).await.unwrap().customers, export.customers, "it can be had again");
        tx.commit().await.unwrap();
        let file = export.customers.unwrap();
        let text = String::from_utf8(file.clone()).unwrap();
        assert!(text.contains("06 10000001") && text.contains("'=Annelies") && !text.contains("1002"), "{text}");

        // the system takes it over and says it back as it stands
        db.clock.advance_seconds(3_600);
        desk.write("customers.csv", file);
        let import = desk.import(Mode::Daily).await;
        assert!(desk.remarks(&import).await.is_empty());
        assert_eq!(statuses(&desk).await, ["email confirmed", "first_name confirmed"]);
        let same = |dump: Vec<String>| dump.into_iter().filter(|row| !row.contains(" of ")).collect::<Vec<_>>();
        let hashless = |dump: Vec<String>| {
            let cut = |row: String| match row.strip_prefix("customer ") {
                Some(rest) => rest.rsplit_once('|').map(|(front, _)| front.to_owned()).unwrap_or_default(),
                None => row,
            };
            same(dump).into_iter().map(cut).collect::<Vec<_>>()
        };
        assert_eq!(hashless(desk.dump().await), hashless(before), "nothing else changed by it");
        let at = "SELECT COUNT(*) FROM customers WHERE company_id = $1 AND location_id IS NOT NULL";
        assert_eq!(desk.number(at).await, 2);
        assert_eq!(desk.text("SELECT value FROM contact_points WHERE company_id = $1 AND kind = 'mobile' AND ended_at IS NULL").await, "+31610000001");
    }

    async fn a_new_address_takes_the_old_ones_place_and_a_refusal_holds_for_it(db: TestDb) {
        let desk = Desk::new(&db).await;
        desk.write("klanten.csv", format!("{HEAD}1001;Anna;de Vries;anna@post.example;\n"));
        desk.write(
            "toestemmingen.csv",
            "Klantnr;Doel;Kanaal;Antwoord;Datum;Tekst;Herkomst\n\
             1001;Herinneringen;E-mail;ja;01-06-2025;Ja, graag.;balie\n1001;Nieuwsbrief;E-mail;nee;01-06-2025;;\n",
        );
        desk.import(Mode::Full).await;
        let who = customer(&desk, "1001").await;
        let before = email(&desk, who).await[0].0;
        desk.write("klanten.csv", format!("{HEAD}1001;Anna;de Vries;anna.new@post.example;\n"));
        desk.import(Mode::Full).await;
        let after = email(&desk, who).await;
        assert_eq!(after.len(), 1);
        assert_ne!(after[0].0, before);
        let mut tx = db.store.read().await.unwrap();
        let standing = tx.company(desk.shop.id).await.unwrap().standing(who).await.unwrap();
        let cell = |purpose| standing.permission(Some(after[0].0), desk.shop.entity, purpose, Channel::Email);
        assert!(cell(Purpose::Reminder).granted.is_none(), "a yes does not pass to another address (CON-12)");
        assert!(cell(Purpose::Newsletter).refused.is_some(), "a no belongs to the customer");
    }

    async fn a_file_never_takes_a_no_away(db: TestDb) {
        let desk = Desk::new(&db).await;
        desk.write("klanten.csv", format!("{HEAD}1001;Anna;de Vries;anna@post.example;\n"));
        desk.import(Mode::Full).await;
        let who = customer(&desk, "1001").await;
        let mut tx = db.store.begin().await.unwrap();
        let mut company = tx.company(desk.shop.id).await.unwrap();
        let now = company.now();
        let scope = Scope::purpose(Purpose::Newsletter);
        let parties = (desk.shop.id, desk.shop.entity, who);
        let no = Draft::new(parties, Action::Withdraw, scope, (Method::Portal, Actor::Customer), now);
        company.record_consents(&[ConsentEvent::new(no).unwrap()]).await.unwrap();
        tx.commit().await.unwrap();

        db.clock.advance_seconds(86_400 * 3);
        desk.write(
            "toestemmingen.csv",
            "Klantnr;Doel;Kanaal;Antwoord;Datum;Tekst;Herkomst\n\
             1001;Nieuwsbrief;E-mail;ja;20-11-2026;Ja, graag.;balie\n1001;Herinneringen;E-mail;ja;20-11-2026;Ja, graag.;balie\n",
        );
        let import = desk.import(Mode::Daily).await;
        assert_eq!(four(&import, FileKind::Consents), (1, 0, 0, 1));
        let remarks = desk.remarks(&import).await;
        assert_eq!((remarks[0].line, remarks[0].reason.as_str()), (2, "refusal_stands"));
        let mut tx = db.store.read().await.unwrap();
        let standing = tx.company(desk.shop.id).await.unwrap().standing(who).await.unwrap();
        assert!(standing.refusal(Scope::cell(Purpose::Newsletter, Channel::Email)).is_some());
    }

    async fn a_no_of_a_file_dated_the_day_of_a_yes_wins(db: TestDb) {
        let desk = Desk::new(&db).await;
        desk.write("klanten.csv", format!("{HEAD}1001;Anna;de Vries;anna@post.example;\n"));
        desk.import(Mode::Full).await;
        let who = customer(&desk, "1001").await;
        let point = email(&desk, who).await[0].0;
        let anna = TestCustomer { id: who, number: "1001".into(), email: Some(point), mobile: None, phone: None, address: None };
        desk.shop.says_yes(&anna, point, Purpose::Newsletter, Channel::Email).await;
        db.clock.advance_seconds(86_400);
        desk.write(
            "toestemmingen.csv",
            "Klantnr;Doel;Kanaal;Antwoord;Datum;Tekst;Herkomst\n1001;Nieuwsbrief;E-mail;nee;18-11-2026;;\n",
        );
        let import = desk.import(Mode::Daily).await;
        assert_eq!(four(&import, FileKind::Consents), (1, 0, 0, 0));
        let mut tx = db.store.read().await.unwrap();
        let standing = tx.company(desk.shop.id).await.unwrap().standing(who).await.unwrap();
        let cell = standing.permission(Some(point), desk.shop.entity, Purpose::Newsletter, Channel::Email);
        assert!(cell.granted.is_none() && cell.refused.is_some(), "{cell:?}");
    }

    async fn rows_without_a_known_customer_and_repeated_numbers_are_named_by_line(db: TestDb) {
        let desk = Desk::new(&db).await;
        desk.write(
            "klanten.csv",
            format!("{HEAD}1001;Anna;de Vries;;\n1002;Piet;Bakker;;\n1001;Anna;van Dam;;\n1002;Piet;Bakker;;\n"),
        );
        desk.write("voertuigen.csv", "Voertuignr;Klantnr;Kenteken\nV1;1001;AB-12-CD\nV2;9999;12-ABC-3\nV3;;K-123-AB\n");
        desk.write("bezoeken.csv", "Bezoeknr;Klantnr;Kenteken;Datum\nB1;9999;;1-1-2026\nB2;1002;XX-99-XX;1-1-2026\n");
        let import = desk.import(Mode::Daily).await;
        assert_eq!(four(&import, FileKind::Customers), (2, 0, 1, 1));
        assert_eq!(four(&import, FileKind::Vehicles), (2, 0, 0, 1));
        assert_eq!(four(&import, FileKind::Visits), (1, 0, 0, 1));
        let remarks: Vec<String> = desk
            .remarks(&import)
            .await
            .iter()
            .map(|r| format!("{} {} {} {} {}", r.kind, r.line, r.column_name, r.reason, r.rejected))
            .collect();
        assert_eq!(
            remarks,
            [
                "customers 2 number duplicate_key true",
                "vehicles 3 customer_number unknown_customer true",
                "visits 2 customer_number unknown_customer true",
                "visits 3 vehicle_number unknown_vehicle false",
            ]
        );
        assert_eq!(desk.text("SELECT last_name FROM customers WHERE company_id = $1 AND dms_number = '1001'").await, "Dam");
    }

    async fn a_car_that_changes_hands_ends_with_one_and_begins_with_the_other(db: TestDb) {
        let desk = Desk::new(&db).await;
        desk.write("klanten.csv", format!("{HEAD}1001;Anna;de Vries;;\n1002;Piet;Bakker;;\n"));
        let head = "Voertuignr;Klantnr;Bestuurder;Kenteken;Eigenaar sinds\n";
        desk.write("voertuigen.csv", format!("{head}V1;1001;1002;AB-12-CD;01-02-2020\n"));
        desk.import(Mode::Full).await;
        desk.write("voertuigen.csv", format!("{head}V1;1002;;AB-12-CD;15-10-2026\n"));
        let import = desk.import(Mode::Full).await;
        assert_eq!(import.state, ImportState::Done);
        let holding = |number: &str, role: &str, what: &str| {
            format!(
                "SELECT COALESCE(CAST(h.{what} AS TEXT), 'open') FROM vehicle_holdings h
                 JOIN customers c ON c.company_id = h.company_id AND c.id = h.customer_id
                 WHERE h.company_id = $1 AND c.dms_number = '{number}' AND h.role = '{role}'"
            )
        };
        assert_eq!(desk.text(&holding("1001", "owner", "until_on")).await, "2026-10-15");
        assert_eq!(desk.text(&holding("1002", "owner", "until_on")).await, "open");
        assert_eq!(desk.text(&holding("1002", "owner", "from_on")).await, "2026-10-15");
        assert_eq!(desk.text(&holding("1002", "driver", "until_on")).await, "2026-11-18");
    }

    async fn a_column_the_file_does_not_have_changes_nothing_and_an_empty_cell_empties(db: TestDb) {
        let desk = Desk::new(&db).await;
        desk.write("klanten.csv", format!("{HEAD}1001;Anna;de Vries;anna@post.example;06-10000001\n"));
        desk.import(Mode::Full).await;
        desk.write("klanten.csv", "Klantnr;Naam;E-mail\n1001;de Vries;\n");
        desk.import(Mode::Full).await;
        assert_eq!(desk.text("SELECT first_name FROM customers WHERE company_id = $1").await, "Anna");
        let kinds = "SELECT string_agg(kind, ',') FROM contact_points WHERE company_id = $1 AND ended_at IS NULL";
        assert_eq!(desk.text(kinds).await, "mobile");
        // a value that cannot be read is as if the file said nothing
        desk.write("klanten.csv", format!("{HEAD}1001;Anna;de Vries;anna@;zero six\n"));
        let import = desk.import(Mode::Full).await;
        assert_eq!(import.counts[&FileKind::Customers].left_out, 2);
        assert_eq!(desk.text(kinds).await, "mobile");
    }

    async fn the_same_export_in_another_order_and_encoding_changes_nothing(db: TestDb) {
        let desk = Desk::new(&db).await;
        let rows = ["1001;René;Müller;a@post.example;", "1002;Zoë;Brûlé;b@post.example;06-10000001"];
        desk.write("klanten.csv", format!("{HEAD}{}\n{}\n", rows[0], rows[1]));
        desk.import(Mode::Full).await;
        let turned = format!("{HEAD}{}\n{}\n", rows[1], rows[0]).replace('\n', "\r\n");
        let bytes: Vec<u8> = turned.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
        desk.write("klanten.csv", bytes);
        let import = desk.import(Mode::Full).await;
        assert_eq!(four(&import, FileKind::Customers), (0, 0, 2, 0));
    }

    async fn rows_that_are_known_that_changed_and_that_repeat_are_told_apart(db: TestDb) {
        let desk = Desk::new(&db).await;
        let first = "1001;Anna;Bos;;\n1002;Piet;Bakker;;\n1003;Eva;Smit;;\n1004;Jan;Vos;;\n";
        desk.write("klanten.csv", format!("{HEAD}{first}"));
        desk.import(Mode::Full).await;
        let changed = "1001;Anna;Bos;;\n1002;Pieter;Bakker;;\n1003;Eva;Smit;;\n1003;Eva;Smit;;\n1001;Annet;Bos;;\n1002;Piet;Bakker;;\n1005;Els;Mol;;\n";
        desk.write("klanten.csv", format!("{HEAD}{changed}"));
        let second = desk.import(Mode::Daily).await;
        assert_eq!(four(&second, FileKind::Customers), (1, 1, 3, 2));
        let lines: Vec<(i64, String)> = desk.remarks(&second).await.into_iter().map(|r| (r.line, r.value)).collect();
        assert_eq!(lines, [(2, "1001 → 6".to_owned()), (3, "1002 → 7".to_owned())]);
        let names = "SELECT string_agg(first_name, ',') FROM (SELECT first_name FROM customers WHERE company_id = $1 ORDER BY dms_number) x";
        assert_eq!(desk.text(names).await, "Annet,Piet,Eva,Jan,Els");

        // known, and no longer there
        desk.write("klanten.csv", format!("{HEAD}1001;Annet;Bos;;\n1002;Piet;Bakker;;\n1003;Eva;Smit;;\n1005;Els;Mol;;\n"));
        let third = desk.try_import(Mode::Full, false, &[DoubtReason::Missing]).await.unwrap();
        assert_eq!((four(&third, FileKind::Customers), third.counts[&FileKind::Customers].missing), ((0, 0, 4, 0), 1));
        // and back again as it was
        desk.write("klanten.csv", format!("{HEAD}1004;Jan;Vos;;\n"));
        let fourth = desk.import(Mode::Daily).await;
        assert_eq!(four(&fourth, FileKind::Customers), (0, 1, 0, 0));
        let missing = "SELECT COUNT(*) FROM customers WHERE company_id = $1 AND missing_since IS NOT NULL";
        assert_eq!(desk.number(missing).await, 0);
    }

    async fn an_import_is_not_taken_back_while_another_stands_on_it(db: TestDb) {
        let desk = Desk::new(&db).await;
        desk.write("klanten.csv", format!("{HEAD}1001;Anna;Bos;;\n"));
        let first = desk.import(Mode::Full).await;
        let second = desk.begin(Mode::Full).await;
        let undone = db.store.undo_import(desk.shop.id, first.id, "system").await.unwrap();
        assert_eq!(undone, Undo::NotLast(second));
    }

    async fn undo_puts_everything_back_but_what_people_changed_since_and_says_which(db: TestDb) {
        let desk = Desk::new(&db).await;
        desk.write("klanten.csv", format!("{HEAD}1001;Anna;de Vries;anna@post.example;06-10000001\n1002;Piet;Bakker;;\n"));
        desk.write("voertuigen.csv", "Voertuignr;Klantnr;Kenteken;APK\nV1;1001;AB-12-CD;01-12-2026\n");
        let first = desk.import(Mode::Full).await;
        let dump = desk.dump().await;

        db.clock.advance_seconds(3_600);
        desk.write(
            "klanten.csv",
            format!("{HEAD}1001;Annet;de Vries;annet@post.example;06-10000002\n1002;Pieter;Bakker;;\n1003;Eva;Smit;eva@post.example;\n1004;Jan;Vos;;\n"),
        );
        desk.write("voertuigen.csv", "Voertuignr;Klantnr;Kenteken;APK\nV1;1002;AB-12-CD;01-12-2027\nV2;1003;12-ABC-3;\n");
        desk.write(
            "toestemmingen.csv",
            "Klantnr;Doel;Kanaal;Antwoord;Datum;Tekst;Herkomst\n1001;Herinneringen;E-mail;nee;01-06-2025;;\n",
        );
        let second = desk.import(Mode::Full).await;
        assert_eq!(four(&second, FileKind::Customers), (2, 2, 0, 0));

        let undo = |id| db.store.undo_import(desk.shop.id, id, "system");
        assert_eq!(undo(first.id).await.unwrap(), Undo::NotLast(second.id));

        // somebody gives 1004 a telephone number in the meantime
        let jan = customer(&desk, "1004").await;
        let mut tx = db.store.begin().await.unwrap();
        let edit = ContactEdit {
            kind: ContactPointKind::Phone,
            value: "+31100000004",
            folded: "+31100000004",
            today: date(2026, 11, 18),
        };
        let by = ChangedBy::Customer(jan);
        tx.company(desk.shop.id).await.unwrap().replace_contact_point(jan, None, Some(edit), by).await.unwrap();
        let piet = customer(&desk, "1002").await;
        let input = NameInput { first_name: "Petrus", surname: "Bakker", ..NameInput::default() };
        let name = PersonName::parse(input).unwrap();
        tx.company(desk.shop.id).await.unwrap().change_name(piet, &name, ChangedBy::Customer(piet)).await.unwrap();
        tx.commit().await.unwrap();

        let Undo::Undone(kept) = undo(second.id).await.unwrap() else { panic!("it is the last") };
        assert_eq!(kept.things.iter().map(|t| t.number.as_str()).collect::<Vec<_>>(), ["1004"]);
        assert_eq!(kept.fields.iter().map(|f| (f.number.as_str(), f.field.as_str())).collect::<Vec<_>>(), [("1002", "first_name")]);
        assert_eq!(kept.refusals, 1);
        assert_eq!(desk.text("SELECT first_name FROM customers WHERE company_id = $1 AND dms_number = '1002'").await, "Petrus");
        assert_eq!(desk.number("SELECT COUNT(*) FROM customers WHERE company_id = $1 AND dms_number = '1003'").await, 0);
        let anna = customer(&desk, "1001").await;
        assert_eq!(email(&desk, anna).await[0].1, "anna@post.example");

        // apart from what people touched, everything is as it was
        desk.sql("DELETE FROM changes WHERE company_id = $1").await;
        let jans = "(SELECT id FROM customers WHERE company_id = $1 AND dms_number = '1004')";
        desk.sql(&format!("DELETE FROM contact_points WHERE company_id = $1 AND customer_id IN {jans}")).await;
        desk.sql("DELETE FROM customers WHERE company_id = $1 AND dms_number = '1004'").await;
        let without_piet = |dump: Vec<String>| dump.into_iter().filter(|row| !row.contains("Bakker") && !row.starts_with("customer 1002 of")).collect::<Vec<_>>();
        assert_eq!(without_piet(desk.dump().await), without_piet(dump));
        assert_eq!(undo(second.id).await.unwrap(), Undo::NothingToUndo);
    }

    async fn a_merge_that_is_broken_off_anywhere_ends_as_if_it_had_not_been(db: TestDb) {
        let whole = Desk::new(&db).await;
        whole.generate(200);
        whole.import(Mode::Full).await;
        let expected = whole.dump().await;
        let counts = whole.counts().await;

        let broken = Desk::named(&db, "pietersen").await;
        broken.generate(200);
        let id = broken.begin(Mode::Full).await;
        broken.run_to_merge(id).await;
        let mut breaks = 1;
        // each time it gets a little further before it is dropped, wherever it is
        while broken.run_for(id, breaks * 5).await.is_none() {
            breaks += 1;
            assert!(breaks < 500, "it never ends");
        }
        assert!(breaks > 5, "it was broken off {breaks} times only");
        assert_eq!(broken.dump().await, expected);
        assert_eq!(broken.counts().await, counts);
    }
}
