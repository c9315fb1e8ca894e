//! Customers: what they are called, how they can be reached, and how far they have come with the company.

mod address;
mod email;
mod name;
mod number;
mod phone;
mod postcode;
mod salutation;
mod text;

pub use address::{AddressInput, PostalAddress, split_street};
pub use email::EmailAddress;
pub use name::{NameInput, PersonName};
pub use number::CustomerNumber;
pub use phone::PhoneNumber;
pub use postcode::postcode;
pub use text::{clean, fold, line};

use crate::text_enum;

text_enum! {
    /// Whether the customer is a natural person or a firm; consent law asks (CON-01).
    pub enum CustomerKind {
        /// A natural person.
        Person = "person",
        /// A firm or other organisation.
        Business = "business",
    }
}

text_enum! {
    /// How to address somebody.
    #[derive(Default)]
    pub enum Gender {
        /// Addressed as a man.
        Male = "male",
        /// Addressed as a woman.
        Female = "female",
        /// Not known or not wished: addressed by name.
        #[default]
        Unspecified = "unspecified",
    }
}

text_enum! {
    /// How far somebody has come with the company (F173).
    pub enum Stage {
        /// Looked at a page, left no name.
        Visitor = "visitor",
        /// Left a way to be reached.
        Lead = "lead",
        /// Knows the offer and could buy.
        Prospect = "prospect",
        /// Has an invoice (F1).
        Customer = "customer",
        /// A customer who brings others.
        Ambassador = "ambassador",
        /// Was a customer; no invoice within the period the company sets.
        Former = "former",
    }
}

text_enum! {
    /// The kinds of contact point.
    pub enum ContactPointKind {
        /// An e-mail address.
        Email = "email",
        /// A mobile number: can be called and receives text messages.
        Mobile = "mobile",
        /// A fixed number: can be called.
        Phone = "phone",
        /// A postal address.
        Address = "address",
    }
}

text_enum! {
    /// Where a piece of data came from. A customer's own word outweighs a file's until the file confirms it (F68).
    pub enum Origin {
        /// The dealer management system, by its regular files.
        Dms = "dms",
        /// The customer, on the own page or by a link.
        Customer = "customer",
        /// A member of staff, by hand.
        Staff = "staff",
        /// An account request, before anybody confirmed it (F29).
        Request = "request",
        /// A file somebody brought along once.
        Import = "import",
    }
}

impl ContactPointKind {
    /// Whether the contact point is a telephone number.
    pub const fn is_telephone(self) -> bool {
        matches!(self, Self::Mobile | Self::Phone)
    }
}
