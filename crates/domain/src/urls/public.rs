//! The operator's pages, and addresses that belong to no company.

use super::{BaseUrl, plain_pages, segment};
use crate::company::Slug;

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
