//! The address that undeliverable mail comes back to (MAIL-20): `b+<message id>.<seal>@bounce.<domain>`.
//!
//! It names the message, so that a bounce is understood whatever it says; the seal keeps strangers from inventing bounces.

use carport_domain::MessageId;
use carport_domain::people::EmailAddress;
use ring::hmac;

/// Makes and checks return addresses.
pub struct ReturnAddresses {
    key: hmac::Key,
    domain: String,
}

impl std::fmt::Debug for ReturnAddresses {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "ReturnAddresses({})", self.domain)
    }
}

impl ReturnAddresses {
    /// `secret` belongs to the installation; `domain` is where bounces are collected.
    pub fn new(secret: &[u8], domain: &str) -> Self {
        Self {
            key: hmac::Key::new(hmac::HMAC_SHA256, secret),
            domain: domain.to_owned(),
        }
    }

    /// The return address of a message. Fails only if the domain is not one.
    pub fn address(&self, message: MessageId) -> Result<EmailAddress, carport_domain::FieldError> {
        let id = message.0.simple();
        format!("b+{id}.{}@{}", self.seal(&id.to_string()), self.domain).parse()
    }

    /// The message a bounce belongs to; `None` if the address is not one of ours.
    pub fn message(&self, local_part: &str) -> Option<MessageId> {
        let (id, seal) = local_part
            .to_ascii_lowercase()
            .strip_prefix("b+")?
            .split_once('.')
            .map(|(i, s)| (i.to_owned(), s.to_owned()))?;
        (seal == self.seal(&id)).then(|| id.parse().ok()).flatten()
    }

    /// 64 bits: enough where each guess costs the guesser a mail.
    fn seal(&self, id: &str) -> String {
        let tag = hmac::sign(&self.key, id.as_bytes());
        tag.as_ref()[..8].iter().map(|b| format!("{b:02x}")).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bounce_names_its_message_and_a_forged_one_names_none() {
        let ours = ReturnAddresses::new(b"one secret", "bounce.garage.example");
        let id: MessageId = "0199f2c4-7a10-7c3e-8a55-3f5e6d7c8b9a".parse().unwrap();
        let address = ours.address(id).unwrap();
        assert!(address.local().len() <= 64);
        assert_eq!(ours.message(address.local()), Some(id));
        assert_eq!(ours.message(&address.local().to_uppercase()), Some(id));
        assert_eq!(
            ReturnAddresses::new(b"another", "x.example").message(address.local()),
            None
        );
        for forged in [
            "b+0199f2c47a107c3e8a553f5e6d7c8b9a.0000000000000000",
            "b+x.y",
            "b+",
            "info",
            "",
        ] {
            assert_eq!(ours.message(forged), None, "{forged}");
        }
    }
}
