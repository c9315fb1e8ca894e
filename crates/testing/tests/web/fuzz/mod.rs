//! Every address and every form, asked with what nobody should send: never a fault of ours, and nothing changed where the
//! answer is no (REL-09). The routes are read from the source and the forms from the pages, so that a new one is asked too.

mod forms;
mod hostile;

use std::collections::BTreeMap;

use carport_testing::browser::{Answer, Browser};
use carport_testing::schema::Watch;
use carport_testing::{TestDb, db_test};
use http::{Method, StatusCode};

use super::matrix::routes;
use super::world::World;
use forms::Form;

const FORM: &str = "application/x-www-form-urlencoded";

/// Tables that may change although the answer was no: counters, sessions' last use, what is to be looked up later, logs.
const MAY_CHANGE: [&str; 12] = [
    "account_sessions",
    "activation_attempts",
    "attempts",
    "audit_log",
    "consent_wordings",
    "jobs",
    "link_sessions",
    "mailbox",
    "operator_sessions",
    "reset_attempts",
    "schedules",
    "staff_sessions",
];

/// What each address, each form and each field gets of what nobody should send; all together get everything.
const EACH: usize = 4;

/// The next few of many, in turns: so that a failure comes again, and the time stays within bounds.
fn next_of<'a, T>(all: &'a [T], turn: &mut usize) -> impl Iterator<Item = &'a T> + use<'a, T> {
    let begin = *turn;
    *turn += EACH;
    all.iter().cycle().skip(begin % all.len()).take(EACH)
}

/// Whoever asks, and what went wrong so far.
struct Fuzz {
    watch: Watch,
    asked: usize,
    refused: usize,
    wrong: Vec<String>,
}

impl Fuzz {
    async fn new(db: &TestDb) -> Self {
        let tables: Vec<&str> = carport_store::schema::TABLES
            .iter()
            .map(|table| table.name)
            .filter(|name| !MAY_CHANGE.contains(name))
            .collect();
        // A fault says in the log why.
        let _ = tracing_subscriber::fmt()
            .with_env_filter("carport_web=error")
            .with_test_writer()
            .try_init();
        Self {
            watch: Watch::over(&db.store, &tables).await,
            asked: 0,
            refused: 0,
            wrong: Vec::new(),
        }
    }

    /// Asks, and holds the answer against what must always be so.
    async fn ask(
        &mut self,
        who: (&str, &Browser),
        method: Method,
        path: &str,
        kind: Option<&str>,
        body: &[u8],
    ) -> Answer {
        let (name, browser) = who;
        let answer = browser
            .clone()
            .send_bytes(method.clone(), path, kind, body.to_vec())
            .await;
        self.asked += 1;
        let mut complain = |what: String| {
            let body = String::from_utf8_lossy(&body[..body.len().min(160)]).into_owned();
            self.wrong
                .push(format!("{method} {path} by {name} with «{body}»: {what}"));
        };
        if answer.status.is_server_error() {
            complain(answer.status.to_string());
        }
        if answer.body.contains(hostile::SCRIPT) {
            complain("a script came back as it was sent".into());
        }
        if answer.headers.contains_key("x-injected") {
            complain("a header came back as it was sent".into());
        }
        if method != Method::GET {
            let refused = answer.status.is_client_error();
            self.refused += usize::from(refused);
            let changed = self.watch.changed().await;
            if refused && !changed.is_empty() {
                self.wrong.push(format!(
                    "{method} {path} by {name}: {}, and yet {changed:?} changed",
                    answer.status
                ));
            }
        }
        answer
    }

    fn end(self) {
        let Self { asked, wrong, .. } = self;
        assert!(
            wrong.is_empty(),
            "{} of {asked} answers are wrong:\n{}",
            wrong.len(),
            wrong[..wrong.len().min(60)].join("\n")
        );
    }
}

