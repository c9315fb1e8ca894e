//! Nobody's data reach a log or a metric (REL-13): the main journeys of one person, of the desk and of the machinery, with
//! everything our crates log at every level caught.

use std::io;
use std::sync::{Arc, Mutex};

use carport_domain::access::Role;
use carport_intake::Order;
use carport_outreach::mail::{Mailer, ReturnAddresses, Security, SmtpConfig, SmtpPool};
use carport_outreach::post::{Identity, Post};
use carport_outreach::select::select_week;
use carport_outreach::week::{Which, approve};
use carport_outreach::worker::Worker;
use carport_outreach::{Outreach, catalogue};
use carport_store::imports::Mode;
use carport_testing::browser::TestSite;
use carport_testing::smtp_sink::{Reaction, SmtpSink, Step};
use carport_testing::{TestCompany, date, db_test};
use tracing_subscriber::EnvFilter;

use super::office_company::staff;

const NAME: &str = "Kanariewit";
const EMAIL: &str = "piep@kanarie-post.example";
const PHONE: &str = "+31699887766";
const PLATE: &str = "ZZ-987-Z";
const NUMBER: &str = "77665544";
const STREET: &str = "Kanariestraat";
const PASSWORD: &str = "zeven kanaries zingen samen";
const WRONG: &str = "acht kanaries zwijgen samen";

/// Everything that is logged.
#[derive(Debug, Clone, Default)]
struct Caught(Arc<Mutex<Vec<u8>>>);

impl io::Write for Caught {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().expect("one thread writes").extend_from_slice(bytes);
        Ok(bytes.len())
    }
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Caught {
    fn text(&self) -> String {
        String::from_utf8_lossy(&self.0.lock().expect("one thread writes")).into_owned()
    }
}

/// Listens on this thread, which is the only one of a test's runtime.
fn listen() -> (Caught, tracing::subscriber::DefaultGuard) {
    let caught = Caught::default();
    let writer = caught.clone();
    let ours = "carport_domain=trace,carport_store=trace,carport_outreach=trace,carport_intake=trace,carport_documents=trace,carport_web=trace,sqlx=warn";
    let subscriber = tracing_subscriber::fmt()
        .with_env_filter(EnvFilter::new(ours))
        .with_ansi(false)
        .with_writer(move || writer.clone())
        .finish();
    (caught, tracing::subscriber::set_default(subscriber))
}

/// The last words of the addresses in mails: tokens.
fn tokens(mails: &[carport_testing::browser::Mail]) -> Vec<String> {
    mails
        .iter()
        .flat_map(|mail| mail.text.split_whitespace())
        .filter(|word| word.starts_with("https://"))
        .filter_map(|word| word.rsplit('/').next())
        .filter(|token| token.len() >= 20)
        .map(str::to_owned)
        .collect()
}

