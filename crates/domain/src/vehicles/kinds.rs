//! Kinds of body, fuel, visit and relation, with the words old files use for them in our languages.

use crate::people::fold;
use crate::text_enum;

text_enum! {
    /// The shape of a car; the pages draw its silhouette.
    pub enum BodyType {
        /// Five doors or three, tailgate.
        Hatchback = "hatchback",
        /// Four doors and a boot.
        Sedan = "sedan",
        /// Station wagon.
        Estate = "estate",
        /// High, off the road or as if.
        Suv = "suv",
        /// People carrier or delivery van.
        Van = "van",
        /// Two doors, sporting.
        Coupe = "coupe",
        /// Open.
        Convertible = "convertible",
        /// Open loading bed.
        Pickup = "pickup",
        /// Smallest class.
        City = "city",
        /// Two wheels.
        Motorcycle = "motorcycle",
        /// Not known.
        Unknown = "unknown",
    }
}

text_enum! {
    /// What a car runs on.
    pub enum Fuel {
        /// Petrol.
        Petrol = "petrol",
        /// Diesel.
        Diesel = "diesel",
        /// Petrol or diesel with an electric motor, not charged from outside.
        Hybrid = "hybrid",
        /// A hybrid charged from outside.
        PlugInHybrid = "plug_in_hybrid",
        /// Battery.
        Electric = "electric",
        /// Liquefied petroleum gas.
        Lpg = "lpg",
        /// Natural gas.
        Cng = "cng",
        /// Hydrogen.
        Hydrogen = "hydrogen",
        /// Not known.
        Unknown = "unknown",
    }
}

text_enum! {
    /// What somebody has to do with a car.
    pub enum HoldingRole {
        /// Owns it, or stands in its papers.
        Owner = "owner",
        /// Drives it.
        Driver = "driver",
        /// Pays for it: the employer, the leasing firm.
        Payer = "payer",
    }
}

text_enum! {
    /// What a visit was for.
    pub enum VisitKind {
        /// Maintenance and repair.
        Workshop = "workshop",
        /// Buying or looking.
        Showroom = "showroom",
        /// Body and paint.
        Bodyshop = "bodyshop",
        /// Tyres and their storage.
        Tyres = "tyres",
        /// Parts and accessories over the counter.
        Parts = "parts",
        /// The statutory inspection.
        Inspection = "inspection",
        /// Anything else.
        Other = "other",
    }
}

/// The value one of whose words (between bars) the text equals or, for words of more than three letters, contains.
fn recognise<T: Copy>(text: &str, table: &[(T, &str)]) -> Option<T> {
    let text = fold(text);
    let exactly = |words: &str| words.split('|').any(|word| word == text);
    let within = |words: &str| {
        words
            .split('|')
            .any(|word| word.chars().count() > 3 && text.contains(word))
    };
    let found = table.iter().find(|(_, words)| exactly(words));
    found
        .or_else(|| table.iter().find(|(_, words)| within(words)))
        .map(|(value, _)| *value)
}

impl BodyType {
    /// Reads a body type of a file, in our languages and in those of the registers.
    pub fn recognise(text: &str) -> Self {
        const WORDS: [(BodyType, &str); 10] = [
            (BodyType::City, "city|city car|stadsauto|kleinstwagen|городскои"),
            (
                BodyType::Hatchback,
                "hatchback|hatch|schragheck|steilheck|kleinwagen|хэтчбек|хетчбек",
            ),
            (BodyType::Sedan, "sedan|saloon|limousine|stufenheck|седан"),
            (
                BodyType::Estate,
                "estate|station|stationwagen|kombi|break|универсал",
            ),
            (
                BodyType::Suv,
                "suv|terreinwagen|gelandewagen|off-road|crossover|внедорожник|кроссовер",
            ),
            (BodyType::Coupe, "coupe|купе"),
            (
                BodyType::Convertible,
                "convertible|cabrio|roadster|кабриолет|родстер",
            ),
            (BodyType::Pickup, "pickup|pick-up|pritsche|пикап"),
            (
                BodyType::Motorcycle,
                "motorcycle|motorfiets|motorrad|motor|scooter|мотоцикл",
            ),
            (
                BodyType::Van,
                "van|mpv|bus|bestelwagen|bestelauto|minivan|transporter|kastenwagen|минивэн|фургон",
            ),
        ];
        recognise(text, &WORDS).unwrap_or(Self::Unknown)
    }
}

impl Fuel {
    /// Reads a fuel of a file, in our languages.
    pub fn recognise(text: &str) -> Self {
        const WORDS: [(Fuel, &str); 8] = [
            (
                Fuel::PlugInHybrid,
                "plug_in_hybrid|plug-in|plugin|plug in|phev|подзаряжаем",
            ),
            (Fuel::Hybrid, "hybrid|hev|mhev|гибрид"),
            (Fuel::Electric, "electric|elektr|bev|ev|e|электр"),
            (Fuel::Petrol, "petrol|benzin|gasoline|b|бензин"),
            (Fuel::Diesel, "diesel|d|дизел"),
            (Fuel::Lpg, "lpg|autogas|flussiggas|пропан"),
            (Fuel::Cng, "cng|aardgas|erdgas|natural gas|метан"),
            (Fuel::Hydrogen, "hydrogen|waterstof|wasserstoff|h2|водород"),
        ];
        recognise(text, &WORDS).unwrap_or(Self::Unknown)
    }
}

