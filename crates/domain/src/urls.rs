//! Every address Carport has, as types: pages and messages alike ask here (DESIGN section 4).

use std::fmt;
use std::str::FromStr;

use crate::clock::IsoWeek;
use crate::company::Slug;
use crate::{
    ContentVersionId, CustomerId, FieldError, ImportId, InvoiceId, LetterBatchId, LocationId, StaffId,
    VehicleId,
};

/// Where an installation, or a company with its own domain, answers: scheme, host and perhaps a port, without a path.
#[derive(Debug, Clone, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct BaseUrl(String);

impl BaseUrl {
    /// The base as text, without a slash at the end: `https://www.example.com`.
    pub fn as_str(&self) -> &str {
        &self.0
    }
    /// Whether it is encrypted; cookies ask (DESIGN decision 10).
    pub fn is_https(&self) -> bool {
        self.0.starts_with("https://")
    }
    /// Host, and the port if there is one, as the header `Host` carries it.
    pub fn host(&self) -> &str {
        self.0.split_once("://").map_or("", |(_, host)| host)
    }
}

impl FromStr for BaseUrl {
    type Err = FieldError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let wrong = || FieldError::new("error-base-url");
        let text = text.trim().trim_end_matches('/').to_ascii_lowercase();
        let (scheme, authority) = text.split_once("://").ok_or_else(wrong)?;
        let (host, port) = match authority.rsplit_once(':') {
            Some((host, port)) => (host, Some(port)),
            None => (authority, None),
        };
        let is_label = |label: &str| {
            !label.is_empty()
                && label.len() <= 63
                && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
        };
        let good = matches!(scheme, "http" | "https")
            && host.len() <= 253
            && host.split('.').all(is_label)
            && port.is_none_or(|port| port.parse::<u16>().is_ok_and(|port| port > 0));
        if good { Ok(Self(text)) } else { Err(wrong()) }
    }
}

