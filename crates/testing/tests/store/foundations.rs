//! Migration, jobs, audit, limits, and the fences around a company.

use std::sync::Arc;

use carport_domain::CompanyId;
use carport_domain::clock::SystemClock;
use carport_store::attempts::Limit;
use carport_store::jobs::{Lane, NewJob};
use carport_store::{Db, Store, StoreOptions};
use carport_testing::database::database_in_dutch;
use carport_testing::db_test;
use serde_json::json;

fn company(db: &carport_testing::TestDb) -> CompanyId {
    use carport_domain::Clock;
    CompanyId::new(db.clock.now())
}

db_test! {
    async fn migrating_twice_changes_nothing(db: TestDb) {
        db.store.migrate().await.unwrap();
        let (known, applied) = db.store.migration_state().await.unwrap();
        assert_eq!(known, applied);
    }

    async fn a_job_is_handed_to_one_worker_and_again_when_its_lease_ran_out(db: TestDb) {
        let id = company(&db);
        let mut tx = db.store.begin().await.unwrap();
        let job = NewJob { kind: "letters", lane: Lane::Bulk, run_at: tx.now(), dedupe_key: Some("one") };
        let mut shop = tx.company(id).await.unwrap();
        assert!(shop.enqueue(job, &json!({})).await.unwrap());
        assert!(!shop.enqueue(job, &json!({})).await.unwrap(), "the same work waits already");
        tx.commit().await.unwrap();

        let claim = async |worker: &str| {
            let mut tx = db.store.begin().await.unwrap();
            let jobs = tx.installation().await.unwrap().claim_jobs(worker, 5).await.unwrap();
            tx.commit().await.unwrap();
            jobs
        };
        assert_eq!(claim("a").await.len(), 1);
        assert_eq!(claim("b").await.len(), 0);
        db.clock.advance_seconds(61);
        let jobs = claim("b").await;
        assert_eq!(jobs.len(), 1);
        assert_eq!(jobs[0].attempts, 2);

        let mut tx = db.store.begin().await.unwrap();
        let mut installation = tx.installation().await.unwrap();
        assert!(!installation.heartbeat(&jobs[0], "a").await.unwrap(), "the first worker has lost it");
        installation.finish_job(&jobs[0], "b").await.unwrap();
        tx.commit().await.unwrap();
        db.clock.advance_seconds(3_600);
        assert_eq!(claim("a").await.len(), 0);
    }

    async fn only_notes_do_not_wait_for_the_disk_and_what_follows_them_does_again(db: TestDb) {
        let waits = async || match db.store.db() {
            // 2 is FULL, 1 is NORMAL; a server has its own mind about it
            Db::Sqlite { writer, .. } => sqlx::query_scalar::<_, i64>("PRAGMA synchronous").fetch_one(writer).await.unwrap() == 2,
            Db::Postgres { .. } => true,
        };
        let note = |tx: &carport_store::Tx| NewJob { kind: "letters", lane: Lane::Bulk, run_at: tx.now(), dedupe_key: None };
        let id = company(&db);
        for light in [true, false] {
            let mut tx = if light { db.store.begin_light().await.unwrap() } else { db.store.begin().await.unwrap() };
            let job = note(&tx);
            tx.company(id).await.unwrap().enqueue(job, &json!({})).await.unwrap();
            tx.commit().await.unwrap();
            assert_eq!(waits().await, !light || matches!(db.store.db(), Db::Postgres { .. }));
        }
        let mut tx = db.store.read().await.unwrap();
        let kept = tx.installation().await.unwrap().job_counts().await.unwrap();
        assert_eq!(kept.iter().map(|(_, number)| number).sum::<i64>(), 2);
    }

    async fn what_a_customer_was_sent_is_found_without_reading_all_that_the_company_ever_sent(db: TestDb) {
        use sqlx::Row;
        if let Db::Sqlite { readers, .. } = db.store.db() {
            for (sql, index) in [
                ("SELECT COUNT(*) FROM messages WHERE company_id = $1 AND customer_id = $2 AND stream = 'marketing'", "messages_customer"),
                ("SELECT id FROM proposals WHERE company_id = $1 AND moment = $2 AND status = 'proposed' AND week < $3", "proposals_waiting"),
                ("SELECT id FROM messages WHERE company_id = $1 AND status = 'handing_over' AND decided_at < $2", "messages_claimed"),
            ] {
                let plan = sqlx::query(sqlx::AssertSqlSafe(format!("EXPLAIN QUERY PLAN {sql}"))).fetch_all(readers).await.unwrap();
                let steps: Vec<String> = plan.iter().map(|step| step.get("detail")).collect();
                assert!(steps[0].contains(index), "{sql}: {steps:?}");
            }
        }
    }

    async fn one_companys_many_jobs_do_not_keep_another_waiting(db: TestDb) {
        let (big, small) = (company(&db), company(&db));
        let mut tx = db.store.begin().await.unwrap();
        let job = NewJob { kind: "letters", lane: Lane::Bulk, run_at: tx.now(), dedupe_key: None };
        for _ in 0..5 {
            tx.company(big).await.unwrap().enqueue(job, &json!({})).await.unwrap();
        }
        tx.company(small).await.unwrap().enqueue(job, &json!({})).await.unwrap();
        let claimed = tx.installation().await.unwrap().claim_jobs("a", 2).await.unwrap();
        let mut companies: Vec<_> = claimed.iter().map(|j| j.company_id).collect();
        companies.sort();
        let mut both = vec![big, small];
        both.sort();
        assert_eq!(companies, both);
    }

    async fn a_limit_counts_across_connections_and_opens_again_with_the_next_window(db: TestDb) {
        let limit = Limit { name: "sign-in", count: 2, seconds: 60 };
        for expected in [true, true, false] {
            let mut tx = db.store.begin().await.unwrap();
            let answer = tx.installation().await.unwrap().attempt(limit, "192.0.2.7").await.unwrap();
            assert_eq!(answer.is_ok(), expected);
            if let Err(wait) = answer {
                assert!((1..=61).contains(&wait));
            }
            tx.commit().await.unwrap();
        }
        db.clock.advance_seconds(60);
        let mut tx = db.store.begin().await.unwrap();
        assert!(tx.installation().await.unwrap().attempt(limit, "192.0.2.7").await.unwrap().is_ok());
    }

    async fn one_company_does_not_see_the_audit_log_of_another(db: TestDb) {
        let (ours, theirs) = (company(&db), company(&db));
        let mut tx = db.store.begin().await.unwrap();
        tx.company(ours).await.unwrap().audit("system", "a", "x:1", &json!({"n": 1})).await.unwrap();
        tx.company(ours).await.unwrap().audit("system", "b", "x:1", &json!({})).await.unwrap();
        tx.company(theirs).await.unwrap().audit("system", "c", "x:2", &json!({})).await.unwrap();
        tx.commit().await.unwrap();
        let mut tx = db.store.read().await.unwrap();
        let entries = tx.company(ours).await.unwrap().audit_entries(None, 10).await.unwrap();
        assert_eq!(entries.iter().map(|e| e.action.as_str()).collect::<Vec<_>>(), ["b", "a"]);
        assert_eq!(tx.company(theirs).await.unwrap().audit_entries(None, 10).await.unwrap()[0].seq, 1);
    }
}

