//! From a composed mail to the bytes that go over the wire (MAIL-10 … MAIL-14).
//!
//! Written here and not by a mail library: the Message-ID, the date and the boundary are given by the caller, so that a
//! retry sends the same bytes, and the headers that DKIM and one-click unsubscribe depend on stay on one line (MAIL-02).

use carport_domain::people::EmailAddress;
use carport_domain::{MessageId, Timestamp};
use chrono_tz::Tz;

use super::dkim::Signer;
use super::header::{HeaderText, Headers, Mailbox};

/// Mail programs cut messages off at about 102 kB (MAIL-11).
pub const MAX_BYTES: usize = 100_000;

/// A mail ready to be put on paper, so to speak: everything that stands in it.
#[derive(Debug, Clone)]
pub struct OutgoingMail {
    /// What stands in Message-ID; stored before sending and the same on every attempt. See [`message_id`].
    pub message_id: String,
    /// When it was written; the same on every attempt.
    pub written_at: Timestamp,
    /// The company's time zone, for the Date header.
    pub zone: Tz,
    /// The sender people see.
    pub from: Mailbox,
    /// Where answers go, if not to `from`.
    pub reply_to: Option<Mailbox>,
    /// Where undeliverable mail goes back to; see [`super::verp`].
    pub return_to: EmailAddress,
    /// The recipient.
    pub to: Mailbox,
    /// The subject.
    pub subject: String,
    /// The message in HTML.
    pub html: String,
    /// The same message as text.
    pub text: String,
    /// Marketing or service.
    pub stream: Stream,
}

/// Which of the two streams a mail belongs to; they are never mixed.
#[derive(Debug, Clone)]
pub enum Stream {
    /// About the account, a visit or an order.
    Service,
    /// Everything that can be unsubscribed from.
    Marketing(Box<BulkHeaders>),
}

/// What a marketing mail carries in addition (MAIL-01, MAIL-12).
#[derive(Debug, Clone)]
pub struct BulkHeaders {
    /// The one-click address, `https:`.
    pub unsubscribe_url: String,
    /// The address that takes unsubscriptions by mail.
    pub unsubscribe_address: Option<EmailAddress>,
    /// The list's name as people know it: «Nieuws van Garage Jansen».
    pub list_name: String,
    /// The list's identifier: `news.<company>.<domain>`.
    pub list_id: String,
    /// `campaign:company:purpose:sender`, for the providers' complaint statistics.
    pub feedback_id: String,
}

/// Why a mail cannot be written.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MessageError {
    /// A header that this program makes is not what it must be; names the header.
    #[error("the header {0} would not be valid")]
    Header(&'static str),
    /// Larger than mail programs show.
    #[error("the mail has {0} bytes; at most {MAX_BYTES} are shown by all mail programs")]
    TooLarge(usize),
    /// The signature would be of another domain than From, which receivers count as none (MAIL-14).
    #[error("mail from {from} cannot be signed as {signer}")]
    Unaligned {
        /// The domain of From.
        from: String,
        /// The domain of the signature.
        signer: String,
    },
    /// No signature could be made.
    #[error("the mail could not be signed")]
    Signature,
}

/// A mail as it goes over the wire, with its envelope.
#[derive(Debug, Clone)]
pub struct SealedMail {
    /// Where undeliverable mail goes back to.
    pub return_to: EmailAddress,
    /// The recipient.
    pub to: EmailAddress,
    /// The Message-ID, without angle brackets.
    pub message_id: String,
    /// Headers and body with CRLF line ends, signed.
    pub bytes: Vec<u8>,
}

/// `<uuid>.<company>@<sending domain>`, without angle brackets (MAIL-10).
pub fn message_id(id: MessageId, company_slug: &str, sending_domain: &str) -> String {
    format!("{id}.{company_slug}@{sending_domain}")
}

