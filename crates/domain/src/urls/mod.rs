//! Every address Carport has, as types: pages and messages alike ask here (DESIGN section 4).

mod base;
mod office;
mod portal;
mod public;

pub use base::{BaseUrl, Site};
pub use office::{Office, StaffDoor};
pub use portal::Portal;
pub use public::{Operator, Public};

/// Pages whose path is one fixed text; the others follow as arms of the match.
macro_rules! plain_pages {
    ($self:ident { $($page:ident => $path:literal),+ $(,)? } $($rest:tt)*) => {
        match $self { $(Self::$page => $path.to_owned(),)+ $($rest)* }
    };
}

use plain_pages;

/// A word inside a path, everything but unreserved signs escaped (RFC 3986 section 2.3). A word of dots alone would mean another path.
fn segment(word: &str) -> String {
    use std::fmt::Write;
    let dots = word.bytes().all(|b| b == b'.');
    word.bytes()
        .fold(String::with_capacity(word.len()), |mut out, b| {
            if b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'~') || (b == b'.' && !dots) {
                out.push(char::from(b));
            } else {
                let _ = write!(out, "%{b:02X}");
            }
            out
        })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::company::Slug;
    use crate::{Timestamp, VehicleId};

    fn base(text: &str) -> BaseUrl {
        text.parse().unwrap()
    }

    fn slug(text: &str) -> Slug {
        text.parse().unwrap()
    }

    #[test]
    fn a_company_stands_under_its_word_or_on_its_own_domain() {
        let shared = Site::shared(base("https://carport.example/"), slug("jansen"));
        assert_eq!(Portal::Home.path(&shared), "/jansen/");
        assert_eq!(
            Portal::SetPassword("aB-9_").absolute(&shared),
            "https://carport.example/jansen/set-password/aB-9_"
        );
        let own = Site::own(base("https://mijn.jansen.example"));
        assert_eq!(Portal::Home.absolute(&own), "https://mijn.jansen.example/");
        assert_eq!(Portal::MyPreferences.path(&own), "/my-preferences");
        let vehicle = VehicleId::new(Timestamp(0));
        assert_eq!(Portal::MyCar(vehicle).path(&own), format!("/my-car/{vehicle}"));
    }

    #[test]
    fn back_office_operator_and_public_addresses_are_those_of_the_design() {
        let jansen = slug("jansen");
        assert_eq!(Office::Home.path(&jansen), "/office/jansen");
        assert_eq!(
            Office::Week("2026-W48".parse().unwrap()).path(&jansen),
            "/office/jansen/week/2026-W48"
        );
        assert_eq!(StaffDoor::SignIn.path(), "/office/sign-in");
        assert_eq!(Operator::Company(&jansen).path(), "/operator/companies/jansen");
        assert_eq!(
            Public::Unsubscribe("t").absolute(&base("http://127.0.0.1:8080")),
            "http://127.0.0.1:8080/u/t"
        );
        assert_eq!(Public::PersonalLink("t").path(), "/l/t");
    }

    #[test]
    fn staff_pages_before_the_company_can_never_be_taken_for_a_company() {
        for page in [
            StaffDoor::SignIn,
            StaffDoor::SignOut,
            StaffDoor::Account,
            StaffDoor::Invitation("t"),
            StaffDoor::ForgotPassword,
            StaffDoor::SetPassword("t"),
            StaffDoor::Language,
        ] {
            let path = page.path();
            let word = path.split('/').nth(2).unwrap();
            assert!(word.parse::<Slug>().is_err(), "{word} must be reserved");
        }
    }

    #[test]
    fn a_base_has_a_scheme_and_a_host_and_no_path() {
        assert_eq!(
            base(" HTTPS://Www.Example.com:8443/ ").as_str(),
            "https://www.example.com:8443"
        );
        assert_eq!(base("http://localhost:8080").host(), "localhost:8080");
        assert!(base("https://a.example").is_https());
        for bad in [
            "",
            "example.com",
            "ftp://example.com",
            "https://",
            "https://a/b",
            "https://a b",
            "https://u@h",
            "http://h:0",
            "http://h:99999",
        ] {
            assert!(bad.parse::<BaseUrl>().is_err(), "{bad}");
        }
    }

    proptest! {
        #[test]
        fn no_token_whatever_it_contains_leaves_its_place_in_the_path(token in any::<String>()) {
            let path = Public::PersonalLink(&token).path();
            prop_assert_eq!(path.matches('/').count(), 2);
            prop_assert!(!path.ends_with("/.") && !path.ends_with("/.."));
            prop_assert!(path.bytes().all(|b| b.is_ascii_graphic() && !matches!(b, b'?' | b'#' | b'"' | b'<')));
        }
    }
}