db_test! {
    async fn nobodys_data_reach_a_log_or_a_metric(db: TestDb) {
        let figures = metrics_exporter_prometheus::PrometheusBuilder::new().build_recorder();
        let handle = figures.handle();
        // The first test in a process sets it; the other then reads the same.
        let _ = metrics::set_global_recorder(figures);
        let (caught, guard) = listen();
        let (site, shop) = (TestSite::new(&db), TestCompany::new(&db).await);
        let who = shop.customer(NAME).number(NUMBER).email(EMAIL).mobile(PHONE)
            .address(STREET, "7", "1234 AB", "Voorbeeldstad").workshop_invoice(date(2026, 3, 9)).save().await;
        shop.car(&who, PLATE).inspection_due(date(2026, 12, 27)).save().await;

        // In: wrong and right, forgotten, changed.
        let mut browser = site.browser("198.51.100.9");
        for plate in ["ZZ-111-Z", PLATE] {
            browser.post("/jansen/activate", &[("number", NUMBER), ("email", EMAIL), ("plate", plate)]).await;
        }
        let mails = site.mail().await;
        let mut secrets = tokens(&mails);
        let link = mails.iter().find(|m| m.text.contains("/set-password/")).expect("the link").link("/set-password/");
        browser.open(&link).await;
        browser.post("/jansen/set-password", &[("password", "kort"), ("again", "kort")]).await;
        let set = browser.post("/jansen/set-password", &[("password", PASSWORD), ("again", PASSWORD), ("stay", "yes")]).await;
        assert!(set.status.is_redirection(), "{}", set.body);
        for (path, fields) in [
            ("/jansen/my-data/name", vec![("first_name", NAME), ("last_name", NAME)]),
            ("/jansen/my-data/address", vec![("street", STREET), ("house_number", "8"), ("postcode", "1234 AB"), ("city", NAME), ("country", "NL")]),
            ("/jansen/my-data/contact", vec![("email", EMAIL), ("mobile", PHONE), ("phone", "kanarie"), ("password", WRONG)]),
            ("/jansen/my-preferences", vec![("newsletter", "yes"), ("email", "yes")]),
            ("/jansen/account/password", vec![("password", WRONG), ("new", WRONG), ("again", WRONG)]),
            ("/jansen/account/email", vec![("email", EMAIL), ("password", WRONG)]),
            ("/jansen/step-up", vec![("password", WRONG)]),
        ] {
            browser.get(path).await;
            browser.post(path, &fields).await;
        }
        let mut other = site.browser("198.51.100.10");
        for password in [WRONG, PASSWORD] {
            other.post("/jansen/sign-in", &[("email", EMAIL), ("password", password)]).await;
        }
        other.post("/jansen/forgot-password", &[("email", EMAIL)]).await;
        other.get(&format!("/jansen/set-password/{}", "kanarie".repeat(5))).await;
        other.post("/jansen/request-account", &[("first_name", NAME), ("last_name", NAME), ("street", STREET), ("house_number", "7"),
            ("postcode", "1234 AB"), ("city", NAME), ("plate", PLATE), ("email", EMAIL)]).await;
        secrets.extend(tokens(&site.mail().await));
        assert!(secrets.len() >= 2, "{secrets:?}");

        // The desk.
        let owner = staff(&db, &site, &shop, Role::Owner).await;
        let page = |tail: &str| format!("/office/jansen/customers/{}{tail}", who.id);
        for path in [
            format!("/office/jansen/customers?q={NAME}"), format!("/office/jansen/customers?q={PLATE}"), page(""), page("/preferences"),
            page("/explain/inspection-due"), page("/proof"), "/office/jansen/requests".into(), "/office/jansen/audit".into(),
        ] {
            owner.ask(http::Method::GET, &path, &[]).await;
        }
        for (path, fields) in [
            (page("/preferences"), vec![("reason", NAME), ("source", EMAIL)]),
            (page("/invitation"), vec![("email", EMAIL)]),
            ("/office/jansen/staff/invite".into(), vec![("email", EMAIL), ("name", NAME), ("role", "sales")]),
            ("/office/sign-in".into(), vec![("email", EMAIL), ("password", WRONG)]),
        ] {
            owner.ask(http::Method::POST, &path, &fields).await;
        }
        secrets.extend(tokens(&site.mail().await));

        // The machinery: an import with rows that are refused, a selection, and a mail server that repeats the address it refuses.
        let folder = tempfile::TempDir::new().unwrap();
        let rows = format!("number,kind,first_name,last_name,email,mobile,birth_date\n{NUMBER},person,{NAME},{NAME},{EMAIL},{PHONE},1984-03-12\n,person,{NAME},,{EMAIL},kanarie,gisteren\n");
        std::fs::write(folder.path().join("customers.csv"), rows).unwrap();
        let paths = [folder.path().to_owned()];
        let order = Order { paths: &paths, source: "dms", mode: Mode::Daily, dry_run: false, started_by: "system", accepted: &[] };
        let import = carport_intake::begin(&db.store, shop.id, &order).await.unwrap();
        carport_intake::run(&db.store, shop.id, import, Arc::new(|_| ())).await.unwrap();
        let mut tx = db.store.begin().await.unwrap();
        let mut company = tx.company(shop.id).await.unwrap();
        catalogue::stock(&mut company).await.unwrap();
        catalogue::switch(&mut company, "inspection-due", true, "staff:test").await.unwrap();
        tx.commit().await.unwrap();
        let week = "2026-W47".parse().unwrap();
        select_week(&db.store, shop.id, Some(week), false).await.unwrap();
        let sink = SmtpSink::start().await;
        for _ in 0..3 {
            sink.script(Step::Rcpt, Reaction::Say(format!("550 5.7.1 <{EMAIL}> {NAME} is not welcome")));
        }
        let identity = Identity { domain: "news.carport.example".into(), signer: None };
        let post = Post {
            mailer: Mailer::Smtp(SmtpPool::new(SmtpConfig::new("127.0.0.1", sink.address().port(), Security::None)).unwrap()),
            service: identity.clone(),
            news: identity,
            returns: Arc::new(ReturnAddresses::new(b"secret", "bounce.carport.example")),
            connections: 1,
        };
        let outreach = Arc::new(Outreach::new(db.store.clone(), "https://carport.example".parse().unwrap(), Some(post)));
        approve(&outreach, shop.id, week, "inspection-due", Which::All, "staff:test").await.unwrap();
        other.post("/jansen/forgot-password", &[("email", EMAIL)]).await;
        Worker::new(outreach, "test", 4).run_due().await.unwrap();
        assert!(sink.counts().refused > 0, "the server refused somebody");
        drop(guard);

        let (log, metrics) = (caught.text(), handle.render());
        assert!(log.contains("sending ended"), "something is logged: {log}");
        let fixed = [NAME, EMAIL, "kanarie-post", "99887766", PLATE, "ZZ987Z", "zz987z", NUMBER, STREET, PASSWORD, WRONG, "token-owner-jansen"];
        let canaries: Vec<String> = fixed.iter().map(|c| (*c).to_owned()).chain(secrets).collect();
        for (place, text) in [("the log", &log), ("the metrics", &metrics)] {
            let hits: Vec<&str> = text
                .lines()
                .filter(|line| canaries.iter().any(|canary| line.to_lowercase().contains(&canary.to_lowercase())))
                .collect();
            assert!(hits.is_empty(), "{place} says too much:\n{}", hits.join("\n"));
        }
    }
}
