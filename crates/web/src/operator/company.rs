//! One company as the operator sees it: start date, status, own domain, modules, and its first owner.

use askama::Template;
use axum::Router;
use axum::http::StatusCode;
use axum::routing::{get, post};
use carport_domain::access::Role;
use carport_domain::company::Module;
use carport_domain::i18n::Named;
use carport_domain::people::EmailAddress;
use carport_domain::secrets::Token;
use carport_domain::{FieldError, clock};
use carport_outreach::service::{ServiceMail, queue_service_mail};
use carport_store::companies::{Company, CompanyStatus};
use carport_store::staff::INVITATION_HOURS;
use serde_json::{Map, json};
use sha2::{Digest, Sha256};

use super::frame::Operator;
use crate::kit::app::AppState;
use crate::kit::company::absolute_url;
use crate::kit::prelude::*;

/// Its addresses.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/operator/companies/{slug}", get(show).post(save))
        .route("/operator/companies/{slug}/invite", post(invite))
}

#[derive(Template)]
#[template(path = "operator/company.html")]
struct OneCompany {
    page: Page,
    t: Texts,
    sent: Form,
    errors: Vec<(String, String)>,
    address: String,
    statuses: Vec<(String, String)>,
    /// Key, name, whether it is on.
    modules: Vec<(String, String, bool)>,
    url: String,
    invite_url: String,
}

async fn find(who: &Operator, slug: &str) -> WebResult<Company> {
    let mut tx = who.app.store.read().await?;
    tx.installation()
        .await?
        .company_by_slug(slug)
        .await?
        .ok_or(WebError::NotFound)
}

fn page(who: &Operator, company: &Company, sent: Form, status: StatusCode) -> WebResult<Response> {
    let t = who.t.clone();
    let url = format!("/operator/companies/{}", company.slug);
    let template = OneCompany {
        page: who.page(&company.name, "companies"),
        address: absolute_url(&who.app, company, ""),
        statuses: CompanyStatus::ALL
            .iter()
            .map(|s| (s.as_str().to_owned(), t.choice("company-status", s.as_str())))
            .collect(),
        modules: Module::ALL
            .iter()
            .map(|m| {
                (
                    m.as_str().to_owned(),
                    m.name(&t),
                    sent.all("module").any(|sent| sent == m.as_str()),
                )
            })
            .collect(),
        invite_url: format!("{url}/invite"),
        url,
        errors: sent.summary(&t),
        sent,
        t,
    };
    html_with_status(status, &template)
}

fn stored(company: &Company) -> Form {
    let mut fields = vec![
        ("started_on".to_owned(), company.started_on.to_string()),
        ("status".to_owned(), company.status.to_string()),
        (
            "own_domain".to_owned(),
            company.own_domain.clone().unwrap_or_default(),
        ),
    ];
    fields.extend(company.modules.iter().map(|m| ("module".to_owned(), m.clone())));
    Form::of(fields)
}

async fn show(who: Operator, Path(slug): Path<String>) -> WebResult<Response> {
    let company = find(&who, &slug).await?;
    page(&who, &company, stored(&company), StatusCode::OK)
}

/// A host name: letters, digits, hyphens and at least one dot.
fn host(text: &str) -> Result<String, FieldError> {
    let text = text.to_ascii_lowercase();
    let label = |l: &str| !l.is_empty() && l.len() <= 63 && !l.starts_with('-') && !l.ends_with('-');
    let plain = text
        .bytes()
        .all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'.');
    if plain && text.len() <= 253 && text.contains('.') && text.split('.').all(label) {
        Ok(text)
    } else {
        Err(FieldError::new("error-host"))
    }
}

