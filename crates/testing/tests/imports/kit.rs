//! What the tests of imports share: a folder to write files into, and a company to import them for.

use std::path::PathBuf;
use std::sync::Arc;

use carport_intake::{ImportError, Order};
use carport_store::imports::layout::FileKind;
use carport_store::imports::{Counts, DoubtReason, Import, Mode, StoredRemark};
use carport_testing::raw::Arg;
use carport_testing::{TestCompany, TestDb};
use tempfile::TempDir;

/// A company and the folder its dealer management system writes to.
pub struct Desk {
    pub shop: TestCompany,
    folder: TempDir,
}

impl Desk {
    pub async fn new(db: &TestDb) -> Self {
        Self {
            shop: TestCompany::new(db).await,
            folder: TempDir::new().expect("a folder"),
        }
    }

    pub async fn named(db: &TestDb, slug: &str) -> Self {
        Self {
            shop: TestCompany::named(db, slug, "NL").await,
            folder: TempDir::new().expect("a folder"),
        }
    }

    pub fn write(&self, name: &str, content: impl AsRef<[u8]>) -> &Self {
        std::fs::write(self.folder.path().join(name), content).expect("the file is written");
        self
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn folder(&self) -> PathBuf {
        self.folder.path().to_owned()
    }

    pub async fn try_import(
        &self,
        mode: Mode,
        dry_run: bool,
        accepted: &[DoubtReason],
    ) -> Result<Import, ImportError> {
        let paths = [self.folder()];
        let order = Order {
            paths: &paths,
            source: "dms",
            mode,
            dry_run,
            started_by: "system",
            accepted,
        };
        let id = carport_intake::begin(&self.shop.store, self.shop.id, &order).await?;
        carport_intake::run(&self.shop.store, self.shop.id, id, Arc::new(|_| ())).await
    }

    pub async fn import(&self, mode: Mode) -> Import {
        self.try_import(mode, false, &[]).await.expect("the import runs")
    }

    pub async fn remarks(&self, import: &Import) -> Vec<StoredRemark> {
        let mut tx = self.shop.store.read().await.expect("a transaction");
        let mut company = tx.company(self.shop.id).await.expect("the company");
        company
            .import_remarks(import.id, None, 1_000)
            .await
            .expect("the remarks")
    }

    pub async fn number(&self, sql: &str) -> i64 {
        self.shop.number(sql, vec![self.shop.id.0.into()]).await
    }

    pub async fn sql(&self, sql: &str) -> u64 {
        self.shop.sql(sql, vec![self.shop.id.0.into()]).await
    }

    /// The only text a query finds, or nothing.
    pub async fn text(&self, sql: &str) -> String {
        carport_testing::raw::text(
            &self.shop.store,
            self.shop.id,
            sql,
            vec![Arg::from(self.shop.id.0)],
        )
        .await
        .unwrap_or_default()
    }
}

/// Created, changed, unchanged, rejected.
pub fn four(import: &Import, kind: FileKind) -> (u64, u64, u64, u64) {
    let Counts {
        created,
        changed,
        unchanged,
        rejected,
        ..
    } = import.counts.get(&kind).copied().unwrap_or_default();
    (created, changed, unchanged, rejected)
}
