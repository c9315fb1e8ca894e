//! An import beside another, and beside people who change the same customers, on PostgreSQL: SQLite has one writer.

use std::time::Duration;

use carport_domain::ImportId;
use carport_domain::people::{NameInput, PersonName};
use carport_store::Store;
use carport_store::changes::ChangedBy;
use carport_store::imports::{Begun, ImportState, Mode, NewImport, Undo};
use carport_testing::{TestDb, raw};
use tokio::task::JoinHandle;

use crate::kit::{Desk, customer};

const NEW: NewImport<'static> = NewImport {
    source: "dms",
    mode: Mode::Full,
    dry_run: false,
    started_by: "system",
    files: &[],
    places: &[],
    accepted: &[],
};

/// Returns once so many transactions wait for what another holds, or the task has ended without.
async fn stand_still<T>(store: &Store, desk: &Desk, number: i64, task: &JoinHandle<T>) {
    const WAITING: &str = "SELECT COUNT(*) FROM pg_stat_activity
        WHERE datname = current_database() AND cardinality(pg_blocking_pids(pid)) > 0";
    while !task.is_finished() && raw::number(store, desk.shop.id, WAITING, []).await < number {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
}

#[tokio::test]
async fn of_two_imports_begun_at_once_one_is_told_that_the_other_is_under_way() {
    let db = TestDb::postgres().await;
    let desk = Desk::new(&db).await;
    let mut tx = db.store.begin().await.unwrap();
    let first = tx
        .company(desk.shop.id)
        .await
        .unwrap()
        .begin_import(&NEW)
        .await
        .unwrap();
    let (store, company) = (db.store.clone(), desk.shop.id);
    let other = tokio::spawn(async move {
        let mut tx = store.begin().await.unwrap();
        let begun = tx
            .company(company)
            .await
            .unwrap()
            .begin_import(&NEW)
            .await
            .unwrap();
        tx.commit().await.unwrap();
        begun
    });
    stand_still(&db.store, &desk, 1, &other).await;
    tx.commit().await.unwrap();
    let Begun::Import(id) = first else {
        panic!("{first:?}")
    };
    assert_eq!(other.await.unwrap(), Begun::Busy(id));
}

#[tokio::test]
async fn an_import_taken_back_twice_at_once_is_taken_back_once() {
    let db = TestDb::postgres().await;
    let desk = Desk::new(&db).await;
    desk.write(
        "klanten.csv",
        "Klantnr;Voornaam;Naam;Mobiel\n1001;Anna;de Vries;\n",
    );
    let id: ImportId = desk.import(Mode::Full).await.id;
    // something begun beforehand holds both up, so that they go on at the same moment
    let mut tx = db.store.begin().await.unwrap();
    let company = desk.shop.id;
    let begun = tx
        .company(company)
        .await
        .unwrap()
        .begin_import(&NewImport { dry_run: true, ..NEW })
        .await
        .unwrap();
    assert!(matches!(begun, Begun::Import(_)));
    let undo =
        |store: Store| tokio::spawn(async move { store.undo_import(company, id, "system").await.unwrap() });
    let (one, other) = (undo(db.store.clone()), undo(db.store.clone()));
    stand_still(&db.store, &desk, 2, &other).await;
    drop(tx);
    let came = [one.await.unwrap(), other.await.unwrap()];
    assert_eq!(
        came.iter().filter(|undo| **undo == Undo::NothingToUndo).count(),
        1,
        "{came:?}"
    );
}

#[tokio::test]
async fn a_name_that_a_customer_is_changing_while_the_file_is_merged_stands() {
    let db = TestDb::postgres().await;
    let desk = Desk::new(&db).await;
    let head = "Klantnr;Voornaam;Naam;Mobiel\n";
    desk.write("klanten.csv", format!("{head}1001;Anna;de Vries;06-10000001\n"));
    desk.import(Mode::Full).await;
    let who = customer(&desk, "1001").await;
    desk.write("klanten.csv", format!("{head}1001;Anna;de Vries;06-10000009\n"));
    let id = desk.begin(Mode::Full).await;

    let mut tx = db.store.begin().await.unwrap();
    let name = NameInput {
        first_name: "Annelies",
        infix: "de",
        surname: "Vries",
        ..NameInput::default()
    };
    let name = PersonName::parse(name).unwrap();
    let mut company = tx.company(desk.shop.id).await.unwrap();
    company
        .change_name(who, &name, ChangedBy::Customer(who))
        .await
        .unwrap();
    let (store, shop) = (db.store.clone(), desk.shop.id);
    let import = tokio::spawn(async move {
        carport_intake::run(&store, shop, id, std::sync::Arc::new(|_| ()))
            .await
            .unwrap()
    });
    stand_still(&db.store, &desk, 1, &import).await;
    tx.commit().await.unwrap();
    assert_eq!(import.await.unwrap().state, ImportState::Done);
    assert_eq!(
        desk.text("SELECT first_name FROM customers WHERE company_id = $1")
            .await,
        "Annelies"
    );
    assert_eq!(
        desk.text("SELECT status FROM changes WHERE company_id = $1")
            .await,
        "open"
    );
    let mobile =
        "SELECT value FROM contact_points WHERE company_id = $1 AND kind = 'mobile' AND ended_at IS NULL";
    assert_eq!(desk.text(mobile).await, "+31610000009");
}
