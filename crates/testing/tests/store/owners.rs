//! A company keeps an owner, whoever leaves at the same time.

use carport_domain::access::Role;
use carport_domain::{Language, StaffId};
use carport_testing::{TestCompany, TestDb, db_test};

async fn owner(db: &TestDb, shop: &TestCompany, name: &str) -> StaffId {
    let email = format!("{name}@jansen.example");
    let mut tx = db.store.begin().await.unwrap();
    let mut installation = tx.installation().await.unwrap();
    let id = installation
        .find_or_add_staff(&email, &email, name, Language::En)
        .await
        .unwrap();
    let mut company = tx.company(shop.id).await.unwrap();
    company.set_member(id, Role::Owner, "[]", "system").await.unwrap();
    tx.commit().await.unwrap();
    id
}

/// How somebody stops being an owner; false where the company keeps them.
async fn steps_down(db: &TestDb, shop: &TestCompany, id: StaffId, leaves: bool) -> bool {
    let mut tx = db.store.begin().await.unwrap();
    let mut company = tx.company(shop.id).await.unwrap();
    let gone = if leaves {
        company.end_member(id).await.unwrap()
    } else {
        company
            .change_member(id, Role::ReadOnly, "[]", "system")
            .await
            .unwrap()
    };
    // Gives the other a chance to look before this one's word is kept.
    tokio::task::yield_now().await;
    tx.commit().await.unwrap();
    gone
}

db_test! {
    async fn of_two_owners_who_leave_at_once_one_stays(db: TestDb) {
        let shop = TestCompany::new(&db).await;
        for (round, (anna_leaves, bo_leaves)) in [(true, true), (true, false), (false, true), (false, false)].into_iter().enumerate() {
            let anna = owner(&db, &shop, &format!("anna{round}")).await;
            let bo = owner(&db, &shop, &format!("bo{round}")).await;
            let (one, other) = tokio::join!(
                steps_down(&db, &shop, anna, anna_leaves),
                steps_down(&db, &shop, bo, bo_leaves)
            );
            assert!(one != other, "exactly one may go: {one} {other}");
            let owners = shop
                .number(
                    "SELECT COUNT(*) FROM staff_memberships WHERE company_id = $1 AND role = 'owner' AND ended_at IS NULL",
                    vec![shop.id.0.into()],
                )
                .await;
            assert_eq!(owners, 1);
            let left = if one { bo } else { anna };
            owner(&db, &shop, &format!("cor{round}")).await;
            assert!(steps_down(&db, &shop, left, true).await);
            // The next round begins with its own two alone.
            shop.sql("UPDATE staff_memberships SET role = 'sales' WHERE company_id = $1", vec![shop.id.0.into()]).await;
        }
    }
}
