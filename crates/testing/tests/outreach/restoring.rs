//! After a restore: what was refused and sent since the backup is unknown, so nothing leaves by itself.

use carport_domain::Clock;
use carport_domain::consent::{Purpose, Scope};
use carport_outreach::send;
use carport_store::messages::{MessageStatus, NewServiceMessage, RESTORED};
use carport_testing::{TestCompany, db_test};

use crate::kit::{House, approved_reminder, messages};

db_test! {
    async fn after_a_restore_nothing_leaves_until_somebody_says_so_and_nothing_that_may_have_left_before(db: TestDb) {
        let house = House::new(&db).await;
        let (shop, anna) = approved_reminder(&db, &house).await;
        let mut tx = db.store.begin().await.unwrap();
        let mut company = tx.company(shop.id).await.unwrap();
        let id = carport_domain::MessageId::new(company.now());
        let mail = NewServiceMessage {
            id,
            kind: "set-password",
            customer: Some(anna.id),
            contact_point: None,
            payload: "sealed",
        };
        company.add_service_message(&mail).await.unwrap();
        tx.commit().await.unwrap();
        let archive = db.folder().join("backup.tar");
        db.store.backup(&db.options.files, &archive).await.unwrap();

        // the reminder leaves, and Anna wants no more of them: the backup knows of neither
        assert_eq!(house.send(&shop).await.sent, 1);
        shop.says_no(&anna, Scope::purpose(Purpose::Reminder)).await;

        db.clock.advance_seconds(600);
        let other = db.restored_from(&archive).await;
        let house = House::new(&other).await;
        let shop = TestCompany { store: other.store.clone(), ..shop };
        let mut tx = other.store.begin().await.unwrap();
        let mut company = tx.company(shop.id).await.unwrap();
        let brake = company.brake().await.unwrap();
        assert_eq!((brake.paused_at, brake.reason.as_deref()), (Some(db.clock.now()), Some(RESTORED)));
        assert!(company.begin_service_message(id, "x@carport.example").await.unwrap().is_none());
        tx.commit().await.unwrap();
        assert!(house.send(&shop).await.is_idle());
        let doubtful = messages(&shop, MessageStatus::Uncertain).await;
        assert_eq!(doubtful.len(), 2);
        assert!(doubtful.iter().all(|m| m.reason.as_deref() == Some(RESTORED)), "{doubtful:?}");

        // somebody says go on: what may have left before stays where it is
        send::pause(&shop.store, shop.id, None, "staff:test").await.unwrap();
        assert!(house.send(&shop).await.is_idle());
        assert!(house.sink.received().is_empty());

        // and looks: both had arrived. The gate's answer about the reminder is lost, so it does not count as sent
        for message in &doubtful {
            assert!(send::settle(&shop.store, shop.id, message.id, true, "staff:test").await.unwrap());
        }
        assert_eq!(messages(&shop, MessageStatus::Sent).await.len(), 1);
        let kept = messages(&shop, MessageStatus::Suppressed).await;
        assert_eq!(kept[0].reason.as_deref(), Some("sent-before-restore"));
    }
}
