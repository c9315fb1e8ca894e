//! The parts of a ledger entry: what was said, by which road, by whom, shown which words.

use chrono::NaiveDate;
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use super::words::{Channel, Purpose};
use crate::{ContactPointId, ImportId, Language, StaffId, Timestamp, WordingId, text_enum};

text_enum! {
    /// What happened.
    pub enum Action {
        /// The person said yes. Needs wording, origin and time.
        Grant = "grant",
        /// The person confirmed a yes from the address itself (double opt-in).
        Confirm = "confirm",
        /// The person said no.
        Deny = "deny",
        /// The person took a yes back.
        Withdraw = "withdraw",
        /// The person objected to all marketing (GDPR art. 21(2)).
        Object = "object",
        /// The person was told about soft opt-in and could object.
        SoftOptInNotice = "soi_notice",
        /// Somebody else's record of a yes that lacks wording, origin or time. It is kept and permits nothing.
        Import = "import",
        /// A yes ran out.
        Expire = "expire",
        /// An earlier entry, named in `supersedes`, was wrong: the undo of an import or of a slip of staff.
        Correct = "correct",
    }
}

impl Action {
    /// Whether it says yes.
    pub const fn is_yes(self) -> bool {
        matches!(self, Action::Grant | Action::Confirm)
    }
    /// Whether it says no.
    pub const fn is_no(self) -> bool {
        matches!(self, Action::Deny | Action::Withdraw | Action::Object)
    }
    /// When a statement counts of which the day alone is known: a no from the day's end, so that it is the later one whatever
    /// else was said that day, and everything else from its start; neither later than `now` (CON-10).
    pub fn said_on(self, day: NaiveDate, zone: Tz, now: Timestamp) -> Timestamp {
        let at = if self.is_no() {
            Timestamp::end_of(day, zone)
        } else {
            Timestamp::start_of(day, zone)
        };
        at.min(now)
    }
}

text_enum! {
    /// By which road the statement reached the company.
    pub enum Method {
        /// The customer's own page, signed in.
        Portal = "portal",
        /// A link in a message, without signing in. It can withdraw, not grant (DESIGN decision 7).
        Link = "link",
        /// A form on a web site.
        WebForm = "web_form",
        /// The unsubscribe header of a mail (RFC 8058).
        OneClick = "one_click",
        /// STOP by SMS.
        Stop = "stop",
        /// A spam report of a mail provider.
        SpamReport = "arf",
        /// A form on paper.
        Paper = "paper",
        /// At the counter, entered by staff.
        Counter = "counter",
        /// In a telephone call, entered by staff.
        Phone = "phone",
        /// A letter to the company.
        Letter = "letter",
        /// The dealer management system.
        Dms = "dms",
        /// Another file that was imported.
        Import = "import",
        /// Another program.
        Api = "api",
        /// Two customers became one, or one became two (CON-11).
        Merge = "merge",
        /// Carport itself, as when a yes runs out.
        System = "system",
    }
}

impl Method {
    /// Whether a yes by this road can end a no. An import or a merge never weakens a refusal (CON-10, CON-11).
    pub const fn ends_refusals(self) -> bool {
        !matches!(
            self,
            Method::Dms | Method::Import | Method::Merge | Method::System
        )
    }

    /// Whether a yes by this road is possible at all.
    pub const fn can_grant(self) -> bool {
        !matches!(
            self,
            Method::Link | Method::OneClick | Method::Stop | Method::SpamReport | Method::System
        )
    }
}

/// Who made the entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(tag = "kind", content = "id", rename_all = "snake_case")]
pub enum Actor {
    /// The customer.
    Customer,
    /// A member of staff.
    Staff(StaffId),
    /// An import.
    Import(ImportId),
    /// A partner's program, through the API.
    Partner,
    /// Carport.
    System,
}

impl Actor {
    /// The kind of actor as stable text.
    pub const fn kind(self) -> ActorKind {
        match self {
            Actor::Customer => ActorKind::Customer,
            Actor::Staff(_) => ActorKind::Staff,
            Actor::Import(_) => ActorKind::Import,
            Actor::Partner => ActorKind::Partner,
            Actor::System => ActorKind::System,
        }
    }
}

