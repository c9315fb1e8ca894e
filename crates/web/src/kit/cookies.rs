//! Cookies. Over HTTPS their names begin with `__Host-`, so that no sub-domain can set them; each audience and, in the
//! portal, each company has a name of its own (DESIGN decision 11).

use axum::http::{HeaderMap, HeaderValue, header};

use super::app::App;

/// The language somebody chose.
pub const LANGUAGE: &str = "language";
/// The theme somebody chose.
pub const THEME: &str = "theme";
/// The key of a message for the next page.
pub const FLASH: &str = "flash";

/// The value of a cookie by its full name.
pub fn read(headers: &HeaderMap, name: &str) -> Option<String> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|v| v.to_str().ok())
        .flat_map(|v| v.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(n, _)| *n == name)
        .map(|(_, value)| value.to_owned())
}

/// The full name of a secret cookie.
pub fn secret_name(app: &App, name: &str) -> String {
    if app.config.secure() {
        format!("__Host-{name}")
    } else {
        name.to_owned()
    }
}

/// The name of a customer's session cookie at a company.
pub fn customer_session(app: &App, slug: &str) -> String {
    secret_name(app, &format!("session-{slug}"))
}
/// The name of the staff session cookie.
pub fn staff_session(app: &App) -> String {
    secret_name(app, "staff")
}
/// The name of the operator's session cookie.
pub fn operator_session(app: &App) -> String {
    secret_name(app, "operator")
}

/// A secret cookie: not for scripts, not for other sites. Without `max_age` (seconds) it ends with the browser.
pub fn set_secret(app: &App, name: &str, value: &str, max_age: Option<i64>) -> HeaderValue {
    build(app, name, value, max_age)
}

/// A cookie that holds a choice, for a year.
pub fn set_choice(app: &App, name: &str, value: &str) -> HeaderValue {
    build(app, name, value, Some(365 * 86_400))
}

/// Removes a cookie.
pub fn remove(app: &App, name: &str) -> HeaderValue {
    build(app, name, "", Some(0))
}

fn build(app: &App, name: &str, value: &str, max_age: Option<i64>) -> HeaderValue {
    let mut text = format!("{name}={value}; Path=/; SameSite=Lax; HttpOnly");
    if app.config.secure() {
        text.push_str("; Secure");
    }
    if let Some(seconds) = max_age {
        text.push_str(&format!("; Max-Age={seconds}"));
    }
    // Names and values are ours: slugs, tokens in base64url, words of a fixed set.
    HeaderValue::from_str(&text).unwrap_or(HeaderValue::from_static(""))
}
