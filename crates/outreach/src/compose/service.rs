//! Service mail: what people get because of what they just did, or must know. No advertising, nothing to unsubscribe from.
//!
//! The words are in `translations/<language>/mail.ftl` under `mail-<kind>-subject`, `mail-<kind>-text` (paragraphs
//! separated by an empty line) and, where there is a button, `mail-<kind>-button`.

use std::collections::BTreeMap;

use carport_domain::content::{Block, Button, Target, Text};
use carport_domain::i18n::Value;
use carport_domain::{Texts, text_enum};

use super::ComposeError;
use super::sender::Sender;
use crate::service::ServiceMail;

text_enum! {
    /// The service mails there are.
    pub enum ServiceKind {
        /// The link that sets the first password, after activation (F28).
        AccountActivation = "account-activation",
        /// The company invites a known customer to their page (F31).
        AccountInvitation = "account-invitation",
        /// The password was chosen and the account is active.
        AccountActivated = "account-activated",
        /// A request for an account has arrived and is looked at within some working days (F30).
        AccountRequestReceived = "account-request-received",
        /// A request for an account could not be met; the company asks to be called (F31).
        AccountRequestDeclined = "account-request-declined",
        /// To the company: somebody asks for an account (F31).
        AccountRequestNotice = "account-request-notice",
        /// A link to choose a new password (F56).
        PasswordReset = "password-reset",
        /// The password was changed (F59).
        PasswordChanged = "password-changed",
        /// Confirm the new address for signing in (F60).
        EmailConfirm = "email-confirm",
        /// To the old address: the address for signing in was changed (F60).
        EmailChanged = "email-changed",
        /// Confirm that an address on file is the customer's own.
        EmailVerify = "email-verify",
        /// To the old address: the address for messages was changed on the customer's page (SEC-STEP-1).
        ContactEmailChanged = "contact-email-changed",
        /// A code to sign in with or to confirm something with (F62).
        Code = "code",
        /// Confirm a choice of messages that was made without signing in (CON-07).
        ConsentConfirm = "consent-confirm",
        /// A colleague is invited to the back office.
        StaffInvitation = "staff-invitation",
        /// To a colleague: the second factor of their account was set up, or set up anew.
        StaffSecondFactor = "staff-second-factor",
        /// To the company: what customers changed (F68).
        ChangeDigest = "change-digest",
    }
}

impl ServiceKind {
    /// The variables of its texts. `company` is there always.
    pub const fn variables(self) -> &'static [&'static str] {
        match self {
            ServiceKind::AccountActivation | ServiceKind::PasswordReset => &["hours"],
            ServiceKind::AccountInvitation => &["days"],
            ServiceKind::AccountRequestReceived | ServiceKind::AccountRequestNotice => &["due"],
            ServiceKind::AccountActivated
            | ServiceKind::AccountRequestDeclined
            | ServiceKind::PasswordChanged
            | ServiceKind::EmailConfirm
            | ServiceKind::EmailChanged
            | ServiceKind::EmailVerify
            | ServiceKind::ContactEmailChanged
            | ServiceKind::StaffSecondFactor => &[],
            ServiceKind::Code => &["code", "minutes", "reason", "time"],
            ServiceKind::ConsentConfirm => &["topic", "days"],
            ServiceKind::StaffInvitation => &["inviter", "role", "days"],
            ServiceKind::ChangeDigest => &["count", "changes"],
        }
    }

    /// Whether it has a button.
    pub const fn has_button(self) -> bool {
        !matches!(self, ServiceKind::Code)
    }

    /// Whether the button belongs below the last paragraph, which says when to press it: «Was this not you?».
    const fn button_is_last(self) -> bool {
        matches!(
            self,
            ServiceKind::AccountActivated
                | ServiceKind::AccountRequestDeclined
                | ServiceKind::PasswordChanged
                | ServiceKind::EmailChanged
                | ServiceKind::ContactEmailChanged
                | ServiceKind::StaffSecondFactor
        )
    }

    /// Whether it goes to the company itself, which is not greeted.
    pub const fn is_internal(self) -> bool {
        matches!(
            self,
            ServiceKind::AccountRequestNotice | ServiceKind::ChangeDigest
        )
    }
}

