//! Commands that answer: select, explain, consent, doctor, and the help of all of them.

use carport_domain::consent::{Channel, Purpose, Scope};
use carport_testing::smtp_sink::SmtpSink;
use carport_testing::{TestCompany, TestCustomer, TestDb, date, db_test};
use serde_json::Value;

use crate::house::{carport, printed, run, switch_on};

async fn anna(shop: &TestCompany) -> TestCustomer {
    let anna = shop
        .customer("Anna")
        .number("10482")
        .email("anna@mail.example")
        .workshop_invoice(date(2026, 3, 9))
        .save()
        .await;
    shop.car(&anna, "XX-123-X")
        .inspection_due(date(2026, 12, 30))
        .save()
        .await;
    anna
}

/// Anna said yes and no several times, each at another instant.
async fn anna_with_a_history(db: &TestDb, shop: &TestCompany) -> TestCustomer {
    let anna = anna(shop).await;
    let email = anna.email.expect("her address");
    for n in 0..3 {
        db.clock.advance_seconds(60);
        shop.says_yes(&anna, email, Purpose::Newsletter, Channel::Email)
            .await;
        db.clock.advance_seconds(60 + n);
        shop.says_no(&anna, Scope::cell(Purpose::Newsletter, Channel::Email))
            .await;
    }
    anna
}

/// The text with every id as «id-1», «id-2» …, in the order they come, and hashes of rule packs left out.
fn without_ids(text: &str) -> String {
    let mut seen: Vec<String> = Vec::new();
    let mut out = String::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let id = rest
            .get(..36)
            .filter(|s| uuid::Uuid::parse_str(s).is_ok() && s.contains('-'));
        let hash = rest
            .strip_prefix('@')
            .map(|digits| digits.chars().take_while(char::is_ascii_hexdigit).count())
            .filter(|n| *n >= 8);
        if let Some(id) = id {
            let at = seen.iter().position(|s| s == id).unwrap_or_else(|| {
                seen.push(id.to_owned());
                seen.len() - 1
            });
            out.push_str(&format!("id-{}", at + 1));
            rest = &rest[36..];
        } else if let Some(digits) = hash {
            out.push_str("@…");
            rest = &rest[digits + 1..];
        } else {
            out.push(c);
            rest = &rest[c.len_utf8()..];
        }
    }
    out
}

