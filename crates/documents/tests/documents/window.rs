//! The address in the window of the envelope; the millimetres are those of the table in letter.rs.

use carport_documents::{Document, RenderError, Window, render};
use carport_domain::Language;

use crate::reading::{Word, squeezed, words};
use crate::samples;

/// The window of the table in letter.rs: its field, and the column of text in it.
fn field(window: Window) -> (f64, f64, f64) {
    match window {
        Window::Left => (20.0, 25.0, 105.0),
        Window::Right => (110.0, 115.0, 195.0),
    }
}

#[test]
fn the_address_stands_in_the_window_and_nothing_else_shows() {
    for &language in Language::ALL {
        for window in [Window::Left, Window::Right] {
            let mut letter = samples::letter(language);
            letter.window = window;
            for lines in [letter.recipient.clone(), six_long_lines()] {
                letter.recipient = lines;
                let page = words(&render(&Document::Letter(letter.clone())).unwrap());
                let (field_left, text_left, field_right) = field(window);
                let seen: Vec<&Word> = page
                    .iter()
                    .filter(|w| w.touches(field_left, 45.0, field_right, 90.0))
                    .collect();
                let (address, above): (Vec<&Word>, Vec<&Word>) =
                    seen.into_iter().partition(|w| w.top >= 60.0);
                for word in &address {
                    // the box of a word reaches a millimetre above its ink
                    assert!(
                        word.within(text_left - 0.1, 61.5, text_left + 75.1, 90.0),
                        "{window:?} {language}: {word:?}"
                    );
                }
                let read: String = address.iter().map(|w| w.text.as_str()).collect();
                assert_eq!(
                    read,
                    squeezed(&letter.recipient.concat()),
                    "{window:?} {language}"
                );
                // above it only the sender line; the place for franking is clear
                assert!(!above.is_empty());
                for word in above {
                    assert!(
                        word.within(text_left - 0.1, 45.0, text_left + 75.1, 50.2),
                        "{window:?} {language}: {word:?}"
                    );
                }
            }
        }
    }
}

fn six_long_lines() -> Vec<String> {
    [
        "Stichting Oldtimerliefhebbers Zuidwest-Nederland",
        "t.a.v. de heer W. van Hoogstraten-Uittenbogaard",
        "Afdeling Wagenparkbeheer en Verzekeringen",
        "Burgemeester Van Rijckevorselplein 1204-bis",
        "4811 ZZ 's-Hertogenbosch-Rosmalen",
        "NIEDERLANDE",
    ]
    .map(str::to_owned)
    .to_vec()
}

#[test]
fn an_address_that_cannot_be_shown_whole_is_refused_by_name() {
    let refused = |recipient: &[&str]| {
        let mut letter = samples::letter(Language::Nl);
        letter.recipient = recipient.iter().map(|line| (*line).to_owned()).collect();
        assert_eq!(
            letter.check(),
            render(&Document::Letter(letter.clone())).map(drop)
        );
        letter.check().unwrap_err()
    };
    assert_eq!(refused(&["", " "]), RenderError::Missing { field: "recipient" });
    assert_eq!(
        refused(&["a"; 7]),
        RenderError::TooLong {
            field: "recipient",
            max: 6
        }
    );
    let line = "W".repeat(60);
    assert_eq!(
        refused(&[&line]),
        RenderError::AddressTooWide { line: line.clone() }
    );
    assert_eq!(
        refused(&["ישראל ישראלי"]),
        RenderError::AddressNotPrintable {
            line: "ישראל ישראלי".into()
        }
    );
}
