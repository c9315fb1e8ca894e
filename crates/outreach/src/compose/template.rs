//! A mail's HTML, made in two passes. The first runs once for a content, language and company: blocks and frame become
//! MJML, and MJML becomes HTML. The second runs for every recipient and only fills in placeholders.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use carport_domain::company::{BrandCheck, Look, contrast_ratio};
use carport_domain::content::{Block, Nature, Text, Values, Variable};
use carport_domain::{Language, Texts};
use minijinja::value::Value;
use minijinja::{AutoEscape, Environment, UndefinedBehavior, context};

use super::escape::{rich, words};
use super::sender::Sender;
use super::{ComposeError, WayOut, foot, mjml};

const FRAME: &str = include_str!("../../../../templates/mail/frame.mjml");
/// Steps the template engine may take for one mail; a large mail takes some hundred.
const FUEL: u64 = 20_000;

/// The frame with the company's values, before the blocks are in it.
static FRAMES: LazyLock<Environment<'static>> = LazyLock::new(|| {
    let mut frames = Environment::empty();
    frames.set_auto_escape_callback(|_| AutoEscape::Html);
    frames.set_undefined_behavior(UndefinedBehavior::Strict);
    // Part of the program; a test renders it.
    frames
        .add_template("frame", FRAME)
        .unwrap_or_else(|error| panic!("templates/mail/frame.mjml: {error}"));
    frames
});

/// The HTML of a mail with placeholders.
#[derive(Debug)]
pub(super) struct Template {
    merge: Environment<'static>,
    language: Language,
}

/// What differs by recipient, besides the content's variables.
pub(super) struct Personal<'a> {
    pub(super) values: &'a Values,
    pub(super) why: &'a str,
    pub(super) way_out: Option<&'a WayOut>,
}

impl Template {
    pub(super) fn compile<'a>(
        subject: &Text,
        preheader: &Text,
        blocks: impl Iterator<Item = &'a Block>,
        sender: &Sender,
        nature: Nature,
        texts: &Texts,
    ) -> Result<Self, ComposeError> {
        let source = frame(
            subject,
            preheader,
            &mjml::blocks(blocks, sender, texts),
            sender,
            nature,
            texts,
        )?;
        let fault = |error: String| ComposeError::Template(error);
        let parsed = mrml::parse(&source).map_err(|e| fault(e.to_string()))?;
        // No fonts from elsewhere: a mail makes no request but for its pictures.
        let options = mrml::prelude::render::RenderOptions {
            fonts: Default::default(),
            ..Default::default()
        };
        let html = parsed
            .element
            .render(&options)
            .map_err(|e| fault(e.to_string()))?;
        let mut merge = Environment::empty();
        merge.set_auto_escape_callback(|_| AutoEscape::Html);
        merge.set_undefined_behavior(UndefinedBehavior::Strict);
        merge.set_fuel(Some(FUEL));
        merge.add_filter("default", minijinja::filters::default);
        merge.add_test("defined", minijinja::tests::is_defined);
        merge
            .add_template_owned("mail", html)
            .map_err(|e| fault(e.to_string()))?;
        Ok(Self {
            merge,
            language: texts.language(),
        })
    }

    /// Fills in one recipient's values.
    pub(super) fn html(&self, personal: &Personal<'_>) -> Result<String, ComposeError> {
        let mut context: BTreeMap<&'static str, Value> = Variable::ALL
            .iter()
            .filter_map(|v| Some((v.as_str(), escaped(&personal.values.text(*v, self.language)?))))
            .collect();
        context.insert("why", escaped(personal.why));
        if let Some(way_out) = personal.way_out {
            context.insert("unsubscribe_url", escaped(&way_out.unsubscribe_url));
            context.insert("preferences_url", escaped(&way_out.preferences_url));
        }
        let fault = |error: minijinja::Error| ComposeError::Template(error.to_string());
        let template = self.merge.get_template("mail").map_err(fault)?;
        template.render(Value::from(context)).map_err(fault)
    }
}

/// A value made safe here, once and the same way as the words of staff. What is not, the engine escapes itself.
fn escaped(value: &str) -> Value {
    Value::from_safe_string(words(value))
}

fn frame(
    subject: &Text,
    preheader: &Text,
    message: &str,
    sender: &Sender,
    nature: Nature,
    texts: &Texts,
) -> Result<String, ComposeError> {
    let look = Look {
        brand: sender.brand,
        ..Look::default()
    }
    .check();
    let safe = |html: String| Value::from_safe_string(html);
    let marketing = nature == Nature::Marketing;
    let link = |href: &str, key: &str| format!("<a href=\"{href}\">{}</a>", words(&texts.get(key)));
    let mut links = Vec::new();
    if marketing {
        links.push(link("{{ unsubscribe_url }}", "mail-unsubscribe"));
        links.push(link("{{ preferences_url }}", "mail-preferences"));
    }
    links.push(link(&words(&sender.privacy_url), "mail-privacy"));
    let foot = vec![
        safe("{{ why }}".to_owned()),
        safe(links.join(" &nbsp;·&nbsp; ")),
        Value::from(foot::identity(sender)),
    ];
    let logo = sender.logo.as_ref().map_or_else(
        || Value::from(()),
        |logo| {
            context! { url => logo.url.as_str(), width => logo.width.clamp(40, 280) }
        },
    );
    let context = context! {
        language => texts.language().as_str(),
        subject => safe(rich(subject)),
        preheader => safe(rich(preheader)),
        company => sender.name.as_str(),
        website => sender.website.as_str(),
        logo,
        marketing,
        advertising => texts.with("mail-advertising", &[("company", sender.name.as_str().into())]),
        radius => format!("{}px", sender.radius),
        on_brand => look.on.0.to_string(),
        brand_text => look.light.0.to_string(),
        brand_text_dark => look.dark.0.to_string(),
        // A dark button on the dark sheet gets an edge (WCAG 2.2, success criterion 1.4.11).
        dim_on_dark => contrast_ratio(sender.brand, BrandCheck::DARK_GROUND) < 3.0,
        message => safe(message.to_owned()),
        foot,
    };
    let fault = |error: minijinja::Error| ComposeError::Template(error.to_string());
    FRAMES
        .get_template("frame")
        .map_err(fault)?
        .render(context)
        .map_err(fault)
}
