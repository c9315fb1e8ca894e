//! Who writes, and to whom: what every message of a company says about its sender and its recipient.

use std::collections::HashMap;

use carport_domain::company::{Look, Radius, Slug};
use carport_domain::consent::{Decision, Evidence};
use carport_domain::content::{Value, Values, Variable};
use carport_domain::country::CountryCode;
use carport_domain::moments::Definition;
use carport_domain::people::{Gender, PersonName, PhoneNumber};
use carport_domain::urls::{BaseUrl, Portal, Site};
use carport_domain::vehicles::Mileage;
use carport_domain::{Language, LegalEntityId, Texts};
use carport_store::addressees::Addressee;
use carport_store::companies::{Company, LegalEntity};
use carport_store::{CompanyTx, Result, StoreError};

use crate::compose::{Foot, Reason, Sender, WayOut};
use crate::links::MessageLinks;

/// A company as its messages show it.
#[derive(Debug, Clone)]
pub struct Letterhead {
    /// The company.
    pub company: Company,
    /// Where its pages stand.
    pub site: Site,
    /// Its country.
    pub country: CountryCode,
    look: Look,
    entities: HashMap<LegalEntityId, LegalEntity>,
}

impl Letterhead {
    /// Loads it. `base` is the installation's address; a company with a domain of its own stands there.
    pub async fn load(tx: &mut CompanyTx<'_>, base: &BaseUrl) -> Result<Self> {
        let company = tx.profile().await?;
        let wrong = |what: &str| StoreError::Inconsistent(format!("«{what}» of company {}", company.slug));
        let slug: Slug = company.slug.parse().map_err(|_| wrong("slug"))?;
        let site = match &company.own_domain {
            Some(domain) => Site::own(format!("https://{domain}").parse().map_err(|_| wrong("domain"))?),
            None => Site::shared(base.clone(), slug),
        };
        let country = CountryCode::recognise(&company.country).map_err(|_| wrong("country"))?;
        let look = serde_json::from_str(&company.look)?;
        let entities = tx
            .legal_entities()
            .await?
            .into_iter()
            .map(|e| (e.id, e))
            .collect();
        Ok(Self {
            site,
            country,
            look,
            entities,
            company,
        })
    }

    /// The sender for messages of a legal entity, in a language.
    pub fn sender(&self, entity: LegalEntityId, language: Language) -> Sender {
        let company = &self.company;
        let legal = self
            .entities
            .get(&entity)
            .or_else(|| self.entities.values().min_by_key(|e| e.id));
        let texts = Texts::new(language);
        let phone = company.phone.as_deref().map(|phone| {
            PhoneNumber::parse(phone, self.country)
                .map_or_else(|_| phone.to_owned(), |p| p.formatted(self.country))
        });
        let home = Portal::Home.absolute(&self.site);
        Sender {
            name: company.name.clone(),
            legal_name: legal.map_or_else(|| company.name.clone(), |e| e.name.clone()),
            address: legal.map_or_else(Vec::new, |e| {
                vec![e.street.clone(), format!("{} {}", e.postcode, e.city)]
            }),
            registration: legal.map_or_else(Vec::new, |e| {
                let named = |key: &str, number: &Option<String>| {
                    number
                        .clone()
                        .filter(|n| !n.is_empty())
                        .map(|n| (texts.get(key), n))
                };
                [
                    named("sender-registration", &e.registration_number),
                    named("sender-vat", &e.vat_number),
                ]
                .into_iter()
                .flatten()
                .collect()
            }),
            phone,
            email: Some(company.email.clone()),
            website: company
                .website
                .clone()
                .filter(|w| w.starts_with("https://"))
                .unwrap_or_else(|| home.clone()),
            privacy_url: company
                .privacy_url
                .clone()
                .filter(|url| url.starts_with("https://"))
                .unwrap_or_else(|| Portal::Help.absolute(&self.site)),
            brand: self.look.brand,
            radius: match self.look.radius {
                Radius::None => 0,
                Radius::Small => 6,
                Radius::Medium => 12,
                Radius::Large => 20,
            },
            logo: None,
            yellow_plates: self.country == CountryCode::NL,
        }
    }

