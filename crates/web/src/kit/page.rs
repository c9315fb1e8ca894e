//! What every layout needs to know about a page, in plain owned strings, so that a handler fills it once and the
//! templates under `templates/{portal,office,operator}` never reach for anything else.
//!
//! An empty string means «not there» throughout: no logo, no icon, no hint.

use std::sync::Arc;

/// The frame around one page's content. Templates find it as `page`.
#[derive(Clone, Debug, Default)]
pub struct Page {
    /// Language of the page as a BCP 47 tag (`nl`, `de`, `ru`, `en`).
    pub lang: String,
    /// The page's own name; the layout adds the company's.
    pub title: String,
    /// Path and query of this page, sent along as `back` when the reader changes the language.
    pub path: String,
    /// CSP nonce of this response, for the one script element.
    pub nonce: String,
    /// Version of the bundled assets; part of their address, so that they can be cached for ever.
    pub assets: String,
    /// `light`, `dark`, or empty to follow the device.
    pub theme: String,
    /// Whose page it is.
    pub company: CompanyHead,
    /// The main navigation. The portal's bottom bar on phones shows all of it: keep it to five there.
    pub nav: Vec<NavItem>,
    /// Further links of the signed-in person (sign-in and security, sessions …), shown in the account menu.
    pub menu: Vec<NavItem>,
    /// Who is signed in; `None` on public pages.
    pub user: Option<UserHead>,
    /// Confirmation or warning left by the previous request.
    pub flash: Option<Flash>,
    /// How complete the customer's data is (F20); `None` hides the hint.
    pub completeness: Option<Completeness>,
    /// The languages the company offers; the switcher is hidden below two.
    pub languages: Vec<LanguageChoice>,
    /// Where the language switcher posts `language` and `back`.
    pub language_url: String,
    /// Privacy, imprint, accessibility statement and the like, at the foot.
    pub legal: Vec<Link>,
    /// Search of the back office; `None` where there is none.
    pub search: Option<SearchBox>,
    /// Other companies this staff member belongs to; the switcher is hidden below two.
    pub companies: Vec<CompanyChoice>,
    /// Words of the frame itself.
    pub t: Arc<LayoutTexts>,
}

impl Page {
    /// Whether the company switcher has anything to switch to.
    pub fn has_several_companies(&self) -> bool {
        self.companies.len() > 1
    }

    /// Whether the language switcher has anything to switch to.
    pub fn has_several_languages(&self) -> bool {
        self.languages.len() > 1
    }
}

/// The company as the head of a page shows it (F3).
#[derive(Clone, Debug, Default)]
pub struct CompanyHead {
    /// Display name.
    pub name: String,
    /// Where the head links to.
    pub home_url: String,
    /// The company's logo and those of its brands; without any, the name is set in type.
    pub logos: Vec<Logo>,
    /// The company's own stylesheet (`/{company}/look.css`); empty uses the product's neutral look.
    pub look_url: String,
}

/// A picture with its text for those who do not see it.
#[derive(Clone, Debug, Default)]
pub struct Logo {
    /// Address on our own host.
    pub url: String,
    /// Alternative text; usually the company's or brand's name.
    pub alt: String,
}

/// One entry of a navigation.
#[derive(Clone, Debug, Default)]
pub struct NavItem {
    /// What it is called.
    pub label: String,
    /// A shorter name for the bottom bar on phones; empty uses `label`.
    pub short: String,
    /// Where it leads.
    pub url: String,
    /// Name of an icon in `assets/icons/icons.svg`; empty for none.
    pub icon: String,
    /// Whether this is the page, or the part of the site, being shown.
    pub current: bool,
    /// Something to count beside it (waiting requests, new messages); empty for none.
    pub count: String,
    /// Heading that starts a new group above this entry; empty continues the group.
    pub group: String,
}

impl NavItem {
    /// The name for the bottom bar.
    pub fn short_label(&self) -> &str {
        if self.short.is_empty() {
            &self.label
        } else {
            &self.short
        }
    }
}

/// A plain link.
#[derive(Clone, Debug, Default)]
pub struct Link {
    /// What it is called.
    pub label: String,
    /// Where it leads.
    pub url: String,
}

/// The signed-in person.
#[derive(Clone, Debug, Default)]
pub struct UserHead {
    /// Full name, from the live profile (F18).
    pub name: String,
    /// One or two letters for the round mark.
    pub initials: String,
    /// A second line: role, e-mail address or company.
    pub detail: String,
    /// Where signing out is posted.
    pub sign_out_url: String,
}

/// The tone of a message. Templates show it as icon, words and colour together, never colour alone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// Plain information.
    #[default]
    Info,
    /// Something went well.
    Good,
    /// Something to look at.
    Attention,
    /// Something failed or is about to be lost.
    Danger,
}

impl Tone {
    /// The word the macros and stylesheets know it by.
    pub fn as_str(self) -> &'static str {
        match self {
            Tone::Info => "info",
            Tone::Good => "good",
            Tone::Attention => "attention",
            Tone::Danger => "danger",
        }
    }
}

