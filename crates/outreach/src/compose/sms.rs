//! SMS: the text and what it costs in segments (3GPP TS 23.038, GSM 03.40).

/// How an SMS is written on the air.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SmsEncoding {
    /// Seven bits a character: 160 in one segment.
    Gsm7,
    /// Sixteen bits a character, as soon as one character is not in the small alphabet: 70 in one segment.
    Ucs2,
}

/// An SMS ready to send.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RenderedSms {
    /// The text.
    pub text: String,
    /// How many segments it is sent and paid as.
    pub segments: u32,
    /// How it is written.
    pub encoding: SmsEncoding,
}

/// The basic alphabet of GSM 03.38, without the escape.
const BASIC: &str = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
/// Its extension: two places each.
const EXTENDED: &str = "^{}\\[~]|€\u{c}";

impl RenderedSms {
    /// Counts the segments of a text. Typographic quotes and dashes are first written with the signs that cost nothing.
    pub fn new(text: &str) -> Self {
        let text: String = text
            .chars()
            .map(|c| match c {
                '‘' | '’' | '‚' => '\'',
                '“' | '”' | '„' => '"',
                '–' | '—' | '\u{2011}' => '-',
                '\u{a0}' | '\u{202f}' | '\u{2009}' => ' ',
                c => c,
            })
            .collect();
        let places = |c: char| {
            if BASIC.contains(c) {
                Some(1)
            } else if EXTENDED.contains(c) {
                Some(2)
            } else {
                None
            }
        };
        let seven: Option<Vec<usize>> = text.chars().map(places).collect();
        let (encoding, segments) = match seven {
            Some(sizes) => (SmsEncoding::Gsm7, segments(&sizes, 160, 153)),
            None => {
                let sizes: Vec<usize> = text.chars().map(char::len_utf16).collect();
                (SmsEncoding::Ucs2, segments(&sizes, 70, 67))
            }
        };
        Self {
            text,
            segments,
            encoding,
        }
    }
}

/// A text in one piece has `single` places; in several, each has `part`, and no character is torn in two.
fn segments(sizes: &[usize], single: usize, part: usize) -> u32 {
    if sizes.iter().sum::<usize>() <= single {
        return u32::from(!sizes.is_empty());
    }
    let mut count = 1;
    let mut used = 0;
    for size in sizes {
        if used + size > part {
            count += 1;
            used = 0;
        }
        used += size;
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(text: &str) -> (SmsEncoding, u32) {
        let sms = RenderedSms::new(text);
        (sms.encoding, sms.segments)
    }

    #[test]
    fn segments_are_counted_as_the_network_bills_them() {
        use SmsEncoding::{Gsm7, Ucs2};
        let table = [
            (String::new(), (Gsm7, 0)),
            ("a".repeat(160), (Gsm7, 1)),
            ("a".repeat(161), (Gsm7, 2)),
            ("a".repeat(306), (Gsm7, 2)),
            ("a".repeat(307), (Gsm7, 3)),
            ("€".repeat(80), (Gsm7, 1)),
            ("€".repeat(81), (Gsm7, 2)),
            // The last place of a part stays empty when the next sign needs two.
            ("a".repeat(152) + "€" + &"a".repeat(10), (Gsm7, 2)),
            ("a".repeat(152) + "€" + &"a".repeat(151), (Gsm7, 2)),
            ("a".repeat(152) + "€" + &"a".repeat(152), (Gsm7, 3)),
            ("ж".repeat(70), (Ucs2, 1)),
            ("ж".repeat(71), (Ucs2, 2)),
            ("ж".repeat(134), (Ucs2, 2)),
            ("ж".repeat(135), (Ucs2, 3)),
            ("🚗".repeat(35), (Ucs2, 1)),
            ("🚗".repeat(36), (Ucs2, 2)),
            ("🚗".repeat(66), (Ucs2, 2)),
            ("🚗".repeat(67), (Ucs2, 3)),
            ("a".repeat(69) + "ж", (Ucs2, 1)),
            ("Größe: ñandú".replace('ú', "ù"), (Gsm7, 1)),
            ("ç".to_owned(), (Ucs2, 1)),
        ];
        for (text, expected) in table {
            assert_eq!(
                count(&text),
                expected,
                "{} × {:?}",
                text.chars().count(),
                text.chars().next()
            );
        }
    }

    #[test]
    fn typographic_signs_do_not_halve_the_room() {
        let sms = RenderedSms::new("Uw auto’s APK – “op tijd”\u{a0}€ 5");
        assert_eq!(
            (sms.text.as_str(), sms.encoding),
            ("Uw auto's APK - \"op tijd\" € 5", SmsEncoding::Gsm7)
        );
    }
}
