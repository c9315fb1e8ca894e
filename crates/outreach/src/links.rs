//! The links a message carries: the way out, the choices, the customer's own page.
//!
//! A token is a keyed hash of the message and the link's purpose, so that a retry carries the same links and nothing
//! secret is stored; the database keeps the token's SHA-256 as for every link (MAIL-04, SEC-ACT-4).

use carport_domain::company::{Setting, Settings};
use carport_domain::consent::{Channel, Purpose};
use carport_domain::secrets::Token;
use carport_domain::urls::{BaseUrl, Portal, Public, Site};
use carport_domain::{ContactPointId, CustomerId, MessageId, Timestamp, VehicleId};
use carport_store::Keys;
use carport_store::links::LinkPurpose;
use carport_store::messages::MessageLink;
use serde::{Deserialize, Serialize};

/// How long the way out of a message works, in days; MAIL-03 asks for 90 at least.
const WAY_OUT_DAYS: i64 = 730;

/// What a message's links open; the scope of each of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct MessageScope {
    /// What the message was for; one-click unsubscribe stops this (MAIL-05).
    pub purpose: Purpose,
    /// How it travelled.
    pub channel: Channel,
    /// To which address.
    pub contact_point: Option<ContactPointId>,
    /// About which car.
    pub vehicle: Option<VehicleId>,
}

/// The addresses of one message's links.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MessageLinks {
    /// The customer's own page, personal to this message (F51).
    pub page: String,
    /// Stops this kind of message.
    pub unsubscribe: String,
    /// Opens all choices without signing in.
    pub preferences: String,
}

fn token(keys: &Keys, message: MessageId, purpose: LinkPurpose) -> Token {
    Token::from_bytes(keys.keyed_hash(
        "message-link",
        &[message.0.as_bytes(), purpose.as_str().as_bytes()],
    ))
}

/// The addresses of a message's links on a company's site.
pub fn addresses(keys: &Keys, site: &Site, message: MessageId) -> MessageLinks {
    let of = |purpose| token(keys, message, purpose).reveal();
    let base: &BaseUrl = site.base();
    MessageLinks {
        page: Public::PersonalLink(&of(LinkPurpose::Personal)).absolute(base),
        unsubscribe: Public::Unsubscribe(&of(LinkPurpose::Unsubscribe)).absolute(base),
        preferences: Portal::Preferences(&of(LinkPurpose::Preferences)).absolute(site),
    }
}

/// The links of a message to be kept in the transaction that claims it, so that no mail carries dead links.
pub fn to_keep(
    keys: &Keys,
    settings: &Settings,
    now: Timestamp,
    message: MessageId,
    customer: CustomerId,
    scope: &MessageScope,
) -> [MessageLink; 3] {
    let scope = serde_json::to_string(scope).unwrap_or_default();
    let link = |purpose, days: i64| MessageLink {
        token_hash: *token(keys, message, purpose).hash().as_bytes(),
        purpose,
        customer,
        message,
        scope: scope.clone(),
        expires_at: now.plus_hours(24 * days),
    };
    [
        link(LinkPurpose::Personal, settings.get(Setting::PersonalLinkDays)),
        link(LinkPurpose::Unsubscribe, WAY_OUT_DAYS),
        link(LinkPurpose::Preferences, WAY_OUT_DAYS),
    ]
}
