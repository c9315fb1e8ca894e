//! From content and a recipient's values to what is sent: an e-mail, a letter, an SMS, a telephone script.
//!
//! Staff write blocks once (`carport_domain::content`). Everything the law wants beside them (who sends, why, how to stop
//! it) is added here and cannot be left out. A value that is not known stops the message and is named (F164).

mod escape;
mod fill;
mod foot;
mod letter;
mod mjml;
mod plain;
mod sender;
mod service;
mod sms;
mod template;

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use carport_domain::content::{Content, MissingVariable, Nature, Part, Values, Wording};
use carport_domain::{Language, Texts};

pub use foot::{Foot, Reason, WayOut};
pub use sender::{Logo, Sender};
pub use service::{ServiceKind, ServiceWords};
pub use sms::{RenderedSms, SmsEncoding};

use fill::Filler;
use template::{Personal, Template};

/// Mail programs cut off what is longer (MAIL-11); the rest of the limit is for headers and encoding.
const MAX_HTML: usize = 75_000;
/// Compiled templates kept: contents in use × languages × companies on one machine, with room.
const MAX_TEMPLATES: usize = 512;

/// Why a message cannot be written.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ComposeError {
    /// Something it must say is not known of the recipient.
    #[error(transparent)]
    Missing(#[from] MissingVariable),
    /// The content has no text for the channel.
    #[error("the content has no text for this channel")]
    NoText,
    /// A service mail lacks one of its values; names it.
    #[error("the service mail lacks {0}")]
    NoValue(&'static str),
    /// Too large for mail programs to show whole.
    #[error("the mail has {0} bytes; mail programs would cut it off")]
    TooLarge(usize),
    /// A fault of the program's own templates.
    #[error("the mail's template is wrong: {0}")]
    Template(String),
}

/// One message to one recipient.
#[derive(Debug, Clone, Copy)]
pub struct Message<'a> {
    /// What is said.
    pub content: &'a Content,
    /// Its hash ([`Content::hash`]), kept with the version.
    pub hash: &'a str,
    /// The recipient's language.
    pub language: Language,
    /// The language to use where the content is not written in the recipient's.
    pub company_language: Language,
    /// Who sends it.
    pub sender: &'a Sender,
    /// The recipient as staff know them, number and name, for errors.
    pub customer: &'a str,
    /// What is known of the recipient.
    pub values: &'a Values,
    /// Why they get it and how they can stop it.
    pub foot: &'a Foot,
}

/// An e-mail in its two forms.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RenderedEmail {
    /// The language it is written in.
    pub language: Language,
    /// The subject.
    pub subject: String,
    /// The HTML.
    pub html: String,
    /// The text, with the same words and links.
    pub text: String,
}

/// What to say on the telephone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RenderedCallScript {
    /// The language it is written in.
    pub language: Language,
    /// What the law wants said at the start: who calls, for whom, and that it is an offer.
    pub opening: String,
    /// What staff wrote.
    pub text: String,
    /// What must be offered in every call: not to be called again (CON-22).
    pub objection: String,
}

impl<'a> Message<'a> {
    fn wording(&self, part: Part) -> Result<(Language, &'a Wording), ComposeError> {
        let (language, wording) = self
            .content
            .wording(self.language, self.company_language)
            .ok_or(ComposeError::NoText)?;
        wording.ensure_known(part, self.values, self.customer)?;
        Ok((language, wording))
    }

    /// The letter: what the typesetter needs beside address and date.
    pub fn letter(&self) -> Result<carport_domain::content::Letter, ComposeError> {
        let (language, wording) = self.wording(Part::Letter)?;
        Ok(letter::letter(self, language, wording))
    }

    /// The SMS. Sender and way out are added where staff did not write them.
    pub fn sms(&self) -> Result<RenderedSms, ComposeError> {
        let (language, wording) = self.wording(Part::Sms)?;
        let source = wording.sms.as_ref().ok_or(ComposeError::NoText)?;
        let texts = Texts::new(language);
        let mut text = Filler {
            values: self.values,
            language,
        }
        .words(source);
        if !text.contains(&self.sender.name) {
            text = format!("{}: {text}", self.sender.name);
        }
        if let Some(way_out) = self.foot.way_out() {
            text.push(' ');
            text.push_str(&texts.with(
                "mail-sms-way-out",
                &[("url", way_out.unsubscribe_url.as_str().into())],
            ));
        }
        Ok(RenderedSms::new(&text))
    }

    /// The telephone script.
    pub fn script(&self) -> Result<RenderedCallScript, ComposeError> {
        let (language, wording) = self.wording(Part::Script)?;
        let source = wording.script.as_ref().ok_or(ComposeError::NoText)?;
        let texts = Texts::new(language);
        let company = [("company", self.sender.name.as_str().into())];
        let opening = match self.foot.nature() {
            Nature::Marketing => "mail-script-opening-marketing",
            Nature::Service => "mail-script-opening-service",
        };
        Ok(RenderedCallScript {
            language,
            opening: texts.with(opening, &company),
            text: Filler {
                values: self.values,
                language,
            }
            .words(source),
            objection: texts.get("mail-script-objection"),
        })
    }
}

