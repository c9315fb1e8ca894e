//! Changing the e-mail address and the telephone numbers. Whoever can change them can take an account over, so the
//! password is asked again, and old and new address hear of it (SEC-STEP-1).

use askama::Template;
use axum::Router;
use axum::http::StatusCode;
use axum::routing::{get, post};
use carport_domain::FieldError;
use carport_domain::company::Module;
use carport_domain::people::{ContactPointKind, EmailAddress, PhoneNumber};
use carport_outreach::accounts::{confirm_new_address, notify};
use carport_store::changes::ContactEdit;
use carport_store::customers::ContactPoint;

use super::{current, saved};
use crate::kit::app::AppState;
use crate::kit::prelude::*;
use crate::portal::activate::country;
use crate::portal::frame::Here;
use crate::portal::limits;
use crate::portal::session::{self, Member};

/// Its addresses.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/{company}/my-data/contact", get(show).post(save))
        .route("/{company}/my-data/verify-email", post(verify))
}

#[derive(Template)]
#[template(path = "portal/details_contact.html")]
struct Contact {
    page: Page,
    t: Texts,
    sent: Form,
    errors: Vec<(String, String)>,
    ask_password: bool,
    sign_in_email: String,
    back_url: String,
}

fn page(member: &Member, sent: Form, status: StatusCode) -> WebResult<Response> {
    let t = member.portal.t.clone();
    let template = Contact {
        page: member.page(&t.get("details-contact-title"), Here::Details),
        errors: sent.summary(&t),
        sent,
        ask_password: !member.is_fresh(),
        sign_in_email: member.account.email.as_str().to_owned(),
        back_url: member.portal.url("/my-data"),
        t,
    };
    html_with_status(status, &template)
}

async fn show(member: Member) -> WebResult<Response> {
    session::require(&member.portal, Module::MyData)?;
    let mut tx = member.portal.app.store.read().await?;
    let points = tx.customer(member.who).await?.my_contact_points().await?;
    let home = country(&member.portal);
    let phone = |kind: &str| {
        let value = current(&points, kind)
            .map(|point| point.value.clone())
            .unwrap_or_default();
        value
            .parse::<PhoneNumber>()
            .map_or(value, |number| number.formatted(home))
    };
    let form = Form::prefilled([
        (
            "email",
            current(&points, "email")
                .map(|point| point.value.clone())
                .unwrap_or_default(),
        ),
        ("mobile", phone("mobile")),
        ("phone", phone("phone")),
    ]);
    page(&member, form, StatusCode::OK)
}

async fn save(member: Member, mut form: Form) -> WebResult<Response> {
    let portal = &member.portal;
    session::require(portal, Module::MyData)?;
    let home = country(portal);
    let email = form.parse_optional("email", |text| text.parse::<EmailAddress>());
    let mobile = form.parse_optional("mobile", |text| mobile(PhoneNumber::parse(text, home)?));
    let phone = form.parse_optional("phone", |text| PhoneNumber::parse(text, home));
    let (Some(email), Some(mobile), Some(phone)) = (email, mobile, phone) else {
        return page(&member, form, StatusCode::UNPROCESSABLE_ENTITY);
    };
    if !member.is_fresh() && !member.proves(form.raw("password")).await? {
        form.errors
            .push("password", FieldError::new("error-password-wrong"));
        return page(&member, form, StatusCode::UNPROCESSABLE_ENTITY);
    }
    let app = &portal.app;
    let today = portal.company.company.today(portal.now());
    if let Some(new) = &email {
        let mut tx = app.store.read().await?;
        let points = tx.customer(member.who).await?.my_contact_points().await?;
        drop(tx);
        if current(&points, "email").is_none_or(|point| point.value_folded != new.fold()) {
            // Each new address is written to.
            app.limit(limits::EMAIL_CHANGE, &member.account.id.to_string())
                .await?;
        }
    }
    let mut tx = app.store.begin().await?;
    let mut own = tx.customer(member.who).await?;
    let points = own.my_contact_points().await?;
    let email_text = email
        .as_ref()
        .map(|email| (email.as_str().to_owned(), email.fold()));
    let number =
        |number: Option<&PhoneNumber>| number.map(|n| (n.as_str().to_owned(), n.as_str().to_owned()));
    let mut added = None;
    let mut is_asked = false;
    for (kind, new) in [
        (ContactPointKind::Email, email_text),
        (ContactPointKind::Mobile, number(mobile.as_ref())),
        (ContactPointKind::Phone, number(phone.as_ref())),
    ] {
        let old = current(&points, kind.as_str());
        let same =
            old.map(|point| point.value_folded.as_str()) == new.as_ref().map(|(_, folded)| folded.as_str());
        if same {
            continue;
        }
        let edit = new.as_ref().map(|(value, folded)| ContactEdit {
            kind,
            value,
            folded,
            today,
        });
        let point = own
            .replace_my_contact_point(old.map(|point| point.id), edit)
            .await?;
        if kind == ContactPointKind::Email {
            added = Some((
                point,
                old.and_then(|point| point.value.parse::<EmailAddress>().ok()),
            ));
        }
    }
    if let Some((point, old)) = added {
        let mut company = tx.company(member.who.company).await?;
        let (keys, base, account) = (app.store.keys(), &app.config.base_url, &member.account);
        if let (Some(new), Some(point)) = (&email, point) {
            is_asked = true;
            confirm_new_address(
                &mut company,
                keys,
                base,
                account,
                (new, Some(point)),
                portal.language,
            )
            .await?;
        }
        if let Some(old) = old {
            notify(
                &mut company,
                keys,
                base,
                account,
                ("contact-email-changed", &old),
                portal.language,
                None,
            )
            .await?;
        }
    }
    tx.commit().await?;
    Ok(saved(
        portal,
        "/my-data",
        if is_asked {
            "contact-saved"
        } else {
            "details-saved"
        },
    ))
}

/// A number that can receive text messages and is not a fixed one.
pub fn mobile(number: PhoneNumber) -> Result<PhoneNumber, FieldError> {
    if number.is_mobile() {
        Ok(number)
    } else {
        Err(FieldError::new("error-phone-not-mobile"))
    }
}

/// Whether an address waits for the proof that it is the customer's and that mail reaches it.
pub fn unproved(point: &ContactPoint) -> bool {
    point.verified_at.is_none() || point.invalid_since.is_some()
}

/// Sends the link that confirms the address on file once more.
async fn verify(member: Member) -> WebResult<Response> {
    let portal = &member.portal;
    session::require(portal, Module::MyData)?;
    let app = &portal.app;
    app.limit(limits::EMAIL_CHANGE, &member.account.id.to_string())
        .await?;
    let mut tx = app.store.begin().await?;
    let points = tx.customer(member.who).await?.my_contact_points().await?;
    if let Some(point) = current(&points, "email").filter(|point| unproved(point))
        && let Ok(email) = point.value.parse::<EmailAddress>()
    {
        let mut company = tx.company(member.who.company).await?;
        let to = (&email, Some(point.id));
        confirm_new_address(
            &mut company,
            app.store.keys(),
            &app.config.base_url,
            &member.account,
            to,
            portal.language,
        )
        .await?;
    }
    tx.commit().await?;
    Ok(saved(portal, "/my-data", "verify-sent"))
}
