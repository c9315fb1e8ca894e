//! Turning templates, redirects and errors into responses.

use askama::Template;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use carport_domain::i18n::Texts;

use super::app::AppState;
use super::cookies;
use super::error::{ErrorPage, WebResult};
use super::page::{LayoutTexts, Page};
use super::request::{self, Asked};

/// A page.
pub fn html(page: &impl Template) -> WebResult<Response> {
    html_with_status(StatusCode::OK, page)
}

/// A page with another status than 200.
pub fn html_with_status(status: StatusCode, page: &impl Template) -> WebResult<Response> {
    let text = page.render()?;
    let mut response = (status, Body::from(text)).into_response();
    let headers = response.headers_mut();
    headers.insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static("text/html; charset=utf-8"),
    );
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(response)
}

/// Sends the reader on with GET. The address is one of ours: it begins with one slash.
pub fn see_other(url: &str) -> Response {
    let safe = if is_own_path(url) { url } else { "/" };
    let location = HeaderValue::from_str(safe).unwrap_or(HeaderValue::from_static("/"));
    (
        StatusCode::SEE_OTHER,
        [
            (header::LOCATION, location),
            (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
        ],
    )
        .into_response()
}

/// Whether an address stays on this site (no open redirects, ASVS 3.7.2).
pub fn is_own_path(url: &str) -> bool {
    url.starts_with('/')
        && !url.starts_with("//")
        && !url.contains(['\\', '\r', '\n'])
        && url.bytes().all(|b| (0x21..0x7f).contains(&b))
}

#[derive(Template)]
#[template(path = "kit/error.html")]
struct ErrorTemplate {
    page: Page,
    text: String,
    home: String,
    home_label: String,
}

/// A message for the next page is said once: the page that shows it takes the cookie away.
pub async fn said_once(State(app): State<AppState>, request: Request, next: Next) -> Response {
    let waiting = cookies::read(request.headers(), cookies::FLASH).is_some_and(|word| !word.is_empty());
    // What a script asks for beside the page, such as a picture or a live figure, shows no message.
    let page = request
        .headers()
        .get("sec-fetch-mode")
        .is_none_or(|mode| mode == "navigate")
        || request.headers().contains_key("x-carport-partial");
    let mut response = next.run(request).await;
    let shown = waiting
        && page
        && !response.status().is_redirection()
        && response
            .headers()
            .get(header::CONTENT_TYPE)
            .is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    if shown {
        let gone = cookies::remove(&app, cookies::FLASH);
        response.headers_mut().append(header::SET_COOKIE, gone);
    }
    response
}

/// Draws the page for an error that a handler answered with: in the company's look and the reader's language where the
/// address names a company, else in the product's own.
pub async fn error_pages(State(app): State<AppState>, request: Request, next: Next) -> Response {
    let asked = Asked::of(&request);
    let response = next.run(request).await;
    let error = response
        .extensions()
        .get::<ErrorPage>()
        .copied()
        .or_else(|| plain_error(&response));
    let Some(error) = error else { return response };
    let (mut parts, _) = response.into_parts();
    let company = match asked.company_slug() {
        Some(slug) => app.companies.by_slug(&app, &slug).await.ok().flatten(),
        None => None,
    };
    let language = request::language(&asked, None, company.as_deref());
    let t = match &company {
        Some(company) => Texts::of_company(language, company.overrides.clone()),
        None => Texts::new(language),
    };
    let title = t.get(&format!("error-page-{}-title", error.word));
    let home = asked.home();
    let page = Page {
        lang: language.as_str().into(),
        title: title.clone(),
        path: asked.path.clone(),
        nonce: asked.nonce.clone(),
        assets: app.assets.version().into(),
        theme: asked.theme.clone(),
        company: company.as_ref().map(|c| c.head(&home)).unwrap_or_default(),
        t: LayoutTexts::from_lookup(|key| t.get(key)).into(),
        ..Page::default()
    };
    let template = ErrorTemplate {
        page,

        text: t.get(&format!("error-page-{}-text", error.word)),
        home,
        home_label: t.get("error-page-home"),
    };
    match template.render() {
        Ok(body) => {
            parts.headers.insert(
                header::CONTENT_TYPE,
                HeaderValue::from_static("text/html; charset=utf-8"),
            );
            parts
                .headers
                .insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
            parts.headers.remove(header::CONTENT_LENGTH);
            parts.headers.remove(header::CONTENT_ENCODING);
            Response::from_parts(parts, Body::from(body))
        }
        Err(e) => {
            tracing::error!(detail = %e, "the error page failed");
            Response::from_parts(parts, Body::empty())
        }
    }
}

/// Errors of the framework itself (unknown address, wrong method, body too large, cross-site form) get a page as well.
fn plain_error(response: &Response) -> Option<ErrorPage> {
    let html_or_none = response
        .headers()
        .get(header::CONTENT_TYPE)
        .is_none_or(|v| v.as_bytes().starts_with(b"text/plain"));
    if !html_or_none {
        return None;
    }
    let word = match response.status() {
        StatusCode::NOT_FOUND | StatusCode::METHOD_NOT_ALLOWED => "not-found",
        StatusCode::PAYLOAD_TOO_LARGE => "too-large",
        StatusCode::FORBIDDEN => "cross-site",
        StatusCode::REQUEST_TIMEOUT | StatusCode::INTERNAL_SERVER_ERROR => "internal",
        status if status.is_client_error() => "bad-request",
        _ => return None,
    };
    Some(ErrorPage { word })
}

#[cfg(test)]
mod tests {
    use super::is_own_path;

    #[test]
    fn only_paths_of_this_site_are_followed() {
        assert!(is_own_path("/jansen/my-data?saved=1"));
        for elsewhere in [
            "//evil.example",
            "https://evil.example",
            "/\\evil.example",
            "/a\r\nSet-Cookie: x",
            "",
            "/a b",
        ] {
            assert!(!is_own_path(elsewhere), "{elsewhere:?}");
        }
    }
}