    /// The language a person is written to in.
    pub fn language(&self, addressee: &Addressee) -> Language {
        addressee
            .language
            .filter(|l| self.company.languages.contains(l))
            .unwrap_or(self.company.default_language)
    }

    /// What is known of a person, for the variables of a content.
    pub fn values(&self, addressee: &Addressee, language: Language, page: &str) -> Values {
        let texts = Texts::new(language);
        let name = name(addressee);
        let phone = |number: &Option<String>| {
            number.as_deref().map(|n| {
                PhoneNumber::parse(n, self.country)
                    .map_or_else(|_| n.to_owned(), |p| p.formatted(self.country))
            })
        };
        let make_model = [&addressee.make, &addressee.model]
            .into_iter()
            .flatten()
            .cloned()
            .collect::<Vec<_>>()
            .join(" ");
        let mileage = addressee
            .mileage
            .and_then(|km| u32::try_from(km).ok())
            .and_then(|km| Mileage::new(km).ok());
        Values::new()
            .with(Variable::MyPageUrl, page)
            .with_known(Variable::CustomerNumber, addressee.number.clone())
            .with(Variable::Salutation, name.salutation(&texts))
            .with_known(Variable::FirstName, addressee.first_name.clone())
            .with_known(Variable::LastName, name.family())
            .with(Variable::FullName, name.display())
            .with_known(Variable::Plate, addressee.plate.clone())
            .with(Variable::MakeModel, make_model)
            .with_known(Variable::InspectionDue, addressee.inspection_due)
            .with_known(Variable::MaintenanceDue, addressee.maintenance_due)
            .with_known(Variable::Mileage, mileage.map(Value::Mileage))
            .with_known(Variable::LastVisit, addressee.last_visit_on)
            .with(Variable::CompanyName, self.company.name.as_str())
            .with_known(Variable::CompanyPhone, phone(&self.company.phone))
            .with_known(Variable::LocationName, addressee.location_name.clone())
            .with_known(Variable::LocationPhone, phone(&addressee.location_phone))
            .with_known(Variable::Advisor, addressee.advisor.clone())
    }

    /// What stands at the foot of a message: the reason the gate found, and the way out.
    pub fn foot(
        &self,
        moment: &Definition,
        decision: &Decision,
        addressee: &Addressee,
        language: Language,
        links: &MessageLinks,
    ) -> Foot {
        let known = Reason::Customer {
            last_visit: addressee.last_visit_on,
        };
        let reason = match decision {
            Decision::Allow { evidence, .. } => match evidence {
                Evidence::Consent { at, .. } | Evidence::RequestedService { at, .. } => Reason::Consent {
                    topic: Texts::new(language).choice(
                        "consent-purpose",
                        moment.purpose.asked_as().unwrap_or(moment.purpose).as_str(),
                    ),
                    on: at.date_in(self.company.time_zone),
                },
                Evidence::Contract => Reason::Service,
                Evidence::LegalDuty => Reason::Duty,
                Evidence::SoftOptIn { bought_on, .. } => Reason::Customer {
                    last_visit: addressee.last_visit_on.or(Some(*bought_on)),
                },
                _ => known,
            },
            _ => known,
        };
        if moment.purpose.is_marketing() {
            Foot::Marketing {
                reason,
                way_out: WayOut {
                    unsubscribe_url: links.unsubscribe.clone(),
                    preferences_url: links.preferences.clone(),
                },
                first: !addressee.written_before,
            }
        } else {
            Foot::Service { reason }
        }
    }
}

/// The name of an addressee.
pub fn name(addressee: &Addressee) -> PersonName {
    PersonName {
        gender: addressee
            .gender
            .as_deref()
            .and_then(|g| g.parse().ok())
            .unwrap_or(Gender::Unspecified),
        initials: addressee.initials.clone(),
        first_name: addressee.first_name.clone(),
        patronymic: None,
        infix: addressee.infix.clone(),
        surname: Some(addressee.last_name.clone()).filter(|s| !s.is_empty()),
        company: addressee.business_name.clone(),
    }
}

/// A customer as staff know them: number and name.
pub fn known_as(addressee: &Addressee) -> String {
    match &addressee.number {
        Some(number) => format!("{number} {}", name(addressee).display()),
        None => name(addressee).display(),
    }
}