text_enum! {
    /// The kind of actor, as the customer sees it beside a choice (CON-09).
    pub enum ActorKind {
        /// The customer.
        Customer = "customer",
        /// A member of staff.
        Staff = "staff",
        /// An import.
        Import = "import",
        /// A partner's program.
        Partner = "partner",
        /// Carport.
        System = "system",
    }
}

/// What a statement is about. `None` means every purpose, or every channel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Scope {
    /// The purpose under which consent is asked ([`Purpose::asked_as`]).
    pub purpose: Option<Purpose>,
    /// The channel.
    pub channel: Option<Channel>,
}

impl Scope {
    /// All marketing on all channels.
    pub const ALL: Scope = Scope {
        purpose: None,
        channel: None,
    };

    /// One purpose on every channel.
    pub const fn purpose(purpose: Purpose) -> Self {
        Scope {
            purpose: Some(purpose),
            channel: None,
        }
    }
    /// One channel for every purpose.
    pub const fn channel(channel: Channel) -> Self {
        Scope {
            purpose: None,
            channel: Some(channel),
        }
    }
    /// One purpose on one channel.
    pub const fn cell(purpose: Purpose, channel: Channel) -> Self {
        Scope {
            purpose: Some(purpose),
            channel: Some(channel),
        }
    }
    /// Whether it is one purpose on one channel.
    pub const fn is_cell(self) -> bool {
        self.purpose.is_some() && self.channel.is_some()
    }
    /// Whether it includes all of `other`.
    pub fn covers(self, other: Scope) -> bool {
        (self.purpose.is_none() || self.purpose == other.purpose)
            && (self.channel.is_none() || self.channel == other.channel)
    }
}

/// The address or number a statement belongs to, without showing it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContactRef {
    /// The contact point.
    pub id: ContactPointId,
    /// Keyed hash of the normalised value at the time, as hexadecimal text ([`crate::secrets::HmacKey`]).
    pub hash: String,
}

/// The wording that was shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WordingRef {
    /// The wording's version as stored.
    pub id: WordingId,
    /// Its number, counting from 1.
    pub version: u32,
    /// The language it was shown in.
    pub language: Language,
    /// SHA-256 of the exact text, as hexadecimal text.
    pub sha256: String,
}

/// The control by which the person answered, and how it stood before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Control {
    /// The form, such as `portal-preferences`.
    pub form: String,
    /// The form's version.
    pub version: u32,
    /// What kind of control, such as `radio` or `checkbox`.
    pub kind: String,
    /// How it stood before the person touched it.
    pub default_state: DefaultState,
}

text_enum! {
    /// How a control stood before the person touched it (CON-04).
    pub enum DefaultState {
        /// No answer was filled in.
        Unset = "unset",
        /// The person's own earlier answer was shown.
        Earlier = "earlier",
        /// Yes was filled in. A yes from such a control is not one.
        Set = "set",
    }
}

/// The technical circumstances of a statement made online.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Circumstances {
    /// Network address without its last part ([`Circumstances::network`]).
    pub ip: Option<String>,
    /// The browser's name for itself.
    pub user_agent: Option<String>,
    /// How sure it was that it is the person: `session`, `step_up`, `link`.
    pub assurance: Option<String>,
    /// Message that carried the link or the confirmation, by its Message-ID.
    pub message_id: Option<String>,
}

impl Circumstances {
    /// A network address cut to what proof needs: the first 24 bits, or 48 of IPv6. It cannot be cut later, inside the chain.
    pub fn network(address: std::net::IpAddr) -> String {
        match address {
            std::net::IpAddr::V4(v4) => {
                let [a, b, c, _] = v4.octets();
                format!("{a}.{b}.{c}.0/24")
            }
            std::net::IpAddr::V6(v6) => {
                let [a, b, c, ..] = v6.segments();
                format!("{}/48", std::net::Ipv6Addr::new(a, b, c, 0, 0, 0, 0, 0))
            }
        }
    }
}

/// The paper, recording or file that proves a statement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// What it is: `scan`, `recording`, `file`.
    pub kind: String,
    /// Where it is kept, or its name.
    pub reference: String,
    /// SHA-256 of its bytes, as hexadecimal text.
    pub sha256: String,
    /// Line in the file, counting from 1.
    pub line: Option<u64>,
}
