//! Blocks as MJML, for the middle of the frame. Placeholders stay in; they are filled in for each recipient.

use carport_domain::Texts;
use carport_domain::content::{Block, Button, Variable};

use super::escape::{address, placeholder, rich, words};
use super::plain::CAR_FACTS;
use super::sender::Sender;

/// The blocks as sections that stack into one sheet.
pub(super) fn blocks<'a>(blocks: impl Iterator<Item = &'a Block>, sender: &Sender, texts: &Texts) -> String {
    let mut writer = Writer {
        sender,
        texts,
        out: String::new(),
        open: false,
    };
    for block in blocks {
        writer.block(block);
    }
    writer.close();
    writer.out
}

struct Writer<'a> {
    sender: &'a Sender,
    texts: &'a Texts,
    out: String,
    /// Whether a plain section is open.
    open: bool,
}

impl Writer<'_> {
    /// Puts an element into the plain section, opening one if needed.
    fn plain(&mut self, element: &str) {
        if !self.open {
            self.out.push_str("<mj-section padding=\"0\"><mj-column>\n");
            self.open = true;
        }
        self.out.push_str(element);
        self.out.push('\n');
    }

    fn close(&mut self) {
        if std::mem::take(&mut self.open) {
            self.out.push_str("</mj-column></mj-section>\n");
        }
    }

    /// A section of its own with a tinted ground, and some air below.
    fn panel(&mut self, inside: &str) {
        self.close();
        self.out.push_str(&format!(
            "<mj-section background-color=\"#f4f2ee\" border-radius=\"{}px\" padding=\"20px 20px 6px\" css-class=\"panel\">\
             <mj-column>{inside}</mj-column></mj-section>\n\
             <mj-section padding=\"0\"><mj-column><mj-spacer height=\"20px\" /></mj-column></mj-section>\n",
            self.sender.radius.min(16),
        ));
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading { text } => self.plain(&format!(
                "<mj-text padding=\"8px 0 10px\"><h2 style=\"margin:0;font-size:22px;line-height:1.3;font-weight:700\">{}</h2></mj-text>",
                rich(text)
            )),
            Block::Paragraph { text } => self.plain(&format!("<mj-text>{}</mj-text>", rich(text))),
            Block::List { items, numbered } => {
                let tag = if *numbered { "ol" } else { "ul" };
                let items: String =
                    items.iter().map(|i| format!("<li style=\"margin:0 0 6px\">{}</li>", rich(i))).collect();
                self.plain(&format!(
                    "<mj-text><{tag} style=\"margin:0;padding-left:22px\">{items}</{tag}></mj-text>"
                ));
            }
            Block::Button(button) => {
                let button = self.button(button);
                self.plain(&button);
            }
            Block::PersonalPage { label } => {
                let button = self.button_to(&rich(label), &placeholder(Variable::MyPageUrl, None));
                self.plain(&button);
            }
            Block::Image { url, alt } => self.plain(&format!(
                "<mj-image padding=\"4px 0 16px\" src=\"{}\" alt=\"{}\" border-radius=\"{}px\" />",
                address(url),
                rich(alt),
                self.sender.radius
            )),
            Block::Car => {
                let car = self.car();
                self.panel(&car);
            }
            Block::Action(action) => {
                let button = action.button.as_ref().map(|b| self.button(b)).unwrap_or_default();
                self.panel(&format!(
                    "<mj-text padding=\"0 0 6px\"><strong style=\"font-size:17px\">{}</strong></mj-text>\
                     <mj-text padding=\"0 0 14px\">{}</mj-text>{button}",
                    rich(&action.title),
                    rich(&action.text)
                ));
            }
            Block::Divider => self.plain(
                "<mj-divider border-width=\"1px\" border-color=\"#ded9d1\" padding=\"8px 0 20px\" css-class=\"line\" />",
            ),
            Block::Signature { name, role } => {
                let role = role.as_ref().map(|r| format!("<br />{}", rich(r))).unwrap_or_default();
                let regards = words(&self.texts.get("mail-regards"));
                self.plain(&format!("<mj-text padding=\"8px 0 16px\">{regards}<br /><strong>{}</strong>{role}</mj-text>", rich(name)));
            }
        }
    }

    fn button(&self, button: &Button) -> String {
        self.button_to(&rich(&button.label), &address(&button.url))
    }

    /// A button, and its address in words for programs that do not show buttons.
    fn button_to(&self, label: &str, url: &str) -> String {
        let on = carport_domain::company::readable_on(self.sender.brand);
        let hint = words(&self.texts.get("mail-button-hint"));
        format!(
            "<mj-button href=\"{url}\" background-color=\"{}\" color=\"{on}\" border-radius=\"{}px\" css-class=\"button\">{label}</mj-button>\
             <mj-text padding=\"0 0 20px\" font-size=\"13px\" line-height=\"1.45\" color=\"#6b655d\" css-class=\"small\">{hint}<br />\
             <a href=\"{url}\" style=\"word-break:break-all\">{url}</a></mj-text>",
            self.sender.brand, self.sender.radius,
        )
    }

    /// The plate, the car, and the dates that are known. Which are known differs by recipient.
    fn car(&self) -> String {
        let (ground, edge) = if self.sender.yellow_plates {
            ("#f7c51e", "#8a6d00")
        } else {
            ("#ffffff", "#3a3a3a")
        };
        let facts: String = CAR_FACTS
            .iter()
            .map(|(variable, key)| {
                format!(
                    "{{% if {variable} is defined %}}<br />{}: <strong style=\"white-space:nowrap\">{}</strong>{{% endif %}}",
                    words(&self.texts.get(key)),
                    placeholder(*variable, None)
                )
            })
            .collect();
        format!(
            "<mj-text padding=\"0 0 14px\">\
             {{% if plate is defined %}}<span class=\"plate\" style=\"display:inline-block;background:{ground};color:#1a1a1a;\
             border:2px solid {edge};border-radius:6px;padding:3px 12px;font:700 18px/1.4 ui-monospace,Consolas,monospace;\
             letter-spacing:1px;white-space:nowrap;margin:0 0 8px\">{}</span><br />{{% endif %}}\
             {{% if make_model is defined %}}<strong>{}</strong>{{% endif %}}{facts}</mj-text>",
            placeholder(Variable::Plate, None),
            placeholder(Variable::MakeModel, None),
        )
    }
}
