//! The names that readers see for the values of enumerations: the text `<family>-<value>`.

use super::Texts;

/// An enumeration whose values have a name in every language.
pub trait Named: Copy + Sized + 'static {
    /// What the keys of its names begin with.
    const FAMILY: &'static str;
    /// Its values.
    const VALUES: &'static [Self];
    /// The stored text of a value.
    fn stored(self) -> &'static str;
    /// The name of a value as a reader sees it.
    fn name(self, texts: &Texts) -> String {
        texts.choice(Self::FAMILY, self.stored())
    }
}

macro_rules! named {
    ($($kind:ty => $family:literal),+ $(,)?) => {
        $(impl Named for $kind {
            const FAMILY: &'static str = $family;
            const VALUES: &'static [Self] = Self::ALL;
            fn stored(self) -> &'static str { self.as_str() }
        })+

        /// Every key of the table above.
        #[cfg(test)]
        fn keys() -> Vec<String> {
            let mut keys = Vec::new();
            $(keys.extend(<$kind>::VALUES.iter().map(|value| Texts::choice_key($family, value.as_str())));)+
            keys
        }
    };
}

named! {
    crate::access::Permission => "permission",
    crate::access::Role => "role",
    crate::company::Density => "look-density",
    crate::company::Font => "look-font",
    crate::company::Module => "module",
    crate::company::Radius => "look-radius",
    crate::company::Setting => "setting",
    crate::company::Theme => "look-theme",
    crate::company::Unit => "unit",
    crate::completeness::ProfileField => "profile-field",
    crate::consent::Action => "consent-action",
    crate::consent::ActorKind => "consent-actor",
    crate::consent::AddressOrigin => "consent-origin",
    crate::consent::Basis => "consent-basis",
    crate::consent::Channel => "consent-channel",
    crate::consent::Choice => "consent-choice",
    crate::consent::DenyReason => "consent-deny",
    crate::consent::HoldReason => "consent-hold",
    crate::consent::Method => "consent-method",
    crate::consent::MustInclude => "consent-must",
    crate::consent::Purpose => "consent-purpose",
    crate::consent::RecipientKind => "consent-kind",
    crate::people::ContactPointKind => "contact-point",
    crate::people::CustomerKind => "customer-kind",
    crate::people::Gender => "gender",
    crate::people::Origin => "origin",
    crate::people::Stage => "stage",
    crate::vehicles::BodyType => "body-type",
    crate::vehicles::Fuel => "fuel",
    crate::vehicles::HoldingRole => "holding-role",
    crate::vehicles::VisitKind => "visit-kind",
    crate::Language => "language",
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Language;
    use crate::vehicles::Fuel;

    #[test]
    fn every_value_has_a_name() {
        let nameless: Vec<String> = keys().into_iter().filter(|key| !Texts::has(key)).collect();
        assert!(nameless.is_empty(), "{nameless:?}");
    }

    #[test]
    fn a_stored_word_with_underscores_finds_its_text() {
        assert_eq!(
            Fuel::PlugInHybrid.name(&Texts::new(Language::De)),
            "Plug-in-Hybrid"
        );
    }
}
