//! The ledger as stored: one changed byte in any column is found, and the entry named (CON, F181).

use carport_domain::consent::ledger::{Broken, Damage, Sealed};
use carport_domain::consent::{Channel, Purpose, Scope};
use carport_store::schema::TABLES;
use carport_testing::raw::Arg;
use carport_testing::{TestCompany, TestCustomer, TestDb, db_test};
use uuid::Uuid;

/// Anna's ledger of five entries.
async fn five_entries(db: &TestDb, shop: &TestCompany) -> (TestCustomer, Vec<Sealed>) {
    let anna = shop.customer("Anna").email("anna@mail.example").save().await;
    let email = anna.email.expect("her address");
    for n in 0..5 {
        db.clock.advance_seconds(60);
        if n % 2 == 0 {
            shop.says_yes(&anna, email, Purpose::Newsletter, Channel::Email)
                .await;
        } else {
            shop.says_no(&anna, Scope::cell(Purpose::Newsletter, Channel::Email))
                .await;
        }
    }
    let mut tx = db.store.read().await.unwrap();
    let entries = tx
        .company(shop.id)
        .await
        .unwrap()
        .consent_history(anna.id)
        .await
        .unwrap();
    assert_eq!(entries.len(), 5);
    (anna, entries)
}

async fn verify(db: &TestDb, shop: &TestCompany) -> Option<Broken> {
    let mut tx = db.store.read().await.unwrap();
    let mut company = tx.company(shop.id).await.unwrap();
    company.verify_consents(None).await.unwrap().err()
}

/// Sets a column of the third entry.
async fn set(shop: &TestCompany, column: &str, value: Arg) {
    let sql = format!("UPDATE consent_events SET {column} = $2 WHERE company_id = $1 AND seq = 3");
    assert_eq!(shop.sql(&sql, vec![shop.id.0.into(), value]).await, 1, "{column}");
}

/// The value with one bit of one byte turned.
fn turned(bytes: &[u8], at: usize) -> Vec<u8> {
    let mut changed = bytes.to_vec();
    changed[at] ^= 1;
    changed
}

