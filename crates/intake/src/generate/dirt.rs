//! The faults of real exports, put in by chance.

use super::chance::Chance;
use super::sheet::Sheet;

/// Of 1000 rows so many get a fault.
const FAULTS: u64 = 30;

/// What somebody typed where an address was unknown.
const NO_EMAIL: [&str; 6] = ["geen", "n.v.t.", "-", "jan@", "niet bekend@", "onbekend"];

/// An e-mail address as clerks leave it.
pub fn email<'a>(email: &'a str, chance: &mut Chance) -> &'a str {
    if chance.happens(FAULTS) {
        chance.word(&NO_EMAIL)
    } else {
        email
    }
}

/// Spoils a row before it ends: a field too few, a quotation mark, a formula, an unknown delimiter too many.
pub fn row(sheet: &mut Sheet, delimiter: char, chance: &mut Chance) {
    if !chance.happens(FAULTS / 3) {
        return;
    }
    let fault = chance.below(4);
    sheet.spoil(|row| match fault {
        0 => row.truncate(
            row.len() / 2
                - (0..4)
                    .find(|n| row.is_char_boundary(row.len() / 2 - n))
                    .unwrap_or(0),
        ),
        1 => row.insert(
            row.rfind(delimiter).map_or(0, |at| {
                row[..at].rfind(delimiter).map_or(0, |b| b + delimiter.len_utf8())
            }),
            '"',
        ),
        2 => row.insert_str(
            row.find(delimiter).map_or(0, |at| at + delimiter.len_utf8()),
            "=1+",
        ),
        _ => {
            row.push_str("x");
            row.push(delimiter);
            row.push_str("y");
            row.push(delimiter);
        }
    });
}
