//! What the tests of imports share: a folder to write files into, and a company to import them for.

use std::path::PathBuf;
use std::sync::Arc;
use std::task::Poll;

use carport_domain::{CustomerId, ImportId};
use carport_intake::generate::{Country, Options};
use carport_intake::{ImportError, Order};
use carport_store::imports::layout::FileKind;
use carport_store::imports::{
    Counts, CountsByKind, DoubtReason, Import, ImportState, Mode, Progress, StoredRemark,
};
use carport_testing::raw::Arg;
use carport_testing::{TestCompany, TestDb, date};
use tempfile::TempDir;
use tokio::sync::Notify;

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

/// The customer with a number.
pub async fn customer(desk: &Desk, number: &str) -> CustomerId {
    let mut tx = desk.shop.store.read().await.unwrap();
    let found = tx
        .company(desk.shop.id)
        .await
        .unwrap()
        .customers_by_number(number)
        .await
        .unwrap();
    found[0].id
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

impl Desk {
    /// What the company's data amount to, with the times of their last change.
    pub async fn dump(&self) -> Vec<String> {
        carport_testing::dump::imported(&self.shop, true).await
    }

    pub async fn counts(&self) -> CountsByKind {
        let mut tx = self.shop.store.read().await.expect("a transaction");
        let imports = tx
            .company(self.shop.id)
            .await
            .expect("the company")
            .imports(1)
            .await
            .expect("the imports");
        imports[0].counts.clone()
    }

    /// A dirty export of invented customers.
    pub fn generate(&self, customers: u64) {
        let options = Options::dirty(customers, 5, date(2026, 11, 18), Country::Nl);
        carport_intake::generate::generate(&options, self.folder.path()).expect("the export is made");
    }

    pub async fn begin(&self, mode: Mode) -> ImportId {
        let paths = [self.folder()];
        let order = Order {
            paths: &paths,
            source: "dms",
            mode,
            dry_run: false,
            started_by: "system",
            accepted: &[],
        };
        carport_intake::begin(&self.shop.store, self.shop.id, &order)
            .await
            .expect("the import begins")
    }

    /// Runs an import until it first shows progress of its merge, then drops it where it is.
    pub async fn run_to_merge(&self, id: ImportId) {
        let enough = Arc::new(Notify::new());
        let bell = enough.clone();
        let watch = Arc::new(move |progress: Progress| {
            if progress.state == ImportState::Merging {
                bell.notify_one();
            }
        });
        tokio::select! {
            biased;
            () = enough.notified() => {}
            done = carport_intake::run(&self.shop.store, self.shop.id, id, watch) => panic!("it ended: {done:?}"),
        }
    }

    /// Runs an import for so many steps of its work, then drops it where it is; the import, if it ended first.
    pub async fn run_for(&self, id: ImportId, mut steps: usize) -> Option<Import> {
        let mut run = Box::pin(carport_intake::run(
            &self.shop.store,
            self.shop.id,
            id,
            Arc::new(|_| ()),
        ));
        std::future::poll_fn(move |cx| {
            if steps == 0 {
                return Poll::Ready(None);
            }
            steps -= 1;
            run.as_mut()
                .poll(cx)
                .map(|done| Some(done.expect("the import runs")))
        })
        .await
    }
}
