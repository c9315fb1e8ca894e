//! The languages Carport speaks (F22).

use crate::text_enum;

text_enum! {
    /// A language of the pages and messages, named by its ISO 639-1 code.
    pub enum Language {
        /// Dutch.
        Nl = "nl",
        /// German.
        De = "de",
        /// Russian.
        Ru = "ru",
        /// English.
        En = "en",
    }
}

impl Language {
    /// The language's own name for itself.
    pub const fn own_name(self) -> &'static str {
        match self {
            Language::Nl => "Nederlands",
            Language::De => "Deutsch",
            Language::Ru => "Русский",
            Language::En => "English",
        }
    }

    /// The best of `offered` for an `Accept-Language` header; the header's order of quality decides.
    pub fn negotiate(header: &str, offered: &[Language]) -> Option<Language> {
        let mut wanted: Vec<(f32, &str)> = header
            .split(',')
            .filter_map(|part| {
                let mut pieces = part.trim().split(';');
                let tag = pieces.next()?.trim();
                let quality = pieces
                    .find_map(|p| p.trim().strip_prefix("q="))
                    .map_or(Some(1.0), |q| q.trim().parse::<f32>().ok())?;
                (quality > 0.0).then_some((quality, tag))
            })
            .collect();
        wanted.sort_by(|a, b| b.0.total_cmp(&a.0));
        wanted.iter().find_map(|(_, tag)| {
            let primary = tag.split('-').next().unwrap_or("").to_ascii_lowercase();
            offered.iter().copied().find(|l| l.as_str() == primary)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_browsers_best_liked_language_among_those_offered_wins() {
        let offered = [Language::Nl, Language::En];
        assert_eq!(
            Language::negotiate("de-DE,de;q=0.9,en;q=0.5,nl;q=0.8", &offered),
            Some(Language::Nl)
        );
        assert_eq!(Language::negotiate("fr", &offered), None);
        assert_eq!(
            Language::negotiate("nl;q=0,en;q=0.1", &offered),
            Some(Language::En)
        );
        assert_eq!(Language::negotiate(";;,q=,", &offered), None);
    }
}
