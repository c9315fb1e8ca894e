//! A customer's page: who it is, how to reach them, their cars, what happened, and what they said.

use askama::Template;
use axum::Router;
use axum::routing::get;
use carport_domain::access::Permission;
use carport_domain::i18n::Named;
use carport_domain::people::{PhoneNumber, PostalAddress};
use carport_domain::vehicles::Plate;
use carport_domain::{CountryCode, format, urls};
use carport_outreach::accounts::letter_obstacle;
use carport_store::accounts::AccountState;
use carport_store::activation_letters::ActivationLetter;
use carport_store::customers::{ContactPoint, Customer, Vehicle};

use super::consents::{self, Entry};
use super::history::{self, Changed, Event, Sent};
use super::{address, id, invitation, reach, staff_names};
use crate::consents::{Consents, TOPICS};
use crate::kit::app::AppState;
use crate::kit::page::Link;
use crate::kit::prelude::*;

/// Its address.
pub fn routes() -> Router<AppState> {
    Router::new().route("/office/{company}/customers/{customer}", get(show))
}

/// A way to reach the customer.
struct Contact {
    kind: String,
    value: String,
    origin: String,
    state: String,
    tone: &'static str,
}

/// A car.
struct Car {
    name: String,
    country: String,
    plate: String,
    region: String,
    inspection: String,
    maintenance: String,
    mileage: String,
    edit_url: String,
}

/// A topic with its answer on each channel.
struct MatrixRow {
    topic: String,
    cells: Vec<MatrixCell>,
}

struct MatrixCell {
    channel: String,
    answer: String,
    tone: &'static str,
    changed: String,
}

