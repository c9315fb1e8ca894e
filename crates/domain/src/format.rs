//! Numbers, dates, money and telephone numbers as a language writes them.

use crate::Language;

/// A whole number with the language's digit groups.
pub fn integer(n: i64, language: Language) -> String {
    let digits = n.unsigned_abs().to_string();
    let separator = match language {
        Language::Nl | Language::De => '.',
        Language::Ru => '\u{a0}',
        Language::En => ',',
    };
    let mut out = String::with_capacity(digits.len() * 2);
    if n < 0 {
        out.push('-');
    }
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at) % 3 == 0 {
            out.push(separator);
        }
        out.push(digit);
    }
    out
}