/// A service mail to one recipient.
#[derive(Debug, Clone, Copy)]
pub struct ServiceWords<'a> {
    /// Which.
    pub kind: ServiceKind,
    /// The recipient's name, where known.
    pub name: Option<&'a str>,
    /// The variables of [`ServiceKind::variables`]; one that counts something is a whole number. `changes` is the one with
    /// several lines: those that start with a dash are points of a list, the others stand above it.
    pub values: &'a BTreeMap<String, String>,
    /// Where the button leads.
    pub button: Option<&'a str>,
}

impl<'a> TryFrom<&'a ServiceMail> for ServiceWords<'a> {
    type Error = ComposeError;
    fn try_from(mail: &'a ServiceMail) -> Result<Self, ComposeError> {
        Ok(Self {
            kind: mail.kind.parse().map_err(|_| ComposeError::NoText)?,
            name: mail.to_name.as_deref(),
            values: &mail.values,
            button: mail.button.as_deref(),
        })
    }
}

/// A service mail in blocks.
pub(super) struct Written {
    pub(super) subject: Text,
    pub(super) preheader: Text,
    pub(super) blocks: Vec<Block>,
}

/// Stands for the changes while a text is put together; no outside value can hold it, since control characters are taken out.
const CHANGES: &str = "\u{1}";

impl ServiceWords<'_> {
    pub(super) fn write(&self, sender: &Sender, texts: &Texts) -> Result<Written, ComposeError> {
        let mut args: Vec<(&str, Value<'_>)> = vec![("company", one_line(&sender.name))];
        for &name in self.kind.variables() {
            let value = self.values.get(name).ok_or(ComposeError::NoValue(name))?;
            args.push((
                name,
                match name {
                    "changes" => Value::from(CHANGES),
                    "hours" | "days" | "minutes" | "count" => {
                        Value::Number(value.trim().parse().map_err(|_| ComposeError::NoValue(name))?)
                    }
                    _ => one_line(value),
                },
            ));
        }
        let key = |part: &str| format!("mail-{}-{part}", self.kind);
        let subject = texts.with(&key("subject"), &args);
        let text = texts.with(&key("text"), &args);
        let mut blocks = Vec::new();
        if !self.kind.is_internal() {
            let greeting = match self.name.map(str::trim).filter(|n| !n.is_empty()) {
                Some(name) => texts.with("mail-greeting", &[("name", one_line(name))]),
                None => texts.get("mail-greeting-unknown"),
            };
            blocks.push(Block::Paragraph {
                text: Text::literal(&greeting),
            });
        }
        let mut paragraphs = text.split("\n\n").map(str::trim).filter(|p| !p.is_empty());
        let first = paragraphs.next().unwrap_or_default();
        let preheader = Text::literal(first);
        blocks.push(Block::Paragraph {
            text: Text::literal(first),
        });
        let mut button = None;
        if self.kind.has_button() {
            let url = self.button.ok_or(ComposeError::NoValue("button"))?;
            let url = Target::parse(url).map_err(|_| ComposeError::NoValue("button"))?;
            button = Some(Block::Button(Button {
                label: Text::literal(&texts.with(&key("button"), &args)),
                url,
            }));
        }
        if !self.kind.button_is_last() {
            blocks.extend(button.take());
        }
        for words in paragraphs {
            if words == CHANGES {
                blocks.extend(
                    self.values
                        .get("changes")
                        .into_iter()
                        .flat_map(|lines| changes(lines)),
                );
            } else {
                blocks.push(Block::Paragraph {
                    text: Text::literal(words),
                });
            }
        }
        blocks.extend(button);
        if !self.kind.is_internal() {
            blocks.push(Block::Signature {
                name: Text::literal(&sender.name),
                role: None,
            });
        }
        Ok(Written {
            subject: Text::literal(&subject),
            preheader,
            blocks,
        })
    }
}

/// Lines with dashes become lists, each below the line above it.
fn changes(lines: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    for line in lines.lines().map(str::trim).filter(|line| !line.is_empty()) {
        match line.strip_prefix(['–', '-']) {
            None => blocks.push(Block::Paragraph {
                text: Text::literal(line),
            }),
            Some(point) => match blocks.last_mut() {
                Some(Block::List { items, .. }) => items.push(Text::literal(point.trim())),
                _ => blocks.push(Block::List {
                    items: vec![Text::literal(point.trim())],
                    numbered: false,
                }),
            },
        }
    }
    blocks
}

/// A value from outside: its line breaks could make paragraphs that the company did not write.
fn one_line(value: &str) -> Value<'static> {
    Value::from(
        value
            .chars()
            .map(|c| if c.is_control() { ' ' } else { c })
            .collect::<String>(),
    )
}