async fn save(who: Operator, Path(slug): Path<String>, mut form: Form) -> WebResult<Response> {
    let company = find(&who, &slug).await?;
    let started_on = form.parse("started_on", |text| {
        clock::day(text).ok_or_else(|| FieldError::new("error-day"))
    });
    let status = form.parse("status", |text| {
        text.parse::<CompanyStatus>()
            .map_err(|_| FieldError::new("error-choice"))
    });
    let own_domain = form.parse_optional("own_domain", host);
    let mut tx = who.app.store.begin().await?;
    let mut installation = tx.installation().await?;
    if let Some(Some(host)) = &own_domain
        && installation
            .company_by_domain(host)
            .await?
            .is_some_and(|other| other.id != company.id)
    {
        form.errors
            .push("own_domain", FieldError::new("error-host-taken"));
    }
    let (Some(started_on), Some(status), Some(own_domain), true) =
        (started_on, status, own_domain, form.errors.is_empty())
    else {
        drop(tx);
        return page(&who, &company, form, StatusCode::UNPROCESSABLE_ENTITY);
    };
    installation.set_company_status(company.id, status).await?;
    let mut own = tx.company(company.id).await?;
    let after = Company {
        started_on,
        own_domain,
        ..company.clone()
    };
    own.save_profile(&after).await?;
    let mut changed = Map::new();
    for module in Module::ALL {
        let (was, is) = (
            company.has(module.as_str()),
            form.all("module").any(|m| m == module.as_str()),
        );
        if was != is {
            own.set_module(module.as_str(), is, &who.actor()).await?;
            changed.insert(module.as_str().to_owned(), json!([was, is]));
        }
    }
    changed.insert("started_on".into(), json!([company.started_on, started_on]));
    changed.insert("status".into(), json!([company.status, status]));
    changed.insert("own_domain".into(), json!([company.own_domain, after.own_domain]));
    own.audit(
        &who.actor(),
        "company.operated",
        &format!("company:{}", company.id),
        &changed.into(),
    )
    .await?;
    tx.commit().await?;
    who.app.companies.forget();
    Ok(who.saved(&format!("/operator/companies/{}", company.slug), "company-saved"))
}

async fn invite(who: Operator, Path(slug): Path<String>, mut form: Form) -> WebResult<Response> {
    let company = find(&who, &slug).await?;
    let name = form.required("name");
    let email = form.parse("email", str::parse::<EmailAddress>);
    let (Some(name), Some(email)) = (name, email) else {
        let mut again = stored(&company);
        again.set("name", form.text("name"));
        again.set("email", form.text("email"));
        again.errors = form.errors;
        return page(&who, &company, again, StatusCode::UNPROCESSABLE_ENTITY);
    };
    let token = Token::random().reveal();
    let mut tx = who.app.store.begin().await?;
    let mut own = tx.company(company.id).await?;
    let hash = Sha256::digest(token.as_bytes());
    let id = own
        .invite_staff(&email.fold(), &name, Role::Owner, "[]", &hash, &who.actor())
        .await?;
    let words = Texts::new(company.default_language);
    let mail = ServiceMail::new("staff-invitation", email.as_str(), company.default_language)
        .named(&name)
        .with("company", &company.name)
        .with("inviter", &who.session.name)
        .with("role", Role::Owner.name(&words))
        .with("days", (INVITATION_HOURS / 24).to_string())
        .button(format!("{}/office/invitation/{token}", who.app.config.base_url));
    queue_service_mail(&mut own, who.app.store.keys(), &mail).await?;
    own.audit(
        &who.actor(),
        "staff.invited",
        &format!("invitation:{id}"),
        &json!({ "name": name, "role": Role::Owner }),
    )
    .await?;
    tx.commit().await?;
    Ok(who.saved(&format!("/operator/companies/{}", company.slug), "staff-invited"))
}

#[cfg(test)]
mod tests {
    use super::host;

    #[test]
    fn an_own_domain_is_a_host_name_and_nothing_around_it() {
        assert_eq!(host("Mijn.Garage.Example").as_deref(), Ok("mijn.garage.example"));
        for bad in [
            "https://x.example",
            "localhost",
            "x..example",
            "-x.example",
            "x.example/",
            "x.example:80",
            "é.example",
        ] {
            assert!(host(bad).is_err(), "{bad}");
        }
    }
}
