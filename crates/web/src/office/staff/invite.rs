//! Inviting a colleague by mail: the link lets them choose a password and begin.

use askama::Template;
use axum::Router;
use axum::http::StatusCode;
use axum::routing::get;
use carport_domain::access::Permission;
use carport_domain::i18n::Named;
use carport_domain::people::EmailAddress;
use carport_domain::secrets::Token;
use carport_domain::{FieldError, Language, Texts as WordsIn};
use carport_outreach::service::{ServiceMail, queue_service_mail};
use carport_store::staff::INVITATION_HOURS;
use serde_json::json;
use sha2::{Digest, Sha256};

use super::place;
use crate::kit::app::AppState;
use crate::kit::prelude::*;
use crate::office::company::saved;

/// Its address.
pub fn routes() -> Router<AppState> {
    Router::new().route("/office/{company}/staff/invite", get(show).post(invite))
}

#[derive(Template)]
#[template(path = "office/staff/invite.html")]
struct Invite {
    page: Page,
    t: Texts,
    sent: Form,
    errors: Vec<(String, String)>,
    roles: Vec<(String, String, String)>,
    languages: Vec<(String, String)>,
    known_regions: String,
    back_url: String,
}

async fn page(office: &Office, sent: Form, status: StatusCode) -> WebResult<Response> {
    let t = office.t.clone();
    let template = Invite {
        page: office.page(&t.get("staff-invite-title"), "staff"),
        roles: place::roles(&t),
        languages: Language::ALL
            .iter()
            .map(|l| (l.to_string(), l.own_name().to_owned()))
            .collect(),
        known_regions: place::known_regions(office).await?,
        back_url: office.url("/staff"),
        errors: sent.summary(&t),
        sent,
        t,
    };
    html_with_status(status, &template)
}

async fn show(office: Office) -> WebResult<Response> {
    office.require(Permission::ManageStaff)?;
    page(
        &office,
        Form::prefilled([("language", office.language.to_string())]),
        StatusCode::OK,
    )
    .await
}

async fn invite(office: Office, mut form: Form) -> WebResult<Response> {
    office.require(Permission::ManageStaff)?;
    let name = form.required("name");
    let email = form.parse("email", str::parse::<EmailAddress>);
    let language = form.parse("language", |text| {
        text.parse::<Language>()
            .map_err(|_| FieldError::new("error-language"))
    });
    let place = place::read(&mut form);
    let mut tx = office.app.store.begin().await?;
    let mut own = tx.company(office.company.company.id).await?;
    if let Some(email) = &email
        && own
            .members()
            .await?
            .iter()
            .any(|m| m.email.eq_ignore_ascii_case(email.as_str()))
    {
        form.errors.push("email", FieldError::new("error-staff-known"));
    }
    let (Some(name), Some(email), Some(language), Some((role, regions)), true) =
        (name, email, language, place, form.errors.is_empty())
    else {
        drop(tx);
        return page(&office, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let token = Token::random().reveal();
    let hash = Sha256::digest(token.as_bytes());
    // Folded, so that a second invitation to the same person replaces the first.
    let address = email.fold();
    let id = own
        .invite_staff(&address, &name, role, &regions, &hash, &office.actor())
        .await?;
    let mail = ServiceMail::new("staff-invitation", email.as_str(), language)
        .named(&name)
        .with("company", &office.company.company.name)
        .with("inviter", &office.session.name)
        .with("role", role.name(&WordsIn::new(language)))
        .with("days", (INVITATION_HOURS / 24).to_string())
        .button(format!(
            "{}/office/invitation/{token}",
            office.app.config.base_url
        ));
    queue_service_mail(&mut own, office.app.store.keys(), &mail).await?;
    own.audit(
        &office.actor(),
        "staff.invited",
        &format!("invitation:{id}"),
        &json!({ "name": name, "role": role }),
    )
    .await?;
    tx.commit().await?;
    Ok(saved(&office, "/staff", "staff-invited"))
}
