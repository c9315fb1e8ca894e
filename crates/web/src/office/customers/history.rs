//! What happened with a customer: visits, invoices, changes of data, messages.

use carport_domain::i18n::{Named, Texts};
use carport_domain::money::{Currency, Money};
use carport_domain::people::{Gender, PostalAddress};
use carport_domain::vehicles::{BodyType, Fuel};
use carport_domain::{CustomerId, clock, format, urls};
use carport_store::CompanyTx;
use carport_store::changes::ChangeStatus;
use carport_store::customers::Vehicle;
use carport_store::messages::{MessageRow, MessageStatus, Stream};
use carport_store::moments::Moment;

use super::StaffNames;
use crate::kit::prelude::*;

/// Rows of each table; the newest.
const ROWS: usize = 50;

/// A visit or an invoice.
#[derive(Debug, Clone)]
pub struct Event {
    /// When.
    pub date: String,
    /// The kind, or for what.
    pub kind: String,
    /// Number of work order or invoice.
    pub number: String,
    /// The car.
    pub plate: String,
    /// What was done, and where.
    pub text: String,
    /// Mileage or amount.
    pub figure: String,
    /// Where its document is; empty where there is none.
    pub url: String,
}

/// A change of data.
#[derive(Debug, Clone)]
pub struct Changed {
    /// When.
    pub when: String,
    /// Which field.
    pub field: String,
    /// What it was.
    pub old: String,
    /// What it is.
    pub new: String,
    /// Who.
    pub by: String,
    /// Whether the DMS has it.
    pub status: String,
    /// The same as a tone.
    pub tone: &'static str,
}

/// A message.
#[derive(Debug, Clone)]
pub struct Sent {
    /// When.
    pub when: String,
    /// Which moment or mail.
    pub kind: String,
    /// By which channel.
    pub channel: String,
    /// Where it stands.
    pub status: String,
    /// The same as a tone.
    pub tone: &'static str,
}

fn plate_of(vehicles: &[Vehicle], id: Option<carport_domain::VehicleId>) -> String {
    id.and_then(|id| vehicles.iter().find(|v| v.id == id))
        .and_then(|v| v.plate.clone())
        .unwrap_or_default()
}

/// The visits, the newest first.
pub async fn visits(
    office: &Office,
    shop: &mut CompanyTx<'_>,
    customer: CustomerId,
    cars: &[Vehicle],
) -> WebResult<Vec<Event>> {
    let (t, language) = (&office.t, office.language);
    let visits = shop.visits_of(customer, None).await?;
    let row = |visit: carport_store::customers::Visit| {
        let place = [visit.description, visit.location_name, visit.advisor];
        Event {
            date: format::date_short(visit.visited_on, language),
            kind: t.choice("visit-kind", &visit.kind),
            number: visit.dms_number,
            plate: plate_of(cars, visit.vehicle_id),
            text: place
                .into_iter()
                .flatten()
                .filter(|p| !p.is_empty())
                .collect::<Vec<_>>()
                .join(" · "),
            figure: visit
                .mileage
                .map(|km| format!("{} km", format::integer(km, language)))
                .unwrap_or_default(),
            url: String::new(),
        }
    };
    Ok(visits.into_iter().take(ROWS).map(row).collect())
}

/// The invoices, the newest first.
pub async fn invoices(
    office: &Office,
    shop: &mut CompanyTx<'_>,
    customer: CustomerId,
    cars: &[Vehicle],
) -> WebResult<Vec<Event>> {
    let (t, language) = (&office.t, office.language);
    let invoices = shop.invoices_of(customer, None).await?;
    let row = |invoice: carport_store::customers::Invoice| {
        let figure = match invoice.currency.parse::<Currency>() {
            Ok(currency) => format::money(
                Money {
                    cents: invoice.amount_cents,
                    currency,
                },
                language,
            ),
            Err(_) => format!(
                "{} {}",
                format::hundredths(invoice.amount_cents, language),
                invoice.currency
            ),
        };
        Event {
            date: format::date_short(invoice.invoiced_on, language),
            kind: t.choice("office-invoice", &invoice.category),
            number: invoice.dms_number,
            plate: plate_of(cars, invoice.vehicle_id),
            text: invoice.description.unwrap_or_default(),
            figure,
            url: if invoice.document_key.is_some() {
                let customer = super::address(office, urls::Office::Customer(customer));
                format!("{customer}/invoices/{}", invoice.id)
            } else {
                String::new()
            },
        }
    };
    Ok(invoices.into_iter().take(ROWS).map(row).collect())
}

