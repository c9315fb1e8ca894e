//! The program over a test's database, with a mail server of the test.

use std::net::SocketAddr;
use std::process::{Output, Stdio};

use carport_domain::Clock;
use carport_domain::clock::{IsoWeek, SystemClock};
use carport_outreach::week::{Which, approve};
use carport_outreach::{Outreach, catalogue};
use carport_testing::{TestCompany, TestDb};
use chrono::{Days, NaiveDate};
use tokio::process::{Child, Command};

/// The program with arguments, over this database.
pub fn carport(db: &TestDb, mail: Option<SocketAddr>, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_carport"));
    command
        .args(args)
        .env_clear()
        .current_dir(db.folder())
        .env("CARPORT_DATA", db.folder())
        .env("CARPORT_DATABASE_URL", &db.options.database_url)
        .env("CARPORT_FILES", &db.options.files)
        .env("CARPORT_KEY_FILE", &db.options.key_file)
        .env("CARPORT_BASE_URL", "https://carport.example")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .kill_on_drop(true);
    if let Some(mail) = mail {
        command
            .env("CARPORT_SMTP_URL", format!("smtp://{mail}"))
            .env("CARPORT_MAIL_DOMAIN", "news.carport.example");
    }
    command
}

/// Runs the program to its end.
pub async fn run(db: &TestDb, mail: Option<SocketAddr>, args: &[&str]) -> Output {
    carport(db, mail, args).output().await.expect("the program runs")
}

/// Runs the program, which must end well, and gives what it printed.
pub async fn printed(db: &TestDb, mail: Option<SocketAddr>, args: &[&str]) -> String {
    let output = run(db, mail, args).await;
    assert!(
        output.status.success(),
        "carport {args:?}: {}{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8(output.stdout).expect("text")
}

/// Starts the program and leaves it running.
pub fn start(db: &TestDb, mail: SocketAddr, args: &[&str]) -> Child {
    carport(db, Some(mail), args)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("the program starts")
}

/// Today where the company is; the program goes by the real clock.
pub fn today(db: &TestDb) -> NaiveDate {
    db.clock.set(SystemClock.now());
    db.clock.now().date_in(chrono_tz::Europe::Amsterdam)
}

/// So many days from a day.
pub fn days_from(day: NaiveDate, days: i64) -> NaiveDate {
    if days < 0 {
        day - Days::new(days.unsigned_abs())
    } else {
        day + Days::new(days.unsigned_abs())
    }
}

/// Gives the company the catalogue with the reminder of the inspection switched on.
pub async fn switch_on(shop: &TestCompany) {
    let mut tx = shop.store.begin().await.unwrap();
    let mut company = tx.company(shop.id).await.unwrap();
    catalogue::stock(&mut company).await.unwrap();
    assert!(
        catalogue::switch(&mut company, "inspection-due", true, "staff:test")
            .await
            .unwrap()
    );
    tx.commit().await.unwrap();
}

/// Approves everything of the week, as staff do.
pub async fn approve_week(db: &TestDb, shop: &TestCompany) -> u64 {
    let outreach = Outreach::new(db.store.clone(), "https://carport.example".parse().unwrap(), None);
    let week = IsoWeek::of(today(db));
    let approved = approve(
        &outreach,
        shop.id,
        week,
        "inspection-due",
        Which::All,
        "staff:test",
    )
    .await
    .unwrap();
    approved.approved
}