db_test! {
    async fn no_address_falls_over_whatever_stands_in_its_path_or_query(db: TestDb) {
        let world = World::new(&db).await;
        let mut fuzz = Fuzz::new(&db).await;
        let (mut values, mut queries) = (0, 0);
        for (route, (get, _)) in routes() {
            if !get {
                continue;
            }
            let mut addresses = vec![world.address(&route)];
            for value in next_of(&hostile::VALUES, &mut values) {
                let segment = hostile::percent(value.as_bytes());
                if !segment.is_empty() && route.contains('{') {
                    addresses.push(world.address_with(&route, &segment));
                }
            }
            for value in next_of(&hostile::QUERIES, &mut queries) {
                addresses.push(format!("{}?{value}", world.address(&route)));
            }
            for address in addresses {
                for who in world.who_fits(&route) {
                    fuzz.ask(who, Method::GET, &address, None, b"").await;
                }
            }
            let changed = fuzz.watch.changed().await;
            if !changed.is_empty() {
                fuzz.wrong.push(format!("GET {route} changed {changed:?}"));
            }
        }
        fuzz.end();
    }

    async fn no_form_falls_over_whatever_is_sent_and_a_refusal_changes_nothing(db: TestDb) {
        let world = World::new(&db).await;
        let mut fuzz = Fuzz::new(&db).await;
        // Every address that takes a form, found in the source: with bodies that are no form of ours, by everybody.
        let posts: Vec<String> = routes().into_iter().filter(|(_, (_, post))| *post).map(|(route, _)| route).collect();
        assert!(posts.len() > 50, "{}", posts.len());
        let (bodies, mut turn) = (hostile::bodies(), 0);
        for route in posts.iter().filter(|route| !route.ends_with("/sign-out")) {
            let path = world.address(route);
            for (kind, body) in next_of(&bodies, &mut turn) {
                for who in world.who_fits(route) {
                    if world.would_be_accepted(route, who.0) {
                        continue;
                    }
                    fuzz.ask(who, Method::POST, &path, *kind, body).await;
                }
            }
        }
        // Every form on a page: filled in as the page fills it in, with one field at a time turned hostile.
        let forms = forms_on_pages(&world).await;
        let found: Vec<&String> = forms.iter().map(|(_, form)| &form.action).collect();
        assert!(forms.len() > 30, "{found:?}");
        turn = 0;
        'forms: for (name, form) in &forms {
            let browser = world.browser(name);
            for field in form.one_of_each_name() {
                let values = next_of(&hostile::VALUES, &mut turn).map(|value| form.with(field, value));
                for body in values.chain([form.without(field), form.doubled(field)]) {
                    let answer = fuzz.ask((name, browser), Method::POST, &form.action, Some(FORM), body.as_bytes()).await;
                    // Setting a document takes its time; once is enough.
                    if answer.headers.get("content-type").is_some_and(|kind| kind == "application/pdf") {
                        continue 'forms;
                    }
                }
            }
        }
        assert!(fuzz.refused > fuzz.asked / 10, "{} of {} were refused: is anything asked at all?", fuzz.refused, fuzz.asked);
        fuzz.end();
    }
}

/// The forms on every page everybody can open, each once; those that make a document come before there is much to put in it,
/// those that end something come last.
async fn forms_on_pages(world: &World) -> Vec<(&'static str, Form)> {
    let mut found: BTreeMap<(String, Vec<String>), (&'static str, Form)> = BTreeMap::new();
    for (route, (get, _)) in routes() {
        if !get {
            continue;
        }
        for (name, browser) in world.who_fits(&route) {
            let path = world.address(&route);
            let page = browser.clone().get(&path).await;
            if page.status != StatusCode::OK {
                continue;
            }
            for form in forms::on(&page.body, &path) {
                if form.action.ends_with("/sign-out") || form.is_upload {
                    continue;
                }
                let names: Vec<String> = form.fields.iter().map(|(name, _)| name.clone()).collect();
                found.entry((form.action.clone(), names)).or_insert((name, form));
            }
        }
    }
    const ENDS: [&str; 7] = [
        "/modules",
        "/remove",
        "/close",
        "/withdraw",
        "/end",
        "/end-others",
        "/second-factor",
    ];
    let mut forms: Vec<_> = found.into_values().collect();
    forms.sort_by_key(|(_, form)| {
        let ends = ENDS.iter().any(|end| form.action.ends_with(end));
        (ends, !form.action.ends_with("/proof"))
    });
    forms
}
