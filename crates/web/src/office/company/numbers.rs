//! Every number of the rules with its default and bounds (DESIGN decision 8, F198).

use askama::Template;
use axum::Router;
use axum::http::StatusCode;
use axum::routing::get;
use carport_domain::company::{Setting, Unit};
use carport_domain::i18n::Named;
use carport_domain::{FieldError, clock, format};
use chrono::NaiveDate;

use super::{frame, keep, saved};
use crate::kit::app::AppState;
use crate::kit::page::NavItem;
use crate::kit::prelude::*;

/// Its address.
pub fn routes() -> Router<AppState> {
    Router::new().route("/office/{company}/company/numbers", get(show).post(save))
}

/// Under which heading a number stands: the text `company-numbers-<word>`.
const fn group(setting: Setting) -> &'static str {
    use Setting as S;
    match setting {
        S::VisitWindowMonths
        | S::WelcomeAfterStartMonths
        | S::WelcomeForStartsAfter
        | S::WelcomeWithoutAccountOnly
        | S::WelcomeNewCustomerDays
        | S::InspectionLeadDays
        | S::MaintenanceLeadDays
        | S::MaintenanceIntervalMonths
        | S::MaintenanceIntervalKilometres => "moments",
        S::LetterGraceDays
        | S::PaceMessages
        | S::PaceDays
        | S::SmsFromHour
        | S::SmsUntilHour
        | S::CustomerMonths => "messages",
        S::RequestWorkingDays
        | S::ActivationLinkHours
        | S::ResetLinkHours
        | S::InvitationDays
        | S::PersonalLinkDays
        | S::StaySignedInHours
        | S::IdleMinutes
        | S::StepUpMinutes
        | S::CodeMinutes
        | S::CodeTries
        | S::LetterCodeDays
        | S::LetterCodeTries => "access",
        S::ImportDropPercent | S::CountSensitiveFields => "data",
    }
}

/// The headings from top to bottom.
const GROUPS: [&str; 4] = ["moments", "messages", "access", "data"];

/// One number as a field.
struct Row {
    key: String,
    label: String,
    hint: String,
    unit: String,
    value: String,
    error: String,
    kind: Unit,
}

#[derive(Template)]
#[template(path = "office/company/numbers.html")]
struct Numbers {
    page: Page,
    t: Texts,
    tabs: Vec<NavItem>,
    errors: Vec<(String, String)>,
    groups: Vec<(String, Vec<Row>)>,
}

/// The numbers of this page. How long customers stay signed in stands with the company's data.
fn shown() -> impl Iterator<Item = Setting> {
    Setting::ALL
        .iter()
        .copied()
        .filter(|setting| *setting != Setting::StaySignedInHours)
}

fn date(number: i64) -> String {
    format!(
        "{:04}-{:02}-{:02}",
        number / 10_000,
        number / 100 % 100,
        number % 100
    )
}

/// A stored day as people read it.
fn day(number: i64, t: &Texts) -> String {
    let text = date(number);
    text.parse()
        .map_or(text, |day: NaiveDate| format::date_long(day, t.language()))
}

fn read(setting: Setting, form: &Form) -> Result<i64, FieldError> {
    let text = form.text(setting.as_str());
    let value = match setting.definition().unit {
        Unit::YesNo => i64::from(form.has(setting.as_str())),
        Unit::Date => {
            let day = clock::day(text).ok_or_else(|| FieldError::new("error-setting-date"))?;
            day.format("%Y%m%d")
                .to_string()
                .parse()
                .map_err(|_| FieldError::new("error-setting-date"))?
        }
        _ => text.parse().map_err(|_| FieldError::new("error-whole-number"))?,
    };
    setting.check(value).map(|()| value)
}

fn page(office: &Office, sent: Form, status: StatusCode) -> WebResult<Response> {
    let (page, tabs) = frame(office, "numbers")?;
    let t = office.t.clone();
    let row = |setting: Setting| {
        let d = setting.definition();
        let number = |n| format::integer(n, t.language());
        let hint = match d.unit {
            Unit::YesNo => String::new(),
            Unit::Date => t.with(
                "company-number-default",
                &[("default", day(d.default, &t).into())],
            ),
            _ => t.with(
                "company-number-bounds",
                &[
                    ("default", number(d.default).into()),
                    ("min", number(d.min).into()),
                    ("max", number(d.max).into()),
                ],
            ),
        };
        Row {
            key: setting.as_str().to_owned(),
            label: setting.name(&t),
            hint,
            unit: if d.unit == Unit::Count {
                String::new()
            } else {
                d.unit.name(&t)
            },
            value: sent.text(setting.as_str()).to_owned(),
            error: sent.error(setting.as_str(), &t),
            kind: d.unit,
        }
    };
    let groups = GROUPS
        .iter()
        .map(|word| {
            let rows = shown().filter(|setting| group(*setting) == *word).map(row);
            (t.get(&format!("company-numbers-{word}")), rows.collect())
        })
        .collect();
    html_with_status(
        status,
        &Numbers {
            groups,
            errors: sent.summary(&t),
            page,
            tabs,
            t,
        },
    )
}

async fn show(office: Office) -> WebResult<Response> {
    let numbers = &office.company.settings;
    let mut form = Form::default();
    for setting in shown() {
        let value = numbers.get(setting);
        match setting.definition().unit {
            Unit::YesNo if value == 0 => {}
            Unit::YesNo => form.set(setting.as_str(), "yes"),
            Unit::Date => form.set(setting.as_str(), date(value)),
            _ => form.set(setting.as_str(), value.to_string()),
        }
    }
    page(&office, form, StatusCode::OK)
}

async fn save(office: Office, mut form: Form) -> WebResult<Response> {
    frame(&office, "numbers")?;
    let mut numbers = office.company.settings.clone();
    for setting in shown() {
        let read = read(setting, &form).and_then(|value| numbers.set(setting, value));
        form.errors.take(setting.as_str(), read);
    }
    let (from, until) = (
        numbers.get(Setting::SmsFromHour),
        numbers.get(Setting::SmsUntilHour),
    );
    if from >= until && form.errors.is_empty() {
        form.errors.push(
            Setting::SmsUntilHour.as_str(),
            FieldError::new("error-hours-order"),
        );
    }
    if !form.errors.is_empty() {
        return page(&office, form, StatusCode::UNPROCESSABLE_ENTITY);
    }
    let numbers = serde_json::to_string(&numbers).map_err(|e| WebError::Internal(e.to_string()))?;
    keep(&office, "company.numbers", |c| c.settings = numbers).await?;
    Ok(saved(&office, "/company/numbers", "company-saved"))
}
