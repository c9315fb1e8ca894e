//! What became of a mail, and whose fault it is if it did not go (MAIL-22).

use std::fmt;

/// The end of one attempt to hand a mail over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// The server took responsibility for it.
    Accepted {
        /// What it said, often with its queue number.
        response: String,
    },
    /// Not now; try again later with the same bytes.
    Temporary {
        /// What happened.
        refusal: Refusal,
        /// The server asks to slow down: fewer connections, longer pauses (MAIL-25).
        slow_down: bool,
    },
    /// Not like this; trying again does not help.
    Permanent {
        /// What the server said.
        refusal: Refusal,
        /// Whose fault it is.
        blame: Blame,
    },
    /// The connection died after the whole mail was handed over and before the answer: it may or may not arrive. Marketing is
    /// not sent again; service mail is, with the same Message-ID.
    Uncertain {
        /// What happened.
        reason: String,
    },
}

impl Outcome {
    /// No server was reached, or it went away before it had the whole mail.
    pub(super) fn unreachable(reason: impl fmt::Display) -> Self {
        let refusal = Refusal {
            code: None,
            enhanced: None,
            text: reason.to_string(),
        };
        Outcome::Temporary {
            refusal,
            slow_down: false,
        }
    }

    /// Our set-up is at fault, found before any server was asked about the recipient.
    pub(super) fn misconfigured(reason: impl fmt::Display) -> Self {
        let refusal = Refusal {
            code: None,
            enhanced: None,
            text: reason.to_string(),
        };
        Outcome::Permanent {
            refusal,
            blame: Blame::Configuration,
        }
    }
}

/// Whose fault a permanent refusal is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Blame {
    /// The address does not exist: a hard bounce.
    Recipient,
    /// The address exists but takes no mail now, or the server does not say why: a soft bounce.
    RecipientForNow,
    /// The server did not want this message; the person is not suppressed, somebody looks at it.
    Policy,
    /// Our own set-up: authentication, DNS records, protocol. Stop and repair; nobody is suppressed.
    Configuration,
}

/// What a server said when it refused, or what broke when no server said anything.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// The reply code, if a server answered.
    pub code: Option<u16>,
    /// The enhanced status code (RFC 3463), if it gave one.
    pub enhanced: Option<Enhanced>,
    /// Its words, or the error's. They may hold an address: not for logs.
    pub text: String,
}

/// As logs may show it: the codes, without the words.
impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.code, self.enhanced) {
            (Some(code), Some(enhanced)) => write!(f, "{code} {enhanced}"),
            (Some(code), None) => write!(f, "{code}"),
            (None, _) => f.write_str("no reply"),
        }
    }
}

/// An enhanced status code such as 5.1.1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Enhanced(pub u8, pub u16, pub u16);

impl fmt::Display for Enhanced {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}.{}", self.0, self.1, self.2)
    }
}

impl Enhanced {
    /// Reads the code at the start of a reply's text; also used for the Status field of a delivery report.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text
            .trim_start()
            .split(|c: char| c.is_whitespace())
            .next()?
            .split('.');
        let class = parts.next()?.parse().ok().filter(|c| matches!(c, 2 | 4 | 5))?;
        let (subject, detail) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
        parts.next().is_none().then_some(Self(class, subject, detail))
    }

    /// Whose fault a permanent failure with this code is; `None` where the code alone does not tell.
    pub const fn blame(self) -> Option<Blame> {
        Some(match (self.1, self.2) {
            (1, 1 | 2 | 3 | 6 | 10) | (2, 1) => Blame::Recipient,
            (2, 2) => Blame::RecipientForNow,
            (1, 7 | 8) => Blame::Configuration,
            // RFC 7372 and the large providers' own: DKIM, SPF, DMARC or reverse DNS of the sender.
            (7, 0 | 8 | 9 | 11 | 14 | 20..=40 | 509 | 515) => Blame::Configuration,
            (7, _) | (6, _) | (3, 4) | (4, _) => Blame::Policy,
            (5, _) => Blame::Configuration,
            _ => return None,
        })
    }
}

/// Where in the conversation a reply came.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Greeting, EHLO, STARTTLS, AUTH.
    Opening,
    /// MAIL FROM.
    Sender,
    /// RCPT TO.
    Recipient,
    /// DATA and the message.
    Message,
}

