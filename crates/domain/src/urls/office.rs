//! The pages of a company's staff.

use super::{BaseUrl, plain_pages, segment};
use crate::clock::IsoWeek;
use crate::company::Slug;
use crate::{ContentVersionId, CustomerId, ImportId, LetterBatchId, LocationId, StaffId};

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
    /// Choose another language.
    Language,
}

impl StaffDoor<'_> {
    /// The path. Its second words are reserved, so that they never hide a company.
    pub fn path(&self) -> String {
        plain_pages!(self {
            Home => "/office", SignIn => "/office/sign-in", SecondFactor => "/office/sign-in/code",
            SignOut => "/office/sign-out", ForgotPassword => "/office/forgot-password", Account => "/office/account",
            Language => "/office/language",
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