db_test! {
    async fn the_week_is_selected_by_command_once(db: TestDb) {
        let shop = TestCompany::new(&db).await;
        TestCompany::named(&db, "lindner", "DE").await;
        switch_on(&shop).await;
        anna(&shop).await;
        // The reminder for 30 December comes five weeks ahead.
        let week = ["--week", "2026-W48", "--json"];
        let dry = printed(&db, None, &[&["select", "--company", "jansen", "--dry-run"], &week[..]].concat()).await;
        let dry: Value = serde_json::from_str(&dry).unwrap();
        let all = printed(&db, None, &[&["select"], &week[..]].concat()).await;
        let lines: Vec<Value> = all.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        assert_eq!(lines.len(), 2, "every active company: {all}");
        let jansen = lines.iter().find(|l| l["company"] == "jansen").unwrap();
        assert_eq!(jansen["moments"], dry["moments"], "a dry run comes to the same");
        assert_eq!(jansen["moments"]["inspection-due"]["proposed"], 1, "{all}");
        let again = printed(&db, None, &["select", "--company", "jansen", "--week", "2026-W48"]).await;
        assert!(again.contains("inspection-due") && again.contains("1 proposed"), "{again}");
        let proposals = shop.number("SELECT COUNT(*) FROM proposals WHERE company_id = $1", vec![shop.id.0.into()]).await;
        assert_eq!(proposals, 1);

        for (wrong, says) in [
            (&["select", "--week", "48"][..], "2026-W48"),
            (&["select", "--company", "nobody"][..], "company list"),
            (&["send", "--company", "jansen"][..], "CARPORT_SMTP_URL"),
        ] {
            let output = run(&db, None, wrong).await;
            let error = String::from_utf8_lossy(&output.stderr).into_owned();
            assert!(!output.status.success() && error.contains(says), "{wrong:?}: {error}");
        }
    }

    async fn what_explain_answers_is_stable_and_says_it_in_words(db: TestDb) {
        let shop = TestCompany::new(&db).await;
        switch_on(&shop).await;
        let anna = anna_with_a_history(&db, &shop).await;
        let asked = ["explain", "--company", "jansen", "--moment", "inspection-due", "--on", "2026-11-25", "--customer"];
        let json = printed(&db, None, &[&asked[..], &["10482", "--json"]].concat()).await;
        insta::with_settings!({ prepend_module_to_snapshot => false, snapshot_path => "snapshots" }, {
            insta::assert_snapshot!("explain", without_ids(&json));
        });
        let id = anna.id.to_string();
        let by_id = printed(&db, None, &[&asked[..], &[id.as_str(), "--json"]].concat()).await;
        assert_eq!(by_id, json, "by number or by id");
        let words = printed(&db, None, &[&asked[..], &["10482", "--language", "nl"]].concat()).await;
        let sentence = serde_json::from_str::<Value>(&json).unwrap()["cases"][0]["sentence"].as_str().unwrap().to_owned();
        assert!(words.contains("XX-123-X") && words.contains("nl/") && !words.contains(&sentence), "in Dutch: {words}");

        for (wrong, says) in [
            (["--customer", "999", "--moment", "inspection-due"], "999"),
            (["--customer", "10482", "--moment", "birthday"], "inspection-due"),
        ] {
            let output = run(&db, None, &[&["explain", "--company", "jansen"], &wrong[..]].concat()).await;
            let error = String::from_utf8_lossy(&output.stderr).into_owned();
            assert!(!output.status.success() && error.contains(says), "{error}");
        }
    }

    async fn a_changed_ledger_is_found_and_the_entry_named(db: TestDb) {
        let shop = TestCompany::new(&db).await;
        let anna = anna_with_a_history(&db, &shop).await;
        let whole = printed(&db, None, &["consent", "verify", "--all"]).await;
        assert!(whole.contains("jansen: whole, 6 entries"), "{whole}");
        let end = whole.trim().rsplit(' ').next().unwrap().to_owned();
        printed(&db, None, &["consent", "verify", "--company", "jansen", "--noted", &end]).await;

        let customer = anna.id.to_string();
        let file = db.folder().join("proof.json");
        let path = file.to_str().unwrap();
        let proof = ["consent", "proof", "--company", "jansen", "--format"];
        printed(&db, None, &[&proof[..], &["json", "--customer", "10482", "--out", path]].concat()).await;
        for check in [&["consent", "verify", path][..], &["consent", "verify", "--company", "jansen", path][..]] {
            assert!(printed(&db, None, check).await.contains("whole, 6 entries"));
        }
        for (form, begins) in [("pdf", "%PDF"), ("csv", "seq,event"), ("json", "{")] {
            let out = db.folder().join(format!("period.{form}"));
            let period = [form, "--from", "2026-11-01", "--to", "2026-11-30", "--out", out.to_str().unwrap()];
            printed(&db, None, &[&proof[..], &period[..]].concat()).await;
            assert!(std::fs::read(&out).unwrap().starts_with(begins.as_bytes()), "{form}");
        }
        let taken = shop.number("SELECT COUNT(*) FROM audit_log WHERE company_id = $1 AND action = 'consent.proof_taken'",
            vec![shop.id.0.into()]).await;
        assert_eq!(taken, 4, "every proof taken is noted");

        let changed = std::fs::read_to_string(&file).unwrap().replacen("withdraw", "withdrew", 1);
        std::fs::write(&file, changed).unwrap();
        let output = run(&db, None, &["consent", "verify", path]).await;
        assert_eq!(output.status.code(), Some(1));
        assert!(String::from_utf8_lossy(&output.stdout).contains("BROKEN"));

        shop.sql("UPDATE consent_events SET body = REPLACE(body, '\"withdraw\"', '\"grant\"') WHERE company_id = $1 AND seq = 4",
            vec![shop.id.0.into()]).await;
        for args in [&["consent", "verify", "--all", "--json"][..], &["consent", "verify", "--company", "jansen", "--json"][..]] {
            let output = run(&db, None, args).await;
            assert_eq!(output.status.code(), Some(1));
            let line: Value = serde_json::from_slice(&output.stdout).unwrap();
            assert_eq!((&line["whole"], &line["entry"]), (&Value::Bool(false), &4.into()), "{customer}: {line}");
        }
    }

    async fn the_doctor_greets_the_mail_server_and_checks_the_books(db: TestDb) {
        let shop = TestCompany::new(&db).await;
        anna_with_a_history(&db, &shop).await;
        let sink = SmtpSink::start().await;
        let findings = async |with_mail: bool| -> Vec<Value> {
            let output = run(&db, with_mail.then(|| sink.address()), &["doctor", "--json"]).await;
            let text = String::from_utf8(output.stdout).unwrap();
            text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
        };
        let good = |findings: &[Value], what: &str| findings.iter().find(|f| f["what"] == what).unwrap()["good"] == true;
        let well = findings(true).await;
        assert!(["mail", "database", "schema", "jobs", "balance", "consent"].iter().all(|what| good(&well, what)), "{well:#?}");
        assert_eq!((sink.counts().connections, sink.counts().accepted), (1, 0), "greeted, and nothing sent");
        assert!(!good(&well, "signature"), "mail is not signed");
        assert!(!good(&findings(false).await, "mail"));

        let key = db.folder().join("dkim.pem");
        let (pem, text) = carport_outreach::mail::DkimKey::generate_ed25519().unwrap();
        std::fs::write(&key, pem).unwrap();
        let mut command = carport(&db, Some(sink.address()), &["doctor", "--json"]);
        let output = command
            .env("CARPORT_DKIM_DOMAIN", "carport.example")
            .env("CARPORT_DKIM_KEY_FILE", &key)
            .output()
            .await
            .unwrap();
        let signed = String::from_utf8(output.stdout).unwrap();
        assert!(signed.contains("carport._domainkey.carport.example") && signed.contains(&text), "{text}\n{signed}");

        shop.sql("UPDATE consent_events SET recorded_at = recorded_at + 1 WHERE company_id = $1 AND seq = 2",
            vec![shop.id.0.into()]).await;
        assert!(!good(&findings(true).await, "consent"));
    }

    async fn the_first_staff_need_a_long_password_and_a_lost_telephone_is_made_good(db: TestDb) {
        let _ = TestCompany::new(&db).await;
        let email = "piet@jansen.example";
        let with_password = async |password: &str, args: &[&str]| {
            carport(&db, None, args).env("CARPORT_PASSWORD", password).output().await.unwrap()
        };
        let create = ["staff", "create", "--company", "jansen", "--email", email, "--name", "Piet", "--role", "owner"];
        let short = with_password("Zw9!kdpq", &create).await;
        let said = String::from_utf8(short.stderr).unwrap();
        assert!(!short.status.success() && said.contains("at least 15 characters"), "{said}");
        assert!(with_password("zeven fietsen in de regen", &create).await.status.success());
        let piet = async || {
            let mut tx = db.store.read().await.unwrap();
            tx.installation().await.unwrap().staff_by_email(email).await.unwrap().unwrap()
        };
        let before = piet().await;
        let mut tx = db.store.begin().await.unwrap();
        tx.installation().await.unwrap().set_staff_totp(before.id, Some(b"12345678901234567890")).await.unwrap();
        tx.commit().await.unwrap();
        assert!(piet().await.has_second_factor);
        let reset = ["staff", "reset", "--email", email];
        assert!(!with_password("Zw9!kdpq", &reset).await.status.success());
        assert!(piet().await.has_second_factor);
        assert!(with_password("acht ezels op het strand", &reset).await.status.success());
        let after = piet().await;
        assert!(!after.has_second_factor && after.password_hash != before.password_hash);
        assert!(!with_password("acht ezels op het strand", &["staff", "reset", "--email", "nobody@jansen.example"]).await.status.success());
    }
}