impl TryFrom<String> for BaseUrl {
    type Error = FieldError;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<BaseUrl> for String {
    fn from(base: BaseUrl) -> Self {
        base.0
    }
}

impl fmt::Display for BaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

/// Where a company's pages stand: under its word on the installation's address, or on a domain of its own (F2).
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Site {
    base: BaseUrl,
    slug: Option<Slug>,
}

impl Site {
    /// Under the installation's address.
    pub const fn shared(base: BaseUrl, slug: Slug) -> Self {
        Self {
            base,
            slug: Some(slug),
        }
    }
    /// On a domain of the company's own.
    pub const fn own(base: BaseUrl) -> Self {
        Self { base, slug: None }
    }
    /// The address the site stands on.
    pub const fn base(&self) -> &BaseUrl {
        &self.base
    }
}

/// A page of a company's portal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Portal<'a> {
    /// Home with its tiles.
    Home,
    /// Sign in.
    SignIn,
    /// Sign out.
    SignOut,
    /// The three fields of activation (F26).
    Activate,
    /// Ask for an account (F29).
    RequestAccount,
    /// Ask for a new password (F56).
    ForgotPassword,
    /// Set a password by a mailed link.
    SetPassword(&'a str),
    /// Confirm a new sign-in e-mail address by a mailed link (F60).
    ConfirmEmail(&'a str),
    /// Prove once more who is there, before a sensitive page (DESIGN decision 3).
    StepUp,
    /// The customer's own data.
    MyData,
    /// The customer's cars.
    MyCars,
    /// One car.
    MyCar(VehicleId),
    /// An invoice as PDF.
    Invoice(InvoiceId),
    /// Topics and channels.
    MyPreferences,
    /// Help.
    Help,
    /// Password, sign-in e-mail and sessions.
    Account,
    /// Preferences by the link in a message, without signing in.
    Preferences(&'a str),
}

impl Portal<'_> {
    /// The path after the company's word; on an own domain the whole path.
    fn tail(&self) -> String {
        match self {
            Self::Home => "/".to_owned(),
            Self::SignIn => "/sign-in".to_owned(),
            Self::SignOut => "/sign-out".to_owned(),
            Self::Activate => "/activate".to_owned(),
            Self::RequestAccount => "/request-account".to_owned(),
            Self::ForgotPassword => "/forgot-password".to_owned(),
            Self::SetPassword(token) => format!("/set-password/{}", segment(token)),
            Self::ConfirmEmail(token) => format!("/confirm-email/{}", segment(token)),
            Self::StepUp => "/step-up".to_owned(),
            Self::MyData => "/my-data".to_owned(),
            Self::MyCars => "/my-car".to_owned(),
            Self::MyCar(vehicle) => format!("/my-car/{vehicle}"),
            Self::Invoice(invoice) => format!("/invoices/{invoice}"),
            Self::MyPreferences => "/my-preferences".to_owned(),
            Self::Help => "/help".to_owned(),
            Self::Account => "/account".to_owned(),
            Self::Preferences(token) => format!("/preferences/{}", segment(token)),
        }
    }

    /// The path on a site.
    pub fn path(&self, site: &Site) -> String {
        match &site.slug {
            Some(slug) => format!("/{slug}{}", self.tail()),
            None => self.tail(),
        }
    }

    /// The whole address, for messages and QR codes.
    pub fn absolute(&self, site: &Site) -> String {
        format!("{}{}", site.base, self.path(site))
    }
}

macro_rules! plain_pages {
    ($self:ident { $($page:ident => $path:literal),+ $(,)? } $($rest:tt)*) => {
        match $self { $(Self::$page => $path.to_owned(),)+ $($rest)* }
    };
}

/// A page of a company's back office.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Office<'a> {
    /// The start: what waits for attention.
    Home,
    /// This week's proposals.
    ThisWeek,
    /// A week's proposals.
    Week(IsoWeek),
    /// Customers.
    Customers,
    /// One customer.
    Customer(CustomerId),
    /// Why this customer gets something, or not, at a moment.
    Explain(CustomerId, &'a str),
    /// Account requests.
    Requests,
    /// The call list.
    CallList,
    /// Letters to print.
    Letters,
    /// The PDF of letters printed together.
    LetterBatch(LetterBatchId),
    /// Imports.
    Imports,
    /// One import.
    Import(ImportId),
    /// Contact moments.
    Moments,
    /// One contact moment, by its key.
    Moment(&'a str),
    /// Content of messages.
    Contents,
    /// One version of a content.
    Content(ContentVersionId),
    /// Company data, look, texts and settings.
    Company,
    /// Locations.
    Locations,
    /// One location.
    Location(LocationId),
    /// Staff.
    Staff,
    /// One member of staff.
    StaffMember(StaffId),
    /// Who did what.
    Audit,
    /// Help.
    Help,
}

impl Office<'_> {
    /// The path for a company.
    pub fn path(&self, company: &Slug) -> String {
        let tail = plain_pages!(self {
            Home => "", ThisWeek => "/week", Customers => "/customers", Requests => "/requests", CallList => "/call-list",
            Letters => "/letters", Imports => "/imports", Moments => "/moments", Contents => "/content",
            Company => "/company", Locations => "/locations", Staff => "/staff", Audit => "/audit", Help => "/help",
        }
            Self::Week(week) => format!("/week/{week}"),
            Self::Customer(id) => format!("/customers/{id}"),
            Self::Explain(id, moment) => format!("/customers/{id}/explain/{}", segment(moment)),
            Self::LetterBatch(id) => format!("/letters/{id}"),
            Self::Import(id) => format!("/imports/{id}"),
            Self::Moment(key) => format!("/moments/{}", segment(key)),
            Self::Content(id) => format!("/content/{id}"),
            Self::Location(id) => format!("/locations/{id}"),
            Self::StaffMember(id) => format!("/staff/{id}"),
        );
        format!("/office/{company}{tail}")
    }

    /// The whole address.
    pub fn absolute(&self, base: &BaseUrl, company: &Slug) -> String {
        format!("{base}{}", self.path(company))
    }
}

/// A page for staff before a company is chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StaffDoor<'a> {
    /// Choose a company.
    Home,
    /// Sign in.
    SignIn,
    /// The second factor.
    SecondFactor,
    /// Sign out.
    SignOut,
    /// Accept an invitation by a mailed link.
    Invitation(&'a str),
    /// Ask for a new password.
    ForgotPassword,
    /// Set a password by a mailed link.
    SetPassword(&'a str),
    /// Own password, second factor and sessions.
    Account,
}

impl StaffDoor<'_> {
    /// The path. Its second words are reserved, so that they never hide a company.
    pub fn path(&self) -> String {
        plain_pages!(self {
            Home => "/office", SignIn => "/office/sign-in", SecondFactor => "/office/sign-in/code",
            SignOut => "/office/sign-out", ForgotPassword => "/office/forgot-password", Account => "/office/account",
        }
            Self::Invitation(token) => format!("/office/invitation/{}", segment(token)),
            Self::SetPassword(token) => format!("/office/set-password/{}", segment(token)),
        )
    }

    /// The whole address.
    pub fn absolute(&self, base: &BaseUrl) -> String {
        format!("{base}{}", self.path())
    }
}

/// A page of the operator's console.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Operator<'a> {
    /// The companies.
    Home,
    /// Sign in.
    SignIn,
    /// Sign out.
    SignOut,
    /// A new company.
    NewCompany,
    /// One company.
    Company(&'a Slug),
    /// Background work.
    Jobs,
    /// Health of the installation.
    Health,
}

impl Operator<'_> {
    /// The path.
    pub fn path(&self) -> String {
        plain_pages!(self {
            Home => "/operator", SignIn => "/operator/sign-in", SignOut => "/operator/sign-out",
            NewCompany => "/operator/companies/new", Jobs => "/operator/jobs", Health => "/operator/health",
        }
            Self::Company(slug) => format!("/operator/companies/{slug}"),
        )
    }

    /// The whole address.
    pub fn absolute(&self, base: &BaseUrl) -> String {
        format!("{base}{}", self.path())
    }
}

/// An address that belongs to no company and no role.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Public<'a> {
    /// One-click unsubscribe (RFC 8058).
    Unsubscribe(&'a str),
    /// A personal link from a message (DESIGN decision 2).
    PersonalLink(&'a str),
    /// The demo's mailbox.
    DevMail,
    /// Whether the process lives.
    Healthz,
    /// Whether it can serve.
    Readyz,
    /// Figures for monitoring.
    Metrics,
}

impl Public<'_> {
    /// The path.
    pub fn path(&self) -> String {
        plain_pages!(self {
            DevMail => "/dev/mail", Healthz => "/healthz", Readyz => "/readyz", Metrics => "/metrics",
        }
            Self::Unsubscribe(token) => format!("/u/{}", segment(token)),
            Self::PersonalLink(token) => format!("/l/{}", segment(token)),
        )
    }

    /// The whole address. Links in messages stand on the company's own domain when it has one.
    pub fn absolute(&self, base: &BaseUrl) -> String {
        format!("{base}{}", self.path())
    }
}

/// A word inside a path, everything but unreserved signs escaped (RFC 3986 section 2.3). A word of dots alone would mean another path.
fn segment(word: &str) -> String {
    use fmt::Write;
    let dots = word.bytes().all(|b| b == b'.');
    word.bytes()
        .fold(String::with_capacity(word.len()), |mut out, b| {
            if b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'~') || (b == b'.' && !dots) {
                out.push(char::from(b));
            } else {
                let _ = write!(out, "%{b:02X}");
            }
            out
        })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::Timestamp;