/// Row-level security is the second fence: a statement that forgets the company sees nothing.
#[tokio::test]
async fn postgres_shows_nothing_to_a_statement_that_leaves_the_company_out() {
    let db = carport_testing::TestDb::postgres().await;
    let id = company(&db);
    let mut tx = db.store.begin().await.unwrap();
    tx.company(id)
        .await
        .unwrap()
        .audit("system", "a", "x:1", &json!({}))
        .await
        .unwrap();
    tx.commit().await.unwrap();
    let mut conn = <sqlx::PgConnection as sqlx::Connection>::connect(&db.options.database_url)
        .await
        .unwrap();
    let seen: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM audit_log")
        .fetch_one(&mut conn)
        .await
        .unwrap();
    assert_eq!(seen, 0);
    let other = CompanyId::new(carport_domain::Timestamp(0));
    let mut tx = db.store.begin().await.unwrap();
    assert!(
        tx.company(other)
            .await
            .unwrap()
            .audit_entries(None, 10)
            .await
            .unwrap()
            .is_empty()
    );
}

#[tokio::test]
async fn a_postgresql_database_that_sorts_by_a_language_is_refused_with_the_way_out() {
    let folder = tempfile::TempDir::new().unwrap();
    let mut options = StoreOptions::in_folder(folder.path());
    options.database_url = database_in_dutch().await;
    let store = Store::open(&options, Arc::new(SystemClock)).await.unwrap();
    let refused = store.migrate().await.unwrap_err().to_string();
    assert!(refused.contains("LOCALE 'C'"), "{refused}");
    store.close().await;
}
