//! Company data: name, addresses for people and requests, languages, country, how long customers stay signed in (F2, F57,
//! F198).

use askama::Template;
use axum::Router;
use axum::http::StatusCode;
use axum::routing::get;
use carport_domain::company::{CountryCode, Setting, StaySignedIn};
use carport_domain::people::{EmailAddress, PhoneNumber};
use carport_domain::{FieldError, Language};
use chrono_tz::Tz;

use super::{frame, keep, saved, web_address};
use crate::kit::app::AppState;
use crate::kit::page::NavItem;
use crate::kit::prelude::*;

/// Its address.
pub fn routes() -> Router<AppState> {
    Router::new().route("/office/{company}/company", get(show).post(save))
}

#[derive(Template)]
#[template(path = "office/company/data.html")]
struct Data {
    page: Page,
    t: Texts,
    tabs: Vec<NavItem>,
    sent: Form,
    errors: Vec<(String, String)>,
    countries: Vec<(String, String)>,
    languages: Vec<(String, String)>,
}

impl Data {
    /// Whether a language is ticked.
    fn offers(&self, code: &str) -> bool {
        self.sent.all("languages").any(|sent| sent == code)
    }
}

fn page(office: &Office, sent: Form, status: StatusCode) -> WebResult<Response> {
    let (page, tabs) = frame(office, "data")?;
    let t = office.t.clone();
    let mut countries: Vec<_> = CountryCode::offered()
        .map(|c| (c.as_str().to_owned(), c.name(&t)))
        .collect();
    countries.sort_by(|a, b| a.1.cmp(&b.1));
    let languages = Language::ALL
        .iter()
        .map(|l| (l.as_str().to_owned(), l.own_name().to_owned()))
        .collect();
    html_with_status(
        status,
        &Data {
            page,
            tabs,
            errors: sent.summary(&t),
            countries,
            languages,
            sent,
            t,
        },
    )
}

async fn show(office: Office) -> WebResult<Response> {
    let c = &office.company.company;
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    let (stay, hours) = match office.company.settings.stay_signed_in() {
        StaySignedIn::ForEver => ("for_ever", String::new()),
        StaySignedIn::Hours(hours) => ("hours", hours.to_string()),
    };
    let mut fields = vec![
        ("name".to_owned(), c.name.clone()),
        ("email".to_owned(), c.email.clone()),
        ("request_email".to_owned(), c.request_email.clone()),
        ("phone".to_owned(), text(&c.phone)),
        ("website".to_owned(), text(&c.website)),
        ("privacy_url".to_owned(), text(&c.privacy_url)),
        ("country".to_owned(), c.country.clone()),
        ("time_zone".to_owned(), c.time_zone.name().to_owned()),
        ("default_language".to_owned(), c.default_language.to_string()),
        ("stay".to_owned(), stay.to_owned()),
        ("stay_hours".to_owned(), hours),
    ];
    fields.extend(
        c.languages
            .iter()
            .map(|l| ("languages".to_owned(), l.to_string())),
    );
    page(&office, Form::of(fields), StatusCode::OK)
}

/// Hours the customer stays signed in: 0 for ever, else at least 24 (F57).
fn stay(form: &mut Form) -> Option<i64> {
    if form.text("stay") == "for_ever" {
        return Some(0);
    }
    form.parse("stay_hours", |text| {
        let hours: i64 = text.parse().map_err(|_| FieldError::new("error-whole-number"))?;
        if hours < 24 {
            return Err(FieldError::new("error-setting-stay"));
        }
        Setting::StaySignedInHours.check(hours).map(|()| hours)
    })
}

async fn save(office: Office, mut form: Form) -> WebResult<Response> {
    frame(&office, "data")?;
    let name = form.required("name");
    let email = form.parse("email", str::parse::<EmailAddress>);
    let request_email = form.parse("request_email", str::parse::<EmailAddress>);
    let country = form.parse("country", str::parse::<CountryCode>);
    let phone = form.parse_optional("phone", |text| {
        PhoneNumber::parse(text, country.unwrap_or(CountryCode::NL))
    });
    let website = form.parse_optional("website", web_address);
    let privacy_url = form.parse_optional("privacy_url", web_address);
    let zone = form.parse("time_zone", |text| {
        text.parse::<Tz>().map_err(|_| FieldError::new("error-time-zone"))
    });
    let default = form.parse("default_language", |text| {
        text.parse::<Language>()
            .map_err(|_| FieldError::new("error-language"))
    });
    let languages: Vec<Language> = form
        .all("languages")
        .filter_map(|code| code.parse().ok())
        .collect();
    let stay = stay(&mut form);
    let (Some(name), Some(email), Some(request_email), Some(country), Some(phone), true) =
        (name, email, request_email, country, phone, form.errors.is_empty())
    else {
        return page(&office, form, StatusCode::UNPROCESSABLE_ENTITY);
    };
    let (Some(website), Some(privacy_url), Some(zone), Some(default), Some(stay)) =
        (website, privacy_url, zone, default, stay)
    else {
        return page(&office, form, StatusCode::UNPROCESSABLE_ENTITY);
    };
    let mut numbers = office.company.settings.clone();
    numbers
        .set(Setting::StaySignedInHours, stay)
        .map_err(|e| WebError::Internal(e.to_string()))?;
    let numbers = serde_json::to_string(&numbers).map_err(|e| WebError::Internal(e.to_string()))?;
    keep(&office, "company.changed", |c| {
        c.name = name;
        c.email = email.as_str().to_owned();
        c.request_email = request_email.as_str().to_owned();
        c.phone = phone.map(|p| p.as_str().to_owned());
        c.website = website;
        c.privacy_url = privacy_url;
        c.country = country.as_str().to_owned();
        c.time_zone = zone;
        c.default_language = default;
        // The default comes first and is always offered.
        c.languages = [default]
            .into_iter()
            .chain(languages.into_iter().filter(|l| *l != default))
            .collect();
        c.settings = numbers;
    })
    .await?;
    Ok(saved(&office, "/company", "company-saved"))
}
