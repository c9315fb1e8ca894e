//! Postcodes: what each country writes.

use super::line;
use crate::FieldError;
use crate::country::CountryCode;

/// Countries whose postcodes we check.
pub(super) const fn is_known(country: CountryCode) -> bool {
    matches!(
        country.as_str().as_bytes(),
        b"NL" | b"DE" | b"BE" | b"FR" | b"AT" | b"RU"
    )
}

/// Reads a postcode and writes it as the country does: `1234 ab` becomes `1234 AB`, `D-80331` becomes `80331`.
pub fn postcode(text: &str, country: CountryCode) -> Result<String, FieldError> {
    let Some(text) = line(text, 20)? else {
        return Err(FieldError::new("error-postcode-empty"));
    };
    let text = text.to_uppercase();
    if !is_known(country) {
        let plausible =
            text.chars().all(|c| c.is_alphanumeric() || c == ' ' || c == '-') && text.chars().count() <= 12;
        return if plausible {
            Ok(text)
        } else {
            Err(FieldError::new("error-postcode-form"))
        };
    }
    let code = country.as_str();
    let dense: String = text.chars().filter(|c| c.is_alphanumeric()).collect();
    // old files put the country's sign before it
    let dense = [code, &code[..1]]
        .into_iter()
        .find_map(|sign| {
            dense
                .strip_prefix(sign)
                .filter(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
        })
        .unwrap_or(&dense);
    let digits = |count: usize| dense.len() == count && dense.bytes().all(|b| b.is_ascii_digit());
    let number = dense.parse::<u32>().unwrap_or(0);
    let (good, error) = match country {
        CountryCode::NL => return dutch(dense),
        CountryCode::DE => (
            digits(5) && (1_000..=99_998).contains(&number),
            "error-postcode-de",
        ),
        CountryCode::FR => (
            digits(5) && (1_000..=98_999).contains(&number),
            "error-postcode-fr",
        ),
        CountryCode::BE => (digits(4) && number >= 1_000, "error-postcode-be"),
        CountryCode::AT => (digits(4) && number >= 1_000, "error-postcode-at"),
        _ => (digits(6) && number >= 100_000, "error-postcode-ru"),
    };
    if good {
        Ok(dense.to_owned())
    } else {
        Err(FieldError::new(error))
    }
}

/// Four digits of which the first is not 0, and two letters other than SA, SD and SS.
fn dutch(dense: &str) -> Result<String, FieldError> {
    let wrong = || FieldError::new("error-postcode-nl");
    let (digits, letters) = dense.split_at_checked(4).ok_or_else(wrong)?;
    let good = digits.bytes().all(|b| b.is_ascii_digit())
        && !digits.starts_with('0')
        && letters.len() == 2
        && letters.bytes().all(|b| b.is_ascii_uppercase())
        && !matches!(letters, "SA" | "SD" | "SS");
    if good {
        Ok(format!("{digits} {letters}"))
    } else {
        Err(wrong())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(text: &str, country: CountryCode) -> String {
        postcode(text, country).unwrap_or_else(|error| error.code.to_string())
    }

    #[test]
    fn a_postcode_is_checked_and_written_as_its_country_does() {
        for (text, country, written) in [
            ("1234ab", CountryCode::NL, "1234 AB"),
            ("NL-1234 AB", CountryCode::NL, "1234 AB"),
            ("0123 AB", CountryCode::NL, "error-postcode-nl"),
            ("1234 SS", CountryCode::NL, "error-postcode-nl"),
            ("1234", CountryCode::NL, "error-postcode-nl"),
            ("D-80331", CountryCode::DE, "80331"),
            ("01067", CountryCode::DE, "01067"),
            ("1067", CountryCode::DE, "error-postcode-de"),
            ("B 1000", CountryCode::BE, "1000"),
            ("0999", CountryCode::BE, "error-postcode-be"),
            ("F-75001", CountryCode::FR, "75001"),
            ("A-1010", CountryCode::AT, "1010"),
            ("101000", CountryCode::RU, "101000"),
            ("1010", CountryCode::RU, "error-postcode-ru"),
            ("", CountryCode::RU, "error-postcode-empty"),
            ("sw1a 1aa", "GB".parse().unwrap(), "SW1A 1AA"),
        ] {
            assert_eq!(code(text, country), written, "{text} {country}");
        }
    }
}