#[tokio::test]
async fn every_command_explains_itself_with_an_example() {
    let help = async |args: &[&str]| -> String {
        let mut command = tokio::process::Command::new(env!("CARGO_BIN_EXE_carport"));
        let output = command.args(args).arg("--help").output().await.unwrap();
        assert!(output.status.success(), "{args:?}");
        String::from_utf8(output.stdout).unwrap()
    };
    let names = |text: &str| -> Vec<String> {
        let commands = text.split("Commands:").nth(1).unwrap_or_default();
        let lines = commands.lines().skip(1).take_while(|line| line.starts_with("  "));
        lines
            .filter_map(|line| line.split_whitespace().next())
            .filter(|name| *name != "help")
            .map(str::to_owned)
            .collect()
    };
    let all = names(&help(&[]).await);
    assert!(all.len() > 12, "{all:?}");
    for name in &all {
        let text = help(&[name]).await;
        let below = names(&text);
        for inner in &below {
            let text = help(&[name, inner]).await;
            assert!(
                text.lines()
                    .next()
                    .is_some_and(|line| line.len() > 10 && !line.starts_with("Usage")),
                "carport {name} {inner} says what it does:\n{text}"
            );
        }
        if below.is_empty() {
            assert!(
                text.contains("Example") || !text.contains("--"),
                "carport {name} shows an example:\n{text}"
            );
        }
    }
}
