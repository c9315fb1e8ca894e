//! The moments that come with Carport, each a file `moments/<key>.toml` with its content in `content/<key>/<language>.json`.

use std::sync::LazyLock;

use rust_embed::RustEmbed;

use super::definition::Definition;
use crate::Language;
use crate::content::{Content, Draft, Wording};

#[derive(RustEmbed)]
#[folder = "../../moments/"]
struct Moments;

#[derive(RustEmbed)]
#[folder = "../../content/"]
struct Contents;

/// A moment as it comes with Carport.
#[derive(Debug, Clone)]
pub struct Shipped {
    /// What it is.
    pub definition: Definition,
    /// What it says until the company words it otherwise.
    pub content: Content,
}

/// Every moment that comes with Carport, by priority.
pub fn catalogue() -> &'static [Shipped] {
    static CATALOGUE: LazyLock<Vec<Shipped>> = LazyLock::new(|| {
        // They are part of the program, and a test reads them all.
        let mut all: Vec<Shipped> = Moments::iter()
            .map(|name| read(&name).unwrap_or_else(|why| panic!("moments/{name}: {why}")))
            .collect();
        all.sort_by(|a, b| {
            (a.definition.priority, &a.definition.key).cmp(&(b.definition.priority, &b.definition.key))
        });
        all
    });
    &CATALOGUE
}

/// The moment with a key.
pub fn shipped(key: &str) -> Option<&'static Shipped> {
    catalogue().iter().find(|moment| moment.definition.key == key)
}

fn read(name: &str) -> Result<Shipped, String> {
    let file = Moments::get(name).ok_or("is not there")?;
    let text = std::str::from_utf8(&file.data).map_err(|e| e.to_string())?;
    let definition: Definition = toml::from_str(text).map_err(|e| e.to_string())?;
    let definition = definition.check().map_err(|e| e.to_string())?;
    let key = definition.key.clone();
    if name != format!("{key}.toml") {
        return Err(format!("the file should be called {key}.toml"));
    }
    let mut draft = Draft {
        languages: Default::default(),
    };
    for language in Language::ALL {
        if let Some(file) = Contents::get(&format!("{key}/{language}.json")) {
            let wording: Wording<String, String> = serde_json::from_slice(&file.data)
                .map_err(|e| format!("content/{key}/{language}.json: {e}"))?;
            draft.languages.insert(*language, wording);
        }
    }
    let content = draft.check().map_err(|problems| {
        problems
            .iter()
            .map(|p| format!("{}: {}", p.at, p.error))
            .collect::<Vec<_>>()
            .join("; ")
    })?;
    Ok(Shipped { definition, content })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::consent::Channel;
    use crate::content::{Advice, Nature, lint};
    use crate::moments::{ActionOffer, Cadence, CustomerDate, Trigger};
    use chrono::NaiveDate;

    #[test]
    fn every_moment_is_worded_in_every_language_and_passes_the_editors_check() {
        assert_eq!(catalogue().len(), 4);
        for moment in catalogue() {
            let key = &moment.definition.key;
            for language in Language::ALL {
                assert!(
                    moment.definition.name.contains_key(language),
                    "{key} has no name in {language}"
                );
                assert!(
                    moment.definition.about.contains_key(language),
                    "{key} is not explained in {language}"
                );
                let wording = moment.content.languages.get(language);
                let wording = wording.unwrap_or_else(|| panic!("content/{key}/{language}.json is missing"));
                assert!(
                    wording.script.is_some(),
                    "{key} has no telephone script in {language}"
                );
                assert_eq!(
                    wording.sms.is_some(),
                    moment.definition.channels_in_order().contains(&Channel::Sms),
                    "{key} in {language}: an SMS exactly where the moment may go by SMS"
                );
            }
            let grave: Vec<_> = lint(&moment.content, Nature::Marketing)
                .into_iter()
                .filter(|f| f.advice == Advice::Must)
                .collect();
            assert!(grave.is_empty(), "{key}: {grave:?}");
        }
    }

    #[test]
    fn the_numbers_and_dates_of_the_reference_are_the_defaults() {
        let d = |y, m, day| NaiveDate::from_ymd_opt(y, m, day).unwrap();
        let existing = &shipped("welcome-existing").unwrap().definition;
        assert_eq!(existing.cadence, Cadence::Action);
        assert_eq!(
            existing.trigger,
            Trigger::Within {
                date: CustomerDate::LastVisit,
                months: 25,
                without_account: false
            }
        );
        assert_eq!(
            existing.offer,
            Some(ActionOffer {
                months_after_start: 3,
                only_if_started_after: d(2016, 9, 1)
            })
        );
        let new = &shipped("welcome-new-workshop-customer").unwrap().definition;
        assert_eq!(new.cadence, Cadence::Weekly);
        assert!(matches!(
            new.trigger,
            Trigger::After {
                date: CustomerDate::FirstWorkshop,
                months: 0,
                days: 7,
                ..
            }
        ));
    }

    #[test]
    fn only_companies_that_began_after_the_day_are_offered_the_action_and_three_months_later() {
        let d = |y, m, day| NaiveDate::from_ymd_opt(y, m, day).unwrap();
        let offer = shipped("welcome-existing").unwrap().definition.offer.unwrap();
        assert_eq!(offer.day(d(2016, 8, 31)), None);
        assert_eq!(offer.day(d(2016, 9, 1)), None);
        assert_eq!(offer.day(d(2016, 9, 2)), Some(d(2016, 12, 2)));
        assert_eq!(
            offer.day(d(2023, 11, 30)),
            Some(d(2024, 2, 29)),
            "a month without that day"
        );
    }
}