#[derive(Template)]
#[template(path = "office/customers/view.html")]
struct View {
    page: Page,
    t: Texts,
    trail: Vec<Link>,
    notices: Vec<(&'static str, String)>,
    lead: String,
    facts: Vec<(String, String)>,
    contacts: Vec<Contact>,
    account: (String, &'static str),
    invite_url: String,
    letter_url: String,
    letter: String,
    preferences_url: String,
    edit_url: String,
    proof_url: String,
    cars: Vec<Car>,
    visits: Vec<Event>,
    invoices: Vec<Event>,
    channels: Vec<String>,
    matrix: Vec<MatrixRow>,
    objection: String,
    moments: Vec<Link>,
    timeline: Vec<Entry>,
    changes: Vec<Changed>,
    messages: Vec<Sent>,
    visits_title: String,
    invoices_title: String,
    changes_title: String,
    messages_title: String,
}

async fn show(office: Office, Path((_, customer)): Path<(String, String)>) -> WebResult<Response> {
    let id = id(&customer)?;
    let t = &office.t;
    let mut tx = office.app.store.read().await?;
    let mut shop = tx.company(office.company.company.id).await?;
    let customer = reach(&office, &mut shop, id).await?;
    let points = shop.contact_points(id).await?;
    let vehicles = shop.vehicles_of(id).await?;
    let account = shop.account_of(id).await?.map(|account| account.state);
    let location = match customer.location_id {
        Some(location) => shop.location(location).await?.map(|l| l.name),
        None => None,
    };
    let letter = shop.activation_letter_of(id).await?;
    let staff = staff_names(&mut shop).await?;
    let of = consents::load(&office, &mut shop, id).await?;
    let timeline = consents::timeline(&office, &mut shop, id, &staff).await?;
    let moments = shop.moments().await?;
    let visits = history::visits(&office, &mut shop, id, &vehicles).await?;
    let invoices = history::invoices(&office, &mut shop, id, &vehicles).await?;
    let changes = history::changes(&office, &mut shop, id, &staff).await?;
    let messages = history::messages(&office, &mut shop, id, &moments).await?;
    drop(tx);
    let home = CountryCode::recognise(&office.company.company.country).ok();
    let url = address(&office, urls::Office::Customer(id));
    let living = customer.erased_at.is_none() && customer.deceased_at.is_none();
    let may_edit = office.access.may(Permission::EditCustomers) && customer.erased_at.is_none();
    let may_invite = living && account != Some(AccountState::Active) && invitation::may_invite(&office);
    // Where no e-mail address works, the way in is a letter; an invitation says what stands in the way of both.
    let obstacle = letter_obstacle(&customer, &points, account);
    let link = |may: bool, tail: &str| {
        if may {
            format!("{url}/{tail}")
        } else {
            String::new()
        }
    };
    let title =
        |key: &str, rows: usize| t.with(key, &[("count", i64::try_from(rows).unwrap_or(i64::MAX).into())]);
    html(&View {
        visits_title: title("office-customer-visits", visits.len()),
        invoices_title: title("office-customer-invoices", invoices.len()),
        changes_title: title("office-customer-changes", changes.len()),
        messages_title: title("office-customer-messages", messages.len()),
        page: office.page(&customer.display_name(), "customers"),
        trail: vec![Link {
            label: t.get("office-nav-customers"),
            url: address(&office, urls::Office::Customers),
        }],
        notices: notices(&office, &customer),
        lead: lead(&office, &customer, location.as_deref()),
        facts: facts(&office, &customer),
        contacts: points.iter().map(|point| contact(&office, point, home)).collect(),
        account: account_state(account, t),
        invite_url: link(may_invite && obstacle.is_some(), "invitation"),
        letter_url: link(may_invite && obstacle.is_none(), "activation-letter"),
        letter: letter
            .map(|letter| letter_note(&office, &letter))
            .unwrap_or_default(),
        preferences_url: link(may_edit, "preferences"),
        edit_url: link(may_edit, "edit"),
        proof_url: link(office.access.may(Permission::ProveConsent), "proof"),
        cars: vehicles
            .iter()
            .map(|vehicle| Car {
                edit_url: link(may_edit, &format!("cars/{}/edit", vehicle.id)),
                ..car(&office, vehicle, home)
            })
            .collect(),
        visits,
        invoices,
        channels: of.channels.iter().map(|channel| channel.name(t)).collect(),
        matrix: matrix(&office, &of),
        objection: of
            .matrix
            .objection
            .map(|changed| consents::changed(&office, Some(changed)))
            .unwrap_or_default(),
        moments: moments
            .iter()
            .map(|moment| Link {
                label: moment.definition.name(office.language).to_owned(),
                url: address(&office, urls::Office::Explain(id, &moment.definition.key)),
            })
            .collect(),
        timeline,
        changes,
        messages,
        t: t.clone(),
    })
}

fn notices(office: &Office, customer: &Customer) -> Vec<(&'static str, String)> {
    let day = |at: carport_domain::Timestamp| {
        format::date_long(at.date_in(office.company.company.time_zone), office.language)
    };
    let states = [
        (customer.erased_at, "danger", "office-customer-erased"),
        (customer.deceased_at, "attention", "office-customer-deceased"),
        (customer.restricted_at, "attention", "office-customer-restricted"),
        (customer.missing_since, "info", "office-customer-missing"),
    ];
    states
        .iter()
        .filter_map(|(at, tone, key)| Some((*tone, office.t.with(key, &[("date", day((*at)?).into())]))))
        .collect()
}

fn lead(office: &Office, customer: &Customer, location: Option<&str>) -> String {
    let number = customer.dms_number.as_ref();
    let number = number.map(|number| {
        office
            .t
            .with("office-customer-number", &[("number", number.clone().into())])
    });
    let stage = Some(office.t.choice("stage", &customer.stage));
    [number, stage, location.map(str::to_owned)]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" · ")
}

fn facts(office: &Office, customer: &Customer) -> Vec<(String, String)> {
    let (t, language) = (&office.t, office.language);
    let date =
        |on: Option<chrono::NaiveDate>| on.map(|on| format::date_long(on, language)).unwrap_or_default();
    let kind = if customer.kind == "unknown" {
        t.get("unknown")
    } else {
        t.choice("customer-kind", &customer.kind)
    };
    vec![
        (t.get("office-customer-kind"), kind),
        (t.get("office-customer-born"), date(customer.birth_date)),
        (
            t.get("office-customer-language"),
            customer.language.map(|l| l.name(t)).unwrap_or_default(),
        ),
        (
            t.get("office-customer-first-workshop"),
            date(customer.first_workshop_on),
        ),
        (t.get("office-customer-last-visit"), date(customer.last_visit_on)),
        (
            t.get("office-customer-last-invoice"),
            date(customer.last_invoice_on),
        ),
    ]
}

fn contact(office: &Office, point: &ContactPoint, home: Option<CountryCode>) -> Contact {
    let t = &office.t;
    let value = match (point.kind.as_str(), home) {
        ("address", _) => serde_json::from_str::<PostalAddress>(&point.value)
            .map(|a| a.one_line())
            .ok(),
        ("mobile" | "phone", Some(home)) => {
            point.value.parse::<PhoneNumber>().map(|p| p.formatted(home)).ok()
        }
        _ => None,
    };
    let (state, tone) = match (point.invalid_since, point.verified_at) {
        (Some(_), _) => ("office-contact-invalid", "danger"),
        (None, Some(_)) => ("office-contact-verified", "good"),
        (None, None) => ("office-contact-unverified", ""),
    };
    let since = point
        .collected_on
        .map(|on| format::date_short(on, office.language))
        .unwrap_or_default();
    let origin = t.choice("origin", &point.origin);
    Contact {
        kind: t.choice("contact-point", &point.kind),
        value: value.unwrap_or_else(|| point.value.clone()),
        origin: if since.is_empty() {
            origin
        } else {
            format!("{origin}, {since}")
        },
        state: t.get(state),
        tone,
    }
}

fn account_state(state: Option<AccountState>, t: &Texts) -> (String, &'static str) {
    match state {
        Some(AccountState::Active) => (t.get("office-account-active"), "good"),
        Some(AccountState::Invited) => (t.get("office-account-invited"), "info"),
        Some(AccountState::Closed) | None => (t.get("office-account-none"), ""),
    }
}

/// When the letter that still works was printed, and until when it works.
fn letter_note(office: &Office, letter: &ActivationLetter) -> String {
    let day = |at: carport_domain::Timestamp| {
        format::date_long(at.date_in(office.company.company.time_zone), office.language)
    };
    office.t.with(
        "office-letter-note",
        &[
            ("printed", day(letter.created_at).into()),
            ("until", day(letter.expires_at).into()),
        ],
    )
}

fn car(office: &Office, vehicle: &Vehicle, home: Option<CountryCode>) -> Car {
    let language = office.language;
    let date =
        |on: Option<chrono::NaiveDate>| on.map(|on| format::date_short(on, language)).unwrap_or_default();
    let country = vehicle
        .plate_country
        .as_deref()
        .and_then(|c| CountryCode::recognise(c).ok())
        .or(home);
    let text = vehicle.plate.clone().unwrap_or_default();
    let known = country.and_then(|country| Some((country, Plate::parse(&text, country).ok()?)));
    let (country, plate, region) = match known {
        Some((country, plate)) => {
            let (front, region) = plate.parts();
            (
                country.to_string(),
                front.to_owned(),
                region.unwrap_or_default().to_owned(),
            )
        }
        None => (String::new(), text, String::new()),
    };
    let name = [&vehicle.make, &vehicle.model]
        .into_iter()
        .flatten()
        .cloned()
        .collect::<Vec<_>>()
        .join(" ");
    Car {
        name: if name.is_empty() {
            office.t.get("unknown")
        } else {
            name
        },
        country,
        plate,
        region,
        inspection: date(vehicle.inspection_due),
        maintenance: date(vehicle.maintenance_due),
        mileage: vehicle
            .mileage
            .map(|km| format!("{} km", format::integer(km, language)))
            .unwrap_or_default(),
        edit_url: String::new(),
    }
}

fn matrix(office: &Office, of: &Consents) -> Vec<MatrixRow> {
    let t = &office.t;
    let cell = |topic, channel: carport_domain::consent::Channel| {
        let (answer, tone) = consents::answer(of.matrix.cell(topic, channel), t);
        let line = of.matrix.cells.iter().find(|line| line.about == (topic, channel));
        MatrixCell {
            channel: channel.name(t),
            answer,
            tone,
            changed: consents::changed(office, line.and_then(|l| l.changed)),
        }
    };
    TOPICS
        .iter()
        .map(|topic| MatrixRow {
            topic: topic.name(t),
            cells: of.channels.iter().map(|c| cell(*topic, *c)).collect(),
        })
        .collect()
}