/// Judges a reply that is not a success.
pub fn judge(stage: Stage, code: u16, text: &str) -> Outcome {
    let enhanced = Enhanced::parse(text);
    let refusal = Refusal {
        code: Some(code),
        enhanced,
        text: text.to_owned(),
    };
    if code < 500 {
        let slow_down = code == 421
            || code == 450 && text.contains("rate")
            || matches!(enhanced, Some(Enhanced(4, 7, _) | Enhanced(4, 3, 2)));
        return Outcome::Temporary { refusal, slow_down };
    }
    let blame = match (enhanced.and_then(Enhanced::blame), stage, code) {
        // Before the recipient was named nothing can be their fault.
        (_, Stage::Opening | Stage::Sender, _) => Blame::Configuration,
        (Some(blame), _, _) => blame,
        // What is wrong with the parameter of RCPT is wrong with the address; one message says nothing about the next.
        (None, Stage::Recipient, 501) => Blame::RecipientForNow,
        // Syntax errors, commands not known, authentication wanted.
        (None, _, 500..=504 | 530 | 534 | 535 | 538) => Blame::Configuration,
        // A refusal without a reason is a sign, not proof, that the address is gone.
        (None, Stage::Recipient, _) => Blame::RecipientForNow,
        (None, Stage::Message, 552) => Blame::RecipientForNow,
        (None, Stage::Message, _) => Blame::Policy,
    };
    Outcome::Permanent { refusal, blame }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_code_blames_whom_the_standard_blames() {
        use Blame::{Configuration, Policy, Recipient, RecipientForNow};
        let table = [
            // MAIL-22: hard
            (Stage::Recipient, 550, "5.1.1 no such user", Recipient),
            (Stage::Recipient, 550, "5.1.2 no such host", Recipient),
            (Stage::Recipient, 551, "5.1.6 moved", Recipient),
            (Stage::Recipient, 556, "5.1.10 domain takes no mail", Recipient),
            (Stage::Recipient, 550, "5.2.1 mailbox disabled", Recipient),
            (Stage::Message, 550, "5.1.1 no such user", Recipient),
            // soft
            (Stage::Recipient, 552, "5.2.2 mailbox full", RecipientForNow),
            (Stage::Recipient, 550, "no", RecipientForNow),
            (Stage::Message, 552, "too much mail data", RecipientForNow),
            // never the person
            (Stage::Message, 550, "5.7.1 looks like spam", Policy),
            (Stage::Recipient, 550, "5.7.1 relaying denied", Policy),
            (
                Stage::Message,
                550,
                "5.7.515 access denied, sending domain does not meet the required authentication level",
                Configuration,
            ),
            (Stage::Message, 550, "5.7.26 unauthenticated", Configuration),
            (Stage::Message, 550, "5.7.25 reverse dns", Configuration),
            (Stage::Message, 550, "5.7.20 no passing dkim", Configuration),
            (Stage::Sender, 530, "5.7.0 authentication required", Configuration),
            (Stage::Sender, 550, "5.1.1 sender unknown", Configuration),
            (Stage::Sender, 553, "5.1.8 bad sender domain", Configuration),
            (Stage::Opening, 535, "5.7.8 authentication failed", Configuration),
            (Stage::Opening, 554, "go away", Configuration),
            (Stage::Message, 552, "5.3.4 too big", Policy),
            (Stage::Message, 554, "5.6.0 bad content", Policy),
            (Stage::Recipient, 550, "5.4.1 access denied", Policy),
            (Stage::Recipient, 501, "bad parameter", RecipientForNow),
            (
                Stage::Recipient,
                501,
                "5.1.3 bad recipient address syntax",
                Recipient,
            ),
            (Stage::Recipient, 553, "5.1.3 mailbox name not allowed", Recipient),
            (Stage::Recipient, 500, "command not recognised", Configuration),
            (Stage::Recipient, 501, "5.5.4 bad parameter", Configuration),
            (Stage::Message, 554, "no", Policy),
        ];
        for (stage, code, text, blame) in table {
            assert!(
                matches!(judge(stage, code, text), Outcome::Permanent { blame: b, .. } if b == blame),
                "{stage:?} {code} {text}: {:?}",
                judge(stage, code, text)
            );
        }
    }

    #[test]
    fn a_log_gets_the_codes_of_a_refusal_and_none_of_its_words() {
        let shown = |code, text: &str| match judge(Stage::Recipient, code, text) {
            Outcome::Permanent { refusal, .. } | Outcome::Temporary { refusal, .. } => refusal.to_string(),
            other => format!("{other:?}"),
        };
        assert_eq!(shown(550, "5.1.1 <anna@mail.example> unknown"), "550 5.1.1");
        assert_eq!(shown(550, "anna@mail.example is unknown"), "550");
    }

    #[test]
    fn codes_in_the_four_hundreds_are_tried_again_and_some_ask_for_patience() {
        for (code, text, patience) in [
            (421, "4.7.0 try again later", true),
            (421, "closing", true),
            (450, "4.2.1 mailbox busy", false),
            (451, "4.7.1 greylisted", true),
            (452, "4.2.2 full", false),
            (454, "4.7.0 temporary authentication failure", true),
            (451, "4.3.0 local error", false),
        ] {
            let outcome = judge(Stage::Recipient, code, text);
            assert!(
                matches!(outcome, Outcome::Temporary { slow_down, .. } if slow_down == patience),
                "{code} {text}"
            );
        }
    }

    #[test]
    fn enhanced_codes_are_read_only_where_they_are() {
        assert_eq!(Enhanced::parse("5.7.515 x"), Some(Enhanced(5, 7, 515)));
        assert_eq!(Enhanced::parse("2.0.0"), Some(Enhanced(2, 0, 0)));
        for not in ["", "5.1 x", "1.2.3 x", "5.1.1.1 x", "5.x.1", "mail 5.1.1"] {
            assert_eq!(Enhanced::parse(not), None, "{not}");
        }
    }
}
