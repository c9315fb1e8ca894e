//! Making the links that lead into an account, and the mails that carry them.

use carport_domain::company::{Setting, Settings};
use carport_domain::people::EmailAddress;
use carport_domain::secrets::Token;
use carport_domain::{ContactPointId, CustomerId, Language, Timestamp};
use carport_store::accounts::Account;
use carport_store::companies::Company;
use carport_store::links::{EmailScope, LinkPurpose, NewLink};
use carport_store::{CompanyTx, Keys, Result};
use serde_json::json;

use crate::service::{ServiceMail, queue_service_mail};

/// How somebody came to be invited; it decides how long the link works and how the mail begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Road {
    /// By the activation screen: 24 hours (F28).
    Activation,
    /// By the company: seven days (F31).
    Invitation,
}

/// An address of a company's portal with scheme and host; `base_url` is the installation's.
pub fn portal_url(base_url: &str, company: &Company, rest: &str) -> String {
    match &company.own_domain {
        Some(host) => format!("https://{host}{rest}"),
        None => format!("{base_url}/{}{rest}", company.slug),
    }
}

/// The company's settings; what cannot be read counts as not changed.
pub(super) fn settings(company: &Company) -> Settings {
    serde_json::from_str(&company.settings).unwrap_or_default()
}

/// Sends the link to choose a first password to an address on file, and makes the account it is for.
pub async fn invite(
    tx: &mut CompanyTx<'_>,
    keys: &Keys,
    base_url: &str,
    customer: CustomerId,
    (contact_point, email): (Option<ContactPointId>, &EmailAddress),
    language: Language,
    road: Road,
) -> Result<()> {
    let company = tx.profile().await?;
    let settings = settings(&company);
    let account = tx.invite_account(customer, email, None).await?;
    let hours = match road {
        Road::Activation => settings.get(Setting::ActivationLinkHours),
        Road::Invitation => settings.get(Setting::InvitationDays) * 24,
    };
    let url = add(
        tx,
        base_url,
        &company,
        &account,
        LinkPurpose::SetPassword,
        hours,
        "/set-password",
    )
    .await?;
    let kind = match road {
        Road::Activation => "account-activation",
        Road::Invitation => "account-invitation",
    };
    let mail = ServiceMail::new(kind, email.as_str(), language)
        .about(customer, contact_point)
        .with("company", &company.name)
        .with("hours", hours.to_string())
        .with("days", (hours / 24).to_string())
        .button(url);
    queue_service_mail(tx, keys, &mail).await?;
    Ok(())
}

/// Sends the link to choose a new password to the address of an active account (F56).
pub async fn offer_reset(
    tx: &mut CompanyTx<'_>,
    keys: &Keys,
    base_url: &str,
    account: &Account,
    language: Language,
) -> Result<()> {
    let company = tx.profile().await?;
    let hours = settings(&company).get(Setting::ResetLinkHours);
    let url = add(
        tx,
        base_url,
        &company,
        account,
        LinkPurpose::ResetPassword,
        hours,
        "/set-password",
    )
    .await?;
    let mail = ServiceMail::new(
        "password-reset",
        account.email.as_str(),
        account.language.unwrap_or(language),
    )
    .about(account.customer_id, None)
    .with("company", &company.name)
    .with("hours", hours.to_string())
    .button(url);
    queue_service_mail(tx, keys, &mail).await?;
    Ok(())
}

/// Sends a link to an address that proves whose it is: a new address to sign in with (F60), or, with `contact_point`, one
/// on file that the customer just gave. Nothing changes until the link is used.
pub async fn confirm_new_address(
    tx: &mut CompanyTx<'_>,
    keys: &Keys,
    base_url: &str,
    account: &Account,
    (new, contact_point): (&EmailAddress, Option<ContactPointId>),
    language: Language,
) -> Result<()> {
    let company = tx.profile().await?;
    let token = Token::random();
    tx.add_link(NewLink {
        token_hash: token.hash().as_bytes(),
        purpose: LinkPurpose::ConfirmEmail,
        customer: account.customer_id,
        account: Some(account.id),
        message: None,
        scope: &EmailScope {
            email: new.clone(),
            contact_point,
        },
        expires_at: tx.now().plus_hours(24),
    })
    .await?;
    let kind = if contact_point.is_some() {
        "email-verify"
    } else {
        "email-confirm"
    };
    let mail = ServiceMail::new(kind, new.as_str(), language)
        .about(account.customer_id, contact_point)
        .with("company", &company.name)
        .button(portal_url(
            base_url,
            &company,
            &format!("/confirm-email/{}", token.reveal()),
        ));
    queue_service_mail(tx, keys, &mail).await?;
    Ok(())
}

/// Tells an address what happened to the account: `kind` is `account-activated`, `password-changed` or `email-changed`.
/// With `undo_until` the mail carries a link that takes a change of address back until then (SEC-STEP-1).
pub async fn notify(
    tx: &mut CompanyTx<'_>,
    keys: &Keys,
    base_url: &str,
    account: &Account,
    (kind, to): (&str, &EmailAddress),
    language: Language,
    undo_until: Option<Timestamp>,
) -> Result<()> {
    let company = tx.profile().await?;
    let mut mail = ServiceMail::new(kind, to.as_str(), language)
        .about(account.customer_id, None)
        .with("company", &company.name);
    if let Some(until) = undo_until {
        let token = Token::random();
        tx.add_link(NewLink {
            token_hash: token.hash().as_bytes(),
            purpose: LinkPurpose::UndoEmail,
            customer: account.customer_id,
            account: Some(account.id),
            message: None,
            scope: &EmailScope {
                email: to.clone(),
                contact_point: None,
            },
            expires_at: until,
        })
        .await?;
        mail = mail.button(portal_url(
            base_url,
            &company,
            &format!("/undo-email/{}", token.reveal()),
        ));
    } else {
        mail = mail.button(portal_url(base_url, &company, "/forgot-password"));
    }
    queue_service_mail(tx, keys, &mail).await?;
    Ok(())
}

async fn add(
    tx: &mut CompanyTx<'_>,
    base_url: &str,
    company: &Company,
    account: &Account,
    purpose: LinkPurpose,
    hours: i64,
    path: &str,
) -> Result<String> {
    let token = make(tx, account, purpose, hours).await?;
    Ok(portal_url(
        base_url,
        company,
        &format!("{path}/{}", token.reveal()),
    ))
}

/// Makes a link to an account and gives its token.
pub(super) async fn make(
    tx: &mut CompanyTx<'_>,
    account: &Account,
    purpose: LinkPurpose,
    hours: i64,
) -> Result<Token> {
    let token = Token::random();
    tx.add_link(NewLink {
        token_hash: token.hash().as_bytes(),
        purpose,
        customer: account.customer_id,
        account: Some(account.id),
        message: None,
        scope: &json!({}),
        expires_at: tx.now().plus_hours(hours),
    })
    .await?;
    Ok(token)
}
