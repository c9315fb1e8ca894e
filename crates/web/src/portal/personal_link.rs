//! The personal link of a message (F51, DESIGN decision 2, SEC-LINK-2): the address greets with masked data and one
//! button; the button opens a session that shows the car the message was about and nothing else.

use askama::Template;
use axum::Router;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use axum::routing::{get, post};
use carport_domain::company::Module;
use carport_domain::secrets::Token;
use carport_store::customers::Vehicle;
use carport_store::links::{Link, LinkPurpose, PersonalScope};

use super::cars::view::Car;
use super::limits;
use crate::kit::app::AppState;
use crate::kit::cookies;
use crate::kit::prelude::*;

/// Its addresses; `/l/{token}` names no company and leads to the company's own page.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/l/{token}", get(lead))
        .route("/{company}/link/{token}", get(greet))
        .route("/{company}/link/{token}/open", post(open))
        .route("/{company}/link", get(show))
}

/// How long the limited session lasts, seconds.
const SESSION_SECONDS: i64 = 3_600;

#[derive(Template)]
#[template(path = "portal/personal_link.html")]
struct Greeting {
    page: Page,
    t: Texts,
    greeting: String,
    country: String,
    plate: String,
    open_url: String,
    sign_in_url: String,
}

#[derive(Template)]
#[template(path = "portal/personal_page.html")]
struct Personal {
    page: Page,
    t: Texts,
    greeting: String,
    vehicle: Option<Car>,
    phone: String,
    email: String,
    sign_in_url: String,
    activate_url: String,
    preferences_url: String,
}

fn cookie_name(portal: &Portal) -> String {
    cookies::secret_name(&portal.app, &format!("personal-{}", portal.company.company.slug))
}

async fn lead(
    State(app): State<AppState>,
    Path(token): Path<String>,
    headers: HeaderMap,
) -> WebResult<Response> {
    let hash = token.parse::<Token>().map_err(|_| WebError::NotFound)?.hash();
    let mut tx = app.store.read().await?;
    let link = tx.installation().await?.find_link(hash.as_bytes()).await?;
    let now = tx.now();
    let link = link
        .filter(|link| link.purpose == LinkPurpose::Personal && link.is_open(now))
        .ok_or(WebError::NotFound)?;
    let company = tx.company(link.company_id).await?.profile().await?;
    let host = headers
        .get(header::HOST)
        .and_then(|host| host.to_str().ok())
        .unwrap_or_default();
    let host = host.rsplit_once(':').map_or(host, |(name, _)| name);
    let own = company
        .own_domain
        .as_deref()
        .is_some_and(|own| own.eq_ignore_ascii_case(host));
    Ok(see_other(&if own {
        format!("/link/{token}")
    } else {
        format!("/{}/link/{token}", company.slug)
    }))
}

/// A name as somebody who should recognise it may see it: `A. de V…`.
fn masked_name(first: Option<&str>, infix: Option<&str>, last: &str) -> String {
    let letter = |text: &str| text.chars().next().map(|c| c.to_string()).unwrap_or_default();
    let first = first.map(|first| format!("{}.", letter(first)));
    let last = format!("{}…", letter(last));
    [first.as_deref(), infix, Some(&last)]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" ")
}

/// A plate of which half can be seen: `12-••-•4`.
fn masked_plate(plate: &str) -> String {
    let signs: Vec<char> = plate.chars().collect();
    let known = signs.iter().filter(|c| c.is_alphanumeric()).count();
    let mut seen = 0;
    signs
        .iter()
        .map(|c| {
            if !c.is_alphanumeric() {
                return *c;
            }
            seen += 1;
            if seen <= 2 || seen == known { *c } else { '•' }
        })
        .collect()
}

async fn own_link(portal: &Portal, token: &str) -> WebResult<(Link, Token)> {
    portal.require(Module::Portal.as_str())?;
    let token: Token = token.parse().map_err(|_| WebError::NotFound)?;
    let mut tx = portal.app.store.read().await?;
    let mut own = tx.company(portal.company.company.id).await?;
    let now = own.now();
    let link = own
        .link(token.hash().as_bytes(), LinkPurpose::Personal)
        .await?
        .filter(|link| link.is_open(now));
    Ok((link.ok_or(WebError::NotFound)?, token))
}

async fn vehicle_of(portal: &Portal, link: &Link) -> WebResult<Option<Vehicle>> {
    let scope: PersonalScope = link.scope()?;
    let Some(id) = scope.vehicle else { return Ok(None) };
    let mut tx = portal.app.store.read().await?;
    let mut own = tx.company(link.company_id).await?;
    if !own.holds_vehicle(link.customer_id, id).await? {
        return Ok(None);
    }
    Ok(own.vehicle(id).await?)
}

