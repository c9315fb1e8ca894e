//! Texts of staff with a recipient's values filled in, for every channel but HTML.

use std::borrow::Cow;

use carport_domain::Language;
use carport_domain::content::{Run, Span, Target, Text, Values, Variable};

/// A recipient's values, written in a language. What is required was checked before; what is optional has a fallback.
#[derive(Clone, Copy)]
pub(super) struct Filler<'a> {
    pub(super) values: &'a Values,
    pub(super) language: Language,
}

impl<'a> Filler<'a> {
    /// A value, on one line: with line breaks in it, it could pretend to be something the company said.
    pub(super) fn value(&self, variable: Variable) -> Option<Cow<'a, str>> {
        let value = self.values.text(variable, self.language)?;
        if value.chars().any(char::is_control) {
            return Some(Cow::Owned(
                value
                    .chars()
                    .map(|c| if c.is_control() { ' ' } else { c })
                    .collect(),
            ));
        }
        Some(value)
    }

    pub(super) fn address<'t>(&self, target: &'t Target) -> Cow<'t, str>
    where
        'a: 't,
    {
        match target {
            Target::Address(address) => Cow::Borrowed(address),
            Target::Variable(variable) => self.value(*variable).unwrap_or_default(),
        }
    }

    /// As words; a link is followed by its address.
    pub(super) fn words(&self, text: &Text) -> String {
        self.runs(text).into_iter().map(|run| run.words).collect()
    }

    /// As runs of plain and bold words; a link is followed by its address.
    pub(super) fn runs(&self, text: &Text) -> Vec<Run> {
        let mut runs = Vec::new();
        self.walk(text.spans(), false, &mut runs);
        runs
    }

    fn walk(&self, spans: &[Span], bold: bool, runs: &mut Vec<Run>) {
        let say = |runs: &mut Vec<Run>, words: &str| match runs.last_mut() {
            Some(last) if last.bold == bold => last.words.push_str(words),
            _ => runs.push(Run {
                words: words.to_owned(),
                bold,
            }),
        };
        for span in spans {
            match span {
                Span::Words(words) => say(runs, words),
                Span::Break => say(runs, "\n"),
                Span::Variable { variable, fallback } => match self.value(*variable) {
                    Some(value) => say(runs, &value),
                    None => say(runs, fallback.as_deref().unwrap_or_default()),
                },
                Span::Bold(inner) => self.walk(inner, true, runs),
                Span::Link { label, to } => {
                    self.walk(label, bold, runs);
                    say(runs, &format!(" ({})", self.address(to)));
                }
            }
        }
    }
}