/// A status message about what just happened.
#[derive(Clone, Debug, Default)]
pub struct Flash {
    /// How it went.
    pub tone: Tone,
    /// What happened, in one sentence.
    pub text: String,
    /// Where undoing it is posted; empty if it cannot be undone.
    pub undo_url: String,
}

/// How complete the customer's data is (F20).
#[derive(Clone, Debug, Default)]
pub struct Completeness {
    /// 0 to 100.
    pub percent: u8,
    /// «Your details are 80 % complete» in the page's language.
    pub text: String,
    /// What is missing first, as an invitation.
    pub hint: String,
    /// Where it can be added.
    pub url: String,
    /// The button that leads there.
    pub action: String,
}

/// One language of the switcher.
#[derive(Clone, Debug, Default)]
pub struct LanguageChoice {
    /// BCP 47 tag.
    pub code: String,
    /// Its name in itself.
    pub name: String,
    /// Whether the page is in it.
    pub current: bool,
}

/// The search box of the back office.
#[derive(Clone, Debug, Default)]
pub struct SearchBox {
    /// Page of results, asked with `q`. The command menu shows its element `#results`.
    pub url: String,
    /// What was searched for.
    pub query: String,
}

/// One company of the switcher.
#[derive(Clone, Debug, Default)]
pub struct CompanyChoice {
    /// Display name.
    pub name: String,
    /// Its back office.
    pub url: String,
    /// Whether it is the one being worked in.
    pub current: bool,
}

/// Declares the frame's words and the translation key of each in one place.
macro_rules! layout_texts {
    ($($(#[$doc:meta])* $field:ident = $key:literal,)*) => {
        /// The words of the frame itself, already in the page's language. Their keys are in `translations/<lang>/layout.ftl` and `common.ftl`.
        #[derive(Clone, Debug, Default)]
        pub struct LayoutTexts {
            $($(#[$doc])* pub $field: String,)*
        }

        impl LayoutTexts {
            /// Every translation key the frame uses.
            pub const KEYS: &'static [&'static str] = &[$($key),*];

            /// Looks every word up, key by key.
            pub fn from_lookup(mut text: impl FnMut(&'static str) -> String) -> Self {
                LayoutTexts { $($field: text($key),)* }
            }
        }
    };
}

layout_texts! {
    /// Skip link to the content.
    skip = "layout-skip",
    /// Name of the main navigation, for assistive technology, and of the button that opens it on phones.
    menu = "layout-menu",
    /// Name of the account menu.
    account = "layout-account",
    /// Sign-out button.
    sign_out = "layout-sign-out",
    /// Name of the language switcher.
    language = "layout-language",
    /// Name of the light/dark choice.
    theme = "layout-theme",
    /// Follow the device.
    theme_auto = "layout-theme-auto",
    /// Light.
    theme_light = "layout-theme-light",
    /// Dark.
    theme_dark = "layout-theme-dark",
    /// Name of the legal links.
    legal = "layout-legal",
    /// Close a drawer, dialog or message.
    close = "button-close",
    /// Undo what was just done.
    undo = "button-undo",
    /// Button and name of the search box.
    search = "button-search",
    /// What can be searched for.
    search_hint = "layout-search-hint",
    /// Name of the command menu.
    commands = "layout-commands",
    /// Name of the company switcher.
    switch_company = "layout-switch-company",
    /// Name of the trail of pages above the title.
    breadcrumb = "layout-breadcrumb",
    /// Show the password.
    show = "layout-show",
    /// Hide the password.
    hide = "layout-hide",
    /// Copy to the clipboard.
    copy = "button-copy",
    /// Said after copying.
    copied = "layout-copied",
    /// Mark beside a field that may stay empty.
    optional = "optional",
    /// Heading of the list of errors above a form.
    errors = "layout-errors",
    /// Previous page of a list.
    previous = "layout-previous",
    /// Next page of a list.
    next = "layout-next",
    /// Said when the server could not be reached; tells what to do.
    unreachable = "layout-unreachable",
    /// Before the number of selected rows.
    selected = "layout-selected",
    /// Select all rows of the table.
    select_all = "layout-select-all",
    /// Clear the selection.
    clear_selection = "layout-clear-selection",
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bottom_bar_uses_the_short_name_where_there_is_one() {
        let mut item = NavItem {
            label: "Meine Einstellungen".into(),
            ..NavItem::default()
        };
        assert_eq!(item.short_label(), "Meine Einstellungen");
        item.short = "Wünsche".into();
        assert_eq!(item.short_label(), "Wünsche");
    }

    #[test]
    fn every_word_of_the_frame_is_looked_up_under_a_key_of_its_own() {
        let mut asked = Vec::new();
        LayoutTexts::from_lookup(|key| {
            asked.push(key);
            String::new()
        });
        assert_eq!(asked, LayoutTexts::KEYS);
        asked.sort_unstable();
        asked.dedup();
        assert_eq!(asked.len(), LayoutTexts::KEYS.len());
    }
}
