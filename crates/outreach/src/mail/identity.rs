//! In whose name a company's mail goes out (MAIL-14): its own domain once the DNS says that we may, and until then an
//! address of the installation, with answers going to the company.

use carport_domain::FieldError;
use carport_domain::people::EmailAddress;

use super::header::Mailbox;

/// What is needed to choose a sender.
#[derive(Debug, Clone, Copy)]
pub struct Identity<'a> {
    /// The company's name: the only thing that stands in the display name.
    pub name: &'a str,
    /// The company's slug, for the installation's address.
    pub slug: &'a str,
    /// Where answers go.
    pub answers_to: &'a EmailAddress,
    /// The company's own sending address, and whether the DNS of its domain was checked and found right.
    pub own: Option<(&'a EmailAddress, bool)>,
    /// The installation's sending domain.
    pub platform_domain: &'a str,
}

impl Identity<'_> {
    /// From and Reply-To. Fails only if the installation's domain is not one.
    pub fn sender(&self) -> Result<(Mailbox, Option<Mailbox>), FieldError> {
        let from = match self.own {
            Some((own, true)) => own.clone(),
            _ => format!("{}@{}", self.slug, self.platform_domain).parse()?,
        };
        let reply_to =
            (from.fold() != self.answers_to.fold()).then(|| Mailbox::new(self.name, self.answers_to.clone()));
        Ok((Mailbox::new(self.name, from), reply_to))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_domain_is_only_used_once_it_is_verified() {
        let address: EmailAddress = "garage@jansen.example".parse().unwrap();
        let identity = |own| Identity {
            name: "Garage Jansen",
            slug: "jansen",
            answers_to: &address,
            own,
            platform_domain: "mail.platform.example",
        };
        let (from, reply_to) = identity(Some((&address, true))).sender().unwrap();
        assert_eq!((from.address.as_str(), reply_to), ("garage@jansen.example", None));
        for own in [None, Some((&address, false))] {
            let (from, reply_to) = identity(own).sender().unwrap();
            assert_eq!(from.address.as_str(), "jansen@mail.platform.example");
            assert_eq!(reply_to.unwrap().address, address);
        }
    }
}