db_test! {
    async fn one_changed_byte_in_any_column_of_the_ledger_is_found(db: TestDb) {
        let shop = TestCompany::new(&db).await;
        let (_, entries) = five_entries(&db, &shop).await;
        let other = shop.customer("Bo").save().await;
        let entry = &entries[2];
        let content = entry.content.as_ref().unwrap();
        assert_eq!(verify(&db, &shop).await, None);

        let mut seen = vec!["company_id", "seq"];
        let found = |what| Some(Broken { seq: 3, what });
        let bytes = |bytes: &[u8], what| -> Vec<(Vec<u8>, Damage)> { (0..bytes.len()).map(|at| (turned(bytes, at), what)).collect() };
        for (column, changes, whole) in [
            ("salt", bytes(&content.salt, Damage::ContentChanged), content.salt.as_slice()),
            ("commitment", bytes(&entry.commitment, Damage::HeaderChanged), &entry.commitment),
            ("prev_hash", bytes(&entry.prev_hash, Damage::NotJoined), &entry.prev_hash),
            ("hash", bytes(&entry.hash, Damage::HeaderChanged), &entry.hash),
        ] {
            seen.push(column);
            for (changed, what) in changes {
                set(&shop, column, changed.into()).await;
                assert_eq!(verify(&db, &shop).await, found(what), "{column}");
            }
            set(&shop, column, whole[..31].to_vec().into()).await;
            assert!(verify(&db, &shop).await.is_some_and(|broken| broken.seq == 3), "{column} cut short");
            set(&shop, column, whole.to_vec().into()).await;
        }
        seen.push("body");
        for at in (0..content.body.len()).step_by(29) {
            let Ok(changed) = String::from_utf8(turned(content.body.as_bytes(), at)) else { continue };
            set(&shop, "body", changed.into()).await;
            assert_eq!(verify(&db, &shop).await, found(Damage::ContentChanged), "body at {at}");
        }
        set(&shop, "body", content.body.clone().into()).await;
        let mut id = *entry.event.0.as_bytes();
        id[15] ^= 1;
        for (column, changed, whole) in [
            ("recorded_at", Arg::from(entry.recorded_at.0 + 1), Arg::from(entry.recorded_at.0)),
            ("id", Uuid::from_bytes(id).into(), entry.event.0.into()),
            ("customer_id", other.id.0.into(), entry.customer.0.into()),
        ] {
            seen.push(column);
            set(&shop, column, changed).await;
            assert_eq!(verify(&db, &shop).await, found(Damage::HeaderChanged), "{column}");
            set(&shop, column, whole).await;
        }
        assert_eq!(verify(&db, &shop).await, None, "everything is as it was");
        set(&shop, "seq", 9.into()).await;
        assert_eq!(verify(&db, &shop).await, found(Damage::WrongNumber));

        let columns = TABLES.iter().find(|table| table.name == "consent_events").unwrap().columns;
        let unhashed: Vec<_> = columns.iter().filter(|column| !seen.contains(column)).collect();
        assert!(unhashed.is_empty(), "columns of the ledger that nothing protects: {unhashed:?}");
    }

    async fn an_entry_taken_out_or_brought_from_another_company_is_found(db: TestDb) {
        let (shop, other) = (TestCompany::new(&db).await, TestCompany::named(&db, "lindner", "DE").await);
        five_entries(&db, &shop).await;
        five_entries(&db, &other).await;
        for company in [&shop, &other] {
            assert_eq!(verify(&db, company).await, None);
        }
        shop.sql("DELETE FROM consent_events WHERE company_id = $1 AND seq = 2", vec![shop.id.0.into()]).await;
        assert_eq!(verify(&db, &shop).await, Some(Broken { seq: 2, what: Damage::WrongNumber }));
        assert_eq!(verify(&db, &other).await, None, "another company's chain is its own");
        let before = { db.store.read().await.unwrap().company(other.id).await.unwrap().consent_head().await.unwrap() };
        other.sql("DELETE FROM consent_events WHERE company_id = $1 AND seq = 5", vec![other.id.0.into()]).await;
        let mut tx = db.store.read().await.unwrap();
        let mut company = tx.company(other.id).await.unwrap();
        assert!(company.verify_consents(None).await.unwrap().is_ok(), "an end cut off shows only against a noted one");
        let broken = company.verify_consents(Some(before)).await.unwrap().unwrap_err();
        assert_eq!((broken.seq, broken.what), (5, Damage::HeadMissing));
    }

    async fn a_changed_permission_or_wording_and_an_entry_that_was_emptied_are_found(db: TestDb) {
        let shop = TestCompany::new(&db).await;
        let (anna, entries) = five_entries(&db, &shop).await;
        let whole = async || {
            let mut tx = db.store.read().await.unwrap();
            let mut company = tx.company(shop.id).await.unwrap();
            company.verify_consents_and_derived(None).await.unwrap().map_err(|broken| (broken.seq, broken.what))
        };
        assert!(whole().await.is_ok());
        let company = || Arg::from(shop.id.0);

        // a no that became a yes, a line taken away, a line for somebody who never said anything
        assert!(shop.sql("UPDATE permissions SET confirmed = NOT confirmed WHERE company_id = $1", vec![company()]).await >= 1);
        assert_eq!(whole().await.unwrap_err(), (5, Damage::StandingChanged));
        shop.sql("UPDATE permissions SET confirmed = NOT confirmed WHERE company_id = $1", vec![company()]).await;
        assert!(whole().await.is_ok());
        let bo = shop.customer("Bo").save().await;
        let moved = "UPDATE permissions SET customer_id = $2 WHERE company_id = $1 AND customer_id = $3";
        shop.sql(moved, vec![company(), bo.id.0.into(), anna.id.0.into()]).await;
        assert_eq!(whole().await.unwrap_err(), (5, Damage::StandingChanged));
        shop.sql(moved, vec![company(), anna.id.0.into(), bo.id.0.into()]).await;

        let reworded = shop.sql("UPDATE consent_wordings SET text = text || '.' WHERE company_id = $1", vec![company()]).await;
        assert!(reworded >= 1, "a yes names its words");
        assert_eq!(whole().await.unwrap_err().1, Damage::WordingChanged);
        shop.sql("UPDATE consent_wordings SET text = substr(text, 1, length(text) - 1) WHERE company_id = $1", vec![company()]).await;
        assert!(whole().await.is_ok());

        // the chain allows it, since the erased have no words; she was not erased
        let emptied = "UPDATE consent_events SET body = NULL, salt = NULL WHERE company_id = $1 AND seq = $2";
        shop.sql(emptied, vec![company(), i64::try_from(entries[3].seq).unwrap().into()]).await;
        assert_eq!(verify(&db, &shop).await, None);
        assert_eq!(whole().await.unwrap_err(), (4, Damage::Emptied));
    }
}
