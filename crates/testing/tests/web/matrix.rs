//! Every route × everybody who could ask: the routes are read from the program's source, so one without an expectation
//! fails, and an expectation without a route too.

use std::collections::BTreeMap;
use std::path::Path;

use carport_domain::access::{Permission, Role};
use carport_testing::browser::{Answer, Browser, TestSite};
use carport_testing::{TestCompany, db_test};
use http::{Method, StatusCode};

use super::office_company::{SignedIn, operator, staff};
use super::portal_doors::signed_in;

/// Who gets in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum For {
    /// Everybody; a token in the address may be asked for.
    All,
    /// Customers of the company in the address.
    Customers,
    /// Any staff member who is signed in.
    AnyStaff,
    /// Staff of the company in the address whose role has the permission.
    Staff(Permission),
    /// Operators.
    Operators,
}

use Permission as P;

/// The longest matching beginning decides; within a company's portal and back office as well.
const EXPECTED: &[(&str, For)] = &[
    ("/", For::All),
    ("/assets/{file}", For::All),
    ("/favicon.ico", For::All),
    ("/healthz", For::All),
    ("/readyz", For::All),
    ("/metrics", For::All),
    ("/dev/mail", For::All),
    ("/u/{token}", For::All),
    ("/l/{token}", For::All),
    ("/office", For::AnyStaff),
    ("/office/account", For::AnyStaff),
    ("/office/invitation/{token}", For::All),
    ("/office/language", For::All),
    ("/office/sign-in", For::All),
    ("/office/sign-out", For::All),
    ("/office/{company}", For::Staff(P::ViewCustomers)),
    ("/office/{company}/audit", For::Staff(P::ViewAudit)),
    ("/office/{company}/company", For::Staff(P::EditCompany)),
    ("/office/{company}/imports", For::Staff(P::Import)),
    ("/office/{company}/locations", For::Staff(P::EditCompany)),
    ("/office/{company}/staff", For::Staff(P::ManageStaff)),
    ("/office/{company}/customers", For::Staff(P::ViewCustomers)),
    ("/office/{company}/changes", For::Staff(P::EditCustomers)),
    ("/office/{company}/changes/export", For::Staff(P::Export)),
    (
        "/office/{company}/customers/{customer}/edit",
        For::Staff(P::EditCustomers),
    ),
    (
        "/office/{company}/customers/{customer}/cars/{vehicle}/edit",
        For::Staff(P::EditCustomers),
    ),
    (
        "/office/{company}/customers/{customer}/activation-letter",
        For::Staff(P::HandleRequests),
    ),
    (
        "/office/{company}/customers/{customer}/invitation",
        For::Staff(P::HandleRequests),
    ),
    (
        "/office/{company}/customers/{customer}/objection",
        For::Staff(P::EditCustomers),
    ),
    (
        "/office/{company}/customers/{customer}/preferences",
        For::Staff(P::EditCustomers),
    ),
    (
        "/office/{company}/customers/{customer}/proof",
        For::Staff(P::ProveConsent),
    ),
    ("/office/{company}/proof", For::Staff(P::ProveConsent)),
    ("/office/{company}/requests", For::Staff(P::HandleRequests)),
    ("/office/{company}/week", For::Staff(P::ViewWeek)),
    ("/office/{company}/actions", For::Staff(P::Approve)),
    ("/office/{company}/actions/new", For::Staff(P::EditMoments)),
    ("/office/{company}/week/actions/{action}", For::Staff(P::Approve)),
    ("/office/{company}/week/{week}/decisions", For::Staff(P::Approve)),
    ("/office/{company}/week/resume", For::Staff(P::Send)),
    ("/office/{company}/week/{week}/selection", For::Staff(P::Approve)),
    ("/office/{company}/results", For::Staff(P::ViewWeek)),
    ("/office/{company}/results/{moment}/settle", For::Staff(P::Send)),
    ("/office/{company}/call-list", For::Staff(P::Call)),
    ("/office/{company}/letters", For::Staff(P::Send)),
    ("/office/{company}/moments", For::Staff(P::ViewWeek)),
    (
        "/office/{company}/moments/{moment}/switch",
        For::Staff(P::EditMoments),
    ),
    (
        "/office/{company}/moments/{moment}/channels",
        For::Staff(P::EditMoments),
    ),
    (
        "/office/{company}/moments/{moment}/content/{language}",
        For::Staff(P::EditContent),
    ),
    (
        "/office/{company}/moments/{moment}/versions/{version}/again",
        For::Staff(P::EditContent),
    ),
    ("/operator", For::Operators),
    ("/operator/sign-in", For::All),
    ("/operator/sign-out", For::All),
    ("/{company}/", For::Customers),
    ("/{company}", For::Customers),
    ("/{company}/account", For::Customers),
    ("/{company}/activate", For::All),
    ("/{company}/confirm-email/{token}", For::All),
    ("/{company}/undo-email/{token}", For::All),
    ("/{company}/forgot-password", For::All),
    ("/{company}/help", For::All),
    ("/{company}/invoices", For::Customers),
    ("/{company}/language", For::All),
    ("/{company}/link", For::All),
    ("/{company}/logo/{place}", For::All),
    ("/{company}/look.css", For::All),
    ("/{company}/my-car", For::Customers),
    ("/{company}/my-data", For::Customers),
    ("/{company}/my-preferences", For::Customers),
    ("/{company}/preferences/{token}", For::All),
    ("/{company}/request-account", For::All),
    ("/{company}/set-password", For::All),
    ("/{company}/sign-in", For::All),
    ("/{company}/sign-out", For::All),
    ("/{company}/step-up", For::Customers),
];

