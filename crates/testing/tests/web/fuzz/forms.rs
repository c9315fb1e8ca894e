//! The forms of a page, read from its HTML, with what the page filled in.

use super::hostile::percent;

/// A form that is sent by POST.
#[derive(Debug, Clone)]
pub struct Form {
    /// Where it is sent.
    pub action: String,
    /// Names and values in order.
    pub fields: Vec<(String, String)>,
    /// Whether it takes files.
    pub is_upload: bool,
}

impl Form {
    fn body(fields: impl Iterator<Item = (String, String)>) -> String {
        fields
            .map(|(name, value)| format!("{}={}", percent(name.as_bytes()), percent(value.as_bytes())))
            .collect::<Vec<_>>()
            .join("&")
    }

    /// The fields, of those that share a name (a row of radio buttons) the first.
    pub fn one_of_each_name(&self) -> Vec<usize> {
        let first = |name: &str| self.fields.iter().position(|(known, _)| known == name);
        let numbered = self.fields.iter().enumerate();
        numbered
            .filter(|(at, (name, _))| first(name) == Some(*at))
            .map(|(at, _)| at)
            .collect()
    }

    /// Its body with another value in one field.
    pub fn with(&self, at: usize, value: &str) -> String {
        let fields = self.fields.iter().enumerate();
        Self::body(
            fields
                .map(|(n, (name, old))| (name.clone(), if n == at { value.to_owned() } else { old.clone() })),
        )
    }

    /// Its body without one field.
    pub fn without(&self, at: usize) -> String {
        let fields = self.fields.iter().enumerate();
        Self::body(fields.filter(|(n, _)| *n != at).map(|(_, field)| field.clone()))
    }

    /// Its body with one field twice, the second hostile.
    pub fn doubled(&self, at: usize) -> String {
        let (name, _) = &self.fields[at];
        let second = (name.clone(), super::hostile::SCRIPT.to_owned());
        Self::body(self.fields.iter().cloned().chain([second]))
    }
}

/// The forms on a page at `path`.
pub fn on(html: &str, path: &str) -> Vec<Form> {
    let mut forms: Vec<Form> = Vec::new();
    let mut open = false;
    let mut select: Option<String> = None;
    let mut rest = html;
    while let Some((tag, after)) = next_tag(rest) {
        rest = after;
        let name = tag.split([' ', '\n', '/', '>']).next().unwrap_or_default();
        if tag.starts_with("/form") {
            open = false;
        } else if name == "form" {
            open = attribute(tag, "method").is_some_and(|method| method.eq_ignore_ascii_case("post"));
            if open {
                let action = attribute(tag, "action")
                    .filter(|a| !a.is_empty())
                    .unwrap_or_else(|| path.to_owned());
                let is_upload = attribute(tag, "enctype").is_some_and(|kind| kind.starts_with("multipart"));
                forms.push(Form {
                    action,
                    fields: Vec::new(),
                    is_upload,
                });
            }
        }
        let Some(form) = forms.last_mut().filter(|_| open) else {
            continue;
        };
        let mut field = |name: Option<String>, value: String| {
            if let Some(name) = name.filter(|name| !name.is_empty()) {
                form.fields.push((name, value));
            }
        };
        match name {
            "input" | "button" => field(
                attribute(tag, "name"),
                attribute(tag, "value").unwrap_or_default(),
            ),
            "textarea" => {
                let text = after.split("</textarea").next().unwrap_or_default();
                field(attribute(tag, "name"), unescape(text));
            }
            "select" => select = attribute(tag, "name"),
            // The chosen option, or the first.
            "option" => {
                let value = attribute(tag, "value").unwrap_or_default();
                if let Some(name) = select.take() {
                    field(Some(name), value);
                } else if tag.contains("selected")
                    && let Some(last) = form.fields.last_mut()
                {
                    last.1 = value;
                }
            }
            _ => {}
        }
    }
    forms
}

/// The inside of the next tag and what comes after it; a `>` within quotes does not end it.
fn next_tag(html: &str) -> Option<(&str, &str)> {
    let start = html.find('<')? + 1;
    let mut quote = None;
    for (at, c) in html[start..].char_indices() {
        match (quote, c) {
            (None, '>') => return Some((&html[start..start + at], &html[start + at + 1..])),
            (None, '"' | '\'') => quote = Some(c),
            (Some(open), c) if c == open => quote = None,
            _ => {}
        }
    }
    None
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let mut rest = tag;
    while let Some(at) = rest.find(name) {
        let before = rest[..at].chars().next_back();
        let after = &rest[at + name.len()..];
        if before.is_some_and(char::is_whitespace) {
            if let Some(value) = after.strip_prefix("=\"") {
                return value.split('"').next().map(unescape);
            }
            if !after.starts_with(|c: char| c.is_alphanumeric() || c == '-') {
                return Some(String::new());
            }
        }
        rest = after;
    }
    None
}

fn unescape(text: &str) -> String {
    text.replace("&quot;", "\"")
        .replace("&#34;", "\"")
        .replace("&#39;", "'")
        .replace("&#x27;", "'")
        .replace("&#60;", "<")
        .replace("&#62;", ">")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&#38;", "&")
        .replace("&amp;", "&")
}

#[test]
fn forms_are_read_with_what_the_page_filled_in() {
    let page = r#"<form method="get"><input name="q"></form>
        <form method="post" action="/x"><input name="a" value="1 &gt; &quot;0&quot;"><input type="checkbox" name="b" checked>
        <select name="c"><option value="1">One<option value="2" selected>Two</select><textarea name="d">t &amp; u</textarea>
        <button>Go</button></form>"#;
    let forms = on(page, "/here");
    assert_eq!(forms.len(), 1);
    let fields: Vec<(&str, &str)> = forms[0]
        .fields
        .iter()
        .map(|(n, v)| (n.as_str(), v.as_str()))
        .collect();
    assert_eq!(
        fields,
        [("a", "1 > \"0\""), ("b", ""), ("c", "2"), ("d", "t & u")]
    );
    assert_eq!(forms[0].without(0), "b=&c=2&d=t%20%26%20u");
}
