//! How a content reads before it is sent, or even kept: for an invented recipient or for a real customer, by every channel,
//! with the same words, frame and foot as sending uses (B1, F164). Its links lead nowhere.

use carport_documents::{Fact, Window, render_letters};
use carport_domain::consent::{Decision, Stage};
use carport_domain::content::{Content, Letter, Values, Variable};
use carport_domain::moments::{Definition, Trigger, VehicleDate};
use carport_domain::people::PostalAddress;
use carport_domain::urls::{Portal, Public};
use carport_domain::{CompanyId, CustomerId, Language, Texts, VehicleId};
use carport_store::customers::Vehicle;
use carport_store::{CompanyTx, Result, StoreError};
use chrono::NaiveDate;

use crate::Outreach;
use crate::compose::{
    ComposeError, Composer, Foot, Message, Reason, RenderedCallScript, RenderedEmail, RenderedSms, Sender,
    WayOut,
};
use crate::gate::Desk;
use crate::letterhead::{Letterhead, known_as, name};
use crate::letters::printed;
use crate::links::MessageLinks;

/// For whom a content is tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reader {
    /// Somebody invented, about whom everything is known.
    Invented {
        /// With a car, or without.
        with_car: bool,
    },
    /// A customer of the company.
    Customer(CustomerId),
}

/// A content about to be read by somebody.
#[derive(Debug)]
pub struct Trial {
    content: Content,
    hash: String,
    language: Language,
    company_language: Language,
    sender: Sender,
    customer: String,
    values: Values,
    foot: Foot,
    address: Vec<String>,
    number: Option<String>,
    plate_country: String,
    today: NaiveDate,
}

/// Prepares a content for a reader, in a language.
///
/// # Errors
/// The customer is not there.
pub async fn prepare(
    outreach: &Outreach,
    company: CompanyId,
    definition: &Definition,
    content: Content,
    language: Language,
    reader: Reader,
) -> Result<Trial> {
    let mut tx = outreach.store.read().await?;
    let mut shop = tx.company(company).await?;
    let letterhead = Letterhead::load(&mut shop, &outreach.base).await?;
    let desk = Desk::open(&mut shop).await?;
    let base = letterhead.site.base();
    let links = MessageLinks {
        page: Public::PersonalLink("…").absolute(base),
        unsubscribe: Public::Unsubscribe("…").absolute(base),
        preferences: Portal::Preferences("…").absolute(&letterhead.site),
    };
    let mut trial = Trial {
        hash: content.hash(),
        content,
        language,
        company_language: letterhead.company.default_language,
        sender: letterhead.sender(desk.entity(None), language),
        customer: String::new(),
        values: Values::new(),
        foot: Foot::Service {
            reason: Reason::Service,
        },
        address: Vec::new(),
        number: None,
        plate_country: letterhead.company.country.clone(),
        today: desk.today,
    };
    match reader {
        Reader::Invented { with_car } => trial.invent(&letterhead, definition, &links, with_car),
        Reader::Customer(customer) => {
            trial
                .write_to(&mut shop, &letterhead, desk, definition, &links, customer)
                .await?;
        }
    }
    Ok(trial)
}

impl Trial {
    fn invent(
        &mut self,
        letterhead: &Letterhead,
        definition: &Definition,
        links: &MessageLinks,
        with_car: bool,
    ) {
        let texts = Texts::new(self.language);
        let values =
            Values::sample(self.language, with_car).with(Variable::CompanyName, self.sender.name.as_str());
        self.values = values.with_known(Variable::CompanyPhone, self.sender.phone.clone());
        let full_name = self
            .values
            .text(Variable::FullName, self.language)
            .unwrap_or_default();
        self.customer = full_name.clone().into_owned();
        self.address = vec![
            full_name.into_owned(),
            texts.get("content-sample-street"),
            texts.get("content-sample-city"),
        ];
        self.number = self
            .values
            .text(Variable::CustomerNumber, self.language)
            .map(|number| number.into_owned());
        self.plate_country = letterhead.company.country.clone();
        self.foot = if definition.purpose.is_marketing() {
            Foot::Marketing {
                reason: Reason::Customer {
                    last_visit: Some(self.today - chrono::Days::new(90)),
                },
                way_out: WayOut {
                    unsubscribe_url: links.unsubscribe.clone(),
                    preferences_url: links.preferences.clone(),
                },
                first: true,
            }
        } else {
            Foot::Service {
                reason: Reason::Service,
            }
        };
    }