/// The changes of the customer's data, the newest first.
pub async fn changes(
    office: &Office,
    shop: &mut CompanyTx<'_>,
    customer: CustomerId,
    staff: &StaffNames,
) -> WebResult<Vec<Changed>> {
    let (t, zone) = (&office.t, office.company.company.time_zone);
    let changes = shop
        .changes_of(customer, i64::try_from(ROWS).unwrap_or(0))
        .await?;
    Ok(changes
        .into_iter()
        .map(|change| Changed {
            when: format::date_and_time(change.changed_at, zone, office.language),
            field: t.choice("change-field", &change.field),
            old: readable(&change.field, change.old_value, t),
            new: readable(&change.field, change.new_value, t),
            by: staff.name(&change.changed_by, t),
            status: t.choice("office-change", change.status.as_str()),
            tone: match change.status {
                ChangeStatus::Open => "attention",
                ChangeStatus::Confirmed => "good",
                ChangeStatus::Overtaken | ChangeStatus::Replaced => "",
            },
        })
        .collect())
}

/// A value of a field as people read it, and not as it is kept: addresses, dates, words of a choice.
pub fn readable(field: &str, value: Option<String>, t: &Texts) -> String {
    let Some(value) = value.filter(|v| !v.is_empty()) else {
        return t.get("not-filled-in");
    };
    let words = match field {
        "gender" => value.parse::<Gender>().ok().map(|gender| gender.name(t)),
        "body" => value.parse::<BodyType>().ok().map(|body| body.name(t)),
        "fuel" => value.parse::<Fuel>().ok().map(|fuel| fuel.name(t)),
        "address" => serde_json::from_str::<PostalAddress>(&value)
            .ok()
            .map(|address| address.one_line()),
        "first_registration" | "inspection_due" | "maintenance_due" => {
            clock::day(&value).map(|day| format::date_short(day, t.language()))
        }
        _ => None,
    };
    words.unwrap_or(value)
}

/// The messages, the newest first.
pub async fn messages(
    office: &Office,
    shop: &mut CompanyTx<'_>,
    customer: CustomerId,
    moments: &[Moment],
) -> WebResult<Vec<Sent>> {
    let (t, zone) = (&office.t, office.company.company.time_zone);
    let messages = shop
        .messages_of(customer, i64::try_from(ROWS).unwrap_or(0))
        .await?;
    let row = |message: MessageRow| {
        let kind = match message.stream {
            Stream::Marketing => moments
                .iter()
                .find(|m| m.definition.key == message.kind)
                .map_or_else(
                    || message.kind.clone(),
                    |m| m.definition.name(office.language).to_owned(),
                ),
            Stream::Service => t.get("office-message-service"),
        };
        Sent {
            when: format::date_and_time(
                message.handed_over_at.unwrap_or(message.created_at),
                zone,
                office.language,
            ),
            kind,
            channel: t.choice("consent-channel", message.channel.as_str()),
            status: t.choice("office-message", message.status.as_str()),
            tone: match message.status {
                MessageStatus::Sent => "good",
                MessageStatus::Failed => "danger",
                MessageStatus::Uncertain => "attention",
                MessageStatus::Pending | MessageStatus::HandingOver | MessageStatus::Suppressed => "",
            },
        }
    };
    Ok(messages.into_iter().map(row).collect())
}