/// What `route` is expected to be: by its own line, or by the line of the address above it — but never by the general
/// lines of the portal and the back office, so that a new part of either needs a line of its own.
fn expectation(route: &str) -> Option<(usize, For)> {
    const GENERAL: [&str; 5] = ["/", "/office", "/office/{company}", "/{company}", "/{company}/"];
    EXPECTED
        .iter()
        .enumerate()
        .filter(|(_, (line, _))| {
            route == *line
                || (!GENERAL.contains(line)
                    && route.strip_prefix(line).is_some_and(|rest| rest.starts_with('/')))
                || (*line == "/office" && route == "/office/")
                || (*line == "/office/{company}" && route == "/office/{company}/")
        })
        .max_by_key(|(_, (line, _))| line.len())
        .map(|(at, (_, who))| (at, *who))
}

/// Every route in the source with whether it answers GET and POST.
pub fn routes() -> BTreeMap<String, (bool, bool)> {
    let mut found = BTreeMap::new();
    read(
        Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../web/src")),
        &mut found,
    );
    found
}

fn read(folder: &Path, found: &mut BTreeMap<String, (bool, bool)>) {
    for entry in std::fs::read_dir(folder).expect("the source is there").flatten() {
        let path = entry.path();
        if path.is_dir() {
            read(&path, found);
        } else if path.extension().is_some_and(|e| e == "rs") {
            let source = std::fs::read_to_string(&path).expect("a source file");
            let calls = source.split(".route(").skip(1);
            for call in calls.filter_map(|call| call.trim_start().strip_prefix('"')) {
                let Some((route, rest)) = call.split_once('"') else {
                    continue;
                };
                let handlers = rest
                    .split(".route(")
                    .next()
                    .unwrap_or_default()
                    .split([';', '}'])
                    .next()
                    .unwrap_or_default();
                let entry = found.entry(route.to_owned()).or_default();
                entry.0 |= handlers.contains("get(");
                entry.1 |= handlers.contains("post(");
            }
        }
    }
}

/// The address of a route at the company `jansen`; what else it names does not exist.
fn address(route: &str) -> String {
    let words = route.split('/').map(|word| match word {
        "{company}" => "jansen",
        w if w.starts_with('{') => "00000000-0000-7000-8000-000000000000",
        w => w,
    });
    words.collect::<Vec<_>>().join("/")
}

