//! Files that a page hands over: shown or saved, never cached, never able to do anything.

use axum::body::Body;
use axum::http::{HeaderName, HeaderValue, header};
use axum::response::Response;

/// A file as a response; `attachment` asks the browser to save it. `name` is of our own making.
pub fn file(content: impl Into<Body>, media_type: &'static str, name: &str, attachment: bool) -> Response {
    let mut response = Response::new(content.into());
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(media_type));
    headers.insert(
        header::CACHE_CONTROL,
        HeaderValue::from_static("private, no-store"),
    );
    // The document is somebody else's file: it may be looked at, and do nothing.
    headers.insert(
        header::CONTENT_SECURITY_POLICY,
        HeaderValue::from_static("default-src 'none'; frame-ancestors 'none'; sandbox"),
    );
    headers.insert(
        HeaderName::from_static("x-content-type-options"),
        HeaderValue::from_static("nosniff"),
    );
    let kind = if attachment { "attachment" } else { "inline" };
    let disposition = format!("{kind}; filename=\"{}\"", safe_name(name));
    headers.insert(
        header::CONTENT_DISPOSITION,
        HeaderValue::from_str(&disposition).unwrap_or(HeaderValue::from_static("attachment")),
    );
    response
}

/// A name without anything a header or a file system could take for something else; its last dot stays.
fn safe_name(name: &str) -> String {
    let clean = |text: &str| -> String {
        text.chars()
            .map(|c| {
                if c.is_ascii_alphanumeric() || c == '-' {
                    c
                } else {
                    '-'
                }
            })
            .take(60)
            .collect()
    };
    match name.rsplit_once('.') {
        Some((stem, ending)) => format!("{}.{}", clean(stem), clean(ending)),
        None => clean(name),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_name_says_nothing_to_a_header_or_a_file_system() {
        assert_eq!(safe_name("F2026/0012\r\n\"x.pdf"), "F2026-0012---x.pdf");
        assert_eq!(safe_name("../../etc.pdf"), "------etc.pdf");
        assert_eq!(safe_name("changes-2026-11-22.zip"), "changes-2026-11-22.zip");
    }
}