    fn base(text: &str) -> BaseUrl {
        text.parse().unwrap()
    }

    fn slug(text: &str) -> Slug {
        text.parse().unwrap()
    }

    #[test]
    fn a_company_stands_under_its_word_or_on_its_own_domain() {
        let shared = Site::shared(base("https://carport.example/"), slug("jansen"));
        assert_eq!(Portal::Home.path(&shared), "/jansen/");
        assert_eq!(
            Portal::SetPassword("aB-9_").absolute(&shared),
            "https://carport.example/jansen/set-password/aB-9_"
        );
        let own = Site::own(base("https://mijn.jansen.example"));
        assert_eq!(Portal::Home.absolute(&own), "https://mijn.jansen.example/");
        assert_eq!(Portal::MyPreferences.path(&own), "/my-preferences");
        let vehicle = VehicleId::new(Timestamp(0));
        assert_eq!(Portal::MyCar(vehicle).path(&own), format!("/my-car/{vehicle}"));
    }

    #[test]
    fn back_office_operator_and_public_addresses_are_those_of_the_design() {
        let jansen = slug("jansen");
        assert_eq!(Office::Home.path(&jansen), "/office/jansen");
        assert_eq!(
            Office::Week("2026-W48".parse().unwrap()).path(&jansen),
            "/office/jansen/week/2026-W48"
        );
        assert_eq!(StaffDoor::SignIn.path(), "/office/sign-in");
        assert_eq!(Operator::Company(&jansen).path(), "/operator/companies/jansen");
        assert_eq!(
            Public::Unsubscribe("t").absolute(&base("http://127.0.0.1:8080")),
            "http://127.0.0.1:8080/u/t"
        );
        assert_eq!(Public::PersonalLink("t").path(), "/l/t");
    }

    #[test]
    fn staff_pages_before_the_company_can_never_be_taken_for_a_company() {
        for page in [
            StaffDoor::SignIn,
            StaffDoor::SignOut,
            StaffDoor::Account,
            StaffDoor::Invitation("t"),
            StaffDoor::ForgotPassword,
            StaffDoor::SetPassword("t"),
        ] {
            let path = page.path();
            let word = path.split('/').nth(2).unwrap();
            assert!(word.parse::<Slug>().is_err(), "{word} must be reserved");
        }
    }

    #[test]
    fn a_base_has_a_scheme_and_a_host_and_no_path() {
        assert_eq!(
            base(" HTTPS://Www.Example.com:8443/ ").as_str(),
            "https://www.example.com:8443"
        );
        assert_eq!(base("http://localhost:8080").host(), "localhost:8080");
        assert!(base("https://a.example").is_https());
        for bad in [
            "",
            "example.com",
            "ftp://example.com",
            "https://",
            "https://a/b",
            "https://a b",
            "https://u@h",
            "http://h:0",
            "http://h:99999",
        ] {
            assert!(bad.parse::<BaseUrl>().is_err(), "{bad}");
        }
    }

    proptest! {
        #[test]
        fn no_token_whatever_it_contains_leaves_its_place_in_the_path(token in any::<String>()) {
            let path = Public::PersonalLink(&token).path();
            prop_assert_eq!(path.matches('/').count(), 2);
            prop_assert!(!path.ends_with("/.") && !path.ends_with("/.."));
            prop_assert!(path.bytes().all(|b| b.is_ascii_graphic() && !matches!(b, b'?' | b'#' | b'"' | b'<')));
        }
    }
}
