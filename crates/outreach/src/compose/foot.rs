//! Why somebody gets a message, how to stop it, and who sends it: at the foot of every message (STANDARDS, what must be in
//! the message). Staff cannot leave it out, because they do not write it.

use carport_domain::content::Nature;
use carport_domain::{Language, Texts, format};
use chrono::NaiveDate;

use super::sender::Sender;

/// The ground on which somebody gets a message, as the gate found it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// They said yes to a topic on a day.
    Consent {
        /// The topic, in the message's language.
        topic: String,
        /// When they said yes.
        on: NaiveDate,
    },
    /// They are a customer, and this is about the same kind of service (soft opt-in), or of legitimate interest to both.
    Customer {
        /// Their last visit or order, where one is on file.
        last_visit: Option<NaiveDate>,
    },
    /// It belongs to something they asked for or that is under way.
    Service,
    /// The law or safety asks for it, as with a recall.
    Duty,
    /// It goes to the company itself.
    Internal,
}

/// How to stop marketing without signing in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WayOut {
    /// Stops this kind of message; also the one-click address of the mail's header.
    pub unsubscribe_url: String,
    /// Opens all choices.
    pub preferences_url: String,
}

/// What stands at the foot of a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Foot {
    /// Of advertising.
    Marketing {
        /// Why this person gets it.
        reason: Reason,
        /// How to stop it.
        way_out: WayOut,
        /// The first message to this person, which tells of the right to object in words of its own (CON-15).
        first: bool,
    },
    /// Of everything else.
    Service {
        /// Why this person gets it.
        reason: Reason,
    },
}

impl Foot {
    /// Marketing or service.
    pub const fn nature(&self) -> Nature {
        match self {
            Foot::Marketing { .. } => Nature::Marketing,
            Foot::Service { .. } => Nature::Service,
        }
    }

    pub(super) fn way_out(&self) -> Option<&WayOut> {
        match self {
            Foot::Marketing { way_out, .. } => Some(way_out),
            Foot::Service { .. } => None,
        }
    }

    /// «You get this because …», and the right to object or withdraw that goes with the reason.
    pub(super) fn why(&self, sender: &Sender, language: Language) -> String {
        let texts = Texts::new(language);
        let company = sender.name.as_str();
        let (reason, first) = match self {
            Foot::Marketing { reason, first, .. } => (reason, *first),
            Foot::Service { reason } => (reason, false),
        };
        let date = |date: NaiveDate| format::date_long(date, language);
        let mut said = match reason {
            Reason::Consent { topic, on } => texts.with(
                "mail-reason-consent",
                &[
                    ("company", company.into()),
                    ("topic", topic.into()),
                    ("date", date(*on).into()),
                ],
            ),
            Reason::Customer { last_visit: Some(on) } => texts.with(
                "mail-reason-customer",
                &[("company", company.into()), ("date", date(*on).into())],
            ),
            Reason::Customer { last_visit: None } => {
                texts.with("mail-reason-on-file", &[("company", company.into())])
            }
            Reason::Service => texts.with("mail-reason-service", &[("company", company.into())]),
            Reason::Internal => texts.with("mail-reason-internal", &[("company", company.into())]),
            Reason::Duty => texts.with("mail-reason-duty", &[("company", company.into())]),
        };
        if first {
            said.push(' ');
            said.push_str(&texts.with("mail-first-notice", &[("company", company.into())]));
        }
        said
    }
}

/// The sender's legal identity on one line.
pub(super) fn identity(sender: &Sender) -> String {
    let mut parts = vec![sender.legal_name.clone()];
    parts.extend(sender.address.iter().cloned());
    // Numbers stay on one line.
    let together = |text: String| text.replace(' ', "\u{a0}");
    parts.extend(
        sender
            .registration
            .iter()
            .map(|(label, number)| together(format!("{label} {number}"))),
    );
    parts.extend(sender.phone.clone().map(together));
    parts.extend(sender.email.clone());
    parts.retain(|part| !part.trim().is_empty());
    parts.join(" · ")
}