impl OutgoingMail {
    /// Writes and signs the mail. Busy work of about half a millisecond: call it on a blocking thread.
    pub fn seal(&self, signer: Option<&Signer>) -> Result<SealedMail, MessageError> {
        let head = self.headers()?;
        let mut body = Vec::with_capacity(self.html.len() * 5 / 4 + self.text.len() * 5 / 4 + 512);
        self.write_body(&mut body);
        let mut bytes = Vec::with_capacity(head.len() + body.len() + 1_200);
        if let Some(signer) = signer {
            let from = self.from.address.domain();
            if from != signer.domain() && !from.ends_with(&format!(".{}", signer.domain())) {
                return Err(MessageError::Unaligned {
                    from: from.to_owned(),
                    signer: signer.domain().to_owned(),
                });
            }
            let signatures = signer
                .sign(&head, &body, self.written_at)
                .ok_or(MessageError::Signature)?;
            bytes.extend_from_slice(signatures.as_bytes());
        }
        bytes.extend_from_slice(head.as_bytes());
        bytes.extend_from_slice(b"\r\n");
        bytes.append(&mut body);
        if bytes.len() > MAX_BYTES {
            return Err(MessageError::TooLarge(bytes.len()));
        }
        Ok(SealedMail {
            return_to: self.return_to.clone(),
            to: self.to.address.clone(),
            message_id: self.message_id.clone(),
            bytes,
        })
    }

    fn headers(&self) -> Result<String, MessageError> {
        let mut h = Headers::with_capacity(1_500);
        h.mailbox("From", &self.from);
        if let Some(reply_to) = &self.reply_to {
            h.mailbox("Reply-To", reply_to);
        }
        h.mailbox("To", &self.to);
        h.words("Subject", &HeaderText::new(&self.subject));
        h.token(
            "Date",
            &self.written_at.datetime().with_timezone(&self.zone).to_rfc2822(),
        );
        if !is_token(&self.message_id) || !self.message_id.contains('@') {
            return Err(MessageError::Header("Message-ID"));
        }
        h.token("Message-ID", &format!("<{}>", self.message_id));
        if let Stream::Marketing(bulk) = &self.stream {
            bulk.write(&mut h)?;
        }
        h.token("Auto-Submitted", "auto-generated");
        h.token("X-Auto-Response-Suppress", "OOF, AutoReply");
        h.token("MIME-Version", "1.0");
        h.token(
            "Content-Type",
            &format!("multipart/alternative; boundary=\"{}\"", self.boundary()),
        );
        Ok(h.into_string())
    }

    /// Text first, then HTML (MAIL-11).
    fn write_body(&self, out: &mut Vec<u8>) {
        let boundary = self.boundary();
        for (kind, content) in [("plain", &self.text), ("html", &self.html)] {
            let head = format!(
                "--{boundary}\r\nContent-Type: text/{kind}; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
            );
            out.extend_from_slice(head.as_bytes());
            let lines = content.replace("\r\n", "\n").replace('\n', "\r\n");
            out.extend_from_slice(quoted_printable::encode_to_str(lines).as_bytes());
            out.extend_from_slice(b"\r\n");
        }
        out.extend_from_slice(format!("--{boundary}--\r\n").as_bytes());
    }

    /// Different for every message and never inside one: quoted-printable writes each `=` as `=3D`.
    fn boundary(&self) -> String {
        let unique: String = self
            .message_id
            .chars()
            .filter(char::is_ascii_alphanumeric)
            .take(28)
            .collect();
        format!("=_{unique}")
    }
}

impl BulkHeaders {
    fn write(&self, h: &mut Headers) -> Result<(), MessageError> {
        if !self.unsubscribe_url.starts_with("https://") || !is_token(&self.unsubscribe_url) {
            return Err(MessageError::Header("List-Unsubscribe"));
        }
        let by_mail = match &self.unsubscribe_address {
            Some(address) => format!(", <mailto:{address}?subject=unsubscribe>"),
            None => String::new(),
        };
        h.token(
            "List-Unsubscribe",
            &format!("<{}>{by_mail}", self.unsubscribe_url),
        );
        h.token("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        if !is_token(&self.list_id) {
            return Err(MessageError::Header("List-Id"));
        }
        h.described("List-Id", &HeaderText::new(&self.list_name), &self.list_id);
        if !is_token(&self.feedback_id) || self.feedback_id.split(':').count() != 4 {
            return Err(MessageError::Header("Feedback-ID"));
        }
        h.token("Feedback-ID", &self.feedback_id);
        h.token("Precedence", "bulk");
        Ok(())
    }
}

