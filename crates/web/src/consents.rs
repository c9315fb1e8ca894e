//! A customer's consents as both sides of the counter see and change them: the customer on the preference page, staff on
//! the customer's page. One matrix, so that both speak of the same topics, channels and contact points.

use carport_domain::LegalEntityId;
use carport_domain::company::Module;
use carport_domain::consent::{Channel, ContactRef, Matrix, Purpose, Standing};
use carport_store::Keys;
use carport_store::companies::Company;
use carport_store::customers::ContactPoint;
use sha2::{Digest, Sha256};

use crate::portal::details::current;

/// The topics consent is asked for, in the order of F143.
pub const TOPICS: [Purpose; 4] = [
    Purpose::SalesNews,
    Purpose::WorkshopOffer,
    Purpose::Newsletter,
    Purpose::Reminder,
];

/// A customer's consents with what is needed to change them.
#[derive(Debug, Clone)]
pub struct Consents {
    /// The matrix.
    pub matrix: Matrix,
    /// The channels the company offers.
    pub channels: Vec<Channel>,
    /// The customer's contact point for each channel that has one.
    pub contacts: Vec<(Channel, ContactRef)>,
    /// To whom consent is given.
    pub entity: LegalEntityId,
}

impl Consents {
    /// From what is on file.
    pub fn of(
        points: &[ContactPoint],
        standing: &Standing,
        entity: LegalEntityId,
        company: &Company,
        keys: &Keys,
    ) -> Self {
        let channels = channels(company);
        let contacts: Vec<(Channel, ContactRef)> = channels
            .iter()
            .filter_map(|channel| Some((*channel, point_of(points, *channel)?.reference(keys))))
            .collect();
        let matrix = Matrix::of(standing, entity, &TOPICS, &channels, &contacts);
        Self {
            matrix,
            channels,
            contacts,
            entity,
        }
    }
}

/// The field in which a form says which words it showed.
pub const WORDS: &str = "words";

/// What a form that shows `words` says of them in [`WORDS`], so that a yes to a page that has changed since is not taken for a
/// yes to what stands there now (DESIGN decision 7).
pub fn mark(words: &str) -> String {
    hex::encode(&Sha256::digest(words)[..16])
}

/// The channels a company offers: three, and text messages where it uses them (F144).
pub fn channels(company: &Company) -> Vec<Channel> {
    let mut channels = vec![Channel::Email, Channel::Letter, Channel::Phone];
    if company.has(Module::Sms.as_str()) {
        channels.push(Channel::Sms);
    }
    channels
}

/// The contact point through which a channel reaches a customer.
fn point_of(points: &[ContactPoint], channel: Channel) -> Option<&ContactPoint> {
    match channel {
        Channel::Email => current(points, "email"),
        Channel::Letter => current(points, "address"),
        Channel::Phone => current(points, "mobile").or_else(|| current(points, "phone")),
        Channel::Sms => current(points, "mobile"),
        Channel::Push => None,
    }
}

/// The icon of a channel.
pub const fn icon(channel: Channel) -> &'static str {
    match channel {
        Channel::Email => "mail",
        Channel::Sms => "sms",
        Channel::Letter => "letter",
        Channel::Phone => "phone",
        Channel::Push => "bell",
    }
}
