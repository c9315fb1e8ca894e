//! Reading a role and its regions from a form; both the invitation and the change of a place ask for them.

use carport_domain::access::Role;
use carport_domain::i18n::Named;
use carport_domain::{FieldError, Texts};

use crate::kit::prelude::*;

/// The role chosen and, for a regional manager, the regions as they are stored.
pub fn read(form: &mut Form) -> Option<(Role, String)> {
    let role = form.parse("role", |text| {
        text.parse::<Role>().map_err(|_| FieldError::new("error-choice"))
    })?;
    if !role.is_regional() {
        return Some((role, "[]".to_owned()));
    }
    let regions: Vec<String> = form
        .text("regions")
        .split([',', ';', '\n'])
        .map(|r| r.trim().to_owned())
        .filter(|r| !r.is_empty())
        .collect();
    if regions.is_empty() {
        form.errors.push("regions", FieldError::new("error-regions"));
        return None;
    }
    serde_json::to_string(&regions)
        .ok()
        .map(|regions| (role, regions))
}

/// Stored regions as they are typed.
pub fn regions(stored: &str) -> String {
    serde_json::from_str::<Vec<String>>(stored)
        .unwrap_or_default()
        .join(", ")
}

/// The roles with their names and what each may do.
pub fn roles(t: &Texts) -> Vec<(String, String, String)> {
    let about = |role: &Role| {
        role.permissions()
            .map(|p| p.name(t))
            .collect::<Vec<_>>()
            .join(" · ")
    };
    Role::ALL
        .iter()
        .map(|role| (role.as_str().to_owned(), role.name(t), about(role)))
        .collect()
}

/// The company's regions, from its locations, as a hint for the field.
pub async fn known_regions(office: &Office) -> WebResult<String> {
    let mut tx = office.app.store.read().await?;
    let locations = tx.company(office.company.company.id).await?.locations().await?;
    let mut regions: Vec<String> = locations.into_iter().filter_map(|l| l.region).collect();
    regions.sort();
    regions.dedup();
    Ok(regions.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_regional_manager_needs_a_region_and_others_keep_none() {
        let mut form = Form::prefilled([
            ("role", "regional_manager".into()),
            ("regions", " West, Noord ;".into()),
        ]);
        assert_eq!(
            read(&mut form),
            Some((Role::RegionalManager, r#"["West","Noord"]"#.into()))
        );
        let mut form = Form::prefilled([("role", "sales".into()), ("regions", "West".into())]);
        assert_eq!(read(&mut form), Some((Role::Sales, "[]".into())));
        let mut form = Form::prefilled([("role", "regional_manager".into()), ("regions", " , ".into())]);
        assert_eq!(read(&mut form), None);
        assert!(form.errors.get("regions").is_some());
    }
}
