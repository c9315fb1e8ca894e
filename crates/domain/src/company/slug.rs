//! The first path word of a company.

use std::fmt;
use std::str::FromStr;

use crate::FieldError;

/// The word by which a company is addressed: `jansen` in `/jansen/my-data` (F2, DESIGN decision 12).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Slug(String);

/// First path words that Carport or the web itself uses, or may come to use.
const RESERVED: [&str; 52] = [
    "account",
    "admin",
    "api",
    "apple-touch-icon",
    "assets",
    "auth",
    "carport",
    "company",
    "dev",
    "docs",
    "embed",
    "favicon",
    "feed",
    "files",
    "forgot-password",
    "health",
    "healthz",
    "help",
    "home",
    "hooks",
    "index",
    "invitation",
    "l",
    "language",
    "login",
    "logo",
    "logout",
    "look",
    "mail",
    "metrics",
    "my",
    "office",
    "operator",
    "operators",
    "preferences",
    "public",
    "readyz",
    "robots",
    "security",
    "set-password",
    "share",
    "sign-in",
    "sign-out",
    "signin",
    "sitemap",
    "static",
    "status",
    "support",
    "sw",
    "u",
    "well-known",
    "www",
];

impl Slug {
    /// The word.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Slug {
    type Err = FieldError;

    /// Two to forty small letters, digits and single hyphens, a letter first.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let good = (1..=40).contains(&text.len())
            && text.starts_with(|c: char| c.is_ascii_lowercase())
            && text
                .bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
            && !text.ends_with('-')
            && !text.contains("--");
        if RESERVED.binary_search(&text).is_ok() {
            return Err(FieldError::new("error-slug-reserved").with("slug", text.to_owned()));
        }
        if !good || text.len() < 2 {
            return Err(FieldError::new("error-slug-form"));
        }
        Ok(Self(text.to_owned()))
    }
}

impl TryFrom<String> for Slug {
    type Error = FieldError;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<Slug> for String {
    fn from(slug: Slug) -> Self {
        slug.0
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

crate::text_column!(Slug, as_str);

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_companys_word_is_short_plain_and_not_one_of_ours() {
        assert!(RESERVED.is_sorted());
        for good in ["jansen", "auto-lindner", "s2", "garage-24"] {
            assert_eq!(good.parse::<Slug>().unwrap().as_str(), good);
        }
        for bad in [
            "",
            "a",
            "Jansen",
            "-a",
            "a-",
            "a--b",
            "2cv",
            "été",
            "a/b",
            "a.b",
            &"a".repeat(41),
        ] {
            assert_eq!(
                bad.parse::<Slug>().unwrap_err().code.as_str(),
                "error-slug-form",
                "{bad}"
            );
        }
        for ours in [
            "office", "operator", "api", "u", "l", "embed", "healthz", "readyz", "metrics", "dev", "assets",
            "static",
        ] {
            assert_eq!(
                ours.parse::<Slug>().unwrap_err().code.as_str(),
                "error-slug-reserved",
                "{ours}"
            );
        }
        for ours in ["favicon.ico", "robots.txt", ".well-known"] {
            assert!(ours.parse::<Slug>().is_err());
        }
    }

    proptest! {
        #[test]
        fn whatever_is_accepted_needs_no_escaping_in_an_address(text in "[a-z0-9-]{0,45}|\\PC*") {
            if let Ok(slug) = text.parse::<Slug>() {
                prop_assert!(slug.as_str().bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-'));
            }
        }
    }
}
