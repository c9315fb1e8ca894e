//! The parts of Carport a company uses (F16): one table drives menu, routes and tiles.

use std::collections::BTreeSet;

use crate::{Texts, text_enum};

text_enum! {
    /// A part of Carport that is on or off for a company. One that is off answers 404 everywhere.
    pub enum Module {
        /// The customers' own pages at all.
        Portal = "portal",
        /// The form by which customers ask for an account (F29).
        AccountRequest = "account_request",
        /// The page with the customer's own data (F63).
        MyData = "my_data",
        /// The pages with the customer's cars, visits and invoices (F77).
        MyCar = "my_car",
        /// The page with topics and channels (F143). The way out in every message works without it.
        MyPreferences = "my_preferences",
        /// Contact moments and the week (F158).
        WeeklyProposals = "weekly_proposals",
        /// Letters as a channel (F165).
        Letters = "letters",
        /// Calls as a channel, and the call list (F166).
        CallList = "call_list",
        /// Text messages as a channel customers can choose.
        Sms = "sms",
    }
}

impl Module {
    /// The module without which this one has nowhere to be.
    pub const fn needs(self) -> Option<Module> {
        match self {
            Self::AccountRequest | Self::MyData | Self::MyCar | Self::MyPreferences => Some(Self::Portal),
            Self::Letters | Self::CallList | Self::Sms => Some(Self::WeeklyProposals),
            Self::Portal | Self::WeeklyProposals => None,
        }
    }

    /// What the module does, in a sentence for the company.
    pub fn about(self, texts: &Texts) -> String {
        texts.choice("module-about", self.as_str())
    }
}

/// The modules a company has switched on.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(transparent)]
pub struct Modules(BTreeSet<Module>);

impl Modules {
    /// What a new company begins with: everything but text messages, which cost money.
    pub fn standard() -> Self {
        Module::ALL
            .iter()
            .copied()
            .filter(|module| *module != Module::Sms)
            .collect()
    }

    /// Whether a module works: it is on, and so is the one it needs.
    pub fn has(&self, module: Module) -> bool {
        self.0.contains(&module) && module.needs().is_none_or(|needed| self.has(needed))
    }

    /// The modules switched on, also those that wait for the one they need.
    pub fn switched_on(&self) -> impl Iterator<Item = Module> {
        self.0.iter().copied()
    }

    /// The same with one switched on or off.
    #[must_use]
    pub fn with(mut self, module: Module, on: bool) -> Self {
        if on {
            self.0.insert(module)
        } else {
            self.0.remove(&module)
        };
        self
    }
}

impl FromIterator<Module> for Modules {
    fn from_iter<I: IntoIterator<Item = Module>>(modules: I) -> Self {
        Self(modules.into_iter().collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_module_works_only_while_the_one_it_needs_is_on() {
        let modules = Modules::standard();
        assert!(modules.has(Module::MyCar) && !modules.has(Module::Sms));
        let without_portal = modules.with(Module::Portal, false);
        assert!(!without_portal.has(Module::MyCar) && without_portal.has(Module::CallList));
        assert!(without_portal.with(Module::Portal, true).has(Module::MyCar));
    }

    #[test]
    fn every_module_has_a_sentence() {
        for module in Module::ALL {
            assert!(
                Texts::has(&format!("module-about-{}", module.as_str().replace('_', "-"))),
                "{module}"
            );
        }
    }
}