impl VisitKind {
    /// Reads a kind of visit of a file, in our languages.
    pub fn recognise(text: &str) -> Self {
        const WORDS: [(VisitKind, &str); 6] = [
            (
                VisitKind::Inspection,
                "inspection|apk|mot|tuv|hu|keuring|hauptuntersuchung|техосмотр",
            ),
            (
                VisitKind::Tyres,
                "tyre|tyres|tire|band|banden|reifen|wielen|шины|шин|шиномонтаж",
            ),
            (
                VisitKind::Bodyshop,
                "bodyshop|body shop|schade|karosserie|carrosserie|lack|spuiterij|кузов",
            ),
            (
                VisitKind::Parts,
                "parts|onderdelen|magazijn|ersatzteil|teile|запчаст",
            ),
            (
                VisitKind::Showroom,
                "showroom|verkoop|verkauf|sales|sale|салон|продаж",
            ),
            (
                VisitKind::Workshop,
                "workshop|werkplaats|werkstatt|service|onderhoud|wartung|reparat|repair|сервис|ремонт",
            ),
        ];
        recognise(text, &WORDS).unwrap_or(Self::Other)
    }
}

impl HoldingRole {
    /// Reads a relation of a file, in our languages; nothing when the word says none.
    pub fn recognise(text: &str) -> Option<Self> {
        const WORDS: [(HoldingRole, &str); 3] = [
            (
                HoldingRole::Driver,
                "driver|bestuurder|berijder|gebruiker|fahrer|nutzer|водител",
            ),
            (
                HoldingRole::Payer,
                "payer|betaler|lease|leasing|rechnungsempfanger|zahler|плательщик",
            ),
            (
                HoldingRole::Owner,
                "owner|eigenaar|houder|halter|besitzer|eigentumer|владел|собственник",
            ),
        ];
        recognise(text, &WORDS)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn files_in_four_languages_say_the_same_things() {
        for (text, body) in [
            ("Stationwagen", BodyType::Estate),
            ("Kombi", BodyType::Estate),
            ("Универсал", BodyType::Estate),
            ("Schrägheck", BodyType::Hatchback),
            ("Хэтчбек", BodyType::Hatchback),
            ("Coupé", BodyType::Coupe),
            ("MPV", BodyType::Van),
            ("Geländewagen", BodyType::Suv),
            ("estate", BodyType::Estate),
            ("?", BodyType::Unknown),
        ] {
            assert_eq!(BodyType::recognise(text), body, "{text}");
        }
        for (text, fuel) in [
            ("Benzine", Fuel::Petrol),
            ("Elektrisch", Fuel::Electric),
            ("Plug-in hybride", Fuel::PlugInHybrid),
            ("Hybride benzine", Fuel::Hybrid),
            ("Дизель", Fuel::Diesel),
            ("Erdgas", Fuel::Cng),
            ("", Fuel::Unknown),
        ] {
            assert_eq!(Fuel::recognise(text), fuel, "{text}");
        }
        for (text, kind) in [
            ("Werkplaats", VisitKind::Workshop),
            ("APK", VisitKind::Inspection),
            ("Reifenwechsel", VisitKind::Tyres),
            ("Кузовной ремонт", VisitKind::Bodyshop),
            ("Verkauf", VisitKind::Showroom),
            ("koffie", VisitKind::Other),
        ] {
            assert_eq!(VisitKind::recognise(text), kind, "{text}");
        }
        assert_eq!(HoldingRole::recognise("Halter"), Some(HoldingRole::Owner));
        assert_eq!(HoldingRole::recognise("Водитель"), Some(HoldingRole::Driver));
        assert_eq!(HoldingRole::recognise("x"), None);
    }

    #[test]
    fn every_value_recognises_its_own_stored_text() {
        for &body in BodyType::ALL {
            assert_eq!(BodyType::recognise(body.as_str()), body);
        }
        for &fuel in Fuel::ALL {
            assert_eq!(Fuel::recognise(fuel.as_str()), fuel);
        }
        for &kind in VisitKind::ALL {
            assert_eq!(VisitKind::recognise(kind.as_str()), kind);
        }
        for &role in HoldingRole::ALL {
            assert_eq!(HoldingRole::recognise(role.as_str()), Some(role));
        }
    }

    proptest! {
        #[test]
        fn any_string_is_some_kind(text in "\\PC*") {
            let _ = (BodyType::recognise(&text), Fuel::recognise(&text), VisitKind::recognise(&text), HoldingRole::recognise(&text));
        }
    }
}
