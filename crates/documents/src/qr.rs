//! QR codes as vector drawings, on paper and on pages.

use std::fmt::Write as _;

use fast_qr::QRBuilder;
use fast_qr::qr::QRCodeError;

use crate::RenderError;

/// The light border around a code, in modules; scanners need four.
const QUIET_ZONE: usize = 4;

/// The longest text a code may hold, in bytes. Longer ones exist, but no telephone reads them from a letter.
const MAX_BYTES: usize = 1_000;

/// A QR code as an SVG document, black on white with its quiet zone, without width and height, so that the page sizes it.
/// The caller names it for those who cannot see it.
///
/// # Errors
/// [`RenderError::Missing`] for an empty text and [`RenderError::QrTooLong`] for one over 1,000 bytes.
pub fn qr_svg(text: &str) -> Result<String, RenderError> {
    if text.is_empty() {
        return Err(RenderError::Missing { field: "qr" });
    }
    let too_long = RenderError::QrTooLong { length: text.len() };
    if text.len() > MAX_BYTES {
        return Err(too_long);
    }
    let code = QRBuilder::new(text).build().map_err(|error| match error {
        QRCodeError::EncodedData | QRCodeError::SpecifiedVersion => too_long,
    })?;
    let side = code.size + 2 * QUIET_ZONE;
    let mut path = String::new();
    for y in 0..code.size {
        let mut x = 0;
        while x < code.size {
            let run = (x..code.size).take_while(|&at| code[y][at].value()).count();
            if run > 0 {
                // a run of dark modules is one rectangle
                let _ = write!(path, "M{} {}h{run}v1h-{run}z", x + QUIET_ZONE, y + QUIET_ZONE);
            }
            x += run.max(1);
        }
    }
    Ok(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {side} {side}\" shape-rendering=\"crispEdges\">\
         <path fill=\"#fff\" d=\"M0 0h{side}v{side}h-{side}z\"/><path d=\"{path}\"/></svg>"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_has_its_quiet_zone_and_no_fixed_size() {
        let svg = qr_svg("https://example.test/l/4fZk").unwrap();
        // 27 bytes fit version 3, 29 modules, or version 2 at a lower correction; four light modules on each side
        assert!(
            svg.contains("viewBox=\"0 0 33 33\"") || svg.contains("viewBox=\"0 0 37 37\""),
            "{svg}"
        );
        // the finder pattern starts with seven dark modules in the corner after the quiet zone
        assert!(svg.contains("M4 4h7v1h-7z"));
        assert!(!svg.contains("width="));
    }

    #[test]
    fn an_empty_or_endless_text_is_refused() {
        assert_eq!(qr_svg(""), Err(RenderError::Missing { field: "qr" }));
        assert_eq!(
            qr_svg(&"x".repeat(1_001)),
            Err(RenderError::QrTooLong { length: 1_001 })
        );
    }

    #[test]
    fn the_text_is_never_part_of_the_drawing() {
        assert!(
            !qr_svg("\"/><script>alert(1)</script>")
                .unwrap()
                .contains("script")
        );
    }
}
