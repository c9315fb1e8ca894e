//! The shipped translations, embedded in the program and parsed once.

use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use fluent_syntax::ast::{Entry, Expression, InlineExpression, PatternElement};
use rust_embed::RustEmbed;
use unic_langid::{LanguageIdentifier, langid};

use super::Value;
use crate::{Language, format};

#[derive(RustEmbed)]
#[folder = "../../translations"]
struct Files;

type Bundle = FluentBundle<FluentResource>;

static BUNDLES: LazyLock<Vec<(Language, Bundle)>> = LazyLock::new(|| {
    Language::ALL
        .iter()
        .map(|&language| (language, load(language)))
        .collect()
});

/// All areas of a language in one bundle. A broken entry is left out, and English stands in for it; a test forbids such entries.
fn load(language: Language) -> Bundle {
    let mut bundle = Bundle::new_concurrent(vec![identifier(language)]);
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(match language {
        Language::Nl => |value, _| number(value, Language::Nl),
        Language::De => |value, _| number(value, Language::De),
        Language::Ru => |value, _| number(value, Language::Ru),
        Language::En => |value, _| number(value, Language::En),
    }));
    let folder = format!("{language}/");
    for path in Files::iter().filter(|path| path.starts_with(&folder) && path.ends_with(".ftl")) {
        let Some(file) = Files::get(&path) else { continue };
        let source = String::from_utf8_lossy(&file.data).into_owned();
        let resource = FluentResource::try_new(source).unwrap_or_else(|(usable_part, _)| usable_part);
        // a key defined twice keeps its first text; a test forbids it
        let _ = bundle.add_resource(resource);
    }
    bundle
}

fn identifier(language: Language) -> LanguageIdentifier {
    match language {
        Language::Nl => langid!("nl"),
        Language::De => langid!("de"),
        Language::Ru => langid!("ru"),
        Language::En => langid!("en"),
    }
}

fn number(value: &FluentValue<'_>, language: Language) -> Option<String> {
    match value {
        FluentValue::Number(number) if number.value.fract() == 0.0 => {
            Some(format::integer(number.value as i64, language))
        }
        _ => None,
    }
}

fn bundle(language: Language) -> Option<&'static Bundle> {
    BUNDLES
        .iter()
        .find(|(l, _)| *l == language)
        .map(|(_, bundle)| bundle)
}

/// Whether the language has a text for the key.
pub(super) fn has(language: Language, key: &str) -> bool {
    bundle(language).is_some_and(|b| b.get_message(key).is_some_and(|m| m.value().is_some()))
}

/// The language's text for the key, or nothing when it has none.
pub(super) fn format(language: Language, key: &str, args: &[(&str, Value<'_>)]) -> Option<String> {
    let bundle = bundle(language)?;
    let message = bundle.get_message(key)?;
    let pattern = message.value()?;
    if let [PatternElement::TextElement { value }] = pattern.elements.as_slice() {
        // most texts are words alone: nothing to fill in
        return Some((*value).to_owned());
    }
    let arguments: FluentArgs<'_> = args
        .iter()
        .map(|(name, value)| {
            let value = match value {
                Value::Number(n) => FluentValue::from(*n),
                Value::Text(text) => FluentValue::from(text.as_ref()),
            };
            (*name, value)
        })
        .collect();
    let mut errors = Vec::new();
    let text = bundle
        .format_pattern(pattern, Some(&arguments), &mut errors)
        .into_owned();
    debug_assert!(
        errors.is_empty(),
        "the text «{key}» ({language}) lacks a variable: {errors:?}"
    );
    Some(text)
}

/// The keys of an area, in the order of its English file.
pub(super) fn keys(area: &str) -> Vec<String> {
    let Some(file) = Files::get(&format!("en/{area}.ftl")) else {
        return Vec::new();
    };
    let source = String::from_utf8_lossy(&file.data).into_owned();
    let resource = FluentResource::try_new(source).unwrap_or_else(|(usable_part, _)| usable_part);
    let key = |entry: &Entry<&str>| match entry {
        Entry::Message(message) => Some(message.id.name.to_owned()),
        _ => None,
    };
    resource.entries().filter_map(key).collect()
}

/// The language's text with its variables in braces, when it consists of words and variables alone.
pub(super) fn template(language: Language, key: &str) -> Option<String> {
    let message = bundle(language)?.get_message(key)?;
    message
        .value()?
        .elements
        .iter()
        .map(|element| match element {
            PatternElement::TextElement { value } => Some((*value).to_owned()),
            PatternElement::Placeable {
                expression: Expression::Inline(InlineExpression::VariableReference { id }),
            } => Some(format!("{{{}}}", id.name)),
            PatternElement::Placeable { .. } => None,
        })
        .collect()
}
