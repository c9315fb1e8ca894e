//! What the tests of imports share: a folder to write files into, and a company to import them for.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use carport_domain::ImportId;
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

/// What the data amount to, without ids: the same data give the same lines.
const DUMP: [&str; 7] = [
    "SELECT 'customer ' || COALESCE(c.dms_number, '') || '|' || c.kind || '|' || COALESCE(c.gender, '') || '|' ||
        COALESCE(c.initials, '') || '|' || COALESCE(c.first_name, '') || '|' || COALESCE(c.infix, '') || '|' || c.last_name ||
        '|' || COALESCE(c.business_name, '') || '|' || c.name_folded || '|' || COALESCE(CAST(c.birth_date AS TEXT), '') || '|' ||
        c.stage || '|' || COALESCE(CAST(c.first_workshop_on AS TEXT), '') || '|' || COALESCE(CAST(c.last_visit_on AS TEXT), '')
        || '|' || COALESCE(CAST(c.last_invoice_on AS TEXT), '') || '|' || CAST(c.dms_hash AS TEXT) || '|' ||
        CAST(c.updated_at AS TEXT) || '|' || COALESCE(CAST(c.missing_since AS TEXT), '')
     FROM customers c WHERE c.company_id = $1",
    "SELECT 'contact ' || COALESCE(c.dms_number, '') || '|' || c.last_name || '|' || p.kind || '|' || p.value || '|' ||
        p.value_folded || '|' || p.origin || '|' || COALESCE(CAST(p.collected_on AS TEXT), '') || '|' ||
        CASE WHEN p.ended_at IS NULL THEN 'in use' ELSE 'ended' END
     FROM contact_points p JOIN customers c ON c.company_id = p.company_id AND c.id = p.customer_id WHERE p.company_id = $1",
    "SELECT 'vehicle ' || v.dms_number || '|' || COALESCE(v.plate, '') || '|' || COALESCE(v.vin, '') || '|' ||
        COALESCE(v.make, '') || '|' || COALESCE(CAST(v.inspection_due AS TEXT), '') || '|' ||
        COALESCE(CAST(v.mileage AS TEXT), '') || '|' || CAST(v.dms_hash AS TEXT) || '|' || CAST(v.updated_at AS TEXT)
     FROM vehicles v WHERE v.company_id = $1",
    "SELECT 'holding ' || v.dms_number || '|' || c.dms_number || '|' || h.role || '|' ||
        COALESCE(CAST(h.from_on AS TEXT), '') || '|' || COALESCE(CAST(h.until_on AS TEXT), '')
     FROM vehicle_holdings h JOIN vehicles v ON v.company_id = h.company_id AND v.id = h.vehicle_id
        JOIN customers c ON c.company_id = h.company_id AND c.id = h.customer_id WHERE h.company_id = $1",
    "SELECT 'visit ' || x.dms_number || '|' || c.dms_number || '|' || COALESCE(v.dms_number, '') || '|' || x.kind || '|' ||
        CAST(x.visited_on AS TEXT) || '|' || COALESCE(CAST(x.mileage AS TEXT), '') || '|' || COALESCE(x.description, '')
     FROM visits x JOIN customers c ON c.company_id = x.company_id AND c.id = x.customer_id
        LEFT JOIN vehicles v ON v.company_id = x.company_id AND v.id = x.vehicle_id WHERE x.company_id = $1",
    "SELECT 'invoice ' || x.dms_number || '|' || c.dms_number || '|' || COALESCE(w.dms_number, '') || '|' || x.category || '|' ||
        CAST(x.invoiced_on AS TEXT) || '|' || CAST(x.amount_cents AS TEXT) || '|' || COALESCE(x.document_key, '')
     FROM invoices x JOIN customers c ON c.company_id = x.company_id AND c.id = x.customer_id
        LEFT JOIN visits w ON w.company_id = x.company_id AND w.id = x.visit_id WHERE x.company_id = $1",
    "SELECT 'permission ' || c.dms_number || '|' || g.purpose || '|' || g.channel || '|' || g.state || '|' ||
        CAST(g.since AS TEXT)
     FROM permissions g JOIN customers c ON c.company_id = g.company_id AND c.id = g.customer_id
     WHERE g.company_id = $1 AND c.dms_number IS NOT NULL AND g.state = 'yes'",
];

impl Desk {
    pub async fn dump(&self) -> Vec<String> {
        let mut rows = Vec::new();
        for sql in DUMP {
            rows.extend(
                carport_testing::raw::texts(
                    &self.shop.store,
                    self.shop.id,
                    sql,
                    vec![Arg::from(self.shop.id.0)],
                )
                .await,
            );
        }
        rows.sort();
        rows
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

    /// Runs an import until it has shown its progress so many times, then drops it where it is; the import, if it ended first.
    pub async fn run_until(&self, id: ImportId, shown: usize) -> Option<Import> {
        let (count, enough) = (Arc::new(AtomicUsize::new(0)), Arc::new(Notify::new()));
        let bell = enough.clone();
        let watch = Arc::new(move |progress: Progress| {
            if progress.state == ImportState::Merging && count.fetch_add(1, Ordering::SeqCst) + 1 == shown {
                bell.notify_one();
            }
        });
        tokio::select! {
            biased;
            () = enough.notified() => None,
            done = carport_intake::run(&self.shop.store, self.shop.id, id, watch) => Some(done.expect("the import runs")),
        }
    }
}