/// Visible ASCII without blanks and angle brackets, and short enough for a line.
fn is_token(value: &str) -> bool {
    !value.is_empty()
        && value.len() <= 800
        && value
            .bytes()
            .all(|b| b.is_ascii_graphic() && !matches!(b, b'<' | b'>'))
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::mail::DkimKey;

    /// A mail as a garage would send it.
    pub(crate) fn sample() -> OutgoingMail {
        let id: MessageId = "0199f2c4-7a10-7c3e-8a55-3f5e6d7c8b9a".parse().unwrap();
        OutgoingMail {
            message_id: message_id(id, "jansen", "news.garage.example"),
            written_at: Timestamp(1_772_550_000_000_000),
            zone: "Europe/Amsterdam".parse().unwrap(),
            from: Mailbox::new("Garage Jansen", "garage@news.garage.example".parse().unwrap()),
            reply_to: Some(Mailbox::new("", "info@garage.example".parse().unwrap())),
            return_to: "b+1.2@bounce.garage.example".parse().unwrap(),
            to: Mailbox::new("Анна Белова", "anna@post.example".parse().unwrap()),
            subject: "Uw APK verloopt op 15 maart 2027".to_owned(),
            html: "<!doctype html><html lang=\"nl\"><p>Café = goed\n.</p></html>".to_owned(),
            text: "Café = goed\n.\nDag\n".to_owned(),
            stream: Stream::Marketing(Box::new(BulkHeaders {
                unsubscribe_url: "https://garage.example/u/0f1e2d3c".to_owned(),
                unsubscribe_address: Some("u@bounce.garage.example".parse().unwrap()),
                list_name: "Nieuws van Garage Jansen".to_owned(),
                list_id: "news.jansen.garage.example".to_owned(),
                feedback_id: "apk:jansen:reminder:carport".to_owned(),
            })),
        }
    }

    fn text_of(mail: &OutgoingMail) -> String {
        String::from_utf8(mail.seal(None).unwrap().bytes).unwrap()
    }

    #[test]
    fn a_marketing_mail_has_each_required_header_once() {
        insta::assert_snapshot!(text_of(&sample()).replace("\r\n", "\n"));
    }

    #[test]
    fn a_service_mail_has_nothing_to_unsubscribe_from() {
        let text = text_of(&OutgoingMail {
            stream: Stream::Service,
            ..sample()
        });
        for header in ["List-", "Precedence", "Feedback-ID"] {
            assert!(!text.contains(header), "{header}");
        }
        assert!(text.contains("Auto-Submitted: auto-generated\r\n"));
    }

    #[test]
    fn the_same_mail_is_the_same_bytes_on_every_attempt() {
        assert_eq!(
            sample().seal(None).unwrap().bytes,
            sample().seal(None).unwrap().bytes
        );
    }

    #[test]
    fn every_line_is_short_ascii_and_ends_with_crlf() {
        let mut mail = sample();
        mail.html = "ж".repeat(3_000) + &"x".repeat(3_000);
        mail.subject = "Очень длинная тема письма ".repeat(7);
        let text = text_of(&mail);
        assert!(text.is_ascii());
        assert!(!text.replace("\r\n", "").contains(['\r', '\n']));
        assert!(
            text.split("\r\n")
                .all(|line| line.len() <= 78 || line.starts_with("List-Unsubscribe:"))
        );
    }

    #[test]
    fn an_address_that_is_not_https_or_breaks_the_line_is_refused() {
        for bad in [
            "http://garage.example/u/1",
            "https://garage.example/u/1\r\nBcc: x",
            "https://a b",
            "https://x>,<y",
            "",
        ] {
            let mut mail = sample();
            let Stream::Marketing(bulk) = &mut mail.stream else {
                unreachable!()
            };
            bulk.unsubscribe_url = bad.to_owned();
            assert_eq!(
                mail.seal(None).unwrap_err(),
                MessageError::Header("List-Unsubscribe"),
                "{bad}"
            );
        }
        let mail = OutgoingMail {
            message_id: "a@b>\r\nX: y".to_owned(),
            ..sample()
        };
        assert_eq!(mail.seal(None).unwrap_err(), MessageError::Header("Message-ID"));
    }

    #[test]
    fn a_mail_is_never_signed_as_somebody_else() {
        let key = || DkimKey::from_pem(include_str!("../../fixtures/dkim-test-key.pem")).unwrap();
        let sealed = |domain: &str| sample().seal(Some(&Signer::new(domain, "c1", key())));
        assert!(sealed("news.garage.example").is_ok() && sealed("garage.example").is_ok());
        for other in ["other.example", "s.garage.example", "arage.example"] {
            assert!(
                matches!(sealed(other), Err(MessageError::Unaligned { .. })),
                "{other}"
            );
        }
    }

    #[test]
    fn a_mail_that_programs_would_cut_off_is_not_sent() {
        let mail = OutgoingMail {
            html: "x".repeat(MAX_BYTES),
            ..sample()
        };
        assert!(matches!(mail.seal(None), Err(MessageError::TooLarge(n)) if n > MAX_BYTES));
    }
}
