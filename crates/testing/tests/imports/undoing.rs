//! Taking an import back, after people have gone on with what it brought.

use carport_domain::people::{ContactPointKind, CustomerNumber};
use carport_domain::secrets::LetterCode;
use carport_store::changes::{ChangedBy, ContactEdit};
use carport_store::imports::{Mode, Undo};
use carport_testing::{date, db_test};

use crate::kit::{Desk, customer};

const HEAD: &str = "Klantnr;Voornaam;Naam;E-mail\n";

db_test! {
    async fn an_import_is_taken_back_though_a_letter_was_printed_for_a_customer_it_made(db: TestDb) {
        let desk = Desk::new(&db).await;
        desk.write("klanten.csv", format!("{HEAD}1001;Anna;de Vries;\n1002;Piet;Bakker;\n"));
        let import = desk.import(Mode::Full).await;
        let anna = customer(&desk, "1001").await;
        let mut tx = db.store.begin().await.unwrap();
        let now = tx.now();
        let (number, code) = ("1001".parse::<CustomerNumber>().unwrap(), LetterCode::random());
        tx.company(desk.shop.id)
            .await
            .unwrap()
            .add_activation_letter(anna, &number, &code, "staff:test", now.plus_seconds(86_400))
            .await
            .unwrap();
        tx.commit().await.unwrap();

        let undone = db.store.undo_import(desk.shop.id, import.id, "staff:test").await.unwrap();
        let Undo::Undone(kept) = undone else { panic!("{undone:?}") };
        assert_eq!(kept.things.iter().map(|t| t.number.as_str()).collect::<Vec<_>>(), ["1001"]);
        assert_eq!(desk.number("SELECT COUNT(*) FROM customers WHERE company_id = $1").await, 1);
    }

    async fn an_address_the_customer_gave_since_counts_and_the_old_one_stays_ended(db: TestDb) {
        let desk = Desk::new(&db).await;
        desk.write("klanten.csv", format!("{HEAD}1001;Anna;de Vries;old@post.example\n1002;Piet;Bakker;piet@post.example\n"));
        desk.import(Mode::Full).await;
        db.clock.advance_seconds(3_600);
        desk.write("klanten.csv", format!("{HEAD}1001;Anna;de Vries;\n1002;Piet;Bakker;\n"));
        let second = desk.import(Mode::Full).await;
        let anna = customer(&desk, "1001").await;
        db.clock.advance_seconds(60);
        let mut tx = db.store.begin().await.unwrap();
        let edit = ContactEdit {
            kind: ContactPointKind::Email,
            value: "own@post.example",
            folded: "own@post.example",
            today: date(2026, 11, 18),
        };
        let mut company = tx.company(desk.shop.id).await.unwrap();
        company.replace_contact_point(anna, None, Some(edit), ChangedBy::Customer(anna)).await.unwrap();
        tx.commit().await.unwrap();

        let undone = db.store.undo_import(desk.shop.id, second.id, "staff:test").await.unwrap();
        let Undo::Undone(kept) = undone else { panic!("{undone:?}") };
        let fields: Vec<(&str, &str)> = kept.fields.iter().map(|f| (f.number.as_str(), f.field.as_str())).collect();
        assert_eq!(fields, [("1001", "email")]);
        let addresses = "SELECT string_agg(value, ',') FROM (SELECT value FROM contact_points
            WHERE company_id = $1 AND ended_at IS NULL ORDER BY value) x";
        assert_eq!(desk.text(addresses).await, "own@post.example,piet@post.example");
    }
}
