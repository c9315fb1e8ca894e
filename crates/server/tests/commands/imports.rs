//! Imports by command: what they answer, and what a kill leaves behind.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;

use carport_intake::generate::{Country, Options, generate};
use carport_testing::dump::imported;
use carport_testing::{TestCompany, TestDb, date, db_test};

use crate::house::{carport, printed, run};

/// A dirty export of invented customers; another seed gives other people the same numbers.
fn export(db: &TestDb, name: &str, seed: u64) -> PathBuf {
    let folder = db.folder().join(name);
    let options = Options::dirty(200, seed, date(2026, 11, 18), Country::Nl);
    generate(&options, &folder).expect("the export is made");
    folder
}

fn text(path: &Path) -> &str {
    path.to_str().expect("a path of text")
}

/// Where the newest of so many deliveries stands, and at which step; empty before it is begun.
async fn state(shop: &TestCompany, deliveries: i64) -> (String, String) {
    let sql = "SELECT CASE WHEN (SELECT COUNT(*) FROM imports WHERE company_id = $1) < $2 THEN ' ' ELSE
        (SELECT state || ' ' || CAST(cursor_step AS TEXT) FROM imports WHERE company_id = $1
         ORDER BY created_at DESC, id DESC LIMIT 1) END";
    let found = carport_testing::raw::text(
        &shop.store,
        shop.id,
        sql,
        vec![shop.id.0.into(), deliveries.into()],
    )
    .await;
    let found = found.unwrap_or_default();
    let (state, step) = found.split_once(' ').unwrap_or_default();
    (state.to_owned(), step.to_owned())
}

/// Imports a folder with a kill after a moment, then after a longer one, and whenever the merge comes to a step at which it
/// was not killed yet, until an import comes to its end. How often it was killed, and at how many steps of the merge.
async fn import_with_kills(db: &TestDb, shop: &TestCompany, deliveries: i64, folder: &Path) -> (u32, usize) {
    let (mut kills, mut moment) = (0, Duration::from_millis(15));
    let mut steps = BTreeSet::new();
    loop {
        let delivery = [
            "import",
            "--company",
            &shop.slug,
            "--daily",
            "--accept",
            text(folder),
        ];
        let resume = ["import", "--company", &shop.slug, "--resume"];
        let args = match state(shop, deliveries).await.0.as_str() {
            // killed after its last breath
            "done" => return (kills, steps.len()),
            "" => &delivery[..],
            _ => &resume[..],
        };
        let mut child = carport(db, None, args)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("the program starts");
        let another_step = async {
            loop {
                let (state, step) = state(shop, deliveries).await;
                if state == "merging" && steps.insert(step) {
                    return;
                }
                tokio::time::sleep(Duration::from_millis(1)).await;
            }
        };
        tokio::select! {
            ended = child.wait() => {
                let code = ended.expect("it is waited for").code();
                assert!(
                    matches!(code, Some(0 | 2)),
                    "it ended with {code:?} after {kills} kills"
                );
                return (kills, steps.len());
            }
            () = tokio::time::sleep(moment) => moment = moment.mul_f32(1.35),
            () = another_step => {}
        }
        child.kill().await.expect("it is killed");
        kills += 1;
        assert!(kills < 100, "it never ends");
    }
}

db_test! {
    async fn an_import_that_is_killed_at_any_moment_ends_as_the_one_that_was_not(db: TestDb) {
        let (whole, broken) = (TestCompany::named(&db, "jansen", "NL").await, TestCompany::named(&db, "pietersen", "NL").await);
        let mut in_merge = 0;
        for (deliveries, seed) in [(1, 5), (2, 6)] {
            let folder = export(&db, &format!("export-{seed}"), seed);
            let ended = run(&db, None, &["import", "--company", "jansen", "--daily", "--accept", text(&folder)]).await;
            assert!(matches!(ended.status.code(), Some(0 | 2)), "{ended:?}");
            let (kills, steps) = import_with_kills(&db, &broken, deliveries, &folder).await;
            in_merge += steps;
            assert!(kills > 3, "it was killed {kills} times only");
            assert_eq!(imported(&broken, false).await, imported(&whole, false).await);
        }
        assert!(in_merge > 3, "it was killed at {in_merge} steps of the merges only");
        assert!(imported(&whole, false).await.len() > 1_000);
    }

    async fn a_doubtful_export_waits_for_a_decision_and_can_be_taken_back(db: TestDb) {
        let shop = TestCompany::named(&db, "jansen", "NL").await;
        let folder = db.folder().join("export");
        std::fs::create_dir_all(&folder).unwrap();
        let write = |text: &str| std::fs::write(folder.join("klanten.csv"), text).unwrap();
        let import = |more: &'static [&'static str]| {
            let mut args = vec!["import", "--company", "jansen", "--full"];
            args.extend(more);
            args.push(text(&folder));
            let args: Vec<String> = args.into_iter().map(str::to_owned).collect();
            let db = &db;
            async move {
                let args: Vec<&str> = args.iter().map(String::as_str).collect();
                let ended = run(db, None, &args).await;
                let said = String::from_utf8_lossy(&ended.stdout).into_owned() + &String::from_utf8_lossy(&ended.stderr);
                (ended.status.code().unwrap(), said)
            }
        };
        let here = "SELECT COUNT(*) FROM customers WHERE company_id = $1 AND missing_since IS NULL";
        let count = || shop.number(here, vec![shop.id.0.into()]);

        write("Klantnr;Naam;Schoenmaat\n1;Bakker;44\n2;de Vries;38\n3;Smit;41\n");
        let (code, said) = import(&["--dry-run"]).await;
        assert_eq!((code, count().await), (0, 0), "{said}");
        assert!(said.contains("«Schoenmaat» is not used") && said.contains("nothing was changed"), "{said}");
        printed(&db, None, &["import", "columns", "--company", "jansen", "--set", "customers:Schoenmaat="]).await;
        let (code, said) = import(&[]).await;
        assert_eq!((code, count().await), (0, 3), "{said}");
        assert!(!said.contains("Schoenmaat"), "{said}");

        write("Klantnr;Naam\n1;Bakker\n");
        let (code, said) = import(&[]).await;
        assert_eq!((code, count().await), (2, 3), "{said}");
        assert!(said.contains("2 of 3") && said.contains("decide --company jansen go-on"), "{said}");
        printed(&db, None, &["import", "decide", "--company", "jansen", "go-on"]).await;
        assert_eq!(count().await, 1);
        let said = printed(&db, None, &["import", "undo", "--company", "jansen"]).await;
        assert!(said.contains("Taken back"), "{said}");
        assert_eq!(count().await, 3);

        write("Klantnr;Naam;E-mail\n1;Bakker;no address\n2;;\n");
        let report = db.folder().join("errors.csv");
        let ended = run(&db, None, &["import", "--company", "jansen", "--report", text(&report), text(&folder)]).await;
        assert_eq!(ended.status.code(), Some(2));
        let lines = std::fs::read_to_string(&report).unwrap();
        assert_eq!(lines.lines().count(), 3, "{lines}");
        assert!(lines.contains("klanten.csv;2;e-mail;no address;") && lines.contains("klanten.csv;3;achternaam;"), "{lines}");

        write("Kenmerk\n1\n");
        let (code, said) = import(&[]).await;
        assert_eq!(code, 1);
        assert!(said.contains("nothing was changed") && said.contains("klanten.csv"), "{said}");
    }
}
