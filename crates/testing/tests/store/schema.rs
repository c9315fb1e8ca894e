//! The schema: the same on both databases, and every column with a word on what becomes of it when somebody is erased.

use std::collections::BTreeSet;

use carport_store::imports::{USES_OF_CUSTOMERS, USES_OF_VEHICLES};
use carport_store::schema::{Fate, INSTALLATION_TABLES, TABLES};
use carport_testing::schema::{Column, columns, indexes, references};
use carport_testing::{TestDb, db_test};

#[tokio::test]
async fn both_databases_have_the_same_tables_columns_indexes_and_references() {
    let (sqlite, postgres) = (TestDb::sqlite().await, TestDb::postgres().await);
    let (one, other) = (columns(&sqlite.store).await, columns(&postgres.store).await);
    assert!(one.len() > 300, "{}", one.len());
    assert_eq!(difference(&one, &other), (vec![], vec![]));
    let (one, other) = (indexes(&sqlite.store).await, indexes(&postgres.store).await);
    assert!(one.len() > 60, "{}", one.len());
    assert_eq!(difference(&one, &other), (vec![], vec![]));
    let (one, other) = (references(&sqlite.store).await, references(&postgres.store).await);
    assert!(one.len() > 40, "{}", one.len());
    assert_eq!(difference(&one, &other), (vec![], vec![]));
}

/// What is only in one, and only in the other.
fn difference<T: Ord + Clone>(one: &BTreeSet<T>, other: &BTreeSet<T>) -> (Vec<T>, Vec<T>) {
    let only = |a: &BTreeSet<T>, b: &BTreeSet<T>| a.difference(b).cloned().collect();
    (only(one, other), only(other, one))
}

/// Columns whose names say that a person may stand in them.
const TELLING: [&str; 15] = [
    "name",
    "email",
    "phone",
    "street",
    "postcode",
    "city",
    "birth_date",
    "plate",
    "vin",
    "value",
    "note",
    "ip",
    "patronymic",
    "first_name",
    "last_name",
];

db_test! {
    async fn every_table_and_column_says_what_becomes_of_it_when_somebody_is_erased(db: TestDb) {
        let there: BTreeSet<(String, String)> = columns(&db.store).await.into_iter().map(|c: Column| (c.table, c.name)).collect();
        let listed: BTreeSet<(String, String)> = TABLES
            .iter()
            .flat_map(|table| table.columns.iter().map(|column| (table.name.to_owned(), (*column).to_owned())))
            .collect();
        let (new, gone) = difference(&there, &listed);
        assert!(new.is_empty(), "say in crates/store/src/schema.rs what becomes of {new:?}");
        assert!(gone.is_empty(), "listed, and not there: {gone:?}");
    }

    async fn whatever_refers_to_customers_and_cars_is_asked_before_an_import_is_taken_back(db: TestDb) {
        let there = references(&db.store).await;
        for (target, uses) in [("customers", USES_OF_CUSTOMERS), ("vehicles", USES_OF_VEHICLES)] {
            let referring: Vec<&str> = there.iter().filter(|r| r.target == target).map(|r| r.table.as_str()).collect();
            assert!(referring.len() > 3, "{referring:?}");
            let forgotten: Vec<&str> = referring.into_iter().filter(|table| uses.iter().all(|u| u.table != *table)).collect();
            assert!(forgotten.is_empty(), "say in crates/store/src/imports/undo/uses.rs what {forgotten:?} mean for {target}");
        }
    }

    async fn a_table_leads_with_its_company_or_is_the_installations(db: TestDb) {
        let there = indexes(&db.store).await;
        for table in TABLES {
            let is_installations = INSTALLATION_TABLES.contains(&table.name);
            assert_eq!(table.columns.first() != Some(&"company_id"), is_installations, "{}", table.name);
            let astray: Vec<_> = there
                .iter()
                .filter(|index| index.table == table.name && !is_installations && index.is_unique)
                .filter(|index| !index.columns.starts_with("company_id"))
                .collect();
            assert!(astray.is_empty(), "{astray:?}");
        }
    }
}

#[test]
fn what_names_a_person_is_erased_emptied_or_kept_for_a_reason() {
    for table in TABLES {
        match table.fate {
            Fate::Anonymised(emptied) => {
                assert!(
                    !emptied.is_empty() && emptied.iter().all(|c| table.columns.contains(c)),
                    "{}",
                    table.name
                );
                let left: Vec<_> = table
                    .columns
                    .iter()
                    .filter(|c| TELLING.contains(c) && !emptied.contains(c))
                    .collect();
                assert!(left.is_empty(), "{} keeps {left:?}", table.name);
            }
            Fate::Kept(reason) => assert!(reason.len() > 20, "{}: why?", table.name),
            Fate::Impersonal => {
                assert!(
                    !table.columns.contains(&"customer_id"),
                    "{} is about customers",
                    table.name
                );
            }
            Fate::Erased => {}
        }
    }
}
