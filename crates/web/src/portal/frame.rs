//! The frame around a signed-in customer's pages: navigation by module, the account menu, completeness (F15, F18, F20).

use std::collections::BTreeSet;

use carport_domain::company::Module;
use carport_domain::completeness::{Completeness, ProfileField, Weights};
use carport_store::CustomerTx;
use carport_store::customers::Vehicle;

use super::session::Member;
use crate::kit::page::{self, NavItem, UserHead};
use crate::kit::prelude::*;

/// Which part of the portal a page belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Here {
    /// Home.
    Home,
    /// My data.
    Details,
    /// My car.
    Cars,
    /// My preferences.
    Preferences,
    /// Help.
    Help,
    /// Sign-in and security.
    Account,
}

/// One or two letters for the round mark.
fn initials(name: &str) -> String {
    let words: Vec<&str> = name.split_whitespace().collect();
    let letter = |word: Option<&&str>| {
        word.and_then(|w| w.chars().next())
            .map(|c| c.to_uppercase().to_string())
            .unwrap_or_default()
    };
    match words.len() {
        0 => String::new(),
        1 => letter(words.first()),
        _ => format!("{}{}", letter(words.first()), letter(words.last())),
    }
}

/// The frame of a signed-in page.
pub fn page(member: &Member, title: &str, here: Here) -> Page {
    let portal = &member.portal;
    let modules = &portal.company.modules;
    let item = |part: Here, key: &str, path: &str, icon: &str| NavItem {
        label: portal.t.get(&format!("portal-nav-{key}")),
        short: portal.t.get(&format!("portal-nav-{key}-short")),
        url: portal.url(path),
        icon: icon.to_owned(),
        current: part == here,
        ..NavItem::default()
    };
    let mut nav = vec![item(Here::Home, "home", "", "home")];
    for (module, part, key, path, icon) in [
        (Module::MyData, Here::Details, "details", "/my-data", "user"),
        (Module::MyCar, Here::Cars, "cars", "/my-car", "car"),
        (
            Module::MyPreferences,
            Here::Preferences,
            "preferences",
            "/my-preferences",
            "sliders",
        ),
    ] {
        if modules.has(module) {
            nav.push(item(part, key, path, icon));
        }
    }
    let name = member.customer.display_name();
    Page {
        nav,
        menu: vec![
            item(Here::Account, "account", "/account", "lock"),
            item(Here::Help, "help", "/help", "help"),
        ],
        user: Some(UserHead {
            initials: initials(&name),
            name,
            detail: member.account.email.as_str().to_owned(),
            sign_out_url: portal.url("/sign-out"),
        }),
        ..portal.page(title)
    }
}

/// How complete the customer's data is, computed from what is on file.
pub async fn completeness(
    own: &mut CustomerTx<'_>,
    member: &Member,
    cars: &[Vehicle],
) -> WebResult<Completeness> {
    let points = own.my_contact_points().await?;
    let standing = own.my_standing().await?;
    let customer = &member.customer;
    let mut known = BTreeSet::new();
    let mut note = |field: ProfileField, there: bool| {
        if there {
            known.insert(field);
        }
    };
    let has = |kind: &str| {
        points
            .iter()
            .any(|point| point.kind == kind && point.invalid_since.is_none())
    };
    note(
        ProfileField::FirstName,
        customer.first_name.is_some() || customer.initials.is_some(),
    );
    note(
        ProfileField::Salutation,
        customer.gender.is_some() || customer.business_name.is_some(),
    );
    note(
        ProfileField::Email,
        points
            .iter()
            .any(|p| p.kind == "email" && p.verified_at.is_some() && p.invalid_since.is_none()),
    );
    note(ProfileField::Phone, has("mobile") || has("phone"));
    note(ProfileField::Address, has("address"));
    note(ProfileField::Car, !cars.is_empty());
    note(
        ProfileField::Mileage,
        cars.iter().any(|car| car.mileage.is_some()),
    );
    note(ProfileField::BirthDate, customer.birth_date.is_some());
    note(
        ProfileField::Preferences,
        super::preferences::all_answered(&standing, &member.portal),
    );
    Ok(Completeness::of(
        &known,
        &Weights::default(),
        &member.portal.company.settings,
        &member.portal.company.modules,
    ))
}

/// The same as the frame shows it; none when nothing is missing.
pub fn hint(member: &Member, of: &Completeness) -> Option<page::Completeness> {
    let first = of.missing.first()?;
    let (t, portal) = (&member.portal.t, &member.portal);
    let path = match first {
        ProfileField::Car | ProfileField::Mileage => "/my-car",
        ProfileField::Preferences => "/my-preferences",
        _ => "/my-data",
    };
    let missing = of
        .missing
        .iter()
        .take(2)
        .map(|field| t.choice("profile-field", field.as_str()))
        .collect::<Vec<_>>();
    Some(page::Completeness {
        percent: of.percent,
        text: t.with("portal-complete", &[("percent", i64::from(of.percent).into())]),
        hint: t.with(
            "portal-complete-missing",
            &[("missing", missing.join(", ").into())],
        ),
        url: portal.url(path),
        action: t.get("portal-complete-action"),
    })
}
