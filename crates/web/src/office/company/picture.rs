//! Which pictures may become logos. A drawing in SVG is a document that could run scripts or call other hosts; one that
//! holds anything of the kind is refused rather than cleaned, so that what is shown is what was sent.

use carport_domain::FieldError;

/// The largest logo, bytes.
pub const MAX_BYTES: usize = 512 * 1024;
/// The longest side of a PNG, pixels.
const MAX_SIDE: u32 = 4_000;
/// Elements that run, embed or load something.
const REFUSED: [&str; 13] = [
    "script",
    "foreignobject",
    "iframe",
    "embed",
    "object",
    "audio",
    "video",
    "handler",
    "listener",
    "animate",
    "set",
    "animatemotion",
    "animatetransform",
];

/// The media type of a picture that may be shown.
///
/// # Errors
/// It is too large, neither PNG nor SVG, or an SVG with something in it that is not drawing.
pub fn check(content: &[u8]) -> Result<&'static str, FieldError> {
    if content.len() > MAX_BYTES {
        return Err(FieldError::new("error-logo-size").with("max", (MAX_BYTES / 1024) as i64));
    }
    if content.starts_with(b"\x89PNG\r\n\x1a\n") {
        return png(content);
    }
    svg(content)
}

fn png(content: &[u8]) -> Result<&'static str, FieldError> {
    let number = |at: usize| {
        content
            .get(at..at + 4)
            .and_then(|b| b.try_into().ok())
            .map(u32::from_be_bytes)
    };
    let header = content.get(12..16) == Some(b"IHDR".as_slice());
    match (number(16), number(20)) {
        (Some(width), Some(height))
            if header && (1..=MAX_SIDE).contains(&width) && (1..=MAX_SIDE).contains(&height) =>
        {
            Ok("image/png")
        }
        _ => Err(FieldError::new("error-logo-kind")),
    }
}

fn svg(content: &[u8]) -> Result<&'static str, FieldError> {
    let text = std::str::from_utf8(content).map_err(|_| FieldError::new("error-logo-kind"))?;
    let unsafe_drawing = || FieldError::new("error-logo-unsafe");
    // A document type may define entities; none is needed for drawing.
    if text.contains("<!DOCTYPE") || text.contains("<!ENTITY") || text.contains("<?xml-stylesheet") {
        return Err(unsafe_drawing());
    }
    let document = roxmltree::Document::parse(text.trim_start_matches('\u{feff}'))
        .map_err(|_| FieldError::new("error-logo-kind"))?;
    if document.root_element().tag_name().name() != "svg" {
        return Err(FieldError::new("error-logo-kind"));
    }
    for node in document.descendants() {
        if node.is_pi()
            || (node.is_text()
                && node.parent().is_some_and(|p| is(&p, "style"))
                && loads(node.text().unwrap_or_default()))
        {
            return Err(unsafe_drawing());
        }
        if !node.is_element() {
            continue;
        }
        let name = node.tag_name().name().to_ascii_lowercase();
        if REFUSED.contains(&name.as_str()) || node.attributes().any(|a| is_unsafe(a.name(), a.value())) {
            return Err(unsafe_drawing());
        }
    }
    Ok("image/svg+xml")
}

fn is(node: &roxmltree::Node<'_, '_>, name: &str) -> bool {
    node.tag_name().name().eq_ignore_ascii_case(name)
}

/// Whether a style loads something from outside the drawing.
fn loads(style: &str) -> bool {
    let style: String = style
        .chars()
        .filter(|c| !c.is_whitespace())
        .collect::<String>()
        .to_ascii_lowercase();
    let outside = style
        .match_indices("url(")
        .any(|(at, _)| !style[at + 4..].trim_start_matches(['"', '\'']).starts_with('#'));
    // A backslash could spell a word in a way that this check does not read.
    outside
        || style.contains("@import")
        || style.contains("expression(")
        || style.contains('\\')
        || style.contains("image-set(")
}

fn is_unsafe(name: &str, value: &str) -> bool {
    let name = name.to_ascii_lowercase();
    let value = value.trim();
    match name.as_str() {
        _ if name.starts_with("on") => true,
        "href" | "src" => {
            !(value.starts_with('#')
                || value.starts_with("data:image/png;base64,")
                || value.starts_with("data:image/jpeg;base64,"))
        }
        _ => loads(value),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawing(inside: &str) -> Result<&'static str, FieldError> {
        let text = format!(
            "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\">{inside}</svg>"
        );
        check(text.as_bytes())
    }

    #[test]
    fn a_drawing_that_only_draws_is_taken() {
        for good in [
            "<path d='M0 0h9' fill='url(#a)'/>",
            "<defs><linearGradient id='a'/></defs><use href='#a'/>",
            "<style>.a{fill:#123456}</style><rect class='a'/>",
            "<image xlink:href='data:image/png;base64,AAAA'/>",
        ] {
            assert_eq!(drawing(good), Ok("image/svg+xml"), "{good}");
        }
    }

    #[test]
    fn a_drawing_that_runs_or_loads_anything_is_refused() {
        for bad in [
            "<script>alert(1)</script>",
            "<SCRIPT/>",
            "<g><foreignObject/></g>",
            "<rect onload='x()'/>",
            "<rect ONCLICK='x()'/>",
            "<a href='javascript:alert(1)'/>",
            "<a xlink:href='&#106;avascript:alert(1)'/>",
            "<image href='https://elsewhere.example/x.png'/>",
            "<use href='//elsewhere.example/x.svg#a'/>",
            "<image href='data:image/svg+xml;base64,AAAA'/>",
            "<rect fill='url(https://elsewhere.example/#a)'/>",
            "<style>@import 'x';</style>",
            "<style>a{background:u\\72l(x)}</style>",
            "<animate attributeName='href' to='javascript:1'/>",
            "<?xml-stylesheet href='x'?>",
        ] {
            assert_eq!(
                drawing(bad).unwrap_err().code.as_str(),
                "error-logo-unsafe",
                "{bad}"
            );
        }
        let entity = "<!DOCTYPE svg [<!ENTITY a 'b'>]><svg>&a;</svg>";
        assert_eq!(
            check(entity.as_bytes()).unwrap_err().code.as_str(),
            "error-logo-unsafe"
        );
    }

    #[test]
    fn what_is_no_picture_broken_or_too_large_is_refused_by_name() {
        let code = |content: &[u8]| check(content).unwrap_err().code.as_str().to_owned();
        assert_eq!(code(b"GIF89a"), "error-logo-kind");
        assert_eq!(code(b"<svg"), "error-logo-kind");
        assert_eq!(code(b"<html/>"), "error-logo-kind");
        assert_eq!(code(b"\x89PNG\r\n\x1a\n\0\0"), "error-logo-kind");
        assert_eq!(code(&vec![b' '; MAX_BYTES + 1]), "error-logo-size");
        let mut png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
        png.extend([0, 0, 0, 64, 0, 0, 0, 32, 8, 6, 0, 0, 0]);
        assert_eq!(check(&png), Ok("image/png"));
        png[16] = 1;
        assert_eq!(code(&png), "error-logo-kind");
    }
}
