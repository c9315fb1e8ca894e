//! Accepting an invitation: the link opens a form; only sending the form uses it up.

use askama::Template;
use axum::Router;
use axum::http::{StatusCode, header};
use axum::routing::get;
use carport_domain::passwords::Use;
use carport_domain::people::EmailAddress;
use carport_store::staff::Invitation;
use serde_json::json;
use sha2::{Digest, Sha256};

use super::{Stranger, limits, password_hint};
use crate::kit::app::AppState;
use crate::kit::cookies;
use crate::kit::prelude::*;

/// Its address.
pub fn routes() -> Router<AppState> {
    Router::new().route("/office/invitation/{token}", get(show).post(accept))
}

#[derive(Template)]
#[template(path = "office/door/invitation.html")]
struct InvitationPage {
    page: Page,
    t: Texts,
    sent: Form,
    errors: Vec<(String, String)>,
    company: String,
    role: String,
    email: String,
    hint: String,
    /// Whether the person has a password from another company already.
    known: bool,
}

async fn find(who: &Stranger, token: &str) -> WebResult<(Invitation, bool, String)> {
    let hash = Sha256::digest(token.as_bytes());
    let mut tx = who.app.store.read().await?;
    let mut installation = tx.installation().await?;
    let invitation = installation.invitation(&hash).await?.ok_or(WebError::NotFound)?;
    let folded = invitation
        .email
        .parse::<EmailAddress>()
        .map_or_else(|_| invitation.email.to_lowercase(), |e| e.fold());
    let known = installation
        .staff_by_email(&folded)
        .await?
        .is_some_and(|u| u.password_hash.is_some());
    let company = tx.company(invitation.company_id).await?.profile().await?.name;
    Ok((invitation, known, company))
}

fn page(
    who: &Stranger,
    found: &(Invitation, bool, String),
    sent: Form,
    status: StatusCode,
) -> WebResult<Response> {
    let (invitation, known, company) = found;
    html_with_status(
        status,
        &InvitationPage {
            page: who.page(
                &who.t
                    .with("office-invitation-title", &[("company", company.as_str().into())]),
                "/office",
            ),
            errors: sent.summary(&who.t),
            t: who.t.clone(),
            company: company.clone(),
            role: who.t.choice("role", invitation.role.as_str()),
            email: invitation.email.clone(),
            hint: password_hint(Use::Alone, &who.t),
            known: *known,
            sent,
        },
    )
}

async fn show(who: Stranger, Path(token): Path<String>) -> WebResult<Response> {
    let found = find(&who, &token).await?;
    let form = Form::prefilled([("name", found.0.name.clone())]);
    page(&who, &found, form, StatusCode::OK)
}

async fn accept(who: Stranger, Path(token): Path<String>, mut form: Form) -> WebResult<Response> {
    let app = &who.app;
    app.limit(limits::LINK, &who.client).await?;
    let found = find(&who, &token).await?;
    let (invitation, known, _) = &found;
    let name = form.required("name");
    let hash = if *known {
        None
    } else {
        match app.passwords.check(
            form.raw("password"),
            // Nothing else is asked until the person sets a second factor up.
            Use::Alone,
            &[&invitation.email, form.text("name")],
        ) {
            Err(e) => {
                form.errors.push("password", e);
                None
            }
            Ok(()) => Some(app.passwords.hash(form.raw("password")).await?),
        }
    };
    let (Some(name), true) = (name, form.errors.is_empty()) else {
        return page(&who, &found, form, StatusCode::UNPROCESSABLE_ENTITY);
    };
    let folded = invitation
        .email
        .parse::<EmailAddress>()
        .map_or_else(|_| invitation.email.to_lowercase(), |e| e.fold());
    let mut tx = app.store.begin().await?;
    let mut installation = tx.installation().await?;
    let staff = installation
        .find_or_add_staff(&invitation.email, &folded, &name, who.language)
        .await?;
    if let Some(hash) = hash {
        installation.set_staff_password(staff, &hash).await?;
    }
    if !installation.accept_invitation(invitation, staff).await? {
        return Err(WebError::NotFound);
    }
    let mut company = tx.company(invitation.company_id).await?;
    let actor = format!("staff:{staff}");
    company
        .audit(
            &actor,
            "staff.joined",
            &actor,
            &json!({ "role": invitation.role }),
        )
        .await?;
    tx.commit().await?;
    let mut response = see_other("/office/sign-in");
    response.headers_mut().append(
        header::SET_COOKIE,
        cookies::set_secret(app, cookies::FLASH, "good.welcome", Some(20)),
    );
    Ok(response)
}
