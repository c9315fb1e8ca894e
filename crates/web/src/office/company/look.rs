//! The company's colour, letters and corners, with a picture of what comes of them before they are kept (F11).

use askama::Template;
use axum::Router;
use axum::http::StatusCode;
use axum::routing::{get, post};
use carport_domain::company::{BrandCheck, Colour, Density, Font, Look, Radius, Theme};
use carport_domain::{FieldError, format};

use super::{frame, keep, saved};
use crate::kit::app::AppState;
use crate::kit::page::{Logo, NavItem};
use crate::kit::prelude::*;
use crate::portal::look;

/// Its addresses.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/office/{company}/company/look", get(show).post(save))
        .route("/office/{company}/company/look/preview", post(preview))
}

/// A colour on its ground with the contrast it has there.
struct Sample {
    label: String,
    ground: String,
    colour: String,
    contrast: String,
}

#[derive(Template)]
#[template(path = "office/company/look.html")]
struct LookPage {
    page: Page,
    t: Texts,
    tabs: Vec<NavItem>,
    sent: Form,
    errors: Vec<(String, String)>,
    /// Field, label, options (value, name).
    choices: Vec<(&'static str, String, Vec<(String, String)>)>,
    brand: String,
    on_brand: String,
    corner: u8,
    samples: Vec<Sample>,
    adjusted: bool,
    logos: Vec<(i64, Logo)>,
    url: String,
    preview_url: String,
    logos_url: String,
    logo_errors: Vec<(String, String)>,
}

impl LookPage {
    /// What is wrong with a field of the logo's form.
    fn logo_error(&self, field: &str) -> String {
        self.logo_errors
            .iter()
            .find(|(f, _)| f == field)
            .map(|(_, words)| words.clone())
            .unwrap_or_default()
    }
}

/// What is in the form as far as it can be read; the rest as it was.
fn read(form: &mut Form, before: Look) -> Look {
    let brand = form.parse("brand", str::parse::<Colour>);
    let unknown = |_| FieldError::new("error-choice");
    let radius = form.parse("radius", |text| text.parse::<Radius>().map_err(unknown));
    let font = form.parse("font", |text| text.parse::<Font>().map_err(unknown));
    let density = form.parse("density", |text| text.parse::<Density>().map_err(unknown));
    let theme = form.parse("theme", |text| text.parse::<Theme>().map_err(unknown));
    Look {
        brand: brand.unwrap_or(before.brand),
        radius: radius.unwrap_or(before.radius),
        font: font.unwrap_or(before.font),
        density: density.unwrap_or(before.density),
        theme: theme.unwrap_or(before.theme),
    }
}

fn options(family: &str, values: &[&str], t: &Texts) -> Vec<(String, String)> {
    values
        .iter()
        .map(|v| ((*v).to_owned(), t.choice(family, v)))
        .collect()
}

/// The page; `logo_errors` are those of a logo that could not be taken.
pub(super) fn page(
    office: &Office,
    sent: Form,
    look: &Look,
    logo_errors: Vec<(String, String)>,
    status: StatusCode,
) -> WebResult<Response> {
    let (page, tabs) = frame(office, "look")?;
    let t = office.t.clone();
    let check = look.check();
    let ratio = |contrast: f64| {
        format!(
            "{} : 1",
            format::hundredths((contrast * 100.0).round() as i64, t.language())
        )
    };
    let sample = |key: &str, ground: Colour, (colour, contrast): (Colour, f64)| Sample {
        label: t.get(key),
        ground: ground.to_string(),
        colour: colour.to_string(),
        contrast: ratio(contrast),
    };
    let reached = |colour: Colour, ground| (colour, carport_domain::company::contrast_ratio(colour, ground));
    let names = |all: &[&str], family| options(family, all, &t);
    let all = |field, family, values: Vec<&str>| {
        (field, t.get(&format!("company-{field}")), names(&values, family))
    };
    let template = LookPage {
        choices: vec![
            all(
                "radius",
                "look-radius",
                Radius::ALL.iter().map(|v| v.as_str()).collect(),
            ),
            all(
                "font",
                "look-font",
                Font::ALL.iter().map(|v| v.as_str()).collect(),
            ),
            all(
                "density",
                "look-density",
                Density::ALL.iter().map(|v| v.as_str()).collect(),
            ),
            all(
                "theme",
                "look-theme",
                Theme::ALL.iter().map(|v| v.as_str()).collect(),
            ),
        ],
        samples: vec![
            sample("company-contrast-button", look.brand, check.on),
            sample(
                "company-contrast-light",
                Colour::WHITE,
                reached(check.light.0, Colour::WHITE),
            ),
            sample(
                "company-contrast-dark",
                BrandCheck::DARK_GROUND,
                reached(check.dark.0, BrandCheck::DARK_GROUND),
            ),
        ],
        adjusted: check.is_adjusted(),
        brand: look.brand.to_string(),
        on_brand: check.on.0.to_string(),
        corner: match look.radius {
            Radius::None => 0,
            Radius::Small => 6,
            Radius::Medium => 12,
            Radius::Large => 20,
        },
        logos: office
            .company
            .logos
            .iter()
            .map(|l| l.position)
            .zip(page.company.logos.clone())
            .collect(),
        errors: sent.summary(&t),
        url: office.url("/company/look"),
        preview_url: office.url("/company/look/preview"),
        logos_url: office.url("/company/logos"),
        logo_errors,
        page,
        tabs,
        sent,
        t,
    };
    html_with_status(status, &template)
}

/// The stored look as a form.
pub(super) fn stored(office: &Office) -> (Form, Look) {
    let look = look::of(&office.company.company);
    let form = Form::prefilled([
        ("brand", look.brand.to_string()),
        ("radius", look.radius.to_string()),
        ("font", look.font.to_string()),
        ("density", look.density.to_string()),
        ("theme", look.theme.to_string()),
    ]);
    (form, look)
}

async fn show(office: Office) -> WebResult<Response> {
    let (form, look) = stored(&office);
    page(&office, form, &look, Vec::new(), StatusCode::OK)
}

async fn preview(office: Office, mut form: Form) -> WebResult<Response> {
    let look = read(&mut form, look::of(&office.company.company));
    page(&office, form, &look, Vec::new(), StatusCode::OK)
}

async fn save(office: Office, mut form: Form) -> WebResult<Response> {
    let look = read(&mut form, look::of(&office.company.company));
    if !form.errors.is_empty() {
        return page(&office, form, &look, Vec::new(), StatusCode::UNPROCESSABLE_ENTITY);
    }
    frame(&office, "look")?;
    let text = serde_json::to_string(&look).map_err(|e| WebError::Internal(e.to_string()))?;
    keep(&office, "company.look", |c| c.look = text).await?;
    Ok(saved(&office, "/company/look", "company-saved"))
}
