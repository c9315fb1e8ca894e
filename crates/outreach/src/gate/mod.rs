//! The one place where facts on file become a question to the gate.
//!
//! Selection, preview, the explain view and sending all come through [`Desk::ask`], so that what staff see is what is
//! sent (B1). A [`Desk`] is one company at one instant; [`People`] are those asked about, loaded set by set.

mod answers;
mod question;

use std::collections::HashMap;

use carport_domain::company::{Module, Setting, Settings};
use carport_domain::consent::gate;
use carport_domain::consent::{
    Channel, Decision, Notice, Purpose, RuleBook, Rules, Stage, Standing, Stricter,
};
use carport_domain::content::Content;
use carport_domain::country::CountryCode;
use carport_domain::moments::{Definition, Pace};
use carport_domain::people::PostalAddress;
use carport_domain::{ContactPointId, CustomerId, LegalEntityId, LocationId, Timestamp, VehicleId};
use carport_store::companies::{Company, CompanyStatus};
use carport_store::recipients::{Contact, ContactKind, Recipient};
use carport_store::suppressions::SuppressionKind;
use carport_store::{CompanyTx, Result, StoreError};
use chrono::NaiveDate;

pub use answers::{Answer, Answers};

/// A company as the gate needs it, at one instant.
#[derive(Debug)]
pub struct Desk {
    /// The company.
    pub company: Company,
    /// Its settings.
    pub settings: Settings,
    /// The instant.
    pub now: Timestamp,
    /// Today, where the company is.
    pub today: NaiveDate,
    /// How much one person gets.
    pub pace: Pace,
    country: CountryCode,
    /// Under whose law each legal entity writes.
    countries: HashMap<LegalEntityId, CountryCode>,
    entities: HashMap<LocationId, LegalEntityId>,
    only_entity: Option<LegalEntityId>,
    default_entity: LegalEntityId,
    notices: Vec<Notice>,
    stricter: Stricter,
    /// By the country of the legal entity that writes and the recipient's, where that is another one.
    rules: HashMap<(CountryCode, Option<CountryCode>), Rules>,
}

/// People with everything the gate asks about them.
#[derive(Debug, Default)]
pub struct People {
    /// Each with the facts on file.
    pub recipients: Vec<Recipient>,
    suppressed: HashMap<ContactPointId, Vec<(SuppressionKind, Timestamp)>>,
    abroad: HashMap<CustomerId, CountryCode>,
}

/// A country on file.
fn country(text: &str) -> Result<CountryCode> {
    CountryCode::recognise(text).map_err(|_| StoreError::Inconsistent(format!("«{text}» is not a country")))
}

impl People {
    /// Since when an address is on the list for a reason.
    fn suppressed(&self, contact: ContactPointId, kind: SuppressionKind) -> Option<Timestamp> {
        let reasons = self.suppressed.get(&contact)?;
        reasons
            .iter()
            .find(|(of, _)| *of == kind)
            .map(|(_, since)| *since)
    }
}

impl Desk {
    /// Loads the company.
    pub async fn open(tx: &mut CompanyTx<'_>) -> Result<Self> {
        let company = tx.profile().await?;
        let settings: Settings = serde_json::from_str(&company.settings)?;
        let country = self::country(&company.country)?;
        let legal = tx.legal_entities().await?;
        let countries = legal
            .iter()
            .map(|entity| Ok((entity.id, self::country(&entity.country)?)))
            .collect::<Result<_>>()?;
        let locations = tx.locations().await?;
        let default_entity = locations
            .first()
            .map(|l| l.legal_entity_id)
            .or_else(|| legal.first().map(|e| e.id))
            .ok_or(StoreError::Missing("legal entity"))?;
        let mut stricter: Stricter = serde_json::from_str(&company.stricter)?;
        // DESIGN decision 7: the setting can only shorten what the law says.
        let months = u16::try_from(settings.get(Setting::CustomerMonths)).unwrap_or(u16::MAX);
        if Setting::CustomerMonths.definition().default != i64::from(months) {
            stricter.customer_months = Some(stricter.customer_months.unwrap_or(months).min(months));
        }
        let now = tx.now();
        let mut desk = Self {
            today: company.today(now),
            pace: Pace::of(&settings),
            now,
            country,
            countries,
            entities: locations.iter().map(|l| (l.id, l.legal_entity_id)).collect(),
            only_entity: if let [one] = legal.as_slice() {
                Some(one.id)
            } else {
                None
            },
            default_entity,
            notices: tx.gate_notices().await?,
            stricter,
            rules: HashMap::new(),
            company,
            settings,
        };
        desk.learn(country);
        Ok(desk)
    }

    /// Makes sure the rules of every legal entity for recipients in a country are at hand.
    fn learn(&mut self, recipient: CountryCode) {
        let senders = self.countries.values().copied().chain([self.country]);
        for entity in senders {
            for recipient in [None, Some(recipient).filter(|country| *country != entity)] {
                self.rules
                    .entry((entity, recipient))
                    .or_insert_with(|| RuleBook::shipped().rules(entity, recipient, &self.stricter));
            }
        }
    }

