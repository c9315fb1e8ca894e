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

/// The value whose first word list has a word that the text equals or, for longer words, contains.
fn recognise<T: Copy>(text: &str, table: &[(T, &[&str])]) -> Option<T> {
    let text = fold(text);
    let exactly = table.iter().find(|(_, words)| words.contains(&text.as_str()));
    let within = || {
        table.iter().find(|(_, words)| {
            words
                .iter()
                .any(|word| word.chars().count() > 3 && text.contains(word))
        })
    };
    exactly.or_else(within).map(|(value, _)| *value)
}

impl BodyType {
    /// Reads a body type of a file, in our languages and in those of the registers.
    pub fn recognise(text: &str) -> Self {
        recognise(
            text,
            &[
                (
                    Self::City,
                    &[
                        "city",
                        "stadsauto",
                        "kleinstwagen",
                        "city car",
                        "городской",
                        "городскои",
                    ],
                ),
                (
                    Self::Hatchback,
                    &[
                        "hatchback",
                        "hatch",
                        "schragheck",
                        "steilheck",
                        "kleinwagen",
                        "хэтчбек",
                        "хетчбек",
                    ],
                ),
                (
                    Self::Sedan,
                    &["sedan", "saloon", "limousine", "stufenheck", "седан"],
                ),
                (
                    Self::Estate,
                    &[
                        "estate",
                        "stationwagen",
                        "stationwagon",
                        "station wagon",
                        "station",
                        "kombi",
                        "break",
                        "универсал",
                    ],
                ),
                (
                    Self::Suv,
                    &[
                        "suv",
                        "terreinwagen",
                        "gelandewagen",
                        "off-road",
                        "crossover",
                        "внедорожник",
                        "кроссовер",
                    ],
                ),
                (Self::Coupe, &["coupe", "купе"]),
                (
                    Self::Convertible,
                    &[
                        "convertible",
                        "cabriolet",
                        "cabrio",
                        "roadster",
                        "кабриолет",
                        "родстер",
                    ],
                ),
                (Self::Pickup, &["pickup", "pick-up", "pritsche", "пикап"]),
                (
                    Self::Motorcycle,
                    &[
                        "motorcycle",
                        "motorfiets",
                        "motorrad",
                        "motor",
                        "scooter",
                        "мотоцикл",
                    ],
                ),
                (
                    Self::Van,
                    &[
                        "van",
                        "mpv",
                        "bestelwagen",
                        "bestelauto",
                        "bus",
                        "minivan",
                        "transporter",
                        "kastenwagen",
                        "минивэн",
                        "фургон",
                    ],
                ),
            ],
        )
        .unwrap_or(Self::Unknown)
    }
}

impl Fuel {
    /// Reads a fuel of a file, in our languages.
    pub fn recognise(text: &str) -> Self {
        recognise(
            text,
            &[
                (
                    Self::PlugInHybrid,
                    &[
                        "plug_in_hybrid",
                        "plug-in",
                        "plugin",
                        "plug in",
                        "phev",
                        "подзаряжаем",
                    ],
                ),
                (Self::Hybrid, &["hybrid", "hybride", "hev", "mhev", "гибрид"]),
                (
                    Self::Electric,
                    &["electric", "elektr", "bev", "ev", "e", "электр"],
                ),
                (Self::Petrol, &["petrol", "benzin", "gasoline", "b", "бензин"]),
                (Self::Diesel, &["diesel", "d", "дизел"]),
                (Self::Lpg, &["lpg", "autogas", "flussiggas", "пропан"]),
                (Self::Cng, &["cng", "aardgas", "erdgas", "natural gas", "метан"]),
                (
                    Self::Hydrogen,
                    &["hydrogen", "waterstof", "wasserstoff", "h2", "водород"],
                ),
            ],
        )
        .unwrap_or(Self::Unknown)
    }
}

impl VisitKind {
    /// Reads a kind of visit of a file, in our languages.
    pub fn recognise(text: &str) -> Self {
        recognise(
            text,
            &[
                (
                    Self::Inspection,
                    &[
                        "inspection",
                        "apk",
                        "mot",
                        "tuv",
                        "hu",
                        "keuring",
                        "hauptuntersuchung",
                        "техосмотр",
                    ],
                ),
                (Self::Tyres, &["tyre", "tire", "band", "reifen", "wielen", "шин"]),
                (
                    Self::Bodyshop,
                    &[
                        "bodyshop",
                        "body shop",
                        "schade",
                        "karosserie",
                        "carrosserie",
                        "lack",
                        "spuiterij",
                        "кузов",
                    ],
                ),
                (
                    Self::Parts,
                    &[
                        "parts",
                        "onderdelen",
                        "magazijn",
                        "ersatzteil",
                        "teile",
                        "запчаст",
                    ],
                ),
                (
                    Self::Showroom,
                    &[
                        "showroom",
                        "verkoop",
                        "verkauf",
                        "sales",
                        "sale",
                        "салон",
                        "продаж",
                    ],
                ),
                (
                    Self::Workshop,
                    &[
                        "workshop",
                        "werkplaats",
                        "werkstatt",
                        "service",
                        "onderhoud",
                        "wartung",
                        "reparat",
                        "repair",
                        "сервис",
                        "ремонт",
                    ],
                ),
            ],
        )
        .unwrap_or(Self::Other)
    }
}

impl HoldingRole {
    /// Reads a relation of a file, in our languages; nothing when the word says none.
    pub fn recognise(text: &str) -> Option<Self> {
        recognise(
            text,
            &[
                (
                    Self::Driver,
                    &[
                        "driver",
                        "bestuurder",
                        "berijder",
                        "gebruiker",
                        "fahrer",
                        "nutzer",
                        "водител",
                    ],
                ),
                (
                    Self::Payer,
                    &[
                        "payer",
                        "betaler",
                        "lease",
                        "leasing",
                        "rechnungsempfanger",
                        "zahler",
                        "плательщик",
                    ],
                ),
                (
                    Self::Owner,
                    &[
                        "owner",
                        "eigenaar",
                        "houder",
                        "halter",
                        "besitzer",
                        "eigentumer",
                        "владел",
                        "собственник",
                    ],
                ),
            ],
        )
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::Texts;

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
    fn every_value_recognises_its_own_stored_text_and_has_a_name() {
        for &body in BodyType::ALL {
            assert_eq!(BodyType::recognise(body.as_str()), body);
            assert!(Texts::has(&format!("body-type-{body}")));
        }
        for &fuel in Fuel::ALL {
            assert_eq!(Fuel::recognise(fuel.as_str()), fuel);
            assert!(Texts::has(&format!("fuel-{}", fuel.as_str().replace('_', "-"))));
        }
        for &kind in VisitKind::ALL {
            assert_eq!(VisitKind::recognise(kind.as_str()), kind);
            assert!(Texts::has(&format!("visit-kind-{kind}")));
        }
        for &role in HoldingRole::ALL {
            assert_eq!(HoldingRole::recognise(role.as_str()), Some(role));
            assert!(Texts::has(&format!("holding-role-{role}")));
        }
    }

    proptest! {
        #[test]
        fn any_string_is_some_kind(text in "\\PC*") {
            let _ = (BodyType::recognise(&text), Fuel::recognise(&text), VisitKind::recognise(&text), HoldingRole::recognise(&text));
        }
    }
}
