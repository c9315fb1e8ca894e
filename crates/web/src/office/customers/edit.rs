//! Changing a customer's data on request: name, address, e-mail and numbers. What changes is a change record that the
//! dealer's own system hears of (F68), the log names who did it, and consent stays with the address it was given for.

use askama::Template;
use axum::Router;
use axum::http::StatusCode;
use axum::routing::get;
use carport_domain::access::Permission;
use carport_domain::people::{
    AddressInput, ContactPointKind, EmailAddress, Gender, NameInput, PersonName, PhoneNumber, PostalAddress,
};
use carport_domain::{CountryCode, urls};
use carport_outreach::accounts::notify;
use carport_store::changes::{ChangedBy, ContactEdit};
use carport_store::customers::{ContactPoint, Customer};
use serde_json::json;

use super::{address, id, reach};
use crate::kit::app::AppState;
use crate::kit::page::Link;
use crate::kit::prelude::*;
use crate::office::said;
use crate::portal::details::{contact, current};
use crate::portal::request_account::keep;

/// Its address.
pub fn routes() -> Router<AppState> {
    Router::new().route(
        "/office/{company}/customers/{customer}/edit",
        get(show).post(save),
    )
}

#[derive(Template)]
#[template(path = "office/customers/edit.html")]
struct Edit {
    page: Page,
    t: Texts,
    trail: Vec<Link>,
    sent: Form,
    errors: Vec<(String, String)>,
    genders: Vec<(String, String)>,
    countries: Vec<(String, String)>,
    with_region: bool,
    back_url: String,
}

fn home(office: &Office) -> CountryCode {
    CountryCode::recognise(&office.company.company.country).unwrap_or(CountryCode::NL)
}

fn page(office: &Office, customer: &Customer, sent: Form, status: StatusCode) -> WebResult<Response> {
    let t = office.t.clone();
    let back_url = address(office, urls::Office::Customer(customer.id));
    let mut countries: Vec<(String, String)> = CountryCode::offered()
        .map(|country| (country.as_str().to_owned(), country.name(&t)))
        .collect();
    countries.sort_by(|a, b| a.1.cmp(&b.1));
    let template = Edit {
        page: office.page(&t.get("office-edit-title"), "customers"),
        trail: vec![
            Link {
                label: t.get("office-nav-customers"),
                url: address(office, urls::Office::Customers),
            },
            Link {
                label: customer.display_name(),
                url: back_url.clone(),
            },
        ],
        errors: sent.summary(&t),
        genders: Gender::ALL
            .iter()
            .map(|g| (g.as_str().to_owned(), t.choice("gender", g.as_str())))
            .collect(),
        countries,
        with_region: sent.text("country") == "RU" || !sent.text("region").is_empty(),
        back_url,
        sent,
        t,
    };
    html_with_status(status, &template)
}

fn on_file(office: &Office, customer: &Customer, points: &[ContactPoint]) -> Form {
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    let value = |kind: &str| {
        current(points, kind)
            .map(|point| point.value.clone())
            .unwrap_or_default()
    };
    let phone = |kind: &str| {
        let value = value(kind);
        value
            .parse::<PhoneNumber>()
            .map_or(value, |number| number.formatted(home(office)))
    };
    let mut form = Form::prefilled([
        (
            "gender",
            customer
                .gender
                .clone()
                .filter(|g| g != "other")
                .unwrap_or_else(|| "unspecified".to_owned()),
        ),
        ("initials", text(&customer.initials)),
        ("first_name", text(&customer.first_name)),
        ("infix", text(&customer.infix)),
        ("surname", customer.last_name.clone()),
        ("company", text(&customer.business_name)),
        ("email", value("email")),
        ("mobile", phone("mobile")),
        ("phone", phone("phone")),
        ("country", home(office).as_str().to_owned()),
    ]);
    if let Ok(address) = serde_json::from_str::<PostalAddress>(&value("address")) {
        form.set("street", address.street);
        form.set("house_number", address.house_number.unwrap_or_default());
        form.set("addition", address.addition.unwrap_or_default());
        form.set("postcode", address.postcode);
        form.set("city", address.city);
        form.set("region", address.region.unwrap_or_default());
        form.set("country", address.country.as_str());
    }
    form
}

/// What staff typed, in the forms the store keeps.
struct Typed {
    name: PersonName,
    address: Option<PostalAddress>,
    email: Option<EmailAddress>,
    mobile: Option<PhoneNumber>,
    phone: Option<PhoneNumber>,
}