    async fn write_to(
        &mut self,
        shop: &mut CompanyTx<'_>,
        letterhead: &Letterhead,
        mut desk: Desk,
        definition: &Definition,
        links: &MessageLinks,
        customer: CustomerId,
    ) -> Result<()> {
        let cars = shop.vehicles_of(customer).await?;
        let who = [(customer, car_of(definition, &cars))];
        let addressee = shop.addressees(&who).await?.pop();
        let addressee = addressee.ok_or(StoreError::Missing("customer"))?;
        let people = desk.look_up(shop, &who).await?;
        let person = people.recipients.first().ok_or(StoreError::Missing("customer"))?;
        let channels = desk.channels(definition, &self.content);
        let answers = desk.ask(&people, person, definition, &channels, Stage::Planning);
        let may_go = answers
            .channels
            .iter()
            .find(|a| matches!(a.decision, Decision::Allow { .. }));
        let answer = may_go
            .or(answers.channels.first())
            .ok_or(StoreError::Missing("answer"))?;
        let address = shop
            .contact_points(customer)
            .await?
            .into_iter()
            .filter(|point| point.kind == "address")
            .find_map(|point| serde_json::from_str::<PostalAddress>(&point.value).ok());
        let texts = Texts::new(self.language);
        self.address = name(&addressee).envelope();
        self.address
            .extend(address.iter().flat_map(|a| a.lines(letterhead.country, &texts)));
        self.sender = letterhead.sender(desk.entity(addressee.location_id), self.language);
        self.customer = known_as(&addressee);
        self.values = letterhead.values(&addressee, self.language, &links.page);
        self.number = addressee.number.clone();
        if let Some(country) = &addressee.plate_country {
            self.plate_country = country.clone();
        }
        self.foot = letterhead.foot(definition, &answer.decision, &addressee, self.language, links);
        Ok(())
    }

    /// The reader as staff know them.
    pub fn customer(&self) -> &str {
        &self.customer
    }

    fn message(&self) -> Message<'_> {
        Message {
            content: &self.content,
            hash: &self.hash,
            language: self.language,
            company_language: self.company_language,
            sender: &self.sender,
            customer: &self.customer,
            values: &self.values,
            foot: &self.foot,
        }
    }

    /// The e-mail.
    ///
    /// # Errors
    /// Something it must say is not known of the reader; it has no text; it is too large.
    pub fn email(&self) -> std::result::Result<RenderedEmail, ComposeError> {
        // What is being typed differs at every stroke: it is not worth keeping its template.
        Composer::default().email(&self.message())
    }

    /// The letter and the lines behind its window.
    ///
    /// # Errors
    /// As [`Trial::email`].
    pub fn letter(&self) -> std::result::Result<(Vec<String>, Letter), ComposeError> {
        Ok((self.address.clone(), self.message().letter()?))
    }

    /// The SMS.
    ///
    /// # Errors
    /// As [`Trial::email`].
    pub fn sms(&self) -> std::result::Result<RenderedSms, ComposeError> {
        self.message().sms()
    }

    /// The telephone script.
    ///
    /// # Errors
    /// As [`Trial::email`].
    pub fn script(&self) -> std::result::Result<RenderedCallScript, ComposeError> {
        self.message().script()
    }

    /// The letter as the printer gets it, as PDF. Takes a while: not for a thread that answers requests.
    ///
    /// # Errors
    /// As [`Trial::email`]; or the address does not fit the window.
    pub fn letter_pdf(&self) -> std::result::Result<Vec<u8>, ComposeError> {
        let texts = Texts::new(self.language);
        let (recipient, message) = self.letter()?;
        let number = self.number.as_ref();
        let letter = carport_documents::Letter {
            sender: printed(&self.sender),
            recipient,
            window: Window::Left,
            date: self.today,
            references: number
                .map(|n| Fact::new(texts.get("letter-customer-number"), n.clone()))
                .into_iter()
                .collect(),
            plate_country: self.plate_country.clone(),
            message,
        };
        render_letters([letter]).map_err(|e| ComposeError::Template(e.to_string()))
    }
}

/// The car a moment is about: the one whose date comes first; for a moment about none, none.
fn car_of(definition: &Definition, cars: &[Vehicle]) -> Option<VehicleId> {
    let Trigger::Ahead { date, .. } = definition.trigger else {
        return None;
    };
    let due = |car: &Vehicle| match date {
        VehicleDate::InspectionDue => car.inspection_due,
        VehicleDate::MaintenanceDue => car.maintenance_due,
    };
    let running = || cars.iter().filter(|car| car.archived_at.is_none());
    running()
        .filter(|car| due(car).is_some())
        .min_by_key(|car| due(car))
        .or_else(|| running().next())
        .map(|car| car.id)
}
