//! Identifiers: a type for each thing, UUID version 7 inside, so that they sort by age and cannot be swapped.

use std::fmt;
use std::str::FromStr;

use uuid::Uuid;

use crate::clock::Timestamp;

macro_rules! ids {
    ($($(#[$meta:meta])* $name:ident),+ $(,)?) => { $(
        $(#[$meta])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(feature = "sqlx", derive(sqlx_macros::Type), sqlx(transparent))]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl $name {
            /// A new identifier for something that came to be at `now`.
            pub fn new(now: Timestamp) -> Self { Self(uuid_v7(now)) }
        }
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { self.0.fmt(f) }
        }
        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { write!(f, "{}({})", stringify!($name), self.0) }
        }
        impl FromStr for $name {
            type Err = uuid::Error;
            fn from_str(s: &str) -> Result<Self, Self::Err> { Uuid::parse_str(s).map(Self) }
        }
    )+ };
}

ids! {
    /// A tenant: a dealer, a brand with its network, a parts shop.
    CompanyId,
    /// The legal person that answers for the messages of one or more locations.
    LegalEntityId,
    /// One site of a company.
    LocationId,
    /// A person or firm whose car the company looks after.
    CustomerId,
    /// One e-mail address, telephone number or postal address of a customer.
    ContactPointId,
    /// A customer's login at one company.
    AccountId,
    /// A car.
    VehicleId,
    /// One person's relation to one car over a time.
    HoldingId,
    /// A visit to the workshop or showroom.
    VisitId,
    /// An invoice.
    InvoiceId,
    /// A member of staff, known across companies.
    StaffId,
    /// An invitation to become staff.
    InvitationId,
    /// An operator of the installation.
    OperatorId,
    /// One delivery of files from the dealer management system.
    ImportId,
    /// One entry of the consent ledger.
    ConsentEventId,
    /// One version of a wording shown when consent was asked.
    WordingId,
    /// One immutable version of a message's content.
    ContentVersionId,
    /// A customer proposed for a contact moment.
    ProposalId,
    /// A message handed, or to be handed, to a channel.
    MessageId,
    /// One entry of the call list.
    CallId,
    /// Letters that were printed together.
    LetterBatchId,
    /// A request for an account by somebody who has no activation data.
    AccountRequestId,
    /// A change a customer or member of staff made to data the dealer management system also holds.
    ChangeId,
    /// A unit of background work.
    JobId,
    /// A one-off campaign that the company decides to run or not.
    ActionContactId,
}

/// A UUID version 7 whose time part is `now`, with 74 random bits (RFC 9562 section 5.7).
pub fn uuid_v7(now: Timestamp) -> Uuid {
    let millis = u64::try_from(now.0 / 1_000).unwrap_or(0);
    uuid::Builder::from_unix_timestamp_millis(millis, &rand::random::<[u8; 10]>()).into_uuid()
}