fn read(office: &Office, form: &mut Form) -> Option<Typed> {
    let name = PersonName::parse(NameInput {
        gender: form.text("gender").parse().unwrap_or_default(),
        initials: form.text("initials"),
        first_name: form.text("first_name"),
        infix: form.text("infix"),
        surname: form.text("surname"),
        company: form.text("company"),
        ..NameInput::default()
    });
    let name = keep(form, name);
    let country = form.parse("country", CountryCode::recognise)?;
    // No address at all is an answer too.
    let fields = ["street", "house_number", "addition", "postcode", "city"];
    let address = if fields.iter().all(|field| form.text(field).is_empty()) {
        Some(None)
    } else {
        let read = PostalAddress::parse(AddressInput {
            street: form.text("street"),
            house_number: form.text("house_number"),
            addition: form.text("addition"),
            postcode: form.text("postcode"),
            city: form.text("city"),
            region: form.text("region"),
            country,
        });
        keep(form, read).map(Some)
    };
    let home = home(office);
    let email = form.parse_optional("email", str::parse::<EmailAddress>);
    let mobile = form.parse_optional("mobile", |text| contact::mobile(PhoneNumber::parse(text, home)?));
    let phone = form.parse_optional("phone", |text| PhoneNumber::parse(text, home));
    if !form.errors.is_empty() {
        return None;
    }
    Some(Typed {
        name: name?,
        address: address?,
        email: email?,
        mobile: mobile?,
        phone: phone?,
    })
}

impl Typed {
    /// Each kind of contact point with its value as kept and as compared.
    fn points(&self) -> WebResult<[(ContactPointKind, Option<(String, String)>); 4]> {
        let address = match &self.address {
            Some(address) => Some((
                serde_json::to_string(address).map_err(|e| WebError::Internal(e.to_string()))?,
                address.key(),
            )),
            None => None,
        };
        let number = |number: &Option<PhoneNumber>| {
            number
                .as_ref()
                .map(|n| (n.as_str().to_owned(), n.as_str().to_owned()))
        };
        let email = self.email.as_ref().map(|e| (e.as_str().to_owned(), e.fold()));
        Ok([
            (ContactPointKind::Address, address),
            (ContactPointKind::Email, email),
            (ContactPointKind::Mobile, number(&self.mobile)),
            (ContactPointKind::Phone, number(&self.phone)),
        ])
    }
}

/// Whether a contact point says the same already. Addresses are compared as written, the others folded.
fn same(kind: ContactPointKind, old: Option<&ContactPoint>, new: Option<&(String, String)>) -> bool {
    match (old, new) {
        (None, None) => true,
        (Some(old), Some((value, _))) if kind == ContactPointKind::Address => {
            serde_json::from_str::<PostalAddress>(&old.value).ok()
                == serde_json::from_str::<PostalAddress>(value).ok()
        }
        (Some(old), Some((_, folded))) => old.value_folded == *folded,
        _ => false,
    }
}

async fn show(office: Office, Path((_, customer)): Path<(String, String)>) -> WebResult<Response> {
    office.require(Permission::EditCustomers)?;
    let mut tx = office.app.store.read().await?;
    let mut shop = tx.company(office.company.company.id).await?;
    let customer = reach(&office, &mut shop, id(&customer)?).await?;
    let points = shop.contact_points(customer.id).await?;
    drop(tx);
    if customer.erased_at.is_some() {
        return Err(WebError::NotFound);
    }
    let form = on_file(&office, &customer, &points);
    page(&office, &customer, form, StatusCode::OK)
}

async fn save(
    office: Office,
    Path((_, customer)): Path<(String, String)>,
    mut form: Form,
) -> WebResult<Response> {
    office.require(Permission::EditCustomers)?;
    let app = &office.app;
    let mut tx = app.store.begin().await?;
    let mut shop = tx.company(office.company.company.id).await?;
    let customer = reach(&office, &mut shop, id(&customer)?).await?;
    if customer.erased_at.is_some() {
        return Err(WebError::NotFound);
    }
    let Some(typed) = read(&office, &mut form) else {
        drop(tx);
        return page(&office, &customer, form, StatusCode::UNPROCESSABLE_ENTITY);
    };
    let points = shop.contact_points(customer.id).await?;
    let by = ChangedBy::Staff(office.id());
    let today = office.company.company.today(shop.now());
    let mut changed = Vec::new();
    if shop.change_name(customer.id, &typed.name, by).await? > 0 {
        changed.push("name");
    }
    for (kind, new) in typed.points()? {
        let old = current(&points, kind.as_str());
        if same(kind, old, new.as_ref()) {
            continue;
        }
        let edit = new.as_ref().map(|(value, folded)| ContactEdit {
            kind,
            value,
            folded,
            today,
        });
        shop.replace_contact_point(customer.id, old.map(|point| point.id), edit, by)
            .await?;
        changed.push(kind.as_str());
        // Whoever can change the address can be sent the invitation: the old one hears of it (SEC-STEP-1).
        if kind == ContactPointKind::Email
            && let Some(old) = old.and_then(|old| old.value.parse::<EmailAddress>().ok())
            && let Some(account) = shop.account_of(customer.id).await?
        {
            let language = customer
                .language
                .unwrap_or(office.company.company.default_language);
            let to = ("contact-email-changed", &old);
            let (keys, base) = (app.store.keys(), &app.config.base_url);
            notify(&mut shop, keys, base, &account, to, language, None).await?;
        }
    }
    let back = address(&office, urls::Office::Customer(customer.id));
    if changed.is_empty() {
        return Ok(said(&office, &back, "attention", "customer-unchanged"));
    }
    shop.audit(
        &office.actor(),
        "customer.changed",
        &format!("customer:{}", customer.id),
        &json!({ "fields": changed }),
    )
    .await?;
    tx.commit().await?;
    Ok(said(&office, &back, "good", "customer-changed"))
}
