//! The customers' pages.

use super::{Site, segment};
use crate::{InvoiceId, VehicleId};

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
    /// Activation with the code on a letter (SEC-ACT-3).
    ActivateByLetter,
    /// Ask for an account (F29).
    RequestAccount,
    /// Ask for a new password (F56).
    ForgotPassword,
    /// Set a password by a mailed link.
    SetPassword(&'a str),
    /// Confirm a new sign-in e-mail address by a mailed link (F60).
    ConfirmEmail(&'a str),
    /// Take back a change of the sign-in e-mail address, from the notice to the old one (F60).
    UndoEmail(&'a str),
    /// Choose another language.
    Language,
    /// Prove once more who is there, before a sensitive page (DESIGN decision 3).
    StepUp,
    /// The customer's own data.
    MyData,
    /// The customer's cars.
    MyCars,
    /// One car.
    MyCar(VehicleId),
    /// Correct one's own figures of a car (F77).
    EditCar(VehicleId),
    /// Ask for a correction of what only the register or the company can know (F77).
    CorrectCar(VehicleId),
    /// The invoices.
    Invoices,
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
            Self::ActivateByLetter => "/activate/letter".to_owned(),
            Self::RequestAccount => "/request-account".to_owned(),
            Self::ForgotPassword => "/forgot-password".to_owned(),
            Self::SetPassword(token) => format!("/set-password/{}", segment(token)),
            Self::ConfirmEmail(token) => format!("/confirm-email/{}", segment(token)),
            Self::UndoEmail(token) => format!("/undo-email/{}", segment(token)),
            Self::Language => "/language".to_owned(),
            Self::StepUp => "/step-up".to_owned(),
            Self::MyData => "/my-data".to_owned(),
            Self::MyCars => "/my-car".to_owned(),
            Self::MyCar(vehicle) => format!("/my-car/{vehicle}"),
            Self::EditCar(vehicle) => format!("/my-car/{vehicle}/edit"),
            Self::CorrectCar(vehicle) => format!("/my-car/{vehicle}/correction"),
            Self::Invoices => "/invoices".to_owned(),
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