/// Writes e-mails. Keeps what is the same for many recipients, so share one among all.
#[derive(Debug, Default)]
pub struct Composer {
    templates: Mutex<HashMap<Key, Arc<Template>>>,
}

#[derive(Debug, PartialEq, Eq, Hash)]
struct Key {
    content: String,
    language: Language,
    has_car: bool,
    marketing: bool,
    sender: Sender,
}

impl Composer {
    /// The e-mail.
    pub fn email(&self, message: &Message<'_>) -> Result<RenderedEmail, ComposeError> {
        let (language, wording) = message.wording(Part::Email)?;
        let template = self.template(message, language, wording)?;
        let texts = Texts::new(language);
        let fill = Filler {
            values: message.values,
            language,
        };
        let why = message.foot.why(message.sender, language);
        let way_out = message.foot.way_out();
        let html = template.html(&Personal {
            values: message.values,
            why: &why,
            way_out,
        })?;
        let body = plain::blocks(wording.blocks_for(message.values.has_car()), fill, &texts);
        let text = plain_frame(&body, message.sender, &why, way_out, &texts);
        finish(RenderedEmail {
            language,
            subject: fill.words(&wording.subject),
            html,
            text,
        })
    }

    /// A service mail: account links, notices, acknowledgements. `texts` in the recipient's language, with the company's wording.
    pub fn service(
        &self,
        mail: &ServiceWords<'_>,
        sender: &Sender,
        texts: &Texts,
    ) -> Result<RenderedEmail, ComposeError> {
        let words = mail.write(sender, texts)?;
        let reason = if mail.kind.is_internal() {
            Reason::Internal
        } else {
            Reason::Service
        };
        let why = Foot::Service { reason }.why(sender, texts.language());
        let blocks = || words.blocks.iter();
        let template = Template::compile(
            &words.subject,
            &words.preheader,
            blocks(),
            sender,
            Nature::Service,
            texts,
        )?;
        let nobody = Values::new();
        let html = template.html(&Personal {
            values: &nobody,
            why: &why,
            way_out: None,
        })?;
        let fill = Filler {
            values: &nobody,
            language: texts.language(),
        };
        let text = plain_frame(&plain::blocks(blocks(), fill, texts), sender, &why, None, texts);
        finish(RenderedEmail {
            language: texts.language(),
            subject: fill.words(&words.subject),
            html,
            text,
        })
    }

    fn template(
        &self,
        message: &Message<'_>,
        language: Language,
        wording: &Wording,
    ) -> Result<Arc<Template>, ComposeError> {
        let has_car = message.values.has_car();
        let nature = message.foot.nature();
        let key = Key {
            content: message.hash.to_owned(),
            language,
            has_car,
            marketing: nature == Nature::Marketing,
            sender: message.sender.clone(),
        };
        if let Some(known) = self
            .templates
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .get(&key)
        {
            return Ok(known.clone());
        }
        let template = Arc::new(Template::compile(
            &wording.subject,
            &wording.preheader,
            wording.blocks_for(has_car),
            message.sender,
            nature,
            &Texts::new(language),
        )?);
        let mut templates = self.templates.lock().unwrap_or_else(PoisonError::into_inner);
        if templates.len() >= MAX_TEMPLATES {
            templates.clear();
        }
        templates.insert(key, template.clone());
        Ok(template)
    }
}

fn finish(mail: RenderedEmail) -> Result<RenderedEmail, ComposeError> {
    let size = mail.html.len();
    if size > MAX_HTML {
        Err(ComposeError::TooLarge(size))
    } else {
        Ok(mail)
    }
}

/// The text part's head and foot.
fn plain_frame(body: &str, sender: &Sender, why: &str, way_out: Option<&WayOut>, texts: &Texts) -> String {
    let mut out = sender.name.clone();
    out.push('\n');
    if way_out.is_some() {
        out.push_str(&texts.with("mail-advertising", &[("company", sender.name.as_str().into())]));
        out.push('\n');
    }
    out.push_str(&format!("\n{body}\n\n-- \n{why}\n\n"));
    if let Some(way_out) = way_out {
        out.push_str(&format!(
            "{}: {}\n",
            texts.get("mail-unsubscribe"),
            way_out.unsubscribe_url
        ));
        out.push_str(&format!(
            "{}: {}\n",
            texts.get("mail-preferences"),
            way_out.preferences_url
        ));
    }
    out.push_str(&format!(
        "{}: {}\n\n{}\n",
        texts.get("mail-privacy"),
        sender.privacy_url,
        foot::identity(sender)
    ));
    out
}

#[cfg(test)]
mod tests;