    /// The country somebody lives in, going by their postal address.
    fn country_of(&self, people: &People, person: &Recipient) -> Option<CountryCode> {
        let at_home = |contact: &Contact| contact.kind == ContactKind::Address && !contact.abroad;
        let abroad = people.abroad.get(&person.customer).copied();
        abroad.or_else(|| person.contacts.iter().any(at_home).then_some(self.country))
    }

    /// The rules for what a legal entity writes to somebody: those of its country and of the recipient's, where that is known.
    fn rules(&self, entity: LegalEntityId, recipient: Option<CountryCode>) -> &Rules {
        let country = self.countries.get(&entity).copied().unwrap_or(self.country);
        let recipient = recipient.filter(|recipient| *recipient != country);
        self.rules
            .get(&(country, recipient))
            .unwrap_or_else(|| &self.rules[&(country, None)])
    }

    /// The legal entity that writes to somebody who usually comes to a location.
    pub fn entity(&self, location: Option<LocationId>) -> LegalEntityId {
        location
            .and_then(|l| self.entities.get(&l).copied())
            .unwrap_or(self.default_entity)
    }

    /// Since when messages count for the pace.
    pub fn recent_since(&self) -> Timestamp {
        self.now.plus_hours(-24 * self.pace.days)
    }

    /// Whether a module works.
    pub fn has(&self, module: Module) -> bool {
        let needed = module
            .needs()
            .is_none_or(|needed| self.company.has(needed.as_str()));
        needed && self.company.has(module.as_str())
    }

    /// Whether marketing rests by the operator's or the company's will.
    pub fn is_suspended(&self) -> bool {
        self.company.status != CompanyStatus::Active
    }

    /// The channels a moment may take at this company, in order: those it has a module and words for.
    pub fn channels(&self, moment: &Definition, content: &Content) -> Vec<Channel> {
        let worded = |has: fn(&carport_domain::content::Wording) -> bool| content.languages.values().any(has);
        let fits = |channel: &Channel| match channel {
            Channel::Email => true,
            Channel::Letter => self.has(Module::Letters),
            Channel::Phone => self.has(Module::CallList) && worded(|w| w.script.is_some()),
            // Customers may ask for them; there is no carrier for them yet, so a moment passes them over.
            Channel::Sms | Channel::Push => false,
        };
        moment.channels_in_order().into_iter().filter(fits).collect()
    }

    /// Completes what a query of the store found with what lies elsewhere.
    pub async fn people(&mut self, tx: &mut CompanyTx<'_>, recipients: Vec<Recipient>) -> Result<People> {
        let customers: Vec<CustomerId> = recipients.iter().map(|r| r.customer).collect();
        let suppressed = tx.suppressed_contacts(&customers).await?;
        let abroad: Vec<(CustomerId, ContactPointId)> = recipients
            .iter()
            .flat_map(|r| {
                r.contacts
                    .iter()
                    .filter(|c| c.abroad && c.kind == ContactKind::Address)
                    .map(|c| (r.customer, c.id))
            })
            .collect();
        let mut countries = HashMap::new();
        if !abroad.is_empty() {
            let values = tx.contact_values(&abroad).await?;
            for (customer, point) in &abroad {
                let address = values
                    .get(point)
                    .and_then(|v| serde_json::from_str::<PostalAddress>(v).ok());
                if let Some(address) = address.filter(|a| a.country != self.country) {
                    self.learn(address.country);
                    countries.insert(*customer, address.country);
                }
            }
        }
        Ok(People {
            recipients,
            suppressed,
            abroad: countries,
        })
    }

    /// Loads people by id, each perhaps with a car.
    pub async fn look_up(
        &mut self,
        tx: &mut CompanyTx<'_>,
        who: &[(CustomerId, Option<VehicleId>)],
    ) -> Result<People> {
        let (since, today, country) = (self.recent_since(), self.today, self.company.country.clone());
        let recipients = tx.recipients(who, since, &country, today).await?;
        self.people(tx, recipients).await
    }

    /// The gate's answer about one of `people` for a purpose on one channel, for what belongs to no moment.
    pub fn decide(
        &self,
        people: &People,
        person: &Recipient,
        purpose: Purpose,
        channel: Channel,
        stage: Stage,
    ) -> Decision {
        let standing = Standing::from_rows(person.permissions.clone());
        gate::decide(&question::question(self, people, person, &standing, purpose, channel, stage).0)
    }

    /// The gate's answers about one of `people` for a moment, on each of `channels` and the telephone, and what they
    /// amount to.
    pub fn ask(
        &self,
        people: &People,
        person: &Recipient,
        moment: &Definition,
        channels: &[Channel],
        stage: Stage,
    ) -> Answers {
        answers::ask(self, people, person, moment, channels, stage)
    }
}
