//! The documents of invoices, wherever a delivery has them, and what is left of it afterwards.

use std::io::{Cursor, Write};

use carport_intake::ImportError;
use carport_store::imports::{ImportState, Mode};
use carport_testing::{TestDb, db_test};

use crate::kit::Desk;

const CUSTOMERS: &str = "Klantnr;Naam\n1001;de Vries\n1002;Bakker\n";
const INVOICES: &str = "Factuurnr;Klantnr;Datum;Soort;Bedrag;PDF\n";

fn zip(files: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in files {
        zip.start_file(*name, zip::write::SimpleFileOptions::default())
            .unwrap();
        zip.write_all(content.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// The document of an invoice; empty where it has none.
async fn document(db: &TestDb, desk: &Desk, invoice: &str) -> String {
    let sql = format!("SELECT document_key FROM invoices WHERE company_id = $1 AND dms_number = '{invoice}'");
    let key = desk.text(&sql).await;
    if key.is_empty() {
        return String::new();
    }
    let kept = db.store.files().get(desk.shop.id, &key).await.unwrap();
    String::from_utf8(kept.unwrap().to_vec()).unwrap()
}

/// What lies in the scratch space.
fn left_behind(db: &TestDb) -> Vec<String> {
    let entries = std::fs::read_dir(db.store.scratch())
        .into_iter()
        .flatten()
        .flatten();
    entries
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect()
}

db_test! {
    async fn two_documents_of_one_name_are_told_apart_by_their_folders_or_are_nobodys(db: TestDb) {
        let desk = Desk::new(&db).await;
        for year in ["2025", "2026"] {
            std::fs::create_dir_all(desk.folder().join(year)).unwrap();
            desk.write(&format!("{year}/0001.pdf"), format!("%PDF-1.7 of {year}"));
        }
        desk.write("klanten.csv", CUSTOMERS).write(
            "facturen.csv",
            format!(
                "{INVOICES}F1;1001;11-11-2025;werkplaats;12,00;C:\\DMS\\2025\\0001.pdf\n\
                 F2;1002;11-11-2026;werkplaats;13,00;2026/0001.pdf\nF3;1002;12-11-2026;werkplaats;14,00;0001.pdf\n"
            ),
        );
        let import = desk.import(Mode::Full).await;
        assert_eq!(document(&db, &desk, "F1").await, "%PDF-1.7 of 2025");
        assert_eq!(document(&db, &desk, "F2").await, "%PDF-1.7 of 2026");
        assert_eq!(document(&db, &desk, "F3").await, "");
        let remarks = desk.remarks(&import).await;
        assert_eq!(remarks.len(), 1);
        assert_eq!((remarks[0].line, remarks[0].reason.as_str()), (4, "document_ambiguous"));
        assert_eq!((remarks[0].value.as_str(), remarks[0].rejected), ("0001.pdf", false));
    }

    async fn documents_in_an_archive_of_their_own_reach_their_invoices_and_nothing_is_left_behind(db: TestDb) {
        let desk = Desk::new(&db).await;
        let invoices = format!("{INVOICES}F1;1001;11-11-2026;werkplaats;12,00;F1.pdf\n");
        desk.write("tabellen.zip", zip(&[("klanten.csv", CUSTOMERS), ("facturen.csv", &invoices)]))
            .write("documenten.zip", zip(&[("pdf/F1.pdf", "%PDF-1.7 one")]));
        let import = desk.import(Mode::Full).await;
        assert_eq!(import.state, ImportState::Done);
        assert_eq!(document(&db, &desk, "F1").await, "%PDF-1.7 one");
        assert!(desk.remarks(&import).await.is_empty());
        assert_eq!(left_behind(&db), Vec::<String>::new());

        // the tables as they are, the documents packed
        let other = Desk::named(&db, "pietersen").await;
        other.write("klanten.csv", CUSTOMERS).write("facturen.csv", &invoices);
        other.write("documenten.zip", zip(&[("pdf/F1.pdf", "%PDF-1.7 another")]));
        other.import(Mode::Full).await;
        assert_eq!(document(&db, &other, "F1").await, "%PDF-1.7 another");
        assert_eq!(left_behind(&db), Vec::<String>::new());
        assert!(other.folder().join("klanten.csv").exists(), "what the company delivered is its own");
    }

    async fn an_archive_inside_an_archive_is_refused_and_nothing_is_left_behind(db: TestDb) {
        let desk = Desk::new(&db).await;
        desk.write("klanten.csv", CUSTOMERS);
        let inner = zip(&[("F1.pdf", "%PDF-1.7 one")]);
        let mut outer = zip::ZipWriter::new(Cursor::new(Vec::new()));
        outer.start_file("inner.zip", zip::write::SimpleFileOptions::default()).unwrap();
        outer.write_all(&inner).unwrap();
        desk.write("documenten.zip", outer.finish().unwrap().into_inner());
        let refused = desk.try_import(Mode::Full, false, &[]).await;
        let Err(ImportError::Files(problems)) = refused else { panic!("{refused:?}") };
        assert_eq!((problems[0].0.as_str(), problems[0].1.key()), ("documenten.zip", "intake-file-archive-inside"));
        assert_eq!(left_behind(&db), Vec::<String>::new());
    }
}
