//! Texts of staff on their way into the HTML template: words stay words, variables become placeholders.

use carport_domain::content::{Span, Target, Text, Variable};

/// Words for HTML. Braces become entities too, so that no words are taken for a placeholder.
pub(super) fn words(words: &str) -> String {
    let mut out = String::with_capacity(words.len() + words.len() / 8);
    for c in words.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '{' => out.push_str("&#123;"),
            '}' => out.push_str("&#125;"),
            c if c.is_control() && c != '\n' => {}
            c => out.push(c),
        }
    }
    out
}

/// The placeholder of a variable.
pub(super) fn placeholder(variable: Variable, fallback: Option<&str>) -> String {
    match fallback {
        None => format!("{{{{ {variable} }}}}"),
        Some(fallback) => format!("{{{{ {variable} | default('{}') }}}}", in_quotes(fallback)),
    }
}

/// A string inside a template's quotes: nothing in it can end the quotes, the tag or the attribute it may stand in.
fn in_quotes(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for unit in words.chars() {
        if unit == ' ' || unit.is_alphanumeric() {
            out.push(unit);
        } else {
            let mut units = [0; 2];
            for unit in unit.encode_utf16(&mut units) {
                out.push_str(&format!("\\u{unit:04x}"));
            }
        }
    }
    out
}

/// An address for an attribute.
pub(super) fn address(target: &Target) -> String {
    match target {
        Target::Address(address) => words(address),
        Target::Variable(variable) => placeholder(*variable, None),
    }
}

/// A text of staff as HTML with placeholders.
pub(super) fn rich(source: &Text) -> String {
    fn walk(spans: &[Span], out: &mut String) {
        for span in spans {
            match span {
                Span::Words(text) => out.push_str(&words(text)),
                Span::Break => out.push_str("<br />"),
                Span::Variable { variable, fallback } => {
                    out.push_str(&placeholder(*variable, fallback.as_deref()))
                }
                Span::Bold(inner) => {
                    out.push_str("<strong>");
                    walk(inner, out);
                    out.push_str("</strong>");
                }
                Span::Link { label, to } => {
                    out.push_str(&format!("<a href=\"{}\">", address(to)));
                    walk(label, out);
                    out.push_str("</a>");
                }
            }
        }
    }
    let mut out = String::new();
    walk(source.spans(), &mut out);
    out
}