/// One who asks.
enum Who {
    Browser(&'static str, Box<Browser>),
    Staff(Role, SignedIn),
    Other(&'static str, SignedIn),
}

impl Who {
    fn name(&self) -> String {
        match self {
            Who::Browser(name, _) | Who::Other(name, _) => (*name).to_owned(),
            Who::Staff(role, _) => role.to_string(),
        }
    }

    async fn ask(&self, method: Method, path: &str) -> Answer {
        match self {
            // A copy, so that signing out in one question does not answer the next.
            Who::Browser(_, browser) => {
                let form = (method == Method::POST).then(String::new);
                browser.as_ref().clone().send(method, path, form).await
            }
            Who::Staff(_, who) | Who::Other(_, who) => who.ask(method, path, &[]).await,
        }
    }
}

/// What the answer must be.
#[derive(Debug, PartialEq, Eq)]
enum Expected {
    /// The page, or an answer about what is not there or not filled in; never a sign-in, never a fault.
    In,
    /// 404, as if nothing were there.
    Nothing,
    /// Sign in first, at this address.
    SignIn(&'static str),
}

fn expected(access: For, who: &Who) -> Expected {
    match (access, who) {
        (For::All, _) => Expected::In,
        (For::Customers, Who::Browser("customer", _)) => Expected::In,
        (For::Customers, _) => Expected::SignIn("/jansen/sign-in"),
        (For::AnyStaff, Who::Staff(..) | Who::Other("staff of another company", _)) => Expected::In,
        (For::Staff(permission), Who::Staff(role, _)) if role.may(permission) => Expected::In,
        (For::Staff(_), Who::Staff(..) | Who::Other("staff of another company", _)) => Expected::Nothing,
        (For::AnyStaff | For::Staff(_), _) => Expected::SignIn("/office/sign-in"),
        (For::Operators, Who::Other("operator", _)) => Expected::In,
        (For::Operators, _) => Expected::SignIn("/operator/sign-in"),
    }
}

/// Pages that send every visitor to a sign-in as their proper answer.
const LEADS_TO_SIGN_IN: [&str; 7] = [
    "/office/sign-out",
    "/operator/sign-out",
    "/operator/sign-in/code",
    "/office/sign-in/code",
    "/{company}/sign-out",
    "/{company}/set-password",
    "/{company}/link",
];

fn fits(expected: &Expected, route: &str, answer: &Answer) -> bool {
    let to = answer.location();
    match expected {
        Expected::In => {
            !answer.status.is_server_error()
                && (!to.contains("/sign-in") || LEADS_TO_SIGN_IN.iter().any(|r| route.starts_with(r)))
        }
        Expected::Nothing => answer.status == StatusCode::NOT_FOUND,
        Expected::SignIn(at) => answer.status == StatusCode::SEE_OTHER && to.starts_with(at),
    }
}

#[test]
fn every_route_has_an_expectation_and_every_expectation_a_route() {
    let routes = routes();
    assert!(routes.len() > 60, "the source is read: {}", routes.len());
    let without: Vec<&String> = routes.keys().filter(|r| expectation(r).is_none()).collect();
    assert!(without.is_empty(), "routes nobody thought about: {without:#?}");
    let used: Vec<usize> = routes
        .keys()
        .filter_map(|r| expectation(r))
        .map(|(at, _)| at)
        .collect();
    let idle: Vec<&str> = EXPECTED
        .iter()
        .enumerate()
        .filter(|(at, _)| !used.contains(at))
        .map(|(_, (r, _))| *r)
        .collect();
    assert!(idle.is_empty(), "expectations without a route: {idle:?}");
    let mute: Vec<_> = routes.iter().filter(|(_, (get, post))| !get && !post).collect();
    assert!(
        mute.is_empty(),
        "routes whose methods were not understood: {mute:?}"
    );
}

db_test! {
    async fn everybody_gets_on_every_route_what_the_matrix_says(db: TestDb) {
        let (site, shop) = (TestSite::new(&db), TestCompany::new(&db).await);
        let other = TestCompany::named(&db, "lindner", "DE").await;
        let (_, customer) = signed_in(&db, &site, &shop).await;
        let mut everybody = vec![
            Who::Browser("nobody signed in", Box::new(site.browser("198.51.100.200"))),
            Who::Browser("customer", Box::new(customer)),
            Who::Other("staff of another company", staff(&db, &site, &other, Role::Owner).await),
            Who::Other("operator", operator(&db, &site).await),
        ];
        for &role in Role::ALL {
            everybody.push(Who::Staff(role, staff(&db, &site, &shop, role).await));
        }
        let mut wrong = Vec::new();
        for (route, (get, post)) in routes() {
            let Some((_, access)) = expectation(&route) else { continue };
            // Signing out would end the sessions that ask; its own tests ask for it.
            let methods = [(Method::GET, get), (Method::POST, post && !["/office/sign-out", "/operator/sign-out", "/{company}/sign-out"].contains(&route.as_str()))];
            for (method, _) in methods.into_iter().filter(|(_, answered)| *answered) {
                for who in &everybody {
                    // A form without a tick switches every module off, and everything asked after it would be 404.
                    let changes = method == Method::POST && route.starts_with("/office/{company}/company/modules");
                    let expected = expected(access, who);
                    if changes && expected == Expected::In {
                        continue;
                    }
                    let answer = who.ask(method.clone(), &address(&route)).await;
                    if answer.status == StatusCode::TOO_MANY_REQUESTS {
                        continue;
                    }
                    if !fits(&expected, &route, &answer) {
                        wrong.push(format!("{method} {route} by {}: {} {} instead of {expected:?}", who.name(), answer.status, answer.location()));
                    }
                }
            }
        }
        assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
    }
}