async fn greet(portal: Portal, Path((_, token)): Path<(String, String)>) -> WebResult<Response> {
    let (link, _) = own_link(&portal, &token).await?;
    let vehicle = vehicle_of(&portal, &link).await?;
    let mut tx = portal.app.store.read().await?;
    let customer = tx
        .company(link.company_id)
        .await?
        .customer(link.customer_id)
        .await?
        .ok_or(WebError::NotFound)?;
    let name = masked_name(
        customer.first_name.as_deref(),
        customer.infix.as_deref(),
        &customer.last_name,
    );
    let t = portal.t.clone();
    html(&Greeting {
        page: portal.page(&t.with("greeting", &[("name", name.clone().into())])),
        greeting: t.with(
            "personal-lead",
            &[("company", portal.company.company.name.clone().into())],
        ),
        country: vehicle
            .as_ref()
            .and_then(|v| v.plate_country.clone())
            .unwrap_or_else(|| portal.company.company.country.clone()),
        plate: vehicle
            .and_then(|v| v.plate)
            .map(|plate| masked_plate(&plate))
            .unwrap_or_default(),
        open_url: portal.url(&format!("/link/{token}/open")),
        sign_in_url: portal.url("/sign-in"),
        t,
    })
}

async fn open(portal: Portal, Path((_, token)): Path<(String, String)>) -> WebResult<Response> {
    portal.app.limit(limits::LINK_NETWORK, &portal.client).await?;
    let (link, token) = own_link(&portal, &token).await?;
    let session = Token::random();
    let mut tx = portal.app.store.begin().await?;
    let mut own = tx.company(link.company_id).await?;
    if !own
        .use_link(token.hash().as_bytes(), LinkPurpose::Personal)
        .await?
    {
        return Err(WebError::NotFound);
    }
    let expires = own.now().plus_seconds(SESSION_SECONDS);
    own.open_link_session(session.hash().as_bytes(), &link.token_hash, expires)
        .await?;
    tx.commit().await?;
    let mut response = see_other(&portal.url("/link"));
    let cookie = cookies::set_secret(
        &portal.app,
        &cookie_name(&portal),
        &session.reveal(),
        Some(SESSION_SECONDS),
    );
    response.headers_mut().append(header::SET_COOKIE, cookie);
    Ok(response)
}

/// A request with a limited session.
struct Guest {
    portal: Portal,
    link: Link,
}

impl FromRequestParts<AppState> for Guest {
    type Rejection = WebError;
    async fn from_request_parts(parts: &mut Parts, app: &AppState) -> WebResult<Self> {
        let portal = Portal::from_request_parts(parts, app).await?;
        portal.require(Module::Portal.as_str())?;
        let sign_in = || WebError::SignIn(portal.url("/sign-in"));
        let token: Token = cookies::read(&parts.headers, &cookie_name(&portal))
            .and_then(|t| t.parse().ok())
            .ok_or_else(sign_in)?;
        let mut tx = app.store.read().await?;
        let link = tx
            .company(portal.company.company.id)
            .await?
            .link_of_session(token.hash().as_bytes())
            .await?;
        drop(tx);
        let link = link.ok_or_else(sign_in)?;
        Ok(Self { portal, link })
    }
}

async fn show(guest: Guest) -> WebResult<Response> {
    let portal = &guest.portal;
    let vehicle = vehicle_of(portal, &guest.link).await?;
    let mut tx = portal.app.store.read().await?;
    let customer = tx
        .company(guest.link.company_id)
        .await?
        .customer(guest.link.customer_id)
        .await?
        .ok_or(WebError::NotFound)?;
    drop(tx);
    let t = portal.t.clone();
    let company = &portal.company.company;
    let name = masked_name(
        customer.first_name.as_deref(),
        customer.infix.as_deref(),
        &customer.last_name,
    );
    html(&Personal {
        page: portal.page(&t.with("greeting", &[("name", name.into())])),
        greeting: t.get("personal-opened"),
        vehicle: vehicle.map(|mut vehicle| {
            vehicle.nickname = None;
            masked_car(Car::of(&vehicle, portal, company.today(portal.now())), portal)
        }),
        phone: company.phone.clone().unwrap_or_default(),
        email: company.email.clone(),
        sign_in_url: portal.url("/sign-in"),
        activate_url: portal.url("/activate"),
        preferences_url: portal.url("/my-preferences"),
        t,
    })
}

/// What the message was about, and nothing more of it than that takes. Masked last: a plate with dots in it is none to read.
fn masked_car(car: Car, portal: &Portal) -> Car {
    let plate = masked_plate(&car.plate);
    Car {
        name: if car.name == car.plate {
            plate.clone()
        } else {
            car.name
        },
        url: portal.url("/my-car"),
        plate,
        ..car
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mask_shows_enough_to_recognise_and_not_enough_to_use() {
        assert_eq!(masked_name(Some("Anna"), Some("de"), "Vries"), "A. de V…");
        assert_eq!(masked_name(None, None, "Vries"), "V…");
        assert_eq!(masked_plate("12-ABC-4"), "12-•••-4");
        assert_eq!(masked_plate(""), "");
    }
}
